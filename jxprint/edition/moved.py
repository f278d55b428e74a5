"""Which lines of a late correction are not as they were printed: what a night desk (夜班) has to read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import get_args

from msgspec import Struct
from msgspec.structs import asdict

from jxprint.errors import Finding, Place
from jxprint.model import Page, PrintedArticle, PrintedLine, PrintedPage, Story
from jxprint.placed import Article, PlacedPage, Role, TextBlock
from jxprint.text.pairing import paired

_KEYS: dict[Role, str] = {
    "masthead": "composition.moved.masthead",
    "kicker": "composition.moved.kicker",
    "headline": "composition.moved.headline",
    "deck": "composition.moved.deck",
    "standfirst": "composition.moved.paragraph",
    "byline": "composition.moved.byline",
    "dateline": "composition.moved.paragraph",
    "body": "composition.moved.paragraph",
    "subhead": "composition.moved.paragraph",
    "caption": "composition.moved.caption",
    "credit": "composition.moved.credit",
    "folio": "composition.moved.folio",
    "nameplate": "composition.moved.masthead",
    "imprint": "composition.moved.line",
    "ear": "composition.moved.line",
    "table_header": "composition.moved.cell",
    "table_cell": "composition.moved.cell",
    "table_note": "composition.moved.line",
    "list_item": "composition.moved.item",
    "jump": "composition.moved.jump",
    "quote": "composition.moved.quote",
    "label": "composition.moved.label",
}
_TITLED_BY_TEXT = ("masthead", "headline", "picture", "advertisement", "nameplate", "ear")
# Roles whose blocks are counted through a story.
_COUNTED = ("body", "subhead")
assert set(_KEYS) == set(get_args(Role))


class MovedLine(Struct, frozen=True):
    """A line whose text or leg is not what was printed. `part` is a story's name or another part's letter; `number`
    (of the paragraph) and `line` count from 1, `leg` from 1 as well.
    """

    part: str
    role: Role
    number: int
    line: int
    leg: int
    text: str

    def finding(self) -> Finding:
        """The line as a note."""
        args = {"part": self.part, "number": self.number, "line": self.line, "text": self.text}
        return Finding(_KEYS[self.role], Place(part=self.part, paragraph=self.number), args, "note")


class Gone(Struct, frozen=True):
    """A paragraph that was printed and is no longer there."""

    part: str
    text: str

    def finding(self) -> Finding:
        """The paragraph as a note."""
        return Finding("composition.moved.gone", Place(part=self.part), {"part": self.part, "text": self.text}, "note")


class MovedPage(Struct, frozen=True):
    """What moved on one page: its name, how many lines it has, those that moved, and paragraphs that are gone."""

    name: str
    lines: int
    moved: tuple[MovedLine, ...]
    gone: tuple[Gone, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        return asdict(self) | {
            "moved": [asdict(one) for one in self.moved],
            "gone": [asdict(one) for one in self.gone],
        }

    def findings(self) -> Iterator[Finding]:
        """What moved, as notes: first how much, then line by line, story by story."""
        if not self.moved and not self.gone:
            yield Finding("composition.held_nothing_moved", args={"name": self.name}, severity="note")
            return
        args = {"name": self.name, "moved": len(self.moved), "lines": self.lines}
        yield Finding("composition.held_moved", args=args, severity="note")
        for part in dict.fromkeys([one.part for one in self.moved] + [one.part for one in self.gone]):
            yield from (one.finding() for one in self.moved if one.part == part)
            yield from (one.finding() for one in self.gone if one.part == part)


Edition = Sequence[tuple[Page, PlacedPage]]


def moved_lines(page: Page, placed: PlacedPage, printed: PrintedPage, edition: Edition = ()) -> MovedPage:
    """Compare a page with what was printed of it. `edition` has the pages that its stories may stand on as well (转版):
    paragraphs are counted through the whole story, and what went there is not gone.
    """
    moved: list[MovedLine] = []
    gone: list[Gone] = []
    for article, before in zip(placed.articles, _before(placed.articles, printed), strict=True):
        name = _name(page, article)
        blocks = list(_blocks(article))
        old = before.blocks if before is not None else ()
        said = ["".join(line.text for line in _lines(one)) for one in blocks]
        # Cells say the same again and again: where there are as many as before, each is the one in its place.
        in_place = article.kind == "table" and len(old) == len(blocks)
        pairs = list(range(len(old))) if in_place else paired([block.text for block in old], said)
        for block, pair in zip(blocks, pairs, strict=True):
            before_it = _paragraphs_before(edition, page, article.part) if block[0].role in _COUNTED else 0
            moved += _moved(name, block, old[pair].lines if pair is not None else (), before_it)
        left = [old[at].text for at in sorted({*range(len(old))} - {*pairs})]
        gone += [Gone(name, text) for text in left if text not in _said_elsewhere(edition, placed, article)]
    lines = sum(len(block.lines) for block in placed.text_blocks())
    return MovedPage(placed.name, lines, tuple(moved), tuple(gone))


def _paragraphs_before(edition: Edition, page: Page, letter: str) -> int:
    """How many paragraphs of a story stand wholly before a part of it."""
    story = page.part(letter) if any(part.letter == letter for part in page.parts) else None
    jump = story.jump_from if isinstance(story, Story) else None
    if jump is None:
        return 0
    for source, placed in edition:
        if source is page if page.has(jump) else jump.page in source.numbers:
            cut = next((cut.paragraph for cut in placed.cuts if cut.part == jump.letter), 0)
            return cut + _paragraphs_before(edition, source, jump.letter)
    return 0


def _said_elsewhere(edition: Edition, placed: PlacedPage, article: Article) -> str:
    """What the other parts of a story say, one behind the other."""
    others = (
        other
        for _, page in edition
        for other in page.articles
        if other.label == article.label and (page is not placed or other is not article)
    )
    return "".join(run.text for other in others for run in other.runs() if run.inline != "reading")


def other_parts(page: Page, placed: PlacedPage, printed: PrintedPage) -> Iterator[Finding]:
    """Notes about text of the page that was not printed, and printed text that the page no longer has."""
    articles = [article for article in placed.articles if any(block.lines for block in article.text_blocks())]
    matched = _before(articles, printed)
    new = [_name(page, one) for one, before in zip(articles, matched, strict=True) if before is None]
    kept = {id(before) for before in matched if before is not None}
    gone = [article.title for article in printed.articles if id(article) not in kept]
    for key, parts in (("composition.held_new_parts", new), ("composition.held_gone_parts", gone)):
        if parts:
            yield Finding(key, args={"name": page.name, "parts": "、".join(parts)}, severity="note")


def _name(page: Page, article: Article) -> str:
    """How messages name an article: a story by its name, others by their letter."""
    names = (part.name for part in page.parts if isinstance(part, Story) and part.letter == article.part)
    return next(names, article.part)


def _before(articles: Sequence[Article], printed: PrintedPage) -> list[PrintedArticle | None]:
    """What was printed of each article. The title of a head or picture is its own text: where that changed, the one
    that stood in its place is meant.
    """
    found = list(printed.matched(article.label for article in articles))
    taken = {id(before) for before in found}
    pairs = paired([before.title for before in printed.articles], [article.label for article in articles])
    for at, (article, pair) in enumerate(zip(articles, pairs, strict=True)):
        before = printed.articles[pair] if pair is not None and article.kind in _TITLED_BY_TEXT else None
        if found[at] is None and before is not None and id(before) not in taken:
            found[at] = before
    return found


def _blocks(article: Article) -> Iterator[tuple[TextBlock, ...]]:
    """Blocks as the file tags them: the lines of a headline together are one heading."""
    numbered = enumerate(article.text_blocks())
    for _, group in groupby(numbered, key=lambda one: -1 if one[1].role == "headline" else one[0]):
        yield tuple(block for _, block in group)


def _lines(blocks: Sequence[TextBlock]) -> list[PrintedLine]:
    return [
        PrintedLine("".join(run.text for run in line.runs if run.inline != "reading"), line.leg)
        for block in blocks
        for line in block.lines
    ]


def _moved(name: str, blocks: Sequence[TextBlock], old: Sequence[PrintedLine], before: int) -> Iterator[MovedLine]:
    lines = _lines(blocks)
    if blocks[0].role == "folio":  # pieces as wide as one another look like legs to whoever reads them back
        old = [PrintedLine(line.text) for line in old]
    for kind, _, _, start, end in SequenceMatcher(None, old, lines, autojunk=False).get_opcodes():
        if kind != "equal":
            for at in range(start, end):
                role, number = blocks[0].role, blocks[0].index + 1 + before
                yield MovedLine(name, role, number, at + 1, lines[at].leg + 1, lines[at].text)
