"""A folder of sources: a page each, whatever becomes of the others, and as far as it came where it is broken off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jxprint.cli import main
from jxprint.placed import PlacedPage
from jxprint.reconstruct import batch
from jxprint.reconstruct.batch import Job, Outcome, folders_of, made, many, sources_in
from jxprint.reconstruct.making import Wanted
from recognised_pages import as_hocr

STORY = "第{n}号新闻标题\n\n本报记者 张三\n\n" + "今天上午，本市举行了第{n}次会议，会上讨论了许多事情。" * 6 + "\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Five pages, one of them no text, a hidden file and a folder."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for n in range(4):
        (folder / f"p{n}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 8)
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / "within").mkdir()
    return folder


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    """What `--json` said of each source."""
    pages = json.loads(capsys.readouterr().out)["pages"]
    return {Path(page["source"]).name: page for page in pages}


def test_one_bad_page_never_stops_the_rest(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told with its reason, the others stand, and the exit code is its own."""
    assert main(["reconstruct", str(sources), "-o", str(tmp_path / "out"), "--json"]) == 3
    pages = told(capsys)
    assert sorted(pages) == ["bad.txt", "p0.txt", "p1.txt", "p2.txt", "p3.txt"]
    assert pages["bad.txt"]["state"] == "failed"
    assert pages["bad.txt"]["findings"]
    assert {pages[f"p{n}.txt"]["state"] for n in range(4)} == {"made"}
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["p0", "p1", "p2", "p3"]


def test_what_is_done_is_not_made_again(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But where its source changed, or one asks for it; and a person's changes stay."""
    (sources / "bad.txt").unlink()
    run = ["reconstruct", str(sources), "-o", str(tmp_path / "out"), "--json"]
    assert main(run) == 0
    capsys.readouterr()
    mine = tmp_path / "out" / "p1" / "notes.md"
    mine.write_text("mine", encoding="utf-8")
    (sources / "p2.txt").write_text(STORY.format(n=7), encoding="utf-8")
    assert main(run) == 0
    pages = told(capsys)
    assert [pages[f"p{n}.txt"]["state"] for n in range(4)] == ["before", "before", "renewed", "before"]
    assert pages["p1.txt"]["confidence"]
    assert main([*run, "--again"]) == 0
    pages = told(capsys)
    assert {page["state"] for page in pages.values()} == {"renewed"}
    assert pages["p1.txt"]["kept"] == ["notes.md"]
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_review_is_made_for_pages_that_have_none(sources: Path, tmp_path: Path) -> None:
    """A page without it is not done, where it is wanted."""
    (sources / "bad.txt").unlink()
    run = ["reconstruct", str(sources), "-o", str(tmp_path / "out")]
    assert main(run) == 0
    assert main([*run, "--review"]) == 0
    assert all((page / "review.html").exists() for page in (tmp_path / "out").iterdir())


def test_the_table_has_the_least_sure_first(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What failed stands at its head."""
    assert main(["--lang", "zh", "reconstruct", str(sources), "-o", str(tmp_path / "out")]) == 3
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].startswith("来源")
    assert lines[1].startswith("bad.txt")
    assert lines[1].endswith("失败")
    sure = [float(line.split("%")[0].split()[-1]) for line in lines[2:-1]]
    assert sure == sorted(sure)
    assert "bad.txt" in said.err


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """With what a source is."""
    (tmp_path / "sources").mkdir()
    assert main(["reconstruct", str(tmp_path / "sources"), "-o", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()


def test_sources_with_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    """A dump and a PDF of one page are two pages."""
    for name in ("a.txt", "A.pdf", "b.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    folders = folders_of(sources_in(tmp_path), tmp_path / "out")
    assert sorted(folder.name for folder in folders) == ["A.pdf", "a.txt", "b"]


def test_a_strangers_folder_is_left_alone(sources: Path, tmp_path: Path) -> None:
    """A page that would go into a folder that is none of ours fails."""
    (tmp_path / "out" / "p0").mkdir(parents=True)
    (tmp_path / "out" / "p0" / "mine.txt").write_text("mine", encoding="utf-8")
    outcome = made(Job(str(sources / "p0.txt"), str(tmp_path / "out" / "p0"), Wanted(keep=True)))
    assert outcome.state == "failed"
    assert [file.name for file in (tmp_path / "out" / "p0").iterdir()] == ["mine.txt"]


def test_a_defect_stops_one_page(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it raises."""
    monkeypatch.setattr(batch, "source_bytes", lambda path: 1 / 0)
    outcome = made(Job(str(sources / "p0.txt"), str(tmp_path / "p0"), Wanted(keep=True)))
    assert outcome.exit_code == 70
    assert "ZeroDivisionError" in str(outcome.findings[0].args)


def _dies_at_p1(job: Job) -> Outcome:
    if job.source.endswith("p1.txt"):
        os._exit(1)
    return Outcome(job.source, job.folder, "made")


@pytest.mark.skipif(sys.platform != "linux", reason="a function of this module is sent to a forked process")
def test_a_process_that_dies_takes_one_page_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are made, and the page that killed it is named."""
    monkeypatch.setattr(batch, "_made_by_many", _dies_at_p1)
    jobs = [Job(f"p{n}.txt", f"out/p{n}", Wanted()) for n in range(9)]
    states = {outcome.source: outcome.state for outcome in many(jobs, 2)}
    assert states == {f"p{n}.txt": "failed" if n == 1 else "made" for n in range(9)}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is another thing there")
def test_an_interrupt_leaves_nothing_half_made(sources: Path, tmp_path: Path) -> None:
    """Every folder is whole, nothing hidden is left, and the same command goes on."""
    (sources / "bad.txt").unlink()
    for n in range(4, 120):
        (sources / f"p{n}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    out = tmp_path / "out"
    run = [sys.executable, "-m", "jxprint", "reconstruct", str(sources), "-o", str(out)]
    process = subprocess.Popen(
        run,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # What runs in the background of a script has interrupts ignored, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not out.exists() or sum(1 for _ in out.iterdir()) < 3:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said
    done = sorted(out.iterdir())
    assert 3 <= len(done) < 120
    assert not [folder for folder in done if folder.name.startswith(".") or not (folder / "written.json").exists()]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_file_of_several_pages_is_a_folder_a_page(
    jiaxing_placed: PlacedPage, sources: Path, tmp_path: Path, processes: int
) -> None:
    """Each is told by its number, with the others; where one page is asked for, it is that one."""
    for file in sources.glob("*.txt"):
        file.unlink()
    data = as_hocr(jiaxing_placed, pages=2)
    jobs = []
    for name in ("whole", "asked"):
        (sources / f"{name}.hocr").write_text(data, encoding="utf-8")
        page = 2 if name == "asked" else None
        jobs.append(Job(str(sources / f"{name}.hocr"), str(tmp_path / name), Wanted(), page=page))
    found = {(Path(one.folder).name, one.page, one.state) for one in many(jobs, processes)}
    assert found == {
        ("whole", None, "parted"), ("whole-1", 1, "made"), ("whole-2", 2, "made"), ("asked", 2, "made"),
    }  # fmt: skip
    assert sorted(one.name for one in tmp_path.iterdir() if one != sources) == ["asked", "whole-1", "whole-2"]
