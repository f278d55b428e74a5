"""The grid of a page read off its stories (版心网格): one measure for all that share it, then legs and lines of each.

A likelihood over hypotheses. The measures that short cut pieces cannot fill are out at once; at each of the others
every story is read whole; the page's measure is the one at which all stories together cost least. A story that does
not go with it may have a measure of its own (破栏).
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from math import exp, inf, log

from msgspec import Struct

from jxprint.reconstruct.legs import Legs, Piece, readings
from jxprint.reconstruct.setting import lines_of, may_fill

# Measures that a newspaper column has (ems), in halves; that of most, and how far from it narrower and wider ones are.
_NARROWEST, _WIDEST = 16, 60
# How much of a piece's cost is chance: the rest is how well it fills its lines.
_SHARE = 0.5
_USUAL, _NARROWER, _WIDER = 14.0, 2.5, 5.0
# Pieces of no more characters are asked first; how many measures are asked further, and read whole.
_TELLING, _ASKED, _LOOKED_AT = 48, 20, 2
# What one piece, and one story, may speak against a measure: slips of the dump must not decide alone.
_MOST_OF_PIECE, _MOST_OF_STORY, _MOST_OF_LEGS = 6.0, 14.0, 30.0
# An end that is dearer by this as a paragraph's than as a joint was cut.
_CUT = 1.5
# Narrower measures may be half of what a page has.
_HALF = 11.0
# What sums of costs may be off.
_ROUNDED = 1e-6
# A measure that costs the page so much more than another is out.
_FAR = 6.0
# A story that costs so much more at the page's measure than at one of its own has its own.
_OWN = 4.0
# Legs of a story that has its own measure, and the white between columns (ems) where nobody knows it.
_MOST_BROKEN, _GAP = 6, 1.2


# Legs like no other story's, like fewer stories', and one leg of more lines than so many.
_UNSEEN, _RARER, _LONG_LEG, _LONGEST_LEG = 2.0, 0.7, 1.5, 24
# What that may speak at the most; legs like neither neighbour's (stories stand in stacks, and dumps go down them); and
# how much of all this a story is told whose own joints speak.
_RAREST, _APART, _TOLD = 3.0, 4.0, 0.6


class Reading(Struct, frozen=True):
    """What is known of a story's setting: the best reading at the page's measure or its own, None where nothing tells;
    the others near it with their share of likelihood, how sure the best is (0 to 1), and for each piece in what share
    of all readings it ends in a joint (none where nobody asked).
    """

    best: Legs | None
    others: tuple[tuple[Legs, float], ...] = ()
    sure: float = 0.0
    joints: tuple[float, ...] = ()


class PageGrid(Struct, frozen=True):
    """The page's measure (None where nothing tells it), the measures looked at with their share of likelihood, the best
    first, and each story's reading.
    """

    measure: float | None
    measures: tuple[tuple[float, float], ...]
    stories: tuple[Reading, ...]

    @property
    def price(self) -> float:
        """What the legs of all stories cost, the lower the likelier; no story speaks alone."""
        return sum(min(_MOST_OF_LEGS, one.best.price) for one in self.stories if one.best is not None)


def read_grid(stories: Sequence[Sequence[Piece]], indent: float = 2.0) -> PageGrid:
    """The grid that explains all breaks of a page best."""
    telling = [_telling(pieces) for pieces in stories]
    if not any(telling):
        return PageGrid(None, (), tuple(Reading(None) for _ in stories))
    read: dict[float, list[list[Legs]]] = {}
    totals: dict[float, float] = {}
    for measure in _candidates(telling, indent):
        # Stories without joints tell nothing.
        read[measure] = [
            sorted(readings(pieces, measure, indent), key=_price) if told else []
            for pieces, told in zip(stories, telling, strict=True)
        ]
        told_by = zip(read[measure], telling, strict=True)
        totals[measure] = _unusual(measure) + sum(_of_story(found, told) for found, told in told_by)
        totals[measure] -= _chance(sum(map(len, telling)), measure)
    shares = _shares(totals)
    best = max(shares, key=lambda one: shares[one])
    for k, (pieces, told) in enumerate(zip(stories, telling, strict=True)):
        if pieces and not told:
            read[best][k] = sorted(readings(pieces, best, indent), key=_price)
    for k, (pieces, told) in enumerate(zip(stories, telling, strict=True)):
        if told:
            read[best][k] = _broken(pieces, told, read[best][k], best, indent)
    spans = [found[0].legs if told and found else 0 for found, told in zip(read[best], telling, strict=True)]
    told_of = tuple(_reading(read[best][k], bool(telling[k]), spans, k) for k in range(len(stories)))
    return PageGrid(best, tuple(sorted(shares.items(), key=lambda one: -one[1])), told_of)


def _broken(
    pieces: Sequence[Piece], told: Sequence[tuple[Piece, bool]], found: list[Legs], measure: float, indent: float
) -> list[Legs]:
    """A story's readings at a measure of its own (破栏) where that explains it far better: one leg more or fewer than
    base columns of the page's measure.
    """
    here = _unfilled(told, measure, indent)
    if here < _OWN:
        return found
    cost = found[0].price if found else _MOST_OF_STORY
    for legs in range(1, _MOST_BROKEN + 1):
        for columns in (legs - 1, legs + 1):
            own = (columns * measure + (columns - legs) * _GAP) / legs
            if own < _NARROWEST / 2 or here - _unfilled(told, own, indent, here - _OWN) < _OWN:
                continue
            others = list(readings(pieces, own, indent, legs))
            best = min(others, key=_price, default=None)
            if best is not None and best.price + _OWN < cost:
                found, cost = sorted(others, key=_price), best.price + _OWN
    return found


def _telling(pieces: Sequence[Piece]) -> list[tuple[Piece, bool]]:
    """Pieces that a column's end cut for sure, and whether each begins a paragraph."""
    return [(piece, begins) for _, piece, begins in is_cut(pieces)]


