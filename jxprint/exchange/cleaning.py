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
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+")

_Char = tuple[str, tuple[Mark, ...]]


class Debris(Struct):
    """How much of what was taken out, by kind, which unseen characters there were, and links that no copy can hold."""

    counts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)

    def unseen(self, kind: str, char: str) -> None:
        """Count a character that is gone, with its number."""
        self.counts[kind] += 1
        self.codes[f"U+{ord(char):04X}"] += 1


def lines_of(rough: Rough, debris: Debris) -> Iterator[Line]:
    """The lines of a paragraph: one, or several where it has breaks within it, or none where it is empty."""
    chars = [(char, piece.marks) for piece in rough.pieces for char in piece.text]
    if rough.is_exact:
        yield _line(chars, rough, debris)
        return
    rows = list(_rows(chars))
    debris.counts["soft_returns"] += sum(1 for row in rows[1:] if _text(row).strip())
    found = False
    for row in rows:
        clean = list(_stripped(_seen(row, debris), debris))
        if clean:
            found = True
            yield _line(clean, rough, debris)
    if not found:
        debris.counts["empty"] += 1


def value(text: str) -> str:
    """A text that stands on one line of data: breaks and blanks as one space, nothing unseen."""
    seen = _UNSEEN.sub("", _CONTROLS.sub("", text))
    return " ".join(_HALVES.sub("\ufffd", seen).split())


def _text(row: Sequence[_Char]) -> str:
    return "".join(char for char, _ in row)


def _rows(chars: Sequence[_Char]) -> Iterator[list[_Char]]:
    for is_break, row in groupby(chars, lambda one: one[0] in _BREAKS):
        if not is_break:
            yield list(row)


def _seen(row: Sequence[_Char], debris: Debris) -> Iterator[_Char]:
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
            debris.counts["damaged"] += char == "\ufffd"
            yield char, marks


def _stripped(row: Iterator[_Char], debris: Debris) -> Iterator[_Char]:
    """A row without blanks at its ends, and with one space where there were several."""
    chars = list(row)
    blank = len(chars) - len(_text(chars).lstrip())
    end = len(_text(chars).rstrip())
    debris.counts["indents"] += 0 < blank < len(chars)
    debris.counts["trailing"] += blank < end < len(chars)
    before = ""
    for char, marks in chars[blank:end]:
        if char == " " == before:
            debris.counts["doubled"] += 1
            continue
        before = char
        yield char, marks


def _line(chars: Sequence[_Char], rough: Rough, debris: Debris) -> Line:
    """Characters and their marks as text and its markup."""
    found: list[Markup] = []
    standing: list[tuple[Mark, int]] = []
    for at, (_, marks) in enumerate([*chars, ("", ())]):
        wanted = marks if rough.is_exact else _allowed(marks, debris)
        kept = 0
        while kept < min(len(standing), len(wanted)) and standing[kept][0] == wanted[kept]:
            kept += 1
        while len(standing) > kept:
            (kind, told, _), start = standing.pop()
            found.append(Markup(kind, start, at, told))  # type: ignore[arg-type]  # a kind that readers give
        standing += [(mark, at) for mark in wanted[kept:]]
    markup = tuple(sorted(found, key=lambda one: (one.start, -one.end)))
    return Line(_text(chars), _nested(markup, found), rough.role, rough.line)


def _nested(markup: tuple[Markup, ...], found: Sequence[Markup]) -> tuple[Markup, ...]:
    """In the order of their beginnings; of those that hold the same, the outermost first, which ended last."""
    ended = {id(one): at for at, one in enumerate(found)}
    return tuple(sorted(markup, key=lambda one: (one.start, -one.end, -ended[id(one)])))


def _allowed(marks: tuple[Mark, ...], debris: Debris) -> tuple[Mark, ...]:
    """Marks that may stand within each other (`jxprint.description.markup`): no kind twice, no link in a reading."""
    kinds: set[str] = set()
    kept: list[Mark] = []
    for kind, told, number in marks:
        told = value(told)
        is_odd = kind == "link" and not _ADDRESS.fullmatch(told)
        is_twice = kind in kinds or (kind in ("sub", "sup") and kinds & {"sub", "sup"})
        if is_odd or is_twice or (kind == "link" and "ruby" in kinds) or (kind == "ruby" and not told):
            if told and told not in debris.links and all(told != one[1] for one in kept):
                debris.links.append(told)
            continue
        kinds.add(kind)
        kept.append((kind, told, number))
    return tuple(kept)
