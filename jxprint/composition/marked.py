"""Marked copy: how what an editor marked is set, and the refusal of signs for which the leading has no room."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.lines import Setting
from jxprint.composition.lines.setting import Look, Span
from jxprint.composition.lines.signs import LEAST_LINE_GAP_BOTH_EM, LEAST_LINE_GAP_EM
from jxprint.errors import Finding
from jxprint.fonts import Chain
from jxprint.model import Markup, Passage, readings

# What is told of copy that a page cannot show as it is meant.
UNSHOWN = frozenset(
    (
        "composition.no_room_for_signs",
        "composition.reading_parted",
        "composition.drop_cap_mark",
        "composition.drop_cap_marked",
    )
)
# How marked copy is set where the style has no role of the markup's name: face and weight, and the size as a share of
# the paragraph's. Emphasis by face is what newspapers do (K6 of typography.md).
_USUAL = {"strong": ("hei", "bold", 1.0), "kai": ("kai", "regular", 1.0), "note": ("kai", "regular", 0.85)}
# Sub- and superscripts stand where Song faces' own do (U+2082, U+00B2).
_SCRIPT_SCALE = 0.6
_SUB_RISE, _SUP_RISE = -0.12, 0.38


def with_markup(setting: Setting, desk: Desk, passage: Passage, *, shift: int = 0) -> Setting:
    """The setting of a paragraph with what its copy marks; `shift` code points stand before the passage."""
    if not passage.markup:
        return setting
    over_it = list(readings(passage.text, passage.markup))
    cuts = sorted(
        {edge for one in passage.markup for edge in (one.start, one.end)}
        | {edge for start, end, _ in over_it for edge in (start, end)}
    )
    spans: list[Span] = []
    over: list[Markup] = []  # what is open, from the outside in
    coming, read = deque(sorted(passage.markup, key=lambda one: (one.start, -one.end))), deque(over_it)
    for start, end in pairwise(cuts):
        over = [one for one in over if one.end > start]
        while coming and coming[0].start <= start:
            over.append(coming.popleft())
        while read and read[0][1] <= start:
            read.popleft()
        if over:
            chain, scale = _face(desk, over, setting.size_pt)
            look = _look(over, scale, shift)
            if read and read[0][0] <= start:
                first, last, said = read[0]
                covered = first + shift, last + shift
                look = replace(look, reading=said, reading_span=covered, reading_chain=desk.chain("reading"))
            spans.append(Span(start + shift, end + shift, chain, look))
    return replace(setting, spans=tuple(spans))


def note_signs(desk: Desk, part: str, passages: Sequence[Passage], line_gap_em: float) -> None:
    """Refuse dots, name lines and readings where the white between two lines (ems of the line's size) has no room."""
    kinds = {one.kind for passage in passages for one in passage.markup}
    if not kinds & {"dots", "name", "ruby"}:
        return
    both = "ruby" in kinds and kinds & {"dots", "name"}
    least = LEAST_LINE_GAP_BOTH_EM if both else LEAST_LINE_GAP_EM
    if line_gap_em >= least - 1e-6:
        return
    for passage in passages:
        for one in passage.markup:
            if one.kind in ("dots", "name", "ruby"):
                place = replace(passage.at(one.start), part=part)
                args = {"text": passage.text[one.start : one.end], "gap": f"{line_gap_em:.2f}", "least": f"{least:g}"}
                desk.findings.append(Finding("composition.no_room_for_signs", place, args))


def stretches(desk: Desk, role: str, passage: Passage) -> Iterator[tuple[int, int, Chain]]:
    """A passage cut where its faces change: code points [start, end) and the chain that sets them."""
    chain = desk.chain(role)
    if not passage.markup:
        yield 0, len(passage.text), chain
        return
    at = 0
    for span in with_markup(desk.setting(role, 0.0), desk, passage).spans:
        if span.chain is not None:
            if at < span.start:
                yield at, span.start, chain
            yield span.start, span.end, span.chain
            at = span.end
    if at < len(passage.text):
        yield at, len(passage.text), chain


def _face(desk: Desk, over: Sequence[Markup], size_pt: float) -> tuple[Chain | None, float]:
    """The faces of a stretch, those of the innermost markup that names any (None: the paragraph's own), and its size
    as a share of the paragraph's.

    A size goes on inwards: what is bold within a note is as small as the note, and a size that the style gives is never
    larger than what it stands within.
    """
    chain, scale = None, 1.0
    sized: set[str] = set()  # a kind within itself is no smaller for that
    for kind in (one.kind for one in over):
        style = desk.style.roles.get(kind)
        if style is not None:
            chain, own = desk.library.chain(style.face, style.weight), style.size_pt / size_pt
            scale = min(scale, own) if sized else own
        elif kind in _USUAL:
            face, weight, share = _USUAL[kind]
            chain, scale = desk.library.chain(face, weight), scale if kind in sized else scale * share
        else:
            continue
        sized.add(kind)
    return chain, scale


def _look(over: Sequence[Markup], scale: float, shift: int) -> Look:
    kinds = {one.kind for one in over}
    rise, script = 0.0, 1.0
    if "sub" in kinds or "sup" in kinds:
        script = _SCRIPT_SCALE
        # From the baseline of what they belong to, by that one's size.
        rise = scale * (_SUB_RISE if "sub" in kinds else _SUP_RISE)
    link = next((one.value for one in reversed(over) if one.kind == "link"), "")
    name = next(((one.start + shift, one.end + shift) for one in reversed(over) if one.kind == "name"), None)
    language = next((one.value for one in reversed(over) if one.kind == "lang"), "")
    return Look(scale * script, rise, link, "dots" in kinds, name, script=script, language=language)
