"""Colour: the press's profile, and pictures as press, archive and screen want them.

`convert` makes of a picture file what a PDF holds of it: samples, their colour space, and what there is to tell.
`newsprint` and `srgb` are the profiles that come along (`assets/icc/`); `read_output_profile` reads a plant's own.
Nothing here knows what a profile of output (`jxprint.profile`) is: ways are named by plain words.
"""

from __future__ import annotations

from jxprint.colour.converted import Converted, Space, Way
from jxprint.colour.converting import convert
from jxprint.colour.profiles import OutputProfile, newsprint, read_output_profile, srgb

__all__ = [
    "Converted",
    "OutputProfile",
    "Space",
    "Way",
    "convert",
    "newsprint",
    "read_output_profile",
    "srgb",
]
