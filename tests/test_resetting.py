"""A re-setting says so (重排说明): in the file's metadata, and on paper unless switched off, in the page's language."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from jxprint.checker import check
from jxprint.cli import main
from jxprint.composition import compose
from jxprint.description import read_page
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.model.resetting import Resetting
from jxprint.writers.pdf import PdfWriter

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
SAID = (
    "本版据文字稿重排，非原版影印。推断所得：栏宽、栏数、行数和版样，依据断栏处。"
    "原貌已失：原版的字体、图片、线条和颜色。"
)

Edit = Callable[[str, str], Path]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """The first page with something else in its page.toml."""
    shutil.copytree(JIAXING.parent, tmp_path / "layout")
    folder = tmp_path / "layout" / "jiaxing"

    def edit(old: str, new: str) -> Path:
        said = (folder / "page.toml").read_text(encoding="utf-8")
        assert old in said
        (folder / "page.toml").write_text(said.replace(old, new, 1), encoding="utf-8")
        return folder

    return edit


def written(page: Page, library: Library) -> bytes:
    """The page as a PDF."""
    return PdfWriter(library).write([compose(page, library)])


def test_the_metadata_say_it(jiaxing: Page, jiaxing_pdf: bytes) -> None:
    """Subject and dc:description, in the words of the page; nothing is on paper where that is switched off."""
    assert jiaxing.resetting is not None
    assert not jiaxing.resetting.visible
    with pikepdf.open(BytesIO(jiaxing_pdf)) as document:
        assert str(document.docinfo["/Subject"]) == SAID
        with document.open_metadata() as metadata:
            assert metadata["dc:description"] == SAID
    assert check(jiaxing_pdf, [jiaxing]).ok


def test_the_foot_margin_says_it_too(edit: Edit, library: Library) -> None:
    """One small line under the type area, which the checker reads like any copy."""
    page = read_page(edit("visible = false", "visible = true"))
    placed = compose(page, library)
    notice = placed.articles[-1]
    assert [line.text for block in notice.text_blocks() for line in block.lines] == [SAID]
    assert notice.frame.y > placed.print_space.bottom
    assert notice.frame.bottom < placed.height
    report = check(written(page, library), [page])
    assert report.ok, report.lines("en")


def test_a_notice_that_is_not_there_is_missed(edit: Edit, jiaxing_pdf: bytes) -> None:
    """A file without it does not pass for the page that asks for it, on paper and in the metadata."""
    page = read_page(edit("visible = false", "visible = true"))
    keys = {finding.key for finding in check(jiaxing_pdf, [page]).findings}
    assert "checks.missing" in keys
    page = read_page(edit('of = "文字稿"', 'of = "缩微胶片"'))
    said = [finding for finding in check(jiaxing_pdf, [page]).findings if finding.key == "checks.statement"]
    assert [finding.args["source"] for finding in said] == ["Info", "XMP"]


def test_a_page_that_is_none_says_nothing(edit: Edit, library: Library) -> None:
    """No Subject, no description; and a file that claims to be one is found out."""
    claims = written(read_page(edit("visible = false", "visible = false")), library)
    toml = edit("[resetting]", "[resetting]") / "page.toml"
    lines = toml.read_text(encoding="utf-8").splitlines()
    begin = lines.index("[resetting]")
    toml.write_text("\n".join(lines[:begin] + lines[begin + 5 :]), encoding="utf-8")
    page = read_page(toml.parent)
    assert page.resetting is None
    pdf = written(page, library)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/Subject" not in document.docinfo
        assert b"dc:description" not in document.Root.Metadata.read_bytes()
    assert check(pdf, [page]).ok
    assert [finding.key for finding in check(claims, [page]).findings] == ["checks.statement"] * 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-CN", "本版为重排，非原版影印。推断所得：栏宽。原貌已失：图片。"),
        ("zh-Hant-TW", "本版為重排，非原版影印。推斷所得：栏宽。原貌已失：图片。"),
        ("en-GB", "A re-setting, no facsimile. Inferred: 栏宽. Lost: 图片."),
    ],
)
def test_the_sentence_is_in_the_pages_language(language: str, said: str) -> None:
    """Full stops of its own do not double."""
    assert Resetting("栏宽。", "图片", "").statement(language) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("visible = false", "visable = false", "visable"),
        ("visible = false", 'visible = "no"', "visible"),
        ('lost = "原版的字体、图片、线条和颜色"', 'lost = ""', "lost"),
        ('lost = "原版的字体、图片、线条和颜色"\n', "", "lost"),
        ('of = "文字稿"', 'of = "文\\u200b字稿"', "U+200B"),
    ],
)
def test_bad_keys_are_refused(edit: Edit, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    """With file, line and column."""
    folder = edit(old, new)
    assert main(["show", str(folder), "--lang", "en"]) == 3
    complained = capsys.readouterr().err
    assert "page.toml:" in complained
    assert said in complained
    assert len(complained.splitlines()) == 1


def test_a_notice_without_room_is_refused(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """Never over the trim, never over the text."""
    folder = edit('lost = "', 'lost = "' + "原版的字体图片线条和颜色以及其他" * 60)
    edit("visible = false", "visible = true")
    assert main(["show", str(folder), "--lang", "en"]) == 5
    assert "the note on the re-setting takes" in capsys.readouterr().err
