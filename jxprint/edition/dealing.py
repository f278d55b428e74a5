"""What is to be made, and how many of its pages this process makes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.description.orders import Orders

if TYPE_CHECKING:
    from jxprint.description.reading import Read

# What was asked for and what was read of it, where that has come to something.
Begun = Callable[[], "tuple[Orders, Read] | None"]

# A process starts in about the time that four pages take (fork; spawn takes longer), measured on two cores.
_WORTH_SHARING = 6


def ordered(folders: Sequence[Path], begun: Begun | None) -> tuple[Orders, Read | None]:
    """What is asked for, with all of it read where that was begun before."""
    found = None if begun is None else begun()
    if found is not None:
        return found
    from jxprint.description.editions import orders_of

    return orders_of(folders), None


def half_of(orders: Orders, processes: int | None) -> int:
    """How many pages this process makes; the others are another's. A story that jumps stays in one process."""
    count = len(orders.pages)
    if processes is None:
        processes = 2 if count >= _WORTH_SHARING and (os.cpu_count() or 1) > 1 else 1
    if processes < 2:
        return count
    # One more than half: the other starts later and pays for the memory that it shares, and compresses its pages.
    half = min(max(1, count - 1), count // 2 + 1)
    if orders.numbers is None:
        return half
    from jxprint.edition.jumps import parting  # pages that are named one by one jump nowhere

    return parting(orders.pages, half)
