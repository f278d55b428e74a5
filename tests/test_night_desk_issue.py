"""What an edition tells of its pages: folios, stories sent twice, nameplates; plain values in, plain answers out."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from hand_placed import placed, story
from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.messages import render
from jxprint.model import Accepted, Nameplate, Page, PageMakeup, Paragraph, Passage, Story
from jxprint.model import Folio as FolioLine
from jxprint.night_desk import inspect, inspect_across
from jxprint.night_desk.across import across_pages
from jxprint.night_desk.dates import Folio, folio_slips, section_slip
from jxprint.night_desk.issue import is_unmarked, larger_than_nameplate, twice
from jxprint.night_desk.page_words import ahead_of

DAY = date(2024, 3, 26)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("嘉兴日报 2024年3月26日 星期二 第3版", []),
        ("2024-03-26 周二 03版", []),
        ("2024年3月26日 星期三 第3版", ["day"]),
        ("2024年3月25日 星期一 第3版", ["date", "day"]),
        ("星期二 第四版", ["number"]),
        ("星期天 第三版", ["day"]),
        ("2024年2月30日", ["date"]),
        ("责任编辑 张三", []),
    ],
)
def test_a_folio_says_what_the_edition_says(text: str, wrong: list[str]) -> None:
    """Day, weekday and number; what it does not say it need not."""
    assert [slip.what for slip in folio_slips([text], Folio(DAY, (3,)))] == wrong


def test_a_slip_says_what_stands_there_and_what_should() -> None:
    """In the folio's own way of writing it."""
    (slip,) = folio_slips(["2024年3月26日 周四"], Folio(DAY, (3,)))
    assert (slip.said, slip.so) == ("周四", "周二")
    (slip,) = folio_slips(["第十二版"], Folio(DAY, (2,)))
    assert (slip.said, slip.so) == ("第十二版", "第2版")
    assert folio_slips(["第十二版"], Folio(DAY, (12,))) == []


def test_without_an_edition_a_folio_is_held_to_its_own_date() -> None:
    """Its weekday has to be that date's."""
    assert [slip.what for slip in folio_slips(["2024年3月26日 星期三"])] == ["day"]
    assert folio_slips(["星期三 第3版"]) == []


@pytest.mark.parametrize(
    ("pieces", "wrong"),
    [
        (["Tuesday, March 26, 2024", "No. 7"], []),
        (["Wednesday"], ["day"]),
        (["2024年3月26日", "星期二 Wednesday"], ["day"]),
        (["March 25, 2024"], ["date"]),
        (["25 Mar. 2024"], ["date"]),
        (["Sept 31, 2024"], ["date"]),
        (["2024年3月26日", "星期二", "农历甲辰年二月十七", "第7期", "今日八版"], []),
        (["第9期"], ["issue"]),
        (["第7期 总第20,145期"], []),
        (["总第20,145期", "第7期"], []),
        (["总第9期", "第8期"], ["issue"]),
        (["1949年5月9日创刊", "2024年3月26日"], []),
        (["每周五出版", "星期二"], []),
        (["责任编辑：周一鸣"], []),
        (["周一第3版"], ["day"]),
        (["二〇二四年三月二十六日　星 期 四"], ["day"]),
        (["二〇二四年三月二十六日　星 期 二"], []),
        (["二〇二四年三月二十七日"], ["date"]),
        (["26 March 2024 Thu"], ["day"]),
        (["26 March 2024, Tues"], []),
        (["2024年3月26日", "星期二", "2024年3月25日　星期二"], ["day"]),
        (["2024年3月26日", "星期二", "2024年3月25日　星期一"], []),
        (["星期二", "星期一"], ["day"]),
        (["第7期", "第9期"], ["issue"]),
        (["第7期", "副刊第9期"], []),
        (["2024年3月25日", "星期日"], ["date", "day"]),
    ],
    ids=" ".join,
)
def test_all_that_a_folio_may_say_of_the_day_is_looked_at(pieces: list[str], wrong: list[str]) -> None:
    """Weekday and date in both languages, and the issue; not when a paper was founded, how often it comes out, or how
    many pages it has.
    """
    slips = folio_slips(pieces, Folio(DAY, (), "7"))
    assert [slip.what for slip in slips] == wrong
    assert all(slip.said in pieces[slip.piece] or slip.what == "date" for slip in slips)


