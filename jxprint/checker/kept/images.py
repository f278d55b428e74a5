"""Images of an archive held against its PDF: each page is drawn anew and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from jxprint.errors import DescriptionError, Finding, PdfError, Place
from jxprint.geometry import PT_PER_MM
from jxprint.intake.drawable import check_drawable
from jxprint.intake.opening import plain

# Another release of what draws may soften edges otherwise. So large are the cells (inches) whose mean grey is compared,
# and so far may it be off (of 255): a third of a stroke of body text.
_CELL_INCH, _OFF = 1 / 60, 48
_PT_PER_INCH, _CM_PER_INCH = 72.0, 2.54
# A side may be so much longer than its inches say: a pixel that is begun, and what pHYs rounds (PNG 11.3.4.3: whole
# pixels to the metre).
_PIXELS = 2


def images_apart(
    pdf: bytes, name: str, images: Mapping[str, tuple[int, bytes]], bleeds: Sequence[float]
) -> Iterator[Finding]:
    """Images that do not show what the PDF does; `images` are by path, each with its page (from 0), `bleeds` are points
    by page. What is no PNG is told as well. Raises PdfError for a page that cannot be drawn.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, ValueError) as problem:
        raise PdfError(Finding("checks.damaged", Place(name), {"reason": plain(problem)})) from problem
    try:
        for path, (page, data) in images.items():
            if page >= len(document):
                continue
            check_drawable(pdf, name, page)
            try:
                found = _apart(document[page], path, data)
            except DescriptionError as problem:
                yield from problem.findings  # one image that is damaged says nothing of the others
                continue
            if found is not None:
                x, y = (round((one * _PT_PER_INCH - bleeds[page]) / PT_PER_MM, 1) for one in found)
                yield Finding("library.other_image", Place(path), {"page": page + 1, "x_mm": x, "y_mm": y})
    finally:
        document.close()


def size_of(data: bytes, path: str) -> tuple[float, float]:
    """An image's width and height. Raises DescriptionError for what is no PNG."""
    width, height = _opened(data, path).size
    return width, height


def _opened(data: bytes, path: str) -> Any:
    from PIL import Image, UnidentifiedImageError

    try:
        return Image.open(BytesIO(data), formats=("PNG",))
    except UnidentifiedImageError as problem:  # it names the place in memory alone
        raise DescriptionError(Finding("sources.damaged", Place(path), {"reason": "no PNG"})) from problem
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise DescriptionError(Finding("sources.damaged", Place(path), {"reason": plain(problem)})) from problem


def _apart(page: Any, path: str, data: bytes) -> tuple[float, float] | None:
    """Where an image differs from its page, in inches from its corner; None where it is the same."""
    from PIL import ImageChops

    image = _opened(data, path)
    dpi = round(image.info.get("dpi", (image.size[0] / page.get_width() * _PT_PER_INCH, 0))[0], 2)
    wanted = [side * dpi / _PT_PER_INCH for side in page.get_size()]
    if any(abs(one - other) > _PIXELS for one, other in zip(image.size, wanted, strict=True)):
        return 0.0, 0.0
    try:
        shown = image.convert("RGB")
    except (OSError, ValueError, SyntaxError) as problem:
        raise DescriptionError(Finding("sources.damaged", Place(path), {"reason": plain(problem)})) from problem
    drawn = page.render(scale=_snapped(dpi) / _PT_PER_INCH).to_pil().convert("RGB")
    if drawn.size != shown.size:
        return 0.0, 0.0
    if ImageChops.difference(drawn, shown).getbbox() is None:
        return None
    cell = max(1, round(dpi * _CELL_INCH))
    difference = ImageChops.difference(drawn.reduce(cell), shown.reduce(cell))
    bands = [band.point([0] * _OFF + [255] * (256 - _OFF)).getbbox() for band in difference.split()]
    corners = [box[:2] for box in bands if box is not None]
    if not corners:
        return None
    left, top = min(corners, key=lambda corner: (corner[1], corner[0]))
    return left * cell / dpi, top * cell / dpi


def _snapped(dpi: float) -> float:
    """A resolution as it was asked for: 299.99 to the inch is 300 in whole pixels to the metre."""
    whole = round(dpi)
    return whole if abs(dpi - whole) <= _CM_PER_INCH / 100 else dpi
