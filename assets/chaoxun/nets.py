"""A linocut: mending a net."""

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


def nets() -> str:
    """A net hung up on a beam, and a woman on a stool who mends it."""
    width, height = 144.0, 144.0
    body = [f'<rect width="{width:g}" height="{height:g}"/>']
    body += day(104, 41)
    body.append(path(rows((0, 104, width, 114), (2.4, 3), lambda x, y: 0.5, 42, (10, 26)), WHITE))
    body.append(shape([(0, 115), (144, 112), (144, 144), (0, 144)]))
    body.append(path(rows((0, 117, width, 144), (3.6, 5), lambda x, y: 0.42, 43, (9, 22)), WHITE))
    body += [limb([(9, 14), (11, 128)], 3.6), limb([(94, 14), (94, 118)], 3.6)]

    def net(u: float, v: float) -> Point:
        pull = math.exp(-(((v - 0.66) / 0.16) ** 2)) * u**3 * 17
        fold = math.sin(u * 15) * 1.5 * v
        return 15 + 4 * v + u * (75 - 8 * v) + fold + pull, 23 + 3 * math.sin(math.pi * u) + v * (
            94 - 5 * u
        ) + fold * 0.5

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
        body.append(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="4" ry="2.9" stroke="#fff"/>'
            + path(cut((x - 2.4, y - 0.9), (x + 1, y - 1.2), 0.7), WHITE)
        )
    body += _mender()
    return block(width, height, "补网，麻胶版。 Mending a net, drawn for this page.", body)


def _mender() -> list[str]:
    body = [limb([(112, 106), (108, 128)], 2.6), limb([(132, 106), (137, 127)], 2.6), limb([(108, 106), (136, 106)], 3)]
    body.append(limb([(124, 101), (103, 100), (101, 123)], 8))
    body.append(limb([(100, 125), (94, 126)], 3.6))
    body.append(
        shape(curve(points("113 68, 121 65, 129 70, 134 86, 134 104, 118 105, 112 96, 110 80, 113 68")), BLACK, 1)
    )
    body.append(limb([(118, 75), (112, 90), (99, 87)], 5.4))
    body.append(limb([(120, 74), (106, 80), (97, 77)], 5.2))
    folds = segments(
        "125 72 130 88, 121 76 125 92, 117 96 128 102, 130 90 130 102, "
        "106 98 118 99, 101 104 100 118, 114 80 111 87, 108 89 101 87.4, 108 79 100 77.6"
    )
    body.append(cuts(folds, 0.8))
    body += [hand(96.4, 86.6), hand(94.6, 76.6)]
    body.append(stroke([(99, 75), (88, 79)], 2.4, WHITE) + stroke([(99, 75), (88, 79)], 1.1))
    body.append(
        shape(curve(points("111 54, 110.4 58, 108.6 60.4, 110.4 61.4, 111.6 66, 117 68, 121 62, 120 54")), WHITE, 0.8)
    )
    body.append(stroke([(112, 58.6), (113.6, 58.8)], 0.8))
    body.append(
        shape(
            curve(points("110 54, 113 49, 120 47.6, 126 52, 126.4 60, 122 68, 118.6 69.6, 118 62, 116.6 55.6, 110 54")),
            BLACK,
            1,
        )
    )
    body.append(path(cut((117, 51), (123.6, 56), 0.9) + cut((121, 60), (120, 66), 0.7), WHITE))
    return body
