"""The page's description drawn from what was read: page.toml as values, and the copy by file.

What nobody can know from a dump is chosen and said so in notes.md: the sheet's margins, the pitch, the pictures' depth.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from jxprint.description.canonical import spell_page
from jxprint.description.positions import Positions
from jxprint.reconstruct.copying import STANDFIRST_FILE, UNPLACED_FILE, copy_files, is_story, spelt
from jxprint.reconstruct.drawing import (
    EARS,
    HEADLINE,
    MASTHEAD,
    PITCH,
    STANDFIRST,
    UNPLACED,
    aspects_of,
    dummy_rows,
    within_of,
)
from jxprint.reconstruct.found import FoundPage, FoundPicture, FoundStory
from jxprint.reconstruct.furniture import folio_odds
from jxprint.reconstruct.joining import Joined
from jxprint.reconstruct.placeable import PICTURES
from jxprint.reconstruct.plan import GAP_EM, PlanRead

if TYPE_CHECKING:
    from jxprint.reconstruct.printed.places import Drawn

_LONGEST_TITLE = 80
_MARGIN_MM, _HEAD_MM, _FOOT_MM = 20, 31, 29
_PT_PER_MM = 72 / 25.4
_STORIES = "ABCDEFGIJKLNO"
_MORE = "abcdefghijklmnopqrstuvwxyz甲乙丙丁戊己庚辛壬癸"


HOUSE_STYLE, OWN_STYLE = "daily", "style.toml"


class Sheet(Struct, frozen=True):
    """The paper: trim size in millimetres, pitch of the body (points), and margins at head, foot, left and right."""

    width_mm: int
    height_mm: int
    pitch_pt: float
    margins_mm: tuple[int, int, int, int] = (_HEAD_MM, _FOOT_MM, _MARGIN_MM, _MARGIN_MM)


class Named(Struct, frozen=True):
    """A story with the letter of its part, its file and its paragraphs."""

    letter: str
    file: str
    story: FoundStory
    paragraphs: tuple[Joined, ...]
    legs: int


class Layout(Struct, frozen=True):
    """Everything that is written of a page but its evidence: files by name; `smaller` are roles of heads that the house
    style sets too large, for which the page has a style of its own. `drawn` is the page as it was measured, `kept` are
    files that stay as a person left them.
    """

    page: FoundPage
    plan: PlanRead
    measure: float
    stories: tuple[Named, ...]
    name: str
    smaller: frozenset[str] = frozenset()
    drawn: Drawn | None = None
    kept: Mapping[str, bytes] = field(default_factory=dict)


def letters_of(count: int) -> list[str]:
    """Letters for so many stories, none of them one of the page's other parts."""
    known = [*_STORIES, *_MORE]
    return [known[k] if k < len(known) else chr(0x4E00 + k) for k in range(count)]


def first_sheet(layout: Layout) -> Sheet:
    """The sheet that was measured, or one on which the deepest stack should stand."""
    if (seen := layout.drawn) is not None:
        pitch = seen.grid.pitch or round(seen.grid.size * PITCH * 2) / 2
        return Sheet(seen.width_mm, seen.height_mm, pitch, seen.margins_mm)
    rows = max(stack.depth for stack in layout.plan.stacks) + _rows_over(layout.page)
    pitch = round(layout.plan.size_pt * PITCH * 2) / 2
    height = rows * pitch / _PT_PER_MM + _HEAD_MM + _FOOT_MM
    return Sheet(math.ceil(layout.plan.width_mm) + 2 * _MARGIN_MM, math.ceil(height), pitch)


def _rows_over(page: FoundPage) -> int:
    return 4 * bool(page.masthead) + (6 + 6 * len(page.headline)) * bool(page.headline) + 6 * bool(page.standfirst)


