"""`jxprint build --hold`: lines of the last build kept, moved ones listed, text that would leave its leg refused."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from jxprint.cli import main
from jxprint.edition import make_edition
from jxprint.edition.holding import Hold

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The first page in a folder of its own."""
    shutil.copytree(JIAXING, tmp_path / "jiaxing")
    return tmp_path / "jiaxing"


@pytest.fixture
def last(tmp_path: Path, jiaxing_pdf: bytes) -> Path:
    """The last build of the first page."""
    file = tmp_path / "last.pdf"
    file.write_bytes(jiaxing_pdf)
    return file


def correct(page: Path, old: str, new: str, name: str = "haiyan.txt") -> None:
    """Change one place of a story."""
    text = (page / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (page / name).write_text(text.replace(old, new), encoding="utf-8")


def build(page: Path, last: Path, *more: str) -> int:
    """A late correction; the PDF goes beside the last one."""
    return main(["build", str(page), "-o", str(last.with_name("new.pdf")), "--hold", str(last), *more])


def test_a_page_that_did_not_change_is_the_same_file(page: Path, last: Path, capsys: Capture) -> None:
    """And it is said that nothing moved."""
    assert build(page, last) == 0
    assert capsys.readouterr() == ("", "note: jiaxing: nothing moved\n")
    assert last.with_name("new.pdf").read_bytes() == last.read_bytes()


def test_a_plain_build_writes_what_hold_of_itself_writes(page: Path, last: Path) -> None:
    """The same inputs give the same bytes, with --check as well."""
    correct(page, "不久前", "日前")
    assert build(page, last, "--check") == 0
    once = last.with_name("new.pdf").read_bytes()
    assert build(page, last) == 0
    assert last.with_name("new.pdf").read_bytes() == once


def test_lines_that_moved_are_notes(page: Path, last: Path, capsys: Capture) -> None:
    """Story, paragraph, line and text, in both languages; one character exchanged is one line."""
    correct(page, "何少华荣获", "何少花荣获")
    assert build(page, last) == 0
    told = capsys.readouterr()
    assert told.out == ""
    head, line = told.err.splitlines()
    assert head.startswith("note: jiaxing: 1 of ")
    assert line.startswith("note: haiyan, paragraph 1, line 4: ")
    assert line.endswith("花荣获了浙江省政府授予的“浙江")
    assert build(page, last, "--lang", "zh") == 0
    head, line = capsys.readouterr().err.splitlines()
    assert head.startswith("说明：jiaxing：")
    assert line.startswith("说明：haiyan第 1 段第 4 行：")


def test_heads_and_captions_are_listed_too(page: Path, last: Path, capsys: Capture) -> None:
    """They are set freely and read again where they changed; a main head is compared with the one in its place."""
    correct(page, "海盐：培养", "海盐：育成")
    correct(page, '"激活人才引擎"', '"激活人才动力"', "page.toml")
    assert build(page, last) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[1:] == [
        "note: H, headline, line 1: 激活人才动力",
        "note: haiyan, headline, line 1: 海盐：育成“订单式”技能人才",
    ]


def test_json_has_the_lines_as_data(page: Path, last: Path, capsys: Capture) -> None:
    """By page, with leg and role; nothing on standard error."""
    correct(page, "何少华荣获", "何少花荣获")
    assert build(page, last, "--json") == 0
    told = capsys.readouterr()
    assert told.err == ""
    (moved,) = json.loads(told.out)["moved"]
    assert moved["name"] == "jiaxing"
    assert moved["gone"] == []
    (line,) = moved["moved"]
    assert (line["part"], line["role"], line["number"], line["line"], line["leg"]) == ("haiyan", "body", 1, 4, 1)


LONG = "全市上下正在为这件事情反复商量并且认真准备" * 2


def test_text_that_would_leave_its_leg_is_refused(page: Path, last: Path, capsys: Capture) -> None:
    """Exit code 5: story, leg, lines, characters, the way out; nothing is written."""
    correct(page, "不久前，", "不久前，" + LONG)
    assert build(page, last) == 5
    (told,) = capsys.readouterr().err.splitlines()
    assert "haiyan.txt:4:1: haiyan, leg 1: the correction takes " in told
    assert "hint: cut about " in told
    assert "--move-legs" in told
    assert not last.with_name("new.pdf").exists()
    assert build(page, last, "--lang", "zh", "--json") == 5
    answer = json.loads(capsys.readouterr().out)
    (finding,) = answer["findings"]
    assert (finding["key"], finding["part"], finding["paragraph"]) == ("composition.held_leg_over", "F", 1)
    assert finding["args"]["leg"] == 1
    assert finding["args"]["lines"] in (2, 3)
    assert finding["args"]["characters"] > 15


def test_a_paragraph_taken_away_leaves_its_leg_short(page: Path, last: Path, capsys: Capture) -> None:
    """And is told as gone when text may move."""
    text = (page / "nanhu.txt").read_text(encoding="utf-8").rstrip("\n").splitlines()
    gone = text.pop(4)
    (page / "nanhu.txt").write_text("\n".join(text) + "\n", encoding="utf-8")
    assert build(page, last) == 5
    assert "nanhu, leg 1: the correction takes" in capsys.readouterr().err
    assert build(page, last, "--move-legs") == 0
    assert f"note: nanhu: a paragraph is gone: {gone}" in capsys.readouterr().err.splitlines()


def test_text_moves_when_it_is_told_it_may(page: Path, last: Path, capsys: Capture) -> None:
    """Legs are dealt anew; the lines that went to another leg are listed, those that kept theirs are not."""
    correct(page, "不久前，", "不久前，" + LONG)
    correct(page, "依托中核运行公司优势资源，协同嘉职院海盐分院、海盐技工（理工）学校、核电关联产业联盟，", "")
    assert build(page, last, "--move-legs", "--check", "--json") == 0
    (moved,) = json.loads(capsys.readouterr().out)["moved"]
    assert {line["part"] for line in moved["moved"]} == {"haiyan"}
    assert {line["number"] for line in moved["moved"]} > {1}
    assert 4 < len(moved["moved"]) < 40


def test_other_columns_are_refused_and_a_new_story_is_set_freely(page: Path, last: Path, capsys: Capture) -> None:
    """A story in other legs cannot keep its lines; one of another name has none to keep."""
    (page / "fresh.txt").write_bytes((page / "haiyan.txt").read_bytes())
    correct(page, 'copy = "haiyan.txt"', 'copy = "fresh.txt"', "page.toml")
    assert build(page, last) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[:2] == [
        "note: jiaxing: not in the last build, set freely: fresh",
        "note: jiaxing: in the last build and no longer: haiyan",
    ]
    correct(page, 'copy = "fresh.txt"\nlegs = 4', 'copy = "haiyan.txt"\nlegs = 2', "page.toml")
    assert build(page, last) == 5
    assert "haiyan: the last build had other legs" in capsys.readouterr().err
    assert build(page, last, "--move-legs") == 5
    assert "other legs" not in capsys.readouterr().err


def test_what_cannot_be_held_to_is_one_clear_refusal(page: Path, last: Path, capsys: Capture) -> None:
    """A missing file, a text file, a file without tags, another page, another number of pages; --move-legs alone."""

    def refused(code: int, *arguments: str) -> str:
        assert main(["build", str(page), "-o", str(page / "new.pdf"), *arguments]) == code
        (told,) = capsys.readouterr().err.splitlines()
        assert "hint: " in told
        return told

    assert "cannot be read" in refused(7, "--hold", str(last.with_name("none.pdf")))
    assert "damaged" in refused(7, "--hold", str(page / "page.toml"))
    untagged = last.with_name("untagged.pdf")
    with pikepdf.Pdf.open(last) as document:
        del document.Root["/StructTreeRoot"]
        document.save(untagged)
    assert "no lines to hold" in refused(7, "--hold", str(untagged))
    other = last.with_name("other.pdf")
    assert main(["new", str(last.with_name("other"))]) == 0
    assert main(["build", str(last.with_name("other")), "-o", str(other)]) == 0
    capsys.readouterr()
    assert "page 1 of the last build has none of the parts of jiaxing" in refused(2, "--hold", str(other))
    assert "has 1 page, and this one was given 2 folders" in refused(2, str(page), "--hold", str(last))
    assert "no last build is named" in refused(2, "--move-legs")
    assert not (page / "new.pdf").exists()


def test_pages_are_paired_in_order_however_many_processes_there_are(page: Path, last: Path) -> None:
    """Three pages, the last corrected; the bytes and the list are those of one process."""
    folders = [JIAXING, JIAXING, page]
    before = make_edition(folders, processes=1)
    correct(page, "何少华荣获", "何少花荣获")
    alone = make_edition(folders, processes=1, hold=Hold(before.pdf, "last"))
    both = make_edition(folders, processes=2, hold=Hold(before.pdf, "last"))
    assert both.pdf == alone.pdf
    assert both.moved == alone.moved
    assert [len(one.moved) for one in alone.moved] == [0, 0, 1]
    with pikepdf.open(BytesIO(alone.pdf)) as pdf:
        assert len(pdf.pages) == 3


def test_a_last_leg_with_room_takes_a_line(page: Path, last: Path, capsys: Capture) -> None:
    """No text leaves its leg when the last one grows to the depth of the others."""
    text = (page / "xiuzhou.txt").read_text(encoding="utf-8").rstrip("\n")
    (page / "xiuzhou.txt").write_text(text[:-9] + "。\n", encoding="utf-8")
    assert main(["build", str(page), "-o", str(last)]) == 0
    (page / "xiuzhou.txt").write_text(text + "\n", encoding="utf-8")
    code = build(page, last)
    told = capsys.readouterr().err
    assert code == 0, told
    assert all("xiuzhou" in line for line in told.splitlines()[1:])
