"""Inks as operators (ISO 32000-1, 8.6.8): what a profile makes of them."""

from __future__ import annotations

from msgspec import Struct

from jxprint.ink import Ink
from jxprint.profile import Colour
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.spots import laid

# Graphics states of a page for a press: what overprints, and what knocks out what is under it.
_OVER, _OUT = "/Ov gs", "/Kn gs"
STATES = b"/ExtGState<</Ov<</OP true/op true/OPM 1>>/Kn<</OP false/op false/OPM 1>>>>"


class Palette(Struct, frozen=True):
    """Says inks as operators, for `kept` and `archive` as they are, spot inks on plates of their own. On a `press`
    black alone (100 K) overprints, so that no white shows round type that stands out of register, and everything else
    knocks out, reversed type as well; on a `screen` inks are the light that they let through.
    """

    colour: Colour = "kept"

    def fill(self, ink: Ink) -> str:
        """What is filled from here on."""
        if self.colour == "screen":
            return _light(ink, "g", "rg")
        amounts = decimals(*ink.cmyk) + " k" if ink.spot is None else laid(ink.spot, ink.share, stroke=False)
        return f"{self._state(ink)}\n{amounts}" if self.colour == "press" else amounts

    def stroke(self, ink: Ink) -> str:
        """What is stroked from here on."""
        if self.colour == "screen":
            return _light(ink, "G", "RG")
        amounts = decimals(*ink.cmyk) + " K" if ink.spot is None else laid(ink.spot, ink.share, stroke=True)
        return f"{self._state(ink)}\n{amounts}" if self.colour == "press" else amounts

    def both(self, fill: Ink, stroke: Ink) -> str:
        """What is filled and stroked at once: it overprints where both inks do."""
        said = f"{self.fill(fill)}\n{self.stroke(stroke)}"
        return f"{said}\n{_OUT}" if self.colour == "press" and not fill.is_black_alone else said

    @property
    def knocked_out(self) -> str:
        """What stands before a picture; empty where nothing overprints."""
        return _OUT if self.colour == "press" else ""

    @property
    def resources(self) -> bytes:
        """Entries of a page's resources."""
        return STATES if self.colour == "press" else b""

    @staticmethod
    def _state(ink: Ink) -> str:
        return _OVER if ink.is_black_alone else _OUT


def _light(ink: Ink, grey: str, colour: str) -> str:
    lights = light_of(ink.cmyk)
    return f"{decimals(lights[0])} {grey}" if len(set(lights)) == 1 else f"{decimals(*lights)} {colour}"


def light_of(cmyk: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """Inks as light: each takes its own away (ISO 32000-1, 10.3.5)."""
    cyan, magenta, yellow, black = cmyk
    return (1 - min(1.0, cyan + black), 1 - min(1.0, magenta + black), 1 - min(1.0, yellow + black))
