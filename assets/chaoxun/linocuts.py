"""The issue's pictures as linocuts: black blocks out of which light was cut, written as paths.

`python assets/chaoxun/linocuts.py` writes them into the pages of layout/chaoxun; it always makes the same files.
"""

from __future__ import annotations

import math
from pathlib import Path

from graver import BLACK, WHITE, Point, at, block, curve, cut, limb, path, rows, shape, stroke
from prints import pull

PAGES = Path(__file__).resolve().parents[2] / "layout" / "chaoxun"


def tower(x: float, foot: float, tall: float) -> list[str]:
    """A round lighthouse, lit from its left: courses of stone, a band, gallery, lantern and cap."""
    unit = tall / 20

    def p(*points: Point) -> list[Point]:
        return [(x + a * unit, foot - b * unit) for a, b in points]

    body = [shape(p((-3.1, 0), (-2, 14), (2, 14), (3.1, 0)), WHITE, 0.25 * unit)]
    body.append(shape(p((0.5, 0), (0.7, 14), (2, 14), (3.1, 0))))
    body.append(shape(p((-2.72, 5), (-2.42, 8.8), (2.42, 8.8), (2.72, 5))))
    grey = [cut(*p((0.5 - b / 40, b), (2.4 - b / 20, b - 0.1)), 0.3 * unit) for b in (1, 2, 3, 4, 9.6, 10.6, 11.6, 12.6)]
    grey += [cut(*p((-2.5, b), (0.4, b)), 0.34 * unit) for b in (5.7, 6.6, 7.5, 8.3)]
    body.append(path("".join(grey), WHITE))
    body.append(shape(p((-2.9, 13.9), (-2.9, 14.6), (2.9, 14.6), (2.9, 13.9)), BLACK, 0.26 * unit))
    body.append(shape(p((-1.5, 14.6), (-1.5, 17.4), (1.5, 17.4), (1.5, 14.6)), WHITE, 0.2 * unit))
    body += [stroke(p((a, 14.6), (a, 17.4)), 0.28 * unit) for a in (-1.5, 0, 1.5)]
    body += [stroke(p((a, 15.9), (b, 15.9)), 0.24 * unit, WHITE) for a, b in ((-2.8, -1.6), (1.6, 2.8))]
    body += [stroke(p((a, 14.8), (a, 15.9)), 0.2 * unit, WHITE) for a in (-2.7, -2.1, 2.1, 2.7)]
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
    rock = curve([(84, 67), (94, 61), (104, 58), (112, 52), (124, 50), (134, 53), (143, 52)])
    body.append(shape([*rock, (143, 70), (84, 68)], BLACK, 1))
    body.append(path("".join(cut((a, b), (a + 9, b + 4), 1.1) for a, b in ((97, 62), (107, 57), (114, 62), (126, 55), (132, 61))), WHITE))
    body += tower(122, 53, 23)
    body.append(path("".join(cut((lamp[0] + 3, lamp[1]), (lamp[0] + 30, lamp[1] + b), 1.6) for b in (-7, 0, 7)), WHITE))
    body += _ferryboat()
    return block(width, height, "末班船与月亮，麻胶版。 The last boat and the moon, drawn for this page.", body)


def _ferryboat() -> list[str]:
    hull = [(14, 77), (20, 90), (88, 90), (102, 74), (84, 77)]
    body = [shape(hull, BLACK, 1.3)]
    body.append(shape([(24, 77), (24, 66), (80, 66), (84, 77)], BLACK, 1.2))
    body.append(shape([(34, 66), (34, 57), (70, 57), (73, 66)], BLACK, 1.2))
    body.append(shape([(60, 57), (60, 51), (70, 51), (72, 57)], BLACK, 1))
    body.append(shape([(42, 57), (43, 47), (51, 47), (52, 57)], BLACK, 1))
    body.append(path("M43 50H51V52.4H43Z", WHITE))
    windows = [f"M{x} 69H{x + 5}V74H{x}Z" for x in range(28, 74, 8)] + [f"M{x} 59.4H{x + 4}V63.4H{x}Z" for x in range(38, 68, 7)]
    body.append(path("".join([*windows, "M63 52.6H69V55H63Z"]), WHITE))
    body.append(stroke([(15.6, 80), (87, 80), (97, 77.6)], 1.1, WHITE))
    body.append(stroke([(76, 66), (76, 44)], 1.1, WHITE) + stroke([(76, 66), (76, 44)], 0.7, WHITE))
    body.append(path("".join(cut((x, 92 + y), (x + 15, 92 + y), 1.8, 0.6) for x, y in ((10, 1), (26, 2), (46, 1), (66, 2), (84, 0))), WHITE))
    return body


