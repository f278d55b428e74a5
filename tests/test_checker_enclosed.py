"""Text within an advertisement is its own, and nothing of the page can hide there: one fault at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

import jxprint
from advertisements import HEAD, advertisement, folder_with
from jxprint.composition import compose
from jxprint.description import read_page
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page
from jxprint.placed import PlacedPage, PlacedPicture
from sabotage import Spoil, pdf_of, spoiled

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"
AD = re.compile(rb"/Figure<</MCID (\d+)>>BDC\nq [^\n]*? re W n (\S+) 0 0 \S+ (\S+ \S+) cm /(Fm\d) Do Q\nEMC")
SHOWN = re.compile(rb"q (\S+) (\S+) (\S+) (\S+) re W n")
STORY = re.compile(rb"^/(?:P|Span)<</MCID (\d+)>>BDC\n(BT\n.*?ET)\nEMC", re.S | re.M)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of drawings and advertisements."""
    return read_page(folder_with(PAGE, tmp_path_factory.mktemp("artwork")))


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """The same, composed."""
    return compose(page, library)


@pytest.fixture(scope="module")
def pdf(placed: PlacedPage, library: Library) -> bytes:
    """The same as a file."""
    return pdf_of(placed, library)


def found(pdf: bytes, page: Page) -> dict[str, set[str]]:
    """Messages of a check, each with the readers that it names; every one can be said in both languages."""
    report = jxprint.check(pdf, page)
    assert report.lines("en")
    assert report.lines("zh")
    keys: dict[str, set[str]] = {}
    for one in report.findings:
        keys.setdefault(one.key, set()).add(str(one.args.get("reader", "")))
    return keys


def content(document: pikepdf.Pdf) -> bytes:
    """The page's operators."""
    return document.pages[0].obj.Contents.read_bytes()


def edited(edit: Callable[[bytes], bytes]) -> Spoil:
    """Change the page's operators, which must change."""

    def spoil(document: pikepdf.Pdf) -> None:
        before = content(document)
        after = edit(before)
        assert after != before
        document.pages[0].obj.Contents = document.make_stream(after)

    return spoil


def instead(old: bytes, new: bytes) -> Spoil:
    """Put other operators where some stand."""
    return edited(lambda data: data.replace(old, new))


def placed_forms(data: bytes) -> list[re.Match[bytes]]:
    """The forms that figures show: the drawing, then the advertisement."""
    return list(AD.finditer(data))


def a_form(document: pikepdf.Pdf, operators: bytes) -> str:
    """Another form with the page's fonts, by its name among the page's resources."""
    resources = document.pages[0].obj.Resources
    made = document.make_stream(operators)
    made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    made.BBox, made.Resources = pikepdf.Array([0, 0, 2000, 2000]), pikepdf.Dictionary(Font=resources.Font)
    resources.XObject["/Fm9"] = made
    return "Fm9"


def the_advertisement(document: pikepdf.Pdf) -> pikepdf.Stream:
    """Its form."""
    shown = document.pages[0].obj.Resources.XObject
    (form,) = (one for _, one in shown.items() if "/Font" in one.get("/Resources", {}))
    assert isinstance(form, pikepdf.Stream)
    return form


def test_a_strangers_words_are_no_copy_of_ours(pdf: bytes, page: Page) -> None:
    """The page is exact: its own copy, the label among it, and the advertisement as its file has it."""
    report = jxprint.check(pdf, page)
    assert report.ok, "\n".join(report.lines("en"))
    assert "exact" in report.lines("en")[-1]


def test_a_label_in_the_corner_is_proved_as_well(page: Page, library: Library) -> None:
    """It stands over the artwork, painted behind it, and is read."""
    parts = tuple(replace(one, label_at="corner") if one.letter == "F" else one for one in page.parts)
    corner = replace(page, parts=parts)
    assert jxprint.check(pdf_of(compose(corner, library), library), corner).ok


def test_a_label_that_is_lost_is_missed(pdf: bytes, page: Page) -> None:
    """广告 is copy: the law wants it on paper."""
    labels = [one for one in STORY.finditer(_content(pdf)) if one.end() < placed_forms(_content(pdf))[1].start()]
    last = labels[-1][2]
    assert "checks.missing" in found(spoiled(pdf, edited(lambda data: data.replace(last, b"BT ET"))), page)


def _content(pdf: bytes) -> bytes:
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        return content(document)


