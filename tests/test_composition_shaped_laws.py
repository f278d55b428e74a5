"""Laws of stories with corners that are boxed, pinned or go on elsewhere: whole and in place, or refused with why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jxprint
from drawn_pages import Dummy, Folder, Part, dummies, is_rectangle, page_toml, write_folder
from jxprint.composition.making_up import make_up
from jxprint.errors import JxprintError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page, Story
from jxprint.placed import PlacedPage
from sabotage import pdf_of
from shape_laws import hold_boxes, hold_order, hold_pins, hold_rules, hold_shapes

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"
EXAMPLES = int(os.environ.get("JXPRINT_LAW_EXAMPLES", "16"))
# What may be told of such pages; all of it says what is too deep, too short or too narrow.
TOLD = {
    "composition.cannot_stand", "composition.jump_needless", "composition.jump_shape_too_small",
    "composition.jump_too_shallow", "composition.jump_too_short", "composition.part_over_foot",
    "composition.shape_pinned_too_shallow", "composition.shape_too_short",
    "composition.shape_too_short_beside", "composition.stack_beside", "composition.stack_too_deep",
    "composition.stack_shared", "composition.story_overset", "composition.pinned_too_shallow", "page.padding_too_deep",
}  # fmt: skip


def _is_cornered(dummy: Dummy, letter: str) -> bool:
    return not is_rectangle(dummy, letter)


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    """Pages of stories and pictures, with corners more often than not."""
    dummy = draw(dummies().filter(lambda one: any(_is_cornered(one, letter) for row in one for letter in row)))
    letters = sorted({letter for row in dummy for letter in row})
    files: Folder = {}
    parts: dict[str, Part] = {}
    for letter in letters:
        cornered = _is_cornered(dummy, letter)
        if not cornered and draw(st.integers(0, 3)) == 0:
            parts[letter] = {"kind": "picture", "aspect": draw(st.sampled_from((1.0, 1.5, 3.0)))}
            continue
        paragraphs = draw(st.lists(st.integers(2, 12), min_size=3, max_size=7))
        files[f"{letter}.txt"] = "headline: 渡口\n\n" + "\n".join(SENTENCE * times for times in paragraphs) + "\n"
        part: Part = {"kind": "story", "copy": f"{letter}.txt"}
        if cornered:
            part |= draw(st.sampled_from(({}, {"rows": draw(st.integers(12, 60))}, {"min_rows": 30})))
            part |= draw(st.sampled_from(({}, {"box": "thin"}, {"box": "oxford"}, {"tint": 0.1})))
        if "box" in part:
            part["padding"] = [draw(st.sampled_from(("0.5行", "1行", "2行"))), draw(st.sampled_from(("0.5字", "1字")))]
        parts[letter] = part
    _jump(draw, dummy, parts, files)
    files["page.toml"] = page_toml(parts, dummy, draw(st.sampled_from((900, 1600, 2400, 3200))))
    return files


def _jump(draw: st.DrawFn, dummy: Dummy, parts: dict[str, Part], files: Folder) -> None:
    stories = [letter for letter, part in parts.items() if part["kind"] == "story"]
    sources = [letter for letter in stories if _is_cornered(dummy, letter)]
    if len(stories) < 2 or not draw(st.booleans()):
        return
    source = draw(st.sampled_from(sources))
    target = draw(st.sampled_from([one for one in stories if one != source]))
    parts[source] |= {"jump_to": target, "rows": draw(st.integers(12, 60))}
    parts[source].pop("min_rows", None)
    parts[target].pop("copy")
    parts[target]["jump_from"] = source
    del files[f"{target}.txt"]
    files[f"{source}.txt"] += SENTENCE * draw(st.integers(1, 90)) + "\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages are written."""
    return tmp_path_factory.mktemp("shaped") / "page"


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="JXPRINT_LAW_EXAMPLES" not in os.environ,
    report_multiple_bugs=True,
)
@given(files=folders())
def test_a_story_with_corners_stands_as_it_is_asked_for_or_is_refused(
    folder: Path, library: Library, files: Folder
) -> None:
    """In its box with its padding, as deep as it is pinned, its copy whole over both parts, and proved by the file."""
    write_folder(folder, files)
    try:
        page = jxprint.read_page(folder)
        placed = jxprint.compose(page, library)
    except JxprintError as refusal:
        _hold_refusal(refusal)
        return
    made = make_up(page, library)
    hold_shapes(placed, page, made)
    hold_boxes(placed, page, made)
    hold_pins(page, made)
    hold_rules(placed, made)
    for stretches in made.plan.stretches.values():
        hold_order(stretches)
    _hold_copy(placed, page)
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, report.findings


def _hold_refusal(refusal: JxprintError) -> None:
    """A refusal names what conflicts, where, and in both languages."""
    assert {one.key for one in refusal.findings} <= TOLD
    assert all(one.place.line and render(one, "en") and render(one, "zh") for one in refusal.findings)


def _hold_copy(placed: PlacedPage, page: Page) -> None:
    """Every character of a story stands on the page once, in order, in its part and the one that it goes on in."""
    texts = {
        article.part: "".join(
            line.text for block in article.text_blocks() if block.field == "paragraph" for line in block.lines
        )
        for article in placed.articles
    }
    for part in page.parts:
        if isinstance(part, Story) and part.paragraphs:
            rest = part.jump_to.letter if part.jump_to is not None else None
            text = texts[part.letter] + (texts[rest] if rest is not None else "")
            assert text == "".join(one.text for one in part.paragraphs), part.letter
