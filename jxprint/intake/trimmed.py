"""What of a PDF page is placed: its trimmed box as it is seen, and what its operators name."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

# Nodes of a page tree above a page.
_DEPTH = 24


class PlacedBox(Struct, frozen=True):
    """What of a page is shown: the trimmed box in its own space (left, low, right, high) and how far it is turned
    clockwise, in degrees.
    """

    box: tuple[float, float, float, float]
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        left, low, right, high = self.box
        width, height = right - left, high - low
        return (height, width) if self.turn in (90, 270) else (width, height)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From the page's own space to one in which its lower left corner as seen is the origin."""
        left, low, right, high = self.box
        return {
            0: (1.0, 0.0, 0.0, 1.0, -left, -low),
            90: (0.0, -1.0, 1.0, 0.0, -low, right),
            180: (-1.0, 0.0, 0.0, -1.0, right, high),
            270: (0.0, 1.0, -1.0, 0.0, high, -left),
        }[self.turn]


def placed_box(page: Any) -> PlacedBox:
    """The trim box of a page (pikepdf's), else its crop box, within the paper; ISO 32000-1, 14.11.2."""
    boxes = [[float(edge) for edge in box] for box in (page.mediabox, page.cropbox, page.trimbox)]
    box = (
        max(min(one[0], one[2]) for one in boxes),
        max(min(one[1], one[3]) for one in boxes),
        min(max(one[0], one[2]) for one in boxes),
        min(max(one[1], one[3]) for one in boxes),
    )
    turn = _inherited(page.obj, "/Rotate")
    return PlacedBox(box, int(turn or 0) % 360 // 90 * 90)


def resources_of(page: Any) -> Any:
    """The resources of a page (pikepdf's), its own or those of a node above it; None where it has none."""
    return _inherited(page.obj, "/Resources")


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_DEPTH):
        if page is None or key in page:
            break
        page = page.get("/Parent")
    return None if page is None else page.get(key)
