"""The inks of a placed page."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.ink import Ink, Spot
from jxprint.placed import Box, PlacedPage, PlacedPicture, Rule, Shape


def spots_on(page: PlacedPage) -> tuple[Spot, ...]:
    """The spot inks that something on a page has, by their names; those of pictures' files are not known."""
    found = {ink.spot for ink in _inks(page) if ink.spot is not None}
    return tuple(sorted(found, key=lambda spot: (spot.name, spot.cmyk)))


def _inks(page: PlacedPage) -> Iterator[Ink]:
    """Every ink that something on a page has."""
    yield from _of_shapes((*page.under, *page.over, *page.marks))
    for ornament in page.ornaments:
        yield from _of_shapes(ornament.shapes)
    for article in page.articles:
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                yield from _of_shapes(block.shapes)
            else:
                for line in block.lines:
                    yield from (run.ink for run in line.runs)
                    yield from _of_shapes(line.drawn)


def _of_shapes(shapes: tuple[Shape, ...]) -> Iterator[Ink]:
    for shape in shapes:
        if isinstance(shape, Rule):
            yield shape.ink
        else:
            inks = (shape.fill, shape.stroke) if isinstance(shape, Box) else (shape.fill,)
            yield from (ink for ink in inks if ink is not None)
