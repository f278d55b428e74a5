"""The good files that are spoiled: small pages of every manner, built by the real composer, and how they look."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec import Struct
from PIL import Image, ImageChops, ImageFilter

import jxprint
from jxprint.model import Page

_PAGES = Path(__file__).resolve().parents[2] / "pages"
_SMALL = """headline: 堤上
byline: 林一苇

昨天（11日）上午9:30，水位退到18.4米，巡堤的人撤了一半。

“留下的人，”老周说，“再看两夜。”
"""
_SMALL_PAGE = """format = 1
title = "堤上"
style = "daily"
language = "zh-CN"
dummy = "A"

[sheet]
width = "110mm"
height = "120mm"

[grid]
columns = 1

[[part]]
letter = "A"
kind = "story"
copy = "a.txt"
"""
# A page of one story in a hundred files, and two pages with more on them: a check of the small one takes a third of
# theirs.
# A line may stand off by this (pixels around and between), and a pixel may be so much darker.
_NEAR_PX, _DARKER = 5, 110
_OF_EVERY_MANNER = ("marked", "readings", "vertical")


class Good(Struct, frozen=True):
    """A file that passes: its name, its bytes as written and as qpdf spells it out, the page, and its look."""

    name: str
    data: bytes
    spelt: bytes
    page: Page
    look: Look


class Look(Struct, frozen=True):
    """What a second program reads and draws: the text of every page, and its picture (grey, 72 to the inch)."""

    text: tuple[str, ...]
    pictures: tuple[Image.Image, ...]

    def is_like(self, other: Look) -> bool:
        """Whether both say the same, and no ink stands in one that does not stand nearby in the other."""
        if self.text != other.text or len(self.pictures) != len(other.pictures):
            return False
        return all(
            one.size == two.size and not _beyond(one, two) and not _beyond(two, one)
            for one, two in zip(self.pictures, other.pictures, strict=True)
        )


def _beyond(one: Image.Image, other: Image.Image) -> bool:
    """Whether one picture is dark where the other is light for some points around."""
    near = other.filter(ImageFilter.MinFilter(_NEAR_PX))
    return any(ImageChops.subtract(near, one).histogram()[_DARKER:])


def goods(place: Path) -> list[Good]:
    """The files, the small page among them in a folder at `place`. Each passes the check."""
    small = place / "small"
    small.mkdir()
    (small / "page.toml").write_text(_SMALL_PAGE, encoding="utf-8")
    (small / "a.txt").write_text(_SMALL, encoding="utf-8")
    return [_good(folder) for folder in (small, *(_PAGES / name for name in _OF_EVERY_MANNER))]


def _good(folder: Path) -> Good:
    page = jxprint.read_page(folder)
    library = jxprint.open_library(page.style.fonts, base=folder)
    written, sink = BytesIO(), BytesIO()
    jxprint.write([jxprint.compose(page, library)], library, written)
    data = written.getvalue()
    with pikepdf.Pdf.open(BytesIO(data)) as document:
        document.save(sink, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    assert jxprint.check(data, page).ok, folder
    return Good(folder.name, data, sink.getvalue(), page, look_of(data))


def look_of(data: bytes) -> Look:
    """How a file reads and looks in PDFium."""
    import pypdfium2

    texts: list[str] = []
    pictures: list[Image.Image] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            words = page.get_textpage()
            texts.append(words.get_text_range())
            words.close()
            pictures.append(page.render(scale=1.0, grayscale=True).to_pil().copy())
            page.close()
    finally:
        document.close()
    return Look(tuple(texts), tuple(pictures))
