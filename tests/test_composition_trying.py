"""Stories tried over other columns and in other legs: what is told is what the page would have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import jxprint
from every_page import EVERY_PAGE, TREE
from jxprint.cli import main
from jxprint.composition.copyfit import copyfit
from jxprint.composition.making_up import make_up
from jxprint.composition.trying import trials
from jxprint.fonts import Library
from jxprint.model import Page, Story

COPY = "标题：老街改造\n\n" + "渡口的灯一盏接一盏亮起来。" * 30 + "\n"
CHAOXUN = TREE / "layout" / "chaoxun"


def rectangles(page: Page) -> Iterator[Story]:
    """Stories of a page that are tried as they stand: across, whole and as rectangles."""
    for part in page.parts:
        if not isinstance(part, Story) or part.writing == "vertical" or part.jump_to is not None:
            continue
        cells = [one for row in page.dummy.rows for one in row if one == part.letter]
        rows = [row for row in page.dummy.rows if part.letter in row]
        if len(cells) == len(rows) * rows[0].count(part.letter):
            yield part


@pytest.mark.parametrize("folder", EVERY_PAGE, ids=lambda folder: folder.name)
def test_a_trial_as_the_page_has_it_tells_what_the_page_has(folder: Path, library: Library) -> None:
    """Boxes, what stands within, heads beside and inside their text: lines and measure are those of the page."""
    page = jxprint.read_page(folder)
    fits = {one.part: one for one in copyfit(page, library).stories if not one.fitted}
    made = make_up(page, library)
    for part in rectangles(page):
        if part.letter not in fits or part.rows is not None or made.desk.steps_down:
            continue
        fit, span = fits[part.letter], made.desk.areas[part.letter].span
        tried = [one for one in trials(page, library, part.letter) if (one.columns, one.legs) == (span, fit.legs)]
        for one in tried:
            assert (one.lines, one.rows) == (fit.takes, made.drafts[part.letter].rows)
            assert one.measure == pytest.approx(fit.measure)
            assert one.findings == ()
            assert one.head_fits


def page_with(folder: Path, more: str, copy: str) -> Path:
    """A small page with one story."""
    assert main(["new", str(folder)]) == 0
    toml = (folder / "page.toml").read_text("utf-8").replace('"second.txt"\nlegs = 4', f'"second.txt"\n{more}')
    (folder / "page.toml").write_text(toml, "utf-8")
    (folder / "second.txt").write_text(copy, "utf-8")
    return folder


def test_the_true_reason_is_given(tmp_path: Path, library: Library) -> None:
    """A drop cap that leaves too little beside it is not told as a head that does not fit."""
    folder = page_with(tmp_path / "page", "drop_cap = 3", COPY)
    made = {(one.columns, one.legs): one for one in trials(jxprint.read_page(folder), library, "B")}
    assert made[4, 7].head_fits
    assert [one.key for one in made[4, 7].findings] == ["composition.drop_cap_too_wide"]
    assert made[2, 2].findings == ()


def test_a_story_in_a_box_is_tried_in_it(tmp_path: Path, library: Library) -> None:
    """Its legs are narrower, and its padding takes rows."""
    plain, boxed = (
        {(one.columns, one.legs): one for one in trials(jxprint.read_page(folder), library, "B")}
        for folder in (
            page_with(tmp_path / "plain", "", COPY),
            page_with(tmp_path / "boxed", 'box = "thin"\npadding = ["1行", "1字"]', COPY),
        )
    )
    assert boxed[4, 3].measure == pytest.approx(plain[4, 3].measure - 2 / 3)
    assert boxed[4, 3].rows - boxed[4, 3].head_rows >= plain[4, 3].rows - plain[4, 3].head_rows + 2


def test_a_story_is_named_on_whichever_page_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """By its name, its letter or both numbers; what is not there is told with the stories of all pages."""
    assert main(["fit", str(CHAOXUN), "--try", "lighthouse", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["fit", str(CHAOXUN), "--try", f"1:{told['part']}", "--json"]) == 0
    capsys.readouterr()
    assert main(["fit", str(CHAOXUN), "--try", "letter", "--json"]) == 0
    on_two = json.loads(capsys.readouterr().out)["part"]
    assert main(["fit", str(CHAOXUN), "--try", f"2:{on_two}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["story"] == "letter"
    assert main(["fit", str(CHAOXUN), "--try", "nobody", "--lang", "en"]) == 2
    known = capsys.readouterr().err
    assert "lighthouse" in known
    assert "letter" in known


def test_what_is_tried_otherwise_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A story that runs down its page is tried across, and one that jumps whole."""
    vertical = TREE / "tests" / "pages" / "vertical"
    page = jxprint.read_page(vertical)
    part = next(one for one in page.parts if isinstance(one, Story) and one.writing == "vertical")
    assert main(["fit", str(vertical), "--try", part.letter, "--lang", "en"]) == 0
    assert "run across" in capsys.readouterr().err
