"""Names that stand over the headline they belong to, right behind the story before: by their words they close that one,
or are a kicker, or a headline over names.

A page has this manner where the first line over each text is likelier names than the last one is, and some surely are.
On other pages a story may stand so for itself: names behind a story that has its own under its head, while the next one
has none; two characters set apart as a kicker over a story that names nobody; a headline that is names over names that
are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from jxprint.reconstruct.found import Text
from jxprint.reconstruct.names import NEVER, inner_blanks, names_odds
from jxprint.reconstruct.own_signs import COLUMN
from jxprint.text.word_table import found_word

# Names are sure from these odds on (natural logarithm). A page has the manner from so many stories on, if first lines
# are likelier names than last ones by so much in so many stories, have such odds in the middle, and two are sure.
_SURELY, _FEWEST, _LIKELIER, _SHARE, _MEAN, _SURE_ONES = 1.2, 3, 0.5, 0.8, 0.5, 2
# Two characters set apart are names, unless they are a common word.
_SPACED = 3.5
# Pieces that stand under such a name and that the table of words does not have; others count from how common they are.
_LABELS, _KNOWN = frozenset(("快板", "喜报", "贺信", "讣告", "启事", "短评")), 16
# What has worse odds is none.
_NO_NAMES = -2.0
# No row of names that a page like this has is longer.
_LONGEST = 24


class Gathered(Protocol):
    """A story while it is gathered: its head, names behind its text on lines of their own, and all names there."""

    kicker: list[Text]
    headline: list[Text]
    deck: list[Text]
    byline: list[Text]
    ending: list[Text]
    closing: list[Text]
    dateline: Text | None


def give_fore_bylines(stories: Sequence[Gathered]) -> None:
    """Names that stand before a headline given to its story."""
    over = [
        [*before, *one.kicker, *one.headline, *one.byline]
        for before, one in zip([[], *(one.closing for one in stories)], stories, strict=False)
    ]
    if _is_manner(stories, over):
        for story, (names, *rest) in zip(stories, over, strict=True):
            story.kicker = [one for one in story.kicker if one in rest]
            story.headline = [one for one in rest if one not in story.kicker]
            story.byline = [names]
            story.ending = [one for one in story.ending if one not in story.closing]
        return
    for before, story in pairwise(stories):
        if before.byline and before.closing == before.ending and _is_bare(story) and _are_names(before.closing):
            story.byline, before.ending = before.closing, []
    for story in stories:
        if _is_bare(story) and len(story.kicker) == 1 and _is_spaced_name(story.kicker[0]):
            story.byline, story.kicker = story.kicker, []
        elif len(story.headline) == len(story.byline) == 1 and not story.deck and _is_swapped(story):
            story.headline, story.byline = story.byline, story.headline


def _is_manner(stories: Sequence[Gathered], over: Sequence[Sequence[Text]]) -> bool:
    """Whether all stories of a page have their names over their heads."""
    if len(stories) < _FEWEST or any(one.dateline or one.deck for one in stories) or stories[-1].ending:
        return False
    if any(len(lines) < 2 or one.closing != one.ending for one, lines in zip(stories, over, strict=True)):
        return False
    odds = [(_names(lines[0]), _names(lines[-1])) for lines in over]
    firsts = [first for first, _ in odds]
    likelier = sum(first > last + _LIKELIER for first, last in odds)
    return (
        likelier >= _SHARE * len(odds)
        and sum(firsts) / len(odds) > _MEAN
        and sum(first > _SURELY for first in firsts) >= _SURE_ONES
    )


def _names(line: Text) -> float:
    """How likely a line is names without brackets, which close a text, and of nobody who edits it."""
    is_other = len(line.text) > _LONGEST or line.text[0] in "（(【" or "编" in line.text
    if is_other or _is_label("".join(line.text.split())):  # 短 评
        return NEVER
    return _SPACED if inner_blanks(line.text) else names_odds(line.text)


def _is_label(text: str) -> bool:
    """Whether a line without its blanks names a column: by the trade, or in words of two characters (市 场 信 息)."""
    words = [text[at : at + 2] for at in range(0, len(text), 2)]
    return text in COLUMN or (len(text) % 2 == 0 and all(map(_is_known, words)))


def _is_known(word: str) -> bool:
    known = found_word(word)
    return word in _LABELS or (known is not None and known[1] >= _KNOWN)


def _is_spaced_name(line: Text) -> bool:
    return bool(inner_blanks(line.text)) and _names(line) > _SURELY


def _is_swapped(story: Gathered) -> bool:
    """Whether a headline is names, and what was taken for names under it is a headline."""
    over, under = _names(story.headline[0]), _names(story.byline[0])
    return (_is_spaced_name(story.headline[0]) and under < 0) or (over > _SURELY and under < _NO_NAMES)


def _is_bare(story: Gathered) -> bool:
    """Whether a story has no names of its own anywhere."""
    return bool(story.headline) and not story.byline and not story.ending and story.dateline is None


def _are_names(lines: Sequence[Text]) -> bool:
    return bool(lines) and all(_names(one) > _SURELY for one in lines)
