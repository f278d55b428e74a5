"""What is read of a document: paragraphs as runs, and beside them what is no copy."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from jxprint.exchange.rough import Mark
from jxprint.intake.xml_tree import Element


class Run(Struct, frozen=True):
    """Text that is marked alike; `size_pt` is what the run itself says, None where it says nothing."""

    text: str
    marks: tuple[Mark, ...] = ()
    size_pt: float | None = None


class WordParagraph(Struct, frozen=True):
    """A paragraph, or a row of a table, whose cells are apart by tabs. `style` is the id of its style, `outline` the
    level that it says itself (0 is the highest), `numbered`: Word puts a number or a sign before it that is no text.
    """

    runs: tuple[Run, ...]
    style: str = ""
    outline: int | None = None
    is_row: bool = False
    is_boxed: bool = False
    is_numbered: bool = False

    @property
    def text(self) -> str:
        """Its text; line breaks within it are line feeds."""
        return "".join(run.text for run in self.runs)

    @property
    def size_pt(self) -> float | None:
        """The first size that one of its runs says."""
        return next((run.size_pt for run in self.runs if run.size_pt), None)


class Beside(Struct):
    """What stands in a document and is no copy, each in the order of the document; and how often what was met.

    `moved` stands in its new place, `changed` was moved and reads otherwise there; `looks` is copy by how it looked;
    `met` are the elements whose text was taken, by their ids.
    """

    deleted: list[str] = field(default_factory=list)
    moved_from: list[str] = field(default_factory=list)
    moved_to: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    looks: dict[str, list[str]] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)

    def take(self, element: Element) -> str:
        """The text of an element, which is met with that."""
        self.met.add(id(element))
        return element.text

    def add(self, other: Beside) -> None:
        """Take in what stands in another part, but for counts and looks, which are of the copy."""
        for name in (
            "deleted", "moved", "changed", "hidden", "codes", "links", "symbols", "marks", "pictures",
        ):  # fmt: skip
            getattr(self, name).extend(getattr(other, name))
