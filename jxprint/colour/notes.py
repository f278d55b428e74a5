"""What is told of a picture that was converted. Nothing here refuses it."""

from __future__ import annotations

from jxprint.colour.amounts import InkAmounts
from jxprint.colour.converted import KINDS, Order
from jxprint.colour.profiles import embedded_profile
from jxprint.errors import Finding, Place, Severity


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


def ink(order: Order, amounts: InkAmounts | None, lessened_from: float = 0.0) -> list[Finding]:
    """More ink than the limit: brought down where the numbers are ours, told where they are somebody's. None: no inks
    are laid.
    """
    if lessened_from:
        return [_told(order, "colour.ink_lessened", highest=f"{lessened_from:.0f}", limit=order.limit)]
    if amounts is None or not amounts.over(order.limit):
        return []
    args = {"highest": f"{amounts.highest:.0f}", "common": f"{amounts.common:.0f}", "limit": order.limit}
    return [_told(order, "colour.ink_over", "warning", **args)]


def _told(order: Order, key: str, severity: Severity = "note", **args: object) -> Finding:
    return Finding(key, Place(file=str(order.path)), {"name": order.path.name, **args}, severity)
