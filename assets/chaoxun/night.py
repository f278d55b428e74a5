"""A linocut: the last boat under the moon. And the lighthouse, of both prints that have it."""

from __future__ import annotations

import math

from graver import BLACK, WHITE, Point, block, curve, cut, path, points, rows, shape, stroke


def tower(x: float, foot: float, tall: float) -> list[str]:
    """A round lighthouse, lit from its left: courses of stone, a band, gallery, lantern and cap."""
    unit = tall / 20

    def p(*pairs: Point) -> list[Point]:
        return [(x + a * unit, foot - b * unit) for a, b in pairs]

    body = [shape(p((-3.1, 0), (-2, 14), (2, 14), (3.1, 0)), WHITE, 0.25 * unit)]
    body.append(shape(p((0.5, 0), (0.7, 14), (2, 14), (3.1, 0))))
    body.append(shape(p((-2.72, 5), (-2.42, 8.8), (2.42, 8.8), (2.72, 5))))
    grey = [
        cut(*p((0.5 - b / 40, b), (2.4 - b / 20, b - 0.1)), 0.3 * unit) for b in (1, 2, 3, 4, 9.6, 10.6, 11.6, 12.6)
    ]
    grey += [cut(*p((-2.5, b), (0.4, b)), 0.34 * unit) for b in (5.7, 6.6, 7.5, 8.3)]
    body.append(path("".join(grey), WHITE))
    body.append(shape(p((-2.9, 13.9), (-2.9, 14.6), (2.9, 14.6), (2.9, 13.9)), BLACK, 0.26 * unit))
    body.append(shape(p((-1.5, 14.6), (-1.5, 17.4), (1.5, 17.4), (1.5, 14.6)), WHITE, 0.28 * unit))
    body += [stroke(p((a, 14.6), (a, 17.4)), 0.28 * unit) for a in (-1.5, 0, 1.5)]
    body += [stroke(p((a, 15.9), (b, 15.9)), 0.24 * unit, WHITE) for a, b in ((-2.8, -1.6), (1.6, 2.8))]
    body += [stroke(p((a, 14.8), (a, 15.9)), 0.28 * unit, WHITE) for a in (-2.7, -2.1, 2.1, 2.7)]
    body.append(shape(p((-1.9, 17.5), (0, 19.3), (1.9, 17.5)), BLACK, 0.26 * unit))
    body.append(stroke(p((0, 19.3), (0, 20.4)), 0.3 * unit, WHITE))
    body += [shape(p((-0.9, b), (-0.9, b + 1.1), (-0.2, b + 1.1), (-0.2, b))) for b in (1.6, 10.6)]
    return body


def ferry() -> str:
    """Mid-autumn night: the moon, the last boat with its lights on, the lamp on the headland."""
    width, height = 143.0, 110.0
    moon, lamp, horizon = (46.0, 27.0), (122.0, 34.6), 66.0

    def sky(x: float, y: float) -> float:
        near = math.hypot(x - moon[0], (y - moon[1]) * 1.15)
        beam = abs((y - lamp[1]) - (x - lamp[0]) * 0.13) < 2 + (lamp[0] - x) * 0.05 and x < lamp[0]
        return max(0.86 - near / 50, 0.5 if beam else 0.0, 0.2 if y > horizon - 9 else 0.0)

    def sea(x: float, y: float) -> float:
        path_ = abs(x - moon[0]) / (8 + (y - horizon) * 0.5)
        return max(0.24, 0.92 - path_ * 0.5 if path_ < 1.6 else 0.0)

    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body.append(path(rows((0, 2, width, horizon - 1), (3.2, 3.2), sky, 21, (10, 24)), WHITE))
    body.append(f'<circle cx="{moon[0]:g}" cy="{moon[1]:g}" r="14.6"/>')
    body.append(f'<circle cx="{moon[0]:g}" cy="{moon[1]:g}" r="12.6" fill="#fff"/>')
    body.append(path(rows((0, horizon, width, height), (2.4, 5), sea, 22, (8, 22)), WHITE))
    rock = curve(points("84 67, 94 61, 104 58, 112 52, 124 50, 134 53, 143 52"))
    body.append(shape([*rock, (143, 70), (84, 68)], BLACK, 1))
    body.append(
        path(
            "".join(cut((a, b), (a + 9, b + 4), 1.1) for a, b in points("97 62, 107 57, 114 62, 126 55, 132 61")), WHITE
        )
    )
    body += tower(122, 53, 23)
    body.append(path("".join(cut((lamp[0] + 3, lamp[1]), (lamp[0] + 30, lamp[1] + b), 1.6) for b in (-7, 0, 7)), WHITE))
    body += _ferryboat()
    return block(width, height, "末班船与月亮，麻胶版。 The last boat and the moon, drawn for this page.", body)


def _ferryboat() -> list[str]:
    hull = points("14 77, 20 90, 88 90, 102 74, 84 77")
    body = [shape(hull, BLACK, 1.3)]
    body.append(shape([(24, 77), (24, 66), (80, 66), (84, 77)], BLACK, 1.2))
    body.append(shape([(34, 66), (34, 57), (70, 57), (73, 66)], BLACK, 1.2))
    body.append(shape([(60, 57), (60, 51), (70, 51), (72, 57)], BLACK, 1))
    body.append(shape([(42, 57), (43, 47), (51, 47), (52, 57)], BLACK, 1))
    body.append(path("M43 50H51V52.4H43Z", WHITE))
    windows = [f"M{x} 69H{x + 5}V74H{x}Z" for x in range(28, 74, 8)] + [
        f"M{x} 59.4H{x + 4}V63.4H{x}Z" for x in range(38, 68, 7)
    ]
    body.append(path("".join([*windows, "M63 52.6H69V55H63Z"]), WHITE))
    body.append(stroke([(15.6, 80), (87, 80), (97, 77.6)], 1.1, WHITE))
    body.append(stroke([(76, 66), (76, 44)], 1.1, WHITE) + stroke([(76, 66), (76, 44)], 0.7, WHITE))
    body.append(
        path(
            "".join(cut((x, 92 + y), (x + 15, 92 + y), 1.8, 0.6) for x, y in points("10 1, 26 2, 46 1, 66 2, 84 0")),
            WHITE,
        )
    )
    return body
