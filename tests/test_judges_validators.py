"""Validators and renderers that have never seen our source find nothing to object to."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageStat

from advertisements import folder_with
from jxprint.cli import main
from jxprint.edition import make_edition
from verapdf import Verdict, opinions

Find = Callable[[str], Any]

HERE = Path(__file__).resolve().parent
ARTWORK = HERE / "pages" / "artwork"
FOLDERS = (HERE.parent / "layout" / "jiaxing", HERE / "pages" / "torture")
GOOD = ("jiaxing", "torture", "vertical", "marked", "furniture", "edition", "sealed")
# Pages in colour: drawings, and a page of a stranger's file among them, for which no claim is made.
DRAWN, PLACED = "drawn", "placed"
# A press sheet of two pages.
SHEET = "sheet"
INK_DPI = 50
INKS = ("Black", "Cyan", "Magenta", "Yellow")

pytestmark = pytest.mark.judges


def without_language(pdf: pikepdf.Pdf) -> None:
    """No one is told that the text is Chinese."""
    del pdf.Root.Lang


def without_tags(pdf: pikepdf.Pdf) -> None:
    """The content still has its marks, the tree that they belong to is gone."""
    del pdf.Root.StructTreeRoot


def without_parents(pdf: pikepdf.Pdf) -> None:
    """The marks of the page lead nowhere."""
    del pdf.pages[0].obj.StructParents


def without_title(pdf: pikepdf.Pdf) -> None:
    """The window shows the file's name."""
    del pdf.Root.ViewerPreferences


def without_meaning(pdf: pikepdf.Pdf) -> None:
    """Glyphs of one face stand for no character."""
    fonts = pdf.pages[0].obj.Resources.Font
    del fonts[min(fonts.keys())].ToUnicode


# What is taken from the first page, and the rule of PDF/UA-1 (clause and test) that must object.
BAD: Mapping[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "language": (without_language, "7.2-"),
    "tags": (without_tags, "7.1-"),
    "parents": (without_parents, "7.1-3"),
    "title": (without_title, "7.1-"),
    "meaning": (without_meaning, "7.21.7-1"),
}


