"""Where bookmarks lead (ISO 32000-1, 12.3.3): to the head of the article whose head they say, or to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jxprint.checker.expected import ExpectedPage
from jxprint.checker.glyphs import Oddity, ReadPage

_MOST, _TOLD = 100_000, 20


class _Bookmark(Struct, frozen=True):
    said: str
    view: str
    x: float | None
    y: float | None

    def leads_to(self, x: float, y: float, off: float) -> bool:
        """Whether its place is a point, or less than `off` beside it."""
        if self.x is None or self.y is None:
            return False
        return max(abs(self.x - x), abs(self.y - y)) < off


class Bookmarks:
    """The bookmarks of a file; `pages` are its pages (from 0) by their objects. Raises what pikepdf raises of malformed
    ones.
    """

    def __init__(self, document: Any, pages: Mapping[tuple[int, int], int], expected: Sequence[ExpectedPage]) -> None:
        import pikepdf

        self._expected = expected
        self._of_page: dict[int, list[_Bookmark]] = {}
        waiting, left = [document.Root.get("/Outlines", {}).get("/First")], _MOST
        while waiting and left:
            one, left = waiting.pop(), left - 1
            if one is None:
                continue
            waiting += [one.get("/Next"), one.get("/First")]
            place = one.get("/Dest", one.get("/A", {}).get("/D"))
            if not isinstance(place, pikepdf.Array) or len(place) < 2:
                continue
            page = pages.get(place[0].objgen) if hasattr(place[0], "objgen") else None
            if page is not None:
                x, y = (None if at >= len(place) or place[at] is None else float(place[at]) for at in (2, 3))
                self._of_page.setdefault(page, []).append(_Bookmark(str(one.get("/Title", "")), str(place[1]), x, y))

    def oddities(
        self, index: int, page: ReadPage, corners: Sequence[tuple[str, float, float]], off: float
    ) -> Iterator[Oddity]:
        """Bookmarks to a page (from 0) that say something else than the article at whose head they lead; `corners` are
        the upper left ones of its articles (PDF space) behind their titles, none in a tree that claims none. One that
        leads to the page as a whole is no article's.
        """
        bookmarks = [one for one in self._of_page.get(index, ()) if one.view == "/XYZ" and page.articles and corners]
        copy, told = self._copy(index) if bookmarks else {}, 0
        for one in bookmarks:
            said, titles = _bare(one.said), [title for title, x, y in corners if one.leads_to(x, y, off)]
            if told == _TOLD or any(said == _bare(title) or said in copy.get(title, "") for title in titles):
                continue
            if self._is_known(said, corners) and not any(said in _said(page, title) for title in titles):
                told += 1
                yield Oddity("checks.bookmark_elsewhere", {"said": one.said})

    def _copy(self, index: int) -> dict[str, str]:
        """The copy of the parts of a page by their names, without white."""
        texts: dict[str, str] = {}
        for one in self._expected[index].whole.passages if index < len(self._expected) else ():
            texts[one.part] = texts.get(one.part, "") + _bare(one.text)
        return texts

    def _is_known(self, said: str, corners: Sequence[tuple[str, float, float]]) -> bool:
        """Whether a bookmark says something of the file's copy at all; others tell where it does not."""
        copy = [one.text for page in self._expected for one in page.whole.passages]
        return any(said in _bare(text) for text in (*copy, *(title for title, _, _ in corners)))


def _said(page: ReadPage, title: str) -> str:
    """The text of the articles of a title as it is read, without white."""
    mcids = {mcid for one in page.articles if one.title == title for mcid in one.mcids}
    return _bare("".join(glyph.text for glyph in page.stream if glyph.mcid in mcids))


def _bare(text: str) -> str:
    return "".join(text.split())
