"""What holds of stories with corners on a finished page, told from where their lines stand on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from jxprint.composition.making_up import MadeUp
from jxprint.composition.shaped_boxes import leg_places, outline
from jxprint.composition.shaping import Stretch
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.placed import Article, PlacedPage, PlacedPicture, Rule, TextLine

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
        places = leg_places(made.desk, page.part(letter))
        legs: dict[tuple[int, int], set[int]] = {}
        for column in range(len(drawn[0])):
            spans = spans_of(stretches, column)
            runs = [
                [row for row, _ in run]
                for one, run in groupby(enumerate(row[column] for row in drawn), lambda pair: pair[1])
                if one == letter
            ]
            left = places.xs.get(column, frame.x(column)) - EPS
            right = left + places.measure
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


def hold_boxes(placed: PlacedPage, page: Page, made: MadeUp) -> None:
    """What stands in the box of a story with corners keeps its padding on all sides, and nothing else stands in it."""
    frame, desk = made.desk.frame, made.desk
    for part in page.parts:
        if part.box is None or part.letter not in made.plan.stretches:
            continue
        loops = outline(desk, made.plan.stretches[part.letter], part.box.rows)
        side, white = part.box.side_em * frame.body, part.box.rows * frame.pitch
        for article in placed.articles:
            for block in article.blocks:
                frames = [block.frame] if isinstance(block, PlacedPicture) else block.frames
                for one in frames:
                    own = article.part == part.letter
                    by, down = (side - EPS, white - EPS) if own else (-EPS, -EPS)
                    wide = Rect(one.x - by, one.y - down, one.width + 2 * by, one.height + 2 * down)
                    assert _is_in(loops, wide) == own, (part.letter, article.part, one)
                    assert not any(_crosses(wide, edge) for loop in loops for edge in _edges(loop)), (part.letter, one)


def hold_pins(page: Page, made: MadeUp) -> None:
    """A story with corners that is pinned is as deep as that, and no column of it is deeper."""
    for part in page.parts:
        found = made.plan.stretches.get(part.letter, ())
        if found and part.rows is not None:
            assert made.plan.rows[part.letter] == part.rows
            assert max(one.top + one.rows for one in found) <= made.plan.top[part.letter] + part.rows
        if found and part.min_rows is not None:
            assert made.plan.rows[part.letter] >= part.min_rows


_Edge = tuple[tuple[float, float], tuple[float, float]]


def _edges(loop: Sequence[tuple[float, float]]) -> Iterator[_Edge]:
    return zip(loop, [*loop[1:], loop[0]], strict=True)


def _crosses(box: Rect, edge: _Edge) -> bool:
    (a, b), (c, d) = edge
    if a == c:
        return box.x < a < box.right and max(min(b, d), box.y) < min(max(b, d), box.bottom)
    return box.y < b < box.bottom and max(min(a, c), box.x) < min(max(a, c), box.right)


def _is_in(loops: Sequence[Sequence[tuple[float, float]]], box: Rect) -> bool:
    """Whether the middle of a box stands within some loops: a line to the left crosses them an odd number of times."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    crossed = [a < x for loop in loops for (a, b), (c, d) in _edges(loop) if a == c and min(b, d) < y < max(b, d)]
    return sum(crossed) % 2 == 1


def spans_of(stretches: Sequence[Stretch], column: int) -> list[tuple[int, int]]:
    """Rows from and to of each piece of a story in a column, its head and the white between its blocks counted in."""
    found: dict[int, tuple[int, int]] = {}
    for one in sorted((one for one in stretches if one.column == column), key=lambda one: one.top):
        top, _ = found.get(one.piece, (one.top - one.head, 0))
        found[one.piece] = top, one.top + one.rows
    return list(found.values())


def hold_order(stretches: Sequence[Stretch]) -> None:
    """No reader of a column comes to lines that follow others on paper and not in the story: what is read later in it,
    after another column, has white over it or another part. And no block begins left of what stands beside it higher.
    """
    for number, one in enumerate(stretches):
        for other in stretches[number + 1 :]:
            if one.column == other.column and one.rows and other.rows:
                assert other.top > one.top + one.rows, (one, other)
    for one, other in pairwise(stretches):
        if other.column < one.column:
            assert other.top >= one.top, (one, other)
