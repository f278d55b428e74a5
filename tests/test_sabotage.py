"""A sample of the sabotage: kinds of fault taken in turns, one place each, and good pages; `make sabotage` runs all."""

from __future__ import annotations

import pytest

import jxprint
from good_pages import FAMILIES, good_page
from spoiling import KINDS
from trials import try_kind

# Every eighth kind: all of them, many times, are the affair of `make sabotage` and `.ci/run`.
STEP = 8
SEED = 2026


@pytest.mark.parametrize("name", list(KINDS)[::STEP])
def test_a_fault_is_found_and_named(name: str) -> None:
    """The check fails, and one of its findings says what was spoiled."""
    trial = try_kind(name, SEED)
    assert trial is not None
    assert trial.is_named, sorted(trial.codes)
    assert trial.witnesses


@pytest.mark.parametrize("family", FAMILIES)
def test_good_pages_of_random_copy_are_exact(family: str) -> None:
    """Not one false alarm."""
    for seed in range(SEED, SEED + 2):
        good = good_page(family, seed)
        report = jxprint.check(good.pdf, good.page)
        assert report.ok, report.lines("en")


def test_there_are_sixty_kinds_of_fault_and_more() -> None:
    """Each with a name of its own and findings that say what it is."""
    assert len(KINDS) >= 60
    assert all(kind.told for kind in KINDS.values())
