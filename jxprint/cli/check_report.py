"""`jxprint check --html`: the report as a page for a browser, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from jxprint.errors import PdfError

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.checker.imposed import Given
    from jxprint.model import Page


class HtmlReport:
    """Writes the report of what is checked within it to `target`, None for nobody; a file that cannot be read back has
    a report as well, and is refused all the same.
    """

    def __init__(
        self, target: Path | None, pdf: Path | bytes, pages: Sequence[Page], language: str, name: str = "<pdf>"
    ) -> None:
        self._target, self._pdf, self._pages, self._language = target, pdf, pages, language
        self._name = str(pdf) if isinstance(pdf, Path) else name
        if target is not None and pages:  # what the command was given is known to the command
            from jxprint.edition.sources import sources
            from jxprint.writers.files import refuse_replacing

            refuse_replacing(target, sources(pages, Path(pages[0].file).parent))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def write(self, report: CheckReport, besides: Sequence[str] = (), pages: Sequence[Given] = ()) -> None:
        """Write the report; `besides` are lines that are told with it, `pages` what was checked where that was not
        known before, or stands on sheets.
        """
        if self._target is not None:
            from jxprint.checker.html_report import html_report

            self._put(html_report(report, self._pdf, pages or self._pages, self._language, besides))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is refused."""
        if self._target is not None and isinstance(error, PdfError):
            from jxprint.checker.html_report import html_refusal

            self._put(html_refusal(self._name, error.findings, self._pages, self._language))

    def _put(self, html: str) -> None:
        from jxprint.writers.files import write_whole

        if self._target is not None:
            # A lone surrogate (a file's name that is no text) is shown as what it is.
            write_whole(self._target, html.encode("utf-8", "backslashreplace"))
