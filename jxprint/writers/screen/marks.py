"""What both forms are written with: numbers, escaped text and colours."""

from __future__ import annotations

import re
from html import escape

from jxprint.ink import Ink

# What XML 1.0 (2.2) has no way to say; no copy has it, but a title or an address may.
_UNSAYABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def n(value: float) -> str:
    """A number to a thousandth (of a point, or of a thousandth of an em), as short as it can be said."""
    told = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if told == "-0" else told


def said(text: str) -> str:
    """Text that may stand in an element or between double quotes."""
    return escape(_UNSAYABLE.sub("\ufffd", text))


def colour(ink: Ink) -> str:
    """An ink on a screen: each of red, green and blue is what its complement and black let through. No profile of a
    press is asked: a view is for reading.
    """
    *inks, black = ink.cmyk
    return "#" + "".join(f"{round(255 * (1 - amount) * (1 - black)):02x}" for amount in inks)
