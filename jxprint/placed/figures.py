"""Figures of a placed page's typography, read off glyph origins alone: what composition promised, measured again.

Body text only (blocks of role `body` and `subhead`), the last line of each paragraph aside where a line must fill
its measure. What may not start or end a line is what the page was set by. Amounts in ems of the run's size, except
where the name says points.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import asdict

from jxprint.placed import PlacedPage, TextBlock, TextLine
from jxprint.placed.line_ends import count_ends
from jxprint.placed.rules import NOT_FILLED, Prohibition
from jxprint.text.classes import CLOSING, FINAL, HAN, INTERPUNCT, OPENING, PAUSE, classify

_RIGHT_EMPTY = frozenset((PAUSE, FINAL, CLOSING))
_TOLERANCE_PT = 0.01


class Figures(Struct, frozen=True):
    """See the module's docstring for units. Words count as split where no hyphen shows it. `rescued_lines` are told by
    kind behind it; a line may be of several. `uneven_lines` are those that were to fill their measure and do not, and
    all that reach over it; `uneven_worst` is width, measure and text of the one farthest off. `legs` is how many rows
    apart the legs of one story end at most. A runt is a last line of two characters or fewer, a lone last line one of a
    single character, marks not counted.
    """

    lines: int
    justified_lines: int
    forbidden_starts: int
    forbidden_ends: int
    split_numbers: int
    split_words: int
    hyphenated_lines: int
    rescued_lines: int
    rescued_starts: int
    rescued_ends: int
    rescued_cuts: int
    rescued_loose: int
    rescued_short: int
    rescued_unfilled: int
    rescued_alone: int
    uneven_lines: int
    uneven_worst: str
    pairs: int
    pairs_squeezed: int
    han_gap_p50: float
    han_gap_p95: float
    han_gap_p99: float
    han_gap_max: float
    widest_line: str
    tightest_line: str
    after_stop_max: float
    grid_error_pt: float
    legs: int
    runts: int
    lone_last_lines: int
    widow_lines: int
    orphan_lines: int

    def as_dict(self) -> dict[str, object]:
        """The figures for machines."""
        return asdict(self)


class _Tally(Struct):
    gaps: list[float]
    widest: tuple[float, str]
    tightest: tuple[float, str]
    after_stop: float
    uneven: tuple[float, str]
    pairs: int
    squeezed: int


def typography(page: PlacedPage) -> Figures:
    """Measure a placed page."""
    blocks = [block for block in page.text_blocks() if block.role in ("body", "subhead")]
    tally, counts = _Tally([], (0.0, ""), (0.0, ""), 0.0, (0.0, ""), 0, 0), Counter[str]()
    for block in blocks:
        _count_lines(block, page.prohibition, counts, tally)
    gaps = sorted(tally.gaps)
    return Figures(
        lines=counts["lines"],
        justified_lines=counts["justified"],
        forbidden_starts=counts["starts"],
        forbidden_ends=counts["ends"],
        split_numbers=counts["numbers"],
        split_words=counts["words"],
        hyphenated_lines=counts["hyphens"],
        rescued_lines=counts["rescued"],
        rescued_starts=counts["start"],
        rescued_ends=counts["end"],
        rescued_cuts=counts["cut"],
        rescued_loose=counts["loose"],
        rescued_short=counts["short"],
        rescued_unfilled=counts["unfilled"],
        rescued_alone=counts["alone"],
        uneven_lines=counts["uneven"],
        uneven_worst=tally.uneven[1],
        pairs=tally.pairs,
        pairs_squeezed=tally.squeezed,
        han_gap_p50=_share(gaps, 0.50),
        han_gap_p95=_share(gaps, 0.95),
        han_gap_p99=_share(gaps, 0.99),
        han_gap_max=gaps[-1] if gaps else 0.0,
        widest_line=tally.widest[1],
        tightest_line=tally.tightest[1],
        after_stop_max=tally.after_stop,
        grid_error_pt=_grid_error(page, blocks),
        legs=_leg_difference(page),
        runts=counts["runts"],
        lone_last_lines=counts["lone"],
        widow_lines=counts["widows"],
        orphan_lines=counts["orphans"],
    )


def _count_lines(block: TextBlock, prohibition: Prohibition, counts: Counter[str], tally: _Tally) -> None:
    """Starts and ends in their paragraph, and each line for itself; kinds of rescue are counted by their names."""
    count_ends(block, prohibition, counts)
    for number, line in enumerate(block.lines):
        _measure_line(line, tally, block.initial.runs if block.initial is not None and not number else 0)
        counts["lines"] += 1
        counts["justified"] += line.justified
        counts["rescued"] += bool(line.rescues)
        counts.update(line.rescues)
        counts["uneven"] += _is_uneven(block, line, tally)


def _reach(line: TextLine) -> float:
    """How far a line reaches from where its measure begins: beside what stands within a story, that is not the edge of
    its leg.
    """
    if line.length is not None:
        return line.indent + line.length
    way = sum(advance for run in line.runs if run.inline != "reading" for advance in run.advances)
    return line.indent + way + line.hyphen


def _is_outside(block: TextBlock, line: TextLine) -> bool:
    """Whether a line's measure lies over the edge (of a vertical one: the head or foot) of the leg it stands in."""
    leg = block.frames[sorted({one.leg for one in block.lines}).index(line.leg)]
    start, end = (leg.x, leg.right) if line.length is None else (leg.y, leg.bottom)
    begins = (line.x if line.length is None else line.y) - line.indent
    return begins < start - _TOLERANCE_PT or begins + line.measure > end + _TOLERANCE_PT


