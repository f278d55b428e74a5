"""`jxprint makeup`, and what a build says of make-up: exit codes, lines, JSON."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jxprint.cli import main
from jxprint.resources import style_file

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
ISSUE = Path(__file__).resolve().parent / "pages" / "issue"
SPLIT = "split-across P A"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small page that `jxprint new` writes."""
    folder = tmp_path / "first"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: its exit code, standard output and standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([*map(str, arguments), "--lang", "en"])
        told, complained = capsys.readouterr()
        return code, told, complained

    return run


def edit(page: Path, old: str, new: str) -> None:
    """page.toml with something else in it."""
    file = page / "page.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def house(page: Path, makeup: str) -> None:
    """The page in a house of its own, whose style says more about make-up."""
    text = Path(style_file("daily")).read_text(encoding="utf-8")
    (page / "own.toml").write_text(f"{text}\n[makeup]\n{makeup}\n", encoding="utf-8")
    edit(page, '"daily"', '"own.toml"')


def test_pages_as_they_should_be_are_0_and_silence(page: Path, run: Run) -> None:
    """The first page accepts what it has; the page to start from accepts its split."""
    assert run("makeup", JIAXING, page) == (0, "", "")


def test_a_warning_is_1_with_place_name_and_way_out(page: Path, run: Run) -> None:
    """A line each, at the part that it is about."""
    edit(page, f'accepted = ["{SPLIT}"]', "accepted = []")
    code, told, complained = run("makeup", page)
    assert (code, complained) == (1, "")
    (line,) = told.splitlines()
    at = _line(page, 'letter = "P"') - 1
    assert f"page.toml:{at}:1: [{SPLIT}] warning: a straight line of white" in line
    assert f"or accept “{SPLIT}”" in line


