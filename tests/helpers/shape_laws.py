"""What holds of stories with corners on a finished page, told from where their lines stand on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from jxprint.composition.making_up import MadeUp
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.placed import Article, PlacedPage, Rule, TextLine

EPS = 0.02
# Rows that are white between a rule's foot and what it stands beside, at the most: a level leg is two lines short.
_NEAR = 4


def _body(article: Article) -> Iterator[TextLine]:
    for block in article.text_blocks():
        if block.role in ("body", "subhead"):
            yield from (line for line in block.lines if line.runs)


def _left(line: TextLine) -> float:
    return min(run.x for run in line.runs)


def hold_shapes(placed: PlacedPage, page: Page, made: MadeUp) -> None:
    """Every column that a story with corners is drawn on has text of it, in each stretch that is drawn, and legs that
    are drawn side by side on some row of the dummy share rows of the page.
    """
    frame, drawn = made.desk.frame, page.dummy.rows
    for letter, stretches in made.plan.stretches.items():
        lines = list(_body(next(one for one in placed.articles if one.part == letter)))
        legs: dict[tuple[int, int], set[int]] = {}
        for column in range(len(drawn[0])):
            spans = merged(
                (one.top - one.head, one.top + one.rows) for one in stretches if one.column == column
            )
            runs = [
                [row for row, _ in run]
                for one, run in groupby(enumerate(row[column] for row in drawn), lambda pair: pair[1])
                if one == letter
            ]
            left, right = frame.x(column) - EPS, frame.x(column) + frame.width(1)
            rows = {
                round((line.y - placed.grid.first_baseline) / placed.grid.pitch)
                for line in lines
                if left <= _left(line) < right
            }
            for run, (top, foot) in zip(runs, spans, strict=True):
                text = {row for row in rows if top <= row < foot}
                assert text, (letter, column, top, foot)
                legs |= {(row, column): text for row in run}
        for (row, column), text in legs.items():
            beside = legs.get((row, column + 1))
            if beside is not None:
                assert len(text & beside) >= min(2, len(text), len(beside)), (letter, row, column)


def hold_rules(placed: PlacedPage, made: MadeUp) -> None:
    """No column rule runs on into white below what it stands beside."""
    frame = made.desk.frame
    cover = [one.frame for one in placed.articles if one.part not in made.plan.stretches]
    for letter in made.plan.stretches:
        article = next(one for one in placed.articles if one.part == letter)
        cover += [Rect(_left(line), line.y - frame.body, frame.body, frame.body) for line in _body(article)]
        cover += [one for block in article.text_blocks() if block.role != "body" for one in block.frames]
    rules = [one for one in placed.under if isinstance(one, Rule) and one.x1 == one.x2]
    columns = [frame.x(column) - frame.gap / 2 for column in range(1, frame.columns)]
    for rule in rules:
        if not any(abs(rule.x1 - x) < EPS for x in columns):
            continue
        reach = frame.column_width + frame.gap
        beside = [one for one in cover if one.x < rule.x1 + reach and one.right > rule.x1 - reach]
        near = [one for one in beside if one.y < rule.y2 and one.bottom > rule.y2 - _NEAR * frame.pitch]
        assert near, rule


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows from and to, those that touch in one."""
    found: list[tuple[int, int]] = []
    for top, foot in sorted(spans):
        if found and found[-1][1] == top:
            found[-1] = found[-1][0], foot
        else:
            found.append((top, foot))
    return found
