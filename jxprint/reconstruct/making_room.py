"""Heads that no size of the house style fits to their columns: nobody set this page by that style.

First the page is given a style of its own, the house's with smaller steps for those heads. What does not fit at these
either was hardly a head, and stands as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from jxprint.errors import Finding
from jxprint.reconstruct.found import FoundPage, Piece
from jxprint.reconstruct.layout import HOUSE_STYLE, Layout, Named
from jxprint.resources import style_file

_TOO_WIDE = ("composition.head_too_wide", "composition.head_too_wide_alone", "composition.head_too_wide_broken")
# Each step is a tenth smaller; no head is smaller than the text under it is.
_STEP, _SMALLEST_PT = 0.9, 10.0
_SIZE = re.compile(r'^size = "(?P<size>[\d.]+)pt"$', re.MULTILINE)
_STEPS = re.compile(r"^steps = \[(?P<steps>.*)\]$", re.MULTILINE)


def roomier(layout: Layout, findings: Sequence[Finding]) -> Layout | None:
    """The layout with room for heads that were told to be too wide; None where none was, or nothing helps."""
    if (shorter := _without_long_credits(layout, findings)) is not None:
        return shorter
    findings = [finding for finding in findings if finding.key in _TOO_WIDE]
    if not findings:
        return None
    roles = frozenset(str(finding.args["role"]) for finding in findings)
    if roles - layout.smaller:
        return replace(layout, smaller=layout.smaller | roles)
    files = {Path(finding.place.file).name for finding in findings if finding.place.file}
    stories = tuple(_without_head(one) if one.file in files else one for one in layout.stories)
    on_page = any(finding.args["role"] in ("kicker", "headline", "deck") for finding in findings)
    page = _without_page_head(layout.page) if on_page else layout.page
    if stories == layout.stories and page == layout.page:
        return None
    return replace(layout, stories=stories, page=page)


def _without_long_credits(layout: Layout, findings: Sequence[Finding]) -> Layout | None:
    """The layout with credits that no line holds among what has no place: they were hardly credits."""
    long = {str(finding.args["text"]) for finding in findings if finding.key == "composition.word_too_wide"}
    page = layout.page
    gone = tuple(one.credit for one in page.pictures if one.credit is not None and one.credit.text in long)
    if not gone:
        return None
    pictures = tuple(replace(one, credit=None) if one.credit in gone else one for one in page.pictures)
    return replace(layout, page=replace(page, pictures=pictures, unplaced=(*page.unplaced, *gone)))


def with_plain_folio(layout: Layout, findings: Sequence[Finding]) -> Layout | None:
    """The layout with its folio among what has no place, where its lines stand over one another; else None."""
    if not layout.page.folios or not any(finding.key == "composition.folio_overlap" for finding in findings):
        return None
    page = layout.page
    return replace(layout, page=replace(page, folios=(), unplaced=(*page.unplaced, *page.folios)))


def _without_head(one: Named) -> Named:
    story = one.story
    return replace(one, story=replace(story, kicker=(*story.kicker, *story.headline), headline=()))


def _without_page_head(page: FoundPage) -> FoundPage:
    heads = tuple(map(Piece, (*page.kicker, *page.headline, *page.deck)))
    return replace(page, kicker=(), headline=(), deck=(), standfirst=(*heads, *page.standfirst))


def smaller_style(roles: frozenset[str]) -> str:
    """The text of the house style in which heads of these roles go down to the size of the text."""
    text = style_file(HOUSE_STYLE).read_text(encoding="utf-8")
    for role in sorted(roles):
        start = text.find(f"[role.{role}]\n")
        end = text.find("\n[", start + 1)
        if start >= 0:
            text = text[:start] + _stepped(text[start:end]) + text[end:]
    return text


def _stepped(table: str) -> str:
    size, steps = _SIZE.search(table), _STEPS.search(table)
    if size is None:
        return table
    own = re.findall(r"[\d.]+(?=pt)", steps["steps"]) if steps is not None else []
    sizes = [float(one) for one in own]
    smallest = min([float(size["size"]), *sizes])
    while (smallest := round(smallest * _STEP * 2) / 2) >= _SMALLEST_PT:
        sizes.append(smallest)
    line = "steps = [" + ", ".join(f'"{one:g}pt"' for one in sizes) + "]"
    if steps is not None:
        return table[: steps.start()] + line + table[steps.end() :]
    return table[: size.end()] + "\n" + line + table[size.end() :]
