"""A late correction (付印前改稿): a story's text held to what was printed, line by line and leg by leg.

Each leg keeps its lines. Where the copy takes one more or less, the changed paragraphs of that leg give or take it:
first by setting tighter or looser, then by letting go of breaks, the fewest that do. Where that is not enough, text
would have to move to another leg, and that is the editor's decision. The last leg may end a line higher or lower where
the legs are level all the same and none gets deeper.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from jxprint.composition.dealing import strands
from jxprint.composition.desk import Desk
from jxprint.composition.held_paragraphs import HeldParagraph, leg_of_change
from jxprint.composition.legs import BodyCopy, SetParagraph, deal_paragraphs, dealt_lines, level
from jxprint.composition.overset_legs import other_legs, stranded, too_many_or_few
from jxprint.model import Held, Page, PrintedArticle, PrintedBlock, Standfirst, Story
from jxprint.text.pairing import paired

# Measures are the same within what a file rounds to, in points.
_ALIKE_PT = 0.1

Legs = tuple[list[SetParagraph], list[int]]


class HeldText(Struct, frozen=True):
    """The text of a part that is to be held: its paragraphs, the legs that it is set in, their measure in points, and
    the heads over them as the file has them.
    """

    part: Story | Standfirst
    copy: Sequence[BodyCopy]
    legs: int
    measure: float
    heads: tuple[str, ...] = ()
    offsets: tuple[int, ...] = ()


def held_articles(page: Page, held: Held) -> dict[str, PrintedArticle]:
    """By letter, what was printed of the parts whose text runs in legs; parts that are new are not in it."""
    parts = [part for part in page.parts if isinstance(part, (Story, Standfirst))]
    titles = [part.name if isinstance(part, Story) else "standfirst" for part in parts]
    matched = zip(parts, held.page.matched(titles), strict=True)
    return {part.letter: article for part, article in matched if article is not None}


def hold_text(desk: Desk, text: HeldText) -> Legs | None:
    """The text in the legs that it was printed in; None where it is to be set freely: its legs are others than before
    and text may move. What may not move goes to the desk's findings.
    """
    blocks = [block for block in desk.held[text.part.letter].blocks if abs(block.measure - text.measure) < _ALIKE_PT]
    legs = {line.leg for block in blocks for line in block.lines}
    lines = sum(len(block.lines) for block in blocks)
    if not blocks or max(legs) >= text.legs or len(legs) < min(text.legs, lines):
        if not desk.move_legs:
            desk.findings.append(other_legs(text.part))
        return None
    return _Story(desk, text, blocks).held()


class _Story:
    """A story between what was printed and what is to be."""

    def __init__(self, desk: Desk, text: HeldText, blocks: Sequence[PrintedBlock]) -> None:
        self._desk = desk
        self._text = text
        is_over = not isinstance(text.part, Story) or text.part.head_at == "over"
        heads = text.heads if text.legs == 1 and is_over else ()
        pairs = paired([block.text for block in blocks], [*heads, *(one.passage.text for one in text.copy)])
        self._printed = [0] * text.legs
        # Lines that a leg lost with a paragraph that is gone.
        self._lost = [0] * text.legs
        self._paragraphs: list[HeldParagraph] = []
        self._count(blocks, pairs, len(heads))
        leg = self._first_leg(blocks, pairs[len(heads) :])
        for one, pair in zip(text.copy, pairs[len(heads) :], strict=True):
            old = None if pair is None else blocks[pair]
            changed = leg if old is None else leg_of_change(old, one.passage.text)
            self._paragraphs.append(HeldParagraph(one, old, changed))
            leg = leg if old is None else old.lines[-1].leg

    def held(self) -> Legs:
        """The text with every leg as it was; where that cannot be, dealt anew, with a finding unless text may move."""
        counts = self._kept() or self._fitted(strong=False) or self._with_room() or self._fitted(strong=True)
        fitted = [paragraph.as_set() for paragraph in self._paragraphs]
        if counts is None:
            if self._desk.move_legs:
                return self._dealt(fitted)
            self._refuse()
            return fitted, self._printed  # the page is refused; it need not be called too deep as well
        lines = dealt_lines(fitted)
        for leg, end in enumerate(accumulate(counts[:-1]), 1):
            if 0 < end < len(lines) and strands(lines, end):
                if self._desk.move_legs:
                    return self._dealt(fitted)
                self._desk.findings.append(stranded(self._text.part, leg, beside_cap=lines[end].beside))
        return fitted, counts

    def _dealt(self, fitted: list[SetParagraph]) -> Legs:
        """The text in legs dealt anew; other paragraphs give or take lines only where the legs would get deeper."""
        legs, ends = self._text.legs, self._desk.style.paragraph_ends
        offsets = self._text.offsets
        counts = deal_paragraphs(fitted, legs, ends, offsets)
        if max(counts) > max(self._printed):
            fitted = level(fitted, [(one.passage.text, one.setting) for one in self._text.copy], legs, offsets)
            counts = deal_paragraphs(fitted, legs, ends, offsets)
        return fitted, counts

    def _count(self, blocks: Sequence[PrintedBlock], pairs: Sequence[int | None], heads: int) -> None:
        """Lines that were printed in each leg. Over a single leg heads are as wide as text: what stood before the first
        paragraph that is still there is taken for a head.
        """
        still = {pair for pair in pairs[heads:] if pair is not None}
        heading = {pair for pair in pairs[:heads] if pair is not None}
        first = min(still, default=0) if heads else 0
        for at, block in enumerate(blocks):
            if at in heading or (at < first and at not in still):
                continue
            for line in block.lines:
                self._printed[line.leg] += 1
                self._lost[line.leg] += at not in still

    @staticmethod
    def _first_leg(blocks: Sequence[PrintedBlock], pairs: Sequence[int | None]) -> int:
        first = next((pair for pair in pairs if pair is not None), None)
        return 0 if first is None else blocks[first].lines[0].leg

    def _change(self) -> list[int]:
        """By how many lines each leg is longer than it was."""
        change = [-lost for lost in self._lost]
        for paragraph in self._paragraphs:
            change[paragraph.leg] += paragraph.more
        return change

    def _kept(self) -> list[int] | None:
        return None if any(self._change()) else self._printed

    def _fitted(self, *, strong: bool) -> list[int] | None:
        """The legs as they were once paragraphs that changed give or take lines; all as before where they cannot."""
        before = [paragraph.lines for paragraph in self._paragraphs]
        for leg, change in enumerate(self._change()):
            for paragraph in self._paragraphs:
                if change and paragraph.leg == leg and paragraph.is_changed:
                    change += paragraph.grow(-change, strong=strong)
        counts = self._kept()
        if counts is None:
            for paragraph, lines in zip(self._paragraphs, before, strict=True):
                paragraph.lines = lines
        return counts

    def _with_room(self) -> list[int] | None:
        """The legs where only the last one changed, none got deeper, and they are as level as dealing makes them."""
        change = self._change()
        counts = [lines + more for lines, more in zip(self._printed, change, strict=True)]
        if any(change[:-1]) or min(counts) < 0 or max(counts) != max(self._printed):
            return None
        fitted = [paragraph.as_set() for paragraph in self._paragraphs]
        return counts if counts == self._level(fitted) else None

    def _level(self, fitted: list[SetParagraph]) -> list[int]:
        return deal_paragraphs(fitted, self._text.legs, self._desk.style.paragraph_ends, self._text.offsets)

    def _refuse(self) -> None:
        for leg, change in enumerate(self._change()):
            if change:
                here = [one for one in self._paragraphs if one.leg == leg and one.is_changed]
                self._desk.findings.append(too_many_or_few(self._text.part, leg, change, here))
