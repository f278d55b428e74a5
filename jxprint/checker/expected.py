"""What the page must say: the copy in reading order, article by article.

Every code point of the copy counts, spaces included: composition sets each with a glyph of its own. Text that the
house adds (a placeholder's label, drawn as shapes) is no copy and is not expected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from jxprint.checker.expected_furniture import furniture_copy
from jxprint.errors import Place
from jxprint.model import (
    Advertisement,
    Headline,
    HouseStyle,
    Masthead,
    Ornament,
    Page,
    Part,
    Passage,
    Picture,
    PullQuote,
    Standfirst,
    Story,
    readings,
)


class ExpectedPassage(Struct, frozen=True):
    """One piece of copy: its part (a story's name, others' letter), role, number from 1, the copy itself, and `text`,
    which must be read. A reading (注音) is read behind what it stands over; where there are any, `origins` are the
    offsets in the copy of the code points of `text`.
    """

    part: str
    role: str
    number: int
    copy: Passage
    text: str
    origins: tuple[int, ...] | None = None

    def at(self, offset: int) -> Place:
        """The place in the copy of one of the code points that must be read; a reading's is that of what it is over."""
        if self.origins is not None:
            offset = self.origins[min(offset, len(self.origins) - 1)]
        return replace(self.copy.at(offset), part=self.part, paragraph=self.number, offset=offset)


class ExpectedText(Struct, frozen=True):
    """Passages in order, and the text that they make: an article's, or a whole page's."""

    passages: tuple[ExpectedPassage, ...]
    text: str = ""
    starts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        starts: list[int] = []
        at = 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.text)
        force_setattr(self, "starts", tuple(starts))
        force_setattr(self, "text", "".join(passage.text for passage in self.passages))

    def locate(self, offset: int) -> tuple[ExpectedPassage, int] | None:
        """The passage of a code point and the offset in it; None where the copy is empty."""
        if not self.passages:
            return None
        index = max(0, bisect_right(self.starts, min(offset, len(self.text) - 1)) - 1)
        passage = self.passages[index]
        return passage, min(offset - self.starts[index], len(passage.text))

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch [start, end) cut where a passage begins."""
        inner = self.starts[bisect_right(self.starts, start) :]
        for cut in inner:
            if cut >= end:
                break
            if cut > start:
                yield start, cut
            start = cut
        if start < end:
            yield start, end


class ExpectedPage(Struct, frozen=True):
    """A page's copy whole and by article (empty articles, such as pictures without caption, are left out), and the
    languages that it may be in where it is marked as none: one, or those of the pages on a sheet.
    """

    whole: ExpectedText
    articles: tuple[ExpectedText, ...]
    column_gap_pt: float
    languages: tuple[str, ...] = ()


# No story of a page has its text elsewhere.
_NO_BODIES: Mapping[str, Sequence[ExpectedPassage]] = {}


def expected_page(page: Page, bodies: Mapping[str, Sequence[ExpectedPassage]] = _NO_BODIES) -> ExpectedPage:
    """The copy of a page: the folio line first, then the parts in the page's order. `bodies` are, by letter, the text
    of stories of which this page has a part alone (see jumped).
    """
    folio = [piece for piece in (page.folio.left, page.folio.centre, page.folio.right) if piece is not None]
    lists = [[_passage("folio", "folio", number, piece) for number, piece in enumerate(folio, 1)]]
    for part in page.parts:
        if isinstance(part, Story):
            body = bodies[part.letter] if part.letter in bodies else list(story_body(part))
            lists.append([*story_head(part, page.style), *body, *_jump_line(part, page.style)])
        else:
            lists.append([_passage(part.letter, role, number, piece) for role, number, piece in _copy(part)])
    notice = None if page.resetting is None else page.resetting.notice(page.language)
    if notice is not None:
        lists.append([_passage("resetting", "resetting", 1, notice)])
    articles = [ExpectedText(tuple(piece for piece in pieces if piece.text)) for pieces in lists]
    kept = tuple(article for article in articles if article.passages)
    whole = ExpectedText(tuple(passage for article in kept for passage in article.passages))
    return ExpectedPage(whole, kept, page.grid.gap_em * page.grid.body_pt, (page.language,))


def _passage(part: str, role: str, number: int, passage: Passage) -> ExpectedPassage:
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for _, end, reading in readings(passage.text, passage.markup):
        pieces += passage.text[at:end], reading
        origins += [*range(at, end), *[end - 1] * len(reading)]
        at = end
    if not pieces:
        return ExpectedPassage(part, role, number, passage, passage.text)
    text = "".join([*pieces, passage.text[at:]])
    return ExpectedPassage(part, role, number, passage, text, (*origins, *range(at, len(passage.text))))


def _copy(part: Part) -> Iterator[tuple[str, int, Passage]]:
    """A part's copy in reading order: (role, number from 1, passage)."""
    if isinstance(part, Masthead):
        yield "masthead", 1, part.text
        yield from _numbered("masthead_line", [part.line] if part.line else [])
    elif isinstance(part, Headline):
        yield from _numbered("kicker", part.kicker)
        yield from _numbered("headline", part.lines)
        yield from _numbered("deck", part.deck)
    elif isinstance(part, Standfirst):
        yield from _numbered("standfirst", [one.passage for one in part.paragraphs])
    elif isinstance(part, Picture):
        yield from _numbered("caption", [part.caption] if part.caption else [])
        yield from _numbered("credit", [part.credit] if part.credit else [])
    elif isinstance(part, PullQuote):
        yield from _numbered("quote", part.lines)
        yield from _numbered("credit", [part.credit] if part.credit else [])
    elif isinstance(part, Advertisement):
        yield from _numbered("label", [part.label] if part.label else [])
    elif not isinstance(part, (Ornament, Story)):
        yield from furniture_copy(part)


def story_head(story: Story, style: HouseStyle) -> Iterator[ExpectedPassage]:
    """The head of a story's part; over a continuation the house says where it comes from."""
    heads = ("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck), ("byline", story.byline)
    for role, lines in heads:
        yield from (_passage(story.name, *one) for one in _numbered(role, lines))
    if story.jump_from is not None:
        words = Passage(style.jump.from_line(story.jump_from.page), story.jump_from.place)
        yield _passage(story.name, "jump", 1, words)


def story_body(story: Story) -> Iterator[ExpectedPassage]:
    """The text of a story, with the dateline that runs into it."""
    for number, paragraph in enumerate(story.paragraphs, 1):
        if story.dateline is not None and number == story.dateline_leads + 1:
            yield _passage(story.name, "dateline", 1, story.dateline)
        yield _passage(story.name, paragraph.kind, number, paragraph.passage)


def _jump_line(story: Story, style: HouseStyle) -> Iterator[ExpectedPassage]:
    """What the house says under a part that goes on elsewhere."""
    if story.jump_to is not None:
        yield _passage(story.name, "jump", 1, Passage(style.jump.to_line(story.jump_to.page), story.jump_to.place))


def _numbered(role: str, passages: Sequence[Passage]) -> Iterator[tuple[str, int, Passage]]:
    for number, passage in enumerate(passages, 1):
        yield role, number, passage
