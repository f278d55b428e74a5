"""Drop caps (首字下沉) read back: the first character of their paragraph in every order, or told not to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.frames import Leaf
from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.initials import with_caps
from jxprint.checker.printed_lines import read_printed
from jxprint.cli import main
from jxprint.description.new import write_new_page
from jxprint.fonts import Library
from jxprint.model import Page, Story
from jxprint.placed import Article, Block, GlyphRun, PlacedPage, TextBlock
from sabotage import pdf_of, spoiled

PAGE = Path(__file__).parent / "pages" / "drop_caps"


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of drop caps as described."""
    return jxprint.read_page(PAGE)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """The same as composed."""
    return jxprint.compose(page, library)


@pytest.fixture(scope="module")
def pdf(placed: PlacedPage, library: Library) -> bytes:
    """Its file."""
    return pdf_of(placed, library)


def moved(placed: PlacedPage, letter: str, change: Callable[[GlyphRun], GlyphRun]) -> PlacedPage:
    """The page after `change` has been at the drop cap of one story."""

    def capped(block: Block) -> Block:
        if not isinstance(block, TextBlock) or block.initial is None:
            return block
        cap, *runs = block.lines[0].runs
        first = replace(block.lines[0], runs=(change(cap), *runs))
        return replace(block, lines=(first, *block.lines[1:]))

    articles: list[Article] = [
        replace(one, blocks=tuple(map(capped, one.blocks))) if one.part == letter else one for one in placed.articles
    ]
    return replace(placed, articles=tuple(articles))


def orders(pdf: bytes, page: Page) -> set[str]:
    """The readings in which something is told to be otherwise."""
    seen: set[str] = set()
    for finding in jxprint.check(pdf, page).findings:
        readings: Any = finding.args.get("readings", ())
        seen.update(readings)
    return seen


def test_the_page_proves_itself(pdf: bytes, page: Page) -> None:
    """In the order of the stream, of the tree and on paper, by both readers."""
    assert jxprint.check(pdf, page).findings == ()


def test_a_paragraph_with_a_cap_is_one_element(pdf: bytes, placed: PlacedPage) -> None:
    """A P with a Span for the cap, one for the lines beside it, one for those below, each with its own BBox."""
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        found = [kids for one in _elements(document.Root.StructTreeRoot) if (kids := _capped(one))]
        boxes = [[[float(edge) for edge in kid["/A"]["/BBox"]] for kid in kids[:3]] for kids in found]
    caps = [block.initial for block in placed.text_blocks() if block.initial is not None]
    assert len(boxes) == len(caps) == 10
    for cap, beside, below in boxes:
        assert cap[2] < beside[0]
        assert cap[1] == pytest.approx(beside[1])
        assert below[3] < cap[1]
        assert (below[0], below[2]) == pytest.approx((cap[0], beside[2]), abs=0.02)


def _elements(element: Any) -> list[Any]:
    kids = element.get("/K", ())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    inner = [kid for kid in kids if hasattr(kid, "keys") and "/S" in kid]
    return [element, *(one for kid in inner for one in _elements(kid))]


def _capped(element: Any) -> list[Any]:
    """The children of a paragraph whose first frame is followed by one right beside it and one below."""
    kids = element.get("/K")
    if str(element.get("/S", "")) != "/P" or not isinstance(kids, pikepdf.Array) or len(kids) < 3:
        return []
    children = list(kids)
    if not all(hasattr(kid, "keys") and "/A" in kid and "/BBox" in kid["/A"] for kid in children[:3]):
        return []
    first, second = ([float(edge) for edge in kid["/A"]["/BBox"]] for kid in children[:2])
    return children if abs(first[1] - second[1]) < 0.01 and first[2] < second[0] < first[2] + 15 else []


@pytest.mark.parametrize(
    ("right", "down"),
    [(150.0, 0.0), (0.0, 45.0), (0.0, -200.0), (60.0, 60.0)],
)
def test_a_cap_that_stands_elsewhere_is_told(
    placed: PlacedPage, library: Library, page: Page, right: float, down: float
) -> None:
    """Behind the lines, under them, over the head: the stream says nothing of it, the paper does."""
    spoilt = moved(placed, "A", lambda cap: replace(cap, x=cap.x + right, y=cap.y + down))
    assert {"pikepdf:geometry", "pdfium:geometry"} <= orders(pdf_of(spoilt, library), page)


def test_a_cap_that_says_something_else_is_told(placed: PlacedPage, library: Library, page: Page) -> None:
    """In every order: text and glyph are one."""
    other = next(one for one in placed.runs() if one.text.startswith("站"))
    spoilt = moved(placed, "A", lambda cap: replace(cap, text="站", glyphs=other.glyphs[:1], face=other.face))
    told = {one.partition(":")[2] for one in orders(pdf_of(spoilt, library), page)}
    assert told == {"stream", "structure", "geometry"}


def test_a_cap_that_the_tree_puts_behind_its_lines_is_told(pdf: bytes, page: Page) -> None:
    """Whoever reads the tags hears the paragraph without its first character, and then that."""

    def swap(document: pikepdf.Pdf) -> None:
        paragraph = next(one for one in _elements(document.Root.StructTreeRoot) if _capped(one))
        kids = list(paragraph["/K"])
        paragraph["/K"] = pikepdf.Array([*kids[1:], kids[0]])

    assert any(one.endswith(":structure") for one in orders(spoiled(pdf, swap), page))


