"""Quotes and brackets in pairs, paragraph by paragraph.

Source: GB/T 15834, 4.8 (quotes: “ ” outside, ‘ ’ inside; a quotation over several paragraphs opens each of them and
closes the last alone), 4.9 (brackets), 4.15 (title marks: 《 》 outside, 〈 〉 inside).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from jxprint.lint.brackets import chinese_squares, is_numbering
from jxprint.lint.letters import after, before, is_latin
from jxprint.lint.lines import RUNNING, Copy, Fault, Line, Repair
from jxprint.text.forms import Form
from jxprint.text.han import IDEOGRAPH

_CLOSING = {
    "“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〖": "〗", "〔": "〕", "［": "］", "｛": "｝",
    "「": "」", "『": "』",
}  # fmt: skip
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_HALF = {"(": "（", ")": "）", "[": "［", "]": "］"}
_BRACKET = re.compile("[" + "".join((*_CLOSING, *_OPENING)) + r"()\[\]]")
# What is written inside a mark of the same kind.
_INNER = {"“": "‘", "‘": "“", "《": "〈", "〈": "《", "「": "『", "『": "「"}
_QUOTES = frozenset("“‘「『")
# Title marks written with what a Latin keyboard has, alike or not; not a comparison of two values.
_ANGLES = Form(rf"[‹<«](?P<inner>{IDEOGRAPH}(?:[^‹<«›>»，。；！？]{{0,40}}(?:{IDEOGRAPH}|[！？]))?)[›>»]", needs="›>»")

# No copy nests deeper; a file of nothing but brackets is not looked through for every one of them.
_DEEPEST = 20


class _Opened(Struct):
    """An opening mark and where it stands; `told` when its paragraph has been told about it already."""

    char: str
    line: Line
    at: int
    told: bool = False


class _Paragraph:
    """One paragraph, or the lines of one head, read once from its beginning to its end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.faults: list[Fault] = []
        self.open: list[_Opened] = []
        # Marks that a closing mark of another pair has passed over.
        self._passed: list[_Opened] = []
        for line in lines:
            squares = chinese_squares(line.text)
            for match in _BRACKET.finditer(line.text):
                if match[0] in "[]" and match.start() not in squares:
                    continue
                char = _HALF.get(match[0], match[0])
                if char in _CLOSING:
                    self._opens(_Opened(char, line, match.start()))
                elif not _is_no_bracket(line.text, match.start(), self._has_single()):
                    self._closes(_OPENING[char], line, match.start())
        self.faults.extend(unclosed(self._passed))
        self.open = [one for one in self.open if not one.told]

    def _has_single(self) -> bool:
        return any(one.char == "‘" for one in self.open[-_DEEPEST:])

    def _opens(self, opened: _Opened) -> None:
        outer = self.open[-1] if self.open else None
        if outer is not None and outer.char == opened.char and opened.char in _INNER and outer.at >= 0:
            closing = _CLOSING[opened.char]
            self.faults.append(
                opened.line.fault(
                    opened.at, "lint.same_inside", found=opened.char, closing=closing, inner=_INNER[opened.char]
                )
            )
            outer.told = opened.told = True
        self.open.append(opened)

    def _closes(self, wanted: str, line: Line, at: int) -> None:
        depth = next((n for n, one in enumerate(self.open[: -_DEEPEST - 1 : -1], 1) if one.char == wanted), 0)
        if depth:
            self._passed.extend(self.open[len(self.open) - depth + 1 :])
            del self.open[-depth:]
            return
        for one in self._passed[: -_DEEPEST - 1 : -1]:
            if one.char == wanted:
                self._passed.remove(one)
                self.faults.append(line.fault(at, "lint.crossed", found=line.text[at], opening=one.char))
                return
        if wanted == "（" and is_numbering(line.text, at):
            return
        self.faults.append(line.fault(at, "lint.unopened", found=line.text[at], opening=wanted))
        if wanted in _QUOTES:
            # Two closing marks about a word: the first was meant to open. The second is not told again.
            self.open.append(_Opened(wanted, line, -1, told=True))


def _is_no_bracket(text: str, at: int, single_open: bool) -> bool:
    """An apostrophe, or the mouth of a face made of marks."""
    char, left = text[at], before(text, at)
    if char == "’":
        right = after(text, at + 1)
        return is_latin(left) or is_latin(right) if not single_open else is_latin(left) and is_latin(right)
    return char == ")" and left != "" and left in ":;-="


def unclosed(marks: Iterable[_Opened]) -> Iterator[Fault]:
    """Faults for opening marks that nothing closes, each at the mark."""
    for one in marks:
        if not one.told:
            yield one.line.fault(one.at, "lint.unclosed", found=one.line.text[one.at], closing=_CLOSING[one.char])


def pairing(copy: Copy) -> Iterator[Fault]:
    """Marks that have no other half, cross another pair, or stand inside a pair of their own kind; and title marks of
    other languages, or of two kinds.
    """
    for line in copy:
        for match in _ANGLES.finditer(line.text):
            repair = Repair(len(match[0]), f"《{match['inner']}》", safe=False)
            yield line.fault(match.start(), "lint.angle_marks", repair)
    running: list[Line] = []
    for (_, role), group in groupby(copy, key=lambda line: (line.part, line.role)):
        lines = list(group)
        if role in RUNNING:
            # Subheads come between paragraphs of one story; another part does not.
            if running and running[0].part != lines[0].part:
                yield from _running(running)
                running = []
            running.extend(lines)
        elif role in ("headline", "kicker", "deck"):
            head = _Paragraph(lines)
            yield from (*head.faults, *unclosed(head.open))
        else:
            for line in lines:
                alone = _Paragraph((line,))
                yield from (*alone.faults, *unclosed(alone.open))
    yield from _running(running)


def _running(lines: Sequence[Line]) -> Iterator[Fault]:
    """Paragraphs of one story, of which a quotation may go over several."""
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        paragraph = _Paragraph((line,))
        yield from paragraph.faults
        quoting = "".join(one.char for one in paragraph.open)
        goes_on = following is not None and set(quoting) <= _QUOTES and following.text.startswith(quoting)
        if not goes_on:
            yield from unclosed(paragraph.open)
