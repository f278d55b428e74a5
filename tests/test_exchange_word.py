"""Word documents: what styles and odd elements say, and what of it is told."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest

from documents import deleted, docx, paragraph, part, run
from jxprint.exchange.sources import Read, read_source

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def read(body: str, parts: dict[str, str] | None = None) -> Read:
    """A document with a head of one line, which is bold by a style, and what is to be seen below it."""
    return read_source(docx(paragraph("标题一行") + body, parts), "a.docx")


def told(read: Read, key: str) -> Sequence[object]:
    """The texts that one finding tells; nothing where it is not told."""
    found = next((one.args["texts"] for one in read.findings if one.key == f"exchange.{key}"), ())
    assert isinstance(found, tuple)
    return found


def texts(read: Read) -> list[str]:
    """The paragraphs of the one story."""
    return [one.text for one in read.stories[0].paragraphs]


def style(name: str, said: str, *, kind: str = "paragraph", base: str = "", default: bool = False) -> str:
    """A style with properties of runs."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{first}>{based}<w:rPr>{said}</w:rPr></w:style>'


STYLES = part(
    "styles",
    style("Hid", "<w:vanish/>")
    + style("Below", "", base="Hid")
    + style("Seen", '<w:vanish w:val="0"/>', base="Hid")
    + style("Circle", "", base="Circle")
    + style("HidChar", "<w:vanish/>", kind="character")
    + style("Strong", "<w:b/>", kind="character")
    + style("Struck", "<w:strike/>", kind="character"),
)


@pytest.mark.parametrize(
    ("styled", "said", "hidden"),
    [
        ("Hid", "", True),
        ("Below", "", True),
        ("Seen", "", False),
        ("Circle", "", False),
        ("", '<w:rStyle w:val="HidChar"/>', True),
        ("Hid", '<w:rStyle w:val="HidChar"/>', False),  # two styles that both turn it over (17.7.3)
        ("Hid", '<w:vanish w:val="false"/>', False),
        ("Seen", "<w:vanish/>", True),
    ],
)
def test_text_that_a_style_hides_is_told_like_any(styled: str, said: str, hidden: bool) -> None:
    """It went into the copy, and nobody was told."""
    body = paragraph(run("藏着的字", said), said=f'<w:pStyle w:val="{styled}"/>' if styled else "") + paragraph(BODY)
    found = read(body, {"styles.xml": STYLES})
    assert told(found, "hidden") == (("藏着的字",) if hidden else ())
    assert texts(found) == ([BODY] if hidden else ["藏着的字", BODY])


@pytest.mark.parametrize(
    "styles",
    [
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
        style("Normal", "<w:vanish/>", default=True),
    ],
    ids=["defaults", "default style"],
)
def test_what_hides_all_text_hides_it(styles: str) -> None:
    """But what says that it is seen."""
    seen = '<w:vanish w:val="0"/>'
    data = docx(
        paragraph(run("标题", seen)) + paragraph("藏着") + paragraph(run(BODY, seen)),
        {"styles.xml": part("styles", styles)},
    )
    found = read_source(data, "a.docx")
    assert (texts(found), told(found, "hidden")) == ([BODY], ("藏着",))


def test_a_hidden_row_of_a_table_is_told() -> None:
    """As hidden text is (17.4.20)."""
    cells = f"<w:tc>{paragraph('藏着')}</w:tc><w:tc>{paragraph('的行')}</w:tc>"
    found = read(f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cells}</w:tr></w:tbl>" + paragraph(BODY))
    assert (texts(found), told(found, "hidden")) == ([BODY], ("藏着的行",))


def test_character_styles_mark_as_runs_do() -> None:
    """Word's own Strong, and what is struck by a style."""
    strong, struck = (f'<w:rStyle w:val="{name}"/>' for name in ("Strong", "Struck"))
    found = read(
        paragraph("票价", run("不变", strong), run("也", f'{strong}<w:b w:val="0"/>'), run("划掉", struck))
        + paragraph(BODY),
        {"styles.xml": STYLES},
    )
    assert "票价{strong:不变}也划掉" in found.stories[0].text
    assert "exchange.struck" in [one.key for one in found.findings]


