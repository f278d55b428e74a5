"""Strips are worked on by two threads, and come back as one would have them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.colour.in_order import in_order


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([0.0, 0.0, 0.0005, 0.002]), max_size=12))
def test_what_comes_back_is_in_order(waits: list[float]) -> None:
    """Nothing is lost, nothing overtakes, however long each takes."""

    def work(numbered: tuple[int, float]) -> int:
        time.sleep(numbered[1])
        return numbered[0]

    assert list(in_order(work, enumerate(waits))) == list(range(len(waits)))


def test_two_work_at_once() -> None:
    """Each of a pair waits for the other: one thread alone would never come to an end."""
    both = threading.Barrier(2, timeout=10)
    assert sorted(in_order(lambda _: both.wait(), range(6))) == [0, 0, 0, 1, 1, 1]


def test_no_more_is_taken_than_is_worked_on() -> None:
    """Strips are memory: four are under way at most, whoever is slow."""
    taken = 0

    def strips() -> Iterator[int]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield number

    for number in in_order(lambda one: one, strips()):
        assert taken - number <= 5


def test_what_is_raised_is_raised_at_its_place() -> None:
    """What came before is had first, and no thread is left behind."""
    before = threading.active_count()
    answers = in_order(lambda number: 6 // number, [3, 2, 1, 0, 1, 1, 1])
    assert [next(answers) for _ in range(3)] == [2, 3, 6]
    with pytest.raises(ZeroDivisionError):
        next(answers)
    assert threading.active_count() == before


def test_who_wants_no_more_leaves_no_thread() -> None:
    """Also where strips were under way."""
    before = threading.active_count()
    answers = in_order(lambda one: one, range(100))
    assert next(answers) == 0
    assert threading.active_count() > before
    answers.close()  # type: ignore[attr-defined]  # a generator's
    assert threading.active_count() == before


def test_one_strip_takes_one_thread() -> None:
    """Most pictures of a page are one strip."""
    names = list(in_order(lambda _: threading.active_count(), [0]))
    assert names == [threading.active_count() + 1]
