"""What codes say is what the file says: maps are read strictly, and nothing is guessed."""

from __future__ import annotations

import pikepdf
import pytest

from jxprint.checker.cmaps import parse
from jxprint.checker.codes import read_font


def cmap(body: str) -> bytes:
    """A ToUnicode map around some sections."""
    return f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {body} endcmap".encode("ascii")


def test_single_codes_ranges_and_lists_are_read() -> None:
    """A range counts up in its last unit; a list names each."""
    read = parse(
        cmap(
            "1 beginbfchar <0001> <4E00> endbfchar "
            "2 beginbfrange <0002> <0004> <4E01> <0005> <0006> [<00660069> <D842DFB7>] endbfrange"
        )
    )
    assert read.texts == {1: "一", 2: "丁", 3: "丂", 4: "七", 5: "fi", 6: "𠮷"}
    assert not read.problems


@pytest.mark.parametrize("entry", ["0000", "FFFE", "FFFF", "FFFD", "D842", "FEFF", ""])
def test_what_is_no_text_is_none(entry: str) -> None:
    """U+0000, noncharacters, lone surrogates and the marks of byte order."""
    read = parse(cmap(f"1 beginbfchar <0001> <{entry}> endbfchar"))
    assert read.texts == {}
    assert [code for code, _ in read.problems] == [1]


def test_a_map_of_millions_is_cut_short() -> None:
    """A range may name four thousand million codes; memory does not follow it."""
    read = parse(cmap("1 beginbfrange <00000000> <FFFFFFFF> <00000001> endbfrange"))
    assert len(read.texts) < 300_000


def test_a_simple_font_says_what_its_encoding_says() -> None:
    """WinAnsi by name, differences over it, and nothing where the font is symbolic."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Dictionary(
            BaseEncoding=pikepdf.Name.WinAnsiEncoding, Differences=pikepdf.Array([65, pikepdf.Name("/germandbls")])
        ),
    )
    read = read_font(font, "x.pdf")
    assert [read.text(code) for code in (65, 66, 0x80)] == ["ß", "B", "€"]
    symbol = pikepdf.Dictionary(Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Symbol)
    assert read_font(symbol, "x.pdf").text(65) is None


def test_identity_codes_without_a_map_say_nothing() -> None:
    """A glyph number is no character."""
    font = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/AAAAAA+Song"),
        Encoding=pikepdf.Name("/Identity-V"),
        DescendantFonts=pikepdf.Array([pikepdf.Dictionary(W=pikepdf.Array([3, pikepdf.Array([500])]), DW=1000)]),
    )
    read = read_font(font, "x.pdf")
    assert read.is_vertical
    assert read.text(3) is None
    assert read.codes(b"\x00\x03\x00\x04") == [3, 4]
    assert read.advance(3) == -1000.0


def test_a_predefined_unicode_encoding_says_its_codes() -> None:
    """UniGB-UTF16-H carries UTF-16, pairs of surrogates included."""
    font = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/STSong-Light"),
        Encoding=pikepdf.Name("/UniGB-UTF16-H"),
        DescendantFonts=pikepdf.Array([pikepdf.Dictionary(DW=1000)]),
    )
    read = read_font(font, "x.pdf")
    assert [read.text(code) for code in read.codes("嘉𠮷".encode("utf-16-be"))] == ["嘉", "𠮷"]


def test_a_simple_font_without_an_encoding_has_that_of_its_program() -> None:
    """Type 1 in the clear; a program that cannot be read says nothing."""
    with pikepdf.Pdf.new() as document:

        def read(program: bytes) -> list[str | None]:
            descriptor = pikepdf.Dictionary(FontFile=document.make_stream(program), Flags=4)
            font = pikepdf.Dictionary(
                Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/X"), FontDescriptor=descriptor
            )
            told = read_font(font, "x.pdf")
            return [told.text(code) for code in (65, 66)]

        assert read(b"/Encoding 256 array\ndup 65 /uni6E21 put\ndup 66 /B put readonly def eexec") == ["渡", "B"]
        assert read(b"/Encoding StandardEncoding def eexec") == ["A", "B"]
        assert read(b"\xff\x00") == [None, None]
