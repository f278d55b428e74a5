"""Strips are worked on by two threads or more, and come back as one would have them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.colour import in_order as module
from jxprint.colour.in_order import in_order


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([0.0, 0.0, 0.0005, 0.002]), max_size=12), st.integers(1, 5))
def test_what_comes_back_is_in_order(waits: list[float], lanes: int) -> None:
    """Nothing is lost, nothing overtakes, however long each takes."""

    def work(numbered: tuple[int, float]) -> int:
        time.sleep(numbered[1])
        return numbered[0]

    assert list(in_order(work, enumerate(waits), lanes=lanes)) == list(range(len(waits)))


@pytest.mark.parametrize("lanes", [2, 3, 4])
def test_all_work_at_once(lanes: int) -> None:
    """Each waits for the others: one thread alone would never come to an end."""
    all_of_them = threading.Barrier(lanes, timeout=10)
    assert sorted(in_order(lambda _: all_of_them.wait(), range(3 * lanes), lanes=lanes)) == sorted(3 * [*range(lanes)])


def test_lanes_are_as_many_as_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at least, as one of them may wait for a file, and four at most: each has strips in memory."""
    for processors, lanes in ((1, 2), (2, 2), (3, 3), (64, 4)):
        monkeypatch.setattr(module, "_processors", lambda so_many=processors: so_many)
        before = threading.active_count()
        counts = list(in_order(lambda _: threading.active_count(), range(20)))
        assert counts[-1] == before + lanes


def test_no_more_is_taken_than_is_worked_on() -> None:
    """Strips are memory: two of each thread are under way at most, whoever is slow."""
    taken = 0

    def strips() -> Iterator[int]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield number

    for number in in_order(lambda one: one, strips(), lanes=3):
        assert taken - number <= 7


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
