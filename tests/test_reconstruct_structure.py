"""The structure of a page read off its lines: each form that heads, names, credits and other furniture take."""

from __future__ import annotations

import time

import pytest

from jxprint.reconstruct.calibrated import frequency
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.evidence import Evidence, Line
from jxprint.reconstruct.few_words import kinds_of
from jxprint.reconstruct.found import FoundPage, FoundStory, Text
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.headings import with_marks
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.names import names_odds
from jxprint.reconstruct.roles import HEAD, KICKER, LEAD_BARE, TEXT
from jxprint.reconstruct.structure import structure
from jxprint.reconstruct.traits import traits_of
from jxprint.reconstruct.units import Unit, unit_of

_FIRST = (
    "清早六点，渡口的雾还没有散尽，船工已经把缆绳解开，准备送第一批学生过河。去年冬天，镇里换了一条铁壳船，安全多了。"
)
_SECOND = "镇里的干部介绍说，今年还要在两岸各修一处候船的亭子，再装四盏路灯，让夜里回家的人也看得清脚下的台阶。"
_THIRD = "“以前下雨就停渡，现在不怕了。”家住对岸的老师傅说，他每天过河两趟，算下来一年要走七百多趟。"
_OTHER = "入秋以来，全县共有三十多个合作社参加评选，评委走遍了每一块田，把稻穗一把一把地称过，才写下自己的分数。"
_LAST = "评选的结果将在下个月公布，得奖的合作社可以得到一台烘干机，用来对付连阴雨的天气。"


def page_of(*groups: str) -> FoundPage:
    """The page of a dump, groups of lines with blank lines between."""
    return structure(read_dump(("\n\n".join(groups) + "\n").encode(), "dump.txt"))


def story_of(*groups: str) -> FoundStory:
    """The first of two stories; the second one is plain."""
    found = page_of(*groups, "稻子熟了看谁家", "周慧琪 邹林波", _OTHER, _LAST)
    assert [one.text for one in found.stories[-1].headline] == ["稻子熟了看谁家"]
    assert len(found.stories) == 2
    return found.stories[0]


def shown(texts: tuple[Text, ...]) -> list[str]:
    """The texts alone."""
    return [one.text for one in texts]


def test_bare_names_below_a_headline_are_its_byline() -> None:
    """Surnames, lengths and place say so; no list of people does."""
    story = story_of("渡口来了新船", "卢静安 方知远", _FIRST, _SECOND)
    assert shown(story.headline) == ["渡口来了新船"]
    assert shown(story.byline) == ["卢静安 方知远"]
    assert [one.text.text for one in story.pieces] == [_FIRST, _SECOND]


@pytest.mark.parametrize(
    "byline",
    [
        "本报记者 卢静安 通讯员 方知远",
        "记者 卢静安",
        "欧阳明远",
        "□ 卢静安",
        "本报通讯员 方知远 摄影报道",
        "（记者 卢静安 通讯员 方知远）",
        "冯  渊",
    ],
)
def test_a_byline_in_any_form_is_kept_as_printed(byline: str) -> None:
    """Reporters, correspondents, bullets, brackets, a blank in a name of two characters."""
    assert shown(story_of("渡口来了新船", byline, _FIRST, _SECOND).byline) == [byline]


def test_two_blocks_of_names_in_a_row_are_both_bylines() -> None:
    """Reporters, then correspondents."""
    story = story_of("渡口来了新船", "本报记者 卢静安 孟知秋\n通讯员 方知远", _FIRST, _SECOND)
    assert shown(story.byline) == ["本报记者 卢静安 孟知秋", "通讯员 方知远"]


@pytest.mark.parametrize(
    "dateline",
    [
        "本报讯（记者 许长庚）",
        "新华社北京1月2日电（记者 顾北 姜若溪）",
        "据新华社海口3月5日电",
        "【本报讯】",
        "本报讯（通讯员 曾林 记者 郁长青）",
    ],
)
def test_a_dateline_is_taken_off_the_text_that_it_opens(dateline: str) -> None:
    """本报讯 and what agencies write."""
    story = story_of("渡口来了新船", dateline + _FIRST, _SECOND)
    assert story.dateline is not None
    assert story.dateline.text == dateline
    assert story.pieces[0].text.text == _FIRST
    assert not story.byline


