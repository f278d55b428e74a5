"""Rules and the folio line: what stands on a page beside its copy."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from jxprint.composition.desk import Desk
from jxprint.composition.dummy import Plan
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine, set_line
from jxprint.composition.shaped_boxes import leg_places
from jxprint.composition.strokes import along, upright
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Dummy, Ornament, Picture, Story
from jxprint.placed import Article, Shape, TextBlock

# A column rule of no more rows beside a step of a shape parts nothing, and looks like a slip.
_STUB = 2


def part_rules(desk: Desk, plan: Plan) -> list[Shape]:
    """The rules above and below parts, in the middle of the white there (a rule below stands under the foot)."""
    shapes: list[Shape] = []
    frame = desk.frame
    gap = desk.style.spacing.between_parts * frame.pitch
    for part in desk.page.parts:
        if part.within is not None:  # its own draft draws them
            continue
        if not part.rule_above and not part.rule_below:
            continue
        top = frame.y(plan.top[part.letter])
        foot = top + frame.depth(plan.rows[part.letter])
        # The white between two parts runs from foot to head: the gap's rows and the line gap above them.
        white = gap + frame.pitch - frame.body
        if part.rule_above:
            for left, right in _across(desk, plan, part.letter, is_foot=False):
                shapes += rule_strokes(desk, part.rule_above, left, right, top - white / 2)
        if part.rule_below:
            for left, right in _across(desk, plan, part.letter, is_foot=True):
                shapes += rule_strokes(desk, part.rule_below, left, right, foot + white / 2)
    return shapes


def _across(desk: Desk, plan: Plan, letter: str, *, is_foot: bool) -> list[tuple[float, float]]:
    """From where to where a part reaches at its head or its foot; one with corners, in those columns that begin first
    or end last.
    """
    frame, area = desk.frame, desk.areas[letter]
    columns = list(range(area.column, area.column + area.span))
    if letter in plan.stretches:
        found = plan.stretches[letter]
        level = max(one.last for one in found) if is_foot else min(one.first for one in found)
        columns = sorted({one.column for one in found if (one.last if is_foot else one.first) == level})
    return [(frame.x(first), frame.x(last) + frame.column_width) for first, last in _runs(columns)]


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last column of each run of neighbours."""
    for _, run in groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
        across = [column for _, column in run]
        yield across[0], across[-1]


def rule_strokes(desk: Desk, name: str, left: float, right: float, y: float) -> list[Shape]:
    """A horizontal rule of the style from `left` to `right`, its strokes spread evenly about `y`, in points."""
    style = desk.style.rules[name]
    return along(style, desk.ink(style.ink), left, right, y)


def column_rules(desk: Desk, plan: Plan) -> list[Shape]:
    """The column rule (栏线) between neighbouring stacks, one stroke for each stretch where a story stands beside
    another part; never inside a story, nor beside a box or an ornament.
    """
    name = desk.style.spacing.stack_rule
    if name is None:
        return []
    frame = desk.frame
    standing = [tuple(_in_column(desk.page.dummy, plan, column)) for column in range(frame.columns)]
    shapes: list[Shape] = []
    for column, parted in enumerate(_parted(desk, plan), 1):
        x = frame.x(column) - frame.gap / 2
        for top, foot in _stretches(desk, plan, parted, standing[column - 1], standing[column]):
            shapes += _upright(desk, name, x, frame.y(top), frame.y(0) + frame.depth(foot))
    return shapes


def _parted(desk: Desk, plan: Plan) -> Iterator[list[bool]]:
    """For each boundary between columns the rows of the drawing in which it parts a story from its neighbour; a picture
    that a story with corners runs round is none.
    """
    parts = desk.page.parts
    stories = {part.letter for part in parts if isinstance(part, Story)}
    pictures = {part.letter for part in parts if isinstance(part, Picture)}
    apart = _apart(desk)
    for column in range(1, desk.frame.columns):
        pairs = [frozenset(row[column - 1 : column + 1]) for row in desk.page.dummy.rows]
        yield [
            len(pair) == 2
            and not pair.isdisjoint(stories)
            and pair.isdisjoint(apart)
            and (pair.isdisjoint(pictures) or pair.isdisjoint(plan.stretches))
            for pair in pairs
        ]


def _apart(desk: Desk) -> set[str]:
    """The parts that a rule keeps away from."""
    return {part.letter for part in desk.page.parts if part.box is not None or isinstance(part, Ornament)}


def block_rules(desk: Desk, plan: Plan) -> list[Shape]:
    """The rule over each block of legs that begins left of the one above it: the column rule of the style, lying in the
    middle of the white there, so that nobody reads down a column from one block into the next.
    """
    name = desk.style.spacing.stack_rule
    if name is None:
        return []
    frame = desk.frame
    white = max(1, math.ceil(desk.style.spacing.between_parts)) * frame.pitch + frame.pitch - frame.body
    shapes: list[Shape] = []
    for letter, found in plan.stretches.items():
        legs_ = leg_places(desk, desk.page.part(letter))
        for block, legs in groupby(found, lambda one: one.block):
            if block == found[0].block:
                continue
            under = [*legs]
            row = min(one.top for one in under)
            # A box's own edge stands over what begins here.
            boxed = desk.page.part(letter).box is not None
            columns = [one.column for one in under if one.top == row and (one.first < row or not boxed)]
            for first, last in _runs(columns):
                left, right = legs_.xs[first], legs_.xs[last] + legs_.measure
                shapes += rule_strokes(desk, name, left, right, frame.y(row) - white / 2)
    return shapes


