"""How finely a picture is printed follows from what is shown of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jxprint.geometry import Rect
from jxprint.placed import PlacedPicture
from jxprint.placed.resolution import printed_ppi

_FILE = Path("a.jpg")


@pytest.mark.parametrize(
    ("frame", "pixels", "crop", "ppi"),
    [
        (Rect(0, 0, 144, 72), (600, 300), None, 300.0),
        (Rect(9, 9, 144, 144), (600, 300), Rect(0.25, 0.0, 0.5, 1.0), 150.0),
        (Rect(0, 0, 72, 36), (600, 300), Rect(0.5, 0.5, 0.1, 0.1), 60.0),
    ],
)
def test_pixels_per_inch_as_printed(frame: Rect, pixels: tuple[int, int], crop: Rect | None, ppi: float) -> None:
    """Those of the part that is shown, over the frame that shows it."""
    assert printed_ppi(PlacedPicture(frame, "", _FILE, pixels, crop)) == pytest.approx(ppi)


def test_the_coarser_way_counts() -> None:
    """Where somebody else squeezed it."""
    assert printed_ppi(PlacedPicture(Rect(0, 0, 72, 72), "", _FILE, (300, 100))) == pytest.approx(100)


def test_what_has_no_pixels_has_no_resolution() -> None:
    """A placeholder, a drawing, a frame of no size."""
    assert printed_ppi(PlacedPicture(Rect(0, 0, 72, 72), "")) is None
    assert printed_ppi(PlacedPicture(Rect(0, 0, 72, 72), "", _FILE)) is None
    assert printed_ppi(PlacedPicture(Rect(0, 0, 0, 72), "", _FILE, (10, 10))) is None
