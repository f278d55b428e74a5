"""`jxprint lint`: exit codes, lines, JSON, and files that are mended byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jxprint.cli import main

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"

FIRST = "headline: 怎样改稿。\nbyline: 夜班编辑\n\n他来了,我走了。\n第二段，“没有完。\n"
MENDED = "headline: 怎样改稿\nbyline: 夜班编辑\n\n他来了，我走了。\n第二段，“没有完。\n"

Lint = Callable[..., tuple[int, str, str]]


@pytest.fixture
def page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small page that `jxprint new` writes."""
    folder = tmp_path / "first"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def lint(capsys: pytest.CaptureFixture[str]) -> Lint:
    """The command: its exit code, standard output and standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main(["lint", *map(str, arguments), "--lang", "en"])
        told, complained = capsys.readouterr()
        return code, told, complained

    return run


def plan(page: Path, old: str, new: str) -> Path:
    """page.toml with something else in it."""
    file = page / "page.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_sound_copy_is_0_and_silence(page: Path, lint: Lint) -> None:
    """No news is good news."""
    assert lint(page) == (0, "", "")
    assert lint(JIAXING) == (0, "", "")
    assert lint(JIAXING, "--fix") == (0, "", "")


def test_slips_are_1_and_stand_in_the_order_of_the_file(page: Path, lint: Lint) -> None:
    """A line a slip: place, rule, sentence, way out; nothing is changed."""
    (page / "first.txt").write_text(FIRST, encoding="utf-8")
    code, told, complained = lint(page)
    assert code == 1
    assert complained == ""
    file = page / "first.txt"
    assert told.splitlines() == [
        f"{file}:1:15: [end-stop] a head, caption or credit ends with “。”; hint: take it out",
        f"{file}:4:4: [half-mark] the half-width mark “,” stands in Chinese text; hint: write “，”",
        f"{file}:5:5: [pairing] “ opens here and nothing closes it; hint: write ” where it ends",
    ]
    assert file.read_text(encoding="utf-8") == FIRST


def test_the_reader_is_told_in_chinese(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules keep their names; sentences do not."""
    (page / "first.txt").write_text(FIRST, encoding="utf-8")
    assert main(["lint", str(page), "--lang", "zh"]) == 1
    assert "[half-mark] 中文里用了半角标点“,”；提示：改为“，”" in capsys.readouterr().out


