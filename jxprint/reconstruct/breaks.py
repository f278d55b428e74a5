"""Signs (迹象) of a break between two pieces of a story, and what they say together of its being a column's end (断栏)
rather than a paragraph's: how the one ends and the other begins, the word between them, marks left open, their lengths,
and whether the pieces around them look like a list.

What each sign says is in the table `words/breaks.txt`, fitted on the breaks of pages that the composer set
(`benchmarks/reconstruct/breaking.py`), ends of columns and of paragraphs weighed alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from jxprint.reconstruct.ends import is_finished, is_open, opens_item
from jxprint.reconstruct.few_words import kinds_of, price_of_joint
from jxprint.reconstruct.own_signs import WEAK, opens
from jxprint.resources import breaks_file

_TENTHS = 10.0
# How a piece ends, and how one begins, by its mark; whatever else does so by its first or last character.
_ENDS = {"，": "comma", ",": "comma", "、": "dun", "；": "semi", ";": "semi", "：": "colon", ":": "colon"}
_ENDS |= dict.fromkeys("）)", "paren") | dict.fromkeys("”’」』》】〉", "closer") | dict.fromkeys("—…-·", "dash")
_BEGINS = dict.fromkeys("“「", "quote") | dict.fromkeys("《『", "book") | dict.fromkeys("（(", "paren")
_BEGINS |= dict.fromkeys("【［[〔", "bracket")
_BARE = frozenset(("han", "digit", "latin", "closer", "paren"))
_WORDS = frozenset(("han", "digit", "latin", "weak"))
_UNITS = frozenset("分月日年时元个人名％%度岁米万亿多余点号届次件家户吨公位项条只台辆座")
_LEANING = frozenset("的在为是有等到了着和与及把被从向让将于并或最很更又也都就才")
_STOPS, _PAUSES, _LABEL_MOST, _NO_LABEL = "。！？", "，；,;", 8, frozenset("，。；“”")
# Lengths (characters) of pieces, and of what stands behind a piece's last mark; prices of a word cut in two.
_LENGTHS, _BEHIND, _RESTS, _PRICES = (8, 14, 30, 60), (4, 10, 20, 40), (4, 8, 14, 24), (0.001, 2.0, 4.0, 8.0)
_REACH = 3

# A piece: its text and its role.
Told = tuple[str, str]


@cache
def _table() -> Mapping[str, int]:
    """Figures by sign, as the file has them: whole numbers come to the same in whatever order a set gives them."""
    lines = breaks_file().read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ") for line in lines if line and line[0] != "#")
    return {name: int(figure) for name, figure in rows}


def odds_of_joint(pieces: Sequence[Told], at: int) -> float:
    """How much likelier the break behind a piece is a column's end than a paragraph's (natural logarithm of odds), by
    all that its signs say; `pieces` are those of its story.
    """
    table = _table()
    return (table[""] + sum(table.get(sign, 0) for sign in signs_of_break(pieces, at))) / _TENTHS


def signs_of_break(pieces: Sequence[Told], at: int) -> set[str]:
    """The signs of the break behind a piece, which is not the story's last."""
    (before, role), (after, _) = pieces[at], pieces[at + 1]
    end = _end(before)
    begin = _begin(after)
    found = {f"e-{end}", f"e-{end}-{role}", f"b-{begin}", f"behind{bisect_right(_BEHIND, len(after))}"}
    if end != "stop":
        found.add(f"open-b-{begin}")
    if end in _BARE:
        found.update(_bare(before, role))
    if end in _WORDS and begin in _WORDS:
        found.update(_between(before, after))
    if _is_labelled(after):
        found.add("label")
    if opens(after):
        found.add("opens")
    if before[-1] in _LEANING:
        found.add(f"leans-{before[-1]}")
    left, right = is_open(before), _closes(after)
    found.update(name for name, so in (("open", left), ("closes", right), ("through", left and right)) if so)
    if before[0] == after[0]:
        found.add("alike2" if before[:2] == after[:2] else "alike")
    if end != "stop":
        found.update(_around(pieces, at))
    return found


def _end(text: str) -> str:
    last = text[-1]
    if is_finished(text):
        return "stop"
    return _ENDS.get(last) or ("digit" if last.isdigit() else "latin" if last.isascii() else "han")


def _begin(text: str) -> str:
    first = text[0]
    if opens_item(text):
        return "item"
    if first in WEAK:
        return "weak"
    plain = "digit" if first.isdigit() else "latin" if first.isascii() else "han" if first.isalnum() else "mark"
    return _BEGINS.get(first) or plain


def _bare(text: str, role: str) -> Iterator[str]:
    """What a piece without a mark at its end is like: as long as a heading or as prose, with marks inside or not."""
    inside = text[:-1]
    marks = "s" if any(map(inside.count, _STOPS)) else "p" if any(map(inside.count, _PAUSES)) else "n"
    long = bisect_right(_LENGTHS, len(text))
    yield f"bare-{marks}{long}"
    yield f"bare-{marks}-{role}"
    rest = len(text) - 1 - max(map(text.rfind, "。！？；，："))
    yield f"rest{bisect_right(_RESTS, rest)}"


def _between(before: str, after: str) -> Iterator[str]:
    """The words on both sides of a break, and what it costs to part them."""
    head, tail = before[-_REACH:], after[:_REACH]
    price = price_of_joint(head + tail, len(head)) if tail[0].isalnum() else 0.0
    yield f"cut{bisect_right(_PRICES, price)}"
    if head[-1].isdigit() and tail[0] in _UNITS:
        yield "unit"
    yield from (f"left-{kind}" for kind in kinds_of(before[-4:])[-1:])
    yield from (f"right-{kind}" for kind in kinds_of(after[:4])[:1])


def _is_labelled(text: str) -> bool:
    at = text.find("：", 0, _LABEL_MOST + 1)
    return at > 0 and _NO_LABEL.isdisjoint(text[:at])


def _closes(text: str) -> bool:
    """Whether a mark closes in a text that did not open in it."""
    for opening, closing in ("“”", "「」", "（）", "《》"):
        end = text.find(closing)
        if end >= 0 and not 0 <= text.find(opening) < end:
            return True
    return False


def _around(pieces: Sequence[Told], at: int) -> Iterator[str]:
    """Whether the pieces before and behind end without a mark as well, as lines of a list do, and are as short."""
    short = max(len(text) for text, _ in pieces[at : at + 2]) <= _LENGTHS[-1]
    for side, near in (("p", at - 1), ("n", at + 1)):
        if 0 <= near < len(pieces):
            text, _ = pieces[near]
            bare = "f" if is_finished(text) else "k" if text[-1] in _ENDS else "b"
            yield f"{side}-{bare}{'s' if short and len(text) <= _LENGTHS[-1] else 'l'}"
    if short:
        run = _run(pieces, at, -1) + _run(pieces, at + 1, 1)
        yield f"run{min(6, run)}"


def _run(pieces: Sequence[Told], at: int, step: int) -> int:
    """How many short pieces without an end mark stand together from one on, on one side."""
    count = 0
    while 0 <= at < len(pieces) and count < 4:
        text, _ = pieces[at]
        if len(text) > _LENGTHS[-1] or is_finished(text):
            break
        count, at = count + 1, at + step
    return count
