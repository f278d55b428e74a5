"""What the pages of an edition tell together: a story that stands on two of them, and days that the edition belies.

A mark's name has an @ where another page, or the edition, has a part in it, so that a page can be looked at without the
others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from jxprint.geometry import Rect
from jxprint.model import Page, Part, Story
from jxprint.night_desk.dated import dated_of, folio_area
from jxprint.night_desk.dates import NOTHING_KNOWN, Folio, folio_slips, section_slip
from jxprint.night_desk.issue import twice
from jxprint.night_desk.marks import OF_EDITION, Mark, mm
from jxprint.night_desk.page_words import ahead_of
from jxprint.night_desk.view import NEAR_PT


def across_pages(
    pages: Sequence[Page],
    known: Folio = NOTHING_KNOWN,
    frames: Sequence[Mapping[str, Rect]] = (),
    *,
    is_whole: bool = True,
) -> list[list[Mark]]:
    """The marks of each page; a story that stands twice is marked where it stands last. `known` are the day and the
    issue of the edition, `frames` what stands where on each page, by letter (and `folio`), as far as that is known.
    Where pages are missing (not `is_whole`), what most of them have is not known.
    """
    stands = frames or [{}] * len(pages)
    folios = [[piece.text for piece in page.folio.pieces if piece is not None] for page in pages]
    if is_whole:
        known = replace(known, ahead=ahead_of([(page.numbers, said) for page, said in zip(pages, folios, strict=True)]))
    sections = tuple(dict.fromkeys(page.section for page in pages if page.section))
    found = [list(_belied(page, known, sections, where)) for page, where in zip(pages, stands, strict=True)]
    for own, more in zip(found, other_formats(pages) if is_whole else [[] for _ in pages], strict=True):
        own += more
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
            box = stands[last].get(its) or _type_area(pages[last])
            found[last].append(Mark("twice", (its,), box, args, f"{OF_EDITION}{label}{letter}"))
    return found


def _belied(page: Page, known: Folio, sections: Sequence[str], frames: Mapping[str, Rect]) -> Iterator[Mark]:
    """Where a page's folio or nameplate says another day, issue, number or section than its edition; what it says of
    itself is its own. How many pages there are (今日四版) is no page's number.
    """
    for dated in dated_of(page):
        pieces = [piece.text for piece in dated.pieces]
        own = {(slip.what, slip.piece, slip.said) for slip in folio_slips(pieces)}
        wanted = replace(known, numbers=() if dated.letter else page.numbers)
        slips = [slip for slip in folio_slips(pieces, wanted) if (slip.what, slip.piece, slip.said) not in own]
        if page.section and not dated.letter:
            section = section_slip(pieces, page.section, sections)
            slips += [] if section is None else [section]
        box = frames.get(dated.letter or "folio") or (_type_area(page) if dated.letter else folio_area(page))
        for slip in slips:
            yield dated.mark(slip, box, OF_EDITION + slip.what)


def other_formats(pages: Sequence[Page]) -> Iterator[list[Mark]]:
    """For each page whether it is of another size than most; a double truck counts as two pages side by side."""
    widths = [page.sheet.width_pt / max(1, len(page.numbers)) for page in pages]
    sizes = [(round(wide, 1), round(page.sheet.height_pt, 1)) for wide, page in zip(widths, pages, strict=True)]
    width, height = Counter(sizes).most_common(1)[0][0]
    for page, (wide, high) in zip(pages, sizes, strict=True):
        args = {"width": mm(wide), "height": mm(high), "most_width": mm(width), "most_height": mm(height)}
        box = Rect(0, 0, page.sheet.width_pt, page.sheet.height_pt)
        is_other = max(abs(wide - width), abs(high - height)) > NEAR_PT
        yield [Mark("other-format", (), box, args, OF_EDITION)] if is_other else []


def _label(page: Page, at: int) -> str:
    return "-".join(map(str, page.numbers)) if page.numbers else f"({at + 1})"


def _head(part: Part) -> str:
    return "".join(line.text for line in part.headline) if isinstance(part, Story) else ""


def _type_area(page: Page) -> Rect:
    """What stands between the margins."""
    sheet = page.sheet
    width = sheet.width_pt - sheet.left_pt - sheet.right_pt
    return Rect(sheet.left_pt, sheet.head_pt, width, sheet.height_pt - sheet.head_pt - sheet.foot_pt)
