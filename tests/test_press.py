"""Press sheets: paper beyond the bleed, and on it what the press has to see; never on the page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

import jxprint
from every_page import EVERY_PAGE, JIAXING, TREE
from hand_placed import placed as placed_by_hand
from jxprint.cli import main
from jxprint.edition.how import How
from jxprint.edition.sheets import dressed_pages
from jxprint.errors import ProfileError, UsageError
from jxprint.fonts import Library
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.ink import BLACK, REGISTRATION, RESERVED, Ink, Spot
from jxprint.placed import Box, Outline, PlacedPage, Rule, Shape
from jxprint.press.asked import MARKS, Mark, Press, marks_named
from jxprint.press.bars import PATCHES
from jxprint.press.dressing import dressed
from jxprint.press.paper import SLUG_PT
from jxprint.press.slug import Slug, slug_of
from jxprint.writers.dump import dump
from jxprint.writers.png import render_png
from sabotage import pdf_of, spoiled

CHAOXUN = TREE / "layout" / "chaoxun"
SLUG = Slug("汐门潮讯 2026年9月23日", "第4版 岸上", profile="press-x4", epoch=1_700_000_000)


def page_of(width_mm: float, height_mm: float, bleed_mm: float = 3.0) -> PlacedPage:
    """An empty page of some trim."""
    _, page = placed_by_hand()
    trim = {"width": width_mm * PT_PER_MM, "height": height_mm * PT_PER_MM}
    return replace(page, bleed=bleed_mm * PT_PER_MM, print_space=Rect(0, 0, *trim.values()), **trim)


def around(shape: Shape) -> Rect:
    """What a mark covers."""
    if isinstance(shape, Box):
        return shape.frame
    if isinstance(shape, Rule):
        half = shape.width_pt / 2
        x, y = min(shape.x1, shape.x2), min(shape.y1, shape.y2)
        across, down = (0.0, half) if shape.y1 == shape.y2 else (half, 0.0)
        wide, high = abs(shape.x2 - shape.x1), abs(shape.y2 - shape.y1)
        return Rect(x - across, y - down, wide + 2 * across, high + 2 * down)
    numbers = [float(number) for command in shape.commands for number in command[1:]]
    xs, ys = numbers[::2], numbers[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def in_mm(page: PlacedPage, marks: tuple[Mark, ...], library: Library, halves: int = 1) -> list[tuple[float, ...]]:
    """The lines of some marks: ends in millimetres from the top left corner of the trim."""
    shapes = dressed(page, marks, SLUG, library, halves).marks
    return [
        tuple(round(value / PT_PER_MM, 3) for value in (one.x1, one.y1, one.x2, one.y2))
        for one in shapes
        if isinstance(one, Rule)
    ]


def words(shapes: tuple[Shape, ...]) -> Iterator[Outline]:
    """Letters: outlines that are no rings."""
    yield from (shape for shape in shapes if isinstance(shape, Outline))


# Boxes.


def test_the_paper_goes_15_mm_beyond_the_bleed(library: Library) -> None:
    """Media, bleed and trim box, each in the one before it."""
    page = dressed(page_of(275, 390), MARKS, SLUG, library)
    with pikepdf.Pdf.open(BytesIO(pdf_of(page, library))) as document:
        written = document.pages[0]
        names = ("/MediaBox", "/BleedBox", "/TrimBox")
        boxes = [[round(float(edge) / PT_PER_MM, 2) for edge in written[name]] for name in names]
    assert boxes == [[0, 0, 311, 426], [15, 15, 296, 411], [18, 18, 293, 408]]


def test_a_page_without_marks_is_as_it_was(jiaxing_placed: PlacedPage, jiaxing_pdf: bytes, library: Library) -> None:
    """No mark asked for is no paper either: the very page, and its media box is the bleed box."""
    assert dressed(jiaxing_placed, (), SLUG, library) is jiaxing_placed
    with pikepdf.Pdf.open(BytesIO(jiaxing_pdf)) as document:
        page = document.pages[0]
        assert list(page["/MediaBox"]) == list(page["/BleedBox"])
        assert "/ColorSpace" not in page["/Resources"]


# Where marks stand.


def test_crop_marks_are_5_mm_lines_3_mm_off_the_bleed(library: Library) -> None:
    """Two at each corner of the trim, on its edges drawn out."""
    lines = in_mm(page_of(200, 300), ("crop",), library)
    assert len(lines) == 8
    assert (-6.0, 0.0, -11.0, 0.0) in lines
    assert (0.0, -6.0, 0.0, -11.0) in lines
    assert (206.0, 300.0, 211.0, 300.0) in lines
    assert (200.0, 306.0, 200.0, 311.0) in lines


def test_marks_are_a_quarter_of_a_point_in_registration(library: Library) -> None:
    """On every plate."""
    shapes = dressed(page_of(550, 390), ("crop", "register", "fold"), SLUG, library, 2).marks
    rules = [shape for shape in shapes if isinstance(shape, Rule)]
    assert {rule.width_pt for rule in rules} == {0.25}
    assert {rule.ink for rule in rules} == {REGISTRATION}


def test_a_register_mark_stands_in_the_middle_of_each_side(library: Library) -> None:
    """A cross of 5 mm, level with the crop marks."""
    lines = in_mm(page_of(200, 300), ("register",), library)
    assert lines[:2] == [(97.5, -8.5, 102.5, -8.5), (100.0, -11.0, 100.0, -6.0)]
    assert (-11.0, 150.0, -6.0, 150.0) in lines
    assert (97.5, 308.5, 102.5, 308.5) in lines
    assert len(lines) == 8


@pytest.mark.parametrize(
    ("trim", "halves", "middles"),
    [
        ((275, 390), 1, set()),
        ((390, 275), 1, set()),
        ((390, 550), 1, {("across", 275.0)}),
        ((550, 390), 2, {("upright", 275.0)}),
        ((780, 550), 2, {("upright", 390.0), ("across", 275.0)}),
    ],
    ids=["tabloid", "wide page", "broadsheet", "two tabloids", "two broadsheets"],
)
def test_folds_are_in_the_middle(
    trim: tuple[float, float], halves: int, middles: set[tuple[str, float]], library: Library
) -> None:
    """Broadsheets are folded across, two pages between them; three dashes of a millimetre at each end."""
    lines = in_mm(page_of(*trim), ("fold",), library, halves)
    assert {("upright", x1) if x1 == x2 else ("across", y1) for x1, y1, x2, y2 in lines} == middles
    assert len(lines) == 6 * len(middles)
    assert all(abs(x2 - x1) + abs(y2 - y1) == pytest.approx(1.0) for x1, y1, x2, y2 in lines)


def test_a_register_mark_stands_outside_a_fold_mark(library: Library) -> None:
    """Neither is drawn on the other."""
    lines = in_mm(page_of(550, 390), ("register",), library, 2)
    assert (275.0, -11.0, 275.0, -6.0) in lines
    lines = in_mm(page_of(550, 390), ("register", "fold"), library, 2)
    assert (275.0, -17.0, 275.0, -12.0) in lines
    assert (275.0, -6.0, 275.0, -7.0) in lines


# The colour bar.


def test_the_bar_has_solids_tints_grey_and_overprints(library: Library) -> None:
    """Twelve patches of 5 mm, from 10 mm within the trim on, 3 mm under the bleed."""
    shapes = dressed(page_of(275, 390), ("bars",), SLUG, library).marks
    patches = [shape for shape in shapes if isinstance(shape, Box)]
    assert [box.fill for box in patches] == [ink for _, ink in PATCHES]
    inks = [ink.cmyk for _, ink in PATCHES]
    assert inks[:4] == [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
    assert inks[4:9] == [(0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.5, 0.4, 0.4, 0)]
    frames = [tuple(round(value / PT_PER_MM, 3) for value in (box.frame.x, box.frame.y)) for box in patches]
    assert frames == [(10.0 + 5 * at, 396.0) for at in range(12)]
    sides = {round(side / PT_PER_MM, 3) for box in patches for side in (box.frame.width, box.frame.height)}
    assert sides == {5.0}


def test_a_bar_goes_on_behind_the_middle(library: Library) -> None:
    """Under a narrow page: 9 patches to the left of the register mark, 3 to its right; none under it."""
    patches = [one for one in dressed(page_of(120, 200), ("bars",), SLUG, library).marks if isinstance(one, Box)]
    lefts = [round(box.frame.x / PT_PER_MM, 3) for box in patches]
    assert lefts == [10.0 + 5 * at for at in range(9)] + [65.0, 70.0, 75.0]


def test_a_bar_without_room_is_refused(library: Library) -> None:
    """With how long it is, and how long it may be."""
    with pytest.raises(ProfileError) as refusal:
        dressed(page_of(80, 200), ("bars",), SLUG, library)
    assert [(one.key, one.args) for one in refusal.value.findings] == [
        ("press.bar_too_long", {"wanted": "60", "room": "50"})
    ]


# The slug line.


def test_the_slug_line_says_page_plates_profile_and_time(jiaxing: jxprint.Page) -> None:
    """A page of an edition by its number and section, one that stands alone by its title; no clock is read."""
    page = replace(jiaxing, numbers=(4, 5), section="要闻")
    assert slug_of([page], "嘉兴日报", "press-x4", 0).parts == (
        "嘉兴日报", "第4-5版 要闻", "CMYK", "press-x4", "1970-01-01 00:00 UTC",
    )  # fmt: skip
    assert slug_of([jiaxing], None, "", None).parts == (jiaxing.title, "CMYK")
    english = replace(page, language="en-GB", numbers=(4,), section="")
    assert slug_of([english, page], "News", "", None).parts == ("News", "page 4 + page 4-5 要闻", "CMYK")


def test_each_plate_says_its_own_name(library: Library) -> None:
    """The letters of CMYK stand on one plate each, everything else on all of them."""
    inks = [shape.fill.name for shape in words(dressed(page_of(275, 390), ("slug",), SLUG, library).marks)]
    assert [name for name in inks if name != "registration"] == ["cyan", "magenta", "yellow", "black"]
    alone = replace(SLUG, plates="M")
    inks = [shape.fill.name for shape in words(dressed(page_of(275, 390), ("slug",), alone, library).marks)]
    assert [name for name in inks if name != "registration"] == ["magenta"]
    two = Spot("深蓝 289", (1.0, 1.0, 0.6, 0.0)), Spot("Gold", (0.0, 0.2, 0.8, 0.2))
    spotted = replace(SLUG, spots=two)
    assert "CMYK + 深蓝 289 + Gold" in spotted.parts
    marks = list(words(dressed(page_of(275, 390), ("slug",), spotted, library).marks))
    assert {spot.name for spot in two} <= {shape.fill.name for shape in marks}
    assert {shape.fill.spot for shape in marks} >= set(two)


def test_the_slug_line_names_the_spot_inks_of_its_page(library: Library, jiaxing: jxprint.Page) -> None:
    """Those that the page lays, on whatever part."""
    spot = Spot("Gold", (0.0, 0.2, 0.8, 0.2))
    page = replace(page_of(275, 390), over=(Box(Rect(9, 9, 9, 9), Ink("gold", spot.cmyk, spot)),))
    [made] = dressed_pages([(jiaxing,)], [page], How(press=Press(("slug",))), library, [])
    assert any(shape.fill.spot == spot for shape in words(made.marks))
    [plain] = dressed_pages([(jiaxing,)], [page_of(275, 390)], How(press=Press(("slug",))), library, [])
    assert not any(shape.fill.spot == spot for shape in words(plain.marks))


def test_a_spot_ink_with_a_name_too_long_for_the_slug_is_refused(library: Library) -> None:
    """A name of a plate is not broken."""
    spot = Spot("深蓝" * 60, (1.0, 1.0, 0.6, 0.0))
    with pytest.raises(ProfileError) as refusal:
        dressed(page_of(275, 390), ("slug",), replace(SLUG, spots=(spot,)), library)
    assert [one.key for one in refusal.value.findings] == ["press.slug_too_long"]


def test_a_long_slug_line_is_broken_and_loses_nothing(library: Library) -> None:
    """Two lines left of the middle, then two right of it: as many letters as on one line."""
    long = replace(SLUG, edition="嘉兴" * 20)
    wide, narrow = (dressed(page_of(width, 390), ("slug",), long, library).marks for width in (500, 150))
    # Bars between the parts that a line ends at are not drawn.
    assert len(list(words(wide))) - 4 <= len(list(words(narrow))) <= len(list(words(wide)))
    rows = {round(around(shape).y + around(shape).height) for shape in words(narrow)}
    assert max(rows) - min(rows) >= 9
    half = narrow and [shape for shape in words(narrow) if around(shape).x > 75 * PT_PER_MM]
    assert half


def test_a_slug_line_without_room_is_refused_with_its_place(library: Library) -> None:
    """The message says which file's words they are, and all of them."""
    slug = replace(SLUG, edition="嘉兴" * 200, place=jxprint.Place(file="edition.toml"))
    with pytest.raises(ProfileError) as refusal:
        dressed(page_of(275, 390), ("slug",), slug, library)
    (one,) = refusal.value.findings
    assert (one.key, one.place.file) == ("press.slug_too_long", "edition.toml")
    assert str(one.args["text"]).startswith("嘉兴嘉兴")


