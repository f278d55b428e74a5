"""Stories that go on elsewhere (转版): the parts of one are its copy, and it is cut where an editor would cut it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.copyfit import copyfit
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.jump_cuts import LEAST_LINES
from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.legs import SetParagraph
from jxprint.composition.making_up import make_up
from jxprint.composition.page_rows import planned
from jxprint.composition.rests import continued
from jxprint.description.editions import read_pages
from jxprint.errors import JxprintError, OversetError, Place
from jxprint.fonts import Library
from jxprint.model import Dummy, Markup, Page, Paragraph, Part, Passage, Story
from jxprint.placed import Cut, PlacedPage, TextBlock
from sabotage import pdf_of

ISSUE = Path(__file__).parent / "pages" / "issue"

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
WORDS = ["（注）", "“引文”", "《书》", "——", "……", "3.5%", "1,258", "2026", "GDP", "state-of-the-art", "B2B"]
PIECES = st.one_of(st.text(HAN, min_size=6, max_size=30), st.sampled_from(WORDS), st.just(" km "))
PARAGRAPH = st.lists(PIECES, min_size=5, max_size=24).map(lambda pieces: "".join(pieces).strip() or "空")
# Long enough, most of the time, that something is left to jump.
COPY = st.lists(st.tuples(PARAGRAPH, st.integers(0, 5)), min_size=4, max_size=9)
ROWS, LEGS = st.integers(2, 8), st.integers(2, 5)


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """The small edition as described."""
    return read_pages([ISSUE]).pages


def two_parts(pages: tuple[Page, ...], paragraphs: tuple[Paragraph, ...], rows: int | None, legs: int = 3) -> Page:
    """A page on which a story stands over the part that it goes on in."""
    city = pages[1]
    first, rest = city.part("W"), city.part("V")
    assert isinstance(first, Story)
    assert isinstance(rest, Story)
    first = replace(first, paragraphs=paragraphs, rows=rows, legs=legs, headline=(), byline=())
    return replace(city, parts=(first, rest), dummy=Dummy((("W",) * 5, ("V",) * 5)))


def paragraphs_of(copy: list[tuple[str, int]]) -> tuple[Paragraph, ...]:
    """Paragraphs with a subhead now and then, never two together nor at the end."""
    found: list[Paragraph] = []
    for number, (text, kind) in enumerate(copy):
        heads = kind == 0 and number and number < len(copy) - 1 and found[-1].kind == "body"
        found.append(Paragraph(Passage(text[:9] if heads else text), "subhead" if heads else "body"))
    return tuple(found)


def blocks_of(placed: PlacedPage, letter: str) -> list[TextBlock]:
    """The blocks of a part."""
    return [block for one in placed.articles if one.part == letter for block in one.text_blocks()]


def text_of(blocks: list[TextBlock]) -> str:
    """What some blocks set of the copy."""
    return "".join(line.text for block in blocks if block.field == "paragraph" for line in block.lines)


@settings(max_examples=60, deadline=None)
@given(copy=COPY, rows=ROWS, legs=LEGS)
def test_the_parts_of_a_story_are_its_copy(
    pages: tuple[Page, ...], library: Library, copy: list[tuple[str, int]], rows: int, legs: int
) -> None:
    """Nothing is lost or doubled at the cut, and neither side is left with less than a few lines; or it is refused."""
    paragraphs = paragraphs_of(copy)
    page = two_parts(pages, paragraphs, rows, legs)
    try:
        placed = jxprint.compose(page, library)
    except JxprintError as refusal:
        told = {one.key for one in refusal.findings}
        assert told <= {
            "composition.jump_needless", "composition.jump_too_short", "composition.jump_too_shallow",
            "composition.story_overset", "composition.word_too_wide",
        }  # fmt: skip
        return
    first, rest = blocks_of(placed, "W"), blocks_of(placed, "V")
    kept = text_of(first)
    assert kept + text_of(rest) == "".join(one.text for one in paragraphs)
    assert sum(len(block.lines) for block in first if block.field == "paragraph") >= LEAST_LINES
    (cut,) = placed.cuts
    assert (
        kept
        == "".join(one.text for one in paragraphs[: cut.paragraph]) + (paragraphs[cut.paragraph].text[: cut.offset])
    )
    if cut.offset:
        _is_no_run_cut(paragraphs[cut.paragraph].text, cut.offset)
        assert rest[1].lines[0].x == pytest.approx(placed.grid.column_xs[0])  # no indent
    assert [block.role for block in first][-1] == "jump"
    assert text_of_jump(first) == "（下转本版）"
    assert text_of_jump(rest) == "（上接本版）"
    assert paragraphs[cut.paragraph - 1].kind == "body" or cut.offset


@settings(max_examples=8, deadline=None)
@given(copy=COPY, rows=ROWS, legs=LEGS, times=st.integers(1, 3))
def test_the_file_shows_where_a_story_was_cut(
    pages: tuple[Page, ...], library: Library, copy: list[tuple[str, int]], rows: int, legs: int, times: int
) -> None:
    """Whatever the copy, paragraphs that repeat one another too: the check finds the cut and nothing amiss."""
    page = two_parts(pages, paragraphs_of(copy * times), rows, legs)
    try:
        placed = jxprint.compose(page, library)
    except JxprintError:
        return
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, report.lines("en")


@settings(max_examples=20, deadline=None)
@given(copy=COPY, legs=st.integers(1, 5), min_rows=st.integers(1, 12))
def test_a_story_without_rows_takes_what_the_plan_leaves(
    pages: tuple[Page, ...], library: Library, copy: list[tuple[str, int]], legs: int, min_rows: int
) -> None:
    """It goes to another page; what its part did not hold is the rest, and its parts are its copy."""
    paragraphs = paragraphs_of(copy)
    page = two_parts(pages, paragraphs, None, legs)
    first, rest = page.parts
    assert isinstance(first, Story)
    assert isinstance(rest, Story)
    assert first.jump_to is not None
    first = replace(first, jump_to=replace(first.jump_to, page=9), min_rows=min_rows)
    page = replace(page, parts=(first,), dummy=Dummy((("W",) * 5,)))
    try:
        placed = jxprint.compose(page, library)
    except OversetError as refusal:
        told = {one.key for one in refusal.findings}
        assert told <= {"composition.jump_too_short", "composition.jump_too_shallow", "composition.word_too_wide"}
        return
    (cut,) = placed.cuts
    left = continued(first, cut, rest)
    whole = text_of(blocks_of(placed, "W")) + "".join(one.text for one in left.paragraphs)
    assert whole == "".join(one.text for one in paragraphs)
    assert text_of_jump(blocks_of(placed, "W")) == "（下转第9版）"


def _is_no_run_cut(text: str, offset: int) -> None:
    """A word or a number is never parted by a jump, though a line might part it."""
    pair = text[offset - 1 : offset + 1]
    narrow = all(unicodedata.east_asian_width(char) not in "WF" for char in pair)
    assert " " in pair or not narrow or not any(char.isalnum() for char in pair)


def text_of_jump(blocks: list[TextBlock]) -> str:
    """The jump line among some blocks."""
    return "".join(line.text for block in blocks if block.role == "jump" for line in block.lines)


PLAIN = tuple(Paragraph(Passage((HAN * 3)[: 96 + 7 * number] + "。")) for number in range(6))


# Of words that everybody knows, none of them marks.
WORDY = tuple(Paragraph(Passage(("工人今天在岸边修补道路" * 12)[: 99 + 11 * number] + "。")) for number in range(6))


def test_the_jump_line_stands_under_the_text_of_the_last_leg(pages: tuple[Page, ...], library: Library) -> None:
    """Ranged right, on the grid, and its source says that it is generated."""
    placed = jxprint.compose(two_parts(pages, PLAIN, 8, 2), library)
    blocks = blocks_of(placed, "W")
    (line,) = blocks[-1].lines
    *_, before, last = sorted(one.y for block in blocks for one in block.lines if one.leg == 1)
    assert line.y == pytest.approx(last)
    assert last - before == pytest.approx(placed.grid.pitch)
    assert line.leg == 1
    end = line.runs[-1].x + sum(line.runs[-1].advances)
    assert end == pytest.approx(placed.print_space.x + placed.print_space.width, abs=0.5)
    assert {(run.source.field, run.source.part) for run in line.runs} == {("jump", "W")}
    assert any(run.face.startswith("kai") for run in line.runs)


def test_legs_are_level_with_the_jump_line(pages: tuple[Page, ...], library: Library) -> None:
    """The jump line counts as a line: no leg ends more than the end of a paragraph is worth above the foot."""
    for rows in range(5, 10):
        blocks = blocks_of(jxprint.compose(two_parts(pages, WORDY, rows, 3), library), "W")
        counts = [sum(line.leg == leg for block in blocks for line in block.lines) for leg in range(3)]
        assert max(counts) - min(counts) <= 1
        assert rows - 1 <= max(counts) <= rows


@settings(max_examples=40, deadline=None)
@given(copy=COPY, rows=ROWS, legs=LEGS)
def test_no_row_is_empty_over_the_jump_line(
    pages: tuple[Page, ...], library: Library, copy: list[tuple[str, int]], rows: int, legs: int
) -> None:
    """A law: what is wanting of a leg is wanting at its foot."""
    try:
        placed = jxprint.compose(two_parts(pages, paragraphs_of(copy), rows, legs), library)
    except JxprintError:
        return
    (*_, last) = lines = [line for block in blocks_of(placed, "W") for line in block.lines if block.role != "headline"]
    in_leg = [line.y for line in lines if line.leg == last.leg]
    assert [y - in_leg[0] for y in in_leg] == pytest.approx([row * placed.grid.pitch for row in range(len(in_leg))])


def test_paragraphs_give_and_take_lines_so_that_the_legs_are_full(library: Library) -> None:
    """The cut falls at the foot of the last leg: what its best place is off that, the text before it makes up."""
    page = read_pages([ISSUE.parents[2] / "layout" / "chaoxun"]).pages[0]
    story = page.part("A")
    assert isinstance(story, Story)
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    draft = JumpingStoryDraft(desk, replace(story, rows=23), desk.room("A"))
    taking = draft.taking(23)
    assert taking is not None
    lines = sum(len(paragraph.lines) for paragraph in taking.paragraphs)
    assert lines == (23 - draft.head_rows) * 2 - 1
    assert lines != taking.kept
    kept = "".join(line_text(paragraph, story) for paragraph in taking.paragraphs)
    assert kept == "".join(one.text for one in story.paragraphs)[: len(kept)]
    assert len(kept) == sum(len(one.text) for one in story.paragraphs[: taking.cut.paragraph]) + taking.cut.offset


def line_text(paragraph: SetParagraph, story: Story) -> str:
    """What the lines of a paragraph set of the copy."""
    text = story.paragraphs[paragraph.index].text
    return "".join(text[line.start : line.end] for line in paragraph.lines)


def test_the_end_of_a_paragraph_is_worth_two_lines(pages: tuple[Page, ...], library: Library) -> None:
    """Where one ends that close to the foot, the cut is there."""
    whole = Paragraph(Passage(HAN[:30]))
    ends = {}
    for rows in range(5, 13):
        (cut,) = jxprint.compose(two_parts(pages, (whole,) * 16, rows, 1), library).cuts
        ends[rows] = cut.offset
    assert set(ends.values()) == {0}


@pytest.mark.parametrize(
    ("paragraphs", "rows", "key"),
    [
        (PLAIN, 60, "composition.jump_needless"),
        (PLAIN[:1], 2, "composition.jump_too_short"),
        (PLAIN, 1, "composition.jump_too_shallow"),
        (PLAIN, None, "composition.jump_unpinned"),
    ],
)
def test_a_story_that_cannot_be_parted_is_refused(
    pages: tuple[Page, ...], library: Library, paragraphs: tuple[Paragraph, ...], rows: int | None, key: str
) -> None:
    """An empty slot is a printed error; so is a part without text. Told with the place, in both languages."""
    from jxprint.messages import render

    with pytest.raises(OversetError) as caught:
        jxprint.compose(two_parts(pages, paragraphs, rows), library)
    told = [one for one in caught.value.findings if one.key.startswith("composition.jump")]
    assert [one.key for one in told] == [key]
    assert told[0].place.file == pages[1].file
    assert all(render(told[0], language) for language in ("en", "zh"))


def test_the_first_part_has_legs_of_one_measure(pages: tuple[Page, ...], library: Library) -> None:
    """With legs of unequal measure it is refused where the jump is said."""
    page = two_parts(pages, PLAIN, 8)
    first, rest = page.parts
    with pytest.raises(JxprintError) as caught:
        jxprint.compose(replace(page, parts=(_relative(first), rest)), library)
    assert "composition.jump_shaped" in [finding.key for finding in caught.value.findings]


def _relative(part: Part) -> Story:
    assert isinstance(part, Story)
    return replace(part, remainder="relative")


def test_a_story_may_go_on_in_a_part_with_corners(pages: tuple[Page, ...], library: Library) -> None:
    """Where it goes on it is a story like any other; the check reads it whole."""
    page = two_parts(pages, PLAIN * 2, 8)
    city = pages[1]
    picture = replace(city.part("P"), rows=8)
    dummy = Dummy((("W",) * 5, ("V", "V", "V", "P", "P"), ("V",) * 5))
    page = replace(page, parts=(*page.parts, picture), dummy=dummy)
    placed = jxprint.compose(page, library)
    assert text_of(blocks_of(placed, "W") + blocks_of(placed, "V")) == "".join(one.text for one in PLAIN * 2)
    assert jxprint.check(pdf_of(placed, library), page).ok


def test_a_story_may_jump_more_than_once(pages: tuple[Page, ...], library: Library) -> None:
    """From part to part to part: three parts are the copy."""
    page = two_parts(pages, PLAIN, 5, 1)
    first, rest = page.parts
    assert isinstance(first, Story)
    assert isinstance(rest, Story)
    assert first.jump_to
    assert rest.jump_from
    middle = replace(rest, rows=8, jump_to=replace(first.jump_to, letter="Z"))
    last = replace(rest, letter="Z", jump_from=replace(rest.jump_from, letter="V"))
    page = replace(page, parts=(first, middle, last), dummy=Dummy((("W",) * 5, ("V",) * 5, ("Z",) * 5)))
    placed = jxprint.compose(page, library)
    assert "".join(text_of(blocks_of(placed, letter)) for letter in "WVZ") == "".join(one.text for one in PLAIN)
    assert len(placed.cuts) == 2


def test_what_stands_does_not_outlive_its_story(pages: tuple[Page, ...], library: Library) -> None:
    """The continuation's own part did not change; its text did."""
    before = jxprint.compose(two_parts(pages, WORDY, 8), library)
    after = jxprint.compose(two_parts(pages, WORDY[1:], 8), library)
    assert text_of(blocks_of(before, "V")) != text_of(blocks_of(after, "V"))
    assert text_of(blocks_of(after, "W") + blocks_of(after, "V")) == "".join(one.text for one in WORDY[1:])


