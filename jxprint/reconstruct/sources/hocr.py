"""hOCR, as Tesseract writes it (http://kba.cloud/hocr-spec/): HTML whose classes say page, line and word, and whose
titles say boxes. It is read as HTML, which has no entities but characters and brings in nothing.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.geometry import Rect
from jxprint.intake.xml_tree import DEEPEST, MOST_BYTES, MOST_ELEMENTS
from jxprint.reconstruct.evidence import Asked, Evidence
from jxprint.reconstruct.sources.recognised import Printed, Recognised, Word, evidence_of, one_of

_LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"))
_PICTURES = frozenset(("ocr_photo", "ocr_image", "ocr_graphic", "ocr_float"))
_NUMBERS = r"((?:\s+-?\d+(?:\.\d+)?)+)"
_BOX = re.compile(r"\bbbox" + _NUMBERS)
_RESOLUTION = re.compile(r"\bscan_res" + _NUMBERS)
_SIZE = re.compile(r"\bx_fsize" + _NUMBERS)
_FACE = re.compile(r"\bx_font\s+[\"']?([^;\"']+)")
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "area", "base", "col", "wbr"))
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_-]+)""", re.I)


def read_hocr(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of one page of an hOCR file."""
    if len(data) > MOST_BYTES:
        raise DescriptionError(Finding("sources.too_large", Place(name), {"what": f"{len(data) >> 20} MiB"}))
    reader = _Reader(name)
    reader.feed(_decoded(data, name))
    reader.close()
    number = one_of(name, len(reader.pages), asked.page)
    return evidence_of(reader.pages[number], data, name, "hocr", number + 1 if len(reader.pages) > 1 else None)


def _decoded(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:2048])
    encoding = declared[1].decode().lower() if declared is not None else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, UnicodeError) as error:
        line = data[: getattr(error, "start", 0)].count(b"\n") + 1
        reason = {"reason": f"not well-formed ({encoding})"}
        raise DescriptionError(Finding("sources.damaged", Place(name, line), reason)) from error


class _Open(Struct):
    """An element that is open: its tag, and what it is."""

    tag: str
    kind: str


class _Reader(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pages: list[Recognised] = []
        self._name = name
        self._open: list[_Open] = []
        self._line: Printed | None = None
        self._word = _Word()
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens: a page, a line, a word, or none of our business."""
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._open) > DEEPEST * 10:
            where = Place(self._name, self.getpos()[0])
            raise DescriptionError(Finding("sources.too_large", where, {"what": f"<…> × {self._count}"}))
        own = {key: value or "" for key, value in attrs}
        classes, title = set(own.get("class", "").split()), own.get("title", "")
        kind = ""
        if "ocr_page" in classes:
            self._page(title)
        elif classes & _PICTURES and self.pages and (box := _box(title)) is not None:
            self.pages[-1].pictures.append(box)
        elif classes & _LINES and self.pages:
            kind = "line"
            self._begin(title)
        elif "ocrx_word" in classes and self._line is not None:
            kind = "word"
            self._word = _Word(_box(title), self._word.blank)
        if tag not in _VOID:
            self._open.append(_Open(tag, kind))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is empty."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element closes, and with it what was left open in it."""
        if not any(one.tag == tag for one in self._open):
            return
        while self._open:
            one = self._open.pop()
            if one.kind == "word":
                self._end_word()
            elif one.kind == "line":
                self._end_word()
                self._line = None
            if one.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Text: of a word, or the blank between two."""
        if self._line is None:
            return
        text = data.strip()
        if not text:
            self._end_word()
            self._word.blank = True
            return
        self._word.text += text

    def _page(self, title: str) -> None:
        box = _box(title) or Rect(0, 0, 0, 0)
        fine = _RESOLUTION.search(title)
        dpi = float(fine[1].split()[0]) if fine is not None else None
        self.pages.append(Recognised([], box.right, box.bottom, dpi or None))

    def _begin(self, title: str) -> None:
        size, face = _SIZE.search(title), _FACE.search(title)
        self._line = Printed(
            [],
            _box(title),
            float(size[1].split()[0]) if size is not None else None,
            face[1] if face is not None else "",
        )
        self._word = _Word()
        self.pages[-1].lines.append(self._line)

    def _end_word(self) -> None:
        if self._line is not None and self._word.text:
            self._line.words.append(Word(self._word.text, self._word.box, self._word.blank))
            self._word = _Word()


class _Word(Struct):
    """A word while it is read."""

    box: Rect | None = None
    blank: bool = False
    text: str = ""


def _box(title: str) -> Rect | None:
    found = _BOX.search(title)
    numbers = [float(one) for one in found[1].split()] if found is not None else []
    if len(numbers) < 4:
        return None
    left, top, right, bottom = numbers[:4]
    return Rect(left, top, max(0.0, right - left), max(0.0, bottom - top))
