"""Sizes that a reader judges by: of the lead story's head beside all others, and the length of vertical lines."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.night_desk.marks import Mark
from jxprint.night_desk.view import NEAR_PT, Stand, View

# A vertical line is no longer than this, in ems of the body type: what is longer loses the reader on the way to the
# head of the next one (a confession: a column of a vertical newspaper has ten to twenty characters).
_LONGEST_EM = 25.0


def lead_heads(view: View) -> Iterator[Mark]:
    """头条 with a head smaller than another one's: it was too long for its columns and stepped down. A lead whose head
    has the size that the house gives to so many columns is as its editor wanted it. The lead is the main head, else the
    story that is read first.
    """
    sizes = [(stand, size) for stand in view.headed if (size := _size(stand)) > 0]
    lead = min(sizes, key=lambda one: one[0].kind != "headline", default=None)
    if lead is None:
        return
    (stand, size), (largest, most) = lead, max(sizes, key=lambda one: one[1])
    if most <= size + NEAR_PT or size >= _usual(view, stand) - NEAR_PT or stand.head is None:
        return
    args = {"one": stand.name, "other": largest.name, "size": f"{size:g}", "larger": f"{most:g}"}
    yield Mark("lead-head", (stand.letter, largest.letter), stand.head, args)


def long_lines(view: View) -> Iterator[Mark]:
    """直排行过长: vertical text in too few legs for its depth."""
    body = view.placed.grid.body_pt
    for stand in view.of_kinds(("story",)):
        if not stand.vertical:
            continue
        longest = max((line.measure for block in stand.blocks("body") for line in block.lines), default=0.0) / body
        if longest > _LONGEST_EM:
            args = {"one": stand.name, "longest": f"{longest:g}", "most": f"{_LONGEST_EM:g}", "legs": len(stand.legs)}
            yield Mark("long-lines", (stand.letter,), stand.frame, args)


def _size(stand: Stand) -> float:
    """The largest type of a head (points), 0 where it has none."""
    return max((run.size for block in stand.blocks("headline") for line in block.lines for run in line.runs), default=0)


def _usual(view: View, stand: Stand) -> float:
    """The size that the house gives to a head over the columns of a part (points)."""
    role = view.page.style.roles.get("headline" if stand.kind == "headline" else "story_headline")
    half = view.placed.grid.column_width / 2
    span = sum(stand.frame.x <= x + half <= stand.frame.right for x in view.placed.grid.column_xs)
    return role.size_over(span) if role is not None else 0.0
