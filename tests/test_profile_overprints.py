"""How much ink comes together where black overprints a tint, told before anything is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from jxprint.cli import main
from jxprint.edition import share
from jxprint.geometry import Rect
from jxprint.ink import BLACK, PAPER, Ink, Spot
from jxprint.placed import (
    Article,
    Box,
    GlyphRun,
    Outline,
    PlacedPage,
    PlacedPicture,
    Rule,
    Shape,
    SourceRef,
    TextBlock,
    TextLine,
)
from jxprint.preflight import preflight
from jxprint.profile import PROFILES
from jxprint.profile.demands import unmet

LAYOUT = Path(__file__).resolve().parent.parent / "layout"
# 200 % of two and a half inks; with black 300.
DARK = Ink("dark", (0.8, 0.8, 0.4, 0.0))
FIELD = Rect(100, 100, 60, 40)
# A square an em wide on the baseline, as an outline in ems: with a hole in it a frame of a tenth.
SOLID = (("M", 0.0, 0.0), ("L", 1.0, 0.0), ("L", 1.0, 1.0), ("L", 0.0, 1.0), ("Z",))
HOLE = (("M", 0.1, 0.1), ("L", 0.1, 0.9), ("L", 0.9, 0.9), ("L", 0.9, 0.1), ("Z",))
OUTLINES = {1: SOLID, 2: (*SOLID, *HOLE)}


def outline(face: str, glyph: int) -> tuple[tuple[str | float, ...], ...]:
    """Of a face of two glyphs; the page's own type is not drawn."""
    return OUTLINES[glyph] if face == "face" else ()


def box(x: float, y: float, width: float, height: float, ink: Ink = BLACK) -> Box:
    """A filled rectangle."""
    return Box(Rect(x, y, width, height), ink)


def page_with(page: PlacedPage, *shapes: Shape) -> PlacedPage:
    """The page with shapes over it, the dark field first."""
    return replace(page, over=(*page.over, Box(FIELD, DARK), *shapes))


def told(page: PlacedPage) -> list[tuple[str, float, float, object]]:
    """What comes together: severity, place in points, the total."""
    found = [one for one in unmet(page, PROFILES["press-x4"], outline) if one.key == "profile.together"]
    places = [[float(str(one.args[key])) * 72 / 25.4 for key in ("x_mm", "y_mm")] for one in found]
    return [(one.severity, x, y, one.args["total"]) for one, (x, y) in zip(found, places, strict=True)]


@pytest.mark.parametrize(
    "shape",
    [
        box(110, 110, 20, 20),
        Rule(110, 120, 150, 120, 8.0, BLACK),
        Box(Rect(110, 110, 40, 20), None, BLACK, 8.0),
        Outline((("M", 110.0, 110.0), ("L", 130.0, 110.0), ("L", 130.0, 130.0), ("L", 110.0, 130.0), ("Z",)), BLACK),
    ],
)
def test_black_over_a_dark_tint_is_refused(shape: Shape, jiaxing_placed: PlacedPage) -> None:
    """With what both come to, where that begins."""
    [(severity, x, y, total)] = told(page_with(jiaxing_placed, shape))
    assert (severity, total) == ("error", 300)
    assert 105 <= x <= 112
    assert 105 <= y <= 117


@pytest.mark.parametrize(
    "shapes",
    [
        [box(110, 110, 20, 4)],  # less than an area
        [box(170, 110, 20, 20)],  # beside it
        [box(96, 110, 8, 20)],  # four points of it
        [box(110, 110, 20, 20, BLACK.tint(0.9))],  # knocks out
        [box(110, 110, 20, 20, PAPER), box(110, 110, 20, 20)],  # stands on paper
        [box(105, 105, 30, 30, Ink("light", (0.5, 0.5, 0, 0))), box(110, 110, 20, 20)],  # on a lighter tint
        [box(110, 110, 20, 20, Ink("blue", (1, 1, 0, 0)))],  # knocks out
    ],
)
def test_what_comes_to_no_more_is_not_told(shapes: list[Shape], jiaxing_placed: PlacedPage) -> None:
    """Nothing of it is an alarm."""
    assert told(page_with(jiaxing_placed, *shapes)) == []


def test_a_spot_ink_under_black_counts(jiaxing_placed: PlacedPage) -> None:
    """It is a plate more."""
    spot = Ink("spot", (1, 0, 0, 0), Spot("Rot", (1, 0, 0, 0)))
    page = replace(jiaxing_placed, over=(Box(FIELD, spot), box(110, 110, 20, 20)))
    assert told(page) == []
    assert told(page_with(jiaxing_placed, box(110, 110, 20, 20)))[0][3] == 300


def article_of(run: GlyphRun) -> Article:
    """A part Z with one line."""
    line = TextLine(run.x, run.y, 60, 0, (run,))
    block = TextBlock("headline", "headline", 0, (line,), (FIELD,))
    return Article("Z", "headline", "Z", FIELD, (block,))


