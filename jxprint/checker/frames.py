"""Frames that the structure tree claims, verified by the glyphs that stand in them, and the order that they make.

A claim is believed where every glyph stands in the frame of its piece and frames do not overlap, but for pairs (a
credit in the white behind its caption), which are read as one. Then the frames are what a reader's eye sees as well,
and their order on paper is a matter of their edges alone: neither the tree's order nor the stream's is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.checker.glyphs import Frame, Glyph

# How far a pen may stand outside its frame (ems): along the line for trimmed opening marks and hanging stops, across
# it for what stands raised or lowered.
_ALONG_EM = 0.6
_ASIDE_EM = 0.25
_ACROSS_EM = 0.15
# Frames that touch may overlap by as much as the file rounds (points).
_TOUCH_PT = 0.05
# A column that begins with type this much larger than the text is a head beside it, and read first.
_HEAD = 1.3
# Frames of one line are no higher than this (ems), a reading over it included; white between two of the text is alike
# to so much of an em, and its type to so much of its size.
_ONE_LINE, _GAP_EM, _LIKE_TEXT = 1.6, 0.1, 1.05
_DEPTH = 32


class Leaf(Struct, frozen=True):
    """What stands in one frame; a table's row has the leaves of its cells, from left to right. A drop cap and the lines
    beside it are such a row, whose `glyphs` are those of the lines.
    """

    frame: Frame
    glyphs: list[Glyph]
    cells: tuple[Leaf, ...] = ()


def is_inside(glyph: Glyph, frame: Frame) -> bool:
    """Whether a glyph stands in a frame; white does anywhere, for it may hang out at a line's end."""
    if glyph.text.isspace():
        return True
    along, across = _ALONG_EM * glyph.size, _ACROSS_EM * glyph.size
    if glyph.down:
        # What runs down has its pen on the centre of its line, and in many places about the head of its em box.
        along, across = _ASIDE_EM * glyph.size, glyph.size
    is_across = frame.left - along <= glyph.x <= frame.right + along
    return is_across and frame.top - across <= glyph.y <= frame.bottom + across


def leaves_of(glyphs: Iterable[Glyph], frames: Mapping[int, Frame]) -> list[Leaf] | None:
    """Glyphs by frame, None where a claim is missing or cannot be believed."""
    by_frame: dict[Frame, list[Glyph]] = {}
    mcid, frame, owned = None, None, list[Glyph]()
    for glyph in glyphs:
        if glyph.mcid != mcid:
            mcid = glyph.mcid
            frame = None if mcid is None else frames.get(mcid)
            owned = by_frame.setdefault(frame, []) if frame is not None else []
        if frame is None:
            return None
        is_well_inside = frame.left <= glyph.x <= frame.right and frame.top <= glyph.y <= frame.bottom
        if not is_well_inside and not is_inside(glyph, frame):
            return None
        owned.append(glyph)
    if not _join_pairs(by_frame):
        return None
    return _in_rows([Leaf(frame, owned) for frame, owned in by_frame.items()])


