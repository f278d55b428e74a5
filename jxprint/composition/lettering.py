"""Words beside the copy, on a proof and on a press sheet: a small Hei in outlines, so that no reader takes them for
copy.
"""

from __future__ import annotations

from typing import Literal

from jxprint.composition.lines.outlines import outlined
from jxprint.fonts import Face, Library
from jxprint.ink import Ink
from jxprint.placed import Shape

Align = Literal["left", "centre", "right"]
_MORE = "…"


class Lettering:
    """Sets words on one line, glyph by glyph, by each glyph's own width; a character that no face has is left out."""

    def __init__(self, library: Library) -> None:
        self._chain = library.chain("hei")

    def width(self, text: str, size: float) -> float:
        """How long some words are, in points."""
        return sum(advance for _, _, advance in self._glyphs(text)) * size

    def lacking(self, text: str) -> str:
        """Its characters that no face has, each once."""
        return "".join(dict.fromkeys(char for char in text if self._chain.glyph(char) is None))

    def fitted(self, text: str, size: float, room: float) -> str:
        """The words, or as many of them as the room (points) has, with an ellipsis."""
        if self.width(text, size) <= room:
            return text
        while text and self.width(text + _MORE, size) > room:
            text = text[:-1]
        return text.rstrip() + _MORE if text else ""

    def shapes(self, text: str, x: float, y: float, size: float, ink: Ink, align: Align = "left") -> list[Shape]:
        """The words on the baseline `y`: from `x` on, about it or up to it."""
        glyphs = self._glyphs(text)
        pen = x - {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * self.width(text, size)
        shapes: list[Shape] = []
        for face, glyph, advance in glyphs:
            shapes += outlined(face, ((glyph, pen),), y, size, ink)
            pen += advance * size
        return shapes

    def _glyphs(self, text: str) -> list[tuple[Face, int, float]]:
        found = [self._chain.glyph(char) for char in text]
        return [one for one in found if one is not None]
