"""The front page's picture: a harbour at dusk, the lamp on the headland lit."""

from __future__ import annotations

import math

from darkroom import (
    Size,
    clouds,
    glow,
    mix,
    noise,
    oblong,
    paint,
    person,
    polygon,
    printed,
    ramp,
    ridge,
    shape,
    water,
)
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps


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
    broken = ImageChops.multiply(
        image.filter(ImageFilter.GaussianBlur(2)),
        noise(size, (26, 4), seed).point([min(255, 60 + v) for v in range(256)]),
    )
    paint(picture, tone + 8, broken.point([v * 6 // 10 for v in range(256)]))
    shaded = mix(Image.new("L", size, tone), clouds(size, (30, 12), seed, 3), 0.16)
    paint(picture, shaded, mask)
    x, y = at
    for pane in (-38, -30, -22):
        pane_box = (x + (pane - 4) * scale, y - 42 * scale, x + pane * scale, y - 34 * scale)
        paint(picture, 205, oblong(size, pane_box))


def harbour() -> Image.Image:
    """Dusk: the lamp is lit on the headland, boats are in, two people look on from the quay."""
    size = width, height = 1000, 572
    horizon = 372
    picture = ramp(size, [(0, 78), (0.2, 112), (0.42, 178), (horizon / height, 228), (1, 228)])
    sky = ImageOps.autocontrast(
        Image.blend(clouds(size, (420, 70), 11, 6), clouds(size, (160, 24), 31, 5), 0.4), cutoff=2
    )
    picture = mix(picture, sky, 0.5)
    picture.paste(water(size, horizon, 100).crop((0, horizon, width, height)), (0, horizon))
    far = ridge((0, 352), (640, 368), 20, 5)
    paint(picture, 142, polygon(size, [*far, (640, horizon + 1), (0, horizon + 1)], 1.4))
    near = ridge((500, horizon + 4), (790, 268), 34, 8) + ridge((790, 268), (1000, 292), 24, 9)
    rock = mix(ramp(size, [(0, 70), (0.42, 62), (0.62, 34), (1, 30)]), clouds(size, (46, 30), 61, 6), 0.42)
    paint(picture, rock, polygon(size, [*near, (1000, 418), (640, 404), (500, horizon + 5)], 0.8))
    foam = noise(size, (22, 2.4), 71).point([0 if v < 120 else min(255, (v - 120) * 4) for v in range(256)])
    shore = polygon(
        size, [(490, horizon + 2), (640, 400), (1000, 414), (1000, 426), (640, 410), (490, horizon + 6)], 1.5
    )
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
    paint(
        picture,
        tower,
        polygon(size, [(x - 31, foot + 8), (x - 19, foot - 160), (x + 19, foot - 160), (x + 31, foot + 8)]),
    )
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

    paint(
        picture,
        236,
        polygon(size, [(x - 14, foot - 166), (x - 14, foot - 206), (x + 14, foot - 206), (x + 14, foot - 166)]),
    )
    paint(picture, dark, shape(size, iron, 0.5))
    house = [
        (x + 40, foot + 12),
        (x + 40, foot - 26),
        (x + 66, foot - 44),
        (x + 112, foot - 42),
        (x + 122, foot - 24),
        (x + 122, foot + 14),
    ]
    paint(picture, 62, polygon(size, house))
    paint(
        picture,
        128,
        polygon(size, [(x + 40, foot + 12), (x + 40, foot - 24), (x + 66, foot - 26), (x + 66, foot + 12)]),
    )
    paint(picture, 232, oblong(size, (x + 84, foot - 18, x + 93, foot - 6)))


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
