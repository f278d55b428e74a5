"""Furniture read back: exact from every order, tags as they should be, and whatever is spoiled is told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.checker.printed_lines import read_printed
from jxprint.edition import make_edition
from jxprint.edition.holding import Hold
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.model import DataTable, ItemList, Mark, Page, Passage
from jxprint.placed import Article, Box, PlacedPage, TextBlock
from sabotage import pdf_of, with_runs

FURNITURE = Path(__file__).resolve().parent / "pages" / "furniture"


# Documents live as long as their objects are looked at.
_open: list[pikepdf.Pdf] = []


def elements(pdf: bytes) -> list[tuple[str, Any]]:
    """Every structure element with its tag, in the tree's order."""
    found: list[tuple[str, Any]] = []

    def walk(element: Any) -> None:
        if hasattr(element, "keys") and "/S" in element:
            found.append((str(element["/S"]), element))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if hasattr(kid, "keys"):
                walk(kid)

    document = pikepdf.Pdf.open(BytesIO(pdf))
    _open.append(document)
    walk(document.Root["/StructTreeRoot"])
    return found


def with_article(placed: PlacedPage, letter: str, change: Any) -> PlacedPage:
    """The page after `change` has been at one article."""
    articles: list[Article] = [change(one) if one.part == letter else one for one in placed.articles]
    return replace(placed, articles=tuple(articles))


def told(placed: PlacedPage, page: Page, library: Library) -> set[str]:
    """The keys of what is told of a spoiled page."""
    return {finding.key for finding in jxprint.check(pdf_of(placed, library), page).findings}


def test_a_page_of_furniture_is_exact(furniture_pdf: bytes, furniture: Page) -> None:
    """By both readers, in all orders."""
    assert jxprint.check(furniture_pdf, furniture).findings == ()


def test_tables_and_lists_are_tagged_as_such(furniture_pdf: bytes) -> None:
    """Rows and cells, heads with their scope; lists with items, labels and bodies, and how they are numbered."""
    tags = [tag for tag, _ in elements(furniture_pdf)]
    counts = {tag: tags.count(tag) for tag in ("/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Lbl", "/LBody")}
    assert counts == {"/Table": 1, "/TR": 5, "/TH": 5, "/TD": 20, "/L": 2, "/LI": 8, "/Lbl": 8, "/LBody": 8}
    scopes = {str(one["/Scope"]) for tag, element in elements(furniture_pdf) if tag == "/TH" for one in element["/A"]
              if "/Scope" in one}  # fmt: skip
    assert scopes == {"/Column"}
    numbering = [str(element["/A"]["/ListNumbering"]) for tag, element in elements(furniture_pdf) if tag == "/L"]
    assert numbering == ["/Decimal", "/Disc"]


def test_cells_that_changed_places_are_told(furniture: Page, furniture_placed: PlacedPage, library: Library) -> None:
    """Two cells of one row, and two rows of one column, drawn in each other's place."""
    for one, two in (((1, 0), (1, 1)), ((1, 0), (2, 0))):

        def swapped(article: Article, one: tuple[int, int] = one, two: tuple[int, int] = two) -> Article:
            by = {block.cell: block for block in article.text_blocks() if block.cell is not None}

            def moved(block: TextBlock, to: TextBlock) -> TextBlock:
                right, down = to.frames[0].x - block.frames[0].x, to.frames[0].y - block.frames[0].y
                lines = tuple(
                    replace(line, x=line.x + right, y=line.y + down, runs=tuple(
                        replace(run, x=run.x + right, y=run.y + down) for run in line.runs
                    ))
                    for line in block.lines
                )  # fmt: skip
                return replace(block, lines=lines, frames=to.frames)

            changed = {one: moved(by[one], by[two]), two: moved(by[two], by[one])}
            return replace(article, blocks=tuple(
                changed.get(block.cell, block) if isinstance(block, TextBlock) and block.cell else block
                for block in article.blocks
            ))  # fmt: skip

        assert told(with_article(furniture_placed, "T", swapped), furniture, library)


