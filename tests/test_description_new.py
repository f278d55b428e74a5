"""The small page to start from: where it is written, and where not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, OutputError


def test_what_desktops_leave_in_a_folder_is_nothing(tmp_path: Path) -> None:
    """A folder that was made in macOS's Finder was taken for full."""
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    write_new_page(tmp_path)
    assert (tmp_path / "page.toml").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """And so is a file."""
    (tmp_path / "notes.txt").write_text("x")
    for taken, key in ((tmp_path, "page.folder_taken"), (tmp_path / "notes.txt", "page.file_taken")):
        with pytest.raises(DescriptionError) as caught:
            write_new_page(taken)
        assert caught.value.findings[0].key == key


def test_a_folder_that_nobody_may_look_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was a defect of jxprint."""

    def refuse(folder: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(OutputError) as caught:
        write_new_page(tmp_path)
    assert caught.value.findings[0].args == {"reason": "Permission denied"}


def test_a_name_that_windows_does_not_make_is_not_called_a_missing_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder above is there; Windows says ENOENT all the same."""

    def refuse(self: Path, *_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "mkdir", refuse)
    for folder, key in ((tmp_path / "new ", "output.not_written"), (tmp_path / "a" / "b", "output.no_folder")):
        with pytest.raises(OutputError) as caught:
            write_new_page(folder)
        assert caught.value.findings[0].key == key
