"""Body text on the baseline grid and within the type area."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.geometry import Rect
from jxprint.night_desk.marks import Mark
from jxprint.night_desk.view import NEAR_PT, Stand, View
from jxprint.placed import TextLine


def off_grid(view: View) -> Iterator[Mark]:
    """Baselines of body text stand on the grid to 0.1 pt (typography.md 1.11); vertical lines cross it."""
    first, pitch = view.placed.grid.first_baseline, view.pitch
    for stand in view.of_kinds(("story",)):
        worst, where, count = 0.0, None, 0
        for line in _body(stand):
            rows = (line.y - first) / pitch
            off = abs(rows - round(rows)) * pitch
            if off > NEAR_PT and line.length is None:
                count += 1
                if off > worst:
                    worst, where = off, line
        if where is not None:
            args = {"one": stand.name, "off": f"{worst:.2f}", "lines": count, "text": where.text[:_SHOWN]}
            yield Mark("off-grid", (stand.letter,), _box(where, view), args)


def outside(view: View) -> Iterator[Mark]:
    """No line of body text stands outside the type area (版心)."""
    area = view.area
    left, right, top, foot = area.x - NEAR_PT, area.right + NEAR_PT, area.y - NEAR_PT, area.bottom + NEAR_PT
    for stand in view.of_kinds(("story", "standfirst")):
        over = {leg.number for leg in stand.legs if leg.frame.right > right}
        lines = [line for line in _body(stand) if line.x < left or line.y > foot or line.y < top or line.leg in over]
        if lines:
            args = {"one": stand.name, "lines": len(lines), "text": lines[0].text[:_SHOWN]}
            yield Mark("outside", (stand.letter,), _box(lines[0], view), args)


_SHOWN = 12


def _body(stand: Stand) -> Iterator[TextLine]:
    for block in stand.blocks("body", "subhead", "standfirst"):
        yield from block.lines


def _box(line: TextLine, view: View) -> Rect:
    body = view.placed.grid.body_pt
    if line.length is not None:
        return Rect(line.x - body / 2, line.y, body, line.length)
    return Rect(line.x, line.y - body, line.measure, body)
