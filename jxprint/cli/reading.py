"""A page that is read in a process beside while all that sets and writes it is loaded here, which takes as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jxprint.beside import Beside, Heard
from jxprint.description.orders import EDITION_FILE, Orders, PageOrder
from jxprint.intake.kinds import stands

if TYPE_CHECKING:
    from jxprint.description.reading import Read


class Reading:
    """A page's folder, begun at once if that `is_wanted`; a context manager. Several pages are read in their turn."""

    def __init__(self, folders: Sequence[Path], *, faithful: bool, is_wanted: bool = True) -> None:
        self.folders, self._faithful = folders, faithful
        is_page = len(folders) == 1 and not stands(folders[0] / EDITION_FILE)
        self._beside: Beside[tuple[Orders, Read]] = Beside(self._read, is_worth_it=is_wanted and is_page)

    def __enter__(self) -> Self:
        """Begin."""
        self._beside.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        """End the process, wherever it is."""
        self._beside.__exit__(*problem)

    def found(self) -> tuple[Orders, Read] | None:
        """What was asked for and what was read of it; None where it is to be read here: whatever is refused is told by
        who reads it himself.
        """
        return self._beside.next()

    def _read(self, _: Heard) -> Iterator[tuple[Orders, Read]]:
        from jxprint.description.reading import read_orders

        orders = Orders((PageOrder(self.folders[0]),))
        read = read_orders(orders.pages, faithful=self._faithful)
        if not read.refusals:
            yield orders, read
