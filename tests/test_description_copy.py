"""Copy files: encodings, header lines, paragraphs, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from jxprint.description.encodings import read_text
from jxprint.description.stories import read_paragraphs, read_story
from jxprint.errors import Finding
from jxprint.messages import render

_COPY = "headline: 秀洲：人才之城\nbyline: 沈沉缘 李晓芳\n\n近年来，秀洲区打造梦想之城。\n"


def _read(tmp_path: Path, data: bytes) -> tuple[str | None, list[Finding]]:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    findings: list[Finding] = []
    return read_text(file, "a.txt", findings), findings


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", []), ("utf-8-sig", []), ("gb18030", ["GB 18030"]), ("utf-16", ["UTF-16"]), ("utf-32", ["UTF-32"])],
)
def test_encodings_are_read_and_told(tmp_path: Path, encoding: str, told: list[str]) -> None:
    """UTF-8 is read in silence; GB 18030 and UTF-16 are read as what they are, and a note says so."""
    text, findings = _read(tmp_path, _COPY.encode(encoding))
    assert text == _COPY
    assert [finding.args["encoding"] for finding in findings] == told
    assert all((finding.key, finding.severity) == ("copy.other_encoding", "note") for finding in findings)


@pytest.mark.parametrize(
    ("data", "likely"),
    [("近年來，開發區打造夢想之城。".encode("big5"), "Big5"), (b"caf\xe9 \x93fin\x94.", "Windows-1252")],
)
def test_undecidable_bytes_are_refused(tmp_path: Path, data: bytes, likely: str) -> None:
    """Bytes that are neither UTF-8 nor plainly GB 18030 are not guessed at; the likely encodings are named."""
    text, findings = _read(tmp_path, b"one\n" + data)
    assert text is None
    assert findings[0].key == "copy.undecidable"
    assert findings[0].place.line == 2
    assert likely in str(findings[0].args["likely"])
    assert "UTF-8" not in str(findings[0].args["likely"])


@pytest.mark.parametrize("line", ["##小标题", "### 小标题", "＃＃ 小标题", "#＃ 小标题", "###"])
def test_what_is_meant_as_a_subhead_is_no_body_text(line: str) -> None:
    """A mark without its blank, or one too many, was printed as it stood."""
    findings: list[Finding] = []
    story = read_story(f"headline: a\n\n甲\n{line}\n#话题# 乙\n## 丙\n", "a.txt", findings)
    assert [(one.key, str(one.place)) for one in findings] == [("copy.bad_subhead", "a.txt:4:1")]
    assert [paragraph.text for paragraph in story.paragraphs] == ["甲", "#话题# 乙", "丙"]


@pytest.mark.parametrize(("bytes_", "code"), [(b"\xed\xa0\x80", "U+D800"), (b"\xed\xbf\xbf", "U+DFFF")])
def test_half_of_a_surrogate_pair_is_told_at_its_place(tmp_path: Path, bytes_: bytes, code: str) -> None:
    """It was called Windows-1252, whose bytes these may be too."""
    findings: list[Finding] = []
    (tmp_path / "a.txt").write_bytes("嘉兴\n南湖".encode() + bytes_ + "茶\n".encode())
    assert read_text(tmp_path / "a.txt", "a.txt", findings) is None
    (finding,) = findings
    assert (finding.key, finding.place.line, finding.place.column) == ("copy.half_surrogate", 2, 3)
    assert code in render(finding, "zh")
    assert bytes_.hex(" ").upper() in render(finding, "en")


def test_what_is_no_text_is_told_as_that(tmp_path: Path) -> None:
    """Bytes that no encoding has: nothing likely is named, UTF-8 least of all."""
    text, findings = _read(tmp_path, b"\xff\xff\x81\x8d\xff")
    assert text is None
    assert [one.key for one in findings] == ["copy.no_text"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "ZIP, DOCX, EPUB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97"),
        (b"{\\rtf1\\ansi copy}", "RTF"),
        (b"%PDF-1.7\n1 0 obj\n", "PDF"),
    ],
)
def test_a_document_named_as_copy_is_told_as_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    """A zero byte made Word's documents likely UTF-16, and RTF was set as it stands."""
    text, findings = _read(tmp_path, data)
    assert text is None
    assert [(one.key, one.args) for one in findings] == [("copy.other_kind", {"kind": kind})]


