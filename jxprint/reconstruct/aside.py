"""A page read in a process of its own, while this one loads what makes a folder of it: reading asks for none of that,
and loading takes as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Self

from jxprint.beside import Beside, Heard

if TYPE_CHECKING:
    from jxprint.reconstruct import Reconstruction
    from jxprint.reconstruct.evidence import Evidence


class Aside:
    """A page being read aside, where the system can do that at once and it `is_wanted`; else, and where reading came
    to nothing, it is read here when it is asked for. A context manager.
    """

    def __init__(self, evidence: Evidence, *, is_wanted: bool = True) -> None:
        self._evidence = evidence
        self._beside = Beside(self._read, is_worth_it=is_wanted)

    def __enter__(self) -> Self:
        """Begin."""
        self._beside.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        """End the reading, wherever it is."""
        self._beside.__exit__(*problem)

    def found(self, meanwhile: Callable[[], None]) -> Reconstruction:
        """The page as it was read. What is to be done `meanwhile` is done while it is read aside, if it is. Raises what
        either raises.
        """
        from jxprint.reconstruct import reconstruct

        if self._beside.process:
            meanwhile()
        return self._beside.next() or reconstruct(self._evidence)

    def _read(self, _: Heard) -> Iterator[Reconstruction]:
        from jxprint.reconstruct import reconstruct

        yield reconstruct(self._evidence)
