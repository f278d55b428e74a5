"""The PDF: glyphs where they were placed, text as it was written, tags in reading order, the same bytes every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.fonts import Library
from jxprint.placed import PlacedPage
from jxprint.writers.pdf import PdfWriter

Place = tuple[str, float, float]


def characters(pdf: bytes) -> list[Place]:
    """Every character that pdfium reads with its origin in points of the trim box, y down; none it made up."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    bleed, _, _, top = page.get_trimbox()
    found: list[Place] = []
    x, y = pdfium.c_double(), pdfium.c_double()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        found.append((chr(code) if code < 0xD800 or code > 0xDFFF else f"{code:04x}", x.value - bleed, top - y.value))
    return found


def placed_origins(page: PlacedPage) -> list[Place]:
    """Where the placed page has each glyph of one character, for runs set across."""
    found: list[Place] = []
    for run in page.runs():
        pen = run.x
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        ends = (*run.starts[1:], len(run.text))
        for start, end, advance, offset in zip(run.starts, ends, run.advances, offsets, strict=True):
            if end - start == 1 and run.text[start] < "\uffff" and not run.text[start].isspace():
                found.append((run.text[start], pen + offset, run.y))
            pen += advance
    return found


def test_every_glyph_stands_where_it_was_placed(jiaxing_pdf: bytes, jiaxing_placed: PlacedPage) -> None:
    """Pdfium has each single-character glyph of the first page within 0.02 pt of its place, in order."""
    read = iter(characters(jiaxing_pdf))
    worst = 0.0
    count = 0
    for char, x, y in placed_origins(jiaxing_placed):
        there = next(one for one in read if one[0] == char)
        worst = max(worst, abs(there[1] - x), abs(there[2] - y))
        count += 1
    assert count > 3800
    assert worst < 0.02


def extracted(pdf: bytes) -> str:
    """The text by pdfium without its line breaks."""
    return re.sub(r"[\r\n]", "", pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def test_rare_and_look_alike_characters_come_back(torture_pdf: bytes) -> None:
    """𠮷, the four dots, 一 beside ⼀ and the wide spaces are read as they were written, set across or downwards."""
    text = extracted(torture_pdf)
    for piece in ("𠮷野家", "点·间•隔‧号・并列", "一和⼀", "在　这里", "（嘉兴）一⼀——𠮷", "人与⼈"):
        assert piece in text
    assert "₻" not in text


def test_one_outline_with_several_texts_has_a_font_for_each(torture_pdf: bytes) -> None:
    """Fonts that share a program have names of their own, since readers may keep fonts by name."""
    with pikepdf.open(BytesIO(torture_pdf)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        named: dict[str, bytes] = {}
        for font in fonts.values():
            name = str(font.BaseFont).removesuffix("-Identity-H").removesuffix("-Identity-V")
            cmap = font.ToUnicode.read_bytes()
            assert named.setdefault(name, cmap) == cmap
        assert len(named) > 7


def test_nothing_is_unembedded_and_nothing_but_black(jiaxing_pdf: bytes) -> None:
    """Every font has its program, and every colour set is K alone."""
    with pikepdf.open(BytesIO(jiaxing_pdf)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
        for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
            operator = str(instruction.operator)
            assert operator not in ("rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN")
            if operator in ("k", "K"):
                assert [float(value) for value in instruction.operands[:3]] == [0, 0, 0]


def test_boxes_nest_and_the_sheet_is_the_trim(jiaxing_pdf: bytes, jiaxing_placed: PlacedPage) -> None:
    """The trim box is the sheet; media and bleed are it with the bleed around."""
    with pikepdf.open(BytesIO(jiaxing_pdf)) as pdf:
        page = pdf.pages[0]
        trim = [float(side) for side in page.TrimBox]
        bleed = [float(side) for side in page.BleedBox]
        assert trim[2] - trim[0] == pytest.approx(jiaxing_placed.width, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(jiaxing_placed.height, abs=0.01)
        assert trim[0] - bleed[0] == pytest.approx(jiaxing_placed.bleed, abs=0.01)
        assert bleed == [float(side) for side in page.MediaBox]


def test_articles_stand_in_the_structure_in_reading_order(jiaxing_pdf: bytes, jiaxing_placed: PlacedPage) -> None:
    """Document > Art for each article, titled; the main head is H1, stories' heads H2."""
    with pikepdf.open(BytesIO(jiaxing_pdf)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        document = document[0] if isinstance(document, pikepdf.Array) else document
        arts = [kid for kid in document.K if str(kid.S) == "/Art"]
        assert [str(art.T) for art in arts] == [article.label for article in jiaxing_placed.articles]
        heads = [str(kid.S) for art in arts for kid in (art.K if isinstance(art.K, pikepdf.Array) else [art.K])]
        assert heads.count("/H1") == 1
        assert heads.count("/H2") == 7
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "zh-CN"


def test_the_outline_names_articles_by_their_heads(jiaxing_pdf: bytes) -> None:
    """A reader's table of contents says what stands in the paper, not what the files are called."""
    with pikepdf.open(BytesIO(jiaxing_pdf)) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[0] == "嘉兴"
    assert titles[1] == "激活人才引擎赋能城市发展"
    assert titles[2] == "全力打造高素质干部队伍、高水平创新型人才和企业队伍"  # its first line, to the last mark
    assert titles[5] == "秀洲：筑就青年人才梦想之城"
    assert len(titles) == 12


_BUILD = "import sys; from jxprint.cli import main; main()"


@pytest.mark.parametrize("cpus", [{"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}])
def test_the_same_inputs_give_the_same_bytes(cpus: dict[str, str], tmp_path: Path, jiaxing_pdf: bytes) -> None:
    """Another process, hash seed, locale, time zone and folder: the file is the same to the byte."""
    page = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
    environment = {**os.environ, **cpus}
    command = [sys.executable, "-c", _BUILD, "build", str(page), "-o", "a.pdf"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "a.pdf").read_bytes() == jiaxing_pdf


def test_a_writer_that_remembers_writes_what_a_new_one_writes(library: Library, jiaxing_placed: PlacedPage) -> None:
    """Subsets kept from an earlier build never leak into the next."""
    writer = PdfWriter(library)
    first = writer.write([jiaxing_placed])
    fewer = replace(jiaxing_placed, articles=jiaxing_placed.articles[:4])
    alone = PdfWriter(library).write([fewer])
    assert writer.write([fewer]) == alone
    assert writer.write([jiaxing_placed]) == first


def test_a_date_comes_from_the_environment_alone(
    monkeypatch: pytest.MonkeyPatch, library: Library, jiaxing_placed: PlacedPage
) -> None:
    """SOURCE_DATE_EPOCH dates the file; a value that is no number is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pikepdf.open(BytesIO(PdfWriter(library).write([jiaxing_placed]))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(jxprint.JxprintError) as caught:
        PdfWriter(library).write([jiaxing_placed])
    assert caught.value.findings[0].key == "output.bad_epoch"


def test_no_pages_are_no_document(library: Library, tmp_path: Path) -> None:
    """Whoever calls it from Python is told, and nothing is written."""
    with pytest.raises(jxprint.OutputError, match="no pages to write"):
        jxprint.write([], library, tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
