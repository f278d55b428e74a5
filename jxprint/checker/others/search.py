"""Where the paragraphs of a copy stand in a text that was read: whole ones first, then what is left, piece by piece.

Inside a paragraph the order is strict. Paragraphs may stand anywhere: of a stranger's page nobody knows what belongs
together. What no paragraph claims is extra.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from jxprint.checker.alignment import Hunk, differing, told_apart, untaken
from jxprint.checker.others.altered import Found, Rest, alike
from jxprint.checker.others.seen import NEW_LINE, Seen

# A shorter paragraph is looked for where longer ones have left room, on lines of its own first.
_SHORT = 6
# A longer one that shares no piece with the text is missing; and so many lines are compared with short ones at most.
_HEAD, _LOOKS = 24, 50_000
# This share of a paragraph has to be there, or it is missing and what stands there is something else.
_ALIKE, _ALIKE_SHORT = 0.45, 0.5


def find_all(paragraphs: Sequence[str], seen: Seen) -> tuple[list[Found], list[tuple[int, int]]]:
    """Each paragraph in the copy's order, and the stretches of the text that none of them claims."""
    search = _Search(paragraphs, seen)
    search.whole()
    search.pieces()
    search.short()
    return search.found, search.left()


class _Search:
    def __init__(self, paragraphs: Sequence[str], seen: Seen) -> None:
        self._paragraphs = paragraphs
        self._text = seen.folded.text
        self._joints = seen.joints
        self._taken = bytearray(len(self._text))
        self._looks = 0
        self.found = [Found(number) for number in range(len(paragraphs))]

    def left(self) -> list[tuple[int, int]]:
        """Stretches that nothing has claimed."""
        return list(untaken(self._taken, 0, len(self._taken)))

    # Whole paragraphs.

    def whole(self) -> None:
        """Claim every paragraph that stands there word for word: first where it is due, behind the one before it."""
        due = 0
        later: list[int] = []
        for number, text in enumerate(self._paragraphs):
            if len(text) < _SHORT:
                continue
            at = self._unclaimed(text, due)
            at = self._unclaimed(text, 0) if at < 0 else at
            # A paragraph that others contain waits until they have taken what is theirs.
            if at >= 0 and not self._stands_alone(at, len(text)):
                later.append(number)
            elif at >= 0:
                self._claim(number, at)
                due = at + len(text)
        for number in sorted(later, key=lambda one: -len(self._paragraphs[one])):
            at = self._best(self._paragraphs[number], self._due(number))
            if at >= 0:
                self._claim(number, at)

    def _due(self, number: int) -> int:
        before = next((one for one in reversed(self.found[:number]) if one.is_whole), None)
        return 0 if before is None else before.start + len(self._paragraphs[before.number])

    def _claim(self, number: int, at: int) -> None:
        size = len(self._paragraphs[number])
        self._taken[at : at + size] = b"\1" * size
        self.found[number] = Found(number, [(0, at, size)], [], True)

    def _unclaimed(self, text: str, start: int) -> int:
        at = self._text.find(text, start)
        while at >= 0 and (stop := self._taken.find(1, at, at + len(text))) >= 0:
            at = self._text.find(text, stop + 1)
        return at

    def _stands_alone(self, at: int, size: int) -> bool:
        end = at + size
        return self._joints[at] == NEW_LINE and (end == len(self._text) or self._joints[end] == NEW_LINE)

    def _best(self, text: str, due: int) -> int:
        """An unclaimed place: on lines of its own before any other, behind `due` before the rest."""
        best, at = (-1, -1), self._unclaimed(text, 0)
        while at >= 0:
            rank = 2 * self._stands_alone(at, len(text)) + (at >= due)
            if rank > best[0]:
                best = rank, at
            if rank == 3:
                break
            at = self._unclaimed(text, at + 1)
        return best[1]

    # Paragraphs that are not there word for word.

    def pieces(self) -> None:
        """Align what is left of the text with paragraphs that were not found, the longest first."""
        missing = [one.number for one in self.found if not one.pieces and len(self._paragraphs[one.number]) >= _SHORT]
        if not missing:
            return
        rest = Rest(self._text, self._joints, self._taken)
        for number in sorted(missing, key=lambda one: -len(self._paragraphs[one])):
            text = self._paragraphs[number]
            found = rest.find(number, text)
            if sum(length for _, _, length in found.pieces) >= _ALIKE * len(text):
                self.found[number] = found
                self._take(found)

    def _take(self, found: Found) -> None:
        for _, at, length in found.pieces:
            self._taken[at : at + length] = b"\1" * length
        for hunk in found.hunks:
            self._taken[hunk.read_start : hunk.read_end] = b"\1" * (hunk.read_end - hunk.read_start)

    # Short paragraphs.

    def short(self) -> None:
        """Paragraphs too short to be looked for inside others: whole, then what is most like them on one line."""
        left = [one.number for one in self.found if not one.pieces and len(self._paragraphs[one.number]) < _SHORT]
        for number in sorted(left, key=lambda one: -len(self._paragraphs[one])):
            at = self._best(self._paragraphs[number], self._due(number))
            if at >= 0:
                self._claim(number, at)
        for found in list(self.found):
            text = self._paragraphs[found.number]
            if found.pieces:
                continue
            best = max(self._lines(text), default=(0.0, 0, 0)) if len(text) <= _HEAD else (0.0, 0, 0)
            if best[0] < _ALIKE_SHORT or len(text) < 2:
                where = self._due(found.number)
                self.found[found.number].hunks = [Hunk("missing", 0, len(text), where, where)]
                continue
            self._close(found.number, best[1], best[2])

    def _lines(self, text: str) -> Iterator[tuple[float, int, int]]:
        """Lines that nothing claims and that are about as long, with how much they are like a text."""
        shown = set(text)
        for start, end in self.left():
            cuts = [start, *(at for at in range(start + 1, end) if self._joints[at] == NEW_LINE), end]
            for begin, stop in pairwise(cuts):
                if abs(stop - begin - len(text)) <= max(1, len(text) // 3):
                    line = self._text[begin:stop]
                    if 2 * len(shown & set(line)) >= len(shown) and self._looks < _LOOKS:
                        self._looks += 1
                        yield SequenceMatcher(None, text, line, False).ratio(), begin, stop

    def _close(self, number: int, start: int, end: int) -> None:
        found = self.found[number] = Found(number)
        text, line = self._paragraphs[number], self._text[start:end]
        stretches = differing(text, line)
        for hunk in told_apart(text, line, stretches):
            found.hunks.append(Hunk(hunk.kind, hunk.start, hunk.end, start + hunk.read_start, start + hunk.read_end))
        begun = stretches if stretches and stretches[0][0] == 0 else [(0, 0, 0, 0), *stretches]
        found.pieces += [(at, start + there, size) for at, there, size in alike(begun, len(text))]
        self._take(found)
