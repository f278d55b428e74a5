"""The slug line (版边信息): which page of which edition this plate is, in which profile, and when it was made.

The clock is never read: there is a time where SOURCE_DATE_EPOCH gives one.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.lettering import Lettering
from jxprint.errors import Finding, Place, ProfileError
from jxprint.ink import BLACK, CYAN, MAGENTA, REGISTRATION, YELLOW, Ink, Spot
from jxprint.messages import text
from jxprint.model import Page
from jxprint.placed import PlacedPage, Shape
from jxprint.press.paper import CORNER_PT, MIDDLE_PT, STAND_OFF_PT

_SIZE_PT, _PITCH_PT = 7.0, 9.0
_BETWEEN = "  |  "
_PLATES = {"C": CYAN, "M": MAGENTA, "Y": YELLOW, "K": BLACK}
_PLATE = 0  # the character for which the names of the process plates stand in the line; those behind it are spot inks
_PLUS = " + "


class Slug(Struct, frozen=True):
    """What a slug line says, each part left out where it is empty: `pages` with their numbers and sections, `plates` by
    their letters, and those of `spots` by their names, `epoch` in seconds since 1970 (UTC). `place` is where its words
    come from.
    """

    edition: str = ""
    pages: str = ""
    plates: str = "CMYK"
    spots: tuple[Spot, ...] = ()
    profile: str = ""
    epoch: int | None = None
    place: Place = Place()

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in order."""
        when = "" if self.epoch is None else time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(self.epoch))
        plates = _PLUS.join(name for name in (self.plates, *(spot.name for spot in self.spots)) if name)
        return tuple(part for part in (self.edition, self.pages, plates, self.profile, when) if part)


# What stands for a character of the line: names with the ink that they are printed in.
_Plates = Mapping[str, Sequence[tuple[str, Ink]]]


def slug_of(
    pages: Sequence[Page], edition: str | None, profile: str, epoch: int | None, spots: tuple[Spot, ...] = ()
) -> Slug:
    """The slug line of a sheet with some pages, left to right, in the language of the first. A page that is in no
    edition goes by its title. `spots` are the spot inks that stand on it.
    """
    language = "zh" if pages[0].language.startswith("zh") else "en"
    said = [_said(page, language) for page in pages if page.numbers or page.section]
    name = edition if edition is not None else " + ".join(dict.fromkeys(page.title for page in pages))
    place = Place(file=pages[0].file or None)
    return Slug(name, " + ".join(said), profile=profile, epoch=epoch, place=place, spots=spots)


def _said(page: Page, language: str) -> str:
    numbers = "-".join(map(str, page.numbers))
    named = text("press.page", language, number=numbers) if numbers else ""
    return f"{named} {page.section}".strip()


def slug_line(page: PlacedPage, face: Lettering, slug: Slug) -> list[Shape]:
    """The line over the head, left of the middle, on two lines where it is long and right of the middle as well. The
    names of plates stand on their own plates alone. Raises ProfileError where there is no room for it, or no letter.
    """
    plates = _plates_of(slug)
    said = _BETWEEN.join(replace(slug, plates=_PLUS.join(plates), spots=()).parts)
    whole = _BETWEEN.join(slug.parts)
    if lacking := face.lacking(whole):
        codes = " ".join(f"U+{ord(char):04X}" for char in lacking)
        raise ProfileError(Finding("press.no_letter", slug.place, {"text": lacking, "codes": codes}))
    room = page.width / 2 - CORNER_PT - MIDDLE_PT
    lines = _lines(said, face, plates, room)
    if len(lines) > 4 or any(_width(line, face, plates) > room for line in lines):
        raise ProfileError(Finding("press.slug_too_long", slug.place, {"text": whole, "size": f"{_SIZE_PT:g}"}))
    shapes: list[Shape] = []
    for number, line in enumerate(lines):
        x = CORNER_PT if number < 2 else page.width / 2 + MIDDLE_PT
        y = -page.bleed - STAND_OFF_PT - (min(len(lines), 2) - 1 - number % 2) * _PITCH_PT
        shapes += _set(line, face, plates, x, y)
    return shapes


def _plates_of(slug: Slug) -> _Plates:
    """Characters of the line that names of plates stand for."""
    process = [(letter, _PLATES.get(letter, REGISTRATION)) for letter in slug.plates]
    spots = [[(spot.name, Ink(spot.name, spot.cmyk, spot))] for spot in slug.spots]
    return {chr(_PLATE + number): names for number, names in enumerate((process, *spots)) if names}


def _lines(said: str, face: Lettering, plates: _Plates, room: float) -> list[str]:
    """The line cut into such as have room, between its parts where that is possible, and nothing lost."""
    lines: list[str] = []
    line = ""
    for part in said.split(_BETWEEN):
        joined = line + _BETWEEN + part if line else part
        if _width(joined, face, plates) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = ""
        for char in part:
            if line and _width(line + char, face, plates) > room:
                lines.append(line)
                line = ""
            line += char
    return [*lines, line]


def _width(line: str, face: Lettering, plates: _Plates) -> float:
    return face.width("".join(name for char in line for name, _ in plates.get(char, ((char, BLACK),))), _SIZE_PT)


def _set(line: str, face: Lettering, plates: _Plates, x: float, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    pieces: list[tuple[str, Ink]] = []
    for char in line:
        if char in plates:
            pieces += plates[char]
        elif pieces and pieces[-1][1] is REGISTRATION:
            pieces[-1] = (pieces[-1][0] + char, REGISTRATION)
        else:
            pieces.append((char, REGISTRATION))
    for piece, ink in pieces:
        shapes += face.shapes(piece, x, y, _SIZE_PT, ink)
        x += face.width(piece, _SIZE_PT)
    return shapes
