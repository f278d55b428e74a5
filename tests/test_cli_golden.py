"""`jxprint golden`: exit codes, sentences, JSON, reports, and what is refused."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from jxprint.cli import main
from jxprint.golden.png import encoded
from jxprint.golden.sheets import renderer

GREY = encoded(Image.new("L", (40, 30), 200))
PAGE = Path(__file__).resolve().parent / "pages" / "marked"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jiaxing_pdf: bytes, furniture_pdf: bytes) -> Path:
    """A folder with two PDFs that differ, one of them twice, and a picture."""
    monkeypatch.chdir(tmp_path)
    for name, data in {"a": jiaxing_pdf, "same": jiaxing_pdf, "b": furniture_pdf}.items():
        Path(f"{name}.pdf").write_bytes(data)
    Path("equal.pdf").write_bytes(jiaxing_pdf + b"% other bytes\n")
    Path("p.png").write_bytes(GREY)
    return tmp_path


def golden(*arguments: str) -> int:
    """The command in English."""
    return main(["golden", *arguments, "--lang", "en"])


def test_two_files_that_are_the_same_say_so(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Equal bytes, equal pixels, and a picture beside itself."""
    for one, other in (("a.pdf", "same.pdf"), ("a.pdf", "equal.pdf"), ("p.png", "p.png")):
        assert golden("compare", one, other) == 0
        assert capsys.readouterr() == ("same: 1 page\n", "")


