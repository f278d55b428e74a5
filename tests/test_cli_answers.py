"""What a command answers: help, version, JSON, bytes on standard output, words on standard error."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path
from time import sleep

import pytest
from PIL import Image

import jxprint
from jxprint.cli import ROOMS, main
from jxprint.cli.answers import Progress

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"


def in_a_process(
    *arguments: str, language: str = "C.UTF-8", given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """`python -m jxprint` with these arguments, in a locale."""
    environment = {**os.environ, "LC_ALL": language}
    return subprocess.run(
        [sys.executable, "-m", "jxprint", *arguments], input=given, capture_output=True, env=environment
    )


@pytest.fixture
def new_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small page that `jxprint new` writes."""
    folder = tmp_path / "first"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder


def test_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    """One line: the command and its version."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"jxprint {jxprint.__version__}\n"


@pytest.mark.parametrize("arguments", [["build", "-o", "x.pdf"], ["check"], ["golden", "check"], ["diff", "x"]])
def test_no_name_commands_a_terminal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A file's name may hold what a terminal obeys; it is shown by its number, and a message stays one line."""
    assert main([*arguments, "no\x1b[2J\nsame: 1 pages\r\u2028", "--lang", "en"]) != 0
    told = "".join(capsys.readouterr())
    assert r"no\x1b[2J\nsame: 1 pages\r\u2028" in told
    assert not set("\x1b\r\u2028") & set(told)
    assert not any(line.startswith("same") for line in told.split("\n"))


def test_alone_it_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """`jxprint` shows what `jxprint --help` does, and neither is an error."""
    assert main([]) == 0
    alone = capsys.readouterr().out
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == alone
    assert all(name in alone for name in ROOMS)


