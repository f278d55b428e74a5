"""What stood on a page before, as its file says it: lines of text by leg, paragraph and article.

A late correction is composed against it. The values stand here because both sides must know them and neither may know
the other: the checker reads them out of a PDF and never sees a placed page, and to composition they are a wish like
the copy, never a position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


class PrintedLine(Struct, frozen=True):
    """A line as printed: its text, readings (注音) left out, and the leg that it stands in (from 0)."""

    text: str
    leg: int = 0


class PrintedBlock(Struct, frozen=True):
    """A paragraph, head or caption as printed. `measure` is what its leg boxes measure along a line, in points."""

    lines: tuple[PrintedLine, ...]
    measure: float = 0.0

    @property
    def text(self) -> str:
        """All its lines as one."""
        return "".join(line.text for line in self.lines)


class PrintedArticle(Struct, frozen=True):
    """An article as printed, under the title that the file gives it."""

    title: str
    blocks: tuple[PrintedBlock, ...]


class PrintedPage(Struct, frozen=True):
    """A page as printed: its articles in reading order."""

    articles: tuple[PrintedArticle, ...]

    def matched(self, titles: Iterable[str]) -> Iterator[PrintedArticle | None]:
        """The article of each title, None where there is none; articles of one title are matched in order."""
        waiting: dict[str, list[PrintedArticle]] = {}
        for article in self.articles:
            waiting.setdefault(article.title, []).append(article)
        for title in titles:
            found = waiting.get(title)
            yield found.pop(0) if found else None


class Held(Struct, frozen=True):
    """A page that is to be kept as it was printed wherever the copy lets it be; `move_legs` lets text go to another
    leg where it must.
    """

    page: PrintedPage
    move_legs: bool = False
