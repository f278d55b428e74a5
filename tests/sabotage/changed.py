"""Whether a fault is one: what a file shows, says, tells of its structure and declares, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from msgspec import Struct

_REFERENCE = re.compile(rb"\b\d+ \d+ R\b|/Length \d+")
_SCALE = 1.0
_SAID = ("/S", "/T", "/Alt", "/ActualText", "/E", "/Lang", "/AF")
_DEPTH = 40
_BEADS = 100


class Views(Struct, frozen=True):
    """A file as its users have it: pixels, text in the stream's order, the tree, declarations; and its objects."""

    paper: object
    text: object
    tree: object
    declared: object
    objects: object


def views_of(pdf: bytes) -> Views | None:
    """None where a reader cannot open it: that is seen by everybody."""
    try:
        with pikepdf.Pdf.open(BytesIO(pdf)) as document:
            paper, text = _engine(pdf)
            return Views(paper, (text, _marks(document)), _tree(document), _declared(document), _objects(document))
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def changes(before: Views, after: Views | None) -> set[str]:
    """The views in which two files differ; `damage` where the second cannot be opened."""
    if after is None:
        return {"damage"}
    names = [name for name in Views.__struct_fields__ if name != "objects"]
    assert before.objects != after.objects or before == after, "a view differs, and no object does"
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def _engine(pdf: bytes) -> tuple[object, object]:
    papers: list[object] = []
    texts: list[str] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=_SCALE, grayscale=True)
            papers.append((bitmap.width, bitmap.height, bytes(bitmap.buffer)))
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    finally:
        document.close()
    return papers, texts


def _marks(document: Any) -> list[str]:
    """Marked content as it is opened and closed, and the text objects between, page by page."""
    wanted, told = ("BMC", "BDC", "EMC", "BT"), list[str]()
    for page in document.pages:
        told.append("page")
        for one in pikepdf.parse_content_stream(page):
            if str(one.operator) in wanted:
                told.append(f"{one.operator} {[str(each) for each in one.operands]}")
    return told


def _tree(document: Any) -> list[object]:
    root = document.Root.get("/StructTreeRoot", {})
    told: list[object] = [str(document.Root.get("/MarkInfo", "")), _plain(root.get("/RoleMap", ""))]
    parents = root.get("/ParentTree", {}).get("/Nums", [])
    for owners in list(parents)[1::2]:
        told.append([_plain(one) for one in owners] if isinstance(owners, pikepdf.Array) else _plain(owners))
    if "/K" in root:
        told += _element(root["/K"], 0)
    return told


def _element(element: Any, depth: int) -> Iterator[object]:
    if not isinstance(element, pikepdf.Dictionary) or depth > _DEPTH:
        yield depth, str(element)
        return
    yield depth, [str(element.get(key, "")) for key in _SAID], _plain(element.get("/A", ""))
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _element(kid, depth + 1)


def _plain(thing: Any) -> object:
    if isinstance(thing, pikepdf.Dictionary):
        return [(key, str(thing[key])) for key in ("/BBox", "/K", "/S") if key in thing] or list(thing.keys())
    return str(thing)


def _declared(document: Any) -> list[object]:
    told: list[object] = [str(document.Root.get("/Lang", "")), str(document.trailer.get("/Info", {}).get("/Title", ""))]
    packet = document.Root.get("/Metadata")
    told.append(b"" if packet is None else packet.read_bytes())
    for page in document.pages:
        keys = ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox", "/Rotate", "/UserUnit")
        told.append(
            [
                str(list(map(float, box)) if isinstance(box := page.obj.get(key, ""), pikepdf.Array) else box)
                for key in keys
            ]
        )
        told += [page.label, *_entries(page)]
        links = page.obj.get("/Annots", [])
        told += [[str(one.get(key, "")) for key in ("/Border", "/BS", "/StructParent")] for one in links]
        told += [(str(one.get("/A", {}).get("/URI", "")), str(list(map(float, one["/Rect"])))) for one in links]
    for thread in document.Root.get("/Threads", []):
        bead, first = thread["/F"], thread["/F"].objgen
        told.append(str(thread.get("/I", {}).get("/Title", "")))
        for _ in range(_BEADS):
            told.append(str(list(map(float, bead["/R"]))))
            bead = bead["/N"]
            if bead.objgen == first:
                break
    waiting = [document.Root.get("/Outlines", {}).get("/First")]
    while waiting:
        outline = waiting.pop()
        if outline is not None:
            told += [str(outline.get("/Title", "")), [str(one) for one in list(outline.get("/Dest", []))[1:]]]
            waiting += [outline.get("/Next"), outline.get("/First")]
    return told


def _entries(page: Any) -> Iterator[object]:
    """The entries of what a page paints: of its content, of pictures and forms, of states of graphics."""
    resources, content = page.obj.get("/Resources", {}), page.obj["/Contents"]
    for one in content if isinstance(content, pikepdf.Array) else [content]:
        yield "/F" in one
    for one in resources.get("/XObject", {}).values():
        yield sorted(one.keys())
    for one in resources.get("/ExtGState", {}).values():
        yield sorted(one.keys())


def _objects(document: Any) -> list[tuple[bytes, bytes]]:
    """Every object, its numbers left out: another program that saves the file gives it others."""
    found: list[tuple[bytes, bytes]] = []
    for one in document.objects:
        if isinstance(one, pikepdf.Stream):
            told = {str(key): one[str(key)] for key in list(one) if key not in ("/Length", "/Filter", "/DecodeParms")}
            bare = pikepdf.Dictionary(told).unparse()
            found.append((_REFERENCE.sub(b"R", bare), one.read_bytes()))
        else:
            found.append((_REFERENCE.sub(b"R", one.unparse(resolved=True)), b""))
    return sorted(found)
