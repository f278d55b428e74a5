"""Profiles of colour: the two that come along, and a plant's own."""

from __future__ import annotations

import hashlib
import struct
import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms

from jxprint.colour import OutputProfile, newsprint, read_output_profile, srgb
from jxprint.colour.profiles import embedded_profile
from jxprint.colour.transforms import same_colours, transform
from jxprint.errors import DescriptionError
from jxprint.messages import LANGUAGES, render
from jxprint.resources import profiles_folder

STEPS = [round(255 * at / 16) for at in range(17)]


def ramp() -> Image.Image:
    """All colours of RGB, 17 steps each way; the last pixel is white."""
    colours = bytes(part for r in STEPS for g in STEPS for b in STEPS for part in (r, g, b))
    return Image.frombytes("RGB", (17 * 17, 17), colours)


def in_ink(profile: OutputProfile) -> list[tuple[int, ...]]:
    """The ramp in the inks of a press."""
    turned = transform(srgb().data, profile.data, ("RGB", "CMYK")).apply(ramp()).tobytes()
    return [tuple(turned[at : at + 4]) for at in range(0, len(turned), 4)]


def test_what_is_carried_is_what_the_catalogue_says() -> None:
    """Every profile has the length and the sha256 of its row, its description, and its licence beside it."""
    catalogue = tomllib.loads((profiles_folder() / "catalogue.toml").read_text(encoding="utf-8"))
    rows = {row["id"]: row for row in catalogue["profile"]}
    assert set(rows) == {"newsprint", "srgb"}
    for profile in (newsprint(), srgb()):
        row = rows[profile.name]
        data = (profiles_folder() / row["file"]).read_bytes()
        assert profile.data == data
        assert len(data) == row["bytes"]
        assert profile.sha256 == hashlib.sha256(data).hexdigest() == row["sha256"]
        assert profile.description == row["description"]
    licence = (profiles_folder() / rows["newsprint"]["licence_file"]).read_text(encoding="utf-8")
    assert "TR002.ti3" in licence
    assert "may not be removed" in licence


def test_newsprint_is_as_sound_as_a_plant_s_own_has_to_be() -> None:
    """It is not looked into when a page is written: here it is."""
    assert read_output_profile(profiles_folder() / "newsprint.icc") == newsprint()


def test_newsprint_names_its_source() -> None:
    """The measurements ask that their report is named, the registry that the profile says what it is made from."""
    profile = newsprint()
    assert (profile.space, profile.kind, profile.version) == ("CMYK", "prtr", (2, 2))
    assert "ANSI CGATS/SNAP TR 002-2007" in profile.description
    assert profile.registered == "CGATS TR 002"
    assert len(profile.data) < 160_000


def test_no_colour_lays_more_than_240_per_cent_on_newsprint() -> None:
    """Newspapers' limit holds for all of RGB, and the limit is used: black is near it."""
    sums = [sum(colour) / 2.55 for colour in in_ink(newsprint())]
    assert 225 < max(sums) < 240


def test_white_lays_no_ink_on_newsprint() -> None:
    """Relative colorimetric: the paper is the picture's white."""
    assert in_ink(newsprint())[-1] == (0, 0, 0, 0)


def test_grey_is_mostly_black_ink_on_newsprint() -> None:
    """Middle grey stands on the black plate, where nothing can be out of register."""
    grey = transform(srgb().data, newsprint().data, ("RGB", "CMYK")).apply(Image.new("RGB", (1, 1), (128, 128, 128)))
    *colours, black = grey.tobytes()
    assert black > 120
    assert max(colours) < 30


