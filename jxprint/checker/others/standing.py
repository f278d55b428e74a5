"""How the text of a stranger's page stands: what is seen of it, by how much it is turned, and what is said instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import atan2, cos, pi, sin
from typing import Any

from jxprint.checker.codes import CodeFont
from jxprint.checker.glyphs import Glyph, Oddity
from jxprint.checker.graphics import TextState
from jxprint.checker.marks import Marks
from jxprint.checker.others.columns import Column, columns_of
from jxprint.checker.others.forged import said_instead
from jxprint.intake.opening import MALFORMED

_TOLD = 20_000  # An angle, and the glyphs of a string that stands at it.
Turned = tuple[float, Sequence[Glyph]]


class PageMarks(Marks):
    """Keeps what cannot be seen, and by how much what is turned a little is turned (radians, counterclockwise)."""

    # Type is made bolder with pens of up to a twentieth of its size; what is wider fills its white.
    widest_pen = 10

    def __init__(self, glyphs: list[Glyph]) -> None:
        super().__init__(glyphs)
        self.hidden: list[Glyph] = []
        self.turned: list[Turned] = []
        self.turns: Counter[int] = Counter()
        self._string: list[Glyph] = []
        self._said: list[tuple[int, list[tuple[str, str]]]] = []

    def begin(self, tag: str, properties: Any) -> None:
        """BMC or BDC; what it says instead of its content is kept."""
        keys = ("/Alt", "/E") if tag != "/Figure" else ("/E",)
        said = [(key.lstrip("/"), str(properties[key])) for key in keys if key in properties]
        if tag == "/ReversedChars":
            said.append(("ReversedChars", "…"))
        # What is an artifact is no content of any element, whatever number it has (ISO 32000-1, 14.8.2.2).
        super().begin(tag, {} if tag == "/Artifact" else properties)
        self._said.append((len(self._glyphs), said))

    def end(self) -> None:
        """EMC."""
        if self._said:
            start, said = self._said.pop()
            for key, text in said:
                for oddity in said_instead(key, text, self._glyphs[start:]):
                    self._tell(oddity)
        super().end()

    def show(self, glyph: Glyph, font: CodeFont, code: int, visible: bool, white: bool) -> None:
        """A shown glyph."""
        if not visible:
            self.hidden.append(glyph)
        else:
            self._string.append(glyph)
        super().show(glyph, font, code, visible, white)

    def look_of(
        self, glyphs: Sequence[Glyph], by: tuple[float, float, float, float], across: float, state: TextState
    ) -> None:
        """How a string stands; which glyphs are its own is counted here."""
        string, self._string = self._string, []
        a, b, c, d = by
        self.turns[round(atan2(b, a) / (pi / 2)) % 4] += len(string)
        if string and a * d - b * c > 0 and 0 < abs(b) < abs(a) and a > 0:
            self.turned.append((atan2(b, a), string))
        super().look_of(string, by, across, state)

    def show_in_part(self, glyphs: Sequence[Glyph], partial: bool) -> None:
        """Any program clips what it shows, and some paint type in patterns."""

    def _tell(self, oddity: Oddity) -> None:
        if len(self.oddities) < _TOLD:  # ActualText is counted: more than of a page of ours is told
            self.oddities.append(oddity)


def crop(page: Any, glyphs: list[Glyph], hidden: list[Glyph], origin: tuple[float, float]) -> None:
    """Take out what stands outside of what readers show and printers print of a page (ISO 32000-1, 14.11.2)."""
    try:
        edges = [[float(edge) for edge in box] for box in (page.mediabox, page.cropbox)]
    except MALFORMED:
        return
    left, right = max(min(one[0], one[2]) for one in edges), min(max(one[0], one[2]) for one in edges)
    low, high = max(min(one[1], one[3]) for one in edges), min(max(one[1], one[3]) for one in edges)
    kept: list[Glyph] = []
    for glyph in glyphs:
        x, y = glyph.x + origin[0], origin[1] - glyph.y
        is_in = left - glyph.size <= x <= right + glyph.size and low - glyph.size <= y <= high + glyph.size
        (kept if is_in else hidden).append(glyph)
    glyphs[:] = kept


def upright(glyphs: Sequence[Glyph], turned: Sequence[Turned]) -> list[Column]:
    """The columns of a page, those that are turned a little as if they were not."""
    places = [(glyph, glyph.x, glyph.y) for _, string in turned for glyph in string]
    for angle, string in turned:
        for glyph in string:
            along, up = glyph.x, -glyph.y
            glyph.x, glyph.y = along * cos(angle) + up * sin(angle), along * sin(angle) - up * cos(angle)
    try:
        return columns_of(glyphs)
    finally:
        for glyph, x, y in places:
            glyph.x, glyph.y = x, y