def test_what_begins_like_a_dateline_and_is_none_stays_text() -> None:
    """据介绍, 本报记者昨日: words of sentences."""
    assert story_of("渡口来了新船", "卢静安", "据介绍，" + _FIRST, _SECOND).dateline is None
    assert story_of("渡口来了新船", "卢静安", "本报记者昨日从渡口得知，" + _FIRST, _SECOND).dateline is None


def test_names_in_brackets_at_the_end_are_a_byline() -> None:
    """Glued to the last paragraph, or on a line of their own."""
    for closing in (_SECOND + "（记者 卢静安）", _SECOND + "\n\n（记者 卢静安）"):
        story = story_of("渡口来了新船", _FIRST, closing)
        assert shown(story.byline) == ["（记者 卢静安）"]
        assert story.byline_at_end
        assert story.pieces[-1].text.text == _SECOND


def test_a_headline_of_three_lines_is_one_headline() -> None:
    """Lines that stand together."""
    story = story_of("省人大常委会调研组\n赴沿江五县检查\n渡口安全工作", "本报记者 卢静安", _FIRST, _SECOND)
    assert shown(story.headline) == ["省人大常委会调研组", "赴沿江五县检查", "渡口安全工作"]


def test_a_blank_inside_a_headline_is_layout() -> None:
    """It is kept as one blank."""
    story = story_of("渡口来了新船　　两岸添了路灯", "卢静安", _FIRST, _SECOND)
    assert shown(story.headline) == ["渡口来了新船 两岸添了路灯"]


def test_a_headline_may_end_in_a_full_stop() -> None:
    """八十岁，她学会了游泳。"""
    assert shown(story_of("八十岁，她学会了撑船。", "记者 罗敷", _FIRST, _SECOND).headline) == [
        "八十岁，她学会了撑船。"
    ]


def test_stories_without_bylines_are_parted_by_their_headlines() -> None:
    """A headline between text that ended and text that begins."""
    found = page_of(
        "要闻", "渡口来了新船", _FIRST, _SECOND, "稻子熟了看谁家", _OTHER, _LAST, "路灯亮了", _THIRD, _SECOND
    )
    assert [shown(one.headline) for one in found.stories] == [["渡口来了新船"], ["稻子熟了看谁家"], ["路灯亮了"]]


def test_masthead_page_head_standfirst_and_folio_stand_apart_from_stories() -> None:
    """As at the top of a page."""
    found = page_of(
        "白渡新闻", "2019年4月8日 星期一 第3版 责任编辑 卢静安 版式 申小可", "一条江连起两岸\n三十年换了人间",
        _THIRD + _FIRST, "渡口来了新船", "卢静安", _FIRST, _SECOND, "稻子熟了看谁家", "周慧琪 邹林波", _OTHER, _LAST,
        "路灯亮了", "申小可", _THIRD, _SECOND,
    )  # fmt: skip
    assert found.masthead is not None
    assert found.masthead.text == "白渡新闻"
    assert shown(found.folios) == ["2019年4月8日 星期一 第3版 责任编辑 卢静安 版式 申小可"]
    assert shown(found.headline) == ["一条江连起两岸", "三十年换了人间"]
    assert [one.text.text for one in found.standfirst] == [_THIRD + _FIRST]
    assert [shown(one.headline) for one in found.stories] == [["渡口来了新船"], ["稻子熟了看谁家"], ["路灯亮了"]]


def test_a_credit_glued_to_the_next_caption_is_parted_from_it() -> None:
    """…供图 and a caption on one line; 供图书馆 is none."""
    found = page_of(
        "白渡", "一江两岸\n换了人间", _FIRST + _SECOND,
        "白渡镇新船下水\n白渡镇供图中国白渡“龙舟会”开幕\n本报记者 申小可 摄",
        "渡口来了新船", "卢静安", _FIRST, _SECOND,
    )  # fmt: skip
    pictures = [(one.caption.text, one.credit.text if one.credit else None) for one in found.pictures]
    assert pictures == [("白渡镇新船下水", "白渡镇供图"), ("中国白渡“龙舟会”开幕", "本报记者 申小可 摄")]
    assert [one.glued for one in found.pictures] == [True, False]