def test_several_pages_are_read_in_one_go(page: Path, tmp_path: Path, lint: Lint) -> None:
    """Slips of all of them, by file; a page that is named twice is told once."""
    other = tmp_path / "another"
    assert main(["new", str(other)]) == 0
    for folder in (page, other):
        (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    code, told, _ = lint(page, other, page / ".." / "first")
    lines = [line for line in told.splitlines() if "[" in line]
    assert (code, len(lines)) == (1, 6)
    files = [str(other / "first.txt")] * 3 + [str(page / "first.txt")] * 3
    assert [line.startswith(file + ":") for line, file in zip(lines, files, strict=True)] == [True] * 6


def test_json_has_rule_place_and_repair(page: Path, lint: Lint) -> None:
    """One object on standard output, whatever was found."""
    (page / "first.txt").write_text(FIRST, encoding="utf-8")
    code, told, complained = lint(page, "--json")
    answer = json.loads(told)
    assert (code, answer["ok"], complained) == (1, False, "")
    stop, comma, quote = answer["findings"]
    assert (comma["rule"], comma["key"], comma["line"], comma["column"]) == ("half-mark", "lint.half_mark", 4, 4)
    assert comma["repair"] == {"length": 1, "replacement": "，", "safe": True}
    assert stop["repair"] == {"length": 1, "replacement": "", "safe": True}
    assert quote["repair"] is None
    assert answer["fixed"] == []


def test_fix_makes_the_safe_repairs_and_tells_the_rest(page: Path, lint: Lint) -> None:
    """What remains is told at its place in the mended file, with 1; once it is mended by hand, 0."""
    file = page / "first.txt"
    file.write_text(FIRST, encoding="utf-8")
    code, told, complained = lint(page, "--fix")
    assert (code, complained) == (1, "mended: 2\n")
    assert told.startswith(f"{file}:5:5: [pairing]")
    assert len(told.splitlines()) == 1
    assert file.read_text(encoding="utf-8") == MENDED
    file.write_text(FIRST.replace("“", ""), encoding="utf-8")
    assert lint(page, "--fix") == (0, "", "mended: 2\n")
    assert lint(page) == (0, "", "")


def test_fix_in_json_tells_what_was_mended_where_it_stood(page: Path, lint: Lint) -> None:
    """A repair that another one uncovered has its place in the file as it was."""
    (page / "first.txt").write_text(FIRST.replace("他来了,我", "他 来了, ,我"), encoding="utf-8")
    code, told, _ = lint(page, "--fix", "--json")
    answer = json.loads(told)
    assert code == 1
    assert [slip["rule"] for slip in answer["findings"]] == ["pairing"]
    columns = [(slip["rule"], slip["column"]) for slip in answer["fixed"] if slip["line"] == 4]
    assert ("half-mark", 5) in columns
    assert ("space", 6) in columns
    assert ("half-mark", 7) in columns
    assert ("doubled-mark", 5) in columns
    assert (page / "first.txt").read_text(encoding="utf-8").splitlines()[3] == "他来了，我走了。"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_file_keeps_its_encoding(page: Path, lint: Lint, encoding: str) -> None:
    """GB 18030 stays GB 18030, with its four-byte characters, and a byte order mark stays where it is."""
    rare = "记者𠮷田报道㐂事。\n"
    (page / "first.txt").write_bytes((FIRST + rare).encode(encoding))
    code, told, _ = lint(page, "--fix")
    assert code == 1
    assert "[pairing]" in told
    assert (page / "first.txt").read_bytes() == (MENDED + rare).encode(encoding)


def test_a_file_keeps_its_line_ends(page: Path, lint: Lint) -> None:
    """CR LF stays where it was, and LF beside it; so do blanks at both ends of lines and a missing last line end."""
    before = "headline:  怎样改稿。 \r\n\r\n　　他来了,我走了。  \n\r\n第二段,完了。"
    (page / "first.txt").write_bytes(before.encode())
    code, told, _ = lint(page, "--fix")
    assert (code, told) == (0, "")
    after = before.replace("稿。", "稿").replace(",", "，")
    assert (page / "first.txt").read_bytes() == after.encode()


def test_a_file_that_nobody_may_write_is_left_alone(page: Path, lint: Lint) -> None:
    """It is refused with 6 before any file is changed, although its folder would let it be replaced."""
    for name in ("first.txt", "second.txt"):
        (page / name).write_text(FIRST, encoding="utf-8")
    (page / "second.txt").chmod(0o444)
    code, told, complained = lint(page, "--fix")
    assert (code, told) == (6, "")
    assert "second.txt" in complained
    for name in ("first.txt", "second.txt"):
        assert (page / name).read_text(encoding="utf-8") == FIRST
    assert lint(page)[0] == 1


def test_words_of_page_toml_are_mended_in_their_strings(page: Path, lint: Lint) -> None:
    """Captions and heads: the column is that of the character, comments and everything else stay."""
    file = plan(page, "有了图片，写上 file，占位框就换成图片", "  有了图片,写上名字,占位框就换成图片")
    plan(page, 'text = "一版从这里开始"', "text = ['一版:从这里', \"开始。\"]  # 两行,不可改")
    before = file.read_text(encoding="utf-8")
    code, told, _ = lint(page)
    assert code == 1
    for line in told.splitlines():
        _, row, column = line.split(": [")[0].rsplit(":", 2)
        assert before.splitlines()[int(row) - 1][int(column) - 1] in ",:。"
    assert lint(page, "--fix")[0] == 0
    after = before.replace("图片,写上名字,", "图片，写上名字，").replace("一版:", "一版：").replace("开始。", "开始")
    assert file.read_text(encoding="utf-8") == after


def test_a_string_with_escapes_is_left_and_said_to_be(page: Path, lint: Lint) -> None:
    """Where the file does not spell the words as they read, no place in it is certain; the others are mended."""
    file = plan(page, 'text = "一版从这里开始"', 'text = ["一版\\u002c从\\"这里\\"", "开始,了"]')
    code, told, complained = lint(page, "--fix")
    assert code == 1
    assert "[half-mark]" in told
    assert "[straight-quote]" in told
    assert "note: " in complained
    assert "not mended" in complained
    text = file.read_text(encoding="utf-8")
    assert '"一版\\u002c从\\"这里\\"", "开始，了"' in text


def test_words_that_are_no_copy_are_not_read(page: Path, lint: Lint) -> None:
    """Names, titles and alternative texts of page.toml are not printed on the page."""
    plan(page, 'title = "第一版"', 'title = "第一版,试"')
    assert lint(page) == (0, "", "")


def test_all_pages_that_cannot_be_read_are_told_at_once(tmp_path: Path, lint: Lint) -> None:
    """3, and one complaint a folder."""
    code, told, complained = lint(tmp_path / "one", tmp_path / "two")
    assert (code, told) == (3, "")
    assert "one" in complained
    assert "two" in complained


def test_a_file_that_two_parts_share_is_told_and_mended_once(page: Path, lint: Lint) -> None:
    """One slip, one repair, one line in the list."""
    plan(page, 'copy = "second.txt"', 'copy = "first.txt"')
    (page / "first.txt").write_text(FIRST, encoding="utf-8")
    assert len(lint(page)[1].splitlines()) == 3
    code, told, complained = lint(page, "--fix")
    assert (code, len(told.splitlines()), complained) == (1, 1, "mended: 2\n")
    assert (page / "first.txt").read_text(encoding="utf-8") == MENDED


def test_a_folder_is_needed(lint: Lint) -> None:
    """2, as for every command that was called without its arguments."""
    assert lint()[0] == 2


def test_marked_copy_is_mended_between_its_markup(page: Path, lint: Lint) -> None:
    """Places count the markup that stands before them, and the markup stays as it was typed."""
    before = "headline: 怎样改稿\n\n{楷体:他来了,}我{加粗：走 了}，{注音:再见|zài jiàn}。\n"
    (page / "first.txt").write_text(before, encoding="utf-8")
    code, told, _ = lint(page)
    assert code == 1
    assert f"{page / 'first.txt'}:3:8: [half-mark]" in told
    assert f"{page / 'first.txt'}:3:16: [space]" in told
    assert lint(page, "--fix")[0] == 0
    after = before.replace("了,", "了，").replace("走 了", "走了")
    assert (page / "first.txt").read_text(encoding="utf-8") == after
