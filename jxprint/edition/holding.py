"""The last build of an edition, which a late correction (付印前改稿) changes as little as it can."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from jxprint.errors import Finding, Place, UsageError
from jxprint.model import Held


class Hold(Struct, frozen=True):
    """A late correction (付印前改稿): the PDF of the last build, a file or its bytes, which messages call `name`, and
    whether text may move to another leg.
    """

    pdf: Path | bytes
    name: str
    move_legs: bool = False


def printed_before(hold: Hold, folders: int) -> tuple[Held, ...]:
    """What was printed of each page; raises PdfError or UsageError where the file is no last build of these folders."""
    from jxprint.checker.printed_lines import read_printed  # a plain build reads nothing back

    pages = read_printed(hold.pdf, hold.name)
    if len(pages) != folders:
        args = {"pages": len(pages), "folders": folders}
        raise UsageError(Finding("composition.held_pages", Place(file=hold.name), args))
    return tuple(Held(page, hold.move_legs) for page in pages)