@pytest.mark.parametrize("names", ["文/本报记者 雷 蕾 图/元 朵", "文／卢静安 摄影／申小可", "图/闻笑 文/向阳"])
def test_a_row_of_names_that_says_who_wrote_and_who_drew_is_one(names: str) -> None:
    """It is no caption with a credit behind it."""
    found = page_of("白渡", "渡口来了新船", names, _FIRST, _SECOND)
    assert ["".join(one.text.split()) for one in found.stories[0].byline] == ["".join(names.split())]
    assert not found.pictures


def test_a_library_that_is_given_things_is_no_credit() -> None:
    """供图书馆."""
    found = page_of("白渡", "渡口来了新船", "卢静安", "这批书将提供图书馆使用，" + _FIRST, _SECOND)
    assert not found.pictures


def test_jump_lines_lead_to_another_page_and_come_from_one() -> None:
    """下转 and 上接."""
    leads = story_of("渡口来了新船", "卢静安", _FIRST, _SECOND, "（下转第四版）")
    assert leads.jump_to is not None
    assert leads.jump_to.text == "（下转第四版）"
    comes = story_of("白渡新闻", "渡口来了新船", "（上接第一版）", _FIRST, _SECOND)
    assert comes.jump_from is not None
    assert comes.jump_from.text == "（上接第一版）"
    assert shown(comes.headline) == ["渡口来了新船"]


def test_editors_words_are_notes_of_the_story() -> None:
    """编后 behind it."""
    story = story_of("渡口来了新船", "卢静安", _FIRST, _SECOND, "编后：一条船换了一条船，换来的是两岸人的心安。")
    assert shown(story.notes) == ["编后：一条船换了一条船，换来的是两岸人的心安。"]


def test_verse_is_verse() -> None:
    """Short lines of about one width under a poet's name."""
    story = story_of(
        "渡口",
        "卢静安",
        "船在河的中央停了一停\n好像忘了要去哪一岸\n雾把岸上的灯收走\n又一盏一盏还给我\n船工说别急\n河会记得路的",
    )
    assert {one.role for one in story.pieces} == {"verse"}


def test_rows_of_a_table_are_rows() -> None:
    """Cells with blanks between."""
    rows = (
        "品名  东关市场  北门市场\n猪后腿肉  13.20  13.00\n羊肉  15.60  15.00\n鲜鸡蛋  7.40  7.20\n大白菜  0.50  0.46"
    )
    story = story_of("白渡镇主要副食品价格", rows)
    assert [one.role for one in story.pieces] == ["table"] * 5


def test_subheads_do_not_begin_stories() -> None:
    """In a page whose stories have bylines."""
    story = story_of("渡口来了新船", "卢静安", _FIRST, "一、新船", _SECOND, "二、路灯", _THIRD)
    assert [one.role for one in story.pieces] == ["text", "subhead", "text", "subhead", "text"]


def test_a_paragraph_cut_in_the_middle_of_a_sentence_begins_no_story() -> None:
    """The first piece of it ends like a headline, without a mark."""
    story = story_of("渡口来了新船", "卢静安", _FIRST, _SECOND[:18], _SECOND[18:], _THIRD)
    assert len(story.pieces) == 4


def test_every_decision_says_how_sure_it_is_and_why() -> None:
    """A decision for each unit, with another role it might have had."""
    found = page_of("白渡新闻", "渡口来了新船", "卢静安 方知远", _FIRST, _SECOND)
    byline = next(one for one in found.decisions if one.text.text == "卢静安 方知远")
    assert byline.role == "byline"
    assert byline.sure > 0.9
    assert byline.other != byline.role
    assert "names" in byline.reasons
    assert 0.0 <= found.stories[0].confidence <= 1.0


def test_reading_takes_time_that_grows_with_the_page() -> None:
    """Four times the stories take about four times as long, the tables once read; how long a page takes the benchmark
    tells.
    """
    one, four = _stories(4), _stories(16)
    structure(one)
    assert min(_seconds(four) for _ in range(3)) < 9 * min(_seconds(one) for _ in range(3))


