"""What a person should be told of a dump before trusting what is concluded from it: how poor the evidence is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jxprint.errors import Finding, Place
from jxprint.reconstruct.evidence import Line
from jxprint.text.forms import Form
from jxprint.text.han import HAN

_HAN = re.compile(HAN)
# First and last ones of ranges: a page has few characters of many, which are quicker to look at than such a class is to
# compile.
_PRIVATE = (("\ue000", "\uf8ff"), ("\U000f0000", "\U0010fffd"))
_DAMAGED = (("\ufffd", "\ufffd"),)
# What no paper shows; line ends and tabs are none of it.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
_END_MARKS = "。！？…”’』」）.!?)"
# Text read in a wrong encoding once and saved: GB bytes of U+FFFD, and UTF-8 read as Windows-1252.
_GARBLED = Form("锟斤拷|烫烫烫|屯屯屯|[\u00c2-\u00ef][\u0080-\u00bf\u2018-\u2122]{2}")
_FIRST_BYTES = (("\u00c2", "\u00ef"), ("锟", "锟"), ("烫", "烫"), ("屯", "屯"))
_VERTICAL = (("\ufe10", "\ufe19"), ("\ufe30", "\ufe44"), ("\ufe47", "\ufe48"))
# A page has a few thousand characters; what has fewer than these tells nothing of its grid.
_FEW = 300
# A few lines tell nothing of how lines were kept. Printed ones have up to so many characters, and most of them end in
# the middle of a sentence.
_LONGEST_PRINTED, _MOST = 32, 0.6
_FEW_LINES, _SHOWN = 8, 8


def doubts_of(
    name: str, text: str, rows: Sequence[tuple[str, str]], lines: Sequence[Line], is_turned: bool
) -> list[Finding]:
    """What the lines of a dump do not tell, and what stands in them that no page should have."""
    found = [*_of_lines(name, lines, is_turned), *_of_ends(name, rows), *_of_characters(name, text)]
    if len(_HAN.findall(text)) * 4 < len("".join(text.split())):
        found.append(Finding("dump.little_chinese", Place(name), {}, "warning"))
    return found


def _of_lines(name: str, lines: Sequence[Line], is_turned: bool) -> Iterator[Finding]:
    def told(key: str, **args: object) -> Finding:
        return Finding(key, Place(name), args, "warning")

    if is_turned:
        yield told("dump.turned", columns=len(lines))
    if len(lines) == 1:
        yield told("dump.one_line")
        return
    if (count := sum(len(line.text) for line in lines)) < _FEW:
        yield told("dump.few_characters", count=count)
    gaps = [line.gap for line in lines[1:]]
    texts = [line.text.rstrip() for line in lines]
    printed = [one for one in texts if len(one) <= _LONGEST_PRINTED and one[-1] not in _END_MARKS]
    if not any(gaps):
        yield told("dump.no_blank_lines")
    elif all(gaps) and len(printed) > _MOST * len(lines) > _FEW_LINES:
        yield told("dump.all_blank_lines")
    if len(printed) > _MOST * len(lines) > _FEW_LINES:
        yield Finding("dump.printed_lines", Place(name), {}, "note")


def _of_ends(name: str, rows: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    kinds = Counter(end for _, end in rows if end)
    if len(kinds) > 1:
        usual = kinds.most_common(1)[0][0]
        line = next(number for number, (_, end) in enumerate(rows, 1) if end not in ("", usual))
        yield Finding("dump.mixed_ends", Place(name, line), {"count": kinds.total() - kinds[usual]}, "note")


def _of_characters(name: str, text: str) -> Iterator[Finding]:
    there = frozenset(text)
    for key, found, severity in (
        ("dump.damaged", _within(text, there, _DAMAGED), "warning"),
        ("dump.unseen", Counter(match[0] for match in UNSEEN.finditer(text)), "note"),
        ("dump.private_use", _within(text, there, _PRIVATE), "warning"),
        ("dump.garbled", _garbled(text, there), "warning"),
        ("dump.vertical_forms", _within(text, there, _VERTICAL), "note"),
    ):
        if not found:
            continue
        at = text.index(next(iter(found)))
        place = Place(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        codes = tuple(" ".join(f"U+{ord(char):04X}" for char in one) for one in list(found)[:_SHOWN])
        yield Finding(key, place, {"count": found.total(), "codes": codes}, severity)  # type: ignore[arg-type]


def _in(chars: Iterable[str], ranges: Sequence[tuple[str, str]]) -> frozenset[str]:
    return frozenset(one for one in chars if any(first <= one <= last for first, last in ranges))


def _within(text: str, there: Iterable[str], ranges: Sequence[tuple[str, str]]) -> Counter[str]:
    """How often a text has each character of some ranges; `there` are all that it has."""
    some = _in(there, ranges)
    return Counter(one for one in text if one in some) if some else Counter()


def _garbled(text: str, there: Iterable[str]) -> Counter[str]:
    """What was read in a wrong encoding once, by how often."""
    return Counter(_GARBLED.findall(text) if _in(there, _FIRST_BYTES) else ())
