"""The one flip: from the page's space (top left of the trim box, y down) to the PDF's (bottom left of the media box,
y up). Points in both.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.placed import PlacedPage
from jxprint.writers.pdf.numbers import decimals


class Space(Struct, frozen=True):
    """`left` is added to x; y is taken from `top`."""

    left: float
    top: float

    def rectangle(self, frame: Rect) -> str:
        """Operands of `re`: lower left corner, width and height."""
        return decimals(self.left + frame.x, self.top - frame.bottom, frame.width, frame.height)

    def corners(self, frame: Rect) -> bytes:
        """A PDF rectangle's four numbers: lower left and upper right corner."""
        x, y, left, top = frame.x, frame.y, self.left, self.top
        numbers = decimals(left + x, top - (y + frame.height), left + (x + frame.width), top - y)
        return numbers.encode("ascii")


def space_of(page: PlacedPage) -> Space:
    """The media box is the trim box with bleed and slug on every side."""
    margin = page.bleed + page.slug
    return Space(margin, margin + page.height)