def page_toml(layout: Layout, sheet: Sheet, language: str) -> str:
    """page.toml in its canonical spelling."""
    head, foot, left, right = sheet.margins_mm
    values: dict[str, object] = {
        "format": 1,
        "title": _title(layout),
        "language": language,
        "style": OWN_STYLE if layout.smaller else HOUSE_STYLE,
        "dummy": "\n".join(" ".join(row) for row in dummy_rows(layout)),
        "sheet": {
            "width": f"{sheet.width_mm}mm",
            "height": f"{sheet.height_mm}mm",
            "head": f"{head}mm",
            "foot": f"{foot}mm",
            "left": f"{left}mm",
            "right": f"{right}mm",
            "bleed": "3mm",
        },
        "grid": {
            "columns": layout.plan.columns,
            "measure": f"{layout.measure:g}字",
            "gap": f"{GAP_EM if layout.drawn is None else layout.drawn.grid.gap:g}字",
            "body": f"{layout.plan.size_pt:g}pt",
            "pitch": f"{sheet.pitch_pt:g}pt",
        },
        "makeup": {"reconstructed": True},
        **_folio(layout.page),
        "part": list(_parts(layout)),
    }
    return spell_page(values, Positions())


def _folio(page: FoundPage) -> dict[str, object]:
    """Folio lines (报眉) as they were read, from left to right."""
    if not page.folios:
        return {}
    return {"folio": dict(zip(("left", "right", "centre"), (spelt(one.text) for one in page.folios), strict=False))}


def _title(layout: Layout) -> str:
    page = layout.page
    head = " ".join(one.text for one in page.headline) or (
        " ".join(one.text for one in layout.stories[0].story.headline)
    )
    head = spelt(head)[:_LONGEST_TITLE] or layout.name
    return f"{spelt(page.masthead.text)}：{head}" if page.masthead is not None else head


def _parts(layout: Layout) -> Iterator[dict[str, object]]:
    page = layout.page
    if page.masthead is not None:
        yield _masthead(page, page.masthead.text)
    for letter, ear in zip(EARS, page.ears, strict=False):
        values: dict[str, object] = {"letter": letter, "kind": "ear", "text": [spelt(one.text) for one in ear.lines]}
        yield values | ({"title": " ".join(spelt(one.text) for one in ear.title)} if ear.title else {})
    if page.headline:
        head: dict[str, object] = {"letter": HEADLINE, "kind": "headline"}
        for key, lines in (("kicker", page.kicker), ("text", page.headline), ("deck", page.deck)):
            if lines:
                head[key] = [spelt(one.text) for one in lines]
        yield head
    if page.standfirst:
        text: dict[str, object] = {"letter": STANDFIRST, "kind": "standfirst", "copy": STANDFIRST_FILE}
        yield {**text, **_legs(layout), "rule_below": "thin"}
    aspects, within = aspects_of(layout), within_of(layout)
    for letter, picture in zip(PICTURES, page.pictures, strict=False):
        yield _picture(letter, picture, aspects[letter]) | within.get(letter, {})
    for one in layout.stories:
        kind = "story" if is_story(one.story, layout.kept.get(one.file)) else "standfirst"
        yield {"letter": one.letter, "kind": kind, "copy": one.file, "legs": one.legs}
    if page.unplaced:
        left: dict[str, object] = {"letter": UNPLACED, "kind": "standfirst", "copy": UNPLACED_FILE}
        yield {**left, **_legs(layout), "rule_above": "thin"}


def _masthead(page: FoundPage, name: str) -> dict[str, object]:
    """The masthead, with one line at the most; what has more of them, or a date, or ears, is the paper's own."""
    lines = [spelt(one.text) for one in page.imprint]
    values: dict[str, object] = {"letter": MASTHEAD, "text": spelt(name), "rule_below": "oxford"}
    if len(lines) > 1 or page.ears or any(folio_odds(one.text) > 0 for one in page.imprint):
        return {**values, "kind": "nameplate"} | ({"lines": lines} if lines else {})
    return {**values, "kind": "masthead"} | ({"line": lines[0]} if lines else {})


def _legs(layout: Layout) -> dict[str, object]:
    return {"legs": min(2, layout.plan.columns)}


def _picture(letter: str, picture: FoundPicture, aspect: float) -> dict[str, object]:
    values: dict[str, object] = {"letter": letter, "kind": "picture", "caption": spelt(picture.caption.text)}
    if picture.credit is not None:
        values["credit"] = spelt(picture.credit.text)
    return {**values, "aspect": aspect}


def files_of_copy(layout: Layout) -> Mapping[str, str]:
    """The copy by file name."""
    return copy_files(layout.page, [(one.file, one.story, one.paragraphs) for one in layout.stories])
