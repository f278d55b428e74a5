"""Line drawings as SVG, in the manner of woodcuts: a lamp's lens, two advertisements, a tailpiece.

`python assets/chaoxun/drawings.py` writes them into the pages of layout/chaoxun. Words of the advertisements are
outlines (文字转曲) of the faces in `fonts/`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

TREE = Path(__file__).resolve().parents[2]
PAGES = TREE / "layout" / "chaoxun"
MM = 72 / 25.4
_FACES: dict[str, TTFont] = {}


def _face(name: str) -> TTFont:
    found = next(path for path in sorted((TREE / "fonts").glob(f"{name}.*tf")))
    return _FACES.setdefault(name, TTFont(found))


def words(text: str, face: str, size: float, at: tuple[float, float], align: str = "start", track: float = 0) -> str:
    """Outlines of a line of text, in tenths of a point; `at` is on its baseline, lengths are points."""
    font = _face(face)
    glyphs, cmap, metrics = font.getGlyphSet(), font.getBestCmap(), font["hmtx"].metrics
    scale = size / font["head"].unitsPerEm
    names = [cmap[ord(mark)] for mark in text]
    wide = sum(metrics[name][0] * scale + track for name in names) - track
    x = at[0] - {"start": 0, "middle": wide / 2, "end": wide}[align]
    paths = []
    for name in names:
        pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
        glyphs[name].draw(TransformPen(pen, (10 * scale, 0, 0, -10 * scale, 10 * x, 10 * at[1])))
        paths.append(pen.getCommands())
        x += metrics[name][0] * scale + track
    return f'<path transform="scale(.1)" d="{"".join(paths)}"/>'


def svg(width: float, height: float, what: str, body: Iterable[str]) -> str:
    """A drawing, its size and its view box in points."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {what} -->\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:g} {height:g}">\n' + "\n".join(body) + "\n</svg>\n"
    )


def line(points: Iterable[tuple[float, float]], width: float, stroke: str = "#000") -> str:
    """A stroke through points."""
    path = " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        f'<path d="M{path}" fill="none" stroke="{stroke}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def area(points: Iterable[tuple[float, float]], fill: str = "#000") -> str:
    """A polygon."""
    path = " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{path}Z" fill="{fill}"/>'


def waves(width: float, top: float, rows: int, stroke: str, step: float = 5.2) -> list[str]:
    """Rows of a cut sea: crests that swell and thin out downwards."""
    made = []
    for row in range(rows):
        y, long = top + row * step, 20 + row * 5
        points = [
            (x, y + (1.4 + row * 0.34) * math.sin(x / long * 2 * math.pi + row * 1.9))
            for x in range(0, round(width) + 1, 3)
        ]
        made.append(line(points, 0.8 + 0.16 * row, stroke))
    return made


def lens() -> str:
    """The first-order lens of a lighthouse, seen from the sea: a bull's eye, rings of prisms, the lamp, the frame."""
    width, height = 200.0, 236.0
    x, y = width / 2, 104.0
    body = [f'<rect width="{width:g}" height="{height:g}" fill="#000"/>']
    for ray in range(48):
        angle = ray * math.pi / 24
        near, far = 86 + (ray % 2) * 6, 128 if ray % 2 else 150
        body.append(
            line(
                [
                    (x + near * math.cos(angle), y + near * math.sin(angle)),
                    (x + far * math.cos(angle), y + far * math.sin(angle)),
                ],
                1.5 if ray % 2 else 2.4,
                "#fff",
            )
        )
    body.append(area([(0, 184), (width, 184), (width, height), (0, height)]))
    body.append(f'<circle cx="{x:g}" cy="{y:g}" r="82" fill="#fff"/>')
    for radius, wide in (
        (79, 3.2),
        (71, 2.8),
        (63.5, 2.5),
        (56.5, 2.2),
        (50, 1.9),
        (44, 1.7),
        (38.5, 1.5),
        (33.5, 1.3),
    ):
        body.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="none" stroke="#000" stroke-width="{wide:g}"/>')
        # Each prism is shaded at its lower left, as a graver would.
        for cut in range(14):
            angle = math.radians(100 + cut * 7.4)
            body.append(
                line(
                    [
                        (x + (radius - 1) * math.cos(angle), y + (radius - 1) * math.sin(angle)),
                        (x + (radius - 5.4) * math.cos(angle + 0.03), y + (radius - 5.4) * math.sin(angle + 0.03)),
                    ],
                    1.0 if cut % 2 else 1.5,
                )
            )
    for angle in (30, 90, 150, 210, 270, 330):
        turn = math.radians(angle)
        body.append(
            line(
                [
                    (x + 30 * math.cos(turn), y + 30 * math.sin(turn)),
                    (x + 82 * math.cos(turn), y + 82 * math.sin(turn)),
                ],
                2.6,
            )
        )
    body.append(f'<circle cx="{x:g}" cy="{y:g}" r="29" fill="#000"/><circle cx="{x:g}" cy="{y:g}" r="26" fill="#fff"/>')
    for radius in (21, 16.5, 12.5):
        body.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="none" stroke="#000" stroke-width="1"/>')
    body.append(f'<path transform="translate({x:g} {y:g})" d="M0-11C9-1 7 9 0 9S-9-1 0-11Z"/>')
    body += [
        f'<rect x="{x - 74:g}" y="188" width="148" height="8" fill="#fff"/>',
        f'<rect x="{x - 62:g}" y="200" width="124" height="4" fill="#fff"/>',
    ]
    for step in range(9):
        body.append(f'<rect x="{x - 56 + step * 13:g}" y="207" width="8" height="14" fill="#fff"/>')
    body.append(f'<rect x="{x - 74:g}" y="224" width="148" height="5" fill="#fff"/>')
    return svg(width, height, "灯塔透镜。 The lens of a lighthouse, drawn for this page.", body)


