"""Where copy is best cut: the paragraphs that lose a line for the fewest characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.jumping_shapes import JumpingShapeDraft
from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.legs import SetParagraph
from jxprint.composition.making_up import MadeUp
from jxprint.model import Page, Paragraph, Standfirst, Story


class Cut(Struct, frozen=True):
    """A paragraph from which characters are best taken: its number from 1, how many of them, the lines that it loses
    by it, and whether it goes whole.
    """

    paragraph: int
    characters: int
    lines: int
    whole: bool = False


class Lines(Struct, frozen=True):
    """A paragraph as it may be cut: the characters that go with each of its lines, how many lines stay at the least
    where the paragraph stays, and whether it is a subhead.
    """

    characters: tuple[int, ...]
    kept: int = 1
    is_subhead: bool = False


class _Line(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def lines_of(paragraphs: Iterable[SetParagraph]) -> list[Lines]:
    """Paragraphs set in legs as they may be cut: the lines beside a drop cap stay."""
    return [cut_lines(one.lines, one.role == "subhead", 1 if one.cap is None else one.cap.lines) for one in paragraphs]


def cut_lines(lines: Sequence[_Line], is_subhead: bool, kept: int = 1) -> Lines:
    """A paragraph of some lines; the space at which a line breaks goes with that line."""
    starts = [line.start for line in lines]
    ends = [*starts[1:], lines[-1].end] if lines else []
    return Lines(tuple(end - start for start, end in zip(starts, ends, strict=True)), kept, is_subhead)


def cheapest_cuts(paragraphs: Sequence[Lines], lines: int, before: int = 0) -> tuple[Cut, ...]:
    """The fewest characters that take so many lines away, by paragraph (`before` of the story stand elsewhere): the
    last line of a paragraph goes with what stands on it, each further one with a whole line. Marks squeezed differently
    may save a few more. No paragraph goes whole where that is enough, for nobody cuts one to win a line; where it is
    not, the end of the text goes.
    """
    offers = {
        number: list(reversed(one.characters[one.kept :]))
        for number, one in enumerate(paragraphs, before + 1)
        if not one.is_subhead
    }
    if lines > sum(map(len, offers.values())):
        return last_cuts(paragraphs, lines, before)
    taken = dict.fromkeys(offers, 0)
    cheapest = [(offer[0], number) for number, offer in offers.items() if offer]
    heapify(cheapest)
    for _ in range(lines):
        _, number = cheapest[0]
        taken[number] += 1
        if taken[number] < len(offers[number]):
            heapreplace(cheapest, (offers[number][taken[number]], number))
        else:
            heappop(cheapest)
    return tuple(Cut(number, sum(offers[number][:count]), count) for number, count in taken.items() if count)


def last_cuts(paragraphs: Sequence[Lines], lines: int, before: int = 0) -> tuple[Cut, ...]:
    """The last lines of a text, so many of them; a subhead under which none is left goes with them. One line of all is
    kept, and those beside a drop cap: where more are asked for, less is offered.
    """
    cuts: list[Cut] = []
    for number in range(len(paragraphs), 0, -1):
        one = paragraphs[number - 1]
        goes_along = one.is_subhead and number > 1
        most = len(one.characters) - (one.kept if number == 1 else 0)
        taken = most if goes_along else min(lines, most)
        if taken <= 0:
            break
        is_whole = taken == len(one.characters)
        cuts.append(Cut(before + number, sum(one.characters[-taken:]), taken, is_whole))
        lines -= taken
        if not is_whole:
            break
    return tuple(reversed(cuts))


def shortened(page: Page, part: Story | Standfirst, cuts: Sequence[Cut]) -> Page:
    """The page as it is once a part's text is cut so, where its copy stands: in the part that it goes on from."""
    part = source_of(page, part) if isinstance(part, Story) else part
    before = part.before if isinstance(part, Story) else 0
    characters = {cut.paragraph - before: cut.characters for cut in cuts}
    left = [_shorter(one, characters.get(number, 0)) for number, one in enumerate(part.paragraphs, 1)]
    kept = replace(part, paragraphs=tuple(one for one in left if one.text))
    return replace(page, parts=tuple(kept if one.letter == part.letter else one for one in page.parts))


def source_of(page: Page, part: Story) -> Story:
    """The story on a page that one goes on from, in which its copy stands; itself where it goes on from none."""
    while part.jump_from is not None and page.has(part.jump_from):
        source = page.part(part.jump_from.letter)
        assert isinstance(source, Story)  # only stories jump
        part = source
    return part


def _shorter(paragraph: Paragraph, characters: int) -> Paragraph:
    passage = paragraph.passage
    if not characters:
        return paragraph
    end = max(0, len(passage.text) - characters)
    markup = tuple(one for one in passage.markup if one.end <= end)
    return replace(paragraph, passage=replace(passage, text=passage.text[:end], markup=markup))


def paragraphs_before(made: MadeUp, part: Story | Standfirst) -> int:
    """How many paragraphs of a story stand wholly in other parts, before this one."""
    if not isinstance(part, Story) or part.jump_from is None or not made.desk.page.has(part.jump_from):
        return part.before if isinstance(part, Story) else 0
    source = made.desk.page.part(part.jump_from.letter)
    draft, cut = made.drafts[source.letter], None
    if isinstance(draft, JumpingShapeDraft):
        cut = draft.cut_in(made.plan.stretches[source.letter])
    elif isinstance(draft, JumpingStoryDraft) and (taking := draft.taking(made.plan.rows[source.letter])):
        cut = taking.cut
    if cut is None or not isinstance(source, Story):
        return 0
    return paragraphs_before(made, source) + cut.paragraph
