"""What a profile demands of a placed page: told with part and place before anything is written."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from advertisements import folder_with
from jxprint.artwork import Clip, Colour, Drawing, Gradient, Group, PdfPage, Stroke
from jxprint.artwork import Path as Outlined
from jxprint.cli import main
from jxprint.colour import convert, newsprint
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.ink import BLACK, PAPER, Ink, Spot
from jxprint.messages import text
from jxprint.placed import Article, Box, PlacedPage, PlacedPicture, Rule
from jxprint.preflight.sampling import most_ink
from jxprint.profile import PROFILES
from jxprint.profile.areas import is_over
from jxprint.profile.demands import unmet
from jxprint.profile.looks import look_at

HERE = Path(__file__).resolve().parent
JIAXING = HERE.parent / "layout" / "jiaxing"
RICH = Ink("rich", (0.4, 0.3, 0.3, 1.0))
FULL = Ink("full", (0.9, 0.8, 0.8, 0.5))
# What stands for a spot ink is four plates of others, where it is one of its own.
DEEP_BLUE = Ink("deep blue", (1.0, 1.0, 0.6, 0.8), Spot("深蓝 289", (1.0, 1.0, 0.6, 0.8)))
SQUARE = (("M", 0.0, 0.0), ("L", 9.0, 0.0), ("L", 9.0, 9.0), ("Z",))


def told(page: PlacedPage, name: str) -> set[tuple[str, str]]:
    """Severity and kind of what a page lacks."""
    return {(one.severity, one.key.removeprefix("profile.")) for one in unmet(page, PROFILES[name])}


def with_picture(page: PlacedPage, picture: PlacedPicture) -> PlacedPage:
    """The page with one picture more, in an article of its own."""
    article = Article("Z", "picture", "Z", picture.frame, (picture,))
    return replace(page, articles=(*page.articles, article))


def picture_of(pixels: int, alt: str = "河边", artwork: Drawing | PdfPage | None = None) -> PlacedPicture:
    """An inch square."""
    return PlacedPicture(Rect(72, 144, 72, 72), alt, Path("x.jpg"), (pixels, pixels), artwork=artwork)


@pytest.mark.parametrize("name", PROFILES)
def test_the_first_page_meets_every_profile(name: str, jiaxing_placed: PlacedPage) -> None:
    """But for what prints badly: nothing of it does."""
    assert told(jiaxing_placed, name) == set()


@pytest.mark.parametrize(
    ("pixels", "found"),
    [
        (60, {("error", "coarse")}),
        (73, {("error", "coarse")}),
        (74, {("warning", "coarse")}),
        (148, {("warning", "coarse")}),
        (149, set()),
        (450, set()),
        (460, {("note", "fine")}),
    ],
)
def test_pictures_are_as_fine_as_a_press_prints(
    pixels: int, found: set[tuple[str, str]], jiaxing_placed: PlacedPage, tmp_path: Path
) -> None:
    """150 pixels to the inch, or three times of it, but for one of rounding; below half of it nothing is printed.
    Others do not ask.
    """
    noise = Image.frombytes("L", (pixels, pixels), Random(7).randbytes(pixels * pixels))
    noise.save(tmp_path / "x.png")
    page = with_picture(jiaxing_placed, replace(picture_of(pixels), file=tmp_path / "x.png"))
    assert told(page, "press-x4") == told(page, "press-x1a") == found
    assert told(page, "archive-a2") == told(page, "web") == set()


def test_more_pixels_that_take_no_room_are_none_too_many(tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """A drawing of few greys is stored in less than a photograph of the finest would be."""
    Image.new("L", (900, 900), 128).save(tmp_path / "x.png")
    page = with_picture(jiaxing_placed, replace(picture_of(900), file=tmp_path / "x.png"))
    assert told(page, "press-x4") == set()


def files_of(folder: Path) -> dict[str, Path]:
    """Pictures of 300 pixels a side, in CMYK at 40, 240 and 300 per cent in a corner of 30 by 30 pixels; in RGB, which
    is brought down; and in two tones.
    """
    found = {}
    for name, inks in {"light": (102, 0, 0, 0), "most": (255, 255, 102, 0), "heavy": (255, 255, 255, 0)}.items():
        picture = Image.new("CMYK", (300, 300), (10, 10, 10, 0))
        picture.paste(inks, (0, 0, 30, 30))
        for end in (".jpg", ".tif"):
            found[name + end] = folder / (name + end)
            picture.save(found[name + end], quality=90)
    for name, mode in (("dark.png", "RGB"), ("line.png", "1")):
        found[name] = folder / name
        Image.new(mode, (300, 300)).save(found[name])
    return found


@pytest.mark.parametrize("end", [".jpg", ".tif"])
def test_a_picture_lays_no_more_ink_than_the_paper_takes(end: str, tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """In one place, wherever that is; what comes in RGB is separated to the limit. Archives do not ask."""
    files = files_of(tmp_path)

    def found(name: str, profile: str) -> set[tuple[str, str]]:
        return told(with_picture(jiaxing_placed, replace(picture_of(300), file=files[name])), profile)

    for profile in ("press-x1a", "press-x4", "press-archive"):
        assert found("heavy" + end, profile) == {("error", "picture_ink")}
        assert found("light" + end, profile) == found("most" + end, profile) == found("dark.png", profile) == set()
    assert found("heavy" + end, "archive-a2") == set()


def test_line_art_has_more_pixels_than_photographs(tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """Its edges have no tones between black and white."""
    line = replace(picture_of(300), file=files_of(tmp_path)["line.png"])
    assert told(with_picture(jiaxing_placed, line), "press-x4") == {("warning", "line_art")}
    fine = with_picture(jiaxing_placed, replace(line, pixels=(600, 600)))
    assert told(fine, "press-x4") == set()


@pytest.mark.parametrize("share", [0.0, 0.002, 0.02])
@pytest.mark.parametrize("total", [238, 240, 244, 300])
def test_both_faces_of_a_profile_measure_ink_alike(total: int, share: float, tmp_path: Path) -> None:
    """The page before it is written, and the picture in the finished file, as JPEG and as samples."""
    picture = Image.new("CMYK", (400, 400), (20, 20, 20, 20))
    side = round(400 * share**0.5)
    each = round(total * 2.55 / 3)
    picture.paste((each, each, each, 0), (0, 0, side, side))
    for name in ("x.jpg", "x.tif"):
        path = tmp_path / name
        picture.save(path, quality=90)
        made = convert(path, "press", newsprint(), limit=240)
        with pikepdf.new() as pdf:
            entries = b"<</Subtype/Image/Width 400/Height 400/BitsPerComponent 8/ColorSpace/DeviceCMYK%b>>"
            image = pdf.make_stream(made.data)
            for key, value in pikepdf.Object.parse(entries % made.entries).items():
                image[key] = value
            before, behind = look_at(path).ink, most_ink(image)
        assert before is not None
        assert before == pytest.approx(behind, abs=0.5)
        assert is_over(before, 240) == (share > 0 and total > 242)


def test_a_finding_says_where(jiaxing_placed: PlacedPage) -> None:
    """Part, file, and millimetres from the corner of the trim."""
    [one] = unmet(with_picture(jiaxing_placed, picture_of(60)), PROFILES["press-x4"])
    assert one.place.part == "Z"
    assert one.args["file"] == "x.jpg"
    assert (one.args["x_mm"], one.args["y_mm"]) == (25.4, 50.8)


@pytest.mark.parametrize("name", PROFILES)
def test_archives_ask_what_a_picture_shows(name: str, jiaxing_placed: PlacedPage) -> None:
    """Those who cannot see it have nothing else."""
    found = told(with_picture(jiaxing_placed, picture_of(300, alt=" ")), name)
    assert (("error", "no_alt") in found) == PROFILES[name].needs_alt


@pytest.mark.parametrize("kind", ["picture", "advertisement"])
def test_a_caption_or_a_label_is_no_description(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stands beside the picture, and whoever listens would hear it twice; the usual file has nothing better."""
    folder = folder_with(HERE / "pages" / "artwork", tmp_path / "page")
    said = (folder / "page.toml").read_text("utf-8").split("[[part]]")
    at = next(number for number, part in enumerate(said) if f'kind = "{kind}"' in part)
    said[at] = re.sub("(?m)^alt = .*\n", "", said[at])
    line = "[[part]]".join(said[:at]).count("\n") + 1
    (folder / "page.toml").write_text("[[part]]".join(said), "utf-8")
    out = tmp_path / "x.pdf"
    for name in ("archive-a2", "archive-a4"):
        assert main(["build", str(folder), "-o", str(out), "--profile", name, "--lang", "en"]) == 9
        found = capsys.readouterr().err
        assert f"page.toml:{line}:1: the picture " in found
        assert "has no description of its own" in found
        assert not out.exists()
    assert main(["build", str(folder), "-o", str(out)]) == 0


