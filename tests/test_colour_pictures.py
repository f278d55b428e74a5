"""Pictures as press, archive and screen want them."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from jxprint.colour import Converted, Way, convert, newsprint, srgb
from jxprint.colour.transforms import transform
from jxprint.errors import OutputError
from jxprint.messages import LANGUAGES, render
from photographs import photograph

WAYS: tuple[Way, ...] = ("press", "archive", "screen")
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}


def press(path: Path, **asked: Any) -> Converted:
    """For newsprint, with the limit that newspapers ask for."""
    return convert(path, "press", newsprint(), **{"limit": 240, **asked})


def samples(made: Converted) -> Image.Image:
    """What a reader of the PDF decodes (ISO 32000-1, 7.4.4.4 and 8.9.5.2)."""
    mode = _MODES[made.components]
    if b"/DCTDecode" in made.entries:
        picture: Image.Image = Image.open(BytesIO(made.data))
        picture.load()
        assert (b"/Decode[1 0 1 0 1 0 1 0]" in made.entries) == (mode == "CMYK" and b"Adobe" in made.data[:40])
    else:
        data = zlib.decompress(made.data)
        if made.bits == 1:
            return Image.frombytes("1", (made.width, made.height), data)
        if b"/Predictor 2" in made.entries:
            assert b"/Colors %d/BitsPerComponent 8/Columns %d>>" % (made.components, made.width) in made.entries
            data = from_differences(data, made.width, made.components)
        picture = Image.frombytes(mode, (made.width, made.height), data)
    assert (picture.mode, picture.size) == (mode, (made.width, made.height))
    return picture


def from_differences(data: bytes, width: int, components: int) -> bytes:
    """TIFF 6.0, section 14: every sample is told as the difference from the one on its left."""
    out, row = bytearray(data), width * components
    for begin in range(0, len(out), row):
        for at in range(begin + components, begin + row):
            out[at] = (out[at] + out[at - components]) & 255
    return bytes(out)


def apart(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of any sample."""
    assert (one.mode, one.size) == (other.mode, other.size)
    return max(max(pair) for pair in _pairs(ImageChops.difference(one, other)))


def _pairs(picture: Image.Image) -> list[tuple[int, int]]:
    return [(0, max(at for at, count in enumerate(band.histogram()) if count)) for band in picture.split()]


def in_ink(picture: Image.Image, profile: bytes = b"") -> Image.Image:
    """The whole picture in newsprint's inks at once."""
    return transform(profile or srgb().data, newsprint().data, ("RGB", "CMYK")).apply(picture)


def keys(made: Converted) -> list[str]:
    """The messages of what there is to tell."""
    return [note.key for note in made.notes]


def saved(path: Path, picture: Image.Image, **how: Any) -> Path:
    """A picture as a file."""
    picture.save(path, **how)
    return path


def swapped() -> bytes:
    """A profile of RGB that is not sRGB: red and green mean each other."""
    data = srgb().data
    return data.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")


PHOTOGRAPH = photograph((301, 303))
SIZES = [(1, 1), (2, 1), (7, 130), (129, 128), (64, 257)]


@pytest.mark.parametrize("size", SIZES)
def test_a_file_without_loss_is_converted_pixel_by_pixel(tmp_path: Path, size: tuple[int, int]) -> None:
    """Strips join without a seam, whatever is over at the end; the profile alone says what comes out."""
    picture = photograph((300, 300)).resize(size)
    made = press(saved(tmp_path / "a.png", picture))
    assert (made.space, made.components, made.bits, made.icc) == ("DeviceCMYK", 4, 8, b"")
    assert apart(samples(made), in_ink(picture)) == 0


@pytest.mark.parametrize("size", [*SIZES, (301, 303)])
def test_a_jpeg_becomes_one_jpeg(tmp_path: Path, size: tuple[int, int]) -> None:
    """What is joined from strips is one picture to every decoder, as near to the inks as JPEG goes."""
    path = saved(tmp_path / "a.jpg", photograph((300, 300)).resize(size), quality=95)
    made = press(path)
    assert made.entries == b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"
    assert not made.untouched
    wanted = in_ink(Image.open(path))
    difference = ImageChops.difference(samples(made), wanted)
    assert max(sum(at * count for at, count in enumerate(band.histogram())) for band in difference.split()) < (
        4 * size[0] * size[1] + 8
    )