def test_a_letter_that_no_face_has_is_refused(library: Library) -> None:
    """It is never left out."""
    with pytest.raises(ProfileError) as refusal:
        dressed(page_of(275, 390), ("slug",), replace(SLUG, edition="\U0001f5de报"), library)
    assert refusal.value.findings[0].args["codes"] == "U+1F5DE"


# What cannot be.


@pytest.mark.parametrize(
    ("page", "key"),
    [
        (page_of(30, 300), "press.too_small"),
        (page_of(5080, 300), "press.too_large"),
        (page_of(200, 300, -1.0), "press.negative_bleed"),
    ],
    ids=["small", "large", "bleed"],
)
def test_pages_of_impossible_size_are_refused(page: PlacedPage, key: str, library: Library) -> None:
    """14,400 points are 5,080 mm: with 3 mm of bleed and 15 mm of paper a page of as much is too large."""
    with pytest.raises(ProfileError) as refusal:
        dressed(page, ("crop",), SLUG, library)
    assert refusal.value.findings[0].key == key


def test_names_of_marks_come_in_any_order() -> None:
    """They are put in the house's own; all of them together are called so."""
    assert marks_named("slug, crop") == ("crop", "slug")
    assert marks_named("fold，bars") == ("fold", "bars")
    assert marks_named("all") == marks_named("bars,all") == MARKS


