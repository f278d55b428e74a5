"""Artwork in a browser: drawings as paths, pages of PDFs as pixels, everything where it was placed."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

import jxprint
from advertisements import advertisement, folder_with
from jxprint.artwork import Clip, Colour, Commands, Drawing, Gradient, Group, Stroke, Tiling
from jxprint.artwork import Path as Drawn
from jxprint.diff import compare
from jxprint.diff.placed_places import seen_page
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.placed import PlacedPage
from jxprint.writers.screen.artwork import Artist
from jxprint.writers.screen.html import html
from jxprint.writers.screen.pictures import Pixels
from jxprint.writers.screen.svg import svg

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"
NS = "{http://www.w3.org/2000/svg}"
SQUARE: Commands = (("M", 2.0, 2.0), ("L", 8.0, 2.0), ("L", 8.0, 8.0), ("L", 2.0, 8.0), ("Z",))
RED, BLUE = Colour(1.0, 0.0, 0.0), Colour(0.0, 0.0, 1.0)
WHOLE = Rect(10.0, 20.0, 20.0, 20.0)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, library: Library) -> PlacedPage:
    """The page of drawings and advertisements."""
    return jxprint.compose(jxprint.read_page(folder_with(PAGE, tmp_path_factory.mktemp("artwork"))), library)


def shown(*items: Drawn | Group) -> ElementTree.Element:
    """A drawing of 10 × 10 pt at twice its size."""
    told = Artist(Pixels()).show(Drawing(10.0, 10.0, Group(items)), WHOLE, WHOLE)
    return ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{told}</svg>')


def test_a_path_keeps_its_numbers() -> None:
    """Commands as they are, scaled with the whole; fill, rule, opacity and stroke as SVG says them."""
    stroke = Stroke(BLUE, 0.5, 1, 2, dash=(1.0, 2.0), opacity=0.5)
    root = shown(Drawn(SQUARE, (1.0, 0.0, 0.0, 1.0, 1.0, 0.0), RED, even_odd=True, opacity=0.25, stroke=stroke))
    (path,) = root.iter(f"{NS}path")
    assert path.attrib["d"] == "M2 2L8 2L8 8L2 8Z"
    assert path.attrib["transform"] == "matrix(1 0 0 1 1 0)"
    assert [path.attrib[key] for key in ("fill", "fill-rule", "fill-opacity")] == ["#ff0000", "evenodd", "0.25"]
    assert (path.attrib["stroke"], path.attrib["stroke-width"]) == ("#0000ff", "0.5")
    assert (path.attrib["stroke-linecap"], path.attrib["stroke-linejoin"]) == ("round", "bevel")
    assert (path.attrib["stroke-dasharray"], path.attrib["stroke-opacity"]) == ("1 2", "0.5")
    assert any(group.attrib.get("transform") == "scale(2)" for group in root.iter(f"{NS}g"))


def test_tiles_and_fading_colours_stay_what_they_are() -> None:
    """A pattern in units of its own, with what it repeats; opacities at the stops that have them."""
    plain = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    tile = Tiling((Drawn(SQUARE, fill=RED),), (1.0, 2.0, 3.0, 4.0), (2.0, 0.0, 0.0, 2.0, 0.0, 0.0))
    fading = Gradient("linear", (0.0, 0.0, 1.0, 0.0), plain, ((0.0, RED), (1.0, RED)), (1.0, 0.25))
    root = shown(Drawn(SQUARE, fill=tile, stroke=Stroke(fading, 1.0)))
    (pattern,) = root.iter(f"{NS}pattern")
    assert [pattern.attrib[key] for key in ("x", "y", "width", "height")] == ["1", "2", "3", "4"]
    assert pattern.attrib["patternTransform"] == "matrix(2 0 0 2 0 0)"
    assert len(list(pattern.iter(f"{NS}path"))) == 1
    assert [one.attrib["stop-opacity"] for one in root.iter(f"{NS}stop")] == ["1", "0.25"]


def test_gradients_and_clips_are_found_by_their_names() -> None:
    """Every name once, and before what refers to it."""
    stops = ((0.0, RED), (1.0, BLUE))
    linear = Gradient("linear", (0.0, 0.0, 10.0, 0.0), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), stops)
    radial = Gradient("radial", (5.0, 5.0, 0.0, 5.0, 5.0, 4.0), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), stops)
    clip = Clip((((1.0, 0.0, 0.0, 1.0, 0.0, 0.0), SQUARE),))
    root = shown(Group((Drawn(SQUARE, fill=linear, stroke=Stroke(radial, 1.0)),), 0.5, clip))
    names = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert sorted(names) == sorted(set(names))
    used = re.findall(r"url\(#(\w+)\)", ElementTree.tostring(root, "unicode"))
    assert set(used) == set(names)
    (circle,) = root.iter(f"{NS}radialGradient")
    assert [circle.attrib[key] for key in ("fx", "fy", "fr", "cx", "cy", "r")] == ["5", "5", "0", "5", "5", "4"]
    assert [one.attrib["opacity"] for one in root.iter(f"{NS}g") if "opacity" in one.attrib] == ["0.5"]


def test_artwork_stands_where_it_was_placed(page: PlacedPage, library: Library) -> None:
    """Ornaments as well, which are no copy; and both forms are the same on every run."""
    placed = [block for article in page.articles for block in article.blocks if getattr(block, "artwork", None)]
    frames = [one.frame for one in (*page.ornaments, *placed)]  # type: ignore[union-attr]
    root = ElementTree.fromstring(svg(page, library))
    boxes = [one.attrib for one in root.iter(f"{NS}svg") if one is not root]
    assert len(boxes) == len(frames) > 2
    for frame in frames:
        assert any(
            float(box["x"]) == pytest.approx(frame.x, abs=0.01) and float(box["y"]) == pytest.approx(frame.y, abs=0.01)
            for box in boxes
        )
    assert html([page], library) == html([page], library)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_of_a_pdf_is_trimmed_and_turned(turn: int, tmp_path: Path, library: Library) -> None:
    """What is seen in the corner of its trim box is in the corner of the picture."""

    def spoil(document: pikepdf.Pdf) -> None:
        marked = document.pages[0].obj
        marked.Rotate, marked.TrimBox = turn, pikepdf.Array([10, 20, 310, 110])
        corner = {0: "10 90", 90: "10 20", 180: "290 20", 270: "290 90"}[turn]
        marked.Contents = document.make_stream(f"0 0 1 rg {corner} 20 20 re f".encode())

    folder = folder_with(PAGE, tmp_path / "page", advertisement(spoil=spoil))
    page_toml = folder / "page.toml"
    page_toml.write_text(page_toml.read_text("utf-8").replace('keyline = "thin"', "rows = 9"), "utf-8")
    data = svg(jxprint.compose(jxprint.read_page(folder), library), library).decode("utf-8")
    (encoded,) = re.findall(r'href="data:image/png;base64,([^"]+)"', data)
    image = Image.open(BytesIO(b64decode(encoded))).convert("RGB")
    assert image.width / image.height == pytest.approx(300 / 90 if turn in (0, 180) else 90 / 300, rel=0.01)
    assert image.getpixel((8, 8)) == (0, 0, 255)
    assert image.getpixel((image.width // 2, image.height // 2)) == (255, 255, 255)


def test_a_page_of_a_pdf_that_is_gone_is_told(page: PlacedPage, library: Library, tmp_path: Path) -> None:
    """One sentence with its name."""
    folder = folder_with(PAGE, tmp_path / "page")
    placed = jxprint.compose(jxprint.read_page(folder), library)
    (folder / "bookshop.pdf").unlink()
    with pytest.raises(jxprint.JxprintError, match="bookshop"):
        svg(placed, library)


def test_a_page_with_artwork_and_its_file_do_not_differ(page: PlacedPage, library: Library) -> None:
    """Nor does it from itself."""
    assert not compare([seen_page(page)], [seen_page(page)])
