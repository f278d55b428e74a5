"""What a press profile puts on each plate (分色版), as Ghostscript separates it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from math import ceil, floor
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageFilter, ImageMath

import jxprint
from jxprint.fonts import Library
from jxprint.preflight import preflight
from jxprint.preflight.report import ids
from jxprint.profile import PROFILES
from profile_files import BLACK_PAGES, COLOUR_PAGES, PAGES, REFUSED, ProfileFiles

Find = Callable[[str], Any]
Plates = list[dict[str, Image.Image]]

COLOURS = ("Cyan", "Magenta", "Yellow")
INKS = ("Black", *COLOURS)
DPI = 36
FULL = 255
# Each of four inks is rounded to one of 255 steps.
ROUNDED = 4 * 100 / FULL
# Pixels each way: 2.1 mm. A black rule that overprints the edge of a picture is no area that has to dry.
AREA = 3
PRESS = [name for name, row in PROFILES.items() if row.ink_limit]
PRINTED = [(page, name) for name in PRESS for page in PAGES if (page, name) not in REFUSED]

pytestmark = pytest.mark.judges


def plates_of(file: Path, program: Find, folder: Path) -> Plates:
    """The ink of each plate of each page, 0 to 255 (full)."""
    out = folder / f"{file.stem}@%d.tif"
    words = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}", f"-sOutputFile={out}"]
    done = subprocess.run([program("gs"), *words, file], check=True, capture_output=True, timeout=120)
    assert done.stdout + done.stderr == b""
    made = sorted(path.name.partition("@")[2] for path in folder.glob(f"{file.stem}@*(*).tif"))
    pages = len(made) // len(INKS)
    assert made == sorted(f"{page}({ink}).tif" for page in range(1, pages + 1) for ink in INKS)
    return [{ink: _plate(folder / f"{file.stem}@{page}({ink}).tif") for ink in INKS} for page in range(1, pages + 1)]


def _plate(file: Path) -> Image.Image:
    with Image.open(file) as image:
        return image.convert("L").point(lambda light: FULL - light)


def too_much(plates: dict[str, Image.Image], limit: float) -> bool:
    """Whether anywhere an area is given more ink than the limit (per cent)."""
    bound = (limit + ROUNDED) * FULL / 100

    def over(inks: dict[str, Any]) -> Any:
        total = inks["Black"] + inks["Cyan"] + inks["Magenta"] + inks["Yellow"]
        return (total > bound) * FULL

    found = ImageMath.lambda_eval(over, **plates).convert("L")
    return bool(found.filter(ImageFilter.MinFilter(AREA)).getextrema()[1])


def most_ink(plates: dict[str, Image.Image], side: int) -> float:
    """The most ink on any area of so many pixels each way, in per cent."""
    total = ImageMath.lambda_eval(
        lambda inks: inks["Black"] + inks["Cyan"] + inks["Magenta"] + inks["Yellow"], **plates
    )
    return float(total.convert("I").filter(ImageFilter.MinFilter(side)).getextrema()[1]) / FULL * 100


@pytest.fixture(scope="module")
def plates(
    profile_files: ProfileFiles, program: Find, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Plates]:
    """The plates of a page in a profile, separated once."""
    folder = tmp_path_factory.mktemp("plates")
    made: dict[tuple[str, str], Plates] = {}

    def plates_in(page: str, name: str) -> Plates:
        if (page, name) not in made:
            made[page, name] = plates_of(profile_files.path(page, name), program, folder)
        return made[page, name]

    return plates_in


@pytest.mark.parametrize(("page", "name"), PRINTED)
def test_black_is_on_the_black_plate_alone(page: str, name: str, plates: Callable[[str, str], Plates]) -> None:
    """Text in four inks would be blurred by the smallest misregister; a photograph in grey needs no colour either."""
    for one in plates(page, name):
        assert one["Black"].getextrema() == (0, FULL)
        for ink in COLOURS:
            assert (one[ink].getextrema()[1] == 0) == (page in BLACK_PAGES), ink


@pytest.mark.parametrize(("page", "name"), [pair for pair in PRINTED if pair[0] in COLOUR_PAGES])
def test_among_pictures_in_colour_text_is_black(
    page: str, name: str, plates: Callable[[str, str], Plates], profile_files: ProfileFiles, library: Library
) -> None:
    """Where lines of text stand no colour is printed, though pictures stand beside and under them."""
    placed = jxprint.compose(jxprint.read_page(profile_files.page(page)), library)
    [one] = plates(page, name)
    frames = [frame for block in placed.text_blocks() for frame in block.frames]
    assert len(frames) > 5
    for frame in frames:
        left, top, right, foot = (
            (edge + placed.bleed) * DPI / 72 for edge in (frame.x, frame.y, frame.right, frame.bottom)
        )
        # Of a pixel at the edge a part is the neighbour's.
        inner = (ceil(left) + 1, ceil(top) + 1, floor(right) - 1, floor(foot) - 1)
        if inner[0] < inner[2] and inner[1] < inner[3]:
            for ink in COLOURS:
                assert one[ink].crop(inner).getextrema() == (0, 0), (frame, ink)


@pytest.mark.parametrize(("page", "name"), PRINTED)
def test_no_area_gets_more_ink_than_paper_takes(page: str, name: str, plates: Callable[[str, str], Plates]) -> None:
    """240 % for newsprint, with pictures of all colours."""
    for one in plates(page, name):
        assert not too_much(one, PROFILES[name].ink_limit)


@pytest.mark.parametrize(("page", "name"), PRINTED)
def test_the_preflight_measures_ink_as_ghostscript_does(
    page: str, name: str, plates: Callable[[str, str], Plates], profile_files: ProfileFiles
) -> None:
    """On areas of two millimetres, whatever lies over what. Ghostscript gives a pixel to whatever touches it, so it may
    find an area where there is not quite one, and none that is a pixel wider where there is not.
    """
    found = preflight(profile_files.path(page, name), PROFILES[name])
    separated = plates(page, name)
    assert len(found.inks) == len(separated)
    for row, one in zip(found.inks, separated, strict=True):
        assert most_ink(one, AREA + 2) - 2 * ROUNDED < row.total < most_ink(one, AREA) + 2 * ROUNDED
    assert "ink.together" not in ids(found.faults)


@pytest.mark.parametrize(("page", "name"), PRINTED)
def test_inkcov_agrees(page: str, name: str, plates: Callable[[str, str], Plates], profile_files: ProfileFiles,
                       program: Find) -> None:  # fmt: skip
    """Ghostscript's own measure of ink: none of a colour where its plate is empty, some where it is not."""
    words = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=inkcov", f"-r{DPI}", "-o", "-"]
    done = subprocess.run([program("gs"), *words, profile_files.path(page, name)], check=True, capture_output=True)
    lines = done.stdout.decode().splitlines()
    separated = plates(page, name)
    assert len(lines) == len(separated)
    for line, one in zip(lines, separated, strict=True):
        *amounts, model, verdict = line.split()
        assert (model, verdict) == ("CMYK", "OK")
        for ink, amount in zip((*COLOURS, "Black"), map(float, amounts), strict=True):
            pixels = one[ink].size[0] * one[ink].size[1]
            # The two make their pixels differently along edges, and thin strokes thinner on a page that anything lets
            # something through.
            assert amount == pytest.approx(1 - one[ink].histogram()[0] / pixels, abs=0.05), ink


@pytest.mark.parametrize(
    ("ink", "full"), [(b"1 1 0.3 0.2 k", True), (b"0.8 0.8 0.5 0.2 k", False), (b"0.2 0 0 1 k", False)]
)
def test_plates_tell_what_is_too_much_and_what_is_no_black(
    ink: bytes, full: bool, profile_files: ProfileFiles, program: Find, tmp_path: Path
) -> None:
    """A box of 250 % is found, and colour in a black page; a judge that let these pass would be no judge."""
    file = tmp_path / "spoiled.pdf"
    with pikepdf.open(profile_files.path("marked", "press-x4")) as pdf:
        pdf.pages[0].contents_add(b"q " + ink + b" 40 40 30 30 re f Q", prepend=True)
        pdf.save(file)
    [one] = plates_of(file, program, tmp_path)
    assert too_much(one, PROFILES["press-x4"].ink_limit) == full
    assert any(one[colour].getextrema()[1] for colour in COLOURS)
