"""What the pages of an edition tell together: a story that stands on two of them, and folios that the edition belies.

The model is enough: nothing here is placed. A mark's name has an @ where another page, or the edition, has a part in
it, so that a page can be looked at without the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jxprint.geometry import Rect
from jxprint.model import Page, Part, Story
from jxprint.night_desk.issue import Folio, folio_slips, section_slip, twice
from jxprint.night_desk.marks import OF_EDITION, Mark


def across_pages(pages: Sequence[Page], day: date | None) -> list[list[Mark]]:
    """The marks of each page; a story that stands twice is marked where it stands last."""
    sections = tuple(dict.fromkeys(page.section for page in pages if page.section))
    found: list[list[Mark]] = [list(_folio(page, day, sections)) for page in pages]
    stories = {
        (at, part.letter): part
        for at, page in enumerate(pages)
        for part in page.parts
        if isinstance(part, Story) and part.jump_from is None
    }
    keys = {f"{at} {letter}": (at, letter) for at, letter in stories}
    copy = {key: [one.text for one in stories[where].paragraphs] for key, where in keys.items()}
    for one, other, share in twice(copy):
        (first, letter), (last, its) = keys[one], keys[other]
        if first != last:
            label = _label(pages[first], first)
            args = {
                "one": f"{its}“{_head(stories[last, its])}”",
                "other": f"{label}{letter}“{_head(stories[first, letter])}”",
                "share": round(100 * share),
            }
            box = _type_area(pages[last])
            found[last].append(Mark("twice", (its,), box, args, f"{OF_EDITION}{label}{letter}"))
    return found


def _folio(page: Page, day: date | None, sections: Sequence[str]) -> list[Mark]:
    """Where a page's folio says another day, number or section than its edition; what it says of itself is its own."""
    folio = page.folio
    pieces = [piece.text for piece in (folio.left, folio.centre, folio.right) if piece is not None]
    text = " ".join(pieces)
    number = page.numbers[0] if len(page.numbers) == 1 else None
    own = {slip.what for slip in folio_slips(text)}
    slips = [slip for slip in folio_slips(text, Folio(day, number)) if slip.what not in own]
    if page.section and (section := section_slip(pieces, page.section, sections)) is not None:
        slips.append(section)
    return [
        Mark("folio", (), _type_area(page), {"said": slip.said, "so": slip.so}, OF_EDITION + slip.what)
        for slip in slips
    ]


def _label(page: Page, at: int) -> str:
    return "-".join(map(str, page.numbers)) if page.numbers else f"({at + 1})"


def _head(part: Part) -> str:
    return "".join(line.text for line in part.headline) if isinstance(part, Story) else ""


def _type_area(page: Page) -> Rect:
    """What stands between the margins: nothing here knows where on it a part came to stand."""
    sheet = page.sheet
    width = sheet.width_pt - sheet.left_pt - sheet.right_pt
    return Rect(sheet.left_pt, sheet.head_pt, width, sheet.height_pt - sheet.head_pt - sheet.foot_pt)
