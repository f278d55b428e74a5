"""Paragraphs that were split, or made one: the words stay, the break (段) is new or gone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.model import SeenBlock

# A shorter piece may begin or end another paragraph by chance.
_SHORTEST = 4


class Split(Struct, frozen=True):
    """A paragraph of the longer text with the piece that is one of its own in the other one; both by their places
    there. `is_first`: the piece was its beginning.
    """

    piece: int
    rest: int
    whole: int
    is_first: bool


def splits(wholes: Sequence[SeenBlock], parted: Sequence[SeenBlock], mates: Sequence[int | None]) -> list[Split]:
    """Blocks of `parted` without a mate that begin or end the mate of their neighbour, which lost them."""
    found: list[Split] = []
    for at, block in enumerate(parted):
        if mates[at] is not None or len(block.text) < _SHORTEST or block.cell is not None:
            continue
        for rest, is_first in ((at + 1, True), (at - 1, False)):
            whole = mates[rest] if 0 <= rest < len(parted) else None
            if whole is None or any(whole == one.whole for one in found):
                continue
            said, other = wholes[whole].text, parted[rest].text
            has = said.startswith(block.text) if is_first else said.endswith(block.text)
            had = other.startswith(block.text) if is_first else other.endswith(block.text)
            if has and not had:
                found.append(Split(at, rest, whole, is_first))
                break
    return found


def without(block: SeenBlock, piece: str, *, is_first: bool) -> SeenBlock:
    """A block without the piece that it begins or ends with. Its lines keep their places."""
    start, end = (len(piece), len(block.text)) if is_first else (0, len(block.text) - len(piece))
    lines = []
    at = 0
    for line in block.lines:
        text = line.text[max(0, start - at) : max(0, end - at)]
        at += len(line.text)
        if text:
            lines.append(replace(line, text=text))
    return replace(block, lines=tuple(lines) or block.lines[:1])
