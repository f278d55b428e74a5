"""Proofs: what is drawn about the copy says where it stands and leaves the copy exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from every_page import EVERY_PAGE, JIAXING, TREE
from jxprint.cli import main
from jxprint.composition.lettering import Lettering
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.placed import Box, Outline, PlacedPage, Rule, Shape
from jxprint.proof import Marked, proofed
from jxprint.proof.inks import CYAN, MAGENTA, PAPER, RED
from jxprint.proof.labels import fitted_label
from sabotage import pdf_of


def added(page: PlacedPage, proof: PlacedPage) -> Iterator[Shape]:
    """What a proof draws that its page does not."""
    before = {id(shape) for shape in (*page.under, *page.over)}
    yield from (shape for shape in (*proof.under, *proof.over) if id(shape) not in before)


@pytest.mark.parametrize("folder", EVERY_PAGE, ids=[path.name for path in EVERY_PAGE])
def test_the_copy_of_a_proof_is_exact(folder: Path, library: Library) -> None:
    """Both readers find every character in its order, whatever is drawn about it."""
    page = jxprint.read_page(folder)
    marks = (Marked(Rect(100.0, 100.0, 80.0, 40.0), "溢排 4 行"),)
    report = jxprint.check(
        pdf_of(proofed(jxprint.compose(page, library), library, "zh", marks), library), page, is_proof=True
    )
    assert report.ok, list(report.lines("en"))


def test_a_proof_has_the_very_articles_of_its_page(jiaxing_placed: PlacedPage, library: Library) -> None:
    """Nothing is composed again, and what the page draws is still drawn, in its order."""
    proof = proofed(jiaxing_placed, library, "zh")
    assert proof.articles is jiaxing_placed.articles
    assert [shape for shape in proof.under if shape in jiaxing_placed.under] == list(jiaxing_placed.under)
    assert proof.over[: len(jiaxing_placed.over)] == jiaxing_placed.over


def test_a_baseline_stands_at_every_row(jiaxing_placed: PlacedPage, library: Library) -> None:
    """92 rows on the first page, the first where its grid starts, over the whole type area."""
    area, grid = jiaxing_placed.print_space, jiaxing_placed.grid
    lines = [
        shape
        for shape in added(jiaxing_placed, proofed(jiaxing_placed, library, "zh"))
        if isinstance(shape, Rule) and shape.x1 == area.x and shape.x2 == area.right
    ]
    assert [line.y1 for line in lines] == pytest.approx([grid.first_baseline + row * grid.pitch for row in range(92)])


def test_every_part_has_its_frame(jiaxing_placed: PlacedPage, library: Library) -> None:
    """In magenta, where the part stands."""
    boxes = [
        shape.frame
        for shape in added(jiaxing_placed, proofed(jiaxing_placed, library, "zh"))
        if isinstance(shape, Box) and shape.stroke == MAGENTA
    ]
    assert {article.frame for article in jiaxing_placed.articles} <= set(boxes)


def test_no_ink_of_a_proof_is_black(jiaxing_placed: PlacedPage, library: Library) -> None:
    """What is drawn about the copy is told from it at a glance."""
    for shape in added(jiaxing_placed, proofed(jiaxing_placed, library, "zh")):
        inks = (shape.fill, shape.stroke) if isinstance(shape, Box) else (getattr(shape, "fill", None),)
        assert all(ink is None or ink.cmyk[3] == 0 for ink in inks)
        assert not isinstance(shape, Rule) or shape.ink.name == CYAN.name


def test_numbers_stand_beside_the_lines(jiaxing_placed: PlacedPage, library: Library) -> None:
    """No outline that a proof adds touches the em box of a line of body text."""
    lines = [
        Rect(line.x + 0.5, line.y - 8.0, sum(line.runs[-1].advances) + line.runs[-1].x - line.x - 1.0, 8.0)
        for block in jiaxing_placed.text_blocks()
        if block.role == "body"
        for line in block.lines
    ]
    for shape in added(jiaxing_placed, proofed(jiaxing_placed, library, "zh")):
        if isinstance(shape, Outline):
            xs = [float(value) for command in shape.commands for value in command[1::2]]
            ys = [float(value) for command in shape.commands for value in command[2::2]]
            for line in lines:
                across = min(xs) < line.right and line.x < max(xs)
                assert not (across and min(ys) < line.bottom and line.y < max(ys)), (line, min(xs), min(ys))


def test_marks_are_drawn_in_red(jiaxing_placed: PlacedPage, library: Library) -> None:
    """A region that the desk is to see: tinted under the copy, framed over it, its note in outlines."""
    rect = Rect(725.76, 1400.0, 155.0, 60.0)
    plain = proofed(jiaxing_placed, library, "zh")
    proof = proofed(jiaxing_placed, library, "zh", [Marked(rect, "溢排")])
    assert [box.frame for box in proof.under if isinstance(box, Box) and box.fill == RED.tint(0.12)] == [rect]
    red = [shape for shape in proof.over if shape not in plain.over]
    assert [shape.frame for shape in red if isinstance(shape, Box) and shape.fill is None] == [rect]
    assert sum(isinstance(shape, Outline) and shape.fill == RED for shape in red) == 2


def test_notes_stand_on_the_sheet_one_beside_another(jiaxing_placed: PlacedPage, library: Library) -> None:
    """Each on a white plate: a region that passes the trim has its note within its foot, and none hides another."""
    width, height = jiaxing_placed.width, jiaxing_placed.height
    deep = Rect(width - 60.0, height - 200.0, 50.0, 400.0)
    marks = [Marked(deep, "溢文：30 行，300 字"), Marked(deep, "溢文：31 行，310 字"), Marked(deep)]
    proof = proofed(jiaxing_placed, library, "zh", marks)
    plates = [box.frame for box in proof.over if isinstance(box, Box) and box.fill == PAPER and box.stroke == RED]
    assert len(plates) == 2
    assert all(one.x >= 0 and one.right <= width and one.y >= 0 and one.bottom <= height for one in plates)
    assert plates[1].bottom < plates[0].y
    last = [shape for shape in proof.over if isinstance(shape, Outline) and shape.fill == RED]
    ys = [float(value) for shape in last for command in shape.commands for value in command[2::2]]
    assert min(ys) > plates[1].y
    assert max(ys) < plates[0].bottom


def test_the_slug_stands_over_the_trim(jiaxing_placed: PlacedPage, library: Library) -> None:
    """Where no copy comes that has no room; on a narrow sheet on two lines, and nothing of it is left out."""
    pages = jiaxing_placed, replace(jiaxing_placed, title="很长的题目" * 5)
    for page in pages:
        outlines = [shape for shape in proofed(page, library, "zh").over if isinstance(shape, Outline)]
        ys = [float(value) for shape in outlines for command in shape.commands for value in command[2::2]]
        assert max(ys) < page.height
        assert min(ys) > -14 * 72 / 25.4


def test_an_ornament_has_its_letter_and_measures(chaoxun_placed: Sequence[PlacedPage], library: Library) -> None:
    """It is in no article, and a proof names it all the same."""
    page = chaoxun_placed[1]
    (ornament,) = page.ornaments
    assert (ornament.part, ornament.room is not None) == ("Y", True)
    shapes = list(added(page, proofed(page, library, "en")))
    assert ornament.room in [shape.frame for shape in shapes if isinstance(shape, Box) and shape.stroke == MAGENTA]
    without = added(page, proofed(replace(page, ornaments=()), library, "en"))
    assert len([one for one in shapes if isinstance(one, Outline)]) > len(
        [one for one in without if isinstance(one, Outline)]
    )


def test_nothing_crosses_a_label(
    jiaxing_placed: PlacedPage, chaoxun_placed: Sequence[PlacedPage], library: Library
) -> None:
    """Each stands on a ground of paper that hides no copy and breaks no rule: 文武线 once ran through one."""
    for page in (jiaxing_placed, *chaoxun_placed):
        grounds = [
            shape.frame
            for shape in added(page, proofed(page, library, "en"))
            if isinstance(shape, Box) and shape.fill is not None and shape.fill.cmyk == (0.0, 0.0, 0.0, 0.0)
        ]
        assert len(grounds) == sum(one.kind != "folio" for one in page.articles) + len(page.ornaments)
        rules = [one for one in (*page.under, *page.over) if isinstance(one, Rule) and one.y1 == one.y2]
        assert rules
        for ground in grounds:
            for rule in rules:
                beside = rule.x2 <= ground.x or ground.right <= rule.x1
                assert beside or not ground.y < rule.y1 < ground.bottom
            for line in (line for block in page.text_blocks() for line in block.lines if line.length is None):
                beside = line.runs[-1].x + sum(line.runs[-1].advances) <= ground.x or ground.right <= line.runs[0].x
                assert beside or not ground.y < line.y < ground.bottom


def test_a_long_name_leaves_the_measures_of_its_label(library: Library) -> None:
    """It is the name that is cut; where all of it would not do, the label ends where the room does."""
    face = Lettering(library)
    label = "E 今日天气今日天气 43.6 × 33.0 mm"
    told = fitted_label(face, label, "今日天气今日天气", face.width(label, 6.5) - 30)
    assert told.startswith("E 今日")
    assert told.endswith("… 43.6 × 33.0 mm")
    assert fitted_label(face, label, "今日天气今日天气", 30.0).endswith("…")
    assert fitted_label(face, label, "今日天气今日天气", 300.0) == label


def test_a_label_too_long_is_cut_with_an_ellipsis(library: Library) -> None:
    """As many characters as there is room for, and never more."""
    face = Lettering(library)
    told = face.fitted("激活人才引擎赋能城市发展", 6.5, 40.0)
    assert told.endswith("…")
    assert 30 < face.width(told, 6.5) <= 40
    assert face.fitted("短", 6.5, 40.0) == "短"


def test_the_command_makes_a_proof_and_proves_it(tmp_path: Path) -> None:
    """`build --proof --check`: room for the slug about the trim, and the same bytes on every run."""
    for name in ("one.pdf", "two.pdf"):
        assert main(["build", str(JIAXING), "-o", str(tmp_path / name), "--proof", "--check", "--lang", "zh"]) == 0
    data = (tmp_path / "one.pdf").read_bytes()
    assert data == (tmp_path / "two.pdf").read_bytes()
    with pikepdf.Pdf.open(BytesIO(data)) as document:
        media, trim = (list(map(float, box)) for box in (document.pages[0].mediabox, document.pages[0].trimbox))
    assert trim[2] - trim[0] == pytest.approx(390 * 72 / 25.4, abs=0.01)
    assert trim[0] - media[0] == pytest.approx(14 * 72 / 25.4, abs=0.01)


def test_an_edition_of_proofs_does_not_depend_on_processes(tmp_path: Path) -> None:
    """The second process proofs its own pages."""
    from jxprint.edition import make_edition

    folders = [JIAXING, TREE / "tests" / "pages" / "vertical"]
    one, two = (make_edition(folders, processes=count, proof="zh").pdf for count in (1, 2))
    assert one == two


def test_copy_below_the_sheet_is_seen(jiaxing_placed: PlacedPage, library: Library) -> None:
    """The room round the trim reaches as far as the deepest region, and no further than six tenths of the sheet."""
    plain = proofed(jiaxing_placed, library, "en").bleed
    foot = jiaxing_placed.height
    for below, room in ((-50.0, 0.0), (120.0, 120.0), (9000.0, 0.6 * foot)):
        marks = [Marked(Rect(100.0, foot - 80.0, 200.0, 80.0 + below))]
        assert proofed(jiaxing_placed, library, "en", marks).bleed == pytest.approx(plain + room)
