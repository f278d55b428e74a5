"""`jxprint archive`: pages in, a folder out with the PDF and what a library keeps beside it (馆藏包)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from jxprint.cli.answers import Progress, answer_json, as_dicts, remark, tell
from jxprint.cli.outputs import PAGE_FIELD, page_files
from jxprint.cli.profiles import judged, manner_of, profile_options, refuse_profile
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import Finding, UsageError
from jxprint.messages import text
from jxprint.profile import PROFILES

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.edition import Edition
    from jxprint.writers.library.archive import Wanted
    from jxprint.writers.library.kept import Edition as Kept

# The kind of PDF that an archive has where none is named.
_PROFILE = "archive-a2"
_KINDS = "pdf,png,alto,page,hocr,text,json,articles,iiif,mets"


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    profile, icc = profile_options(language)
    profile.default = _PROFILE
    return SpokenCommand(
        "archive",
        language,
        "command.help.archive",
        run,
        [
            click.Argument(["folders"], nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"],
                required=True,
                metavar="FOLDER",
                type=click.Path(path_type=Path),
                help=text("command.help.archive_output", language),
            ),
            profile,
            icc,
            click.Option(["--only"], metavar="KINDS", help=text("command.help.archive_only", language, kinds=_KINDS)),
            click.Option(
                ["--dpi"], metavar="DPI", type=float, default=300.0, help=text("command.help.archive_dpi", language)
            ),
            click.Option(["--base-uri"], metavar="URI", default="", help=text("command.help.archive_base", language)),
            click.Option(["--bag"], is_flag=True, help=text("command.help.archive_bag", language)),
            click.Option(["--check"], is_flag=True, help=text("command.help.archive_check", language)),
            json_option(language),
        ],
    )


class Asked(Struct, frozen=True):
    """What the options ask for, by their names on the command line."""

    profile: str = _PROFILE
    icc: Path | None = None
    only: str | None = None
    dpi: float = 300.0
    base_uri: str = ""
    bag: bool = False
    check: bool = False


def run(session: Session, folders: tuple[Path, ...], output: Path, **options: Any) -> None:
    """Make all files in memory, prove them when asked, and write them; all appear, or none."""
    asked = Asked(**options)
    refuse_profile(asked.profile, asked.icc, "pdf", False)
    wanted = _wanted(asked)
    from jxprint.edition.sources import sources
    from jxprint.writers.files import refuse_replacing
    from jxprint.writers.library.archive import archived
    from jxprint.writers.tree import write_tree

    report = None
    with Progress() as progress:
        edition = _made(session, folders, asked, progress)
        edition = judged(
            edition, asked.profile, proved=asked.check
        )  # a folder says what its PDF is, and so it has to be
        kept = _kept(session, folders, edition, wanted, progress)
        files = archived(kept, wanted)
        made_from = list(sources(edition.pages, Path(edition.pages[0].file).parent, edition.file))
        for name in files:
            refuse_replacing(output / name, made_from)
        if asked.check:
            progress.step(text("command.doing.check", session.language))
            report = _proved(session, folders, edition, files)
            files = archived(replace(kept, checked=True), wanted)
        progress.step(text("command.doing.write", session.language))
        write_tree(output, files)
    _answer(session, output, edition, asked, sorted(files), report)


def _wanted(asked: Asked) -> Wanted:
    """What is to be kept. Raises UsageError for what cannot be."""
    from jxprint.writers.library.archive import KINDS, Wanted
    from jxprint.writers.pdf.metadata import epoch_of

    kinds = frozenset(KINDS)
    if asked.only is not None:
        named = [one.strip() for one in asked.only.replace("，", ",").split(",") if one.strip()]
        for name in named:
            if name not in KINDS:
                raise UsageError(Finding("library.unknown_only", args={"name": name, "known": KINDS}))
        kinds = frozenset(named)
        _refuse_kinds(kinds, asked.base_uri)
    base = asked.base_uri
    if base and (not base.startswith(("http://", "https://")) or not base.isascii() or set(base) & set('?# "<>\\')):
        raise UsageError(Finding("library.bad_base", args={"base": base}))
    if not 0 < asked.dpi < float("inf"):
        raise UsageError(Finding("output.bad_dpi", args={"dpi": asked.dpi}))
    return Wanted(kinds, asked.dpi, base, epoch_of(), PROFILES[asked.profile].title, asked.bag)


def _refuse_kinds(kinds: frozenset[str], base: str) -> None:
    """Raise UsageError for kinds that are no archive: none at all, or what wraps others without any to wrap."""
    if not kinds:
        raise UsageError(Finding("library.nothing_only"))
    if "iiif" in kinds and not base:
        raise UsageError(Finding("library.no_base"))
    if "iiif" in kinds and "png" not in kinds:
        raise UsageError(Finding("library.nothing_wrapped", args={"name": "iiif", "wanted": "png"}))
    if kinds == {"mets"}:
        raise UsageError(Finding("library.nothing_wrapped", args={"name": "mets", "wanted": "alto"}))


def _made(session: Session, folders: Sequence[Path], asked: Asked, progress: Progress) -> Edition:
    """The PDF and the pages as composed, in memory."""
    from jxprint.edition import Wanted as WantedEdition
    from jxprint.edition import made

    def doing(key: str, number: int, of: int) -> None:
        progress.step(text(key, session.language, number=number, of=of))

    profile, manner = PROFILES[asked.profile], manner_of(asked.profile, asked.icc)
    if not profile.sealed:
        return made(folders, doing, WantedEdition(manner=manner, placed=True))
    from jxprint.cli.sealing import Sealing, Sought  # few files are sealed

    sealing = Sealing(folders, f"{asked.profile}.pdf", Sought(True, None, None, profile=profile))
    edition = made(folders, doing, WantedEdition(besides=sealing.besides, manner=manner, placed=True))
    return replace(edition, pdf=sealing.sealed(edition.pdf))


def _kept(session: Session, folders: Sequence[Path], edition: Edition, wanted: Wanted, progress: Progress) -> Kept:
    """All files of the archive but what wraps them."""
    from jxprint.description.editions import orders_of
    from jxprint.edition.publishing import published_of
    from jxprint.fonts import open_library
    from jxprint.writers.library.archive import Issued, kept_edition

    first = edition.pages[0]
    published = published_of(orders_of(folders))
    library = open_library(first.style.fonts, base=Path(first.file).parent, places=first.style.font_places)
    issued = Issued(
        edition.placed,
        [path.name for path in page_files(PAGE_FIELD, edition.pages)],
        Path(edition.file).resolve().parent.name if edition.file else first.name,
        edition.title or first.title,
        published.paper,
        published.day,
        published.number,
    )
    doing = text("command.doing.render", session.language)
    return kept_edition(issued, edition.pdf, library, wanted, lambda name: progress.step(f"{doing} {name}"))


def _proved(session: Session, folders: Sequence[Path], edition: Edition, files: dict[str, bytes]) -> CheckReport:
    """All files read back in memory; they take their places only when all hold."""
    from jxprint.checker.kept.archive import Beside, check_archive
    from jxprint.cli.check import own_faces, refuse_unless
    from jxprint.cli.check_kept import issued_of

    issued = issued_of(folders, edition.title or edition.pages[0].title)
    beside = Beside(own_faces(edition.pages), edition.pdf)
    report = check_archive(files, edition.pages, edition.title, issued, beside)
    refuse_unless(session, report)
    return report


def _answer(
    session: Session, output: Path, edition: Edition, asked: Asked, names: Sequence[str], report: CheckReport | None
) -> None:
    notes = list(edition.notes)
    if asked.only is None and not asked.base_uri:
        notes.append(Finding("library.no_manifest", severity="note"))
    tell(session, notes)
    if session.json:
        answer: dict[str, object] = {"ok": True, "output": str(output), "pages": len(edition.pages)}
        answer |= {"profile": asked.profile, "files": list(names), "notes": as_dicts(session, notes)}
        if edition.inks:
            answer["ink"] = [row.as_dict() for row in edition.inks]
        answer_json(answer | ({"check": report.as_dict()} if report is not None else {}))
    elif report is not None:
        for line in report.lines(session.language):
            remark(line)
