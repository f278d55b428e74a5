"""`jxprint lint`: the copy of pages proof-read, and put right where that is safe."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import answer, answer_json, as_dicts, remark, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import CheckFailed, Finding, OutputError, Place
from jxprint.intake.kinds import settled
from jxprint.messages import text, told

if TYPE_CHECKING:
    from jxprint.description.revision import Change
    from jxprint.lint.lines import Line
    from jxprint.lint.rules import Slip
    from jxprint.model import Page


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "lint",
        language,
        "command.help.lint",
        run,
        [
            click.Argument(["folders"], nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)),
            click.Option(["--fix"], is_flag=True, help=text("command.help.lint_fix", language)),
            json_option(language),
        ],
    )


def run(session: Session, folders: tuple[Path, ...], fix: bool) -> None:
    """Tell every slip, and exit with 1 if there is one; with `--fix` mend first and tell what remains."""
    # A folder that is named twice is one page.
    folders = tuple({settled(folder): folder for folder in reversed(folders)}.values())[::-1]
    pages, notes = _read(folders)
    fixed: list[Slip] = []
    if fix:
        fixed, left = _mend(pages)
        pages, notes = _read(folders) if fixed else (pages, notes)
        notes = [*notes, *left]
    slips = _proofread(pages)
    tell(session, notes)
    if session.json:
        told_of = {"fixed": _rows(session, fixed), "findings": _rows(session, slips)}
        answer_json({"ok": not slips, **told_of, "notes": as_dicts(session, notes)})
    else:
        for slip in slips:
            answer(f"{slip.finding.place}: [{slip.rule}] {told(slip.finding, session.language)}")
        if fixed:
            remark(text("lint.mended", session.language, count=len(fixed)))
    if slips:
        click.get_current_context().exit(CheckFailed.exit_code)


def _read(folders: Sequence[Path]) -> tuple[list[Page], list[Finding]]:
    """All pages and their notes; what cannot be understood is told of all of them at once."""
    from jxprint.description.editions import read_pages

    # A page is read for itself: where its stories go on is no affair of a proof-reader.
    found = read_pages(folders, alone=False)
    return list(found.pages), list(found.notes)


def _proofread(pages: Iterable[Page]) -> list[Slip]:
    from jxprint.lint.lines import copy_of
    from jxprint.lint.rules import proofread

    # What an edition writes into the folio of every page is one line of copy.
    found = {(_where(slip), slip.rule): slip for page in pages for slip in proofread(copy_of(page))}
    return sorted(found.values(), key=_where)


def _where(slip: Slip) -> tuple[str, int, int]:
    place = slip.finding.place
    return place.file or "", place.line or 0, place.column or 0


def _mend(pages: Iterable[Page]) -> tuple[list[Slip], list[Finding]]:
    """Write every file whose copy can be mended; the slips that are gone, and notes about what had to be left."""
    from jxprint.description.revision import Change, revise
    from jxprint.lint.lines import copy_of
    from jxprint.lint.mending import mend
    from jxprint.writers.files import write_whole

    changes: dict[Path, dict[str, Change]] = {}
    done: list[tuple[str, Slip]] = []
    for page in pages:
        copy = copy_of(page)
        mended = mend(copy)
        for old, new in zip(copy, mended.copy, strict=True):
            if old.text != new.text and old.place.file:
                of = changes.setdefault(Path(old.place.file), {})
                for place, was, now in _edits(old, new.text):
                    of[str(place)] = Change(place, was, now)
        done.extend((str(copy[slip.line].place), slip) for slip in mended.done)
    _refuse_read_only(list(changes))
    revisions = {path: revise(path, list(of.values())) for path, of in changes.items()}
    for path, revision in revisions.items():
        if len(revision.left) < len(changes[path]):
            write_whole(path, revision.data)
    left = {(change.place.file, change.place.line) for revision in revisions.values() for change in revision.left}
    fixed = {(line, _where(slip), slip.rule): slip for line, slip in done if _line(slip) not in left}
    return sorted(fixed.values(), key=_where), [note for revision in revisions.values() for note in revision.notes]


def _line(slip: Slip) -> tuple[str | None, int | None]:
    return slip.finding.place.file, slip.finding.place.line


def _edits(line: Line, new: str) -> Iterator[tuple[Place, str, str]]:
    """What changes in a line: all of it at once, or piece by piece where markup stands between its characters."""
    if not line.columns:
        yield line.place, line.text, new
        return
    matcher = SequenceMatcher(None, line.text, new, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        if start == end and start:  # an insertion needs a character to stand behind
            yield line.at(start - 1), line.text[start - 1], line.text[start - 1] + new[begin:stop]
        else:
            yield line.at(start), line.text[start:end], new[begin:stop]


def _refuse_read_only(paths: Sequence[Path]) -> None:
    """A file that nobody may write is left alone, also where its folder would let it be replaced."""
    reason = {"reason": os.strerror(errno.EACCES)}
    marked = [path for path in paths if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)]
    if marked:
        raise OutputError(*(Finding("output.not_written", Place(str(path)), reason) for path in marked))


def _rows(session: Session, slips: Sequence[Slip]) -> list[dict[str, object]]:
    """Slips for machines: the finding's own row, the rule, and the repair."""
    from msgspec import to_builtins

    rows = as_dicts(session, [slip.finding for slip in slips])
    return [
        {**row, "rule": slip.rule, "repair": to_builtins(slip.repair)} for row, slip in zip(rows, slips, strict=True)
    ]
