"""The text that the first part of a jumped story keeps (转版), in a line or two more or less than it has: so that its
legs come out full, and level where a subhead may not end one.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.desk import Desk
from jxprint.composition.jump_cuts import JumpCuts
from jxprint.composition.legs import SetParagraph, with_lines
from jxprint.composition.stories import body_copy
from jxprint.model import Story

# So many lines may paragraphs take or give together.
TAKEN = 2
# Cuts that are looked at behind the best one for level legs, and those of them whose paragraphs take and give lines.
LOOKED = 6
_MOVED = 2
# A subhead moves where paragraphs before it take or give: the first ones, and all.
_FIRST = (1, 2, 4)


class KeptText:
    """What is before a cut of a story, set over one measure."""

    def __init__(self, desk: Desk, part: Story, measure: float, cuts: JumpCuts) -> None:
        self._cuts = cuts
        self._copy = [(one.passage.text, one.setting) for one in body_copy(desk, part, measure)]

    def ways(self, kept: int, most: int, wanted: int, looked: int) -> Iterator[list[SetParagraph]]:
        """So many lines of the story in `wanted` lines more if they can; then in a line or two more or less, `most` of
        all, unless it is one of many cuts that have been `looked` at.
        """
        whole = self._cuts.whole(kept)
        yield self._filled(kept, wanted, whole)
        if looked >= _MOVED:
            return
        for more in sorted(range(-TAKEN, TAKEN + 1), key=lambda more: (abs(more - wanted), -more)):
            if kept + more > most:
                continue
            for first in (whole, *(one for one in _FIRST if one < whole and more)):
                if (more, first) != (wanted, whole):
                    yield self._filled(kept, more, first)

    def _filled(self, kept: int, more: int, first: int) -> list[SetParagraph]:
        """So many lines of the text, the `first` paragraphs in some lines more, or fewer, if they can."""
        paragraphs = list(self._cuts.first(kept))
        if not more:
            return paragraphs
        return [*with_lines(paragraphs[:first], self._copy[:first], more), *paragraphs[first:]]
