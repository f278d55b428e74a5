"""Files that a page names: in its folder, by their own names, on every system."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from jxprint.description import enclosure, read_page_with_notes
from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, Finding


def told(folder: Path, name: str) -> list[Finding]:
    """What is said of the small page when its picture is `name`."""
    write_new_page(folder)
    (folder / "photo").mkdir()
    Image.new("L", (30, 20)).save(folder / "photo" / unicodedata.normalize("NFD", "café.jpg"))
    file = folder / "page.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('kind = "picture"', f'kind = "picture"\nfile = \'{name}\'\nalt = "图"')
    file.write_text(text, encoding="utf-8")
    try:
        return read_page_with_notes(folder)[1]
    except DescriptionError as refusal:
        return list(refusal.findings)


@pytest.mark.parametrize(
    "name",
    ["..\\a.jpg", "C:\\a.jpg", "C:/a.jpg", "C:a.jpg", "\\\\server\\share\\a.jpg", "//server/s/a.jpg"],
)
def test_a_path_of_windows_is_outside_on_every_system(name: str, tmp_path: Path) -> None:
    """Drives, shares and backslashes: one answer, wherever the page is read."""
    assert "page.outside" in [finding.key for finding in told(tmp_path / "page", name)]


def test_a_device_is_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has CON in every folder and cannot say where it is."""

    def refuse(path: object) -> str:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os.path, "realpath", refuse)
    assert "page.outside" in [finding.key for finding in told(tmp_path / "page", "CON")]


@pytest.mark.parametrize("name", ["photo/café.jpg", "Photo/CAFÉ.JPG", "photo/café.jpg."])
def test_a_name_that_is_spelled_otherwise_is_told(name: str, tmp_path: Path) -> None:
    """Capitals, accents (NFC and NFD) and a last dot: what one system opens, another does not find."""
    notes = [finding for finding in told(tmp_path / "page", name) if finding.key == "page.spelled_otherwise"]
    assert [(note.severity, note.args["spelled"]) for note in notes] == [
        ("note", unicodedata.normalize("NFD", "photo/café.jpg"))
    ]


@pytest.mark.parametrize("apart", [True, False])
def test_a_name_that_is_the_files_own_is_not(apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where the system tells capitals apart nor where it does not; nor a name like no other."""
    monkeypatch.setattr(enclosure, "_TELLS_APART", apart)
    assert told(tmp_path / "a", unicodedata.normalize("NFD", "./photo/café.jpg")) == []
    keys = [finding.key for finding in told(tmp_path / "b", "photo/b.jpg")]
    assert keys == ["page.picture_missing"]