def test_a_joined_jpeg_is_what_one_encoder_makes_of_the_whole(tmp_path: Path) -> None:
    """Not one sample differs at the seams: a restart interval begins anew what an encoder begins anew there."""
    path = saved(tmp_path / "a.jpg", PHOTOGRAPH, quality=95)
    out = BytesIO()
    in_ink(Image.open(path)).save(out, "JPEG", quality=90, subsampling=0)
    whole: Image.Image = Image.open(out)
    assert apart(samples(press(path)), whole) == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_grey_stays_grey(tmp_path: Path, way: Way, name: str) -> None:
    """One plate, which nothing can stand out of register with."""
    path = saved(tmp_path / name, PHOTOGRAPH.convert("L"))
    made = convert(path, way, newsprint())
    assert (made.space, made.components, made.notes) == ("DeviceGray", 1, ())
    difference = ImageChops.difference(samples(made), Image.open(path)).histogram()
    total = sum(at * count for at, count in enumerate(difference))
    assert total == 0 or (way == "screen" and not made.untouched and total < 301 * 303)


@pytest.mark.parametrize("way", WAYS)
def test_a_grey_picture_with_a_profile_of_rgb_is_told(tmp_path: Path, way: Way) -> None:
    """The profile says nothing about grey; the picture is printed as one without."""
    for path in (
        saved(tmp_path / "a.png", PHOTOGRAPH.convert("L"), icc_profile=srgb().data),
        saved(tmp_path / "a.jpg", PHOTOGRAPH.convert("L"), icc_profile=srgb().data),
    ):
        made = convert(path, way, newsprint())
        assert made.space == "DeviceGray"
        assert keys(made) == ["colour.profile_ignored"]
        assert "RGB" in render(made.notes[0], "en")


def test_rgb_is_read_by_its_own_profile(tmp_path: Path) -> None:
    """A picture's own profile says what its numbers mean."""
    for name in ("a.png", "a.jpg"):
        path = saved(tmp_path / name, PHOTOGRAPH, icc_profile=swapped())
        made = press(path)
        assert keys(made) == []
        assert apart(samples(made), in_ink(Image.open(path), swapped())) <= (0 if name == "a.png" else 60)
        screen = convert(path, "screen", newsprint())
        assert not screen.untouched
        red = samples(screen).getpixel((210, 90))
        assert isinstance(red, tuple)
        assert red[1] > red[0], "the sun is green where green is called red"


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_profile_is_told_and_not_believed(tmp_path: Path, way: Way) -> None:
    """As a picture without one: sRGB."""
    path = saved(tmp_path / "a.png", PHOTOGRAPH, icc_profile=swapped()[:400])
    made = convert(path, way, newsprint())
    assert keys(made) == ["colour.profile_ignored"]
    assert made.icc == (srgb().data if way == "archive" else b"")
    if way == "press":
        assert apart(samples(made), in_ink(PHOTOGRAPH)) == 0


@pytest.mark.parametrize(
    ("mode", "way"), [("L", "press"), ("L", "screen"), ("RGB", "archive"), ("RGB", "screen"), ("CMYK", "press"),
                      ("CMYK", "archive")],
)  # fmt: skip
def test_jpegs_pass_where_colour_allows(tmp_path: Path, mode: str, way: Way) -> None:
    """Byte for byte: a second compression would only lose."""
    path = saved(tmp_path / "a.jpg", PHOTOGRAPH.convert(mode), quality=88)
    made = convert(path, way, newsprint(), limit=400)
    assert made.untouched
    assert made.data == path.read_bytes()
    assert (made.width, made.height, made.bits) == (*PHOTOGRAPH.size, 8)
    assert (made.space == "ICCBased") == (way == "archive" and mode == "RGB")


