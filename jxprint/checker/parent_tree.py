"""The parent tree (ISO 32000-1, 14.7.4.4): from marked content back to its element. Readers that are asked what stands
under a finger go this way, and the structure tree the other; both have to agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from jxprint.checker.glyphs import Oddity
from jxprint.checker.graphics import upright
from jxprint.intake.opening import MALFORMED

_MOST_NODES = 100_000
# Links of a page that are looked for.
_LINKS = 2000

_Key = tuple[int, int]


def pages_of(document: Any) -> dict[tuple[int, int], int]:
    """The pages of a file (pikepdf's), from 0, by their objects."""
    return {page.obj.objgen: index for index, page in enumerate(document.pages)}


def parent_tree_oddities(
    root: Any, page: Any, owners: Mapping[int, _Key], origin: tuple[float, float]
) -> Iterator[Oddity]:
    """Marked content of a page whose entry is not the element that owns it (`owners`, by identifier), and links whose
    is none that holds them; `origin` is the left and top edge of the trim box.
    """
    import pikepdf

    try:
        links = [one for one in list(page.get("/Annots", ()))[:_LINKS] if one.get("/Subtype") == "/Link"]
        numbers = [one.get("/StructParent") for one in (*links, {"/StructParent": page.get("/StructParents")})]
        values = _values(root.get("/ParentTree"), {int(one) for one in numbers if one is not None})
        told = values.get(int(page.get("/StructParents", -1)))
        lost = [one for one in links if not _holds(values.get(int(one.get("/StructParent", -1))), one)]
        boxes = [upright(one["/Rect"]) for one in lost]
    except MALFORMED:  # no tree of numbers: it has no entry
        told, boxes = None, []
    entries = list(told) if isinstance(told, pikepdf.Array) else []
    wrong = [mcid for mcid, key in owners.items() if not 0 <= mcid < len(entries) or _key(entries[mcid]) != key]
    if wrong:
        yield Oddity("checks.parent_tree", {"count": len(wrong), "mcid": min(wrong)})
    if boxes:
        yield Oddity("checks.link_parent", {"count": len(boxes)}, (boxes[0][0] - origin[0], origin[1] - boxes[0][3]))


def _key(entry: Any) -> _Key | None:
    return entry.objgen if hasattr(entry, "objgen") else None


def _holds(element: Any, link: Any) -> bool:
    """Whether a link is among the objects of an element (14.7.4.3)."""
    import pikepdf

    kids = element.get("/K") if isinstance(element, pikepdf.Dictionary) else None
    among: list[Any] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    held = [one.get("/Obj") for one in among if isinstance(one, pikepdf.Dictionary)]
    return any(_key(one) == link.objgen for one in held)


def _values(root: Any, keys: Set[int]) -> dict[int, Any]:
    """The values of keys of a number tree (7.9.7), as far as it has them. A node that is met twice is passed by."""
    waiting, met, values = [root], set[_Key](), dict[int, Any]()
    while waiting and len(values) < len(keys) and len(met) < _MOST_NODES:
        node = waiting.pop()
        if node is None or node.objgen in met:
            continue
        met |= {node.objgen} - {(0, 0)}
        numbers = list(node.get("/Nums", ()))
        for at in range(0, len(numbers) - 1, 2):
            if int(numbers[at]) in keys:
                values.setdefault(int(numbers[at]), numbers[at + 1])
        waiting += node.get("/Kids", ())
    return values
