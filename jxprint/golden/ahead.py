"""A PDF that is drawn and read in a process beside, while the other side of a comparison is drawn and read here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jxprint.beside import Beside, Heard
from jxprint.checker.begun import is_large
from jxprint.golden.given import source_of
from jxprint.golden.sheets import Pdf, Picture, Sheet

if TYPE_CHECKING:
    from jxprint.model import SeenPage

# What comes of the process: a page's number (from 0) with the page, or with the places of all pages.
_Drawn = tuple[int, "Sheet | list[SeenPage] | None"]


class Ahead:
    """A file, or a folder of a page, to be compared; begun beside if it is a PDF of some size and that `is_wanted`. A
    context manager.
    """

    def __init__(self, file: Path, dpi: float, *, is_wanted: bool = True) -> None:
        self._file, self._dpi = file, dpi
        is_worth_it = is_wanted and file.suffix.lower() == ".pdf" and is_large(file)
        # Within the bounds of every drawing (`Pdf.check`), and in no less memory than it would have here.
        self._beside: Beside[_Drawn] = Beside(self._work, is_worth_it=is_worth_it)

    def __enter__(self) -> Self:
        """Begin."""
        self._beside.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        """End the process, wherever it is."""
        self._beside.__exit__(*problem)

    def source(self) -> Pdf | Picture:
        """What the file is here, where all that does not come of the process is done when it is asked for. Raises what
        `source_of` raises.
        """
        if self._beside.process:
            return _Begun(self._file, str(self._file), self._dpi, self._beside)
        return source_of(self._file, self._dpi)

    def _work(self, _: Heard) -> Iterator[_Drawn]:
        source = source_of(self._file, self._dpi)
        for page in range(source.pages):
            yield page, source.sheet(page)
            if page == 0:
                yield page, source.places()


class _Begun(Pdf):
    def __init__(self, pdf: Path, name: str, dpi: float, beside: Beside[_Drawn]) -> None:
        super().__init__(pdf, name, dpi)
        self._beside = beside
        self._places: list[SeenPage] | None = None
        self._has_places = False

    def sheet(self, page: int) -> Sheet:
        while (found := self._beside.next()) is not None:
            number, drawn = found
            if isinstance(drawn, Sheet):
                if number == page:
                    return drawn
                break
            self._places, self._has_places = drawn, True
        return super().sheet(page)

    def places(self) -> list[SeenPage] | None:
        if not self._has_places and (found := self._beside.next()) is not None and not isinstance(found[1], Sheet):
            self._places, self._has_places = found[1], True
        return self._places if self._has_places else super().places()
