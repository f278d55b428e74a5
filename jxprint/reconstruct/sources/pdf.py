"""A page of a PDF that was made from text (原生 PDF): pdfium tells its glyphs, their places, sizes and faces.

What pdfium adds of its own (blanks where glyphs stand apart, line ends) is left out, but for a blank between two words
of Latin text, which a file may say by distance alone.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from jxprint.errors import DescriptionError, Finding, PdfError, Place
from jxprint.geometry import Rect
from jxprint.reconstruct.evidence import Asked, Evidence, Line, Paper
from jxprint.reconstruct.sources.glyphs import TURNED, Glyph, is_wide, lines_of

# Of a page's characters so many may have no text (their font does not say which they are).
_MOST_NAMELESS = 0.2
# What stands turned by more than this is no line of the page's (degrees); a page of which this is the most is refused.
_LEVEL, _MOST_TURNED = 2.0, 0.5
# A picture takes so much of a page at the least.
_LEAST_PICTURE = 0.004
_NAMELESS = "\0\ufffe\uffff\ufffd"


def read_pdf(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of one page of a PDF. Raises DescriptionError where it has no text, or several pages and none is
    asked for.
    """
    from jxprint.intake.drawable import check_drawable
    from jxprint.intake.opening import opened

    try:
        with opened(data, name) as document:
            count = len(document.pages)
        number = _number(name, count, asked.page)
        check_drawable(data, name, number, painted=False)
    except PdfError as error:
        raise DescriptionError(*error.findings) from error
    lines, paper, turned = _read(data, name, number)
    if not lines:
        raise DescriptionError(Finding("sources.scanned", Place(name), {"pictures": len(paper.pictures)}))
    findings = []
    if turned:
        findings.append(Finding("sources.turned", Place(name), {"text": turned[:24], "count": len(turned)}, "warning"))
    return Evidence(name, "pdf", tuple(lines), data, "PDF", tuple(findings), paper, number + 1 if count > 1 else None)


def _number(name: str, count: int, page: int | None) -> int:
    """The page to read, from 0."""
    if page is None and count > 1:
        raise DescriptionError(Finding("sources.several_pages", Place(name), {"count": count}))
    if page is not None and not 1 <= page <= count:
        raise DescriptionError(Finding("sources.no_such_page", Place(name), {"page": page, "count": count}))
    return (page or 1) - 1