def test_an_archived_picture_has_its_own_profile_or_srgb(tmp_path: Path) -> None:
    """So that its numbers mean in a hundred years what they mean today."""
    for name in ("a.jpg", "a.png"):
        own = convert(saved(tmp_path / name, PHOTOGRAPH, icc_profile=swapped()), "archive", newsprint())
        none = convert(saved(tmp_path / name, PHOTOGRAPH), "archive", newsprint())
        assert (own.space, own.components, own.icc) == ("ICCBased", 3, swapped())
        assert (none.space, none.components, none.icc) == ("ICCBased", 3, srgb().data)
        assert own.untouched == (name == "a.jpg")
        if name == "a.png":
            assert apart(samples(own), PHOTOGRAPH) == 0


def without_marker(jpeg: bytes) -> bytes:
    """A JPEG without Adobe's segment."""
    begin = jpeg.index(b"\xff\xee")
    return jpeg[:begin] + jpeg[begin + 2 + int.from_bytes(jpeg[begin + 2 : begin + 4], "big") :]


def test_inverted_cmyk_is_told_by_adobes_marker(tmp_path: Path) -> None:
    """The same samples are ink with the marker and the want of it without; both are read as what they are."""
    light = Image.new("CMYK", (64, 64), (25, 0, 0, 51))
    marked = saved(tmp_path / "marked.jpg", light, quality=100)
    unmarked = tmp_path / "unmarked.jpg"
    unmarked.write_bytes(without_marker(marked.read_bytes()))
    one, other = press(marked), press(unmarked)
    assert one.untouched
    assert other.untouched
    assert one.entries == b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"
    assert other.entries == b"/Filter/DCTDecode"
    assert keys(one) == keys(other) == []
    lights = [samples(convert(path, "screen", newsprint())).convert("L") for path in (marked, unmarked)]
    assert lights[0].getextrema()[0] > 150  # type: ignore[operator]  # of one band: two numbers
    assert lights[1].getextrema()[1] < 60  # type: ignore[operator]


def test_cmyk_of_another_press_keeps_its_numbers_and_is_told(tmp_path: Path) -> None:
    """Who separated it meant these inks; what they were meant for is said, and nothing is guessed."""
    other = newsprint().data[:24] + bytes(12) + newsprint().data[36:]
    for name in ("a.jpg", "a.tif"):
        path = saved(tmp_path / name, PHOTOGRAPH.convert("CMYK"), icc_profile=other)
        made = press(path, limit=0)
        assert made.space == "DeviceCMYK"
        assert keys(made) == ["colour.numbers_kept"]
        assert apart(samples(made), Image.open(path)) == 0
        same = press(saved(tmp_path / name, PHOTOGRAPH.convert("CMYK"), icc_profile=newsprint().data), limit=0)
        assert keys(same) == []


def test_cmyk_over_the_limit_is_left(tmp_path: Path) -> None:
    """Somebody's own numbers are not changed behind his back; a profile of a press refuses the picture."""
    picture = Image.new("CMYK", (100, 100), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 0), (0, 0, 100, 10))
    made = press(saved(tmp_path / "a.tif", picture))
    assert keys(made) == []
    assert apart(samples(made), picture) == 0


def test_inks_of_our_own_making_keep_to_the_limit(tmp_path: Path) -> None:
    """A plant's profile that lays more is brought down: black stays, colours give way in proportion."""
    picture = photograph((200, 140))
    picture.paste((0, 0, 0), (0, 0, 100, 140))
    path = saved(tmp_path / "a.png", picture)
    free, held = press(path, limit=0), press(path, limit=180)
    assert keys(free) == []
    assert keys(held) == ["colour.ink_lessened"]
    before, after = samples(free), samples(held)
    assert before.getchannel("K").tobytes() == after.getchannel("K").tobytes()
    assert max(map(sum, pixels(after))) <= 459  # 180 % of 255
    for one, other in zip(pixels(before), pixels(after), strict=True):
        assert other == one or (sum(one) > 459 and sum(other) > 455)
    assert [pixel for pixel in pixels(before) if sum(pixel) > 459]


