"""Files to model: a page's folder is read and judged as a whole; see ARCHITECTURE.md."""

from __future__ import annotations

from pathlib import Path

from jxprint.errors import DescriptionError, Finding, in_order
from jxprint.model import Page, Story

__all__ = ["read_page", "read_page_with_notes"]


def read_page(folder: Path | str) -> Page:
    """The page in a folder. Raises DescriptionError with everything that is wrong, not the first thing alone."""
    return read_page_with_notes(folder)[0]


def read_page_with_notes(folder: Path | str) -> tuple[Page, list[Finding]]:
    """The page in a folder, and what a person should know about its files though it stops nothing."""
    from jxprint.description.pages import read

    try:
        page, notes = read(Path(folder))
    except DescriptionError as refusal:
        from jxprint.description.joining import joined
        from jxprint.description.sketches import PageRefused

        sketch = refusal.sketch if isinstance(refusal, PageRefused) else None
        wrong = [] if sketch is None else joined([], None, [sketch])[1]
        raise DescriptionError(*in_order([*refusal.findings, *wrong])) from None
    if any(isinstance(part, Story) and (part.jump_to or part.jump_from) for part in page.parts):
        from jxprint.description.joining import joined

        pages, wrong = joined([page])
        if wrong:
            raise DescriptionError(*wrong)
        page = pages[0]
    return page, notes
