"""The sight: what of the page's text paper shows, once the page is drawn.

Readers believe what a file says that it shows. Here pdfium draws the page, and parts of it. Where the page is the same
without its text nobody sees a character, whatever is the cause: something painted over it, a clip, a mask, a layer, an
ink like its ground; it is seen whole where the difference reaches every edge of its own ink. Where the page is another
than the character on its ground, something else is painted there, over it or under it: a rule makes 目 of 日, a dot 太
of 大 (`sight_alone`). What is doubtful in a small picture of the page is looked at again in a large one of its place.
No other reader is asked.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from jxprint.checker.engine_calls import direct, handle
from jxprint.checker.glyphs import Glyph, Oddity
from jxprint.checker.sight_alone import TOUCHED, UNSEEN, blank, held_alone
from jxprint.checker.sight_drawing import Drawing
from jxprint.checker.sight_overlaps import overlapping
from jxprint.checker.sight_pictures import Edges, Inked
from jxprint.geometry import Rect

_TOLD, _SHOWN = 20, 24
# pdfium's number of a character, what that is, its text object and the address of that.
Drawn = tuple[int, Glyph, Any, int]


class Sight:
    """Looks at one page that pdfium has open, and its text."""

    def __init__(self, raw: Any, page: Any, text_page: Any) -> None:
        self._raw, self._page, self._text_page = raw, page, text_page
        self._origin: tuple[float, float] = (0.0, 0.0)
        self._overset: Sequence[Rect] = ()

    def look(
        self, drawn: Iterable[Drawn], origin: tuple[float, float], figures: Set[int], overset: Sequence[Rect] = ()
    ) -> Iterator[Oddity]:
        """What of the page's text is not seen, not whole or not alone, and what stands in other text. `drawn` are the
        characters that pdfium finds, white and what it adds left out; `origin` is the left and top edge of the trim
        box, `figures` marked content whose forms are somebody else's, `overset` where copy may pass the trim.
        """
        self._origin, self._overset = origin, overset
        drawing = Drawing(self._raw, self._page, figures)
        inked = list(self._inked(drawn, drawing))
        said = held_alone(drawing, inked)
        for key in (UNSEEN, TOUCHED):
            yield from self._told(key, [one for one, what in zip(inked, said, strict=True) if what == key])
        yield from self._told("checks.overlapping", overlapping(inked))

    def blank(self, drawn: Iterable[Drawn]) -> list[Glyph]:
        """Characters of anybody's page where paper shows nothing at all: pale and half covered type may be meant. Faces
        that are not in the file are not at hand, and pdfium draws nothing for them.
        """
        drawing = Drawing(self._raw, self._page, frozenset())
        inked = list(self._inked([one for one in drawn if self._is_embedded(one[2])], drawing))
        nothing = blank(drawing, [one.edges for one in inked])
        return [one.glyph for one, is_blank in zip(inked, nothing, strict=True) if is_blank]

    def _is_embedded(self, shown: Any) -> bool:
        font = self._raw.FPDFTextObj_GetFont(shown)
        return bool(font) and self._raw.FPDFFont_GetIsEmbedded(font) == 1

    def _inked(self, drawn: Iterable[Drawn], drawing: Drawing) -> Iterator[Inked]:
        """Characters of the page with the edges of their ink."""
        texts = {ctypes.addressof(one.contents) for one in drawing.texts}
        box_of, characters = direct(self._raw.FPDFText_GetCharBox, ctypes.c_int), handle(self._text_page)
        one = [ctypes.c_double() for _ in range(4)]
        at = [ctypes.byref(each) for each in one]
        for index, glyph, _, address in drawn:
            if address not in texts or not box_of(characters, index, *at):
                continue
            edges = one[0].value, one[2].value, one[1].value, one[3].value
            is_inked = edges[2] > edges[0] and edges[3] > edges[1]
            if is_inked and not (self._overset and self._has_no_room(edges)):
                yield Inked(glyph, edges, (glyph.x + self._origin[0], self._origin[1] - glyph.y))

    def _has_no_room(self, edges: Edges) -> bool:
        left, top = self._origin
        x, y = edges[0] - left, top - edges[3]
        em = 2 * max(edges[2] - edges[0], edges[3] - edges[1])
        return any(one.x - em <= x <= one.right + em and one.y - em <= y <= one.bottom + em for one in self._overset)

    def _told(self, key: str, found: Sequence[Inked]) -> Iterator[Oddity]:
        """What was found, once a piece of marked content."""
        pieces: dict[int | None, list[Inked]] = {}
        for one in found:
            pieces.setdefault(one.glyph.mcid, []).append(one)
        for piece in list(pieces.values())[:_TOLD]:
            text = "".join(one.glyph.text for one in piece)
            args: dict[str, object] = {"text": text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…", "count": len(text)}
            edges = piece[0].edges
            yield Oddity(key, args, (edges[0] - self._origin[0], self._origin[1] - edges[3]))