def test_a_rest_keeps_its_markup_and_its_places(pages: tuple[Page, ...]) -> None:
    """A stretch that the cut goes through goes on; a syllable a character is cut with its characters."""
    passage = Passage(
        "甲乙丙丁戊己庚辛",
        Place("a.txt", 3, 5),
        (Markup("strong", 1, 6), Markup("ruby", 3, 7, "dīng wù jǐ gēng"), Markup("link", 0, 2, "https://x.cn")),
        ((1, 4), (6, 5)),
    )
    source, target = pages[1].part("W"), pages[1].part("V")
    assert isinstance(source, Story)
    assert isinstance(target, Story)
    story = replace(source, paragraphs=(Paragraph(Passage("前")), Paragraph(passage), Paragraph(Passage("后"))))
    rest = continued(story, Cut("W", 1, 4), target)
    assert [one.text for one in rest.paragraphs] == ["戊己庚辛", "后"]
    assert rest.resumes
    cut = rest.paragraphs[0].passage
    assert cut.markup == (Markup("strong", 0, 2), Markup("ruby", 0, 3, "wù jǐ gēng"))
    assert [cut.at(offset).column for offset in range(4)] == [passage.at(offset).column for offset in range(4, 8)]


def test_words_of_a_jump_that_no_face_has_are_told(pages: tuple[Page, ...], library: Library) -> None:
    """The style's words are copy like any other."""
    page = two_parts(pages, PLAIN, 8)
    words = replace(page.style.jump, to_here="（转\U0001f600）")
    page = replace(page, style=replace(page.style, jump=words))
    with pytest.raises(jxprint.FontError) as caught:
        jxprint.compose(page, library)
    assert [one.args["char"] for one in caught.value.findings] == ["\U0001f600"]


