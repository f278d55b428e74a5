"""Where a page says which day, issue and page it is: its folio (报眉), and the lines of its nameplate (报头)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.model import Nameplate, Page, Passage
from jxprint.night_desk.dates import Slip
from jxprint.night_desk.marks import Mark


class Dated(Struct, frozen=True):
    """Words about the day, in pieces; `letter` is the nameplate's, empty for the folio. `places` say where words stand
    of a piece that was put together.
    """

    letter: str
    pieces: tuple[Passage, ...]
    places: tuple[tuple[str, Place], ...] = ()

    def mark(self, slip: Slip, box: Rect, which: str) -> Mark:
        """The mark that a slip in these words leaves, at the words themselves."""
        key = "makeup.nameplate_line" if self.letter else ""
        args = {"said": slip.said, "so": slip.so, **({"one": self.letter} if self.letter else {})}
        letters = (self.letter,) if self.letter else ()
        return Mark("folio", letters, box, args, which, key, self._place(slip))

    def _place(self, slip: Slip) -> Place:
        piece = self.pieces[slip.piece]
        return next((at for said, at in self.places if slip.said in said and said in piece.text), piece.place)


def dated_of(page: Page) -> Iterator[Dated]:
    """The folio and the nameplates of a page, as far as they say anything."""
    folio = page.folio
    pieces = tuple(piece for piece in (folio.left, folio.centre, folio.right) if piece is not None)
    if pieces:
        yield Dated("", pieces, folio.places)
    for part in page.parts:
        if isinstance(part, Nameplate) and part.lines:
            yield Dated(part.letter, part.lines)


def folio_area(page: Page) -> Rect:
    """The row of the folio, half a row over the type area, where nobody knows what came to stand on the page."""
    sheet, pitch = page.sheet, page.grid.pitch_pt
    width = sheet.width_pt - sheet.left_pt - sheet.right_pt
    return Rect(sheet.left_pt, sheet.head_pt - 1.5 * pitch, width, pitch)
