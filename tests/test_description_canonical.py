"""Canonical spelling: idempotent, the same page, every comment kept; and the new page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jxprint.description import read_page, read_page_with_notes
from jxprint.description.canonical import format_page
from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, OutputError
from jxprint.model import Story

_UNTIDY = '''# paper
title   = '第一版 "A"' # the title
style="daily"
format=1
# plan
dummy = "M M\\nA   A\\n"   # drawn

sheet = { height = "220mm", width="297mm", head="22mm", foot="18mm", left="20mm", right="20mm" } # A3
[[part]]
kind = "masthead"  # a head
text = """新版"""
letter = "M"
# ruled
rule_below = 'oxford'
[[part]]
legs = 2
kind = "story"
letter = "A"
copy = "a.txt"
[grid]   # six
columns = 2
gap = "1.2字"
measure = "15.5字"
# end
'''
_UNTIDY_COPY = "署名：沈沉缘\r\n标题: 甲\r\n\r\n　　第一段。  \r\n\r\n## 小\r\n第二段。"


def _untidy(folder: Path) -> Path:
    (folder / "page.toml").write_text(_UNTIDY, encoding="utf-8")
    (folder / "a.txt").write_bytes(_UNTIDY_COPY.encode("gb18030"))
    return folder


def _meaning(folder: Path) -> str:
    """The page without its places, which a new spelling may move."""
    return re.sub(r"Place\([^)]*\)", "", repr(read_page(folder)))


def test_formatting_keeps_the_page_and_settles(tmp_path: Path) -> None:
    """The formatted files say the same page, and formatting them again changes nothing."""
    folder = _untidy(tmp_path)
    before = _meaning(folder)
    spelled = format_page(folder)
    for path, text in spelled.items():
        path.write_bytes(text.encode())
    assert _meaning(folder) == before
    assert format_page(folder) == spelled
    assert read_page_with_notes(folder)[1] == []


def test_formatting_keeps_every_comment(tmp_path: Path) -> None:
    """No comment is lost or doubled, and one beside a value stays beside it."""
    spelled = format_page(_untidy(tmp_path))[tmp_path / "page.toml"]
    assert sorted(re.findall("# .*", spelled)) == sorted(re.findall("# .*", _UNTIDY))
    assert 'title = "第一版 \\"A\\""  # the title\n' in spelled
    assert 'dummy = """\nM M\nA A\n"""  # drawn\n' in spelled
    assert '[sheet]  # A3\nwidth = "297mm"\n' in spelled


def test_copy_has_one_spelling(tmp_path: Path) -> None:
    """English header keys in their order, a blank line, one paragraph a line, no blanks at line ends."""
    spelled = format_page(_untidy(tmp_path))[tmp_path / "a.txt"]
    assert spelled == "headline: 甲\nbyline: 沈沉缘\n\n第一段。\n## 小\n第二段。\n"


def test_a_new_page_is_canonical_and_sound(tmp_path: Path) -> None:
    """The page to start from reads without a note and is spelled canonically, in a new folder or an empty one."""
    for name in ("new", "empty"):
        folder = tmp_path / name
        if name == "empty":
            folder.mkdir()
        write_new_page(folder)
        page, notes = read_page_with_notes(folder)
        assert notes == []
        assert sum(isinstance(part, Story) for part in page.parts) == 2
        assert all(path.read_text(encoding="utf-8") == text for path, text in format_page(folder).items())


def test_a_new_page_takes_nobodys_place(tmp_path: Path) -> None:
    """A folder with something in it, or a file of that name, is left as it is."""
    (tmp_path / "mine").write_text("x")
    for taken in (tmp_path, tmp_path / "mine"):
        with pytest.raises(DescriptionError) as refused:
            write_new_page(taken)
        assert refused.value.findings[0].key in ("page.folder_taken", "page.file_taken")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_new_page_needs_a_folder_to_stand_in(tmp_path: Path) -> None:
    """Folders above the page are not made up."""
    with pytest.raises(OutputError):
        write_new_page(tmp_path / "no" / "page")
    assert list(tmp_path.iterdir()) == []
