"""Files appear whole or not at all."""

from __future__ import annotations

import math
import os
import socket
import stat
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from jxprint.errors import OutputError, PdfError, UsageError
from jxprint.writers import files
from jxprint.writers.files import write_all, write_whole
from jxprint.writers.png import render_png

_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="links want rights on Windows; pipes stand in no folder")


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    """The new content is there, the old permissions stay, nothing is left beside it."""
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    mode = target.stat().st_mode  # Windows knows no more than that it may be written
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode == mode
    assert os.listdir(tmp_path) == ["page.pdf"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at the rename: the old file stands, the new one is gone."""
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError) as caught:
        write_whole(target, b"new")
    assert caught.value.findings[0].key == "output.not_written"
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["page.pdf"]


@pytest.mark.parametrize("number", [5, 32])
def test_a_file_that_another_program_has_open_is_said_to_be(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses the rename: one finding that tells the way out, the old file, and nothing beside it."""
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held(number, 99))
    monkeypatch.setattr(time, "sleep", lambda pause: None)
    with pytest.raises(OutputError) as caught:
        write_whole(target, b"new")
    assert [finding.key for finding in caught.value.findings] == ["output.held"]
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["page.pdf"]


def test_a_file_that_is_let_go_of_soon_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner looks at every new file for a moment."""
    monkeypatch.setattr(os, "replace", held(32, 2))
    write_whole(tmp_path / "page.pdf", b"new")
    assert os.listdir(tmp_path) == ["page.pdf"]


def held(number: int, times: int) -> Callable[[Path, Path], None]:
    """What os.replace does on Windows while another program has the file open."""
    tries = iter(range(times))

    def replace(beside: Path, path: Path) -> None:
        if next(tries, None) is None:
            os.rename(beside, path)
            return
        error = PermissionError(13, "拒绝访问。", str(beside))
        error.winerror = number  # type: ignore[attr-defined]  # typeshed has it on Windows alone
        raise error

    return replace


@pytest.mark.parametrize("name", ["长" * 83 + ".pdf", "x" * 251 + ".pdf"])
def test_a_name_as_long_as_may_be_is_written(name: str, tmp_path: Path) -> None:
    """255 bytes; the file beside it, that is renamed, was called longer than that."""
    write_whole(tmp_path / name, b"new")
    assert os.listdir(tmp_path) == [name]


def test_a_name_that_windows_does_not_make_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that there is no such file, of a file that was to be made."""

    def refuse(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / "a", b"new")
    assert caught.value.findings[0].args == {"reason": "no file can have this name"}


