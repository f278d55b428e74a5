"""A page read in a process of its own, while this one loads what makes a folder of it: reading asks for none of that,
and loading takes as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from jxprint.beside import Beside, Heard

if TYPE_CHECKING:
    from jxprint.reconstruct import Reconstruction
    from jxprint.reconstruct.evidence import Evidence


class Aside:
    """A page being read aside, where the system can do that at once; else, and where the reading came to nothing, it is
    read here when it is asked for.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._stack = ExitStack()
        self._beside = self._stack.enter_context(Beside(self._read))

    def found(self, meanwhile: Callable[[], None]) -> Reconstruction:
        """The page as it was read. What is to be done `meanwhile` is done while it is read aside, if it is. Raises what
        either raises.
        """
        from jxprint.reconstruct import reconstruct

        with self._stack:
            if self._beside.process:
                meanwhile()
            return self._beside.next() or reconstruct(self._evidence)

    def _read(self, _: Heard) -> Iterator[Reconstruction]:
        from jxprint.reconstruct import reconstruct

        yield reconstruct(self._evidence)
