"""The character error rate is exact, and says what is left of it under each listed fold."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.checker.alignment import Hunk
from jxprint.checker.figures import counts, figure_lines, percent, rates
from jxprint.checker.rates import Ledger, distance
from jxprint.errors import Finding
from jxprint.text.folds import FOLDS


def counted(one: str, two: str) -> int:
    """The same distance, cell by cell."""
    row = list(range(len(two) + 1))
    for at, here in enumerate(one, 1):
        last, row[0] = row[0], at
        for to, there in enumerate(two, 1):
            last, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, last + (here != there))
    return row[-1]


@given(st.text("甲乙丙", max_size=24), st.text("甲乙丙", max_size=24))
def test_the_distance_is_the_fewest_changes(one: str, two: str) -> None:
    """As the table of all ways says."""
    assert distance(one, two) == counted(one, two) == distance(two, one)


def test_a_broadsheet_is_measured_in_a_moment() -> None:
    """Twelve thousand characters with a change at either end, and one of which nothing agrees."""
    chance = random.Random(1)
    page = "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(12_000))
    begun = time.process_time()
    assert distance(page, "×" + page[1:-1] + "×") == 2
    assert distance(page, "×" * 12_000) == 12_000
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("copy", "read", "left"),
    [
        ("（甲）", "(甲)", {"exact": 2, "width": 0, "punctuation": 0, "compatibility": 0, "all": 0}),
        ("“甲”", '"甲"', {"exact": 2, "width": 2, "punctuation": 0, "compatibility": 2, "all": 0}),
        ("一金", "\u2f00\uf90a", {"exact": 2, "width": 2, "punctuation": 2, "compatibility": 0, "all": 0}),
        ("123", "１２３", {"exact": 3, "width": 0, "punctuation": 3, "compatibility": 0, "all": 0}),
        ("体", "體", dict.fromkeys(FOLDS, 1)),
    ],
)
def test_folds_take_away_what_they_list(copy: str, read: str, left: dict[str, int]) -> None:
    """Width, marks of one kind, compatibility forms; simplified and traditional are two characters."""
    ledger = Ledger()
    ledger.add("r:stream", copy, read, [Hunk("altered", 0, len(copy), 0, len(read))])
    assert dict(ledger.worst) == left


def test_what_moved_is_no_error() -> None:
    """It is put back first; a slip in it is one."""
    copy, read = "甲乙丙丁戊己庚辛", "戊己×辛甲乙丙丁"
    ledger = Ledger()
    ledger.add("r:stream", copy, read, [Hunk("moved", 4, 8, 0, 4)])
    assert dict(ledger.worst)["exact"] == 1


def test_the_reading_with_most_errors_counts() -> None:
    """Pages add up, and copy of pages that are not there is lost in every reading."""
    ledger = Ledger()
    ledger.add("r:stream", "甲乙", "甲乙", [])
    ledger.add("r:geometry", "甲乙", "甲", [Hunk("missing", 1, 2, 1, 1)])
    ledger.turn()
    ledger.add("r:geometry", "甲乙", "甲", [Hunk("missing", 1, 2, 1, 1)])
    ledger.lost(5)
    assert dict(ledger.worst)["exact"] == 7


def test_figures_are_said_in_both_languages() -> None:
    """Findings and their characters by kind; no copy, no rate."""
    findings = [
        Finding("checks.missing", args={"expected": "甲乙", "read": ""}),
        Finding("checks.moved", args={"expected": "丙" * 300, "read": "丙" * 300}),
        Finding("checks.white", args={"text": "丁"}),
    ]
    assert counts(findings)["moved"] == {"findings": 1, "characters": 300}
    assert rates([("exact", 1)], 0) == {"exact": None}
    assert percent(1, 10_000_000) == "<0.001"
    errors = [("exact", 4), ("width", 2), ("punctuation", 4), ("compatibility", 2), ("all", 1)]
    english = list(figure_lines(errors, 1000, findings, "en"))
    assert english[0].startswith("character error rate 0.400 % (4 of 1,000 characters); of these 2 (0.200 %) with full")
    assert "compatibility" not in english[0]
    assert english[1] == "differences: missing 1 (2 characters), moved 1 (300 characters)"
    assert "移 1 处（300 字）" in list(figure_lines(errors, 1000, findings, "zh"))[1]
