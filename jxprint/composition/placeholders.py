"""Placeholders, keylines and labels: what is drawn in and round a picture and is no text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import MissingGlyph, SetLine, set_line, set_paragraph
from jxprint.composition.lines.outlines import outlined
from jxprint.composition.strokes import around
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.ink import PAPER, Ink
from jxprint.model import Passage
from jxprint.placed import Box, Shape

_KEYLINE_PT = 0.3
_LABEL_PT = 9.0
_LABEL_PITCH_PT = 14.0
_SHOWN = 20
_LABEL_TINT = 0.55
# White about the letters of a group's label, and how much of its picture's width it may take: confessions of taste.
_PAD_PT = 2.5
_MOST_OF_WIDTH = 0.5


def set_placeholder_label(desk: Desk, width: float) -> tuple[SetLine, ...]:
    """The label of placeholders in lines, an em within a frame of this width."""
    setting = desk.setting("caption", max(width - 2 * _LABEL_PT, _LABEL_PT), size_pt=_LABEL_PT)
    try:
        return set_paragraph(desk.style.placeholder_label, replace(setting, align="centre", indent_em=0.0))
    except MissingGlyph:  # told by `coverage`
        return ()


def note_placeholder_label(desk: Desk, frame: Rect) -> None:
    """A label that does not stand an em within the frame on all sides is told, once a page."""
    lines, text = set_placeholder_label(desk, frame.width), desk.style.placeholder_label
    room = int((frame.height - 3 * _LABEL_PT) / _LABEL_PITCH_PT) + 1
    if len(lines) > max(room, 1) or any(line.width > line.measure + 0.01 for line in lines):
        wrong = Finding(
            "composition.label_too_long",
            desk.style.placeholder_place,
            {"text": text[:_SHOWN] + "…" * (len(text) > _SHOWN), "lines": len(lines), "room": max(room, 1)},
        )
        if wrong not in desk.findings:
            desk.findings.append(wrong)


def placeholder(desk: Desk, frame: Rect, is_ruled: bool) -> tuple[Shape, ...]:
    """Tint, keyline and a small label in outlines: the label is part of the drawing, its words are in the alt.
    `is_ruled`: the style's own rule stands about it, and no other.
    """
    style, black = desk.style, desk.ink("black")
    shapes: list[Shape] = [Box(frame, fill=black.tint(style.placeholder_tint))]
    if not is_ruled:
        shapes.append(Box(_within(frame, _KEYLINE_PT / 2), stroke=black, stroke_pt=_KEYLINE_PT))
    lines = set_placeholder_label(desk, frame.width)
    first = frame.y + frame.height / 2 + (EM_TOP - 0.5) * _LABEL_PT - (len(lines) - 1) * _LABEL_PITCH_PT / 2
    for number, line in enumerate(lines):
        y = first + number * _LABEL_PITCH_PT
        shapes += _outlines(line, frame.x + _LABEL_PT, y, black.tint(_LABEL_TINT))
    return tuple(shapes)


def keyline(desk: Desk, name: str | None, outer: Rect) -> tuple[Rect, tuple[Shape, ...]]:
    """A rule of the style round a picture, its strokes from the outside in, and the frame that it leaves within: a rule
    never stands on what it is about.
    """
    if name is None:
        return outer, ()
    rule = desk.style.rules[name]
    return _within(outer, rule.depth_pt), tuple(around(rule, desk.ink(rule.ink), outer))


def sign(desk: Desk, label: Passage, frame: Rect, *, at_head: bool) -> tuple[Shape, ...]:
    """The label of a picture in a group, on a patch of paper in a left corner: a drawing, its words are in the alt."""
    line = _sign_line(desk, label)
    if line is None:
        return ()
    height = line.size_pt + 2 * _PAD_PT
    patch = Rect(frame.x, frame.y if at_head else frame.bottom - height, line.width + 2 * _PAD_PT, height)
    baseline = patch.y + _PAD_PT + EM_TOP * line.size_pt
    return (Box(patch, fill=PAPER), *_outlines(line, patch.x + _PAD_PT, baseline, line.ink))


def note_sign(desk: Desk, part: str, label: Passage, frame: Rect) -> None:
    """A label that covers too much of its picture is told."""
    line = _sign_line(desk, label)
    if line is not None and line.width + 2 * _PAD_PT > _MOST_OF_WIDTH * frame.width:
        place = replace(label.place, part=part)
        desk.findings.append(Finding("composition.picture_label_too_wide", place, {"part": part, "text": label.text}))


def _sign_line(desk: Desk, label: Passage) -> SetLine | None:
    setting = replace(desk.setting("caption", 0.0), align="start", indent_em=0.0)
    try:
        return set_line(label.text, setting)
    except MissingGlyph:  # told by `coverage`
        return None


def _within(frame: Rect, edge: float) -> Rect:
    return Rect(frame.x + edge, frame.y + edge, frame.width - 2 * edge, frame.height - 2 * edge)


def _outlines(line: SetLine, x: float, y: float, ink: Ink) -> Sequence[Shape]:
    """The glyphs of a line as filled paths, its measure starting at `x`, its baseline at `y`."""
    shapes: list[Shape] = []
    for segment in line.segments:
        pen = x + line.x + segment.x
        offsets = segment.offsets or (0.0,) * len(segment.glyphs)
        placed: list[tuple[int, float]] = []
        for glyph, advance, offset in zip(segment.glyphs, segment.advances, offsets, strict=True):
            placed.append((glyph, pen + offset))
            pen += advance
        shapes += outlined(segment.face, tuple(placed), y, line.size_pt, ink)
    return shapes