def sail(x: float, y: float, scale: float, dark: str, light: str) -> list[str]:
    """A boat whose sails are an open book."""

    def at(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * scale, y + b * scale) for a, b in pairs]

    body = [area(at((-52, 4), (52, 4), (38, 24), (-36, 24)), dark), line(at((0, 4), (0, -78)), 2.2 * scale, dark)]
    body.append(area(at((-3, -74), (-20, -78), (-44, -68), (-48, -4), (-24, -12), (-3, -3)), dark))
    body.append(area(at((3, -74), (20, -78), (44, -68), (48, -4), (24, -12), (3, -3)), dark))
    for row in range(7):
        drop = -64 + row * 8
        body.append(line(at((-41 - row * 0.4, drop + 4), (-20, drop - 5), (-7, drop - 1)), 1.5 * scale, light))
        body.append(line(at((7, drop - 1), (20, drop - 5), (41 + row * 0.4, drop + 4)), 1.5 * scale, light))
    body.append(line(at((-44, 11), (44, 11)), 1.2 * scale, light))
    return body


def bookshop() -> str:
    """A plate for the bookshop 书渡: the boat on black waves, and the offer beside and below it."""
    width, height = 264.0, 136.0
    body = [f'<rect width="86" height="{height:g}" fill="#000"/>']
    body += sail(43, 84, 0.75, "#fff", "#000")
    body += waves(86, 106, 5, "#fff", 6.2)
    body.append(words("汐门书渡", "song-black", 37, (98, 42), track=2))
    body.append(words("旧书收购　新书代订", "hei-regular", 11, (99, 61), track=0.5))
    body.append(words("渡船上也能还书", "hei-regular", 11, (99, 76), track=0.5))
    body.append(line([(98, 84.5), (254, 84.5)], 0.7))
    body.append(words("中秋夜读　旧书七折", "hei-bold", 16, (98, 104)))
    body.append(words("九月二十五日至二十七日", "hei-regular", 9, (99, 117.5), track=0.2))
    body.append(words("渡口街七号　电话0000-0712", "hei-regular", 9, (99, 129.5), track=0.2))
    return svg(width, height, "书店广告。 An advertisement of a shop that does not exist, drawn for this page.", body)


def chandlery() -> str:
    """A plate for the ship's chandler 骆记船具: a rope about it, an anchor, and what the shop has."""
    width, height = 398.0, 104.0
    body = [f'<path d="M7 7H{width - 7:g}V{height - 7:g}H7Z" fill="none" stroke="#000" stroke-width="7"/>']
    for x in range(5, round(width) - 4, 8):
        for y in (7.0, height - 7):
            body.append(line([(x - 2, y + 3), (x + 4, y - 3)], 1.3, "#fff"))
    for step in range(12, round(height) - 10, 8):
        for edge in (7.0, width - 7):
            body.append(line([(edge - 3, step + 3), (edge + 3, step - 3)], 1.3, "#fff"))
    body.append(
        '<g transform="translate(46 52) scale(0.84)" fill="none" stroke="#000" stroke-linecap="round">'
        '<circle cy="-30" r="6" stroke-width="4"/><path stroke-width="5" d="M0-24V32M-15-13H15"/>'
        '<path stroke-width="6" d="M-27 8C-25 26-12 34 0 35 12 34 25 26 27 8"/></g>'
    )
    body.append(area([(21, 62), (17.6, 49.6), (30, 57.5)]) + area([(71, 62), (74.4, 49.6), (62, 57.5)]))
    body.append(words("骆记船具", "song-black", 37, (84, 58)))
    body.append(words("三代人只做一件事：拴得牢", "kai-regular", 12.2, (85, 82)))
    body.append(line([(244, 20), (244, 84)], 0.8))
    body.append(words("缆绳　浮标　锚链", "hei-bold", 15, (316, 37), "middle", track=1))
    body.append(words("渔网　风灯　桐油", "hei-bold", 15, (316, 58), "middle", track=1))
    body.append(words("船坞弄二十一号", "hei-regular", 9.5, (316, 74), "middle"))
    body.append(words("开渔期间清晨四时开门", "hei-regular", 9.5, (316, 87), "middle"))
    return svg(width, height, "船具店广告。 An advertisement of a shop that does not exist, drawn for this page.", body)


def tailpiece() -> str:
    """Three waves and two gulls."""
    width, height = 124.0, 37.0
    body = []
    for row, (wide, left) in enumerate(((124, 0), (88, 18), (52, 36))):
        points = [(left + x, 20 + row * 6.4 + 2.6 * math.sin(x / 20 * 2 * math.pi)) for x in range(0, wide + 1, 2)]
        body.append(line(points, 1.6 - row * 0.3))
    gull = "M-13 2C-8-3-3-2 0 2 3-2 8-3 13 2 8 0 4 1 0 5-4 1-8 0-13 2Z"
    body.append(
        f'<path d="{gull}" transform="translate(66 7)"/><path d="{gull}" transform="translate(92 10) scale(.6)"/>'
    )
    return svg(width, height, "尾花：海浪与鸥。 A tailpiece, drawn for this page.", body)


def main() -> None:
    """Writes the four files."""
    for folder, name, drawn in (
        ("inside", "lens.svg", lens()),
        ("front", "bookshop.svg", bookshop()),
        ("inside", "chandlery.svg", chandlery()),
        ("inside", "waves.svg", tailpiece()),
    ):
        (PAGES / folder / name).write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
