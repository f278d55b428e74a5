"""Where a story that jumps is best cut (转版处): the ends of its lines, weighed.

The end of a paragraph is better than that of a sentence, that better than a comma, and a comma better than a joint of
two words: from one to the next about a line, so that no clause is parted where it ends a line further up. Within a
word, a number or a name (`sense.joints`, read only about the ends that come into question) a story is cut only where no
other line end is left at all; what is likely a name keeps whole for some lines. Within what has no joint, such as
figures, Latin words and addresses, it never is.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate

from msgspec.structs import replace

from jxprint.composition.dealing import strands
from jxprint.composition.legs import SetParagraph, dealt_lines
from jxprint.model import Story
from jxprint.placed import Cut

# Lines of the story on either side of the cut: fewer are no story (a confession; desks say three to five).
LEAST_LINES = 4
# What a cut within a paragraph costs, in lines left empty, behind a sentence, behind a lesser mark and between words.
_SENTENCE, _COMMA, _WORDS = 1.0, 1.9, 3.0
# What a line left empty costs, from the second one on this much more: white that grows is a hole.
_HOLE = 1.35
# What it costs if it leaves a line of the paragraph alone on either side.
_LONER = 2.0
# A joint of words over which something hangs costs so much of the sense's price, and less than a line.
_SHARE, _MOST_HANGING = 0.15, 0.9
# What is likely a name is worth so many lines to keep whole: nobody can be sure of it.
_LIKELY_NAME = 4.0
_SENTENCE_ENDS, _LESSER_ENDS, _CLOSING = "。！？…", "，；：", "”’」』）"


class JumpCuts:
    """The line ends of a story as set, and how good each is for a cut."""

    def __init__(self, part: Story, text: Sequence[SetParagraph]) -> None:
        self._part = part
        self._text = text
        self._lines = [line for paragraph in text for line in paragraph.lines]
        # The first line of each paragraph, and the end of the last.
        self._starts = [0, *accumulate(len(paragraph.lines) for paragraph in text)]
        self._dealt = dealt_lines(text)
        self._known: dict[int, tuple[bool, float]] = {}

    @property
    def lines(self) -> int:
        """All lines of the story."""
        return len(self._lines)

    def best(self, room: int, beyond: int = 0) -> Iterator[int]:
        """How many lines may be kept of `room`, the best first; `beyond`: by how many more the text might be squeezed.
        Line ends are weighed from the foot up, and no further than a better one could be.
        """
        last = len(self._lines) - LEAST_LINES
        most = min(room, last)
        waiting: list[tuple[float, int]] = []
        within: list[tuple[float, int]] = []
        for kept in range(min(room + beyond, last), LEAST_LINES - 1, -1):
            while waiting and waiting[0][0] <= _white(most - kept):
                yield -heappop(waiting)[1]
            if strands(self._dealt, kept) or not self._may_end(kept):
                continue
            parts_word, price = self._price(kept)
            heappush(within if parts_word else waiting, (_white(abs(most - kept)) + price, -kept))
        for found in (waiting, within):
            yield from (-kept for _, kept in sorted(found))

    def first(self, kept: int) -> Iterator[SetParagraph]:
        """The paragraphs as far as so many lines go."""
        for at, paragraph in enumerate(self._text):
            lines = paragraph.lines[: kept - self._starts[at]] if kept > self._starts[at] else ()
            if lines:
                yield replace(paragraph, lines=lines)

    def whole(self, kept: int) -> int:
        """How many paragraphs end within so many lines."""
        return bisect_right(self._starts, kept) - 1

    def cut(self, kept: int) -> Cut:
        """The place in the copy behind so many lines."""
        at = self._paragraph(kept)
        return Cut(self._part.letter, at + 1, 0) if self._ends(kept) else Cut(self._part.letter, at, self._offset(kept))

    def _paragraph(self, kept: int) -> int:
        """The paragraph that the last of so many lines is of."""
        return bisect_right(self._starts, kept - 1) - 1

    def _ends(self, kept: int) -> bool:
        """Whether a paragraph ends behind so many lines."""
        return kept == self._starts[self._paragraph(kept) + 1]

    def _offset(self, kept: int) -> int:
        """The characters of a paragraph's own text that stand in so many lines; what runs in before it is no cut."""
        line = self._lines[kept - 1]
        return line.end - line.lead_length

    def _may_end(self, kept: int) -> bool:
        """Whether the text may be cut behind its first `kept` lines at all."""
        if self._ends(kept):
            return True
        ill = {"cut", "end"} & set(self._lines[kept - 1].rescues) or "start" in self._lines[kept].rescues
        text, end = self._part.paragraphs[self._paragraph(kept)].text, self._offset(kept)
        return not ill and end > 0 and not _within_run(text[end - 1], text[end])

    def _price(self, kept: int) -> tuple[bool, float]:
        """Whether a cut there parts a word, a number or a name, and what it costs in lines."""
        if self._ends(kept):
            return False, 0.0
        if kept not in self._known:
            at = self._paragraph(kept)
            alone = (kept - self._starts[at] == 1) + (self._starts[at + 1] - kept == 1)
            parts_word, price = self._price_of_sense(at, self._offset(kept))
            self._known[kept] = parts_word, price + _LONER * alone
        return self._known[kept]

    def _price_of_sense(self, at: int, offset: int) -> tuple[bool, float]:
        from jxprint.composition.sense.joints import LIKELY, WITHIN, parting_price  # few stories jump

        passage = self._part.paragraphs[at].passage
        price = parting_price(passage.text, offset, self._body, self._names)
        named = any(one.kind in ("name", "ruby") and one.start < offset < one.end for one in passage.markup)
        if named or price >= WITHIN:
            return True, _WORDS + price
        if price >= LIKELY:
            return False, _WORDS + _LIKELY_NAME
        closed = passage.text[:offset].rstrip(_CLOSING)
        if closed[-1:] in _SENTENCE_ENDS:
            return False, _SENTENCE
        if passage.text[offset - 1] in _LESSER_ENDS:
            return False, _COMMA
        return False, _WORDS + min(_SHARE * price, _MOST_HANGING)

    @property
    def _body(self) -> str:
        return "\n".join(paragraph.text for paragraph in self._part.paragraphs)

    @property
    def _names(self) -> tuple[str, ...]:
        from jxprint.composition.sense.held import signed

        return tuple(signed(line.text for line in self._part.byline))


def _white(lines: int) -> float:
    """What so many lines left empty cost."""
    return lines if lines <= 1 else 1 + _HOLE * (lines - 1)


def _within_run(before: str, behind: str) -> bool:
    """Whether two neighbours stand in one figure, Latin word or address: a line may end there, a story's part may
    not.
    """
    pair = before + behind
    narrow = all(not char.isspace() and unicodedata.east_asian_width(char) not in "WF" for char in pair)
    return narrow and any(char.isalnum() for char in pair)
