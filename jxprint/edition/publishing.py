"""Where and when an edition appeared, for libraries that read a file's metadata."""

from __future__ import annotations

from jxprint.description.orders import Orders
from jxprint.writers.pdf import Published


def published_of(orders: Orders) -> Published:
    """What the edition's own file says; nothing of pages that are in none."""
    setups = [one.setup for one in orders.pages if one.setup is not None]
    if not setups:
        return Published()
    numbers = [number for setup in setups for number in setup.numbers]
    sections = tuple(dict.fromkeys(setup.section for setup in setups if setup.section))
    day = "" if orders.day is None else orders.day.isoformat()
    ends = (str(min(numbers)), str(max(numbers))) if numbers else ("", "")
    return Published(orders.paper, day, orders.issue, sections, *ends)
