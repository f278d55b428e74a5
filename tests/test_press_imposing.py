"""Two pages on one sheet (拼版): which stand together, and that nothing of either is lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from math import pi
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from every_page import TREE
from hand_placed import LEFT, story
from hand_placed import placed as placed_by_hand
from jxprint.checker import CheckReport
from jxprint.cli import main
from jxprint.edition import Edition
from jxprint.errors import ProfileError, UsageError
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.placed import Box, Outline, PlacedOrnament, PlacedPage, PlacedPicture, Rule
from jxprint.press.clipping import clipped
from jxprint.press.halves import Commands, half
from jxprint.press.imposing import side_by_side
from jxprint.press.plan import Side, plan, sides_of

CHAOXUN = TREE / "layout" / "chaoxun"
PAGE = Rect(0.0, 0.0, 100.0, 100.0)


def sheets(numbers: Sequence[tuple[int, ...]], impose: str = "2up") -> list[str]:
    """A plan in the words of the trade: the numbers on each side, x for a white half."""
    said = ["-".join(map(str, own)) or str(at) for at, own in enumerate(numbers, 1)]
    return ["|".join(half or "x" for half in halves) for halves in sides_of(said, plan(numbers, impose))]  # type: ignore[arg-type]


def issue(count: int, trucks: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """The numbers of an issue's pages; a double truck begins at each of `trucks`."""
    return [(at, at + 1) if at in trucks else (at,) for at in range(1, count + 1) if at - 1 not in trucks]


# The plan.


def test_printers_spreads() -> None:
    """Sheets laid into each other: the sum of both numbers is always one more than there are pages."""
    assert sheets(issue(4)) == ["4|1", "2|3"]
    assert sheets(issue(8)) == ["8|1", "2|7", "6|3", "4|5"]


def test_two_pages_are_one_plate() -> None:
    """Turned over, each of them is behind the other."""
    assert sheets(issue(2)) == ["2|1"]
    assert sheets([(1, 2)]) == ["1-2"]


def test_readers_spreads() -> None:
    """Even pages on the left; the first and the last stand alone."""
    assert sheets(issue(4), "spreads") == ["x|1", "2|3", "4|x"]
    assert sheets(issue(5), "spreads") == ["x|1", "2|3", "4|5"]
    assert sheets([(2,), (3,)], "spreads") == ["2|3"]


def test_a_double_truck_is_a_sheet() -> None:
    """It has both halves already."""
    assert sheets(issue(4, (2,))) == ["4|1", "2-3"]
    assert sheets(issue(8, (4,))) == ["8|1", "2|7", "6|3", "4-5"]
    assert sheets(issue(8, (2, 6)), "spreads") == ["x|1", "2-3", "4|5", "6-7", "8|x"]


def test_pages_outside_an_edition_stand_as_they_come() -> None:
    """They have no numbers to go by."""
    assert sheets([(), ()]) == ["1|2"]
    assert sheets([(), (), (), ()], "spreads") == ["1|2", "3|4"]


@given(st.integers(1, 40))
def test_every_page_stands_on_one_side(quarter: int) -> None:
    """No page is lost and none twice, whatever the number of sheets."""
    sides = plan(issue(4 * quarter), "2up")
    assert sorted(at for side in sides for at in side.there) == list(range(4 * quarter))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # What is behind the right half of the front is the left half of the back.
        assert front.right is not None
        assert back.left == front.right + 1


@pytest.mark.parametrize(
    ("numbers", "key"),
    [
        (issue(1), "press.page_alone"),
        ([()], "press.page_alone"),
        (issue(5), "press.odd_pages"),
        ([(), (), ()], "press.odd_pages"),
        (issue(6), "press.not_fours"),
        (issue(8, (2,)), "press.truck_parted"),
    ],
)
def test_pages_that_go_on_no_sheets_are_refused(numbers: list[tuple[int, ...]], key: str) -> None:
    """Before anything is read or set, at the edition's own file."""
    with pytest.raises(UsageError) as refusal:
        plan(numbers, "2up", "edition.toml")
    assert [(one.key, one.place.file) for one in refusal.value.findings] == [(key, "edition.toml")]


# Two placed pages as one.


def hand_page(letter: str, bleed: float = 10.0) -> PlacedPage:
    """A page of one story, a tint and a picture that bleed on all sides."""
    _, page = placed_by_hand(story(letter, 0, 0, 2, 10))
    all_over = Rect(-bleed, -bleed, page.width + 2 * bleed, page.height + 2 * bleed)
    bleeding = PlacedOrnament(all_over, "", Path("a.png"), part="O", room=all_over)
    return replace(
        page, name=letter, title=f"第{letter}版", label=letter, bleed=bleed, under=(Box(all_over, fill=BLACK),),
        ornaments=(bleeding,),
    )  # fmt: skip


