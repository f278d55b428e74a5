"""What make-up (拼版) would refuse of a page that never comes to it, since something else is wrong: what is pinned
deeper than the page, and what stands in a story too narrow or too shallow for it. Told in make-up's own words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.dummies import cells_of, is_rectangle
from jxprint.description.insets import read_within
from jxprint.description.pins import read_pins
from jxprint.description.tables import Table
from jxprint.errors import Finding, Phrase, Place
from jxprint.geometry import PT_PER_MM
from jxprint.model import Dummy, Grid, Page, Sheet, Story, Within
from jxprint.model.page import rows_between

_TOLERANCE = 1e-6


class KnownPart(Struct, frozen=True):
    """What is known of a part: how messages name it, its pins, and where it stands in a story."""

    letter: str
    name: str
    place: Place
    rows: int | None = None
    least: int | None = None
    top: int | None = None
    within: Within | None = None


def known_parts(table: Table, grid: Grid | None) -> Iterator[KnownPart]:
    """The parts of a page.toml that cannot be read as a page. What is wrong with their keys has been told."""
    for part in table.tables("part") if isinstance(table.values.get("part"), list) else ():
        letter, copy = part.values.get("letter"), part.values.get("copy")
        if not isinstance(letter, str):
            continue
        silent = replace(part, findings=[])
        of_story = part.values.get("kind") == "story" and isinstance(copy, str)
        name = PurePath(str(copy)).stem if of_story else letter
        yield KnownPart(letter, name, part.place(), *read_pins(silent, grid), read_within(silent, grid))


def foreseen_of(page: Page) -> list[Finding]:
    """The same of a page that was read, and whose edition is refused."""
    parts = [
        KnownPart(one.letter, one.name if isinstance(one, Story) else one.letter, one.place, one.rows, one.min_rows,
                  one.top, one.within)
        for one in page.parts
    ]  # fmt: skip
    return foreseen(parts, page.dummy, page.grid, page.sheet, page.style.spacing.between_parts)


def foreseen(parts: Iterable[KnownPart], dummy: Dummy, grid: Grid, sheet: Sheet, between_parts: float) -> list[Finding]:
    """What would be refused; `between_parts` is white in rows."""
    known = {part.letter: part for part in parts}
    depth = rows_between(sheet, grid)
    gap = math.ceil(between_parts - 1e-9)
    return [*_too_deep(known, dummy, depth, gap), *_too_large(known, dummy, grid, depth)]


def _too_deep(known: dict[str, KnownPart], dummy: Dummy, depth: int, gap: int) -> Iterator[Finding]:
    """Columns in which more rows are pinned than there are. A part without a pin takes a row at the least; of one with
    corners nobody knows how deep it is in one column.
    """
    cells = cells_of(dummy)
    told: set[str] = set()
    for column in dict.fromkeys(tuple(dict.fromkeys(column)) for column in zip(*dummy.rows, strict=True)):
        deep, at = 0, 0
        for letter in column:
            part = known.get(letter, KnownPart(letter, letter, Place()))
            rows = part.rows or part.least or 1
            at = max(deep, part.top or 0)
            deep = at + (rows if is_rectangle(cells[letter]) else 1) + gap
        pinned = [known[one] for one in column if one in known and (known[one].rows or known[one].least)]
        over = deep - gap - depth
        if over <= 0 or not pinned or pinned[-1].letter in told:
            continue
        told.add(pinned[-1].letter)
        args = {"parts": _named([known[one] for one in column if one in known]), "rows": over, "depth": depth}
        yield Finding("composition.part_over_foot", pinned[-1].place, args)


def _too_large(known: dict[str, KnownPart], dummy: Dummy, grid: Grid, depth: int) -> Iterator[Finding]:
    """Parts that are wider than the columns of their story, or begin under the foot of the page, or of the rows that
    the story is pinned to.
    """
    for part in known.values():
        within = part.within
        span = max((row.count(within.letter) for row in dummy.rows), default=0) if within is not None else 0
        if within is None or not span:
            continue
        wider = (within.width_pt or 0.0) - grid.span_em(span) * grid.body_pt
        if wider > _TOLERANCE:
            yield Finding("composition.inset_too_wide", part.place, {"over": round(wider / PT_PER_MM, 1)})
        host = known.get(within.letter, KnownPart(within.letter, within.letter, Place()))
        room = min(host.rows or depth, depth)
        if within.down is not None and within.down >= room:
            args = {"inset": part.name, "down": within.down, "part": host.name, "room": room}
            yield Finding("composition.inset_under_foot", part.place, args)


def _named(parts: Sequence[KnownPart]) -> tuple[str | Phrase, ...]:
    """Their names with what each is pinned to."""
    found: list[str | Phrase] = []
    for part in parts:
        rows = part.rows or part.least
        args = {"name": part.name, "row": part.top, "rows": rows}
        if part.top is not None:
            found.append(Phrase("composition.pinned_at" if rows is None else "composition.pinned_at_deep", args))
        else:
            found.append(part.name if rows is None else Phrase("composition.pinned_deep", args))
    return tuple(found)
