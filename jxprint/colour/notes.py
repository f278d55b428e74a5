"""What is told of a picture that was converted. Nothing here refuses it."""

from __future__ import annotations

from jxprint.colour.converted import KINDS, Order
from jxprint.colour.profiles import embedded_profile
from jxprint.errors import Finding, Place


def own_profile(order: Order, carried: bytes, mode: str) -> tuple[bytes, list[Finding]]:
    """The profile that a picture of a mode (Pillow's) carries, empty where it has none that can be believed, and what
    there is to tell of it.
    """
    if not carried:
        return b"", []
    own, why = embedded_profile(carried, KINDS[mode].signature)
    if why is not None:
        return b"", [_told(order, "colour.profile_ignored", why=why)]
    if mode == "CMYK" and order.way != "screen" and own != order.output.data:
        return own, [_told(order, "colour.numbers_kept", press=order.output.description)]
    return own, []


def flattened(order: Order) -> Finding:
    """Something could be seen through, and now shows paper."""
    return _told(order, "colour.flattened")


def grey(order: Order) -> Finding:
    """Saved in colours, of which it shows none: it is printed in black alone."""
    return _told(order, "colour.grey_in_colours")


def lessened(order: Order, highest: float) -> Finding:
    """Inks of our own making were brought down to the limit; what somebody separated is a profile's to judge."""
    return _told(order, "colour.ink_lessened", highest=f"{highest:.0f}", limit=order.limit)


def _told(order: Order, key: str, **args: object) -> Finding:
    return Finding(key, Place(file=str(order.path)), {"name": order.path.name, **args}, "note")
