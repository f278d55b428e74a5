"""Spot inks (专色) in the PDF: a plate of their own, once a file, proved as every other ink."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.colour import newsprint
from jxprint.errors import OutputError
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.ink import Ink, Spot
from jxprint.model import Page
from jxprint.placed import Box, PlacedPage, Rule
from jxprint.profile import PROFILES
from jxprint.writers.pdf import Manner, PdfWriter
from jxprint.writers.pdf.spots import spots_of

TREE = Path(__file__).resolve().parent.parent
PANTONE = Spot("PANTONE 485 C", (0.0, 0.95, 1.0, 0.0))
RED = Ink("red", PANTONE.cmyk, PANTONE)
BLUE = Ink("blue", (1.0, 0.5, 0.0, 0.0), Spot("蓝 (深)", (1.0, 0.5, 0.0, 0.0)))


@pytest.fixture(scope="module")
def red_page(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, PlacedPage]:
    """The first page, with its bylines in a spot ink."""
    folder = tmp_path_factory.mktemp("spots") / "page"
    shutil.copytree(TREE / "layout" / "jiaxing", folder)
    style = (TREE / "layout" / "styles" / "daily.toml").read_text(encoding="utf-8")
    style = style.replace("[role.byline]\n", '[role.byline]\nink = "red"\n')
    (folder / "own.toml").write_text(
        style + '\n[ink.red]\ncmyk = [0, 95, 100, 0]\nspot = "PANTONE 485 C"\n', encoding="utf-8"
    )
    told = (folder / "page.toml").read_text(encoding="utf-8")
    (folder / "page.toml").write_text(told.replace('style = "daily"', 'style = "own.toml"'), encoding="utf-8")
    page = jxprint.read_page(folder)
    return page, jxprint.compose(page, jxprint.open_library(page.style.fonts, base=folder))


def spaces(data: bytes) -> list[dict[str, Any]]:
    """The colour spaces of each page, by the name of their ink."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found: list[Any] = [page.obj.Resources.get("/ColorSpace", {}) for page in pdf.pages]
        return [
            {str(space[1]): (str(space[0]), str(space[2]), [float(one) for one in space[3].C1], space.objgen)
             for space in page.values() if str(space[0]) == "/Separation"}
            for page in found
        ]  # fmt: skip


def test_a_page_in_a_spot_ink_is_proved(red_page: tuple[Page, PlacedPage], library: Library) -> None:
    """Every character and every glyph, as in black; the ink is a plate with what stands for it."""
    page, placed = red_page
    data = PdfWriter(library).write([placed])
    report = jxprint.check(data, page)
    assert report.ok, [one.key for one in report.findings]
    (own,) = spaces(data)
    kind, stands_for, amounts, _ = own["/PANTONE 485 C"]
    assert (kind, stands_for, amounts) == ("/Separation", "/DeviceCMYK", [0, 0.95, 1, 0])


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_knows_spot_inks(name: str, red_page: tuple[Page, PlacedPage], library: Library) -> None:
    """A plate where the file is printed or kept; on a screen the light that stands for it."""
    page, placed = red_page
    row = PROFILES[name]
    data = PdfWriter(library, Manner(row, newsprint() if row.has_intent else None)).write([placed])
    assert [list(one) for one in spaces(data)] == [[] if row.colour == "screen" else ["/PANTONE 485 C"]]
    assert jxprint.check(data, page).ok
    with pikepdf.open(BytesIO(data)) as pdf:
        named: Any = pdf.pages[0].obj.Resources.get("/ColorSpace", {})
        used = [
            str(one.operands[0])
            for one in pikepdf.parse_content_stream(pdf.pages[0])
            if str(one.operator) in ("cs", "CS")
        ]
        assert set(used) <= set(named)
        assert bool(used) == (row.colour != "screen")


def test_pages_share_a_plate(red_page: tuple[Page, PlacedPage], library: Library) -> None:
    """One space a file, whatever page it is on; a page without it names none."""
    _, placed = red_page
    box = Box(Rect(10, 10, 20, 20), fill=BLUE.tint(0.5), stroke=RED, stroke_pt=1)
    rule = Rule(1, 1, 9, 9, 0.5, BLUE)
    plain = replace(placed, articles=(), ornaments=(), under=(box,), over=(rule,))
    empty = replace(plain, under=(), over=())
    first, second, third = spaces(PdfWriter(library).write([placed, plain, empty]))
    assert set(second) == {"/PANTONE 485 C", "/蓝 (深)"}
    assert first["/PANTONE 485 C"] == second["/PANTONE 485 C"]
    assert third == {}


def test_a_tint_is_a_share_of_the_plate(red_page: tuple[Page, PlacedPage], library: Library) -> None:
    """Filled and stroked, each in its own."""
    _, placed = red_page
    box = Box(Rect(10, 10, 20, 20), fill=RED.tint(0.25), stroke=RED, stroke_pt=1)
    data = PdfWriter(library).write([replace(placed, articles=(), ornaments=(), under=(box,), over=())])
    with pikepdf.open(BytesIO(data)) as pdf:
        told = [
            (str(one.operator), [str(v) for v in one.operands]) for one in pikepdf.parse_content_stream(pdf.pages[0])
        ]
    tints = {operator: float(values[0]) for operator, values in told if operator in ("scn", "SCN")}
    assert tints == {"scn": 0.25, "SCN": 1.0}


def test_one_plate_with_two_values_is_refused(red_page: tuple[Page, PlacedPage], library: Library) -> None:
    """Pages of two styles in one file: a press has one ink in the trough."""
    _, placed = red_page
    other = Spot(PANTONE.name, (0.0, 1.0, 0.8, 0.1))
    page = replace(
        placed, articles=(), ornaments=(), over=(), under=(Rule(1, 1, 9, 9, 1, Ink("red", other.cmyk, other)),)
    )
    with pytest.raises(OutputError) as refused:
        PdfWriter(library).write([placed, page])
    (finding,) = refused.value.findings
    assert (finding.key, finding.args["plate"]) == ("output.spot_twice", PANTONE.name)


def test_pages_without_spot_inks_name_no_space(jiaxing_placed: PlacedPage, library: Library) -> None:
    """What a page of black has is what it had before there were spot inks."""
    assert spots_of(jiaxing_placed, (b"0 0 0 1 k",)) == ()
    with pikepdf.open(BytesIO(PdfWriter(library).write([jiaxing_placed]))) as pdf:
        assert "/ColorSpace" not in pdf.pages[0].obj.Resources
