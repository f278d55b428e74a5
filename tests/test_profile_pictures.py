"""What was done with a picture whose file keeps its pixels as no page does: told by every profile, once a picture."""

from __future__ import annotations

import json
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from jxprint.cli import main
from jxprint.colour import convert, newsprint, srgb
from jxprint.edition.refusals import of_pictures
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.intake.picture_make import make_of
from jxprint.messages import LANGUAGES, render
from jxprint.model import Page, Picture
from jxprint.placed import Article, PlacedOrnament, PlacedPage, PlacedPicture
from jxprint.profile import PROFILES
from jxprint.profile.pictures import pictures_told

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
RED = Image.new("RGB", (12, 8), (200, 30, 40))


def deep_png(path: Path, colour_type: int) -> None:
    """A PNG of 16 bits, grey (0), in colour (2) or in colour with alpha (6): Pillow writes none in colour."""
    samples = {0: 1, 2: 3, 6: 4}[colour_type]

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\x80\x01" * (samples * RED.width)) * RED.height
    header = struct.pack(">IIBBBBB", *RED.size, 16, colour_type, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def turned(path: Path) -> None:
    """As a camera held on its side writes it."""
    exif = Image.Exif()
    exif[274] = 6
    RED.save(path, exif=exif)


def without_marker(path: Path) -> None:
    """A JPEG in CMYK without Adobe's segment."""
    RED.convert("CMYK").save(path)
    data = path.read_bytes()
    at = data.index(b"\xff\xee")
    path.write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])


def lab(path: Path) -> None:
    """Lab as Photoshop writes it."""
    ways = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    ImageCms.applyTransform(RED, ImageCms.buildTransform(*ways, "RGB", "LAB")).save(path)  # type: ignore[union-attr]


# By file: who writes it, and what is told of it.
FILES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "plain.jpg": (RED.save, set()),
    "plain.png": (RED.save, set()),
    "grey.png": (lambda path: RED.convert("L").save(path), set()),
    "line.png": (lambda path: RED.convert("1").save(path), set()),
    "inks.tif": (lambda path: RED.convert("CMYK").save(path), set()),
    "unmarked.jpg": (without_marker, set()),
    "grey16.png": (lambda path: deep_png(path, 0), {"deep"}),
    "rgb16.png": (lambda path: deep_png(path, 2), {"deep"}),
    "rgba16.png": (lambda path: deep_png(path, 6), {"deep"}),
    "grey16.tif": (lambda path: Image.new("I;16", (8, 8), 300).save(path), {"deep"}),
    "palette.png": (lambda path: RED.quantize(4).save(path), {"palette"}),
    "palette.tif": (lambda path: RED.quantize(4).save(path), {"palette"}),
    "lab.tif": (lab, {"lab"}),
    "turned.jpg": (turned, {"turned"}),
    "turned.png": (turned, {"turned"}),
    "turned.tif": (turned, {"turned"}),
    "adobe.jpg": (lambda path: RED.convert("CMYK").save(path), {"turned_over"}),
}


def with_pictures(page: PlacedPage, *files: Path) -> PlacedPage:
    """The page with one part more, in which pictures stand."""
    frame = Rect(72, 144, 72, 72)
    placed = tuple(PlacedPicture(frame, "红", file, RED.size) for file in files)
    return replace(page, articles=(*page.articles, Article("Z", "picture", "Z", frame, placed)))


def told(page: PlacedPage, name: str) -> list[Finding]:
    """What a profile says of a page's pictures."""
    return list(pictures_told(page, PROFILES[name]))