@pytest.mark.parametrize(
    ("glyph", "size", "orientation", "ink", "found"),
    [
        (1, 20.0, "horizontal", BLACK, True),
        (1, 20.0, "vertical", BLACK, True),
        (1, 20.0, "rotated", BLACK, True),
        (1, 5.0, "horizontal", BLACK, False),
        (2, 20.0, "horizontal", BLACK, False),
        (1, 20.0, "horizontal", PAPER, False),
    ],
)
def test_type_is_measured_by_its_strokes(
    glyph: int, size: float, orientation: str, ink: Ink, found: bool, jiaxing_placed: PlacedPage
) -> None:
    """Strokes of two millimetres are areas; thin ones are none, however large the type is; reversed type knocks out."""
    run = GlyphRun("face", size, ink, 120, 130 if orientation == "horizontal" else 110, "字", (glyph,), (size,), (0,),
                   SourceRef("Z", "headline", 0, 0, 1), orientation=orientation)  # type: ignore[arg-type]  # fmt: skip
    page = replace(
        jiaxing_placed,
        under=(*jiaxing_placed.under, Box(FIELD, DARK)),
        articles=(*jiaxing_placed.articles, article_of(run)),
    )
    findings = [one for one in unmet(page, PROFILES["press-x4"], outline) if one.key == "profile.together"]
    assert [one.place.part for one in findings] == ["Z"] * found
    assert not list(unmet(page, PROFILES["archive-a2"], outline))


def test_a_picture_covers_the_tint(jiaxing_placed: PlacedPage) -> None:
    """It knocks out, and its own ink is measured with its file."""
    picture = PlacedPicture(FIELD, "河", Path("missing.jpg"), (600, 400))
    page = replace(
        jiaxing_placed,
        under=(*jiaxing_placed.under, Box(FIELD, DARK)),
        articles=(*jiaxing_placed.articles, Article("Z", "picture", "Z", FIELD, (picture,))),
        over=(box(110, 110, 20, 20),),
    )
    assert told(page) == []


def test_a_tint_is_told_with_the_part_that_it_lies_under(jiaxing_placed: PlacedPage) -> None:
    """Also where its corner stands off that part; what begins in the bleed begins with the page."""
    frame = jiaxing_placed.articles[-2].frame
    about = Rect(frame.x - 8, frame.y - 8, frame.width + 16, frame.height + 16)
    heavy = Ink("heavy", (0.9, 0.9, 0.9, 0.0))
    page = replace(jiaxing_placed, under=(*jiaxing_placed.under, Box(about, heavy)))
    [one] = [one for one in unmet(page, PROFILES["press-x4"]) if one.key == "profile.too_much_ink"]
    assert one.place.part == jiaxing_placed.articles[-2].part
    page = replace(jiaxing_placed, under=(Box(Rect(-9, -9, 30, 30), heavy),))
    [one] = [one for one in unmet(page, PROFILES["press-x4"]) if one.key == "profile.too_much_ink"]
    assert (one.args["x_mm"], one.args["y_mm"]) == (0.0, 0.0)


@pytest.fixture
def tinted(tmp_path: Path) -> Path:
    """The first page with its headline in a box, on a tint of 200 %."""
    made = tmp_path / "page"
    shutil.copytree(LAYOUT / "jiaxing", made)
    style = (LAYOUT / "styles" / "daily.toml").read_text("utf-8")
    (made / "style.toml").write_text(style + "\n[ink.dark]\ncmyk = [80, 80, 40, 0]\n", "utf-8")
    page = (made / "page.toml").read_text("utf-8").replace('style = "daily"', 'style = "style.toml"')
    at = page.index("\n", page.index('kind = "headline"')) + 1
    tint = 'box = "thin"\ntint = 1.0\ntint_ink = "dark"\n'
    (made / "page.toml").write_text(page[:at] + tint + page[at:], "utf-8")
    return made


def test_both_faces_say_the_same_of_a_head_on_a_tint(
    tinted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build refuses it with its part, line and millimetres; of a file that nobody refused the preflight says it."""
    build = ["build", str(tinted), "-o", str(tmp_path / "x.pdf"), "--profile", "press-x4", "--json"]
    assert main(build) == 9
    [before] = [row for row in json.loads(capsys.readouterr().out)["findings"] if row["key"] == "profile.together"]
    assert (before["part"], before["args"]["total"], before["severity"]) == ("H", 300, "error")
    assert before["line"]
    assert not (tmp_path / "x.pdf").exists()
    monkeypatch.setattr(share, "refuse_unmet", lambda *_: ())
    assert main(build) == 0
    report = preflight(tmp_path / "x.pdf", PROFILES["press-x4"])
    [behind] = [fault for fault in report.faults if fault.rule.id == "ink.together"]
    assert behind.args["total"] == 300
    assert behind.spot is not None
    # The first area of one and the other, on two grids.
    assert abs(behind.spot[1] - before["args"]["y_mm"]) < 3
    assert report.inks[0].total == pytest.approx(300, abs=1)
