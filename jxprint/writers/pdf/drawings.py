"""Drawings as path operators in forms of their own (ISO 32000-1, 8.5; gradients 8.7.4, transparency 11.6)."""

from __future__ import annotations

import zlib
from itertools import pairwise
from math import hypot, isclose

from jxprint.artwork import Clip, Colour, Commands, Drawing, Gradient, Group, Matrix, Paint, Path, Stroke, times
from jxprint.writers.pdf.numbers import decimal, decimals
from jxprint.writers.pdf.seam import File

_LEVEL = 6
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
# Two stops at one offset stand this far apart: bounds of a function have to rise.
_APART = 1e-5


def write_drawing(file: File, drawing: Drawing) -> int:
    """The form of a drawing; gives its number."""
    return _Form(file, drawing).write(drawing.group, isolated=drawing.group.opacity < 1)


class _Form:
    """The operators of one form and the resources that they name."""

    def __init__(self, file: File, drawing: Drawing) -> None:
        self._file = file
        self._drawing = drawing
        self._flip: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, drawing.height)
        self._out: list[str] = []
        self._states: dict[bytes, int] = {}
        self._patterns: list[int] = []
        self._forms: list[int] = []

    def write(self, group: Group, isolated: bool = False) -> int:
        """The form of a group's items; an `isolated` one is a transparency group that is let through as a whole."""
        if isolated:
            self._group(group)
        else:
            self._items(group)
        data = "\n".join(self._out).encode("ascii")
        box = decimals(0, 0, self._drawing.width, self._drawing.height).encode("ascii")
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Group<</S/Transparency>>/Resources<<%b>>/Filter/FlateDecode"
        return self._file.stream(entries % (box, self._resources()), zlib.compress(data, _LEVEL))

    def _resources(self) -> bytes:
        states = b"".join(b"/G%d<<%b>>" % (number, entries) for entries, number in self._states.items())
        parts = [b"/ExtGState<<%b>>" % states] if states else []
        for kind, letter, numbers in ((b"Pattern", b"P", self._patterns), (b"XObject", b"X", self._forms)):
            if numbers:
                named = b"".join(b"/%b%d %d 0 R" % (letter, at, number) for at, number in enumerate(numbers))
                parts.append(b"/%b<<%b>>" % (kind, named))
        return b"".join(parts)

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
            number = _Form(self._file, self._drawing).write(Group(group.items))
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
        even = is_even(path.matrix)
        self._out.append("q")
        self._opacity(path.opacity if path.fill else 1.0, stroke.opacity if stroke else 1.0)
        if path.fill is not None:
            self._paint(path.fill, path.matrix, "cs", "scn")
        if stroke is not None:
            self._paint(stroke.paint, path.matrix, "CS", "SCN")
        # A stroke that is not as wide one way as another is drawn under the matrix that makes it so.
        skewed = stroke is not None and not even
        if skewed:
            self._out.append(f"{fine(*times(path.matrix, self._flip))} cm")
        outline = self._skewed(path.commands) if skewed else self._outline(path.commands, path.matrix)
        if stroke is not None:
            self._line(stroke, 1.0 if skewed else hypot(path.matrix[0], path.matrix[1]))
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
        if isinstance(paint, Gradient):
            self._out.append(f"/Pattern {space} /P{len(self._patterns)} {colour}")
            self._patterns.append(self._pattern(paint, matrix))
        elif paint.is_grey:
            # Greys are black ink alone: four inks on newsprint would not stand on one another.
            self._out.append(f"{decimals(0, 0, 0, 1 - paint.red)} {'k' if colour == 'scn' else 'K'}")
        else:
            amounts = decimals(paint.red, paint.green, paint.blue)
            self._out.append(f"{amounts} {'rg' if colour == 'scn' else 'RG'}")

    def _pattern(self, gradient: Gradient, matrix: Matrix) -> int:
        grey = all(colour.is_grey for _, colour in gradient.stops)
        kind = 2 if gradient.kind == "linear" else 3
        shading = (
            f"/ShadingType {kind}/ColorSpace/{'DeviceGray' if grey else 'DeviceRGB'}/Coords[{fine(*gradient.points)}]"
            f"/Function {_function(list(gradient.stops), grey)}/Extend[true true]"
        )
        whole = times(times(gradient.matrix, matrix), self._flip)
        pattern = f"<</Type/Pattern/PatternType 2/Matrix[{fine(*whole)}]/Shading<<{shading}>>>>"
        return self._file.add(pattern.encode("ascii"))


def _function(stops: list[tuple[float, Colour]], grey: bool) -> str:
    """Colours over [0, 1]: one exponential function between two stops, stitched (7.10.3 and 7.10.4)."""
    if stops[0][0] > 0:
        stops.insert(0, (0.0, stops[0][1]))
    if stops[-1][0] < 1:
        stops.append((1.0, stops[-1][1]))
    pieces = list(pairwise(stops))
    pieces = [pair for pair in pieces if pair[0] != pair[1]] or pieces[:1]
    functions = [
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_amounts(one, grey)}]/C1[{_amounts(two, grey)}]>>"
        for (_, one), (_, two) in pieces
    ]
    if len(functions) == 1:
        return functions[0]
    bounds: list[float] = []
    for _, (offset, _) in pieces[:-1]:
        bounds.append(max(offset, (bounds[-1] if bounds else 0.0) + _APART))
    # What was pushed beyond the end comes back in the same order.
    for at in range(len(bounds) - 1, -1, -1):
        bounds[at] = min(bounds[at], (bounds[at + 1] if at + 1 < len(bounds) else 1.0) - _APART)
    encode = " ".join(["0 1"] * len(functions))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(functions)}]/Bounds[{fine(*bounds)}]/Encode[{encode}]>>"


def _amounts(colour: Colour, grey: bool) -> str:
    return decimal(colour.red) if grey else decimals(colour.red, colour.green, colour.blue)


def is_even(matrix: Matrix) -> bool:
    """Whether a matrix scales both ways alike: a circle stays one."""
    a, b, c, d, _, _ = matrix
    along, across = hypot(a, b), hypot(c, d)
    return isclose(along, across, rel_tol=1e-6) and abs(a * c + b * d) <= 1e-6 * along * across


def fine(*values: float) -> str:
    """Numbers to seven decimals: what is multiplied by them may be large."""
    return " ".join(_trimmed(f"{value:.7f}") for value in values)


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