@pytest.mark.parametrize(
    ("pieces", "numbers", "so"),
    [
        (["第5-6版"], (4, 5), ["第4-5版"]),
        (["第4-5版"], (4, 5), []),
        (["第四、五版"], (4, 5), []),
        (["第4版—第5版"], (4, 5), []),
        (["第４、５版"], (4, 5), []),
        (["第4版", "第5版"], (4, 5), []),
        (["第4版"], (4, 5), []),
        (["特刊　第5版"], (4, 5), []),
        (["第5版", "第4版"], (4, 5), ["第4版", "第5版"]),
        (["第6版"], (4, 5), ["第4-5版"]),
        (["第4版", "第6版"], (4, 5), ["第5版"]),
        (["第4-5版"], (4,), ["第4版"]),
        (["Page 4"], (3,), ["Page 3"]),
        (["PAGE 03", "第3版"], (3,), []),
        (["第3版", "Page 4"], (3,), ["Page 3"]),
        (["Pages 4–5"], (4, 5), []),
        (["Pages 6-7"], (4, 5), ["Page 4-5"]),
        (["P4"], (3,), ["Page 3"]),
        (["P2P金融", "3版"], (3,), []),
        (["Page 3 of 16"], (3,), []),
        (["A04版"], (3,), ["第A03版"]),
        (["A03版"], (3,), []),
        (["A04"], (3,), ["第A03版"]),
        (["A04", "要闻"], (4,), []),
        (["A04-A05版"], (4, 5), []),
        (["B04版"], (12,), []),
        (["G20峰会", "第3版"], (3,), []),
        (["今日八版", "第3版"], (3,), []),
        (["今日共16版　第3版"], (3,), []),
        (["四开八版", "星期二"], (3,), []),
        (["本期出8版"], (3,), []),
        (["版权所有", "3版权"], (4,), []),
        (["第3版", "相关报道见第8版"], (3,), []),
        (["第3版　星期二"], (), []),
    ],
    ids=str,
)
def test_a_folio_has_the_numbers_of_its_page(pieces: list[str], numbers: tuple[int, ...], so: list[str]) -> None:
    """One or two, with a letter or without, in Chinese or English; how many pages there are is none of them."""
    slips = [one for one in folio_slips(pieces, Folio(None, numbers, ahead={"A": 0})) if one.what == "number"]
    assert [slip.so for slip in slips] == so
    assert all(slip.said in pieces[slip.piece] for slip in slips)


def test_a_sections_letter_counts_as_its_pages_agree() -> None:
    """B1 may be page 9, or B9 may: the page that differs from the others is marked. A begins with page 1."""
    assert ahead_of([((9,), ["B1版"]), ((10,), ["B2版"]), ((11,), ["B4版"])]) == {"B": 8}
    assert ahead_of([((9,), ["B09版"]), ((10,), ["B10版"])]) == {"B": 0}
    assert ahead_of([((1,), []), ((3,), ["A04版"])]) == {"A": 0}
    pages = [issue_page(number, ("A", OTHER), folio=said) for number, said in ((9, "B1版"), (10, "B2版"), (11, "B4版"))]
    assert [[mark.args["so"] for mark in marks if mark.rule == "folio"] for marks in across_pages(pages)] == [
        [], [], ["第B03版"],
    ]  # fmt: skip


def test_a_page_of_another_size_than_most_is_marked() -> None:
    """开本不一: one of three, by its sheet; a double truck of twice the width is none, and one page has no other."""
    pages = [issue_page(number, (letter, OTHER + letter)) for number, letter in ((1, "A"), (2, "B"), (3, "C"))]
    sheet = pages[0].sheet
    wide = replace(pages[2], sheet=replace(sheet, width_pt=sheet.width_pt + 30))
    truck = replace(pages[2], numbers=(4, 5), sheet=replace(sheet, width_pt=2 * sheet.width_pt))

    def marked(*which: Page) -> list[list[str]]:
        return [[mark.name for mark in marks if mark.rule == "other-format"] for marks in across_pages(which)]

    assert marked(*pages[:2], wide) == [[], [], ["other-format @"]]
    assert marked(*pages[:2], truck) == [[], [], []]
    assert marked(wide) == [[]]
    mark = next(mark for mark in across_pages([*pages[:2], wide])[2] if mark.rule == "other-format")
    (told,) = inspect_across(wide, [mark]).findings
    assert all(f"{275.2}" in render(told, language) for language in ("en", "zh"))
    accepting = replace(wide, makeup=PageMakeup((Accepted("other-format @"),)))
    assert inspect_across(accepting, [mark]).findings == ()


