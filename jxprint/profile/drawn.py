"""Drawings on a placed page as a press prints them: how thin their lines are, and which inks its profile makes of their
colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import hypot

from jxprint.artwork import Colour, Commands, Drawing, Group, Matrix, Path, times
from jxprint.errors import Finding
from jxprint.geometry import Rect, around
from jxprint.placed import PlacedPicture
from jxprint.profile import sheet
from jxprint.profile.telling import Teller

# Inks that a press's profile makes of a colour, from 0 to 1, black last.
Inks = Callable[[Colour], tuple[float, ...]]
_LEAST = 0.004


def unmet_drawing(teller: Teller, picture: PlacedPicture, part: str, inks: Inks) -> Iterator[Finding]:
    """What a press does not print well of a drawing's lines and colours, each once a part."""
    drawing = picture.artwork
    if not isinstance(drawing, Drawing):
        return
    frame, crop = picture.frame, picture.crop or Rect(0, 0, 1, 1)
    scale = frame.width / crop.width / drawing.width
    left, top = frame.x - crop.x * drawing.width * scale, frame.y - crop.y * frame.height / crop.height
    yield from _Lines(teller, part, inks).group(drawing.group, (scale, 0.0, 0.0, scale, left, top), frame)


class _Lines:
    """Looks at the paths of one drawing; matrices lead to the page, views are what of it is seen."""

    def __init__(self, teller: Teller, part: str, inks: Inks) -> None:
        self._teller, self._part, self._inks = teller, part, inks
        # What was said of a kind is not said again; most drawings have a thousand paths in a few colours.
        self._rich: dict[Colour, bool] = {}

    def group(self, group: Group, to_page: Matrix, view: Rect) -> Iterator[Finding]:
        """Everything in a group, within its clip."""
        if group.clip is not None:
            held = [_box(commands, times(matrix, to_page)) for matrix, commands in group.clip.outlines]
            boxes = [box for box in held if box is not None]
            if not boxes:
                return
            view = _shared(view, around(boxes))
        for item in group.items:
            yield from self.group(item, to_page, view) if isinstance(item, Group) else self._path(item, to_page, view)

    def _path(self, path: Path, to_page: Matrix, view: Rect) -> Iterator[Finding]:
        whole = times(path.matrix, to_page)
        found: list[tuple[str, dict[str, object]]] = []
        stroke = path.stroke
        if stroke is not None:
            width = round(stroke.width * min(hypot(whole[0], whole[1]), hypot(whole[2], whole[3])), 3)
            colour = stroke.paint if isinstance(stroke.paint, Colour) else None
            if width < sheet.HAIRLINE_PT - sheet.PT_ROUNDING:
                found.append(("profile.hairline", {"width": width, "least": sheet.HAIRLINE_PT}))
            elif width < sheet.THIN_PT - sheet.PT_ROUNDING and colour is not None and self._is_built(colour):
                args = {"width": width, "least": sheet.THIN_PT, "ink": _said(self._inks(colour))}
                found.append(("profile.thin", args))
            elif colour is not None and self._is_rich(colour):
                found.append(("profile.rich_shape", {"ink": _said(self._inks(colour))}))
        if isinstance(path.fill, Colour) and self._is_rich(path.fill):
            found.append(("profile.rich_shape", {"ink": _said(self._inks(path.fill))}))
        if not found or (box := _box(path.commands, whole)) is None:
            return
        seen = _shared(box, view)
        if seen.width >= 0 and seen.height >= 0:
            for key, args in found:
                yield from self._teller.once(key, self._part, (seen.x, seen.y), "warning", **args)

    def _is_built(self, colour: Colour) -> bool:
        return sum(ink > _LEAST for ink in self._inks(colour)) > 1

    def _is_rich(self, colour: Colour) -> bool:
        if colour not in self._rich:
            *others, black = self._inks(colour)
            self._rich[colour] = black >= sheet.DEEP_BLACK - sheet.PT_ROUNDING and max(others) > 0
        return self._rich[colour]


def _said(inks: tuple[float, ...]) -> str:
    return " ".join(f"{name} {100 * ink:.0f}" for name, ink in zip("CMYK", inks, strict=True))


def _box(commands: Commands, by: Matrix) -> Rect | None:
    """The smallest rectangle that holds an outline where a matrix leads to, with the points that steer its curves."""
    a, b, c, d, e, f = by
    xs: list[float] = []
    ys: list[float] = []
    for _, *numbers in commands:
        values = [float(number) for number in numbers]
        for x, y in zip(values[::2], values[1::2], strict=True):
            xs.append(a * x + c * y + e)
            ys.append(b * x + d * y + f)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None


def _shared(one: Rect, two: Rect) -> Rect:
    left, top = max(one.x, two.x), max(one.y, two.y)
    return Rect(left, top, min(one.right, two.right) - left, min(one.bottom, two.bottom) - top)
