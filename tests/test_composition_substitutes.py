"""Characters that a face of another weight or kind sets are told, and the page is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jxprint
from jxprint.cli import main
from jxprint.composition.substitutes import substitutes
from jxprint.description.new import write_new_page
from jxprint.errors import Finding
from jxprint.fonts import open_library
from jxprint.fonts.catalogue import carried_faces
from jxprint.messages import render


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small page."""
    write_new_page(tmp_path / "page")
    return tmp_path / "page"


def change(file: Path, old: str, new: str) -> None:
    """Write a file otherwise."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> list[Finding]:
    """What is told of the page."""
    page = jxprint.read_page(folder)
    library = jxprint.open_library(page.style.fonts, base=folder)
    jxprint.compose(page, library)
    found = substitutes(page, library)
    assert substitutes(page, library) == found  # a page made up again is told as the first time
    return found


def test_a_head_of_two_weights_is_told_once(folder: Path) -> None:
    """The place of the first character, all of them, the face asked for and the one that sets them."""
    change(folder / "first.txt", "怎样改稿", "和臺灣與臺北")
    (one,) = told(folder)
    assert (one.key, one.severity) == ("composition.set_otherwise", "warning")
    assert (one.place.line, one.place.column, one.place.offset) == (1, 12, 1)
    assert one.args["chars"] == "臺灣與"
    told_faces = [one.args[name] for name in ("asked", "faces", "keys")]
    assert told_faces == [("song-black",), ("song-wide",), ("song.black",)]
    assert "臺灣與" in render(one, "zh")
    assert "song-black" in render(one, "en")


def test_the_same_type_is_no_finding(folder: Path) -> None:
    """Regular Song with rare characters of the wide Song; marks of Kai, which Song sets by design; blanks."""
    change(folder / "first.txt", "每篇稿件", "臺灣𠮷，{楷体:“一”，（二）。}　")
    assert told(folder) == []


def test_marked_words_and_small_roles_are_told_too(folder: Path) -> None:
    """Bold Hei within the text, Kai in a credit, Hei in a caption and a placeholder's label; the main head's place is
    in page.toml.
    """
    change(folder / "first.txt", "每篇稿件", "夜{加粗:𠮷祥臺}{楷体:臺}班臺")
    change(folder / "page.toml", "本报摄", "臺摄")
    change(folder / "page.toml", "一版从这里开始", "一版從这里")
    style = Path(str(jxprint.read_page(folder).style.roles["body"].place.file))
    (folder / "own.toml").write_text(style.read_text("utf-8").replace("原图未存", "原圖未存"), "utf-8")
    change(folder / "page.toml", '"daily"', '"own.toml"')
    found = told(folder)
    assert {(one.args["chars"], one.args["asked"]) for one in found} == {
        ("從", ("song-black",)),
        ("臺", ("kai-regular",)),
        ("𠮷臺", ("hei-bold", "kai-regular")),
        ("圖", ("hei-regular",)),
    }
    assert {Path(str(one.place.file)).name for one in found} == {"page.toml", "first.txt", "own.toml"}


@pytest.mark.parametrize("command", ["build", "show", "fonts"])
def test_the_commands_tell_it_and_succeed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """A warning on standard error, and the exit code of a page that was made."""
    change(folder / "first.txt", "怎样改稿", "臺灣")
    more = ["-o", str(tmp_path / "page.pdf")] if command == "build" else []
    assert main(["--lang", "en", command, str(folder), *more]) == 0
    assert capsys.readouterr().err.count("warning: ") == 1
    if command != "show":
        assert main([command, str(folder), *more, "--json"]) == 0
        (note,) = json.loads(capsys.readouterr().out)["notes"]
        assert note["args"]["chars"] == "臺灣"


def test_a_bold_face_of_the_other_kind_comes_before_a_regular_one(tmp_path: Path) -> None:
    """A newsroom's bold Hei, here with the characters of the wide Song, stands in for black Song and is told as Hei;
    its black Song of another file is no stranger at all.
    """
    wide = str(carried_faces()["song-wide"].path)
    for kind, weight, strange in (("hei", "bold", True), ("song", "bold", True), ("song", "black", False)):
        library = open_library({f"{kind}.{weight}": (wide,)}, tmp_path)
        chain = library.chain("song", "black")
        found = chain.glyph("臺")
        assert found is not None
        assert found[0] is library.own(kind, weight)[0]
        assert chain.is_strange(found[0], "臺") is strange


def test_a_role_without_its_weight_is_no_stranger_to_itself() -> None:
    """Bold Kai is asked for, and there is the regular one alone: all of a passage is set in it, and nothing is told."""
    chain = open_library().chain("kai", "bold")
    found = chain.glyph("嘉")
    assert found is not None
    assert not chain.is_strange(found[0], "嘉")