def beside_a_picture(pages: tuple[Page, ...], paragraphs: tuple[Paragraph, ...], rows: int | None = None) -> Page:
    """A page on which a story that goes to another page stands beside a picture of so many rows, over another story."""
    page = two_parts(pages, paragraphs, None, 2)
    first, rest = page.parts
    assert isinstance(first, Story)
    assert isinstance(rest, Story)
    assert first.jump_to is not None
    first = replace(first, jump_to=replace(first.jump_to, page=9))
    below = replace(rest, jump_from=None, paragraphs=WORDY[:2], name="below")
    picture = replace(pages[1].part("P"), rows=rows)
    dummy = Dummy((("P", "P", "P", "W", "W"), ("V",) * 5))
    return replace(page, parts=(picture, first, below), dummy=dummy)


@pytest.mark.parametrize("rows", [12, 20, None])
def test_a_story_without_rows_fills_the_depth_that_the_plan_leaves(
    pages: tuple[Page, ...], library: Library, rows: int | None
) -> None:
    """Beside a picture that is pinned, or that would grow too: down to what stands under it, with no hole."""
    placed = jxprint.compose(beside_a_picture(pages, WORDY * 8, rows), library)
    pitch = placed.grid.pitch
    story = [line for block in blocks_of(placed, "W") for line in block.lines]
    below = [line for block in blocks_of(placed, "V") for line in block.lines]
    assert min(line.y for line in below) - max(line.y for line in story) < 3 * pitch
    assert placed.print_space.y + placed.print_space.height - max(line.y for line in below) < 2 * pitch


