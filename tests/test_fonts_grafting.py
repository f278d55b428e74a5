"""A glyph put into an earlier cut: byte for byte what HarfBuzz cuts in one go, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.fonts import Library
from jxprint.fonts.cff import cids
from jxprint.fonts.grafting import graft, take_apart
from jxprint.fonts.subsetting import subset

FACES = ("song-regular", "song-black", "song-wide", "hei-regular")
_HAN = "".join(chr(point) for point in range(0x4E00, 0x5200))


def _glyphs(library: Library, face: str, text: str) -> frozenset[int]:
    return frozenset(glyph for glyph in map(library.face(face).glyph, text) if glyph)


@pytest.mark.parametrize("face", FACES)
@given(
    before=st.text(st.sampled_from(_HAN + "，。“”：；0123456789ABCabc①②●★→"), min_size=1, max_size=60),
    removed=st.sets(st.integers(0, 59), max_size=3),
    added=st.text(st.sampled_from(_HAN + "！？（）xyzXYZ ㈠℃"), max_size=6),
)
def test_what_is_grafted_is_what_would_be_cut(
    face: str, library: Library, before: str, removed: set[int], added: str
) -> None:
    """Whatever goes and comes, and twice in a row: the second graft starts from the first."""
    opened = library.face(face)
    first = subset(opened, _glyphs(library, face, before))
    kept = "".join(char for at, char in enumerate(before) if at not in removed)
    for text in (kept + added, kept + added[:2] + "嘉"):
        wanted = _glyphs(library, face, text)
        made, cut = subset(opened, wanted, first), subset(opened, wanted)
        assert made.program == cut.program
        assert (made.cids, made.advances, made.glyph_map) == (cut.cids, cut.advances, cut.glyph_map)
        first = made


def test_an_edit_is_grafted(library: Library) -> None:
    """That the bytes are right says nothing of the way: here a Han character comes and goes as one does on a page."""
    face = library.face("song-regular")
    page = _glyphs(library, "song-regular", "嘉兴人才，2024年ABC")
    made = subset(face, page | _glyphs(library, "song-regular", "镍"), subset(face, page))
    assert made.stock is not None
    assert subset(face, page, made).stock is not None


def test_a_kind_of_glyph_that_is_new_is_not_grafted(library: Library) -> None:
    """Latin in a program of Han alone: it would have a font dictionary more."""
    han, latin = (subset(library.face("song-regular"), _glyphs(library, "song-regular", text)) for text in ("嘉", "A"))
    stock, scion = take_apart(han.program), take_apart(latin.program)
    assert stock is not None
    assert scion is not None
    assert graft(stock, scion, [(False, 0), (False, 1), (True, 1)]) is None


def test_only_a_program_laid_out_as_expected_is_taken_apart(library: Library) -> None:
    """A byte more at the end, an end that is missing, a select of another format: each is left alone."""
    cut = subset(library.face("song-regular"), _glyphs(library, "song-regular", "嘉兴"))
    stock = take_apart(cut.program)
    assert stock is not None
    select = stock.at - 11
    assert cut.program[select] == 3
    other = cut.program[:select] + b"\0" + cut.program[select + 1 :]
    for program in (cut.program + b"\0", cut.program[:-1], cut.program[:40], other):
        assert take_apart(program) is None


def test_numbers_are_the_faces_own(library: Library) -> None:
    """A glyph has the same CID whatever is cut with it; the first glyph is .notdef and has none."""
    face = library.face("song-regular")
    glyph = face.glyph("嘉")
    assert glyph is not None
    alone = subset(face, frozenset([glyph]))
    among = subset(face, _glyphs(library, "song-regular", "一二嘉兴，。A1"))
    assert alone.cids[0] == among.cids[0] == 0
    assert alone.cids[alone.glyph_map[glyph]] == among.cids[among.glyph_map[glyph]] > 1
    assert alone.keyed
    assert cids(alone.program) == (alone.cids, True)


def test_places_are_the_numbers_of_truetype(library: Library) -> None:
    """Code, CID and glyph are one there (CIDToGIDMap is Identity)."""
    cut = subset(library.face("kai-regular"), _glyphs(library, "kai-regular", "嘉兴人才"))
    assert cut.cids == tuple(range(5))
    assert not cut.keyed
