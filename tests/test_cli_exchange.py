"""`jxprint import` and `jxprint export` on the command line: what is written, and what is never written over."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from documents import docx, paragraph
from jxprint.cli import main

TREE = Path(__file__).resolve().parent.parent
BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A text of one story."""
    file = tmp_path / "渡轮.txt"
    file.write_text(f"渡轮加开夜航\n本报讯（记者 卓小舟）{BODY}\n", encoding="utf-8")
    return file


def test_json_alone_prints_and_writes_nothing(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text of every file that would be written, and all that is told."""
    before = sorted(source.parent.iterdir())
    assert main(["import", str(source), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(source.parent.iterdir()) == before
    (story,) = told["stories"]
    assert (story["file"], story["state"]) == ("渡轮.txt", "proposed")
    assert story["text"] == f"headline: 渡轮加开夜航\ndateline: 本报讯（记者 卓小舟）\n\n{BODY}\n"
    assert told["folder"] is None


def test_without_a_folder_nothing_is_read(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A usage error with both ways out."""
    assert main(["import", str(source)]) == 2
    assert "-o DIR" in capsys.readouterr().err


def test_a_file_that_a_person_changed_is_left_alone(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that nobody changed is renewed when its source changes; --force asks nobody."""
    folder = tmp_path / "page"
    written = folder / "渡轮.txt"
    assert main(["import", str(source), "-o", str(folder)]) == 0
    source.write_text(f"渡轮停航\n{BODY}\n{BODY}\n", encoding="utf-8")
    assert main(["import", str(source), "-o", str(folder)]) == 0
    assert "渡轮停航" in written.read_text(encoding="utf-8")
    assert main(["import", str(source), "-o", str(folder)]) == 0
    assert "is what it was" in capsys.readouterr().out
    mended = written.read_text(encoding="utf-8").replace("停航", "不停航")
    written.write_text(mended, encoding="utf-8")
    assert main(["import", str(source), "-o", str(folder)]) == 3
    assert "渡轮.txt" in capsys.readouterr().err
    assert written.read_text(encoding="utf-8") == mended
    assert main(["import", str(source), "-o", str(folder), "--force"]) == 0
    assert "不停航" not in written.read_text(encoding="utf-8")


def test_a_file_that_was_never_imported_is_left_alone(source: Path, tmp_path: Path) -> None:
    """And none of the others is written."""
    folder = tmp_path / "page"
    folder.mkdir()
    own = folder / "渡轮.txt"
    own.write_text("headline: 我写的\n\n正文。\n", encoding="utf-8")
    other = tmp_path / "另一篇.docx"
    other.write_bytes(docx(paragraph("另一篇") + paragraph(BODY)))
    assert main(["import", str(other), str(source), "-o", str(folder)]) == 3
    assert sorted(folder.iterdir()) == [own]


def test_the_record_keeps_what_is_in_no_story(tmp_path: Path) -> None:
    """An embargo, with its time, and every text that was left out."""
    source = tmp_path / "a.txt"
    source.write_text(f"（禁发至2026年1月3日6时）\n（社会）渡轮加开夜航\n{BODY}（完）\n", encoding="utf-8")
    folder = tmp_path / "page"
    assert main(["import", str(source), "-o", str(folder)]) == 0
    entry = json.loads((folder / "imported.json").read_bytes())["files"]["a.txt"]
    assert entry["data"]["embargoed_until"] == "2026-01-03T06:00"
    assert [(one["kind"], one["text"]) for one in entry["left_out"]] == [
        ("embargo", "（禁发至2026年1月3日6时）"),
        ("end_mark", "（完）"),
        ("slug", "（社会）"),
    ]


def test_a_record_that_cannot_be_read_is_told(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the way out; nothing is written."""
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "imported.json").write_bytes(b'{"format": 9, "files": {}}')
    assert main(["import", str(source), "-o", str(folder), "--lang", "zh"]) == 3
    assert "请移走此文件" in capsys.readouterr().err
    assert not (folder / "渡轮.txt").exists()


def test_names_are_such_as_every_system_takes(tmp_path: Path) -> None:
    """Sources of one name, and items called by what is no name."""
    (tmp_path / "one").mkdir()
    for name in ("one/a.txt", "A.md"):
        (tmp_path / name).write_text(f"标题\n\n{BODY}\n\n{BODY}\n", encoding="utf-8")
    text = {"headline": "题", "body_text": BODY}
    items = {"../up": {"uri": "u", **text}, "con": {"uri": "v", **text}, "a:b?": {"uri": "w", **text}}
    (tmp_path / "page.json").write_text(json.dumps({"uri": "x", "associations": items}), encoding="utf-8")
    folder = tmp_path / "page"
    sources = [str(tmp_path / name) for name in ("one/a.txt", "A.md", "page.json")]
    assert main(["import", *sources, "-o", str(folder)]) == 0
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["A-2.txt", "_con.txt", "a-b.txt", "a.txt", "imported.json", "up.txt"]


def test_missing_files_and_unknown_kinds_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one run."""
    assert main(["import", str(tmp_path / "no.txt"), str(tmp_path), "-o", str(tmp_path / "out")]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 2
    good = tmp_path / "a.txt"
    good.write_text(BODY, encoding="utf-8")
    assert main(["import", str(good), "--source", "rtf", "-o", str(tmp_path / "out")]) == 2
    assert "markdown" in capsys.readouterr().err


def test_an_imported_story_builds(source: Path, tmp_path: Path) -> None:
    """The story file is one that a page may name at once."""
    folder = tmp_path / "first"
    assert main(["new", str(folder)]) == 0
    (folder / "first.txt").unlink()
    assert main(["import", str(source), "-o", str(folder)]) == 0
    (folder / "渡轮.txt").rename(folder / "first.txt")
    assert main(["lint", str(folder)]) == 0
    assert main(["show", str(folder)]) in (0, 5)


def test_an_export_goes_to_standard_output_and_never_over_its_page(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`-` is standard output; page.toml, a story and a standfirst are no place for it."""
    page = tmp_path / "page"
    shutil.copytree(TREE / "layout" / "jiaxing", page)
    assert main(["export", str(page), "-o", "-"]) == 0
    item = json.loads(capfdbinary.readouterr().out)
    assert item["profile"] == "jxprint-page-1"
    for name in ("page.toml", "xiuzhou.txt", "standfirst.txt"):
        before = (page / name).read_bytes()
        assert main(["export", str(page), "-o", str(page / name)]) == 6
        assert (page / name).read_bytes() == before
    assert main(["export", str(page), "-o", "-", "--json"]) == 2


def test_a_page_without_a_story_exports_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    folder = tmp_path / "page"
    assert main(["new", str(folder)]) == 0
    text = (folder / "page.toml").read_text(encoding="utf-8")
    head, *parts = text.split("[[part]]")
    kept = [part for part in parts if 'kind = "story"' not in part]
    plan = head.replace("P P A A\nB B B B\n", "P P P P\n").replace('accepted = ["split-across P A"]', "")
    (folder / "page.toml").write_text("[[part]]".join([plan, *kept]), encoding="utf-8")
    assert main(["export", str(folder), "-o", str(tmp_path / "x.json")]) == 3
    assert "no stories" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()
