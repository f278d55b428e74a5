"""Readings (注音) in dense copy: a base stands whole on one line under its reading, or the page is refused."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.description.markup import read_passage
from jxprint.errors import Finding, JxprintError, Place
from jxprint.fonts import Library
from jxprint.model import Page, Paragraph, PunctuationStyle, Story
from jxprint.model.style import PunctuationWidth, Region
from jxprint.placed import PlacedPage, TextBlock, TextLine
from jxprint.placed.figures import typography

READINGS = Path(__file__).resolve().parent / "pages" / "readings"
HAN = "今年以来秀洲区围绕人才发展战略持续深化产业融合推动高质量建设"
SYLLABLES = ("è", "nǐ", "zhōng", "chuàng", "zhuang", "ㄦ", "ㄓㄨㄥ", "ㄍㄨㄛˊ")
BETWEEN = ("，", "。", "：“", "”，", "。”", "（", "）", "……", "——", "2024", "GDP", "international")
MARKS_OF_BASES = ("“{}”", "《{}》", "{}：“", "”{}", "{}？！", "，{}", "{}·{}", "{0}·", "{0}。")


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with one story of narrow legs."""
    return jxprint.read_page(READINGS)


def with_copy(page: Page, *lines: str, legs: int = 6, punctuation: PunctuationStyle | None = None) -> Page:
    """The page with one story of these lines of copy."""
    findings: list[Finding] = []
    body = tuple(Paragraph(read_passage(line, Place(), findings)) for line in lines)
    assert not findings
    style = replace(page.style, punctuation=punctuation or page.style.punctuation)
    story = Story(letter="A", name="a", headline=(), byline=(), paragraphs=body, legs=legs)
    dummy = replace(page.dummy, rows=(("A",) * page.grid.columns,))
    sheet = replace(page.sheet, height_pt=9000.0)
    return replace(page, sheet=sheet, dummy=dummy, style=style, parts=(story,))


def proved(page: Page, library: Library) -> PlacedPage:
    """The page as composed, after its file was read back and found exact."""
    placed, sink = jxprint.compose(page, library), BytesIO()
    jxprint.write([placed], library, sink)
    report = jxprint.check(sink.getvalue(), page)
    assert report.ok, report.lines("en")
    return placed


def body_lines(placed: PlacedPage) -> list[TextLine]:
    """All lines of body text."""
    return [line for block in placed.text_blocks() if block.role == "body" for line in block.lines]


def dense(chance: random.Random) -> str:
    """A paragraph in which every third word has a reading."""

    def han(most: int) -> str:
        return "".join(chance.choices(HAN, k=chance.randint(1, most)))

    pieces: list[str] = []
    for _ in range(chance.randint(6, 24)):
        kind = chance.random()
        if kind < 0.4:
            base = chance.choice((han(4), han(2), chance.choice("“（，。")))
            if len(base) > 1 and chance.random() < 0.4:
                base = chance.choice(MARKS_OF_BASES).format(base, base[:1])
            said = " ".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))
            pieces.append(f"{{注音:{base}|{said}}}")
        elif kind < 0.6:
            pieces.append(chance.choice(BETWEEN))
        else:
            pieces.append(han(8))
    return "".join(pieces)


@pytest.mark.parametrize("region", ["CN", "TW"])
@pytest.mark.parametrize("width", ["full_width", "line_end_half", "mixed_width", "half_width", "plain"])
def test_dense_readings_stand_over_their_bases(
    width: PunctuationWidth, region: Region, page: Page, library: Library
) -> None:
    """In legs of 5, 11, 17 and 36 em, whatever the style does to marks: read back exactly, no base in two lines."""
    chance = random.Random(f"{width} {region}")
    for legs in (6, 3, 2, 1):
        for level in ("none", "gb", "house"):
            hangs = level == "gb" and region == "CN" and width in ("full_width", "plain")
            style = PunctuationStyle(level=level, width=width, region=region, hanging=hangs)
            copy = [dense(chance) for _ in range(3)]
            try:
                proved(with_copy(page, *copy, legs=legs, punctuation=style), library)
            except JxprintError as refusal:
                told = {finding.key for finding in refusal.findings}
                assert legs == 6
                assert told <= {"composition.reading_parted", "composition.word_too_wide"}


def test_a_base_is_parted_by_no_rule_for_words(page: Page, library: Library) -> None:
    """A long word, or an address, that is read as one stays whole where it alone would be broken."""
    base = "international"
    copy = [f"{HAN[:k]}{{注音:{base}|guó jì}}，{{注音:www.jx.cn/abc|wǎng}}{HAN[:9]}" for k in range(1, 12)]
    placed = proved(with_copy(page, *copy, legs=3), library)
    lines = [line for block in placed.text_blocks() for line in block.lines]
    bases = [run.text for line in lines for run in line.runs if run.inline == "base"]
    assert bases == [base, "www.jx.cn/abc"] * 11


