"""The small issue (layout/chaoxun), front page and inside page, as a night editor would hold it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from jxprint.checker import check
from jxprint.cli import main
from jxprint.description.editions import orders_of
from jxprint.edition import Edition, make_edition
from jxprint.edition.fits import fit_edition
from jxprint.edition.holding import Hold
from jxprint.geometry import Rect
from jxprint.lint.lines import copy_of
from jxprint.lint.rules import proofread
from jxprint.model import Advertisement, Masthead, Page
from jxprint.placed import Article, PlacedPage, PlacedPicture, Rule, TextLine
from jxprint.placed.figures import typography

TREE = Path(__file__).resolve().parent.parent
ISSUE = TREE / "layout" / "chaoxun"
FRONT, INSIDE = 0, 1


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


def body(placed: PlacedPage, letter: str) -> list[TextLine]:
    """The lines of a story's text, subheads among them."""
    blocks = article(placed, letter).text_blocks()
    return [line for block in blocks if block.role in ("body", "subhead") for line in block.lines]


def test_the_issue_proves_itself(chaoxun: Edition) -> None:
    """Every character of both pages, by two readers in three orders."""
    report = check(chaoxun.pdf, chaoxun.pages, title=chaoxun.title)
    assert report.ok, "\n".join(report.lines("en"))
    assert report.pages == 2


def test_nothing_moves_when_nothing_changed(chaoxun: Edition) -> None:
    """付印前改稿: held to itself the issue is the same, also the stories round boat, lens and advertisement."""
    held = make_edition([ISSUE], hold=Hold(chaoxun.pdf, "last.pdf"))
    assert [(page.moved, page.gone) for page in held.moved] == [((), ()), ((), ())]


