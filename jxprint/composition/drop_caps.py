"""Drop caps (首字下沉): what a story's text begins with, how large that is, and what the lines beside it give up.

An em box that reaches from the head of line 1 to the foot of line n is (n - 1) pitches and one body size high, so that
the grid holds. Latin letters and figures have no ink in the upper part of their em box: they are as large as brings
their tops level with the Han of line 1 and their feet on the baseline of line n.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.coverage import STAND_IN
from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP
from jxprint.composition.legs import Slot
from jxprint.composition.lines import Setting, set_line, set_paragraph
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.composition.lines.setting import DropCap
from jxprint.errors import Finding
from jxprint.model import Passage, Story
from jxprint.text.classes import CLASS_OF, OPENING, classify
from jxprint.text.clusters import clusters

# The least white between the cap and the lines beside it, in ems of the body: half of what parts base columns. Lines
# come out in whole half ems of what the cap takes with it.
_GAP_EM = 0.25
# Where the ink of Han ends above, in ems from the baseline, as most characters of Song faces do.
_HAN_TOP_EM = 0.84
# Ink under the baseline by more than this (ems) is a descender: Q, g.
_DESCENDS_EM = 0.05
# What is never parted: a number with its sign.
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,:．，：][0-9０-９]+)*[%％‰°℃]?")
# What of markup stands beside or around its characters; what changes their face gives way to the cap's own.
_BESIDE = frozenset(("dots", "name", "ruby", "sub", "sup"))
_TOLERANCE = 1e-6


def cap_length(text: str) -> int:
    """How many code points of a text its cap is: a character, or a number whole, with the marks that open it and the
    spaces behind it; 0 where it begins with what is neither.
    """
    at = 0
    for piece in clusters(text):
        if CLASS_OF[piece[0]] == OPENING:
            at += len(piece)
            continue
        if not piece[0].isalnum() and piece != STAND_IN:
            return 0
        number = _NUMBER.match(text, at)
        at = number.end() if number else at + len(piece)
        while text[at : at + 1] == " ":
            at += 1
        return at
    return 0


def cap_passage(part: Story) -> tuple[int, Passage]:
    """The cap of a story as copy that has faces of its own, and its paragraph's number from 1."""
    at = part.dateline_leads
    if at >= len(part.paragraphs):
        return 1, Passage("")
    passage = part.paragraphs[at].passage
    return at + 1, replace(passage, text=passage.text[: cap_length(passage.text)], markup=())


def with_drop_cap(desk: Desk, part: Story, passage: Passage, setting: Setting) -> Setting:
    """The setting of a story's first paragraph with its cap; as it was, with a finding, where that cannot stand."""
    lines = part.drop_cap
    assert lines is not None  # nobody else comes here
    length = cap_length(passage.text)
    args: dict[str, object] = {"part": part.name, "lines": lines}
    if not length or not _may_begin(setting, passage.text, length):
        return _refused(desk, part, passage, setting, Finding("composition.drop_cap_mark", passage.at(length), args))
    beside = [one for one in passage.markup if one.kind in _BESIDE and one.start < length]
    if beside:
        found = Finding("composition.drop_cap_marked", passage.at(beside[0].start), args)
        return _refused(desk, part, passage, setting, found)
    cap = _cap(desk, passage, setting, lines, length)
    room = setting.measure_pt - cap.reserve_pt
    least = desk.style.spacing.runaround_least_em * setting.size_pt
    if room < least - _TOLERANCE:
        args |= {"room": f"{room / setting.size_pt:.1f}", "least": f"{least / setting.size_pt:g}"}
        return _refused(desk, part, passage, setting, Finding("composition.drop_cap_too_wide", passage.place, args))
    dropped = replace(setting, drop_cap=cap)
    has = len(set_paragraph(passage.text, dropped)) if passage.text[length:] else 1
    if has < lines:
        args["has"] = has
        return _refused(desk, part, passage, setting, Finding("composition.drop_cap_too_deep", passage.place, args))
    return dropped


def stands(cap_lines: int, slots: Sequence[Slot], pitch: float) -> bool:
    """Whether a cap so many lines deep has the places of its lines right under one another, in one leg and alike."""
    beside = slots[:cap_lines]
    if len(beside) < cap_lines:
        return False
    first = beside[0]
    return all(
        slot.leg == first.leg
        and abs(slot.x - first.x) + abs(slot.width - first.width) < _TOLERANCE
        and abs(slot.top - first.top - number * pitch) < _TOLERANCE
        for number, slot in enumerate(beside)
    )


def _may_begin(setting: Setting, text: str, at: int) -> bool:
    """Whether what follows the cap may begin a line, as it does."""
    return at == len(text) or not prohibition_of(setting.punctuation).starts_ill(text[at], classify(text)[at])


def _refused(desk: Desk, part: Story, passage: Passage, setting: Setting, finding: Finding) -> Setting:
    number = part.dateline_leads + 1
    finding = replace(finding, place=replace(finding.place, part=part.name, paragraph=number))
    if finding not in desk.findings:  # a story may be set more than once
        desk.findings.append(finding)
    return setting


def _cap(desk: Desk, passage: Passage, setting: Setting, lines: int, length: int) -> DropCap:
    text, pitch, body = passage.text[:length], desk.frame.pitch, setting.size_pt
    own = replace(desk.setting("drop_cap", setting.measure_pt), indent_em=0.0, align="start", name_em=None)
    size, drop = (lines - 1) * pitch + body, (lines - 1) * pitch * EM_TOP
    if text.isascii():
        size, drop = _latin(own, text.rstrip(), (lines - 1) * pitch, body)
    own = replace(own, size_pt=size)
    seen = set_line(text.rstrip(), own)
    half = body / 2
    reserve = math.ceil((seen.width + _GAP_EM * body) / half - _TOLERANCE) * half
    values = {one.kind: one.value for one in passage.markup if one.start == 0}
    link, language = values.get("link", ""), values.get("lang", "")
    return DropCap(length, lines, own, drop, seen.width, reserve, link, language)


def _latin(own: Setting, text: str, down: float, body: float) -> tuple[float, float]:
    """Size and drop of Latin letters or figures, in points: their tops level with the Han of the first line, their feet
    on the baseline `down` under its own; a descender ends where the Han of that line do.
    """
    # A small letter is no larger than a capital.
    segments = (*set_line(text, own).segments, *set_line("H", own).segments)
    ink = [one.face.rise(glyph) for one in segments for glyph in one.glyphs]
    low, high = min(below for below, _ in ink), max(above for _, above in ink)
    if low > -_DESCENDS_EM:
        return (down + _HAN_TOP_EM * body) / high, down
    size = (down + (_HAN_TOP_EM + 1 - EM_TOP) * body) / (high - low)
    return size, down + (1 - EM_TOP) * body + low * size
