"""A damaged TIFF is told in one finding, and nothing else comes to standard error."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from jxprint.cli import main
from jxprint.description.new import write_new_page
from jxprint.intake.overheard import overheard

COMPRESSIONS = ("tiff_lzw", "tiff_adobe_deflate", "jpeg", "group4")


def tiff(compression: str, *, damaged: bool = False) -> bytes:
    """A TIFF of some noise; some bytes of its samples are others than they were."""
    made = random.Random(1)  # the same each time
    picture = Image.new("RGB", (200, 120))
    picture.putdata([(x * 7 % 256, x * 3 % 256, x % 256) for x in range(200 * 120)])
    sink = BytesIO()
    (picture.convert("1") if compression == "group4" else picture).save(sink, "TIFF", compression=compression)
    file = bytearray(sink.getvalue())
    for _ in range(30 if damaged else 0):
        file[made.randrange(600, len(file) - 400)] = made.randrange(256)
    return bytes(file)


def page_with(folder: Path, file: bytes) -> Path:
    """A new page with a picture of its own."""
    write_new_page(folder)
    (folder / "photo.tif").write_bytes(file)
    description = folder / "page.toml"
    text = description.read_text("utf-8")
    assert 'credit = "本报摄"' in text
    description.write_text(text.replace('credit = "本报摄"', 'file = "photo.tif"\nalt = "照片"'), "utf-8")
    return folder


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_a_damaged_tiff_is_one_finding_and_nothing_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], compression: str
) -> None:
    """What libtiff says of itself, and of files that Pillow takes for whole, is no line of ours."""
    folder = page_with(tmp_path / "page", tiff(compression, damaged=True))
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--lang", "en"]) == 3
    told = capfd.readouterr().err.strip().splitlines()
    assert len(told) == 1, told
    assert "the picture “photo.tif” is damaged" in told[0]
    assert f"{folder / 'page.toml'}:" in told[0]


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_a_sound_tiff_is_built_without_a_word(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], compression: str
) -> None:
    """And the file proves itself."""
    folder = page_with(tmp_path / "page", tiff(compression))
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--check", "--lang", "en"]) == 0
    assert "libtiff" not in (told := capfd.readouterr().err)
    assert "photo.tif” is" not in told


def fail(written: int) -> None:
    """As a decoder may that has said why."""
    raise ValueError("three", written)


def test_what_is_written_to_standard_error_is_heard_and_then_no_more(capfd: pytest.CaptureFixture[str]) -> None:
    """Also where what is done within fails."""
    with overheard() as said:
        os.write(2, b"one\ntwo\n")
        assert said == []
    assert said == ["one", "two"]
    with pytest.raises(ValueError, match="three"), overheard() as said:
        fail(os.write(2, b"heard\n"))
    assert said == ["heard"]
    os.write(2, b"seen\n")
    assert capfd.readouterr().err == "seen\n"


def test_nobody_is_bothered_where_there_is_no_standard_error() -> None:
    """As under a service that closes it."""
    code = "import os; from jxprint.intake.overheard import overheard\nos.close(2)\nwith overheard() as said: pass\n"
    done = subprocess.run([sys.executable, "-c", code + "print(said)"], capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n"
