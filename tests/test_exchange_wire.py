"""Wire copy (通稿) says of itself that it is corrected, held back or a feature; in whatever place it says so."""

from __future__ import annotations

import json

import pytest

from jxprint.exchange.sources import Read, read_source

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def read(text: str) -> Read:
    """Copy as it comes from an agency."""
    return read_source(text.encode(), "wire.txt")


def told(read: Read, key: str) -> object:
    """The texts that one finding tells; None where it is not told."""
    return next((one.args["texts"] for one in read.findings if one.key == f"exchange.{key}"), None)


def test_a_corrected_version_is_told_wherever_it_says_so() -> None:
    """Behind the headline, within the dateline, behind the text; none of it is printed."""
    found = read(
        f"大潮之前话渔家（修改稿）\n新华社北京9月1日电（修改稿）（记者张三、李四）{BODY}\n{BODY}（更正稿：第二段）\n"
    )
    assert told(found, "version") == ("（修改稿）", "（修改稿）", "（更正稿：第二段）")
    assert found.stories[0].text == (
        f"headline: 大潮之前话渔家\ndateline: 新华社北京9月1日电（记者张三、李四）\n\n{BODY}\n{BODY}\n"
    )
    assert found.stories[0].data["version"] == "（修改稿） / （修改稿） / （更正稿：第二段）"


def test_a_draft_of_a_law_is_told_and_stays() -> None:
    """Whether the law or the copy was revised nobody can tell from here."""
    found = read(f"渡轮管理条例（修订稿）\n{BODY}\n{BODY}\n")
    assert told(found, "version") == ("（修订稿）",)
    assert found.stories[0].header["headline"][0].text == "渡轮管理条例（修订稿）"


@pytest.mark.parametrize("line", [f"他在（修改稿）上写道：{BODY}", f"{BODY}第二版（修改稿）还在他手里。"])
def test_a_draft_in_a_sentence_is_part_of_it(line: str) -> None:
    """A reporter may write about drafts."""
    found = read(f"标题一行\n{line}\n{BODY}\n")
    assert told(found, "version") is None
    assert found.stories[0].paragraphs[0].text == line


@pytest.mark.parametrize("who", ["", "（记者卓小舟）"])
def test_a_feature_has_its_headline_behind_its_dateline(who: str) -> None:
    """新华社北京9月1日电　题：… and a line of names under it."""
    found = read(
        f"　　新华社北京9月1日电{who}　题：大潮之前话渔家\n　　——东海见闻\n　　新华社记者卓小舟、林海\n"
        f"　　{BODY}\n　　{BODY}\n"
    )
    assert found.stories[0].text == (
        "headline: 大潮之前话渔家\ndeck: ——东海见闻\nbyline: 新华社记者卓小舟、林海\n"
        f"dateline: 新华社北京9月1日电{who}\n\n{BODY}\n{BODY}\n"
    )
    assert told(found, "label") == ("题：",)


def test_a_headline_that_is_said_twice_is_told() -> None:
    """Agencies send a feature's headline above its dateline as well."""
    found = read(
        f"（经济）通讯：大潮之前话渔家\n新华社北京9月1日电　题：大潮之前话渔家\n新华社记者林海\n{BODY}\n{BODY}"
    )
    assert found.stories[0].header["headline"][0].text == "通讯：大潮之前话渔家"
    assert found.stories[0].header["byline"][0].text == "新华社记者林海"
    assert told(found, "label") == ("题：大潮之前话渔家",)
    other = read(f"另有标题\n新华社北京9月1日电　题：大潮之前话渔家\n{BODY}\n{BODY}")
    assert other.stories[0].paragraphs[0].text == "题：大潮之前话渔家"


def test_a_headline_may_stand_on_the_next_line() -> None:
    """Behind 题： there is nothing then."""
    found = read(f"新华社北京9月1日电　题：\n大潮之前话渔家\n新华社记者林海\n{BODY}\n{BODY}")
    assert found.stories[0].text == (
        f"headline: 大潮之前话渔家\nbyline: 新华社记者林海\ndateline: 新华社北京9月1日电\n\n{BODY}\n{BODY}\n"
    )


@pytest.mark.parametrize("line", ["渡轮夜航（1月3日6时前请勿发表）", "【禁发】渡轮夜航"])
def test_an_embargo_in_brackets_leaves_the_headline(line: str) -> None:
    """The whole line went with it."""
    found = read(f"{line}\n{BODY}\n{BODY}")
    assert found.stories[0].header["headline"][0].text == "渡轮夜航"
    assert told(found, "embargo") == (line.replace("渡轮夜航", ""),)


def test_the_version_of_the_file_and_what_the_copy_says_are_both_kept() -> None:
    """One was written over the other."""
    item = {"uri": "urn:x", "version": "7", "headline": "渡轮（二稿）", "body_text": f"{BODY}\n{BODY}"}
    assert read_source(json.dumps(item).encode(), "a.json").stories[0].data["version"] == "7 / （二稿）"


NITF = (
    "<nitf><head><docdata>{}</docdata></head><body><body.head><hedline><hl1>渡轮</hl1></hedline></body.head>"
    f"<body.content><p>{BODY}</p></body.content></body></nitf>"
)


@pytest.mark.parametrize(
    ("dates", "held"),
    [
        ('<date.issue norm="20260901T080000Z"/><date.release norm="20990101T000000+0800"/>', True),
        ('<date.issue norm="20990101"/><date.release norm="20990101"/>', True),
        ('<date.issue norm="20200101T080000Z"/><date.release norm="20200101T160000+0800"/>', False),
        ('<date.release norm="20200101"/>', False),
        ('<date.release norm="soon"/>', True),
    ],
)
def test_nitf_that_is_not_released_yet_is_told(dates: str, held: bool) -> None:
    """Later than it was issued, or than now, or nobody knows when."""
    found = read_source(NITF.format(dates).encode(), "a.xml")
    assert ("exchange.embargo" in [one.key for one in found.findings if one.severity == "warning"]) is held
    assert ("embargoed_until" in found.stories[0].data) is held


def test_nitf_and_ninjs_that_correct_are_told_as_such() -> None:
    """An element of its own, and notes to editors."""
    one = '<correction info="第二段的数字" id-string="n1"/><ed-msg info="更正：末班船九点"/>'
    assert told(read_source(NITF.format(one).encode(), "a.xml"), "version") == ("更正：末班船九点", "第二段的数字 n1")
    item = {
        "uri": "urn:x",
        "headline": "渡轮",
        "body_text": BODY,
        "ednote": "（修改稿）第二段",
        "embargoed": "2099-01-01T00:00:00Z",
    }
    found = read_source(json.dumps(item).encode(), "a.json")
    assert (told(found, "version"), told(found, "embargo")) == (("（修改稿）第二段",), ("2099-01-01T00:00:00Z",))