def field(*pieces: str) -> str:
    """A run of a field: `begin`, `separate`, `end`, or a piece of its code."""
    kinds = ("begin", "separate", "end")
    told = (
        f'<w:fldChar w:fldCharType="{one}"/>' if one in kinds else f"<w:instrText>{one}</w:instrText>" for one in pieces
    )
    return f"<w:r>{''.join(told)}</w:r>"


def formula(within: str) -> str:
    """A formula; its elements have no prefix here, as the reader knows none."""
    return f"<oMath>{within}</oMath>"


@pytest.mark.parametrize(
    ("within", "text"),
    [
        ("<f><num><t>1</t></num><den><t>2</t></den></f>", "1/2"),
        ("<f><num><t>a+b</t></num><den><t>12</t></den></f>", "(a+b)/12"),
        ('<d><dPr><begChr val="["/><endChr val="]"/></dPr><e><t>x</t></e></d>', "[x]"),
        ("<d><e><t>x</t></e><e><t>y</t></e></d>", "(x|y)"),
        ("<sSup><e><t>x</t></e><sup><t>2</t></sup></sSup>", "x{sup:2}"),
        ('<nary><naryPr><chr val="∑"/></naryPr><sub><t>i</t></sub><e><t>x</t></e></nary>', "∑{sub:i}x"),
        ("<rad><deg><t>3</t></deg><e><t>x+1</t></e></rad>", "{sup:3}√(x+1)"),
        ("<r><rPr><del/></rPr><t>旧</t></r><ins><r><t>新</t></r></ins>", "新"),
    ],
)
def test_a_formula_on_one_line_says_what_it_said(within: str, text: str) -> None:
    """A half was twelve."""
    found = read(paragraph(formula(within)) + paragraph(BODY))
    assert found.stories[0].text.split("\n")[2] == text
    assert "exchange.formulas" in [one.key for one in found.findings]
    assert told(found, "deleted") == (("旧",) if "旧" in within else ())


@pytest.mark.parametrize(
    ("inside", "key", "lost"),
    [
        (field("begin", "DATE") + run("没有结束"), "code", "DATE"),
        (field("begin", "EQ \\o(国,○)", "end"), "symbol", "EQ \\o(国,○)"),
        ("<w:r><w:pgNum/></w:r>", "code", "pgNum"),
        ('<w:r><w:sym w:font="Wingdings" w:char="004A"/></w:r>', "symbol", "Wingdings 004A"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>zhāng</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>", "mark", "zhāng"),
        ('<w:r><w:footnoteReference w:id="7"/></w:r>', "mark", "footnoteReference 7"),
        ('<w:subDoc r:id="r1"/>', "link", "subDoc r1"),
        (
            '<w:r><w:object><shape alt="票价表"/><OLEObject ProgID="Excel"/></w:object></w:r>',
            "picture",
            "票价表；Excel",
        ),
        ("<w:r><w:drawing><t>图里的字</t></w:drawing></w:r>", "picture", "图里的字"),
    ],
)
def test_what_is_no_text_is_told_by_name(inside: str, key: str, lost: str) -> None:
    """All of these were lost without a word, or told as nothing."""
    assert told(read(paragraph(run("甲"), inside) + paragraph(BODY)), key) == (lost,)


def test_a_form_s_choices_are_told() -> None:
    """What it shows of them is no text."""
    choices = '<w:ffData><w:ddList><w:listEntry w:val="早班"/><w:listEntry w:val="晚班"/></w:ddList></w:ffData>'
    body = f'<w:r><w:fldChar w:fldCharType="begin">{choices}</w:fldChar></w:r>' + field("FORMDROPDOWN", "end")
    assert told(read(paragraph(body) + paragraph(BODY)), "code") == ("早班 / 晚班", "FORMDROPDOWN")


def test_a_symbol_of_a_font_of_text_is_its_character() -> None:
    """WPS writes rare characters so."""
    found = read(paragraph(run("王"), '<w:r><w:sym w:font="宋体" w:char="9555"/></w:r>') + paragraph(BODY))
    assert texts(found)[0] == "王镕"


def test_footnotes_without_a_sign_and_chunks_of_any_name_are_told() -> None:
    """They are texts of the document."""
    chunk = '<Relationship Id="x" Type="o/aFChunk" Target="part7.html"/>'
    parts = {
        "footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{paragraph("没有引用的注")}</w:footnote>'),
        "_rels/document.xml.rels": f"<Relationships>{chunk}</Relationships>",
        "part7.html": "<p>另存的话</p>",
    }
    assert told(read(paragraph(BODY), parts), "other_body") == ("<p>另存的话</p>", "没有引用的注")


def test_a_deleted_cell_is_told_as_deleted() -> None:
    """Its neighbour that says the same stays."""
    cells = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('同')}</w:tc><w:tc>{paragraph('同')}</w:tc>"
    found = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph(BODY))
    assert (texts(found)[0], told(found, "deleted")) == ("同", ("同",))