def test_its_lines_are_without_fault(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """On the grid to the point, no rule of line breaking broken, no line rescued,
    none loose or short, no lone end.
    """
    for page in chaoxun_placed:
        figures = typography(page)
        assert figures.grid_error_pt == 0
        assert figures.forbidden_starts == figures.forbidden_ends == figures.split_numbers == 0
        assert figures.rescued_lines == figures.uneven_lines == 0
        assert figures.lone_last_lines == figures.widow_lines == 0
        assert figures.han_gap_max < 0.12


def test_its_copy_fits_to_the_line() -> None:
    """Nothing over, nothing wanting: `jxprint fit` has no advice to give."""
    fit = fit_edition(orders_of([ISSUE]), lambda number: None)
    assert fit.ok
    told = {story.name: (story.over, story.under) for page in fit.fits if page is not None for story in page.stories}
    assert told.keys() >= {"lighthouse", "boards", "ferry", "boat"}
    assert set(told.values()) == {(0, 0)}


def test_a_proof_reader_finds_nothing(chaoxun: Edition) -> None:
    """Copy, heads, captions and credits."""
    assert [slip for page in chaoxun.pages for slip in proofread(copy_of(page))] == []


@pytest.mark.parametrize(("number", "letters"), [(FRONT, "VD"), (INSIDE, "K")])
def test_stories_end_flush(chaoxun_placed: Sequence[PlacedPage], number: int, letters: str) -> None:
    """The last lines of a story's legs stand in one row."""
    page = chaoxun_placed[number]
    for letter in letters:
        feet: dict[int, float] = {}
        for line in body(page, letter):
            feet[line.leg] = max(feet.get(line.leg, 0.0), line.y)
        assert max(feet.values()) - min(feet.values()) < 0.01, letter


def filled(page: PlacedPage, whole: set[str], left: float, right: float) -> Iterator[tuple[float, float]]:
    """What stands in a column, from y to y: lines of copy, heads over their whole width, pictures, rules; boxed parts,
    advertisements and section heads with the white that is their own.
    """
    frames = [one.frame for one in page.articles if one.part in whole]
    frames += [ornament.frame for ornament in page.ornaments]
    for one in page.articles:
        for block in one.blocks:
            if isinstance(block, PlacedPicture):
                frames.append(block.frame)
            elif block.lines[0].length is not None:
                # The blank character at each end of a vertical head is its own.
                across = [(frame.x, frame.width) for frame in block.frames]
                frames.extend(Rect(x, one.frame.y, width, one.frame.height) for x, width in across)
            elif block.role not in ("body", "subhead"):
                frames.extend(block.frames)
            else:
                size = block.lines[0].runs[0].size
                frames.extend(Rect(line.x, line.y - size * 0.88, line.measure, size) for line in block.lines)
    yield from ((one.y, one.bottom) for one in frames if one.x < right and left < one.right)
    for rule in page.under:
        if isinstance(rule, Rule) and rule.y1 == rule.y2 and rule.x1 < right and left < rule.x2:
            yield rule.y1, rule.y2


def deepest_hole(model: Page, page: PlacedPage) -> float:
    """The deepest white of all base columns, in rows, down to the foot of the page."""
    whole = {part.letter for part in model.parts if part.box or isinstance(part, (Advertisement, Masthead))}
    deepest = 0.0
    for x in page.grid.column_xs:
        foot = page.print_space.y
        for start, end in [*sorted(filled(page, whole, x, x + page.grid.column_width)), (page.print_space.bottom, 0.0)]:
            deepest = max(deepest, start - foot)
            foot = max(foot, end)
    return deepest / page.grid.pitch


def test_no_hole_is_deeper_than_two_rows(chaoxun: Edition, chaoxun_placed: Sequence[PlacedPage]) -> None:
    """天窗: the main head's own white and that of the head under it make two rows more by less than a half; without
    its letter the page has a hole.
    """
    for model, page in zip(chaoxun.pages, chaoxun_placed, strict=True):
        assert deepest_hole(model, page) < 2.5
    inside = chaoxun_placed[INSIDE]
    missing = replace(inside, articles=tuple(one for one in inside.articles if one.part != "O"))
    assert deepest_hole(chaoxun.pages[INSIDE], missing) > 8


def test_the_lead_goes_on_inside(chaoxun: Edition, chaoxun_placed: Sequence[PlacedPage]) -> None:
    """下转、上接: numbers are filled in, both parts together are the copy, none has fewer than four lines."""
    front, inside = chaoxun_placed
    (to,) = [block for block in article(front, "A").text_blocks() if block.role == "jump"]
    (back,) = [block for block in article(inside, "K").text_blocks() if block.role == "jump"]
    assert to.lines[0].text == "（下转第2版）"
    assert back.lines[0].text == "（上接第1版）"
    first, rest = body(front, "A"), body(inside, "K")
    assert min(len(first), len(rest)) >= 4
    copy = (ISSUE / "front" / "lighthouse.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    paragraphs = [line.removeprefix("## ") for line in copy.splitlines() if line]
    assert "".join(line.text for line in [*first, *rest]) == "".join(paragraphs)


def test_a_vertical_head_stands_beside_its_story(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """竖题: two lines of five characters, set downwards, left of all text of the story."""
    head = [block for block in article(chaoxun_placed[FRONT], "V").text_blocks() if block.role == "headline"]
    lines = [line for block in head for line in block.lines]
    assert [line.text for line in lines] == ["渡口街今年", "不垒沙袋了"]
    assert all(line.length is not None for line in lines)
    assert max(line.x for line in lines) < min(line.x for line in body(chaoxun_placed[FRONT], "V"))


def test_a_story_bends_round_the_advertisement(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """拐角稿: its head stands over all four legs; two of them stop over the advertisement, the others go on beside it
    to its foot. Legs that end alike end in one row.
    """
    inside = chaoxun_placed[INSIDE]
    frame, lines = article(inside, "X").frame, body(inside, "B")
    feet = [max(line.y for line in lines if line.leg == leg) for leg in range(4)]
    assert feet[0] == pytest.approx(feet[1])
    assert feet[2] == pytest.approx(feet[3])
    assert feet[2] < frame.y < feet[0] < frame.bottom + 1
    head = next(block for block in article(inside, "B").text_blocks() if block.role == "headline")
    assert head.frames[0].width == pytest.approx(article(inside, "B").frame.width)
    assert all(line.x > head.frames[0].x - 1 and line.y > head.frames[0].bottom for line in lines)


def test_text_runs_round_the_boat(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """文包图 on the front page: it stands in both legs, under lines that fill them and between shorter ones."""
    front = chaoxun_placed[FRONT]
    frame, lines = article(front, "Q").frame, body(front, "D")
    for leg in (0, 1):
        over = {round(line.measure, 1) for line in lines if line.leg == leg and line.y < frame.y}
        beside = {round(line.measure, 1) for line in lines if line.leg == leg and line.y > frame.y}
        em = front.grid.body_pt
        assert over == {20 * em}
        assert beside == {13 * em}
    low = [line for line in lines if line.y > frame.y]
    assert min(line.x + line.measure for line in low if line.leg == 0) < frame.x
    assert min(line.x for line in low if line.leg == 1) > frame.right


def test_text_runs_round_the_lens(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """文包图: the picture stands in the middle leg, text of that leg above it and below it."""
    inside = chaoxun_placed[INSIDE]
    frame = article(inside, "Z").frame
    leg = [line.y for line in body(inside, "K") if line.leg == 1]
    assert min(leg) < frame.y < frame.bottom < max(leg)
    assert not [y for y in leg if frame.y < y < frame.bottom]


def test_the_name_is_the_largest_thing_on_the_front_page(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """国新出发〔2020〕10号: the nameplate is more prominent than any other text; the serial number is nobody's."""
    front = chaoxun_placed[FRONT]
    name = next(block for block in article(front, "N").text_blocks() if block.role == "nameplate")
    assert name.lines[0].text == "汐门潮讯"
    others = [run.size for one in front.articles if one.part != "N" for run in one.runs()]
    assert name.lines[0].runs[0].size > max(others)
    assert "国内统一连续出版物号 CN 00-0000" in [block.lines[0].text for block in article(front, "N").text_blocks()]


def test_heads_of_neighbours_do_not_butt(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """碰题: heads of stories side by side are a row apart at the least, up and down, or one of them is boxed."""
    for page, boxed in zip(chaoxun_placed, ("", "SO"), strict=True):
        heads: list[tuple[float, float]] = []
        for one in page.articles:
            blocks = [block for block in one.text_blocks() if block.role == "headline"]
            if one.kind == "story" and one.part not in boxed:
                lines = [line for block in blocks for line in block.lines]
                tops = [line.y if line.length else line.y - line.runs[0].size for line in lines]
                heads.append((min(tops), max(line.y + (line.length or 0.0) for line in lines)))
        assert len(heads) > 1
        for (_, foot), (top, _) in pairwise(sorted(heads)):
            assert top - foot >= page.grid.pitch


def test_tables_are_tagged_and_advertisements_labelled(chaoxun: Edition, chaoxun_placed: Sequence[PlacedPage]) -> None:
    """A table a page, with its head cells; 广告 over each advertisement."""
    tags: list[str] = []

    def walk(element: pikepdf.Object) -> None:
        if "/S" in element:
            tags.append(str(element["/S"]))
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                walk(kid)

    with pikepdf.open(BytesIO(chaoxun.pdf)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    assert (tags.count("/Table"), tags.count("/TH"), tags.count("/TD")) == (2, 9, 42)
    for page, letter in zip(chaoxun_placed, "GX", strict=True):
        assert [block.lines[0].text for block in article(page, letter).text_blocks()] == ["广告"]


def test_line_drawings_are_made_again_the_same(tmp_path: Path) -> None:
    """What lies beside the pages is what the scripts in assets draw: paths byte by byte, pixels as they are seen."""
    scripts = TREE / "assets" / "chaoxun"
    code = "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import drawings, linocuts; "
    code += "drawings.PAGES = linocuts.PAGES = Path(sys.argv[2]); drawings.main(); linocuts.main()"
    for folder in ("front", "inside"):
        (tmp_path / folder).mkdir()
    subprocess.run([sys.executable, "-c", code, str(scripts), str(tmp_path)], check=True)
    drawn = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.svg"))
    assert len(drawn) == 6
    assert all((tmp_path / name).read_bytes() == (ISSUE / name).read_bytes() for name in drawn)
    pulled = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.png"))
    assert len(pulled) == 3
    for name in pulled:
        with Image.open(tmp_path / name) as again, Image.open(ISSUE / name) as print_:
            assert (again.size, again.tobytes()) == (print_.size, print_.tobytes())


def test_pictures_are_small() -> None:
    """All files of artwork together stay under 300 kB: they travel with the project."""
    files = [path for path in ISSUE.rglob("*") if path.suffix in (".png", ".svg")]
    assert len(files) == 9
    assert sum(path.stat().st_size for path in files) < 300_000


def test_a_night_editor_marks_nothing(chaoxun: Edition) -> None:
    """Nothing is found, and nothing had to be accepted: stacks interlock, and no white cuts a page."""
    assert main(["makeup", str(ISSUE)]) == 0
    assert all(page.makeup.accepted == () for page in chaoxun.pages)
