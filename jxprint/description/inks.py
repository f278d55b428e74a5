"""The inks of a house style (油墨): amounts of the four process inks, or a spot ink with what stands for it."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.ink import RESERVED, Ink, Spot, two_values

_INK_KEYS = ("cmyk", "spot")


def read_inks(table: Table) -> dict[str, Ink]:
    """The inks that a style names, by name."""
    found: dict[str, Ink] = {}
    places: dict[str, Table] = {}
    for name, told in table.named_tables("ink"):
        told.only(_INK_KEYS)
        amounts = _amounts(told, name)
        spot = _spot(told, name)
        if amounts is not None:
            found[name] = Ink(name, amounts, Spot(spot, amounts) if spot else None)
            places[name] = told
    for known, other in two_values(found.values()):
        told = places[other.name]
        plate = other.spot.name if other.spot is not None else ""
        told.wrong("page.spot_twice", "spot", plate=plate, name=other.name, other=known.name)
    return found


def _amounts(told: Table, name: str) -> tuple[float, float, float, float] | None:
    amounts = told.values.get("cmyk")
    if (
        isinstance(amounts, list)
        and len(amounts) == 4
        and all(isinstance(one, (int, float)) and 0 <= one <= 100 for one in amounts)
    ):
        c, m, y, k = (float(one) / 100 for one in amounts)
        return c, m, y, k
    if told.needs("cmyk"):
        told.wrong("page.bad_ink", "cmyk", name=name)
    return None


def _spot(told: Table, name: str) -> str:
    """The name of a spot ink's plate, the ink's own where it is only said to be one; empty for process inks."""
    spot = told.values.get("spot", False)
    if isinstance(spot, bool):
        spot = name if spot else ""
    elif not isinstance(spot, str) or not spot.strip() or not spot.isprintable():
        told.wrong("page.bad_spot", "spot", name=name)
        return ""
    spot = spot.strip()
    if spot.casefold() in RESERVED:
        told.wrong("page.spot_reserved", "spot", plate=spot)
        return ""
    return spot