def test_what_is_given_twice_is_read_where_it_has_something() -> None:
    """WPS has data of its own in the choice that nobody else reads."""
    given = '<mc:Choice Requires="wpsCustomData"/><mc:Fallback><w:t>字</w:t></mc:Fallback>'
    given = f"<mc:AlternateContent>{given}</mc:AlternateContent>"
    assert texts(read(paragraph(f"<w:r>{given}</w:r>") + paragraph(BODY)))[0] == "字"


def test_a_soft_hyphen_is_told() -> None:
    """It was passed over: it is a character, and one that nobody sees."""
    found = read(paragraph("<w:r><w:t>渡</w:t><w:softHyphen/><w:t>轮</w:t></w:r>") + paragraph(BODY))
    assert texts(found)[0] == "渡轮"
    assert [one.args["codes"] for one in found.findings if one.key == "exchange.unseen"] == [("U+00AD",)]


def moved(away: str, here: str) -> Read:
    """A document in which something was moved."""
    old = f"<w:moveFrom>{run(away)}</w:moveFrom>" if away else ""
    new = f"<w:moveTo>{run(here)}</w:moveTo>" if here else ""
    return read(paragraph(run("一"), old) + paragraph(new, run("二")) + paragraph(BODY))


def test_a_moved_piece_is_told_once_as_moved() -> None:
    """It stands in its new place, so nothing was deleted."""
    found = moved("挪动的话", "挪动的话")
    assert texts(found)[:2] == ["一", "挪动的话二"]
    assert (told(found, "moved"), told(found, "deleted")) == (("挪动的话",), ())
    assert "exchange.inserted" not in [one.key for one in found.findings]


def test_a_moved_piece_that_reads_otherwise_or_went_nowhere_is_told_as_such() -> None:
    """Its text would be lost else."""
    assert told(moved("挪动的话", "改过的话"), "changed_on_the_way") == ("挪动的话",)
    assert told(moved("挪动的话", ""), "deleted") == ("挪动的话",)
    assert "exchange.inserted" in [one.key for one in moved("", "挪动的话").findings]


WHITE, SHADED = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="C00000"/>'
LOOKS = part("styles", style("Loud", "<w:caps/>", kind="character") + style("Pale", WHITE))


@pytest.mark.parametrize(
    ("said", "styled", "key"),
    [
        ('<w:u w:val="single"/>', "", "underlined"),
        ('<w:u w:val="none"/>', "", None),
        ("<w:caps/>", "", "capitals"),
        ("<w:smallCaps/>", "", "capitals"),
        ('<w:rStyle w:val="Loud"/>', "", "capitals"),
        ('<w:rStyle w:val="Loud"/><w:caps w:val="0"/>', "", None),
        ('<w:highlight w:val="yellow"/>', "", "highlighted"),
        (WHITE, "", "pale"),
        ("", "Pale", "pale"),
        ('<w:color w:val="000000"/>', "Pale", None),
        ('<w:sz w:val="2"/>', "", "pale"),
        (WHITE + SHADED, "", None),
        ('<w:color w:val="FF0000"/>', "", None),
    ],
)
def test_a_look_that_changes_what_is_read_is_told(said: str, styled: str, key: str | None) -> None:
    """The text is copy all the same, and two runs that look alike are one piece."""
    style_of = f'<w:pStyle w:val="{styled}"/>' if styled else ""
    found = read(
        paragraph(run("sample ", said), run("词", said), said=style_of) + paragraph(BODY), {"styles.xml": LOOKS}
    )
    assert texts(found)[0] == "sample 词"
    keys = ("underlined", "capitals", "highlighted", "pale")
    assert {one: told(found, one) for one in keys if told(found, one)} == ({key: ("sample 词",)} if key else {})


