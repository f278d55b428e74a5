"""What is no file is told as what it is, wherever a file is wanted: a pipe was waited for, for ever."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import jxprint
from jxprint.checker.dumped import compare_dump
from jxprint.cli import main
from jxprint.description import read_page
from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, FontError, PdfError
from jxprint.fonts import open_library
from jxprint.intake.kinds import no_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes in folders")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page whose folder has a pipe in it."""
    folder = tmp_path / "page"
    write_new_page(folder)
    os.mkfifo(folder / "pipe")
    return folder


def refused(page: Path, old: str, new: str) -> list[tuple[str, object]]:
    """The findings' keys and reasons for a page that is described otherwise."""
    plan = page / "page.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DescriptionError) as refusal:
        read_page(page)
    return [(one.key, one.args.get("reason")) for one in refusal.value.findings]


def test_a_pipe_is_no_story(page: Path) -> None:
    """Nor a standfirst."""
    assert refused(page, '"first.txt"', '"pipe"') == [("copy.not_a_file", "a named pipe")]


def test_a_pipe_is_no_picture(page: Path) -> None:
    """And is not called a folder either."""
    told = refused(page, 'credit = "本报摄"', 'file = "pipe"')
    assert told == [("page.picture_not_a_file", "a named pipe")]


def test_a_pipe_is_no_page(page: Path) -> None:
    """It was said not to be there."""
    (page / "page.toml").unlink()
    os.mkfifo(page / "page.toml")
    with pytest.raises(DescriptionError) as refusal:
        read_page(page)
    assert [one.key for one in refusal.value.findings] == ["copy.not_a_file"]


def test_a_pipe_is_no_style(page: Path) -> None:
    """It was said not to be there."""
    os.mkfifo(page / "own.toml")
    assert refused(page, '"daily"', '"own.toml"') == [("copy.not_a_file", "a named pipe")]


def test_a_pipe_is_no_font(tmp_path: Path) -> None:
    """The font file is named."""
    os.mkfifo(tmp_path / "own.otf")
    with pytest.raises(FontError) as refusal:
        open_library({"song": ("own.otf",)}, tmp_path)
    (finding,) = refusal.value.findings
    assert (finding.key, finding.args["font"]) == ("fonts.not_a_file", str(tmp_path / "own.otf"))


@pytest.mark.parametrize(
    ("name", "kind", "code", "said"),
    [("pipe", "a named pipe", 7, "this is a named pipe"), (".", "a folder", 3, "the folder has neither a PDF nor")],
)
def test_a_pipe_or_a_folder_is_no_pdf(
    page: Path, name: str, kind: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe keeps nobody waiting; a folder may be an archive's, and this one is none."""
    with pytest.raises(PdfError) as refusal:
        jxprint.check(page / name, read_page(page))
    assert [(one.key, one.args["reason"]) for one in refusal.value.findings] == [("checks.not_a_file", kind)]
    assert main(["check", str(page / name), "--against", str(page), "--lang", "en"]) == code
    assert said in capsys.readouterr().err
    with pytest.raises(DescriptionError) as unread:
        compare_dump(page / name, [])
    assert unread.value.findings[0].key == "checks.not_a_file"


def test_a_name_that_the_locale_cannot_say_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under an ASCII locale a Chinese file name was a defect of ours."""

    def ascii_only(name: str) -> bytes:
        return name.encode("ascii")

    monkeypatch.setattr("jxprint.description.enclosure.os.fsencode", ascii_only)
    assert [key for key, _ in refused(page, '"first.txt"', '"一版.txt"')] == ["page.name_not_in_locale"]


def test_what_stands_at_a_path_is_named(page: Path) -> None:
    """A file, and nothing at all, are left to whoever opens them."""
    assert no_file(page) == "a folder"
    assert no_file(page / "pipe") == "a named pipe"
    assert no_file(page / "page.toml") is None
    assert no_file(page / "none") is None
