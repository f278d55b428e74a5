"""What is wrong with a part that stands in a story is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jxprint
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page
from sabotage import pdf_of

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('letter = "P"', 'letter = "P"\nwithin = "A"', "page.drawn_and_within"),
        ('letter = "P"', 'letter = "P"\nwithin = "Z"', "page.within_what"),
        ('letter = "P"', 'letter = "P"\nside = "left"', "page.goes_with"),
        ('letter = "P"', 'letter = "P"\nwithin = "A"\ntop = 4', "page.top_within"),
        ('letter = "P"', 'letter = "P"\nwithin = "A"\nside = "lft"', "page.unknown_value_near"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nwriting = "vertical"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nhead_at = "inside"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nhead_at = "beside"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\njump_to = "B"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nremainder = "x"', "page.unknown_value"),
    ],
)
def test_what_is_wrong_with_a_part_within_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A place in page.toml, and all at once."""
    folder = tmp_path / "page"
    shutil.copytree(ROOT / "layout" / "jiaxing", folder)
    text = (folder / "page.toml").read_text("utf-8")
    if told == "page.within_that":
        text = text.replace('letter = "P"', 'letter = "P"\nwithin = "A"').replace("P P Q Q", "Q Q Q Q")
    assert old in text
    (folder / "page.toml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(jxprint.DescriptionError) as refusal:
        jxprint.read_page(folder)
    assert told in [one.key for one in refusal.value.findings]


SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"


def cornered(folder: Path, dummy: str, keys: str, kind: str = 'kind = "picture"\naspect = 1.5') -> Page:
    """A story round another one, and a part with some keys that may stand within it."""
    folder.mkdir()
    for letter in "AB":
        (folder / f"{letter}.txt").write_text(
            "headline: 渡口\n\n" + (SENTENCE * 3 + "\n") * (14 if letter == "A" else 3)
        )
    story = '[[part]]\nletter = "{0}"\nkind = "story"\ncopy = "{0}.txt"\n'
    part = f'[[part]]\nletter = "P"\n{kind}\n{keys}\n'
    sheet = '[sheet]\nwidth = "569pt"\nheight = "1200pt"\nhead = "40pt"\nfoot = "40pt"\nleft = "30pt"\nright = "30pt"\n'
    grid = '[grid]\ncolumns = 3\nmeasure = "15.5字"\ngap = "1.2字"\nbody = "10pt"\npitch = "15pt"\n'
    page = f'format = 1\ntitle = "试"\nstyle = "daily"\ndummy = """\n{dummy}\n"""\n{sheet}{grid}'
    (folder / "page.toml").write_text(page + story.format("A") + story.format("B") + part)
    return jxprint.read_page(folder)


@pytest.mark.parametrize("kind", ['kind = "picture"\naspect = 1.5', 'kind = "pull_quote"\ntext = "江边的渡口"'])
def test_a_part_within_a_story_with_corners_is_refused_and_drawn_instead(
    tmp_path: Path, library: Library, kind: str
) -> None:
    """The hint is the way that works: its letter in the dummy, where the story's columns run to it and on under it."""
    with pytest.raises(jxprint.DescriptionError) as refusal:
        cornered(tmp_path / "refused", "A A A\nA A B", 'within = "A"\nwidth = "8字"\nside = "right"', kind)
    (finding,) = refusal.value.findings
    assert (finding.key, finding.place.line) == ("page.within_corners", 33)
    assert "write “P” into the dummy" in render(finding, "en")
    assert "把“P”画进版样" in render(finding, "zh")
    page = cornered(tmp_path / "drawn", "A A A\nA P A\nA A A\nA A B", "", kind)
    placed = jxprint.compose(page, library)
    frame = next(one.frame for one in placed.articles if one.part == "P")
    lines = [line for one in placed.articles if one.part == "A" for block in one.text_blocks() for line in block.lines]
    over = [line for line in lines if frame.x <= line.runs[0].x < frame.right and line.leg >= 0]
    assert any(line.y < frame.y for line in over)
    assert any(line.y > frame.bottom for line in over)
    assert not any(frame.y < line.y < frame.bottom for line in over)
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, report.findings
