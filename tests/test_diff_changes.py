"""One change at a time to a page or an edition: what diff says of it, whichever side is a folder or a file."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, reject, settings

import jxprint
from drawn_pages import Folder, folders, write_folder
from jxprint.checker.printed_places import read_places
from jxprint.composition.overset_proof import compose_overset
from jxprint.diff import compare
from jxprint.diff.placed_places import seen_page
from jxprint.errors import JxprintError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import SeenArticle, SeenBlock, SeenLine, SeenPage
from sabotage import pdf_of

PAGES = Path(__file__).parent / "pages"


def both(folder: Path, library: Library) -> tuple[list[SeenPage], list[SeenPage]]:
    """A page as its folder and as its file are seen."""
    placed = jxprint.compose(jxprint.read_page(folder), library)
    return [seen_page(placed)], read_places(pdf_of(placed, library), "x.pdf")


def write(file: Path, old: str, new: str) -> None:
    """Other words in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def told(folder: Path, copy: Path, library: Library) -> list[list[str]]:
    """What is told: folder and folder, folder and file, file and folder, file and file."""
    return [
        [render(one, "en") for page in compare(old, new) for one in page.findings]
        for old, new in product(both(folder, library), both(copy, library))
    ]


CASES = [
    ("drop_caps", "grid.txt", "河边", "湖边", "grid, paragraph 1, character 1: “河” became “湖”"),
    ("drop_caps", "beside.txt", "边题", "侧题", "beside, headline, character 1: “边” became “侧”"),
    ("drop_caps", "page.toml", '"河岸"', '"湖岸"', "湖岸, caption, character 1: “河” became “湖”"),
    ("drop_caps", "page.toml", "水位每天", "水位天天", "水位天天都要记, quote, character 3: “每” became “天”"),
]


@pytest.mark.parametrize(("page", "file", "old", "new", "sentence"), CASES, ids=[case[4] for case in CASES])
def test_a_character_is_told_where_it_stands(
    tmp_path: Path, library: Library, page: str, file: str, old: str, new: str, sentence: str
) -> None:
    """In a drop cap, a vertical head, a caption, a pull quote; a file calls a quote a paragraph. No part is new."""
    copy = Path(shutil.copytree(PAGES / page, tmp_path / page))
    write(copy / file, old, new)
    for at, sentences in enumerate(told(PAGES / page, copy, library)):
        wanted = sentence if at < 3 else sentence.replace("quote", "paragraph 1")
        # A picture that is not there is described by its caption.
        first, second = (one for one in sentences if "description" not in one)
        assert first.startswith(wanted)
        assert "set anew, line 1" in second


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("雨季里", "\n雨季里", "begins a paragraph of its own: …下游的站房。¶雨季里一天要…"),
        ("靠岸了。\n", "靠岸了。", "began a paragraph of its own: …道该靠岸了。|后来装了自动…"),
    ],
)
def test_a_paragraph_that_was_split_or_made_one_is_told_as_that(
    tmp_path: Path, library: Library, old: str, new: str, sentence: str
) -> None:
    """Nothing of its text is gone or new."""
    copy = Path(shutil.copytree(PAGES / "drop_caps", tmp_path / "page"))
    write(copy / "inside.txt", old, new)
    for sentences in told(PAGES / "drop_caps", copy, library):
        copy_told = [one for one in sentences if "paragraph of its own" in one]
        assert [one.split(": ", 1)[1] for one in copy_told] == [sentence]
        assert not [one for one in sentences if "deleted" in one or "inserted" in one or ": new" in one]


def test_a_renamed_story_is_told_by_its_name(tmp_path: Path, library: Library) -> None:
    """Once, and nothing else."""
    copy = Path(shutil.copytree(PAGES / "drop_caps", tmp_path / "page"))
    (copy / "grid.txt").rename(copy / "gauge.txt")
    write(copy / "page.toml", "grid.txt", "gauge.txt")
    for sentences in told(PAGES / "drop_caps", copy, library):
        assert sentences == ["grid: is called gauge now"]


def test_another_pitch_is_told_once_and_not_line_by_line(tmp_path: Path, library: Library) -> None:
    """What stays in its row stays; nothing of the copy changed."""
    copy = Path(shutil.copytree(PAGES / "drop_caps", tmp_path / "page"))
    write(copy / "page.toml", "15pt", "15.2pt")
    for sentences in told(PAGES / "drop_caps", copy, library):
        assert sentences[0] == "the lines stand 15.20 pt apart, which was 15.00 pt"
        assert len(sentences) < 20
        assert sum("moved" in one for one in sentences) <= 6


@settings(max_examples=25, deadline=None)
@given(folders())
def test_any_page_and_its_file_do_not_differ(library: Library, files: Folder) -> None:
    """Whatever stands on it, and whether its copy has room or not."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "page"
        write_folder(folder, files)
        try:
            placed = compose_overset(jxprint.read_page(folder), library, None).placed
            file = read_places(pdf_of(placed, library), "x.pdf")
        except JxprintError:
            reject()
        for old, new in product(([seen_page(placed)], file), repeat=2):
            assert [render(one, "en") for page in compare(old, new) for one in page.findings] == []


def lines(*texts: str, role: str) -> tuple[SeenBlock, ...]:
    """Blocks of a line each, a file's where they have no role."""
    return tuple(
        SeenBlock(role, "" if role else "P", at, (SeenLine(text, 0, 0.0, 10.0 * at, 9.0),))
        for at, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize("sides", [("ear", ""), ("", "ear"), ("ear", "ear"), ("", "")])
def test_a_line_of_an_ear_that_has_other_words_is_one_change(sides: tuple[str, str]) -> None:
    """The folder knows that it is a line; a file alone takes it for a paragraph. It is not gone there and new here."""
    old, new = (
        SeenPage("1", (SeenArticle("今日天气", "", None, lines("今日天气", said, "浪高一米", role=role)),))
        for role, said in zip(sides, ("晴，夜里有薄云", "多雾转小雨"), strict=True)
    )
    copy = [one for page in compare([old], [new]) for one in page.copy]
    assert [one.key for one in copy] == ["checks.diff.text_replaced"]
    called = "line 2" if any(sides) else "paragraph 2"
    assert render(copy[0], "en").startswith(f"今日天气, {called}, character 1: “晴，夜里有薄云” became “多雾转小雨”")
