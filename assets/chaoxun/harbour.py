"""The front page's linocut: the lamp is lit."""

from __future__ import annotations

import math

from graver import (
    BLACK,
    WHITE,
    Point,
    at,
    block,
    curve,
    cut,
    cuts,
    limb,
    path,
    points,
    rows,
    segments,
    shape,
    stroke,
)
from night import tower

LAMP, HORIZON = (318.0, 45.0), 142.0


def harbour() -> str:
    """The lamp on the headland is lit; boats lie in the harbour, and a man and a child look on from the quay."""
    width, height = 400.0, 229.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>', path(_rays(), WHITE)]

    def cloud(x: float, y: float) -> float:
        lump = math.sin(x / 38 + y / 23) + math.sin(y / 13 - x / 71)
        beam = abs(y - LAMP[1] - (x - LAMP[0]) * 0.045) < 0.14 * (LAMP[0] - x)
        far = math.hypot(x - LAMP[0], y - LAMP[1]) > 150
        return 0.3 * (lump - 0.15) + 0.1 * y / 126 if far and not beam else 0.0

    body.append(path(rows((0, 4, 236, 126), (3.6, 3.2), cloud, 63, (16, 44)), WHITE))
    body.append(
        path(rows((0, 126, width, HORIZON), (3.2, 2.6), lambda x, y: 0.3 + 0.3 * (y > 134), 61, (20, 60)), WHITE)
    )
    far = curve(points("0 136, 26 130, 60 134, 92 126, 128 133, 170 137, 212 141"))
    body.append(shape([*far, (212, HORIZON + 1), (0, HORIZON + 1)], BLACK, 0.8))
    body.append(
        path(
            "".join(cut((x, y), (x + 14, y + 3), 0.8) for x, y in points("20 133, 50 135, 88 129, 110 132, 136 137")),
            WHITE,
        )
    )

    def sea(x: float, y: float) -> float:
        off = abs(x - LAMP[0] + (y - HORIZON) * 0.5) / (10 + (y - HORIZON) * 0.42)
        return max(0.34 + 0.14 * math.sin(x / 40 + y / 6), 0.95 - off * 0.45 if off < 1.4 else 0.0)

    body.append(path(rows((0, HORIZON, width, 212), (2.3, 6.4), sea, 62, (10, 30)), WHITE))
    body += _headland() + tower(LAMP[0], 112, 78)
    for x, y, scale in ((184, 155, 0.42), (141, 162, 0.52), (52, 179, 1.0)):
        body += _boat((x, y), scale)
    body += _quay()
    return block(width, height, "望鲸灯塔试灯，麻胶版。 The lamp is lit, drawn for this page.", body)


def _rays() -> str:
    """Light about the lamp: cuts along its rays, close to it and in two beams; clouds are left standing."""
    made = []
    for ray in range(240):
        turn = ray * math.pi / 120
        beam = min(abs(turn - 3.19), abs(turn - 0.02), abs(turn - 6.30))
        bright = beam < 0.12
        if ray % 2 and not bright:
            continue
        near = 13 + (ray % 4) * 1.75
        while near < 340:
            long = (15 + near * 0.11) * (1 + 0.35 * math.sin(ray * 2.3 + near))
            x, y = LAMP[0] + (near + long / 2) * math.cos(turn), LAMP[1] + (near + long / 2) * math.sin(turn)
            if -30 < x < 430 and -20 < y < 128:
                cloud = math.sin(x / 47 + 1.2 * math.sin(y / 21)) + math.sin(y / 15 - x / 83)
                light = 0.92 if bright else max(0.0, 1.05 - near / 190) * (0.85 + 0.15 * cloud)
                light = light if bright or cloud > -0.55 or near < 50 else 0.0
                light = max(light, 0.2 if cloud > 0.35 else 0.0)
                # As far as the rays stand apart, cuts may be wide.
                wide = (
                    min(near + long / 2, 150)
                    * math.pi
                    / (150 if bright and near > 80 else 240 if bright else 120)
                    * light
                )
                if wide > 0.25:
                    start, end = (
                        (LAMP[0] + r * math.cos(turn), LAMP[1] + r * math.sin(turn)) for r in (near, near + long)
                    )
                    made.append(cut(start, end, min(wide, 3)))
            near += long * (0.9 if bright else 1.0) + 1.5
    return "".join(made)