@pytest.mark.parametrize("into", ["the advertisement", "a form beside it", "a form in the drawing's figure"])
def test_a_story_cannot_hide_in_a_form(pdf: bytes, page: Page, into: str) -> None:
    """Text that is moved into a form of a figure is missing where it was, and told where it is, by both readers."""

    def spoil(document: pikepdf.Pdf) -> None:
        data = content(document)
        story = next(one for one in STORY.finditer(data) if len(one[2]) > 150)
        fonts = re.findall(rb"/F\d+ \S+ Tf", data[: story.start(2)])
        moved = story[2].replace(b"BT", b"BT " + fonts[-1], 1)
        # What follows is set in the font that the story leaves behind.
        data = data.replace(story[2], b"BT %b ET" % b" ".join(re.findall(rb"/F\d+ \S+ Tf", story[2])))
        if into == "the advertisement":
            form = the_advertisement(document)
            form.Resources.Font = pikepdf.Dictionary(
                {name: font for fonts in (form.Resources.Font, document.pages[0].obj.Resources.Font)
                 for name, font in fonts.items()}
            )  # fmt: skip
            form.write(form.read_bytes() + b"\n" + moved)
        else:
            name = a_form(document, moved).encode()
            figure = placed_forms(data)[1 if "beside" in into else 0]
            data = data.replace(figure[0], figure[0].replace(b" Do Q\n", b" Do Q\n/" + name + b" Do\n"))
        document.pages[0].obj.Contents = document.make_stream(data)

    keys = found(spoiled(pdf, spoil), page)
    assert "checks.missing" in keys
    told = keys.get("checks.artwork", set()) | keys.get("checks.text_in_figure", set())
    assert told == {"pikepdf", "pdfium"}


def test_text_in_a_figure_and_no_form_is_text_of_the_page(pdf: bytes, page: Page) -> None:
    """What is shown beside the advertisement's form, in its figure, is not in the copy."""

    def edit(data: bytes) -> bytes:
        figure = placed_forms(data)[1]
        story = next(one for one in STORY.finditer(data) if len(one[2]) > 150)
        font = re.findall(rb"/F\d+ \S+ Tf", data[: story.start(2)])[-1]
        more = figure[0].replace(b"EMC", story[2].replace(b"BT", b"BT " + font, 1) + b"\nEMC")
        return data.replace(figure[0], more)

    assert "checks.extra" in found(spoiled(pdf, edited(edit)), page)


@pytest.mark.parametrize("what", ["a word more", "a word less", "hidden words"])
def test_an_advertisement_is_what_its_file_is(pdf: bytes, page: Page, what: str) -> None:
    """One word more or less, seen or unseen, is told."""

    def spoil(document: pikepdf.Pdf) -> None:
        form = the_advertisement(document)
        data = form.read_bytes()
        shown = re.search(rb"\(.*?\) Tj", data, re.S)
        assert shown is not None
        if what == "a word less":
            form.write(data.replace(shown[0], b"", 1))
        else:
            mode = b"3 Tr " if what == "hidden words" else b""
            form.write(data.replace(shown[0], shown[0] + b" " + mode + shown[0] + b" 0 Tr", 1))

    keys = found(spoiled(pdf, spoil), page)
    assert keys["checks.artwork"] == {"pikepdf", "pdfium"}


def test_another_advertisement_in_its_place_is_told(page: Page, library: Library, placed: PlacedPage) -> None:
    """The page was built with last week's file."""

    def older(document: pikepdf.Pdf) -> None:
        contents = document.pages[0].obj.Contents
        data = contents.read_bytes()
        shown = re.findall(rb"\(.*?\) Tj", data, re.S)
        contents.write(data.replace(shown[-1], b"", 1))

    advert = page.part("F")
    path = advert.file  # type: ignore[union-attr]
    before = path.read_bytes()  # type: ignore[union-attr]
    try:
        path.write_bytes(advertisement(spoil=older))  # type: ignore[union-attr]
        other = pdf_of(placed, library)
    finally:
        path.write_bytes(before)  # type: ignore[union-attr]
    report = jxprint.check(other, page)
    finding = next(one for one in report.findings if one.key == "checks.artwork")
    assert HEAD in render(replace(finding, args={**finding.args, "spot": ""}), "zh")


def test_an_advertisement_that_is_lost_is_missed(pdf: bytes, page: Page) -> None:
    """Its figure is there and shows nothing; so with a drawing, which has no words."""
    for number in (0, 1):

        def edit(data: bytes, number: int = number) -> bytes:
            figure = placed_forms(data)[number]
            return data.replace(b"/" + figure[4] + b" Do", b"")

        assert "checks.artwork" in found(spoiled(pdf, edited(edit)), page)


def test_what_covers_a_story_is_told(pdf: bytes, page: Page) -> None:
    """An advertisement painted over a story, with its figure's frame or without it."""

    def edit(data: bytes) -> bytes:
        figure = placed_forms(data)[1]
        moved = re.sub(rb"q .*? re W n \S+ 0 0 \S+ \S+ \S+ cm", b"q 50 200 300 200 re W n 1 0 0 1 40 250 cm", figure[0])
        return data.replace(figure[0], moved)

    keys = found(spoiled(pdf, edited(edit)), page)
    assert "checks.covered" in keys
    assert "checks.artwork_frame" in keys