def test_other_rules_give_way_before_a_base_is_parted(page: Page, library: Library) -> None:
    """A base of five em between marks that hold to it, in a leg of five em: a mark opens a line, and it is told."""
    placed = proved(with_copy(page, "今年以来{注音:秀洲区人才|xiùzhōu}，今年以来秀洲区。"), library)
    block = next(placed.text_blocks())
    assert isinstance(block, TextBlock)
    told = {rescue for line in block.lines for rescue in line.rescues}
    assert "start" in told
    assert "cut" not in told


def test_a_base_that_no_line_has_room_for_is_refused(page: Page, library: Library) -> None:
    """Seven characters read as one word in legs of five em: named, in place, with what can be done; nothing else is."""
    copy = "今年以来{注音:秀洲区人才战略|xiùzhōu}，今年{注音:以来|yǐlái}秀洲区。"
    with pytest.raises(JxprintError) as refused:
        jxprint.compose(with_copy(page, copy), library)
    (finding,) = refused.value.findings
    assert finding.key == "composition.reading_parted"
    assert finding.args["text"] == "秀洲区人才战略"
    assert finding.place.column == 9


@pytest.mark.parametrize("width", ["line_end_half", "mixed_width", "half_width"])
@pytest.mark.parametrize("before", ["：", "《", "，", "”"])
def test_a_reading_over_one_opening_mark_stands_over_it(
    before: str, width: PunctuationWidth, page: Page, library: Library
) -> None:
    """Behind another mark, where the quotation mark's left half is taken, its reading is over what is left of it; where
    the reading is wider than that, the mark keeps all of its em.
    """
    copy = f"今年{before}{{注音:“|ㄦ}}秀洲{before}{{注音:“|ㄓㄨㄥ}}秀洲。"
    placed = proved(with_copy(page, copy, legs=1, punctuation=PunctuationStyle(width=width)), library)
    (line,) = next(placed.text_blocks()).lines
    bases = [run for run in line.runs if run.inline == "base"]
    readings = [run for run in line.runs if run.inline == "reading"]
    assert [reading.text for reading in readings] == ["ㄦ", "ㄓㄨㄥ"]
    for base, reading in zip(bases, readings, strict=True):
        middle = reading.x + sum(reading.advances) / 2
        assert middle == pytest.approx(base.x + sum(base.advances) / 2, abs=0.01)


def test_a_mark_behind_the_end_of_markup_is_refused_in_its_place(page: Page, library: Library) -> None:
    """A variation selector and an accent that belong to nothing that is marked with them: told, and nothing breaks."""
    with pytest.raises(JxprintError) as refused:
        jxprint.compose(with_copy(page, "今年{加粗:以来}\ufe0f，秀洲区\ufe0f\u0301人才。"), library)
    assert {finding.key for finding in refused.value.findings} == {"composition.no_face"}
    assert [finding.args["char"] for finding in refused.value.findings] == ["\ufe0f", "区\ufe0f\u0301"]


def test_markup_in_markup_is_told_wherever_it_stands() -> None:
    """A reading within a reading, behind one that is well, and with a mark of emphasis between the two."""
    findings: list[Finding] = []
    read_passage("{注音:甲|jiǎ}{注音:乙{加粗:丙{注音:丁|dīng}}|yǐ}{注音:戊|wù}", Place(column=1), findings)
    assert [(one.key, one.place.column) for one in findings] == [("copy.markup_nested", 11)]


@pytest.mark.parametrize("said", ["zhuàng zhuàng", "ㄓㄨㄤˋ ㄓㄨㄤˋ"])
def test_the_room_of_a_reading_is_no_gap_of_its_line(said: str, page: Page, library: Library) -> None:
    """Neither it nor what stands between the reading's own letters; and the loosest line is told without readings."""
    copy = f"{HAN}{{注音:银杏|{said}}}{HAN}" * 3
    figures = typography(jxprint.compose(with_copy(page, copy, legs=2), library))
    assert figures.rescued_lines == 0
    assert 0.0 < figures.han_gap_max <= 0.13
    assert figures.widest_line
    assert not set(figures.widest_line) & set(said)


@pytest.mark.parametrize(("said", "parts"), [("yín xìng", True), ("yínxìng", False), ("ㄧㄣˊ ㄒㄧㄥˋ", True)])
def test_a_line_may_end_between_two_syllables_and_not_within_one_reading(
    said: str, parts: bool, page: Page, library: Library
) -> None:
    """A syllable a character makes two bases of 银杏, one reading over the word makes one."""
    parted = False
    for before in range(8, 24):
        copy = f"{HAN[:before]}{{注音:银杏|{said}}}{HAN}"
        lines = [line.text for line in body_lines(jxprint.compose(with_copy(page, copy, legs=2), library))]
        parted = parted or any(one.endswith("银") for one in lines)
    assert parted == parts