def pixels(picture: Image.Image) -> list[tuple[int, ...]]:
    """A picture's pixels of four."""
    data = picture.tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]


def see_through(mode: str) -> Image.Image:
    """The left half can be seen through, the right half is black, over a line of red where there are colours."""
    alpha = Image.new("L", (40, 20), 0)
    alpha.paste(255, (20, 0, 40, 20))
    picture = Image.new(mode.removesuffix("A"), (40, 20), 0)
    if mode == "RGBA":
        picture.paste((200, 0, 0), (20, 19, 40, 20))
    picture.putalpha(alpha)
    return picture


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mode", ["LA", "RGBA", "P", "key"])
def test_what_is_clear_shows_white_paper_and_is_told(tmp_path: Path, way: Way, mode: str) -> None:
    """No press prints glass."""
    path = tmp_path / "a.png"
    if mode in ("LA", "RGBA"):
        see_through(mode).save(path)
    else:
        picture = Image.new("RGB", (40, 20), (9, 9, 200))
        picture.paste((0, 0, 0), (20, 0, 40, 20))
        picture.paste((200, 0, 0), (20, 19, 40, 20))
        if mode == "P":
            picture = picture.quantize(3)
        clear = picture.getpixel((0, 0))
        picture.save(path, transparency=clear)
    made = convert(path, way, newsprint(), limit=240)
    assert keys(made) == ["colour.flattened"]
    assert made.space == "DeviceGray" if mode == "LA" else made.space != "DeviceGray"
    shown = samples(made)
    assert shown.getpixel((2, 10)) in (255, (255, 255, 255), (0, 0, 0, 0))
    dark = shown.getpixel((37, 10))
    assert isinstance(dark, (int, tuple))
    assert dark < 12 if isinstance(dark, int) else (dark[3] > 240 if len(dark) == 4 else max(dark) < 12)


def test_an_alpha_that_hides_nothing_is_not_told(tmp_path: Path) -> None:
    """Many programs write one by habit."""
    picture = PHOTOGRAPH.copy()
    picture.putalpha(255)
    made = press(saved(tmp_path / "a.png", picture))
    assert keys(made) == []
    assert apart(samples(made), in_ink(PHOTOGRAPH)) == 0


@pytest.mark.parametrize("name", ["a.png", "little.tif", "big.tif"])
def test_sixteen_bits_become_eight(tmp_path: Path, name: str) -> None:
    """Newsprint shows fewer still: the upper byte."""
    ramp = [257 * at for at in range(256)]
    order = ">" if name == "big.tif" else "<"
    data = b"".join(one.to_bytes(2, "big" if order == ">" else "little") for one in ramp)
    picture = Image.frombytes("I;16B" if order == ">" else "I;16", (256, 1), data)
    made = press(saved(tmp_path / name, picture))
    assert (made.bits, made.space) == (8, "DeviceGray")
    assert samples(made).tobytes() == bytes(range(256))


def test_line_art_keeps_its_one_bit(tmp_path: Path) -> None:
    """A drawing at 1200 to the inch is an eighth of what its greys would be; on the screen it is no JPEG either."""
    picture = Image.new("1", (101, 300), 1)
    picture.paste(0, (10, 10, 50, 200))
    for way in WAYS:
        made = convert(saved(tmp_path / "a.png", picture), way, newsprint())
        assert (made.bits, made.space) == (1, "DeviceGray")
        assert samples(made).tobytes() == picture.tobytes()


def test_a_palette_is_its_colours_and_one_of_greys_is_grey(tmp_path: Path) -> None:
    """A palette is how a file is packed; what it shows counts."""
    colours = PHOTOGRAPH.quantize(32)
    assert apart(samples(press(saved(tmp_path / "a.png", colours))), in_ink(colours.convert("RGB"))) == 0
    greys = PHOTOGRAPH.convert("L").convert("P")
    made = press(saved(tmp_path / "b.png", greys))
    assert made.space == "DeviceGray"
    assert apart(samples(made), PHOTOGRAPH.convert("L")) == 0
    screen = convert(tmp_path / "a.png", "screen", newsprint())
    assert b"/FlateDecode" in screen.entries, "a drawing in few colours is not blurred"


