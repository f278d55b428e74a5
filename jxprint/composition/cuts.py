"""Where copy is best cut: the paragraphs that lose a line for the fewest characters."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.composition.legs import SetParagraph


class Cut(Struct, frozen=True):
    """A paragraph from which characters are best taken: its number from 1, how many of them, and the lines that it
    loses by it.
    """

    paragraph: int
    characters: int
    lines: int


def cheapest_cuts(paragraphs: Sequence[SetParagraph], lines: int) -> tuple[Cut, ...]:
    """The fewest characters that take so many lines away, by paragraph: the last line of a paragraph goes with what
    stands on it, each further one with a whole line. Marks squeezed differently may save a few more.
    """
    offers = {
        number: [line.end - line.start for line in reversed(paragraph.lines)]
        for number, paragraph in enumerate(paragraphs, 1)
        if paragraph.role != "subhead"
    }
    taken = dict.fromkeys(offers, 0)
    won = 0
    while won < lines:
        # A paragraph keeps its first line: nobody cuts it whole to win a line.
        open_ = [number for number, offer in offers.items() if taken[number] < len(offer) - 1]
        if not open_:
            break
        number = min(open_, key=lambda one: (offers[one][taken[one]], one))
        taken[number] += 1
        won += 1
    return tuple(Cut(number, sum(offers[number][:count]), count) for number, count in taken.items() if count)
