"""The ink: what a code draws is what its face has for the text that the file claims."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

import jxprint
from jxprint.checker.glyphs import Glyph
from jxprint.checker.graphics import Fonts
from jxprint.checker.ink import Ink
from jxprint.checker.programs import Ambiguous, Unread, bare_cff
from jxprint.edition import Edition
from jxprint.errors import Finding
from jxprint.model import Page
from jxprint.resources import fonts_folder
from sabotage import Spoil, spoiled

SONG = fonts_folder() / "song-regular.otf"


def descendant_of(document: pikepdf.Pdf, name: str) -> Any:
    """The CIDFont on the first page that was cut from a face."""
    fonts = document.pages[0].obj["/Resources"]["/Font"].values()
    return next(font["/DescendantFonts"][0] for font in fonts if name in str(font["/BaseFont"]))


def in_program(name: str, change: Callable[[Any, Callable[[str], str]], None]) -> Spoil:
    """Spoil the CFF program of a font: `change` has its charstrings and the name of a character's glyph there."""
    with TTFont(SONG, lazy=True) as song:
        characters = song.getBestCmap()

    def spoil(document: pikepdf.Pdf) -> None:
        descriptor = descendant_of(document, name)["/FontDescriptor"]
        program = CFFFontSet()
        program.decompile(BytesIO(descriptor["/FontFile3"].read_bytes()), None)
        glyphs = program.topDictIndex[0].CharStrings
        change(glyphs, lambda char: str(characters[ord(char)]))
        sink = BytesIO()
        program.compile(sink, TTFont(recalcBBoxes=False))
        descriptor["/FontFile3"] = document.make_stream(sink.getvalue(), Subtype=pikepdf.Name.CIDFontType0C)

    return spoil


def inked(pdf: bytes, page: Page, spoil: Spoil) -> list[Finding]:
    """What the ink witness alone tells; its sentences must be sayable."""
    report = jxprint.check(spoiled(pdf, spoil), page)
    assert len(report.lines("zh")) == len(report.lines("en"))
    # Other outlines in the room of these are too small to see, or stand in one another.
    beside = {"checks.unseen", "checks.overlapping"}
    assert {one.key.partition("_")[0] for one in report.findings} - beside == {"checks.ink"}
    return list(report.findings)


