"""What a spoiled archive has to be told of, and how it is asked: by the tests some spoils, by every_value.py all."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest

from jxprint.checker.kept.archive import check_archive
from jxprint.checker.report import sentence
from jxprint.cli import main
from jxprint.cli.check_kept import issued_of
from jxprint.description.editions import read_pages
from jxprint.errors import Finding, JxprintError
from kept_spoils import Files, Spoil, remember_readings, spoiled, spoils_of

KEPT = Path(__file__).resolve().parent.parent / "pages" / "kept"
# What cannot matter, or what nobody else in the archive can know; each has its reason.
UNREAD: dict[str, str] = {
    r"alto/.* .*(Group|ElementRef)@ID other": "an identifier of a group or a reference, which nothing names",
    r"page/.* .*Group\w*@id (other|neighbour)": "the same",
    r"page/.* .*/Word@id (other|neighbour)": "an identifier of a word, which nothing names",
    r"premis\.xml .*agentVersion": "which version it was, of a program or a face, the program that made it knows alone",
    r"premis\.xml .*agentNote": "what file a face was is for whoever has that file",
    r"premis\.xml .*(agentIdentifierValue|linkingAgentIdentifierValue)": "what a face calls itself stands in it alone",
    r"premis\.xml .*agentName text neighbour": "two faces of one family: the other still says its name",
    r"premis\.xml .*formatName text": "which profile a PDF has is asked of the PDF, by preflight",
    r"\S+\.xml .*@xmlns(:\w+)? out": "a prefix that nothing uses may go",
    r"\S+\.txt text \w+ \d+": "the end of the last line may be there or not",
}  # fmt: skip
# So many archives are looked at before what is left of them is put away: a command makes no cycles, and looks for none.
_TURN = 200


def archive_kept(folder: Path) -> Files:
    """Two pages with one of everything that files can say, kept with all of them in a new folder."""
    asked = ["--dpi", "60", "--base-uri", "https://papers.example/77/"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        assert main(["archive", str(KEPT), "-o", str(folder), *asked]) == 0
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def spoils(kept: Files) -> list[Spoil]:
    """Every one of every file, in one order."""
    return [one for name, data in sorted(kept.items()) for one in spoils_of(name, data)]


class Looked:
    """What is told of archives of the pages, one after another; what none of them changes is read once."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        remember_readings(patch)
        self._described = read_pages([KEPT])
        self._issued = issued_of([KEPT], self._described.title or "")
        self._count = 0

    def __call__(self, files: Files) -> list[Finding]:
        """What is told of an archive."""
        self._count += 1
        if self._count % _TURN == 0:
            gc.collect()
        try:
            return list(check_archive(files, self._described.pages, self._described.title, self._issued).findings)
        except JxprintError as error:
            return list(error.findings)


def told_of(kept: Files, spoil: Spoil, looked: Looked) -> list[Finding] | None:
    """What is told of an archive with one thing spoiled; None where it says the same bytes."""
    files = spoiled(kept, spoil)
    return None if files == kept else looked(files)


def fault_of(spoil: Spoil, findings: list[Finding]) -> str:
    """What is wrong with what was told of a spoil: nothing told, or the file not named; empty where all is right. Each
    finding can be said in both languages.
    """
    said = [[sentence(finding, language) for language in ("en", "zh")] for finding in findings]
    assert all(one for both in said for one in both)
    if not findings:
        return "" if any(re.match(pattern, spoil.name) for pattern in UNREAD) else "not told"
    return "" if any(spoil.file in both[0] and spoil.file in both[1] for both in said) else "told of another file"
