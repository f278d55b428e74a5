"""Copyfitting: what is done so that a page fits, in the order of its style, and what is left for an editor."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.cli import main
from jxprint.cli.tabular import table_lines
from jxprint.composition.copyfit import Copyfit, copyfit
from jxprint.composition.cuts import shortened
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import count_lines
from jxprint.composition.making_up import make_up
from jxprint.composition.stories import body_copy
from jxprint.composition.trying import trials
from jxprint.fonts import Library, open_library
from jxprint.messages import render
from jxprint.model import Page, Story
from jxprint.model.style import Fitting, FittingStep

ROOT = Path(__file__).parent.parent
FIRST = ROOT / "layout" / "jiaxing"

MORE = (
    "桐乡还将继续加大招引力度，完善落地项目的全程服务机制，让每一个签约项目都能早开工、早投产、早见效，并以此带动"
    "上下游企业在本地集聚发展，形成更加完整的产业链条和更加稳定的就业岗位。"
)


@pytest.fixture(scope="module")
def first() -> Page:
    """The first page."""
    return jxprint.read_page(FIRST)


@pytest.fixture(scope="module")
def library(first: Page) -> Library:
    """Its faces."""
    return open_library(first.style.fonts)


def longer(page: Page, letter: str, text: str) -> Page:
    """The page with a longer last paragraph in one story."""

    def grown(story: Story) -> Story:
        last = story.paragraphs[-1]
        passage = replace(last.passage, text=last.passage.text + text)
        return replace(story, paragraphs=(*story.paragraphs[:-1], replace(last, passage=passage)))

    parts = [grown(part) if isinstance(part, Story) and part.letter == letter else part for part in page.parts]
    return replace(page, parts=tuple(parts))


def just_over(page: Page, library: Library, letter: str) -> Page:
    """The page with every paragraph of a story over its last full line by no more than marks can take."""
    part = page.part(letter)
    assert isinstance(part, Story)
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    paragraphs = []
    for paragraph, copy in zip(part.paragraphs, body_copy(desk, part, desk.frame.column_width), strict=True):
        lines = count_lines(paragraph.text, copy.setting)
        for more in range(1, 30):
            text = paragraph.text + MORE[:more]
            if count_lines(text, copy.setting) > lines and count_lines(text, copy.setting, line_price=40) == lines:
                paragraph = replace(paragraph, passage=replace(paragraph.passage, text=text, markup=()))
                break
        paragraphs.append(paragraph)
    longer_ = replace(part, paragraphs=tuple(paragraphs))
    return replace(page, parts=tuple(longer_ if one.letter == letter else one for one in page.parts))


def allowing(page: Page, *order: FittingStep, least: float | None = None, most: float | None = None) -> Page:
    """The page in a style that allows these steps."""
    return replace(page, style=replace(page.style, fitting=Fitting(order, least, most)))


def by_letter(fit: Copyfit, letter: str) -> object:
    """One story's answer."""
    return next(one for one in fit.stories if one.part == letter)


def test_a_page_that_fits_is_left_alone(first: Page, library: Library) -> None:
    """Every story of the first page has as many lines as its rows hold, and nothing was done to it."""
    fit = copyfit(allowing(first, "marks", "head", "picture", "pitch"), library)
    assert fit.ok
    assert not fit.fitted
    for story in fit.stories:
        assert (story.over, story.fitted) == (0, ())
        assert story.room >= story.takes
    assert [(one.name, one.takes) for one in fit.stories if one.name == "xiuzhou"] == [("xiuzhou", 36)]


def test_what_is_over_is_told_in_lines_and_characters(first: Page, library: Library) -> None:
    """The stack is over by two rows, which are four lines of any of its stories of two legs, where levelling its legs
    does not win one.
    """
    fit = copyfit(allowing(longer(first, "B", MORE)), library)
    assert not fit.ok
    told = {one.name: (one.over, one.shared) for one in fit.stories if one.over}
    assert told["tongxiang"] == (3, True)
    assert told["haining"] == (4, True)
    assert "xiuzhou" not in told


