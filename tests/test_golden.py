"""Golden images: pixels are counted right, places are named right, and what cannot be compared says so."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageDraw

from jxprint.errors import JxprintError, OutputError, PdfError, UsageError
from jxprint.fonts import Library
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.golden import report
from jxprint.golden.baselines import KIB, Baselines, check_name, places_bytes, safe_name
from jxprint.golden.beneath import spots
from jxprint.golden.checking import Asked, check_source, compare_sources, update_of, write_baselines
from jxprint.golden.comparing import Compared
from jxprint.golden.given import named_files, source_of
from jxprint.golden.pixels import MOST_REGIONS, difference, regions
from jxprint.golden.png import PIXEL_LIMIT, encoded, read_png
from jxprint.golden.report import report_html
from jxprint.golden.sheets import Pdf, renderer
from jxprint.golden.tolerance import Range, Tolerance, tolerance_of
from jxprint.messages import render
from jxprint.model import SeenPage
from jxprint.placed import Block, PlacedPage, TextBlock
from sabotage import pdf_of, spoiled

GOOD = encoded(Image.effect_noise((40, 40), 80))
COLOURED = encoded(Image.merge("RGBA", [Image.effect_noise((9, 9), 80)] * 4), dpi=72, texts={"Software": "x"})
LITTLE = "海宁："
PICTURES = st.builds(
    lambda mode, side, data: Image.frombytes(
        mode, (side, 3), (data * 40)[: side * 3 * len(Image.new(mode, (1, 1)).getbands())]
    ),
    st.sampled_from(["L", "RGB", "RGBA"]),
    st.integers(1, 9),
    st.binary(min_size=8, max_size=40),
)


def moved_down(placed: PlacedPage, starts: str, mm: float) -> PlacedPage:
    """The page with the head or paragraph that begins so further down."""

    def moved(block: Block) -> Block:
        if not isinstance(block, TextBlock):
            return block
        if not "".join(run.text for line in block.lines for run in line.runs).startswith(starts):
            return block
        down = mm * PT_PER_MM
        lines = tuple(
            replace(line, y=line.y + down, runs=tuple(replace(run, y=run.y + down) for run in line.runs))
            for line in block.lines
        )
        return replace(block, lines=lines)

    return replace(
        placed, articles=tuple(replace(one, blocks=tuple(map(moved, one.blocks))) for one in placed.articles)
    )


def png(width: int, height: int, *, depth: int = 8, kind: int = 0) -> bytes:
    """A PNG whose header says so, and which has nothing in it."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0")
    chunks = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, body))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + b"\0\0\0\0IEND\xaeB`\x82"


def said(error: pytest.ExceptionInfo[JxprintError]) -> list[str]:
    """The keys of what is refused."""
    return [finding.key for finding in error.value.findings]


def compared(one: object, other: object, tolerance: Tolerance | None = None) -> list[Compared]:
    """Both, page by page."""
    return list(compare_sources(source_of(one, 72), source_of(other, 72), tolerance or Tolerance()))


@pytest.mark.parametrize(
    ("bounds", "difference_", "pixels"),
    [
        ((None, None), (0, 0), (0, 0)),
        ((2, 300), (0, 2), (0, 300)),
        (("1-2", "0-300"), (1, 2), (0, 300)),
        (((1, 2), None), (1, 2), (0, 2**63 - 1)),
        ((None, 300), (0, 255), (0, 300)),
        (("maxDifference=0-2;totalPixels=0-300", None), (0, 2), (0, 300)),
        ((" 0-2 ; 0-300 ", None), (0, 2), (0, 300)),
    ],
)
def test_bounds_are_written_as_in_wpt(
    bounds: tuple[int | str | None, int | str | None], difference_: tuple[int, int], pixels: tuple[int, int]
) -> None:
    """Numbers, ranges, or both at once; without any, nothing may differ."""
    assert tolerance_of(*bounds) == Tolerance(Range(*difference_), Range(*pixels))


@pytest.mark.parametrize("bad", ["", "-1", "3-2", "256", "0-256", "many", "1.5", "0-2;", "²"])
def test_what_is_no_range_is_refused(bad: str) -> None:
    """With the name of the bound and what it was."""
    with pytest.raises(UsageError) as refusal:
        tolerance_of(bad)
    assert said(refusal) == ["golden.bad_range"]