def test_lab_is_converted(tmp_path: Path) -> None:
    """A TIFF in Lab means what it says, whatever else it carries: white is paper, a half is grey."""
    # Pillow counts a and b from 128 on.
    picture = Image.new("LAB", (8, 8), (255, 128, 128))
    picture.paste((128, 128, 128), (4, 0, 8, 8))
    path = saved(tmp_path / "a.tif", picture)
    inks, light = samples(press(path)), samples(convert(path, "archive", newsprint()))
    assert max(pixels(inks)[0]) <= 2
    assert min(light.crop((0, 0, 2, 2)).tobytes()) >= 254
    grey = light.getpixel((6, 0))
    assert isinstance(grey, tuple)
    assert max(grey) - min(grey) <= 2
    assert 115 < grey[0] < 125
    assert convert(path, "archive", newsprint()).icc == srgb().data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_turns_what_is_decoded(tmp_path: Path, orientation: int) -> None:
    """Strips are turned one by one; a JPEG is turned by the page, and its samples stand as they stand."""
    from PIL import ImageOps

    exif = Image.Exif()
    exif[274] = orientation
    picture = photograph((150, 290))
    path = saved(tmp_path / "a.png", picture, exif=exif)
    upright = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    made = convert(path, "archive", newsprint())
    assert (made.width, made.height) == upright.size
    assert apart(samples(made), upright) == 0
    tiff = convert(saved(tmp_path / "a.tif", picture, exif=exif), "archive", newsprint())
    assert apart(samples(tiff), upright) == 0
    jpeg = press(saved(tmp_path / "a.jpg", picture, exif=exif))
    assert (jpeg.width, jpeg.height) == picture.size


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_without_its_end_is_refused(tmp_path: Path, way: Way, mode: str) -> None:
    """One error, with the file, also where its bytes would have passed."""
    path = saved(tmp_path / "a.jpg", PHOTOGRAPH.convert(mode))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(OutputError) as refused:
        convert(path, way, newsprint())
    (finding,) = refused.value.findings
    assert (finding.key, finding.place.file) == ("output.picture_unreadable", str(path))


@pytest.mark.parametrize("way", WAYS)
def test_what_is_no_picture_is_refused(tmp_path: Path, way: Way) -> None:
    """Nothing, a file of something else, a folder, a PNG without its end."""
    (tmp_path / "text.png").write_bytes(b"no picture at all")
    cut = saved(tmp_path / "cut.png", PHOTOGRAPH)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    for name in ("missing.png", "text.png", ".", "cut.png"):
        with pytest.raises(OutputError) as refused:
            convert(tmp_path / name, way, newsprint())
        assert [finding.key for finding in refused.value.findings] == ["output.picture_unreadable"]


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P"])
def test_a_picture_is_brought_down(tmp_path: Path, name: str, mode: str) -> None:
    """For a phone a picture has no more pixels than can be seen."""
    if name == "a.jpg" and mode in ("1", "P"):
        pytest.skip("no JPEG has these")
    path = saved(tmp_path / name, photograph((600, 400)).convert(mode))
    made = convert(path, "screen", newsprint(), share=0.25)
    assert (made.width, made.height) == (150, 100)
    near = photograph((600, 400)).resize((150, 100), Image.Resampling.LANCZOS)
    difference = ImageChops.difference(samples(made).convert("L"), near.convert("L")).histogram()
    assert sum(at * count for at, count in enumerate(difference)) / (150 * 100) < (40 if mode == "1" else 8)
    tiny = convert(path, "screen", newsprint(), share=0.0001)
    assert (tiny.width, tiny.height) == (1, 1)


def test_a_turned_picture_is_brought_down(tmp_path: Path) -> None:
    """Turned and small at once."""
    exif = Image.Exif()
    exif[274] = 6
    made = convert(saved(tmp_path / "a.png", photograph((300, 200)), exif=exif), "screen", newsprint(), share=0.5)
    assert (made.width, made.height) == (100, 150)