FADING = Gradient("linear", (0, 0, 1, 0), (1, 0, 0, 1, 0, 0), ((0, Colour(1, 0, 0)), (1, Colour(0, 0, 1))), (1, 0))


@pytest.mark.parametrize(
    "group",
    [
        Group((), opacity=0.5),
        Group((Outlined(SQUARE, fill=Colour(1, 0, 0), opacity=0.5),)),
        Group((Group((Outlined(SQUARE, fill=FADING),)),)),
    ],
)
def test_what_lets_through_is_no_page_of_x_1a(group: Group, jiaxing_placed: PlacedPage) -> None:
    """X-4 takes it."""
    page = with_picture(jiaxing_placed, picture_of(300, artwork=Drawing(9, 9, group)))
    assert told(page, "press-x1a") == {("error", "transparent")}
    assert told(page, "press-x4") == set()
    solid = with_picture(jiaxing_placed, picture_of(300, artwork=Drawing(9, 9, Group((Outlined(SQUARE),)))))
    assert told(solid, "press-x1a") == set()


@pytest.mark.parametrize("is_told", [True, False])
def test_text_that_nobody_can_read_aloud_is_no_archive_s(is_told: bool, jiaxing_placed: PlacedPage) -> None:
    """A page of another file is a figure with its description; its fonts say what their codes are."""
    artwork = PdfPage(Path("x.pdf"), 1, 9, 9, has_text=True, is_told=is_told)
    page = with_picture(jiaxing_placed, picture_of(300, artwork=artwork))
    for name in ("archive-a2", "archive-a4", "press-archive", "web"):
        assert told(page, name) == (set() if is_told else {("error", "untagged")})
    assert told(page, "press-x4") == set()


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        (Rule(0, 0, 9, 0, 0.2, BLACK), {("warning", "hairline")}),
        (Rule(0, 0, 9, 0, 0.25, BLACK), set()),
        (Box(Rect(0, 0, 9, 9), None, BLACK, 0.1), {("warning", "hairline")}),
        (Rule(0, 0, 9, 0, 0.4, Ink("red", (0, 1, 1, 0))), {("warning", "thin")}),
        (Rule(0, 0, 9, 0, 0.5, Ink("red", (0, 1, 1, 0))), set()),
        (Box(Rect(0, 0, 9, 9), FULL), {("error", "too_much_ink")}),
        (Box(Rect(0, 0, 9, 9), BLACK.tint(0.1)), set()),
        (Box(Rect(0, 0, 9, 9), DEEP_BLUE), {("warning", "spot_ink")}),
        (Rule(0, 0, 9, 0, 0.3, DEEP_BLUE), {("warning", "spot_ink")}),
        (Box(Rect(0, 0, 9, 0.2), BLACK), {("warning", "hairline")}),
        (Box(Rect(0, 0, 0.25, 9), BLACK), set()),
        (Box(Rect(0, 0, 9, 0.2), PAPER), set()),
        (Box(Rect(0, 0, 9, 9), RICH), {("warning", "rich_shape")}),
        (Box(Rect(0, 0, 9, 9), None, RICH, 2.0), {("warning", "rich_shape")}),
        (Rule(0, 0, 9, 0, 2.0, RICH), {("warning", "rich_shape")}),
        (Box(Rect(0, 0, 9, 9), Ink("brown", (0, 0.5, 0.6, 0.7))), set()),
    ],
)
def test_lines_and_tints_as_a_press_prints_them(
    shape: Rule | Box, found: set[tuple[str, str]], jiaxing_placed: PlacedPage
) -> None:
    """No line thinner than a quarter of a point, no more than 240 % of ink in one place."""
    page = replace(jiaxing_placed, over=(*jiaxing_placed.over, shape))
    assert told(page, "press-x4") == found
    assert told(page, "archive-a2") == set()