@settings(max_examples=12, deadline=None)
@given(st.integers(20, 160), st.sampled_from("ACEF"))
def test_cutting_what_is_told_makes_it_fit(first: Page, library: Library, more: int, letter: str) -> None:
    """A law: without the characters that the answer names, taken from the ends of those paragraphs, the page fits."""
    page = allowing(longer(first, letter, (MORE * 3)[:more]))
    fit = copyfit(page, library)
    story = next(one for one in fit.stories if one.part == letter)
    if fit.ok:
        assert story.over == 0
        return
    part = page.part(letter)
    assert isinstance(part, Story)
    paragraphs = list(part.paragraphs)
    for cut in story.cuts:
        passage = paragraphs[cut.paragraph - 1].passage
        shorter = replace(passage, text=passage.text[: -cut.characters], markup=())
        paragraphs[cut.paragraph - 1] = replace(paragraphs[cut.paragraph - 1], passage=shorter)
    cut_page = replace(
        page,
        parts=tuple(replace(part, paragraphs=tuple(paragraphs)) if one.letter == letter else one for one in page.parts),
    )
    assert copyfit(cut_page, library).ok


def test_marks_are_squeezed_before_anything_else(first: Page, library: Library) -> None:
    """A story a little too long gives its lines back, and nothing else is touched."""
    page = just_over(first, library, "C")
    assert not copyfit(allowing(page), library).ok
    fit = copyfit(allowing(page, "marks", "head", "picture"), library)
    assert fit.ok
    done = [one for story in fit.stories for one in story.fitted]
    assert {one.step for one in done} == {"marks"}
    assert all(one.after < one.before for one in done)


def test_heads_step_down_where_that_wins_a_row(first: Page, library: Library) -> None:
    """The style's own steps, in points; the rest of the page stays."""
    roles = dict(first.style.roles)
    roles["story_headline"] = replace(roles["story_headline"], steps_pt=(20.0, 14.0))
    page = replace(first, style=replace(first.style, roles=roles))
    page = allowing(longer(page, "F", MORE), "head")
    fit = copyfit(page, library)
    done = [one for story in fit.stories for one in story.fitted]
    assert done
    assert {one.step for one in done} == {"head"}
    assert all(one.after < one.before for one in done)


def test_the_pitch_changes_for_the_whole_page(first: Page, library: Library) -> None:
    """Within the limits, by as few rows as it takes, and every line still stands on the one grid."""
    page = allowing(longer(first, "B", MORE), "pitch", least=14.2)
    fit = copyfit(page, library)
    assert fit.ok
    assert [one.step for one in fit.fitted] == ["pitch"]
    assert 14.2 <= fit.pitch_pt < 15
    placed = jxprint.compose(page, library)
    assert placed.grid.pitch == fit.pitch_pt
    for block in placed.text_blocks():
        for line in block.lines if block.role == "body" else ():
            rows = (line.y - placed.grid.first_baseline) / placed.grid.pitch
            assert abs(rows - round(rows)) < 1e-6
    lowest = max(line.y for block in placed.text_blocks() for line in block.lines)
    assert lowest <= placed.print_space.bottom + 0.01


def test_a_limit_that_wins_no_row_changes_nothing(first: Page, library: Library) -> None:
    """The page keeps its pitch, and is refused."""
    page = allowing(longer(first, "B", MORE * 4), "pitch", least=14.9)
    fit = copyfit(page, library)
    assert not fit.ok
    assert fit.pitch_pt == 15


def test_what_may_be_done_is_done_before_an_editor_is_asked(first: Page, library: Library) -> None:
    """At the least pitch the page is still over, by less than at its own: fewer characters are to be cut."""
    page = longer(first, "B", MORE * 4)
    as_it_is = {one.part: one.cut for one in copyfit(allowing(page), library).stories}
    fit = copyfit(allowing(page, "pitch", least=14.7), library)
    assert not fit.ok
    assert [one.step for one in fit.fitted] == ["pitch"]
    assert 14.7 <= fit.pitch_pt < 15
    assert 0 < next(one.cut for one in fit.stories if one.part == "B") < as_it_is["B"]


