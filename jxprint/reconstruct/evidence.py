"""What a source says of a page, before anything is concluded: lines of text, and where they stood if the source knows.

A source is a text dump, a PDF, ALTO, hOCR …; each is read by one function that takes bytes and gives `Evidence`.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.geometry import Rect


class Line(Struct, frozen=True):
    """A line of a source, diplomatic: its text without the line end, its number in the file (from 1), and, where the
    source has positions, its box on the page (points, origin top left, y down), its size (points) and its face.
    `gap` is how many blank lines stand before it (a source with positions says what it sees as one). `down` says that
    its characters stand one below another; its box is upright all the same.
    """

    text: str
    number: int
    gap: int = 0
    box: Rect | None = None
    size: float | None = None
    face: str = ""
    down: bool = False


class Paper(Struct, frozen=True):
    """The sheet that positions stand on: its trim size, and where pictures stand on it (points). `exact` says that
    sizes and boxes are those that the page was made with, and not measured off an image of it.
    """

    width: float
    height: float
    pictures: tuple[Rect, ...] = ()
    exact: bool = True


class Evidence(Struct, frozen=True):
    """A source read: what messages call it, its kind, the lines that are not blank, and what a person should be told.
    `data` are its bytes, untouched; `encoding` is Python's name of how they were read. `paper` is what a source with
    positions says of the sheet; all of its lines have boxes. `page` is which page of the file it is, if it has several.
    """

    name: str
    kind: str
    lines: tuple[Line, ...]
    data: bytes
    encoding: str = "utf-8"
    findings: tuple[Finding, ...] = ()
    paper: Paper | None = None
    page: int | None = None


class Asked(Struct, frozen=True):
    """What a person asks of a source: the encoding of a text dump, the page (from 1) of a file that has several."""

    encoding: str | None = None
    page: int | None = None


class Source(Protocol):
    """How one kind of source is read."""

    def __call__(self, data: bytes, name: str, asked: Asked) -> Evidence:
        """Raises DescriptionError where the bytes cannot be what they should be."""
