"""What moved is told once, however much of the page it is."""

from __future__ import annotations

import random

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jxprint
from jxprint.checker.alignment import Hunk
from jxprint.checker.expected import ExpectedPassage, ExpectedText, expected_page
from jxprint.checker.passages import align_passages
from jxprint.checker.tidying import counterparts, whole_moves
from jxprint.model import Page, Passage
from sabotage import spoiled


def told(copy: ExpectedText, read: str) -> list[Hunk]:
    """The differences as a report tells them."""
    return list(whole_moves(align_passages(copy, read)))


@pytest.fixture(scope="module")
def articles(jiaxing: Page) -> list[str]:
    """The first page's articles."""
    return [article.text for article in expected_page(jiaxing).articles]


def test_an_article_that_moved_is_one_finding(jiaxing: Page, articles: list[str]) -> None:
    """From wherever to wherever, with its byline of two names."""
    copy = expected_page(jiaxing).whole
    for here in range(len(articles)):
        for there in range(len(articles)):
            order = [*articles[:here], *articles[here + 1 :]]
            order.insert(there, articles[here])
            read = "".join(order)
            if read != copy.text:
                (moved,) = told(copy, read)
                assert moved.kind == "moved"


def test_stories_that_changed_places_are_two_findings_at_most(jiaxing: Page, articles: list[str]) -> None:
    """Neighbours are one: the smaller of both."""
    copy = expected_page(jiaxing).whole
    for one in range(len(articles)):
        for two in range(one + 1, len(articles)):
            order = list(articles)
            order[one], order[two] = order[two], order[one]
            found = told(copy, "".join(order))
            assert {hunk.kind for hunk in found} == {"moved"}
            assert len(found) <= (1 if two == one + 1 else 2)


@pytest.mark.parametrize("size", [16, 240])
def test_a_line_or_a_leg_that_moved_is_one_finding(jiaxing: Page, size: int) -> None:
    """Both begin and end within paragraphs; nothing but the moved piece is told."""
    copy = max(expected_page(jiaxing).articles, key=lambda article: len(article.text))
    text, chance = copy.text, random.Random(7)
    for _ in range(40):
        start = chance.randrange(20, len(text) - size)
        rest = text[:start] + text[start + size :]
        to = chance.randrange(20, len(rest))
        found = told(copy, rest[:to] + text[start : start + size] + rest[to:])
        assert len(found) <= 1
        assert all(hunk.kind == "moved" for hunk in found)


def test_a_paragraph_that_moved_with_a_slip_is_one_move_and_one_slip(jiaxing: Page) -> None:
    """The move covers the slip, which is told beside it."""
    copy = max(expected_page(jiaxing).articles, key=lambda article: len(article.text))
    texts = [passage.text for passage in copy.passages]
    slipped = texts[3][:20] + "×" + texts[3][21:]
    moved, altered = sorted(
        told(copy, "".join([*texts[:3], *texts[4:6], slipped, *texts[6:]])), key=lambda hunk: hunk.kind, reverse=True
    )
    assert (moved.kind, altered.kind) == ("moved", "altered")
    assert moved.start <= altered.start < altered.end <= moved.end
    assert moved.end - moved.start in (len(texts[3]), len(texts[4]) + len(texts[5]))


@given(st.lists(st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=14), min_size=1, max_size=8), st.randoms())
def test_every_character_read_has_its_like_or_none(passages: list[str], chance: random.Random) -> None:
    """Places in the copy are of the same character, unless that was altered, and none is given twice."""
    pieces = [ExpectedPassage("A", "body", number, Passage(text), text) for number, text in enumerate(passages, 1)]
    copy = ExpectedText(tuple(pieces))
    shuffled = list(passages)
    chance.shuffle(shuffled)
    read = "".join(shuffled)
    hunks = align_passages(copy, read)
    like = counterparts(copy.text, read, hunks)
    known = [at for at in like if at >= 0]
    assert len(known) == len(set(known))
    altered = {at for hunk in hunks if hunk.kind == "altered" for at in range(hunk.start, hunk.end)}
    assert all(copy.text[at] == char for at, char in zip(like, read, strict=True) if at >= 0 and at not in altered)


def test_stories_that_changed_places_in_the_tree_are_told_once_each(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """By both readers, in the order of the structure alone; no character of them is an error."""

    def swap(document: pikepdf.Pdf) -> None:
        top = document.Root["/StructTreeRoot"]["/K"]
        kids = list(top["/K"])
        kids[5], kids[8] = kids[8], kids[5]
        top["/K"] = pikepdf.Array(kids)

    report = jxprint.check(spoiled(jiaxing_pdf, swap), jiaxing)
    assert [finding.key for finding in report.findings] == ["checks.moved"] * 2
    assert dict(report.errors)["exact"] == 0
    for finding in report.findings:
        assert finding.args["readings"] == ("pikepdf:structure", "pdfium:structure")
        assert finding.args["boxes_mm"]
