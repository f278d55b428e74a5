"""From a placed page to its tags: structure elements (ISO 32000-1, 14.8.4) and the marked pieces they own.

Piece and element come out of one walk, so that the marked-content identifiers of the content stream and those of the
structure tree cannot disagree. One piece is one block in one leg: BBox attributes say where it stands, which lets a
reader that knows nothing of composition find the frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.placed import Article, Block, PlacedPage, PlacedPicture, Role, TextBlock, TextLine
from jxprint.placed.legs import beads_of, goes_on, legs_of
from jxprint.writers.pdf.inline import area_of, by_element

# The only roles that are heads; kicker, deck and byline are not headings (they head nothing of their own).
_HEADS: frozenset[Role] = frozenset(("headline", "subhead"))


class Piece(Struct, frozen=True):
    """What one marked-content identifier holds: lines of text or a picture, under its tag."""

    tag: str
    content: tuple[TextLine, ...] | PlacedPicture


class Node(Struct, frozen=True):
    """A structure element: tag, identifiers of its own pieces, frame (page coordinates) and children; a link's address
    and the areas of the page that lead there; `heading` is what the outline calls an article, `part` its letter and
    `beads` the frames that a story runs through (ISO 32000-1, 12.4.3), `onward` the address where it goes on;
    `refers` is the address that an entry of a table of contents stands for, `language` that of words in another one
    than their page's;
    `attributes` are those of tables and lists, as entries of a dictionary (ISO 32000-1, 14.8.5).
    """

    tag: str
    pieces: tuple[int, ...] = ()
    frame: Rect | None = None
    title: str = ""
    alt: str | None = None
    children: tuple[Node, ...] = ()
    link: str = ""
    areas: tuple[Rect, ...] = ()
    heading: str = ""
    attributes: str = ""
    part: str = ""
    beads: tuple[Rect, ...] = ()
    onward: str = ""
    refers: str = ""
    language: str = ""


class PageTags(Struct, frozen=True):
    """The articles of a page as structure elements, and the pieces of each; identifiers run on over all of them."""

    articles: tuple[Node, ...]
    pieces: tuple[tuple[Piece, ...], ...]


def tag_page(page: PlacedPage, *, linked: bool = True) -> PageTags:
    """Tag a page, in reading order; where it is not `linked`, text that leads elsewhere is text and no more."""
    walk = _Walk(any(article.kind == "headline" for article in page.articles), linked, page.language)
    articles: list[Node] = []
    pieces: list[tuple[Piece, ...]] = []
    for article in page.articles:
        first = len(walk.pieces)
        children = walk.article(article)
        beads, onward = (beads_of(article), goes_on(article)) if linked else ((), "")
        articles.append(
            Node(
                "Art", (), article.frame, article.label, None, children, heading=article.heading, part=article.part,
                beads=beads, onward=onward,
            )
        )  # fmt: skip
        pieces.append(tuple(walk.pieces[first:]))
    return PageTags(tuple(articles), tuple(pieces))


class _Walk:
    """Numbers pieces and keeps the level of heads: the page's main head is H1, stories' heads stand below it."""

    def __init__(self, has_main_head: bool, linked: bool, language: str) -> None:
        self._linked = linked
        self._language = language
        self.pieces: list[Piece] = []
        self._story_level = 2 if has_main_head else 1
        self._last_level = 0

    def article(self, article: Article) -> tuple[Node, ...]:
        """The blocks of one article; its head lines, one after another, make one heading."""
        nodes: list[Node] = []
        blocks = article.blocks
        at = 0
        while at < len(blocks):
            block = blocks[at]
            end = at + 1
            if isinstance(block, PlacedPicture):
                while end < len(blocks) and isinstance(blocks[end], PlacedPicture):
                    end += 1
                while end < len(blocks) and _is_caption(blocks[end]):
                    end += 1
                pictures = [one for one in blocks[at:end] if isinstance(one, PlacedPicture)]
                captions = [one for one in blocks[at:end] if isinstance(one, TextBlock)]
                nodes.append(self._figure(pictures, captions))
            elif block.cell is not None:
                while end < len(blocks) and _is_cell(blocks[end]):
                    end += 1
                nodes.append(self._table([one for one in blocks[at:end] if isinstance(one, TextBlock)]))
            elif block.role == "list_item":
                while end < len(blocks) and _has_role(blocks[end], "list_item"):
                    end += 1
                items = [one for one in blocks[at:end] if isinstance(one, TextBlock)]
                is_contents = article.kind == "contents" and all(map(_leads, items))
                nodes.append(self._contents(items) if is_contents else self._list(items))
            else:
                while block.role == "headline" and end < len(blocks) and _has_role(blocks[end], "headline"):
                    end += 1
                group = [one for one in blocks[at:end] if isinstance(one, TextBlock)]
                nodes.append(self._text(self._tag(block.role, article), group))
            at = end
        return tuple(nodes)

    def _tag(self, role: Role, article: Article) -> str:
        if role not in _HEADS:
            return "P"
        level = 1 if article.kind == "headline" else self._story_level
        if role == "subhead":
            level += 1
        # ISO 14289-1, 7.4.2: no level may be skipped on the way down.
        self._last_level = min(level, self._last_level + 1)
        return f"H{self._last_level}"

    def _table(self, cells: list[TextBlock]) -> Node:
        """A table's rows, each with the frame around its cells: what stands side by side is read cell by cell."""
        rows: list[Node] = []
        for _, group in groupby(cells, key=lambda block: block.cell and block.cell[0]):
            row = list(group)
            made = [self._text("TH" if block.role == "table_header" else "TD", [block]) for block in row]
            heads = [replace(one, attributes="/O/Table/Scope/Column") if one.tag == "TH" else one for one in made]
            rows.append(Node("TR", (), around([block.frames[0] for block in row]), children=tuple(heads)))
        return Node("Table", children=tuple(rows))

    def _list(self, items: list[TextBlock]) -> Node:
        """A list's items (ISO 32000-1, 14.8.4.3.3): the mark is a label, in one frame with the line that it opens."""
        nodes: list[Node] = []
        numbered = False
        for block in items:
            mark, said = self._item(block)
            label = "".join(run.text for run in block.lines[0].runs if run.inline == "mark")
            numbered = numbered or any(map(str.isnumeric, label))
            nodes.append(Node("LI", children=(mark, self._text("LBody", [said]))))
        numbering = "Decimal" if numbered else "Disc"
        return Node("L", children=tuple(nodes), attributes=f"/O/List/ListNumbering/{numbering}")

    def _contents(self, items: list[TextBlock]) -> Node:
        """A table of contents (ISO 32000-1, 14.8.4.2): the mark of an item is a label, its words refer to a page."""
        nodes: list[Node] = []
        for block in items:
            mark, said = self._item(block)
            children = mark, self._text("Reference", [said])
            nodes.append(Node("TOCI", children=children, refers=_leads(block)))
        return Node("TOC", children=tuple(nodes))

    def _item(self, block: TextBlock) -> tuple[Node, TextBlock]:
        """An item's mark as a label, and the item without it."""
        (first, *more), frame = block.lines, block.frames[0]
        label = tuple(run for run in first.runs if run.inline == "mark")
        mark = Node("Lbl", (self._piece("Lbl", (replace(first, runs=label, drawn=()),)),), frame)
        said = replace(first, runs=tuple(run for run in first.runs if run.inline != "mark"))
        return mark, replace(block, lines=(said, *more))

    def _text(self, tag: str, blocks: list[TextBlock]) -> Node:
        legs = [leg for block in blocks for leg in legs_of(block)]
        if len(legs) == 1:
            return self._leg(tag, *legs[0])
        return Node(tag, children=tuple(self._leg("Span", lines, frame) for lines, frame in legs))

    def _leg(self, tag: str, lines: tuple[TextLine, ...], frame: Rect) -> Node:
        """What of a block stands in one leg: one piece, or a piece a link and a piece between two links."""
        own = self._language
        for line in lines:
            for run in line.runs:
                if run.link or run.inline or run.language != own:
                    return Node(tag, frame=frame, children=tuple(self._inline(lines)))
        return Node(tag, (self._piece(tag, lines),), frame)

    def _inline(self, lines: tuple[TextLine, ...]) -> Iterator[Node]:
        """Pieces of a leg: links, bases with their readings (Ruby, RB, RT), and what stands between them."""
        base: Node | None = None
        for (address, inline, spoken), part in by_element(lines):
            link, language = address if self._linked else "", spoken if spoken != self._language else ""
            if inline:
                tag = "RB" if inline == "base" else "RT"
                node = Node(tag, (self._piece(tag, part),), language=language)
                if inline == "base":  # one that a link begins or ends in has several runs and is one base
                    base = node if base is None else replace(base, pieces=base.pieces + node.pieces)
                    continue
                yield Node("Ruby", children=(node,) if base is None else (base, node))
                base = None
                continue
            tag = "Link" if link else "Span"
            areas = tuple(area_of(line) for line in part) if link else ()
            yield Node(tag, (self._piece(tag, part),), link=link, areas=areas, language=language)
        if base is not None:
            yield base

    def _figure(self, pictures: list[PlacedPicture], captions: list[TextBlock]) -> Node:
        """One picture or a group, with the caption that they share: one figure, whatever it is made of."""
        own = tuple(self._piece("Figure", picture) for picture in pictures)
        children: tuple[Node, ...] = ()
        if captions:
            children = (Node("Caption", children=tuple(self._text("P", [block]) for block in captions)),)
        alt = "；".join(picture.alt for picture in pictures if picture.alt)
        return Node("Figure", own, around(picture.frame for picture in pictures), "", alt, children)

    def _piece(self, tag: str, content: tuple[TextLine, ...] | PlacedPicture) -> int:
        self.pieces.append(Piece(tag, content))
        return len(self.pieces) - 1


def _has_role(block: Block, role: Role) -> bool:
    return isinstance(block, TextBlock) and block.role == role


def _leads(block: TextBlock) -> str:
    """The address within the edition that its words lead to, empty where they lead to none."""
    return next((run.link for line in block.lines for run in line.runs if run.link.startswith("#")), "")


def _is_cell(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.cell is not None


def _is_caption(block: Block) -> bool:
    return _has_role(block, "caption") or _has_role(block, "credit")