def _stories(count: int) -> Evidence:
    groups: list[str] = ["白渡新闻"]
    for k in range(count):
        groups += [f"第{k + 1}条船下水", "卢静安 方知远", *(_FIRST, _SECOND, _THIRD, _OTHER, _LAST) * 2]
    return read_dump("\n\n".join(groups).encode(), "dump.txt")


def _seconds(evidence: Evidence) -> float:
    began = time.process_time()
    structure(evidence)
    return time.process_time() - began


@pytest.mark.parametrize("closing", ["（县委报道组）", "（本报记者 卢静安）", "（卢 静）", "（东关农机厂 方知远）"])
def test_bodies_and_pen_names_in_brackets_close_a_story(closing: str) -> None:
    """A county's own correspondents, a name of two characters set apart, a worker and his works."""
    story = story_of("渡口来了新船", _FIRST, _SECOND + closing)
    assert shown(story.byline) == [closing]
    assert story.pieces[-1].text.text == _SECOND


def test_the_head_of_a_table_is_no_byline() -> None:
    """As many words as the rows below have, and no figure among them."""
    rows = "名次 球队 胜 平 负 积分\n1 渡口队 10 2 1 32\n2 东关队 9 3 1 30\n3 农机厂队 8 2 3 26"
    story = story_of("县联赛积分榜", rows)
    assert not story.byline
    assert [one.role for one in story.pieces] == ["table"] * 4


def test_the_kinds_of_words_are_read_from_the_left() -> None:
    """The longest word each time; figures, letters and blanks are one each, and marks none."""
    assert kinds_of("召开会议") == ["v", "n"]
    assert kinds_of("12项，AI ") == ["0", "n", "l", "_"]
    assert kinds_of("，。") == []


def test_the_surer_a_head_the_oftener_it_is_right() -> None:
    """Confidence is a frequency, and rises with how sure the roles of a head are."""
    said = [frequency(k / 1000) for k in range(1001)]
    assert said == sorted(said)
    assert said[0] == 0.0
    assert 0.9 < said[-1] < 1.0


@pytest.mark.parametrize("row", ["彭 子維", "宋 青 萝", "李 伟 王 芳", "梅浦一中 高二（3）班 苏小叶", "冯  渊"])
def test_names_with_blanks_within_are_names(row: str) -> None:
    """Names that a paper spaced out to three characters, two of them in a row, a pupil's with her class."""
    assert names_odds(row) > 1.5


@pytest.mark.parametrize("row", ["记者观察", "追踪报道", "项目 主队 比分 客队"])
def test_common_words_are_no_names(row: str) -> None:
    """A column's name and the head of a table are rows of words."""
    assert names_odds(row) < 1


_FORE = """晚晴副刊

桑 榆

树说

从前每个村口都有一棵树，作用相当于现在的群。谁家要卖猪，把价钱写在纸上，贴上去；谁家丢了羊，在树下喊一声。

树不评论，也不转发。它只负责站着。等到人都散了，纸被风吹走，它也不追。

苔 痕

空椅子

她死后，椅子还在窗下。早晨的光先坐上去，坐到十点，让给猫。猫坐到中午，嫌热，走了。

夜里没有谁来坐。可是第二天早上，靠垫上总有一道浅浅的印子。我没有去拍平它。

石 见

钥匙

老锁匠死的那天，有七个人来要钥匙。第一个说是儿子，第二个说是徒弟，第三个什么也没说。

众人让她唱。她开口唱了，调子走得厉害，连自己也笑起来。于是大家都笑，门就开了。
"""


def test_names_over_headlines_are_those_of_the_story_below() -> None:
    """On a page whose names stand over the headlines, behind the story before, each story has the names over it; where
    they stand under the headlines, the page is read as it was.
    """
    page = structure(read_dump(_FORE.encode("utf-8"), "page.txt"))
    found = [
        (story.headline[0].text, [one.text for one in story.byline], story.byline_at_end) for story in page.stories
    ]
    assert found == [("树说", ["桑 榆"], False), ("空椅子", ["苔 痕"], False), ("钥匙", ["石 见"], False)]
    under = _FORE
    for over in ("桑 榆\n\n树说", "苔 痕\n\n空椅子", "石 见\n\n钥匙"):
        under = under.replace(over, "\n\n".join(reversed(over.split("\n\n"))))
    page = structure(read_dump(under.encode("utf-8"), "page.txt"))
    again = [
        (story.headline[0].text, [one.text for one in story.byline], story.byline_at_end) for story in page.stories
    ]
    assert again == found


