"""How large a drawing is, and where its view box stands in it (SVG 1.1, 7.7 and 7.8)."""

from __future__ import annotations

import re

from msgspec import Struct

from jxprint.artwork import Commands, Matrix
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import PT_PER_PX, length, numbers

# Five metres, in points: no sheet comes near it.
_LONGEST = 14_200.0
# Signs for web pages are as high as the type around them, which is 16 px where nobody says so.
_EM = re.compile(r"([\d.]+)\s*r?em", re.I)
_EM_PX = 16.0
_ALIGNED = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


class Viewport(Struct, frozen=True):
    """Width and height in points, the matrix from user units to points, and the view's width and height, which
    percentages are of.
    """

    width: float
    height: float
    matrix: Matrix
    view: tuple[float, float]


def viewport(root: Element, faults: Faults) -> Viewport | None:
    """The viewport of a file, None where it has no size."""
    given = root.attributes
    try:
        box = numbers(given["viewBox"]) if "viewBox" in given else None
        if box is not None and len(box) != 4:
            raise ValueError(given["viewBox"])
        width, height = _side(given.get("width")), _side(given.get("height"))
        fitting = given.get("preserveAspectRatio", "")
    except ValueError as wrong:
        faults.add("page.svg_no_value", root.line, what=str(wrong))
        return None
    if box is None:
        if width is None or height is None:
            faults.add("page.svg_no_size", root.line)
            return None
        box = [0.0, 0.0, width, height]
    if min(box[2:]) > 0:
        shape = box[2] / box[3]
        width = width if width is not None else box[2] if height is None else height * shape
        height = height if height is not None else width / shape
    if min(box[2:]) <= 0 or width is None or height is None or min(width, height) <= 0:
        faults.add("page.svg_no_size", root.line)
        return None
    points = width * PT_PER_PX, height * PT_PER_PX
    if max(points) > _LONGEST or min(points) < 0.01:
        faults.add("page.svg_too_large", root.line, what=f"{points[0]:.2f} × {points[1]:.2f} pt", most="5 m")
        return None
    return Viewport(*points, fitted(box, points, fitting), (box[2], box[3]))


class Nested(Struct, frozen=True):
    """A viewport within a drawing: the matrix from its user units to those around it, its edge there, and the width and
    height of its view.
    """

    matrix: Matrix
    outline: Commands
    view: tuple[float, float]


def nested(element: Element, view: tuple[float, float]) -> Nested | None:
    """The viewport of an `svg` or `symbol` in a view so wide and high; None where it has no extent. Raises ValueError
    for what is no length.
    """
    given = element.attributes
    x, y, width, height = (
        length(given.get(key, usual).replace("auto", usual), of)
        for key, usual, of in zip(
            ("x", "y", "width", "height"), ("0", "0", "100%", "100%"), (*view, *view), strict=True
        )
    )
    box = numbers(given["viewBox"]) if "viewBox" in given else [0.0, 0.0, width, height]
    if len(box) != 4 or min(*box[2:], width, height) < 0:
        raise ValueError(given.get("viewBox", "width, height"))
    if not min(*box[2:], width, height):
        return None
    a, b, c, d, e, f = fitted(box, (width, height), given.get("preserveAspectRatio", ""))
    edge = (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))
    return Nested((a, b, c, d, e + x, f + y), edge, (box[2], box[3]))


def _side(text: str | None) -> float | None:
    """A side in user units; None where it is left open."""
    if text is None or text.strip() == "auto" or text.strip().endswith("%"):
        return None
    match = _EM.fullmatch(text.strip())
    return length(match[1]) * _EM_PX if match else length(text)


def fitted(box: list[float], size: tuple[float, float], fitting: str) -> Matrix:
    """The matrix that fits a view box into a size, as `preserveAspectRatio` says."""
    x, y, width, height = box
    words = fitting.split()
    across, down = size[0] / width, size[1] / height
    align = words[0] if words else "xMidYMid"
    if align != "none":
        across = down = (max if "slice" in words else min)(across, down)
    left = (size[0] - width * across) * _ALIGNED.get(align[1:4], 0.5) if align != "none" else 0.0
    top = (size[1] - height * down) * _ALIGNED.get(align[5:8], 0.5) if align != "none" else 0.0
    return (across, 0.0, 0.0, down, left - x * across, top - y * down)
