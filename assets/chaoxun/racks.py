"""A linocut: drying fish. And the bright sky of the three prints of one group."""

from __future__ import annotations

import math

from graver import BLACK, WHITE, Point, block, curve, cut, cuts, hand, limb, path, points, rows, segments, shape, stroke


def day(foot: float, seed: int) -> list[str]:
    """A bright sky: what the graver left of the block between long cuts."""
    left = rows((0, 3, 200, foot), (5, 3.6), lambda x, y: 0.14 + 0.14 * math.sin(x / 33 + y / 7 + seed), seed, (24, 80))
    return [path(f"M0 0H200V{foot:g}H0Z", WHITE), path(left)]


def racks() -> str:
    """Split fish on a rack by the sea, and a woman who hangs up one more."""
    width, height = 190.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += day(90, 31)
    hills = curve(points("0 82, 22 74, 40 79, 66 70, 88 80, 120 86, 190 88"))
    body.append(shape([*hills, (190, 92), (0, 92)]))
    body.append(
        path("".join(cut((x, y), (x + 9, y + 6), 1) for x, y in points("16 78, 26 79, 60 74, 70 76, 80 80")), WHITE)
    )
    body.append(path(rows((0, 90, width, 108), (2.2, 3.4), lambda x, y: 0.6, 32, (10, 30)), WHITE))
    body.append(shape([*curve([(0, 110), (60, 106), (120, 109), (190, 105)]), (190, 144), (0, 144)]))
    body.append(path(rows((0, 112, width, 144), (3.2, 5), lambda x, y: 0.34 + 0.3 * (y < 120), 33, (7, 18)), WHITE))
    body += [limb([(10, 24), (12, 126)], 3.4), limb([(128, 24), (127, 126)], 3.4)]
    body += [limb([(12, 60), (34, 127)], 2.2), limb([(127, 60), (106, 127)], 2.2)]
    body.append(limb([(2, 31), (137, 29)], 3))
    for number, x in enumerate((27, 46, 65, 84, 103)):
        body += _fish((x, 31 - x * 0.012), 54 + (number % 2) * 3, (-1, 1, 0)[number % 3])
    body += _basket((62, 122)) + _hanger()
    return block(width, height, "晒鲞，麻胶版。 Drying fish, drawn for this page.", body)


def _fish(top: Point, long: float, lean: float) -> list[str]:
    """A fish split along its back and opened flat, hung up by its tail."""
    x, y = top

    def p(*pairs: Point) -> list[Point]:
        return [(x + a + lean * b, y + b * long) for a, b in pairs]

    right = points("5 0.03, 1.7 0.13, 5.5 0.26, 8 0.44, 8.2 0.64, 6.2 0.82, 2.4 0.95, 0 1")
    outline = curve(p(*[(-a, b) for a, b in right]))
    body = [shape([*outline, *reversed(curve(p(*right)))], BLACK, 1)]
    ribs = [
        cut(*p((-1, b), (-6.4 + abs(b - 0.55) * 5, b - 0.075)), 0.95) for b in (0.3, 0.38, 0.46, 0.54, 0.62, 0.7, 0.78)
    ]
    ribs += [cut(*p((1.2, b), (5.6 - abs(b - 0.55) * 6, b - 0.075)), 0.55) for b in (0.34, 0.44, 0.54, 0.64, 0.74)]
    ribs.append(cut(*p((0, 0.15), (0, 0.9)), 0.5))
    ribs += [cut(*p((a, 0.05), (a * 0.4, 0.12)), 0.4) for a in (-3.4, -1.2, 1.2, 3.4)]
    body.append(path("".join(ribs), WHITE))
    body.append(stroke(p((-1.6, 0), (1.6, 0.02)), 1.6))
    body.append(f'<circle cx="{x - 2 + lean:g}" cy="{y + long * 0.87:.1f}" r="1" fill="#fff"/>')
    return body


def _basket(foot: Point) -> list[str]:
    x, y = foot

    def p(*pairs: Point) -> list[Point]:
        return [(x + a, y + b) for a, b in pairs]

    body = [shape(p((-9, -15), (-4, -22), (0, -16), (5, -24), (9, -15)), BLACK, 0.9)]
    body.append(shape(p((-16, -15), (16, -15), (11, 3), (-11, 3)), BLACK, 1))
    weave = [cut(*p((-14 + b * 0.25, -12 + b), (14 - b * 0.25, -12 + b)), 0.7) for b in (0, 4.2, 8.4, 12.6)]
    weave += [cut(*p((a, -14), (a * 0.72, 2)), 0.5) for a in (-11, -6, -1, 4, 9)]
    body.append(path("".join(weave), WHITE))
    return body


def hat(top: Point, wide: float) -> list[str]:
    """A hat of split bamboo, lit from the left."""
    x, y = top
    deep = wide * 0.36
    body = [shape([(x - wide / 2, y + deep), (x, y), (x + wide / 2, y + deep), (x, y + deep + 2.6)], WHITE, 0.8)]
    cuts = [cut((x + 0.3, y + 1), (x + wide * a, y + deep + 1.4), 0.55) for a in (-0.24, -0.08, 0.08)]
    body.append(path("".join(cuts)))
    body.append(shape([(x, y), (x + wide / 2, y + deep), (x + wide * 0.12, y + deep + 2.1)]))
    return body


def _hanger() -> list[str]:
    body = [limb([(150, 100), (146, 130)], 8.4), limb([(161, 100), (163, 130)], 8.4)]
    body += [limb([(146, 132), (140, 133)], 3.6), limb([(163, 132), (157, 133)], 3.6)]
    body += [limb([(151, 74), (139, 62), (125, 44)], 5.4)]
    body.append(
        shape(curve(points("148 68, 155 66, 164 69, 168 84, 170 108, 156 111, 142 108, 145 88, 148 68")), BLACK, 1)
    )
    body.append(shape([(143, 90), (155, 92), (153, 113), (139, 110)], WHITE, 0.7))
    body.append(path("".join(cut((143 + a, 93), (141 + a, 110), 0.5) for a in (2.4, 5.8, 9))))
    body.append(limb([(163, 74), (168, 88), (154, 90)], 5.4))
    folds = segments(
        "150 72 147 87, 154 72 152 86, 158 96 158 108, 164 96 166 107, "
        "149 114 146 127, 162 114 162 127, 143 64 129 48, 165 78 168 86"
    )
    body.append(cuts(folds, 0.8))
    body.append(
        shape(curve(points("149 56, 148 60, 146.6 62, 148.4 63, 149.4 67, 156 68, 160 62, 160 55")), WHITE, 0.8)
    )
    body.append(shape([(155, 55), (161.5, 55), (162, 66), (156.5, 68.5)]))
    body.append(stroke([(150.2, 60.4), (151.8, 60.6)], 0.8))
    body += hat((154, 40), 34)
    body += [hand(124, 42)]
    return body