_LEAD = "记者昨天从县里获悉，这件事从去年冬天说起，一直说到今年春天，村里人人都有话讲，谁也不肯先开口。"


@pytest.mark.parametrize(
    ("head", "kicker", "headline", "deck"),
    [
        (["一家县城农商行，", "为什么把利率降了"], [], ["一家县城农商行，", "为什么把利率降了"], []),
        (["县政府作出规定：", "干部不得借东西"], [], ["县政府作出规定：", "干部不得借东西"], []),
        (["水从哪里来", "——三代守泉人的一百零七公里"], [], ["水从哪里来"], ["——三代守泉人的一百零七公里"]),
        (["经开区：", "一条生产线的“零排放”"], ["经开区："], ["一条生产线的“零排放”"], []),
    ],
)
def test_marks_say_which_lines_are_one_headline(
    head: list[str], kicker: list[str], headline: list[str], deck: list[str]
) -> None:
    """A comma, and a colon behind more than a name, make two lines one headline; a dash makes the second one its deck;
    whatever they were taken for.
    """
    roles = [Label(KICKER, HEAD, 1.0), Label(HEAD, KICKER, 1.0), Label(LEAD_BARE, TEXT, 1.0)]
    units = [Unit(text, ((0, k, 0, len(text)),)) for k, text in enumerate([*head, _LEAD], 1)]
    traits = traits_of(units)
    story = gathered(units, traits, with_marks(roles, traits)).stories[0]
    found = ([one.text for one in lines] for lines in (story.kicker, story.headline, story.deck))
    assert list(found) == [kicker, headline, deck]


def test_a_short_line_behind_closing_names_opens_a_story() -> None:
    """What stands between names in brackets, which close a text, and a text that begins as news does is a headline."""
    texts = ["腊肉", _LEAD + "（记者 贡小雪）", "油价“两连跌”", "12月5日24时，" + _LEAD]
    roles = [Label(HEAD, KICKER, 1.0), Label(LEAD_BARE, TEXT, 1.0), Label(TEXT, HEAD, 1.0), Label(TEXT, HEAD, 1.0)]
    units = [Unit(text, ((0, k, 0, len(text)),)) for k, text in enumerate(texts, 1)]
    traits = traits_of(units)
    page = gathered(units, traits, with_marks(roles, traits))
    assert [one.text for story in page.stories for one in story.headline] == ["腊肉", "油价“两连跌”"]
    assert page.stories[0].byline_at_end


def test_a_clause_that_goes_on_is_no_headline() -> None:
    """A line that a column's end cut after a connective and a comma is text, however short it is and whatever the
    weights say; a headline that merely stands alone stays one.
    """
    for line, roles in (
        ("除了以才引才，高能级人才项目", [TEXT, TEXT, TEXT]),
        ("以才引才 再上台阶", [TEXT, HEAD, LEAD_BARE]),
    ):
        texts = ("近年来，全区引进大学生七万人。", line, "引进也是反哺产业的重要一环。去年五月，园区开工。")
        units = [unit_of([Line(one, at + 1)]) for at, one in enumerate(texts)]
        found = with_marks([Label(role, role, 1.0) for role in (TEXT, HEAD, LEAD_BARE)], traits_of(units))
        assert [one.role for one in found] == roles


def test_a_long_sentence_is_no_line_of_a_head() -> None:
    """What a page goes on with at its top is text, whatever stands about it."""
    page = page_of(
        "青溪日报",
        "(上接第一版)如今,村里的生态旅游收入一年超过一亿元。村民家家住上了楼房,户户有了存款。",
        "村里还办起了敬老院和幼儿园,老人孩子都有了去处,年轻人也不用再外出打工了。",
        "老街改造开工",
        "本报记者 李明",
        _FIRST,
    )
    assert page.headline == ()
    assert [shown(story.headline) for story in page.stories if story.headline] == [["老街改造开工"]]
