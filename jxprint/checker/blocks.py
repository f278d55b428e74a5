"""Blocks of text that stand in both texts, wherever they stand: what is no whole passage (a leg, a line) moves as well.

A piece that each text has once, outside of what is already found, is followed to both sides as far as the texts agree.
Longer blocks come first. Of all that was found the heaviest chain that rises in both texts stands where it should, and
what is not in it has moved: so of two things that changed places the smaller one is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

# Lengths of the pieces that blocks are found by, tried in turn.
_PIECES = (12, 6)
# A page in which so many pieces agree here and there and nowhere long is another page.
_MOST = 20_000

# Start in the copy, start in the text read, length.
Block = tuple[int, int, int]


class Claimed:
    """Which characters of both texts are spoken for."""

    def __init__(self, copy: str, read: str) -> None:
        self.copy, self.read = copy, read
        self.here, self.there = bytearray(len(copy)), bytearray(len(read))

    def take(self, block: Block) -> None:
        """Speak for a block."""
        start, to, length = block
        self.here[start : start + length] = self.there[to : to + length] = b"\1" * length

    def grown(self, block: Block) -> Block:
        """A block that was taken, made longer to both sides as far as the texts agree and nobody has them; that is
        taken as well.
        """
        start, to, length = block
        end, stop = start + length, to + length
        while start and to and not self.here[start - 1] and not self.there[to - 1] and self._agree(start - 1, to - 1):
            start, to = start - 1, to - 1
        while end < len(self.copy) and stop < len(self.read) and not self.here[end] and not self.there[stop]:
            if not self._agree(end, stop):
                break
            end, stop = end + 1, stop + 1
        self.take((start, to, end - start))
        return start, to, end - start

    def _agree(self, at: int, to: int) -> bool:
        return self.copy[at] == self.read[to]


def found_blocks(claimed: Claimed) -> Iterator[Block]:
    """Blocks in what nobody has yet, each taken as it is given."""
    for size in _PIECES:
        here = _once(claimed.copy, claimed.here, size)
        there = _once(claimed.read, claimed.there, size)
        shared = [(at, there[piece]) for piece, at in here.items() if piece in there][:_MOST]
        for block in sorted(_runs(shared, size), key=lambda one: -one[2]):
            start, to, length = _free(claimed, block)
            if length >= size:
                yield claimed.grown((start, to, length))


def _once(text: str, taken: bytearray, size: int) -> dict[str, int]:
    """Pieces that a text has once where nobody has it, and where."""
    found: dict[str, int] = {}
    clear = bytes(size)
    for at in range(len(text) - size + 1):
        if taken[at : at + size] == clear:
            piece = text[at : at + size]
            found[piece] = -1 if piece in found else at
    return {piece: at for piece, at in found.items() if at >= 0}


def _runs(shared: Sequence[tuple[int, int]], size: int) -> Iterator[Block]:
    """Neighbouring pieces as one block."""
    start = to = -1
    length = 0
    for at, there in sorted(shared):
        if length and at - start == there - to and at <= start + length:
            length = at - start + size
            continue
        if length:
            yield start, to, length
        start, to, length = at, there, size
    if length:
        yield start, to, length


def _free(claimed: Claimed, block: Block) -> Block:
    """The longest stretch of a block that nobody has meanwhile."""
    start, to, length = block
    best, begun = (start, to, 0), 0
    for at in range(length + 1):
        if at == length or claimed.here[start + at] or claimed.there[to + at]:
            if at - begun > best[2]:
                best = start + begun, to + begun, at - begun
            begun = at + 1
    return best


def standing(blocks: Iterable[Block]) -> set[Block]:
    """The blocks that stand where they should: the chain with the most text that rises in both texts."""
    ordered = sorted(blocks)
    targets = sorted({to for _, to, _ in ordered})
    # A tree of prefix maxima over the places in the text read (Fenwick): the heaviest chain that ends before each.
    best: list[tuple[int, int]] = [(0, -1)] * (len(targets) + 1)
    before: list[int] = []
    heaviest = (0, -1)
    for index, (_, to, length) in enumerate(ordered):
        rank = bisect_left(targets, to)
        weight, last, at = 0, -1, rank
        while at:
            weight, last = max((weight, last), best[at])
            at -= at & -at
        before.append(last)
        entry = weight + length, index
        heaviest = max(heaviest, entry)
        at = rank + 1
        while at <= len(targets):
            best[at] = max(best[at], entry)
            at += at & -at
    chain: set[Block] = set()
    index = heaviest[1]
    while index >= 0:
        chain.add(ordered[index])
        index = before[index]
    return chain
