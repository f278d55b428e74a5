"""Laws of whole pages: whatever is drawn is made up as it is drawn, whole and exact, or refused with its place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import jxprint
from drawn_pages import Folder, folders, write_folder
from jxprint.composition.drawing import areas, drawing_of
from jxprint.composition.making_up import MadeUp, make_up
from jxprint.errors import JxprintError
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.messages import render
from jxprint.model import Page, Part, Passage, Story
from jxprint.placed import Article, PlacedPage, PlacedPicture, TextLine
from sabotage import pdf_of
from shape_laws import hold_boxes, hold_pins, hold_rules, hold_shapes, spans_of

EPS = 0.02
# As many as a suite has time for; a night run asks for more.
EXAMPLES = int(os.environ.get("JXPRINT_LAW_EXAMPLES", "40"))
LAW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="JXPRINT_LAW_EXAMPLES" not in os.environ,
    report_multiple_bugs=True,
)


def line_box(line: TextLine) -> Rect:
    """The em boxes of a line, readings left out."""
    runs = [run for run in line.runs if run.inline != "reading"]
    size = max(run.size for run in runs)
    if line.length is not None:
        return Rect(line.x - size / 2, line.y, size, line.length)
    x = min(run.x for run in runs)
    wide = max(run.x + sum(run.advances) for run in runs) - x
    return Rect(x, line.y - 0.88 * size, wide, size)


def boxes(article: Article) -> Iterator[Rect]:
    """What an article covers with ink."""
    for block in article.blocks:
        if isinstance(block, PlacedPicture):
            yield block.frame
        else:
            yield from (line_box(line) for line in block.lines if line.runs)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles cover each other by more than rounding."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > EPS and min(one.bottom, other.bottom) - max(one.y, other.y) > EPS


def holds(outer: Rect, inner: Rect, slack: float = EPS) -> bool:
    """Whether a rectangle stands within another."""
    across = outer.x - slack <= inner.x and inner.right <= outer.right + slack
    return across and outer.y - slack <= inner.y and inner.bottom <= outer.bottom + slack


def hold_apart(placed: PlacedPage, page: Page) -> None:
    """No ink of one part stands on that of another, and the frames of rectangles keep clear; what is within a story
    stands within its frame.
    """
    articles = [one for one in placed.articles if one.kind != "folio"]
    frames = {one.part: one.frame for one in articles}
    cover = {one.part: list(boxes(one)) for one in articles}
    shaped = {letter for letter, pieces in drawing_of(page.dummy).pieces.items() if len(pieces) > 1}
    hosts = {part.letter: part.within.letter for part in page.parts if part.within is not None}
    for one, other in combinations(articles, 2):
        for a in cover[one.part]:
            for b in cover[other.part]:
                assert not overlap(a, b), (one.part, other.part, a, b)
        nested = hosts.get(one.part) == other.part or hosts.get(other.part) == one.part
        if not nested and not {one.part, other.part} & shaped:
            assert not overlap(one.frame, other.frame), (one.part, other.part)
    for letter, host in hosts.items():
        if letter in frames:
            assert holds(frames[host], frames[letter]), (letter, host)
    for part, covered in cover.items():
        for a, b in combinations(covered, 2):
            assert not overlap(a, b) or page.part(part).__class__.__name__ == "Picture", (part, a, b)


def hold_within(placed: PlacedPage) -> None:
    """Nothing but the folio stands outside the type area."""
    for article in placed.articles:
        if article.kind != "folio":
            for one in (article.frame, *boxes(article)):
                assert holds(placed.print_space, one), (article.part, one, placed.print_space)


def hold_drawing(placed: PlacedPage, page: Page, made: MadeUp) -> None:
    """Every part stands in its columns, and what is drawn under another stands under it with the style's white."""
    frame, plan, drawing = made.desk.frame, made.plan, drawing_of(page.dummy)
    gap = -int(-made.desk.style.spacing.between_parts // 1)
    for article in placed.articles:
        area = areas(page.dummy).get(article.part)
        if area is not None:
            left, right = frame.x(area.column), frame.x(area.column) + frame.width(area.span)
            assert all(one.x >= left - EPS and one.right <= right + EPS for one in boxes(article)), article.part
    for column in range(len(page.dummy.rows[0])):
        letters = [letter for letter, _ in groupby(row[column] for row in page.dummy.rows)]
        spans = {
            letter: [(plan.top[letter], plan.top[letter] + plan.rows[letter])]
            if len(drawing.pieces[letter]) == 1
            else spans_of(plan.stretches[letter], column)
            for letter in letters
        }
        ends = [spans[letter].pop(0) for letter in letters]
        assert not any(spans.values())
        for (_, foot), (head, _) in pairwise(ends):
            assert head - foot >= gap, (column, letters, ends)


def hold_grid(placed: PlacedPage) -> None:
    """Every line of body text stands on a row of the page (GR1)."""
    for block in placed.text_blocks():
        for line in block.lines if block.role in ("body", "subhead") else ():
            if line.length is None:
                rows = (line.y - placed.grid.first_baseline) / placed.grid.pitch
                assert abs(rows - round(rows)) < 1e-6


def passages(part: Story) -> Iterator[tuple[str, int, Passage]]:
    """The copy of a story, field by field."""
    fields: dict[str, Sequence[Passage]] = {
        "kicker": part.kicker, "headline": part.headline, "deck": part.deck, "byline": part.byline,
        "dateline": [part.dateline] if part.dateline else [],
        "paragraph": [one.passage for one in part.paragraphs],
    }  # fmt: skip
    for field, found in fields.items():
        for index, passage in enumerate(found):
            yield field, index, passage


def hold_copy(placed: PlacedPage, page: Page) -> None:
    """Every character of a story stands on the page once, in order."""
    jumps = any(isinstance(part, Story) and (part.jump_to or part.jump_from) for part in page.parts)
    for part in page.parts:
        if not isinstance(part, Story) or jumps:
            continue
        article = next(one for one in placed.articles if one.part == part.letter)
        found: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
        for run in article.runs():
            key = run.source.field, run.source.index
            found.setdefault(key, []).append((run.source.start, run.source.end, run.text))
        for field, index, passage in passages(part):
            if field == "dateline":
                continue
            got = found.pop((field, index), [])
            assert "".join(one[2] for one in got) == passage.text, (part.letter, field, index)
            assert all(a[1] == b[0] for a, b in pairwise(got))


def more_text_than_head(part: Part) -> bool:
    """What a page says in fewer characters than its head has, no eye takes for text: the readers of positions tell a
    head by its size, and text by the size that most characters have.
    """
    if not isinstance(part, Story) or part.jump_from is not None:
        return True
    heads = sum(len(passage.text) for field, _, passage in passages(part) if field in ("kicker", "headline", "deck"))
    return sum(len(one.text) for one in part.paragraphs) > heads


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages are written."""
    return tmp_path_factory.mktemp("drawn") / "page"


def hold_refusal(refusal: JxprintError) -> None:
    """A refusal points into the files and can be said in both languages."""
    assert refusal.findings
    for finding in refusal.findings:
        assert finding.place.file, finding
        assert finding.place.line, finding
        assert all("{" not in render(finding, language) or "{" in str(finding.args) for language in ("en", "zh"))


@LAW
@given(files=folders())
def test_a_page_is_made_up_as_it_is_drawn_or_refused(folder: Path, library: Library, files: Folder) -> None:
    """Parts keep to their columns and clear of each other and of the margins, in the drawn order; lines stand on the
    grid; the copy is whole, and the file proves it. Else every refusal has its place.
    """
    write_folder(folder, files)
    try:
        page = jxprint.read_page(folder)
        placed = jxprint.compose(page, library)
    except JxprintError as refusal:
        hold_refusal(refusal)
        return
    made = make_up(page, library)
    hold_apart(placed, page)
    hold_within(placed)
    hold_drawing(placed, page, made)
    hold_shapes(placed, page, made)
    hold_boxes(placed, page, made)
    hold_pins(page, made)
    hold_rules(placed, made)
    hold_grid(placed)
    hold_copy(placed, page)
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok or not all(map(more_text_than_head, page.parts)), report.findings