def test_white_text_on_a_shaded_cell_is_seen() -> None:
    """As in the first row of many tables."""
    cells = f"<w:tc><w:tcPr>{SHADED}</w:tcPr>{paragraph(run('首行', WHITE))}</w:tc>"
    assert not told(read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph(BODY)), "pale")


def test_merged_cells_are_told() -> None:
    """Those that begin one, and none that goes on."""
    wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr>{said}</w:tcPr>{paragraph('格')}</w:tc></w:tr>" for said in (wide, first, below, "")
    )
    found = read(f"<w:tbl>{rows}</w:tbl>" + paragraph(BODY))
    assert [one.args["count"] for one in found.findings if one.key == "exchange.merged"] == [2]


def test_numbers_of_a_style_are_told_like_those_of_a_paragraph() -> None:
    """A template's headings have theirs so."""
    numbers = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    styles = part("styles", f'<w:style w:type="paragraph" w:styleId="N">{numbers}</w:style>')
    none = '<w:pStyle w:val="N"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("一项", said='<w:pStyle w:val="N"/>') + paragraph("无号", said=none) + paragraph(BODY)
    found = read(body, {"styles.xml": styles})
    assert [one.args["count"] for one in found.findings if one.key == "exchange.numbered"] == [1]


def test_a_drop_cap_is_the_beginning_of_its_paragraph() -> None:
    """Word has it as a paragraph of its own."""
    found = read(paragraph("渡", said='<w:framePr w:dropCap="drop"/>') + paragraph("轮停航。") + paragraph(BODY))
    assert texts(found)[0] == "渡轮停航。"


def test_cells_in_something_else_are_read_once() -> None:
    """Those of a table in such a cell were there twice."""
    within = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:sdt><w:sdtContent><w:tc>{paragraph('外')}{within}</w:tc></w:sdtContent></w:sdt></w:tr>"
    assert texts(read(f"<w:tbl>{row}</w:tbl>" + paragraph(BODY)))[0] == "外 内"


def test_what_stands_beside_the_copy_of_other_parts_is_told() -> None:
    """What was deleted in a comment, and the code of a footer."""
    parts = {
        "comments.xml": part("comments", f'<w:comment w:author="李">{paragraph("改", deleted("旧注"))}</w:comment>'),
        "footer1.xml": part("ftr", paragraph(field("begin", "PAGE", "separate"), run("1"), field("end"))),
        "glossary/document.xml": part("glossaryDocument", paragraph("构建块")),
    }
    found = read(paragraph(BODY), parts)
    assert told(found, "deleted") == ("旧注",)
    assert told(found, "code") == ("PAGE",)
    assert told(found, "data") == ("构建块",)


def test_what_stands_in_other_files_is_named() -> None:
    """A picture that is only linked: nobody looks for it."""
    link = '<Relationship Id="r5" Type="o/image" TargetMode="External" Target="file:///D:/a.jpg"/>'
    found = read(paragraph(BODY), {"_rels/document.xml.rels": f"<Relationships>{link}</Relationships>"})
    assert told(found, "outside") == ("file:///D:/a.jpg",)


def test_the_text_may_have_another_name() -> None:
    """The archive says which part it is."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx(paragraph("标题") + paragraph(BODY)))) as old, zipfile.ZipFile(out, "w") as new:
        new.writestr("word/document2.xml", old.read("word/document.xml"))
        link = '<Relationship Type="o/officeDocument" Target="/word/document2.xml"/>'
        new.writestr("_rels/.rels", f"<Relationships>{link}</Relationships>")
    assert texts(read_source(out.getvalue(), "a.docx")) == [BODY]