def test_a_head_made_smaller_at_a_narrower_pitch_is_told_from_its_usual_size(first: Page, library: Library) -> None:
    """What was done at the page's own pitch is done anew at another, and told whole."""
    roles = dict(first.style.roles)
    roles["story_headline"] = replace(roles["story_headline"], steps_pt=(22.0, 20.0, 14.0))
    page = replace(longer(first, "B", MORE * 3), style=replace(first.style, roles=roles))
    fit = copyfit(allowing(page, "head", "pitch", least=14.0), library)
    usual = {one.part: one.head_usual_pt for one in fit.stories}
    steps = [one for story in fit.stories for one in story.fitted]
    assert [one.step for one in fit.fitted] == ["pitch"]
    assert steps
    first_steps: dict[str | None, float] = {}
    for one in steps:
        first_steps.setdefault(one.part, one.before)
    assert all(before == usual[part] for part, before in first_steps.items() if part is not None)


def test_white_that_is_over_goes_into_the_pitch(first: Page, library: Library) -> None:
    """A short page is opened evenly, no further than its limit and no row deeper than the type area."""
    parts = []
    for part in first.parts:
        if isinstance(part, Story) and part.letter in "ABCDEFG":
            part = replace(part, paragraphs=part.paragraphs[:2])
        parts.append(part)
    page = allowing(replace(first, parts=tuple(parts)), "marks", most=15.6)
    made = make_up(page, library)
    assert 15 < made.desk.frame.pitch <= 15.6
    assert not made.plan.over


def test_pictures_are_cropped_in_their_turn(first: Page, library: Library) -> None:
    """Only where the style names pictures do they give rows below their own shape."""
    page = longer(first, "A", MORE)
    assert not copyfit(allowing(page), library).ok


def small(folder: Path, dummy: str, parts: dict[str, str], depth_mm: int = 120) -> Page:
    """A page of four columns under a masthead, each other part a story so many sentences long, with keys of its own."""
    shutil.copytree(FIRST.parent / "styles", folder.parent / "styles", dirs_exist_ok=True)
    folder.mkdir()
    tables = []
    for letter, keys in parts.items():
        sentences, _, more = keys.partition(" ")
        (folder / f"{letter}.txt").write_text(
            "headline: 渡口\n\n" + f"{SENTENCE * 4}\n" * int(sentences), encoding="utf-8"
        )
        tables.append(f'[[part]]\nletter = "{letter}"\nkind = "story"\ncopy = "{letter}.txt"\n{more}\n')
    (folder / "page.toml").write_text(
        f"""format = 1
title = "试"
style = "daily"
dummy = \"\"\"
M M M M
{dummy}
\"\"\"
[sheet]
width = "296mm"
height = "{depth_mm + 40}mm"
head = "20mm"
foot = "20mm"
left = "20mm"
right = "20mm"
[grid]
columns = 4
measure = "17字"
gap = "1.2字"
body = "10pt"
pitch = "15pt"
[[part]]
letter = "M"
kind = "masthead"
text = "新版"
"""
        + "".join(tables),
        encoding="utf-8",
    )
    return jxprint.read_page(folder)


SENTENCE = "江边的渡口今年春天重新开了。"


def told(page: Page, library: Library) -> list[str]:
    """What is said of a page that does not fit."""
    return [render(one, "en") for one in copyfit(allowing(page), library).findings]


def test_pins_that_fight_are_named_with_their_rows(tmp_path: Path, library: Library) -> None:
    """No cut helps where pins ask for more than there is; nobody is told to cut."""
    page = small(tmp_path / "page", "A A B B\nC C D D", {
        "A": "1 rows = 15", "B": "1", "C": "1 rows = 12", "D": "1",
    })  # fmt: skip
    (said,) = told(page, library)
    assert "M, A (pinned to 15 rows), C (pinned to 12 rows): this stack is 10 rows too deep" in said
    assert "cutting copy would not be enough" in said
    assert all(not one.over for one in copyfit(allowing(page), library).stories)


def test_a_pin_under_what_is_drawn_over_it_is_told(tmp_path: Path, library: Library) -> None:
    """A part pinned to the head of the page under another: the first free row is named."""
    page = small(tmp_path / "page", "A A B B", {"A": "1 top = 0", "B": "1"})
    (said,) = told(page, library)
    assert "A is pinned to row 0; row 5 is the first that is free under what is drawn over it: M" in said
    lower = small(tmp_path / "lower", "A A B B", {"A": "1 top = 2", "B": "1"})
    (said,) = told(lower, library)
    assert "A is pinned to row 2, and the rows 0 to 1 over it are 3 rows too few for M" in said


