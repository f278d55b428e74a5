"""The structure tree as objects of the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.writers.pdf.seam import File, array, reference
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.tagging import Node


class TaggedPage(Struct, frozen=True):
    """What tree and outline need of a page: its object, title, articles, number of pieces, space and language."""

    number: int
    title: str
    articles: tuple[Node, ...]
    pieces: int
    space: Space
    language: str


def write_structure(file: File, pages: Sequence[TaggedPage], language: str) -> int:
    """Write Document > articles, page by page, and the parent tree (key: the page's index). Gives the root's number."""
    root, document = file.reserve(), file.reserve()
    kids: list[bytes] = []
    parents: list[bytes] = []
    for index, page in enumerate(pages):
        owners = [b"null"] * page.pieces
        for article in page.articles:
            kids.append(reference(_element(file, article, document, page, owners, page.language != language)))
        parents += [b"%d" % index, reference(file.add(array(owners)))]
    file.fill(document, b"<</S/Document/P %d 0 R/K%b>>" % (root, array(kids)))
    tree = file.add(b"<</Nums%b>>" % array(parents))
    file.fill(
        root,
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (document, tree, len(pages)),
    )
    return root


def _element(
    file: File, node: Node, parent: int, page: TaggedPage, owners: list[bytes], foreign: bool = False
) -> int:
    number = file.reserve()
    parts = [b"<</S/%b/P %d 0 R" % (node.tag.encode("ascii"), parent)]
    if node.title:
        parts.append(b"/T" + text_string(node.title))
    if foreign:
        parts.append(b"/Lang" + text_string(page.language))
    if node.alt is not None:
        parts.append(b"/Alt" + text_string(node.alt))
    if node.frame is not None:
        # Layout attributes; a figure's BBox is required (ISO 14289-1, 7.3), the others tell readers the frames.
        corners = page.space.corners(node.frame).encode("ascii")
        placement = b"/Placement/Block" if node.tag == "Figure" else b""
        parts.append(b"/A<</O/Layout%b/BBox[%b]>>" % (placement, corners))
    for piece in node.pieces:
        owners[piece] = reference(number)
    kids = [b"%d" % piece for piece in node.pieces]
    kids += [reference(_element(file, child, number, page, owners)) for child in node.children]
    if node.pieces:
        parts.append(b"/Pg %d 0 R" % page.number)
    parts.append(b"/K%b>>" % (array(kids) if len(kids) != 1 else b" " + kids[0]))
    file.fill(number, b"".join(parts))
    return number