def _day(foot: float, seed: int) -> list[str]:
    """A bright sky: what the graver left of the block between long cuts."""
    left = rows((0, 3, 200, foot), (5, 3.6), lambda x, y: 0.14 + 0.14 * math.sin(x / 33 + y / 7 + seed), seed, (24, 80))
    return [path(f"M0 0H200V{foot:g}H0Z", WHITE), path(left)]


def racks() -> str:
    """Split fish on a rack by the sea, and a woman who hangs up one more."""
    width, height = 190.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += _day(90, 31)
    hills = curve([(0, 82), (22, 74), (40, 79), (66, 70), (88, 80), (120, 86), (190, 88)])
    body.append(shape([*hills, (190, 92), (0, 92)]))
    body.append(path("".join(cut((x, y), (x + 9, y + 6), 1) for x, y in ((16, 78), (26, 79), (60, 74), (70, 76), (80, 80))), WHITE))
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

    def p(*points: Point) -> list[Point]:
        return [(x + a + lean * b, y + b * long) for a, b in points]

    right = [(5, 0.03), (1.7, 0.13), (5.5, 0.26), (8, 0.44), (8.2, 0.64), (6.2, 0.82), (2.4, 0.95), (0, 1)]
    outline = curve(p(*[(-a, b) for a, b in right]))
    body = [shape([*outline, *reversed(curve(p(*right)))], BLACK, 1)]
    ribs = [cut(*p((-1, b), (-6.4 + abs(b - 0.55) * 5, b - 0.075)), 0.95) for b in (0.3, 0.38, 0.46, 0.54, 0.62, 0.7, 0.78)]
    ribs += [cut(*p((1.2, b), (5.6 - abs(b - 0.55) * 6, b - 0.075)), 0.55) for b in (0.34, 0.44, 0.54, 0.64, 0.74)]
    ribs.append(cut(*p((0, 0.15), (0, 0.9)), 0.5))
    ribs += [cut(*p((a, 0.05), (a * 0.4, 0.12)), 0.4) for a in (-3.4, -1.2, 1.2, 3.4)]
    body.append(path("".join(ribs), WHITE))
    body.append(stroke(p((-1.6, 0), (1.6, 0.02)), 1.6))
    body.append(f'<circle cx="{x - 2 + lean:g}" cy="{y + long * 0.87:.1f}" r="1" fill="#fff"/>')
    return body


def _basket(foot: Point) -> list[str]:
    x, y = foot

    def p(*points: Point) -> list[Point]:
        return [(x + a, y + b) for a, b in points]

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
    body.append(shape(curve([(148, 68), (155, 66), (164, 69), (168, 84), (170, 108), (156, 111), (142, 108), (145, 88), (148, 68)]), BLACK, 1))
    body.append(shape([(143, 90), (155, 92), (153, 113), (139, 110)], WHITE, 0.7))
    body.append(path("".join(cut((143 + a, 93), (141 + a, 110), 0.5) for a in (2.4, 5.8, 9))))
    body.append(limb([(163, 74), (168, 88), (154, 90)], 5.4))
    folds = [((150, 72), (147, 87)), ((154, 72), (152, 86)), ((158, 96), (158, 108)), ((164, 96), (166, 107)), ((149, 114), (146, 127)), ((162, 114), (162, 127)), ((143, 64), (129, 48)), ((165, 78), (168, 86))]
    body.append(path("".join(cut(a, b, 0.8) for a, b in folds), WHITE))
    body.append(shape(curve([(149, 56), (148, 60), (146.6, 62), (148.4, 63), (149.4, 67), (156, 68), (160, 62), (160, 55)]), WHITE, 0.8))
    body.append(shape([(155, 55), (161.5, 55), (162, 66), (156.5, 68.5)]))
    body.append(stroke([(150.2, 60.4), (151.8, 60.6)], 0.8))
    body += hat((154, 40), 34)
    body += [f'<circle cx="124" cy="42" r="2.6" fill="#fff" stroke="#000" stroke-width=".7"/>']
    return body


