"""What the heads of a page are to one another, where the text says again what they say, and how the page parts them."""

from __future__ import annotations

from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.few_words import kinds_of, words_of
from jxprint.reconstruct.kin import kin_signs
from jxprint.reconstruct.retold import retold_signs
from jxprint.reconstruct.signs import steps_of
from jxprint.reconstruct.speech import speech_signs
from jxprint.reconstruct.traits import Traits, traits_of
from jxprint.reconstruct.units import unit_of

_FERRY = "清早六点，渡口的雾还没有散尽，船工已经把缆绳解开，准备送第一批学生过河。去年冬天，镇里给渡口换了一条铁壳船。"
_RICE = "入秋以来，全县共有三十多个合作社参加稻米评选，评委走遍了每一块田，把稻穗一把一把地称过，才写下自己的分数。"


def traits_of_lines(*lines: str, gaps: tuple[int, ...] = ()) -> list[Traits]:
    """Each line a unit; blank lines before them."""
    known = gaps or (1,) * len(lines)
    return traits_of(
        [unit_of([Line(text, at, gap)]) for at, (text, gap) in enumerate(zip(lines, known, strict=True), 1)]
    )


def shown(lines: tuple[str, ...] | list[str]) -> list[bool]:
    """Lines under 20 characters are short ones."""
    return [len(line) < 20 for line in lines]


def told(name: str, signs: list[str]) -> str:
    """What a sign says that begins with a name."""
    return next(sign.removeprefix(name) for sign in signs if sign.startswith(name))


def test_subheads_of_one_story_are_alike() -> None:
    """差在耐心 and 差在标准 begin alike and are as wide; a headline of other words and length is not like them."""
    lines = ["差在耐心", _FERRY, "差在标准", _RICE, "三十个合作社评稻米", _RICE]
    signs = kin_signs(traits_of_lines(*lines), shown(lines))
    assert told("kin-v", signs[0]) == told("kin-w", signs[2]) == "303"
    assert told("kin-w", signs[4]) == "000"
    assert signs[1] == []


def test_a_head_knows_what_the_heads_about_it_lead_to() -> None:
    """Two lines over names, then one over a text; the page begins before the first and ends behind the last."""
    lines = ["渡口新闻", "铁壳船来了", "沈岸舟", _FERRY, "候船", _RICE]
    signs = kin_signs(traits_of_lines(*lines), shown(lines))
    assert told("kin-b", signs[0]) == "s2b1t.0"
    assert told("kin-b", signs[4]) == "2b1te"


def test_what_a_text_opens_with_its_headline_says() -> None:
    """A line whose words come first is told from one whose words come later; lines far from any text have no signs."""
    ends = "镇里还要在两岸修候船的亭子，装四盏路灯，往后等船就不再淋雨。"
    lines = ["渡口的雾没有散尽", "修候船的亭子", _FERRY + ends]
    signs = retold_signs(traits_of_lines(*lines), shown(lines))
    assert told("told", signs[0]) == "30"
    assert told("told", signs[1]) == "03"
    assert retold_signs(traits_of_lines("一", "二"), [True, True]) == [[], []]


def test_words_of_a_short_line_are_signs() -> None:
    """Those of two characters and more, and little ones that are no nouns; a long text has none."""
    lines = ["渡口换了铁壳船", _FERRY]
    signs = speech_signs(traits_of_lines(*lines), shown(lines))
    assert {"has=渡口", "opens=渡口"} <= set(signs[0])
    assert signs[1] == []


def test_words_and_their_kinds_are_read_together() -> None:
    """One for each run of figures, letters or blanks, without a word, and none for marks."""
    found = words_of("渡口，A12 开")
    assert [kind for _, kind in found] == kinds_of("渡口，A12 开")
    assert [word for word, _ in found] == ["渡口", "", "", "", "开"]


def test_a_gap_within_a_head_is_measured_by_the_other_heads() -> None:
    """A page that keeps the lines of its heads together parts what is no head; one with a single pair tells nothing."""
    lines = ("渡口新闻", "铁壳船来了", _FERRY, "评稻米", "谁家的稻穗重", _RICE, "候船", "亭子修好了", _RICE)
    together = steps_of(traits_of_lines(*lines, gaps=(1, 0, 1, 1, 0, 1, 1, 1, 1)))
    assert together[1][0] == "gap10-2"
    assert together[7][0] == "gap11-0"
    assert together[2][0] == "gap11"
    alone = steps_of(traits_of_lines(*lines[:3], gaps=(1, 0, 1)))
    assert alone[1][0] == "gap00"
