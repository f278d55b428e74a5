"""What a late correction would have to move to another leg, as findings: by leg, lines and characters."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.coverage import part_name
from jxprint.composition.held_paragraphs import HeldParagraph
from jxprint.errors import Finding, Place
from jxprint.model import Standfirst, Story


def other_legs(part: Story | Standfirst) -> Finding:
    """The part stands in other columns than before."""
    return Finding("composition.held_other_legs", replace(part.place, part=part.letter), {"part": part_name(part)})


def stranded(part: Story | Standfirst, leg: int, *, beside_cap: bool = False) -> Finding:
    """A subhead would end a leg (from 1), or the lines beside a drop cap would go on in another."""
    args = {"part": part_name(part), "leg": leg}
    key = "composition.held_drop_cap" if beside_cap else "composition.held_subhead"
    return Finding(key, replace(part.place, part=part.letter), args)


def too_many_or_few(part: Story | Standfirst, leg: int, change: int, changed: Sequence[HeldParagraph]) -> Finding:
    """A leg (from 0) is longer or shorter than it was by some lines; `changed` are its paragraphs that changed."""
    args: dict[str, object] = {"part": part_name(part), "leg": leg + 1, "lines": abs(change)}
    args["characters"] = _characters(change, changed)
    key = "composition.held_leg_over" if change > 0 else "composition.held_leg_short"
    return Finding(key, _place(part, changed), args)


def _place(part: Story | Standfirst, changed: Sequence[HeldParagraph]) -> Place:
    if not changed:
        return replace(part.place, part=part.letter)
    copy = changed[0].copy
    return replace(copy.passage.place, part=part.letter, paragraph=copy.index + 1)


def _characters(change: int, changed: Sequence[HeldParagraph]) -> int:
    """About how many characters to cut, or to add: the last line of the last paragraph that changed stands over, or has
    room first.
    """
    lines = [line for paragraph in changed for line in paragraph.lines]
    if not lines:
        return abs(change)
    last = lines[-1]
    measure = round(last.measure / last.size_pt)
    own = math.ceil(last.width / last.size_pt - 1e-6)
    return (abs(change) - 1) * measure + (own if change > 0 else max(1, measure - own + 1))
