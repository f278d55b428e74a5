"""What the drawn photographs share: noise, shapes, light, and the look of a print."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

Size = tuple[int, int]
Points = Sequence[tuple[float, float]]


def noise(size: Size, cell: tuple[float, float], seed: int) -> Image.Image:
    """Smooth noise whose lumps are `cell` pixels wide and deep."""
    width, height = max(2, round(size[0] / cell[0])), max(2, round(size[1] / cell[1]))
    raw = Image.frombytes("L", (width, height), Random(seed).randbytes(width * height))
    return raw.resize(size, Image.Resampling.BICUBIC)


def clouds(size: Size, cell: tuple[float, float], seed: int, octaves: int = 5) -> Image.Image:
    """Noise upon finer noise, as clouds and rock have it."""
    made = noise(size, cell, seed)
    for octave in range(1, octaves):
        finer = noise(size, (cell[0] / 2**octave, cell[1] / 2**octave), seed + octave)
        made = Image.blend(made, finer, 0.4 * 0.72**octave)
    return ImageOps.autocontrast(made, cutoff=1)


def ramp(size: Size, stops: Sequence[tuple[float, float]]) -> Image.Image:
    """Grey from the head down: pairs of share of the depth and tone."""
    column = Image.new("L", (1, size[1]))
    for y in range(size[1]):
        share = y / max(1, size[1] - 1)
        at = max(i for i in range(len(stops) - 1) if stops[i][0] <= share or i == 0)
        (a, low), (b, high) = stops[at], stops[at + 1]
        column.putpixel((0, y), round(low + (high - low) * min(1.0, max(0.0, (share - a) / (b - a)))))
    return column.resize(size)


def mix(below: Image.Image, above: Image.Image, share: float) -> Image.Image:
    """`above` adds to or takes from `below`, its middle grey leaving it as it is."""
    half = above.point([round(128 + (v - 128) * share) for v in range(256)])
    return ImageChops.add(below, half, 1, -128)


def shape(size: Size, draw: Callable[[ImageDraw.ImageDraw], None], blur: float = 0.7) -> Image.Image:
    """A mask of what `draw` draws."""
    mask = Image.new("L", size, 0)
    draw(ImageDraw.Draw(mask))
    return mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask


def polygon(size: Size, points: Points, blur: float = 0.7) -> Image.Image:
    """A mask of one polygon."""
    return shape(size, lambda pen: pen.polygon(list(points), fill=255), blur)


def stroke(size: Size, points: Points, width: int, tone: int = 255, blur: float = 0.7) -> Image.Image:
    """A mask of one line."""
    return shape(size, lambda pen: pen.line(list(points), fill=tone, width=width, joint="curve"), blur)


def oval(size: Size, box: tuple[float, float, float, float], blur: float = 0.7) -> Image.Image:
    """A mask of an ellipse."""
    return shape(size, lambda pen: pen.ellipse(box, fill=255), blur)


def oblong(size: Size, box: tuple[float, float, float, float], blur: float = 0.7) -> Image.Image:
    """A mask of a rectangle."""
    return shape(size, lambda pen: pen.rectangle(box, fill=255), blur)


def paint(picture: Image.Image, tone: int | Image.Image, mask: Image.Image) -> None:
    """Puts a tone, or a texture, where the mask is."""
    picture.paste(tone if isinstance(tone, Image.Image) else Image.new("L", picture.size, tone), (0, 0), mask)


def glow(picture: Image.Image, centre: tuple[float, float], radius: float, strength: float) -> Image.Image:
    """Light about a lamp."""
    spot = ImageOps.invert(Image.radial_gradient("L")).resize((round(radius * 2),) * 2)
    # Light falls off by more than the distance.
    spot = spot.point([round(strength * 255 * (max(0, v - 74) / 181) ** 2.6) for v in range(256)])
    layer = Image.new("L", picture.size, 0)
    layer.paste(spot, (round(centre[0] - radius), round(centre[1] - radius)))
    return ImageChops.add(picture, layer)


def printed(picture: Image.Image, seed: int, grain: float = 0.16) -> Image.Image:
    """Lens, film and paper: soft corners, grain, an S-shaped tone curve."""
    size = picture.size
    corners = Image.radial_gradient("L").resize(size).point([255 - max(0, v - 110) // 4 for v in range(256)])
    picture = ImageChops.multiply(picture.filter(ImageFilter.GaussianBlur(0.8)), corners)
    picture = mix(picture, noise(size, (1.6, 1.6), seed), grain)
    curve = [round(255 * (0.5 - 0.5 * math.cos(math.pi * v / 255)) * 0.45 + v * 0.55) for v in range(256)]
    return picture.point([18 + tone * 229 // 255 for tone in curve])


def ridge(start: tuple[float, float], end: tuple[float, float], rough: float, seed: int) -> list[tuple[float, float]]:
    """A broken line of hills, by midpoints moved up and down."""
    random, line = Random(seed), [start, end]
    while len(line) < 130:
        finer = [line[0]]
        for (x, y), (u, v) in pairwise(line):
            finer += [((x + u) / 2, (y + v) / 2 + random.uniform(-rough, rough)), (u, v)]
        line, rough = finer, rough * 0.52
    return line


def water(size: Size, horizon: int, seed: int) -> Image.Image:
    """A sea: ripples that are finer the farther they are."""
    width, height = size
    sea = ramp(size, [(0, 190), (horizon / height, 182), (horizon / height + 0.05, 150), (1, 62)])
    top = horizon
    for band in range(14):
        foot = round(horizon + (height - horizon) * ((band + 1) / 14) ** 1.7)
        depth = max(2, foot - top)
        cell = (14 + band * 11, 1.6 + band * 0.7)
        ripples = Image.blend(
            noise((width, depth), cell, seed + band),
            noise((width, depth), (cell[0] / 3, cell[1] / 1.6), seed + 50 + band),
            0.5,
        )
        strip = mix(sea.crop((0, top, width, top + depth)), ImageOps.autocontrast(ripples), 0.30 + band * 0.012)
        sea.paste(strip, (0, top))
        top = foot
    return sea.filter(ImageFilter.GaussianBlur(0.6))


def person(pen: ImageDraw.ImageDraw, x: float, foot: float, tall: float, fill: int = 255) -> None:
    """Somebody who stands with the back to us."""
    unit = tall / 8
    pen.ellipse([x - unit * 0.55, foot - tall, x + unit * 0.55, foot - tall + unit * 1.25], fill=fill)
    pen.polygon(
        [
            (x - unit * 1.1, foot - tall + unit * 1.7),
            (x - unit * 0.4, foot - tall + unit * 1.15),
            (x + unit * 0.4, foot - tall + unit * 1.15),
            (x + unit * 1.1, foot - tall + unit * 1.7),
            (x + unit * 1.0, foot - tall * 0.42),
            (x + unit * 0.75, foot),
            (x + unit * 0.15, foot),
            (x, foot - tall * 0.36),
            (x - unit * 0.15, foot),
            (x - unit * 0.75, foot),
            (x - unit * 1.0, foot - tall * 0.42),
        ],
        fill=fill,
    )
