"""`jxprint diff` at the door: what it answers, its exit codes, and what it refuses."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pikepdf
import pytest

from jxprint.cli import main
from jxprint.edition import Edition
from sabotage import spoiled

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The first page with one character of a story changed."""
    folder = tmp_path / "changed"
    shutil.copytree(JIAXING, folder)
    story = folder / "xiuzhou.txt"
    story.write_text(story.read_text(encoding="utf-8").replace("数据显示", "数字显示"), encoding="utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path, jiaxing_pdf: bytes) -> Path:
    """The first page's file."""
    path = tmp_path / "old.pdf"
    path.write_bytes(jiaxing_pdf)
    return path


def test_equal_proofs_answer_0(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder and a file, either way; one sentence says how much was compared."""
    for pair in ((JIAXING, file), (file, JIAXING), (file, file), (JIAXING, JIAXING)):
        assert main(["diff", *map(str, pair), "--lang", "en"]) == 0
        assert capsys.readouterr().out == "nothing changed: 1 page, 12 parts, 3,879 characters\n"


def test_different_proofs_answer_1(changed: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As diff does; what changed goes to standard output, in the reader's language."""
    for old in (JIAXING, file):
        assert main(["diff", str(old), str(changed), "--lang", "zh"]) == 1
        out, err = capsys.readouterr()
        assert out.splitlines() == [
            "xiuzhou第 1 段第 25 字：“据”改为“字”：…想之城”。数[据→字]显示，5年间…",
            "xiuzhou第 1 段：重排第 2 行",
            "差异：文字 1 处，部分 0 处，行 1 处",
        ]
        assert err == ""


def test_two_files_are_compared_by_their_tags(
    changed: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Paragraphs are counted as in the copy: what stands before the running text is none."""
    new = tmp_path / "new.pdf"
    assert main(["build", str(changed), "-o", str(new)]) == 0
    assert main(["diff", str(file), str(new), "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith("xiuzhou, paragraph 1, character 25: “据” became “字”")


def test_machines_get_json(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Page by page: differences of copy, of parts, of lines, with places and values."""
    assert main(["diff", str(JIAXING), str(changed), "--json", "--lang", "en"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["same"]) == (True, False)
    (page,) = answer["pages"]
    (one,) = page["copy"]
    assert (one["part"], one["paragraph"], one["offset"]) == ("xiuzhou", 1, 24)
    assert (one["args"]["old"], one["args"]["new"], one["args"]["where"]) == ("据", "字", "paragraph 1")
    assert not page["parts"]
    assert main(["diff", str(JIAXING), str(JIAXING), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "same": True, "notes": [], "pages": []}


def test_a_file_may_come_on_standard_input(
    jiaxing_pdf: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of them; not both."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(jiaxing_pdf)))
    assert main(["diff", "-", str(JIAXING)]) == 0
    capsys.readouterr()
    assert main(["diff", "-", "-", "--lang", "en"]) == 2
    assert "standard input cannot be both proofs" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both, where both are not."""
    assert main(["diff", str(file), str(tmp_path / "gone.pdf"), "--lang", "en"]) == 7
    assert capsys.readouterr().err.count("cannot be read") == 1
    assert main(["diff", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"), "--lang", "en"]) == 7
    err = capsys.readouterr().err
    assert err.count("cannot be read") == 2
    assert "a.pdf" in err
    assert "b.pdf" in err


def test_damaged_and_foreign_files_are_refused(
    jiaxing_pdf: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence each: no PDF, a PDF cut off, one without tags, one whose tags are rubbish."""

    def untagged(document: pikepdf.Pdf) -> None:
        del document.Root["/StructTreeRoot"]

    def endless(document: pikepdf.Pdf) -> None:
        tree = document.Root["/StructTreeRoot"]
        tree["/K"] = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name("/Art"), T="a"))
        tree["/K"]["/K"] = tree["/K"]

    def odd(document: pikepdf.Pdf) -> None:
        article = document.Root["/StructTreeRoot"]["/K"]["/K"][0]
        article["/A"] = pikepdf.Dictionary(BBox=pikepdf.Array([1, 2]))

    spoils = {
        "text.pdf": (b"no pdf at all", "damaged"),
        "cut.pdf": (jiaxing_pdf[:200], "damaged"),
        "untagged.pdf": (spoiled(jiaxing_pdf, untagged), "no tagged articles"),
        "endless.pdf": (spoiled(jiaxing_pdf, endless), "damaged"),
        "odd.pdf": (spoiled(jiaxing_pdf, odd), "damaged"),
    }
    for name, (data, sentence) in spoils.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert main(["diff", str(JIAXING), str(path), "--lang", "en"]) == 7, name
        err = capsys.readouterr().err
        assert sentence in err, (name, err)
        assert len(err.splitlines()) == 1, err


def test_a_folder_that_is_no_page_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the page's own complaint and its exit code."""
    assert main(["diff", str(tmp_path), str(JIAXING), "--lang", "en"]) == 3
    assert "page.toml" in capsys.readouterr().err


def test_a_page_without_room_is_compared_as_its_proof_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a note that says so; what is over stands below the foot."""
    folder = Path(shutil.copytree(JIAXING, tmp_path / "page"))
    with (folder / "tongxiang.txt").open("a", encoding="utf-8") as file:
        file.write("桐乡还将继续加大招引力度，完善落地项目的全程服务机制，让每一个签约项目都能早开工。" * 4 + "\n")
    assert main(["diff", str(JIAXING), str(folder), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert "copy without room" in told.err
    assert "tongxiang" in told.out
    assert "new, 164 characters" in told.out


def test_ornaments_are_told_by_letter_and_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another drawing, another file, and one that is gone, whatever else changed."""
    chaoxun = JIAXING.parent / "chaoxun"
    folder = Path(shutil.copytree(chaoxun, tmp_path / "issue"))
    waves, toml = folder / "inside" / "waves.svg", folder / "inside" / "page.toml"
    waves.write_text(waves.read_text("utf-8").replace("<path", "<path opacity='.5'", 1), "utf-8")
    poem = folder / "inside" / "poem.txt"
    poem.write_text(poem.read_text("utf-8").replace("灯", "烛", 1), "utf-8")
    assert main(["diff", str(chaoxun), str(folder), "--lang", "en"]) == 1
    assert "ornament Y (waves.svg): the file is another drawing" in capsys.readouterr().out
    waves.rename(folder / "inside" / "foam.svg")
    toml.write_text(toml.read_text("utf-8").replace("waves.svg", "foam.svg"), "utf-8")
    assert main(["diff", str(chaoxun), str(folder), "--lang", "en"]) == 1
    assert "ornament Y: waves.svg became foam.svg" in capsys.readouterr().out


def test_its_help_is_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """And says the exit codes."""
    assert main(["diff", "--help", "--lang", "zh"]) == 0
    assert "退出码" in capsys.readouterr().out
    assert main(["diff", "--help", "--lang", "en"]) == 0
    assert "Exit" in capsys.readouterr().out


def test_an_edition_is_compared_page_by_page(
    tmp_path: Path, chaoxun: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its folder, a copy of it elsewhere and its file are one; a changed character is told with its page."""
    tree = JIAXING.parent.parent
    for name in ("layout/chaoxun", "layout/styles", "assets"):
        shutil.copytree(tree / name, tmp_path / name)
    copied, printed = tmp_path / "layout" / "chaoxun", tmp_path / "old.pdf"
    printed.write_bytes(chaoxun.pdf)
    for pair in ((tree / "layout" / "chaoxun", copied), (printed, copied)):
        assert main(["diff", *map(str, pair), "--lang", "en"]) == 0
        assert capsys.readouterr().out.startswith("nothing changed: 2 pages, 22 parts")
    story = copied / "inside" / "boat.txt"
    story.write_text(story.read_text(encoding="utf-8").replace("二十六年", "二十七年"), encoding="utf-8")
    assert main(["diff", str(printed), str(copied), "--lang", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "page 2 (inside):",
        "boat, paragraph 2, character 22: “六” became “七”: …海里跑了二十[六→七]年，去年到了…",
        "boat, paragraph 2: set anew, line 2",
        "differences of copy: 1, of parts: 0, of lines: 1",
    ]


def test_paragraphs_over_and_beside_a_picture_have_their_numbers(
    tmp_path: Path, chaoxun: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file tells no paragraph from a head; wide ones over narrow ones were taken for heads."""
    tree = JIAXING.parent.parent
    for name in ("layout/chaoxun", "layout/styles", "assets"):
        shutil.copytree(tree / name, tmp_path / name)
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    old.write_bytes(chaoxun.pdf)
    copied = tmp_path / "layout" / "chaoxun"
    story = copied / "front" / "ferry.txt"
    changed = story.read_text(encoding="utf-8").replace("一班", "两班").replace("读者", "看客")
    story.write_text(changed, encoding="utf-8")
    assert main(["build", str(copied), "-o", str(new)]) == 0
    capsys.readouterr()
    assert main(["diff", str(old), str(new), "--lang", "en"]) == 1
    told = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "became" in line]
    assert told == [
        "ferry, paragraph 2, character 28",
        "ferry, paragraph 3, character 7",
        "ferry, paragraph 3, character 53",
    ]
