"""Files of artwork looked at before they are placed: pictures of pixels, drawings (SVG) and pages of PDF files."""

from __future__ import annotations

import codecs
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.artwork import Artwork, Drawing
from jxprint.description.pictures import look_at
from jxprint.description.tables import Table
from jxprint.errors import PdfError, Phrase
from jxprint.intake.kinds import no_file
from jxprint.intake.picture_facts import NO_FACTS, PictureFacts
from jxprint.intake.refusals import reason

_HEAD = 1024
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Art(Struct, frozen=True):
    """What a file shows: pixels as they are seen, with EXIF's orientation, or artwork; nothing where it is no good.
    `facts` is what a picture says of itself.
    """

    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    facts: PictureFacts = NO_FACTS


NO_ART = Art()
# By path, time of last change (ns), size and page: a file is read once, not once a build.
_kept: dict[tuple[str, int, int, int | None], Artwork] = {}
_MOST_KEPT = 256


def look_at_art(table: Table, path: Path | None) -> Art:
    """What the file of a part is, by its first bytes; what is wrong with it is told at `file`. `page` says which page
    of a PDF file is meant.
    """
    page = _page_number(table)
    if path is None:
        return NO_ART
    kind = _kind(path)
    if "page" in table.values and kind not in ("pdf", "missing", "blank"):
        table.wrong("page.page_of_no_pdf", "page", name=path.name)
    if kind == "blank":
        table.wrong("page.picture_blank", "file", name=path.name)
        return NO_ART
    if kind in ("pdf", "svg"):
        return Art(artwork=_artwork(table, path, page, kind))
    seen = look_at(table, "file", path)
    return NO_ART if seen is None else Art(seen.pixels, seen.orientation, facts=seen.facts)


def _page_number(table: Table) -> int | None:
    if "page" not in table.values:
        return None
    from jxprint.intake.opening import limits  # most pages open no PDF

    return table.count("page", limits().pages)


def _kind(path: Path) -> str:
    """By the first bytes, whatever the name says. A picture reader tells of what cannot be read."""
    if no_file(path):
        return "missing"
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return "missing"
    if not head:
        return "blank"
    if b"%PDF-" in head:
        return "pdf"
    plain = head.replace(b"\0", b"")
    for mark in _BOMS:
        plain = plain.removeprefix(mark)
    return "svg" if plain.lstrip()[:1] == b"<" or path.suffix.lower() == ".svg" else ""


def _artwork(table: Table, path: Path, page: int | None, kind: str) -> Artwork | None:
    about = path.stat()
    known = (str(path.absolute()), about.st_mtime_ns, about.st_size, page)
    if known not in _kept:
        found = _page(table, path, page) if kind == "pdf" else _drawing(table, path)
        if found is None:
            return None
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[known] = found
    return _kept[known]


def _drawing(table: Table, path: Path) -> Drawing | None:
    from jxprint.intake.svg import read_drawing
    from jxprint.intake.svg.markup import MOST_BYTES
    from jxprint.intake.svg.white import is_white

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        table.wrong("page.picture_damaged", "file", name=path.name, reason=reason(error))
        return None
    drawing, faults = read_drawing(data)
    for key, args in faults:
        table.wrong(key, "file", name=path.name, **args)
    # On a tint white is seen.
    if drawing is not None and "tint" not in table.values and is_white(drawing.group):
        table.wrong("page.svg_white", "file", name=path.name)
        return None
    return drawing


def _page(table: Table, path: Path, page: int | None) -> Artwork | None:
    from jxprint.intake.placeable import look_at_page

    try:
        look = look_at_page(path, path.name, page)
    except PdfError as refusal:
        for finding in refusal.findings:
            told = Phrase(finding.key, finding.args)
            table.wrong("page.pdf_refused", "file", name=path.name, reason=told)
        return None
    for key, args in look.faults.items():
        table.wrong(key, "page" if key == "page.pdf_no_such_page" else "file", name=path.name, **args)
    return None if look.page is None else replace(look.page, file=path)
