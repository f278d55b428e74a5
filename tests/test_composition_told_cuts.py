"""A law of what `fit` tells of a page that is over: made exactly, the cuts make it fit, and hardly less does. Nothing
is told that cannot be: no more than a story has, and no "no cut would do" where one would.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.cli import main
from jxprint.composition.copyfit import Copyfit, StoryFit, copyfit, story_fits
from jxprint.composition.cuts import Cut, shortened
from jxprint.composition.making_up import findings_of, is_over, make_up
from jxprint.composition.overset_proof import compose_overset
from jxprint.composition.torn_cures import cures
from jxprint.fonts import Library, open_library
from jxprint.messages import render, said
from jxprint.model import Page, Paragraph, Passage, Story

SENTENCES = (
    "江边的渡口今年春天重新开了。", "船工说两岸居民过江不必再绕行十二公里；", "孩子们在岸上数船，数到天黑也不肯回家。",
    "老支书把茶碗放下，笑了起来：“水退了以后，先修堤，再修路。”", "今年前三季度完成12.6亿元，同比增长7.8%。",
)  # fmt: skip
# By name: the dummy, the characters of each story, and keys of some. All are too deep for the page.
PAGES: dict[str, tuple[str, dict[str, int], dict[str, str]]] = {
    "one over another": ("A A A A A\nB B B B B", {"A": 2600, "B": 1900}, {}),
    "three over each other": ("A A A A A\nB B B B B\nC C C C C", {"A": 1500, "B": 1700, "C": 1300}, {}),
    "side by side over one": ("A A B B B\nC C C C C", {"A": 1300, "B": 1500, "C": 1500}, {}),
    "far too long": ("A A B B B\nC C C D D", {"A": 2600, "B": 2500, "C": 3600, "D": 1500}, {}),
    "pinned": ("A A B B B\nC C C C C", {"A": 900, "B": 800, "C": 900}, {"A": "rows = 20", "C": "rows = 10"}),
    "a shape over one": ("A A B B B\nA C C C C\nD D D D D", {"A": 900, "B": 900, "C": 1200, "D": 1500}, {}),
    "set downwards": (
        "A A A B B\nC C C B B", {"A": 800, "B": 2600, "C": 800}, {"B": 'writing = "vertical"'},
    ),
    "a shape that is short": (
        "A A B B B\nA A B B B\nC A A B B\nC C A B B\nC C A B B", {"A": 377, "B": 2600, "C": 800}, {},
    ),
    "shapes in one another": (
        "A A A B B\nC A A B B\nC C A A B\nC C D D D", {"A": 1350, "B": 1400, "C": 1180, "D": 710}, {},
    ),
    "a shape round two": ("A A A A A\nB B C C C\nB D D C C\nB D D C C", {"A": 1075, "B": 946, "C": 1956, "D": 946}, {}),
    "downwards in two stacks": (
        "A A A B B\nA A C C C\nD D C C C", {"A": 2300, "B": 1500, "C": 2600, "D": 1200}, {"B": 'writing = "vertical"'},
    ),
    "with a head beside it": (
        "A A A B B\nC C C C C", {"A": 2000, "B": 1900, "C": 800}, {"A": 'head_at = "beside"\nhead_columns = 1'},
    ),
}  # fmt: skip


def page_of(folder: Path, name: str, seed: int) -> Page:
    """One of the pages, its stories a little longer or shorter each time."""
    dummy, lengths, keys = PAGES[name]
    made = random.Random(seed)  # the same each time
    folder.mkdir(parents=True, exist_ok=True)
    parts = "".join(
        f'[[part]]\nletter = "{one}"\nkind = "story"\ncopy = "{one}.txt"\n{keys.get(one, "")}\n' for one in lengths
    )
    page = f'format = 1\ntitle = "试"\nstyle = "tabloid"\ndummy = """\n{dummy}\n"""\n{parts}'
    (folder / "page.toml").write_text(page, encoding="utf-8")
    for one, length in lengths.items():
        text, left = "headline: 渡口\n\n", round(length * made.uniform(0.9, 1.15))
        while left > 0:
            paragraph = "".join(made.choices(SENTENCES, k=made.randint(1, 7)))[:left]
            text, left = text + paragraph + "\n", left - len(paragraph)
        (folder / f"{one}.txt").write_text(text, encoding="utf-8")
    return jxprint.read_page(folder)


def chosen(fit: Copyfit) -> list[StoryFit]:
    """Stories to cut: all that are told to give together, and one of those that can give instead of each other."""
    found: list[StoryFit] = []
    for one in fit.stories:
        if one.cuts and (one.together or not {each.name for each in found} & set(one.others)):
            found.append(one)
    return found


def cut(page: Page, letter: str, cuts: Sequence[Cut]) -> Page:
    """The page with a story cut so."""
    part = page.part(letter)
    assert isinstance(part, Story)
    return shortened(page, part, cuts)


def longer(page: Page, letter: str, characters: int) -> Page:
    """The page with so many characters more in a story, in its own words: others take a line or two more or less."""
    part = page.part(letter)
    assert isinstance(part, Story)
    *first, last = part.paragraphs
    own = "".join(one.text for one in part.paragraphs)
    more = replace(part, paragraphs=(*first, Paragraph(Passage(last.text + (own * 90)[:characters]))))
    return replace(page, parts=tuple(more if one.letter == letter else one for one in page.parts))


def a_line_less(one: StoryFit) -> tuple[Cut, ...]:
    """What is told of a story, but for about a line of it, the last one."""
    left, cuts = round(one.measure), []
    for each in reversed(one.cuts):
        kept = min(left, each.characters)
        left -= kept
        if each.characters > kept:
            cuts.append(replace(each, characters=each.characters - kept, whole=False))
    return tuple(reversed(cuts))


def fits(page: Page, library: Library) -> bool:
    """Whether nothing is wrong with a page; of one that is over it is not asked what would help."""
    made = make_up(page, library)
    return not is_over(made) and not findings_of(made)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", PAGES)
def test_what_is_told_makes_the_page_fit_and_hardly_less_does(
    tmp_path: Path, library: Library, name: str, seed: int
) -> None:
    """Every page here is one that cuts can help."""
    page = page_of(tmp_path, name, seed)
    fit = copyfit(page, library)
    assert not fit.ok
    for one in fit.stories:
        assert one.cut < one.characters
        assert not one.over or one.cuts or one.others
    done = page
    to_cut = chosen(fit)
    for one in to_cut:
        done = cut(done, one.part, one.cuts)
    assert copyfit(done, library).ok, [finding.key for finding in copyfit(done, library).findings]
    for less in to_cut:
        nearly = page
        for one in to_cut:
            nearly = cut(nearly, one.part, a_line_less(one) if one is less else one.cuts)
        assert not fits(nearly, library), (less.part, less.cut)


@pytest.mark.parametrize("name", [name for name in PAGES if "shape" in name])
def test_nobody_waits_for_what_is_told(tmp_path: Path, library: Library, name: str) -> None:
    """A page with shapes takes some ten milliseconds to make up: it is made up some dozen times, not some hundred."""
    made = make_up(page_of(tmp_path, name, 0), library)
    assert any(one.cuts for one in story_fits(made))
    tried = len(made.trials)
    assert 1 < tried < 100
    assert findings_of(made)
    assert len(made.trials) == tried  # the refusal asks what the table did


@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_of_a_page_is_the_same_in_table_and_refusal(tmp_path: Path, library: Library, seed: int) -> None:
    """A stack whose own stories need not give is told what is cut beside it."""
    made = make_up(page_of(tmp_path, "a shape that is short", seed), library)
    told = " ".join(render(one, "en") for one in findings_of(made))
    for one in story_fits(made):
        assert not one.cuts or f"{one.cut} characters" in told
        if one.over and not one.cuts:
            assert "it fits once this is cut beside it: B" in told
            assert f"{one.over} lines over" not in told


FAR_TOO_SHORT = {
    "an L between": ("A A B B B\nA A B B B\nC A A B B\nC C A B B\nC C A B B", {"A": 100, "B": 2600, "C": 800}),
    "a step": ("A A A B B\nC A A A B\nC C A A B\nC C A A B", {"A": 100, "B": 2600, "C": 800}),
    "an L beside two": ("A A A A A\nB B B C C\nB B D C C\nB B D C C", {"A": 1300, "B": 1600, "C": 2400, "D": 500}),
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", FAR_TOO_SHORT)
def test_a_shape_far_too_short_hides_nothing_of_what_is_over_beside_it(
    tmp_path: Path, library: Library, name: str, seed: int
) -> None:
    """No cut would make it stand, so what is over and what is wanting are told at once, and both together do."""
    PAGES["far too short"] = (*FAR_TOO_SHORT[name], {})
    page = page_of(tmp_path, "far too short", seed)
    del PAGES["far too short"]
    fit = copyfit(page, library)
    done = page
    for one in chosen(fit):
        done = cut(done, one.part, one.cuts)
    assert done != page
    for one in fit.stories:
        assert not one.over or one.cuts or one.others
        if any((one.under, one.wanting) == (f.args.get("lines"), f.args.get("characters")) for f in fit.findings):
            done = longer(done, one.part, one.wanting)
    assert copyfit(done, library).ok


def test_who_can_give_is_said_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the table, in the refusal and in the marks of a proof: which other story is to be cut, or all of which."""
    page = page_of(tmp_path / "long", "far too long", 0)
    assert main(["fit", str(tmp_path / "long"), "--lang", "zh"]) == 5
    told = capsys.readouterr()
    assert "本叠溢出，只删一篇不够：在此删" in told.out
    assert "并按所示删" in told.out
    assert "只删一篇不够，可一并删" in told.err
    library = open_library(page.style.fonts, base=tmp_path, places=page.style.font_places)
    notes = [one.note for one in compose_overset(page, library).regions if one.note is not None]
    assert notes
    assert all("并按所示删" in str(said(one, "zh")) for one in notes)


