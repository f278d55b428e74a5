"""Ink of our own making keeps to a limit, and nothing is asked of a pixel that cannot break it."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from PIL import Image

from jxprint.colour import convert, converting, in_order, newsprint, passing, srgb, streams
from jxprint.colour.amounts import lessened, limited, never_over
from jxprint.colour.transforms import transform
from photographs import photograph

INTO_INK = ("RGB", "CMYK")


def inks(*rows: list[tuple[int, int, int, int]]) -> Image.Image:
    """A picture in CMYK, row by row."""
    data = bytes(ink for row in rows for pixel in row for ink in pixel)
    return Image.frombytes("CMYK", (len(rows[0]), len(rows)), data)


def noise(mode: str, size: tuple[int, int]) -> Image.Image:
    """Any colours whatever."""
    channels = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, size, random.Random(5).randbytes(channels * size[0] * size[1]))


@pytest.mark.parametrize("limit", [100, 180, 235, 240, 300, 333, 399])
def test_a_strip_is_brought_down_where_it_is_over_and_nowhere_else(limit: int) -> None:
    """Only what is about the places over the limit is worked on; what comes out is what the whole would become."""
    strip = Image.new("CMYK", (90, 40), (10, 20, 30, 40))
    strip.paste(noise("CMYK", (17, 9)), (31, 22))
    made, highest = lessened(strip, limit)
    assert made.tobytes() == limited(strip, limit).tobytes()
    sums = [sum(strip.tobytes()[at : at + 4]) for at in range(0, 4 * 90 * 40, 4)]
    assert (highest > 0) == (max(sums) > limit * 255 // 100)
    assert not highest or abs(highest - max(sums) / 2.55) <= 0.8


@pytest.mark.parametrize("limit", [180, 235, 240, 299])
def test_one_pixel_by_one_step_is_over(limit: int) -> None:
    """A sum that is the limit stays, and the next is brought down, wherever the four inks are rounded to."""
    most = limit * 255 // 100
    colours, rest = divmod(most - 200, 3)
    at_it = (colours + rest, colours, colours, 200)
    white = [(0, 0, 0, 0)] * 3
    kept, highest = lessened(inks(white, [*white[:2], at_it]), limit)
    assert (kept.tobytes()[-4:], highest) == (bytes(at_it), 0.0)
    over = (at_it[0] + 1, *at_it[1:])
    made, highest = lessened(inks(white, [*white[:2], over]), limit)
    assert sum(made.tobytes()) <= most < sum(over)
    assert highest > 0


def test_no_colour_is_over_what_a_press_never_lays() -> None:
    """Newsprint's profile keeps to 240 % by itself: it is told by a table of colours, and holds for any."""
    turning = transform(srgb().data, newsprint().data, INTO_INK)
    assert never_over(turning, "RGB", 240)
    assert not never_over(turning, "RGB", 236)
    made = turning.apply(noise("RGB", (500, 400))).tobytes()
    assert max(map(sum, zip(*(made[ink::4] for ink in range(4)), strict=True))) <= 612  # 240 % of 255


def test_what_lays_most_between_black_and_white_is_seen() -> None:
    """Also where it is a colour in the middle that lays more than black."""

    class Middle:
        """A turning that lays three inks in full at one grey, and less and less about it."""

        def apply(self, picture: Image.Image) -> Image.Image:
            tones = picture.getchannel("R").point([max(0, 255 - abs(tone - 128) * 4) for tone in range(256)])
            return Image.merge("CMYK", (tones, tones, tones, Image.new("L", picture.size)))

    assert not never_over(Middle(), "RGB", 300)
    assert never_over(Middle(), "RGB", 303)


def test_who_cannot_be_over_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photograph for newsprint is converted without a look at its inks; under a lower limit they are looked at."""
    path = tmp_path / "a.jpg"
    photograph((60, 40)).save(path)

    def asked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(converting, "lessened", asked)
    assert convert(path, "press", newsprint(), limit=240).space == "DeviceCMYK"
    with pytest.raises(AssertionError):
        convert(path, "press", newsprint(), limit=200)


def test_a_whole_jpeg_in_ink_is_not_decoded_to_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bytes go into the file as they are; its ink was measured when the page was held against the profile."""
    path = tmp_path / "a.jpg"
    photograph((60, 40)).convert("CMYK").save(path)
    monkeypatch.delattr(passing, "opened")
    assert convert(path, "press", newsprint(), limit=240).data == path.read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_bytes_are_those_of_one_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """However many there are, and wherever libjpeg writes to: a picture of 19 strips and more, over the limit."""
    picture = photograph((301, 303))
    picture.paste((0, 0, 0), (40, 20, 260, 290))
    path = tmp_path / name
    picture.save(path)
    monkeypatch.setattr(streams, "_SAMPLES", 1 << 14)
    made = [convert(path, "press", newsprint(), limit=200)]
    for processors in (1, 3, 64):
        monkeypatch.setattr(in_order, "_processors", lambda so_many=processors: so_many)
        made.append(convert(path, "press", newsprint(), limit=200))
    monkeypatch.delattr(os, "memfd_create", raising=False)
    made.append(convert(path, "press", newsprint(), limit=200))
    assert [note.key for note in made[0].notes] == ["colour.ink_lessened"]
    assert all(one == made[0] for one in made)


@pytest.mark.skipif(sys.platform != "linux", reason="files that are memory alone are Linux's")
def test_a_strip_is_encoded_without_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow lets go of the interpreter where it writes into a file of the system's; none is left open."""
    given: list[int] = []
    make = os.memfd_create

    def made(name: str) -> int:
        given.append(make(name))
        return given[-1]

    monkeypatch.setattr(os, "memfd_create", made)
    assert streams.Jpeg((64, 16), 4, 90).packed(noise("CMYK", (64, 16))).data.startswith(b"\xff\xd8")
    (number,) = given
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(number)
