"""What stands beneath a place on a page: which part, what of it, the text, and how far that text moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from jxprint.diff.spots import where
from jxprint.errors import Phrase
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import SeenArticle, SeenBlock, SeenLine, SeenPage

# How much of a text is told.
_SHOWN = 16
# The top and the foot of a line to its baseline, in ems; an ASCII character is about half an em wide.
_ASCENT_EM, _DESCENT_EM, _NARROW_EM = 0.88, 0.12, 0.5
# No lines of one leg stand nearer than this.
_PITCH_EM = 0.8
# A tenth of a point is what two readings of one line may differ by.
_STILL_PT = 0.1


class Spot(Struct, frozen=True):
    """A line of text, what it is in, and about which box it takes."""

    article: SeenArticle
    block: SeenBlock
    line: SeenLine
    box: Rect


class Beneath(Struct, frozen=True):
    """What is told of a place: the part's name, what of the part (None: no text of it), the text, and how far it moved
    (None: not at all, or nobody can tell), points to the right and down.
    """

    part: str = ""
    what: Phrase | None = None
    text: str = ""
    moved: tuple[float, float] | None = None
    is_still: bool = False


def spots(page: SeenPage) -> list[Spot]:
    """The lines of a page with their boxes."""
    found: list[Spot] = []
    for article in page.articles:
        ways = {id(block): _way(block) for block in article.blocks}
        mostly = sum(1 if down else -1 for down in ways.values() if down is not None) > 0
        for block in article.blocks:
            down = ways[id(block)]
            if down is None:
                down = mostly or _leaves(block.lines[0], article)
            found += [Spot(article, block, line, _box(line, article, down)) for line in block.lines]
    return found


def _way(block: SeenBlock) -> bool | None:
    """Whether lines go down, the next one to the left of one; None of a block of one line. The first line of a
    paragraph is set in, and in vertical text that is further down.
    """
    for one, next_one in pairwise(block.lines):
        if one.leg == next_one.leg:
            return next_one.y - one.y < _PITCH_EM * one.size and one.x - next_one.x > one.size / 2
    return None


def _leaves(line: SeenLine, article: SeenArticle) -> bool:
    """Whether a line would leave its part if it went across, and does not if it goes down."""
    frame, length = article.frame, _length(line)
    return (
        frame is not None and line.x + length > frame.right + line.size and line.y + length < frame.bottom + line.size
    )


def _length(line: SeenLine) -> float:
    return sum(_NARROW_EM if char < "\u0100" else 1.0 for char in line.text) * line.size


def _box(line: SeenLine, article: SeenArticle, down: bool) -> Rect:
    length, size = _length(line), line.size
    if down:
        return Rect(line.x - size / 2, line.y, size, length)
    right = line.x + length
    if article.frame is not None and article.frame.right > line.x:
        right = min(right, article.frame.right)
    return Rect(line.x, line.y - _ASCENT_EM * size, right - line.x, (_ASCENT_EM + _DESCENT_EM) * size)


def beneath(frame: Rect, old: Sequence[Spot], new: Sequence[Spot], pages: Sequence[SeenPage]) -> Beneath:
    """What stands beneath a frame: lines of the new page that it touches, else of the old one, else a part."""
    touched = [one for one in new if _overlaps(one.box, frame)]
    before = [one for one in old if _overlaps(one.box, frame)]
    its = touched or before
    if not its:
        return Beneath(next((article.title for page in pages for article in _around(page, frame)), ""))
    first = max(its, key=lambda one: (_shared(one.box, frame), one.line.size))
    same = [one for one in its if one.article is first.article and one.block is first.block]
    moved, still = _moved(same, old if touched else new)
    if moved is not None and not touched:
        moved = -moved[0], -moved[1]
    text = "".join(one.line.text for one in same)
    told = text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
    return Beneath(first.article.title, where(None, first.block), told, moved, still)


def _moved(its: Sequence[Spot], others: Sequence[Spot]) -> tuple[tuple[float, float] | None, bool]:
    """How far lines moved from their like on the other page, and whether all of them stand where they stood."""
    ways = [way for one in its for way in _ways(one, others)]
    if not ways:
        return None, False
    dx, dy = median(way[0] for way in ways), median(way[1] for way in ways)
    if abs(dx) <= _STILL_PT and abs(dy) <= _STILL_PT:
        return None, len(ways) == len(its)
    return (dx, dy), False


def _ways(one: Spot, others: Sequence[Spot]) -> Iterator[tuple[float, float]]:
    """From the nearest line with the same text to this one, in a part of the same name."""
    like = [other for other in others if other.line.text == one.line.text and other.article.title == one.article.title]
    if like:
        line = min((other.line for other in like), key=lambda it: abs(it.x - one.line.x) + abs(it.y - one.line.y))
        yield one.line.x - line.x, one.line.y - line.y


def _around(page: SeenPage, frame: Rect) -> Iterator[SeenArticle]:
    """Parts that a frame touches, the smallest first."""
    touched = [one for one in page.articles if one.frame is not None and _overlaps(one.frame, frame)]
    yield from sorted(touched, key=lambda one: one.frame.width * one.frame.height if one.frame is not None else 0.0)


def _overlaps(one: Rect, other: Rect) -> bool:
    return _shared(one, other) > 0


def _shared(one: Rect, other: Rect) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0.0


def way(moved: tuple[float, float]) -> tuple[Phrase, ...]:
    """“+0.4 mm down”, “+1.0 mm to the left”."""
    directions = (("golden.to_left", "golden.to_right"), ("golden.to_up", "golden.to_down"))
    return tuple(
        Phrase(directions[axis][distance > 0], {"count": f"{abs(distance) / PT_PER_MM:.1f}"})
        for axis, distance in enumerate(moved)
        if abs(distance) / PT_PER_MM >= 0.05
    )