def test_a_cell_that_is_lost_is_told(furniture: Page, furniture_placed: PlacedPage, library: Library) -> None:
    """And so is a mark of a list."""
    fewer = with_article(furniture_placed, "T", lambda one: replace(one, blocks=(*one.blocks[:9], *one.blocks[10:])))
    assert "checks.missing" in told(fewer, furniture, library)
    said = "\n".join(jxprint.check(pdf_of(fewer, library), furniture).lines("zh"))
    assert "T，第 9 格，偏移 0：缺“2”" in said
    other = with_runs(furniture_placed, lambda run: replace(run, text="②") if run.text == "③" else run)
    assert "checks.altered" in told(other, furniture, library)


def test_white_type_without_its_plate_is_told(furniture: Page, furniture_placed: PlacedPage, library: Library) -> None:
    """A head out of a black plate is text; the same on paper, or on a light tint, is not."""
    plate = next(one for one in furniture_placed.under if isinstance(one, Box) and one.fill and one.fill.cmyk[3] == 1.0)
    bare = tuple(one for one in furniture_placed.under if one is not plate)
    assert "checks.white" in told(replace(furniture_placed, under=bare), furniture, library)
    assert plate.fill is not None
    light = (replace(plate, fill=plate.fill.tint(0.2)), *bare)
    assert "checks.white" in told(replace(furniture_placed, under=light), furniture, library)
    covered = (*furniture_placed.under, replace(plate, fill=plate.fill.tint(0.1)))
    assert "checks.white" in told(replace(furniture_placed, under=covered), furniture, library)


def test_markup_in_furniture_is_read_back(furniture: Page, library: Library) -> None:
    """Links, bold words and scripts in cells and items."""
    marked = jxprint.read_page(FURNITURE)
    from jxprint.description.markup import read_passage  # the reader of copy files

    def passage(text: str) -> Passage:
        return read_passage(text, Passage("").place, [])

    cells = ((passage("项"), passage("值")), (passage("{链接:见网|https://example.com}"), passage("10{上标:6}")))
    items = (passage("{加粗:提前}十分钟，{链接:看表|https://example.com}"), passage("H{下标:2}O"))
    parts = []
    for part in marked.parts:
        if part.letter == "T":
            part = replace(part, cells=cells, align=())
        if part.letter == "L":
            part = replace(part, items=items)
        parts.append(part)
    page = replace(furniture, parts=tuple(parts))
    assert jxprint.check(pdf_of(jxprint.compose(page, library), library), page).findings == ()


_WORDS = st.text("东岸西渡口船票，。（）", min_size=1, max_size=14).filter(lambda text: text.strip("，。（）") != "")
_CELLS = _WORDS | st.sampled_from(["3", "4.5", "1,258", "—", "12:30", "−0.05", "GDP", "A4", "3 000", "第一 二"])
_TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(_CELLS, min_size=columns, max_size=columns), min_size=2, max_size=6)
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TABLES, st.lists(_CELLS, min_size=1, max_size=6), st.sampled_from(["•", "1.", "①", "（一）"]), st.booleans())
def test_any_table_and_list_is_exact_or_refused(
    furniture: Page, library: Library, rows: list[list[str]], items: list[str], sign: str, grid: bool
) -> None:
    """Whatever stands in cells and items, both readers find it in the order of rows and items."""
    cells = tuple(tuple(Passage(cell) for cell in row) for row in rows)
    parts = []
    for part in furniture.parts:
        if isinstance(part, DataTable):
            part = replace(part, cells=cells, align=(), grid=grid)
        elif isinstance(part, ItemList):
            part = replace(part, items=tuple(map(Passage, items)), mark=Mark(sign))
        parts.append(part)
    page = replace(furniture, parts=tuple(parts), sheet=replace(furniture.sheet, height_pt=1200.0))
    told: set[str] = set()
    try:
        pdf = pdf_of(jxprint.compose(page, library), library)
    except OversetError as refusal:
        told = {one.key for one in refusal.findings}
    else:
        assert jxprint.check(pdf, page).findings == ()
    assert told <= {"composition.table_too_wide", "composition.word_too_wide"}


def test_a_late_correction_of_furniture_lists_what_moved(tmp_path: Path, furniture_pdf: bytes) -> None:
    """Nothing where nothing changed; every cell, item and line is compared."""
    printed = read_printed(furniture_pdf, "last.pdf")
    assert sum(len(article.blocks) for article in printed[0].articles) > 40
    file = tmp_path / "last.pdf"
    file.write_bytes(furniture_pdf)
    made = make_edition([FURNITURE], hold=Hold(file, str(file)))
    assert [one for page in made.moved for one in (*page.moved, *page.gone)] == []
