"""Pictures that are saved in colour and show none are printed in black alone; one coloured mark keeps all inks."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from jxprint.colour import Converted, convert, newsprint, srgb
from jxprint.colour.greys import tones
from jxprint.colour.transforms import transform
from photographs import photograph

GREY = photograph((301, 303)).convert("L")
SCAN = GREY.convert("RGB")


def press(path: Path) -> Converted:
    """For newsprint, with the limit that newspapers ask for."""
    return convert(path, "press", newsprint(), limit=240)


def saved(path: Path, picture: Image.Image, **how: Any) -> Path:
    """A picture as a file."""
    picture.save(path, **how)
    return path


def plate(made: Converted) -> Image.Image:
    """The one plate of a picture, as a reader decodes it."""
    assert (made.space, made.components, made.bits) == ("DeviceGray", 1, 8)
    if b"/DCTDecode" in made.entries:
        return Image.open(BytesIO(made.data))
    assert b"/Predictor 2" in made.entries
    left = Image.frombytes("L", (made.width, made.height), zlib.decompress(made.data)).tobytes()
    rows = [left[at : at + made.width] for at in range(0, len(left), made.width)]
    sums = bytearray()
    for row in rows:
        before = 0
        for one in row:
            before = (before + one) & 255
            sums.append(before)
    return Image.frombytes("L", (made.width, made.height), bytes(sums))


def keys(made: Converted) -> list[str]:
    """The messages of what there is to tell."""
    return [note.key for note in made.notes]


def with_curves(gammas: tuple[float, float, float]) -> bytes:
    """The colours of sRGB with curves of other powers, red's, green's and blue's (ICC.1:2010, 10.5)."""
    data = bytearray(srgb().data)
    for name, gamma in zip((b"rTRC", b"gTRC", b"bTRC"), gammas, strict=True):
        row = data.index(name, 128)
        struct.pack_into(">II", data, row + 4, len(data), 14)
        data += b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    struct.pack_into(">I", data, 0, len(data))
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.png", {}),
        ("a.tif", {}),
        ("a.jpg", {"quality": 92}),
        ("a.jpg", {"quality": 60}),
        ("a.jpg", {"quality": 92, "subsampling": 0}),
    ],
)
def test_a_grey_scan_saved_in_colour_is_one_plate(tmp_path: Path, name: str, how: dict[str, int]) -> None:
    """As a grey one would be, in the tones that sRGB says, and the reader is told."""
    path = saved(tmp_path / name, SCAN, **how)
    made = press(path)
    assert keys(made) == ["colour.grey_in_colours"]
    wanted = Image.open(path).convert("L").point(tones(newsprint().data))
    apart = ImageChops.difference(plate(made), wanted).histogram()
    assert sum(at * count for at, count in enumerate(apart)) / (301 * 303) < (0.0001 if name != "a.jpg" else 1.5)


def test_numbers_stay_for_the_archive_and_for_the_screen(tmp_path: Path) -> None:
    """There nothing stands out of register."""
    for name in ("a.png", "a.jpg"):
        path = saved(tmp_path / name, SCAN)
        assert [convert(path, way, newsprint()).components for way in ("archive", "screen")] == [3, 3]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 255), st.integers(-1, 1), st.integers(-1, 1))
def test_what_rounding_leaves_is_no_colour(tmp_path_factory: pytest.TempPathFactory, y: int, cb: int, cr: int) -> None:
    """One step off in Cb and Cr, as ITU-T T.871 decodes it."""
    parts = (y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb)
    picture = Image.new("RGB", (9, 9), tuple(min(255, max(0, round(one))) for one in parts))
    made = press(saved(tmp_path_factory.mktemp("a") / "a.png", picture))
    assert made.space == "DeviceGray"


@pytest.mark.parametrize("at", [(0, 0), (300, 302), (150, 151), (7, 299), (299, 1)])
def test_one_coloured_mark_keeps_all_inks(tmp_path: Path, at: tuple[int, int]) -> None:
    """A stamp on a grey page, a red tie: wherever it stands, and were it one pixel."""
    picture = SCAN.copy()
    picture.putpixel(at, (200, 30, 30))
    made = press(saved(tmp_path / "a.png", picture))
    assert (made.space, keys(made)) == ("DeviceCMYK", [])
    stamped = SCAN.copy()
    stamped.paste((200, 30, 30), (280, 280, 296, 296))
    assert press(saved(tmp_path / "a.jpg", stamped, quality=92)).space == "DeviceCMYK"


