"""Spot inks as Separation spaces (ISO 32000-1, 8.6.6.4), each once a file and shared by its pages.

A space is named for what it is, not for the page that uses it: operators that are kept from one build to the next stay
right, and two processes name it alike.
"""

from __future__ import annotations

import re
from hashlib import sha256

from jxprint.errors import Finding, OutputError
from jxprint.ink import Ink, Spot, two_values
from jxprint.placed import PlacedPage
from jxprint.placed.inks import spots_on
from jxprint.writers.pdf.numbers import decimal, decimals
from jxprint.writers.pdf.seam import File

_USED = b"/Spot"
# What a name may be made of as it is (ISO 32000-1, 7.3.5); every other byte is told by its number.
_REGULAR = re.compile(rb"[A-Za-z0-9_+-]")


def laid(spot: Spot, share: float, *, stroke: bool) -> str:
    """The operators that choose a spot ink at so much of it."""
    select, tint = ("CS", "SCN") if stroke else ("cs", "scn")
    return f"/{_resource(spot)} {select} {decimal(share)} {tint}"


def spots_of(page: PlacedPage, content: tuple[bytes, ...]) -> tuple[Spot, ...]:
    """The spot inks of a page by their names; `content` are its operators, which mostly say that there is none."""
    if not any(_USED in part for part in content):
        return ()
    return spots_on(page)


class Spots:
    """Writes the spot inks of one file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._numbers: dict[Spot, int] = {}

    def entries(self, spots: tuple[Spot, ...]) -> bytes:
        """Entries of a page's colour spaces. Raises OutputError where one plate would have two values."""
        return b"".join(b"/%b %d 0 R" % (_resource(spot).encode("ascii"), self._number(spot)) for spot in spots)

    def _number(self, spot: Spot) -> int:
        if spot not in self._numbers:
            for known, _ in two_values(Ink(one.name, one.cmyk, one) for one in (*self._numbers, spot)):
                raise OutputError(Finding("output.spot_twice", args={"plate": known.name}))
            self._numbers[spot] = self._file.add(_separation(spot))
        return self._numbers[spot]


def _separation(spot: Spot) -> bytes:
    """The space: where nobody has the ink it is so much of each process ink, in proportion to its own amount."""
    tint = f"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[{decimals(*spot.cmyk)}]/N 1>>"
    return b"[/Separation /%b/DeviceCMYK%b]" % (_name(spot.name), tint.encode("ascii"))


def _name(name: str) -> bytes:
    bytes_of = (bytes((one,)) for one in name.encode("utf-8"))
    return b"".join(one if _REGULAR.fullmatch(one) else b"#%02X" % one[0] for one in bytes_of)


def _resource(spot: Spot) -> str:
    return "Spot" + sha256(f"{spot.name}\0{decimals(*spot.cmyk)}".encode()).hexdigest()[:8]
