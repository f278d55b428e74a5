"""Where a story that jumps is cut: at joints of words, and best where an editor would cut it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.jump_cuts import LEAST_LINES, JumpCuts
from jxprint.composition.sense.joints import LIKELY, parting_price
from jxprint.composition.sense.lexicon import JOINT, word_prices
from jxprint.composition.sense.own_words import own_words
from jxprint.composition.sense.particles import patterns
from jxprint.composition.stories import set_freely
from jxprint.description.editions import read_pages
from jxprint.fonts import Library
from jxprint.model import Dummy, Markup, Page, Paragraph, Passage, Story
from jxprint.placed import Cut

TESTS = Path(__file__).parent
EM = 10.0
# Copy that newspapers printed: paragraphs, each a text.
REAL = tuple(
    paragraph.text
    for part in jxprint.read_page(TESTS.parent / "layout" / "jiaxing").parts
    if isinstance(part, Story)
    for paragraph in part.paragraphs
    if len(paragraph.text) > 60
)
FIGURES = re.compile("[0-9一二三四五六七八九十百千万亿两几数半]")
FILLER = "每天清早值班的工人沿着石阶走下去把新的读数记在本子上然后回到岸边的小屋等候下一班渡轮进港" * 3


@pytest.fixture(scope="module")
def page() -> Page:
    """A page of the small edition on which a story stands over the part that it goes on in."""
    city = read_pages([TESTS / "pages" / "issue"]).pages[1]
    parts = tuple(part for part in city.parts if part.letter in "WV")
    return replace(city, parts=parts, dummy=Dummy((("W",) * 5, ("V",) * 5)))


def jumping(page: Page, *texts: str, rows: int = 9, legs: int = 1, markup: tuple[Markup, ...] = ()) -> Page:
    """The page with these paragraphs, no head, and so many rows for the first part."""
    first, rest = page.parts
    assert isinstance(first, Story)
    paragraphs = tuple(Paragraph(Passage(text, markup=markup)) for text in texts)
    first = replace(first, paragraphs=paragraphs, rows=rows, legs=legs, headline=(), byline=())
    return replace(page, parts=(first, rest))


def cuts_of(page: Page, library: Library, texts: tuple[str, ...], measure: float) -> JumpCuts:
    """The line ends of a story set in a single leg of so many ems."""
    (part, _) = jumping(page, *texts).parts
    assert isinstance(part, Story)
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    return JumpCuts(part, set_freely(desk, part, measure * EM))


@pytest.mark.parametrize(
    "text",
    [
        "把船弄上岸。浙|江锋源氢能是平湖一家专注新能源领域的企业。",
        "开南货铺的柯阿婆今年七|十八岁，一个人插好了五块板。",
        "秀洲高标准建设一批青年人|才公寓和青年公园。",
        "从18时值班至零点，保障过往行人安|全。在这片沃土上。",
        "开南货铺的柯|阿婆今年七十八岁。",
        "船主阮|长锚舍不得，围着船转了三天。",
        "船主阮长|锚舍不得，围着船转了三天。",
        "农历八月十|八的夜潮预计最高。",
        "修塔一共要三十|六万元。",
        "全县有三分|之一的老桥要修。",
        "会议定于2026年|11月25日在本地举行。",
        "一块重六公斤|半，半大孩子也抬得动。",
        "每年可销售苗木五十万|盆，供不应求。",
        "那天站出来的是约翰·|史密斯先生本人。",
        "率先发布《人才服务|规范》等团体标准。",
        "悄然上岗的“警|立方”不到2平方米。",
    ],
)
def test_what_is_within_a_word_a_number_or_a_name(text: str) -> None:
    """The places a reader would stumble at, those of the first reviewer among them."""
    at = text.index("|")
    assert parting_price(text.replace("|", ""), at, "", ()) >= LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "有的科研人员工作时间|不固定，经常晚上加班。",
        "全县今年新增高技能人才|五百名。",
        "海盐县商务局|负责人介绍了情况。",
        "清早，渡轮离开码头，|向对岸驶去。",
        "他说：“今天的雾很大，船没有动，|我走了很远的路才到学校，大家都在等我。”",
    ],
)
def test_what_is_a_joint(text: str) -> None:
    """Between two words a story may be cut, within a long quotation too."""
    at = text.index("|")
    assert parting_price(text.replace("|", ""), at, "", ()) < LIKELY


def test_names_of_the_byline_and_words_of_the_story_hold() -> None:
    """No table knows them; the page does."""
    text = "前天夜里江一帆又去看了一回水位。"
    assert parting_price(text, text.index("一"), "", ("江一帆",)) >= LIKELY
    body = "在溇桥边，溇桥人说，看溇桥去，过溇桥的"
    assert parting_price("早上溇桥的水", 3, body, ()) >= LIKELY


def test_only_what_stands_about_a_place_is_read() -> None:
    """What is far off changes nothing, so that a long story costs no more."""
    near = "把船弄上岸浙江锋源氢能是平湖一家企业"
    far = "字" * 5000
    assert parting_price(far + near + far, 5000 + 6, "", ()) == parting_price(far[:60] + near + far[:60], 66, "", ())


@pytest.mark.parametrize(
    "held", ["浙江|锋源|氢能", "七十八岁", "青年|人才|公寓", "保障|行人|安全", "阮长锚", "《规范》"]
)
def test_the_words_at_the_foot_stay_whole(page: Page, library: Library, held: str) -> None:
    """However far into the last line they begin."""
    joints = {0, *(sum(map(len, held.split("|")[: n + 1])) for n in range(held.count("|") + 1))}
    words = held.replace("|", "")
    for shift in range(92, 112):
        text = FILLER[:shift] + words + FILLER
        (cut,) = jxprint.compose(jumping(page, text, rows=2, legs=5), library).cuts
        assert not 0 < cut.offset - shift < len(words) or cut.offset - shift in joints, (shift, text[: cut.offset])


def test_a_stretch_marked_as_a_name_stays_whole(page: Page, library: Library) -> None:
    """A name line says what is a name, whatever the words say."""
    for start in range(92, 106, 2):
        marked = (Markup("name", start, start + 9),)
        (cut,) = jxprint.compose(jumping(page, FILLER * 2, rows=2, legs=5, markup=marked), library).cuts
        assert not start < cut.offset < start + 9


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.sampled_from(REAL), min_size=2, max_size=4, unique=True),
    measure=st.integers(9, 26),
    room=st.integers(5, 60),
)
def test_no_cut_is_within_a_word_while_there_is_another(
    page: Page, library: Library, texts: list[str], measure: int, room: int
) -> None:
    """A law, over real text: where any line end of the part is within no word of the language, no word of the story's
    own and no number, the cut is within no word. Lines that are kept are in reach, and weighed lazily the first is the
    same.
    """
    cuts = cuts_of(page, library, tuple(texts), measure)
    order = list(cuts.best(room))
    assert len(order) == len(set(order))
    assert all(LEAST_LINES <= kept <= min(room, cuts.lines - LEAST_LINES) for kept in order)

    def parts_word(cut: Cut) -> bool:
        return bool(cut.offset) and word_prices(texts[cut.paragraph], {})[0][cut.offset] >= JOINT

    def is_held(cut: Cut) -> bool:
        text, start = texts[cut.paragraph], max(0, cut.offset - 8)
        near, here = text[start : cut.offset + 8], cut.offset - start
        own = own_words(near, "\n".join(texts)) | {near[first:end] for first, end in patterns(near)}
        ways = [near[here - before : here - before + len(one)] == one for one in own for before in range(1, len(one))]
        return bool(cut.offset) and (any(ways) or bool(FIGURES.search(near[max(0, here - 3) : here + 1])))

    ends = [cuts.cut(kept) for kept in order]
    assert not ends or not parts_word(ends[0]) or all(parts_word(one) or is_held(one) for one in ends)
    again = cuts_of(page, library, tuple(texts), measure)
    assert next(again.best(room), None) == (order[0] if order else None)


# Twenty ems a line, so that each of these is one; the first of a paragraph is indented by two.
FIRST, WHOLE = "记者今天上午看到工人正在岸边修补道路", "记者今天上午看到工人正在岸边修补道路桥梁"
STOPPED, PAUSED = "记者今天上午看到工人正在岸边修补道路桥。", "记者今天上午看到工人正在岸边修补道路桥，"


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ((WHOLE, WHOLE, WHOLE, WHOLE), 5),  # nothing better: the foot
        ((WHOLE, WHOLE, STOPPED, WHOLE), 4),  # a sentence a line up
        ((WHOLE, STOPPED, WHOLE, PAUSED), 5),  # a comma at the foot, and a sentence two lines up
        ((WHOLE, WHOLE, WHOLE, STOPPED), 5),
        ((WHOLE, WHOLE, PAUSED, WHOLE), 4),  # no clause is parted that ends a line up
    ],
)
def test_marks_are_worth_a_line(page: Page, library: Library, lines: tuple[str, ...], kept: int) -> None:
    """The end of a sentence before a comma, and that before a joint of words, as long as it is near."""
    text = FIRST + "".join(lines) + WHOLE * 5
    cuts = cuts_of(page, library, (text,), 20)
    assert next(cuts.best(5)) == kept


def test_a_sentence_that_ends_a_line_further_down_is_told_first(page: Page, library: Library) -> None:
    """Where the text may be squeezed by so much; whether it can be is not asked here."""
    cuts = cuts_of(page, library, (FIRST + WHOLE * 4 + STOPPED + WHOLE * 5,), 20)
    assert list(cuts.best(5, 2))[:2] == [6, 5]
    assert max(cuts.best(5)) == 5


def test_the_end_of_a_paragraph_comes_first(page: Page, library: Library) -> None:
    """Two lines up; further up it is not worth the white."""
    for down, kept in ((2, 4), (5, 9)):
        cuts = cuts_of(page, library, (FIRST + WHOLE * 3, FIRST + WHOLE * 12), 20)
        assert next(cuts.best(4 + down)) == kept


def test_where_every_line_end_is_within_a_word_the_least_bad_is_taken(page: Page, library: Library) -> None:
    """A story is not refused for want of joints."""
    text = "一二三四五六七八九" * 40
    cuts = cuts_of(page, library, (text,), 20)
    assert next(cuts.best(9)) in range(LEAST_LINES, 10)
