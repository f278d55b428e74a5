"""A page's stories as ninjs: the same story files again, the same bytes every time, an item by the IPTC's schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.cli import main
from jxprint.description.canonical import spell_copy
from jxprint.description.editions import read_pages
from jxprint.description.stories import read_story
from jxprint.errors import Finding
from jxprint.exchange.ninjs_out import Issued, ninjs_of
from jxprint.exchange.sources import read_source
from jxprint.model import Page, Story
from schemas import SCHEMAS

TREE = Path(__file__).resolve().parent.parent
LAYOUT = TREE / "layout"
KEYS = ("kicker", "headline", "deck", "byline", "dateline")


@pytest.mark.parametrize("folder", ["jiaxing", "chaoxun"])
def test_the_pages_of_the_tree_come_back_byte_for_byte(folder: str, tmp_path: Path) -> None:
    """Written by one command and read by the other: every story file is the one that the page was made of."""
    item, back = tmp_path / "item.json", tmp_path / "back"
    assert main(["export", str(LAYOUT / folder), "-o", str(item)]) == 0
    assert main(["import", str(item), "-o", str(back)]) == 0
    stories = [
        part for page in read_pages([LAYOUT / folder]).pages for part in page.parts
        if isinstance(part, Story) and part.jump_from is None
    ]  # fmt: skip
    files = [Path(story.headline[0].place.file or "") for story in stories]
    assert files
    assert {one.name for one in back.iterdir()} == {"imported.json", *(one.name for one in files)}
    for one in files:
        assert (back / one.name).read_bytes() == one.read_bytes()


names = st.sampled_from(("strong", "kai", "dots", "name", "note", "sub", "sup"))
plain = st.text("字句 ab&<>\"'\u3000\u00a0·#＃一二", min_size=1, max_size=8).filter(lambda text: text.strip() != "")


@st.composite
def marked(draw: st.DrawFn, depth: int = 2) -> str:
    """A line of copy with markup in it."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        text = draw(plain)
        kind = draw(st.sampled_from(("plain", "mark", "link", "ruby")))
        within = draw(marked(depth - 1)) if depth and kind == "mark" else text
        pieces.append(
            {
                "plain": text,
                "mark": f"{{{draw(names)}:{within}}}",
                "link": f"{{link:{text}|https://a.cn/?x=1&y=%22}}",
                "ruby": f"{{ruby:{text}|zì & <b>}}",
            }[kind]
        )
    return "".join(pieces)


@given(
    st.fixed_dictionaries({"headline": st.lists(marked(), min_size=1, max_size=2)}, optional={
        "kicker": st.lists(marked(), max_size=2), "deck": st.lists(marked(), max_size=2),
        "byline": st.lists(marked(), max_size=2), "dateline": st.lists(marked(), max_size=1),
    }),
    st.lists(st.tuples(st.booleans(), marked()), max_size=4),
    marked(),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_a_story_that_is_written_reads_back_the_same(
    header: dict[str, list[str]], paragraphs: list[tuple[bool, str]], last: str
) -> None:
    """Whatever markup, blanks and marks of HTML stand in it."""
    lines = [f"{key}: {line.strip()}" for key in KEYS for line in header.get(key, []) if line.strip()]
    body = [("## " if is_subhead else "") + line.strip() for is_subhead, line in paragraphs] + [last.strip()]
    text = "\n".join([*lines, "", *body])
    findings: list[Finding] = []
    copy = read_story(text, "a.txt", findings)
    if any(one.severity == "error" for one in findings):
        return  # no story of ours: markup that may not stand within other, an empty line
    passages = {key: copy.lines(key) for key in KEYS}
    dateline = next(iter(passages["dateline"]), None)
    story = Story(
        letter="A", name="a", kicker=passages["kicker"], headline=passages["headline"], deck=passages["deck"],
        byline=passages["byline"], dateline=dateline, paragraphs=copy.paragraphs,
    )  # fmt: skip
    page = _page_with(story)
    back = read_source(ninjs_of([page], Issued()), "item.json").stories
    assert [one.text for one in back] == [spell_copy(passages, copy.paragraphs)]


def _page_with(story: Story) -> Page:
    from msgspec.structs import replace

    page = read_pages([LAYOUT / "jiaxing"]).pages[0]
    return replace(page, parts=(story,))


def test_the_same_page_is_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A time is told where one is given, and no clock is read."""
    for name in ("a", "b"):
        assert main(["export", str(LAYOUT / "jiaxing"), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"versionCreated" not in (tmp_path / "a").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["export", str(LAYOUT / "jiaxing"), "-o", str(tmp_path / "c")]) == 0
    item = json.loads((tmp_path / "c").read_bytes())
    assert item["versionCreated"] == "2023-11-14T22:13:20Z"
    before = json.loads((tmp_path / "a").read_bytes())
    assert [one["uri"] for one in item["associations"]] == [one["uri"] for one in before["associations"]]


def test_an_item_says_who_wrote_it_and_where(tmp_path: Path) -> None:
    """Names are in `by`, the place of a dateline is where it is located, the dateline runs into the text."""
    findings: list[Finding] = []
    text = "headline: 题\nbyline: 卓小舟\ndateline: 新华社杭州1月2日电\n\n## 小标题\n正文一。\n二。\n"
    copy = read_story(text, "a.txt", findings)
    story = Story(
        letter="A", name="a", headline=copy.lines("headline"), byline=copy.lines("byline"),
        dateline=copy.lines("dateline")[0], paragraphs=copy.paragraphs,
    )  # fmt: skip
    item = json.loads(ninjs_of([_page_with(story)], Issued()))["associations"][0]
    assert (item["by"], item["located"]) == ("卓小舟", "杭州")
    assert item["bodies"][0]["value"] == (
        '<p class="byline">卓小舟</p>\n<h2>小标题</h2>\n'
        '<p><span class="dateline">新华社杭州1月2日电</span>正文一。</p>\n<p>二。</p>'
    )
    assert item["bodies"][1]["value"] == "小标题\n新华社杭州1月2日电正文一。\n二。"


@pytest.mark.judges
@pytest.mark.parametrize("folder", ["jiaxing", "chaoxun"])
def test_an_item_is_valid_by_the_schema_of_the_iptc(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: Callable[[str], Any]
) -> None:
    """A known bad item is not."""
    jsonschema = module("jsonschema")
    file = SCHEMAS / "ninjs-3.1.json"
    if not file.is_file():
        pytest.skip("ninjs-3.1.json is not beside this checkout (../shared/schemas)")
    schema = json.loads(file.read_bytes())
    judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["export", str(LAYOUT / folder), "-o", str(tmp_path / "item.json")]) == 0
    item = json.loads((tmp_path / "item.json").read_bytes())
    assert not judge.is_valid({**item, "headline": "x"})
    assert not judge.is_valid({**item, "associations": [{**item["associations"][0], "pubStatus": "printed"}]})
    assert not [one.message for one in judge.iter_errors(item)]
