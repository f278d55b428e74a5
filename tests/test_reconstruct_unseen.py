"""The pages that nothing is fitted on stay apart from those that the tables are fitted on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "reconstruct"
# A line of so many characters is no label, name or row of a table that many pages have.
OWN = 24

pytestmark = pytest.mark.skipif(not BENCHMARK.is_dir(), reason="the pages of the benchmark are not here")


def lines_of(folder: str) -> Iterator[tuple[str, str]]:
    """Every long line of copy with the page that it stands on."""
    for page in sorted((BENCHMARK / folder).glob("*.txt")):
        for line in page.read_text(encoding="utf-8").splitlines():
            if len(line) >= OWN and not line.startswith(("manner:", "| ")):
                yield line, page.name


def test_no_line_of_an_unseen_page_was_seen() -> None:
    """A page, or a story that was lent to another, would be known by heart."""
    unseen, seen = dict(lines_of("unseen")), dict(lines_of("pages"))
    assert len(unseen) > 1000
    assert len(seen) > 5 * len(unseen)
    assert {line: seen[line] for line in unseen.keys() & seen.keys()} == {}
