"""`-` is standard input or output where a file is read or written as one, and refused wherever a name is wanted."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import click
import pytest

from documents import docx, paragraph
from jxprint.cli import ROOMS, main
from jxprint.cli.spoken import RoomGroup

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"
BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """What another program sends."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def commands() -> list[click.Command]:
    """All of them, with those of `golden`."""
    group = RoomGroup("en", ROOMS, "0")
    context = click.Context(group)
    found = [one for name in ROOMS if (one := group.get_command(context, name)) is not None]
    return [*found, *(two for one in found if isinstance(one, click.Group) for two in one.commands.values())]


def test_every_name_says_whether_it_may_be_a_stream() -> None:
    """A folder called `-` was made by `new -` and `archive -o -`, and read by whatever came next."""
    dashes = {
        (str(command.name), str(param.name))
        for command in commands()
        for param in command.params
        if isinstance(param.type, click.Path) and param.type.allow_dash
    }
    assert dashes == {("check", "folders"), ("check", "against"), ("import", "sources"), ("reconstruct", "source")}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("archive DIR -o -", "--output"),
        ("archive - -o x", "DIR"),
        ("build - -o x.pdf", "DIR"),
        ("build DIR -o x.pdf --icc -", "--icc"),
        ("build DIR -o x.pdf --manifest -", "--manifest"),
        ("check x.pdf --against DIR --html -", "--html"),
        ("export - -o x.json", "DIR"),
        ("fit -", "DIR"),
        ("fmt -", "DIR"),
        ("fonts -", "DIR"),
        ("golden check x.pdf -", "DIR|FILE"),
        ("golden compare - x.pdf", "EXPECTED"),
        ("import x.txt -o -", "--output"),
        ("lint DIR -", "DIR"),
        ("makeup -", "DIR"),
        ("new -", "DIR"),
        ("reconstruct x.txt -o -", "--output"),
        ("reconstruct - --verify", "--verify"),
        ("show -", "DIR"),
    ],
)
def test_where_a_name_is_wanted_a_stream_is_refused(
    line: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is read, and nothing appears."""
    monkeypatch.chdir(tmp_path)
    arguments = [str(JIAXING) if one == "DIR" else one for one in line.split()]
    assert main([*arguments, "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith(f"{name}: “-” is standard input or output")
    assert list(tmp_path.iterdir()) == []


def test_copy_is_imported_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`cat x.docx | jxprint import - -o d`: its kind is told by its bytes, and without a name it is a story."""
    pipe(monkeypatch, docx(paragraph("渡轮加开夜航") + paragraph(BODY)))
    assert main(["import", "-", "-o", str(tmp_path / "d")]) == 0
    story = (tmp_path / "d" / "story.txt").read_text(encoding="utf-8")
    assert story == f"headline: 渡轮加开夜航\n\n{BODY}\n"


def test_a_page_is_reconstructed_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder as from a file, but for the name in its notes."""
    source = JIAXING / "source.txt"
    pipe(monkeypatch, source.read_bytes())
    assert main(["reconstruct", "-", "-o", str(tmp_path / "a")]) == 0
    assert main(["reconstruct", str(source), "-o", str(tmp_path / "b")]) == 0
    for name in ("source.txt", "evidence.toml"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("line", ["import - -o d", "reconstruct - -o d"])
def test_standard_input_that_is_closed_is_told(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    assert main([*line.split(), "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("-: the file cannot be read: it is closed")