def test_a_faint_tint_is_meant(tmp_path: Path) -> None:
    """Sepia at an eighth of its strength is still the photographer's."""
    sepia = Image.merge("RGB", (GREY.point(lambda one: one + 4), GREY, GREY.point(lambda one: one - 5)))
    for name in ("a.png", "a.jpg"):
        assert press(saved(tmp_path / name, sepia)).space == "DeviceCMYK"


def test_four_inks_that_make_a_grey_are_left_alone(tmp_path: Path) -> None:
    """Somebody separated them so."""
    picture = Image.merge("CMYK", [GREY.point(lambda one: (255 - one) // 3)] * 3 + [GREY.point(lambda one: 0)])
    made = press(saved(tmp_path / "a.tif", picture))
    assert (made.space, keys(made)) == ("DeviceCMYK", [])


def test_greys_with_an_alpha_or_a_palette_are_greys(tmp_path: Path) -> None:
    """What shows counts, not what is hidden or named and not used."""
    clear = SCAN.copy()
    clear.paste((250, 0, 0), (0, 0, 40, 40))
    alpha = Image.new("L", SCAN.size, 255)
    alpha.paste(0, (0, 0, 40, 40))
    clear.putalpha(alpha)
    made = press(saved(tmp_path / "a.png", clear))
    assert keys(made) == ["colour.grey_in_colours", "colour.flattened"]
    assert plate(made).getpixel((20, 20)) == 255
    packed = GREY.convert("P")
    used = set(packed.tobytes())
    unused = next(one for one in range(256) if one not in used)
    table = [part for one in range(256) for part in ((255, 0, 0) if one == unused else (one, one, one))]
    packed.putpalette(table)
    assert press(saved(tmp_path / "b.png", packed)).space == "DeviceGray"


def test_a_grey_is_read_by_its_own_profile(tmp_path: Path) -> None:
    """Numbers of a steeper curve are darker greys; a scanner's equal numbers may be a colour."""
    picture = Image.new("RGB", (64, 64), (128, 128, 128))
    plain = press(saved(tmp_path / "a.png", picture))
    steep = press(saved(tmp_path / "b.png", picture, icc_profile=with_curves((3.0, 3.0, 3.0))))
    assert keys(steep) == ["colour.grey_in_colours"]
    assert plate(steep).getextrema()[1] < plate(plain).getextrema()[0] - 25  # type: ignore[operator]  # of one band
    tinted = press(saved(tmp_path / "c.png", picture, icc_profile=with_curves((1.8, 2.2, 2.2))))
    assert (tinted.space, keys(tinted)) == ("DeviceCMYK", [])


def test_greys_look_on_paper_what_they_are_on_a_screen() -> None:
    """White is paper, black is all the black there is, nothing lighter is printed darker; and every grey is as light as
    the press's own four inks would make it, as far as black alone goes: nearer than its own numbers would be.
    """
    table = tones(newsprint().data)
    assert (table[0], table[255], len(table)) == (0, 255, 256)
    assert all(one <= other for one, other in pairwise(table))
    ramp = Image.frombytes("RGB", (256, 1), bytes(grey for grey in range(256) for _ in range(3)))
    wanted = _lights(transform(srgb().data, newsprint().data, ("RGB", "CMYK")).apply(ramp))
    made, kept = _lights(_black(table)), _lights(_black(list(range(256))))
    assert all(abs(a - b) < 2.5 for a, b in zip(made[160:], wanted[160:], strict=True))
    assert sum(map(_apart, made, wanted)) < 0.75 * sum(map(_apart, kept, wanted))


def _apart(one: float, other: float) -> float:
    return abs(one - other)


def _black(greys: list[int]) -> Image.Image:
    return Image.frombytes("CMYK", (len(greys), 1), b"".join(bytes((0, 0, 0, 255 - grey)) for grey in greys))


def _lights(inks: Image.Image) -> list[float]:
    """L* on newsprint's paper."""
    lab = transform(newsprint().data, b"", ("CMYK", "LAB")).apply(inks)
    return [one / 2.55 for one in lab.getchannel("L").tobytes()]
