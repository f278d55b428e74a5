"""Tables of contents (导读) as described: every item ends with a page that its issue has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jxprint.description.contents import pages_named
from jxprint.edition import make_edition
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.model import Passage

CHAOXUN = Path(__file__).parent.parent / "layout" / "chaoxun"


@pytest.mark.parametrize(
    ("item", "page"),
    [
        ("旧船开进操场（2版）", 2),
        ("旧船开进操场（第12版）", 12),
        ("旧船开进操场　２版", 2),
        ("旧船开进操场……4", 4),
        ("1926年的灯塔，见第3版", 3),
        ("特刊：江上（4-5版）", 4),
        ("旧船开进操场 B2", None),
        ("旧船开进操场", None),
        ("旧船开进了2版的操场", None),
    ],
)
def test_an_item_ends_with_its_page(item: str, page: int | None) -> None:
    """What is no number of a page at the end is told, with its place."""
    findings: list[Finding] = []
    named = pages_named([Passage(item, Place("contents.txt", 3, 1))], findings)
    assert named == (() if page is None else (page,))
    assert [(one.key, one.place.line) for one in findings] == ([("page.contents_no_page", 3)] if page is None else [])


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """A copy of the small issue with a change in its table of contents."""
    folder = tmp_path / "chaoxun"
    shutil.copytree(CHAOXUN, folder)
    file = folder / "front" / "contents.txt"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_an_item_that_leads_to_no_page_of_the_edition_is_refused(tmp_path: Path) -> None:
    """Readers would look for it in vain."""
    folder = changed(tmp_path, "操场（2版）", "操场（3版）")
    with pytest.raises(DescriptionError) as refusal:
        make_edition([folder])
    assert [(one.key, one.place.line, one.args["number"]) for one in refusal.value.findings] == [
        ("page.contents_lead_nowhere", 4, 3)
    ]


def test_an_item_without_a_page_is_refused(tmp_path: Path) -> None:
    """The list says that it is a table of contents."""
    folder = changed(tmp_path, "操场（2版）", "操场")
    with pytest.raises(DescriptionError) as refusal:
        make_edition([folder])
    assert [(one.key, one.place.line) for one in refusal.value.findings] == [("page.contents_no_page", 4)]
