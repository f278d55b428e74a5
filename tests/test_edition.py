"""Editions: several pages in one file, however many processes make them."""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

import pikepdf
import pytest

from jxprint.checker import check
from jxprint.edition import elsewhere, make_edition
from jxprint.errors import JxprintError

LAYOUT = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
TORTURE = Path(__file__).resolve().parent / "pages" / "torture"


def test_two_processes_write_what_one_writes() -> None:
    """The bytes do not depend on how the work was shared; the copy of all pages is there, in order."""
    folders = [LAYOUT, TORTURE, LAYOUT]
    alone = make_edition(folders, processes=1)
    assert make_edition(folders, processes=2).pdf == alone.pdf
    report = check(alone.pdf, list(alone.pages))
    assert report.ok, "\n".join(report.lines("en"))
    with pikepdf.open(BytesIO(alone.pdf)) as pdf:
        assert len(pdf.pages) == 3


def test_a_process_that_is_spawned_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is started from nothing, as on macOS and Windows."""
    alone = make_edition([TORTURE, LAYOUT], processes=1)
    asked: list[str] = []

    def context(method: str) -> BaseContext:
        asked.append(method)
        return get_context(method)

    monkeypatch.setattr(elsewhere, "get_context", context)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert make_edition([TORTURE, LAYOUT], processes=2).pdf == alone.pdf
    assert asked == ["spawn"]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_wrong_with_any_page_is_told_at_once(processes: int, tmp_path: Path) -> None:
    """Two pages are broken, in different shares: both are named."""
    broken = []
    for name in ("a", "b"):
        shutil.copytree(TORTURE, tmp_path / name)
        (tmp_path / name / "names.txt").unlink()
        broken.append(tmp_path / name)
    with pytest.raises(JxprintError) as caught:
        make_edition([broken[0], TORTURE, broken[1]], processes=processes)
    files = {finding.place.file for finding in caught.value.findings}
    assert len(files) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked process inherits the patch that kills it")
def test_a_second_process_that_dies_is_a_defect_and_not_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed from outside, its end is told."""
    import os

    from jxprint.edition import share

    monkeypatch.setattr(share.Share, "attempt", _die_elsewhere(os.getpid(), share.Share.attempt))
    with pytest.raises(RuntimeError, match="second process"):
        make_edition([TORTURE, TORTURE], processes=2)


def _die_elsewhere(home: int, compose: object) -> object:
    import os

    def made(self: object, *args: object) -> object:
        if os.getpid() != home:
            os._exit(9)
        return compose(self, *args)  # type: ignore[operator]

    return made