@pytest.mark.parametrize("name", list(ROOMS))
@pytest.mark.parametrize(("language", "heading"), [("en", "Options:"), ("zh", "选项：")])
def test_every_command_has_help_in_both_languages(
    name: str, language: str, heading: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings are translated as well as sentences, and nothing is a key that was never looked up."""
    assert main([name, "--help", "--lang", language]) == 0
    told = capsys.readouterr().out
    assert heading in told
    assert "command." not in told


def test_the_locale_picks_the_language() -> None:
    """LC_ALL comes first, and --lang comes before it."""
    assert "用法：" in in_a_process("--help", language="zh_CN.UTF-8").stdout.decode()
    assert "Usage:" in in_a_process("--help", language="C.UTF-8").stdout.decode()
    assert "Usage:" in in_a_process("--help", "--lang", "en", language="zh_CN.UTF-8").stdout.decode()


def test_output_is_utf_8_in_any_locale() -> None:
    """A pipe gets UTF-8 even where the locale is ASCII: a page's characters fit into nothing smaller."""
    assert "嘉兴" in in_a_process("show", str(JIAXING), language="C").stdout.decode("utf-8")


def test_a_new_page_builds_at_once(new_page: Path, tmp_path: Path) -> None:
    """What `new` writes needs no change to be printed and proved."""
    output = tmp_path / "first.pdf"
    assert main(["build", str(new_page), "-o", str(output), "--check"]) == 0
    assert output.read_bytes().startswith(b"%PDF-")


def test_a_build_says_nothing_when_all_is_well(
    new_page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No news is good news, on both streams."""
    assert main(["build", str(new_page), "-o", str(tmp_path / "first.pdf")]) == 0
    assert capsys.readouterr() == ("", "")


def test_json_of_a_build_names_the_file(new_page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object on standard output, nothing beside it."""
    output = tmp_path / "first.pdf"
    assert main(["build", str(new_page), "-o", str(output), "--json"]) == 0
    told, complained = capsys.readouterr()
    answer = json.loads(told)
    assert (answer["ok"], answer["output"], answer["pages"]) == (True, str(output), 1)
    assert complained == ""


def test_a_dash_writes_the_pdf_to_standard_output(new_page: Path, tmp_path: Path) -> None:
    """`-o -` gives the bytes that a file gets, and nothing else."""
    output = tmp_path / "first.pdf"
    assert main(["build", str(new_page), "-o", str(output)]) == 0
    run = in_a_process("build", str(new_page), "-o", "-")
    assert run.returncode == 0
    assert run.stderr == b""
    assert run.stdout == output.read_bytes()


def test_build_and_check_make_a_pipe(new_page: Path) -> None:
    """`build -o -` into `check -` proves a page that was never on disk."""
    built = in_a_process("build", str(new_page), "-o", "-")
    checked = in_a_process("check", "-", "--against", str(new_page), given=built.stdout)
    assert checked.returncode == 0, checked.stdout.decode() + checked.stderr.decode()


def test_check_answers_machines(new_page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --json` is one object."""
    output = tmp_path / "first.pdf"
    main(["build", str(new_page), "-o", str(output)])
    capsys.readouterr()
    assert main(["check", str(output), "--against", str(new_page), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True


def test_render_draws_a_page(new_page: Path, tmp_path: Path) -> None:
    """A PNG in, whose pixels follow from --dpi."""
    pdf, png = tmp_path / "first.pdf", tmp_path / "first.png"
    main(["build", str(new_page), "-o", str(pdf)])
    assert main(["render", str(pdf), "-o", str(png), "--dpi", "20"]) == 0
    assert png.read_bytes().startswith(b"\x89PNG")


def test_show_prints_the_copy(new_page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The dump has the words, the figures have numbers, and JSON has both for machines."""
    assert main(["show", str(new_page)]) == 0
    assert "一版从这里开始" in capsys.readouterr().out
    assert main(["show", str(new_page), "--typography", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_new_page_is_canonical(new_page: Path) -> None:
    """`fmt --check` has nothing to say of what `new` wrote."""
    assert main(["fmt", str(new_page), "--check"]) == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script asks this command again by its variable."""
    assert main(["completion", shell]) == 0
    assert "_JXPRINT_COMPLETE" in capsys.readouterr().out


def test_the_shell_is_told_the_commands() -> None:
    """What the script asks at each Tab: the subcommands that begin with what was typed."""
    environment = {**os.environ, "_JXPRINT_COMPLETE": "bash_complete", "COMP_WORDS": "jxprint f", "COMP_CWORD": "1"}
    run = subprocess.run([sys.executable, "-m", "jxprint"], capture_output=True, text=True, env=environment)
    assert {line.rpartition(",")[2] for line in run.stdout.split()} == {"fit", "fmt", "fonts"}


def test_a_reader_that_goes_away_is_no_defect() -> None:
    """`jxprint show … | head -1` ends quietly, with the code that the shell knows."""
    process = subprocess.Popen(
        [sys.executable, "-m", "jxprint", "show", str(JIAXING)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complained = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert complained == b""


def test_progress_is_taken_away_with_blanks() -> None:
    """An older console of Windows shows escape sequences as they are."""

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    with Progress(terminal, after_s=0) as progress:
        while not terminal.getvalue():
            sleep(0.001)
        progress.step("排第 1 版")
        progress.step("写")
    assert "\x1b" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r" + " " * 12 + "\r写\r  \r")


def test_progress_takes_no_thread_where_the_system_has_an_alarm() -> None:
    """With a second thread no process can be forked beside this one, and on a terminal nothing would be quicker."""

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    threads = threading.active_count()
    before = signal.getsignal(signal.SIGALRM) if hasattr(signal, "SIGALRM") else None
    with Progress(Terminal(), after_s=60):
        assert threading.active_count() == threads or not hasattr(signal, "setitimer")
    assert before is None or signal.getsignal(signal.SIGALRM) == before


def test_what_new_says_to_type_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder's name with a blank in it was two names on the next line that was typed."""
    assert main(["new", str(tmp_path / "新 版"), "--lang", "en"]) == 0
    assert capsys.readouterr().out.endswith(f'jxprint build "{tmp_path / "新 版"}" -o "新 版.pdf"\n')


@pytest.mark.skipif(os.name == "nt", reason="names of a shell of Unix")
@pytest.mark.parametrize("name", ["-x", "--help", "a$(exit 3)", "a'b\"c", "a;b", "~", "{page}", "a*b", "#a"])
def test_no_name_is_an_option_or_a_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `new` says to type was typed by a shell into its own hand."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--lang", "en", "--", name]) == 0
    typed = capsys.readouterr().out.partition("jxprint ")[2]
    words = subprocess.run(["sh", "-c", f"printf '%s\\n' {typed}"], capture_output=True, text=True).stdout.split("\n")
    command, folder, option, file = words[:4]
    assert (command, option) == ("build", "-o")
    assert (Path(folder), Path(file)) == (Path(name), Path(f"{name}.pdf"))
    assert not folder.startswith("-")
    assert not file.startswith("-")


def test_fonts_lists_the_faces(capsys: pytest.CaptureFixture[str]) -> None:
    """Every face that comes along, with its licence and whether it may be embedded."""
    assert main(["fonts", "--json"]) == 0
    faces = json.loads(capsys.readouterr().out)["faces"]
    assert {face["role"] for face in faces} >= {"song", "hei", "kai"}
    assert {face["licence"] for face in faces} == {"OFL-1.1"}
    assert {face["embedding"] for face in faces} == {"installable"}


@pytest.mark.parametrize(("language", "heading"), [("en", "embedding"), ("zh", "嵌入权限")])
def test_fonts_speaks_to_people(language: str, heading: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table with a heading."""
    assert main(["fonts", "--lang", language]) == 0
    assert heading in capsys.readouterr().out.splitlines()[0]


def test_fonts_of_a_page_share_out_its_characters(capsys: pytest.CaptureFixture[str]) -> None:
    """Every character of the copy is set by some face, and body text by Song."""
    assert main(["fonts", str(JIAXING), "--json"]) == 0
    faces = {face["id"]: face["sets"] for face in json.loads(capsys.readouterr().out)["faces"]}
    copy = (JIAXING / "haining.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    assert set(copy.replace("\n", "")) <= set("".join(faces.values()))
    assert "的" in faces["song-regular"]


def test_what_libraries_warn_of_is_not_said(new_page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow's warning of damaged EXIF, with a line of its own source, stood among our messages."""
    monkeypatch.delenv("PYTHONWARNINGS", raising=False)
    Image.new("RGB", (1600, 1000), "white").save(new_page / "a.jpg", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")
    plan = new_page / "page.toml"
    plan.write_text(plan.read_text("utf-8").replace("credit =", 'file = "a.jpg"\ncredit =', 1), "utf-8")
    run = in_a_process("build", str(new_page), "-o", str(new_page / "a.pdf"))
    assert (run.returncode, run.stderr) == (0, b"")
