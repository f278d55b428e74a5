"""What it costs the sense to part running text at one place: whether that lies within a word, a number or a name, and
how closely the words on either side hang together.

Only what stands about the place is read, so that a long story costs no more than a short one. A head may be parted
within a long quotation rather than elsewhere; running text is full of quotations, and only what is called by a name is
held whole here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jxprint.composition.sense.held import NUMERAL, held_stretches
from jxprint.composition.sense.lexicon import JOINT, kind_of, lexicon, word_prices
from jxprint.composition.sense.own_words import OWN, own_words
from jxprint.composition.sense.particles import SURNAMES, is_content, leaning_prices, patterns
from jxprint.composition.sense.phrases import phrase_prices

# From here on a place lies within a word, a number or a name that is known; from LIKELY on within what is likely a
# name, or is called by one; below, the price is what hangs over a joint of words.
LIKELY, WITHIN = 20.0, 40.0
_HELD = 10.0
# Characters read on either side of a place; the longest stretch of them that can be one of a story's own words.
_REACH, _OWN_REACH = 40, 8
# Quotations of no more characters are names of things (“警立方”); titles are names however long.
_SHORT, _TITLES = 8, "《〈"
# Two characters alone beside a joint that phrases make this unlikely (one in three) are of a name, and so is one alone
# beside a word where it is one in five; behind a surname it need not be likely (two in three).
_UNLIKELY, _MOST_UNLIKELY, _DOUBTFUL = 1.0, 1.6, 0.4
# Characters that cost a reading so much are hardly words of their own: those of names.
_RARE, _LONGEST_NAME = 11.5, 3
_HAN_NUMBER = re.compile(rf"[{NUMERAL}]+(?:(?:分之|点)[{NUMERAL}]+)+|[{NUMERAL}]+")
# What belongs to a number behind its measure: 六公斤半, 两年多.
_BEHIND_NUMBER = "半多余许"


def parting_price(text: str, at: int, body: str, names: Sequence[str]) -> float:
    """The price of parting `text` before character `at`, which is neither the first nor behind the last; see WITHIN
    and LIKELY. `body` is all of the story, whose own words count; `names` are held.
    """
    start = max(0, at - _REACH)
    near, here = text[start : at + _REACH], at - start
    plain, _ = word_prices(near, {})
    if any(first < here < end for first, end in _numbers(near, names)):
        return WITHIN + _HELD + plain[here]
    # A long story's own words are looked for only where those of the language do not tell.
    cost = plain[here] if plain[here] >= JOINT else _within_own(near, here, body)
    if cost >= JOINT:
        return WITHIN + cost
    reading = [one < JOINT for one in plain]
    phrase = phrase_prices(near[max(0, here - 3) : here + 3])[min(here, 3)]
    called = any(first < here < end for first, end in _called(near))
    if called or _within_name(near, here, reading, phrase):
        return LIKELY + phrase
    return min(leaning_prices(near, reading)[here] + phrase, LIKELY - 1)


def _within_own(near: str, here: int, body: str) -> float:
    """By how much the best reading with a joint there is less likely with the story's own words among the others."""
    about = near[max(0, here - _OWN_REACH) : here + _OWN_REACH]
    own = dict.fromkeys((near[start:end] for start, end in patterns(near)), OWN)
    own |= dict.fromkeys(own_words(about, body), OWN)
    return word_prices(near, own)[0][here] if own else 0.0


def _called(near: str) -> Iterator[tuple[int, int]]:
    """Characters [start, end) that are one title, or the name of a thing."""
    for start, end, share in held_stretches(near, ()):
        if share < 1.0 and (near[start] in _TITLES or end - start - 2 <= _SHORT):
            yield start, end


def _numbers(near: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Characters [start, end) that are one number, or a name that is known."""
    numbers = [(start, end) for start, end, share in held_stretches(near, names) if share == 1.0]
    numbers += [match.span() for match in _HAN_NUMBER.finditer(near)]
    yield from _run_together(near, sorted(numbers))


def _run_together(near: str, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers with what belongs to them behind; those that touch are one: 2026年11月25日, 八点二十分."""
    first = last = 0
    for start, end in numbers:
        while near[end : end + 1] and _belongs(near[end - 1], near[end]):
            end += 1
        if start > last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last


def _belongs(before: str, char: str) -> bool:
    """Whether a character behind a number is its measure, or what it counts, or what stands behind that."""
    return char in _BEHIND_NUMBER or (before in NUMERAL and kind_of(char) in "qn" and char in lexicon())


def _within_name(near: str, here: int, reading: Sequence[bool], phrase: float) -> bool:
    """Whether a joint of two words that the table knows is likely within a name: behind a surname, and where characters
    that stand alone and are no little words are rare ones, or phrases hold them together.
    """
    begins = [*reading, True]
    alone = [begins[at] and begins[at + 1] for at in range(len(near))]
    left, right = is_content(near, alone, here - 1), is_content(near, alone, here)
    if left and near[here - 1] in SURNAMES and "\u4e00" <= near[here] <= "\u9fff" and phrase >= _DOUBTFUL:
        return True
    if left and right:
        about = range(max(0, here - _LONGEST_NAME + 1), min(len(near), here + _LONGEST_NAME - 1))
        return phrase >= _UNLIKELY or any(is_content(near, alone, at) and _is_rare(near[at]) for at in about)
    return (left or right) and phrase >= _MOST_UNLIKELY


def _is_rare(char: str) -> bool:
    known = lexicon().get(char)
    return known is None or known.cost >= _RARE
