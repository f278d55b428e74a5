"""A share of an edition in a process of its own."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from jxprint.beside import forks
from jxprint.description.orders import PageOrder
from jxprint.edition.composed import Composed
from jxprint.edition.how import PLAINLY, How
from jxprint.edition.share import Share
from jxprint.errors import JxprintError
from jxprint.model import Held
from jxprint.writers.pdf import Numbering, WrittenPage

_ShareOf = tuple[tuple[PageOrder, ...], Path, tuple[Held, ...], int, frozenset[int] | None, How]


class Elsewhere:
    """A share in a process of its own."""

    def __init__(
        self,
        orders: Sequence[PageOrder],
        base: Path,
        held: Sequence[Held] = (),
        first: int = 1,
        numbers: frozenset[int] | None = None,
        how: How = PLAINLY,
    ) -> None:
        context = get_context("fork") if forks() else get_context("spawn")
        self._line, theirs = context.Pipe()
        share = tuple(orders), base, tuple(held), first, numbers, how
        self._process = context.Process(target=_serve, args=(theirs, share), daemon=True)
        self._process.start()
        theirs.close()

    def composed(self) -> Composed:
        """What the share counted, or its pages refuse. Raises what leaves no page to look at."""
        answer = self._received()
        if isinstance(answer, JxprintError):
            raise answer
        assert isinstance(answer, Composed)
        return answer

    def number(self, numbering: Numbering) -> None:
        """Let it write its pages."""
        self._line.send(numbering)

    def written(self) -> list[WrittenPage]:
        """Its pages, in order."""
        pages = self._received()
        assert isinstance(pages, list)
        return pages

    def end(self) -> None:
        """Let the process go, whatever it is doing."""
        self._line.close()
        self._process.join(timeout=0.2)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def _received(self) -> object:
        line: Connection = self._line
        try:
            return line.recv()
        except EOFError:
            self._process.join()
            raise RuntimeError(f"the second process ended with code {self._process.exitcode}") from None


def _serve(line: Connection, share_of: _ShareOf) -> None:
    """The second process: compose, tell what was counted, wait for the numbering, write."""
    gc.disable()  # as in the process that started this one
    share = Share(*share_of)
    try:
        line.send(share.attempt(lambda key, number, of: None, len(share_of[0])))
    except JxprintError as refusal:
        line.send(refusal)
        return
    try:
        numbering = line.recv()
    except EOFError:
        return  # the other share was refused
    # Deflated here, where there is a processor for it. All together: a pipe holds four pages, and whoever sends a fifth
    # waits until the other process has written its own.
    line.send([page.deflated() for page in share.write(numbering)])
