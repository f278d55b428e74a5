"""A block's lines by the legs that they stand in, each leg with its frame."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.placed.type import TextBlock, TextLine


def legs_of(block: TextBlock) -> list[tuple[tuple[TextLine, ...], Rect]]:
    """The lines of each leg with the frame they fill. A drop cap, the lines beside it and those under these have frames
    of their own, so that none lies over another.
    """
    legs: dict[int, list[TextLine]] = {}
    for line in block.lines:
        legs.setdefault(line.leg, []).append(line)
    found = [(tuple(lines), frame) for lines, frame in zip(legs.values(), block.frames, strict=True)]
    initial = block.initial
    if initial is None:
        return found
    first, *more = found[0][0]
    cap = replace(first, y=first.runs[0].y, runs=first.runs[: initial.runs], drawn=())
    lines = replace(first, runs=first.runs[initial.runs :]), *more
    parts = [((cap,), initial.frame), (lines[: initial.lines], initial.beside)]
    if initial.below is not None:
        parts.append((lines[initial.lines :], initial.below))
    return [*parts, *found[1:]]