def test_a_warning_in_chinese_has_no_blank_behind_its_colon(
    page: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A full-width mark has its own white; here, and in what a build says."""
    edit(page, f'accepted = ["{SPLIT}"]', "accepted = []")
    assert main(["makeup", str(page), "--lang", "zh"]) == 1
    assert "警告：断版：" in capsys.readouterr().out
    assert main(["build", str(page), "-o", str(tmp_path / "x.pdf"), "--lang", "zh"]) == 0
    assert capsys.readouterr().err.startswith("警告：")


def _line(page: Path, text: str) -> int:
    lines = (page / "page.toml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_what_is_accepted_and_gone_is_told(page: Path, run: Run) -> None:
    """At its place in the list."""
    edit(page, f'accepted = ["{SPLIT}"]', f'accepted = ["{SPLIT}", "tombstone A B"]')
    code, told, _ = run("makeup", page)
    assert code == 1
    assert f"page.toml:{_line(page, 'accepted')}:" in told
    assert "“tombstone A B” is accepted and is no longer found" in told


def test_an_error_refuses_a_build_with_8(page: Path, tmp_path: Path, run: Run) -> None:
    """Nothing is written; the same command looks at it with 8; a reconstructed page is made and told."""
    house(page, 'split-across = "error"')
    edit(page, f'accepted = ["{SPLIT}"]', "accepted = []")
    out = tmp_path / "page.pdf"
    code, told, complained = run("build", page, "-o", out)
    assert (code, told) == (8, "")
    assert "a straight line of white" in complained
    assert not out.exists()
    assert run("makeup", page)[0] == 8
    edit(page, "accepted = []", "reconstructed = true")
    code, _, complained = run("build", page, "-o", out)
    assert code == 0
    assert complained.startswith("warning: ")
    assert out.exists()
    assert run("makeup", page)[0] == 0


def test_a_rule_that_is_off_or_a_note_is_0(page: Path, run: Run) -> None:
    """A note is told all the same."""
    house(page, 'split-across = "note"')
    edit(page, f'accepted = ["{SPLIT}"]', "accepted = []")
    code, told, _ = run("makeup", page)
    assert code == 0
    assert "note: a straight" in told
    style = (page / "own.toml").read_text(encoding="utf-8")
    (page / "own.toml").write_text(style.replace('"note"', '"off"'), encoding="utf-8")
    assert run("makeup", page) == (0, "", "")


def test_all_pages_that_cannot_be_looked_at_are_told_at_once(tmp_path: Path, run: Run) -> None:
    """As a build tells them."""
    code, told, complained = run("makeup", tmp_path / "one", JIAXING, tmp_path / "two")
    assert (code, told) == (3, "")
    assert "one" in complained
    assert "two" in complained


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the small edition."""
    return Path(shutil.copytree(ISSUE, tmp_path / "issue"))


def test_an_edition_is_looked_at_as_one(issue: Path, tmp_path: Path, run: Run) -> None:
    """A story that stands on two pages; a folio of a page's own with another number, which refuses the build."""
    code, told, _ = run("makeup", issue)
    assert code == 1
    assert "@" not in told
    shutil.copy(issue / "front" / "wind.txt", issue / "river" / "banks.txt")
    assert "twice S @1" in run("makeup", issue)[1]
    page = issue / "city" / "page.toml"
    text = page.read_text(encoding="utf-8").replace("[[part]]", '[folio]\nleft = "第7版"\n\n[[part]]', 1)
    page.write_text(text, encoding="utf-8")
    code, told, _ = run("makeup", issue)
    assert code == 8
    assert "[folio @number] the folio says “第7版”, and it is 第2版" in told
    code, _, complained = run("build", issue, "-o", tmp_path / "issue.pdf")
    assert code == 8
    assert "第7版" in complained
    assert not (tmp_path / "issue.pdf").exists()
    assert run("build", issue, "--proof", "-o", tmp_path / "issue.pdf")[0] == 0


def test_json_has_rule_name_parts_and_millimetres(page: Path, run: Run) -> None:
    """And what was accepted."""
    edit(page, f'accepted = ["{SPLIT}"]', 'accepted = ["tombstone A B"]')
    code, told, _ = run("makeup", page, "--json")
    answer = json.loads(told)
    assert (code, answer["ok"], answer["accepted"]) == (1, False, [])
    first, gone = answer["findings"]
    assert (first["rule"], first["name"], first["parts"]) == ("split-across", SPLIT, ["P", "A"])
    assert first["box_mm"][0] == pytest.approx(22.2)
    assert first["severity"] == "warning"
    assert gone["key"] == "makeup.gone"
    answer = json.loads(run("makeup", JIAXING, "--json")[1])
    assert answer["ok"]
    assert answer["accepted"][0]["name"] == "reading-order C D"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('accepted = ["tombstones A B"]', "did you mean “tombstone”?"),
        ('accepted = ["xyzzy A"]', "there is no rule of make-up “xyzzy”"),
        ('accepted = ["hole A", "hole  A"]', "“hole A” is accepted twice"),
        ("accepted = 3", "accepted"),
        ('accept = ["hole A"]', "did you mean “accepted”?"),
        ('reconstructed = "yes"', "reconstructed"),
    ],
)
def test_what_a_page_says_wrongly_is_told(written: str, said: str, page: Path, run: Run) -> None:
    """With its line, before anything is composed."""
    edit(page, f'accepted = ["{SPLIT}"]', written)
    code, _, complained = run("makeup", page)
    assert code == 3
    assert said in complained
    assert f"page.toml:{_line(page, '[makeup]') + 1}:" in complained


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('tomb-stone = "off"', "did you mean “tombstone”?"),
        ('tombstone = "of"', "did you mean “off”?"),
        ("hole_rows = -1", "hole_rows"),
        ('hole_rows = "2mm"', "hole_rows"),
        ("dpi = 0", "dpi"),
        ("lines_under_head = 0.5", "lines_under_head"),
    ],
)
def test_what_a_house_says_wrongly_is_told(written: str, said: str, page: Path, run: Run) -> None:
    """Rules by their names, limits within bounds."""
    house(page, written)
    code, _, complained = run("makeup", page)
    assert code == 3
    assert said in complained


def test_limits_have_their_units(page: Path, run: Run) -> None:
    """Rows may say 行."""
    house(page, 'hole_rows = "3行"\nhead_rows = 4\ncaption_rows = 1.5\nlines_under_head = 3\ndpi = 200\nhole = "error"')
    assert run("makeup", page) == (0, "", "")


def test_fmt_keeps_what_a_page_accepts(page: Path, run: Run) -> None:
    """And its place, before the parts."""
    assert run("fmt", page, "--check")[0] == 0
    assert run("fmt", JIAXING, "--check")[0] == 0