def inked(page: PlacedPage, ink: Ink, sizes: Sequence[float]) -> PlacedPage:
    """The page with its first body line in another ink and in these sizes, one after another."""
    articles = list(page.articles)
    for at, article in enumerate(articles):
        for number, block in enumerate(article.blocks):
            if getattr(block, "role", "") == "body":
                first, *more = block.lines  # type: ignore[union-attr]
                runs = tuple(replace(first.runs[0], ink=ink, size=size) for size in sizes)
                changed = replace(block, lines=(replace(first, runs=runs), *more))
                blocks = (*article.blocks[:number], changed, *article.blocks[number + 1 :])
                articles[at] = replace(article, blocks=blocks)
                return replace(page, articles=tuple(articles))
    raise AssertionError("no body text")


@pytest.mark.parametrize(
    ("ink", "sizes", "found"),
    [
        (PAPER, [9.9], {("warning", "reversed")}),
        (PAPER, [10.0], set()),
        (Ink("red", (0, 1, 1, 0)), [9.0, 9.0], {("warning", "many_inks")}),
        (Ink("red", (0, 1, 1, 0)), [10.0], set()),
        (Ink("cyan", (1, 0, 0, 0)), [9.0], set()),
        (Ink("deep", (0.6, 0, 0, 1)), [24.0], {("error", "rich_type")}),
        (Ink("deep", (0.6, 0, 0, 1)), [24.5], set()),
        (BLACK, [5.9], {("warning", "tiny")}),
        (DEEP_BLUE, [9.0, 40.0], {("warning", "spot_ink")}),
        (RICH, [40.0], set()),
        (FULL, [20.0], {("error", "too_much_ink"), ("error", "rich_type")}),
    ],
)
def test_type_as_a_press_prints_it(
    ink: Ink, sizes: list[float], found: set[tuple[str, str]], jiaxing_placed: PlacedPage
) -> None:
    """Once a part, however many runs there are."""
    page = inked(jiaxing_placed, ink, sizes)
    assert told(page, "press-x4") == found
    assert len(list(unmet(page, PROFILES["press-x4"]))) == len(found)