def nets() -> str:
    """A net hung up on a beam, and a woman on a stool who mends it."""
    width, height = 144.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += _day(104, 41)
    body.append(path(rows((0, 104, width, 114), (2.4, 3), lambda x, y: 0.5, 42, (10, 26)), WHITE))
    body.append(shape([(0, 115), (144, 112), (144, 144), (0, 144)]))
    body.append(path(rows((0, 117, width, 144), (3.6, 5), lambda x, y: 0.42, 43, (9, 22)), WHITE))
    body += [limb([(9, 14), (11, 128)], 3.6), limb([(94, 14), (94, 118)], 3.6)]

    def net(u: float, v: float) -> Point:
        pull = math.exp(-(((v - 0.66) / 0.16) ** 2)) * u**3 * 17
        fold = math.sin(u * 15) * 1.5 * v
        return 15 + 4 * v + u * (75 - 8 * v) + fold + pull, 23 + 3 * math.sin(math.pi * u) + v * (94 - 5 * u) + fold * 0.5

    edge = [net(u / 20, 0) for u in range(21)] + [net(1, v / 20) for v in range(21)]
    edge += [net(u / 20, 1) for u in range(20, -1, -1)] + [net(0, v / 20) for v in range(20, -1, -1)]
    body.append(shape(edge, WHITE))
    mesh = []
    across, down = 13, 18
    for start in range(-down, across + 1):
        for side in (1, -1):
            line = [(start + k if side == 1 else start + down - k, k) for k in range(down + 1)]
            line = [(a, b) for a, b in line if 0 <= a <= across]
            if len(line) > 1:
                mesh.append(f"M{at(*(net(a / across, b / down) for a, b in line))}")
    body.append(f'<path d="{"".join(mesh)}" fill="none" stroke="#000" stroke-width=".75" stroke-linejoin="round"/>')
    body.append(stroke([net(1, v / 20) for v in range(21)], 1.3) + stroke([net(u / 20, 1) for u in range(21)], 2))
    body.append(limb([(2, 18), (104, 18)], 3.4) + limb([net(u / 20, 0) for u in range(21)], 1.8))
    for u in range(8):
        x, y = net((u + 0.5) / 8, 0)
        body.append(f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="4" ry="2.9" stroke="#fff"/>' + path(cut((x - 2.4, y - 0.9), (x + 1, y - 1.2), 0.7), WHITE))
    body += _mender()
    return block(width, height, "补网，麻胶版。 Mending a net, drawn for this page.", body)


def _mender() -> list[str]:
    body = [limb([(112, 106), (108, 128)], 2.6), limb([(132, 106), (137, 127)], 2.6), limb([(108, 106), (136, 106)], 3)]
    body.append(limb([(124, 101), (103, 100), (101, 123)], 8))
    body.append(limb([(100, 125), (94, 126)], 3.6))
    body.append(shape(curve([(113, 68), (121, 65), (129, 70), (134, 86), (134, 104), (118, 105), (112, 96), (110, 80), (113, 68)]), BLACK, 1))
    body.append(limb([(118, 75), (112, 90), (99, 87)], 5.4))
    body.append(limb([(120, 74), (106, 80), (97, 77)], 5.2))
    folds = [((125, 72), (130, 88)), ((121, 76), (125, 92)), ((117, 96), (128, 102)), ((130, 90), (130, 102)), ((106, 98), (118, 99)), ((101, 104), (100, 118)), ((114, 80), (111, 87)), ((108, 89), (101, 87.4)), ((108, 79), (100, 77.6))]
    body.append(path("".join(cut(a, b, 0.8) for a, b in folds), WHITE))
    body += ['<circle cx="96.4" cy="86.6" r="2.5" fill="#fff" stroke="#000" stroke-width=".7"/>', '<circle cx="94.6" cy="76.6" r="2.5" fill="#fff" stroke="#000" stroke-width=".7"/>']
    body.append(stroke([(99, 75), (88, 79)], 2.4, WHITE) + stroke([(99, 75), (88, 79)], 1.1))
    body.append(shape(curve([(111, 54), (110.4, 58), (108.6, 60.4), (110.4, 61.4), (111.6, 66), (117, 68), (121, 62), (120, 54)]), WHITE, 0.8))
    body.append(stroke([(112, 58.6), (113.6, 58.8)], 0.8))
    body.append(shape(curve([(110, 54), (113, 49), (120, 47.6), (126, 52), (126.4, 60), (122, 68), (118.6, 69.6), (118, 62), (116.6, 55.6), (110, 54)]), BLACK, 1))
    body.append(path(cut((117, 51), (123.6, 56), 0.9) + cut((121, 60), (120, 66), 0.7), WHITE))
    return body


def slipway() -> str:
    """A wooden boat on its blocks, and a shipwright at a seam with mallet and iron."""
    width, height = 190.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += _day(100, 51)
    hills = curve([(0, 92), (14, 86), (30, 90), (60, 97), (130, 98), (158, 90), (176, 86), (190, 88)])
    body.append(shape([*hills, (190, 104), (0, 104)]))
    body.append(path(rows((0, 100, width, 110), (2.4, 3), lambda x, y: 0.55, 52, (10, 26)), WHITE))
    body.append(shape([(0, 112), (190, 110), (190, 144), (0, 144)]))
    body.append(path(rows((0, 114, width, 144), (3.6, 5), lambda x, y: 0.42, 53, (9, 22)), WHITE))
    body += [limb([(x, 101), (x, 117)], 6) for x in (62, 94, 126, 156)] + [limb([(48, 118), (174, 118)], 4)]
    body += [limb([(92, 52), (92, 6)], 2.4), limb([(92, 12), (130, 40)], 1.2), stroke([(92, 8), (22, 38)], 0.8), stroke([(92, 8), (172, 46)], 0.8)]
    body += _house() + _hull()
    for top, foot in (((146, 86), (158, 121)), ((118, 88), (129, 122)), ((84, 88), (95, 122))):
        body += [limb([top, foot], 3), limb([(foot[0] - 5, foot[1] + 1), (foot[0] + 5, foot[1] + 1)], 2.2)]
    body += _shipwright()
    return block(width, height, "捻船，麻胶版。 Caulking a boat, drawn for this page.", body)


def _house() -> list[str]:
    body = [shape([(118, 56), (120, 30), (152, 30), (154, 56)], BLACK, 1), shape([(115, 30), (117, 26), (156, 26), (157, 30)], BLACK, 1)]
    body.append(path("M124 34H132V42H124ZM136 34H144V42H136ZM147 34H150V42H147Z", WHITE))
    body.append(path("".join(cut((122, y), (150, y), 0.6) for y in (46, 49.4)), WHITE))
    return body


def _hull() -> list[str]:
    """The side, plank by plank, in the light forward and in the shade aft and below."""

    def side(along: float, down: float) -> Point:
        stem = 16 + 30 * down**1.25
        stern = 180 - 10 * down
        sheer = 38 + 62 * along * (1 - along) + 10 * along
        keel = 100
        return stem + (stern - stem) * along, sheer + (keel - sheer) * down

    rail = [side(a / 24, 0) for a in range(25)]
    outline = [*rail, *(side(1, d / 6) for d in range(7)), *(side(a / 24, 1) for a in range(24, -1, -1)), *(side(0, d / 10) for d in range(9, 0, -1))]
    body = [shape(outline, BLACK, 1.2)]
    grain = []
    for plank in range(8):
        down = (plank + 0.72) / 8.6
        wide = 2.5 - plank * 0.22
        for step in range(6):
            start, end = 0.02 + step * 0.165 + (plank % 2) * 0.03, 0.165 + step * 0.165 + (plank % 2) * 0.03
            light = max(0.2, 1 - step * 0.15)
            one, other = side(start, down), side(min(end, 0.99), down)
            grain.append(cut(one, other, wide * light, -0.5))
    body.append(path("".join(grain), WHITE))
    body.append(stroke(rail, 4.4) + stroke([side(a / 24, 0.045) for a in range(25)], 0.8, WHITE))
    body.append(stroke([side(0, d / 10) for d in range(11)], 4) + stroke([side(0.006, d / 10) for d in range(1, 11)], 0.7, WHITE))
    body.append(shape([(171, 72), (180, 70), (178, 101), (170, 101)], BLACK, 0.9))
    body.append(path("".join(cut((173 + a, 75), (172.4 + a, 99), 0.6) for a in (0, 3)), WHITE))
    body.append(f'<circle cx="32" cy="52" r="2.2" fill="#fff"/><circle cx="32" cy="52" r="1"/>')
    return body


def _shipwright() -> list[str]:
    body = [limb([(46, 102), (42, 132)], 7.6), limb([(53, 102), (58, 132)], 7.6)]
    body += [limb([(42, 134), (48, 134.6)], 3.6), limb([(58, 134), (64, 134.6)], 3.6)]
    body.append(shape(curve([(42, 74), (49, 71), (57, 75), (58, 90), (58, 106), (42, 106), (41, 90), (42, 74)]), WHITE, 1))
    body.append(limb([(55, 79), (64, 88), (74, 82)], 4.6, WHITE))
    body.append(limb([(44, 78), (34, 72), (40, 59)], 4.8, WHITE))
    folds = [((45, 80), (44, 100)), ((49, 86), (49, 103)), ((54, 84), (55, 102)), ((46, 104), (56, 104))]
    body.append(path("".join(cut(a, b, 0.7) for a, b in folds)))
    body.append(path(cut((46, 110), (43, 128), 0.8) + cut((54, 110), (57, 128), 0.8), WHITE))
    body.append(limb([(75, 84), (80, 76)], 1.6))
    body.append(limb([(41, 57), (50, 44)], 1.6) + limb([(44.6, 40.6), (54.6, 47)], 5))
    body.append(shape(curve([(45, 58), (45, 66), (48, 72), (54, 71), (56.4, 66.6), (58.6, 65), (57, 62.4), (56.8, 58)]), WHITE, 0.9))
    body.append(stroke([(54, 62), (55.6, 61.8)], 0.8))
    body.append(shape([(44, 64), (43.6, 57), (48, 53.4), (55, 53.6), (57.6, 57.4), (62.4, 59.4), (57, 60), (49, 60), (48, 66)], BLACK, 0.8))
    body += ['<circle cx="40.6" cy="58.4" r="2.5" fill="#fff" stroke="#000" stroke-width=".7"/>', '<circle cx="74.6" cy="82.4" r="2.5" fill="#fff" stroke="#000" stroke-width=".7"/>']
    return body


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
    body.append(path(rows((0, 126, width, HORIZON), (3.2, 2.6), lambda x, y: 0.3 + 0.3 * (y > 134), 61, (20, 60)), WHITE))
    far = curve([(0, 136), (26, 130), (60, 134), (92, 126), (128, 133), (170, 137), (212, 141)])
    body.append(shape([*far, (212, HORIZON + 1), (0, HORIZON + 1)], BLACK, 0.8))
    body.append(path("".join(cut((x, y), (x + 14, y + 3), 0.8) for x, y in ((20, 133), (50, 135), (88, 129), (110, 132), (136, 137))), WHITE))

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
                wide = min(near + long / 2, 150) * math.pi / (150 if bright and near > 80 else 240 if bright else 120) * light
                if wide > 0.25:
                    start, end = ((LAMP[0] + r * math.cos(turn), LAMP[1] + r * math.sin(turn)) for r in (near, near + long))
                    made.append(cut(start, end, min(wide, 3)))
            near += long * (0.9 if bright else 1.0) + 1.5
    return "".join(made)


def _headland() -> list[str]:
    top = [(214, 146), (232, 140), (246, 131), (262, 127), (276, 117), (294, 111), (320, 108), (342, 111), (364, 108), (384, 112), (404, 110)]
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
    foam = [cut((x, 149.5 + (x - 214) * 0.088 + b), (x + 17, 150.4 + (x - 197) * 0.088 + b), 1.5) for b in (0, 4) for x in range(212 + int(b) * 3, 396, 15)]
    body.append(path("".join(foam), WHITE))
    body.append(shape([(350, 113), (350, 97), (368, 88), (386, 97), (386, 115)], BLACK, 1))
    body.append(shape([(350, 113), (350, 97), (361, 91.6), (361, 114)], WHITE))
    body.append(path("M353 101H357V106H353ZM366 101H371V106H366ZM377 101H382V106H377Z", WHITE) + path("M353 101H357V106H353Z"))
    body.append(path("".join(cut((368 + a, 90 + a * 0.5), (364 + a, 97), 0.7) for a in (2, 6, 10, 14)), WHITE))
    return body


def _boat(spot: Point, scale: float) -> list[str]:
    """A fishing boat from the side, her light in the wheelhouse, and her image in the water."""

    def p(*points: Point) -> list[Point]:
        return [(spot[0] + a * scale, spot[1] - b * scale) for a, b in points]

    edge = max(0.6, 1.1 * scale)
    image = [cut(*p((-34 + a, -3 - b), (34 - a, -3 - b)), 1.5 * scale) for a, b in ((0, 0), (6, 4.5), (13, 9))]
    body = [shape(p((-40, -1), (44, -1), (30, -8), (-26, -8)), BLACK), path("".join(image), WHITE)]
    body += [stroke(p((4, 8), (4, 58)), 1.9 * scale + 2 * edge, WHITE), stroke(p((4, 8), (4, 58)), 1.9 * scale)]
    body += [stroke(p((4, 56), b), 0.8 * scale, WHITE) for b in ((46, 18), (-38, 14))]
    body.append(stroke(p((4, 22), (26, 44)), 1.6 * scale, WHITE))
    body.append(shape(p((-30, 10), (-29, 32), (-10, 32), (-7, 10)), BLACK, edge))
    body.append(shape(p((-33, 32), (-32, 35), (-8, 35), (-7, 32)), BLACK, edge))
    body.append(path(f"M{at(*p((-26, 28), (-20, 28), (-20, 20), (-26, 20)))}ZM{at(*p((-17, 28), (-12, 28), (-11, 20), (-17, 20)))}Z", WHITE))
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
        body += [shape([(x - 6, y + 1), (x - 5.4, y - 13), (x + 5.4, y - 13), (x + 6, y + 1)], BLACK, 1.1), limb([(x - 7, y - 15), (x + 7, y - 15)], 4.6, edge=1.1)]
        body.append(path(cut((x - 6, y - 16), (x + 2, y - 16), 0.8) + cut((x - 3.4, y - 10), (x - 3.6, y), 0.8), WHITE))
    return body + _watchers()


def _watchers() -> list[str]:
    """A man with a child at his hand, from behind, whole, the light on their right."""
    body = [limb([(222, 190), (221, 210)], 6.4), limb([(231, 190), (232.4, 210)], 6.4)]
    body += [limb([(246.4, 198), (246, 211)], 4.4), limb([(251.6, 198), (252.4, 211)], 4.4)]
    body.append(limb([(233, 171), (238.6, 181), (240, 188.6)], 4.6) + limb([(244.6, 183), (241, 189.6)], 3.4))
    body.append(limb([(220, 171), (216, 181), (216.6, 190)], 4.6) + limb([(253.6, 184), (256.6, 193)], 3.4))
    body.append(shape(curve([(219.4, 168), (226.6, 165.4), (234, 168), (234.6, 182), (236, 196), (226.6, 197.6), (217.6, 196), (218.8, 182), (219.4, 168)]), BLACK, 1))
    body.append(shape(curve([(244.6, 181), (249, 179), (253.6, 181), (255.6, 192), (256.6, 201), (249, 202.4), (241.8, 201), (243.4, 192), (244.6, 181)]), BLACK, 1))
    body.append(shape(curve([(222.4, 160), (223, 154.6), (227, 152.6), (231, 154.6), (231.6, 160), (229.6, 164.6), (224.6, 164.6), (222.4, 160)]), BLACK, 1))
    body.append(limb([(222.4, 157), (231.8, 157)], 1.6, edge=0.7))
    body.append(shape(curve([(245, 174), (245.8, 170), (249.2, 168.4), (252.6, 170), (253.4, 174), (251.4, 178), (247, 178), (245, 174)]), BLACK, 1))
    body.append(f'<circle cx="249.2" cy="168" r="1.7" stroke="#fff" stroke-width=".7"/>')
    folds = [((232.6, 170), (234, 194)), ((229.6, 172), (230.4, 190)), ((226.6, 180), (226.8, 196)), ((230, 155), (230.6, 162)), ((254, 184), (255, 199)), ((250.4, 186), (251, 200)), ((251.8, 171), (252.2, 176)), ((233, 199), (233.6, 208)), ((237.4, 178), (239.6, 187))]
    body.append(path("".join(cut(a, b, 0.8) for a, b in folds), WHITE))
    return body


def main() -> None:
    """Writes the files: two stay paths, the three of the group are pulled as pixels."""
    for name, drawn in (("harbour.svg", harbour()), ("ferry.svg", ferry())):
        (PAGES / "front" / name).write_text(drawn, encoding="utf-8", newline="\n")
    for name, drawn in (("racks.png", racks()), ("nets.png", nets()), ("slipway.png", slipway())):
        pull(drawn, PAGES / "inside" / name)


if __name__ == "__main__":
    main()
