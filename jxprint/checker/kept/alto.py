"""ALTO 4 read back: its reading order, its strings and spaces, its glyphs with their boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.alto_facts import Looks, Tags, box_of, label_of, look_of, noted, said_look
from jxprint.checker.kept.alto_words import parted_words
from jxprint.checker.kept.seen import Box, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, free_groups, spread
from jxprint.intake.xml_tree import Element

# A quarter turn clockwise, in degrees counterclockwise.
_CLOCKWISE = 270.0
_GROUPS = ("OrderedGroup", "UnorderedGroup")


def alto_pages(root: Element) -> Iterator[KeptPage]:
    """The pages of a file."""
    tags = {
        one.attributes.get("ID", ""): (one.attributes.get("TYPE", ""), one.attributes.get("LABEL", ""))
        for one in root.all("LayoutTag", "StructureTag", "RoleTag", "OtherTag")
    }
    looks = {one.attributes.get("ID", ""): one for one in root.all("TextStyle", "ParagraphStyle")}
    for page in root.all("Page"):
        reader = _Reader(page, tags, looks)
        number = page.number("PHYSICAL_IMG_NR")
        width, height = page.number("WIDTH"), page.number("HEIGHT")
        size = (width, height) if width and height else None
        articles = reader.articles(root.first("ReadingOrder"))
        language = page.attributes.get("LANG", "")
        kept = KeptPage("alto", None if number is None else int(number), size, articles, reader.oddities, language)
        kept.facts, kept.again = noted(root, page, tags, looks)
        if root.first("ReadingOrder") is not None:
            kept.facts["", "free"] = free_groups(reader.free)
        kept.oddities += parted_words(page)
        yield kept


class _Reader:
    def __init__(self, page: Element, tags: Tags, looks: Looks) -> None:
        self._tags = tags
        self._looks = looks
        self._page = page
        names = ("TextBlock", "ComposedBlock", "Illustration")
        self._blocks = {one.attributes.get("ID", ""): one for one in page.all(*names)}
        self._order = {name: at for at, name in enumerate(self._blocks)}
        self.oddities: list[Oddity] = []
        self._line_name = ""
        # The articles of every group that is read in any order.
        self.free: list[list[str]] = []

    def articles(self, order: Element | None) -> list[KeptArticle]:
        """A page's articles as they are read."""
        if order is None:
            return [self._article([one]) for one in self._page.all("ComposedBlock")]
        return [self._ordered(group) for group in self._groups(order)]

    def _groups(self, order: Element) -> Iterator[Element]:
        """Groups that are articles, in order: those that name a block of blocks, or that hold nothing but references.
        Of what is read in any order, the order in which blocks stand.
        """
        inner = [one for one in order.children if one.name in _GROUPS]
        if order.name == "UnorderedGroup":
            inner.sort(key=lambda one: self._order.get(one.attributes.get("REF", ""), 0))
            names = [one.attributes.get("REF", "") for one in inner]
            self.free.append([name for name in names if name in self._blocks and self._blocks[name].children])
        for one in inner:
            named = self._blocks.get(one.attributes.get("REF", ""))
            if named is not None or not any(child.name in _GROUPS for child in one.children):
                yield one
            else:
                yield from self._groups(one)

    def _ordered(self, group: Element) -> KeptArticle:
        found: list[Element] = []
        for ref in group.all("ElementRef"):
            for name in ref.attributes.get("REF", "").split():
                if name in self._blocks:
                    found.append(self._blocks[name])
                else:
                    told = {"name": name, "line": ref.line, "more": ""}
                    self.oddities.append(Oddity("library.no_such_block", told))
        article = self._article([one for one in found if one.name == "TextBlock"])
        article.blocks = [one.attributes.get("ID", "") for one in found if one.name != "ComposedBlock"]
        name = group.attributes.get("REF", "")
        if name in self._blocks:
            article.title = label_of(self._blocks[name], self._tags, "title")
            article.name = name
        return article

    def _article(self, elements: Sequence[Element]) -> KeptArticle:
        regions: list[KeptRegion] = []
        title = ""
        for one in elements:
            inner = [one] if one.name == "TextBlock" else list(one.all("TextBlock"))
            title = title or label_of(one, self._tags, "title")
            regions += [self._region(block) for block in inner]
        return KeptArticle(title, regions)

    def _region(self, block: Element) -> KeptRegion:
        turned = (block.number("ROTATION") or 0.0) % 360 == _CLOCKWISE
        down = turned or block.attributes.get("BASEDIRECTION") == "ttb"
        lines = [self._line(line, block, down) for line in block.named("TextLine")]
        for sign in (sign for line in lines for sign in line.signs):
            sign.turn = "rotated" if turned else sign.turn
        return KeptRegion(block.attributes.get("ID", ""), lines, box_of(block))

    def _line(self, line: Element, block: Element, down: bool) -> KeptLine:
        down = line.attributes.get("BASEDIRECTION", "ttb" if down else "") == "ttb"
        self._line_name = line.attributes.get("ID", "")
        signs: list[KeptSign] = []
        above: set[int] = set()
        shown: list[str] = []
        strings = list(line.named("String", "SP"))
        for one in strings:
            if one.name == "SP":
                signs.append(KeptSign(" ", box_of(one)))
                shown.append(" ")
                continue
            own = self._string(one, block, down)
            if own and own[0].inline == "reading":
                above.update(range(len(signs), len(signs) + len(own)))
            signs += own
            other = one.first("ALTERNATIVE")
            shown.append(one.attributes.get("CONTENT", "") if other is None else other.text)
        try:
            x1, y1, x2, y2 = (float(one) for one in line.attributes.get("BASELINE", "").replace(",", " ").split())
            baseline: Box | None = (x1, y1, x2, y2)
        except ValueError:
            baseline = None  # others say where it begins alone, or nothing
        hyphen = line.first("HYP")
        is_white = [one.name == "SP" or one.attributes.get("CONTENT", "") == " " for one in strings]
        return KeptLine(
            line.attributes.get("ID", ""),
            signs,
            box_of(line),
            down,
            frozenset(above),
            baseline,
            tuple(box_of(one) for one, white in zip(strings, is_white, strict=True) if not white),
            tuple(box_of(one) for one, white in zip(strings, is_white, strict=True) if white),
            "".join(shown),
            () if hyphen is None else box_of(hyphen),
            line.line,
        )

    def _string(self, string: Element, block: Element, down: bool) -> list[KeptSign]:
        """A string's characters; where its glyphs are others, the string is what it says."""
        content = string.attributes.get("CONTENT", "")
        glyphs = list(string.named("Glyph"))
        said = "".join(one.attributes.get("CONTENT", "") for one in glyphs)
        boxes = [box_of(one) for one in glyphs for _ in one.attributes.get("CONTENT", "")]
        if glyphs and said != content:
            told = {"text": content, "glyphs": said, "line": string.line, "name": self._line_name}
            self.oddities.append(Oddity("library.glyphs_differ", told))
        if len(boxes) == len(content):
            signs = [KeptSign(char, box) for char, box in zip(content, boxes, strict=True)]
        else:
            signs = spread(content, box_of(string), down)
        look = said_look(look_of(string, block, self._looks))
        turn = label_of(string, self._tags, "turn")
        inline = label_of(string, self._tags, "inline")
        for sign in signs:
            sign.turn, sign.inline, sign.language = turn, inline, string.attributes.get("LANG", "")
            sign.look, sign.size = look, look[1] if isinstance(look[1], float) else None
        return signs