def test_a_device_is_no_defect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-o CON` on Windows: a path that is a drive and has no name."""
    monkeypatch.setattr(files, "settled", lambda target: Path("/"))
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / "CON", b"new")
    assert caught.value.findings[0].key == "output.not_a_file"


@_UNIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that a link names is replaced."""
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write_whole(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@_UNIX
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """What is written to a named pipe comes out of it; it was replaced by a file once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        taken: list[bytes] = []
        reader = Thread(target=lambda into: into.append(pipe.read_bytes()), args=(taken,))
        reader.start()
        write_whole(tmp_path / name, b"page")
        reader.join(10)
        assert taken == [b"page"]
    assert pipe.is_fifo()
    assert sorted(os.listdir(tmp_path)) == ["link", "pipe"]


@_UNIX
def test_a_socket_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a socket nor a disk is a place for a page; they stay what they are."""
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("heard")
        with pytest.raises(OutputError) as caught:
            write_whole("heard", b"x")
    assert caught.value.findings[0].key == "output.not_a_file"
    assert stat.S_ISSOCK(os.stat("heard").st_mode)


@pytest.mark.parametrize(("name", "key"), [("no/page.pdf", "output.no_folder"), ("", "output.is_folder")])
def test_a_place_where_nothing_can_be_written_is_refused(name: str, key: str, tmp_path: Path) -> None:
    """A folder that is not there, and a folder in the file's place."""
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / name, b"x")
    assert caught.value.findings[0].key == key


def test_files_that_belong_together_appear_together(tmp_path: Path) -> None:
    """Some replace old ones and some are new; nothing else is left."""
    (tmp_path / "1.pdf").write_bytes(b"old")
    write_all([(tmp_path / f"{page}.pdf", b"new") for page in (1, 2, 3)])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == dict.fromkeys(
        ["1.pdf", "2.pdf", "3.pdf"], b"new"
    )


def test_long_names_that_begin_alike_are_written_together(tmp_path: Path) -> None:
    """Neither takes the other's place while they are written."""
    names = ["版" * 60 + end for end in (".1.pdf", ".2.pdf")]
    write_all([(tmp_path / name, name.encode()) for name in names])
    assert sorted(os.listdir(tmp_path)) == names
    assert [(tmp_path / name).read_bytes() for name in names] == [name.encode() for name in names]


def test_every_target_that_takes_no_file_is_told_and_none_is_written(tmp_path: Path) -> None:
    """The first page of an issue was new, the second a folder, and the third was not written."""
    for name in ("2.pdf", "4.pdf"):
        (tmp_path / name).mkdir()
    (tmp_path / "1.pdf").write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_all([(tmp_path / f"{page}.pdf", b"new") for page in range(1, 5)])
    assert [Path(str(one.place.file)).name for one in caught.value.findings] == ["2.pdf", "4.pdf"]
    assert sorted(os.listdir(tmp_path)) == ["1.pdf", "2.pdf", "4.pdf"]
    assert (tmp_path / "1.pdf").read_bytes() == b"old"


@pytest.mark.parametrize("links", [True, False])
def test_files_that_moved_give_way_to_the_old_ones_where_one_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    """The third of four cannot take its place: the first has its old bytes, the second is gone, as it was."""
    moves = os.replace

    def refuse(beside: Path, path: Path) -> None:
        if path.name == "3.pdf":
            raise OSError(28, "No space left on device")
        moves(beside, path)

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "replace", refuse)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    for page in (1, 3):
        (tmp_path / f"{page}.pdf").write_bytes(b"old %d" % page)
    with pytest.raises(OutputError) as caught:
        write_all([(tmp_path / f"{page}.pdf", b"new") for page in range(1, 5)])
    assert [one.key for one in caught.value.findings] == ["output.not_written"]
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"1.pdf": b"old 1", "3.pdf": b"old 3"}


def test_a_picture_of_the_page_is_the_same_every_time(torture_pdf: bytes) -> None:
    """Two renderings have the same bytes."""
    first, second = BytesIO(), BytesIO()
    render_png(torture_pdf, first, dpi=36)
    render_png(torture_pdf, second, dpi=36)
    assert first.getvalue() == second.getvalue()
    assert first.getvalue().startswith(b"\x89PNG")


def test_a_resolution_beyond_reason_is_refused(torture_pdf: bytes) -> None:
    """Before any memory is asked for."""
    with pytest.raises(OutputError) as caught:
        render_png(torture_pdf, BytesIO(), dpi=100_000)
    assert caught.value.findings[0].key == "output.too_many_pixels"


@pytest.mark.parametrize("dpi", [0, -1, math.nan, math.inf, 1e-9])
def test_what_is_no_resolution_is_a_mistake_of_the_call(dpi: float, torture_pdf: bytes) -> None:
    """It ended as a file that could not be written (6); the call is wrong (2)."""
    with pytest.raises(UsageError) as caught:
        render_png(torture_pdf, BytesIO(), dpi=dpi)
    assert caught.value.findings[0].key == "output.bad_dpi"


def test_what_is_no_pdf_is_not_drawn(torture_pdf: bytes) -> None:
    """Neither a page that is not there nor a file that is none."""
    with pytest.raises(PdfError) as caught:
        render_png(torture_pdf, BytesIO(), page=3)
    assert caught.value.findings[0].key == "output.no_such_page"
    with pytest.raises(PdfError) as caught:
        render_png(b"not a PDF", BytesIO())
    assert caught.value.findings[0].key == "checks.damaged"
