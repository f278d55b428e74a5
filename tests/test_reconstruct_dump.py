"""Dumps: whatever stands in a file, it is read with what is poor about it told, or refused by what it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.cli import main
from jxprint.errors import DescriptionError
from jxprint.messages import told
from jxprint.reconstruct.decoding import ENCODINGS, decoded, encoded, likely
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.turning import columns_of, rows_of, turned

SOURCE = (Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt").read_text(encoding="utf-8")
TRADITIONAL = (
    "本報訊　縣立圖書館昨日開放新閱覽室，讀者一百餘人前往參觀。館長說，新室有座位八十，藏書三千冊，晚上九時關門。"
    "有人問：是不是可以借書？館長答可以，每人每次兩本。附近的學生都很高興，說以後做功課有了好去處。"
)


def read(text: str) -> Evidence:
    """The evidence of a dump in UTF-8."""
    return read_dump(text.encode(), "dump.txt")


def told_of(evidence: Evidence) -> list[str]:
    """The keys of what is told."""
    return [finding.key for finding in evidence.findings]


def refused(data: bytes, encoding: str | None = None) -> str:
    """The key of the one error, which both languages have."""
    with pytest.raises(DescriptionError) as raised:
        read_dump(data, "dump.txt", encoding)
    (finding,) = raised.value.findings
    for language in ("en", "zh"):
        assert told(finding, language)
    return finding.key


def test_the_source_page_is_read_as_it_stands() -> None:
    """Its lines, numbers and gaps, and nothing to tell."""
    evidence = read(SOURCE)
    rows = SOURCE.split("\n")
    assert [line.text for line in evidence.lines] == [row for row in rows if row.strip()]
    assert all(rows[line.number - 1] == line.text for line in evidence.lines)
    assert [line.gap for line in evidence.lines[:4]] == [2, 1, 0, 1]
    assert told_of(evidence) == []


def test_a_byte_order_mark_is_no_text() -> None:
    """UTF-8 with one and without one are the same lines; UTF-16 with one is read."""
    lines = read(SOURCE).lines
    assert read_dump(SOURCE.encode("utf-8-sig"), "a").lines == lines
    wide = read_dump(SOURCE.encode("utf-16"), "a")
    assert wide.lines == lines
    assert told_of(wide) == ["dump.encoding"]


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [
        ("gb18030", "gb18030", SOURCE),
        ("gb18030", "GBK", SOURCE),
        ("cp950", "big5", TRADITIONAL),
        ("big5hkscs", "Big5-HKSCS", TRADITIONAL),
        ("utf-16-le", "utf-16le", SOURCE),
        ("utf-16-be", "utf-16be", TRADITIONAL),
    ],
)
def test_other_encodings_are_named_and_read_when_a_person_says_so(codec: str, name: str, text: str) -> None:
    """Refused with the option to give, and read with it."""
    data = text.encode(codec)
    with pytest.raises(DescriptionError, match="--encoding"):
        read_dump(data, "dump.txt")
    evidence = read_dump(data, "dump.txt", name)
    assert [line.text for line in evidence.lines] == [line.text for line in read(text).lines]
    assert "dump.encoding" in told_of(evidence)


def test_encodings_are_told_apart() -> None:
    """By the commonest characters of running Chinese."""
    assert likely(SOURCE.encode("gb18030")) == ["gb18030"]
    assert likely(TRADITIONAL.encode("cp950")) == ["cp950"]
    assert likely(SOURCE.encode("utf-16-le")) == ["utf-16-le"]
    assert likely("漢字".encode("shift_jis")) == []


def test_an_encoding_that_is_not_the_files() -> None:
    """Unknown, or one that the bytes are not in."""
    assert refused(SOURCE.encode(), "latin-1") == "dump.unknown_encoding"
    assert refused(SOURCE.encode(), "gb18030") == "dump.not_in_encoding"
    assert refused(SOURCE.encode("gb18030"), "utf-8") == "dump.not_in_encoding"
    assert "dump.rather_utf8" in told_of(read_dump("版面文字在这里的".encode(), "a", "gbk"))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "dump.empty"),
        (b"\n \r\n\t\n", "dump.empty"),
        (b"\xef\xbb\xbf", "dump.empty"),
        (b"%PDF-1.7\n", "dump.other_kind"),
        (b"PK\x03\x04....", "dump.other_kind"),
        (b"\x89PNG\r\n\x1a\n", "dump.other_kind"),
        (b"{\\rtf1 x}", "dump.other_kind"),
        (b"<?xml version='1.0'?><a/>", "dump.other_kind"),
        ("<!DOCTYPE html>\n<html><body><p>版面</p></body></html>".encode(), "dump.html"),
        (("<p>第一段</p>\n" * 20).encode(), "dump.html"),
        (b"a\0b\0\0\0c\x01\x02\x03", "dump.binary"),
        (bytes(range(1, 32)) * 9, "dump.binary"),
        (bytes(range(256)) * 9, "dump.no_text"),
        ("中文\n".encode() * 1_000_000, "dump.too_long"),
        (b"\n" * 1_000_000 + "完".encode(), "dump.too_long"),
        (b"x" * 9_000_000, "dump.too_long"),
    ],
)
def test_what_is_no_dump_is_refused_by_what_it_is(data: bytes, key: str) -> None:
    """One error each, with a hint in both languages; a million lines take a second."""
    start = time.process_time()
    assert refused(data) == key
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("只有一行。", "dump.one_line"),
        ("标题\n\n正文不长。", "dump.few_characters"),
        (SOURCE.replace("\n\n", "\n"), "dump.no_blank_lines"),
        (SOURCE.replace("\n", "\r\n", 9), "dump.mixed_ends"),
        (SOURCE + "\ufffd", "dump.damaged"),
        (SOURCE + "\u200b\x01", "dump.unseen"),
        (SOURCE + "\ue863", "dump.private_use"),
        (SOURCE + "锟斤拷锟斤拷", "dump.garbled"),
        (SOURCE + "﹁引文﹂", "dump.vertical_forms"),
        (SOURCE.replace("。", "."), "dump.stops"),
        (SOURCE.replace("“", '"').replace("”", '"'), "dump.quotes"),
        ("All about nothing\n\nThis is a text without a word of Chinese.", "dump.little_chinese"),
    ],
)
def test_how_poor_the_evidence_is_is_told(text: str, key: str) -> None:
    """The page is read all the same."""
    evidence = read(text)
    assert evidence.lines
    assert key in told_of(evidence)
    finding = next(one for one in evidence.findings if one.key == key)
    assert finding.severity in ("warning", "note")
    assert told(finding, "en") != told(finding, "zh")


def test_straight_quotes_open_and_close_again() -> None:
    """On the source page all of them, those about a column's end as well; Latin ones and inches stay."""
    straight = SOURCE.replace("“", '"').replace("”", '"')
    assert [line.text for line in read(straight).lines] == [line.text for line in read(SOURCE).lines]
    text = '他说:"好。"又说:"走!"\n55"电视，"一"与"二"。\nHe said "no" to "all" of it.\n"三"、"四"\n'
    assert [line.text for line in read(text).lines] == [
        "他说:“好。”又说:“走!”",
        '55"电视，“一”与“二”。',
        'He said "no" to "all" of it.',
        "“三”、“四”",
    ]


