"""The page's description drawn from what was read: page.toml as values, and the copy by file.

What nobody can know from a dump is chosen and said so in notes.md: the sheet's margins, the pitch, the pictures' depth.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from jxprint.description.canonical import spell_page
from jxprint.description.positions import Positions
from jxprint.reconstruct.copying import PICTURES, STANDFIRST_FILE, UNPLACED_FILE, copy_files, is_story, spelt
from jxprint.reconstruct.found import FoundPage, FoundPicture, FoundStory
from jxprint.reconstruct.joining import Joined
from jxprint.reconstruct.plan import GAP_EM, PlanRead, Stack

_LONGEST_TITLE = 80
_MARGIN_MM, _HEAD_MM, _FOOT_MM = 20, 31, 29
_PITCH = 1.5
_PT_PER_MM = 72 / 25.4
# The unplaced part is 余稿, copy that is left over.
_MASTHEAD, _HEADLINE, _STANDFIRST, _UNPLACED = "M", "H", "S", "余"
_STORIES = "ABCDEFGIJKLNO"
_MORE = "abcdefghijklmnopqrstuvwxyz甲乙丙丁戊己庚辛壬癸"
# Pictures are this many times as wide as deep at the least, and at the most, where nobody knows; and the rows that a
# caption and the white about it take.
_ASPECT, _WIDEST, _CAPTION_ROWS = 1.4, 2.6, 3


HOUSE_STYLE, OWN_STYLE = "daily", "style.toml"


class Sheet(Struct, frozen=True):
    """The paper: trim size in millimetres, and pitch of the body (points)."""

    width_mm: int
    height_mm: int
    pitch_pt: float


class Named(Struct, frozen=True):
    """A story with the letter of its part, its file and its paragraphs."""

    letter: str
    file: str
    story: FoundStory
    paragraphs: tuple[Joined, ...]
    legs: int


class Layout(Struct, frozen=True):
    """Everything that is written of a page but its evidence: files by name; `smaller` are roles of heads that the house
    style sets too large, for which the page has a style of its own, `kept` files that stay as a person left them.
    """

    page: FoundPage
    plan: PlanRead
    measure: float
    stories: tuple[Named, ...]
    name: str
    smaller: frozenset[str] = frozenset()
    kept: Mapping[str, bytes] = field(default_factory=dict)


def letters_of(count: int) -> list[str]:
    """Letters for so many stories, none of them one of the page's other parts."""
    known = [*_STORIES, *_MORE]
    return [known[k] if k < len(known) else chr(0x4E00 + k) for k in range(count)]


def first_sheet(layout: Layout) -> Sheet:
    """A sheet on which the deepest stack should stand."""
    rows = max(stack.depth for stack in layout.plan.stacks) + _rows_over(layout.page)
    pitch = round(layout.plan.size_pt * _PITCH * 2) / 2
    height = rows * pitch / _PT_PER_MM + _HEAD_MM + _FOOT_MM
    return Sheet(math.ceil(layout.plan.width_mm) + 2 * _MARGIN_MM, math.ceil(height), pitch)


def _rows_over(page: FoundPage) -> int:
    return 4 * bool(page.masthead) + (6 + 6 * len(page.headline)) * bool(page.headline) + 6 * bool(page.standfirst)