def test_a_story_that_would_fit_keeps_a_few_lines_to_go_on(pages: tuple[Page, ...], library: Library) -> None:
    """It grows no further than its copy lets it."""
    placed = jxprint.compose(beside_a_picture(pages, WORDY[:2], 12), library)
    (cut,) = placed.cuts
    kept = text_of(blocks_of(placed, "W"))
    whole = "".join(one.text for one in WORDY[:2])
    assert whole.startswith(kept)
    lines = sum(len(block.lines) for block in blocks_of(placed, "W") if block.field == "paragraph")
    assert 3.0 < (len(whole) - len(kept)) / (len(kept) / lines) < LEAST_LINES + 4
    assert cut.part == "W"


def test_a_picture_that_was_cropped_takes_its_rows_back_first(pages: tuple[Page, ...], library: Library) -> None:
    """A page that is over crops its picture; what need not be cropped is the picture's, not the story's beside it."""
    page = beside_a_picture(pages, WORDY * 8)
    page = replace(page, dummy=Dummy((("W",) * 5, ("P",) * 5, ("V",) * 5)))
    made = make_up(page, library)
    plan = planned(made.desk, made.drafts, crop=True)
    assert plan.rows["P"] > made.drafts["P"].rows
    assert plan.rows["W"] == made.drafts["W"].rows


