"""SVG files as drawings: static paths and nothing else (of SVG 1.1). What cannot be drawn is told, never left out.

Read are groups, basic shapes, paths, `use`, clip paths, solid colours, gradients, opacity and simple style sheets.
Text is refused: its face stays in the drawing office, and another one would be another drawing.
"""

from __future__ import annotations

from jxprint.artwork import Drawing
from jxprint.intake.svg.faults import Faults

__all__ = ["read_drawing"]


def read_drawing(data: bytes) -> tuple[Drawing | None, list[tuple[str, dict[str, object]]]]:
    """The drawing, and what is wrong with it: keys of messages, with the line in the file and what else they say.
    None where something is.
    """
    from jxprint.intake.svg.markup import parse

    faults = Faults()
    root = parse(data, faults)
    if root is None:
        return None, faults.in_order
    from jxprint.intake.svg.drawing import drawn

    drawing = drawn(root, faults)
    return (None if faults.found else drawing), faults.in_order