def test_what_composition_puts_over_a_story_is_told(page: Page, placed: PlacedPage, library: Library) -> None:
    """Frame and artwork agree, and stand where a story stands: over it, and under it."""
    story = next(one for one in placed.articles if one.part == "E")
    for first in (False, True):
        articles = []
        for one in placed.articles:
            if one.part == "F":
                blocks = tuple(
                    replace(block, frame=replace(block.frame, y=story.frame.y))
                    if isinstance(block, PlacedPicture) else block
                    for block in one.blocks
                )  # fmt: skip
                one = replace(one, blocks=blocks)
            articles.append(one)
        if first:
            articles.sort(key=lambda one: one.part != "F")
        keys = found(pdf_of(replace(placed, articles=tuple(articles)), library), page)
        assert "checks.covered" in keys
        assert "checks.artwork_frame" not in keys


def test_a_picture_of_pixels_over_a_story_is_told(tmp_path: Path, library: Library) -> None:
    """So it is with an advertisement that is a photograph."""
    folder = folder_with(PAGE, tmp_path / "page")
    Image.new("RGB", (600, 200), "teal").save(folder / "bookshop.png")
    toml = folder / "page.toml"
    toml.write_text(toml.read_text("utf-8").replace("bookshop.pdf", "bookshop.png"), "utf-8")
    page = read_page(folder)
    pdf = pdf_of(compose(page, library), library)
    assert jxprint.check(pdf, page).ok
    place = re.compile(rb"q \S+ \S+ \S+ \S+ re W n\n\S+ 0 0 \S+ \S+ \S+ cm /Im0")
    over = b"q 0 0 900 900 re W n\n300 0 0 100 40 300 cm /Im0"
    assert "checks.covered" in found(spoiled(pdf, edited(lambda data: place.sub(over, data))), page)
    flat = b"q 0 0 900 900 re W n\n300 0 0 50 200 50 cm /Im0"
    assert "checks.distorted" in found(spoiled(pdf, edited(lambda data: place.sub(flat, data))), page)


def test_artwork_that_is_squeezed_or_clipped_is_told(pdf: bytes, page: Page) -> None:
    """A form keeps its shape, and is seen in all of its frame."""

    def squeezed(data: bytes) -> bytes:
        figure = placed_forms(data)[1]
        return data.replace(figure[0], figure[0].replace(figure[2] + b" 0 0 " + figure[2], figure[2] + b" 0 0 .5"))

    def clipped(data: bytes) -> bytes:
        figure = placed_forms(data)[1]
        return data.replace(figure[0], figure[0].replace(b" re W n", b" re W n 0 0 1 1 re W n"))

    assert "checks.distorted" in found(spoiled(pdf, edited(squeezed)), page)
    assert "checks.artwork_frame" in found(spoiled(pdf, edited(clipped)), page)


def test_an_advertisement_without_its_description_is_told(pdf: bytes, page: Page) -> None:
    """Its figure says what it advertises."""

    def spoil(document: pikepdf.Pdf) -> None:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/Alt", "")).startswith(HEAD):
                one.Alt = "图片"

    assert "checks.alternative" in found(spoiled(pdf, spoil), page)


def test_decoration_has_no_words(pdf: bytes, page: Page) -> None:
    """Text in an ornament, which is an artifact, is text that belongs to nothing."""

    def spoil(document: pikepdf.Pdf) -> None:
        data = content(document)
        story = next(one for one in STORY.finditer(data) if len(one[2]) > 150)
        font = re.findall(rb"/F\d+ \S+ Tf", data[: story.start(2)])[-1]
        name = a_form(document, story[2].replace(b"BT", b"BT " + font, 1)).encode()
        ornament = rb"(/Artifact<</Type/Layout>>BDC\nq [^\n]* /Fm\d Do Q\n)"
        more = re.sub(ornament, rb"\1/" + name + rb" Do\n", data, count=1)
        assert more != data
        document.pages[0].obj.Contents = document.make_stream(more)

    assert {"checks.untagged_text", "checks.extra"} <= set(found(spoiled(pdf, spoil), page))


def test_one_ornament_is_no_leave_for_two_drawings(pdf: bytes, page: Page) -> None:
    """A picture and a drawing that no figure has are two, though each is the only one of its kind."""
    image = b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xdc EI Q"

    def spoil(document: pikepdf.Pdf) -> None:
        name = a_form(document, image).encode()
        more = b"\n/Artifact BMC " + image + b" /" + name + b" Do EMC"
        document.pages[0].obj.Contents = document.make_stream(content(document) + more)

    assert {"checks.stray_picture", "checks.stray_form"} <= set(found(spoiled(pdf, spoil), page))


