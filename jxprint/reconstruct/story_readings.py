"""The readings of a page's stories at its measure: legs and lines of each, by its own joints and by what other stories
have. A story that does not go with the page's measure may have one of its own (破栏).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from math import exp, inf, log

from msgspec import Struct
from msgspec.structs import replace

from jxprint.reconstruct.leg_ends import joint_shares
from jxprint.reconstruct.legs import Legs, Piece, readings
from jxprint.reconstruct.setting import lines_of, may_fill

# The narrowest measure that a story may have of its own (ems), and the measure of most newspaper columns.
_NARROWEST, USUAL = 8.0, 14.0
# How much of a piece's cost is chance: the rest is how well it fills its lines.
_SHARE = 0.5
# What one piece, and one story, may speak against a measure: slips of the dump must not decide alone.
_MOST_OF_PIECE, MOST_OF_STORY = 6.0, 14.0
# An end that is dearer by this as a paragraph's than as a joint was cut.
_CUT = 1.5
# What sums of costs may be off.
_ROUNDED = 1e-6
# A story that costs so much more at the page's measure than at one of its own has its own.
_OWN = 4.0
# Legs of a story that has its own measure, and the white between columns (ems) where nobody knows it.
_MOST_BROKEN, _GAP = 6, 1.2
# Legs like no other story's, like fewer stories', and one leg of more lines than so many.
_UNSEEN, _RARER, _LONG_LEG, _LONGEST_LEG = 2.0, 0.7, 1.5, 24
# What that may speak at the most; legs like neither neighbour's (stories stand in stacks, and dumps go down them); and
# how much of all this a story is told whose own joints speak.
_RAREST, _APART, _TOLD = 3.0, 4.0, 0.6
# Readings of less share than this are not asked for all their ways.
_NEAR = 0.02

# A piece that a column's end cut for sure, and whether it begins a paragraph.
Cut = tuple[Piece, bool]


class Reading(Struct, frozen=True):
    """What is known of a story's setting: the best reading at the page's measure or its own, None where nothing tells;
    the others near it with their share of likelihood, how sure the best is (0 to 1), and for each piece in what share
    of all readings it ends in a joint, and of all ways to take the pieces in the likeliest ones (none where nobody
    asked).
    """

    best: Legs | None
    others: tuple[tuple[Legs, float], ...] = ()
    sure: float = 0.0
    joints: tuple[float, ...] = ()
    ways: tuple[float, ...] = ()


def page_readings(
    stories: Sequence[Sequence[Piece]],
    found: Sequence[Sequence[Legs]],
    indent: float,
    known: Sequence[Reading | None] | None = None,
) -> tuple[Reading, ...]:
    """What is known of each story's setting, of the readings `found` for it (the cheapest first); `known` is what was
    before of stories whose pieces are the same.
    """
    told = [any(is_cut(pieces)) for pieces in stories]
    spans = [own[0].legs if one and own else 0 for own, one in zip(found, told, strict=True)]
    read = (_reading(own, told[k], spans, k) for k, own in enumerate(found))
    before = known or (None,) * len(stories)
    return tuple(
        old if old is not None and replace(old, ways=()) == one else _with_ways(one, pieces, indent)
        for one, old, pieces in zip(read, before, stories, strict=True)
    )


def story_readings(pieces: Sequence[Piece], measure: float, indent: float) -> list[Legs]:
    """A story's readings at the page's measure or its own, the cheapest first."""
    found = sorted(readings(pieces, measure, indent), key=_price) if pieces else []
    told = telling(pieces)
    return _broken(pieces, told, found, measure, indent) if told else found


def _broken(
    pieces: Sequence[Piece], told: Sequence[Cut], found: list[Legs], measure: float, indent: float
) -> list[Legs]:
    """A story's readings at a measure of its own (破栏) where that explains it far better: one leg more or fewer than
    base columns of the page's measure.
    """
    here = unfilled(told, measure, indent)
    if here < _OWN:
        return found
    cost = found[0].price if found else MOST_OF_STORY
    for legs in range(1, _MOST_BROKEN + 1):
        for columns in (legs - 1, legs + 1):
            own = (columns * measure + (columns - legs) * _GAP) / legs
            if own < _NARROWEST or here - unfilled(told, own, indent, here - _OWN) < _OWN:
                continue
            others = list(readings(pieces, own, indent, legs))
            best = min(others, key=_price, default=None)
            if best is not None and best.price + _OWN < cost:
                found, cost = sorted(others, key=_price), best.price + _OWN
    return found


def telling(pieces: Sequence[Piece]) -> list[Cut]:
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


def unfilled(pieces: Sequence[Cut], measure: float, indent: float, most: float = inf) -> float:
    """What speaks against a measure: pieces that a column's end cut and whose last lines it would not fill. Infinite
    where it is sure to be more than `most`.
    """
    cost, by_chance = 0.0, chance(len(pieces), measure)
    for piece, begins in pieces:
        assert piece.text is not None
        inset = indent if begins else 0.0
        full = lines_of(piece.text, measure, inset).full if may_fill(piece.text, measure, inset) else None
        cost += min(_MOST_OF_PIECE, *full.values()) if full else _MOST_OF_PIECE
        if cost - by_chance > most + _ROUNDED:
            return inf
    return cost - by_chance


def chance(pieces: int, measure: float) -> float:
    """What pieces would cost less at this measure by chance than at the usual one: of the ends that they might have, a
    wide measure's lines have fewer.
    """
    return _SHARE * pieces * log(measure / USUAL)


def _price(legs: Legs) -> float:
    return legs.price


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
    shares = shares_of({float(k): price for k, (_, price) in enumerate(weighed)})
    further = tuple((weighed[k][0], shares[float(k)]) for k in range(1, min(4, len(weighed))))
    joints = _joints([(one, shares[float(k)]) for k, (one, _) in enumerate(weighed)])
    return Reading(weighed[0][0], further, shares[0.0], joints)


def _with_ways(reading: Reading, pieces: Sequence[Piece], indent: float) -> Reading:
    """A reading with the share of ways in which each piece ends in a joint."""
    if reading.best is None:
        return reading
    near = [(legs, share) for legs, share in ((reading.best, reading.sure), *reading.others) if share >= _NEAR]
    ways = [0.0] * len(pieces)
    for legs, share in near:
        for at, one in enumerate(joint_shares(pieces, legs, indent)):
            ways[at] += share * one
    whole = sum([share for _, share in near])
    return replace(reading, ways=tuple([one / whole for one in ways]))


def with_room(reading: Reading, joints: int) -> Reading:
    """The likeliest reading of a story whose legs have feet for so many joints as were decided; of none that has them,
    nothing is known of the legs.
    """
    if reading.best is None or joints < reading.best.legs:
        return reading
    for at, (legs, share) in enumerate(reading.others):
        if joints < legs.legs:
            others = ((reading.best, reading.sure), *reading.others[:at], *reading.others[at + 1 :])
            return replace(reading, best=legs, sure=share, others=others)
    return replace(reading, best=None, others=())


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


def shares_of(prices: Mapping[float, float]) -> dict[float, float]:
    """Shares of likelihood (0 to 1) of things that cost so much."""
    least = min(prices.values())
    odds = {key: exp(least - price) for key, price in prices.items()}
    total = sum(odds.values())
    return {key: one / total for key, one in odds.items()}
