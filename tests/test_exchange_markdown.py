"""Markdown that newsrooms type: footnotes, links, tables, HTML; no text of it is lost without a word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from jxprint.exchange.sources import Read, read_source

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def read(text: str) -> Read:
    """A text with a headline of one line."""
    return read_source(f"# 渡轮加开夜航\n\n{text}\n".encode(), "a.md")


def told(read: Read, key: str) -> Sequence[object]:
    """The texts that one finding tells; nothing where it is not told."""
    found = next((one.args["texts"] for one in read.findings if one.key == f"exchange.{key}"), ())
    assert isinstance(found, tuple)
    return found


def texts(read: Read) -> list[str]:
    """The paragraphs of the one story, as they stand in its file."""
    return read.stories[0].text.split("\n\n", 1)[1].rstrip("\n").split("\n")


@pytest.mark.parametrize(
    "note",
    ["[^1]: 见昨日二版", "[^1]: 见昨日\n二版", "[^1]:\n    见昨日\n\n    二版", "> 引\n\n[^1]: 见昨日二版\n\n尾段。"],
    ids=["one line", "goes on", "indented", "between"],
)
def test_a_footnote_is_a_note_where_its_sign_stood(note: str) -> None:
    """Its sign was printed, and its text was told as %E8%A7%81…."""
    found = read(f"{BODY}[^1]为此。\n\n{note}")
    assert texts(found)[0] == f"{BODY}{{note:见昨日二版}}为此。"
    assert [one.args["count"] for one in found.findings if one.key == "exchange.footnotes"] == [1]
    assert "[^" not in found.stories[0].text


def test_notes_within_the_text_and_notes_with_markup() -> None:
    """Pandoc's own form; what a note says is marked as any text."""
    found = read(f"{BODY}^[即**本市**]\n\n{BODY}[^甲]\n\n[^甲]: 见[时刻表](https://a.cn/s)")
    assert texts(found) == [f"{BODY}{{note:即{{strong:本市}}}}", f"{BODY}{{note:见{{link:时刻表|https://a.cn/s}}}}"]


def test_signs_and_notes_that_have_no_partner_are_told() -> None:
    """A second sign is taken out, a note without one is left out, a sign without one stays."""
    text = f"{BODY}[^a]又[^a]。[^b]\n\n[^a]: 甲[^a]\n[^a]: 乙\n[^c]: 丙"
    found = read(text)
    assert texts(found) == [f"{BODY}{{note:甲}}又。[^b]"]
    assert told(found, "mark") == ("[^a]", "[^a]")
    assert set(told(found, "other_body")) == {"乙", "丙"}


def test_what_looks_like_a_note_within_code_is_text() -> None:
    """Fenced, and with a backslash."""
    found = read(f"{BODY}\\[^1]\n\n```\n[^1]: 不是脚注\n```")
    assert texts(found) == [f"{BODY}[^1]", "[^1]: 不是脚注"]


def test_addresses_are_told_in_the_characters_that_were_typed() -> None:
    """Those that copy cannot lead to; one that a link stands for is not left out."""
    found = read(f"{BODY}[附件](附件.docx)和[时刻表][一]\n\n[一]: https://a.cn/s\n[二]: 旧表.xls")
    assert texts(found) == [f"{BODY}附件和{{link:时刻表|https://a.cn/s}}"]
    assert set(told(found, "link")) == {"附件.docx", "[二]: 旧表.xls"}


def test_hidden_html_is_told_as_hidden_text() -> None:
    """As in a Word document; a line break within it breaks nothing."""
    found = read(f'<p hidden>藏着</p>\n\n{BODY}<span style="display: none">的<br>字</span>。\n')
    assert texts(found) == [f"{BODY}。"]
    assert told(found, "hidden") == ("藏着", "的字")


def test_files_and_values_that_html_shows_are_told() -> None:
    """Films and sounds are files as pictures are; a form's value is text that a reader sees."""
    inside = '<video src="v.mp4"></video><audio src="a.mp3"></audio><img src="p.png" alt="码头"><input value="早班">'
    found = read(f"{BODY}\n\n<div>{inside}</div>\n\n![岸][p]\n\n[p]: q.png")
    assert told(found, "picture") == ("v.mp4", "a.mp3", "码头 p.png", "岸 q.png")
    assert (told(found, "data"), told(found, "link")) == (("早班",), ())


@pytest.mark.parametrize("struck", ["~~停航~~", "<del>停航</del>", "<s>停航</s>"])
def test_what_is_struck_through_stays_and_is_told(struck: str) -> None:
    """As in a Word document."""
    found = read(f"{BODY}{struck}")
    assert texts(found) == [f"{BODY}停航"]
    assert [one.args["count"] for one in found.findings if one.key == "exchange.struck"] == [2]