@pytest.mark.parametrize("profile", PROFILES)
def test_what_a_file_keeps_otherwise_is_told_once(profile: str, tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """As a note with part, file and millimetres; of a file that is as a page is, nothing."""
    for name, (write, wanted) in FILES.items():
        write(tmp_path / name)
        page = with_pictures(jiaxing_placed, tmp_path / name, tmp_path / name)
        found = told(page, profile)
        assert [one.key.removeprefix("profile.picture_") for one in found] == sorted(wanted), name
        for one in found:
            assert (one.severity, one.place.part) == ("note", "Z")
            assert (one.args["x_mm"], one.args["y_mm"]) == (25.4, 50.8)
            for language in LANGUAGES:
                assert all(part in render(one, language) for part in (name, "Z", "25.4"))


def test_what_has_become_of_colours_is_the_profile_s(tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """Lab becomes inks for a press alone, and inks become sRGB for a screen alone."""
    for name in ("lab.tif", "adobe.jpg"):
        FILES[name][0](tmp_path / name)
    page = with_pictures(jiaxing_placed, tmp_path / "lab.tif", tmp_path / "adobe.jpg")
    for profile, wanted in {
        "pdf": ["sRGB", "inks"],
        "web": ["sRGB", "sRGB"],
        "press-x1a": ["inks", "inks"],
        "press-x4": ["inks", "inks"],
        "archive-a2": ["sRGB", "inks"],
    }.items():
        said = [render(one, "en").split("; hint")[0] for one in told(page, profile)]
        assert [sentence.rsplit(" ", 1)[1] for sentence in said] == wanted, profile


def test_each_part_and_each_ornament_has_its_own(tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """Two pictures of one part are two, and a file in two parts is told in both."""
    for name in ("palette.png", "turned.jpg"):
        FILES[name][0](tmp_path / name)
    page = with_pictures(jiaxing_placed, tmp_path / "palette.png", tmp_path / "turned.jpg")
    ornament = PlacedOrnament(Rect(0, 0, 9, 9), "", tmp_path / "palette.png", RED.size, part="Y")
    page = replace(page, ornaments=(ornament,))
    assert [(one.place.part, one.key.removeprefix("profile.picture_")) for one in told(page, "pdf")] == [
        ("Z", "palette"), ("Z", "turned"), ("Y", "palette"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["jpg", "png"])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_picture_with_a_profile_of_another_space_is_told(
    profile: str, end: str, tmp_path: Path, jiaxing_placed: PlacedPage
) -> None:
    """RGB with the profile of a press, inks with sRGB: by the page where it keeps pictures as they are, else by who
    converts them.
    """
    row = PROFILES[profile]
    for mode, icc in (("RGB", newsprint().data), ("RGB", newsprint().data[:200]), ("L", srgb().data)):
        path = tmp_path / f"{mode}.{end}"
        RED.convert(mode).save(path, icc_profile=icc)
        found = told(with_pictures(jiaxing_placed, path), profile)
        if row.colour != "kept":
            found += [one for one in convert(path, row.colour, newsprint()).notes if "profile" in one.key]
        assert len(found) == 1
        assert found[0].key in ("profile.picture_icc", "colour.profile_ignored")
        assert path.name in render(found[0], "en")
    fitting = tmp_path / f"fitting.{end}"
    RED.save(fitting, icc_profile=srgb().data)
    assert told(with_pictures(jiaxing_placed, fitting), profile) == []


def test_a_placed_note_points_at_the_part(tmp_path: Path, jiaxing: Page, jiaxing_placed: PlacedPage) -> None:
    """By its line of the page's file."""
    FILES["palette.png"][0](tmp_path / "palette.png")
    part = next(one for one in jiaxing.parts if isinstance(one, Picture))
    page = replace(jiaxing_placed, articles=tuple(
        replace(one, part=part.letter) if one.part == "Z" else one
        for one in with_pictures(jiaxing_placed, tmp_path / "palette.png").articles
    ))  # fmt: skip
    [found] = of_pictures(jiaxing, page, PROFILES["pdf"])
    assert (found.place.file, found.place.line) == (part.place.file, part.place.line)


def folder_with(picture: Callable[[Path], None], name: str, folder: Path) -> Path:
    """The first page with a file for its picture."""
    shutil.copytree(JIAXING, folder)
    picture(folder / name)
    said = (folder / "page.toml").read_text("utf-8")
    line = said.index("\n", said.index('kind = "picture"')) + 1
    (folder / "page.toml").write_text(f'{said[:line]}file = "{name}"\nalt = "红"\n{said[line:]}', "utf-8")
    return folder


def test_a_build_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page for everybody too."""
    folder = folder_with(lambda path: RED.resize((700, 450)).quantize(4).save(path), "palette.png", tmp_path / "page")
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--json"]) == 0
    notes = [one for one in json.loads(capsys.readouterr().out)["notes"] if one["key"].startswith("profile.")]
    assert [(one["key"], bool(one["line"])) for one in notes] == [("profile.picture_palette", True)]


def clear(path: Path) -> None:
    """A picture that is seen through in places."""
    one = RED.resize((700, 450)).convert("RGBA")
    one.putalpha(Image.linear_gradient("L").resize(one.size))
    one.save(path)


def coloured_grey(path: Path) -> None:
    """A grey picture saved in colour, with a profile that is none."""
    Image.linear_gradient("L").resize((700, 450)).convert("RGB").save(path, icc_profile=b"none" * 40)


@pytest.mark.parametrize("write", [clear, coloured_grey])
@pytest.mark.parametrize("profile", ["web", "press-x1a", "archive-a2"])
def test_what_a_conversion_tells_points_at_the_part_too(
    profile: str, write: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the line of the page's file, and the picture's file is in the sentence."""
    folder = folder_with(write, "picture.png", tmp_path / "page")
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--profile", profile, "--json"]) == 0
    told = [one for one in json.loads(capsys.readouterr().out)["notes"] if "picture.png" in one["message"]]
    assert told
    for one in told:
        assert (Path(one["file"]).name, bool(one["line"])) == ("page.toml", True)


@pytest.mark.parametrize("mode", ["F", "I"])
def test_numbers_that_do_not_say_what_is_white_are_refused(
    mode: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Floating point and 32 bits: one program has white at 1, another at 255, and the page would be black."""
    folder = folder_with(lambda path: Image.new(mode, (700, 450), 1).save(path), "light.tif", tmp_path / "page")
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--lang", "en"]) == 3
    said = capsys.readouterr().err
    assert said.count("do not say what is white") == 1
    assert "page.toml:" in said
    assert not (tmp_path / "x.pdf").exists()


def test_the_make_is_read_before_a_file_is_decoded(tmp_path: Path) -> None:
    """Bits and the way up are lost afterwards."""
    FILES["turned.tif"][0](tmp_path / "a.tif")
    with Image.open(tmp_path / "a.tif") as picture:
        assert make_of(picture).orientation == 6
        picture.load()
        assert picture.size == (RED.height, RED.width)