def _read(data: bytes, name: str, number: int) -> tuple[list[Line], Paper, str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DescriptionError(Finding("checks.damaged", Place(name), {"file": name, "reason": str(error)})) from error
    try:
        view = _View.of(page)
        reader = _Reader(view, text.raw)
        level: list[Glyph] = []
        turned: list[Glyph] = []
        for glyph in reader.glyphs():
            (level if abs(glyph.turned) < _LEVEL else turned).append(glyph)
        _refuse(name, reader, level, turned)
        lines = lines_of(level)
        aside = lines_of([_upright(glyph) for glyph in turned])
        shown = [*lines, *(_renumbered(one, len(lines) + k) for k, one in enumerate(aside, 1))]
        return shown, Paper(view.width, view.height, tuple(_pictures(page, view))), "".join(one.text for one in aside)
    finally:
        text.close()
        page.close()
        document.close()


def _upright(glyph: Glyph) -> Glyph:
    """A glyph as it stands when its own line is level."""
    angle = math.radians(glyph.turned)
    x = glyph.x * math.cos(angle) + glyph.y * math.sin(angle)
    y = glyph.y * math.cos(angle) - glyph.x * math.sin(angle)
    return Glyph(glyph.text, x, y, glyph.advance, glyph.size, glyph.face)


def _renumbered(line: Line, number: int) -> Line:
    """A line that stands turned: it is kept, and has no place in any leg."""
    return Line(line.text, number, box=line.box, size=line.size, face=TURNED, down=True)


def _refuse(name: str, reader: _Reader, level: list[Glyph], turned: list[Glyph]) -> None:
    count = len(level) + len(turned)
    if reader.nameless > _MOST_NAMELESS * (count + reader.nameless):
        raise DescriptionError(
            Finding("sources.nameless", Place(name), {"count": reader.nameless, "all": count + reader.nameless})
        )
    if count and len(turned) > _MOST_TURNED * count:
        raise DescriptionError(Finding("sources.page_turned", Place(name), {"count": len(turned)}))


class _View(Struct):
    """The trim box of a page and how it is turned: from PDF space to points from the top left corner."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: Any) -> _View:
        left, bottom, right, top = page.get_trimbox()
        return cls(left, bottom, right, top, page.get_rotation() // 90 % 4)

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is looked at."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


class _Shown(Struct):
    """What all glyphs of one text object have: size and face, how far they are turned, and how wide an em comes out."""

    size: float
    face: str
    turned: float


class _Reader(Struct):
    """Goes through the characters of a page as pdfium tells them."""

    view: _View
    text: Any
    nameless: int = 0
    shown: dict[int, _Shown] = field(default_factory=dict)
    faces: dict[int, str] = field(default_factory=dict)

    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs in the order of the file."""
        from pypdfium2 import raw

        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        blank = False
        before = ""
        surrogate = 0
        for at in range(raw.FPDFText_CountChars(self.text)):
            code = raw.FPDFText_GetUnicode(self.text, at)
            if raw.FPDFText_IsGenerated(self.text, at) == 1:
                blank = code == 0x20
                continue
            if 0xD800 <= code < 0xDC00:
                surrogate = code
                continue
            if surrogate and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((surrogate - 0xD800) << 10) + code - 0xDC00
            surrogate = 0
            char = chr(code)
            if char in "\r\n\x02" or 0xD800 <= code < 0xE000:
                continue
            if char in _NAMELESS:
                self.nameless += 1
                continue
            raw.FPDFText_GetCharOrigin(self.text, at, x, y)
            raw.FPDFText_GetLooseCharBox(self.text, at, box)
            shown = self._shown(at)
            here_x, here_y = self.view.at(x.value, y.value)
            wide = is_wide(char)
            advance = shown.size if wide else abs(box.right - box.left)
            if blank and before.isascii() and char.isascii() and before.strip() and char.strip():
                yield Glyph(" ", here_x, here_y, 0.0, shown.size, shown.face, shown.turned)
            yield Glyph(char, here_x, here_y, advance, shown.size, shown.face, shown.turned)
            blank, before = False, char

    def _shown(self, at: int) -> _Shown:
        from pypdfium2 import raw

        handle = raw.FPDFText_GetTextObject(self.text, at)
        key = ctypes.addressof(handle.contents) if handle else 0
        found = self.shown.get(key)
        if found is None:
            matrix, size = raw.FS_MATRIX(), ctypes.c_float(raw.FPDFText_GetFontSize(self.text, at))
            raw.FPDFText_GetMatrix(self.text, at, matrix)
            if handle:
                raw.FPDFTextObj_GetFontSize(handle, size)
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            turned = -math.degrees(math.atan2(matrix.b, matrix.a)) + 90 * self.view.turns
            turned = (turned + 180) % 360 - 180
            found = self.shown[key] = _Shown(abs(size.value) * scale, self._face(handle), turned)
        return found

    def _face(self, handle: Any) -> str:
        from pypdfium2 import raw

        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self.faces:
            name = ctypes.create_string_buffer(256)
            if font:
                raw.FPDFFont_GetBaseFontName(font, name, 256)
            self.faces[key] = name.value.decode("utf-8", "replace").rpartition("+")[2]
        return self.faces[key]


def _pictures(page: Any, view: _View) -> Iterator[Rect]:
    """Where images stand that are large enough to be pictures, and no ground of the whole page."""
    from pypdfium2 import PdfiumError, raw

    whole = view.width * view.height
    for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING), max_depth=4):
        try:
            left, bottom, right, top = one.get_bounds()
        except PdfiumError:
            continue
        (x0, y0), (x1, y1) = view.at(left, top), view.at(right, bottom)
        box = Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        if _LEAST_PICTURE * whole < box.width * box.height < 0.8 * whole:
            yield box