def test_a_sheet_is_both_pages_from_left_to_right() -> None:
    """As wide as both, the articles of the left one first, those of the right one moved by a page."""
    left, right = hand_page("4"), hand_page("1")
    sheet = side_by_side(left, right)
    assert (sheet.width, sheet.height, sheet.bleed) == (2 * left.width, left.height, 10.0)
    assert (sheet.label, sheet.title, sheet.name) == ("4-1", "第4版 / 第1版", "4+1")
    assert [article.part for article in sheet.articles] == ["4", "1"]
    assert [article.frame.x for article in sheet.articles] == [LEFT, left.width + LEFT]
    assert sheet.articles[0] == left.articles[0]
    lines = [line for article in sheet.articles for block in article.text_blocks() for line in block.lines]
    assert {line.x for line in lines[len(lines) // 2 :]} == {line.x + left.width for line in lines[: len(lines) // 2]}
    assert sheet.print_space.right == left.width + right.print_space.right


def test_bleeds_end_at_the_fold() -> None:
    """On the outer sides they go on; a gap between the pages takes as much of them as it has."""
    left, right = hand_page("4"), hand_page("1")
    sheet = side_by_side(left, right)
    frames = [shape.frame for shape in sheet.under if isinstance(shape, Box)]
    assert [(frame.x, frame.right) for frame in frames] == [(-10.0, left.width), (left.width, 2 * left.width + 10.0)]
    sheet = side_by_side(left, right, gap=8.0)
    frames = [shape.frame for shape in sheet.under if isinstance(shape, Box)]
    assert frames[0].right == left.width + 4.0
    assert frames[1].x == left.width + 4.0


def test_a_picture_that_bleeds_is_cropped_at_the_fold() -> None:
    """What is seen of it keeps its size: the crop says which part that is."""
    left, right = side_by_side(hand_page("4"), hand_page("1")).ornaments
    wide = hand_page("4").width + 20
    assert left.crop is not None
    assert right.crop is not None
    assert (left.crop.x, left.crop.width) == pytest.approx((0, 1 - 10 / wide))
    assert (right.crop.x, right.crop.width) == pytest.approx((10 / wide, 1 - 10 / wide))
    assert right.room is not None
    assert right.room.x == hand_page("4").width - 10.0


def test_a_page_alone_has_half_a_sheet() -> None:
    """On its own side; the other stays white."""
    one = hand_page("1")
    assert side_by_side(None, one).articles[0].frame.x == one.width + LEFT
    assert side_by_side(one, None).articles[0].frame.x == LEFT
    assert side_by_side(None, one).width == side_by_side(one, None).width == 2 * one.width
    with pytest.raises(ValueError, match="at the least"):
        side_by_side(None, None)


@pytest.mark.parametrize("change", [{"width": 700.0}, {"height": 900.0}, {"bleed": 5.0}])
def test_pages_of_unequal_size_are_refused(change: dict[str, float]) -> None:
    """Both sizes are told, in millimetres."""
    one = hand_page("1")
    with pytest.raises(ProfileError) as refusal:
        side_by_side(replace(hand_page("4"), **change), one)
    (told,) = refusal.value.findings
    assert told.key == "press.unequal_pages"
    assert "mm" in str(told.args["left"])


# Clipping.


def test_boxes_and_rules_are_cut_at_the_edge() -> None:
    """What stands within is the very same, what is outside is gone."""
    within, outside = Box(Rect(10, 10, 20, 20), fill=BLACK), Box(Rect(200, 10, 20, 20), fill=BLACK)
    rule = Rule(50, 50, 150, 50, 2.0, BLACK)
    assert clipped((within, outside, rule), PAGE) == (within, Box(Rect(50, 49, 50, 2), fill=BLACK))


def test_a_stroke_is_cut_with_its_box() -> None:
    """The side beyond the edge is gone, and no new one stands at the edge."""
    pieces = clipped((Box(Rect(50, 50, 100, 20), stroke=BLACK, stroke_pt=2.0),), PAGE)
    assert [piece.frame for piece in pieces if isinstance(piece, Box)] == [
        Rect(49, 49, 51, 2), Rect(49, 69, 51, 2),
    ]  # fmt: skip
    assert [piece for piece in pieces if isinstance(piece, Rule)] == [Rule(50, 51, 50, 69, 2.0, BLACK)]


def circle(x: float, y: float, radius: float) -> Commands:
    """Four quarters."""
    k = radius * 0.5522847
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def area(commands: Commands) -> float:
    """What a closed path encloses, its curves in a hundred steps each."""
    points: list[tuple[float, float]] = []
    for name, *numbers in commands:
        values = [float(number) for number in numbers]
        ends = list(zip(values[::2], values[1::2], strict=True))
        if name == "C":
            (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = points[-1], ends
            for step in range(1, 101):
                t = step / 100
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        else:
            points += ends
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_half_a_circle_is_half_of_its_area() -> None:
    """Curves stay curves, on either side of the line."""
    for way in (1, -1):
        cut = half(circle(100, 50, 40), 0, 100.0, way)
        assert area(cut) == pytest.approx(pi * 40**2 / 2, rel=1e-3)
        assert sum(command[0] == "C" for command in cut) == 2


@given(st.floats(-60, 60), st.sampled_from([0, 1]))
def test_both_sides_of_a_cut_are_the_whole(at: float, axis: int) -> None:
    """Whatever the line."""
    whole = circle(0, 0, 40)
    assert area(half(whole, axis, at, 1)) + area(half(whole, axis, at, -1)) == pytest.approx(area(whole), rel=1e-4)


def test_an_outline_is_cut_at_the_fold() -> None:
    """No point of what is left stands beyond it."""
    (left,) = clipped((Outline(circle(100, 50, 40), BLACK),), PAGE)
    assert isinstance(left, Outline)
    ends = [float(x) for command in left.commands for x in command[1::2]]
    assert max(ends) == 100.0
    assert area(left.commands) == pytest.approx(pi * 40**2 / 2, rel=1e-3)


# The file.


@pytest.fixture(scope="module")
def sheet_pdf(chaoxun_placed: Sequence[PlacedPage], library: Library) -> bytes:
    """The small issue's two pages on one sheet, as a reader of a four-page paper has them: 2 on the left of 1."""
    front, inside = chaoxun_placed
    sink = BytesIO()
    jxprint.write([side_by_side(inside, front)], library, sink)
    return sink.getvalue()


def checked(pdf: bytes, *halves: jxprint.Page | None) -> CheckReport:
    """The report of a file of one sheet."""
    return jxprint.check(pdf, [tuple(halves)])


def test_a_sheet_is_exact(sheet_pdf: bytes, chaoxun: Edition) -> None:
    """All orders, both readers: links, jumps, tables, vertical heads, of both pages."""
    front, inside = chaoxun.pages
    report = checked(sheet_pdf, inside, front)
    assert report.ok, list(report.lines("en"))
    assert report.articles == 22
    assert report.pages == 1


def test_a_sheet_of_other_pages_is_told(sheet_pdf: bytes, chaoxun: Edition) -> None:
    """The wrong way round its order is wrong, with a half missing its size as well."""
    front, inside = chaoxun.pages
    assert {"checks.moved"} <= {one.key for one in checked(sheet_pdf, front, inside).findings}
    told = {one.key for one in checked(sheet_pdf, inside).findings}
    assert "checks.page_size" in told


def test_a_sheet_has_the_structure_of_both_pages(sheet_pdf: bytes, chaoxun_placed: Sequence[PlacedPage]) -> None:
    """Their articles, the left page's first, and a label that names both."""
    front, inside = chaoxun_placed
    with pikepdf.Pdf.open(BytesIO(sheet_pdf)) as document:
        articles = document.Root["/StructTreeRoot"]["/K"]["/K"]
        titles = [str(article.get("/T", "")) for article in articles]
        assert titles == [article.label for article in (*inside.articles, *front.articles)]
        assert document.pages[0].label == "2-1"
        assert float(document.pages[0]["/TrimBox"][2]) - float(document.pages[0]["/TrimBox"][0]) == pytest.approx(
            2 * front.width, abs=0.01
        )


def test_a_word_lost_from_one_half_is_told(
    chaoxun: Edition, chaoxun_placed: Sequence[PlacedPage], library: Library
) -> None:
    """Of the right page as well as of the left one."""
    front, inside = chaoxun_placed
    kept = front.articles[:-1]
    sink = BytesIO()
    jxprint.write([side_by_side(inside, replace(front, articles=kept))], library, sink)
    told = checked(sink.getvalue(), *reversed(chaoxun.pages)).findings
    assert "checks.missing" in {one.key for one in told}


# The command.


def test_build_and_check_spreads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of the two pages has half a sheet, which is told; the check proves it, by itself too."""
    pdf = tmp_path / "issue.pdf"
    arguments = ["build", str(CHAOXUN), "-o", str(pdf), "--impose", "spreads", "--check", "--json"]
    assert main(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["sheets"] == [[None, "1"], ["2", None]]
    assert answer["check"]["ok"]
    assert main(["check", str(pdf), str(CHAOXUN), "--impose", "spreads"]) == 0
    assert main(["check", str(pdf), str(CHAOXUN)]) == 1
    html = tmp_path / "report.html"
    assert main(["check", str(pdf), str(CHAOXUN), "--impose", "spreads", "--html", str(html)]) == 0
    assert html.exists()


def test_an_edition_of_four_pages_is_one_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The outer side has 4 and 1, the inner one 2 and 3, each with the fold between them; the check proves both."""
    folder, pdf = tmp_path / "issue", tmp_path / "issue.pdf"
    pages = ["front", "city", "market", "back"]
    folder.mkdir()
    for name in pages:
        assert main(["new", str(folder / name)]) == 0
    said = "".join(f'[[page]]\nfolder = "{name}"\n' for name in pages)
    (folder / "edition.toml").write_text(
        f'format = 1\npaper = "四版报"\ndate = 2026-11-26\nstyle = "daily"\n{said}', encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["build", str(folder), "-o", str(pdf), "--impose", "2up", "--marks", "--check", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["sheets"] == [["4", "1"], ["2", "3"]]
    assert answer["check"]["pages"] == 2
    with pikepdf.Pdf.open(pdf) as document:
        assert [page.label for page in document.pages] == ["4-1", "2-3"]
        assert [str(one["/Title"]) for one in _outline(document)] == ["第一版 / 第一版"] * 2


def _outline(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    found, one = [], document.Root["/Outlines"].get("/First")
    while one is not None:
        found.append(one)
        one = one.get("/Next")
    return found


def test_an_issue_with_jumps_and_a_double_truck_is_exact(tmp_path: Path) -> None:
    """Stories go on from sheet to sheet, and the truck is a sheet as it is."""
    pdf = tmp_path / "issue.pdf"
    folder = TREE / "tests" / "pages" / "issue"
    assert main(["build", str(folder), "-o", str(pdf), "--impose", "spreads", "--marks", "--check"]) == 0
    with pikepdf.Pdf.open(pdf) as document:
        assert [page.label for page in document.pages] == ["1", "2-3", "4-5"]
        boxes = [[float(edge) for edge in page["/MediaBox"]] for page in document.pages]
    assert boxes[1] == pytest.approx(boxes[2], abs=0.2)


def test_pages_named_one_by_one_stand_side_by_side(tmp_path: Path) -> None:
    """Any two pages of one size, with all marks; a page may stand beside itself."""
    page, pdf = str(TREE / "layout" / "jiaxing"), tmp_path / "sheet.pdf"
    assert main(["build", page, page, "-o", str(pdf), "--impose", "2up", "--marks", "--check"]) == 0
    with pikepdf.Pdf.open(pdf) as document:
        assert len(document.pages) == 1
        trim = [float(edge) for edge in document.pages[0]["/TrimBox"]]
    assert trim[2] - trim[0] == pytest.approx(2 * 390 * 72 / 25.4, abs=0.01)


def test_pages_of_unequal_size_make_no_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written."""
    pdf = tmp_path / "sheet.pdf"
    pages = [str(TREE / "layout" / "jiaxing"), str(TREE / "tests" / "pages" / "torture")]
    assert main(["--lang", "en", "build", *pages, "-o", str(pdf), "--impose", "2up"]) == 9
    assert "not the same size" in capsys.readouterr().err
    assert not pdf.exists()


def test_two_pages_of_an_edition_are_one_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One plate for both sides of it; the check knows it as well."""
    file = tmp_path / "sheet.pdf"
    assert main(["build", str(CHAOXUN), "-o", str(file), "--impose", "2up", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sheets"] == [["2", "1"]]
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 1
    assert main(["check", str(file), str(CHAOXUN), "--impose", "2up"]) == 0


def test_a_side_says_what_stands_on_it() -> None:
    """Both halves, one, or one page on both."""
    assert Side(1, 0).there == (1, 0)
    assert Side(None, 0).is_half_empty
    assert Side(2, 2).is_whole
    assert Side(2, 2).there == (2,)


def test_a_picture_within_keeps_its_crop() -> None:
    """A page that nothing bleeds on is handed on as it is."""
    _, page = placed_by_hand(story("A", 0, 0, 2, 10))
    sheet = side_by_side(page, page)
    assert sheet.articles[0] is page.articles[0]
    assert not [one for one in sheet.articles[1].blocks if isinstance(one, PlacedPicture)]
