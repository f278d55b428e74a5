"""A page of pictures read back: every caption with its picture, one figure a part, nothing squeezed on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

import jxprint
from jxprint.description.new import write_new_page
from jxprint.fonts import Library
from jxprint.model import Page, Picture
from jxprint.placed import PlacedPage, PlacedPicture
from jxprint.writers.png import render_png
from photographs import FOCUS, SUN, photograph, write_photographs
from sabotage import pdf_of, spoiled

PICTURES = Path(__file__).resolve().parent / "pages" / "pictures"
# How a camera stores what is seen, by EXIF's orientation: the reverse of what turns it upright.
_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of pictures as described, its files drawn."""
    folder = tmp_path_factory.mktemp("page") / "pictures"
    shutil.copytree(PICTURES, folder)
    write_photographs(folder)
    return jxprint.read_page(folder)


@pytest.fixture(scope="module")
def placed(pictured: Page, library: Library) -> PlacedPage:
    """As composed."""
    return jxprint.compose(pictured, library)


@pytest.fixture(scope="module")
def pdf(placed: PlacedPage, library: Library) -> bytes:
    """Its file."""
    return pdf_of(placed, library)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]


def _figures(document: pikepdf.Pdf) -> Iterator[list[Any]]:
    """The figures of each article that has any."""
    for article in _kids(document.Root["/StructTreeRoot"]["/K"]):
        found = [kid for kid in _kids(article) if not isinstance(kid, int) and str(kid.get("/S")) == "/Figure"]
        if found:
            yield found


def test_the_page_of_pictures_is_proved(pdf: bytes, pictured: Page) -> None:
    """Captions on every side, groups and labels: the file says what the copy says, in every order."""
    report = jxprint.check(pdf, pictured)
    assert report.findings == ()


def test_a_part_is_one_figure_with_its_caption(pdf: bytes, pictured: Page) -> None:
    """A group as well: as many pieces as pictures, one alternative text, one caption."""
    parts = [part for part in pictured.parts if isinstance(part, Picture)]
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        figures = list(_figures(document))
        assert len(figures) == len(parts)
        for (figure,), part in zip(figures, parts, strict=True):
            kids = _kids(figure)
            assert sum(isinstance(kid, int) for kid in kids) == len(part.shots)
            (caption,) = [kid for kid in kids if not isinstance(kid, int)]
            assert str(caption["/S"]) == "/Caption"
            assert len(_kids(caption)) == (part.caption is not None) + (part.credit is not None)
            assert str(figure["/Alt"])
        group = next(number for number, part in enumerate(parts) if part.letter == "G")
        assert str(figures[group][0]["/Alt"]) == "图①：河岸；图②：水塔；图③：麦田；图④：码头"


def test_another_text_for_a_group_is_told(pdf: bytes, pictured: Page) -> None:
    """One picture of four that nobody hears of."""

    def forget(document: pikepdf.Pdf) -> None:
        for (figure,) in _figures(document):
            if "水塔" in str(figure["/Alt"]):
                figure["/Alt"] = "图①：河岸；图③：麦田；图④：码头"

    found = jxprint.check(spoiled(pdf, forget), pictured).findings
    assert [(one.key, one.args["letter"]) for one in found] == [("checks.alternative", "G")]


def _placements(pdf: bytes) -> Iterator[tuple[list[float], int, int]]:
    """The matrix of each image as drawn, and the samples of its file."""
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        matrix: list[float] = []
        for one in pikepdf.parse_content_stream(page):
            if str(one.operator) == "cm":
                matrix = [float(number) for number in one.operands]
            elif str(one.operator) == "Do":
                image = page.Resources.XObject[str(one.operands[0])]
                yield matrix, int(image["/Width"]), int(image["/Height"])


def test_no_picture_is_squeezed_or_mirrored_on_paper(pdf: bytes) -> None:
    """One scale across and down, as the file is written."""
    found = list(_placements(pdf))
    assert len(found) == 13
    for (a, b, c, d, _, _), width, height in found:
        assert (b, c) == (0, 0)
        assert a / width == pytest.approx(d / height, rel=1e-4)
        assert min(a, d) > 0


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_focal_point_is_where_it_was_seen(orientation: int, tmp_path: Path, library: Library) -> None:
    """However the camera was held: crop box and focal point are those of the picture as seen, at one scale."""
    folder = tmp_path / "page"
    write_new_page(folder)
    seen, exif = photograph((480, 320)), Image.Exif()
    exif[274] = orientation
    stored = seen.transpose(_STORED[orientation]) if orientation in _STORED else seen
    stored.save(folder / "phone.jpg", exif=exif, quality=95)
    plan = folder / "page.toml"
    said = f'file = "phone.jpg"\nfocus = {list(FOCUS)}\ncrop = [0.4, 0.0, 0.6, 0.6]\nrows = 14'
    plan.write_text(plan.read_text(encoding="utf-8").replace('credit = "本报摄"', said), encoding="utf-8")
    placed = jxprint.compose(jxprint.read_page(folder), library)
    (picture,) = [one for article in placed.articles for one in article.blocks if isinstance(one, PlacedPicture)]
    assert picture.crop is not None
    pdf = pdf_of(placed, library)
    ((a, b, c, d, _, _), width, height) = next(_placements(pdf))
    across, down = (abs(a) / width, abs(d) / height) if orientation < 5 else (abs(b) / width, abs(c) / height)
    assert across == pytest.approx(down, rel=1e-4)
    drawn = BytesIO()
    render_png(pdf, drawn, dpi=72)
    paper, frame = Image.open(BytesIO(drawn.getvalue())).convert("RGB"), picture.frame
    x = frame.x + (FOCUS[0] - picture.crop.x) / picture.crop.width * frame.width
    y = frame.y + (FOCUS[1] - picture.crop.y) / picture.crop.height * frame.height
    spot = paper.getpixel((int(placed.bleed + x), int(placed.bleed + y)))
    assert isinstance(spot, tuple)
    assert all(abs(one - other) < 40 for one, other in zip(spot, SUN, strict=True)), spot