def _is_uneven(block: TextBlock, line: TextLine, tally: _Tally) -> bool:
    """Whether a line that was to fill its measure does not, or any line reaches over it, or has its measure over the
    edge of its leg; the worst one is kept.
    """
    reach = _reach(line)
    off = reach - line.measure
    is_even = off <= _TOLERANCE_PT and (off >= -_TOLERANCE_PT or not _was_to_fill(line))
    if is_even and not _is_outside(block, line):
        return False
    if abs(off) > tally.uneven[0] or not tally.uneven[1]:
        tally.uneven = abs(off), f"{reach:.2f}/{line.measure:.2f} {line.text}"
    return True


def _was_to_fill(line: TextLine) -> bool:
    return line.justified or not NOT_FILLED.isdisjoint(line.rescues)


def _measure_line(line: TextLine, tally: _Tally, of_cap: int) -> None:
    """Gaps between Han, gaps behind stops, squeezed pairs of one line behind the `of_cap` runs of a drop cap. No gap
    behind what has a reading: the room that it makes for itself is none that the line was opened by.
    """
    cells: list[tuple[int, float, float]] = []
    under: set[int] = set()  # cells with a reading
    for run in line.runs[of_cap:]:
        if run.inline == "reading":
            continue
        if run.inline == "base":
            under.update(range(len(cells), len(cells) + len(run.glyphs)))
        classes = classify(run.text)
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        cells.extend(
            (classes[start], advance / run.size, offset / run.size)
            for start, advance, offset in zip(run.starts, run.advances, offsets, strict=True)
        )
    squeezed = line.adjustment / line.runs[of_cap].size if line.runs else 0.0
    if line.justified and squeezed < tally.tightest[0]:
        tally.tightest = squeezed, line.text
    for k, ((left, advance, _), (right, next_advance, next_offset)) in enumerate(itertools.pairwise(cells)):
        if k in under:
            pass
        elif left == HAN and right == HAN:
            gap = advance - 1.0
            tally.gaps.append(gap)
            if line.justified and gap > tally.widest[0]:
                tally.widest = gap, line.text
        elif left in _RIGHT_EMPTY and right == HAN:
            tally.after_stop = max(tally.after_stop, advance - 1.0)
        by_left = left in _RIGHT_EMPTY and right in (*_RIGHT_EMPTY, INTERPUNCT)
        by_right = right == OPENING and (left in _RIGHT_EMPTY or left in (OPENING, INTERPUNCT))
        if by_left or by_right:
            tally.pairs += 1
            tally.squeezed += advance <= 0.61 if by_left else next_offset <= -0.49 and next_advance <= 0.61


def _share(ordered: list[float], share: float) -> float:
    """The value below which `share` of an ordered list lies."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def _grid_error(page: PlacedPage, blocks: Iterable[TextBlock]) -> float:
    grid = page.grid
    worst = 0.0
    for block in blocks:
        for line in block.lines:
            if line.length is not None:
                continue  # a vertical line crosses the rows
            rows = (line.y - grid.first_baseline) / grid.pitch
            worst = max(worst, abs(rows - round(rows)) * grid.pitch)
    return round(worst, 6)


def _leg_difference(page: PlacedPage) -> int:
    """How many rows apart legs of one story end. A picture within a leg and a jump line at its foot are no shortfall;
    columns of vertical text, which cross the rows, are counted by their lines.
    """
    worst = 0
    for article in page.articles:
        if article.kind != "story":
            continue
        feet: Counter[int] = Counter()
        for block in article.blocks:
            if isinstance(block, TextBlock) and block.role in ("body", "subhead", "jump"):
                for line in block.lines:
                    across = line.length is None
                    feet[line.leg] = max(feet[line.leg], _row(page, line)) if across else feet[line.leg] + 1
        if feet:
            worst = max(worst, max(feet.values()) - min(feet.values()))
    return worst


def _row(page: PlacedPage, line: TextLine) -> int:
    return round((line.y - page.grid.first_baseline) / page.grid.pitch)
