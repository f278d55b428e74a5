"""Four pictures in the manner of grainy press photographs, drawn by Pillow from shapes, gradients and seeded noise.

`python assets/chaoxun/photographs.py` writes them into the pages of layout/chaoxun. Nothing in them was photographed;
the same script makes the same files with the same Pillow.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from random import Random

from darkroom import clouds, mix, oblong, oval, paint, person, polygon, printed, ramp, shape, stroke
from harbour import harbour
from PIL import Image, ImageDraw

PAGES = Path(__file__).resolve().parents[2] / "layout" / "chaoxun"


def racks() -> Image.Image:
    """Split fish on drying racks, row behind row, against the sea."""
    size = width, _ = 560, 400
    picture = mix(
        ramp(size, [(0, 236), (0.5, 214), (0.52, 176), (0.66, 150), (0.67, 138), (1, 92)]),
        clouds(size, (220, 34), 12, 5),
        0.3,
    )
    for row, (top, scale, tone) in enumerate(((150, 0.5, 128), (128, 0.8, 92), (92, 1.3, 48))):
        random = Random(row)

        def frame(pen: ImageDraw.ImageDraw, top: int = top, scale: float = scale) -> None:
            for x in range(round(-30 * scale) - 10, width + 60, round(196 * scale)):
                pen.line(
                    [(x, top - 22 * scale), (x + 8 * scale, top + 196 * scale)],
                    fill=255,
                    width=max(2, round(6 * scale)),
                )
            pen.line([(0, top), (width, top + 5 * scale)], fill=255, width=max(2, round(4 * scale)))

        paint(picture, max(16, tone - 34), shape(size, frame, 0.6))
        x = random.uniform(4, 14)
        while x < width:
            long, wide = scale * random.uniform(82, 100), scale * random.uniform(15, 19)
            lean = random.uniform(-0.07, 0.07) * long
            tail = x + lean
            fish = [
                *((x, top), (x - wide, top + long * 0.34), (tail - wide * 0.8, top + long * 0.62)),
                *((tail - wide * 0.2, top + long * 0.84), (tail - wide * 0.62, top + long)),
                *((tail + wide * 0.62, top + long), (tail + wide * 0.2, top + long * 0.84)),
                *((tail + wide * 0.8, top + long * 0.62), (x + wide, top + long * 0.34)),
            ]
            shine = [
                (x - wide * 0.62, top + long * 0.3),
                (x - wide * 0.18, top + long * 0.12),
                (tail - wide * 0.12, top + long * 0.7),
            ]
            skin = round(tone + random.uniform(28, 74))
            paint(picture, skin, polygon(size, fish, 0.8))
            paint(picture, min(240, skin + 62), polygon(size, shine, 1.4))
            spine = [(x, top + long * 0.08), (tail, top + long * 0.82)]
            paint(picture, max(12, skin - 56), stroke(size, spine, 2, 210, 0.9))
            x += wide * 2 + scale * random.uniform(4, 12)
    paint(picture, 30, shape(size, lambda pen: person(pen, 416, 396, 196), 1))
    paint(picture, 176, polygon(size, [(384, 214), (416, 190), (448, 214), (440, 220), (392, 220)], 1))
    return printed(picture, 910)


def nets() -> Image.Image:
    """A net that is being mended, hung up, with its floats."""
    size = width, _ = 420, 400
    picture = mix(ramp(size, [(0, 206), (0.6, 178), (0.78, 120), (1, 70)]), clouds(size, (90, 60), 22, 5), 0.36)

    def mesh(shift: float, fall: float) -> Callable[[ImageDraw.ImageDraw], None]:
        def at(u: float, v: float) -> tuple[float, float]:
            fold = math.sin(u * 0.9 + shift) * 9 + math.sin(u * 0.31 + v * 0.1 + shift) * 14
            hang = 46 + 18 * math.sin(u * 0.16) + math.sin(u * 0.9 + shift) * 3
            return u * 11 - 14 + fold * (0.3 + v / 24), hang + v * fall

        def draw(pen: ImageDraw.ImageDraw) -> None:
            for u in range(42):
                for v in range(26):
                    for side in (-1, 1):
                        pen.line([at(u, v), at(u + side * 0.5, v + 1), at(u, v + 2)], fill=210, width=1)

        return draw

    paint(picture, 84, shape(size, mesh(0.8, 12.5), 0.6))
    paint(picture, 26, shape(size, mesh(0, 11.8), 0.4))
    rope = [(x, 44 + 18 * math.sin((x + 14) / 11 * 0.16)) for x in range(0, width + 10, 6)]
    paint(picture, 36, stroke(size, rope, 6))
    for x in range(26, 395, 46):
        y = 48 + 18 * math.sin((x + 14) / 11 * 0.16)
        paint(picture, 40, oval(size, (x - 17, y - 12, x + 17, y + 12), 0.8))
        paint(picture, 150, oval(size, (x - 12, y - 9, x + 5, y + 1), 3.2))
    paint(picture, 30, polygon(size, woman(300, 400), 1))
    paint(picture, 20, oval(size, (283, 196, 327, 246), 1))
    paint(picture, 158, polygon(size, [(262, 214), (304, 178), (346, 210), (340, 218), (268, 222)], 1.2))
    paint(picture, 34, stroke(size, [(266, 262), (236, 292), (204, 276)], 17, blur=2))
    paint(picture, 168, oval(size, (192, 266, 210, 284), 1.6))
    return printed(picture, 920)


def woman(x: float, foot: float) -> list[tuple[float, float]]:
    """She sits before the net, her back to us."""
    return [
        (x - 10, foot - 164),
        (x + 18, foot - 164),
        (x + 30, foot - 152),
        (x + 52, foot - 140),
        (x + 62, foot - 118),
        (x + 72, foot - 50),
        (x + 84, foot),
        (x - 78, foot),
        (x - 60, foot - 50),
        (x - 52, foot - 118),
        (x - 42, foot - 140),
        (x - 22, foot - 152),
    ]


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
        paint(
            picture,
            mix(Image.new("L", size, tone), clouds(size, (80, 5), 400 + plank, 4), 0.2),
            polygon(size, edge, 0.5),
        )
        seam = [_plank(step / 40, high) for step in range(41)]
        paint(picture, max(18, tone - 66), stroke(size, seam, 2, 230, 0.5))
    rail = [_plank(step / 40, 0) for step in range(41)]
    paint(picture, 26, stroke(size, rail, 9))
    paint(picture, 24, stroke(size, [_plank(0, step / 20) for step in range(21)], 12))
    paint(
        picture,
        mix(Image.new("L", size, 74), clouds(size, (50, 10), 77, 5), 0.4),
        polygon(size, [(0, 366), (width, 340), (width, height), (0, height)], 1),
    )

    def props(pen: ImageDraw.ImageDraw) -> None:
        for x, top, foot in ((214, 262, 376), (352, 292, 366), (480, 300, 358)):
            pen.line([(x + 26, top), (x - 10, foot)], fill=255, width=9)
        pen.rectangle([180, 356, 560, 366], fill=255)

    paint(picture, 22, shape(size, props, 0.8))
    paint(picture, 18, shape(size, lambda pen: person(pen, 292, 388, 178), 1))
    paint(picture, 18, stroke(size, [(300, 250), (330, 232), (344, 214)], 11, blur=1.2))
    paint(picture, 190, oblong(size, (281, 206, 303, 214), 1))
    return printed(picture, 930)


def _plank(along: float, down: float) -> tuple[float, float]:
    """A point of the hull: `along` from the stem to the frame's edge, `down` from the rail to the keel."""
    stem = 118 + 92 * down**1.5
    rail = 66 + 62 * along**0.7 - 22 * along - 16 * (1 - along) ** 3 * (1 - down)
    return stem + (590 - stem) * along, rail + down * (270 - 60 * along)


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
