"""Masks that cut and do nothing else: drawing programs write them where SVG has clip paths.

A mask of plain white shapes lets everything through within them and nothing beside them. Any other one would be seen as
a fade, and is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxprint.artwork import Clip, Colour, Group, Path

_WHITE = Colour(1.0, 1.0, 1.0)


def cut_of(items: Iterable[Path | Group], by_opacity: bool) -> Clip | None:
    """The area that a mask of these items lets through; `by_opacity`: whatever their colour. None where it is none."""
    paths = list(_paths(items))
    shown = [path for path in paths if path is not None and _shows(path, by_opacity)]
    if len(shown) < len(paths) or len({path.even_odd for path in shown}) > 1:
        return None
    if len(shown) > 1 and shown[0].even_odd:  # where two of them lie over one another there would be a hole
        return None
    return Clip(tuple((path.matrix, path.commands) for path in shown), bool(shown) and shown[0].even_odd)


def _paths(items: Iterable[Path | Group]) -> Iterator[Path | None]:
    """The paths, and None for what is more than paths."""
    for item in items:
        if isinstance(item, Path):
            yield item
        elif item.opacity < 1 or item.clip is not None:
            yield None
        else:
            yield from _paths(item.items)


def _shows(path: Path, by_opacity: bool) -> bool:
    plain = isinstance(path.fill, Colour) and (by_opacity or path.fill == _WHITE)
    return plain and path.opacity == 1 and path.stroke is None