def test_a_blank_line_behind_every_printed_line_parts_nothing() -> None:
    """That is told; where paragraphs stand on one line each, blank lines part them."""
    text = SOURCE.replace("\n", "")
    printed = [text[at : at + 15] for at in range(0, len(text), 15)]
    assert "dump.all_blank_lines" in told_of(read("\n\n".join(printed)))
    assert "dump.all_blank_lines" not in told_of(read(SOURCE.replace("\n", "\n\n")))


def test_a_place_is_named() -> None:
    """Line and column of the first of its kind."""
    (finding,) = [one for one in read("标题\n\n一\ue001二\ue001").findings if one.key == "dump.private_use"]
    assert (finding.place.line, finding.place.column) == (3, 2)
    assert finding.args == {"count": 2, "codes": ("U+E001",)}


def test_private_use_is_kept_and_what_no_paper_shows_is_not() -> None:
    """In the lines that everything else is concluded from."""
    (line,) = read("一\ue863\u200b二\x02三\ufeff").lines
    assert line.text == "一\ue863二三"


def test_all_line_ends_end_lines() -> None:
    """Those of every system, form feeds and Unicode's own."""
    ends = ["\n", "\r\n", "\r", "\x0c", "\x0b", "\x85", "\u2028", "\u2029"]
    evidence = read("".join(f"第{k}行{end}" for k, end in enumerate(ends)))
    assert [line.text for line in evidence.lines] == [f"第{k}行" for k in range(len(ends))]