def test_cuts_of_a_continuation_are_counted_from_where_its_story_begins(
    pages: tuple[Page, ...], library: Library
) -> None:
    """On one page: the paragraph named is the file's, and cutting it is enough."""
    page = two_parts(pages, WORDY * 2, 12, 3)
    page = replace(page, parts=(page.parts[0], replace(page.parts[1], rows=8)))
    fit = copyfit(page, library)
    (one,) = [story for story in fit.stories if story.over]
    made = make_up(page, library)
    first = made.drafts["W"]
    assert isinstance(first, JumpingStoryDraft)
    taking = first.taking(12)
    assert taking is not None
    assert taking.cut.paragraph > 1
    assert one.part == "V"
    assert one.cuts
    assert {cut.paragraph for cut in one.cuts} <= set(range(taking.cut.paragraph + 1, len(WORDY) * 2 + 1))
    for cut in one.cuts:
        assert cut.characters <= len((WORDY * 2)[cut.paragraph - 1].text)
    story = page.parts[0]
    assert isinstance(story, Story)
    texts = {number: paragraph.text for number, paragraph in enumerate(story.paragraphs, 1)}
    texts |= {cut.paragraph: texts[cut.paragraph][: -cut.characters] for cut in one.cuts}
    left = tuple(Paragraph(Passage(text)) for text in texts.values() if text)
    assert copyfit(replace(page, parts=(replace(story, paragraphs=left), page.parts[1])), library).ok
