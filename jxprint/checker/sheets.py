"""What a file declares of itself and of its pages; of these the sheet (ISO 32000-1, 14.11.2): its size, its turn, and
what is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.checker.active import file_oddities, page_acts
from jxprint.checker.declared import document_oddities, statement_of
from jxprint.checker.default_spaces import default_oddities, transfer_oddities
from jxprint.checker.expected import ExpectedPage
from jxprint.checker.glyphs import Oddity
from jxprint.checker.graphics import upright
from jxprint.checker.imposed import FilePage
from jxprint.checker.navigation import annotation_oddities, bookmark_oddities
from jxprint.geometry import PT_PER_MM
from jxprint.intake.opening import MALFORMED, plain, refuse

# As much as files round.
_OFF_PT = 0.1
# No side of a page has more units (ISO 32000-1, annex C).
_LARGEST = 14_400


def file_declared(
    document: Any, file: str, title: str, sheets: Sequence[FilePage], expected: Sequence[ExpectedPage]
) -> Iterator[Oddity]:
    """What is wrong with what a file declares of itself: its title, its language, its bookmarks, what it does."""
    pages = [page for sheet in sheets for page in sheet.pages]
    languages = [page.language for page in pages]
    yield from document_oddities(document, file, title, statement_of(pages), languages)
    yield from file_oddities(document, file)
    yield from bookmark_oddities(document, file, sheets, expected)


def page_declared(sheet: FilePage, there: Any, file: str) -> Iterator[Oddity]:
    """What is wrong with what a file declares of a page (pikepdf's `there`): its sheet, its annotations,
    what it does.
    """
    yield from sheet_oddities(sheet, there, file)
    yield from annotation_oddities(there, file)
    yield from page_acts(there, file)
    try:
        yield from default_oddities(there.obj, in_forms=False)
        yield from transfer_oddities(there.obj)
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def sheet_oddities(sheet: FilePage, there: Any, file: str) -> Iterator[Oddity]:
    """What is wrong with the boxes of a page (pikepdf's); the paper may go on beyond the bleed as far as it likes."""
    try:
        boxes = there.mediabox, there.trimbox, there.cropbox, there.obj.get("/BleedBox", there.mediabox)
        media, trim, crop, bled = (upright(box) for box in boxes)
        art = upright(there.obj.get("/ArtBox", there.trimbox))
        turn, unit = (
            int(there.obj.get("/Rotate", there.obj.get("/Parent", {}).get("/Rotate", 0))),
            there.obj.get("/UserUnit", 1),
        )
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))
    if turn % 360:
        yield Oddity("checks.rotated", {"degrees": turn % 360})
    width, height = (trim[2] - trim[0]) * float(unit), (trim[3] - trim[1]) * float(unit)
    wanted = sheet.size_pt
    if abs(width - wanted[0]) > _OFF_PT or abs(height - wanted[1]) > _OFF_PT:
        yield Oddity("checks.page_size", {"said": _size(width, height), "wanted": _size(*wanted)})
    all_across, all_down = (media[2] - media[0]), (media[3] - media[1])
    if max(all_across, all_down) > _LARGEST:
        yield Oddity("checks.page_size", {"said": _size(all_across, all_down), "wanted": _size(*wanted)})
    bleed = sheet.bleed_pt
    margins = [
        margin
        for box in (media, bled)
        for margin in (trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3])
    ]
    if min(margins) < bleed - _OFF_PT:
        yield Oddity("checks.page_place", {"bleed": round(bleed / PT_PER_MM, 1)})
    # Who looks for the art box takes it for the page (ISO 32000-1, 12.2, table 150).
    cut = [
        edge for box in (crop, art) for edge in (box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])
    ]
    if max(cut) > _OFF_PT:
        yield Oddity("checks.cropped", {"cut": round(max(cut) / PT_PER_MM, 1)})


def _size(width: float, height: float) -> str:
    return f"{width / PT_PER_MM:.1f} mm × {height / PT_PER_MM:.1f} mm"
