"""A file that both readers have begun to read: the second one in a process of its own, where there is a processor left.

The readers share no code and ask nothing of each other but where the trim begins, so a page takes as long as the slower
of them. What the second one does there is bounded by the system, and thrown away when the first one refuses the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jxprint.beside import Beside, Heard
from jxprint.intake.kinds import no_file

if TYPE_CHECKING:
    from jxprint.checker.engine import Loaded
    from jxprint.checker.glyphs import ReadPage
    from jxprint.geometry import Rect

# Smaller files are read while a process starts: some hundred characters and the faces for them.
_WORTH_A_PROCESS = 96 * 1024
# What the second reader may take there: a broadsheet takes a third of it. Where that is too little, the page is read
# here, once the first reader has found it sound.
_MEMORY = 384 << 20

_Origin = tuple[float, float]
_Page = tuple[int, "ReadPage"]


class Begun:
    """A file opened by both readers; a context manager. `name` is what messages call it, `regions` are those of
    `read_pages`; `at_once`: the readers read at once, which is worth it at the start of a process: one that holds much
    is long in sharing it. Entering it raises PdfError where the file is damaged, encrypted or larger inside than is
    safe.
    """

    def __init__(
        self, pdf: Path | bytes, name: str, regions: dict[int, list[Rect]] | None = None, *, at_once: bool = False
    ) -> None:
        self.pdf, self.name = pdf, name
        self._regions, self._at_once = regions or {}, at_once
        self._stack = ExitStack()
        self._engine: Any = None
        self._beside: Beside[_Page] | None = None

    def __enter__(self) -> Self:
        """Open it, the second reader's process first: while little is loaded that it would have to share."""
        with ExitStack() as stack:
            self._beside = stack.enter_context(
                Beside(self._read, _MEMORY, is_worth_it=self._at_once and is_large(self.pdf))
            )
            from jxprint.checker.reader import origins
            from jxprint.intake.opening import opened

            self.document = stack.enter_context(opened(self.pdf, self.name))
            self._beside.tell(list(origins(self.document)))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *problem: Any) -> None:
        """Close it."""
        self._stack.__exit__(*problem)

    def again(self, index: int, origin: _Origin) -> ReadPage:
        """A page (from 0) as the second reader has it; pages are asked for in order."""
        found = None if self._beside is None else self._beside.next()
        if found is not None and found[0] == index:
            return found[1]
        from jxprint.checker.engine import opened_by_engine, read_by_engine

        self._beside = None
        if self._engine is None:
            self._engine = self._stack.enter_context(opened_by_engine(self.pdf, self.name))
        return read_by_engine(self._engine, index, origin, self.name, self._regions.get(index, ()))

    def _read(self, heard: Heard) -> Iterator[_Page]:
        """The pages in order, as far as the first reader can say where they begin."""
        from jxprint.checker.engine import loaded, opened_by_engine, read_by_engine

        with opened_by_engine(self.pdf, self.name) as engine:
            # Meanwhile the first reader opens the file. Pages are looked at with Pillow.
            page: Loaded | None = loaded(engine, 0, self.name)
            import_module("PIL.ImageChops")
            origins: Sequence[_Origin | None] = heard()
            for index, origin in enumerate(origins):
                if origin is None:
                    return
                yield index, read_by_engine(engine, index, origin, self.name, self._regions.get(index, ()), page)
                page = None


def is_large(pdf: Path | bytes) -> bool:
    """Whether there is so much to read that a process is worth its start."""
    if isinstance(pdf, bytes):
        return len(pdf) >= _WORTH_A_PROCESS
    try:
        return no_file(pdf) is None and pdf.stat().st_size >= _WORTH_A_PROCESS
    except (OSError, ValueError):
        return False  # told by who opens it
