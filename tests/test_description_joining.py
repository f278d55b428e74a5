"""Both ends of jumps (转版): those to and from a double truck, and those of an edition whose page numbers are wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jxprint.checker import check
from jxprint.description.editions import read_pages
from jxprint.edition import make_edition
from jxprint.errors import Finding, JxprintError
from jxprint.messages import render
from jxprint.model import Page, Story

ISSUE = Path(__file__).parent / "pages" / "issue"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the small tabloid edition; its stories jump 1:A to 2:K, 2:W to 2:V and 1:B to 4:R."""
    return Path(shutil.copytree(ISSUE, tmp_path / "issue"))


@pytest.fixture
def truck(issue: Path) -> Path:
    """The same with R on the right half of the double truck."""
    change(issue / "river" / "page.toml", "S S S S R R R R R R", "S S S S S R R R R R")
    change(issue / "river" / "page.toml", "S S S S P P P P P P", "S S S S S P P P P P")
    change(issue / "river" / "page.toml", "legs = 4", "legs = 5")
    change(issue / "river" / "page.toml", "legs = 6", "legs = 5")
    return issue


def change(file: Path, old: str, new: str, times: int = 1) -> None:
    """Write other words into a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, times), encoding="utf-8", newline="\n")


def story(page: Page, letter: str) -> Story:
    """A story of a page."""
    part = page.part(letter)
    assert isinstance(part, Story)
    return part


def refused(folder: Path) -> list[Finding]:
    """What reading an edition refuses, in both languages."""
    with pytest.raises(JxprintError) as caught:
        read_pages([folder])
    assert all(render(one, language) for one in caught.value.findings for language in ("en", "zh"))
    return [one for one in caught.value.findings if one.severity == "error"]


def keys(folder: Path) -> list[str]:
    """The keys of that."""
    return [one.key for one in refused(folder)]


@pytest.mark.parametrize("said", ["4:R", "5:R", "4-5:R", "4—5：R", " 4 - 5 : R "])
@pytest.mark.parametrize(("half", "number"), [("issue", 4), ("truck", 5)])
def test_a_jump_to_a_double_truck_names_the_half_of_its_part(
    request: pytest.FixtureRequest, half: str, number: int, said: str
) -> None:
    """By whichever number, or both, its editor names it."""
    folder: Path = request.getfixturevalue(half)
    change(folder / "front" / "page.toml", '"4:R"', f'"{said}"')
    jump = story(read_pages([folder]).pages[0], "B").jump_to
    assert jump is not None
    assert (jump.page, jump.last) == (number, None)


def test_a_jump_line_leads_to_the_right_half(truck: Path) -> None:
    """As printed, and read back."""
    change(truck / "front" / "page.toml", '"4:R"', '"4-5:R"')
    made = make_edition([truck])
    report = check(made.pdf, read_pages([truck]).pages, title=made.title)
    assert report.ok, "\n".join(report.lines("en"))
    assert story(made.pages[0], "B").jump_to == story(read_pages([truck]).pages[0], "B").jump_to


def test_a_jump_from_a_double_truck_names_the_half_that_the_story_begins_on(truck: Path) -> None:
    """And one from half to half names the other; within a half it names none."""
    file = truck / "river" / "page.toml"
    change(file, 'jump_from = "1:B"', 'jump_from = "S"')
    change(file, 'copy = "banks.txt"', 'copy = "banks.txt"\njump_to = "R"\nrows = 12')
    change(truck / "front" / "page.toml", 'jump_to = "4:R"\n', "")
    river = read_pages([truck]).pages[3]
    to, from_ = story(river, "S").jump_to, story(river, "R").jump_from
    assert to is not None
    assert from_ is not None
    assert (to.page, from_.page) == (5, 4)
    change(file, "S S S S S R R R R R", "S S S S R R R R R R")
    change(file, "S S S S S P P P P P", "S S S S R R R R R R")
    text = file.read_text("utf-8")
    start, end = text.index('[[part]]\nletter = "P"'), text.index('[[part]]\nletter = "R"')
    file.write_text(text[:start] + text[end:].replace("legs = 5", "legs = 6"), "utf-8")
    change(file, "legs = 5", "legs = 4")
    to = story(read_pages([truck]).pages[3], "S").jump_to
    assert to is not None
    assert to.page is None


@pytest.mark.parametrize("said", ["2-3:K", "4-6:R", "3-4:R", "8-9:R"])
def test_numbers_of_no_double_truck_are_no_page(issue: Path, said: str) -> None:
    """Two single pages, and what does not face each other."""
    change(issue / "front" / "page.toml", '"4:R"', f'"{said}"')
    found = refused(issue)
    assert "page.jump_no_page" in [one.key for one in found]
    assert said.split(":")[0] in [one.args.get("page") for one in found]


def test_a_hint_names_the_half(truck: Path) -> None:
    """The part of the truck that goes on nowhere is told as 5:R."""
    change(truck / "front" / "page.toml", 'jump_to = "4:R"\n', "")
    (found,) = refused(truck)
    assert (found.key, found.args["here"]) == ("page.jump_from_nothing", "5:R")


# Page numbers that are wrong.

_GAP = ('"4-5"', '"6-7"')
_TWICE = ("number = 3", "number = 2")
_QUOTED = ("number = 3", 'number = "3"')


@pytest.mark.parametrize(("old", "new"), [_GAP, _TWICE, _QUOTED])
@pytest.mark.parametrize(
    ("file", "was", "becomes", "told"),
    [
        ("front", '"2:K"', '"2:K"', []),
        ("front", '"2:K"', '"2:Z"', ["page.jump_no_part"]),
        ("city", 'jump_from = "1:A"', 'jump_from = "1:Z"', ["page.jump_no_part", "page.jump_other_source"]),
        ("city", 'jump_to = "V"', 'jump_to = "W"', ["page.jump_to_itself"]),
        ("city", 'jump_to = "V"', 'jump_to = "Z"', ["page.jump_no_part_here"]),
        ("city", 'jump_to = "V"', 'jump_to = "P"', ["page.jump_not_a_rest"]),
        ("city", 'jump_to = "V"', 'jump_to = "K"', ["page.jump_slot_taken"]),
        ("city", 'jump_to = "V"\n', "", ["page.jump_from_nothing"]),
        ("front", '"2:K"', '"1:A"', ["page.jump_to_itself"]),
        ("front", '"2:K"', '"4:R"', ["page.jump_slot_taken"]),
    ],
)
def test_what_is_wrong_with_jumps_whatever_the_numbers_is_told_beside_them(
    issue: Path, old: str, new: str, file: str, was: str, becomes: str, told: list[str]
) -> None:
    """A jump to itself, to a part that no page has, of two stories into one slot; and nothing that a number decides."""
    change(issue / "edition.toml", old, new)
    (numbers,) = keys(issue)
    change(issue / file / "page.toml", was, becomes)
    assert sorted(key for key in keys(issue) if key != numbers) == told


@pytest.mark.parametrize(
    ("numbers", "told"), [(_GAP, []), (_TWICE, ["page.jump_no_page"]), (_QUOTED, ["page.jump_no_page"])]
)
def test_a_page_beyond_all_there_can_be_is_none(issue: Path, numbers: tuple[str, str], told: list[str]) -> None:
    """Five pages have no page 7, whichever of their numbers is wrong; where one of them may be that nobody can tell."""
    change(issue / "edition.toml", *numbers)
    (wrong,) = keys(issue)
    change(issue / "front" / "page.toml", '"2:K"', '"7:K"')
    assert [key for key in keys(issue) if key != wrong] == told


def test_a_part_may_be_on_a_page_that_cannot_be_read(issue: Path) -> None:
    """Nobody knows what is on a page that is not there; a page with a mistake in it has its letters all the same."""
    change(issue / "edition.toml", *_GAP)
    change(issue / "front" / "page.toml", '"2:K"', '"2:Z"')
    change(issue / "market" / "page.toml", "[[part]]", "[[part]]\nzzz = 1")
    assert sorted(keys(issue)) == ["page.jump_no_part", "page.number_gap", "page.unknown_key"]
    change(issue / "market" / "page.toml", "zzz = 1\n", "")
    change(issue / "edition.toml", '"market"', '"markt"')
    assert keys(issue) == ["page.no_page_folder", "page.number_gap"]


def test_one_number_of_two_pages_is_two_slots(issue: Path) -> None:
    """Two stories that go on at 2:K may go on at different pages, as long as two pages are page 2 and have a K."""
    change(issue / "edition.toml", *_TWICE)
    change(issue / "front" / "page.toml", '"4:R"', '"2:K"')
    assert sorted(keys(issue)) == ["page.jump_slot_taken", "page.number_twice"]
    text = (issue / "market" / "page.toml").read_text("utf-8").replace("N", "K")
    text = text.replace('copy = "tea.txt"', 'jump_from = "1:B"\nheadline = "续"')
    (issue / "market" / "page.toml").write_text(text, "utf-8")
    change(issue / "river" / "page.toml", 'jump_from = "1:B"', 'copy = "banks.txt"')
    change(issue / "river" / "page.toml", 'headline = "旧书有了新架"\n', "")
    assert keys(issue) == ["page.number_twice"]


def chain(issue: Path) -> None:
    """A story from page 1 over page 2 to page 3."""
    change(issue / "city" / "page.toml", 'jump_from = "1:A"', 'jump_from = "1:A"\njump_to = "3:N"\nrows = 9')
    change(issue / "market" / "page.toml", 'copy = "tea.txt"', 'jump_from = "2:K"\nheadline = "续"')


def test_a_story_may_go_on_over_three_pages(issue: Path) -> None:
    """It has one name all the way, and its text is proved."""
    chain(issue)
    made = make_edition([issue])
    assert {story(made.pages[at], letter).name for at, letter in ((0, "A"), (1, "K"), (2, "N"))} == {"bridge"}
    assert check(made.pdf, read_pages([issue]).pages, title=made.title).ok


def test_a_chain_that_comes_back_is_told_once(issue: Path) -> None:
    """From page 3 to where it began, whatever the numbers of the pages."""
    chain(issue)
    change(issue / "market" / "page.toml", 'jump_from = "2:K"', 'jump_from = "2:K"\njump_to = "1:A"')
    change(issue / "front" / "page.toml", 'copy = "bridge.txt"', 'jump_from = "3:N"\nheadline = "甲"')
    assert keys(issue) == ["page.jump_circle"]
    change(issue / "edition.toml", *_GAP)
    assert sorted(keys(issue)) == ["page.jump_circle", "page.number_gap"]
