"""Links as annotations (ISO 32000-1, 12.5.6.5), each tied to its structure element as PDF/UA-1 asks (7.18.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.writers.pdf.seam import File, array, reference
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.tagging import Node

_PRINTED = 4


class Annotation(Struct, frozen=True):
    """An annotation whose object is numbered and still to be filled."""

    number: int
    address: str
    area: Rect


def reserve_links(file: File, articles: Sequence[Node]) -> tuple[Annotation, ...]:
    """A number for each area of each link of a page, in the order in which the structure tree comes by them."""
    return tuple(Annotation(file.reserve(), node.link, area) for node in _links(articles) for area in node.areas)


def fill_link(file: File, link: Annotation, space: Space, page: int, key: int) -> None:
    """Write an annotation; `key` is its own in the parent tree."""
    address = text_string(link.address)
    file.fill(
        link.number,
        b"<</Type/Annot/Subtype/Link/Rect[%b]/P %d 0 R/F %d/Border[0 0 0]/Contents%b/StructParent %d"
        b"/A<</S/URI/URI%b>>>>" % (space.corners(link.area).encode("ascii"), page, _PRINTED, address, key, address),
    )


def annots(links: Sequence[Annotation]) -> bytes:
    """The page's entry, empty without links."""
    return b"/Annots" + array([reference(link.number) for link in links]) if links else b""


def _links(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.link:
            yield node
        yield from _links(node.children)
