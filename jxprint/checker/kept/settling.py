"""Differences of a kept file's words, told by its lines and blocks. An alignment of characters knows no lines: where
one has another's words, what both have in common is found in it, and the rest is told in pieces, here and there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from jxprint.checker.alignment import Hunk
from jxprint.checker.kept.seen import KeptPage

# Start and end among the characters that were read.
Span = tuple[int, int]
# So many differences, one behind another, may be one.
_MOST = 12
# Words of which more than this share is right have several faults, and are no other words.
_ALIKE = 0.5
# So long a piece is compared with another to see how much of it is right.
_LONG = 2000


def spans_of(kept: KeptPage) -> list[list[Span]]:
    """Where lines, blocks and articles begin and end among the characters of a page."""
    articles = [[[len(line.signs) for line in region.lines] for region in article.regions] for article in kept.articles]
    regions = [region for article in articles for region in article]
    lines = [length for region in regions for length in region]
    return [_spans(lines), _spans([*map(sum, regions)]), _spans([sum(map(sum, article)) for article in articles])]


def _spans(lengths: Sequence[int]) -> list[Span]:
    ends = list(accumulate(lengths))
    return [(end - length, end) for length, end in zip(lengths, ends, strict=True) if length]


def settled(hunks: Sequence[Hunk], copy: str, read: str, spans: Sequence[Sequence[Span]]) -> list[Hunk]:
    """Differences with those of one line, or of one block, as one; and what is gone from one place and stands as a line
    in another as moved.
    """
    if len(hunks) < 2:
        return list(hunks)
    one = _joined((0, len(copy), 0, len(read)), copy, read, spans) or _one_move(copy, read, spans)
    return [one] if one is not None else _moved(list(_settled(hunks, copy, read, spans)), copy, read, spans)


def _settled(hunks: Sequence[Hunk], copy: str, read: str, spans: Sequence[Sequence[Span]]) -> Iterator[Hunk]:
    at = 0
    while at < len(hunks):
        one, taken = hunks[at], 1
        for last in range(min(len(hunks), at + _MOST), at + 1, -1):
            group = hunks[at:last]
            if any(each.kind == "moved" for each in group):
                continue
            ends = group[0].start, group[-1].end, group[0].read_start, group[-1].read_end
            joined = _joined(ends, copy, read, spans)
            if joined is not None:
                one, taken = joined, len(group)
                break
        yield one
        at += taken


def _joined(ends: tuple[int, int, int, int], copy: str, read: str, spans: Sequence[Sequence[Span]]) -> Hunk | None:
    """A stretch of the copy and one that was read as a single difference: one line or block that has other words, and
    all before and behind it alike.
    """
    start, end, read_start, read_end = ends
    here, there = copy[start:end], read[read_start:read_end]
    before, behind = _alike(here, there), _alike(here[::-1], there[::-1])
    for left, right in (span for kind in spans for span in kind):
        left, right = max(left, read_start), min(right, read_end)
        skipped, left_over = left - read_start, read_end - right
        if left >= right or skipped > before or left_over > behind or skipped + left_over > len(here):
            continue
        wanted, said = here[skipped : len(here) - left_over], read[left:right]
        if _is_other(wanted, said):
            return Hunk("altered" if wanted else "extra", start + skipped, end - left_over, left, right)
    return None


def _one_move(copy: str, read: str, spans: Sequence[Sequence[Span]]) -> Hunk | None:
    """The shortest line, block or article that stands elsewhere, where that is all that differs."""
    if sorted(copy) != sorted(read):
        return None
    for start, end in sorted({span for kind in spans for span in kind}, key=lambda span: (span[1] - span[0], span)):
        piece, rest = read[start:end], read[:start] + read[end:]
        before, behind = _alike(copy, rest), _alike(copy[::-1], rest[::-1])
        for at in range(max(0, len(rest) - behind), before + 1):
            if copy.startswith(piece, at):
                return Hunk("moved", at, at + len(piece), start, end)
    return None


def _alike(one: str, other: str) -> int:
    """How many of the first characters of two texts are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_other(wanted: str, said: str) -> bool:
    """Whether words are others, and not the same with faults in them."""
    longest = max(len(wanted), len(said))
    if longest > _LONG:
        return False
    blocks = SequenceMatcher(None, wanted, said, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) <= _ALIKE * longest


def _moved(hunks: list[Hunk], copy: str, read: str, spans: Sequence[Sequence[Span]]) -> list[Hunk]:
    """What is missing in one place and stands in another as lines of its own, or is all that differs, told once;
    however short it is.
    """
    starts = {start for kind in spans for start, _ in kind}
    ends = {end for kind in spans for _, end in kind}
    found = list(hunks)
    for one in hunks:
        if one.kind != "missing":
            continue
        text = copy[one.start : one.end]
        for other in found:
            is_whole = len(hunks) == 2 or (other.read_start in starts and other.read_end in ends)
            if other.kind == "extra" and is_whole and read[other.read_start : other.read_end] == text:
                found.remove(other)
                found[found.index(one)] = Hunk("moved", one.start, one.end, other.read_start, other.read_end)
                break
    return found