def test_both_stacks_over_one_part_are_told(tmp_path: Path, library: Library) -> None:
    """Two stories side by side, each too deep with what stands under both: cutting one would leave the other."""
    page = small(tmp_path / "page", "A A B B\nC C C C", {"A": "8", "B": "7", "C": "1"})
    first, second = told(page, library)
    assert "M, A, C: this stack is" in first
    assert "M, B, C: this stack is" in second
    fit = copyfit(allowing(page), library)
    assert {one.part for one in fit.stories if one.over and one.cuts} >= {"A", "B"}


def test_what_no_story_can_give_alone_may_be_shared(tmp_path: Path, library: Library) -> None:
    """Where each has too little, what they give together is told, and made so the page fits."""
    page = small(tmp_path / "page", "A A A A\nB B B B\nC C C C", {"A": "5", "B": "5", "C": "5"}, 110)
    (said,) = told(page, library)
    assert "no story of it can give that alone, together they could give" in said
    stories = [one for one in copyfit(allowing(page), library).stories if one.over]
    assert len(stories) > 1
    assert all(one.together and one.cuts and one.shared and one.cut < one.characters for one in stories)
    for one in stories:
        part = page.part(one.part)
        assert isinstance(part, Story)
        page = shortened(page, part, one.cuts)
    assert not told(page, library)


def test_trials_tell_rows_for_columns_and_legs(first: Page, library: Library) -> None:
    """Over its own four columns in four legs the story takes what it takes on the page."""
    made = {(one.columns, one.legs): one for one in trials(first, library, "A")}
    own = made[4, 4]
    assert own.measure == pytest.approx(15.5)
    assert (own.lines, own.short) == (36, 0)
    assert own.rows == own.head_rows + 9
    assert made[3, 3].rows > own.rows
    with pytest.raises(TypeError):
        list(trials(first, library, "P"))


def test_the_command_tells_and_its_code_says_whether_it_fits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 where all fits; an overset page's own code where not, in words and in JSON."""
    assert main(["fit", str(FIRST)]) == 0
    told = capsys.readouterr()
    assert told.out.count("fits") == 7
    folder = tmp_path / "page"
    shutil.copytree(FIRST, folder)
    with (folder / "tongxiang.txt").open("a", encoding="utf-8") as file:
        file.write(MORE + "\n")
    assert main(["fit", str(folder)]) == 5
    told = capsys.readouterr()
    assert "cut 28 characters here (4 lines" in told.out
    assert "2 rows too deep" in told.err
    assert main(["fit", str(folder), "--json"]) == 5
    answer = json.loads(capsys.readouterr().out)
    story = next(one for one in answer["stories"] if one["name"] == "tongxiang")
    assert (answer["ok"], story["over"], story["cut"]) == (False, 4, 28)
    assert main(["--lang", "zh", "fit", str(folder)]) == 5
    assert "本叠溢出：在此删 28 字" in capsys.readouterr().out


def test_every_cut_stands_in_the_table() -> None:
    """A long answer goes on below, broken behind a mark, each item whole; a short one is a line."""
    cuts = ", ".join(f"{at} in paragraph {at}" for at in range(10, 40))
    _, *rows = table_lines([["story", "takes", ""], ["a", "12", f"cut 9 characters ({cuts})"], ["b", "7", "fits"]])
    assert " ".join(row.strip() for row in rows[:-1]).endswith(f"({cuts})")
    assert {row[:14] for row in rows[1:-1]} == {" " * 14}
    assert max(len(row) for row in rows) <= 14 + 100
    assert rows[-1] == "b          7  fits"
    assert all(row.endswith(",") for row in rows[:-2])


def test_the_command_tries_one_story(capsys: pytest.CaptureFixture[str]) -> None:
    """By the name of its file or its letter; another is refused with those that there are."""
    assert main(["fit", str(FIRST), "--try", "xiuzhou"]) == 0
    by_name = capsys.readouterr().out
    assert main(["fit", str(FIRST), "--try", "A"]) == 0
    assert capsys.readouterr().out == by_name
    assert "4×15.5" in by_name
    assert main(["fit", str(FIRST), "--try", "A", "--json"]) == 0
    assert {"columns", "legs", "rows"} <= set(json.loads(capsys.readouterr().out)["trials"][0])
    assert main(["fit", str(FIRST), "--try", "Z"]) == 2
    assert "xiuzhou" in capsys.readouterr().err
