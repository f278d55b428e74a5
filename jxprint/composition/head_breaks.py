"""The lines that a head's copy is broken into: by sense, and balanced (标题断行); no line is one character.

All places are weighed at once, by a dynamic programme over so many lines: what the joints cost, and how far each line
is from the mean. Widths are thousandths of an em, as in `lines`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

# What a line costs that is nothing, or twice the mean: as much as four joints between words. Twice as long as the other
# costs a line a ninth of that.
_BALANCE = 4.0
_NEVER = float("inf")


class Joints(Struct, frozen=True):
    """The places where a head's lines may end, by glyph as in `lines.candidates`: `price` of a break before each glyph
    (infinite: none may be), `begin` and `end` the running widths of a line that begins or ends there, `weight` how many
    characters that are no marks stand before it.
    """

    price: Sequence[float]
    begin: Sequence[float]
    end: Sequence[float]
    weight: Sequence[int]

    def width(self, begin: int, end: int) -> float:
        """The width of the line of glyphs [begin, end)."""
        return self.end[end] - self.begin[begin]


class Breaks(Struct, frozen=True):
    """The ends of the lines by glyph, the price of the dearest break among them, and what all of it costs."""

    ends: tuple[int, ...]
    dearest: float
    cost: float


def best_breaks(joints: Joints, lines: int, measure: float, dearest: float = _NEVER) -> Breaks | None:
    """The best way to make `lines` lines no wider than `measure` with no joint of the price `dearest` or more, None
    where there is none.
    """
    last = len(joints.price) - 1
    mean = joints.width(0, last) / lines
    # By the end of a line: cost of the best way there, and where its lines end.
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number in range(1, lines + 1):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        ends = [last] if number == lines else [at for at in range(1, last) if joints.price[at] < dearest]
        for begin, (cost, before) in ways.items():
            for end in ends:
                if end <= begin or joints.weight[end] - joints.weight[begin] < 2:
                    continue
                width = joints.width(begin, end)
                if width > measure:
                    break
                price = joints.price[end] if end < last else 0.0
                total = cost + price + _BALANCE * ((width - mean) / mean) ** 2
                if end not in further or total < further[end][0]:
                    further[end] = total, (*before, end)
        ways = further
    if last not in ways:
        return None
    cost, ends_ = ways[last]
    return Breaks(ends_, max((joints.price[end] for end in ends_[:-1]), default=0.0), cost)
