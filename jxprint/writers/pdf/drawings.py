"""Drawings as path operators in forms of their own (ISO 32000-1, 8.5; gradients 8.7.4, transparency 11.6)."""

from __future__ import annotations

import zlib
from math import hypot, isclose

from msgspec.structs import replace

from jxprint.artwork import (
    Clip,
    Colour,
    Commands,
    Drawing,
    Gradient,
    Group,
    Matrix,
    Paint,
    Path,
    Stroke,
    Tiling,
    times,
)
from jxprint.writers.pdf.lights import Lights
from jxprint.writers.pdf.numbers import decimal, decimals, fine
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.shadings import fades, shading

_LEVEL = 6
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def write_drawing(file: File, drawing: Drawing) -> int:
    """The form of a drawing; gives its number."""
    flip: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, drawing.height)
    form = _Form(file, (0.0, 0.0, drawing.width, drawing.height), flip)
    return form.write(drawing.group, isolated=drawing.group.opacity < 1)


class _Form:
    """The operators of one form or tile and the resources that they name; `flip` leads to its space, in which it has a
    box (left, low, right, high).
    """

    def __init__(self, file: File, box: tuple[float, float, float, float], flip: Matrix) -> None:
        self._file = file
        self._lights = Lights(file)
        self._box = box
        self._flip = flip
        self._out: list[str] = []
        self._states: dict[bytes, int] = {}
        self._patterns: dict[tuple[Paint, Matrix], int] = {}
        self._forms: list[int] = []

    def write(self, group: Group, isolated: bool = False) -> int:
        """The form of a group's items; an `isolated` one is a transparency group that is let through as a whole."""
        if isolated:
            self._group(group)
        else:
            self._items(group)
        # PDF/X-1a knows no transparency, not even where nothing comes of it.
        blending = b"/Group<</S/Transparency>>" if self._file.manner.profile.transparent else b""
        return self._stream(b"/Type/XObject/Subtype/Form" + blending)

    def tile(self, items: tuple[Path | Group, ...], matrix: Matrix) -> int:
        """A pattern of which the form is one tile (8.7.3.1)."""
        self._items(Group(items))
        left, low, right, high = self._box
        steps = f"/XStep {fine(right - left)}/YStep {fine(high - low)}/Matrix[{fine(*matrix)}]".encode("ascii")
        return self._stream(b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1" + steps)

    def _stream(self, entries: bytes) -> int:
        data = "\n".join(self._out).encode("ascii")
        box = decimals(*self._box).encode("ascii")
        entries += b"/BBox[%b]/Resources<<%b>>/Filter/FlateDecode" % (box, self._resources())
        return self._file.stream(entries, zlib.compress(data, _LEVEL))

    def _resources(self) -> bytes:
        states = b"".join(b"/G%d<<%b>>" % (number, entries) for entries, number in self._states.items())
        parts = [b"/ExtGState<<%b>>" % states] if states else []
        patterns = [self._pattern(paint, matrix) for paint, matrix in self._patterns]
        for kind, letter, numbers in ((b"Pattern", b"P", patterns), (b"XObject", b"X", self._forms)):
            if numbers:
                named = b"".join(b"/%b%d %d 0 R" % (letter, at, number) for at, number in enumerate(numbers))
                parts.append(b"/%b<<%b>>" % (kind, named))
        return b"".join(parts) + self._lights.resources()

    def _items(self, group: Group) -> None:
        for item in group.items:
            if isinstance(item, Path):
                self._path(item)
            else:
                self._group(item)

    def _group(self, group: Group) -> None:
        self._out.append("q")
        if group.clip is not None:
            self._clip(group.clip)
        if group.opacity < 1:
            self._opacity(group.opacity, group.opacity)
            number = _Form(self._file, self._box, self._flip).write(Group(group.items))
            self._out.append(f"/X{len(self._forms)} Do")
            self._forms.append(number)
        else:
            self._items(group)
        self._out.append("Q")

    def _clip(self, clip: Clip) -> None:
        drawn = [outline for matrix, commands in clip.outlines if (outline := self._outline(commands, matrix))]
        self._out.append(f"{' '.join(drawn) or '0 0 0 0 re'} {'W*' if clip.even_odd else 'W'} n")

    def _path(self, path: Path) -> None:
        stroke = path.stroke
        if path.fill is not None and stroke is not None and (fades(path.fill) or fades(stroke.paint)):
            self._path(replace(path, stroke=None))
            self._path(replace(path, fill=None))
            return
        whole = times(path.matrix, self._flip)
        self._out.append("q")
        self._opacity(path.opacity if path.fill else 1.0, stroke.opacity if stroke else 1.0)
        if path.fill is not None:
            self._paint(path.fill, path.matrix, "cs", "scn")
        if stroke is not None:
            self._paint(stroke.paint, path.matrix, "CS", "SCN")
        # A stroke that is not as wide one way as another is drawn under the matrix that makes it so.
        skewed = stroke is not None and not is_even(whole)
        if skewed:
            self._out.append(f"{fine(*whole)} cm")
        outline = self._skewed(path.commands) if skewed else self._outline(path.commands, path.matrix)
        if stroke is not None:
            self._line(stroke, 1.0 if skewed else hypot(whole[0], whole[1]))
        fill = "f*" if path.even_odd else "f"
        if path.fill is None:
            self._out.append(f"{outline} S")
        elif stroke is None:
            self._out.append(f"{outline} {fill}")
        elif stroke.opacity < 1:
            # One operator for both would let the fill not show through the stroke (11.7.4.4).
            self._out += [f"{outline} {fill}", f"{outline} S"]
        else:
            self._out.append(f"{outline} {'B*' if path.even_odd else 'B'}")
        self._out.append("Q")

    def _outline(self, commands: Commands, matrix: Matrix) -> str:
        a, b, c, d, e, f = times(matrix, self._flip)
        drawn: list[str] = []
        for name, *numbers in commands:
            values = [float(number) for number in numbers]
            points: list[float] = []
            for x, y in zip(values[::2], values[1::2], strict=True):
                points += a * x + c * y + e, b * x + d * y + f
            operator = _OPERATORS[str(name)]
            drawn.append(f"{decimals(*points)} {operator}" if points else operator)
        return " ".join(drawn)

    @staticmethod
    def _skewed(commands: Commands) -> str:
        drawn: list[str] = []
        for name, *numbers in commands:
            operator = _OPERATORS[str(name)]
            drawn.append(f"{fine(*map(float, numbers))} {operator}" if numbers else operator)
        return " ".join(drawn)

    def _line(self, stroke: Stroke, scale: float) -> None:
        dash = " ".join(fine(length * scale) for length in stroke.dash)
        self._out.append(f"{fine(stroke.width * scale)} w {stroke.cap} J {stroke.join} j {decimal(stroke.miter)} M")
        if dash:
            self._out.append(f"[{dash}] {fine(stroke.dash_start * scale)} d")

    def _opacity(self, fill: float, stroke: float) -> None:
        if fill < 1 or stroke < 1:
            entries = f"/ca {decimal(fill)}/CA {decimal(stroke)}".encode("ascii")
            number = self._states.setdefault(entries, len(self._states))
            self._out.append(f"/G{number} gs")

    def _paint(self, paint: Paint, matrix: Matrix, space: str, colour: str) -> None:
        if isinstance(paint, (Gradient, Tiling)):
            if fades(paint):
                self._fade(paint, matrix)
            known = self._patterns.setdefault((paint, matrix), len(self._patterns))
            self._out.append(f"/Pattern {space} /P{known} {colour}")
        else:
            self._out.append(self._lights.paint(paint, stroke=colour == "SCN"))

    def _pattern(self, paint: Paint, matrix: Matrix) -> int:
        if isinstance(paint, Tiling):
            return self._tiling(paint, matrix)
        assert isinstance(paint, Gradient)
        whole = times(times(paint.matrix, matrix), self._flip)
        pattern = f"<</Type/Pattern/PatternType 2/Matrix[{fine(*whole)}]/Shading<<{shading(paint, self._lights)}>>>>"
        return self._file.add(pattern.encode("ascii"))

    def _tiling(self, tiling: Tiling, matrix: Matrix) -> int:
        """A tile, in points of its own: its numbers are written with few decimals."""
        whole = times(times(tiling.matrix, matrix), self._flip)
        across, down = hypot(whole[0], whole[1]), hypot(whole[2], whole[3])
        x, y, width, height = tiling.cell
        box = x * across, y * down, (x + width) * across, (y + height) * down
        placed = times((1 / across, 0.0, 0.0, 1 / down, 0.0, 0.0), whole)
        return _Form(self._file, box, (across, 0.0, 0.0, down, 0.0, 0.0)).tile(tiling.items, placed)

    def _fade(self, paint: Paint, matrix: Matrix) -> None:
        """What is painted next shows through as much as a gradient says: a mask of greys (11.6.5.2)."""
        assert isinstance(paint, Gradient)
        greys = tuple(
            (offset, Colour(*3 * (seen,))) for (offset, _), seen in zip(paint.stops, paint.opacities, strict=True)
        )
        whole = times(times(paint.matrix, matrix), self._flip)
        entries = (
            f"/Type/XObject/Subtype/Form/BBox[{decimals(*self._box)}]/Group<</S/Transparency/CS/DeviceGray>>"
            f"/Resources<</Shading<</S <<{shading(replace(paint, stops=greys), self._lights)}>>>>>>"
        )
        number = self._file.stream(entries.encode("ascii"), f"{fine(*whole)} cm /S sh".encode("ascii"))
        mask = b"/SMask<</Type/Mask/S/Luminosity/G %d 0 R>>" % number
        self._out.append(f"/G{self._states.setdefault(mask, len(self._states))} gs")


def is_even(matrix: Matrix) -> bool:
    """Whether a matrix scales both ways alike: a circle stays one."""
    a, b, c, d, _, _ = matrix
    along, across = hypot(a, b), hypot(c, d)
    return isclose(along, across, rel_tol=1e-6) and abs(a * c + b * d) <= 1e-6 * along * across