def test_a_page_without_a_title_is_no_archive_s(jiaxing_placed: PlacedPage) -> None:
    """Nor a press's."""
    page = replace(jiaxing_placed, title=" ")
    assert told(page, "archive-a4") == told(page, "press-x4") == {("error", "no_title")}
    assert told(page, "pdf") == set()


def page_with(picture: Image.Image, folder: Path) -> Path:
    """The first page with a file for its picture over two columns."""
    shutil.copytree(JIAXING, folder)
    picture.save(folder / "small.jpg", quality=95)
    description = (folder / "page.toml").read_text("utf-8")
    line = description.index("\n", description.index('kind = "picture"')) + 1
    described = description[:line] + 'file = "small.jpg"\nalt = "红"\n' + description[line:]
    (folder / "page.toml").write_text(described, "utf-8")
    return folder


@pytest.mark.parametrize(("side", "key"), [(3000, "profile.fine"), (440, "profile.coarse")])
def test_the_pixels_of_a_picture_are_told_once(
    side: int, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the profile, which knows where they are printed; the night desk alone tells a page for everybody."""
    other = {"profile.fine": "makeup.fine_picture", "profile.coarse": "makeup.low_resolution"}[key]
    folder = page_with(Image.frombytes("L", (side, side), Random(7).randbytes(side * side)), tmp_path / "page")
    for profile, keys in (("press-x4", [key]), ("pdf", [other])):
        assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--profile", profile, "--json"]) == 0
        notes = json.loads(capsys.readouterr().out)["notes"]
        about = [one for one in notes if one["key"].startswith(("profile.", "makeup.fine", "makeup.low"))]
        assert [one["key"] for one in about] == keys
        assert about[0]["line"]


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (Image.new("RGB", (40, 25), "red"), "150"),
        (Image.new("CMYK", (1200, 800), (255, 255, 255, 255)), "400 % of ink"),
    ],
    ids=["coarse", "ink"],
)
def test_findings_of_a_build_end_with_nine_and_write_nothing(
    picture: Image.Image, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture of 40 pixels over two columns, and one of four full inks; an archive takes both."""
    folder = page_with(picture, tmp_path / "page")
    out = tmp_path / "x.pdf"
    for command in ("build", "archive"):
        assert main([command, str(folder), "-o", str(out), "--profile", "press-x4", "--lang", "en"]) == 9
        found = capsys.readouterr().err
        assert "small.jpg" in found
        assert said in found
        assert re.search(r"page\.toml:\d+:1: .* in part [A-Z], at \d+\.\d, \d+\.\d mm", found), found
        assert not out.exists()
    assert main(["build", str(folder), "-o", str(out), "--profile", "archive-a2"]) == 0


def test_every_sentence_can_be_said(jiaxing_placed: PlacedPage) -> None:
    """In both languages, with its hint."""
    from jxprint.messages import render

    pages = [
        with_picture(jiaxing_placed, picture_of(60, alt="")),
        inked(jiaxing_placed, PAPER, [8.0]),
        replace(jiaxing_placed, over=(Rule(0, 0, 9, 0, 0.1, FULL),), title=""),
    ]
    findings: list[Finding] = [one for page in pages for one in unmet(page, PROFILES["press-archive"])]
    assert len({one.key for one in findings}) >= 6
    for one in findings:
        for language in ("en", "zh"):
            assert "{" not in str(render(one, language))


DARK_BROWN, RED, GREY = Colour(0.12, 0.1, 0.09), Colour(1, 0, 0), Colour(0.5, 0.5, 0.5)
PRESS_INKS = {DARK_BROWN: (0.3, 0.3, 0.3, 0.93), RED: (0.0, 0.9, 0.9, 0.0), GREY: (0.0, 0.0, 0.0, 0.5)}


def stroked(width: float, colour: Colour) -> Group:
    """A square of nine points, stroked, three points into a drawing."""
    return Group((Outlined(SQUARE, (1, 0, 0, 1, 3, 3), stroke=Stroke(colour, width)),))


@pytest.mark.parametrize(
    ("group", "key"),
    [
        (stroked(0.02, GREY), "hairline"),
        (stroked(0.04, GREY), None),
        (stroked(0.04, RED), "thin"),
        (stroked(0.07, RED), None),
        (stroked(1, DARK_BROWN), "rich_shape"),
        (Group((Outlined(SQUARE, (1, 0, 0, 1, 3, 3), fill=DARK_BROWN),)), "rich_shape"),
        (Group((Outlined(SQUARE, (1, 0, 0, 1, 3, 3), fill=RED),)), None),
        # Its clip leaves nothing of it.
        (Group((stroked(0.02, GREY),), clip=Clip((((1, 0, 0, 1, 20, 20), SQUARE),))), None),
    ],
)
def test_drawings_are_printed_as_all_else_is(group: Group, key: str | None, jiaxing_placed: PlacedPage) -> None:
    """Lines by their width on paper, eight times that of the drawing, and colours by what the press makes of them."""
    page = with_picture(jiaxing_placed, picture_of(300, artwork=Drawing(9, 9, group)))
    found = list(unmet(page, PROFILES["press-x4"], inks=PRESS_INKS.__getitem__))
    assert [one.key for one in found] == ([f"profile.{key}"] if key else [])
    assert not list(unmet(page, PROFILES["archive-a2"], inks=PRESS_INKS.__getitem__))
    for one in found:
        assert one.place.part == "Z"
        assert (one.args["x_mm"], one.args["y_mm"]) == (33.9, 59.3)


@pytest.mark.parametrize("key", ["profile.too_much_ink", "profile.picture_ink"])
def test_the_limit_of_ink_is_the_paper_s(key: str) -> None:
    """No standard of PDF has one."""
    said = text(key, "en", ink="red", where="at 1, 2 mm", file="a.tif", total=300, limit=240, profile="PDF/X-4")
    assert "the paper takes 240 % (PDF/X-4)" in said
