"""Nothing stands over its measure without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from jxprint.description.new import write_new_page


def changed_page(folder: Path, old: str, new: str) -> jxprint.Page:
    """The small page that comes along, with one thing in page.toml changed."""
    write_new_page(folder)
    plan = folder / "page.toml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), encoding="utf-8")
    return jxprint.read_page(folder)


def refusal(page: jxprint.Page) -> jxprint.Finding:
    """The one finding with which the page is refused."""
    with pytest.raises(jxprint.OversetError) as caught:
        jxprint.compose(page, jxprint.open_library())
    (finding,) = caught.value.findings
    return finding


def test_a_credit_wider_than_its_picture_is_refused(tmp_path: Path) -> None:
    """It once ran out of the picture and off the sheet, and only a check of the PDF told."""
    page = changed_page(tmp_path / "page", 'credit = "本报摄"', f'credit = "{"某" * 60}"')
    finding = refusal(page)
    assert finding.key == "composition.word_too_wide"
    assert (finding.place.line, finding.place.column) == (50, 11)
    assert finding.args["text"] == "某" * 60
