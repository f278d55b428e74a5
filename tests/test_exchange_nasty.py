"""What a tired newsroom sends: files in odd encodings, nested without end, held back and corrected in odd words."""

from __future__ import annotations

import json

import pytest

from jxprint.errors import DescriptionError, Finding
from jxprint.exchange.sources import Read, read_source

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"
NITF = (
    "<nitf><body><body.head><hedline><hl1>题</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"
)
CNML = (
    "<CNML><Items><Item><Contents><ContentItem><DataContent><![CDATA[{}]]></DataContent></ContentItem></Contents>"
    "</Item></Items></CNML>"
)


def refused(data: bytes, name: str) -> Finding:
    """The one finding by which a source is refused, in the file that it was in."""
    with pytest.raises(DescriptionError) as caught:
        read_source(data, name)
    (found,) = caught.value.findings
    assert found.place.file == name
    assert str(caught.value)
    return found


def told(read: Read, key: str) -> object:
    """The texts that one finding tells; None where it is not told."""
    return next((one.args.get("texts", one.args) for one in read.findings if one.key == f"exchange.{key}"), None)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \r\n"])
def test_a_byte_order_mark_alone_is_an_empty_file(data: bytes) -> None:
    """And no story whose text is not found."""
    assert refused(data, "a.txt").key == "exchange.blank"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("said", ["UTF-8", "GB18030", "utf-16"])
def test_a_byte_order_mark_is_believed_and_not_what_the_file_calls_itself(encoding: str, said: str) -> None:
    """Programs of Windows write one before a declaration that they leave as it was."""
    data = f'<?xml version="1.0" encoding="{said}"?>{NITF.format(f"<p>{BODY}</p>")}'.encode(encoding)
    assert read_source(data, "a.xml").stories[0].paragraphs[0].text == BODY


@pytest.mark.parametrize("said", ["", '<?xml version="1.0" encoding="UTF-8"?>\n'])
def test_bytes_that_are_not_as_the_file_says_are_told_as_such(said: str) -> None:
    """Not as a damaged file: it is sound GB 18030."""
    found = refused(f"{said}{NITF.format(f'<p>{BODY}</p>')}".encode("gb18030"), "a.xml")
    assert (found.key, found.args["encoding"], found.place.line) == (
        "sources.other_encoding",
        "UTF-8",
        said.count("\n") + 1,
    )


@pytest.mark.parametrize("text", [BODY, "嘉兴海宁观潮", "通知：票价不变"])
def test_text_that_was_misread_on_its_way_is_told_with_what_it_may_have_been(text: str) -> None:
    """UTF-8 that somebody saved as GBK; the same text unspoiled says nothing."""
    garbled = text.encode().decode("gb18030", "replace")
    found = told(read_source(f"标题\n{garbled}\n{BODY}".encode(), "a.txt"), "misread")
    assert isinstance(found, dict)
    assert text.startswith(str(found["meant"])[:4])
    assert told(read_source(f"标题\n{text}\n{BODY}".encode(), "a.txt"), "misread") is None


def test_characters_of_private_use_stay_and_are_told() -> None:
    """They mean something in one font alone; what is no character at all goes."""
    read = read_source(f"标题\n王\ue123镕\U0001ffff{BODY}".encode(), "a.txt")
    assert read.stories[0].paragraphs[0].text == f"王\ue123镕{BODY}"
    codes = {one.key: one.args["codes"] for one in read.findings}
    assert codes == {"exchange.private": ("U+E123",), "exchange.controls": ("U+1FFFF",)}


def test_controls_and_halves_of_characters_are_counted_apart() -> None:
    """One number stood for both, and two codes behind it."""
    item = {"uri": "x", "headline": "标\ud800题", "body_text": f"a\0{BODY}"}
    read = read_source(json.dumps(item).encode(), "a.json")
    controls = next(one for one in read.findings if one.key == "exchange.controls")
    assert (controls.args["count"], controls.args["codes"]) == (1, ("U+0000",))
    assert "exchange.damaged" in [one.key for one in read.findings]