def test_inks_come_back_as_the_colour_they_were() -> None:
    """From ink to colour and back, and again: tables of low quality are more than 10 dE off at their worst tenth."""
    amounts = (0, 51, 102, 153)
    inks = bytes(p for c in amounts for m in amounts for y in amounts for k in (0, 60) for p in (c, m, y, k))
    first = Image.frombytes("CMYK", (len(inks) // 4, 1), inks)
    to_lab, to_ink = (transform(*pair) for pair in _there_and_back(newsprint().data))
    lab = to_lab.apply(first)
    again = to_lab.apply(to_ink.apply(lab))
    apart = sorted(_difference(one, other) for one, other in zip(_lab(lab), _lab(again), strict=True))
    assert apart[len(apart) // 2] < 1.5
    assert apart[int(len(apart) * 0.9)] < 5


def _there_and_back(data: bytes) -> tuple[tuple[bytes, bytes, tuple[str, str]], tuple[bytes, bytes, tuple[str, str]]]:
    return (data, b"", ("CMYK", "LAB")), (b"", data, ("LAB", "CMYK"))


def _lab(picture: Image.Image) -> list[tuple[float, ...]]:
    data = picture.tobytes()
    # Pillow's Lab has a and b with a sign.
    signed = [one - 256 if one > 127 else one for one in data]
    return [(data[at] / 2.55, signed[at + 1], signed[at + 2]) for at in range(0, len(data), 3)]


def _difference(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def test_our_srgb_is_srgb() -> None:
    """Little CMS's own sRGB and ours mean the same colours, to the last step."""
    profile = srgb()
    assert (profile.space, profile.kind, profile.version) == ("RGB", "mntr", (2, 1))
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = transform(profile.data, theirs, ("RGB", "RGB")).apply(ramp())
    assert all(most <= 1 for _, most in ImageChops.difference(ramp(), turned).getextrema())  # type: ignore[misc]
    assert same_colours(theirs, profile.data)
    assert not same_colours(wide(), profile.data)


def wide() -> bytes:
    """A profile of RGB that is not sRGB: its red and its green lie where each other's do."""
    data = srgb().data
    return data.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")


def test_a_plants_own_profile_is_read(tmp_path: Path) -> None:
    """Whatever is behind the profile's end is no part of it."""
    path = tmp_path / "plant.icc"
    path.write_bytes(newsprint().data + b"\0" * 40)
    profile = read_output_profile(path)
    assert profile.name == "plant"
    assert profile.data == newsprint().data


def with_class(kind: bytes) -> bytes:
    """Our newsprint, said to be of another class of devices."""
    data = newsprint().data
    return data[:12] + kind + data[16:]


def with_version(major: int) -> bytes:
    """Our newsprint, said to be of another version of the format."""
    data = newsprint().data
    return data[:8] + bytes([major]) + data[9:]


def without_way_into_ink() -> bytes:
    """All three tables that lead from colour to ink go by another name."""
    return newsprint().data.replace(b"B2A", b"X2A")


def with_tag_outside() -> bytes:
    """Our newsprint, whose first tag begins where the file ends."""
    data = newsprint().data
    return data[:136] + struct.pack(">I", len(data)) + data[140:]


def with_tag(tag: bytes, held: bytes | None) -> bytes:
    """The profile with a tag that holds zeros, or is called what nobody knows (None)."""
    data = bytearray(newsprint().data)
    at = data.index(tag, 128)
    if held is None:
        data[at : at + 4] = b"zork"
    else:
        begin, length = struct.unpack_from(">II", data, at + 4)
        data[begin : begin + length] = bytes(length)
    return bytes(data)


def grey() -> bytes:
    """A profile of grey, and of an output device."""
    data = newsprint().data
    return data[:16] + b"GRAY" + data[20:]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b"", "colour.profile_damaged", id="empty"),
        pytest.param(b"no profile" * 100, "colour.profile_damaged", id="something else"),
        pytest.param(newsprint().data[:60_000], "colour.profile_damaged", id="cut off"),
        pytest.param(newsprint().data[:120], "colour.profile_damaged", id="cut off in its header"),
        pytest.param(with_tag_outside(), "colour.profile_damaged", id="a tag beyond its end"),
        pytest.param(without_way_into_ink(), "colour.profile_damaged", id="no table of inks"),
        pytest.param(srgb().data, "colour.profile_space", id="RGB"),
        pytest.param(grey(), "colour.profile_space", id="grey"),
        pytest.param(with_class(b"scnr"), "colour.profile_class", id="of a scanner"),
        pytest.param(with_class(b"link"), "colour.profile_class", id="a device link"),
        pytest.param(with_class(b"zork"), "colour.profile_class", id="of nobody knows what"),
        pytest.param(with_version(5), "colour.profile_version", id="too new"),
        pytest.param(with_tag(b"desc", None), "colour.profile_tags", id="no name"),
        pytest.param(with_tag(b"wtpt", None), "colour.profile_tags", id="no white"),
        pytest.param(with_tag(b"cprt", b""), "colour.profile_tags", id="rights of nothing"),
        pytest.param(bytes((16 << 20) + 1), "colour.profile_too_large", id="too large"),
    ],
)
def test_what_no_press_can_use_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    """One finding, which names the file and tells the way out in both languages."""
    path = tmp_path / "plant.icc"
    path.write_bytes(data)
    with pytest.raises(DescriptionError) as refused:
        read_output_profile(path)
    (finding,) = refused.value.findings
    assert finding.key == key
    assert finding.place.file == str(path)
    for language in LANGUAGES:
        assert "plant.icc" in render(finding, language)
        assert ("提示" if language == "zh" else "hint") in render(finding, language)


@pytest.mark.parametrize(("name", "reason"), [("nothing.icc", "No such file"), ("", "a folder"), ("a\0b", "null")])
def test_where_no_profile_stands_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    """A missing file, a folder, a name that no file can have."""
    with pytest.raises(DescriptionError) as refused:
        read_output_profile(tmp_path / name)
    (finding,) = refused.value.findings
    assert finding.key == "colour.profile_unreadable"
    assert reason in str(finding.args["reason"])


def test_a_pictures_profile_has_to_be_of_its_space() -> None:
    """A grey picture has no use for a profile of RGB; a damaged one is as good as none."""
    assert embedded_profile(srgb().data + b"more", "RGB") == (srgb().data, None)
    none, why = embedded_profile(srgb().data, "GRAY")
    assert (none, why and why.key) == (b"", "colour.other_space")
    none, why = embedded_profile(srgb().data[:300], "RGB")
    assert (none, why and why.key) == (b"", "colour.unsound")
    none, why = embedded_profile(with_class(b"link"), "CMYK")
    assert (none, why and why.key) == (b"", "colour.unsound")


def test_a_profile_of_version_4_has_its_name_in_unicode() -> None:
    """Little CMS's own profiles are of version 4."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert made[8] == 4
    from jxprint.colour.headers import description, read_header

    header = read_header(made)
    assert header is not None
    assert description(made, header) == ImageCms.getProfileDescription(BytesIO(made)).strip()