def test_every_note_is_said_in_both_languages(tmp_path: Path) -> None:
    """With the picture's name."""
    dark = saved(tmp_path / "dark.tif", Image.new("CMYK", (9, 9), (255,) * 4), icc_profile=newsprint().data[:24]
                 + bytes(12) + newsprint().data[36:])  # fmt: skip
    deep = saved(tmp_path / "deep.png", Image.new("RGB", (9, 9), (8, 0, 0)), icc_profile=b"nothing")
    clear = saved(tmp_path / "clear.png", see_through("RGBA"))
    plain = saved(tmp_path / "plain.png", Image.new("RGB", (9, 9)))
    told = [note for path in (dark, deep, clear, plain) for note in press(path, limit=200).notes]
    assert {note.key for note in told} == {
        "colour.numbers_kept", "colour.profile_ignored", "colour.ink_lessened", "colour.flattened",
        "colour.grey_in_colours",
    }  # fmt: skip
    for note in told:
        for language in LANGUAGES:
            assert str(note.args["name"]) in render(note, language)


PROGRAM = """
import hashlib, sys
from pathlib import Path
from jxprint.colour import convert, newsprint
for path in sys.argv[1:]:
    for way in ("press", "archive", "screen"):
        made = convert(Path(path), way, newsprint(), limit=200, share=0.7)
        told = [note.key for note in made.notes]
        print(hashlib.sha256(made.data + made.entries + made.icc).hexdigest(), told)
"""


def drawn(made: Converted) -> Image.Image:
    """The picture alone on a page, drawn by pdfium, a pixel for a pixel."""
    import pikepdf
    import pypdfium2

    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(made.width, made.height))
        image = pikepdf.Stream(document, made.data)
        told = b"<</Subtype/Image/Width %d/Height %d/BitsPerComponent %d%b>>"
        told %= (made.width, made.height, made.bits, made.entries)
        for key, value in pikepdf.Object.parse(told).items():
            image[key] = value
        image.ColorSpace = pikepdf.Name("/" + made.space)
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.obj.Contents = pikepdf.Stream(document, b"%d 0 0 %d 0 0 cm /Im0 Do" % (made.width, made.height))
        file = BytesIO()
        document.save(file)
    opened = pypdfium2.PdfDocument(file.getvalue())
    try:
        picture: Image.Image = opened[0].render(scale=1).to_pil().convert("RGB")
    finally:
        opened.close()
    return picture


@pytest.mark.parametrize("way", ["press", "screen"])
def test_readers_of_pdf_see_the_picture(tmp_path: Path, way: Way) -> None:
    """Joined strips, inks that stand turned over, and differences from the left are one picture to a stranger's eye."""
    picture = photograph((300, 400))
    flat = drawn(
        convert(saved(tmp_path / "a.tif", picture.convert("CMYK") if way == "press" else picture), way, newsprint())
    )
    path = saved(tmp_path / "a.jpg", picture, quality=95, icc_profile=swapped() if way == "screen" else None)
    lossy = drawn(convert(path, way, newsprint()))
    clear = drawn(press(saved(tmp_path / "a.png", picture)))
    for one in (flat, lossy, clear):
        sky, field = one.getpixel((20, 20)), one.getpixel((20, 380))
        assert isinstance(sky, tuple)
        assert isinstance(field, tuple)
        assert sum(sky) > 500, "the sky is light"
        assert sum(field) < sum(sky), "and stands above the field"
    if way == "press":
        difference = ImageChops.difference(lossy, clear).convert("L").histogram()
        assert sum(at * count for at, count in enumerate(difference)) / (300 * 400) < 3


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    """Other hash seed, zone, locale and folder."""
    path = saved(tmp_path / "a.jpg", PHOTOGRAPH)
    other = saved(tmp_path / "b.png", see_through("RGBA"))
    told = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        folder = tmp_path / seed
        folder.mkdir()
        given = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8" if seed == "1" else "C"}
        if root := os.environ.get("PYTHONPATH"):
            given["PYTHONPATH"] = root
        command = [sys.executable, "-c", PROGRAM, str(path), str(other)]
        told.add(subprocess.run(command, cwd=folder, env=given, check=True, capture_output=True, text=True).stdout)
    (said,) = told
    assert len(said.splitlines()) == 6


