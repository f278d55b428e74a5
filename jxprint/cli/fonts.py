"""`jxprint fonts`: the faces there are, and what each sets on a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import answer, answer_json, as_dicts, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.fonts import Face, Library
    from jxprint.model import Page

_WEIGHTS = ("regular", "bold", "black")
_HEADINGS = (
    "command.fonts.face",
    "command.fonts.role",
    "command.fonts.weight",
    "command.fonts.family",
    "command.fonts.licence",
    "command.fonts.embedding",
    "command.fonts.characters",
)
# OS/2 fsType as `jxprint.fonts` reads it; faces that may not be embedded are refused before they can be listed.
_EMBEDDING = {
    "installable": "command.fonts.installable",
    "editable": "command.fonts.editable",
    "preview_print": "command.fonts.preview_print",
}

Row = dict[str, object]


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "fonts",
        language,
        "command.help.fonts",
        run,
        [
            click.Argument(["folder"], required=False, metavar="[DIR]", type=click.Path(path_type=Path)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path | None) -> None:
    """List faces; with a page folder its own faces too, and the characters of the page that each face sets."""
    from jxprint.fonts import open_library

    if folder is None:
        rows, sets, notes = list(_rows(open_library(), None)), None, []
    else:
        from jxprint.composition.substitutes import substitutes
        from jxprint.description.editions import read_pages

        pages = read_pages([folder], alone=False).pages
        first = pages[0]
        library = open_library(first.style.fonts, base=Path(first.file).parent, places=first.style.font_places)
        rows, sets = list(_rows(library, first)), _sets(pages, library)
        notes = [note for page in pages for note in substitutes(page, library)]
    if session.json:
        if sets is not None:
            rows = [{**row, "sets": sets.get(str(row["id"]), "")} for row in rows]
        answer_json({"ok": True, "faces": rows, "notes": as_dicts(session, notes)})
        return
    tell(session, notes)
    _answer_table(session, rows)
    for face, chars in (sets or {}).items():
        answer("")
        answer(text("command.fonts.sets", session.language, face=face, count=len(chars)))
        answer(chars)


def _sets(pages: Sequence[Page], library: Library) -> dict[str, str]:
    """The characters that each face sets on all pages."""
    from jxprint.composition.faces import characters_by_face

    found: dict[str, set[str]] = {}
    for page in pages:
        for face, chars in characters_by_face(page, library).items():
            found.setdefault(face, set()).update(chars)
    return {face: "".join(sorted(chars)) for face, chars in found.items()}


def _rows(library: Library, page: Page | None) -> Iterator[Row]:
    """The newsroom's own faces first, as they are asked first."""
    from jxprint.fonts.catalogue import carried_faces

    for role in library.roles if page is not None else ():
        for weight in _WEIGHTS:
            for face in library.own(role, weight):
                yield _row(face, role, weight, None)
    for carried in carried_faces().values():
        yield _row(library.face(carried.id), carried.role, carried.weight, carried.licence)


def _row(face: Face, role: str, weight: str, licence: str | None) -> Row:
    """One face; the licence of a newsroom's own face is not known here."""
    return {
        "id": face.id,
        "role": role,
        "weight": weight,
        "family": face.family,
        "licence": licence,
        "embedding": face.permission,
        "characters": len(face.characters),
        "file": str(face.path),
    }


def _answer_table(session: Session, rows: list[Row]) -> None:
    table = [tuple(text(key, session.language) for key in _HEADINGS)]
    table += [_told(row, session.language) for row in rows]
    widths = [max(_width(line[column]) for line in table) for column in range(len(_HEADINGS))]
    for line in table:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        answer("  ".join(padded).rstrip())


def _told(row: Mapping[str, object], language: str) -> tuple[str, ...]:
    return (
        str(row["id"]),
        str(row["role"]),
        str(row["weight"]),
        str(row["family"]),
        str(row["licence"] or "—"),
        text(_EMBEDDING[str(row["embedding"])], language),
        str(row["characters"]),
    )


def _width(told: str) -> int:
    """Columns of a terminal: a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in told)