def page_toml(layout: Layout, sheet: Sheet, language: str) -> str:
    """page.toml in its canonical spelling."""
    columns = layout.plan.columns
    values: dict[str, object] = {
        "format": 1,
        "title": _title(layout),
        "language": language,
        "style": OWN_STYLE if layout.smaller else HOUSE_STYLE,
        "dummy": "\n".join(" ".join(row) for row in _dummy(layout)),
        "sheet": {
            "width": f"{sheet.width_mm}mm",
            "height": f"{sheet.height_mm}mm",
            "head": f"{_HEAD_MM}mm",
            "foot": f"{_FOOT_MM}mm",
            "left": f"{_MARGIN_MM}mm",
            "right": f"{_MARGIN_MM}mm",
            "bleed": "3mm",
        },
        "grid": {
            "columns": columns,
            "measure": f"{layout.measure:g}字",
            "gap": f"{GAP_EM:g}字",
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
        yield {"letter": _MASTHEAD, "kind": "masthead", "text": spelt(page.masthead.text), "rule_below": "oxford"}
    if page.headline:
        head: dict[str, object] = {"letter": _HEADLINE, "kind": "headline"}
        for key, lines in (("kicker", page.kicker), ("text", page.headline), ("deck", page.deck)):
            if lines:
                head[key] = [spelt(one.text) for one in lines]
        yield head
    if page.standfirst:
        text: dict[str, object] = {"letter": _STANDFIRST, "kind": "standfirst", "copy": STANDFIRST_FILE}
        yield {**text, **_legs(layout), "rule_below": "thin"}
    aspects = _aspects(layout)
    for letter, picture in zip(PICTURES, page.pictures, strict=False):
        yield _picture(letter, picture, aspects[letter])
    for one in layout.stories:
        kind = "story" if is_story(one.story, layout.kept.get(one.file)) else "standfirst"
        yield {"letter": one.letter, "kind": kind, "copy": one.file, "legs": one.legs}
    if page.unplaced:
        left: dict[str, object] = {"letter": _UNPLACED, "kind": "standfirst", "copy": UNPLACED_FILE}
        yield {**left, **_legs(layout), "rule_above": "thin"}


def _legs(layout: Layout) -> dict[str, object]:
    return {"legs": min(2, layout.plan.columns)}


def _aspects(layout: Layout) -> dict[str, float]:
    """How wide for its depth each picture is, so that its stack ends with the deepest one."""
    found: dict[str, float] = {}
    filled = _with_pictures(layout)
    deepest = max(one.stack.depth for one in filled)
    size = layout.plan.size_pt
    for one in filled:
        span, pictures = one.stack.span, list(one.pictures)
        bands = -(-len(pictures) // span)
        rows = (deepest - one.stack.depth) / bands - _CAPTION_ROWS if bands else 0.0
        while pictures:
            row, pictures = pictures[:span], pictures[span:]
            columns = span / len(row)
            width = (columns * layout.measure + (columns - 1) * GAP_EM) * size
            aspect = width / (rows * size * _PITCH) if rows > 0 else _ASPECT
            found.update(dict.fromkeys(row, round(min(_WIDEST, max(_ASPECT, aspect)), 2)))
    return found


def _picture(letter: str, picture: FoundPicture, aspect: float) -> dict[str, object]:
    values: dict[str, object] = {"letter": letter, "kind": "picture", "caption": spelt(picture.caption.text)}
    if picture.credit is not None:
        values["credit"] = spelt(picture.credit.text)
    return {**values, "aspect": aspect}


def _dummy(layout: Layout) -> Iterator[tuple[str, ...]]:
    """Rows of the drawing: what stands over all columns, then the stacks side by side."""
    page, plan = layout.page, layout.plan
    for letter, stands in ((_MASTHEAD, page.masthead), (_HEADLINE, page.headline), (_STANDFIRST, page.standfirst)):
        if stands:
            yield (letter,) * plan.columns
    columns = [_runs(stack, layout) for stack in _with_pictures(layout)]
    edges = sorted({round(foot, 6) for runs in columns for foot, _ in runs})
    for edge in edges:
        row: list[str] = []
        for runs in columns:
            letters = next(letters for foot, letters in runs if foot >= edge - 1e-6)
            row += letters
        yield tuple(row)
    if page.unplaced:
        yield (_UNPLACED,) * plan.columns


class _Filled(Struct, frozen=True):
    stack: Stack
    pictures: tuple[str, ...]


def _with_pictures(layout: Layout) -> list[_Filled]:
    """The stacks with pictures at the head of the shallowest ones."""
    stacks, pictures = layout.plan.stacks, list(PICTURES[: len(layout.page.pictures)])
    depths = [stack.depth for stack in stacks]
    given: list[list[str]] = [[] for _ in stacks]
    for letter in pictures:
        at = min(range(len(stacks)), key=lambda k: (depths[k] + 14 * -(-(len(given[k]) + 1) // stacks[k].span), k))
        given[at].append(letter)
    return [_Filled(stack, tuple(own)) for stack, own in zip(stacks, given, strict=True)]


def _runs(filled: _Filled, layout: Layout) -> list[tuple[float, list[str]]]:
    """A stack from its head down: by share of its depth the letters of its columns."""
    span = filled.stack.span
    bands: list[tuple[float, list[str]]] = []
    pictures = list(filled.pictures)
    while pictures:
        row, pictures = pictures[:span], pictures[span:]
        width, more = divmod(span, len(row))
        bands.append((14.0, [letter for k, letter in enumerate(row) for _ in range(width + (k < more))]))
    by_story = {k: one.letter for k, one in enumerate(layout.stories)}
    bands += [(float(block.depth), [by_story[block.story]] * span) for block in filled.stack.blocks]
    whole = sum(depth for depth, _ in bands)
    foot, runs = 0.0, []
    for depth, letters in bands:
        foot += depth / whole
        runs.append((foot, letters))
    return runs


def files_of_copy(layout: Layout) -> Mapping[str, str]:
    """The copy by file name."""
    return copy_files(layout.page, [(one.file, one.story, one.paragraphs) for one in layout.stories])
