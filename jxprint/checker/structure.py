"""The structure tree (ISO 32000-1, 14.7): articles of each page and their marked content, in the tree's order."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import Struct, field

from jxprint.checker.active import attached
from jxprint.checker.glyphs import Oddity, Ruby, TaggedArticle
from jxprint.checker.parent_tree import pages_of
from jxprint.checker.table_cells import cell_oddities
from jxprint.intake.opening import MALFORMED, plain, refuse

_DEPTH = 64
_ELEMENTS = 2_000_000
# A base and its reading.
_RUBY_PARTS = ("/RB", "/RT")
# Tags with a meaning of their own (ISO 32000-1, 14.8.4), which no map may change.
_STANDARD = frozenset(
    ["/Art", "/Caption", "/Document", "/Figure", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LBody", "/LI",
     "/Lbl", "/Link", "/P", "/RB", "/RT", "/Reference", "/Ruby", "/Span", "/TD", "/TH", "/TOC", "/TOCI", "/TR",
     "/Table"]
)  # fmt: skip
# What is said instead of an element's content (14.9; Phoneme: ISO 32000-2, 14.9.6).
_SAID = ("/ActualText", "/E", "/Phoneme", "/Alt")


class PageTree(Struct):
    """One page of the tree: its articles in order, the BBox (PDF space) of each piece of marked content and of the row
    of a table that it stands in, the Alt of each figure, readings and their bases, the marked content of figures, the
    tags that lead to marked content, the element that owns it, what elements say instead of their content (key, text,
    content), the languages that they name, by marked content that which stands for it, and what is odd about it.
    """

    articles: list[TaggedArticle] = field(default_factory=list)
    boxes: dict[int, list[float]] = field(default_factory=dict)
    rows: dict[int, list[float]] = field(default_factory=dict)
    alternatives: list[str] = field(default_factory=list)
    rubies: list[Ruby] = field(default_factory=list)
    figures: set[int] = field(default_factory=set)
    tags: dict[int, tuple[str, ...]] = field(default_factory=dict)
    owners: dict[int, tuple[int, int]] = field(default_factory=dict)
    said: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    spoken: dict[int, str] = field(default_factory=dict)
    oddities: list[Oddity] = field(default_factory=list)


def read_structure(document: Any, file: str) -> list[PageTree]:
    """The tree by page; a page without tagged content has no articles. Raises PdfError for a damaged tree."""
    import pikepdf

    walk = _Walk(pages_of(document))
    root = document.Root.get("/StructTreeRoot")
    if root is not None:
        try:
            walk.roots(root)
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", file, reason=plain(problem))
    return walk.trees


class _Walk:
    def __init__(self, pages: dict[tuple[int, int], int]) -> None:
        self.trees = [PageTree() for _ in pages]
        self._pages = pages
        self._roles: Any = {}
        self._seen: set[tuple[int, int]] = set()
        self._left = _ELEMENTS
        self._box: list[float] = []
        self._row: list[float] = []
        # Marked content of the open Ruby by page and part, and the part that is open.
        self._ruby: dict[int, dict[str, list[int]]] = {}
        self._part = ""
        self._is_figure = False
        self._language = ""
        self._times: list[Counter[int]] = [Counter() for _ in pages]
        self._chain: list[str] = []
        self._met: list[int] = []
        self._last = 0
        # Elements that were met again, by page.
        self._again: dict[int, dict[tuple[int, int], None]] = {}

    def roots(self, root: Any) -> None:
        """The whole tree. Marked content outside any article makes an article of its own."""
        self._roles = root.get("/RoleMap", {})
        remapped = sorted(tag.lstrip("/") for tag in self._roles if tag in _STANDARD)
        if remapped and self.trees:
            self.trees[0].oddities.append(Oddity("checks.role_map", {"tags": ", ".join(remapped)}))
        owned: list[dict[int, list[int]]] = []
        self._element(root, None, owned, 0)
        for page, again in self._again.items():
            first = next(iter(again))
            told: dict[str, object] = {"object": f"{first[0]} {first[1]}", "count": len(again)}
            self.trees[page].oddities.append(Oddity("checks.element_twice", told))
        for page, times in enumerate(self._times):
            twice = sorted(mcid for mcid, count in times.items() if count > 1)
            if twice:
                args = {"count": len(twice), "mcid": twice[0]}
                self.trees[page].oddities.append(Oddity("checks.owned_twice", args))

    def _element(self, element: Any, page: int | None, owned: list[dict[int, list[int]]], depth: int) -> None:
        """One element; `owned` is a stack of the open article's marked content by page."""
        self._left -= 1
        if depth > _DEPTH or self._left < 0:
            raise ValueError("structure tree too deep or too large")
        key = element.objgen
        if key != (0, 0):
            if key in self._seen:
                self._again.setdefault(page or 0, {})[key] = None
                return
            self._seen.add(key)
        if "/Pg" in element:
            page = self._pages.get(element["/Pg"].objgen, page)
        tag = self._tag(element)
        is_article = not owned and tag == "/Art"
        if is_article:
            owned.append({})
        if page is not None and tag == "/Figure":
            self.trees[page].alternatives.append(str(element.get("/Alt", "")))
        outer, row, part, is_figure = self._box, self._row, self._part, self._is_figure
        around, self._language = self._language, str(element.get("/Lang", self._language))
        self._is_figure = tag == "/Figure"
        if tag == "/Ruby":
            self._ruby, self._part = {}, ""
        elif tag in _RUBY_PARTS:
            self._part = tag
        if owned and not is_article:
            self._box = bounding_box(element) or outer
        if tag == "/TR":
            self._row = self._box
        self._inside(element, tag, page, owned, depth)
        self._box, self._row, self._part, self._is_figure = outer, row, part, is_figure
        self._language = around
        if tag == "/Ruby":
            self._end_ruby()
        if is_article:
            title = str(element.get("/T", ""))
            for index, mcids in owned.pop().items():
                self.trees[index].articles.append(TaggedArticle(title, tuple(mcids)))

    def _inside(self, element: Any, tag: str, page: int | None, owned: list[dict[int, list[int]]], depth: int) -> None:
        """What is within an element, and what it says beside that."""
        self._chain.append(tag.lstrip("/"))
        before = len(self._met)
        kids = element.get("/K", ())
        for kid in kids if _is_array(kids) else [kids]:
            self._kid(kid, page, owned, depth, element.objgen)
        self._chain.pop()
        self._tell(element, tag, self._last if page is None else page, tuple(self._met[before:]))

    def _tell(self, element: Any, tag: str, page: int, content: tuple[int, ...]) -> None:
        """What an element says beside its content: its language, and a text that readers take instead."""
        tree = self.trees[page] if self.trees else PageTree()
        if "/Lang" in element:
            tree.languages.add(str(element["/Lang"]))
        if "/AF" in element:
            tree.oddities += [Oddity("checks.attachment", {"name": name}) for name in attached(element, {})]
        if tag in ("/TD", "/TH"):
            tree.oddities += cell_oddities(element)
        for key in _SAID if tag != "/Figure" else _SAID[:-1]:
            if key in element:
                tree.said.append((key.lstrip("/"), str(element[key]), content))

    def _end_ruby(self) -> None:
        for index, parts in self._ruby.items():
            base, reading = (tuple(parts.get(one, ())) for one in _RUBY_PARTS)
            self.trees[index].rubies.append(Ruby(base, reading))
        self._ruby = {}

    def _kid(
        self, kid: Any, page: int | None, owned: list[dict[int, list[int]]], depth: int, owner: tuple[int, int]
    ) -> None:
        if isinstance(kid, int):
            self._own(int(kid), page, owned, owner)
        elif hasattr(kid, "keys"):
            if str(kid.get("/Type")) == "/MCR":
                if "/Pg" in kid:
                    page = self._pages.get(kid["/Pg"].objgen, page)
                self._own(int(kid["/MCID"]), page, owned, owner)
            elif str(kid.get("/Type")) != "/OBJR":
                self._element(kid, page, owned, depth + 1)

    def _own(self, mcid: int, page: int | None, owned: list[dict[int, list[int]]], owner: tuple[int, int]) -> None:
        if page is None:
            return
        self._met.append(mcid)
        self._last = page
        self.trees[page].owners[mcid] = owner
        below = self._chain.index("Art") if "Art" in self._chain else 0
        self.trees[page].tags[mcid] = tuple(self._chain[below:])
        self._times[page][mcid] += 1
        if self._language:
            self.trees[page].spoken[mcid] = self._language
        if self._is_figure:
            self.trees[page].figures.add(mcid)
        if self._part:
            self._ruby.setdefault(page, {}).setdefault(self._part, []).append(mcid)
        if self._box:
            self.trees[page].boxes[mcid] = self._box
        if self._row:
            self.trees[page].rows[mcid] = self._row
        if owned:
            owned[-1].setdefault(page, []).append(mcid)
        else:
            self.trees[page].articles.append(TaggedArticle("", (mcid,)))

    def _tag(self, element: Any) -> str:
        tag = str(element.get("/S", ""))
        for _ in range(8):
            if tag not in self._roles:
                break
            tag = str(self._roles[tag])
        return tag


def bounding_box(element: Any) -> list[float]:
    """The BBox among an element's layout attributes (ISO 32000-1, 14.8.5.4.3)."""
    attributes = element.get("/A", ())
    for one in attributes if _is_array(attributes) else [attributes]:
        if hasattr(one, "keys") and "/BBox" in one:
            return [float(edge) for edge in one["/BBox"]]
    return []


def _is_array(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Array)
