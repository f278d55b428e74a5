"""Four pictures in the manner of grainy press photographs, drawn by Pillow from shapes, gradients and seeded noise.

`python assets/chaoxun/photographs.py` writes them into the pages of layout/chaoxun. Nothing in them was photographed;
the same script makes the same files with the same Pillow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

PAGES = Path(__file__).resolve().parents[2] / "layout" / "chaoxun"
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
        for (x, y), (u, v) in zip(line, line[1:], strict=False):
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
        ripples = Image.blend(noise((width, depth), cell, seed + band),
                              noise((width, depth), (cell[0] / 3, cell[1] / 1.6), seed + 50 + band), 0.5)
        strip = mix(sea.crop((0, top, width, top + depth)), ImageOps.autocontrast(ripples), 0.30 + band * 0.012)
        sea.paste(strip, (0, top))
        top = foot
    return sea.filter(ImageFilter.GaussianBlur(0.6))


def boat(size: Size, at: tuple[float, float], scale: float, mast: float = 1.0) -> Image.Image:
    """A fishing boat from the side, as a mask: hull, wheelhouse, mast, derrick and stays."""
    x, y = at

    def p(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * scale, y - b * scale) for a, b in pairs]

    def draw(pen: ImageDraw.ImageDraw) -> None:
        pen.polygon(p((-62, 20), (-56, 0), (46, 0), (60, 12), (74, 31), (52, 24), (20, 17), (-30, 16)), fill=255)
        pen.polygon(p((-48, 16), (-48, 44), (-42, 48), (-14, 48), (-10, 40), (-10, 16)), fill=255)
        pen.rectangle([*p((-44, 60))[0], *p((-36, 46))[0]], fill=255)
        line = max(1, round(1.7 * scale))
        pen.line(p((4, 16), (4, 98 * mast)), fill=255, width=line + 1)
        for pair in (((4, 92 * mast), (70, 29)), ((4, 92 * mast), (-60, 20)), ((4, 30), (40, 74)), ((40, 74), (4, 90))):
            pen.line(p(*pair), fill=190, width=max(1, line // 2 + 1))
        pen.polygon(p((4, 96 * mast), (18, 92 * mast), (4, 87 * mast)), fill=255)

    return shape(size, draw, 0.6)


def afloat(picture: Image.Image, at: tuple[float, float], scale: float, tone: int, seed: int) -> None:
    """A boat and its broken image in the water."""
    size, mask = picture.size, boat(picture.size, at, scale)
    image = ImageChops.offset(ImageOps.flip(mask), 0, round(2 * at[1]) - size[1])
    image.paste(0, (0, 0, size[0], round(at[1]) - 1))
    broken = ImageChops.multiply(image.filter(ImageFilter.GaussianBlur(2)),
                                 noise(size, (26, 4), seed).point([min(255, 60 + v) for v in range(256)]))
    paint(picture, tone + 8, broken.point([v * 6 // 10 for v in range(256)]))
    shaded = mix(Image.new("L", size, tone), clouds(size, (30, 12), seed, 3), 0.16)
    paint(picture, shaded, mask)
    x, y = at
    panes = shape(size, lambda pen: [pen.rectangle(  # type: ignore[func-returns-value]
        [x + (a - 4) * scale, y - 42 * scale, x + a * scale, y - 34 * scale], fill=255) for a in (-38, -30, -22)] and None)
    paint(picture, 205, panes)


def person(pen: ImageDraw.ImageDraw, x: float, foot: float, tall: float, fill: int = 255) -> None:
    """Somebody who stands with the back to us."""
    unit = tall / 8
    pen.ellipse([x - unit * 0.55, foot - tall, x + unit * 0.55, foot - tall + unit * 1.25], fill=fill)
    pen.polygon([(x - unit * 1.1, foot - tall + unit * 1.7), (x - unit * 0.4, foot - tall + unit * 1.15),
                 (x + unit * 0.4, foot - tall + unit * 1.15), (x + unit * 1.1, foot - tall + unit * 1.7),
                 (x + unit * 1.0, foot - tall * 0.42), (x + unit * 0.75, foot), (x + unit * 0.15, foot),
                 (x, foot - tall * 0.36), (x - unit * 0.15, foot), (x - unit * 0.75, foot),
                 (x - unit * 1.0, foot - tall * 0.42)], fill=fill)


def harbour() -> Image.Image:
    """Dusk: the lamp is lit on the headland, boats are in, two people look on from the quay."""
    size = width, height = 1000, 572
    horizon = 372
    picture = ramp(size, [(0, 78), (0.2, 112), (0.42, 178), (horizon / height, 228), (1, 228)])
    sky = ImageOps.autocontrast(Image.blend(clouds(size, (420, 70), 11, 6), clouds(size, (160, 24), 31, 5), 0.4), cutoff=2)
    picture = mix(picture, sky, 0.5)
    picture.paste(water(size, horizon, 100).crop((0, horizon, width, height)), (0, horizon))
    far = ridge((0, 352), (640, 368), 20, 5)
    paint(picture, 142, polygon(size, [*far, (640, horizon + 1), (0, horizon + 1)], 1.4))
    near = ridge((500, horizon + 4), (790, 268), 34, 8) + ridge((790, 268), (1000, 292), 24, 9)
    rock = mix(ramp(size, [(0, 70), (0.42, 62), (0.62, 34), (1, 30)]), clouds(size, (46, 30), 61, 6), 0.42)
    paint(picture, rock, polygon(size, [*near, (1000, 418), (640, 404), (500, horizon + 5)], 0.8))
    foam = noise(size, (22, 2.4), 71).point([0 if v < 120 else min(255, (v - 120) * 4) for v in range(256)])
    shore = polygon(size, [(490, horizon + 2), (640, 400), (1000, 414), (1000, 426), (640, 410), (490, horizon + 6)], 1.5)
    paint(picture, 214, ImageChops.multiply(foam, shore))
    lighthouse(picture, 800, 276)
    lamp = (800, 87)
    beams = Image.new("L", size, 0)
    pen = ImageDraw.Draw(beams)
    pen.polygon([lamp, (-60, -10), (-60, 92)], fill=150)
    pen.polygon([lamp, (1060, 66), (1060, 98)], fill=130)
    fade = Image.radial_gradient("L").resize((1700, 1700)).crop((50, 763, 1050, 1335))
    beams = ImageChops.multiply(beams.filter(ImageFilter.GaussianBlur(5)), ImageOps.invert(fade))
    picture = ImageChops.add(picture, beams)
    picture = glow(glow(picture, lamp, 150, 0.55), lamp, 46, 1.0)
    path = polygon(size, [(768, 420), (836, 420), (905, 572), (640, 572)], 12)
    sparks = noise(size, (30, 3.2), 81).point([0 if v < 132 else min(255, (v - 132) * 4) for v in range(256)])
    paint(picture, 222, ImageChops.multiply(sparks, path).point([v * 8 // 10 for v in range(256)]))
    afloat(picture, (356, 398), 0.62, 74, 301)
    afloat(picture, (520, 414), 0.5, 84, 311)
    afloat(picture, (196, 448), 1.28, 40, 321)
    quay(picture)
    return printed(picture, 900)


def lighthouse(picture: Image.Image, x: int, foot: int) -> None:
    """A round tower, lit from the left, with gallery, lantern and cap."""
    size = picture.size
    side = Image.new("L", (72, 1))
    for i in range(72):
        side.putpixel((i, 0), round(226 - 170 * (i / 71) ** 0.8))
    tower = Image.new("L", size, 90)
    tower.paste(side.resize((72, 240)), (x - 36, foot - 220))
    tower = mix(tower, clouds(size, (18, 26), 41, 4), 0.16)
    paint(picture, tower, polygon(size, [(x - 31, foot + 8), (x - 19, foot - 160), (x + 19, foot - 160), (x + 31, foot + 8)]))
    dark = 34
    band = polygon(size, [(x - 25.2, foot - 70), (x - 22.4, foot - 112), (x + 22.4, foot - 112), (x + 25.2, foot - 70)])
    paint(picture, ImageChops.multiply(tower, Image.new("L", size, 120)), band)

    def iron(pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle([x - 27, foot - 167, x + 27, foot - 160], fill=255)
        pen.line([(x - 27, foot - 179), (x + 27, foot - 179)], fill=255, width=2)
        for step in range(-27, 28, 9):
            pen.line([(x + step, foot - 179), (x + step, foot - 162)], fill=255, width=2)
        pen.polygon([(x - 19, foot - 205), (x, foot - 224), (x + 19, foot - 205)], fill=255)
        pen.line([(x, foot - 224), (x, foot - 240)], fill=255, width=2)
        for step in (-15, -5, 5, 15):
            pen.line([(x + step, foot - 205), (x + step, foot - 167)], fill=255, width=2)
        for up in (30, 92, 134):
            pen.rectangle([x - 4, foot - up - 10, x + 3, foot - up], fill=255)

    paint(picture, 236, polygon(size, [(x - 14, foot - 166), (x - 14, foot - 206), (x + 14, foot - 206), (x + 14, foot - 166)]))
    paint(picture, dark, shape(size, iron, 0.5))
    house = [(x + 40, foot + 12), (x + 40, foot - 26), (x + 66, foot - 44), (x + 112, foot - 42), (x + 122, foot - 24), (x + 122, foot + 14)]
    paint(picture, 62, polygon(size, house))
    paint(picture, 128, polygon(size, [(x + 40, foot + 12), (x + 40, foot - 24), (x + 66, foot - 26), (x + 66, foot + 12)]))
    paint(picture, 232, shape(size, lambda pen: pen.rectangle([x + 84, foot - 18, x + 93, foot - 6], fill=255)))


def quay(picture: Image.Image) -> None:
    """The edge of the quay, two bollards with a rope, and two people."""
    size = width, height = picture.size
    stone = mix(ramp(size, [(0, 60), (0.89, 70), (1, 22)]), clouds(size, (60, 9), 51, 5), 0.4)
    paint(picture, stone, polygon(size, [(0, 516), (width, 548), (width, height), (0, height)], 1))
    paint(picture, 128, shape(size, lambda pen: pen.line([(0, 517), (width, 549)], fill=190, width=3), 1))

    def bollards(pen: ImageDraw.ImageDraw) -> None:
        for x, y in ((96, 530), (650, 548)):
            pen.rounded_rectangle([x - 17, y - 42, x + 17, y + 6], 6, fill=255)
            pen.rounded_rectangle([x - 27, y - 54, x + 27, y - 38], 8, fill=255)
        rope = [(123 + i * 5, 494 + 40 * math.sin(math.pi * i / 100) + i * 0.18) for i in range(101)]
        pen.line(rope, fill=255, width=6)

    paint(picture, 20, shape(size, bollards, 0.9))
    paint(picture, 92, shape(size, lambda pen: pen.line([(76, 480), (112, 480)], fill=220, width=3), 1.2))
    paint(picture, 22, shape(size, lambda pen: (person(pen, 430, 542, 122), person(pen, 472, 544, 88))[0], 0.9))


def racks() -> Image.Image:
    """Split fish on drying racks, row behind row, against the sea."""
    size = width, height = 560, 400
    picture = mix(ramp(size, [(0, 236), (0.5, 214), (0.52, 176), (0.66, 150), (0.67, 138), (1, 92)]), clouds(size, (220, 34), 12, 5), 0.3)
    for row, (top, scale, tone) in enumerate(((150, 0.5, 128), (128, 0.8, 92), (92, 1.3, 48))):
        random = Random(row)
        def frame(pen: ImageDraw.ImageDraw, top: int = top, scale: float = scale) -> None:
            for x in range(round(-30 * scale) - 10, width + 60, round(196 * scale)):
                pen.line([(x, top - 22 * scale), (x + 8 * scale, top + 196 * scale)], fill=255, width=max(2, round(6 * scale)))
            pen.line([(0, top), (width, top + 5 * scale)], fill=255, width=max(2, round(4 * scale)))
        paint(picture, max(16, tone - 34), shape(size, frame, 0.6))
        x = random.uniform(4, 14)
        while x < width:
            long, wide = scale * random.uniform(82, 100), scale * random.uniform(15, 19)
            lean = random.uniform(-0.07, 0.07) * long
            fish = [(x, top), (x - wide, top + long * 0.34), (x - wide * 0.8 + lean, top + long * 0.62), (x - wide * 0.2 + lean, top + long * 0.84),
                    (x - wide * 0.62 + lean, top + long), (x + wide * 0.62 + lean, top + long), (x + wide * 0.2 + lean, top + long * 0.84),
                    (x + wide * 0.8 + lean, top + long * 0.62), (x + wide, top + long * 0.34)]
            skin = round(tone + random.uniform(28, 74))
            paint(picture, skin, polygon(size, fish, 0.8))
            paint(picture, min(240, skin + 62), polygon(size, [(x - wide * 0.62, top + long * 0.3), (x - wide * 0.18, top + long * 0.12), (x - wide * 0.12 + lean, top + long * 0.7)], 1.4))
            paint(picture, max(12, skin - 56), shape(size, lambda pen, x=x, lean=lean, long=long, top=top: pen.line(  # type: ignore[misc]
                [(x, top + long * 0.08), (x + lean, top + long * 0.82)], fill=210, width=2), 0.9))
            x += wide * 2 + scale * random.uniform(4, 12)
    paint(picture, 30, shape(size, lambda pen: person(pen, 416, 396, 196), 1))
    paint(picture, 176, polygon(size, [(384, 214), (416, 190), (448, 214), (440, 220), (392, 220)], 1))
    return printed(picture, 910)


def nets() -> Image.Image:
    """A net that is being mended, hung up, with its floats."""
    size = width, height = 420, 400
    picture = mix(ramp(size, [(0, 206), (0.6, 178), (0.78, 120), (1, 70)]), clouds(size, (90, 60), 22, 5), 0.36)

    def mesh(shift: float, fall: float) -> Callable[[ImageDraw.ImageDraw], None]:
        def at(u: float, v: float) -> tuple[float, float]:
            fold = math.sin(u * 0.9 + shift) * 9 + math.sin(u * 0.31 + v * 0.1 + shift) * 14
            return u * 11 - 14 + fold * (0.3 + v / 24), 46 + 18 * math.sin(u * 0.16) + v * fall + math.sin(u * 0.9 + shift) * 3

        def draw(pen: ImageDraw.ImageDraw) -> None:
            for u in range(42):
                for v in range(26):
                    for side in (-1, 1):
                        pen.line([at(u, v), at(u + side * 0.5, v + 1), at(u, v + 2)], fill=210, width=1)
        return draw

    paint(picture, 84, shape(size, mesh(0.8, 12.5), 0.6))
    paint(picture, 26, shape(size, mesh(0, 11.8), 0.4))
    paint(picture, 36, shape(size, lambda pen: pen.line(
        [(x, 44 + 18 * math.sin((x + 14) / 11 * 0.16)) for x in range(0, width + 10, 6)], fill=255, width=6), 0.7))
    for step in range(9):
        x, y = 26 + step * 46, 48 + 18 * math.sin((40 + step * 46) / 11 * 0.16)
        paint(picture, 40, shape(size, lambda pen, x=x, y=y: pen.ellipse([x - 17, y - 12, x + 17, y + 12], fill=255), 0.8))  # type: ignore[misc]
        paint(picture, 150, shape(size, lambda pen, x=x, y=y: pen.ellipse([x - 12, y - 9, x + 5, y + 1], fill=255), 3.2))  # type: ignore[misc]
    paint(picture, 30, shape(size, lambda pen: pen.polygon(woman(300, 400), fill=255), 1))
    paint(picture, 20, shape(size, lambda pen: pen.ellipse([283, 196, 327, 246], fill=255), 1))
    paint(picture, 158, shape(size, lambda pen: pen.polygon([(262, 214), (304, 178), (346, 210), (340, 218), (268, 222)], fill=255), 1.2))
    paint(picture, 34, shape(size, lambda pen: pen.line([(266, 262), (236, 292), (204, 276)], fill=255, width=17, joint="curve"), 2))
    paint(picture, 168, shape(size, lambda pen: pen.ellipse([192, 266, 210, 284], fill=255), 1.6))
    return printed(picture, 920)


def woman(x: float, foot: float) -> list[tuple[float, float]]:
    """She sits before the net, her back to us."""
    return [(x - 10, foot - 164), (x + 18, foot - 164), (x + 30, foot - 152), (x + 52, foot - 140), (x + 62, foot - 118),
            (x + 72, foot - 50), (x + 84, foot), (x - 78, foot), (x - 60, foot - 50), (x - 52, foot - 118), (x - 42, foot - 140),
            (x - 22, foot - 152)]


def slipway() -> Image.Image:
    """The bow of a wooden boat on the slipway, its planks in the light, a man at the seams."""
    size = width, height = 560, 400
    picture = mix(ramp(size, [(0, 222), (0.55, 196), (0.7, 126), (1, 84)]), clouds(size, (170, 40), 42, 5), 0.3)
    shed = [(0, 120), (150, 74), (150, 300), (0, 300)]
    paint(picture, 150, polygon(size, shed, 1.2))
    paint(picture, 112, polygon(size, [(0, 112), (160, 62), (160, 78), (0, 130)], 1))
    for plank in range(22):
        low, high = plank / 22, (plank + 1) / 22
        edge = [_plank(step / 40, low) for step in range(41)] + [_plank(step / 40, high) for step in range(40, -1, -1)]
        tone = round(190 - 128 * low**0.8 + (9 if plank % 2 else -7))
        paint(picture, mix(Image.new("L", size, tone), clouds(size, (80, 5), 400 + plank, 4), 0.2), polygon(size, edge, 0.5))
        seam = [_plank(step / 40, high) for step in range(41)]
        paint(picture, max(18, tone - 66), shape(size, lambda pen, seam=seam: pen.line(seam, fill=230, width=2), 0.5))  # type: ignore[misc]
    rail = [_plank(step / 40, 0) for step in range(41)]
    paint(picture, 26, shape(size, lambda pen: pen.line(rail, fill=255, width=9), 0.7))
    paint(picture, 24, shape(size, lambda pen: pen.line([_plank(0, step / 20) for step in range(21)], fill=255, width=12), 0.7))
    paint(picture, mix(Image.new("L", size, 74), clouds(size, (50, 10), 77, 5), 0.4),
          polygon(size, [(0, 366), (width, 340), (width, height), (0, height)], 1))

    def props(pen: ImageDraw.ImageDraw) -> None:
        for x, top, foot in ((214, 262, 376), (352, 292, 366), (480, 300, 358)):
            pen.line([(x + 26, top), (x - 10, foot)], fill=255, width=9)
        pen.rectangle([180, 356, 560, 366], fill=255)

    paint(picture, 22, shape(size, props, 0.8))
    paint(picture, 18, shape(size, lambda pen: person(pen, 292, 388, 178), 1))
    paint(picture, 18, shape(size, lambda pen: pen.line([(300, 250), (330, 232), (344, 214)], fill=255, width=11), 1.2))
    paint(picture, 190, shape(size, lambda pen: pen.rectangle([281, 206, 303, 214], fill=255), 1))
    return printed(picture, 930)


def _plank(along: float, down: float) -> tuple[float, float]:
    """A point of the hull: `along` from the stem to the frame's edge, `down` from the rail to the keel."""
    stem = 118 + 92 * down**1.5
    return stem + (590 - stem) * along, 66 + 62 * along**0.7 - 22 * along + down * (270 - 60 * along) - 16 * (1 - along) ** 3 * (1 - down)


def main() -> None:
    """Writes the four files, small enough to lie in the repository."""
    for folder, name, picture, quality in (
        ("front", "harbour.jpg", harbour(), 56),
        ("inside", "racks.jpg", racks(), 56),
        ("inside", "nets.jpg", nets(), 56),
        ("inside", "slipway.jpg", slipway(), 56),
    ):
        picture.save(PAGES / folder / name, quality=quality, optimize=True)


if __name__ == "__main__":
    main()
