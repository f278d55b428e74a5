"""What is drawn cut off at the edge of some area: shapes by their geometry, pictures by their crop.

Writers know no clip for a page's artifacts, and need none: what stands within is handed on as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot
from typing import TypeVar

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.placed import Article, Block, Box, Outline, PlacedPage, PlacedPicture, Rule, Shape
from jxprint.press.halves import Commands, half

_SAME_PT = 1e-6
_WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
_Picture = TypeVar("_Picture", bound=PlacedPicture)


def within(page: PlacedPage, area: Rect) -> PlacedPage:
    """The page with nothing drawn beyond `area`; type is left where it is, for it is read."""
    return replace(
        page,
        under=clipped(page.under, area),
        articles=tuple(_article(article, area) for article in page.articles),
        over=clipped(page.over, area),
        ornaments=tuple(_picture(ornament, area) for ornament in page.ornaments),
    )


def clipped(shapes: Iterable[Shape], area: Rect) -> tuple[Shape, ...]:
    """Shapes as far as they are within an area, in their order."""
    return tuple(piece for shape in shapes for piece in _pieces(shape, area))


def _article(article: Article, area: Rect) -> Article:
    """The article itself where none of its pictures passes the area."""
    blocks: tuple[Block, ...] = tuple(
        _picture(block, area) if isinstance(block, PlacedPicture) else block for block in article.blocks
    )
    is_same = all(one is other for one, other in zip(blocks, article.blocks, strict=True))
    return article if is_same else replace(article, blocks=blocks)


def _picture(picture: _Picture, area: Rect) -> _Picture:
    frame, shown = picture.frame, _common(picture.frame, area)
    if shown is None or shown == frame:
        return picture
    crop = picture.crop or _WHOLE
    across, down = crop.width / frame.width, crop.height / frame.height
    left, top = crop.x + (shown.x - frame.x) * across, crop.y + (shown.y - frame.y) * down
    cut = Rect(left, top, shown.width * across, shown.height * down)
    return replace(picture, frame=shown, crop=cut, shapes=clipped(picture.shapes, area))


def _pieces(shape: Shape, area: Rect) -> Iterator[Shape]:
    around = _around(shape)
    common = None if around is None else _common(around, area)
    if around is None or common == around:
        yield shape
    elif common is None:
        return
    elif isinstance(shape, Box) and shape.stroke is None:
        yield replace(shape, frame=common)
    elif isinstance(shape, Box):
        yield from clipped(_parts(shape), area)
    elif isinstance(shape, Rule) and (shape.x1 == shape.x2 or shape.y1 == shape.y2):
        yield Box(common, fill=shape.ink)
    else:
        commands = shape.commands if isinstance(shape, Outline) else _corners(shape)
        for axis, limit, way in ((0, area.x, 1), (0, area.right, -1), (1, area.y, 1), (1, area.bottom, -1)):
            commands = half(commands, axis, limit, way)
        yield Outline(commands, shape.fill if isinstance(shape, Outline) else shape.ink)


def _parts(box: Box) -> Iterator[Shape]:
    """A box with a stroke as what it paints: its fill, and a rule along each side."""
    frame, width = box.frame, box.stroke_pt
    if box.fill is not None:
        yield Box(frame, fill=box.fill)
    if box.stroke is not None:
        left, right = frame.x - width / 2, frame.right + width / 2
        for y in (frame.y, frame.bottom):
            yield Rule(left, y, right, y, width, box.stroke)
        for x in (frame.x, frame.right):
            yield Rule(x, frame.y + width / 2, x, frame.bottom - width / 2, width, box.stroke)


def _around(shape: Shape) -> Rect | None:
    """The upright rectangle around what a shape paints; None where that is nothing."""
    if isinstance(shape, Box):
        half_stroke = shape.stroke_pt / 2 if shape.stroke is not None else 0.0
        frame = shape.frame
        return Rect(
            frame.x - half_stroke, frame.y - half_stroke, frame.width + 2 * half_stroke, frame.height + 2 * half_stroke
        )
    commands = shape.commands if isinstance(shape, Outline) else _corners(shape)
    numbers = [[float(number) for number in command[1:]] for command in commands]
    xs = [x for one in numbers for x in one[::2]]
    ys = [y for one in numbers for y in one[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None


def _corners(rule: Rule) -> Commands:
    """A rule as the rectangle that it paints: its ends are cut straight (butt caps)."""
    along = rule.x2 - rule.x1, rule.y2 - rule.y1
    length = hypot(*along) or 1.0
    x, y = -along[1] / length * rule.width_pt / 2, along[0] / length * rule.width_pt / 2
    return (
        ("M", rule.x1 + x, rule.y1 + y),
        ("L", rule.x2 + x, rule.y2 + y),
        ("L", rule.x2 - x, rule.y2 - y),
        ("L", rule.x1 - x, rule.y1 - y),
        ("Z",),
    )


def _common(one: Rect, area: Rect) -> Rect | None:
    """What two rectangles share; the first itself where it does not pass the second, None where they do not meet."""
    left, top = max(one.x, area.x), max(one.y, area.y)
    right, bottom = min(one.right, area.right), min(one.bottom, area.bottom)
    if max(left - one.x, top - one.y, one.right - right, one.bottom - bottom) <= _SAME_PT:
        return one
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None
