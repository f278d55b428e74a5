"""What both forms are written with: numbers, escaped text and colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from jxprint.ink import Ink

# What XML 1.0 (2.2) has no way to say; no copy has it, but a title or an address may.
_UNSAYABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Red, green and blue of the solids (ISO 12647-2, coated paper, as sRGB has them); black is what a screen calls black,
# so that type is as sharp as it can be.
_SOLIDS = ((0, 158, 227), (230, 0, 126), (255, 237, 0), (0, 0, 0))


def n(value: float) -> str:
    """A number to a thousandth (of a point, or of a thousandth of an em), as short as it can be said."""
    told = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if told == "-0" else told


def fine(value: float) -> str:
    """A number that others are multiplied by, to six digits that count."""
    return f"{value:.6g}"


def path_data(commands: Iterable[tuple[str | float, ...]], across: float = 1.0, down: float = 1.0) -> str:
    """A path's commands, its coordinates multiplied."""
    told: list[str] = []
    for name, *numbers in commands:
        scales = (across, down) * (len(numbers) // 2)
        told.append(str(name) + " ".join(n(float(one) * by) for one, by in zip(numbers, scales, strict=True)))
    return "".join(told)


def said(text: str) -> str:
    """Text that may stand in an element or between double quotes."""
    return escape(_UNSAYABLE.sub("\ufffd", text))


def colour(ink: Ink) -> str:
    """An ink on a screen: what cyan, magenta, yellow and black, one over another, let through of the paper's white. No
    profile of a press is asked: a view is for reading.
    """
    light = [1.0, 1.0, 1.0]
    for amount, solid in zip(ink.cmyk, _SOLIDS, strict=True):
        light = [one * (1 - amount * (1 - through / 255)) for one, through in zip(light, solid, strict=True)]
    return "#" + "".join(f"{round(255 * one):02x}" for one in light)
