"""Lines that are drawn as filled rectangles, as many programs draw them."""

from __future__ import annotations

from jxprint.intake.matrices import Box
from jxprint.preflight.inks import tell_hairline
from jxprint.preflight.paths import Path, corner, overlap
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.profile import sheet

# Slices of one thing are not wider than this, and lie on or beside one another within rounding, in points.
_SLICE, _GAP = 2.0, 0.05


class Slices:
    """Gathers thin rectangles of a page as they are filled. One that lies along the one before or behind it is a slice
    of something larger, as programs cut blends (渐变), and no line.
    """

    def __init__(self, page: PageSubject) -> None:
        self._page = page
        self._last: Box | None = None
        self._view: Box | None = None

    def add(self, state: PaintState, path: Path) -> None:
        """A path is filled."""
        if state.fill.is_white:
            return
        for box in path.slices():
            self._add(box, self._page.view(state.clip))

    def _add(self, box: Box, view: Box) -> None:
        is_slice = self._last is not None and _along(self._last, box)
        if not is_slice:
            self.end()
        self._last = box
        self._view = None if is_slice or not 0 <= _width(box) < sheet.HAIRLINE_PT else view

    def end(self) -> None:
        """Nothing comes behind the last one."""
        spot = None if self._last is None or self._view is None else corner(self._last, self._view)
        if self._last is not None and spot is not None:
            tell_hairline(self._page, round(_width(self._last), 3), spot)
        self._last = self._view = None


def _width(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _along(one: Box, two: Box) -> bool:
    """Whether two rectangles are of a length and lie side by side."""
    left, low, right, high = overlap(one, two)
    if max(_width(one), _width(two)) > _SLICE or right - left < -_GAP or high - low < -_GAP:
        return False
    shared = max(right - left, high - low)
    return all(shared >= max(box[2] - box[0], box[3] - box[1]) - _SLICE for box in (one, two))
