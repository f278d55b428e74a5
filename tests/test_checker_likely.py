"""What a glyph of an unknown face looks like: itself, unless the file lies."""

from __future__ import annotations

import importlib.util
import re
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from jxprint.checker.others import check_other
from jxprint.checker.others.likeness import EM_PX, Looks, apart, carried_looks, is_judged
from jxprint.resources import fonts_folder
from other_pages import COPY, PARAGRAPHS, page_of, rewritten

CHARACTERS = sorted({char for char in "".join(PARAGRAPHS) if is_judged(char)})
# Bits by which one character may differ from itself in another weight, or drawn by another edition of the libraries.
_ITSELF, _AGAIN = 95, 24


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    """The program that draws the table."""
    file = Path(__file__).resolve().parent.parent / "fonts" / "looks.py"
    spec = importlib.util.spec_from_file_location("looks", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_what_its_program_draws(drawing: ModuleType) -> None:
    """A sample drawn again, in each of its faces."""
    for number, face in enumerate(drawing.FACES):
        font = ImageFont.truetype(str(fonts_folder() / face), EM_PX)
        for char in CHARACTERS[::7]:
            assert apart(drawing.drawn_look(font, char), carried_looks().of(char)[number]) < _AGAIN


@pytest.mark.parametrize("face", ["song-black.otf", "hei-bold.otf", "song-bold.otf"])
def test_a_weight_that_is_not_in_the_table_looks_like_itself(drawing: ModuleType, face: str) -> None:
    """Weight is no part of a look; and any other character is farther."""
    font = ImageFont.truetype(str(fonts_folder() / face), EM_PX)
    for char in CHARACTERS:
        look = drawing.drawn_look(font, char)
        gap = min(apart(look, one) for one in carried_looks().of(char))
        assert gap < _ITSELF, char


def test_what_is_drawn_is_found_among_all_characters(drawing: ModuleType) -> None:
    """Whatever the file claims."""
    font = ImageFont.truetype(str(fonts_folder() / "song-bold.otf"), EM_PX)
    looks = carried_looks()
    assert [looks.likest(drawing.drawn_look(font, char), "一")[1] for char in "渡嘉新闻"] == list("渡嘉新闻")
    assert looks.likest(drawing.drawn_look(font, "嘉"), "嘉")[1] != "嘉"


def moved_on(data: str) -> str:
    """A ToUnicode in which each code says what the next one said."""
    codes = re.findall(r"<(\w\w)> <(\w{4})>", data)
    moved = {code: text for (code, _), (_, text) in zip(codes, [*codes[1:], codes[0]], strict=True)}
    return re.sub(r"<(\w\w)> <\w{4}>", lambda one: f"<{one[1]}> <{moved[one[1]]}>", data)


def test_a_font_that_lies_throughout_is_told(tmp_path: Path) -> None:
    """Every entry of its ToUnicode moved by one: the text has nothing of the copy, and paper has all of it."""

    def shift(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj["/Resources"]["/Font"].values():
            if "/ToUnicode" in font:
                data = font["/ToUnicode"].read_bytes().decode("ascii")
                font["/ToUnicode"].write(moved_on(data).encode("ascii"))

    copy = tmp_path / "copy.txt"
    copy.write_text(COPY, "utf-8")
    report = check_other(rewritten(page_of(), shift), [copy])
    shown = [one for one in report.findings if one.key == "checks.other.shows"]
    assert len(shown) > 40
    assert not report.ok


def test_glyphs_that_draw_nothing_are_told(tmp_path: Path) -> None:
    """A Type 3 font whose procedures are empty says what paper does not have; 口 is drawn with too few strokes to
    be judged.
    """

    def empty(document: pikepdf.Pdf) -> None:
        nothing = document.make_stream(b"1000 0 d0")
        told = b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <6E21> <42> <53E3> endbfchar"
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 1000, 1000],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=65, LastChar=66, Widths=[1000, 1000],
            CharProcs=pikepdf.Dictionary(a=nothing, b=nothing), Resources=pikepdf.Dictionary(),
            Encoding=pikepdf.Dictionary(Differences=[65, pikepdf.Name("/a"), pikepdf.Name("/b")]),
            ToUnicode=document.make_stream(told),
        )  # fmt: skip
        page = document.pages[0]
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=document.make_indirect(font)))
        page.obj["/Contents"] = document.make_stream(b"BT /T 10 Tf 40 300 Td (AB) Tj ET")

    copy = tmp_path / "copy.txt"
    copy.write_text("渡口\n", "utf-8")
    report = check_other(rewritten(page_of(), empty), [copy])
    assert [one.args["text"] for one in report.findings if one.key == "checks.ink_missing"] == ["渡"]


@pytest.mark.parametrize(("way", "is_told"), [(1000, True), (-1000, True), (200, False)])
def test_glyphs_that_are_drawn_beside_their_places_are_told(tmp_path: Path, way: int, is_told: bool) -> None:
    """Renderers move a glyph by its left side bearing: two characters change places, and no code says so."""

    def shift(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj["/Resources"]["/Font"].values():
            if "/FontDescriptor" not in font:
                continue
            program = font["/FontDescriptor"]["/FontFile2"]
            face = TTFont(BytesIO(program.read_bytes()))
            bearings = face["hmtx"].metrics
            for name, (width, bearing) in bearings.items():
                bearings[name] = width, bearing + way
            sink = BytesIO()
            face.save(sink)
            program.write(sink.getvalue())

    copy = tmp_path / "copy.txt"
    copy.write_text(COPY, "utf-8")
    report = check_other(rewritten(page_of(), shift), [copy])
    assert report.ok is not is_told
    assert ("checks.other.drawn_aside" in {one.key for one in report.findings}) is is_told


@pytest.mark.parametrize("cut", [4, 40, 4000])
def test_a_table_that_is_none_is_refused(tmp_path: Path, cut: int) -> None:
    """No look is made up from half a file."""
    file = tmp_path / "looks.bin"
    file.write_bytes((fonts_folder() / "looks.bin").read_bytes()[:cut])
    with pytest.raises(ValueError, match="looks"):
        Looks(file)
