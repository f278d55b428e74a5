"""A page as a picture: PNG through pdfium, the engine of a reader that a newsroom has."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from jxprint.errors import Finding, OutputError, PdfError, Place, UsageError
from jxprint.intake.drawable import check_drawable
from jxprint.writers.files import refuse_replacing, write_whole

# A broadsheet at 600 dpi is 118 megapixels; twice that is still drawn, more is a slip of the keyboard.
PIXEL_LIMIT = 240_000_000
# Measured on the first page: a level higher takes longer and saves little.
_LEVEL = 6


def render_png(
    pdf: Path | bytes, sink: Path | str | BinaryIO, *, dpi: float = 150, page: int = 0, gray: bool = False
) -> None:
    """Draw a page (from 0) of a PDF at `dpi` and write it as PNG; the same page and versions give the same bytes.

    The picture is the media box: trim and bleed. Raises PdfError where the file cannot be drawn, or not within bounds
    (see jxprint.intake.drawable), UsageError for a resolution that draws nothing, OutputError where the picture would
    pass PIXEL_LIMIT, would replace the PDF, or cannot be written.
    """
    import pypdfium2

    _check_resolution(dpi)
    name = str(pdf) if isinstance(pdf, Path) else "<pdf>"
    if isinstance(pdf, Path):
        refuse_replacing(sink, (pdf,))
    check_drawable(pdf, name, page)
    place = Place(file=name)
    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise PdfError(Finding("output.not_a_pdf", place, {"reason": str(error)})) from error
    try:
        one = document[page]
        _check_size(one.get_width(), one.get_height(), dpi)
        picture = one.render(scale=dpi / 72, grayscale=gray).to_pil()
        file = BytesIO()
        picture.save(file, "PNG", dpi=(dpi, dpi), compress_level=_LEVEL)
    except pypdfium2.PdfiumError as error:
        raise PdfError(Finding("output.not_a_pdf", place, {"reason": str(error)})) from error
    finally:
        document.close()
    write_whole(sink, file.getvalue())


def _check_resolution(dpi: float) -> None:
    """Refuse what is no resolution before the file is looked at."""
    if not dpi > 0 or dpi == float("inf"):
        raise UsageError(Finding("output.bad_dpi", args={"dpi": dpi}))


def _check_size(width: float, height: float, dpi: float) -> None:
    """Refuse what would not fit in memory before pdfium is asked for it; sides in points."""
    across, down = round(width * dpi / 72), round(height * dpi / 72)
    if across * down == 0:
        raise UsageError(Finding("output.bad_dpi", args={"dpi": dpi}))
    if across * down > PIXEL_LIMIT:
        allowed = int(72 * (PIXEL_LIMIT / (width * height)) ** 0.5)
        arguments = {
            "dpi": f"{dpi:g}",
            "width": across,
            "height": down,
            "limit": PIXEL_LIMIT // 1_000_000,
            "allowed": allowed,
        }
        raise OutputError(Finding("output.too_many_pixels", args=arguments))
