"""Inks: what the press lays down, by name."""

from __future__ import annotations

from msgspec import Struct


class Ink(Struct, frozen=True):
    """A named ink as DeviceCMYK amounts from 0 to 1; text and rules of a page use black, `(0, 0, 0, 1)`, alone."""

    name: str
    cmyk: tuple[float, float, float, float]

    def tint(self, share: float) -> Ink:
        """The same ink at `share` (0 to 1) of its amount."""
        c, m, y, k = self.cmyk
        return Ink(self.name, (c * share, m * share, y * share, k * share))


BLACK = Ink("black", (0.0, 0.0, 0.0, 1.0))
CYAN = Ink("cyan", (1.0, 0.0, 0.0, 0.0))
MAGENTA = Ink("magenta", (0.0, 1.0, 0.0, 0.0))
YELLOW = Ink("yellow", (0.0, 0.0, 1.0, 0.0))
# What stands on every plate (套准色), spot inks' as well: for the press's own marks, never on the page itself.
REGISTRATION = Ink("registration", (1.0, 1.0, 1.0, 1.0))
# The paper's own white: printed as no ink at all, over what stands under it.
PAPER = Ink("paper", (0.0, 0.0, 0.0, 0.0))
