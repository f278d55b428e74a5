from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

import jxprint
from advertisements import advertisement, folder_with, wordless
from jxprint.artwork import Clip, Colour, Commands, Drawing, Gradient, Group, Stroke, Tiling
from jxprint.artwork import Path as Drawn
from jxprint.cli import main
from jxprint.composition import compose
from jxprint.description import read_page
from jxprint.edition import make_edition
from jxprint.errors import OutputError
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.writers.pdf.drawings import write_drawing
from jxprint.writers.pdf.seam import File
from sabotage import pdf_of

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"
SQUARE: Commands = (("M", 2.0, 2.0), ("L", 8.0, 2.0), ("L", 8.0, 8.0), ("L", 2.0, 8.0), ("Z",))
BLACK, RED = Colour(0.0, 0.0, 0.0), Colour(1.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of drawings and advertisements."""
    return read_page(folder_with(PAGE, tmp_path_factory.mktemp("artwork")))


@pytest.fixture(scope="module")
def pdf(page: Page, library: Library) -> bytes:
    """The same as a file."""
    return pdf_of(compose(page, library), library)


def forms(document: pikepdf.Pdf) -> list[Any]:
    """The forms of the first page by their names."""
    shown = document.pages[0].obj.Resources.XObject
    return [shown[name] for name in sorted(shown.keys()) if name.startswith("/Fm")]


def operators(*items: Drawn | Group) -> str:
    """What a drawing of 10 × 10 pt writes, in one form."""
    file = File("zh-CN")
    number = write_drawing(file, Drawing(10.0, 10.0, Group(items)))
    made = file._own[number]
    return zlib.decompress(made.split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]).decode("ascii")


def seen(*items: Drawn | Group) -> Image.Image:
    """A drawing of 10 × 10 pt as pdfium shows it, ten pixels a point."""
    file = File("zh-CN")
    number = write_drawing(file, Drawing(10.0, 10.0, Group(items)))
    content = file.stream(b"", b"/X Do")
    sheet = file.page()
    resources = b"<</XObject<</X %d 0 R>>>>" % number
    whole = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 10 10]/Resources%b/Contents %d 0 R>>"
    file.fill(sheet, whole % (file.pages, resources, content))
    document = pypdfium2.PdfDocument(file.finish({}))
    try:
        image: Image.Image = document[0].render(scale=10).to_pil().convert("RGB")
        return image
    finally:
        document.close()


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a point."""
    found = image.getpixel((int(x * 10), int(y * 10)))
    assert isinstance(found, tuple)
    return found


def test_greys_are_black_alone_and_colours_as_they_are() -> None:
    """Four inks on newsprint would not stand on one another; a path that is only filled leaves no stroke."""
    assert operators(Drawn(SQUARE, fill=BLACK)) == "q\n0 0 0 1 k\n2 8 m 8 8 l 8 2 l 2 2 l h f\nQ"
    assert "1 0 0 rg" in operators(Drawn(SQUARE, fill=RED))


def test_both_rules_of_filling() -> None:
    """A hole by the even-odd rule is none by the non-zero rule."""
    inner: Commands = (("M", 4.0, 4.0), ("L", 6.0, 4.0), ("L", 6.0, 6.0), ("L", 4.0, 6.0), ("Z",))
    commands: Commands = (*SQUARE, *inner)
    assert at(seen(Drawn(commands, fill=BLACK)), 5, 5) < (60, 60, 60)
    assert at(seen(Drawn(commands, fill=BLACK, even_odd=True)), 5, 5) == (255, 255, 255)


def test_strokes_are_as_wide_as_their_matrix_makes_them() -> None:
    """Twice as large, twice as wide; stretched one way, wider that way alone."""
    line = (("M", 1.0, 2.5), ("L", 4.0, 2.5))
    stroke = Stroke(BLACK, 1.0)
    assert "2 w" in operators(Drawn(line, (2, 0, 0, 2, 0, 0), stroke=stroke))
    stretched = seen(Drawn(line, (1, 0, 0, 2, 0, 0), stroke=stroke))
    assert at(stretched, 2.5, 4.2) < (60, 60, 60)
    assert at(stretched, 2.5, 5.8) < (60, 60, 60)
    assert at(stretched, 0.8, 5) == (255, 255, 255)


def test_a_gradient_fades_into_what_is_under_it() -> None:
    """Fill and stroke apart: the stroke stays as it is."""
    under = Drawn(SQUARE, fill=RED)
    axis = (2.0, 0.0, 8.0, 0.0)
    fading = Gradient("linear", axis, (1, 0, 0, 1, 0, 0), ((0.0, BLACK), (1.0, BLACK)), (1.0, 0.0))
    image = seen(under, Drawn(SQUARE, fill=fading, stroke=Stroke(RED, 1.0)))
    assert at(image, 2.7, 5)[0] < 90
    assert at(image, 5, 5)[0] in range(100, 190)
    assert at(image, 7.3, 5)[0] > 220
    assert at(image, 2, 5) == (255, 0, 0)


def test_a_tile_is_laid_beside_itself() -> None:
    """Squares of two points, every four; one pattern serves all paths that are painted with it."""
    half = (("M", 0.0, 0.0), ("L", 0.5, 0.0), ("L", 0.5, 1.0), ("L", 0.0, 1.0), ("Z",))
    tile = Tiling((Drawn(half, fill=RED),), (0.0, 0.0, 1.0, 1.0), (4, 0, 0, 4, 2, 0))
    image = seen(Drawn(SQUARE, fill=tile))
    assert [at(image, x, 5) == (255, 0, 0) for x in (1, 3, 5, 7, 9)] == [False, True, False, True, False]
    drawn = operators(Drawn(SQUARE, fill=tile), Drawn(SQUARE, fill=tile))
    assert drawn.count("/P0 scn") == 2
    assert "/P1" not in drawn


def test_opacity_of_a_group_is_one() -> None:
    """Where two black squares of a half-clear group overlap it is no darker; by themselves they are."""
    other = Drawn(SQUARE, (1, 0, 0, 1, 1, 1), fill=BLACK)
    group = seen(Group((Drawn(SQUARE, fill=BLACK), other), opacity=0.5))
    assert at(group, 2.5, 2.5) == at(group, 5, 5)
    apart = seen(Drawn(SQUARE, fill=BLACK, opacity=0.5), Drawn(SQUARE, fill=BLACK, opacity=0.5))
    assert at(apart, 5, 5) < at(group, 5, 5)


def test_clips_and_gradients() -> None:
    """A clip shows what is within; a gradient goes from its first colour to its last, along its axis."""
    whole = (("M", 0.0, 0.0), ("L", 10.0, 0.0), ("L", 10.0, 10.0), ("L", 0.0, 10.0), ("Z",))
    stops = ((0.0, RED), (0.5, Colour(0.0, 1.0, 0.0)), (1.0, Colour(0.0, 0.0, 1.0)))
    fill = Gradient("linear", (0.0, 0.0, 1.0, 0.0), (10, 0, 0, 10, 0, 0), stops)
    image = seen(Group((Drawn(whole, fill=fill),), clip=Clip((((1, 0, 0, 1, 0, 0), SQUARE),))))
    assert at(image, 1, 5) == (255, 255, 255)
    red, _, blue = at(image, 2.2, 5)
    assert red > 120 > blue
    assert at(image, 5, 5)[1] > 220
    red, _, blue = at(image, 7.8, 5)
    assert blue > 120 > red
    top, foot = at(image, 5, 2.2), at(image, 5, 7.8)
    assert top == foot
    circle = Gradient("radial", (5.0, 5.0, 0.0, 5.0, 5.0, 3.0), (1, 0, 0, 1, 0, 0), ((0.0, BLACK), (1.0, BLACK)))
    assert at(seen(Drawn(SQUARE, fill=circle)), 5, 5) < (60, 60, 60)


def test_artwork_is_placed_as_forms(pdf: bytes) -> None:
    """Two drawings and a page: no picture of pixels is in the file, and each form has resources of its own."""
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        found = forms(document)
        assert [str(form.Subtype) for form in found] == ["/Form"] * 3
        assert all("/Resources" in form for form in found)
        assert not [one for one in document.objects if isinstance(one, pikepdf.Stream) and one.get("/Width")]
        (foreign,) = (form for form in found if "/Font" in form.Resources)
        assert [float(edge) for edge in foreign.BBox] == [0, 0, 360, 120]


def test_the_page_shows_it(pdf: bytes) -> None:
    """The advertisement's ground and the lake of the drawing have their colours on paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    colours = {pixel for _, pixel in image.getcolors(1 << 20) or []}
    assert any(abs(r - 166) < 12 and abs(g - 80) < 12 and abs(b - 47) < 12 for r, g, b in colours)  # the book's ground
    assert any(abs(r - 43) < 6 and abs(g - 58) < 6 and abs(b - 64) < 6 for r, g, b in colours)  # the bridge


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_shown_as_it_is_seen(tmp_path: Path, library: Library, turn: int) -> None:
    """Turned or not, trimmed or not: what stands in its corner stands in the corner of its place."""

    def spoil(document: pikepdf.Pdf) -> None:
        marked = document.pages[0].obj
        marked.Rotate, marked.TrimBox = turn, pikepdf.Array([10, 20, 310, 110])
        # A blue square in the corner that is seen as the upper left one.
        corner = {0: "10 90", 90: "10 20", 180: "290 20", 270: "290 90"}[turn]
        marked.Contents = document.make_stream(f"0 0 1 rg {corner} 20 20 re f".encode())

    folder = folder_with(PAGE, tmp_path / "page", advertisement(spoil=spoil))
    page_toml = folder / "page.toml"
    page_toml.write_text(page_toml.read_text("utf-8").replace('keyline = "thin"', "rows = 9"), "utf-8")
    placed = compose(read_page(folder), library)
    art = next(one.blocks[-1] for one in placed.articles if one.part == "F")
    frame = art.frame  # type: ignore[union-attr]
    document = pypdfium2.PdfDocument(pdf_of(placed, library))
    try:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    finally:
        document.close()
    bleed = placed.bleed
    shape = frame.width / frame.height
    assert abs(shape - (300 / 90 if turn in (0, 180) else 90 / 300)) < 1e-6
    corner = image.getpixel((int(2 * (frame.x + bleed + 3)), int(2 * (frame.y + bleed + 3))))
    centre = frame.x + bleed + frame.width / 2, frame.y + bleed + frame.height / 2
    middle = image.getpixel((int(2 * centre[0]), int(2 * centre[1])))
    assert corner == (0, 0, 255)
    assert middle == (255, 255, 255)


def test_nothing_of_a_strangers_tags_is_placed(tmp_path: Path, library: Library) -> None:
    """Marked content would count as ours; so would structure. The operators between stay as they are."""

    def spoil(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.obj.StructParents = 0
        page.contents_add(b"/P <</MCID 0>> BDC", prepend=True)
        page.contents_add(b"EMC /Artifact BMC 1 0 0 1 0 0 cm EMC")

    folder = folder_with(PAGE, tmp_path / "page", advertisement(spoil=spoil))
    page = read_page(folder)
    pdf = pdf_of(compose(page, library), library)
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        (foreign,) = (form for form in forms(document) if "/Font" in form.Resources)
        data = foreign.read_bytes()
        assert not re.search(rb"\b(BDC|BMC|EMC)\b", data)
        assert b"1 0 0 1 0 0 cm" in data
        assert "/StructParents" not in foreign
    assert jxprint.check(pdf, page).ok


def test_every_font_of_the_file_is_in_it(pdf: bytes) -> None:
    """A font that a stranger's file names and shows nothing in (reportlab's Helvetica) is not taken along."""
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/BaseFont")]
        assert fonts
        assert not [one for one in fonts if "Helvetica" in str(one.BaseFont)]


def test_a_font_that_is_not_there_is_named_nowhere(tmp_path: Path, library: Library) -> None:
    """Where no font of a page is embedded, its operators are placed without the name of one."""
    page = read_page(folder_with(PAGE, tmp_path / "page", wordless()))
    with pikepdf.open(BytesIO(pdf_of(compose(page, library), library))) as document:
        [form] = [one for one in forms(document) if "/Font" in one.get("/Resources", {})]
        assert not form.Resources.Font.keys()
        said = [str(one.operator) for one in pikepdf.parse_content_stream(form)]
    assert "Tf" not in said
    assert "S" in said


def test_the_same_build_gives_the_same_bytes(page: Page, library: Library, pdf: bytes) -> None:
    """Twice, and with another library; and a page shown twice is in the file once."""
    assert pdf_of(compose(page, library), library) == pdf
    assert pdf_of(compose(page, jxprint.open_library()), jxprint.open_library()) == pdf
    sink = BytesIO()
    jxprint.write([compose(page, library)] * 2, library, sink)
    with pikepdf.Pdf.open(sink) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Stream) and "/Matrix" in one]
        assert len(found) == 1


def test_no_claim_is_made_for_a_strangers_fonts(
    page: Page, library: Library, pdf: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file with another's text in it does not say that all of its text is tagged (PDF/UA), and that is told; one with
    drawings may, and one with a page that has no text.
    """

    def packet(data: bytes) -> bytes:
        with pikepdf.Pdf.open(BytesIO(data)) as document:
            return document.Root.Metadata.read_bytes()

    assert b"pdfuaid:part" not in packet(pdf)
    placed = compose(page, library)
    without = replace(placed, articles=tuple(one for one in placed.articles if one.part != "F"))
    assert b"pdfuaid:part" in packet(pdf_of(without, library))
    for name, data in (("text", advertisement()), ("none", wordless())):
        folder, file = folder_with(PAGE, tmp_path / name, data), tmp_path / "x.pdf"
        assert main(["build", str(folder), "-o", str(file), "--lang", "en"]) == 0
        assert (b"pdfuaid:part" in packet(file.read_bytes())) == (name == "none")
        assert ("does not say that it is PDF/UA" in capsys.readouterr().err) == (name == "text")


def test_a_file_that_changes_meanwhile_is_not_placed(tmp_path: Path, library: Library) -> None:
    """What was looked at is what is placed, or nothing is written."""
    folder = folder_with(PAGE, tmp_path / "page")
    placed = compose(read_page(folder), library)
    for data in (advertisement(spoil=lambda document: setattr(document.pages[0].obj, "Rotate", 90)), b"%PDF-1.4"):
        (folder / "bookshop.pdf").write_bytes(data)
        with pytest.raises(OutputError) as caught:
            pdf_of(placed, library)
        assert [one.key for one in caught.value.findings] == ["output.picture_unreadable"]


def test_two_processes_place_what_one_places(tmp_path: Path) -> None:
    """The bytes do not depend on how the work was shared, and the file is proved whole."""
    folders = [folder_with(PAGE, tmp_path / name) for name in "abc"]
    alone = make_edition(folders, processes=1)
    assert make_edition(folders, processes=2).pdf == alone.pdf
    assert jxprint.check(alone.pdf, list(alone.pages)).ok
