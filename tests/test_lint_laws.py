"""Laws of the proof-reader: it reads anything, mends for good, and touches nothing that it did not tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.errors import Place
from jxprint.lint.lines import RUNNING, Copy, Line, copy_of
from jxprint.lint.mending import mend
from jxprint.lint.rules import proofread
from jxprint.messages import render
from jxprint.model import Page

TREE = Path(__file__).resolve().parent.parent

# What rules look at, in every mixture; and whatever else there is.
_MARKS = "，。、：；！？“”‘’[]［］【】（）《》〈〉「」…—·,.:;!?()\"'-―\u3000  "
_WORDS = [
    "嘉兴",
    "一",
    "记者",
    "摄",
    "祝 琳",
    "2024年",
    "二〇二四年",
    "1,258",
    "6000万",
    "GDP",
    "Gdp",
    "f(x)",
    "⻓",
    "⼀",
    "２０",
    "Ａ",
    "...",
    "。。。",
    "--",
]
_TEXTS = st.lists(st.sampled_from([*_MARKS, *_WORDS]), max_size=24).map("".join) | st.text(max_size=30)
_ROLES = st.sampled_from(["body", "standfirst", "headline", "deck", "subhead", "byline", "credit", "caption", "folio"])


def _copy(made: list[tuple[str, str]]) -> Copy:
    """Lines as description would give them, all in one file."""
    return tuple(
        Line(number, number // 3, role, text.strip(" \t\u3000"), Place("copy", number + 1, 1))  # type: ignore[arg-type]
        for number, (role, text) in enumerate(made)
    )


_COPIES = st.lists(st.tuples(_ROLES, _TEXTS), max_size=6).map(_copy)


@settings(max_examples=400, deadline=None)
@given(_COPIES)
def test_every_slip_can_be_told(copy: Copy) -> None:
    """Whatever the copy, nothing is raised; each slip has its sentence in both languages, inside its line."""
    slips = proofread(copy)
    for slip in slips:
        text = copy[slip.line].text
        length = 0 if slip.repair is None else slip.repair.length
        assert 0 <= slip.start < len(text)
        assert slip.start + length <= len(text)
        assert slip.finding.place.column == slip.start + 1
        assert render(slip.finding, "en")
        assert render(slip.finding, "zh")
    assert [str(slip.finding.place) for slip in slips] == [str(slip.finding.place) for slip in proofread(copy)]
    places = [(slip.finding.place.line, slip.finding.place.column) for slip in slips]
    assert places == sorted(places, key=lambda place: (place[0] or 0, place[1] or 0))


@settings(max_examples=400, deadline=None)
@given(_COPIES)
def test_mended_copy_has_no_safe_slip_left(copy: Copy) -> None:
    """Mending twice is mending once."""
    mended = mend(copy).copy
    assert not [slip for slip in proofread(mended) if slip.safe]
    assert mend(mended).copy == mended
    stripped = tuple(replace(line, text=line.text.strip(" \t\u3000")) for line in mended)
    assert not [slip for slip in proofread(stripped) if slip.safe]


@settings(max_examples=400, deadline=None)
@given(_COPIES)
def test_nothing_is_touched_outside_the_repairs(copy: Copy) -> None:
    """What no repair covers stands in the mended line as it stood, in order; a line without repairs is the same."""
    mended = mend(copy)
    assert len(mended.done) == len(mended.spans)
    for line, now in zip(copy, mended.copy, strict=True):
        spans = [(start, end) for number, start, end in mended.spans if number == line.number]
        covered = {at for start, end in spans for at in range(start, end)}
        pattern = "".join(".*" if at in covered else re.escape(char) for at, char in enumerate(line.text))
        assert re.fullmatch(re.sub(r"(\.\*)+", ".*", pattern), now.text, re.DOTALL)
        assert spans or now.text == line.text
        assert bool(now.text) == bool(line.text)


@settings(max_examples=200, deadline=None)
@given(_COPIES)
def test_what_was_mended_was_told(copy: Copy) -> None:
    """Each repair stands at a place of the copy as it was; the first round's are all in the report."""
    told = {(str(slip.finding.place), slip.rule) for slip in proofread(copy) if slip.safe}
    done = {(str(slip.finding.place), slip.rule) for slip in mend(copy).done}
    # A repair that another one covers may be done with it.
    assert bool(told) == bool(done)


def test_the_first_page_is_without_a_slip(jiaxing: Page) -> None:
    """Published copy, proof-read by people: nothing is found on it, and nothing is mended."""
    copy = copy_of(jiaxing)
    assert [str(slip.finding.place) for slip in proofread(copy)] == []
    assert mend(copy).copy == copy


def test_the_dump_of_the_first_page_is_mended_into_its_copy(jiaxing: Page) -> None:
    """Fold the copy as text dumps do: every folded mark of running text comes back, but for none."""
    from jxprint.text.width import fold

    copy = copy_of(jiaxing)
    folded = tuple(replace(line, text=fold(line.text)) for line in copy)
    assert folded != copy
    assert mend(folded).copy == copy


def test_all_words_of_a_page_are_read(torture: Page) -> None:
    """Masthead, folio, heads, bylines, datelines, captions, credits and paragraphs, each with its place."""
    copy = copy_of(torture)
    assert {line.role for line in copy} >= {
        "masthead", "folio", "headline", "kicker", "deck", "byline", "dateline", "subhead", "body", "caption", "credit",
    }  # fmt: skip
    assert all(line.place.file and line.place.line and line.place.column for line in copy)
    assert [line.number for line in copy] == list(range(len(copy)))


@pytest.mark.parametrize("folder", ["jiaxing"])
def test_running_text_is_what_stories_and_standfirsts_say(folder: str) -> None:
    """As many running lines as paragraphs."""
    page = jxprint.read_page(TREE / "layout" / folder)
    paragraphs = sum(len(getattr(part, "paragraphs", ())) for part in page.parts)
    assert sum(line.role in RUNNING for line in copy_of(page)) == paragraphs


def test_a_long_line_takes_no_longer_than_its_length() -> None:
    """Twenty thousand characters of nothing but marks are read at once: no rule looks back for ever."""
    import time

    longest = 20_000
    for unit in (
        "“",
        "（",
        "）",
        "”",
        ",",
        "( ",
        "。",
        "…",
        "—",
        "-",
        " 一",
        "'",
        '"',
        "記 者",
        "1,258",
        "电 ",
        "、祝 琳",
        "a",
        "a@",
        "w.",
        "《“",
        "[甲",
        "甲]",
        "f(x)[",
    ):
        line = Line(0, 1, "body", (unit * longest)[:longest].strip(), Place("copy", 1, 1))
        begun = time.process_time()
        proofread((line,))
        mend((line,))
        assert time.process_time() - begun < 2, unit
