"""Readers that have never seen our source read the copy, character by character and article after article.

Line breaks are the setting's and are taken out of what a reader says. Two things more are a reader's own, and each
stands in the table below: spaces that it puts beside a Chinese character where the copy has none (it takes the gaps of
justification, or the air between Chinese and figures, for spaces), and characters that it cannot say. Anything else is
a fault, and so is an entry of the table that is no longer true.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from jxprint.checker.expected import expected_page
from jxprint.model import Page
from jxprint.placed import PlacedPage

Find = Callable[[str], Any]

IDEOGRAPHIC_SPACE = "\u3000"
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Reader:
    """How to ask it, whether it opens Chinese text with spaces of its own, and what it says for what."""

    read: Callable[[Path, Find, Find], str]
    spaces: bool = False
    says: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Reading:
    """What a comparison found that a reader may do: spaces put in, and (character of the copy, what was said)."""

    spaces: int
    says: set[tuple[str, str]]


def by_pdfium(pdf: Path, program: Find, module: Find) -> str:
    """The engine of Chromium."""
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def by_poppler(pdf: Path, program: Find, module: Find) -> str:
    """In the order of the content: without -raw it guesses at columns."""
    words = [program("pdftotext"), "-raw", "-enc", "UTF-8", pdf, "-"]
    return subprocess.run(words, check=True, capture_output=True, timeout=60).stdout.decode()


def by_pdfminer(pdf: Path, program: Find, module: Find) -> str:
    """Its characters as they come: its analysis of the layout sorts them again, by a guess at columns."""
    out = StringIO()
    with pdf.open("rb") as file:
        module("pdfminer.high_level").extract_text_to_fp(file, out, laparams=None)
    return out.getvalue()


def by_pypdf(pdf: Path, program: Find, module: Find) -> str:
    """With its settings as they come."""
    return str(module("pypdf").PdfReader(pdf).pages[0].extract_text())


def by_mupdf(pdf: Path, program: Find, module: Find) -> str:
    """White space as it stands in the file: as it comes it would make every kind of space U+0020."""
    out = pdf.with_suffix(".txt")
    options = "preserve-whitespace,preserve-ligatures"
    words = [program("mutool"), "convert", "-F", "text", "-O", options, "-o", out, pdf]
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    return out.read_text(encoding="utf-8")


READERS = {
    "pdfium": Reader(by_pdfium, spaces=True, says=frozenset({(NO_BREAK_SPACE, " ")})),
    "poppler": Reader(by_poppler, spaces=True, says=frozenset({(NO_BREAK_SPACE, " "), (IDEOGRAPHIC_SPACE, " ")})),
    "pdfminer": Reader(by_pdfminer),
    "pypdf": Reader(by_pypdf, spaces=True),
    "mupdf": Reader(by_mupdf, spaces=True),
}


def compare(copy: str, said: str, may_say: frozenset[tuple[str, str]] = frozenset()) -> Reading:
    """Both texts from the front, character by character; anything that a reader may not do fails."""
    said = "".join(char for char in said if char not in "\r\n\f")
    reading = Reading(0, set())
    at = 0
    for here, char in enumerate(said):
        wanted = copy[at : at + 1]
        if char == wanted:
            at += 1
        elif (wanted, char) in may_say:
            reading.says.add((wanted, char))
            at += 1
        elif char == " " and (_is_wide(said[here - 1 : here]) or _is_wide(said[here + 1 : here + 2])):
            reading.spaces += 1
        else:
            before = copy[max(0, at - 12) : at]
            pytest.fail(f"after {before!r}: {copy[at : at + 8]!r} is read {said[here : here + 8]!r}")
    if at < len(copy):
        pytest.fail(f"after {copy[max(0, at - 12) : at]!r} nothing more is read: {copy[at : at + 8]!r} is lost")
    return reading


def _is_wide(char: str) -> bool:
    return char != "" and unicodedata.east_asian_width(char) in "WFA"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.judges
def test_the_first_page_is_read_as_its_copy(
    name: str, jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path, program: Find, module: Find
) -> None:
    """Twelve articles, none of their characters wrong, lost, doubled or in another's place."""
    copy = expected_page(jiaxing)
    assert len(copy.articles) == 12
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(jiaxing_pdf)
    reading = compare(copy.whole.text, READERS[name].read(pdf, program, module))
    assert (reading.spaces > 0) == READERS[name].spaces


@pytest.mark.parametrize("name", READERS)
@pytest.mark.judges
def test_the_torture_page_loses_what_the_table_says_and_nothing_else(
    name: str, torture_pdf: bytes, torture: Page, torture_placed: PlacedPage, tmp_path: Path,
    program: Find, module: Find,
) -> None:  # fmt: skip
    """Characters beyond the basic plane, look-alikes, spaces of all kinds and a headline set downwards."""
    copy = expected_page(torture).whole.text + torture_placed.articles[-1].label
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(torture_pdf)
    reader = READERS[name]
    reading = compare(copy, reader.read(pdf, program, module), reader.says)
    assert reading.says == reader.says
    assert reader.spaces or not reading.spaces


@pytest.mark.parametrize("name", READERS)
@pytest.mark.judges
def test_vertical_columns_are_read_from_right_to_left(
    name: str, vertical_pdf: bytes, vertical: Page, tmp_path: Path, program: Find, module: Find
) -> None:
    """Heads, side heads and stories set downwards: figures, turned words and quotes for which corners are shown."""
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(vertical_pdf)
    copy = expected_page(vertical).whole.text
    if name == "poppler":  # takes the space between two names that stand one under the other for the end of a line
        copy = copy.replace("乔木 方远舟", "乔木方远舟")
    compare(copy, READERS[name].read(pdf, program, module))


def test_the_comparison_lets_pass_what_a_reader_may_do() -> None:
    """Line breaks, spaces beside Chinese characters, and what the table says."""
    may_say = frozenset({(NO_BREAK_SPACE, " ")})
    reading = compare("去年31名，a b" + NO_BREAK_SPACE + "c", "去\r\n年 31 名，\na b c\f", may_say)
    assert reading == Reading(2, {(NO_BREAK_SPACE, " ")})


@pytest.mark.parametrize(
    "said",
    ["嘉兴 PDF 书。人オ", "嘉兴 PDF 书。人", "嘉兴 PDF 书。人才才", "PDF 书。嘉兴人才", "嘉兴 PDF书。人才",
     "嘉兴 P DF 书。人才", "嘉兴 PDF 书.人才", "嘉兴 PDF 书。。人才", "嘉兴　PDF 书。人才", ""],
)  # fmt: skip
def test_the_comparison_lets_nothing_else_pass(said: str) -> None:
    """Wrong, lost, doubled and moved characters, and spaces that are more or fewer than the copy's."""
    with pytest.raises(pytest.fail.Exception):
        compare("嘉兴 PDF 书。人才", said)
