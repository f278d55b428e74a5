"""What stands in markers, patterns and masks (SVG 1.1, 11.6, 13.3 and 14.4), drawn where something names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxprint.artwork import IDENTITY, Clip, Commands, Group, Matrix, Tiling, times
from jxprint.intake.svg.boxes import Box, around, box_in, inverse
from jxprint.intake.svg.context import Context, Item
from jxprint.intake.svg.markers import place, places
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.masks import cut_of
from jxprint.intake.svg.numbers import length, numbers, transform
from jxprint.intake.svg.properties import standing
from jxprint.intake.svg.strokes import stroke_width
from jxprint.intake.svg.viewport import fitted

_MARKERS = ("marker-start", "marker-mid", "marker-end")
_MARKED = ("path", "line", "polyline", "polygon")
# A mask of the usual size reaches a tenth beyond what it masks.
_BEYOND = {"x": "-10%", "y": "-10%", "width": "120%", "height": "120%"}


def marked(
    context: Context, element: Element, given: Mapping[str, str], commands: Commands, matrix: Matrix
) -> Iterator[Item]:
    """The markers of a shape, over it."""
    if element.name not in _MARKED or all(given[name] == "none" for name in _MARKERS) or not commands:
        return
    markers = [None if given[key] == "none" else context.find(given[key], "marker", element.line) for key in _MARKERS]
    if markers[1] is not None and "a" in element.attributes.get("d", "").lower():  # arcs are taken apart
        context.faults.add("page.svg_undrawn", element.line, what="marker-mid, A")
    width = stroke_width(given, context.view)
    kept = context.around
    current = {
        key: given["color"] if given[key].lower() == "currentcolor" else given[key] for key in ("fill", "stroke")
    }
    start, mid, end = (one is not None for one in markers)
    for kind, at, angle in places(commands, (start, mid, end)):
        marker = markers[kind]
        assert marker is not None
        context.bounds.element(marker, len(context.opened))
        placed = place(marker, kind, at, angle, width)
        if placed is None:
            continue
        inner, frame, edge = placed
        outer = standing(marker, context.sheet)
        with context.drawing(marker, element.line) as is_new:
            context.around = {f"context-{key}": kept.get(value, value) for key, value in current.items()}
            content = context.inside(marker, outer, times(inner, matrix), len(context.opened)) if is_new else ()
            items = tuple(content)
            context.around = kept
        if outer["overflow"] in ("visible", "auto"):
            yield from items
        elif items:
            yield Group(items, 1.0, Clip(((times(frame, matrix), edge),)))


def tiles(context: Context, element: Element, lent: Element, box: Box) -> Tiling | None:
    """A pattern for a shape with a box; `lent` is its element with what it borrows. None where it has no extent."""
    given = lent.attributes
    of_box = given.get("patternUnits", "objectBoundingBox") == "objectBoundingBox"
    wholes = (1.0, 1.0) if of_box else context.view
    x, y, width, height = (
        length(given.get(key, "0"), of)
        for key, of in zip(("x", "y", "width", "height"), (*wholes, *wholes), strict=True)
    )
    if of_box:
        x, y, width, height = x * box[2] + box[0], y * box[3] + box[1], width * box[2], height * box[3]
    if min(width, height) < 0:
        raise ValueError("width, height")
    matrix = transform(given.get("patternTransform", ""))
    back = inverse(matrix)
    if not (width and height) or back is None or not lent.children:
        return None
    content = IDENTITY
    if "viewBox" in given:
        view = numbers(given["viewBox"])
        if len(view) != 4 or min(view[2:]) <= 0:
            raise ValueError(given["viewBox"])
        content = times(fitted(view, (width, height), given.get("preserveAspectRatio", "")), (1, 0, 0, 1, x, y))
    elif given.get("patternContentUnits", "userSpaceOnUse") == "objectBoundingBox":
        content = (box[2], 0.0, 0.0, box[3], box[0], box[1])
    over = box_in(box, back)
    kept = context.bounds.times
    with context.drawing(element, element.line) as is_new:
        context.bounds.times *= (over[2] / width + 2) * (over[3] / height + 2)
        outer = standing(lent.children[0].parent or lent, context.sheet)
        items = tuple(context.inside(lent, outer, content, len(context.opened))) if is_new else ()
        context.bounds.times = kept
    return Tiling(items, (x, y, width, height), matrix) if items else None


def cut(context: Context, element: Element, text: str, matrix: Matrix, items: Sequence[Item]) -> Iterator[Clip]:
    """The areas that the mask of some items lets through; one that fades is told."""
    mask = context.find(text, "mask", element.line)
    if mask is None:
        return
    given = standing(mask, context.sheet)
    by_box = mask.attributes.get("maskContentUnits", "userSpaceOnUse") != "userSpaceOnUse"
    box = around(items, matrix)
    with context.drawing(mask, element.line) as is_new:
        content = tuple(context.inside(mask, given, matrix, len(context.opened))) if is_new else ()
    area = cut_of(content, given["mask-type"] == "alpha")
    if area is None or by_box or box is None or given["mask"] != "none" or given["clip-path"] != "none":
        context.faults.add("page.svg_undrawn", mask.line, what="mask")
        return
    yield area
    region = _region(context, mask, box)
    if region is not None:
        yield Clip(((matrix, region),))


def _region(context: Context, mask: Element, box: Box) -> Commands | None:
    """The frame of a mask; None where it cannot cut anything off."""
    given = mask.attributes
    of_box = given.get("maskUnits", "objectBoundingBox") == "objectBoundingBox"
    if of_box and not any(key in given for key in _BEYOND):
        return None
    wholes = (1.0, 1.0) if of_box else context.view
    x, y, width, height = (
        length(given.get(key, usual), of) for (key, usual), of in zip(_BEYOND.items(), (*wholes, *wholes), strict=True)
    )
    if of_box:
        x, y, width, height = x * box[2] + box[0], y * box[3] + box[1], width * box[2], height * box[3]
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))
