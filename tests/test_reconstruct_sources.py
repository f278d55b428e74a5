"""Bad sources: each gets one clear error, or a page and a finding that says what was wrong."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from jxprint.cli import main
from jxprint.edition import Edition
from jxprint.errors import DescriptionError, JxprintError
from jxprint.placed import PlacedPage
from jxprint.reconstruct import reconstruct
from jxprint.reconstruct.evidence import Asked, Evidence
from jxprint.reconstruct.evidence_file import source_file
from jxprint.reconstruct.making import Wanted, make
from jxprint.reconstruct.sources import kind_of, read_source
from jxprint.reconstruct.sources.glyphs import Glyph, lines_of
from recognised_pages import as_alto, as_hocr, as_page_xml

_ALTO = (
    '<alto><Layout><Page WIDTH="1000" HEIGHT="1000"><PrintSpace><TextBlock>{}</TextBlock></PrintSpace></Page>'
    "</Layout></alto>"
)
_NOTHING_ASKED = Asked()
_BOX = 'HPOS="10" VPOS="10" WIDTH="{}" HEIGHT="{}"'


def refused(data: bytes, asked: Asked = _NOTHING_ASKED, kind: str | None = None) -> str:
    """The key of the one finding that a source is refused with."""
    with pytest.raises(JxprintError) as caught:
        read_source(data, "page", asked, kind)
    (finding,) = caught.value.findings
    return finding.key


def line(text: str, width: float = 300, depth: float = 30, y: int = 10) -> str:
    """A line of ALTO."""
    return f'<TextLine HPOS="10" VPOS="{y}" WIDTH="{width}" HEIGHT="{depth}"><String CONTENT="{text}"/></TextLine>'


def drawn(*pages: str, turned: float = 0, **how: object) -> bytes:
    """A PDF with a line of Latin text on each page."""
    out = BytesIO()
    canvas = Canvas(out, **how)
    for text in pages:
        canvas.translate(300, 400)
        canvas.rotate(turned)
        canvas.drawString(0, 0, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def docx(document: str, styles: str | None = None) -> bytes:
    """A DOCX file of a body."""
    out = BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{document}</w:body></w:document>")
        if styles is not None:
            archive.writestr("word/styles.xml", f"<w:styles {space}>{styles}</w:styles>")
    return out.getvalue()


def paragraph(text: str, size: int = 0, style: str = "") -> str:
    """A paragraph of DOCX; size in half points."""
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    sized = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return f"<w:p>{own}<w:r>{sized}<w:t>{text}</w:t></w:r></w:p>"


def test_a_page_without_text_is_sent_to_be_recognised() -> None:
    """A scanned PDF has pictures alone; the hint says how to recognise it."""
    assert refused(drawn("")) == "sources.scanned"


def test_a_pdf_that_is_encrypted_or_damaged_is_refused() -> None:
    """Neither is guessed at."""
    assert refused(drawn("Text", encrypt=StandardEncryption("secret"))) == "checks.encrypted"
    assert refused(b"%PDF-1.7\nnothing") == "checks.damaged"


def test_one_of_several_pages_has_to_be_named(chaoxun: Edition, jiaxing_placed: PlacedPage) -> None:
    """For every kind that has pages; a page that is not there is none."""
    two = as_hocr(jiaxing_placed, pages=2).encode()
    for data in (chaoxun.pdf, two):
        assert refused(data) == "sources.several_pages"
        assert refused(data, Asked(page=3)) == "sources.no_such_page"
        assert read_source(data, "page", Asked(page=2)).page == 2
    assert refused("嘉兴\n人才".encode(), Asked(page=2)) == "sources.no_such_page"


def test_a_page_that_stands_turned_is_refused_unless_it_says_so() -> None:
    """Text at a quarter turn is no line; a page that says that it is to be looked at turned has none."""
    data = drawn("Text that stands on its head", turned=90)
    assert refused(data) == "sources.page_turned"
    with pikepdf.open(BytesIO(data)) as document:
        document.pages[0].Rotate = 90
        out = BytesIO()
        document.save(out)
    assert [one.text for one in read_source(out.getvalue(), "page", Asked()).lines] == ["Text that stands on its head"]


def test_a_turned_line_is_kept_and_told() -> None:
    """It is among the unplaced copy, with a finding."""
    out = BytesIO()
    canvas = Canvas(out)
    for row in range(8):
        canvas.drawString(60, 700 - 14 * row, "Level text of a page, line after line.")
    canvas.rotate(90)
    canvas.drawString(100, -500, "Aside")
    canvas.save()
    evidence = read_source(out.getvalue(), "page", Asked())
    assert [one.key for one in evidence.findings] == ["sources.turned"]
    assert "Aside" in [one.text for one in reconstruct(evidence).page.unplaced]


def test_broken_xml_is_told_with_its_line() -> None:
    """Expat's own reason, in the reader's language."""
    with pytest.raises(DescriptionError) as caught:
        read_source(b"<?xml version='1.0'?>\n<alto>\n<Layout>\n</alto>", "page", Asked())
    (finding,) = caught.value.findings
    assert (finding.key, finding.place.line) == ("sources.damaged", 4)
    assert refused(b"<alto") == "sources.damaged"


def test_no_entity_is_ever_read(tmp_path: Path, jiaxing_placed: PlacedPage) -> None:
    """A document type is refused in XML; in hOCR it names nothing that is fetched, and entities are characters."""
    secret = tmp_path / "secret"
    secret.write_text("told")
    bomb = f'<!DOCTYPE alto [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert refused(f"{bomb}<alto>&a;</alto>".encode()) == "sources.doctype"
    assert refused(as_alto(jiaxing_placed, head=bomb).encode()) == "sources.doctype"
    hocr = as_hocr(jiaxing_placed).replace('transitional.dtd">', "transitional.dtd\" [<!ENTITY a 'told'>]>")
    told = read_source(hocr.encode(), "page", Asked())
    assert not any("told" in one.text for one in told.lines)


def test_boxes_without_width_or_depth_are_told() -> None:
    """Their lines are kept among the unplaced copy; where no line has a box there is no page."""
    good = "".join(line("正文一行接着一行的排下去", 360, 30, 10 + 45 * k) for k in range(6))
    data = _ALTO.format(line("没有宽", 0) + line("没有深", depth=0) + good).encode()
    evidence = read_source(data, "page", Asked())
    assert [one.key for one in evidence.findings] == ["sources.no_resolution", "sources.no_box"]
    assert {"没有宽", "没有深"} <= {one.text for one in reconstruct(evidence).page.unplaced}
    assert refused(_ALTO.format(line("没有宽", 0)).encode()) == "sources.all_boxless"
    assert refused(_ALTO.format("").encode()) == "sources.no_text"


def test_numbers_that_are_none_are_no_boxes() -> None:
    """Nor do they stop the page."""
    bad = '<TextLine HPOS="x" VPOS="1e99" WIDTH="nan" HEIGHT=""><String CONTENT="字"/></TextLine>'
    assert refused(_ALTO.format(bad).encode()) == "sources.all_boxless"


def test_a_unit_that_nobody_knows_is_refused() -> None:
    """Boxes in it would say nothing."""
    data = b"<alto><Description><MeasurementUnit>cubit</MeasurementUnit></Description></alto>"
    assert refused(data) == "sources.unknown_unit"


def test_a_kind_can_be_forced(jiaxing_placed: PlacedPage) -> None:
    """What the file is not is refused; a kind that nobody knows is a slip of the command."""
    assert refused(as_page_xml(jiaxing_placed).encode(), kind="alto") == "sources.other_kind"
    assert refused(b"text", kind="tiff") == "sources.unknown_kind"
    assert refused(drawn("Text"), Asked("gbk")) == "sources.own_encoding"
    assert read_source(b"<alto> is a word here", "a", Asked(), "dump").kind == "dump"


def test_glyphs_apart_are_lines_apart() -> None:
    """A line ends where white of an em begins; raised type close to it does not end it."""
    row = [Glyph(char, 10 * k, 0, 10, 10, "") for k, char in enumerate("正文")]
    raised = Glyph("2", 20, -3, 3, 6, "")
    far = Glyph("栏", 40, 0, 10, 10, "")
    assert [one.text for one in lines_of([*row, raised, far])] == ["正文2", "栏"]


def test_glyphs_one_below_another_are_a_line_that_runs_down() -> None:
    """Upright characters at one x and a step apart."""
    down = [Glyph(char, 0, 12 * k, 10, 10, "") for k, char in enumerate("竖题")]
    (found,) = lines_of(down)
    assert (found.text, found.down) == ("竖题", True)


def test_a_docx_is_read_with_its_styles() -> None:
    """Sizes come from runs, styles, then the default; deleted text and fields' codes are none."""
    body = paragraph("中秋夜航", style="Head") + paragraph("") + paragraph("本报记者 卓小舟")
    body += paragraph("渡轮每晚加开四班。", 21) + "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    body += "<w:tbl><w:tr><w:tc>" + paragraph("早潮") + "</w:tc><w:tc>" + paragraph("9:48") + "</w:tc></w:tr></w:tbl>"
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles += '<w:style w:styleId="Head"><w:rPr><w:sz w:val="48"/></w:rPr></w:style>'
    evidence = read_source(docx(body, styles), "page", Asked())
    assert [(one.text, one.size, one.gap) for one in evidence.lines] == [
        ("中秋夜航", 24.0, 0), ("本报记者 卓小舟", 10.0, 1), ("渡轮每晚加开四班。", 10.5, 0), ("早潮\t9:48", None, 1),
    ]  # fmt: skip


