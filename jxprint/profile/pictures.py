"""What becomes of pictures whose files keep their pixels as no page does: told with part and place, refusing nothing.

`jxprint.colour.notes` tells what is known when a picture's samples have been seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jxprint.errors import Finding, Phrase, Place
from jxprint.geometry import PT_PER_MM
from jxprint.intake.picture_make import Make
from jxprint.intake.turned import UPRIGHT
from jxprint.placed import PlacedPage, PlacedPicture
from jxprint.profile.table import Colour, Profile
from jxprint.profile.telling import where

# What Lab, and inks, become on each way.
_LAB: dict[Colour, str] = {"press": "profile.in_inks"}
_INKS: dict[Colour, str] = {"screen": "profile.in_srgb"}
_IN_SRGB, _AS_MEANT = "profile.in_srgb", "profile.in_inks"
# A page's own, of Pillow's modes, by the signature of the ICC profiles that can go with them (ICC.1:2010, 7.2.6).
_SIGNATURES = {"1": "GRAY", "L": "GRAY", "LA": "GRAY", "RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
_DEEP = 16


def pictures_told(page: PlacedPage, profile: Profile) -> Iterator[Finding]:
    """What was done with the pictures of a page; each thing once a picture."""
    told: set[tuple[str, str, Path]] = set()
    for part, picture in _pictures(page):
        from jxprint.profile.looks import look_at  # a page without pictures looks at none

        assert picture.file is not None  # of these alone
        for key, args in _said(look_at(picture.file).make, profile.colour):
            if (key, part, picture.file) not in told:
                told.add((key, part, picture.file))
                at = {"x_mm": _mm(picture.frame.x), "y_mm": _mm(picture.frame.y)}
                said = {"file": picture.file.name, "where": where(part, **at), **at, **args}
                yield Finding(key, Place(part=part or None), said, "note")


def _mm(points: float) -> float:
    return round(points / PT_PER_MM, 1)


def _pictures(page: PlacedPage) -> Iterator[tuple[str, PlacedPicture]]:
    """Pictures of pixels with the letters of their parts."""
    placed = [
        *((article.part, block) for article in page.articles for block in article.blocks),
        *((one.part, one) for one in page.ornaments),
    ]
    for part, block in placed:
        if isinstance(block, PlacedPicture) and block.artwork is None and block.file is not None:
            yield part, block


def _said(make: Make, colour: Colour) -> Iterator[tuple[str, dict[str, object]]]:
    """Keys of messages, and their values."""
    if make.bits >= _DEEP:
        yield "profile.picture_deep", {"bits": make.bits}
    if make.palette:
        yield "profile.picture_palette", {}
    if make.lab:
        yield "profile.picture_lab", {"became": Phrase(_LAB.get(colour, _IN_SRGB))}
    if make.turned_over:
        yield "profile.picture_turned_over", {"became": Phrase(_INKS.get(colour, _AS_MEANT))}
    if make.orientation != UPRIGHT:
        yield "profile.picture_turned", {"orientation": make.orientation}
    if colour == "kept" and make.icc and make.mode in _SIGNATURES:
        from jxprint.colour.headers import read_header  # few pictures have a profile

        header = read_header(make.icc)
        if header is None:
            yield "profile.picture_icc", {"why": Phrase("colour.unsound")}
        elif header.space != _SIGNATURES[make.mode]:
            yield "profile.picture_icc", {"why": Phrase("colour.other_space", {"space": header.space})}
