"""Units of a source: stretches of text that have one role each, with the places that they were read from.

Blanks at a line's ends are layout: they are measured and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from jxprint.reconstruct.credits import parts
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.found import Span, Text
from jxprint.reconstruct.names import inner_blanks
from jxprint.reconstruct.widths import widened

_BLANK_EMS = {"\t": 2.0, "　": 1.0}
_BLANKS = re.compile(r"\s+")


class Unit(Struct):
    """A unit: its text, widened; `places` say of each stretch where it begins in the text, its line, and its start and
    end there; blank lines before it, its indent (ems), the size (points) if known. `credit` and `glued` are what
    taking a line apart told: that it is a credit, and that it follows the unit before on the same line.
    """

    text: str
    places: tuple[tuple[int, int, int, int], ...]
    gap: int = 0
    indent: float = 0.0
    size: float | None = None
    credit: bool = False
    glued: bool = False


def ems(text: str) -> float:
    """About how wide a text is: ASCII half an em, all else one."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def indent_of(text: str) -> float:
    """The width of the blanks that a line begins with (ems)."""
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(_BLANK_EMS.get(char, 0.5) for char in blanks)


def unit_of(lines: Sequence[Line]) -> Unit:
    """Lines of a source made one unit; the first says where it stands."""
    texts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    at = 0
    for line in lines:
        text = line.text.strip()
        start = len(line.text) - len(line.text.lstrip())
        if texts and _apart(texts[-1], text):
            texts.append(" ")
            at += 1
        texts.append(text)
        places.append((at, line.number, start, start + len(text)))
        at += len(text)
    first = lines[0]
    return Unit(widened("".join(texts)), tuple(places), first.gap, indent_of(first.text), first.size)


def _apart(before: str, after: str) -> bool:
    """Whether a line end stands for a blank, as between two Latin words."""
    one, other = before[-1:], after[:1]
    return one.isascii() and other.isascii() and (one.isalnum() or one in ",.;") and other.isalpha()


def taken_apart(units: Iterable[Unit]) -> list[Unit]:
    """Units in which a credit stands beside or before a caption, each part on its own."""
    found: list[Unit] = []
    for unit in units:
        stretches = parts(unit.text)
        for start, end, credit in stretches:
            if len(stretches) == 1:
                unit.credit = credit
                found.append(unit)
            else:
                found.append(_stretch(unit, start, end, credit))
    return found


def _stretch(unit: Unit, start: int, end: int, credit: bool) -> Unit:
    first = start == 0
    text = unit.text[start:end]
    lead = len(text) - len(text.lstrip())
    start, text = start + lead, text.strip()
    places = _within(unit, start, start + len(text))
    return Unit(
        text,
        tuple((at - start, line, one, other) for at, line, one, other in places),
        unit.gap if first else 0,
        unit.indent if first else 0.0,
        unit.size,
        credit,
        not first,
    )


def _within(unit: Unit, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """The places of a stretch of a unit's text."""
    found = []
    for at, line, one, other in unit.places:
        low, high = max(start, at), min(end, at + other - one)
        if low < high:
            found.append((low, line, one + low - at, one + high - at))
    return found


def text_of(unit: Unit, start: int = 0, end: int | None = None) -> Text:
    """A stretch of a unit as it stands, without the blanks at its ends."""
    return _kept(unit, start, len(unit.text) if end is None else end, ())


def shown_text(unit: Unit, start: int = 0, end: int | None = None) -> Text:
    """A stretch of a headline: blanks inside are layout, and of a run of them one is kept."""
    end = len(unit.text) if end is None else end
    runs = [match.span() for match in _BLANKS.finditer(unit.text, start, end)]
    return _kept(unit, start, end, [(low, high, " ") for low, high in runs if high - low > 1])


def names_text(unit: Unit, start: int = 0, end: int | None = None) -> Text:
    """A row of names: one blank between two; within one (冯  渊) they stay as printed."""
    end = len(unit.text) if end is None else end
    inner = set(inner_blanks(unit.text))
    spans = [match.span() for match in _BLANKS.finditer(unit.text, start, end)]
    return _kept(unit, start, end, [(*span, " ") for span in spans if span not in inner])


def _kept(unit: Unit, start: int, end: int, blanks: Sequence[tuple[int, int, str]]) -> Text:
    while start < end and unit.text[start].isspace():
        start += 1
    while start < end and unit.text[end - 1].isspace():
        end -= 1
    texts: list[str] = []
    spans: list[Span] = []
    at = start
    for low, high, kept in (*blanks, (end, end, "")):
        if low < start or low > end:
            continue
        texts.append(unit.text[at:low] + kept)
        spans += [Span(line, one, other) for _, line, one, other in _within(unit, at, low)]
        at = high
    return Text("".join(texts), tuple(spans))
