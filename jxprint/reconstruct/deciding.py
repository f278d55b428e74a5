"""Which breaks of a story are joints (断栏处), decided: what the words say of a break, how well the piece before it
fills whole lines of the measure, in what share of the story's readings a leg ends there, and how long the pieces around
it are. None of these is sure alone: verse ends in commas, and a leg may end where a paragraph does.

What they say together is in the table `words/joints.txt`: small decision trees (决策树) whose leaves are added up,
fitted on dumps of the benchmark's pages (`benchmarks/reconstruct/deciding.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, log
from typing import TypeAlias

from jxprint.reconstruct.legs import Piece
from jxprint.reconstruct.setting import INDENT, lines_of
from jxprint.reconstruct.story_readings import Reading
from jxprint.resources import joints_file

# What is asked of a break, in the order of a row: the odds by the words (natural logarithm), here and at the breaks
# around; what the piece before costs as whole lines, set as the decisions so far have it, going on and as a paragraph's
# first; in what share of readings a leg ends here, and at the breaks around; what the kind of the last mark is; the
# odds of all ways to take the pieces in legs, here and at the breaks around; what the sentences say; by how much the
# piece is wider than whole lines, and what its marks may give (ems).
_OF_BREAK = (
    *("odds", "odds-before", "odds-behind", "full", "full-going-on", "full-beginning", "share", "share-before"),
    *("share-behind", "before", "behind", "rows", "rows-behind", "marks-before", "marks-behind"),
    *("stop", "comma", "pause", "closer"),
    *("ways", "ways-before", "ways-behind"),
    *("said", "over", "gives"),
)
# And of its story: lines a leg, the price a piece, how many pieces, the longest and the mean one (characters), and the
# measure (ems).
FACTS = (*_OF_BREAK, "lines", "price", "pieces", "longest", "mean", "measure")
_PLACES = {fact: at for at, fact in enumerate(FACTS)}
Row: TypeAlias = tuple[float, ...]
# A tree is a leaf, or which fact is asked, up to which figure the first branch is taken, and both branches.
Tree: TypeAlias = "tuple[int, float, Tree, Tree] | float"

_HUNDREDTHS = 100.0
# Facts are asked to so many digits behind the point, as the figures in the table are written: sums come out a hair off.
_DIGITS = 3
# Odds of so much are settled: by a person, or because no text runs on there.
SETTLED = 30.0
# A break so likely (0 to 1) is a joint.
_JOINT = 0.5
# Where no lines come out whole, where there is no reading, and where nothing stands before or behind.
_UNFILLED, _NO_SHARE, _NOTHING, _NO_WAYS = 99.0, -1.0, -9.0, -99.0
# No share of ways is nearer to none or all than this.
_NEAREST = 1e-6
_KINDS = (frozenset("。！？"), frozenset("，,"), frozenset("；：;:、"), frozenset("”』」）)"))


def likelihoods(pieces: Sequence[Piece], reading: Reading, measure: float) -> tuple[float, ...]:
    """How likely (0 to 1) each piece of a story ends in a joint; `measure` (ems) is for a story without a reading."""
    return tuple(likely for likely, _ in breaks_of(pieces, reading, measure))


def is_joint(likely: float) -> bool:
    """Whether a break so likely is taken for a joint."""
    return likely > _JOINT


def breaks_of(pieces: Sequence[Piece], reading: Reading, measure: float) -> Iterator[tuple[float, Row]]:
    """How likely (0 to 1) each piece ends in a joint, and the facts (FACTS) that say so; none where it was settled
    before.
    """
    facts = _Facts(pieces, reading, measure)
    begins = True
    for at, piece in enumerate(pieces):
        odds = piece.end - piece.joint
        if at + 1 == len(pieces) or piece.text is None or pieces[at + 1].text is None or abs(odds) > SETTLED:
            row: Row = ()
            likely = 1.0 if odds > SETTLED and at + 1 < len(pieces) else 0.0
        else:
            row = tuple([round(one, _DIGITS) for one in facts.of(at, begins)])
            likely = _likelihood(row)
        yield likely, row
        begins = not is_joint(likely)


def _likelihood(row: Row) -> float:
    """What the trees say of a break with these facts (0 to 1)."""
    return 1.0 / (1.0 + exp(-sum([_said(tree, row) for tree in _trees()])))


class _Facts:
    """The facts of a story's breaks."""

    def __init__(self, pieces: Sequence[Piece], reading: Reading, measure: float) -> None:
        best = reading.best
        self._pieces, self._measure = pieces, best.measure if best is not None else measure
        self._odds = [one.end - one.joint for one in pieces]
        self._shares = reading.joints or (_NO_SHARE,) * len(pieces)
        self._ways = [_log_odds(one) for one in reading.ways] or [_NO_WAYS] * len(pieces)
        lengths = [one.text.length for one in pieces if one.text is not None] or [0]
        lines, price = (best.lines, best.price / len(pieces)) if best is not None else (_NO_SHARE, _NO_SHARE)
        self._story = lines, price, len(pieces), max(lengths), sum(lengths) / len(lengths), self._measure

    def of(self, at: int, begins: bool) -> Row:
        """Those of the break behind a piece, which begins a paragraph or goes on."""
        piece, behind = self._pieces[at].text, self._pieces[at + 1].text
        assert piece is not None  # heads were settled before
        assert behind is not None
        last = len(self._pieces) - 2
        going_on, beginning = (
            min(lines_of(piece, self._measure, indent).full.values(), default=_UNFILLED) for indent in (0.0, INDENT)
        )
        text, after = piece.text[: piece.length], behind.text[: behind.length]
        over = piece.widths[piece.length] + (INDENT if begins else 0.0)
        return (
            self._odds[at],
            self._odds[at - 1] if at else _NOTHING,
            self._odds[at + 1] if at < last else _NOTHING,
            beginning if begins else going_on,
            going_on,
            beginning,
            self._shares[at],
            self._shares[at - 1] if at else _NO_SHARE,
            self._shares[at + 1] if at < last else _NO_SHARE,
            len(text),
            len(after),
            len(text) / self._measure,
            len(after) / self._measure,
            text.count("，") + text.count("。"),
            after.count("，") + after.count("。"),
            *(float(text[-1] in kind) for kind in _KINDS),
            self._ways[at],
            self._ways[at - 1] if at else _NO_WAYS,
            self._ways[at + 1],
            self._pieces[at].said,
            over - self._measure * round(over / self._measure),
            piece.gives[piece.length],
            *self._story,
        )


def _log_odds(share: float) -> float:
    held = min(max(share, _NEAREST), 1.0 - _NEAREST)
    return log(held / (1.0 - held))


def _said(tree: Tree, row: Row) -> float:
    while isinstance(tree, tuple):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    return tree


@cache
def _trees() -> tuple[Tree, ...]:
    lines = joints_file().read_text(encoding="utf-8").splitlines()
    return tuple(_tree(iter(line.split(" "))) for line in lines if line and line[0] != "#")


def _tree(words: Iterator[str]) -> Tree:
    """A tree as its line has it: a fact, its figure, and both branches behind one another; a leaf in hundredths."""
    word = next(words)
    fact = _PLACES.get(word)
    if fact is None:
        return int(word) / _HUNDREDTHS
    return fact, float(next(words)), _tree(words), _tree(words)
