"""Where copy is best cut: the paragraphs that lose a line for the fewest characters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.legs import SetParagraph
from jxprint.composition.making_up import MadeUp
from jxprint.model import Page, Paragraph, Standfirst, Story


class Cut(Struct, frozen=True):
    """A paragraph from which characters are best taken: its number from 1, how many of them, and the lines that it
    loses by it, all of them where it goes whole.
    """

    paragraph: int
    characters: int
    lines: int


def cheapest_cuts(paragraphs: Sequence[SetParagraph], lines: int, before: int = 0) -> tuple[Cut, ...]:
    """The fewest characters that take so many lines away, by paragraph (`before` of the story stand elsewhere): the
    last line of a paragraph goes with what stands on it, each further one with a whole line. Marks squeezed differently
    may save a few more. One line of all is kept, and those that a drop cap stands beside: where more are asked for,
    less is offered.
    """
    all_ = _offers(paragraphs, before, 0)
    wanted = min(lines, sum(map(len, all_.values())) - all(paragraph.cap is None for paragraph in paragraphs))
    # A paragraph keeps its first line where that is enough: nobody cuts it whole to win a line.
    sparing = _offers(paragraphs, before, 1)
    offers = sparing if sum(map(len, sparing.values())) >= wanted else all_
    taken = dict.fromkeys(offers, 0)
    cheapest = [(offer[0], number) for number, offer in offers.items() if offer]
    heapify(cheapest)
    for _ in range(wanted):
        _, number = cheapest[0]
        taken[number] += 1
        if taken[number] < len(offers[number]):
            heapreplace(cheapest, (offers[number][taken[number]], number))
        else:
            heappop(cheapest)
    return tuple(Cut(number, sum(offers[number][:count]), count) for number, count in taken.items() if count)


def last_cuts(paragraphs: Sequence[Paragraph], lines: int, measure: float, before: int = 0) -> tuple[Cut, ...]:
    """About so many lines of `measure` ems cut from the end of a text, whose lines change with its depth; its first
    paragraph keeps a character.
    """
    wanted, cuts = math.ceil(lines * measure), []
    for number in range(len(paragraphs), 0, -1):
        length = len(paragraphs[number - 1].text)
        taken = min(wanted, length if number > 1 else length - 1)
        if taken <= 0:
            break
        cuts.append(Cut(before + number, taken, max(1, round(taken / measure))))
        wanted -= taken
    if wanted > 0:
        return ()
    return tuple(reversed(cuts))


def _offers(paragraphs: Sequence[SetParagraph], before: int, keeping: int) -> dict[int, list[int]]:
    """The characters on each line that may go, the last first, by paragraph; each keeps so many lines, and all that
    stand beside a drop cap.
    """
    return {
        number: [line.end - line.start for line in reversed(paragraph.lines[max(keeping, _beside_cap(paragraph)) :])]
        for number, paragraph in enumerate(paragraphs, before + 1)
        if paragraph.role != "subhead"
    }


def _beside_cap(paragraph: SetParagraph) -> int:
    return 0 if paragraph.cap is None else paragraph.cap.lines


def shortened(page: Page, part: Story | Standfirst, cuts: Sequence[Cut]) -> Page:
    """The page as it is once a part's text is cut so, where its copy stands: in the part that it goes on from."""
    while isinstance(part, Story) and part.jump_from is not None and page.has(part.jump_from):
        source = page.part(part.jump_from.letter)
        assert isinstance(source, Story)  # only stories jump
        part = source
    before = part.before if isinstance(part, Story) else 0
    characters = {cut.paragraph - before: cut.characters for cut in cuts}
    left = [_shorter(one, characters.get(number, 0)) for number, one in enumerate(part.paragraphs, 1)]
    kept = replace(part, paragraphs=tuple(one for one in left if one.text))
    return replace(page, parts=tuple(kept if one.letter == part.letter else one for one in page.parts))


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
    draft = made.drafts[source.letter]
    taking = draft.taking(made.plan.rows[source.letter]) if isinstance(draft, JumpingStoryDraft) else None
    if taking is None or not isinstance(source, Story):
        return 0
    return paragraphs_before(made, source) + taking.cut.paragraph