def test_an_issue_that_is_no_number_is_not_looked_at() -> None:
    """`issue` may be any text."""
    assert folio_slips(["第9期"], Folio(DAY, (), "秋季特刊")) == []
    assert folio_slips(["第9期"], Folio(DAY)) == []


def test_english_is_answered_in_english() -> None:
    """As the fields {date_en} and {weekday_en} write it."""
    slips = folio_slips(["Thursday, Mar 28, 2024"], Folio(DAY))
    assert [(slip.said, slip.so) for slip in slips] == [("March 28, 2024", "March 26, 2024"), ("Thursday", "Tuesday")]


def test_another_sections_name_is_told() -> None:
    """Its own may be missing."""
    sections = ("要闻", "县区", "文化")
    slip = section_slip(["第3版", "文化"], "县区", sections)
    assert slip is not None
    assert (slip.said, slip.so) == ("文化", "县区")
    assert section_slip(["第3版", "县区"], "县区", sections) is None
    assert section_slip(["县区文化"], "县区", sections) is None
    assert section_slip(["第3版"], "县区", sections) is None


def test_a_story_that_was_sent_twice_is_found() -> None:
    """Other paragraphs, other marks, a new end."""
    one = ["昨天上午新大桥合龙，两岸各有数百人到场。", "工程历时整整三年，全长一千二百米；通车还要等到秋天。"]
    other = ["".join(one).replace("。", "！") + "记者还将继续关注。"]
    pairs = twice({"1:A": one, "4:C": other, "2:B": ["另一篇稿件说的是别的事情，与大桥毫不相干。"]})
    assert [(first, second) for first, second, _ in pairs] == [("1:A", "4:C")]
    assert pairs[0][2] == pytest.approx(1.0)


def test_one_quotation_makes_no_twin() -> None:
    """Two stories about one thing share a sentence."""
    said = "“让人才把心留下来安居乐业”"
    one = [f"甲地的做法是先建公寓再引人，{said}。", "公寓楼下就是食堂，对面就是车间。", "入住的有三百四十人。"]
    other = [f"乙地从夜校办起每晚开课两节，{said}。", "木工电工厨师都请来做老师。", "报名的人排到了街角。"]
    assert twice({"A": one, "B": other}) == []
    assert twice({"A": [], "B": [""]}) == []


def test_an_advertisement_without_the_word_is_unmarked() -> None:
    """Blanks between the two characters do not hide it."""
    assert is_unmarked(["某某商场周年庆"])
    assert not is_unmarked(["某某商场周年庆", "广 告"])
    assert not is_unmarked(["廣告"])
    assert is_unmarked([])


def test_what_is_larger_than_the_nameplate_is_named() -> None:
    """As large is not larger."""
    assert larger_than_nameplate(60.0, {"H": 72.0, "A": 60.0, "B": 24.0}) == ["H"]


# An edition's pages beside one another.


def issue_page(number: int, *stories: tuple[str, str], folio: str = "", accepted: tuple[str, ...] = ()) -> Page:
    """A page of an edition with stories by letter and copy."""
    page, _ = placed(*(story(letter, 0, 0, 1, 20) for letter, _ in stories))
    parts = tuple(
        Story(letter=letter, name=letter, headline=(Passage(letter),), paragraphs=(Paragraph(Passage(copy)),))
        for letter, copy in stories
    )
    makeup = PageMakeup(tuple(map(Accepted, accepted)))
    return replace(page, parts=parts, numbers=(number,), folio=FolioLine(left=Passage(folio)), makeup=makeup)


BRIDGE = "昨天上午新大桥合龙，两岸各有数百人到场，工程历时整整三年。"
OTHER = "另一篇稿件说的是别的事情，与大桥毫不相干，只有一句话。"