def _headland() -> list[str]:
    top = points("214 146, 232 140, 246 131, 262 127, 276 117, 294 111, 320 108, 342 111, 364 108, 384 112, 404 110")
    rock = curve(top)
    body = [shape([*rock, (404, 164), (360, 162), (320, 158), (270, 152), (214, 148)], BLACK, 1.1)]
    marks = []
    for number in range(46):
        x = 232 + (number * 37) % 166
        ridge = next(b for a, b in rock if a >= x)
        foot = 148 + (x - 214) * 0.085
        y = ridge + 3 + ((number * 53) % 41) / 41 * max(foot - ridge - 9, 1)
        long = 6 + (number * 7) % 9
        marks.append(cut((x, y), (x + long * 0.9, y + long * 0.62), 0.9 + (number % 3) * 0.35))
    body.append(path("".join(marks), WHITE))
    foam = [
        cut((x, 149.5 + (x - 214) * 0.088 + b), (x + 17, 150.4 + (x - 197) * 0.088 + b), 1.5)
        for b in (0, 4)
        for x in range(212 + int(b) * 3, 396, 15)
    ]
    body.append(path("".join(foam), WHITE))
    body.append(shape(points("350 113, 350 97, 368 88, 386 97, 386 115"), BLACK, 1))
    body.append(shape([(350, 113), (350, 97), (361, 91.6), (361, 114)], WHITE))
    body.append(
        path("M353 101H357V106H353ZM366 101H371V106H366ZM377 101H382V106H377Z", WHITE) + path("M353 101H357V106H353Z")
    )
    body.append(path("".join(cut((368 + a, 90 + a * 0.5), (364 + a, 97), 0.7) for a in (2, 6, 10, 14)), WHITE))
    return body


def _boat(spot: Point, scale: float) -> list[str]:
    """A fishing boat from the side, her light in the wheelhouse, and her image in the water."""

    def p(*pairs: Point) -> list[Point]:
        return [(spot[0] + a * scale, spot[1] - b * scale) for a, b in pairs]

    edge = max(0.6, 1.1 * scale)
    image = [cut(*p((-34 + a, -3 - b), (34 - a, -3 - b)), 1.5 * scale) for a, b in ((0, 0), (6, 4.5), (13, 9))]
    body = [shape(p((-40, -1), (44, -1), (30, -8), (-26, -8)), BLACK), path("".join(image), WHITE)]
    body += [stroke(p((4, 8), (4, 58)), 1.9 * scale + 2 * edge, WHITE), stroke(p((4, 8), (4, 58)), 1.9 * scale)]
    body += [stroke(p((4, 56), b), 0.8 * scale, WHITE) for b in ((46, 18), (-38, 14))]
    body.append(stroke(p((4, 22), (26, 44)), 1.6 * scale, WHITE))
    body.append(shape(p((-30, 10), (-29, 32), (-10, 32), (-7, 10)), BLACK, edge))
    body.append(shape(p((-33, 32), (-32, 35), (-8, 35), (-7, 32)), BLACK, edge))
    panes = [(-26, 28), (-20, 28), (-20, 20), (-26, 20)], [(-17, 28), (-12, 28), (-11, 20), (-17, 20)]
    body.append(path("".join(f"M{at(*p(*pane))}Z" for pane in panes), WHITE))
    body.append(shape(p((-40, 13), (-36, 0), (32, 0), (42, 8), (50, 21), (36, 15), (14, 10), (-20, 10)), BLACK, edge))
    body.append(stroke(p((-36, 9), (14, 6.4), (34, 10.4), (44, 15)), 0.9 * scale, WHITE))
    return body