def test_two_glyphs_that_changed_places_are_named(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The text is exact in every order and by every reader, and the paper shows other characters."""

    def swap(glyphs: Any, named: Callable[[str], str]) -> None:
        one, two = glyphs[named("人")], glyphs[named("才")]
        for glyph in (one, two):
            glyph.decompile()
        one.program, two.program = two.program, one.program

    told = inked(jiaxing_pdf, jiaxing, in_program("NotoSerifCJKsc-Regular", swap))
    assert {(one.key, one.args["text"], one.args["drawn"]) for one in told} == {
        ("checks.ink", "人", "才"),
        ("checks.ink", "才", "人"),
    }


def test_a_glyph_without_its_outline_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """White paper is no character."""

    def empty(glyphs: Any, named: Callable[[str], str]) -> None:
        glyphs[named("嘉")].setProgram(["endchar"])

    told = inked(jiaxing_pdf, jiaxing, in_program("NotoSerifCJKsc-Regular", empty))
    # The sight says as well where nothing is seen.
    seen = [(one.key, one.args["text"]) for one in told if one.key != "checks.unseen"]
    assert seen == [("checks.ink_missing", "嘉")]


def test_a_stroke_that_moved_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """An outline that its face does not have."""

    def shift(glyphs: Any, named: Callable[[str], str]) -> None:
        glyph = glyphs[named("兴")]
        glyph.decompile()
        at = next(at for at, item in enumerate(glyph.program) if item == "rmoveto")
        glyph.program[at - 1] += 9

    told = inked(jiaxing_pdf, jiaxing, in_program("NotoSerifCJKsc-Regular", shift))
    assert [(one.key, one.args["text"]) for one in told] == [("checks.ink_unknown", "兴")]


def test_another_face_under_the_same_name_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Song's program under the name of Black: every character of the headlines is another face's."""

    def change(document: pikepdf.Pdf) -> None:
        black, song = (descendant_of(document, name) for name in ("NotoSerifCJKsc-Black", "NotoSerifCJKsc-Regular"))
        black["/FontDescriptor"]["/FontFile3"] = song["/FontDescriptor"]["/FontFile3"]

    told = inked(jiaxing_pdf, jiaxing, change)
    assert "激" in {one.args["text"] for one in told}
    assert len(told) > 50


def test_a_program_that_cannot_be_drawn_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Bytes that are no font are one finding, and no traceback."""

    def change(document: pikepdf.Pdf) -> None:
        stream = document.make_stream(b"no font", Subtype=pikepdf.Name.CIDFontType0C)
        descendant_of(document, "NotoSerifCJKsc-Regular")["/FontDescriptor"]["/FontFile3"] = stream

    report = jxprint.check(spoiled(jiaxing_pdf, change), jiaxing)
    assert "checks.ink_damaged" in {one.key for one in report.findings}


def test_vertical_forms_and_narrow_ones_are_their_characters(chaoxun: Edition) -> None:
    """Another glyph of a face may stand for the same text: the small issue has heads set downwards."""
    assert jxprint.check(chaoxun.pdf, list(chaoxun.pages), title=chaoxun.title).ok


@pytest.mark.parametrize("name", ["NotoSerifCJKsc-Regular", "JXKai-Regular"])
def test_a_width_that_is_not_the_programs_is_told(jiaxing_pdf: bytes, jiaxing: Page, name: str) -> None:
    """Letters run into each other, and every code has its text; programs of both kinds say how wide they draw."""

    def narrow(document: pikepdf.Pdf) -> None:
        font = descendant_of(document, name)
        font["/W"], font["/DW"] = pikepdf.Array([]), 900

    told = [one for one in jxprint.check(spoiled(jiaxing_pdf, narrow), jiaxing).findings if one.key == "checks.width"]
    assert len(told) == 1
    assert (told[0].args["width"], told[0].args["advance"]) == ("900", "1000")
    assert int(str(told[0].args["glyphs"])) > 5
    assert "900" in str(told[0])


@pytest.mark.parametrize(("right", "wrong"), [("的", "得"), ("，", "、")])
def test_an_entry_that_lies_is_told_once(jiaxing_pdf: bytes, jiaxing: Page, right: str, wrong: str) -> None:
    """However often its code is shown: with the number of places and the first of them. A comma in a full em is called
    the full-width one, as it stands in the copy.
    """

    def lie(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj["/Resources"]["/Font"].values():
            entries = font["/ToUnicode"].read_bytes()
            said, read = (f"<{ord(char):04X}>".encode() for char in (right, wrong))
            font["/ToUnicode"].write(re.sub(rb"(<[0-9A-F]{4}>) ?" + said, rb"\1" + read, entries))

    report = jxprint.check(spoiled(jiaxing_pdf, lie), jiaxing)
    (altered,) = [one for one in report.findings if one.key == "checks.altered"]
    ink = [one for one in report.findings if one.key == "checks.ink"]
    assert {(one.args["drawn"], one.args["text"]) for one in ink} == {(right, wrong)}
    assert len(report.findings) == 1 + len(ink) < 6
    told = 1 + int(str(altered.args["more"]))
    assert told == dict(report.errors)["exact"] > 50
    assert report.as_dict()["counts"]["altered"] == {"findings": told, "characters": told}  # type: ignore[index]
    assert f"in {told - 1} more places" in "\n".join(report.lines("en"))


def test_what_a_map_shows_proves_nothing_without_it(jiaxing_pdf: bytes) -> None:
    """A font whose map (CIDToGIDMap) exchanges two glyphs may say so; one of the same program without a map that says
    the same lies, whichever was looked at first.
    """
    with pikepdf.Pdf.open(BytesIO(jiaxing_pdf)) as document:
        fonts = document.pages[0].obj["/Resources"]["/Font"].values()
        plain = next(one for one in fonts if "Kai" in str(one["/BaseFont"]))
        read = Fonts("it").read(plain)
        one, two = [code for code in range(1, 400) if "\u4e00" <= (read.text(code) or "") <= "\u9fff"][:2]
        descendant = pikepdf.Dictionary(dict(plain["/DescendantFonts"][0].items()))
        places = {one: two, two: one}
        table = b"".join(places.get(place, place).to_bytes(2, "big") for place in range(400))
        descendant["/CIDToGIDMap"] = document.make_stream(table)
        mapped = pikepdf.Dictionary({**dict(plain.items()), "/DescendantFonts": pikepdf.Array([descendant])})
        ink = Ink("it")
        for font, told in ((mapped, []), (plain, ["checks.ink"])):
            file = Fonts("it")
            shown = file.read(font)
            shown.texts[one] = read.text(two)
            shown.met[one] = Glyph(read.text(two) or "", 0.0, 0.0, 10.0, 10.0, 0)
            assert [oddity.key for oddity in ink.look(file)] == told


@pytest.mark.parametrize("told", [2, 0x0100])
def test_places_that_are_told_in_an_unknown_way_are_told(jiaxing_pdf: bytes, jiaxing: Page, told: int) -> None:
    """Of indexToLocFormat some readers look at one byte, and some whether it is 0 (OpenType, head)."""

    def spoil(document: pikepdf.Pdf) -> None:
        descriptor = descendant_of(document, "Kai")["/FontDescriptor"]
        data = bytearray(descriptor["/FontFile2"].read_bytes())
        records = [struct.unpack_from(">4sIII", data, 12 + 16 * at) for at in range(int.from_bytes(data[4:6], "big"))]
        head = next(start for tag, _, start, _ in records if tag == b"head")
        data[head + 50 : head + 52] = told.to_bytes(2, "big")
        descriptor["/FontFile2"] = document.make_stream(bytes(data))

    report = jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing)
    assert "checks.ink_two_ways" in {one.key for one in report.findings}
    assert len(report.lines("zh")) == len(report.lines("en"))


def test_a_dictionary_that_says_something_twice_is_told() -> None:
    """Of two operators alike in the top dictionary of a CFF table every reader may take its own."""
    names, strings = b"\0\1\1\1\2F", b"\0\0"
    for top, problem in ((b"\x8b\x11\x8c\x11", Ambiguous), (b"\x8b\x11", Unread)):
        data = b"\1\0\4\1" + names + b"\0\1\1\1" + bytes([1 + len(top)]) + top + strings + strings
        with pytest.raises(problem):
            bare_cff(data)