def test_a_page_of_ours_is_an_advertisement_like_any_other(tmp_path: Path, pdf: bytes, library: Library) -> None:
    """Its articles, figures and forms are a stranger's there: tags, marked content and an advertisement within it."""
    page = read_page(folder_with(PAGE, tmp_path / "page", pdf))
    page = replace(page, parts=tuple(replace(one, rows=9) if one.letter == "F" else one for one in page.parts))
    within = pdf_of(compose(page, library), library)
    report = jxprint.check(within, page)
    assert report.ok, "\n".join(report.lines("en"))


def test_all_kinds_of_artwork_are_proved_together(tmp_path: Path, library: Library) -> None:
    """A page of another file cropped as a picture, the same as an ornament that says something, a drawing that is an
    advertisement: each figure has its own.
    """
    folder = folder_with(PAGE, tmp_path / "page")
    toml = folder / "page.toml"
    text = toml.read_text("utf-8").replace('keyline = "thin"', 'rows = 9\nkeyline = "none"\nlabelled = true')
    text = text.replace('file = "bookshop.pdf"', 'file = "drawing.svg"')
    text = text.replace('file = "plum.svg"', 'file = "bookshop.pdf"\nalt = "书屋"')
    text = text.replace('file = "bridge.svg"', 'file = "bookshop.pdf"\naspect = "5:2"')
    (folder / "drawing.svg").write_bytes((folder / "bridge.svg").read_bytes())
    toml.write_text(text, "utf-8")
    page = read_page(folder)
    placed = compose(page, library)
    crops = [block.crop for one in placed.articles for block in one.blocks if isinstance(block, PlacedPicture)]
    assert [crop is not None for crop in crops] == [True, False, False]
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, "\n".join(report.lines("en"))


def with_group(folder: Path, within: str) -> Page:
    """The page with a group of pictures for its drawing, in its columns or within a story."""
    toml = folder / "page.toml"
    text = toml.read_text("utf-8").replace("B B C C", "B B E E" if within else "B B C C")
    text = text.replace('file = "bridge.svg"\nalt = "月亮桥横跨青湖，湖上一只小船"\n', within)
    credit = 'credit = "本报制图"\n'
    toml.write_text(text.replace(credit, credit + MEMBERS), "utf-8")
    return read_page(folder)


MEMBERS = """
[[part.picture]]
file = "bridge.svg"
alt = "月亮桥"

[[part.picture]]
file = "bookshop.pdf"
alt = "书屋"

[[part.picture]]
file = "plum.svg"
"""


@pytest.mark.parametrize("within", ["", 'within = "E"\nwidth = "11字"\nside = "right"\n'])
def test_each_picture_of_a_group_is_proved(tmp_path: Path, library: Library, within: str) -> None:
    """Drawings and a page of a file in one group, of its own columns or within a story: each figure has its own."""
    page = with_group(folder_with(PAGE, tmp_path / "page"), within)
    pdf = pdf_of(compose(page, library), library)
    report = jxprint.check(pdf, page)
    assert report.ok, "\n".join(report.lines("en"))
    figures = placed_forms(_content(pdf))
    assert len(figures) == 4
    for figure in figures[:3]:
        lost = figure[0].replace(figure[4] + b" Do", b"")
        assert "checks.artwork" in found(spoiled(pdf, instead(figure[0], lost)), page)
        x, y, width, height = (float(one) for one in SHOWN.findall(figure[0])[0])
        for clip in ((x + 2, y, width - 2, height), (x, y, width - 2, height), (x, y, width, height - 2)):
            less = figure[0].replace(b" re W n", b" re W n %.3f %.3f %.3f %.3f re W n" % clip)
            assert "checks.artwork_frame" in found(spoiled(pdf, instead(figure[0], less)), page)


def test_a_group_with_a_placeholder_is_proved(tmp_path: Path, library: Library) -> None:
    """No file shows where the placeholder stands; what is over the group's edge is told all the same."""
    folder = folder_with(PAGE, tmp_path / "page")
    with_group(folder, "")
    toml = folder / "page.toml"
    drawn = '[[part.picture]]\nfile = "bridge.svg"\nalt = "月亮桥"'
    toml.write_text(toml.read_text("utf-8").replace(drawn, '[[part.picture]]\nalt = "月亮桥"'), "utf-8")
    page = read_page(folder)
    pdf = pdf_of(compose(page, library), library)
    report = jxprint.check(pdf, page)
    assert report.ok, "\n".join(report.lines("en"))
    figure = placed_forms(_content(pdf))[0]
    moved = SHOWN.sub(rb"q 30 \2 \3 \4 re W n", figure[0]).replace(b" cm", b" cm 1 0 0 1 -400 0 cm")
    assert "checks.artwork_frame" in found(spoiled(pdf, instead(figure[0], moved)), page)
