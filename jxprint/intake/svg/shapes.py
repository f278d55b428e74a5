"""One shape: its outline filled, stroked and marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jxprint.artwork import Colour, Matrix, Paint, Path, Stroke, times
from jxprint.intake.svg.bodies import marked
from jxprint.intake.svg.boxes import Box, box_of, moved
from jxprint.intake.svg.context import Context, Item
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import PT_PER_PX, bounded, share
from jxprint.intake.svg.outlines import shape_of
from jxprint.intake.svg.paints import Paints
from jxprint.intake.svg.strokes import is_stroked_first, stroke_of

# What is scaled to nothing is not drawn (SVG 1.1, 7.4).
_FLAT = 1e-12
_PIXELS: Matrix = (PT_PER_PX, 0.0, 0.0, PT_PER_PX, 0.0, 0.0)
_TO_PIXELS: Matrix = (1 / PT_PER_PX, 0.0, 0.0, 1 / PT_PER_PX, 0.0, 0.0)


class Shapes:
    """Draws shapes."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._paints = Paints(context)

    def shape(self, element: Element, given: Mapping[str, str], matrix: Matrix) -> Iterator[Item]:
        """A shape with its markers. Raises ValueError for what means nothing."""
        commands = shape_of(element.name, element.attributes, self._context.view)
        self._context.bounds.outline(len(commands))
        for value in matrix:
            bounded(value)
        if not commands or abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < _FLAT:
            return
        box = box_of(commands)
        fill, opacity = self._paint("fill", given, box, element)
        opacity *= share(given["fill-opacity"])
        if element.name == "line" or opacity == 0:
            fill = None
        stroke = self._stroke(given, box, element)
        whole = Path(commands, matrix, fill, given["fill-rule"] == "evenodd", opacity, stroke)
        yield from self._layers(whole, given, element)
        yield from marked(self._context, element, given, commands, matrix)

    def _layers(self, whole: Path, given: Mapping[str, str], element: Element) -> Iterator[Path]:
        """Fill and stroke, as one path or, where one of them is a case of its own, as two."""
        fill, stroke = replace(whole, stroke=None), replace(whole, fill=None, even_odd=False, opacity=1.0)
        if whole.stroke is not None and given["vector-effect"] == "non-scaling-stroke":
            stroke = replace(stroke, commands=moved(whole.commands, times(whole.matrix, _TO_PIXELS)), matrix=_PIXELS)
            if not isinstance(whole.stroke.paint, Colour):
                self._context.faults.add("page.svg_undrawn", element.line, what="vector-effect")
        elif given["vector-effect"] not in ("none", "non-scaling-stroke"):
            self._context.faults.add("page.svg_undrawn", element.line, what="vector-effect")
        elif whole.fill is None or whole.stroke is None or not is_stroked_first(given["paint-order"]):
            yield from (whole,) if whole.fill is not None or whole.stroke is not None else ()
            return
        layers = (stroke, fill) if is_stroked_first(given["paint-order"]) else (fill, stroke)
        yield from (one for one in layers if one.fill is not None or one.stroke is not None)

    def _paint(self, kind: str, given: Mapping[str, str], box: Box, element: Element) -> tuple[Paint | None, float]:
        return self._paints.paint(self._context.around.get(given[kind], given[kind]), given, box, element.line)

    def _stroke(self, given: Mapping[str, str], box: Box, element: Element) -> Stroke | None:
        paint, seen = self._paint("stroke", given, box, element)
        return None if paint is None else stroke_of(given, self._context.view, paint, seen)