def test_equal_pictures_pass_where_a_range_has_nought() -> None:
    """As in WPT; where neither has, some difference is asked for."""
    assert tolerance_of("5-10", "0-3").allows(0, 0)
    assert not tolerance_of("5-10", "1-3").allows(0, 0)
    assert tolerance_of("5-10", "1-3").allows(10, 3)
    assert not tolerance_of("5-10", "1-3").allows(4, 3)
    assert not tolerance_of("5-10", "1-3").allows(5, 4)


@given(PICTURES)
def test_a_picture_is_written_without_a_pixel_lost(picture: Image.Image) -> None:
    """Grey, palette or colour: what is read again is what was there."""
    again, dpi = read_png(encoded(picture, dpi=40), "x.png")
    assert difference(picture, again).total == 0
    assert dpi == pytest.approx(40, abs=0.02)


@given(PICTURES, st.data())
def test_one_pixel_is_counted_and_found(picture: Image.Image, data: st.DataObject) -> None:
    """Its greatest difference, its number and its place."""
    x, y = data.draw(st.integers(0, picture.width - 1)), data.draw(st.integers(0, picture.height - 1))
    step = data.draw(st.integers(1, 255))
    other = picture.convert("RGBA")
    before = other.getpixel((x, y))
    assert isinstance(before, tuple)
    other.putpixel((x, y), (before[0], (before[1] + step) % 256, *before[2:]))
    found = difference(picture, other)
    assert (found.total, found.most) == (1, max(abs((before[1] + step) % 256 - before[1]), 0))
    assert found.mask is not None
    assert [one.box for one in regions(found.mask, 1.0)[0]] == [(x, y, x + 1, y + 1)]


@given(st.binary(min_size=36, max_size=36), st.binary(min_size=36, max_size=36))
def test_counts_are_those_of_going_over_pixels(one: bytes, other: bytes) -> None:
    """Counted here one by one."""
    found = difference(*(Image.frombytes("RGB", (4, 3), data) for data in (one, other)))
    by_pixel = [max(abs(one[at + band] - other[at + band]) for band in range(3)) for at in range(0, 36, 3)]
    assert (found.most, found.total) == (max(by_pixel), sum(level > 0 for level in by_pixel))