def is_cut(pieces: Sequence[Piece]) -> Iterator[tuple[int, Piece, bool]]:
    """Pieces that a column's end cut, the words say: where they stand, and whether they begin a paragraph."""
    begins = True
    for at, piece in enumerate(pieces[:-1]):
        cut = piece.text is not None and piece.end - piece.joint > _CUT
        if cut:
            yield at, piece, begins
        begins = not cut


def _candidates(telling: Sequence[Sequence[tuple[Piece, bool]]], indent: float) -> list[float]:
    """The measures worth a full reading: those whose lines the cut pieces fill. Short ones, which are quick to ask and
    tell the most, are asked at every measure, and all at those that are left.
    """
    pieces = [one for story in telling for one in story]
    short = [one for one in pieces if one[0].text is not None and one[0].text.length <= _TELLING]
    rest = [one for one in pieces if one not in short]
    measures = [halves / 2 for halves in range(_NARROWEST, _WIDEST + 1)]
    near = _least([(_unusual(measure), measure) for measure in measures], short, indent, _ASKED)
    likely = _least(near, rest, indent, _LOOKED_AT)
    found = [measure for cost, measure in likely if cost < likely[0][0] + _FAR]
    # What fills lines of twelve fills twice as many of six: whole legs tell them apart, ends of pieces do not.
    twice = [2 * measure + by for measure in found if measure < _HALF for by in (0.0, -0.5, 0.5)]
    return list(dict.fromkeys([*found, *twice]))


def _least(
    costs: Sequence[tuple[float, float]], pieces: Sequence[tuple[Piece, bool]], indent: float, count: int
) -> list[tuple[float, float]]:
    """The `count` measures that cost the least when some pieces are asked as well, with their costs; in both the least
    first. Those that are sure to cost more are not asked to the end.
    """
    found: list[tuple[float, float]] = []
    for cost, measure in sorted(costs):
        most = found[-1][0] if len(found) == count else inf
        cost += _unfilled(pieces, measure, indent, most - cost)
        if cost <= most:
            insort(found, (cost, measure))
            del found[count:]
    return found


