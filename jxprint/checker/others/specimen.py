"""A specimen of glyphs, each code of each font in a cell of its own, drawn by pdfium from the programs in the file.

Fonts of any kind are drawn as readers draw them, and nothing else of the page is near: no rule, colour or neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct

from jxprint.checker.codes import CodeFont
from jxprint.checker.others.likeness import CELL_PX, EM_PX, look_of

# Cells beside one another, and rows of them on one page of the specimen.
_ACROSS, _DOWN = 40, 40
_MARGIN_PX = (CELL_PX - EM_PX) / 2
# The foot of the em is so far below the baseline (ems).
_DESCENT_EM = 0.12


class Cell(Struct, frozen=True):
    """A code of a font; the font by the number of its object in the file."""

    font: tuple[int, int]
    code: int


class Drawn(Struct, frozen=True):
    """What a glyph looks like, None where nothing is drawn; and whether all of it stands on one side of its em, and
    goes on beyond its cell.
    """

    look: int | None
    is_aside: bool


def drawn_in(document: Any, fonts: dict[tuple[int, int], CodeFont], cells: Sequence[Cell]) -> Iterator[Drawn]:
    """The glyphs, in the order of the cells."""
    import pypdfium2
    from PIL import ImageOps

    pages = [cells[at : at + _ACROSS * _DOWN] for at in range(0, len(cells), _ACROSS * _DOWN)]
    data = _written(document, fonts, pages)
    specimen = pypdfium2.PdfDocument(data)
    try:
        for page, shown in zip(specimen, pages, strict=True):
            # A pixel a point, in grey; pdfium's letters are softened as on a screen.
            picture = ImageOps.invert(page.render(scale=1, grayscale=True).to_pil().convert("L"))
            page.close()
            for number in range(len(shown)):
                row, column = divmod(number, _ACROSS)
                left, top = column * CELL_PX, row * CELL_PX
                cell = picture.crop((left, top, left + CELL_PX, top + CELL_PX))
                yield Drawn(look_of(cell), _is_aside(cell.getbbox()))
    finally:
        specimen.close()


def _is_aside(ink: tuple[int, int, int, int] | None) -> bool:
    """Whether the box of a glyph's ink reaches an edge of its cell and does not reach back to the middle."""
    if ink is None:
        return False
    half = CELL_PX / 2
    is_after = (ink[2] == CELL_PX and ink[0] > half) or (ink[3] == CELL_PX and ink[1] > half)
    return is_after or (ink[0] == 0 and ink[2] < half) or (ink[1] == 0 and ink[3] < half)


def _written(document: Any, fonts: dict[tuple[int, int], CodeFont], pages: Sequence[Sequence[Cell]]) -> bytes:
    import pikepdf

    with pikepdf.Pdf.new() as specimen:
        copied: dict[tuple[int, int], Any] = {}
        for cells in pages:
            rows = -(-len(cells) // _ACROSS)
            page = specimen.add_blank_page(page_size=(_ACROSS * CELL_PX, rows * CELL_PX))
            named: dict[str, Any] = {}
            content: list[str] = []
            for number, cell in enumerate(cells):
                if cell.font not in copied:
                    copied[cell.font] = specimen.copy_foreign(document.get_object(cell.font))
                name = f"/F{cell.font[0]}-{cell.font[1]}"
                named[name] = copied[cell.font]
                row, column = divmod(number, _ACROSS)
                content.append(_shown(fonts[cell.font], name, cell.code, column, rows - 1 - row))
            page.obj["/Resources"] = pikepdf.Dictionary({"/Font": pikepdf.Dictionary(named)})
            page.obj["/Contents"] = specimen.make_stream("\n".join(content).encode("ascii"))
        sink = BytesIO()
        specimen.save(sink, compress_streams=False)
        return sink.getvalue()


def _shown(font: CodeFont, name: str, code: int, column: int, row: int) -> str:
    """A glyph in the middle of its cell; `row` counts from the foot of the page."""
    left, foot = column * CELL_PX, row * CELL_PX
    size = max(font.code_bytes, (code.bit_length() + 7) // 8)
    if font.is_vertical:
        x, y = left + CELL_PX / 2, foot + CELL_PX - _MARGIN_PX
    else:
        width = min(font.advance(code) / 1000 or 1.0, 1.0) * EM_PX
        x, y = left + (CELL_PX - width) / 2, foot + _MARGIN_PX + _DESCENT_EM * EM_PX
    clip = f"{left} {foot} {CELL_PX} {CELL_PX} re W n"
    return f"q {clip} BT {name} {EM_PX} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{code.to_bytes(size).hex()}> Tj ET Q"
