"""Whether a drawing shows anything on white paper."""

from __future__ import annotations

from jxprint.artwork import Colour, Gradient, Group, Paint, Path


def is_white(item: Path | Group) -> bool:
    """Whether all that is painted is white; what is clipped away counts as painted."""
    if isinstance(item, Group):
        return all(map(is_white, item.items))
    paints = (item.fill, item.stroke.paint if item.stroke is not None else None)
    return all(paint is None or _is_white(paint) for paint in paints)


def _is_white(paint: Paint) -> bool:
    if isinstance(paint, Colour):
        return paint.red == paint.green == paint.blue == 1
    if isinstance(paint, Gradient):
        return all(_is_white(colour) for _, colour in paint.stops)
    return all(map(is_white, paint.items))
