"""Files beside their baselines, and two files beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, Place, UsageError
from jxprint.golden.baselines import DPI, KIB, Baselines
from jxprint.golden.comparing import Compared, Places, compare_sheets, too_equal
from jxprint.golden.sheets import Source
from jxprint.golden.tolerance import Tolerance

# Two files are held beside each other to be looked at; baselines are kept, and small.
COMPARE_DPI = 100.0


class Asked(Struct, frozen=True):
    """How to compare: the folder of the baselines, dots per inch, what may differ, and how large a baseline may be."""

    folder: Path = Path("golden")
    dpi: float = DPI
    tolerance: Tolerance = Tolerance()
    kib: int = KIB


def compare_sources(expected: Source, actual: Source, tolerance: Tolerance) -> Iterator[Compared]:
    """Two files, page by page. Of one on both sides, which has the same bytes, the pixels are the same as well: pages
    are looked at for what makes them undrawable, and not drawn. Raises UsageError for two of different kinds.
    """
    if expected.kind != actual.kind:
        told = {"old": expected.name, "new": actual.name}
        raise UsageError(Finding("golden.two_kinds", args=told))
    places = Places(expected, actual)
    if expected.pages != actual.pages:
        yield _page_counts(actual.name, expected.pages, actual.pages)
    for page in range(min(expected.pages, actual.pages)):
        if expected is actual:
            actual.check(page)
            if tolerance.allows(0, 0):
                yield Compared(actual.name, page + 1, "same")
            else:
                finding = too_equal(Place(file=actual.name), page, tolerance)
                yield Compared(actual.name, page + 1, "differs", (finding,))
        else:
            now = actual.sheet(page)  # first: the other side may still be drawn in a process beside
            if tolerance == Tolerance():
                places.look_ahead()
            yield compare_sheets(actual.name, page, (expected.sheet(page), now), tolerance, places, actual)


def _page_counts(name: str, old: int, new: int) -> Compared:
    finding = Finding("golden.page_count", Place(file=name), {"old": old, "new": new})
    return Compared(name, 0, "differs", (finding,))


def check_source(source: Source, baseline: str, asked: Asked) -> Iterator[Compared]:
    """A file beside its baselines, which are called `baseline`, page by page."""
    kept = Baselines(asked.folder, baseline, source.drawn_by)
    beyond = kept.beyond(source.pages)
    if beyond:
        yield _page_counts(source.name, source.pages + len(beyond), source.pages)
    places = Places(kept.places(source.pages + len(beyond)), source)
    for page in range(source.pages):
        now = source.sheet(page)
        expected = kept.sheet(page, now)
        if expected is None:
            yield _missing(source, page, kept, places)
            continue
        wrong = _unwitnessed(kept, page, asked, places)
        its = places if wrong is None else Places(None, source)
        found = compare_sheets(source.name, page, (expected, now), asked.tolerance, its, source)
        if wrong is not None:
            found = replace(found, state="missing" if found.ok else "differs", findings=(*found.findings, wrong))
        if not found.ok and source.kind == "pdf":
            found = replace(found, findings=(*found.findings, *kept.otherwise_drawn(page)))
        yield found


def _unwitnessed(kept: Baselines, page: int, asked: Asked, places: Places) -> Finding | None:
    """Where nothing may differ, places that are kept and cannot be read let what moved by less than a pixel pass. Where
    a tolerance is asked for, pixels alone decide.
    """
    if asked.tolerance != Tolerance():
        return None
    seen = places.sides[1]
    return kept.unwitnessed(page, seen is not None and page < len(seen))


def _missing(source: Source, page: int, kept: Baselines, places: Places) -> Compared:
    """A page without a baseline. Where another renderer's is there, places tell whether anything moved all the same."""
    finding = kept.missing(page)
    moved: tuple[Finding, ...] = ()
    if finding.key != "golden.missing":
        moved = places.changes(page)
        if not moved and places.known:
            moved = (Finding("golden.nothing_moved", severity="note"),)
    return Compared(source.name, page + 1, "missing", (finding,), moved, lone=source.sheet(page).picture)


class Written(Struct, frozen=True):
    """What an update of baselines comes to: files to write, files to take away, and what is told of each page."""

    files: tuple[tuple[Path, bytes], ...] = ()
    stale: tuple[Path, ...] = ()
    pages: tuple[Compared, ...] = ()


def update_of(source: Source, baseline: str, asked: Asked) -> Written:
    """The baselines that a file's pages would have. Raises OutputError for one over the limit."""
    kept = Baselines(asked.folder, baseline, source.drawn_by)
    seen = source.places()
    files: list[tuple[Path, bytes]] = []
    stale: list[Path] = []
    pages: list[Compared] = []
    for page in range(source.pages):
        sheet = source.sheet(page)
        its = seen[page] if seen is not None else None
        fresh = [(path, data) for path, data in kept.files(page, sheet, its, asked.kib) if _differs(path, data)]
        files += fresh
        stale += kept.stale(page, its)
        pages.append(Compared(source.name, page + 1, "written" if fresh else "unchanged"))
    for page in kept.beyond(source.pages):
        stale += [one for one in (kept.picture(page), kept.places_file(page)) if one.exists()]
        pages.append(Compared(source.name, page + 1, "removed"))
    return Written(tuple(files), tuple(stale), tuple(pages))


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except OSError:
        return True


def write_baselines(folder: Path, updates: Sequence[Written]) -> None:
    """Write what updates come to: all files or none; the folder is made. Raises OutputError."""
    from jxprint.errors import OutputError
    from jxprint.intake.refusals import reason
    from jxprint.writers.files import write_all

    files = [file for update in updates for file in update.files]
    made = [one for one in (folder, *folder.parents) if not one.exists()] if files else []
    try:
        if files:
            folder.mkdir(parents=True, exist_ok=True)
        write_all(files)
        for path in (path for update in updates for path in update.stale):
            path.unlink(missing_ok=True)
    except OSError as error:
        _unmake(made)
        raise OutputError(Finding("output.not_written", Place(file=str(folder)), {"reason": reason(error)})) from error
    except OutputError:
        _unmake(made)
        raise


def _unmake(made: Sequence[Path]) -> None:
    for folder in made:
        try:
            folder.rmdir()
        except OSError:
            return  # not made, or somebody put something into it
