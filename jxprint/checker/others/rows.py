"""Lines of a page of which nothing is known: what stands close on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.checker.glyphs import Glyph
from jxprint.checker.spots import Spot
from jxprint.text.classes import CLASS_OF, CLOSING, FINAL, HALF_EMPTY, OPENING, PAUSE

# Baselines this close (ems) are one line's; what is raised or set in another face stands off by so much.
LEVEL_EM, RAISED_EM = 0.06, 0.4
_LARGER = 1.9
# A gap this wide (ems) between Latin words may be one between columns; it is where the lines above and below are white
# there too. Marks hang over into such gaps: beside Han less is enough, by how many empty halves of marks stand in it.
_GAP_EM, HUNG_EM = 0.8, (0.45, 0.62, 1.12)
# So many gaps say how a row is spaced.
_SPACED = 8
# A glyph stands behind another where it begins this near its end (ems), and this near its line where both run one way.
_NEAR_EM, _ASIDE_EM = 1.3, 0.45
# A space between letters that are spaced.
_SPACED_EM = 1.6
_FIRST_WIDE = "\u2e80"
_NOT_FIRST = (CLOSING, FINAL, PAUSE)


class Line(Struct):
    """Spots of one line, in the order along it; turned where `down`."""

    spots: list[Spot]
    down: bool = False
    start: float = 0.0
    end: float = 0.0
    across: float = 0.0
    size: float = 0.0

    def __post_init__(self) -> None:
        self.spots.sort(key=lambda spot: spot.start)
        self.start, self.end = self.spots[0].start, max(spot.end for spot in self.spots)
        self.size = max(spot.size for spot in self.spots)
        sizes = [spot for spot in self.spots if spot.size == self.size]
        self.across = sizes[0].across


def lines_of(spots: Iterable[Spot], down: bool) -> list[Line]:
    """The lines of some spots that all run down or all to the right, in no order."""
    rows: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: spot.across):
        if rows and spot.across - rows[-1][0].across <= LEVEL_EM * min(spot.size, rows[-1][0].size):
            rows[-1].append(spot)
        else:
            rows.append([spot])
    lines = [Line(part, down) for row in rows for part in _parted(row)]
    return _with_raised(lines)


def _parted(row: list[Spot]) -> Iterator[list[Spot]]:
    """A row cut where it is white; whether the white is a column's is seen when all lines are known."""
    row.sort(key=lambda spot: spot.start)
    part: list[Spot] = []
    end, spaced = 0.0, _spaced(row)
    for spot in row:
        if part and spot.start - end > spaced + _gap_em(part[-1], spot) * min(spot.size, part[-1].size):
            yield part
            part = []
        end = max(end, spot.end) if part else spot.end
        part.append(spot)
    if part:
        yield part


def _spaced(row: Sequence[Spot]) -> float:
    """How far apart (points) type is set that is letter-spaced: the white that most neighbours of a row have."""
    gaps = sorted(two.start - one.end for one, two in pairwise(row))
    if len(gaps) < _SPACED:
        return 0.0
    return max(0.0, gaps[len(gaps) // 4])


def _gap_em(one: Spot, two: Spot) -> float:
    """How much white (ems) parts two neighbours: less beside Han, more where marks that are half empty turn their
    empty halves to each other, and where no line may begin or end.
    """
    behind, before = one.glyph.text[-1], two.glyph.text[0]
    if behind < _FIRST_WIDE and before < _FIRST_WIDE:
        return _GAP_EM
    if CLASS_OF[before] in _NOT_FIRST or CLASS_OF[behind] == OPENING:
        return HUNG_EM[-1]
    empty = (behind in HALF_EMPTY and one.end < one.glyph.x + one.glyph.width) + (
        before in HALF_EMPTY and two.start > two.glyph.x
    )
    return HUNG_EM[empty]


def _with_raised(lines: Sequence[Line]) -> list[Line]:
    """Lines with what stands among their spots on a baseline of its own: a raised figure, a letter of another face."""
    kept: list[Line] = []
    for line in sorted(lines, key=lambda line: line.across):
        for other in reversed(kept[-40:]):
            if line.across - other.across > RAISED_EM * max(line.size, other.size):
                continue
            if _fits(other, line):
                other.spots += line.spots
                other.__post_init__()
                break
        else:
            kept.append(line)
    return kept


def _fits(one: Line, two: Line) -> bool:
    """Whether a line fits before, behind or into a gap of another, and stands by it."""
    if max(one.size, two.size) > _LARGER * min(one.size, two.size):
        return False  # a drop cap, which stands on the line of some of its text
    if abs(two.across - one.across) <= LEVEL_EM * min(one.size, two.size):
        return False  # the white between them parted them
    widest = _GAP_EM * min(one.size, two.size)
    if two.start - one.end > widest or one.start - two.end > widest:
        return False
    reach = 0.3 * min(one.size, two.size)
    return not any(
        min(one_spot.end, spot.end) - max(one_spot.start, spot.start) > reach
        for spot in two.spots
        for one_spot in one.spots
    )


def touches(one: Glyph, two: Glyph) -> bool:
    """Whether a glyph stands right behind another on its line, or right below it at the beginning of a figure."""
    em = max(one.size, two.size)
    across = two.x - one.x - (0 if one.down else one.width)
    down = two.y - one.y - (one.width if one.down else 0)
    if one.down == two.down:
        along, aside = (down, across) if one.down else (across, down)
        return abs(aside) <= _ASIDE_EM * em and -_NEAR_EM * em <= along <= _SPACED_EM * em
    return abs(across) <= _NEAR_EM * em and abs(down) <= _NEAR_EM * em
