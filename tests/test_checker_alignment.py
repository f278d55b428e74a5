"""Two texts side by side: every character is accounted for once, and cost grows with length alone."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.checker.alignment import Hunk, align
from jxprint.checker.expected import ExpectedPassage, ExpectedText
from jxprint.checker.passages import align_passages
from jxprint.model import Passage

LETTERS = st.text("甲乙丙丁", max_size=40)


def copy_of(*passages: str) -> ExpectedText:
    """Some paragraphs as copy."""
    pieces = [ExpectedPassage("A", "body", number, Passage(text), text) for number, text in enumerate(passages, 1)]
    return ExpectedText(tuple(pieces))


def unexplained(expected: str, read: str, hunks: tuple[Hunk, ...]) -> tuple[str, str]:
    """What no difference covers, on both sides; no character may be covered twice."""
    here, there = bytearray(len(expected)), bytearray(len(read))
    for hunk in hunks:
        assert not any(here[hunk.start : hunk.end])
        assert not any(there[hunk.read_start : hunk.read_end])
        here[hunk.start : hunk.end] = b"\1" * (hunk.end - hunk.start)
        there[hunk.read_start : hunk.read_end] = b"\1" * (hunk.read_end - hunk.read_start)
        if hunk.kind == "moved":
            assert expected[hunk.start : hunk.end] == read[hunk.read_start : hunk.read_end]
    left = "".join(char for char, mark in zip(expected, here, strict=True) if not mark)
    right = "".join(char for char, mark in zip(read, there, strict=True) if not mark)
    return left, right


@given(LETTERS, LETTERS)
def test_nothing_is_lost_and_nothing_told_twice(expected: str, read: str) -> None:
    """What is not told as a difference is alike on both sides."""
    left, right = unexplained(expected, read, align(expected, read))
    assert left == right


@given(st.lists(st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=12), max_size=8), st.randoms())
def test_passages_in_another_order_lose_nothing(passages: list[str], chance: random.Random) -> None:
    """Shuffled and with a character dropped."""
    copy = copy_of(*passages)
    shuffled = list(passages)
    chance.shuffle(shuffled)
    read = "".join(shuffled)
    if read:
        at = chance.randrange(len(read))
        read = read[:at] + read[at + 1 :]
    left, right = unexplained(copy.text, read, align_passages(copy, read))
    assert left == right


@pytest.mark.parametrize(
    ("read", "kind", "expected", "found"),
    [
        ("甲乙丁戊", "missing", "丙", ""),
        ("甲乙丙子丁戊", "extra", "", "子"),
        ("甲乙子丁戊", "altered", "丙", "子"),
    ],
)
def test_one_character_is_told_as_what_it_is(read: str, kind: str, expected: str, found: str) -> None:
    """Missing, extra or altered."""
    text = "甲乙丙丁戊"
    (hunk,) = align(text, read)
    assert hunk.kind == kind
    assert text[hunk.start : hunk.end] == expected
    assert read[hunk.read_start : hunk.read_end] == found


def test_swapped_paragraphs_with_like_ends_are_one_move() -> None:
    """The full stop that both end with does not make two faults more."""
    one, two = "他说今天天气很好。", "她说明天要下大雨了。"
    copy = copy_of("序言在此处开头。", one, two)
    (hunk,) = align_passages(copy, "序言在此处开头。" + two + one)
    assert hunk.kind == "moved"
    assert copy.text[hunk.start : hunk.end] in (one, two)


@pytest.mark.parametrize("shape", ["reversed", "other", "one letter", "noise", "nothing"])
def test_a_page_of_which_nothing_agrees_costs_no_more(shape: str) -> None:
    """Forty thousand characters, no anchor: well under the second that a quadratic comparison would take many times."""
    chance = random.Random(3)
    text = "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(40_000))
    read = {
        "reversed": text[::-1],
        "other": "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(40_000)),
        "one letter": "一" * 40_000,
        "noise": "".join(char if chance.random() < 0.7 else "×" for char in text),
        "nothing": "",
    }[shape]
    begun = time.process_time()
    assert align(text, read)
    assert time.process_time() - begun < 3