@pytest.mark.parametrize("said", ["", " , "])
def test_a_list_of_no_marks_is_told_as_such(said: str) -> None:
    """Not as a mark without a name."""
    with pytest.raises(UsageError) as refusal:
        marks_named(said)
    assert [one.key for one in refusal.value.findings] == ["press.no_mark"]


def test_names_that_are_none_are_all_told() -> None:
    """With the one that was probably meant."""
    with pytest.raises(UsageError) as refusal:
        marks_named("crops,bars,zebra")
    told = [(one.key, one.args["name"]) for one in refusal.value.findings]
    assert told == [("press.unknown_mark_near", "crops"), ("press.unknown_mark", "zebra")]


# The law of the house: marks are nowhere but on paper that is cut off.


@given(
    width=st.floats(40, 1000),
    height=st.floats(40, 1000),
    bleed=st.floats(0, 20),
    marks=st.sets(st.sampled_from(MARKS), min_size=1),
    halves=st.sampled_from([1, 2]),
)
def test_no_mark_touches_the_bleed_and_all_are_on_paper(
    width: float, height: float, bleed: float, marks: set[Mark], halves: int
) -> None:
    """Of any trim and bleed."""
    page, wanted = page_of(width, height, bleed), tuple(mark for mark in MARKS if mark in marks)
    if width < 90 and ("bars" in marks or "slug" in marks):
        event("no room for what stands along the side")
        wanted = tuple(mark for mark in wanted if mark not in ("bars", "slug"))
    made = dressed(page, wanted, SLUG, jxprint.open_library(), halves)
    bled, media = made.bled, made.media
    if wanted:
        assert bled.x - media.x == pytest.approx(SLUG_PT)
    for shape in made.marks:
        box = around(shape)
        assert box.x >= media.x
        assert box.y >= media.y
        assert box.right <= media.right
        assert box.bottom <= media.bottom
        is_outside = box.right < bled.x or box.x > bled.right or box.bottom < bled.y or box.y > bled.bottom
        assert is_outside, shape
    lines = sum(isinstance(shape, Rule) for shape in made.marks)
    assert lines >= 8 * ("crop" in wanted) + 8 * ("register" in wanted)


