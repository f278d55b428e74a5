"""Word documents: what styles and odd elements say, and what of it is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from documents import docx, paragraph, part, run
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