def test_a_story_on_two_pages_is_marked_where_it_stands_last() -> None:
    """Its name says where it stood before; what stands twice on one page is that page's own matter."""
    pages = [issue_page(1, ("A", BRIDGE)), issue_page(2, ("A", OTHER)), issue_page(4, ("C", BRIDGE), ("D", BRIDGE))]
    found = [[mark.name for mark in marks] for marks in across_pages(pages)]
    assert found == [[], [], ["twice C @1A", "twice D @1A"]]
    where = Rect(50, 50, 100, 300)
    marks = across_pages(pages, frames=[{}, {}, {"C": where}])[2]
    assert [mark.box == where for mark in marks] == [True, False]


def test_a_folio_that_its_edition_belies_is_marked() -> None:
    """A day and a number; a weekday that is wrong by its own date is told of the page itself."""
    pages = [issue_page(3, ("A", OTHER), folio="2024年3月25日 星期一 第2版")]
    assert [mark.name for mark in across_pages(pages, Folio(DAY))[0]] == ["folio @date", "folio @day", "folio @number"]
    right = [issue_page(3, ("A", OTHER), folio="2024年3月26日 星期二 第3版")]
    assert across_pages(right, Folio(DAY)) == [[]]
    assert across_pages([issue_page(3, ("A", OTHER), folio="2024年3月26日 星期三")], Folio(DAY)) == [[]]


def test_a_nameplate_that_its_edition_belies_is_marked() -> None:
    """Each line for itself, at its own place, and where the nameplate stands; page one has no folio to say it."""
    said = ["2025年8月1日", "星期日", "农历甲辰年二月十七", "第9999期", "今日四版"]
    lines = tuple(Passage(text, Place("page.toml", 9, 10 * at)) for at, text in enumerate(said, 1))
    page = issue_page(1, ("A", OTHER))
    page = replace(page, parts=(Nameplate(letter="N", text=Passage("报"), lines=lines), *page.parts))
    where = Rect(50, 50, 650, 60)
    (marks,) = across_pages([page], Folio(DAY, (), "7"), [{"N": where}])
    assert [mark.name for mark in marks] == ["folio N @date", "folio N @issue"]
    assert [mark.place and mark.place.column for mark in marks] == [10, 40]
    assert {mark.box for mark in marks} == {where}
    (told,) = [one for one in inspect(page, placed(story("A", 0, 0, 1, 20))[1]).findings if one.key.endswith("_line")]
    assert told.args["name"] == "folio N day"
    assert (told.args["said"], told.args["so"], told.place.column) == ("星期日", "星期五", 20)
    assert "报头写作“星期日”" in render(told, "zh")


def test_a_folio_is_marked_where_it_stands_and_is_written() -> None:
    """A row over the type area where nobody knows; at the piece that says it."""
    page = issue_page(3, ("A", OTHER))
    page = replace(page, folio=FolioLine(Passage("第3版", Place("f", 2, 8)), None, Passage("星期一", Place("f", 3, 9))))
    where = Rect(50, 27.5, 650, 9)
    (marks,) = across_pages([page], Folio(DAY), [{"folio": where}])
    assert [(mark.name, mark.box, mark.place) for mark in marks] == [("folio @day", where, Place("f", 3, 9))]
    (marks,) = across_pages([page], Folio(DAY))
    assert (marks[0].box.bottom, marks[0].box.width) == (42.5, 650)


def test_a_folio_with_another_section_is_marked() -> None:
    """Only where it names another section of the edition, and not its own."""
    pages = [
        replace(issue_page(2, ("A", OTHER), folio="要闻"), section="城事"),
        replace(issue_page(3, ("A", BRIDGE), folio="第3版 要闻"), section="要闻"),
    ]
    assert [[mark.name for mark in marks] for marks in across_pages(pages)] == [["folio @section"], []]


def test_what_an_edition_tells_is_accepted_in_the_same_way() -> None:
    """A page alone does not miss it, and does not call it gone."""
    names = ("twice C @1A", "folio @number")
    page = issue_page(4, ("C", BRIDGE), folio="第4版", accepted=names)
    marks = across_pages([issue_page(1, ("A", BRIDGE)), page])[1]
    told = inspect_across(page, marks)
    assert [mark.name for mark in told.accepted] == ["twice C @1A"]
    assert [finding.args["name"] for finding in told.findings] == ["folio @number"]
    _, whole = placed(story("C", 0, 0, 1, 20))
    assert not [one for one in inspect(page, whole).findings if one.key == "makeup.gone"]
