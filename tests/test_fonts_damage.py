"""Damaged fonts are refused by name: they ended as a defect of jxprint, or as wrong pages."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from fontTools import subset as cutter
from fontTools.ttLib import TTFont

from jxprint.errors import FontError
from jxprint.fonts import open_library
from jxprint.fonts.catalogue import carried_faces
from jxprint.fonts.opening import open_face
from jxprint.fonts.subsetting import subset


@pytest.fixture(scope="module", params=["song-regular", "kai-regular"])
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A face of some characters, with CFF outlines or with TrueType's."""
    font = TTFont(carried_faces()[request.param].path)
    options = cutter.Options(notdef_outline=True)
    cut = cutter.Subsetter(options)
    cut.populate(text="一二三四五六七八九十甲乙丙丁嘉兴新版怎样改稿ABCabc，。")
    cut.subset(font)
    path = tmp_path_factory.mktemp("fonts") / f"{request.param}.font"
    font.save(path)
    return path


def spoiled(font: bytes, tag: str, new: bytes | None, mend: bool) -> bytes:
    """The font with a table overwritten (None: by chance), with or without the checksum that it would have."""
    data = bytearray(font)
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[at : at + 4] != tag.encode("ascii"):
            continue
        offset, size = struct.unpack(">II", data[at + 8 : at + 16])
        table = random.Random(5).randbytes(size) if new is None else (new * size)[:size]
        data[offset : offset + size] = table
        if mend:
            summed = table[:8] + bytes(4) + table[12:] if tag == "head" else table
            padded = summed + bytes(-size % 4)
            total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
            data[at + 4 : at + 8] = total.to_bytes(4, "big")
        return bytes(data)
    pytest.skip(f"the face has no table {tag}")


@pytest.mark.parametrize("mend", [False, True], ids=["sum", "mended"])
@pytest.mark.parametrize("new", [b"\0", None], ids=["zero", "random"])
@pytest.mark.parametrize("tag", ["CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "cmap"])
def test_a_table_that_is_rubbish_is_refused(
    tag: str, new: bytes | None, mend: bool, small: Path, tmp_path: Path
) -> None:
    """By its checksum, and where that was made to fit, by its values: the file is named."""
    own = tmp_path / "own.otf"
    own.write_bytes(spoiled(small.read_bytes(), tag, new, mend))
    with pytest.raises(FontError) as caught:
        open_library({"song": ("own.otf",)}, tmp_path)
    (finding,) = caught.value.findings
    assert (finding.key, finding.args["font"]) == ("fonts.damaged", str(own))


def test_a_sound_font_is_taken(small: Path) -> None:
    """The same font before it was spoiled; a table without a checksum is taken as it is."""
    assert open_face("own", small).characters
    data = bytearray(small.read_bytes())
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        data[at + 4 : at + 8] = bytes(4)
    small.with_suffix(".bare").write_bytes(data)
    assert open_face("own", small.with_suffix(".bare")).characters


def test_outlines_that_cannot_be_cut_name_the_file(small: Path, tmp_path: Path) -> None:
    """Even of a face that nobody looked at."""
    tag = "CFF " if "song" in small.name else "head"
    own = tmp_path / "own.otf"
    own.write_bytes(spoiled(small.read_bytes(), tag, b"\0", True))
    face = open_face("own", own, trusted=True)
    with pytest.raises(FontError) as caught:
        subset(face, frozenset([1, 2, 3]))
    assert [(one.key, one.place.file) for one in caught.value.findings] == [("fonts.outlines", str(own))]


def test_what_comes_along_is_not_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at every table of every face would cost each start a tenth of a second."""

    def never(*_: object) -> None:
        raise AssertionError("walked")

    monkeypatch.setattr("jxprint.fonts.opening.flaw", never)
    monkeypatch.setattr("jxprint.fonts.opening._draws", never)
    row = next(iter(carried_faces().values()))
    assert open_face(row.id, row.path, trusted=True).characters
