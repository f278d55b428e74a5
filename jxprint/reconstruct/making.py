"""A page reconstructed into a folder: a new one, or one that is there and is renewed round what a person changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.evidence import EVIDENCE_FILE
from jxprint.errors import DescriptionError, Finding, JxprintError, Place
from jxprint.fonts import Library
from jxprint.reconstruct import Reconstruction, reconstruct
from jxprint.reconstruct.copying import STANDFIRST_FILE, UNPLACED_FILE
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.evidence_file import source_file
from jxprint.reconstruct.figures import figures_of
from jxprint.reconstruct.folder import NOTES_FILE, PAGE_FILE, PageFiles, file_names, page_files, ready
from jxprint.reconstruct.kept import Missing
from jxprint.reconstruct.layout import OWN_STYLE
from jxprint.reconstruct.notes import notes_of
from jxprint.reconstruct.record import RECORD_FILE, Figures, new_folder, record_of, renew, spelt_record, sum_of

if TYPE_CHECKING:
    from jxprint.reconstruct.aside import Aside
    from jxprint.reconstruct.standing import Standing

REVIEW_FILE = "review.html"
# What a folder may hold beside its stories.
_NAMES = (
    PAGE_FILE, EVIDENCE_FILE, NOTES_FILE, STANDFIRST_FILE, UNPLACED_FILE, OWN_STYLE, REVIEW_FILE,
)  # fmt: skip


class Wanted(Struct, frozen=True):
    """What is wanted of a page's folder: the language of its notes, whether one that is there is renewed, and whether a
    review (复原审阅) goes with it.
    """

    language: str = "en"
    keep: bool = False
    review: bool = False


class Made(Struct, frozen=True):
    """A page as it was written: the reconstruction, the figures, the files that stay as a person left them, and what is
    to be told of these.
    """

    found: Reconstruction
    figures: Figures
    kept: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def make(
    evidence: Evidence,
    source: str,
    folder: Path,
    wanted: Wanted,
    library: Library | None = None,
    aside: Aside | None = None,
) -> Made:
    """Reconstruct a page into a folder; `source` is the name of its file; a new one may have been read `aside`. Raises
    what keeps the page from being made: then nothing was written.
    """
    # A file's name may be any bytes, and notes are text.
    source = source.encode("utf-8", "backslashreplace").decode("utf-8")
    if wanted.keep and folder.is_dir() and any(folder.iterdir()):
        return _renewed(evidence, source, folder, wanted)
    with new_folder(folder) as place:
        found = reconstruct(evidence) if aside is None else aside.found(meanwhile=ready)
        made = page_files(found, folder.name, _notes(found, source, folder.name, wanted), library, place=place)
        _review(made, found, source, folder.name, wanted)
        figures = figures_of(found)
        record = record_of(evidence.data, made.files, figures)
        for file in place.iterdir():  # what was tried in vain
            if file.name not in made.files:
                file.unlink()
        for name, data in {**made.files, RECORD_FILE: spelt_record(record)}.items():
            if not (place / name).exists():
                (place / name).write_bytes(data)
    return Made(found, figures)


def _notes(found: Reconstruction, source: str, name: str, wanted: Wanted) -> Callable[[Missing], str]:
    return lambda missing: notes_of(found, name, source, wanted.language, missing)


def _review(
    made: PageFiles, found: Reconstruction, source: str, name: str, wanted: Wanted, standing: Standing | None = None
) -> None:
    """Put the review among the files of a page, where one is wanted."""
    if wanted.review:
        from jxprint.reconstruct.review import review_html

        files = file_names(found, standing)
        made.files[REVIEW_FILE] = review_html(found, name, source, files, wanted.language).encode("utf-8")


def _renewed(evidence: Evidence, source: str, folder: Path, wanted: Wanted) -> Made:
    """A folder renewed but for what a person changed, which answers what was asked."""
    from jxprint.reconstruct.standing import standing_of, told_of  # a new page has no use for them

    standing = standing_of(folder, evidence, (*_NAMES, source_file(evidence)))
    found = reconstruct(evidence, standing.answers)
    wanted = replace(wanted, review=wanted.review or REVIEW_FILE in standing.record.files)
    try:
        made = page_files(found, folder.name, _notes(found, source, folder.name, wanted), standing=standing)
    except JxprintError as refusal:
        raise type(refusal)(*_at_home(refusal.findings, folder)) from refusal
    _review(made, found, source, folder.name, wanted, standing)
    figures = figures_of(found)
    named = _named(made, folder)
    unnamed = {file for file in file_names(found, standing) if file not in named}
    files = {file: data for file, data in made.files.items() if file not in unnamed}
    left = [file for file in standing.record.files if file not in files and file not in standing.kept]
    record = record_of(evidence.data, files, figures)
    renew(folder, files, record, standing.kept, left)
    told = [
        *told_of(standing, sum_of(evidence.data)),
        *(Finding("review.no_part", Place(str(folder / PAGE_FILE)), {"file": file}, "warning") for file in unnamed),
        *(Finding("review.left_over", Place(str(folder / file)), {}, "note") for file in left),
        *_left_out(made, folder / source_file(evidence)),
        *_stale(folder, standing),
        *(replace(one, severity="warning") for one in _at_home(made.troubles, folder)),
    ]
    return Made(found, figures, tuple(sorted(standing.kept)), tuple(told))


def _left_out(made: PageFiles, source: Path) -> Iterator[Finding]:
    """What of the source is on the page no more."""
    if made.left_out:
        args = {"count": sum(len(said) for _, said in made.left_out)}
        yield Finding("review.left_out", Place(str(source), made.left_out[0][0]), args, "warning")


def _named(made: PageFiles, folder: Path) -> set[str]:
    """The copy files that a page names."""
    from jxprint.lint.lines import copy_of

    return {Path(line.place.file).name for line in copy_of(made.page) if line.place.file}


def _stale(folder: Path, standing: Standing) -> Iterator[Finding]:
    """What an evidence.toml that a person changed says of the page no more."""
    if EVIDENCE_FILE not in standing.kept:
        return
    from jxprint.description import read_page
    from jxprint.description.evidence import with_joints
    from jxprint.reconstruct.refolding import verify

    place = Place(str(folder / EVIDENCE_FILE))
    try:
        _, notes = with_joints(read_page(folder))
        yield from notes
        if verify(folder):
            yield Finding("review.recipe_stale", place, {}, "warning")
    except DescriptionError as refusal:
        yield Finding("review.recipe_stale", place, {}, "warning")
        yield from (replace(one, severity="warning") for one in refusal.findings)


def _at_home(findings: Sequence[Finding], folder: Path) -> Iterator[Finding]:
    """Findings of the draft by the names that its files have in the folder itself."""
    for one in findings:
        file = one.place.file
        if file and (folder / Path(file).name).exists():
            one = replace(one, place=replace(one.place, file=str(folder / Path(file).name)))
        yield one
