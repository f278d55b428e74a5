"""Artwork that something has been at: whatever a file is, it is taken or refused, soon and with a sentence."""

from __future__ import annotations

import random
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from advertisements import advertisement, folder_with
from jxprint.artwork import Drawing
from jxprint.description import read_page
from jxprint.errors import DescriptionError, OutputError
from jxprint.intake.svg import read_drawing
from jxprint.messages import render
from jxprint.model import Advertisement
from jxprint.writers.pdf.artwork import write_form
from jxprint.writers.pdf.seam import File

HERE = Path(__file__).resolve().parent
DRAWINGS = sorted((HERE / "data" / "drawings").glob("*.svg"))
VALUES = (
    b"0", b"-1", b"1e9", b"1e-9", b"9999999", b"100%", b"-50%", b"none", b"inherit", b"url(#rg)", b"NaN", b"scale(0)",
    b"matrix(1 0 0 0 0 0)", b"reflect", b"objectBoundingBox", b"currentColor", b"#", b"", b"auto", b"1e308",
)  # fmt: skip
BYTES = (
    b"",
    b"<",
    b">",
    b"0 R",
    b"<<",
    b">>",
    b"[",
    b"-1",
    b"99999999",
    b"/Form",
    b"q ",
    b"\0",
    b"\xff",
    b"endobj",
    b"&",
)


def spoiled(whole: bytes, chance: random.Random) -> bytes:
    """A file with a value, some bytes or its end changed."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(data) + 1)
        kind = chance.random()
        quoted = list(re.finditer(rb'"[^"<>]*"', data)) if kind < 0.6 else []
        if quoted:
            one = chance.choice(quoted)
            other = chance.choice(quoted)[0]
            data[one.start() : one.end()] = chance.choice((b'"' + chance.choice(VALUES) + b'"', other))
        elif kind < 0.9:
            data[at : at + chance.randrange(9)] = chance.choice(BYTES)
        else:
            del data[at:]
    return bytes(data)


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_spoiled_drawing_is_written_or_refused(file: Path) -> None:
    """Thirty of each: there is a drawing that can be written, or there are faults."""
    chance = random.Random(file.stem)
    for _ in range(30):
        found, faults = read_drawing(spoiled(file.read_bytes(), chance))
        assert (found is None) == bool(faults)
        if isinstance(found, Drawing):
            write_form(File("zh-CN"), found)


def picture(kind: str) -> bytes:
    """A small picture of pixels."""
    sink = BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert("RGB").save(sink, kind)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("name", "whole"),
    [("pdf", advertisement()), ("png", picture("PNG")), ("jpeg", picture("JPEG"))],
    ids=["PDF", "PNG", "JPEG"],
)
def test_a_spoiled_advertisement_is_placed_or_refused(name: str, whole: bytes, tmp_path: Path) -> None:
    """Twenty of each kind: there is an advertisement, or one sentence in both languages about its file."""
    chance = random.Random(name)
    folder = folder_with(HERE / "pages" / "artwork", tmp_path / "page")
    for _ in range(20):
        (folder / "bookshop.pdf").write_bytes(spoiled(whole, chance))
        try:
            part = read_page(folder).part("F")
        except DescriptionError as refusal:
            (finding,) = refusal.findings
            assert str(finding.place).startswith(f"{folder / 'page.toml'}:")
            assert render(finding, "en")
            assert render(finding, "zh")
            continue
        assert isinstance(part, Advertisement)
        if part.artwork is not None:
            try:
                write_form(File("zh-CN"), part.artwork)
            except OutputError as refusal:  # pragma: no cover
                pytest.fail(f"{refusal}: told too late")