def _in_rows(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The same with the cells of each row of a table in one leaf, where they stand in the frame that the row claims."""
    rows: dict[Frame, list[Leaf]] = {}
    others: list[Leaf] = []
    for leaf in leaves:
        row = leaf.frame.row
        if row is None or not _is_within(leaf.frame, row):
            others.append(leaf)
        else:
            rows.setdefault(row, []).append(leaf)
    for row, cells in rows.items():
        cells.sort(key=lambda leaf: leaf.frame.left)
        others.append(Leaf(row, [glyph for leaf in cells for glyph in leaf.glyphs], tuple(cells)))
    return others


def _is_within(inner: Frame, outer: Frame) -> bool:
    across = outer.left - _TOUCH_PT <= inner.left and inner.right <= outer.right + _TOUCH_PT
    return across and outer.top - _TOUCH_PT <= inner.top and inner.bottom <= outer.bottom + _TOUCH_PT


def _join_pairs(by_frame: dict[Frame, list[Glyph]]) -> bool:
    """Make one of two frames that overlap; False where more than two do."""
    open_: list[Frame] = []
    joined: set[Frame] = set()
    for frame in sorted(by_frame, key=lambda frame: frame.top):
        open_ = [one for one in open_ if one.bottom > frame.top + _TOUCH_PT]
        beside = [one for one in open_ if one.left < frame.right - _TOUCH_PT and frame.left < one.right - _TOUCH_PT]
        if len(beside) > 1 or not joined.isdisjoint(beside):
            return False
        if beside:
            other = beside[0]
            both = Frame(
                min(frame.left, other.left), other.top, max(frame.right, other.right), max(frame.bottom, other.bottom)
            )
            glyphs = by_frame.pop(other) + by_frame.pop(frame)
            by_frame[both] = glyphs + by_frame.pop(both, [])
            joined.add(both)
            open_.remove(other)
            frame = both
        open_.append(frame)
    return True


def in_order(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Leaves as they are read: from the top, and where they stand in columns, column by column."""
    sizes = Counter([glyph.size for leaf in leaves for glyph in leaf.glyphs])
    return _ordered(leaves, sizes.most_common(1)[0][0] if sizes else 0.0, 0)


def _ordered(leaves: Sequence[Leaf], text_size: float, depth: int) -> list[Leaf]:
    waiting = sorted(leaves, key=lambda leaf: (leaf.frame.top, leaf.frame.left))
    if depth >= _DEPTH:
        return waiting
    below = _extents_below(waiting)
    ordered: list[Leaf] = []
    at = 0
    while at < len(waiting):
        frame, (left, right) = waiting[at].frame, below[at]
        is_alone = at + 1 == len(waiting) or frame.bottom <= waiting[at + 1].frame.top + _TOUCH_PT
        spans_all = frame.left <= left + _TOUCH_PT and right - _TOUCH_PT <= frame.right
        # What has nothing beside it is read before all that is lower, a narrow head over wider text as well.
        end, edges = (at, []) if spans_all else _band(waiting, at, text_size)
        columns = [
            [leaf for leaf in waiting[at:end] if left <= leaf.frame.left < right]
            for left, right in pairwise([*edges, float("inf")])
        ]
        heads = [_head_length(column, text_size) for column in columns]
        # But what is a head and nothing else stands beside its text, in the middle of it; and a leg begins lower than
        # the next one where a picture or a quote stands at its head.
        beside = any(head == len(column) for column, head in zip(columns, heads, strict=True))
        beside |= len(columns) > 1 and frame.left >= edges[1]
        if len(columns) < 2 or (is_alone and not (beside and _size(waiting[at]) < _HEAD * text_size)):
            ordered.append(waiting[at])
            at += 1
            continue
        for column, head in zip(columns, heads, strict=True):
            ordered += _ordered(column[:head], text_size, depth + 1) if head else []
        for column, head in zip(columns, heads, strict=True):
            ordered += _ordered(column[head:], text_size, depth + 1)
        at = end
    return ordered


def _extents_below(leaves: Sequence[Leaf]) -> list[tuple[float, float]]:
    """For each leaf the left and right edge of it and all behind it."""
    left, right = float("inf"), float("-inf")
    extents: list[tuple[float, float]] = []
    for leaf in reversed(leaves):
        left, right = min(left, leaf.frame.left), max(right, leaf.frame.right)
        extents.append((left, right))
    return extents[::-1]


def _band(leaves: Sequence[Leaf], start: int, text_size: float) -> tuple[int, list[float]]:
    """The leaves from `start` that stand in columns, as far down as they do: where they end, and the columns' left
    edges; fewer than two where the first leaf stands over all others or there are none beside it. Text that begins
    below all of them and further to the left, under no head that spans both, is read behind them: nobody starts there.
    """
    columns: list[tuple[float, float]] = []
    end, foot = start, float("-inf")
    while end < len(leaves):
        frame = leaves[end].frame
        lower = frame.top >= foot - _TOUCH_PT and _size(leaves[end]) < _HEAD * text_size
        if columns and frame.right <= columns[0][0] + _TOUCH_PT and lower:
            over = (one.frame for one in leaves[:start])
            if not any(one.left <= frame.left + _TOUCH_PT and one.right > columns[0][0] + _TOUCH_PT for one in over):
                break
        foot = max(foot, frame.bottom)
        more = _merged([*columns, (leaves[end].frame.left, leaves[end].frame.right)])
        if len(more) < len(columns):
            break
        columns = more
        end += 1
    return end, [left for left, _ in columns]


def _merged(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches joined where they overlap."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if merged and left < merged[-1][1] - _TOUCH_PT:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def _head_length(column: Sequence[Leaf], text_size: float) -> int:
    """How many leaves of a column are a head that stands beside the text or inside it (串文题): none where it does not
    begin large, and all where it has no text under them. What is as small as the text is a byline where it is one line
    and does not stand a line gap over what follows.
    """
    large = [at for at, leaf in enumerate(column) if _size(leaf) >= _HEAD * text_size]
    if not large or large[0] > 1 or column[0].glyphs[0].down:
        return len(column) if large and large[0] == 0 else 0
    left = min(leaf.frame.left for leaf in column)
    right = max(leaf.frame.right for leaf in column)
    reaching = [leaf.frame.left <= left + _TOUCH_PT or leaf.frame.right >= right - _TOUCH_PT for leaf in column]
    if not any(reaching[: large[0] + 1]):
        # The head keeps off both edges of its legs, and text does not.
        return reaching.index(True)
    # A head may have a small kicker over it.
    for at in range(large[0] + 1, len(column)):
        if len(_band(column, at, text_size)[1]) > 1 or _is_text(column, at, text_size):
            return at
    return len(column)


def _size(leaf: Leaf) -> float:
    return max(glyph.size for glyph in leaf.glyphs)


def _is_text(column: Sequence[Leaf], at: int, text_size: float) -> bool:
    frame = column[at].frame
    if _size(column[at]) > _LIKE_TEXT * text_size:
        return False
    if frame.bottom - frame.top > _ONE_LINE * text_size or at + 1 == len(column):
        return frame.bottom - frame.top > _ONE_LINE * text_size
    gap = column[at + 1].frame.top - frame.bottom
    return abs(gap - _line_gap(column)) < _GAP_EM * text_size


def _line_gap(column: Sequence[Leaf]) -> float:
    """The white between two lines of text, as most frames of one column stand apart."""
    gaps = Counter(round(below.frame.top - above.frame.bottom, 1) for above, below in pairwise(column))
    return gaps.most_common(1)[0][0]
