"""Pages drawn for a report: grey pictures of moderate size, within the page of HTML itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct

from jxprint.errors import PdfError
from jxprint.geometry import PT_PER_MM
from jxprint.intake.drawable import check_drawable

# A broadsheet is 1600 pixels wide then, and body text can be read; of pages behind these only what they look like.
_DPI, _SMALL_DPI, _LARGE = 104, 48, 12
# As many pixels as one picture may have; what is larger is drawn smaller.
_PIXELS = 8_000_000
_GREYS = 16


class Pictured(Struct, frozen=True):
    """A page's picture as a data URI, and where it stands: left, top, width and height in mm from the top left corner
    of the trim box; the trim's own width and height.
    """

    uri: str
    frame: tuple[float, float, float, float]
    trim: tuple[float, float]


def pictured(pdf: Path | bytes, name: str, marked: frozenset[int], count: int) -> Iterator[Pictured | None]:
    """The first `count` pages in order, None for one that cannot be drawn within bounds; those that are `marked` (from
    0), and the first few, so that they can be read.
    """
    for index in range(count):
        is_large = index in marked or index < _LARGE
        try:
            check_drawable(pdf, name, index)
            yield _drawn(pdf, index, _DPI if is_large else _SMALL_DPI)
        except (PdfError, ValueError, OSError, MemoryError):
            yield None  # the report says so


def _drawn(pdf: Path | bytes, index: int, dpi: float) -> Pictured | None:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        page = document[index]
        page.set_rotation(0)  # places count from the page as its content stands
        width, height = page.get_size()
        scale = min(dpi / 72, (_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = page.render(scale=scale, grayscale=True).to_pil()
        return Pictured(_uri(picture), *_places(page, width, height))
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _places(page: Any, width: float, height: float) -> tuple[tuple[float, float, float, float], tuple[float, float]]:
    left, low, right, high = page.get_trimbox()
    shown_left, _, _, shown_high = page.get_cropbox()
    frame = (shown_left - min(left, right)), (max(low, high) - shown_high), width, height
    x, y, w, h = (round(one / PT_PER_MM, 2) for one in frame)
    return (x, y, w, h), (round(abs(right - left) / PT_PER_MM, 2), round(abs(high - low) / PT_PER_MM, 2))


def _uri(picture: Any) -> str:
    """A few greys are enough to read by, and take half the room of all."""
    step = 255 / (_GREYS - 1)
    picture = picture.convert("L").point([round(value / step) for value in range(256)])
    picture.putpalette([round(at * step) for at in range(_GREYS) for _ in "rgb"])
    file = BytesIO()
    picture.save(file, "PNG", optimize=True, bits=4)
    return "data:image/png;base64," + b64encode(file.getvalue()).decode("ascii")
