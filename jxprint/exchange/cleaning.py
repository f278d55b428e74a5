"""What typing programs leave in copy, taken out and counted: blanks that indent or are doubled, no-break spaces, tabs,
characters that nobody sees, line breaks within a paragraph.

No character that is seen is changed. What is none of Unicode's (half of a surrogate pair) becomes U+FFFD, and is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from jxprint.exchange.rough import Line, Mark, Rough
from jxprint.model import Markup

# No-break space, figure space, narrow no-break space.
_NO_BREAK = "\u00a0\u2007\u202f"
_BREAKS = "\n\r\v\f\x85\u2028\u2029"
# As `jxprint.description.marks` has them; they would be refused there. A byte order mark is one of them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000ffffe\U000fffff\U0010fffe\U0010ffff]"
)
# Characters that mean something in one font alone; they stay, for nobody can say what they are.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_HALVES = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+")

# Whatever makes a paragraph one that has to be looked at character by character.
_ODD = re.compile(
    "  |[\x00-\x1f\x7f-\xa0\u00ad\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff"
    "\ufffd-\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000f0000-\U0010ffff]"
)

# Text that is marked alike: one character of a paragraph that is looked at so, or many.
_Span = tuple[str, tuple[Mark, ...]]


class Debris(Struct):
    """How much of what was taken out, by kind; which unseen characters of each; and links that no copy can hold."""

    counts: Counter[str] = field(default_factory=Counter)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)

    def unseen(self, kind: str, char: str) -> None:
        """Count a character that is gone, with its number."""
        self.counts[kind] += 1
        self.codes[kind, f"U+{ord(char):04X}"] += 1


def lines_of(rough: Rough, debris: Debris) -> Iterator[Line]:
    """The lines of a paragraph: one, or several where it has breaks within it, or none where it is empty."""
    spans = [(piece.text, piece.marks) for piece in rough.pieces]
    if rough.is_exact:
        yield _line(spans, rough, debris)
        return
    if _ODD.search(rough.text) is None:
        rows: list[list[_Span]] = [list(_trimmed(spans, debris))]
    else:
        chars = [(char, marks) for text, marks in spans for char in text]
        parted = list(_rows(chars))
        debris.counts["soft_returns"] += sum(1 for row in parted[1:] if _text(row).strip())
        rows = [list(_single(_trimmed(list(_seen(row, debris)), debris), debris)) for row in parted]
    found = [row for row in rows if row]
    debris.counts["empty"] += not found
    for row in found:
        yield _line(row, rough, debris)


def value(text: str) -> str:
    """A text that stands on one line of data: breaks and blanks as one space, nothing unseen."""
    seen = _UNSEEN.sub("", _CONTROLS.sub("", text))
    return " ".join(_HALVES.sub("\ufffd", seen).split())


def _text(row: Sequence[_Span]) -> str:
    return "".join(char for char, _ in row)


def _rows(chars: Sequence[_Span]) -> Iterator[list[_Span]]:
    for is_break, row in groupby(chars, lambda one: one[0] in _BREAKS):
        if not is_break:
            yield list(row)


def _seen(row: Sequence[_Span], debris: Debris) -> Iterator[_Span]:
    """The characters of a row that are seen, tabs and no-break spaces as spaces."""
    for char, marks in row:
        if char == "\t":
            debris.counts["tabs"] += 1
            yield " ", marks
        elif char in _NO_BREAK:
            debris.counts["no_break"] += 1
            yield " ", marks
        elif _UNSEEN.match(char):
            debris.unseen("unseen", char)
        elif _CONTROLS.match(char):
            debris.unseen("controls", char)
        elif _HALVES.match(char):
            debris.unseen("halves", char)
            yield "\ufffd", marks
        else:
            if _PRIVATE.match(char):
                debris.unseen("private", char)
            debris.counts["damaged"] += char == "\ufffd"
            yield char, marks


def _trimmed(row: Sequence[_Span], debris: Debris) -> Iterator[_Span]:
    """A row without the blanks at its ends."""
    text = _text(row)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    debris.counts["indents"] += 0 < start < len(text)
    debris.counts["trailing"] += start < end < len(text)
    at = 0
    for piece, marks in row:
        kept = piece[max(start - at, 0) : max(end - at, 0)]
        at += len(piece)
        if kept:
            yield kept, marks


def _single(row: Iterator[_Span], debris: Debris) -> Iterator[_Span]:
    """A row of characters with one space where there were several."""
    before = ""
    for char, marks in row:
        if char == " " == before:
            debris.counts["doubled"] += 1
            continue
        before = char
        yield char, marks


def _line(row: Sequence[_Span], rough: Rough, debris: Debris) -> Line:
    """Text and its marks as a line with its markup."""
    found: list[Markup] = []
    standing: list[tuple[Mark, int]] = []
    before: tuple[Mark, ...] = ()
    at = 0
    for text, marks in [*row, ("", ())]:
        if marks != before:
            wanted = marks if rough.is_exact else _allowed(marks)
            if not rough.is_exact:
                debris.links += _lost(marks, before, wanted)
            kept = 0
            while kept < min(len(standing), len(wanted)) and standing[kept][0] == wanted[kept]:
                kept += 1
            while len(standing) > kept:
                (kind, told, _), start = standing.pop()
                found.append(Markup(kind, start, at, told))  # type: ignore[arg-type]  # a kind that readers give
            standing += [(mark, at) for mark in wanted[kept:]]
            before = marks
        at += len(text)
    return Line(_text(row), _nested(found), rough.role, rough.line)


def _lost(marks: Sequence[Mark], before: Sequence[Mark], wanted: Sequence[Mark]) -> list[str]:
    """Addresses and readings of marks that begin here and may not stand."""
    kept = [told for _, told, _ in wanted]
    return [mark[1] for mark in marks if mark[1] and mark not in before and value(mark[1]) not in kept]


def _nested(found: Sequence[Markup]) -> tuple[Markup, ...]:
    """In the order of their beginnings; of those that hold the same, the outermost first, which ended last."""
    order = sorted(range(len(found)), key=lambda at: (found[at].start, -found[at].end, -at))
    return tuple(found[at] for at in order)


def _allowed(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Marks that may stand within each other (`jxprint.description.markup`): no kind twice, no link in a reading."""
    kinds: set[str] = set()
    kept: list[Mark] = []
    for kind, said, number in marks:
        told = value(said)
        is_odd = (kind == "link" and not _ADDRESS.fullmatch(told)) or (kind in ("ruby", "lang") and not told)
        is_twice = kind in kinds or (kind in ("sub", "sup") and kinds & {"sub", "sup"})
        if not (is_odd or is_twice or (kind == "link" and "ruby" in kinds)):
            kinds.add(kind)
            kept.append((kind, told, number))
    return tuple(kept)
