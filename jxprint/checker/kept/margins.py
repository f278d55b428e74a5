"""The areas of a page by its trim and its type area: what lies beyond the type area on each side."""

from __future__ import annotations

from jxprint.checker.kept.seen import Box


def margins(trim: Box, space: Box) -> dict[str, Box]:
    """ALTO's areas by their names; corners belong to head and foot."""
    left, top, width, height = trim
    x, y, wide, high = space
    return {
        "PrintSpace": space,
        "TopMargin": (left, top, width, y - top),
        "BottomMargin": (left, y + high, width, top + height - y - high),
        "LeftMargin": (left, y, x - left, high),
        "RightMargin": (x + wide, y, left + width - x - wide, high),
    }
