"""Links as annotations (ISO 32000-1, 12.5.6.5), each tied to its structure element as PDF/UA-1 asks (7.18.5).

One that leads to a place of the same file (`#2:K`, `#2`) is filled once all pages are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.writers.pdf.seam import File, references
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.tagging import Node

_PRINTED = 4


class Annotation(Struct, frozen=True):
    """An annotation whose object is numbered and still to be filled."""

    number: int
    address: str
    area: Rect


class Inward(Struct, frozen=True):
    """An object that leads to a place of the same file: its entries but for where, and the page (from 0) it is on."""

    number: int
    address: str
    entries: bytes
    page: int


class Target(Struct, frozen=True):
    """Where a link leads: what it is called, the entries that lead there."""

    title: str
    leading: bytes


def reserve_links(file: File, articles: Sequence[Node]) -> tuple[Annotation, ...]:
    """A number for each area of each link of a page, in the order in which the structure tree comes by them."""
    return tuple(Annotation(file.reserve(), node.link, area) for node in _links(articles) for area in node.areas)


def fill_link(file: File, link: Annotation, entries: bytes) -> None:
    """Write an annotation that leads out of the file."""
    address = text_string(link.address)
    file.fill(link.number, b"<<%b/Contents%b/A<</S/URI/URI%b>>>>" % (entries, address, address))


def fill_inward(file: File, link: Inward, target: Target) -> None:
    """Write an annotation that leads to a place of the file."""
    entries = link.entries, text_string(target.title), target.leading
    file.fill(link.number, b"<<%b/Contents%b%b>>" % entries)


def link_entries(link: Annotation, space: Space, page: int, key: int) -> bytes:
    """What an annotation says wherever it leads; `page` is its page's object, `key` its own in the parent tree."""
    corners = space.corners(link.area)
    said = b"/Type/Annot/Subtype/Link/Rect[%b]/P %d 0 R/F %d/Border[0 0 0]/StructParent %d"
    return said % (corners, page, _PRINTED, key)


def annots(links: Sequence[Annotation]) -> bytes:
    """The page's entry, empty without links."""
    return b"/Annots" + references(link.number for link in links) if links else b""


def _links(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.link:
            yield node
        yield from _links(node.children)