_Standing = Sequence[tuple[int, int, str]]


def _stretches(
    desk: Desk, plan: Plan, parted: Sequence[bool], left: _Standing, right: _Standing
) -> list[tuple[int, int]]:
    """Rows (first, behind the last) where a boundary parts a story from its neighbour: `parted` tells of each row of
    the drawing, `left` and `right` what stands on its two sides there.
    """
    stretches: list[tuple[int, int]] = []
    for is_parted, rows in groupby(enumerate(parted), lambda row: row[1]):
        beside = [side[row] for row, _ in rows for side in (left, right)]
        top, foot = min([top for top, _, _ in beside]), max([foot for _, foot, _ in beside])
        if is_parted and stretches and top <= stretches[-1][1]:  # one part stands beside both
            stretches[-1] = stretches[-1][0], max(foot, stretches[-1][1])
        elif is_parted:
            stretches.append((top, foot))
    # A part with corners stands on both sides of the boundary in some of these rows, and no rule goes through it; nor
    # along what it keeps away from.
    gap = math.ceil(desk.style.spacing.between_parts)
    through = [(a, b) for a in {*left} for b in {*right} if a[2] == b[2] in plan.stretches] if plan.stretches else []
    barred = {(max(a[0], b[0]) - gap, min(a[1], b[1]) + gap) for a, b in through}
    apart = _apart(desk)
    barred |= {(top - gap, foot + gap) for top, foot, letter in {*left, *right} if letter in apart}
    left_over = [rows for stretch in stretches for rows in _without(stretch, sorted(barred))]
    return [(top, foot) for top, foot in left_over if not barred or foot - top > _STUB]


def _without(rows: tuple[int, int], barred: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of some rows (first, behind the last) without those that are barred, in order."""
    top, foot = rows
    for first, last in barred:
        if first < last and first < foot and last > top:
            if first > top:
                yield top, first
            top = last
    if top < foot:
        yield top, foot


def _in_column(dummy: Dummy, plan: Plan, column: int) -> Iterator[tuple[int, int, str]]:
    """For each row of the drawing the rows of the page (first, behind the last) that the part there takes in one
    column, and its letter: a part that is no rectangle stands in some columns less deep than in others.
    """
    pieces: dict[str, list[tuple[int, int]]] = {}
    for letter, found in plan.stretches.items():
        spans: dict[int, tuple[int, int]] = {}
        for one in sorted((one for one in found if one.column == column), key=lambda one: one.top):
            top, _ = spans.get(one.piece, (one.top - one.head, 0))
            spans[one.piece] = top, one.top + one.rows
        pieces[letter] = list(spans.values())
    for letter, run in groupby(row[column] for row in dummy.rows):
        whole = plan.top[letter], plan.top[letter] + plan.rows[letter]
        top, foot = pieces[letter].pop(0) if letter in pieces else whole
        yield from ((top, foot, letter) for _ in run)


def _upright(desk: Desk, name: str, x: float, top: float, foot: float) -> list[Shape]:
    style = desk.style.rules[name]
    return upright(style, desk.ink(style.ink), x, top, foot)


def _folio_lines(desk: Desk) -> Iterator[tuple[int, SetLine, float]]:
    """The folio's pieces from left to right: index, line, and the x at which the line's measure starts."""
    frame = desk.frame
    width = frame.width(frame.columns)
    for index, (passage, share) in enumerate(zip(desk.page.folio.pieces, (0.0, 0.5, 1.0), strict=True)):
        if passage is not None:
            line = set_line(passage.text, desk.setting("folio", width))
            yield index, line, frame.left - line.x + share * (width - line.width)


def folio_overlaps(desk: Desk) -> list[Finding]:
    """Pieces of the folio that leave less than an em between them, or run over the type area."""
    frame = desk.frame
    findings: list[Finding] = []
    free = frame.left
    for index, line, x in _folio_lines(desk):
        passage = desk.page.folio.pieces[index]
        start = x + line.x
        past = max(free - start, start + line.width - frame.left - frame.width(frame.columns))
        if past > 0.01 and passage is not None:
            args = {"text": passage.text, "over": f"{past / PT_PER_MM:.1f}"}
            findings.append(Finding("composition.folio_overlap", passage.place, args))
        free = start + line.width + line.size_pt
    return findings


def folio_article(desk: Desk) -> Article | None:
    """The folio line (报眉), one row above the type area; None where the page names no piece of it."""
    frame = desk.frame
    width = frame.width(frame.columns)
    blocks: list[TextBlock] = []
    for index, line, x in _folio_lines(desk):
        y = frame.top - 1.5 * frame.pitch
        placed = line.at(x, y + EM_TOP * line.size_pt, part="folio", field="folio", index=index)
        box = Rect(x + line.x, y, line.width, line.size_pt)
        blocks.append(TextBlock("folio", "folio", index, (placed,), (box,)))
    if not blocks:
        return None
    box = Rect(frame.left, frame.top - 1.5 * frame.pitch, width, blocks[0].frames[0].height)
    return Article("folio", "folio", "folio", box, tuple(blocks))