def test_where_nothing_helps_nobody_is_told_to_cut(tmp_path: Path, library: Library) -> None:
    """Pins alone are deeper than the page."""
    page = page_of(tmp_path, "pinned", 0)
    pinned = tuple(replace(one, rows=70) if one.letter in "AC" else one for one in page.parts)
    fit = copyfit(replace(page, parts=pinned), library)
    assert "composition.part_over_foot" in [one.key for one in fit.findings]
    assert not any(one.cuts or one.others for one in fit.stories if one.over)


@pytest.mark.parametrize("length", [240, 250, 260])
def test_a_story_too_short_for_its_shape_is_told_what_fills_it(tmp_path: Path, library: Library, length: int) -> None:
    """So many characters more of its own, or the cut of what it is drawn round: either makes the page fit."""
    PAGES["a short cross"] = ("A A A B B\nC A A A B\nC C A A B\nC C A A B", {"A": length, "B": 1100, "C": 800}, {})
    page = page_of(tmp_path, "a short cross", 5)
    del PAGES["a short cross"]
    fit = copyfit(page, library)
    (finding,) = fit.findings
    assert finding.key == "composition.shape_too_short_beside"
    story, (cure,) = next(one for one in fit.stories if one.part == "A"), cures(make_up(page, library)).values()
    assert (story.under, story.wanting) == (cure.lines, cure.characters) == (
        finding.args["lines"], finding.args["characters"],
    )  # fmt: skip
    assert not any(one.under for one in fit.stories if one.part != "A")
    assert copyfit(longer(page, "A", story.wanting), library).ok
    assert cure.instead
    for letter, gives in cure.instead.items():
        assert copyfit(cut(page, letter, gives.cuts), library).ok
        assert str(gives.characters) in render(finding, "en")
