"""A linocut as pixels, for a group of pictures: pulled from its paths by Pillow, without grain or noise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

from PIL import Image, ImageDraw

from jxprint.artwork import Colour, Path
from jxprint.intake.svg import read_drawing

# Pixels a point (360 to the inch), drawn larger by this much and made smaller, and how many greys the edges have.
PIXELS, LARGER, GREYS = 5, 4, 4
_STEPS = 6


def pull(svg: str, file: File) -> None:
    """Writes a drawing of black and white paths as a PNG."""
    drawing, faults = read_drawing(svg.encode())
    if drawing is None or faults:
        raise ValueError(faults)
    scale = PIXELS * LARGER
    sheet = Image.new("L", (round(drawing.width * scale), round(drawing.height * scale)), 255)
    pen = ImageDraw.Draw(sheet)
    for item in drawing.group.items:
        if isinstance(item, Path):
            _draw(pen, item, scale)
    small = sheet.resize((sheet.width // LARGER, sheet.height // LARGER), Image.Resampling.BOX)
    step = 255 / (GREYS - 1)
    small.point([round(round(v / step) * step) for v in range(256)]).save(file, optimize=True)


def _draw(pen: ImageDraw.ImageDraw, path: Path, scale: int) -> None:
    a, b, c, d, e, f = path.matrix
    for outline in _outlines(path):
        line = [((a * x + c * y + e) * scale, (b * x + d * y + f) * scale) for x, y in outline]
        if isinstance(path.fill, Colour) and len(line) > 2:
            pen.polygon(line, fill=round(path.fill.red * 255))
        if path.stroke is not None and isinstance(path.stroke.paint, Colour):
            ink, wide = round(path.stroke.paint.red * 255), path.stroke.width * scale
            pen.line(line, fill=ink, width=round(wide))
            for x, y in line:
                pen.ellipse([x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2], fill=ink)


def _outlines(path: Path) -> Iterator[list[tuple[float, float]]]:
    """Each part of a path as points, its curves in short lines."""
    outline: list[tuple[float, float]] = []
    for name, *numbers in path.commands:
        values = [float(value) for value in numbers]
        if name == "M" and outline:
            yield outline
            outline = []
        if name in ("M", "L"):
            outline.append((values[0], values[1]))
        elif name == "C":
            outline += [_bent(outline[-1], values, step / _STEPS) for step in range(1, _STEPS + 1)]
        elif name == "Z":
            outline.append(outline[0])
    yield outline


def _bent(start: tuple[float, float], values: list[float], t: float) -> tuple[float, float]:
    """A point of a cubic curve."""
    shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x = sum(share * value for share, value in zip(shares, (start[0], *values[::2]), strict=True))
    y = sum(share * value for share, value in zip(shares, (start[1], *values[1::2]), strict=True))
    return x, y
