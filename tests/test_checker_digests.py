"""The tables of outlines beside the faces: drawn from these very files, and drawn again here."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from jxprint.checker.charstrings import points_of
from jxprint.checker.digests import SUFFIX, Digests, digest_of, key_of
from jxprint.checker.faces import Declared, FontFile, carried_files
from jxprint.checker.glyf import true_type
from jxprint.checker.outlines import EM, scaled
from jxprint.checker.programs import Glyphs, bare_cff
from jxprint.fonts.opening import open_face
from jxprint.fonts.subsetting import subset
from jxprint.resources import fonts_folder

FILES = sorted(path for path in fonts_folder().iterdir() if path.suffix in (".otf", ".ttf"))
_LOOKED_AT = 150


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_table_is_of_its_file_and_says_what_that_draws(path: Path) -> None:
    """By the file's hash; some of its texts, others for every face, are drawn again."""
    table, face = Digests(path.with_suffix(SUFFIX)), Declared(FontFile(path))
    assert table.sha256 == hashlib.sha256(path.read_bytes()).digest()
    assert table.name == face.name
    texts = list(face.texts)
    assert {row.key for row in table.rows()} == {key_of(text) for text in texts}
    for text in random.Random(path.stem).sample(texts, _LOOKED_AT):
        assert all(table.has(text, points) for points in face.outlines(text)), text
    assert not table.has("人", next(face.outlines("才")))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_bytes_that_a_table_knows_draw_what_its_face_draws(path: Path) -> None:
    """As a page has them, whatever else is cut with them; of what others have a part in it knows none."""
    table, face = Digests(path.with_suffix(SUFFIX)), Declared(FontFile(path))
    texts = [text for text in face.texts if len(text) == 1]
    wanted = {"人", "才", *random.Random(f"{path.stem} in bytes").sample(texts, _LOOKED_AT)}
    opened = open_face(path.stem, path, trusted=True)
    numbers = {text: opened.glyph(text) for text in wanted}
    made = subset(opened, frozenset(glyph for glyph in numbers.values() if glyph is not None))
    glyphs, scale = (bare_cff(made.program), 1.0) if made.kind == "cff" else _true_type(made.program)
    known = 0
    for text, number in numbers.items():
        assert number is not None
        cid = made.cids[made.glyph_map[number]]
        code = glyphs.code(cid)
        if code is None or not table.has_code(text, code):
            continue
        known += 1
        points = glyphs.draw(cid)
        assert points is not None, text
        assert scaled(points, scale) == next(face.outlines(text)), text
        assert not table.has_code("人" if text == "才" else "才", code)
    assert known >= len(wanted) - 2


def _true_type(program: bytes) -> tuple[Glyphs, float]:
    glyphs, units = true_type(program)
    return glyphs, EM / units


def test_every_face_that_comes_along_is_found_by_its_name() -> None:
    """A PDF names its faces by these; two may have been cut from one."""
    assert sorted(file.path for files in carried_files().values() for file in files) == FILES


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    """And so is one that is cut short."""
    whole = FILES[0].with_suffix(SUFFIX).read_bytes()
    for data in (b"", b"no table", whole[:-1]):
        (tmp_path / "one.ink").write_bytes(data)
        with pytest.raises(ValueError, match=r"one\.ink"):
            Digests(tmp_path / "one.ink")


def test_outlines_differ_by_a_point() -> None:
    """Nothing is rounded away."""
    assert digest_of(((0.0, 0.0), (0.0, 0.0, 1.0, 1.0))) != digest_of(((0.0, 0.0), (0.0, 0.0, 1.0, 1.01)))


@pytest.mark.parametrize(
    ("program", "points"),
    [
        ("8b8b150e", ((0.0, 0.0),)),
        ("9e8b8b150e", ((0.0, 0.0),)),  # a width before the first move
        ("8c8d158e8f050e", ((1.0, 2.0), (1.0, 2.0, 4.0, 6.0))),
        ("8b8b158e8f90060e", ((0.0, 0.0), (0.0, 0.0, 3.0, 0.0), (3.0, 0.0, 3.0, 4.0), (3.0, 4.0, 8.0, 4.0))),
        ("8b8b158c8d8e8f1f0e", ((0.0, 0.0), (0.0, 0.0, 1.0, 0.0, 3.0, 3.0, 3.0, 7.0))),
        ("8b8b158c8d8e8f1b0e", ((0.0, 0.0), (0.0, 0.0, 1.0, 0.0, 3.0, 3.0, 7.0, 3.0))),
        ("8c0a0e", None),  # a subroutine
        ("8b8b15", None),  # no end
        ("8b8b8b8b150e", None),  # too many operands
    ],
)
def test_charstrings_are_drawn_as_the_note_says(program: str, points: object) -> None:
    """Moves, lines and curves of Adobe's Technical Note 5177; None for what is left to fontTools."""
    assert points_of(bytes.fromhex(program)) == points