def test_line_ends_of_windows_are_line_ends(tmp_path: Path) -> None:
    """CR LF reads as LF; a lone CR is refused where it stands."""
    assert _read(tmp_path, b"a\r\nb\r\n") == ("a\nb\n", [])
    text, findings = _read(tmp_path, "甲\n乙丙\r丁".encode())
    assert text is None
    assert (findings[0].key, str(findings[0].place)) == ("copy.lone_cr", "a.txt:2:3")


def test_header_in_chinese_words_and_full_width_colon() -> None:
    """The words of the trade and the colon of a Chinese keyboard are understood; a colon in the head stays."""
    findings: list[Finding] = []
    story = read_story("标题：秀洲：人才\n标题: 第二行\n署名 ： 沈沉缘\n电头:本报讯\n\n正文。", "a.txt", findings)
    assert [line.text for line in story.lines("headline")] == ["秀洲：人才", "第二行"]
    assert story.lines("byline")[0].text == "沈沉缘"
    assert story.lines("dateline")[0].text == "本报讯"
    assert findings == []


def test_places_point_at_the_first_character() -> None:
    """A passage's column is that of its own first character, after keys, indents and marks."""
    findings: list[Finding] = []
    story = read_story("headline: 甲\n\n　　第一段。\n## 小标题\n第二段。\n", "a.txt", findings)
    assert str(story.lines("headline")[0].place) == "a.txt:1:11"
    assert [str(one.passage.place) for one in story.paragraphs] == ["a.txt:3:3", "a.txt:4:4", "a.txt:5:1"]
    assert [one.kind for one in story.paragraphs] == ["body", "subhead", "body"]
    assert [(one.key, one.severity, str(one.place)) for one in findings] == [
        ("copy.blanks_stripped", "note", "a.txt:3:3")
    ]


def test_blank_lines_between_paragraphs_are_allowed() -> None:
    """One paragraph a line, with or without blank lines between, is the same copy."""
    close, loose = (read_paragraphs(text, "s.txt", []) for text in ("甲。\n乙。\n", "\n甲。\n\n\n乙。"))
    assert [one.text for one in close] == [one.text for one in loose] == ["甲。", "乙。"]


@pytest.mark.parametrize(
    ("copy", "key", "place"),
    [
        ("\n \n", "copy.empty", "a.txt:1:1"),
        ("只有一行", "copy.no_header", "a.txt:1:1"),
        ("headline: 甲\n只有一行\n\n乙", "copy.not_a_header", "a.txt:2:1"),
        ("headlin: 甲\n\n乙", "copy.unknown_header_near", "a.txt:1:1"),
        ("地点: 甲\nheadline: 甲\n\n乙", "copy.unknown_header", "a.txt:1:1"),
        ("headline: 甲\nbyline:\n\n乙", "copy.empty_header", "a.txt:2:1"),
        ("headline: 甲\n电头: 一\n电头: 二\n\n乙", "copy.second_dateline", "a.txt:3:1"),
        ("byline: 甲\n\n乙", "copy.no_headline", "a.txt:1:1"),
        ("headline: 甲\n", "copy.no_paragraphs", "a.txt:1:1"),
        ("headline: 甲\n\n##\n乙", "copy.empty_subhead", "a.txt:3:1"),
        ("headline: 甲\n\n乙\t丙", "copy.tab", "a.txt:3:2"),
        ("headline: 甲\n\n乙丙\ufffd", "copy.damaged", "a.txt:3:3"),
        ("headline: 甲\x07\n\n乙", "copy.control", "a.txt:1:12"),
        ("headline: 甲\n\n　乙\u200b丙", "copy.unseen", "a.txt:3:3"),
    ],
)
def test_bad_copy_is_told_at_its_place(copy: str, key: str, place: str) -> None:
    """What is wrong with a story file is told with line and column."""
    findings: list[Finding] = []
    read_story(copy, "a.txt", findings)
    assert (key, place) in [(one.key, str(one.place)) for one in findings]


def test_a_standfirst_has_no_subheads() -> None:
    """A mark for a subhead in the standfirst is refused, and so is a standfirst without words."""
    findings: list[Finding] = []
    read_paragraphs("## 小\n甲", "s.txt", findings)
    read_paragraphs(" \n", "s.txt", findings)
    assert [one.key for one in findings] == ["copy.subhead_in_standfirst", "copy.empty"]
