"""Ornaments that are in no article: by their letter, their file and their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.diff.spots import near, spot
from jxprint.errors import Finding, Place
from jxprint.model import SeenGrid, SeenOrnament, SeenPage


def ornament_changes(old: SeenPage, new: SeenPage) -> Iterator[Finding]:
    """What came, went, moved or is another drawing; nothing where one side cannot know."""
    if old.ornaments is None or new.ornaments is None:
        return
    grid = new.grid or old.grid
    left = list(old.ornaments)
    pairs = [(one, _mate(one, left, new.ornaments)) for one in new.ornaments]
    for one, before in pairs:
        if before is None:
            yield _note("checks.diff.ornament_new", one, grid, at=one)
            continue
        if before.name != one.name:
            yield _note("checks.diff.ornament_other", one, grid, old=before.name)
        elif before.look != one.look:
            yield _note("checks.diff.ornament_drawn", one, grid)
        if not near(before.frame, one.frame):
            yield _note("checks.diff.ornament_moved", one, grid, old=before, new=one)
    for one in left:
        yield _note("checks.diff.ornament_gone", one, grid, at=one)


def _mate(one: SeenOrnament, left: list[SeenOrnament], new: Sequence[SeenOrnament]) -> SeenOrnament | None:
    """The old ornament of the same letter, else the same drawing whose letter is gone; it is taken."""
    letters = {other.letter for other in new}
    by_letter = (other for other in left if other.letter == one.letter)
    by_look = (other for other in left if other.look == one.look and other.letter not in letters)
    found = next(by_letter, None) or next(by_look, None)
    if found is not None:
        left.remove(found)
    return found


def _note(key: str, one: SeenOrnament, grid: SeenGrid | None, **args: SeenOrnament | str) -> Finding:
    """A finding about an ornament; ornaments among its arguments are said by where they stand."""
    told = {name: spot(value.frame, grid) if isinstance(value, SeenOrnament) else value for name, value in args.items()}
    return Finding(key, Place(part=one.letter), {"part": one.letter, "name": one.name, **told}, "note")