@given(st.data())
def test_a_spoiled_png_is_refused_or_read(data: st.DataObject) -> None:
    """Bytes changed, cut out or put in anywhere: a picture or one finding, and no other error."""
    spoiled_png = bytearray(data.draw(st.sampled_from([GOOD, COLOURED])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(spoiled_png) - 1))
        spoiled_png[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    told: tuple[object, ...] = ("read",)
    try:
        picture, _ = read_png(bytes(spoiled_png), "x.png")
        assert difference(picture, picture).total == 0
    except PdfError as refusal:
        told = refusal.findings
    assert len(told) == 1


def test_transparency_is_a_channel() -> None:
    """Two pictures that differ in it alone are not the same."""
    assert difference(Image.new("RGBA", (4, 4), (9, 9, 9, 255)), Image.new("RGBA", (4, 4), (9, 9, 9, 250))).most == 5


def test_places_that_stand_apart_are_told_apart() -> None:
    """What is near is one; a single pixel of a large picture is not lost, and small ones give way to large ones."""
    mask = Image.new("L", (4000, 3000))
    draw = ImageDraw.Draw(mask)
    draw.rectangle((10, 10, 60, 20), 200)
    draw.rectangle((64, 10, 90, 20), 200)
    draw.point((3999, 2999), 1)
    found, every = regions(mask, 300 / 72)
    assert [(one.box, one.pixels) for one in found] == [((10, 10, 91, 21), 11 * 78), ((3999, 2999, 4000, 3000), 1)]
    assert every == 2
    assert [one.box for one in regions(mask, 300 / 72, floor=1)[0]] == [(10, 10, 91, 21)]
    for at in range(100):
        draw.point((at * 40, 1500), 9)
    found, every = regions(mask, 72 / 72)
    assert (len(found), every) == (MOST_REGIONS, 102)
    assert found[0].box == (10, 10, 91, 21)


def test_a_file_that_pdfium_cannot_open_is_not_the_same_as_itself(jiaxing_pdf: bytes) -> None:
    """Another library mends what was cut short, and nobody can draw it."""
    with pytest.raises(PdfError):
        Pdf(jiaxing_pdf[: len(jiaxing_pdf) * 9 // 10], "short.pdf", 40)


def test_a_page_is_the_same_as_itself(jiaxing_pdf: bytes) -> None:
    """Drawn twice, no pixel differs."""
    assert [one.state for one in compared(jiaxing_pdf, jiaxing_pdf)] == ["same"]


def test_a_headline_that_moved_is_named_and_measured(
    jiaxing_placed: PlacedPage, jiaxing_pdf: bytes, library: Library
) -> None:
    """0.4 mm down: the part, what of it, the text, how far and which way, in both languages."""
    (page,) = compared(jiaxing_pdf, pdf_of(moved_down(jiaxing_placed, "秀洲", 0.4), library))
    assert not page.ok
    (finding,) = page.regions
    told = render(finding, "en")
    assert told.startswith("1. headline of xiuzhou, +0.4 mm down: “秀洲：筑就青年人才梦想之城” (")
    assert "xiuzhou标题下移 0.4 毫米" in render(finding, "zh")
    assert [render(one, "en") for one in page.moved] == ["xiuzhou, headline: moved down by 0.4 mm within the part"]


def test_a_headline_that_went_far_is_told_where_it_was_and_where_it_is(
    jiaxing_placed: PlacedPage, jiaxing_pdf: bytes, library: Library
) -> None:
    """Two places, one movement, the same way in both."""
    (page,) = compared(jiaxing_pdf, pdf_of(moved_down(jiaxing_placed, "秀洲", 60.0), library))
    told = [render(one, "en") for one in page.regions]
    assert any("headline of xiuzhou, +60.0 mm down" in one for one in told), told
    assert not any("up" in one for one in told), told


def test_lines_have_about_the_box_that_they_take(jiaxing_pdf: bytes) -> None:
    """A line across is as wide as its characters and stands within its part."""
    places = source_of(jiaxing_pdf, 72).places()
    assert places is not None
    (head,) = [one for one in spots(places[0]) if one.line.text.startswith("秀洲：")]
    assert head.box.width == pytest.approx(len(head.line.text) * head.line.size, rel=0.1)
    assert head.box.height == head.line.size


def test_lines_that_go_down_have_boxes_that_go_down(vertical_pdf: bytes) -> None:
    """Whole stories, and heads of one line."""
    places = source_of(vertical_pdf, 72).places()
    assert places is not None
    down = [one for one in spots(places[0]) if one.box.height > 3 * one.box.width]
    assert len(down) > 10


def test_a_tolerance_lets_noise_pass_and_nothing_else(jiaxing_pdf: bytes) -> None:
    """A grey a level lighter passes at maxDifference=0-1; a stroke does not, and only the stroke is told."""
    sheet = source_of(jiaxing_pdf, 72).sheet(0).picture
    noisy = sheet.point([min(255, level + (level == 254)) for level in range(256)] * 3)
    assert [one.state for one in compared(sheet, noisy)] == ["differs"]
    assert [one.state for one in compared(sheet, noisy, tolerance_of(1))] == ["tolerated"]
    ImageDraw.Draw(noisy).line((5, 5, 30, 5), (0, 0, 0))
    (page,) = compared(sheet, noisy, tolerance_of(1))
    assert len(page.regions) == 1
    assert "maxDifference=0-1;totalPixels=0-∞" in render(page.findings[0], "en")


def test_pages_of_other_sizes_are_told_in_millimetres_and_pixels(jiaxing_pdf: bytes, furniture_pdf: bytes) -> None:
    """And whatever else differs is told as well."""
    (page,) = compared(jiaxing_pdf, furniture_pdf)
    assert page.findings[0].key == "golden.size"
    assert "mm (" in render(page.findings[0], "en")
    assert "396.2 × 556.3 mm (1123 × 1577 pixels)" in render(page.findings[0], "en")
    (page,) = compared(Image.new("L", (4, 5), 255), Image.new("L", (4, 6), 255))
    assert [render(one, "en") for one in page.findings] == [
        "<picture>: page 1: the size is 4 × 6 pixels, where 4 × 5 pixels was expected"
    ]
    assert page.shown is not None


def test_a_page_that_is_shown_turned_has_no_text_where_it_has_it(jiaxing_pdf: bytes, furniture_pdf: bytes) -> None:
    """Its pixels are compared, its places told, and no text is named at a place where it is not seen."""
    turned = spoiled(jiaxing_pdf, lambda document: document.pages[0].rotate(90, relative=False))
    other = spoiled(furniture_pdf, lambda document: document.pages[0].rotate(90, relative=False))
    (page,) = compared(turned, other)
    assert page.moved
    assert {one.key for one in page.regions} <= {"golden.region", "golden.more_regions"}


def test_equal_files_fail_where_a_difference_is_asked_for(jiaxing_pdf: bytes) -> None:
    """With or without drawing them."""
    source = source_of(jiaxing_pdf, 72)
    for other in (source, source_of(jiaxing_pdf, 72)):
        (page,) = compare_sources(source, other, tolerance_of("1-2", "1-2"))
        assert [one.key for one in page.findings] == ["golden.too_equal"]


def test_a_file_beside_itself_is_not_drawn(jiaxing_pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor opened to be drawn; it is looked at for what makes it undrawable all the same."""
    source = source_of(jiaxing_pdf, 72)
    monkeypatch.setattr(Pdf, "sheet", None)
    checked: list[int] = []
    monkeypatch.setattr(Pdf, "check", lambda self, page: checked.append(page))
    (page,) = compare_sources(source, source, Tolerance())
    assert page.ok
    assert checked == [0]
    assert "_document" not in vars(source)


def test_page_counts_that_differ_are_one_finding(jiaxing_pdf: bytes, chaoxun: object) -> None:
    """And the pages that both have are compared."""
    pdf: bytes = chaoxun.pdf  # type: ignore[attr-defined]
    pages = compared(jiaxing_pdf, pdf)
    assert [(one.page, one.state) for one in pages] == [(0, "differs"), (1, "differs")]
    assert [finding.key for finding in pages[0].findings] == ["golden.page_count"]


def test_two_kinds_of_file_are_refused(jiaxing_pdf: bytes) -> None:
    """Nobody knows at which resolution a picture of a PDF was drawn."""
    with pytest.raises(UsageError) as refusal:
        compared(jiaxing_pdf, Image.new("L", (4, 4)))
    assert said(refusal) == ["golden.two_kinds"]


BROKEN = {
    "empty.png": (b"", "golden.no_png"),
    "text.png": (b"not a picture at all", "golden.no_png"),
    "text.txt": (b"not a picture at all", "golden.neither"),
    "head.png": (GOOD[:20], "golden.no_png"),
    "cut.png": (GOOD[: len(GOOD) // 2], "golden.broken_png"),
    "spoiled.png": (GOOD[:60] + b"\xff" * 30 + GOOD[90:], "golden.broken_png"),
    "hollow.png": (png(40, 40), "golden.broken_png"),
    "bomb.png": (png(60_000, 60_000), "golden.too_many_pixels"),
    "none.png": (png(0, 4), "golden.no_png"),
    "deep.png": (png(4, 4, depth=16), "golden.too_deep"),
    "empty.pdf": (b"", "checks.damaged"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "checks.damaged"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_finding(name: str, tmp_path: Path) -> None:
    """From a path and from memory, without a warning and without memory for what it claims."""
    data, key = BROKEN[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PdfError) as refusal:
        source_of(tmp_path / name, 72)
    assert said(refusal) == [key]
    assert name in render(refusal.value.findings[0], "en")


def test_a_png_of_several_frames_is_refused() -> None:
    """Only the first would be compared."""
    file = BytesIO()
    frames = [Image.new("L", (4, 4), level) for level in (0, 200)]
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    with pytest.raises(PdfError) as refusal:
        source_of(file.getvalue(), 72)
    assert said(refusal) == ["golden.animated"]


def test_what_would_be_too_large_to_draw_is_refused(jiaxing_pdf: bytes) -> None:
    """And a resolution that is none."""
    with pytest.raises(OutputError) as refusal:
        source_of(jiaxing_pdf, 2000).sheet(0)
    assert said(refusal) == ["output.too_many_pixels"]
    assert PIXEL_LIMIT < 2**27
    for dpi in (0.0, -1.0, float("nan"), float("inf"), 0.01):
        with pytest.raises(UsageError):
            source_of(jiaxing_pdf, dpi).sheet(0)


def written(given: object, folder: Path, kib: int = KIB) -> Asked:
    """Baselines of a file, written."""
    how = Asked(folder, kib=kib)
    write_baselines(folder, [update_of(source_of(given, how.dpi), "page", how)])
    return how


def test_a_baseline_holds_renderer_and_resolution_in_its_name(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """It passes against itself, and a broadsheet in colour stays under the limit."""
    asked = written(jiaxing_pdf, tmp_path / "a" / "golden")
    names = sorted(path.name for path in asked.folder.iterdir())
    assert names == [f"page.1.{renderer()[0]}.40dpi.png", "page.1.places.json"]
    assert max(path.stat().st_size for path in asked.folder.iterdir()) < 256 * 1024
    assert [one.state for one in check_source(source_of(jiaxing_pdf, 40), "page", asked)] == ["same"]
    again = update_of(source_of(jiaxing_pdf, 40), "page", asked)
    assert not again.files
    assert [one.state for one in again.pages] == ["unchanged"]


def test_what_moved_from_a_baseline_is_named_by_its_places(
    jiaxing_placed: PlacedPage, jiaxing_pdf: bytes, library: Library, tmp_path: Path
) -> None:
    """The old page is there as pixels and places alone."""
    asked = written(jiaxing_pdf, tmp_path)
    pdf = pdf_of(moved_down(jiaxing_placed, "秀洲", 0.7), library)
    (page,) = check_source(source_of(pdf, 40), "page", asked)
    assert ["headline of xiuzhou, +0.7 mm down" in render(one, "en") for one in page.regions] == [True]


def test_what_moves_by_less_than_a_pixel_is_found_by_places(
    jiaxing_placed: PlacedPage, jiaxing_pdf: bytes, library: Library, tmp_path: Path
) -> None:
    """Glyphs are drawn at whole pixels; where a tolerance is asked for, pixels alone decide."""
    asked = written(jiaxing_pdf, tmp_path)
    source = source_of(pdf_of(moved_down(jiaxing_placed, LITTLE, 0.15), library), 40)
    (page,) = check_source(source, "page", asked)
    assert (page.total, [one.key for one in page.findings]) == (0, ["golden.moved_only"])
    assert [one.key for one in page.moved] == ["checks.diff.block_moved"]
    tolerant = replace(asked, tolerance=tolerance_of(2, 100))
    assert [one.ok for one in check_source(source, "page", tolerant)] == [True]


def test_a_baseline_that_is_missing_fails(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """With the way out."""
    (page,) = check_source(source_of(jiaxing_pdf, 40), "page", Asked(tmp_path / "nowhere"))
    assert (page.ok, page.state) == (False, "missing")
    assert "--update-golden" in render(page.findings[0], "en")
    assert not (tmp_path / "nowhere").exists()


def test_a_baseline_of_another_renderer_is_told_as_such(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Not as a difference; and by their places it is told that nothing moved."""
    asked = written(jiaxing_pdf, tmp_path)
    baseline = tmp_path / f"page.1.{renderer()[0]}.40dpi.png"
    baseline.rename(tmp_path / "page.1.pdfium-6000.40dpi.png")
    (page,) = check_source(source_of(jiaxing_pdf, 40), "page", asked)
    assert [one.key for one in page.findings] == ["golden.other_renderer"]
    assert [one.key for one in page.moved] == ["golden.nothing_moved"]
    assert page.state == "missing"
    (tmp_path / "page.1.pdfium-6000.40dpi.png").rename(tmp_path / f"page.1.{renderer()[0]}.72dpi.png")
    (page,) = check_source(source_of(jiaxing_pdf, 40), "page", asked)
    assert [one.key for one in page.findings] == ["golden.other_dpi"]


def test_the_same_number_from_another_builder_is_a_note(
    jiaxing_pdf: bytes, furniture_pdf: bytes, tmp_path: Path
) -> None:
    """Where pixels differ: its libraries may be others."""
    asked = written(jiaxing_pdf, tmp_path)
    path = Baselines(tmp_path, "page", f"{renderer()[0]}.40dpi").picture(0)
    picture, dpi = read_png(path, "x")
    path.write_bytes(encoded(picture, dpi=dpi, texts={"Software": "pdfium 1.2.3@elsewhere"}))
    (page,) = check_source(source_of(furniture_pdf, 40), "page", asked)
    assert [one.severity for one in page.findings if one.key == "golden.other_origin"] == ["note"]


def test_a_baseline_over_the_limit_is_refused_and_nothing_written(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Not even its folder."""
    with pytest.raises(OutputError) as refusal:
        written(jiaxing_pdf, tmp_path / "golden", kib=10)
    assert said(refusal) == ["golden.over_limit"]
    assert not (tmp_path / "golden").exists()


def test_a_folder_that_takes_nothing_is_one_finding(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Here a file stands where the folder would."""
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "golden"):
        with pytest.raises(OutputError) as refusal:
            written(jiaxing_pdf, folder)
        assert said(refusal) == ["output.not_written"]


def test_pages_that_are_gone_are_told_and_taken_away(chaoxun: object, jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """A file had two pages and has one: that fails, and an update removes the other's baseline."""
    pdf: bytes = chaoxun.pdf  # type: ignore[attr-defined]
    asked = written(pdf, tmp_path)
    assert [one.state for one in check_source(source_of(pdf, 40), "page", asked)] == ["same", "same"]
    pages = list(check_source(source_of(jiaxing_pdf, 40), "page", asked))
    assert [one.key for one in pages[0].findings] == ["golden.page_count"]
    update = update_of(source_of(jiaxing_pdf, 40), "page", asked)
    assert [(one.page, one.state) for one in update.pages] == [(1, "written"), (2, "removed")]
    write_baselines(tmp_path, [update])
    assert [path.name for path in tmp_path.iterdir() if ".2." in path.name] == []


def test_a_broken_baseline_is_one_finding(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Named by its own name."""
    asked = written(jiaxing_pdf, tmp_path)
    path = Baselines(tmp_path, "page", f"{renderer()[0]}.40dpi").picture(0)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(PdfError) as refusal:
        list(check_source(source_of(jiaxing_pdf, 40), "page", asked))
    assert (said(refusal), path.name in str(refusal.value)) == (["golden.broken_png"], True)


@pytest.mark.parametrize("kept", [b"{", b"[]", b"\xff", None])
def test_places_that_were_kept_and_cannot_be_read_fail(jiaxing_pdf: bytes, tmp_path: Path, kept: bytes | None) -> None:
    """Without them what moves by less than a pixel would pass; where a tolerance is asked for, pixels alone decide."""
    asked = written(jiaxing_pdf, tmp_path)
    path = tmp_path / "page.1.places.json"
    path.unlink()
    if kept is not None:
        path.write_bytes(kept)
    (page,) = check_source(source_of(jiaxing_pdf, 40), "page", asked)
    key = "golden.places_missing" if kept is None else "golden.places_broken"
    assert (page.state, [one.key for one in page.findings]) == ("missing", [key])
    assert page.findings[0].place.file == str(path)
    tolerant = replace(asked, tolerance=tolerance_of(2, 100))
    assert [one.ok for one in check_source(source_of(jiaxing_pdf, 40), "page", tolerant)] == [True]
    written(jiaxing_pdf, tmp_path)
    assert [one.state for one in check_source(source_of(jiaxing_pdf, 40), "page", asked)] == ["same"]


def test_a_page_that_lost_its_places_fails(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Its pixels are the same, and nobody can tell what moved by less than one; a page that never had any passes."""
    with pikepdf.Pdf.open(BytesIO(jiaxing_pdf)) as document:
        del document.Root["/StructTreeRoot"]
        document.save(sink := BytesIO())
    asked = written(jiaxing_pdf, tmp_path)
    (page,) = check_source(source_of(sink.getvalue(), 40), "page", asked)
    assert [one.key for one in page.findings] == ["golden.places_gone"]
    written(sink.getvalue(), tmp_path)
    assert [one.state for one in check_source(source_of(sink.getvalue(), 40), "page", asked)] == ["same"]


def test_places_come_back_as_they_were(jiaxing_pdf: bytes) -> None:
    """To a hundredth of a point."""
    places = source_of(jiaxing_pdf, 40).places()
    assert places is not None
    again = msgspec.json.decode(places_bytes(places[0]), type=SeenPage)
    assert [one.text for one in again.articles] == [one.text for one in places[0].articles]
    assert places_bytes(again) == places_bytes(places[0])
    bare = SeenPage("1", ())
    assert msgspec.json.decode(places_bytes(bare), type=SeenPage) == bare


@given(st.text(min_size=1, max_size=150), st.text(min_size=1, max_size=150))
def test_names_of_tests_are_names_of_files(one: str, other: str) -> None:
    """Of any test, on any system; two stay two."""
    name = safe_name(one)
    assert name
    assert not set(name) & set('/\\:*?"<>|\0')
    assert len(name.encode("utf-8", "surrogatepass")) <= 110
    if one != other:
        assert name != safe_name(other)


@pytest.mark.parametrize("bad", ["", "..", "a/b", "a\\b", "a b", "x" * 200])
def test_a_name_that_leads_elsewhere_is_refused(bad: str) -> None:
    """One finding."""
    with pytest.raises(UsageError) as refusal:
        check_name(bad)
    assert said(refusal) == ["golden.bad_name"]


def test_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """Their baselines would be the same."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.png").write_bytes(GOOD)
    assert named_files([tmp_path / "a"]) == [("x", tmp_path / "a" / "x.png")]
    with pytest.raises(UsageError) as refusal:
        named_files([tmp_path / "a", tmp_path / "b"])
    assert said(refusal) == ["golden.same_name"]


def test_a_report_needs_nothing_else(jiaxing_pdf: bytes, jiaxing_placed: PlacedPage, library: Library) -> None:
    """One page of HTML with its pictures in it, in both languages; no script, no address, nothing unescaped."""
    pages = compared(jiaxing_pdf, pdf_of(moved_down(jiaxing_placed, "秀洲", 0.4), library))
    odd = replace(pages[0], name='<b>"§"&.pdf')
    for language, words in (("en", ("expected", "actual", "difference")), ("zh", ("应为", "实为", "差异"))):
        html = report_html([odd, *compared(GOOD, GOOD)], "", language)
        assert all(f">{word}<" in html for word in words)
        assert "秀洲：筑就青年人才梦想之城" in html
        assert not any(bad in html for bad in ("<script", "http:", "https:", '<b>"', "url(", "§"))
        assert html.count('src="data:image/png;base64,') == 6
    assert "Nothing was compared" in report_html([], "", "en")


def test_a_report_has_an_end(jiaxing_pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of pages beyond it is told why they fail, and that their pictures are left out; large pictures are reduced."""
    monkeypatch.setattr(report, "MOST_BYTES", 2000)
    pages = compared(encoded(Image.new("L", (40, 30), 9)), GOOD) * 9
    html = report_html(pages, "", "en")
    shown = html.count("src=")
    assert 0 < shown < 9
    assert html.count("its pictures are left out: the report has 0 MiB") + shown // 3 == 9
    assert html.count("the size is") == 9
    monkeypatch.undo()
    large = compared(encoded(Image.new("L", (4900, 30), 9)), encoded(Image.new("L", (4900, 30), 8)))
    assert report_html(large, "", "en").count('width="1634" height="10"') == 3


def test_a_region_is_measured_from_the_trim(jiaxing_placed: PlacedPage, jiaxing_pdf: bytes) -> None:
    """The picture has the bleed about it; millimetres are told without."""
    sheet = source_of(jiaxing_pdf, 72).sheet(0)
    assert sheet.left == pytest.approx(jiaxing_placed.bleed, abs=0.01)
    assert sheet.frame((10, 20, 30, 50)) == Rect(10 - sheet.left, 20 - sheet.head, 20, 30)