def _quay() -> list[str]:
    top = [(-4, 205), (404, 211)]
    body = [shape([*top, (404, 236), (-4, 236)], BLACK, 1.3)]
    joints = [cut((x, 207 + x * 0.015), (x + 3, 216 + x * 0.015), 0.6) for x in range(14, 400, 34)]
    joints += [cut((x, 217 + x * 0.008), (x + 30, 217.5 + x * 0.008), 0.7) for x in range(2, 400, 33)]
    joints += [cut((x, 219 + x * 0.008), (x + 1, 229), 0.6) for x in range(30, 400, 37)]
    joints += [cut((x, 211 + x * 0.012), (x + 13, 211.4 + x * 0.012), 0.8) for x in range(6, 396, 17)]
    body.append(path("".join(joints), WHITE))
    rope = [(31 + i * 6.4, 195 + 15 * math.sin(math.pi * i / 20) + i * 0.2) for i in range(21)]
    body += [stroke(rope, 4, WHITE), stroke(rope, 2.2)]
    for x, y in ((26, 208), (166, 210.5), (352, 213)):
        body += [
            shape([(x - 6, y + 1), (x - 5.4, y - 13), (x + 5.4, y - 13), (x + 6, y + 1)], BLACK, 1.1),
            limb([(x - 7, y - 15), (x + 7, y - 15)], 4.6, edge=1.1),
        ]
        body.append(path(cut((x - 6, y - 16), (x + 2, y - 16), 0.8) + cut((x - 3.4, y - 10), (x - 3.6, y), 0.8), WHITE))
    return body + _watchers()


def _watchers() -> list[str]:
    """A man with a child at his hand, from behind, whole, the light on their right."""
    body = [limb([(222, 190), (221, 210)], 6.4), limb([(231, 190), (232.4, 210)], 6.4)]
    body += [limb([(246.4, 198), (246, 211)], 4.4), limb([(251.6, 198), (252.4, 211)], 4.4)]
    body.append(limb([(233, 171), (238.6, 181), (240, 188.6)], 4.6) + limb([(244.6, 183), (241, 189.6)], 3.4))
    body.append(limb([(220, 171), (216, 181), (216.6, 190)], 4.6) + limb([(253.6, 184), (256.6, 193)], 3.4))
    body.append(
        shape(
            curve(
                points(
                    "219.4 168, 226.6 165.4, 234 168, 234.6 182, 236 196, 226.6 197.6, 217.6 196, 218.8 182, 219.4 168"
                )
            ),
            BLACK,
            1,
        )
    )
    body.append(
        shape(
            curve(
                points(
                    "244.6 181, 249 179, 253.6 181, 255.6 192, 256.6 201, 249 202.4, 241.8 201, 243.4 192, 244.6 181"
                )
            ),
            BLACK,
            1,
        )
    )
    body.append(
        shape(
            curve(points("222.4 160, 223 154.6, 227 152.6, 231 154.6, 231.6 160, 229.6 164.6, 224.6 164.6, 222.4 160")),
            BLACK,
            1,
        )
    )
    body.append(limb([(222.4, 157), (231.8, 157)], 1.6, edge=0.7))
    body.append(
        shape(
            curve(points("245 174, 245.8 170, 249.2 168.4, 252.6 170, 253.4 174, 251.4 178, 247 178, 245 174")),
            BLACK,
            1,
        )
    )
    body.append('<circle cx="249.2" cy="168" r="1.7" stroke="#fff" stroke-width=".7"/>')
    folds = segments(
        "232.6 170 234 194, 229.6 172 230.4 190, 226.6 180 226.8 196, 230 155 230.6 162, "
        "254 184 255 199, 250.4 186 251 200, 251.8 171 252.2 176, 233 199 233.6 208, 237.4 178 239.6 187"
    )
    body.append(cuts(folds, 0.8))
    return body
