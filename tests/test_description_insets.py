"""What is wrong with a part that stands in a story is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jxprint

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('letter = "P"', 'letter = "P"\nwithin = "A"', "page.drawn_and_within"),
        ('letter = "P"', 'letter = "P"\nwithin = "Z"', "page.within_what"),
        ('letter = "P"', 'letter = "P"\nside = "left"', "page.goes_with"),
        ('letter = "P"', 'letter = "P"\nwithin = "A"\ntop = 4', "page.top_within"),
        ('letter = "P"', 'letter = "P"\nwithin = "A"\nside = "lft"', "page.unknown_value_near"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nwriting = "vertical"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nhead_at = "inside"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nhead_at = "beside"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\njump_to = "B"', "page.within_that"),
        ('letter = "A"\nkind = "story"', 'letter = "A"\nkind = "story"\nremainder = "x"', "page.unknown_value"),
    ],
)
def test_what_is_wrong_with_a_part_within_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A place in page.toml, and all at once."""
    folder = tmp_path / "page"
    shutil.copytree(ROOT / "layout" / "jiaxing", folder)
    text = (folder / "page.toml").read_text("utf-8")
    if told == "page.within_that":
        text = text.replace('letter = "P"', 'letter = "P"\nwithin = "A"').replace("P P Q Q", "Q Q Q Q")
    assert old in text
    (folder / "page.toml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(jxprint.DescriptionError) as refusal:
        jxprint.read_page(folder)
    assert told in [one.key for one in refusal.value.findings]