MEMORY = """
import resource, sys
from pathlib import Path
from jxprint.colour import convert, newsprint
from PIL import Image, ImageCms, ImageMath, JpegImagePlugin
convert(Path(sys.argv[2]), "press", newsprint(), limit=240)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made = convert(Path(sys.argv[1]), "press", newsprint(), limit=240)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024, len(made.data))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what a process takes is counted in KiB on Linux alone")
def test_a_large_photograph_is_never_held_twice(tmp_path: Path) -> None:
    """12 megapixels: decoded they take 48 MB in Pillow, converted as many again. Both at once are never held."""
    large = saved(tmp_path / "large.jpg", photograph((1000, 750)).resize((4000, 3000)), quality=90)
    small = saved(tmp_path / "small.jpg", photograph((100, 100)))
    command = [sys.executable, "-c", MEMORY, str(large), str(small)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    grown, made = map(int, told)
    assert grown < 4 * 4000 * 3000 * 1.35 + 2 * made


def test_kept_bytes_have_not_moved(tmp_path: Path) -> None:
    """What the writer makes without a profile is what it made before there were any."""
    from jxprint.writers.pdf.pictures import read_image

    path = tmp_path / "a.jpg"
    photograph((60, 40)).save(path)
    image = read_image(path)
    assert image.data == path.read_bytes()
    assert image.entries.endswith(b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode")
    plain = read_image(saved(tmp_path / "a.png", photograph((60, 40))))
    assert zlib.decompress(plain.data) == photograph((60, 40)).tobytes()


def grain(size: tuple[int, int]) -> Image.Image:
    """Noise, as a camera's is: nothing of it comes twice."""
    return Image.frombytes("RGB", size, random.Random(7).randbytes(3 * size[0] * size[1])).resize(
        (2 * size[0], size[1])
    )


def test_what_is_packed_by_strips_is_one_stream(tmp_path: Path) -> None:
    """Grain and flat colour are packed in their own ways, and every reader unpacks them as one (the check sum)."""
    picture = Image.new("RGB", (1200, 900), (240, 240, 255))
    picture.paste(grain((600, 500)), (0, 400))
    made = press(saved(tmp_path / "a.png", picture), limit=0)
    assert apart(samples(made), in_ink(picture)) == 0


def test_a_photograph_without_loss_is_smaller_than_zlib_makes_it(tmp_path: Path) -> None:
    """Looking for what comes twice costs time and, where nothing does, bytes; drawings are packed by looking."""
    path = saved(tmp_path / "a.png", grain((300, 400)))
    made = convert(path, "archive", newsprint())
    assert len(made.data) < len(zlib.compress(zlib.decompress(made.data), 6))
    flat = convert(saved(tmp_path / "b.png", PHOTOGRAPH), "archive", newsprint())
    assert len(flat.data) < 1.01 * len(zlib.compress(zlib.decompress(flat.data), 6)) + 16


@pytest.mark.parametrize("modes", [("RGB", "CMYK"), ("CMYK", "RGB")])
def test_a_photograph_is_turned_into_the_same_numbers(modes: tuple[str, str]) -> None:
    """It is done in another way, which is quicker where no pixel is like the one before it."""
    inks, lights = newsprint().data, srgb().data
    source, target = (lights, inks) if modes[0] == "RGB" else (inks, lights)
    grain = random.Random(12).randbytes(len(modes[0]) * 200 * 100)
    strip = Image.frombytes(modes[0], (200, 100), grain)
    flat = Image.new(modes[0], (200, 100), tuple(range(40, 40 + len(modes[0]))))
    for picture in (strip, flat):
        quick, usual = (transform(source, target, modes, photograph=one).apply(picture) for one in (True, False))
        assert quick.tobytes() == usual.tobytes()
