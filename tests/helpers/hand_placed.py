"""Pages placed by hand: six columns of 100 pt with 10 pt between, sixty rows of 15 pt, the type area at (50, 50).

A part stands at a column and a row (from 0) and spans columns and rows; its head takes the first three rows, its body
lines stand under it, one leg a column. What a rule must see is then mental arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.model import (
    Dummy,
    Grid,
    HouseStyle,
    MakeupStyle,
    Page,
    PageMakeup,
    Paragraph,
    Part,
    Passage,
    Picture,
    Sheet,
    Spacing,
    Story,
    TypeStyle,
)
from jxprint.placed import Article, PlacedGrid, PlacedPage, PlacedPicture, TextBlock, TextLine

COLUMN, GAP, PITCH, BODY, ROWS, COLUMNS = 100.0, 10.0, 15.0, 10.0, 60, 6
LEFT = TOP = 50.0
HEAD_ROWS = 3


def box(column: float, row: float, span: float, rows: float) -> Rect:
    """The box of some columns and rows, without the line gap under the last one."""
    return Rect(
        LEFT + column * (COLUMN + GAP),
        TOP + row * PITCH,
        span * COLUMN + (span - 1) * GAP,
        rows * PITCH - (PITCH - BODY),
    )


def head(frame: Rect, role: str = "headline", *, upright: bool = False) -> TextBlock:
    """A head of one line in a box."""
    line = TextLine(frame.x, frame.y + 10, frame.width, 0, (), length=frame.height if upright else None)
    return TextBlock(role, "headline", 0, (line,), (frame,))  # type: ignore[arg-type]


def leg(column: float, row: int, lines: int, number: int = 0, role: str = "body", index: int = 0) -> TextBlock:
    """Lines of text in a leg."""
    frame = box(column, row, 1, lines)
    baselines = (TOP + (row + line) * PITCH + 8.8 for line in range(lines))
    set_ = tuple(TextLine(frame.x, y, COLUMN, number, ()) for y in baselines)
    return TextBlock(role, "paragraph", index, set_, (frame,))  # type: ignore[arg-type]


def story(letter: str, column: float, row: int, span: int, rows: int, *, lines: Sequence[int] = ()) -> Article:
    """A story: a head of two rows over legs that fill it, or have the lines that are given."""
    top = head(box(column, row, span, 2))
    counts = lines or (rows - HEAD_ROWS,) * span
    legs = [leg(column + at, row + HEAD_ROWS, count, at) for at, count in enumerate(counts) if count]
    return Article(letter, "story", letter, box(column, row, span, rows), (top, *legs))


def block(letter: str, kind: str, column: int, row: int, span: int, rows: int) -> Article:
    """A masthead, a main head, a standfirst."""
    frame = box(column, row, span, rows)
    role = {"standfirst": "standfirst", "masthead": "masthead"}.get(kind, "headline")
    inside = leg(column, row, rows, role=role) if kind == "standfirst" else head(frame, role)
    return Article(letter, kind, letter, frame, (replace(inside, frames=(frame,)),))  # type: ignore[arg-type]


def picture(letter: str, column: float, row: int, span: float, rows: int, *, caption: Rect | None = None) -> Article:
    """A picture with its caption in the last row, or where that is said to be."""
    whole = box(column, row, span, rows)
    words = caption or box(column, row + rows - 1, span, 1)
    shown = PlacedPicture(box(column, row, span, rows - 1), "图")
    line = TextLine(words.x, words.bottom - 1, words.width, 0, ())
    return Article(letter, "picture", letter, whole, (shown, TextBlock("caption", "caption", 0, (line,), (words,))))


def placed(*articles: Article, **more: object) -> tuple[Page, PlacedPage]:
    """A page of these articles, in reading order, with its model; `more` are fields of the page's model."""
    grid = Grid(COLUMNS, COLUMN / BODY, GAP / BODY, BODY, PITCH)
    area = box(0, 0, COLUMNS, ROWS)
    sheet = Sheet(area.width + 2 * LEFT, area.height + 2 * TOP, TOP, TOP, LEFT, LEFT)
    parts = tuple(_part(article) for article in articles)
    style = HouseStyle("test", {"body": TypeStyle("song", BODY)}, spacing=Spacing(between_parts=1.0))
    page = Page("test", "test", sheet, grid, Dummy(()), parts, style)
    xs = tuple(LEFT + column * (COLUMN + GAP) for column in range(COLUMNS))
    set_ = PlacedGrid(TOP + 8.8, PITCH, xs, COLUMN, BODY)
    whole = PlacedPage("test", "test", "zh-CN", sheet.width_pt, sheet.height_pt, 0.0, area, set_, (), articles)
    return replace(page, **more), whole


def _part(article: Article) -> Part:
    if article.kind == "picture":
        return Picture(letter=article.part)
    paragraph = Paragraph(Passage(f"{article.part * 8}，这一篇只有自己的话。"))
    return Story(letter=article.part, name=article.part, headline=(Passage(article.part),), paragraphs=(paragraph,))


def with_limits(page: Page, limits: MakeupStyle) -> Page:
    """The page in a house of other limits and levels."""
    return replace(page, style=replace(page.style, makeup=limits))


def accepting(page: Page, makeup: PageMakeup) -> Page:
    """The page with other words about its make-up."""
    return replace(page, makeup=makeup)
