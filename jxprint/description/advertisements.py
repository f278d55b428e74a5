"""Advertisements and ornaments: what their tables in page.toml say beside their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from jxprint.artwork import Artwork, PdfPage
from jxprint.description.artwork import look_at_art
from jxprint.description.tables import Table
from jxprint.model import Passage
from jxprint.model.advertisements import LabelPlace

ADVERTISEMENT_KEYS = ("file", "page", "alt", "label", "label_at", "labelled", "keyline")
ORNAMENT_KEYS = ("file", "page", "alt")

# Advertisements are marked 广告 (annex to 《报纸期刊质量管理规定》, 2020; Advertising Law, article 14).
LABEL = "广告"
NO_KEYLINE = "none"
_PLACES: dict[str, LabelPlace] = {"above": "above", "corner": "corner"}


class _Ornament(TypedDict):
    pixels: tuple[int, int] | None
    orientation: int
    artwork: Artwork | None
    alt: str | None


class _Advertisement(_Ornament):
    label: Passage | None
    label_at: LabelPlace
    keyline: str | None


def read_advertisement(table: Table, file: Path | None, rules: Sequence[str]) -> _Advertisement | None:
    """What an advertisement's table says; None where it is not marked as one."""
    seen, alt = look_at_art(table, file), table.words("alt")
    place = table.name("label_at", tuple(_PLACES), "page.unknown_value")
    keyline = table.name("keyline", (*rules, NO_KEYLINE), "page.unknown_rule")
    labelled = table.boolean("labelled")
    label = table.passage("label") if "label" in table.values else Passage(LABEL, table.place("kind"))
    if labelled:
        if "label" in table.values:
            table.wrong("page.labelled_twice", "labelled")
        if not alt:
            table.wrong("page.labelled_without_alt", "labelled")
        label = None
    elif label is None:
        if table.values.get("label") == "":
            table.wrong("page.empty_label", "label")
        return None
    return _Advertisement(
        pixels=seen.pixels,
        orientation=seen.orientation,
        artwork=seen.artwork,
        alt=alt,
        label=label,
        label_at=_PLACES[place or "above"],
        keyline=keyline,
    )


def read_ornament(table: Table, file: Path | None) -> _Ornament:
    """What an ornament's table says. Words are no decoration: artwork that shows text is a figure, and says what."""
    seen, alt = look_at_art(table, file), table.words("alt")
    if isinstance(seen.artwork, PdfPage) and seen.artwork.has_text and not alt:
        table.wrong("page.ornament_has_text", "file", name=seen.artwork.file.name)
    return _Ornament(pixels=seen.pixels, orientation=seen.orientation, artwork=seen.artwork, alt=alt)