@pytest.fixture(scope="module")
def files(
    jiaxing_pdf: bytes,
    torture_pdf: bytes,
    vertical_pdf: bytes,
    marked_pdf: bytes,
    furniture_pdf: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """The first page, the torture page, those of vertical and marked text and of furniture, an edition of two, the
    first page sealed and on a sheet, pages of artwork, and the first page in bad hands.
    """
    folder = tmp_path_factory.mktemp("judges")
    contents = {"jiaxing": jiaxing_pdf, "torture": torture_pdf, "vertical": vertical_pdf, "marked": marked_pdf}
    contents["furniture"] = furniture_pdf
    contents["edition"] = make_edition(FOLDERS).pdf
    contents[PLACED] = make_edition([folder_with(ARTWORK, folder / PLACED)]).pdf
    assert main(["build", str(FOLDERS[0]), "-o", str(folder / "sealed.pdf"), "--seal"]) == 0
    contents["sealed"] = (folder / "sealed.pdf").read_bytes()
    asked = ["-o", str(folder / f"{SHEET}.pdf"), "--impose", "2up", "--marks"]
    assert main(["build", str(FOLDERS[0]), str(FOLDERS[0]), *asked]) == 0
    contents[SHEET] = (folder / f"{SHEET}.pdf").read_bytes()
    drawing = (ARTWORK / "bridge.svg").read_bytes()
    contents[DRAWN] = make_edition([folder_with(ARTWORK, folder / DRAWN, drawing, rows=9)]).pdf
    for name, (spoil, _) in BAD.items():
        spoilt = BytesIO()
        with pikepdf.open(BytesIO(jiaxing_pdf)) as pdf:
            spoil(pdf)
            pdf.save(spoilt)
        contents[name] = spoilt.getvalue()
    paths = {name: folder / f"{name}.pdf" for name in contents}
    for name, path in paths.items():
        path.write_bytes(contents[name])
    return paths


@pytest.fixture(scope="module")
def verdicts(files: dict[str, Path], program: Find, module: Find) -> dict[tuple[str, str], Verdict]:
    """VeraPDF's opinion of every file on PDF/UA-1, and of two on PDF/A-3, asked in one go."""
    return opinions({"ua1": list(files.values()), "3a": [files["jiaxing"], files["sealed"]]}, program, module)


@pytest.mark.parametrize("name", [*GOOD, DRAWN])
def test_verapdf_finds_the_page_accessible(name: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    """Every rule of PDF/UA-1 that a machine can check, asked thousands of times."""
    verdict = verdicts["ua1", name]
    assert verdict.failed == {}
    assert verdict.rules > 100
    assert verdict.checks > 1000


def test_a_seal_breaks_no_rule_of_pdf_a_3(verdicts: dict[tuple[str, str], Verdict]) -> None:
    """What the page has still to learn for an archive is the same with it and without; all rules for files are kept."""
    plain, sealed = verdicts["3a", "jiaxing"], verdicts["3a", "sealed"]
    assert sealed.failed == plain.failed
    assert not [rule for rule in sealed.failed if rule.startswith("6.8")]
    assert sealed.checks > plain.checks


@pytest.mark.parametrize("name", BAD)
def test_verapdf_objects_to_what_is_bad(name: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    """A judge that let these pass would be no judge."""
    assert any(rule.startswith(BAD[name][1]) for rule in verdicts["ua1", name].failed), verdicts["ua1", name].failed


@pytest.mark.parametrize("name", [*GOOD, DRAWN, PLACED])
def test_qpdf_finds_no_error(name: str, files: dict[str, Path], program: Find) -> None:
    """No warning either: that would be another exit code."""
    done = subprocess.run([program("qpdf"), "--check", files[name]], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert "No syntax or stream encoding errors found" in done.stdout.decode()


@pytest.mark.parametrize("name", [*GOOD, DRAWN, PLACED])
def test_poppler_finds_every_font_embedded_cut_down_and_readable(
    name: str, files: dict[str, Path], program: Find
) -> None:
    """Columns emb, sub and uni of its table, and the six letters before the name of a cut-down font."""
    done = subprocess.run([program("pdffonts"), files[name]], check=True, capture_output=True, timeout=60)
    fonts = done.stdout.decode().splitlines()[2:]
    assert len(fonts) >= 3
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+", font), font
        assert re.search(r" yes yes yes +\d+ +\d+$", font), font
    assert done.stderr == b""


@pytest.mark.parametrize("name", GOOD)
def test_ghostscript_prints_on_the_black_plate_alone(
    name: str, files: dict[str, Path], program: Find, tmp_path: Path
) -> None:
    """Black text in four inks would be blurred by the smallest misregister."""
    out = tmp_path / "%d.tif"
    device = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r36", f"-sOutputFile={out}"]
    done = subprocess.run([program("gs"), *device, files[name]], check=True, capture_output=True, timeout=120)
    assert done.stdout + done.stderr == b""
    pages = 2 if name == "edition" else 1
    plates = sorted(path.name for path in tmp_path.glob("*(*).tif"))
    assert plates == [f"{page}({ink}).tif" for page in range(1, pages + 1) for ink in INKS]
    for plate in plates:
        with Image.open(tmp_path / plate) as image:
            darkest, lightest = image.convert("L").getextrema()
            assert lightest == 255, plate
            assert darkest == (0 if "Black" in plate else 255), plate


def test_marks_are_on_every_plate_and_a_plate_names_itself(
    files: dict[str, Path], verdicts: dict[tuple[str, str], Verdict], program: Find, tmp_path: Path
) -> None:
    """A press sheet of two pages: its page has black alone, its marks are on all four plates, and veraPDF knows them
    for no text.
    """
    out = tmp_path / "%d.tif"
    assert verdicts["ua1", SHEET].failed == {}
    device = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72", f"-sOutputFile={out}"]
    subprocess.run([program("gs"), *device, files[SHEET]], check=True, capture_output=True, timeout=120)
    own: set[bytes] = set()
    for plate in INKS:
        with Image.open(tmp_path / f"1({plate}).tif") as image:
            grey = image.convert("L")
        width, height = grey.size
        # 15 mm of paper and 3 mm of bleed are 51 points; a crop mark of 14 points ends 8.5 points off the bleed.
        page = grey.crop((43, 43, width - 43, height - 43))
        assert page.getextrema() == (0 if plate == "Black" else 255, 255)
        assert any(grey.crop((18, 50, 35, 53)).histogram()[:128]), plate
        own.add(grey.crop((51, 10, width // 2 - 20, 40)).tobytes())
    assert len(own) == 4


@pytest.mark.parametrize("name", [*GOOD, DRAWN])
def test_mupdf_draws_the_picture_that_pdfium_draws(
    name: str, files: dict[str, Path], program: Find, tmp_path: Path
) -> None:
    """The same sheet, and the same ink on the whole (within 15 in 100) and in every part of the page (20 in 100).

    MuPDF's edges are a tenth darker than pdfium's all over; a part whose text were missing would lose all its ink. Inks
    of a stranger's choice, which each turns into grey by a profile of its own, are not asked about.
    """
    out = tmp_path / "%d.png"
    words = [program("mutool"), "draw", "-q", "-r", str(INK_DPI), "-c", "gray", "-o", out, files[name]]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(files[name]) as document:
        for number in range(len(document)):
            ours = document[number].render(scale=INK_DPI / 72, grayscale=True).to_pil().convert("L")
            with Image.open(tmp_path / f"{number + 1}.png") as image:
                theirs = image.convert("L")
            assert all(abs(one - two) <= 1 for one, two in zip(ours.size, theirs.size, strict=True))
            assert ink(theirs) == pytest.approx(ink(ours), rel=0.15)
            for part, (one, two) in enumerate(zip(parts(ours), parts(theirs), strict=True)):
                assert two == pytest.approx(one, rel=0.2, abs=0.02), part


def ink(image: Image.Image) -> float:
    """The share of a picture that is black."""
    return 1 - float(ImageStat.Stat(image).mean[0]) / 255


def parts(image: Image.Image, across: int = 6, down: int = 8) -> list[float]:
    """The ink of each field of a grid laid over a picture."""
    width, height = image.width / across, image.height / down
    return [
        ink(image.crop((round(x * width), round(y * height), round((x + 1) * width), round((y + 1) * height))))
        for y in range(down)
        for x in range(across)
    ]
