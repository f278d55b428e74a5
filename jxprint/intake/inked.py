"""Whether anything of a page would be seen: white on white and what lies beyond its box are operators all the same."""

from __future__ import annotations

from pathlib import Path

# Pixels along the longer side: hairlines are drawn a pixel wide, however small the page is.
_SIDE = 256


def is_white(pdf: Path, page: int, box: tuple[float, float, float, float]) -> bool:
    """Whether page `page` (from 0) is white within a box of its own space. The file has been looked at before: it can
    be drawn within bounds. What pdfium cannot draw is not judged.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError):
        return False
    try:
        document[page].set_cropbox(*box)
        sheet = document[page]
        image = sheet.render(scale=_SIDE / max(*sheet.get_size(), 1.0), grayscale=True).to_pil()
        lightest: tuple[int, int] = image.convert("L").getextrema()
        return lightest[0] == 255
    except pypdfium2.PdfiumError:
        return False
    finally:
        document.close()
