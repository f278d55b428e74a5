"""The good files that are spoiled: small pages of every manner, built by the real composer, and how they look."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from msgspec import Struct
from PIL import Image

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
# A page of one story in most files, and pages with more on them: a check of the small one takes a third of theirs.
_OF_EVERY_MANNER = ("marked", "readings", "vertical")
# A character may stand off by this (points): the copy says in what order text stands and in which frame, not where to a
# hair. It may be paler by a share and some specks (black pixels): hints move stems, and a head may stand in a lighter
# face that the page has.
_NEAR_PT, _LEAST, _SPECKS = 16.0, 0.35, 1.0


class Good(Struct, frozen=True):
    """A file that passes: its name, its bytes as written and as qpdf spells it out, the page, and its look."""

    name: str
    data: bytes
    spelt: bytes
    page: Page
    look: Look


class Look(Struct, frozen=True):
    """What a second program reads and draws: the text of every page, the boxes of its characters (points from the left
    and the head of the trim box), and its picture (grey, 72 to the inch). White is no part of it: where it is nothing
    but a gap, the second program puts in its own or does not.
    """

    text: tuple[str, ...]
    boxes: tuple[tuple[tuple[float, float, float, float], ...], ...]
    pictures: tuple[Image.Image, ...]

    def is_like(self, other: Look) -> bool:
        """Whether both say the same, in the same places, and as much ink stands there. What else is on the page, a rule
        or a tint, is no text.
        """
        if self.text != other.text or list(map(len, self.boxes)) != list(map(len, other.boxes)):
            return False
        for ours, theirs, one, two in zip(self.boxes, other.boxes, self.pictures, other.pictures, strict=True):
            for here, there in zip(ours, theirs, strict=True):
                if max(abs(p - q) for p, q in zip(here, there, strict=True)) > _NEAR_PT:
                    return False
                if _ink(one, here) < _LEAST * _ink(two, there) - _SPECKS:
                    return False
        return True


def _ink(picture: Image.Image, box: tuple[float, float, float, float]) -> float:
    """How dark a box is in all, a pixel about it counted in (black pixels)."""
    left, low, right, high = box
    cut = picture.crop((int(left) - 1, int(low) - 1, int(right) + 2, int(high) + 2))
    return sum(count * (255 - grey) for grey, count in enumerate(cut.histogram())) / 255


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


def _to_trim(page: Any) -> tuple[float, float, float, float]:
    """What is cut off of a page's sheet so that the trim box is left."""
    sheet, trim = page.get_mediabox(), page.get_trimbox()
    return trim[0] - sheet[0], trim[1] - sheet[1], sheet[2] - trim[2], sheet[3] - trim[3]


def look_of(data: bytes) -> Look:
    """How a file reads and looks in PDFium."""
    import pypdfium2

    texts: list[str] = []
    boxes: list[tuple[tuple[float, float, float, float], ...]] = []
    pictures: list[Image.Image] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            words = page.get_textpage()
            text = [(at, words.get_text_range(at, 1)) for at in range(words.count_chars())]
            inked = [(at, char) for at, char in text if char.strip()]
            texts.append("".join(char for _, char in inked))
            left, _, _, top = page.get_trimbox()
            found = (words.get_charbox(at) for at, _ in inked)
            boxes.append(tuple((a - left, top - d, c - left, top - b) for a, b, c, d in found))
            words.close()
            pictures.append(page.render(scale=1.0, grayscale=True, crop=_to_trim(page)).to_pil().copy())
            page.close()
    finally:
        document.close()
    return Look(tuple(texts), tuple(boxes), tuple(pictures))
