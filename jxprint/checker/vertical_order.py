"""Vertical text in an article, from positions alone: columns, figures side by side in them, and the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Literal

from msgspec import Struct

from jxprint.checker.frames import is_inside
from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.paint import MIDDLE_EM

# A figure stands in the middle of its column and its ink is one em wide, a decimal's in a bold face a fifth more; its
# glyphs are as wide as the font says, the white at both ends with them. Two Han side by side are two ems wide.
_WIDEST_EM = 1.35
# So far is what is lowered in a vertical line (a subscript's middle is 0.27 em to the left of the line's).
_OFF_CENTRE_EM = 0.3
# A figure that is a whole head is set smaller to go into its column: wider than its own em, larger than the text.
_WIDEST_HEAD_EM, _LARGER = 2.6, 1.1
_NEAR_EM = 2.0
# The narrowest leg of lines that run to the right, a figure's frame left out.
_WIDE_EM = 3.2
_LEVEL_EM = 0.1
_TOUCHING_EM = 0.25


class Lines(Struct, frozen=True):
    """Glyphs that run to the right: figures in vertical columns, each from left to right, and all others."""

    figures: tuple[tuple[Glyph, ...], ...]
    rest: tuple[Glyph, ...]


def split(glyphs: Sequence[Glyph], frames: Mapping[int, Frame]) -> tuple[list[Glyph], Lines]:
    """Glyphs of vertical columns, and those that run to the right; `frames` are where marked content is said to stand.

    A frame of one column has columns alone, and so has one in which anything runs down: legs are of one direction. For
    all else places decide.
    """
    columns = [glyph for glyph in glyphs if glyph.down]
    if not columns and not _has_narrow(glyphs, frames):
        return [], Lines((), tuple(glyphs))
    sizes = _sizes(columns, frames)
    framed, flat = [], []
    kept: set[int] = set()
    for word in _words([glyph for glyph in glyphs if not glyph.down], frames):
        if _is_framed(word, frames, sizes):
            framed.append(tuple(word))
        else:
            flat.append(word)
            if _is_kept_flat(word, frames, sizes):
                kept.add(id(word))
    lines = _placed(flat, columns, kept) if columns else Lines((), tuple([glyph for word in flat for glyph in word]))
    return columns, Lines((*framed, *lines.figures), lines.rest)


def _has_narrow(glyphs: Sequence[Glyph], frames: Mapping[int, Frame]) -> bool:
    """Whether any frame may hold one vertical column: where none does and nothing runs down, all runs to the right."""
    largest: dict[int | None, float] = {}
    for glyph in glyphs:
        if glyph.size > largest.get(glyph.mcid, 0.0):
            largest[glyph.mcid] = glyph.size
    return any(mcid in frames and frames[mcid].is_column(em) for mcid, em in largest.items() if mcid is not None)


def _sizes(columns: Sequence[Glyph], frames: Mapping[int, Frame]) -> dict[Frame, float]:
    """The largest size of what runs down in each frame."""
    sizes: dict[Frame, float] = {}
    for glyph in columns:
        frame = None if glyph.mcid is None else frames.get(glyph.mcid)
        if frame is not None and is_inside(glyph, frame):
            sizes[frame] = max(glyph.size, sizes.get(frame, 0.0))
    return sizes


def _is_framed(word: Sequence[Glyph], frames: Mapping[int, Frame], sizes: Mapping[Frame, float]) -> bool:
    """Whether a word stands in a column of its frame."""
    mcid = word[0].mcid
    frame = None if mcid is None else frames.get(mcid)
    if frame is None or not all(is_inside(glyph, frame) for glyph in word):
        return False
    return frame.is_column(max(glyph.size for glyph in word)) or _width(word) <= _WIDEST_EM * sizes.get(frame, 0.0)


def _is_kept_flat(word: Sequence[Glyph], frames: Mapping[int, Frame], sizes: Mapping[Frame, float]) -> bool:
    """Whether a word stands in a frame of text that runs to the right: a short word there may be level with a character
    of a large head beside it, and is no figure of that.
    """
    mcid = word[0].mcid
    frame = None if mcid is None else frames.get(mcid)
    if frame is None or frame in sizes or not all(is_inside(glyph, frame) for glyph in word):
        return False
    return frame.right - frame.left > _WIDE_EM * max(glyph.size for glyph in word)


def _placed(words: Sequence[list[Glyph]], columns: Sequence[Glyph], kept: Set[int]) -> Lines:
    """Figures and the rest; words that are `kept` (by id) are no figures."""
    narrow = [word for word in words if _width(word) <= _WIDEST_EM * max(glyph.size for glyph in columns)]
    # Where nothing else runs to the right, a column may hold a figure and no more.
    alone = len(narrow) == len(words)
    figures: list[tuple[Glyph, ...]] = []
    taken: set[int] = set()
    for word in narrow:
        if id(word) not in kept and (alone or _is_in_column(word, columns)):
            figures.append(tuple(word))
            taken.add(id(word))
    left = [word for word in words if id(word) not in taken]
    if len(left) == 1 and _is_head(left[0], columns):
        figures.append(tuple(left[0]))
        taken.add(id(left[0]))
    rest = [glyph for word in words if id(word) not in taken for glyph in word]
    return Lines(tuple(figures), tuple(rest))


def _is_head(word: Sequence[Glyph], columns: Sequence[Glyph]) -> bool:
    """Whether a word is a column of its own at the right of all others: a line of text is longer, or no larger."""
    size, middle = word[0].size, word[0].y - MIDDLE_EM * word[0].size
    return (
        _width(word) <= _WIDEST_HEAD_EM * size
        and size >= _LARGER * max(glyph.size for glyph in columns)
        and word[0].x > max(glyph.x for glyph in columns)
        and min(glyph.y for glyph in columns) <= middle <= max(glyph.y + glyph.size for glyph in columns)
    )


def stands_beside(
    columns: Sequence[Glyph], lines: Sequence[Glyph], frames: Mapping[int, Frame]
) -> Literal["left", "right"] | None:
    """On which side of horizontal text columns stand, None where they stand over or under it, or there is none. A short
    head stands in the middle of its frame: text of a line or two may end before it begins.
    """
    if not columns or not lines or max(glyph.y for glyph in lines) < min(_top(glyph, frames) for glyph in columns):
        return None
    left, right = min(glyph.x for glyph in columns), max(glyph.x for glyph in columns)
    if right < min(glyph.x for glyph in lines):
        return "left"
    return "right" if left > max(glyph.x + glyph.width / 2 for glyph in lines) else None


def _top(glyph: Glyph, frames: Mapping[int, Frame]) -> float:
    frame = None if glyph.mcid is None else frames.get(glyph.mcid)
    return frame.top if frame is not None and is_inside(glyph, frame) else glyph.y


def _words(flat: list[Glyph], frames: Mapping[int, Frame]) -> list[list[Glyph]]:
    """Glyphs that touch on one line, from left to right. Figures of two columns may touch; they stand in two frames."""

    def framed(glyph: Glyph) -> Frame | None:
        return None if glyph.mcid is None else frames.get(glyph.mcid)

    words: list[list[Glyph]] = []
    rows: list[list[Glyph]] = []
    for glyph in sorted(flat, key=lambda glyph: glyph.y):
        if rows and glyph.y - rows[-1][0].y <= _LEVEL_EM * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda glyph: glyph.x)
        for glyph in row:
            last = words[-1][-1] if words and words[-1][-1] is not glyph else None
            em = min(glyph.size, last.size) if last is not None else 0.0
            same = last is not None and abs(last.y - glyph.y) <= _LEVEL_EM * em and framed(last) == framed(glyph)
            if last is not None and same and 0 <= glyph.x - last.x <= last.width + _TOUCHING_EM * em:
                words[-1].append(glyph)
            else:
                words.append([glyph])
    return words


def _width(word: Sequence[Glyph]) -> float:
    return word[-1].x + word[-1].width - word[0].x


def _is_in_column(word: Sequence[Glyph], columns: Sequence[Glyph]) -> bool:
    """Whether a word stands in the middle of a column, above or below one of its glyphs, or beside one as a column of
    its own.
    """
    centre, middle = word[0].x + _width(word) / 2, word[0].y - MIDDLE_EM * word[0].size
    for glyph in columns:
        along = abs(glyph.y + glyph.size / 2 - middle) / glyph.size
        across = abs(glyph.x - centre) / glyph.size
        if (along <= _NEAR_EM and across <= _OFF_CENTRE_EM) or (along <= _LEVEL_EM and across <= _NEAR_EM):
            return True
    return False
