"""The slug line (版边信息): which page of which edition this plate is, in which profile, and when it was made.

The clock is never read: there is a time where SOURCE_DATE_EPOCH gives one.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.lettering import Lettering
from jxprint.errors import Finding, Place, ProfileError
from jxprint.ink import BLACK, CYAN, MAGENTA, REGISTRATION, YELLOW, Ink
from jxprint.messages import text
from jxprint.model import Page
from jxprint.placed import PlacedPage, Shape
from jxprint.press.paper import CORNER_PT, MIDDLE_PT, STAND_OFF_PT

_SIZE_PT, _PITCH_PT = 7.0, 9.0
_BETWEEN = "  |  "
_PLATES = {"C": CYAN, "M": MAGENTA, "Y": YELLOW, "K": BLACK}
_PLATE = "\0"  # where the names of the plates stand in the line


class Slug(Struct, frozen=True):
    """What a slug line says, each part left out where it is empty: `pages` with their numbers and sections, `plates` by
    their letters, `epoch` in seconds since 1970 (UTC). `place` is where its words come from.
    """

    edition: str = ""
    pages: str = ""
    plates: str = "CMYK"
    profile: str = ""
    epoch: int | None = None
    place: Place = Place()

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in order."""
        when = "" if self.epoch is None else time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(self.epoch))
        return tuple(part for part in (self.edition, self.pages, self.plates, self.profile, when) if part)


def slug_of(pages: Sequence[Page], edition: str | None, profile: str, epoch: int | None) -> Slug:
    """The slug line of a sheet with some pages, left to right, in the language of the first. A page that is in no
    edition goes by its title.
    """
    language = "zh" if pages[0].language.startswith("zh") else "en"
    said = [_said(page, language) for page in pages if page.numbers or page.section]
    name = edition if edition is not None else " + ".join(dict.fromkeys(page.title for page in pages))
    return Slug(name, " + ".join(said), profile=profile, epoch=epoch, place=Place(file=pages[0].file or None))


def _said(page: Page, language: str) -> str:
    numbers = "-".join(map(str, page.numbers))
    named = text("press.page", language, number=numbers) if numbers else ""
    return f"{named} {page.section}".strip()


def slug_line(page: PlacedPage, face: Lettering, slug: Slug) -> list[Shape]:
    """The line over the head, left of the middle, on two lines where it is long and right of the middle as well. The
    letters of plates stand on their own plates alone. Raises ProfileError where there is no room for it, or no letter.
    """
    said = _BETWEEN.join(replace(slug, plates=_PLATE).parts)
    if lacking := face.lacking(said.replace(_PLATE, slug.plates)):
        codes = " ".join(f"U+{ord(char):04X}" for char in lacking)
        raise ProfileError(Finding("press.no_letter", slug.place, {"text": lacking, "codes": codes}))
    room = page.width / 2 - CORNER_PT - MIDDLE_PT
    lines = _lines(said, face, slug.plates, room)
    if len(lines) > 4:
        args = {"text": said.replace(_PLATE, slug.plates), "size": f"{_SIZE_PT:g}"}
        raise ProfileError(Finding("press.slug_too_long", slug.place, args))
    shapes: list[Shape] = []
    for number, line in enumerate(lines):
        x = CORNER_PT if number < 2 else page.width / 2 + MIDDLE_PT
        y = -page.bleed - STAND_OFF_PT - (min(len(lines), 2) - 1 - number % 2) * _PITCH_PT
        shapes += _set(line, face, slug.plates, x, y)
    return shapes


def _lines(said: str, face: Lettering, plates: str, room: float) -> list[str]:
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


def _width(line: str, face: Lettering, plates: str) -> float:
    return face.width(line.replace(_PLATE, plates), _SIZE_PT)


def _set(line: str, face: Lettering, plates: str, x: float, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    before, mark, behind = line.partition(_PLATE)
    pieces: list[tuple[str, Ink]] = [(before, REGISTRATION)]
    pieces += [(letter, _PLATES.get(letter, REGISTRATION)) for letter in (plates if mark else "")]
    for piece, ink in (*pieces, (behind, REGISTRATION)):
        shapes += face.shapes(piece, x, y, _SIZE_PT, ink)
        x += face.width(piece, _SIZE_PT)
    return shapes