def test_a_damaged_file_is_read_with_its_damage_told() -> None:
    """A byte that was lost costs its character."""
    data = SOURCE.encode()
    evidence = read_dump(data[:700] + data[701:], "a")
    assert "dump.damaged" in told_of(evidence)
    assert sum(line.text.count("\ufffd") for line in evidence.lines) == 2


def _rows(text: str, depth: int) -> list[str]:
    columns = [text[at : at + depth].ljust(depth, "　") for at in range(0, len(text), depth)]
    return ["".join(column[k] for column in reversed(columns)) for k in range(depth)]


def test_rows_across_a_vertical_page_are_turned() -> None:
    """Each row has one character of every column, from right to left: read down they make words, across they do not."""
    long = [row for row in SOURCE.split("\n") if len(row) > 60]
    evidence = read("\n\n".join("\n".join(_rows(text, 15)) for text in long))
    assert "dump.turned" in told_of(evidence)
    assert "".join(line.text.rstrip("　") for line in evidence.lines) == "".join(long)
    assert evidence.lines[-1].gap == 0


def test_printed_lines_are_not_turned() -> None:
    """Lines of one length that are words across stay."""
    text = SOURCE.replace("\n", "")
    assert turned([text[at : at + 15] for at in range(0, 3000, 15)]) is None
    assert turned(["中文"] * 9) is None


@given(st.lists(st.lists(st.text("中文字 ", min_size=1, max_size=5), min_size=1, max_size=5), max_size=4))
def test_turning_goes_back(blocks: list[list[str]]) -> None:
    """Columns give their rows back, however uneven those are."""
    lines = [column for block in blocks for column in columns_of(block)]
    assert rows_of(lines, [list(map(len, block)) for block in blocks]) == [row for block in blocks for row in block]


@given(st.binary(max_size=40), st.sampled_from(sorted(set(ENCODINGS.values()))))
def test_decoding_goes_back(data: bytes, encoding: str) -> None:
    """Any bytes in any encoding: the text has what they say, and gives them back."""
    text = decoded(data, encoding)
    text.text.encode("utf-8")
    assert encoded(text) == data


@given(st.text("中国的，。a1 \n" + "\ue000\u3000\t", max_size=60), st.sampled_from(["gb18030", "utf-16-le", "utf-8"]))
def test_decoding_loses_nothing(text: str, encoding: str) -> None:
    """Good text is read as it was written."""
    assert decoded(text.encode(encoding), encoding).text == text


def test_the_command_refuses_with_the_code_of_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3, one error, one hint, in the reader's language; a folder is no dump."""
    dump = tmp_path / "dump.txt"
    dump.write_bytes(SOURCE.encode("gb18030"))
    assert main(["reconstruct", str(dump), "-o", str(tmp_path / "page")]) == 3
    assert "--encoding gb18030" in capsys.readouterr().err
    assert not (tmp_path / "page").exists()
    assert main(["--lang", "zh", "reconstruct", str(dump), "-o", str(tmp_path / "page")]) == 3
    assert "请加 --encoding gb18030" in capsys.readouterr().err
    assert main(["reconstruct", str(tmp_path), "-o", str(tmp_path / "page")]) == 3
    assert main(["reconstruct", str(tmp_path / "none.txt"), "-o", str(tmp_path / "page")]) == 3


def test_a_page_is_read_in_a_few_milliseconds() -> None:
    """Five thousand characters, without what is concluded from them."""
    data = (SOURCE * 2)[:5000].encode()
    read_dump(data, "a")
    start = time.process_time()
    for _ in range(10):
        read_dump(data, "a")
    assert (time.process_time() - start) / 10 < 0.015
