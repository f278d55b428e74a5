"""Printed lines joined to paragraphs, where a source kept them (硬回车).

A page's lines were kept where most of its text stands in lines of a few widths that end without an end mark. Then each
two lines are asked whether the second goes on from the first; the answers are odds summed up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from jxprint.reconstruct.credits import is_credit
from jxprint.reconstruct.datelines import jump_from, jump_to
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.furniture import folio_odds
from jxprint.reconstruct.names import names_odds
from jxprint.reconstruct.units import ems, indent_of
from jxprint.reconstruct.widths import widened
from jxprint.reconstruct.words import within_a_word
from jxprint.text.datelines import dateline_length

_STOPS = "。！？…"
_CLOSERS = "”’』」）】》"
# A line is full from so much under the measure (ems); above it, marks were set closer.
_UNDER, _OVER = 1.3, 1.1
_NARROWEST = 8
_FEW = 6
_REACH = 10
_INDENT = (1.0, 5.0)
# A line that is short by this ends something; one wider than the measure by this was never printed in it.
_SHORT, _TOO_WIDE = 2.2, 2.5
_BRACKETS = ("（）", "《》", "【】")
_CANNOT_START = "，。、；：！？）》”’」』"


class _Printed(Struct):
    """A line as printed: its width with the indent (ems), the indent, and whether it ends a sentence."""

    width: float
    indent: float
    ended: bool


class Measures(Struct):
    """The measures that a page's lines were kept at, whether its paragraphs are indented, and the usual blank lines."""

    widths: tuple[int, ...]
    indented: bool
    gap: int


def ends_sentence(text: str) -> bool:
    """Whether a text ends with an end mark, closing marks after it set aside."""
    return text.rstrip(_CLOSERS + "）)]】 ")[-1:] in _STOPS and bool(text)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph; one each where lines were not kept as printed."""
    printed = [_printed(line) for line in lines]
    measures = _measures(printed, lines)
    if measures is None:
        return [[line] for line in lines]
    local = _local(printed, measures)
    found = [[lines[0]]]
    for at in range(1, len(lines)):
        whole = len(found[-1]) > 1 or (at > 1 and not printed[at - 2].ended)
        if _goes_on(lines, printed, at, measures, local[at - 1], whole) > 0:
            found[-1].append(lines[at])
        else:
            found.append([lines[at]])
    return found


def _printed(line: Line) -> _Printed:
    text = widened(line.text.strip())
    indent = indent_of(line.text)
    return _Printed(ems(text) + (indent if indent <= _INDENT[1] else 0.0), indent, ends_sentence(text))


def _measures(printed: Sequence[_Printed], lines: Sequence[Line]) -> Measures | None:
    counts = Counter(round(one.width) for one in printed if not one.ended and one.width >= _NARROWEST)
    least = max(_FEW, sum(counts.values()) // 12)
    widths: list[int] = []
    while counts and len(widths) < _FEW:
        near = {one: counts[one - 1] * 0.7 + counts[one] + counts[one + 1] * 0.5 for one in counts}
        best = max(near, key=lambda one: (near[one], one))
        if near[best] < least:
            break
        widths.append(best)
        for one in (best - 2, best - 1, best, best + 1, best + 2):
            counts.pop(one, None)
    full = [at for at, one in enumerate(printed) if any(-_UNDER <= one.width - width <= _OVER for width in widths)]
    held = sum(printed[at].width for at in full)
    unended = sum(1 for at in full if not printed[at].ended)
    if held < 0.5 * sum(one.width for one in printed) or unended < 0.5 * len(full):
        return None
    after = [at for at in range(1, len(printed)) if printed[at - 1].ended and printed[at].width > _NARROWEST]
    indented = sum(1 for at in after if _INDENT[0] <= printed[at].indent <= _INDENT[1])
    gap = Counter(lines[at + 1].gap for at in full if at + 1 < len(lines)).most_common(1)[0][0]
    return Measures(tuple(widths), indented > 0.4 * max(1, len(after)), gap)


def _local(printed: Sequence[_Printed], measures: Measures) -> list[float]:
    """The measure about each line: the one that most lines near it have."""
    own = [
        next((width for width in measures.widths if -_UNDER <= one.width - width <= _OVER), 0) if not one.ended else 0
        for one in printed
    ]
    near: Counter[int] = Counter(own[:_REACH])
    found: list[float] = []
    for at in range(len(own)):
        if at + _REACH < len(own):
            near[own[at + _REACH]] += 1
        if at > _REACH:
            near[own[at - _REACH - 1]] -= 1
        found.append(max(measures.widths, key=lambda width: (near[width], width)))
    return found


def _goes_on(
    lines: Sequence[Line], printed: Sequence[_Printed], at: int, measures: Measures, width: float, whole: bool
) -> float:
    """The odds that a line goes on from the line before it. `whole`: that one stands in a paragraph already."""
    before, here = printed[at - 1], printed[at]
    first, second = widened(lines[at - 1].text.strip()), widened(lines[at].text.strip())
    short = width - before.width
    odds = -6.0 if short < -_TOO_WIDE else 3.0 if short <= _UNDER else -1.0 if short < _SHORT else -6.0
    odds += -1.5 if before.ended else 1.5
    if measures.indented:
        odds += -6.0 if _INDENT[0] <= here.indent <= _INDENT[1] else 1.2
        if not whole and before.indent <= 0 and not before.ended:
            odds -= 3.2 if short > -0.6 else 1.5
    elif not whole and short > 0.4 and not any(mark in first for mark in "，。；"):
        odds -= 2.0
    if before.ended and not here.ended and width - here.width > _SHORT:  # a head more likely than a last line
        odds -= 2.5
    if lines[at].gap > measures.gap:
        odds -= 8.0
    return odds + _by_words(first, second, odds, before.ended)


def _by_words(first: str, second: str, odds: float, ended: bool) -> float:
    """What the words of two lines add to the odds that the second goes on from the first."""
    found = 0.0
    open_ = _is_open(first)
    if open_ or second[0] in _CANNOT_START:
        found += 4.0
    if names_odds(second) > 1.0 or (names_odds(first) > 2.0 and not open_) or is_credit(second) or is_credit(first):
        found -= 5.0
    if (
        dateline_length(second)
        or jump_from(second)
        or jump_to(second) >= 0
        or jump_from(first)
        or folio_odds(first) > 1
    ):
        found -= 5.0
    if -4.0 < odds + found < 4.0 and not ended and within_a_word(first, second):
        found += 2.5
    return found


def _is_open(text: str) -> bool:
    """Whether a bracket or a title that opens in a text is not closed in it."""
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _BRACKETS)