def test_a_docx_gives_a_page_that_builds(tmp_path: Path) -> None:
    """Its copy is written, and the file itself untouched."""
    text = "渡轮每晚加开四班，末班推迟到十时五十分，新时刻昨天贴上了两岸码头，用的是斗大的字，隔着水道也认得出。"
    data = docx(paragraph("渡轮中秋加开夜航", 56) + paragraph("本报记者 卓小舟", 21) + paragraph(text, 21) * 3)
    source, folder = tmp_path / "a.docx", tmp_path / "a"
    source.write_bytes(data)
    main(["reconstruct", str(source), "-o", str(folder)])
    assert (folder / "source.docx").read_bytes() == data
    assert "渡轮中秋加开夜航" in (folder / "01.txt").read_text(encoding="utf-8")
    main(["build", str(folder), "-o", str(tmp_path / "a.pdf"), "--check"])


def test_a_damaged_docx_is_refused() -> None:
    """A zip of something else, a zip cut short, one without text."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refused(out.getvalue(), kind="docx") == "sources.other_kind"
    assert refused(docx(paragraph("字"))[:60], kind="docx") == "sources.damaged"
    assert refused(docx("")) == "sources.no_text"


def test_a_docx_as_a_dump_is_refused_as_before() -> None:
    """A zip of something else is no text."""
    assert kind_of(b"PK\x03\x04nothing") == "dump"
    assert refused(b"PK\x03\x04nothing") == "dump.other_kind"


def test_json_of_a_source_says_its_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As sentences with hints."""
    good = "".join(line("正文一行接着一行的排下去", 360, 30, 10 + 45 * k) for k in range(6))
    source = tmp_path / "a"
    source.write_bytes(_ALTO.format(good).encode())
    main(["reconstruct", str(source), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert "300" in json.dumps(said["findings"])
    assert said["stories"][0]["paragraphs"]


def evidence_lines(evidence: Evidence) -> list[str]:
    """The texts of a source's lines."""
    return [one.text for one in evidence.lines]


def test_recognisers_blanks_between_characters_are_none() -> None:
    """Tesseract writes a blank between any two words; Latin words keep theirs."""
    words = [("嘉", 0), ("兴", 30), ("2024", 60), ("年", 122), ("Open", 160), ("Day", 232)]
    spans = " ".join(
        f"<span class='ocrx_word' title='bbox {x} 0 {x + (30 if len(word) == 1 else 15 * len(word))} 30'>{word}</span>"
        for word, x in words
    )
    line_ = f"<span class='ocr_line' title='bbox 0 0 280 30'>{spans}</span>"
    page = f"<div class='ocr_page' title='bbox 0 0 500 500'>{line_}</div>"
    assert evidence_lines(read_source(page.encode(), "a", Asked(), "hocr")) == ["嘉兴2024年Open Day"]


def test_marks_recognised_at_half_width_stand_at_full_width_and_it_is_said(tmp_path: Path) -> None:
    """Of a page measured off an image the marks between Chinese words come back; numbers, times and Latin words keep
    theirs; how many came back is told, and notes.md says it. The file is kept as it came.
    """
    texts = ["他说,早上8:30到,共1,258人;", "读《The Times, London》(第3版),好!", "据www.example.com:8080报道:"]
    lines_ = "".join(
        f"<span class='ocr_line' title='bbox 0 {60 * k} 800 {60 * k + 30}'>{one}</span>" for k, one in enumerate(texts)
    )
    page = f"<div class='ocr_page' title='bbox 0 0 1000 1000'>{lines_}</div>".encode()
    evidence = read_source(page, "a", Asked(), "hocr")
    assert evidence_lines(evidence) == [
        "他说，早上8:30到，共1,258人；",
        "读《The Times, London》（第3版），好！",
        "据www.example.com:8080报道：",
    ]
    told = [one for one in evidence.findings if one.key == "sources.widened"]
    assert [one.args["count"] for one in told] == [8]
    make(evidence, "a.html", tmp_path / "page", Wanted())
    assert "8 marks that were recognised at half width" in (tmp_path / "page" / "notes.md").read_text("utf-8")
    assert (tmp_path / "page" / source_file(evidence)).read_bytes() == page


def test_a_page_that_says_its_sizes_keeps_its_marks(jiaxing_placed: PlacedPage) -> None:
    """ALTO as jxprint writes it says what its marks are: nothing of it is changed."""
    evidence = read_source(as_alto(jiaxing_placed).encode(), "page", Asked())
    assert evidence.paper is not None
    assert evidence.paper.exact
    assert not [one for one in evidence.findings if one.key == "sources.widened"]