# The file.


@pytest.mark.parametrize("folder", EVERY_PAGE, ids=[path.name for path in EVERY_PAGE])
def test_a_page_with_all_marks_is_exact(folder: Path, library: Library) -> None:
    """The check counts no mark as copy."""
    page = jxprint.read_page(folder)
    made = dressed(jxprint.compose(page, library), MARKS, SLUG, library)
    report = jxprint.check(pdf_of(made, library), page)
    assert report.ok, list(report.lines("en"))


def test_marks_are_page_artifacts_in_the_colour_of_all_plates(library: Library, jiaxing_placed: PlacedPage) -> None:
    """Production aids by ISO 32000-1, table 330, and one colour space for the file."""
    pages = [dressed(jiaxing_placed, MARKS, SLUG, library)] * 2
    sink = BytesIO()
    jxprint.write(pages, library, sink)
    with pikepdf.Pdf.open(sink) as document:
        ((name, one),) = document.pages[0]["/Resources"]["/ColorSpace"].items()
        ((again, other),) = document.pages[1]["/Resources"]["/ColorSpace"].items()
        assert (name, one.objgen) == (again, other.objgen)
        assert [str(part) for part in list(one)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
        before, behind = document.pages[0].Contents.read_bytes().split(b"/Artifact<</Type/Page>>BDC")
    assert f"{name} CS 1 SCN".encode() in behind
    assert name.encode() not in before
    assert b" Tj" not in behind


def test_words_drawn_within_the_bleed_are_told_all_the_same(library: Library, jiaxing: jxprint.Page) -> None:
    """Paper beyond the bleed is no leave to draw letters on the page."""
    made = dressed(jxprint.compose(jiaxing, library), MARKS, SLUG, library)
    letter = max(words(made.marks), key=lambda shape: len(shape.commands))
    at = replace(letter, commands=tuple((name, *_moved(numbers, 60.0)) for name, *numbers in letter.commands))
    found = jxprint.check(pdf_of(replace(made, marks=(*made.marks, at)), library), jiaxing).findings
    assert [one.key for one in found] == ["checks.drawn_text"]


def _moved(numbers: list[str | float], by: float) -> list[float]:
    return [float(number) + by for number in numbers]


def test_a_trim_box_outside_the_paper_is_told_all_the_same(library: Library, jiaxing: jxprint.Page) -> None:
    """And a bleed box that is smaller than the bleed."""
    pdf = pdf_of(dressed(jxprint.compose(jiaxing, library), MARKS, SLUG, library), library)

    def small_paper(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page["/MediaBox"] = page["/BleedBox"] = pikepdf.Array([60, 60, 900, 1400])

    def small_bleed(document: pikepdf.Pdf) -> None:
        document.pages[0]["/BleedBox"] = document.pages[0]["/TrimBox"]

    for spoil in (small_paper, small_bleed):
        assert "checks.page_place" in {one.key for one in jxprint.check(spoiled(pdf, spoil), jiaxing).findings}


def test_what_passes_the_bleed_is_cut_off_there(library: Library) -> None:
    """A tint that goes on beyond it would print among the marks."""
    page = page_of(200, 300)
    wide = Box(Rect(-100, 0, 1000, 50), fill=BLACK)
    made = dressed(replace(page, under=(wide,)), ("crop",), SLUG, library)
    assert made.under == (Box(Rect(page.bled.x, 0, page.bled.width, 50), fill=BLACK),)


def test_the_dump_tells_marks() -> None:
    """And how wide the slug is."""
    made = dressed(page_of(200, 300), ("crop",), SLUG, jxprint.open_library())
    told = dump(made)
    assert "slug 42.52" in told.splitlines()[0]
    assert told.count("rule") == 8
    assert "\nmarks\n" in told


def test_a_corner_looks_like_one(library: Library) -> None:
    """A small picture, 1 mm to a pixel: crop marks, the slug line over the head, and nothing on the page."""
    made = dressed(page_of(100, 60, 0.0), ("crop", "slug"), Slug("嘉兴"), library)
    render_png(pdf_of(made, library), sink := BytesIO(), dpi=25.4)
    picture = Image.open(sink).convert("L").point(lambda grey: 255 if grey < 250 else 0)
    assert picture.size == pytest.approx((130, 90), abs=1)
    # From the middle of the left crop mark's rows to the page: ink on the level of the trim alone.
    left, top, right, bottom = picture.crop((0, 0, 14, 90)).getbbox() or (0, 0, 0, 0)
    assert (left, top, right, bottom) == pytest.approx((7, 15, 12, 75), abs=1)
    assert picture.crop((15, 15, 115, 75)).getbbox() is None
    left, top, right, bottom = picture.crop((20, 0, 60, 15)).getbbox() or (0, 0, 0, 0)
    assert (left, bottom) == pytest.approx((5, 12), abs=1.5)
    assert right > 10
    assert top >= 5


# The command.


def test_build_marks_and_proves_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With all marks, without a list of them; the check holds, and a check of its own does too."""
    pdf = tmp_path / "page.pdf"
    assert main(["build", str(JIAXING), "-o", str(pdf), "--marks", "--check"]) == 0
    assert main(["check", str(pdf), str(JIAXING)]) == 0
    with pikepdf.Pdf.open(pdf) as document:
        page = document.pages[0]
        assert float(page["/MediaBox"][2]) - float(page["/BleedBox"][2]) == pytest.approx(SLUG_PT, abs=0.01)


def test_the_time_is_that_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH, or none: two builds are the same file, byte for byte."""
    sizes: dict[str, bytes] = {}
    for name, epoch in (("one", ""), ("two", ""), ("dated", "1700000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert main(["build", str(JIAXING), "-o", str(tmp_path / name), "--to", "pdf", "--marks=slug"]) == 0
        sizes[name] = (tmp_path / name).read_bytes()
    assert sizes["one"] == sizes["two"]
    with pikepdf.Pdf.open(BytesIO(sizes["one"])) as plain, pikepdf.Pdf.open(BytesIO(sizes["dated"])) as dated:
        assert len(plain.pages[0].Contents.read_bytes()) < len(dated.pages[0].Contents.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--marks=crops"], 2, "crop?"),
        (["--marks", "--proof"], 2, "--marks"),
        (["--marks", "--to", "svg"], 2, "--marks"),
        (["--impose", "2up", "--to", "html"], 2, "--impose"),
        (["--impose", "2up", "--seal"], 2, "--seal"),
        (["--impose", "2up"], 2, "alone"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(
    arguments: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    pdf = tmp_path / "page.pdf"
    assert main(["--lang", "en", "build", str(JIAXING), "-o", str(pdf), *arguments]) == code
    assert said in capsys.readouterr().err
    assert not pdf.exists()


def test_a_folder_behind_marks_is_told_as_what_it_is_taken_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--marks` takes what stands behind it for its list, and the hint says so."""
    assert main(["--lang", "en", "build", "-o", str(tmp_path / "x.pdf"), "--marks", str(JIAXING)]) == 2
    assert "--marks=all" in capsys.readouterr().err


def test_a_fold_that_a_page_has_not_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it was asked for by name."""
    pdf = str(tmp_path / "issue.pdf")
    assert main(["--lang", "en", "build", str(CHAOXUN), "-o", pdf, "--marks=fold"]) == 0
    assert "no fold" in capsys.readouterr().err
    assert main(["--lang", "en", "build", str(CHAOXUN), "-o", pdf, "--marks"]) == 0
    assert "no fold" not in capsys.readouterr().err


def test_the_ink_of_registration_is_nowhere_else() -> None:
    """A page's own black is one plate, and no style can name the plate of all."""
    assert BLACK.plates == {"Black": 1.0}
    assert REGISTRATION.plates == {"All": 1.0}
    assert "all" in RESERVED