def test_lines_are_read_back_with_their_cap(pdf: bytes, placed: PlacedPage) -> None:
    """The first line begins with it, in its own leg, and the measure is the leg's."""
    (read,) = read_printed(pdf, "page.pdf")
    for article in placed.articles:
        printed = next((one for one in read.articles if one.title == article.label), None)
        for block in article.text_blocks():
            if block.initial is None:
                continue
            assert printed is not None
            back = next(one for one in printed.blocks if one.text == "".join(line.text for line in block.lines))
            assert [(line.text, line.leg) for line in back.lines] == [(line.text, line.leg) for line in block.lines]
            assert back.measure == pytest.approx(block.frames[-1].width, abs=0.01)


def test_a_page_held_to_itself_does_not_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines beside a cap are held as all are; the same inputs give the same bytes."""
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    assert main(["build", str(PAGE), "-o", str(first)]) == 0
    assert main(["build", str(PAGE), "-o", str(second), "--hold", str(first), "--check"]) == 0
    assert "nothing moved" in capsys.readouterr().err
    assert first.read_bytes() == second.read_bytes()
    assert main(["diff", str(first), str(PAGE)]) == 0


def test_a_cap_that_comes_late_is_refused_where_its_leg_would_part_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Four lines were printed in two legs; the two of the first stand beside a cap that is three deep."""
    write_new_page(folder := tmp_path / "page")
    (folder / "first.txt").write_text("headline: 水位\n\n" + ("河边的水位尺换成了新的" * 5)[:50] + "\n", "utf-8")
    printed, toml = tmp_path / "one.pdf", folder / "page.toml"
    assert main(["build", str(folder), "-o", str(printed)]) == 0
    toml.write_text(toml.read_text("utf-8").replace("legs = 2", "legs = 2\ndrop_cap = 3"), "utf-8")
    assert main(["build", str(folder), "-o", str(tmp_path / "two.pdf"), "--hold", str(printed)]) == 5
    assert "leg 1 would end beside the drop cap" in capsys.readouterr().err
    more = ["--hold", str(printed), "--move-legs", "--check"]
    assert main(["build", str(folder), "-o", str(tmp_path / "two.pdf"), *more]) == 0


def test_a_story_that_jumps_begins_with_its_cap(tmp_path: Path) -> None:
    """What is kept has the cap whole; what goes on elsewhere has none, and both are proved."""
    write_new_page(folder := tmp_path / "page")
    toml = folder / "page.toml"
    text = toml.read_text("utf-8").replace("B B B B", "B B B B\nK K K K").replace("240mm", "320mm")
    text = text.replace("legs = 4", 'legs = 4\nrows = 7\ndrop_cap = 3\njump_to = "K"')
    toml.write_text(text + '\n[[part]]\nletter = "K"\nkind = "story"\nheadline = "接上"\njump_from = "B"\n', "utf-8")
    assert main(["build", str(folder), "-o", str(tmp_path / "page.pdf"), "--check"]) == 0
    placed = jxprint.compose(jxprint.read_page(folder), jxprint.open_library())
    capped = {one.part for one in placed.articles for block in one.text_blocks() if block.initial is not None}
    assert capped == {"B"}


@pytest.mark.parametrize("more", [["page.svg"], ["page.html"], ["page.pdf", "--proof", "--check"]])
def test_other_writers_take_it(tmp_path: Path, more: list[str], page: Page) -> None:
    """For a browser the text runs on from the cap; a proof is as exact as its page."""
    assert main(["build", str(PAGE), "-o", str(tmp_path / more[0]), *more[1:]]) == 0
    if more[0] != "page.html":
        return
    paragraphs = (tmp_path / more[0]).read_text("utf-8").split("<p>")[1:]
    said = [re.sub("<rt>.*?</rt>|<[^>]*>", "", one.partition("</p>")[0]) for one in paragraphs]
    for part in page.parts:
        if isinstance(part, Story):
            assert part.paragraphs[0].text in said


def leaf(box: tuple[float, float, float, float], size: float, text: str) -> Leaf:
    """A frame with one line of text in it."""
    left, top, _, _ = box
    glyphs = [Glyph(one, left + at * size, top + 0.88 * size, size, size, None) for at, one in enumerate(text)]
    return Leaf(Frame(*box), glyphs)


@pytest.mark.parametrize(
    ("name", "cap", "lines", "joined"),
    [
        ("a cap", (0, 0, 40, 40), (45, 0, 170, 40), True),
        ("readings over the first line", (0, 0, 40, 40), (45, -5, 170, 40), True),
        ("a head that ends higher", (0, 0, 40, 40), (45, 0, 170, 55), False),
        ("one that begins higher", (0, 0, 40, 40), (45, 10, 170, 40), False),
        ("a head a column away", (0, 0, 40, 40), (70, 0, 170, 40), False),
        ("a head behind the text", (180, 0, 220, 40), (45, 0, 170, 40), False),
        ("a single line", (0, 0, 16, 16), (20, 0, 170, 16), False),
    ],
)
def test_what_is_taken_for_a_cap(
    name: str, cap: tuple[float, float, float, float], lines: tuple[float, float, float, float], joined: bool
) -> None:
    """Large type right beside lines that are as deep as it is: the look alone tells."""
    size = cap[3] - cap[1]
    leaves = [leaf(cap, size, "河"), leaf(lines, 10.0, "边的水位尺")]
    found = with_caps(leaves)
    assert (len(found) == 1) is joined, name
    if joined:
        assert [one.glyphs[0].text for one in found[0].cells] == ["河", "边"]
