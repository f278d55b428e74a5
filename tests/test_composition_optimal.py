"""Total fit is optimal: an exhaustive search over a paragraph's breakings finds none whose loosest line is better.

The search knows nothing of the breaker's budgets: it sets every legal line that could hold, measures the gaps as set,
and takes the way whose worst gap is least. A part of the first page is searched here; with JXPRINT_EXHAUSTIVE set, all
of it.
"""

from __future__ import annotations

import itertools
import os

import pytest

from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import SetLine, Setting, set_paragraph
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.measured import Measured, measure
from jxprint.fonts import Library
from jxprint.model import Page, Story
from jxprint.text.classes import HAN, classify

ALL = bool(os.environ.get("JXPRINT_EXHAUSTIVE"))
WIDEST = 0.13
NEVER = float("inf")


@pytest.fixture(scope="module")
def paragraphs(jiaxing: Page) -> list[str]:
    """The body text of the first page."""
    stories = [part for part in jiaxing.parts if isinstance(part, Story)]
    return [paragraph.text for story in stories for paragraph in story.paragraphs]


def setting_of(page: Page, library: Library, measure_em: float) -> Setting:
    """Body text of a page at another measure."""
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    return desk.setting("body", measure_em * page.grid.body_pt)


def worst_gap(line: SetLine) -> float:
    """The widest gap between two Han of a line as set, in ems."""
    worst = 0.0
    for segment in line.segments:
        classes = classify(segment.text)
        for glyph, (left, right) in enumerate(itertools.pairwise(segment.starts)):
            if classes[left] == classes[right] == HAN:
                worst = max(worst, segment.advances[glyph] / line.size_pt - 1)
    return worst


def least_worst(measured: Measured, setting: Setting) -> float:
    """The smallest worst gap of all legal breakings: every line that could hold is set and measured."""
    count, indent = len(measured), setting.indent_em * 1000
    ems = setting.measure_pt / setting.size_pt * 1000
    best = [0.0] + [NEVER] * count
    for begin in range(count):
        if best[begin] == NEVER:
            continue
        first = indent if begin == 0 else 0.0
        for end in range(begin + 1, count + 1):
            natural = measured.run[end] - measured.run[begin]
            if natural > 2 * ems + 4000:
                break
            last = end == count
            if (not last and measured.prices[end] is None) or (not last and natural < (ems - first) / 2):
                continue
            line = set_one_line(measured, begin, end, setting, first, fill=not last)
            if line.x + line.width > line.measure + 0.01 or (not last and line.x + line.width < line.measure - 0.01):
                continue
            best[end] = min(best[end], max(best[begin], worst_gap(line)))
    return best[count]


@pytest.mark.parametrize("measure_em", range(9, 21))
def test_no_breaking_has_a_better_worst_line(
    paragraphs: list[str], jiaxing: Page, library: Library, measure_em: int
) -> None:
    """At whole measures from 9 to 20 em the loosest line is within 0.13 em, or as tight as any breaking has it."""
    setting = setting_of(jiaxing, library, measure_em)
    searched = paragraphs if ALL else paragraphs[measure_em % 6 :: 6]
    assert searched
    for text in searched:
        ours = max((worst_gap(line) for line in set_paragraph(text, setting) if line.justified), default=0.0)
        if ours > WIDEST or ALL:
            least = least_worst(measure(text, setting), setting)
            assert ours <= max(WIDEST, least) + 1e-6, (measure_em, ours, least, text)


@pytest.mark.parametrize("measure_em", range(9, 21))
def test_every_measure_keeps_the_rules(paragraphs: list[str], jiaxing: Page, library: Library, measure_em: int) -> None:
    """All of the first page: no rule is broken, every line but a paragraph's last fills the measure."""
    setting = setting_of(jiaxing, library, measure_em)
    for text in paragraphs:
        lines = set_paragraph(text, setting)
        assert not any(line.rescued for line in lines)
        for line in lines[:-1]:
            way = sum(advance for segment in line.segments for advance in segment.advances)
            assert line.x + way == pytest.approx(line.measure, abs=0.01)


def test_a_search_that_finds_better_would_be_seen(paragraphs: list[str], jiaxing: Page, library: Library) -> None:
    """The search is no rubber stamp: lines broken greedily, as many as fit, are worse than the best by its measure."""
    setting = setting_of(jiaxing, library, 11)
    worse = 0
    for text in paragraphs[:8]:
        measured = measure(text, setting)
        worst, begin = 0.0, 0
        while begin < len(measured):
            fits = [
                end
                for end in range(begin + 1, len(measured) + 1)
                if (end == len(measured) or measured.prices[end] is not None)
                and measured.run[end] - measured.run[begin] <= 11000 - (2000 if begin == 0 else 0)
            ]
            end = fits[-1]
            line = set_one_line(measured, begin, end, setting, 2000.0 if begin == 0 else 0.0, fill=end < len(measured))
            worst, begin = max(worst, worst_gap(line)), end
        worse += worst > least_worst(measured, setting) + 1e-6
    assert worse > 3