def test_two_files_that_differ_end_with_1(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What differs goes to standard output, where the report is to standard error; a machine has the same."""
    assert golden("compare", "a.pdf", "b.pdf", "--report", "r.html") == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].startswith("b.pdf: page 1: the size is ")
    assert told.out.splitlines()[-1] == "pages: 1; of these fail: 1"
    assert told.err == "note: side by side: r.html\n"
    assert "data:image/png" in Path("r.html").read_text(encoding="utf-8")
    assert golden("compare", "a.pdf", "b.pdf", "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["same"]) == (False, False)
    (page,) = answer["pages"]
    assert (page["state"], page["page"]) == ("differs", 1)
    assert page["findings"][0]["key"] == "golden.size"


def test_one_pixel_is_told_as_one(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it differs, and where it may."""
    picture = Image.new("L", (40, 30), 200)
    picture.putpixel((3, 3), 0)
    Path("one.png").write_bytes(encoded(picture))
    assert golden("compare", "p.png", "one.png") == 1
    assert "page 1: differs in 1 pixel (" in capsys.readouterr().out
    assert golden("compare", "p.png", "one.png", "--total-pixels", "1") == 0
    assert capsys.readouterr().out.startswith("one.png, page 1: differs in 1 pixel, by up to 200: allowed\n")


@pytest.mark.parametrize("limit", ["0", "-3"])
def test_a_limit_that_nothing_is_under_is_refused(there: Path, limit: str) -> None:
    """At once, and nothing is written."""
    assert golden("check", "a.pdf", "--update-golden", "--limit", limit) == 2
    assert not Path("golden").exists()


def test_a_tolerance_is_told(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In both ways of writing it; beyond it the code is 1."""
    Path("q.png").write_bytes(encoded(Image.new("L", (40, 30), 202)))
    assert golden("compare", "p.png", "q.png", "--max-difference", "2") == 0
    assert capsys.readouterr().out.startswith("q.png, page 1: differs in 1,200 pixels, by up to 2: allowed\n")
    assert golden("compare", "p.png", "q.png", "--max-difference", "maxDifference=0-2;totalPixels=0-300") == 1
    assert golden("compare", "p.png", "q.png", "--total-pixels", "2000") == 0
    assert golden("compare", "p.png", "q.png", "--max-difference", "x") == 2


def test_baselines_are_written_and_held(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing ones fail, an update writes them, another update leaves them."""
    files = ["a.pdf", "p.png"]
    assert golden("check", *files) == 1
    assert capsys.readouterr().out.count("has no baseline; hint: look at the page") == 2
    assert not Path("golden").exists()
    for state in ("written", "unchanged"):
        assert golden("check", *files, "--update-golden") == 0
        assert capsys.readouterr().out == f"a.pdf, page 1: baseline {state}\np.png, page 1: baseline {state}\n"
    assert golden("check", *files) == 0
    assert capsys.readouterr().out == "same: 2 pages\n"
    shutil.copy("b.pdf", "a.pdf")
    assert golden("check", *files, "--baselines", "golden", "--report", "r.html") == 1


def test_folders_of_files_and_page_folders_are_checked(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page is built first and has its folder's name."""
    Path("files").mkdir()
    for name in ("a.pdf", "p.png"):
        shutil.copy(name, "files")
    assert golden("check", "files", str(PAGE), "--baselines", "kept/here", "--update-golden") == 0
    names = sorted(path.name for path in Path("kept/here").glob("*.png"))
    assert names == [f"a.1.{renderer()[0]}.40dpi.png", f"marked.1.{renderer()[0]}.40dpi.png", "p.1.picture.png"]
    assert golden("check", "files", str(PAGE), "--baselines", "kept/here") == 0
    Path("empty").mkdir()
    capsys.readouterr()
    assert golden("check", "empty", "files") == 3
    assert "no PDF and no PNG" in capsys.readouterr().err


def test_what_is_wrong_is_told_of_all_files(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One finding each, nothing written."""
    Path("cut.pdf").write_bytes(Path("a.pdf").read_bytes()[:3000])
    Path("cut.png").write_bytes(GREY[:50])
    with pikepdf.open("a.pdf") as document:
        document.save("locked.pdf", encryption=pikepdf.Encryption(owner="x", user="y"))
    bad = ["cut.pdf", "cut.png", "locked.pdf", "nowhere.pdf"]
    for more in ([], ["--update-golden"]):
        # Two files of one name are another matter.
        assert golden("check", *(bad[:1] + bad[2:]), "a.pdf", "--baselines", "g", *more) == 7
        told = capsys.readouterr().err.splitlines()
        assert [line.split(":")[0] for line in told] == ["cut.pdf", "locked.pdf", "nowhere.pdf"], told
        assert not Path("g").exists()
    assert golden("compare", "cut.png", "locked.pdf") == 7
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert golden("check", "cut.pdf", "cut.png") == 2
    assert "would be called “cut”" in capsys.readouterr().err


def test_kinds_and_pages_that_do_not_match(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF beside a picture is a wrong call; a page more is a finding."""
    assert golden("compare", "a.pdf", "p.png") == 2
    assert "render FILE.pdf" in capsys.readouterr().err
    with pikepdf.open("a.pdf") as document:
        document.pages.append(document.pages[0])
        document.save("two.pdf")
    assert golden("compare", "a.pdf", "two.pdf") == 1
    assert capsys.readouterr().out.startswith("two.pdf: pages: 2, where 1 were expected\n")


def test_a_report_that_cannot_be_written_is_refused_first(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, one in a folder that is not there, one that would replace what is compared: no baseline is written."""
    for report in (str(there), "nowhere/r.html", "a.pdf"):
        assert golden("check", "a.pdf", "--update-golden", "--report", report) == 6
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert not Path("golden").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may everything is refused nothing")
def test_a_folder_that_may_not_be_written_is_told(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One finding, code 6."""
    Path("shut").mkdir(mode=0o500)
    assert golden("check", "a.pdf", "--update-golden", "--baselines", "shut/golden") == 6
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_its_help_is_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the command and of both of its own, without a library of any format."""
    for language, word in (("en", "Exit code"), ("zh", "退出码")):
        assert main(["golden", "--lang", language]) == 0
        assert "compare" in capsys.readouterr().out
        for own in ("compare", "check"):
            assert main(["golden", own, "--help", "--lang", language]) == 0
            assert word in capsys.readouterr().out
    assert main(["golden", "chekc", "--lang", "en"]) == 2
    assert "chekc" in capsys.readouterr().err
