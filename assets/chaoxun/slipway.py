"""A linocut: caulking a boat."""

from __future__ import annotations

from graver import (
    BLACK,
    WHITE,
    Point,
    block,
    curve,
    cut,
    cuts,
    hand,
    limb,
    path,
    points,
    rows,
    segments,
    shape,
    stroke,
)
from racks import day


def slipway() -> str:
    """A wooden boat on its blocks, and a shipwright at a seam with mallet and iron."""
    width, height = 190.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += day(100, 51)
    hills = curve(points("0 92, 14 86, 30 90, 60 97, 130 98, 158 90, 176 86, 190 88"))
    body.append(shape([*hills, (190, 104), (0, 104)]))
    body.append(path(rows((0, 100, width, 110), (2.4, 3), lambda x, y: 0.55, 52, (10, 26)), WHITE))
    body.append(shape([(0, 112), (190, 110), (190, 144), (0, 144)]))
    body.append(path(rows((0, 114, width, 144), (3.6, 5), lambda x, y: 0.42, 53, (9, 22)), WHITE))
    body += [limb([(x, 101), (x, 117)], 6) for x in (62, 94, 126, 156)] + [limb([(48, 118), (174, 118)], 4)]
    body += [
        limb([(92, 52), (92, 6)], 2.4),
        limb([(92, 12), (130, 40)], 1.2),
        stroke([(92, 8), (22, 38)], 0.8),
        stroke([(92, 8), (172, 46)], 0.8),
    ]
    body += _house() + _hull()
    for top, foot in (((146, 86), (158, 121)), ((118, 88), (129, 122)), ((84, 88), (95, 122))):
        body += [limb([top, foot], 3), limb([(foot[0] - 5, foot[1] + 1), (foot[0] + 5, foot[1] + 1)], 2.2)]
    body += _shipwright()
    return block(width, height, "捻船，麻胶版。 Caulking a boat, drawn for this page.", body)


def _house() -> list[str]:
    body = [
        shape([(118, 56), (120, 30), (152, 30), (154, 56)], BLACK, 1),
        shape([(115, 30), (117, 26), (156, 26), (157, 30)], BLACK, 1),
    ]
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
    outline = [
        *rail,
        *(side(1, d / 6) for d in range(7)),
        *(side(a / 24, 1) for a in range(24, -1, -1)),
        *(side(0, d / 10) for d in range(9, 0, -1)),
    ]
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
    body.append(
        stroke([side(0, d / 10) for d in range(11)], 4)
        + stroke([side(0.006, d / 10) for d in range(1, 11)], 0.7, WHITE)
    )
    body.append(shape([(171, 72), (180, 70), (178, 101), (170, 101)], BLACK, 0.9))
    body.append(path("".join(cut((173 + a, 75), (172.4 + a, 99), 0.6) for a in (0, 3)), WHITE))
    body.append('<circle cx="32" cy="52" r="2.2" fill="#fff"/><circle cx="32" cy="52" r="1"/>')
    return body


def _shipwright() -> list[str]:
    body = [limb([(46, 102), (42, 132)], 7.6), limb([(53, 102), (58, 132)], 7.6)]
    body += [limb([(42, 134), (48, 134.6)], 3.6), limb([(58, 134), (64, 134.6)], 3.6)]
    body.append(shape(curve(points("42 74, 49 71, 57 75, 58 90, 58 106, 42 106, 41 90, 42 74")), WHITE, 1))
    body.append(limb([(55, 79), (64, 88), (74, 82)], 4.6, WHITE))
    body.append(limb([(44, 78), (34, 72), (40, 59)], 4.8, WHITE))
    folds = segments("45 80 44 100, 49 86 49 103, 54 84 55 102, 46 104 56 104")
    body.append(cuts(folds, 0.7, BLACK))
    body.append(path(cut((46, 110), (43, 128), 0.8) + cut((54, 110), (57, 128), 0.8), WHITE))
    body.append(limb([(75, 84), (80, 76)], 1.6))
    body.append(limb([(41, 57), (50, 44)], 1.6) + limb([(44.6, 40.6), (54.6, 47)], 5))
    body.append(shape(curve(points("45 58, 45 66, 48 72, 54 71, 56.4 66.6, 58.6 65, 57 62.4, 56.8 58")), WHITE, 0.9))
    body.append(stroke([(54, 62), (55.6, 61.8)], 0.8))
    body.append(
        shape(points("44 64, 43.6 57, 48 53.4, 55 53.6, 57.6 57.4, 62.4 59.4, 57 60, 49 60, 48 66"), BLACK, 0.8)
    )
    body += [hand(40.6, 58.4), hand(74.6, 82.4)]
    return body
