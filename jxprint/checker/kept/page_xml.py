"""PAGE XML read back: groups of its reading order, regions, lines, and the boxes of glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.page_facts import box_of, custom, noted
from jxprint.checker.kept.seen import Box, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, around, free_groups
from jxprint.intake.xml_tree import Element

_GROUPS = ("OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed")
# A region's name with that of its article.
_OWNED = re.compile(r"(A\d+)B[\d.]+")
_REFS = ("RegionRef", "RegionRefIndexed")
# By how much what lies on its side is turned clockwise to stand upright.
_CLOCKWISE = -90.0


def page_xml_pages(root: Element) -> Iterator[KeptPage]:
    """The pages of a file, which has one."""
    for page in root.named("Page"):
        reader = _Reader(page)
        order = page.first("ReadingOrder")
        articles = reader.articles(order)
        width, height = page.number("imageWidth"), page.number("imageHeight")
        size = (width, height) if width and height else None
        number = custom(page, "number", "value")
        kept = KeptPage("page", int(number) if number.isdecimal() else None, size, articles, reader.oddities)
        kept.facts, kept.again = noted(root, page)
        if order is not None:
            kept.facts["", "free"] = free_groups(reader.free)
        yield kept


class _Reader:
    def __init__(self, page: Element) -> None:
        self._regions = {one.attributes.get("id", ""): one for one in page.all("TextRegion")}
        self._others = {
            one.attributes.get("id", "") for one in page.all("ImageRegion", "GraphicRegion", "AdvertRegion")
        }
        self._order = {name: at for at, name in enumerate(self._regions)}
        self.oddities: list[Oddity] = []
        # What groups are called.
        self._named: set[str] = set()
        # The articles of every group that is read in any order.
        self.free: list[list[str]] = []

    def articles(self, order: Element | None) -> list[KeptArticle]:
        """A page's articles as they are read."""
        if order is None:
            return [KeptArticle("", [self._region(one) for one in self._regions.values()])]
        groups = list(self._groups(order))
        self._named = {article_name(group) for group in groups}
        return [self._article(group) for group in groups]

    def _groups(self, order: Element) -> Iterator[Element]:
        """Groups that are articles, in order; others that hold groups are looked into. Of what is read in any order,
        the order in which regions stand.
        """
        inner = [one for one in self._counted(order) if one.name in _GROUPS]
        if order.name.startswith("Unordered"):
            inner.sort(key=self._place)
            self.free.append([article_name(one) for one in inner])
        for one in inner:
            if one.attributes.get("type") == "article" or not any(child.name in _GROUPS for child in one.children):
                yield one
            else:
                yield from self._groups(one)

    def _place(self, group: Element) -> int:
        """Where the first region of a group stands in the file."""
        return min((self._order.get(ref.attributes.get("regionRef", ""), 0) for ref in group.all(*_REFS)), default=0)

    def _counted(self, group: Element) -> list[Element]:
        """What is in a group by its index, which counts from nought where there is one. No order leaves all but one
        where they stand: then that one's index is wrong.
        """
        inner = [one for one in group.children if one.name in (*_GROUPS, *_REFS)]
        others = [at for at, one in enumerate(inner) if one.attributes.get("index", "") != str(at)]
        found = inner if len(others) == 1 else sorted(inner, key=lambda one: one.number("index") or 0.0)
        for at, one in enumerate(found):
            said = one.attributes.get("index", "")
            if one.name.endswith("Indexed") and said != str(at):
                told = {"what": f"{one.name}/index", "said": said or "—", "wanted": at, "line": one.line}
                self.oddities.append(Oddity("library.contradicts", {**told, "name": article_name(group)}))
        return found

    def _article(self, group: Element) -> KeptArticle:
        found: list[KeptRegion] = []
        names: list[str] = []
        for ref in self._refs(group):
            name = ref.attributes.get("regionRef", "")
            names.append(name)
            if name in self._regions:
                found.append(self._region(self._regions[name]))
            elif name not in self._others:
                told = {"name": name, "line": ref.line, "more": ""}
                self.oddities.append(Oddity("library.no_such_block", told))
        return KeptArticle(group.attributes.get("caption", ""), found, self._own_name(group, names), names)

    def _own_name(self, group: Element, names: list[str]) -> str:
        """What a group is called; where all its regions are of one article that no group is called, that."""
        name = article_name(group)
        owners = {found[1] if (found := _OWNED.fullmatch(one)) else name for one in names}
        if len(owners) != 1 or not owners.isdisjoint(self._named):
            return name
        [owner] = owners
        said = group.attributes.get("id", "")
        told = {"what": f"{group.name}/id", "said": said, "wanted": said.removesuffix(name) + owner, "line": group.line}
        self.oddities.append(Oddity("library.contradicts", {**told, "name": owner}))
        return owner

    def _refs(self, group: Element) -> Iterator[Element]:
        for one in self._counted(group):
            if one.name in _REFS:
                yield one
            else:
                yield from self._refs(one)

    def _region(self, region: Element) -> KeptRegion:
        turned = region.number("readingOrientation") == _CLOCKWISE
        down = turned or region.attributes.get("readingDirection") == "top-to-bottom"
        lines = [self._line(line, down) for line in region.named("TextLine")]
        for sign in (sign for line in lines for sign in line.signs):
            sign.turn = "rotated" if turned else sign.turn
        return KeptRegion(region.attributes.get("id", ""), lines, box_of(region))

    def _line(self, line: Element, down: bool) -> KeptLine:
        """A line: its own text, with the boxes of the glyphs of its words, which stand in it in order."""
        text, name = _said(line), line.attributes.get("id", "")
        signs = [KeptSign(char, None) for char in text]
        shown: list[str] = []
        above: set[int] = set()
        at = 0
        words = list(line.named("Word"))
        for word in words:
            own = _said(word)
            start = _start(text, own, at)
            if start is None:
                told = {"text": text[at : at + len(own)], "glyphs": own, "line": word.line, "name": name}
                self.oddities.append(Oddity("library.glyphs_differ", told))
                start = at + len(text[at:]) - len(text[at:].lstrip())
            self._glyphs(word, signs[start : start + len(own)], name)
            shown += [text[at:start], _said(word, shown=True)]
            at = start + len(own)
            if custom(word, "inline") == "reading":
                above.update(range(start, at))
        if text[at:].strip():
            told = {"text": text, "glyphs": text[:at], "line": line.line, "name": name}
            self.oddities.append(Oddity("library.glyphs_differ", told))
        own_down = line.attributes.get("readingDirection", "top-to-bottom" if down else "") == "top-to-bottom"
        box = box_of(line) or around([sign.box for sign in signs])
        places = tuple(box_of(word) for word in words)
        baseline, seen = _baseline(line), "".join(shown) + text[at:]
        return KeptLine(name, signs, box, own_down, frozenset(above), baseline, words=places, shown=seen, row=line.line)

    def _glyphs(self, word: Element, signs: list[KeptSign], name: str) -> None:
        """Give the characters of a word what its glyphs say."""
        glyphs = list(word.named("Glyph"))
        boxes = [box_of(glyph) for glyph in glyphs for _ in _said(glyph)]
        said, own = "".join(map(_said, glyphs)), _said(word)
        if said != own:
            told = {"text": own, "glyphs": said, "line": word.line, "name": name}
            self.oddities.append(Oddity("library.glyphs_differ", told))
        turn, inline = custom(word, "turn"), custom(word, "inline")
        language = word.attributes.get("language", "")
        for sign, box in zip(signs, boxes, strict=False):
            sign.box, sign.turn, sign.inline, sign.language = box, turn, inline, language


def _start(text: str, word: str, at: int) -> int | None:
    """Where a word begins in its line's text, behind a place: right there, but for white."""
    start = text.find(word, at)
    return None if start < 0 or text[at:start].strip() else start


def article_name(group: Element) -> str:
    """What an article is called, behind what all groups begin with."""
    return group.attributes.get("id", "").rpartition("-")[2]


def _said(element: Element, *, shown: bool = False) -> str:
    """An element's text; `shown`: what a reader sees, where it says that as well."""
    found = list(element.named("TextEquiv"))
    others = [one for one in found if one.number("index")]
    readings = others if shown and others else [one for one in found if not one.number("index")]
    text = readings[0].first("Unicode") if readings else None
    return "" if text is None else text.text


def _baseline(line: Element) -> Box | None:
    base = line.first("Baseline")
    points = [] if base is None else [float(one) for one in re.findall(r"-?\d+", base.attributes.get("points", ""))]
    return (points[0], points[1], points[2], points[3]) if len(points) == 4 else None
