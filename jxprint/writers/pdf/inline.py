"""Lines cut into what is tagged apart within them: links, and bases with their readings (注音)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.placed import GlyphRun, TextLine


def by_element(
    lines: tuple[TextLine, ...],
) -> Iterator[tuple[tuple[str, str, str], tuple[TextLine, ...]]]:
    """Lines cut where links, bases and readings, and languages begin and end; a part of a line is a line with fewer
    runs.
    """
    pairs = ((line, run) for line in lines for run in line.runs)
    for key, group in groupby(pairs, key=lambda pair: (pair[1].link, pair[1].inline, pair[1].language)):
        parts = groupby(group, key=lambda pair: id(pair[0]))
        yield key, tuple(_with_runs(list(part)) for _, part in parts)


def _with_runs(pairs: list[tuple[TextLine, GlyphRun]]) -> TextLine:
    return replace(pairs[0][0], runs=tuple(run for _, run in pairs), drawn=())


def area_of(line: TextLine) -> Rect:
    """Where a line's runs stand: as high as their em boxes, whose foot is 0.12 em under the baseline; in a vertical
    line as wide as its em, from the first run's head to the last one's foot.
    """
    first, last = line.runs[0], line.runs[-1]
    if line.length is not None:
        em = max(run.size for run in line.runs)
        top = first.y - 0.88 * first.size if first.orientation == "horizontal" else first.y
        foot = last.y + (0.12 * last.size if last.orientation == "horizontal" else sum(last.advances))
        return Rect(line.x - em / 2, top, em, foot - top)
    top = min(run.y - 0.88 * run.size for run in line.runs)
    foot = max(run.y + 0.12 * run.size for run in line.runs)
    return Rect(first.x, top, last.x + sum(last.advances) - first.x, foot - top)
