"""Whole passages first: one that stands elsewhere word for word is told as one move, whatever its neighbours share.

Characters are aligned only in what no whole passage explains; otherwise a full stop that two swapped paragraphs both
end with would be told as missing from one and extra in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxprint.checker.alignment import Hunk, align, paired, untaken
from jxprint.checker.blocks import Block, Claimed, found_blocks, standing
from jxprint.checker.expected import ExpectedText
from jxprint.checker.tidying import tidied

# A shorter passage (a name, a masthead) is recognised where it is due only: elsewhere it may be part of a sentence.
_SHORTEST = 6

_Span = tuple[int, int]


def align_passages(copy: ExpectedText, read: str) -> tuple[Hunk, ...]:
    """The differences between a copy and what was read, in the copy's order; none where they are equal."""
    if copy.text == read:
        return ()
    claimed = Claimed(copy.text, read)
    passages = _joined(_found(copy, read))
    for piece in passages:
        claimed.take(piece)
    in_order = standing(passages)
    # A line of a few characters is not looked for by itself; it goes along with what it stands beside.
    grown = [piece if piece in in_order else claimed.grown(piece) for piece in passages]
    found = _joined(sorted([*grown, *found_blocks(claimed)]))
    in_order = standing(found)
    moved = [piece for piece in found if piece not in in_order]
    here, there = bytearray(len(copy.text)), bytearray(len(read))
    for start, target, length in moved:
        here[start : start + length] = there[target : target + length] = b"\1" * length
    kept = [at for at, mark in enumerate(here) if not mark]
    kept_read = [at for at, mark in enumerate(there) if not mark]
    rank = {at: number for number, at in enumerate(kept)}
    rank_read = {at: number for number, at in enumerate(kept_read)}
    anchors = [(rank[start], rank_read[to], length) for start, to, length in found if (start, to, length) in in_order]
    rest = align("".join(copy.text[at] for at in kept), "".join(read[at] for at in kept_read), anchors)
    hunks = [Hunk("moved", start, start + length, to, to + length) for start, to, length in moved]
    for hunk in rest:
        hunks += _mapped(hunk, [*kept, len(copy.text)], [*kept_read, len(read)], here, there)
    return tuple(tidied(copy.text, read, sorted(hunks, key=lambda hunk: (hunk.start, hunk.read_start))))


def _found(copy: ExpectedText, read: str) -> Iterator[Block]:
    """Passages that the text read holds word for word, each occurrence given once."""
    claimed = bytearray(len(read))
    due = skipped = 0
    # Nothing missing and nothing extra on the whole: a passage that is not there is one that was altered in its place.
    is_altered = len(copy.text) == len(read)
    for start, passage in zip(copy.starts, copy.passages, strict=True):
        text = passage.text
        size = len(text)
        here = due + skipped if is_altered else due
        at = here if read.startswith(text, here) and claimed.find(1, here, here + size) < 0 else -1
        if at < 0 and size >= _SHORTEST:
            at = _unclaimed(read, text, due, claimed)
            at = at if at >= 0 else _unclaimed(read, text, 0, claimed)
        if at >= 0:
            claimed[at : at + size] = b"\1" * size
            due, skipped = at + size, 0
            yield start, at, size
        else:
            skipped += size


def _unclaimed(read: str, text: str, start: int, claimed: bytearray) -> int:
    at = read.find(text, start)
    while at >= 0 and claimed.find(1, at, at + len(text)) >= 0:
        at = read.find(text, at + 1)
    return at


def _joined(pieces: Iterable[Block]) -> list[Block]:
    """Neighbours that stand beside one another in both texts made one."""
    joined: list[Block] = []
    for start, to, length in pieces:
        if joined and joined[-1][0] + joined[-1][2] == start and joined[-1][1] + joined[-1][2] == to:
            joined[-1] = joined[-1][0], joined[-1][1], joined[-1][2] + length
        else:
            joined.append((start, to, length))
    return joined


def _mapped(hunk: Hunk, kept: list[int], kept_read: list[int], here: bytearray, there: bytearray) -> Iterator[Hunk]:
    """A difference of what was left, told by where it stands in the whole; cut where a moved passage lies between."""
    start, to = kept[hunk.start], kept_read[hunk.read_start]
    left = list(untaken(here, start, kept[hunk.end - 1] + 1)) if hunk.end > hunk.start else []
    right = list(untaken(there, to, kept_read[hunk.read_end - 1] + 1)) if hunk.read_end > hunk.read_start else []
    if hunk.kind == "moved":
        yield from _alike(left, right)
    else:
        yield from paired(left, right, start, to)


def _alike(left: list[_Span], right: list[_Span]) -> Iterator[Hunk]:
    """A moved piece cut wherever either side is cut; both sides hold the same number of characters."""
    here = [at for start, end in left for at in range(start, end)]
    there = [at for start, end in right for at in range(start, end)]
    begin = 0
    for end in range(1, len(here) + 1):
        if end < len(here) and here[end] == here[end - 1] + 1 and there[end] == there[end - 1] + 1:
            continue
        yield Hunk("moved", here[begin], here[end - 1] + 1, there[begin], there[end - 1] + 1)
        begin = end
