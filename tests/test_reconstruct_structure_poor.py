"""Poor sources: no blank lines, a blank line after each printed line, one line, very many; no character is lost."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.evidence import Evidence, Line
from jxprint.reconstruct.found import FoundPage, Text
from jxprint.reconstruct.structure import structure

_JIAXING = Path(__file__).parent.parent / "layout" / "jiaxing"
_STORIES = ("xiuzhou", "tongxiang", "pinghu", "nanhu", "jiashan", "haiyan", "haining")


def _texts(page: FoundPage) -> list[Text]:
    found = [*page.folios, *page.kicker, *page.headline, *page.deck, *page.unplaced]
    found += [one.text for one in page.standfirst]
    found += [one for one in (page.masthead,) if one is not None]
    for picture in page.pictures:
        found += [one for one in (picture.caption, picture.credit) if one is not None]
    for story in page.stories:
        found += [*story.headline, *story.kicker, *story.deck, *story.byline, *story.notes]
        found += [one.text for one in story.pieces]
        found += [one for one in (story.dateline, story.jump_to, story.jump_from) if one is not None]
    return found


def _held(evidence: Evidence, page: FoundPage) -> None:
    """Every character of the source that is no blank stands in just one span."""
    places = Counter(
        (span.line, at) for text in _texts(page) for span in text.spans for at in range(span.start, span.end)
    )
    lines = {line.number: line.text for line in evidence.lines}
    there = {(number, at) for number, text in lines.items() for at, char in enumerate(text) if not char.isspace()}
    assert not there - set(places)
    assert all(times == 1 for times in places.values())


def _evidence(lines: list[str], gap: int = 0) -> Evidence:
    return Evidence("dump.txt", "text", tuple(Line(one, k * (gap + 1) + 1, gap) for k, one in enumerate(lines)), b"")


def _seed() -> tuple[list[str], dict[str, list[str]]]:
    source = (_JIAXING / "source.txt").read_text(encoding="utf-8").splitlines()
    heads = {}
    for name in _STORIES:
        first, second = (_JIAXING / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:2]
        heads[first.removeprefix("headline: ")] = [second.removeprefix("byline: ")]
    return source, heads


def _heads(page: FoundPage) -> dict[str, list[str]]:
    return {" ".join(one.text for one in story.headline): [one.text for one in story.byline] for story in page.stories}


def test_the_source_page_is_taken_apart_as_it_is_known_to_be() -> None:
    """Masthead, headline, standfirst, two pictures, seven stories with their names."""
    _, heads = _seed()
    evidence = read_dump((_JIAXING / "source.txt").read_bytes(), "source.txt")
    page = structure(evidence)
    assert page.masthead is not None
    assert page.masthead.text == "嘉兴"
    assert [one.text for one in page.headline] == ["激活人才引擎", "赋能城市发展"]
    assert len(page.standfirst) == 2
    by = [one.credit.text for one in page.pictures if one.credit is not None]
    assert by == ["嘉兴市委组织部供图", "嘉兴市委组织部供图"]
    assert _heads(page) == heads
    assert not page.unplaced
    _held(evidence, page)


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_blank_lines_that_say_nothing_leave_the_stories_found(gap: int) -> None:
    """A dump with none, and one with as many after every line."""
    source, heads = _seed()
    evidence = _evidence([line for line in source if line.strip()], gap)
    page = structure(evidence)
    assert _heads(page) == heads
    _held(evidence, page)


@pytest.mark.parametrize(("indent", "gap"), [("　　", 0), ("", 0), ("", 1)])
def test_printed_lines_that_a_dump_kept_are_joined(indent: str, gap: int) -> None:
    """Hard line ends at a measure of 17 em, with indents or without, a blank line after each or none."""
    source, heads = _seed()
    printed: list[str] = []
    for line in (one for one in source if one.strip()):
        text = indent + line if len(line) > 30 else line
        printed += [text[at : at + 17] for at in range(0, len(text), 17)] if len(text) > 30 else [text]
    evidence = _evidence(printed, gap)
    page = structure(evidence)
    found = _heads(page)
    assert sum(found.get(head) == names for head, names in heads.items()) >= 6
    _held(evidence, page)


def test_one_line_is_a_page() -> None:
    """Whatever it is taken for, it is there."""
    for line in ("嘉兴", "近日，渡口来了新船，两岸的人都来看。", "a", "——", "12", "（下转第四版）", "供图"):
        evidence = _evidence([line])
        _held(evidence, structure(evidence))


def test_no_line_is_no_page() -> None:
    """Nor are blanks."""
    assert structure(_evidence([])) == FoundPage(())
    assert structure(_evidence(["　　", " "])) == FoundPage(())


def test_time_stays_in_proportion_to_the_lines() -> None:
    """A source of many thousand lines is read in stretches."""
    source, _ = _seed()
    lines = [line for line in source if line.strip()]
    began = time.process_time()
    structure(_evidence(lines * 10))
    short = time.process_time() - began
    long = lines * 100
    began = time.process_time()
    evidence = _evidence(long)
    page = structure(evidence)
    assert time.process_time() - began < 30 * short
    assert len(page.stories) >= 690
    _held(evidence, page)


_MARKS = "嘉兴人才，。；：“”（）《》记者本报讯供图摄上接下转第四版版1234 　—、电新华社月日	ab●■"
_SOME = st.text(alphabet=_MARKS, min_size=1, max_size=40)


@settings(max_examples=120, deadline=None)
@given(st.lists(_SOME, max_size=25), st.integers(0, 2))
def test_nothing_is_lost_whatever_a_source_says(lines: list[str], gap: int) -> None:
    """Every character stands in one place of the page."""
    evidence = _evidence(lines, gap)
    kept = Evidence("x", "text", tuple(line for line in evidence.lines if line.text.strip()), b"")
    _held(kept, structure(kept))
