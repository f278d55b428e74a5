"""Joints behind the end of a sentence, which leave no trace but the grid: how much likelier two pieces are one
paragraph than two, by how long they are and how long beside the paragraphs of their page, how their sentences at the
break end and begin, and whether they begin alike.

What each sign says is in the table `words/sentences.txt`, fitted on the sentences of the pages of copy
(`benchmarks/reconstruct/sentences.py`): of a page's sentence ends two in three lie within paragraphs. Both kinds weigh
alike there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from jxprint.reconstruct.few_words import words_of
from jxprint.reconstruct.found import FoundStory
from jxprint.resources import sentences_file
from jxprint.text.simplified import simplified

# Lengths beside the page's usual paragraph, and in characters: of a piece, of both together, of a sentence.
_BESIDE = (0.06, 0.1, 0.15, 0.2, 0.28, 0.36, 0.45, 0.55, 0.65, 0.8, 0.95, 1.15, 1.4, 1.7, 2.1, 2.6)
_PIECES, _BOTH = (10, 20, 30, 45, 60, 80, 110, 150), (40, 60, 80, 100, 130, 160, 200, 260)
_SENTENCES, _COMMAS = (6, 10, 16, 24, 36, 60), (0, 3, 5, 8, 14)
_STOPS, _CLOSERS, _QUOTES, _QUOTED = "。！？…!?", "”’」』）)》", "“「", "”」"
# How many sentences or commas are counted, of a piece and of both side by side, and the characters in which the first
# words of a sentence are.
_MANY, _FEW, _WORDS = 4, 3, 14
_TENTHS = 10.0
# However much speaks for one side, the lines may say otherwise.
_MOST = 4.0
# Where a page has fewer pieces to go by, paragraphs are as long as elsewhere (characters).
_FEWEST, _USUAL, _SHORT = 6, 80.0, 12


def usual_paragraph(stories: Iterable[FoundStory], goes_on: Sequence[Sequence[bool]]) -> float:
    """How long a paragraph of a page is (characters); `goes_on` says which pieces surely do."""
    lengths: list[int] = []
    for story, own in zip(stories, goes_on, strict=True):
        length = 0
        for piece, on in zip(story.pieces, own, strict=True):
            length += len(piece.text.text)
            if not on:
                lengths += [length] if piece.role == "text" else []
                length = 0
    return usual_length(lengths)


def usual_length(lengths: Iterable[int]) -> float:
    """The length (characters) that a page's paragraphs have, of all their lengths; of few, what they have elsewhere."""
    told = [length for length in lengths if length > _SHORT]
    return _median(told) if len(told) >= _FEWEST else _USUAL


def _median(lengths: Sequence[int]) -> float:
    """The middle one; Python's own comes with fractions and decimals, which take longer to load than a page to read."""
    ordered, half = sorted(lengths), len(lengths) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@cache
def _table() -> Mapping[str, int]:
    """Figures by sign, as the file has them."""
    lines = sentences_file().read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ") for line in lines if line and line[0] != "#")
    return {name: int(figure) for name, figure in rows}


def one_paragraph(before: str, behind: str, usual: float) -> float:
    """By how much two pieces, of which the first ends a sentence, are likelier one paragraph than two (natural
    logarithm of odds), on a page whose paragraphs are `usual` characters long.
    """
    table = _table()
    said = (table[""] + sum([table.get(sign, 0) for sign in signs_of_sentences(before, behind, usual)])) / _TENTHS
    return max(-_MOST, min(_MOST, said))


def signs_of_sentences(before: str, behind: str, usual: float) -> list[str]:
    """The signs of a break between sentences."""
    last = simplified(before[_last_sentence(before) :])
    opening = simplified(behind[: _first_sentence(behind)])
    found = [*_lengths(before, behind, usual), *_ends(before, behind, last, opening)]
    words = words_of(opening[:_WORDS])
    if words:
        found += (f"word={words[0][0]}", f"kind-{words[0][1]}")
    if len(words) > 1:
        found.append(f"kinds-{words[0][1]}{words[1][1]}")
    found += (f"char={opening[:1]}", f"last={last[:1]}")
    found.append(f"comma{bisect_right(_COMMAS, opening.find('，'))}")
    found.append(f"commas{min(_MANY, opening.count('，'))}")
    return found


def _lengths(before: str, behind: str, usual: float) -> Iterator[str]:
    one, other = len(before), len(behind)
    yield f"before{bisect_right(_BESIDE, one / usual)}"
    yield f"behind{bisect_right(_BESIDE, other / usual)}"
    yield f"both{bisect_right(_BESIDE, (one + other) / usual)}"
    yield f"before-em{bisect_right(_PIECES, one)}"
    yield f"behind-em{bisect_right(_PIECES, other)}"
    yield f"both-em{bisect_right(_BOTH, one + other)}"
    counts = [sum([char in _STOPS for char in piece]) for piece in (before, behind)]
    yield f"sentences-b{min(_MANY, counts[0])}"
    yield f"sentences-a{min(_MANY, counts[1])}"
    yield f"sentences{min(_FEW, counts[0])}{min(_FEW, counts[1])}"


def _ends(before: str, behind: str, last: str, opening: str) -> Iterator[str]:
    """How the sentences at the break end and begin; `last` and `opening` are these, simplified."""
    yield f"last-em{bisect_right(_SENTENCES, len(last))}"
    yield f"first-em{bisect_right(_SENTENCES, len(opening))}"
    quotes = behind[0] in _QUOTES
    end = before[-2:] if before[-1] in _CLOSERS else before[-1]
    yield f"end={end}"
    if quotes:
        yield f"quoted={before[-1]}"
        yield "quotes-again" if before[-1] in _QUOTED else "quotes"
    if "：“" in opening:
        yield "says"
    if "：“" in last:
        yield "said"
    if opening[:1] == last[:1]:
        yield "alike2" if opening[:2] == last[:2] else "alike"
    if behind[:2] == before[:2]:
        yield "alike-paragraphs"


def _last_sentence(text: str) -> int:
    """Where a text's last sentence begins."""
    at = len(text.rstrip(_STOPS + _CLOSERS))
    while at and text[at - 1] not in _STOPS:
        at -= 1
    while at < len(text) and text[at] in _CLOSERS:
        at += 1
    return at if at < len(text) else 0


def _first_sentence(text: str) -> int:
    """Where a text's first sentence ends."""
    for at, char in enumerate(text):
        if char in _STOPS:
            end = at + 1
            while end < len(text) and text[end] in _CLOSERS:
                end += 1
            return end
    return len(text)
