"""Ways through a file that its pages show: words that lead to an address, to another part or page; and the threads
(ISO 32000-1, 12.4.3) along which a reader follows a story. Each must start at its words and end where the copy says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jxprint.checker.bookmarks import Bookmarks
from jxprint.checker.expected import ExpectedPage, ExpectedPassage
from jxprint.checker.glyphs import Glyph, Oddity, ReadPage
from jxprint.checker.imposed import FilePage
from jxprint.checker.parent_tree import pages_of
from jxprint.checker.structure import bounding_box
from jxprint.checker.threads import Threads
from jxprint.intake.opening import MALFORMED, plain, refuse
from jxprint.model import ItemList, Jump, Markup, Page, Story

_ANNOTATIONS, _ELEMENTS = 10_000, 100_000
# As much as files round.
_OFF_PT = 0.6
_TOLD = 20
# How far the middle of an upright character stands over its baseline, in its size.
_MIDDLE = 0.38


class Lead(Struct, frozen=True):
    """Words that lead out of the file to `address`, or to one of its pages (from 0), there to the article of a title
    where one is named.
    """

    words: str
    address: str = ""
    page: int | None = None
    title: str = ""


class _Article(Struct, frozen=True):
    """An article of the structure tree: its page (from 0), title, box (PDF space; empty for none) and object."""

    page: int
    title: str
    box: tuple[float, ...]
    key: tuple[int, int]

    def begins_at(self, x: Any, y: Any) -> bool:
        """Whether a point is its upper left corner."""
        if not self.box or None in (x, y):
            return False
        return max(abs(float(x) - self.box[0]), abs(float(y) - self.box[3])) < _OFF_PT


class Ways:
    """What leads through a file; `sheets` are its pages, `expected` their copy."""

    def __init__(self, document: Any, file: str, sheets: Sequence[FilePage], expected: Sequence[ExpectedPage]) -> None:
        self._file = file
        self._leads = list(_leads(sheets, expected))
        try:
            self._pages = pages_of(document)
            self._articles = list(_articles(document, self._pages))
            self._threads = Threads(document, self._pages, _jumps(sheets))
            self._bookmarks = Bookmarks(document, self._pages, expected)
        except MALFORMED as problem:
            refuse("checks.damaged", file, reason=plain(problem))

    def oddities(self, there: Any, page: ReadPage, origin: tuple[float, float]) -> Iterator[Oddity]:
        """What is wrong with the ways of a page: `there` is pikepdf's, `page` what was read of it, and `origin` the
        corner of its trim.
        """
        index = self._pages[there.obj.objgen]
        try:
            links = [one for one in list(there.obj.get("/Annots", ()))[:_ANNOTATIONS] if one.get("/Subtype") == "/Link"]
            found = [odd for one in links for odd in self._link(one, index, page, origin)]
        except MALFORMED as problem:
            refuse("checks.damaged", self._file, reason=plain(problem))
        yield from found[:_TOLD]
        yield from self._threads.oddities(index, page, origin)
        corners = [(one.title, one.box[0], one.box[3]) for one in self._articles if one.page == index and one.box]
        yield from self._bookmarks.oddities(index, page, corners, _OFF_PT)

    def _link(self, link: Any, index: int, page: ReadPage, origin: tuple[float, float]) -> Iterator[Oddity]:
        wanted = self._leads[index]
        said, leads = self._followed(link, wanted)
        left, low, right, high = (float(edge) for edge in link["/Rect"])
        box = left - origin[0], origin[1] - high, right - origin[0], origin[1] - low
        at = box[0], box[1]
        if not leads:
            known = dict.fromkeys(one.address or f"{(one.page or 0) + 1}: {one.title}" for one in wanted)
            yield Oddity("checks.link", {"said": said, "wanted": ", ".join(known)}, at)
            return
        over = "".join(glyph.text for glyph in page.stream if _stands_in(glyph, box))
        words = _without_marks(_bare(over))
        if not words or not any(words in one.words for one in leads):
            yield Oddity("checks.link_elsewhere", {"said": said, "text": over[:24]}, at)

    def _followed(self, link: Any, wanted: Sequence[Lead]) -> tuple[str, list[Lead]]:
        """Where a link leads, in words, and those of the wanted ones that lead there."""
        action = link.get("/A", {})
        if "/URI" in action:
            address = str(action["/URI"])
            return address, [one for one in wanted if one.address == address]
        there, at = _place(link.get("/Dest", action.get("/D")), self._pages)
        if at is None:
            return str(action.get("/S", "?")).lstrip("/"), []
        element = _place(action.get("/SD"), {})[0][:1]
        leads = [one for one in wanted if one.page == at and self._shows(at, there[1:], element, one)]
        return f"{at + 1} {' '.join(map(str, there[1:4]))}", leads

    def _shows(self, page: int, view: Sequence[Any], element: Sequence[Any], lead: Lead) -> bool:
        """Whether a view of a page is what a lead is for: the page, or the head of its article; and where the file
        names an element as well (ISO 32000-2, 12.3.2.3), that one.
        """
        own = [one for one in self._articles if one.page == page and lead.title in ("", one.title)]
        if element and all(one.key != element[0].objgen for one in own):
            return False
        if not lead.title:
            return str(view[0]) == "/Fit" if view else False
        return len(view) > 2 and str(view[0]) == "/XYZ" and any(one.begins_at(view[1], view[2]) for one in own)


def _leads(sheets: Sequence[FilePage], expected: Sequence[ExpectedPage]) -> Iterator[list[Lead]]:
    """What leads elsewhere on each page, as its copy has it."""
    numbers = _numbers(sheets)
    for at, (sheet, copy) in enumerate(zip(sheets, expected, strict=False)):
        leads = [lead for passage in copy.whole.passages for lead in _marked(passage)]
        # Two pages on one sheet lead nowhere: neither has a place of its own in the file.
        for page in sheet.pages if len(sheet.halves) == 1 else ():
            for part in page.parts:
                if isinstance(part, Story):
                    leads += _jumping(page, part, at, numbers)
                elif isinstance(part, ItemList) and part.pages:
                    named = zip(part.items, part.pages, strict=True)
                    leads += [Lead(_bare(item.text), page=numbers[to]) for item, to in named if to in numbers]
        yield leads


def _marked(passage: ExpectedPassage) -> Iterator[Lead]:
    """Words that the copy marks as links, without the readings (注音) that stand over them and with them."""
    for start, end, address in _adjoining([one for one in passage.copy.markup if one.kind == "link"]):
        yield Lead(_bare(passage.copy.text[start:end]), address)
        if passage.origins is not None:
            said = zip(passage.text, passage.origins, strict=True)
            yield Lead(_bare("".join(char for char, origin in said if start <= origin < end)), address)


def _adjoining(links: Sequence[Markup]) -> Iterator[tuple[int, int, str]]:
    """Links with those to the same address right behind them: on paper nothing parts them."""
    waiting: tuple[int, int, str] | None = None
    for one in links:
        if waiting is not None and waiting[1:] == (one.start, one.value):
            waiting = waiting[0], one.end, one.value
            continue
        if waiting is not None:
            yield waiting
        waiting = one.start, one.end, one.value
    if waiting is not None:
        yield waiting


def _jumping(page: Page, part: Story, at: int, numbers: dict[int, int]) -> Iterator[Lead]:
    words = page.style.jump
    for jump, line in ((part.jump_to, words.to_line), (part.jump_from, words.from_line)):
        if jump is not None and (jump.page is None or jump.page in numbers):
            yield Lead(_bare(line(jump.page)), page=_page_of(jump, at, numbers), title=part.name)


def _page_of(jump: Jump, at: int, numbers: dict[int, int]) -> int:
    return at if jump.page is None else numbers[jump.page]


def _numbers(sheets: Sequence[FilePage]) -> dict[int, int]:
    """The pages of a file, from 0, by their numbers in the edition."""
    return {number: at for at, sheet in enumerate(sheets) for page in sheet.pages for number in page.numbers}


def _jumps(sheets: Sequence[FilePage]) -> frozenset[tuple[str, int, int]]:
    """How stories go on: title, page and page to (from 0)."""
    numbers = _numbers(sheets)
    return frozenset(
        (part.name, at, _page_of(part.jump_to, at, numbers))
        for at, sheet in enumerate(sheets)
        for page in sheet.pages
        for part in page.parts
        if isinstance(part, Story) and part.jump_to is not None
        if part.jump_to.page is None or part.jump_to.page in numbers
    )


def _place(place: Any, pages: Mapping[tuple[int, int], int]) -> tuple[list[Any], int | None]:
    """The entries of a destination, and its page (from 0) where that is in the file."""
    import pikepdf

    if not isinstance(place, pikepdf.Array) or not len(place) or not hasattr(place[0], "objgen"):
        return [], None
    return list(place), pages.get(place[0].objgen)


def _articles(document: Any, pages: Mapping[tuple[int, int], int]) -> Iterator[_Article]:
    """Every article that the structure tree has."""
    root = document.Root.get("/StructTreeRoot")
    waiting, left = [] if root is None else [root], _ELEMENTS
    while waiting and left:
        one, left = waiting.pop(), left - 1
        if str(one.get("/S", "")) == "/Art":
            at = _page_under(one, pages)
            if at is not None:
                box = tuple(bounding_box(one))
                yield _Article(at, str(one.get("/T", "")), box if len(box) == 4 else (), one.objgen)
            continue
        waiting += _kids(one)


def _page_under(element: Any, pages: Mapping[tuple[int, int], int]) -> int | None:
    waiting, left = [element], 1000
    while waiting and left:
        one, left = waiting.pop(), left - 1
        if "/Pg" in one:
            return pages.get(one["/Pg"].objgen)
        waiting += reversed(_kids(one))
    return None


def _kids(element: Any) -> list[Any]:
    import pikepdf

    kids = element.get("/K", ())
    return [one for one in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(one, pikepdf.Dictionary)]


def _stands_in(glyph: Glyph, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a glyph is within left, top, right, bottom."""
    x, y = glyph.x + glyph.width / 2, glyph.y - _MIDDLE * glyph.size
    if glyph.down:
        x, y = glyph.x, glyph.y + glyph.width / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _without_marks(text: str) -> str:
    """Text without marks at its ends: one that is squeezed reaches over into what stands beside it."""
    said = [at for at, char in enumerate(text) if char.isalnum()]
    return text[said[0] : said[-1] + 1] if said else ""


def _bare(text: str) -> str:
    return "".join(text.split())
