"""Widths over whole pages of copy: every mark comes back but where the rule cannot know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxprint.reconstruct.widths import widened
from jxprint.text.width import FULL_OF_HALF

PAGES = Path(__file__).parent.parent / "benchmarks" / "reconstruct" / "pages"
FOLD = str.maketrans({full: half for half, full in FULL_OF_HALF.items()})
# What the form of these files says before a line's copy.
SIGNS = re.compile(r"^(?:[a-z_]+: |## |- |> |\| )")

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the pages of the benchmark are not here")


def copy(every: int = 1) -> Iterator[tuple[str, str]]:
    """Lines of copy of every so many pages, each with its page."""
    for page in sorted(PAGES.glob("*.txt"))[::every]:
        for line in page.read_text(encoding="utf-8").split("\n"):
            if not line.startswith(("===", "manner:", "byline_at:")):
                yield page.name, SIGNS.sub("", line)


def test_marks_come_back_on_all_pages() -> None:
    """Each that does not stands between two ASCII letters or digits, where no rule of widths can tell `Email：a@b` from
    `Email:a@b`; there are fewer of these than one in ten thousand characters.
    """
    count, missed = 0, []
    for name, text in copy():
        count += len(text)
        wide = widened(text.translate(FOLD))
        missed += [(name, text[max(0, at - 9) : at + 9], _beside(text, at)) for at in _off(text, wide)]
    told = [one[:2] for one in missed if len(one[2]) < 2 or not one[2].isascii() or not one[2].isalnum()]
    assert told == []
    assert len(missed) * 10_000 <= count, [one[:2] for one in missed]


def _beside(text: str, at: int) -> str:
    """The characters on both sides of one."""
    return text[max(0, at - 1) : at] + text[at + 1 : at + 2]


def _off(text: str, wide: str) -> list[int]:
    assert len(text) == len(wide)
    return [at for at in range(len(text)) if text[at] != wide[at]]


def test_a_page_is_widened_as_it_would_be_line_by_line() -> None:
    """And again it is what it was."""
    for _, text in copy(every=5):
        wide = widened(text.translate(FOLD))
        assert widened(wide) == wide
        assert widened(wide.translate(FOLD)) == wide
