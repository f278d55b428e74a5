"""A file that both readers have begun to read: the second one in a process of its own, where there is a processor left.

The readers share no code and ask nothing of each other but where the trim begins, so a page takes as long as the slower
of them. What the second one does there is bounded by the system, and thrown away when the first one refuses the file.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from jxprint.intake.kinds import no_file

if TYPE_CHECKING:
    from jxprint.checker.glyphs import ReadPage
    from jxprint.geometry import Rect

# Smaller files are read while a process starts: some hundred characters and the faces for them.
_WORTH_A_PROCESS = 96 * 1024
# What the second process may take beside what the first one has: a picture of 118 megapixels, decoded, twice.
_MEMORY = 1 << 30

Origin = tuple[float, float]


class Begun:
    """A file opened by both readers; a context manager. `name` is what messages call it, `regions` are those of
    `read_pages`. Entering it raises PdfError where the file is damaged, encrypted or larger inside than is safe.
    """

    def __init__(self, pdf: Path | bytes, name: str, regions: dict[int, list[Rect]] | None = None) -> None:
        self.pdf, self.name = pdf, name
        self._regions = regions or {}
        self._stack = ExitStack()
        self._engine: Any = None
        self._beside: _Beside | None = None

    def __enter__(self) -> Self:
        # First of all, while little is loaded that a second process would have to share.
        if _is_worth_it(self.pdf):
            self._beside = self._stack.enter_context(_Beside(self.pdf, self.name, self._regions))
        with ExitStack() as stack:
            stack.push(self._stack)
            from jxprint.checker.reader import origins
            from jxprint.intake.opening import opened

            self.document = self._stack.enter_context(opened(self.pdf, self.name))
            if self._beside is not None:
                self._beside.tell(list(origins(self.document)))
            stack.pop_all()
        return self

    def __exit__(self, *problem: Any) -> None:
        self._stack.__exit__(*problem)

    def again(self, index: int, origin: Origin) -> ReadPage:
        """A page (from 0) as the second reader has it; pages are asked for in order."""
        page = None if self._beside is None else self._beside.page(index)
        if page is not None:
            return page
        from jxprint.checker.engine import opened_by_engine, read_by_engine

        self._beside = None
        if self._engine is None:
            self._engine = self._stack.enter_context(opened_by_engine(self.pdf, self.name))
        return read_by_engine(self._engine, index, origin, self.name, self._regions.get(index, ()))


def _is_worth_it(pdf: Path | bytes) -> bool:
    """Whether the system forks at once, has a processor left, and the file is of some size. A forked process has
    everything loaded already; it is safe as long as no other thread holds a lock.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or len(os.sched_getaffinity(0)) < 2:
        return False
    if isinstance(pdf, bytes):
        return len(pdf) >= _WORTH_A_PROCESS
    try:
        return no_file(pdf) is None and pdf.stat().st_size >= _WORTH_A_PROCESS
    except (OSError, ValueError):
        return False  # told by who opens it


class _Beside:
    """The second process; a context manager that ends it. It answers nothing where it came to nothing itself: whoever
    asks reads then, and finds out what is wrong.
    """

    def __init__(self, pdf: Path | bytes, name: str, regions: dict[int, list[Rect]]) -> None:
        self._given = pdf, name, regions
        self._process = 0
        self._asked: BinaryIO | None = None
        self._told: BinaryIO | None = None

    def __enter__(self) -> Self:
        their_line, line = os.pipe()
        told, their_told = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # no more processes
            for end in (their_line, line, told, their_told):
                os.close(end)
            return self
        if not self._process:
            os.close(line)
            os.close(told)
            _serve(their_line, their_told, *self._given)
        os.close(their_line)
        os.close(their_told)
        self._asked, self._told = open(line, "wb"), open(told, "rb")
        return self

    def __exit__(self, *problem: Any) -> None:
        for line in (self._asked, self._told):
            if line is not None:
                line.close()
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)

    def tell(self, origins: Sequence[Origin | None]) -> None:
        """Where the trim of each page begins, as far as the first reader can say."""
        import pickle

        if self._asked is None:
            return
        try:
            pickle.dump(list(origins), self._asked)
            self._asked.close()
        except OSError:  # it has come to nothing
            pass
        self._asked = None

    def page(self, index: int) -> ReadPage | None:
        """The next page, waited for; None where there is none."""
        import pickle

        if self._told is None:
            return None
        try:
            number, page = pickle.load(self._told)  # of our own making
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return page if number == index else None


def _serve(line: int, told: int, pdf: Path | bytes, name: str, regions: dict[int, list[Rect]]) -> None:
    """The second process: it reads page by page, and ends without a word whatever happens."""
    code = 1
    try:
        _bound()
        import pickle

        with open(told, "wb") as answers:
            for numbered in _read(line, pdf, name, regions):
                pickle.dump(numbered, answers, protocol=pickle.HIGHEST_PROTOCOL)
                answers.flush()
        code = 0
    finally:
        os._exit(code)


def _bound() -> None:
    """Let this process take no more memory than is safe, whatever the file asks of it."""
    import gc
    import resource

    gc.disable()
    had = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = had + _MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(line: int, pdf: Path | bytes, name: str, regions: dict[int, list[Rect]]) -> Iterator[tuple[int, ReadPage]]:
    import pickle

    from jxprint.checker.engine import opened_by_engine, read_by_engine

    with opened_by_engine(pdf, name) as engine:
        with open(line, "rb") as asked:
            origins: list[Origin | None] = pickle.load(asked)
        for index, origin in enumerate(origins):
            if origin is None:
                return
            yield index, read_by_engine(engine, index, origin, name, regions.get(index, ()))
