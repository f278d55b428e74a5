"""Heads that nothing makes fit: they are counted with the lines that they will take, what is too long is told to the
character, and a proof marks it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.cli import main
from jxprint.composition.copyfit import Copyfit, StoryFit, copyfit
from jxprint.composition.cuts import shortened
from jxprint.composition.head_over import least_cut, shorter
from jxprint.composition.overset_proof import Region, compose_overset
from jxprint.fonts import Library
from jxprint.messages import said
from jxprint.model import Page, Passage, Story

SENTENCE = "江边的渡口今年春天重新开了，船工说两岸居民过江不必再绕行十二公里；孩子们在岸上数船，数到天黑也不肯回家。"
HEADS = (
    "未来三天气温升至18℃西北风3到4级",
    "县人民医院门诊大楼明年六月完工",
    "“先修堤再修路”老支书的四十七天",
    "江边的渡口今年春天重新开了而船工说两岸居民过江从此不必再绕行十二公里",
    "Internationalisation",
)


def page_of(folder: Path, head: str, keys: str = "", *, long: bool = True) -> Page:
    """A page with a story C in one column, under such a head, over a story D."""
    folder.mkdir(parents=True, exist_ok=True)
    stories = "".join(
        f'[[part]]\nletter = "{one}"\nkind = "story"\ncopy = "{one}.txt"\n{keys if one == "C" else ""}\n'
        for one in "ACD"
    )
    dummy = "A A A A C\nD D D D D"
    page = f'format = 1\ntitle = "试"\nstyle = "tabloid"\ndummy = """\n{dummy}\n"""\n{stories}'
    (folder / "page.toml").write_text(page, encoding="utf-8")
    for one, times in (("A", 4), ("C", 11 if long else 6), ("D", 14 if long else 4)):
        headline = "headline: 渡口" if one != "C" else "\n".join(f"headline: {line}" for line in head.split("|"))
        (folder / f"{one}.txt").write_text(headline + "\n\n" + (SENTENCE + "\n") * times, encoding="utf-8")
    return jxprint.read_page(folder)


def story(page: Page, letter: str) -> Story:
    """A story of the page."""
    part = page.part(letter)
    assert isinstance(part, Story)
    return part


def told(fit: Copyfit, letter: str) -> StoryFit:
    """What is told of a story."""
    return next(one for one in fit.stories if one.part == letter)


def with_head(page: Page, *lines: Passage) -> Page:
    """The page with another head over C."""
    other = replace(story(page, "C"), headline=lines)
    return replace(page, parts=tuple(other if one.letter == "C" else one for one in page.parts))


@pytest.mark.parametrize("letter", "CD")
@pytest.mark.parametrize("head", HEADS)
def test_what_is_told_of_head_and_story_makes_the_page_fit(
    tmp_path: Path, library: Library, head: str, letter: str
) -> None:
    """So many characters off the end of the head, and the cut of either story; the head less a character fewer does not
    fit.
    """
    page = page_of(tmp_path, head)
    fit = copyfit(page, library)
    over = told(fit, "C")
    assert over.head_over
    assert 0 < over.head_cut < len(head)
    (line,) = story(page, "C").headline
    nearly = with_head(page, shorter(line, over.head_cut - 1))
    assert told(copyfit(nearly, library), "C").head_cut == 1
    done = with_head(page, shorter(line, over.head_cut))
    assert not told(copyfit(done, library), "C").head_over
    assert told(fit, letter).cuts
    assert copyfit(shortened(done, story(done, letter), told(fit, letter).cuts), library).ok


def test_lines_that_were_typed_are_told_one_by_one(tmp_path: Path, library: Library) -> None:
    """Each is as many characters too long as are to be taken from it; digits are narrower than Han."""
    page = page_of(tmp_path, "县人民医院大楼|1258万元修桥18天|渡口", long=False)
    fit = copyfit(page, library)
    by_line = {one.place.paragraph: one.args["over"] for one in fit.findings}
    assert set(by_line) == {1, 2}
    assert told(fit, "C").head_cut == sum(int(str(one)) for one in by_line.values())
    lines = [shorter(one, int(str(by_line.get(at, 0)))) for at, one in enumerate(story(page, "C").headline, 1)]
    assert copyfit(with_head(page, *lines), library).ok


def regions(page: Page, library: Library) -> list[Region]:
    """What the proof of a page marks."""
    return list(compose_overset(page, library).regions)


@pytest.mark.parametrize("head", HEADS)
def test_a_proof_marks_what_runs_over_its_measure(tmp_path: Path, library: Library, head: str) -> None:
    """Beyond the column, on the head's last line alone; the note says how many characters."""
    page = page_of(tmp_path, head, long=False)
    cut = told(copyfit(page, library), "C").head_cut
    marked = regions(page, library)
    assert [said(one.note, "zh") for one in marked if one.note is not None] == [f"标题：多 {cut} 字"]
    placed = compose_overset(page, library).placed
    article = next(one for one in placed.articles if one.part == "C")
    lines = [line for block in article.text_blocks() if block.field == "headline" for line in block.lines]
    last = lines[-1]
    for one in marked:
        assert one.rect.right <= article.frame.x + 0.01 or one.rect.x >= article.frame.right - 0.01
        assert one.rect.y < last.y < one.rect.bottom
    width = sum(sum(run.advances) for run in last.runs)
    assert sum(one.rect.width for one in marked) == pytest.approx(width - last.measure)


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        ('head = "vertical"\nrows = 14', "标题：多"),
        ('head = "vertical"\nwriting = "vertical"\nrows = 14', "标题：多"),
    ],
)
def test_a_proof_marks_a_vertical_head_that_is_too_long(tmp_path: Path, library: Library, keys: str, note: str) -> None:
    """At its foot, within its own column."""
    page = page_of(tmp_path, HEADS[3], keys, long=False)
    found = [
        one for one in regions(page, library) if one.note is not None and str(said(one.note, "zh")).startswith(note)
    ]
    assert len(found) == 1
    assert found[0].rect.height > found[0].rect.width


def test_a_checked_proof_finds_no_fault_with_such_a_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may run out of its frame within its red region; the exit code is that of an overset page."""
    folder = tmp_path / "page"
    page_of(folder, HEADS[0], long=False)
    assert main(["build", str(folder), "-o", str(tmp_path / "x.pdf"), "--proof", "--check", "--lang", "en"]) == 5
    assert "stands outside" not in capsys.readouterr().err
    assert (tmp_path / "x.pdf").exists()
    assert main(["fit", str(folder), "--lang", "en"]) == 5
    assert "its head does not fit: 5 characters too long" in capsys.readouterr().out


@pytest.mark.parametrize("near", [1, 4, 9, 30])
@pytest.mark.parametrize("least", [1, 4, 9])
def test_the_least_cut_is_found_from_anywhere(least: int, near: int) -> None:
    """However far off the first guess is."""
    passage = Passage("江边的渡口今年春天")
    assert least_cut(passage, lambda one: len(one.text) <= 9 - least, near) == (least if least < 9 else None)
