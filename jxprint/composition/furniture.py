"""Rules and the folio line: what stands on a page beside its copy."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.coverage import pieces
from jxprint.composition.desk import Desk
from jxprint.composition.dummy import Plan
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine, set_line
from jxprint.composition.strokes import along, upright
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Story
from jxprint.placed import Article, Shape, TextBlock


def part_rules(desk: Desk, plan: Plan) -> list[Shape]:
    """The rules above and below parts, in the middle of the white there (a rule below stands under the foot)."""
    shapes: list[Shape] = []
    frame = desk.frame
    gap = desk.style.spacing.between_parts * frame.pitch
    for part in desk.page.parts:
        area = desk.areas[part.letter]
        left, right = frame.x(area.column), frame.x(area.column) + frame.width(area.span)
        top = frame.y(plan.top[part.letter])
        foot = top + frame.depth(plan.rows[part.letter])
        # The white between two parts runs from foot to head: the gap's rows and the line gap above them.
        white = gap + frame.pitch - frame.body
        if part.rule_above:
            shapes += _rule(desk, part.rule_above, left, right, top - white / 2)
        if part.rule_below:
            shapes += _rule(desk, part.rule_below, left, right, foot + white / 2)
    return shapes


def _rule(desk: Desk, name: str, left: float, right: float, y: float) -> list[Shape]:
    style = desk.style.rules[name]
    return along(style, desk.ink(style.ink), left, right, y)


def column_rules(desk: Desk, plan: Plan) -> list[Shape]:
    """The column rule (栏线) between neighbouring stacks, one stroke for each stretch where a story stands beside
    another part; never inside a story, nor beside a box.
    """
    name = desk.style.spacing.stack_rule
    if name is None:
        return []
    frame = desk.frame
    stories = {part.letter for part in desk.page.parts if isinstance(part, Story)}
    boxed = {part.letter for part in desk.page.parts if part.box is not None}
    shapes: list[Shape] = []
    for column in range(1, frame.columns):
        for top, foot in _stretches(desk, plan, column, stories, boxed):
            x = frame.x(column) - frame.gap / 2
            shapes += _upright(desk, name, x, frame.y(top), frame.y(0) + frame.depth(foot))
    return shapes


def _stretches(desk: Desk, plan: Plan, column: int, stories: set[str], boxed: set[str]) -> list[tuple[int, int]]:
    """Rows (first, behind the last) where the boundary before `column` parts a story from its neighbour."""
    stretches: list[tuple[int, int]] = []
    open_: set[str] = set()
    for row in [*desk.page.dummy.rows, None]:
        pair = set(row[column - 1 : column + 1]) if row else set()
        if len(pair) == 2 and pair & stories and not pair & boxed:
            open_ |= pair
        elif open_:
            tops = [plan.top[letter] for letter in open_]
            feet = [plan.top[letter] + plan.rows[letter] for letter in open_]
            stretches.append((min(tops), max(feet)))
            open_ = set()
    return stretches


def _upright(desk: Desk, name: str, x: float, top: float, foot: float) -> list[Shape]:
    style = desk.style.rules[name]
    return upright(style, desk.ink(style.ink), x, top, foot)


def _folio_lines(desk: Desk) -> Iterator[tuple[int, SetLine, float]]:
    """The folio's pieces from left to right: index, line, and the x at which the line's measure starts."""
    frame = desk.frame
    width = frame.width(frame.columns)
    for index, (passage, share) in enumerate(zip(pieces(desk.page.folio), (0.0, 0.5, 1.0), strict=True)):
        if passage is not None:
            line = set_line(passage.text, desk.setting("folio", width))
            yield index, line, frame.left - line.x + share * (width - line.width)


def folio_overlaps(desk: Desk) -> list[Finding]:
    """Pieces of the folio that leave less than an em between them, or run over the type area."""
    frame = desk.frame
    findings: list[Finding] = []
    free = frame.left
    for index, line, x in _folio_lines(desk):
        passage = pieces(desk.page.folio)[index]
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
