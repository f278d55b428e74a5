"""The graphics state as far as text depends on it, and the fonts of a file."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from jxprint.checker.codes import CodeFont, read_font
from jxprint.intake.matrices import IDENTITY, Box, Matrix
from jxprint.intake.opening import decoded


def upright(box: Any) -> Box:
    """The edges of a PDF rectangle, whichever of its corners it names: left, low, right, high."""
    one, two, three, four = (float(edge) for edge in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


# A spot ink of this name is on no plate, whatever stands for it on a screen (ISO 32000-1, 8.6.6.4).
NO_INK = "/None"


def is_no_ink(space: Any) -> bool:
    """Whether what is painted in a colour space is on no plate."""
    import pikepdf

    if not isinstance(space, pikepdf.Array) or str(space[0]) not in ("/Separation", "/DeviceN"):
        return False
    names = space[1] if isinstance(space[1], pikepdf.Array) else (space[1],)
    return all(str(one) == NO_INK for one in names)


class Contour(Struct, gc=False):
    """A contour of a path: the upright rectangle around it (the page's own space), and its steps, lines and curves."""

    box: Box
    steps: int = 0


class TextState(Struct):
    """The part of the graphics state that text depends on (ISO 32000-1, 8.4, 9.3); the path is the one under way.

    `panels` are the rectangles that were filled so far and whether darkly, in the page's own space: all states of
    a page share them, and `strays`, what is painted and is neither text nor a rule, by what it is called, and `pieces`,
    short contours that are painted. `contours` are those of the path. `clip` is the rectangle around the clip, which
    `is_shaped` where it may be less than that.
    """

    ctm: Matrix = IDENTITY
    font: CodeFont | None = None
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill_space: str = "/DeviceGray"
    stroke_space: str = "/DeviceGray"
    white_fill: bool = False
    white_stroke: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = ""
    pen: float = 1.0
    is_dashed: bool = False
    clip: Box | None = None
    path: Box | None = None
    clips: bool = False
    is_shaped: bool = False
    is_masked: bool = False
    is_overprinting: bool = False
    dark_fill: bool = True
    is_rectangle: bool = False
    panels: list[tuple[Box, bool]] = field(default_factory=list)
    strays: list[tuple[str, Box]] = field(default_factory=list)
    contours: list[Contour] = field(default_factory=list)
    pieces: list[Contour] = field(default_factory=list)


class Fonts(Struct):
    """Fonts of a file, read once each, by their objects; one that stands in its resources itself has a number below 0,
    by what it says.
    """

    file: str
    known: dict[tuple[int, int], CodeFont] = field(default_factory=dict)
    _direct: dict[bytes, tuple[int, int]] = field(default_factory=dict)

    def read(self, font: Any) -> CodeFont:
        """The font of a dictionary."""
        key = font.objgen
        if key == (0, 0):
            key = self._direct.setdefault(font.unparse(), (-1 - len(self._direct), 0))
        if key not in self.known:
            self._bound(font)
            self.known[key] = read_font(font, self.file)
        return self.known[key]

    def _bound(self, font: Any) -> None:
        """Refuse a font program that is larger than is safe, before another reader unfolds it."""
        for described in (font, *font.get("/DescendantFonts", ())):
            descriptor = described.get("/FontDescriptor", {})
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in descriptor:
                    decoded(descriptor[key], self.file)
