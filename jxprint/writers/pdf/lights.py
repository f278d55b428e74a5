"""Colours of drawings (sRGB) as operators and in shadings: what a profile makes of them."""

from __future__ import annotations

from jxprint.artwork import Colour
from jxprint.writers.pdf.manner import Manner
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.seam import File


class Lights:
    """Says the colours of one file's drawings. Greys are black ink alone everywhere but on a screen: four inks on
    newsprint would not stand on one another. A press has its inks by its own profile, an archive sRGB by name.
    """

    def __init__(self, file: File) -> None:
        self._file, self._manner = file, file.manner
        self._number: int | None = None

    def paint(self, colour: Colour, *, stroke: bool) -> str:
        """What is filled or stroked from here on."""
        how, red, green, blue = self._manner.profile.colour, colour.red, colour.green, colour.blue
        if colour.is_grey and how == "screen":
            return f"{decimals(red)} {'G' if stroke else 'g'}"
        if colour.is_grey:
            return f"{decimals(0, 0, 0, 1 - red)} {'K' if stroke else 'k'}"
        if how == "press":
            return f"{decimals(*inks_of(colour, self._manner))} {'K' if stroke else 'k'}"
        return f"{decimals(red, green, blue)} {'RG' if stroke else 'rg'}"

    def space(self, *, grey: bool) -> str:
        """The colour space of a shading whose colours are `amounts`."""
        how = self._manner.profile.colour
        if grey:
            return "/DeviceGray"
        if how == "press":
            return "/DeviceCMYK"
        return f"[/ICCBased {self._srgb()} 0 R]" if how == "archive" else "/DeviceRGB"

    def amounts(self, colour: Colour, *, grey: bool) -> str:
        """A colour in the space of its shading."""
        if grey:
            return decimals(colour.red)
        if self._manner.profile.colour == "press":
            return decimals(*inks_of(colour, self._manner))
        return decimals(colour.red, colour.green, colour.blue)

    def resources(self, more: bytes = b"") -> bytes:
        """What the resources of a page or form say of colours: RGB is sRGB, where a file has to tell (ISO 32000-1,
        8.6.5.6), and `more` entries.
        """
        if self._manner.profile.colour == "archive":
            more = b"/DefaultRGB[/ICCBased %d 0 R]" % self._srgb() + more
        return b"/ColorSpace<<%b>>" % more if more else b""

    def _srgb(self) -> int:
        if self._number is None:
            self._number = self._file.srgb()
        return self._number


def inks_of(colour: Colour, manner: Manner) -> tuple[float, ...]:
    """The press's inks for a colour, from 0 to 1."""
    from jxprint.colour.paints import press_inks

    assert manner.press is not None  # whoever asks for a press names one
    return press_inks(colour, manner.press.data)
