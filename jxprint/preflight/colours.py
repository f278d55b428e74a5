"""Colour spaces and colours as inks (ISO 32000-1, 8.6): how much of each plate a painted thing lays down."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from jxprint.preflight.values import name_of

_DEPTH = 8
# More colorants than any press has, and than DeviceN may have (annex C).
_MOST_NAMES = 32
_SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
_COUNTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/CalGray": 1, "/CalRGB": 3, "/Lab": 3}
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
# An ink of which there is less than this (0 to 1) is not there.
_LEAST = 0.004
NO_INK = (0.0, 0.0, 0.0, 0.0)


class Space(Struct, frozen=True):
    """A colour space: its family, its number of components, the names of its colorants, the space it falls back on or
    indexes into, and the object that it is.
    """

    family: str = "/DeviceGray"
    components: int = 1
    names: tuple[str, ...] = ()
    base: Space | None = None
    array: Any = None

    @property
    def deepest(self) -> Space:
        """What Indexed and patterns index into; the space itself otherwise."""
        return self.base.deepest if self.base is not None and self.family in ("/Indexed", "/Pattern") else self


GRAY = Space()
RGB = Space("/DeviceRGB", 3)
CMYK = Space("/DeviceCMYK", 4)
UNKNOWN = Space("", 0)


class Colour(Struct, frozen=True):
    """A colour: `plates` are shares of cyan, magenta, yellow and black (None: it is no ink yet), `spots` those of inks
    with other names.
    """

    space: Space = GRAY
    plates: tuple[float, float, float, float] | None = (0.0, 0.0, 0.0, 1.0)
    spots: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float:
        """All inks together, in per cent."""
        return 100 * (sum(self.plates or NO_INK) + sum(amount for _, amount in self.spots))

    @property
    def inks(self) -> int:
        """On how many plates there is some of it."""
        amounts = [*(self.plates or NO_INK), *(amount for _, amount in self.spots)]
        return sum(amount > _LEAST for amount in amounts)

    @property
    def is_white(self) -> bool:
        """Whether it is the paper's own white."""
        return self.plates is not None and self.inks == 0

    @property
    def is_black(self) -> bool:
        """Whether it is the black plate alone, in full."""
        return self.plates is not None and self.inks == 1 and self.plates[3] > 1 - _LEAST


def read_space(value: Any, resources: Any, depth: int = 0) -> Space:
    """The space of a name or array; UNKNOWN where it is none, or is named and not there."""
    import pikepdf

    if depth > _DEPTH or value is None:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        name = _SHORT.get(str(value), str(value))
        if name in _COUNTS:
            return Space(name, _COUNTS[name])
        if name == "/Pattern":
            return Space(name, 0)
        found = resources.get("/ColorSpace", {}).get(name) if resources is not None else None
        return read_space(found, resources, depth + 1) if found is not None else UNKNOWN
    if not isinstance(value, pikepdf.Array) or not len(value):
        return UNKNOWN
    family = _SHORT.get(str(value[0]), str(value[0]))
    if family == "/ICCBased" and len(value) > 1:
        return Space(family, int(value[1].get("/N", 0)), array=value)
    if family in ("/Indexed", "/Pattern"):
        base = read_space(value[1], resources, depth + 1) if len(value) > 1 else None
        return Space(family, 1 if family == "/Indexed" else 0, base=base, array=value)
    if family in ("/Separation", "/DeviceN") and len(value) > 2:
        given = [value[1]] if family == "/Separation" else list(value[1])[:_MOST_NAMES]
        names = tuple(name_of(one) for one in given)
        return Space(family, len(names), names, read_space(value[2], resources, depth + 1), value)
    return Space(family, _COUNTS.get(family, 0), array=value)


def colour_of(space: Space, amounts: tuple[float, ...]) -> Colour:
    """A colour by its components, as far as it is ink."""
    family, count = space.family, len(amounts)
    if family in ("/Separation", "/DeviceN"):
        return _named(space, amounts)
    if family in ("/DeviceGray", "/CalGray") or (family == "/ICCBased" and count == 1):
        return Colour(space, (0.0, 0.0, 0.0, 1 - amounts[0]) if count else NO_INK)
    if (family == "/DeviceCMYK" or family == "/ICCBased") and count == 4:
        c, m, y, k = amounts
        return Colour(space, (c, m, y, k))
    if family in ("/DeviceRGB", "/CalRGB", "/ICCBased") and count == 3 and min(amounts) >= 1 - _LEAST:
        return Colour(space, NO_INK)
    return Colour(space, None)


def initial(space: Space) -> Colour:
    """The colour that a space begins with (8.6.8)."""
    if space.family in ("/Separation", "/DeviceN"):
        return colour_of(space, (1.0,) * space.components)
    if space.components == 4:
        return colour_of(space, (0.0, 0.0, 0.0, 1.0))
    return colour_of(space, (0.0,) * space.components)


def _named(space: Space, amounts: tuple[float, ...]) -> Colour:
    plates, spots = [0.0, 0.0, 0.0, 0.0], []
    for name, amount in zip(space.names, amounts, strict=False):
        if name in PROCESS:
            plates[PROCESS.index(name)] += amount
        elif name == "All":
            plates = [amount] * 4
        elif name != "None":
            spots.append((name, amount))
    c, m, y, k = plates
    return Colour(space, (c, m, y, k), tuple(spots))


def is_spot(name: str) -> bool:
    """Whether a colorant is an ink of its own."""
    return name not in (*PROCESS, "All", "None")
