"""From a placed page to its tags: structure elements (ISO 32000-1, 14.8.4) and the marked pieces they own.

Piece and element come out of one walk, so that the marked-content identifiers of the content stream and those of the
structure tree cannot disagree. One piece is one block in one leg: BBox attributes say where it stands, which lets a
reader that knows nothing of composition find the frames.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.placed import Article, Block, PlacedPage, PlacedPicture, Role, TextBlock, TextLine

# The only roles that are heads; kicker, deck and byline are not headings (they head nothing of their own).
_HEADS: frozenset[Role] = frozenset(("headline", "subhead"))


class Piece(Struct, frozen=True):
    """What one marked-content identifier holds: lines of text or a picture, under its tag."""

    tag: str
    content: tuple[TextLine, ...] | PlacedPicture


class Node(Struct, frozen=True):
    """A structure element: tag, identifiers of its own pieces, frame (page coordinates) and children."""

    tag: str
    pieces: tuple[int, ...] = ()
    frame: Rect | None = None
    title: str = ""
    alt: str | None = None
    children: tuple[Node, ...] = ()


class PageTags(Struct, frozen=True):
    """The articles of a page as structure elements, and the pieces of each; identifiers run on over all of them."""

    articles: tuple[Node, ...]
    pieces: tuple[tuple[Piece, ...], ...]


def tag_page(page: PlacedPage) -> PageTags:
    """Tag a page, in reading order."""
    walk = _Walk(any(article.kind == "headline" for article in page.articles))
    articles: list[Node] = []
    pieces: list[tuple[Piece, ...]] = []
    for article in page.articles:
        first = len(walk.pieces)
        articles.append(Node("Art", (), article.frame, article.label, None, walk.article(article)))
        pieces.append(tuple(walk.pieces[first:]))
    return PageTags(tuple(articles), tuple(pieces))


class _Walk:
    """Numbers pieces and keeps the level of heads: the page's main head is H1, stories' heads stand below it."""

    def __init__(self, has_main_head: bool) -> None:
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
                while end < len(blocks) and _is_caption(blocks[end]):
                    end += 1
                captions = [one for one in blocks[at + 1 : end] if isinstance(one, TextBlock)]
                nodes.append(self._figure(block, captions))
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

    def _text(self, tag: str, blocks: list[TextBlock]) -> Node:
        legs = [(lines, frame) for block in blocks for lines, frame in _legs(block)]
        if len(legs) == 1:
            lines, frame = legs[0]
            return Node(tag, (self._piece(tag, lines),), frame)
        spans = tuple(Node("Span", (self._piece("Span", lines),), frame) for lines, frame in legs)
        return Node(tag, children=spans)

    def _figure(self, picture: PlacedPicture, captions: list[TextBlock]) -> Node:
        own = (self._piece("Figure", picture),)
        children: tuple[Node, ...] = ()
        if captions:
            children = (Node("Caption", children=tuple(self._text("P", [block]) for block in captions)),)
        return Node("Figure", own, picture.frame, "", picture.alt, children)

    def _piece(self, tag: str, content: tuple[TextLine, ...] | PlacedPicture) -> int:
        self.pieces.append(Piece(tag, content))
        return len(self.pieces) - 1


def _has_role(block: Block, role: Role) -> bool:
    return isinstance(block, TextBlock) and block.role == role


def _is_caption(block: Block) -> bool:
    return _has_role(block, "caption") or _has_role(block, "credit")


def _legs(block: TextBlock) -> list[tuple[tuple[TextLine, ...], Rect]]:
    """The lines of each leg with the frame they fill."""
    legs: dict[int, list[TextLine]] = {}
    for line in block.lines:
        legs.setdefault(line.leg, []).append(line)
    return [(tuple(lines), frame) for lines, frame in zip(legs.values(), block.frames, strict=True)]