DEEP_LIST = "\n".join(f"{'  ' * deep}- 第{deep}层" for deep in range(60))


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (f"# 题\n\n{'>' * 120} {BODY}", "a.md", "exchange.too_deep"),
        (f"# 题\n\n{DEEP_LIST}\n\n{BODY}", "a.md", "exchange.too_deep"),
        (f"# 题\n\n{'<b>' * 300}{BODY}", "a.md", "exchange.too_deep"),
        (CNML.format("<div>" * 20_000 + BODY), "a.xml", "exchange.too_deep"),
        (json.dumps({"uri": "x", "body_html": "<div>" * 20_000 + BODY}), "a.json", "exchange.too_deep"),
        (NITF.format("<div>" * 150 + BODY + "</div>" * 150), "a.xml", "sources.too_deep"),
    ],
)
def test_what_is_nested_without_end_is_refused(data: str, name: str, key: str) -> None:
    """Quotations and lists lost what stood in the twenty-first; elements took a quarter of a minute."""
    assert refused(data.encode(), name).key == key


def test_what_is_nested_as_deeply_as_anybody_writes_is_read() -> None:
    """Every item of a list in a list in a list."""
    deep = "\n".join(f"{'  ' * at}- 第{at}层" for at in range(30))
    read = read_source(f"# 题\n\n{deep}\n\n{BODY}".encode(), "a.md")
    assert [one.text for one in read.stories[0].paragraphs] == [*(f"第{at}层" for at in range(30)), BODY]


@pytest.mark.parametrize(
    "line",
    [
        "★★严禁提前刊发★★",
        "ＥＭＢＡＲＧＯ：2026年12月1日",
        "Not for release before 6pm",
        "时限：12月1日0时",
        "仅供12月1日及以后使用",
        "请于12月1日见报",
        "本稿限明日见报",
        "稿件保密，勿外传",
    ],
)
def test_a_line_that_holds_copy_back_is_no_headline(line: str) -> None:
    """In whatever words; it was set as one, and the headline as a byline."""
    read = read_source(f"{line}\n杭州暴雨\n{BODY}\n{BODY}".encode(), "a.txt")
    assert told(read, "embargo") == (line,)
    assert read.stories[0].header["headline"][0].text == "杭州暴雨"


@pytest.mark.parametrize("at", [0, 9])
@pytest.mark.parametrize(
    "line",
    [
        "本稿12月1日前不得刊发。",
        "编辑注意：12月1日18时前禁发",
        f"各用户单位：此稿{'未经许可' * 9}不得在任何媒体上提前刊发。",
    ],
)
def test_a_paragraph_that_holds_copy_back_is_told_and_stays(line: str, at: int) -> None:
    """Where it may be part of the copy, in the middle or as a sentence, nobody but an editor takes it out."""
    lines = [BODY] * 20
    read = read_source("\n".join(["杭州暴雨", *lines[:at], line, *lines[at:]]).encode(), "a.txt")
    assert told(read, "embargo") == (line,)
    assert (line in read.stories[0].text) is (at > 0 or line.endswith("。"))


def test_news_about_what_may_not_be_published_is_news() -> None:
    """Only copy that speaks of itself is held back."""
    line = "公司表示，有关数据在交易结束前不得对外发布，限售股将于十二月解禁。"
    assert told(read_source(f"标题\n{line}\n{BODY}".encode(), "a.txt"), "embargo") is None


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("（更正稿）", "version"),
        ("更正稿：杭州暴雨", "version"),
        ("更新：第三段数字有误", "version"),
        ("（以此稿为准）", "version"),
        ("前稿作废", "version"),
        ("（改2）", "version"),
        ("注意：此稿已撤销", "killed"),
        ("作废", "killed"),
    ],
)
def test_a_line_that_corrects_copy_is_none_of_it(line: str, key: str) -> None:
    """It went into the copy, or stood as a byline."""
    read = read_source(f"杭州暴雨\n{line}\n{BODY}\n{BODY}".encode(), "a.txt")
    assert told(read, key) == (line,)
    assert read.stories[0].text == f"headline: 杭州暴雨\n\n{BODY}\n{BODY}\n"


def test_what_takes_copy_back_behind_its_end_is_no_subhead() -> None:
    """It was set as one."""
    read = read_source(f"杭州暴雨\n{BODY}\n（完）\n以上稿件作废，请用新稿\n".encode(), "a.txt")
    assert told(read, "killed") == ("以上稿件作废，请用新稿",)
    assert read.stories[0].text == f"headline: 杭州暴雨\n\n{BODY}\n"


def test_a_day_that_there_is_not_is_no_time() -> None:
    """What the line says is kept all the same."""
    data = read_source(f"解禁时间：2026-13-45\n杭州暴雨\n{BODY}".encode(), "a.txt").stories[0].data
    assert (data["embargo"], "embargoed_until" in data) == ("解禁时间：2026-13-45", False)
