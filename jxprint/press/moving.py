"""A placed page moved to the right, with all that stands on it."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.placed import (
    Article,
    Block,
    Box,
    Initial,
    PlacedPage,
    PlacedPicture,
    Rule,
    Shape,
    TextLine,
)

_Picture = TypeVar("_Picture", bound=PlacedPicture)


def moved(page: PlacedPage, by: float) -> PlacedPage:
    """The page `by` points further to the right; its own sheet stays as it is."""
    return replace(
        page,
        print_space=_rect(page.print_space, by),
        grid=replace(page.grid, column_xs=tuple(x + by for x in page.grid.column_xs)),
        under=_shapes(page.under, by),
        articles=tuple(_article(article, by) for article in page.articles),
        over=_shapes(page.over, by),
        ornaments=tuple(replace(_picture(one, by), room=one.room and _rect(one.room, by)) for one in page.ornaments),
    )


def _article(article: Article, by: float) -> Article:
    return replace(
        article,
        frame=_rect(article.frame, by),
        blocks=tuple(_block(block, by) for block in article.blocks),
        edge=tuple(tuple((x + by, y) for x, y in loop) for loop in article.edge),
    )


def _block(block: Block, by: float) -> Block:
    if isinstance(block, PlacedPicture):
        return _picture(block, by)
    return replace(
        block,
        lines=tuple(_line(line, by) for line in block.lines),
        frames=tuple(_rect(frame, by) for frame in block.frames),
        initial=None if block.initial is None else _initial(block.initial, by),
    )


def _initial(initial: Initial, by: float) -> Initial:
    return replace(
        initial,
        frame=_rect(initial.frame, by),
        beside=_rect(initial.beside, by),
        below=None if initial.below is None else _rect(initial.below, by),
    )


def _line(line: TextLine, by: float) -> TextLine:
    runs = tuple(replace(run, x=run.x + by) for run in line.runs)
    return replace(line, x=line.x + by, runs=runs, drawn=_shapes(line.drawn, by))


def _picture(picture: _Picture, by: float) -> _Picture:
    return replace(picture, frame=_rect(picture.frame, by), shapes=_shapes(picture.shapes, by))


def _shapes(shapes: tuple[Shape, ...], by: float) -> tuple[Shape, ...]:
    return tuple(_shape(shape, by) for shape in shapes)


def _shape(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Box):
        return replace(shape, frame=_rect(shape.frame, by))
    if isinstance(shape, Rule):
        return replace(shape, x1=shape.x1 + by, x2=shape.x2 + by)
    commands = tuple(
        (command[0], *(float(number) + by if at % 2 == 0 else number for at, number in enumerate(command[1:])))
        for command in shape.commands
    )
    return replace(shape, commands=commands)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x + by, rect.y, rect.width, rect.height)