def _unfilled(pieces: Sequence[tuple[Piece, bool]], measure: float, indent: float, most: float = inf) -> float:
    """What speaks against a measure: pieces that a column's end cut and whose last lines it would not fill. Infinite
    where it is sure to be more than `most`.
    """
    cost, chance = 0.0, _chance(len(pieces), measure)
    for piece, begins in pieces:
        assert piece.text is not None
        inset = indent if begins else 0.0
        full = lines_of(piece.text, measure, inset).full if may_fill(piece.text, measure, inset) else None
        cost += min(_MOST_OF_PIECE, *full.values()) if full else _MOST_OF_PIECE
        if cost - chance > most + _ROUNDED:
            return inf
    return cost - chance


def _chance(pieces: int, measure: float) -> float:
    """What pieces would cost less at this measure by chance than at the usual one: of the ends that they might have, a
    wide measure's lines have fewer.
    """
    return _SHARE * pieces * log(measure / _USUAL)


def _unusual(measure: float) -> float:
    """The price of a measure that few newspapers have: columns of 11 to 17 characters are the rule."""
    return ((measure - _USUAL) / (_NARROWER if measure < _USUAL else _WIDER)) ** 2 / 2


def _price(legs: Legs) -> float:
    return legs.price


def _of_story(found: Sequence[Legs], telling: Sequence[object]) -> float:
    if not telling:
        return 0.0
    return min(_MOST_OF_STORY, found[0].price) if found else _MOST_OF_STORY


def _shares(prices: Mapping[float, float]) -> dict[float, float]:
    least = min(prices.values())
    odds = {key: exp(least - price) for key, price in prices.items()}
    total = sum(odds.values())
    return {key: one / total for key, one in odds.items()}


def _reading(found: Sequence[Legs], told: bool, spans: Sequence[int], at: int) -> Reading:
    """A story's reading at the page's measure; without joints of its own, in as many legs as others have, those next to
    it above all. `spans` are the legs of the page's stories in order, 0 where their own joints do not tell them.
    """
    if not found:
        return Reading(None)
    others = Counter(legs for k, legs in enumerate(spans) if legs and k != at)
    near = {next(filter(None, one), 0) for one in (spans[at + 1 :], reversed(spans[:at]))}
    share = _TOLD if told else 1.0
    weighed = sorted(((one, one.price + share * _unlike(one, others, near)) for one in found), key=lambda pair: pair[1])
    shares = _shares({float(k): price for k, (_, price) in enumerate(weighed)})
    further = tuple((weighed[k][0], shares[float(k)]) for k in range(1, min(4, len(weighed))))
    joints = _joints([(one, shares[float(k)]) for k, (one, _) in enumerate(weighed)])
    return Reading(weighed[0][0], further, shares[0.0], joints)


def _joints(readings: Sequence[tuple[Legs, float]]) -> tuple[float, ...]:
    """For each piece the share of readings in which it ends in a joint."""
    told = [0.0] * len(readings[0][0].joints)
    for legs, share in readings:
        for at, is_joint in enumerate(legs.joints):
            told[at] += share if is_joint else 0.0
    return tuple(told)


def _unlike(legs: Legs, counts: Mapping[int, int], near: Container[int]) -> float:
    """The price of a number of legs that other stories do not have, or of one leg that is longer than any eye likes."""
    rare = _UNSEEN if legs.legs not in counts else _RARER * (max(counts.values()) - counts[legs.legs])
    apart = _APART if counts and legs.legs not in near else 0.0
    return min(rare, _RAREST) + apart + (_LONG_LEG if legs.legs == 1 and legs.total > _LONGEST_LEG else 0.0)
