"""The parent tree (ISO 32000-1, 14.7.4.4): from marked content back to its element. Readers that are asked what stands
under a finger go this way, and the structure tree the other; both have to agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jxprint.checker.glyphs import Oddity
from jxprint.intake.opening import MALFORMED

_MOST_NODES = 100_000

_Key = tuple[int, int]


def pages_of(document: Any) -> dict[tuple[int, int], int]:
    """The pages of a file (pikepdf's), from 0, by their objects."""
    return {page.obj.objgen: index for index, page in enumerate(document.pages)}


def parent_tree_oddities(root: Any, page: Any, owners: Mapping[int, _Key]) -> Iterator[Oddity]:
    """Marked content of a page whose entry is not the element that owns it (`owners`, by identifier)."""
    import pikepdf

    try:
        told = _entry(root.get("/ParentTree"), page.get("/StructParents"))
    except MALFORMED:  # no tree of numbers: it has no entry
        told = None
    entries = list(told) if isinstance(told, pikepdf.Array) else []
    wrong = [mcid for mcid, key in owners.items() if not 0 <= mcid < len(entries) or _key(entries[mcid]) != key]
    if wrong:
        yield Oddity("checks.parent_tree", {"count": len(wrong), "mcid": min(wrong)})


def _key(entry: Any) -> _Key | None:
    return entry.objgen if hasattr(entry, "objgen") else None


def _entry(root: Any, number: Any) -> Any:
    """The value of a key of a number tree (7.9.7); None where there is none. A node that is met twice is passed by."""
    waiting, met = [root], set[_Key]()
    while waiting and number is not None and len(met) < _MOST_NODES:
        node = waiting.pop()
        if node is None or node.objgen in met:
            continue
        met |= {node.objgen} - {(0, 0)}
        numbers = list(node.get("/Nums", ()))
        for at in range(0, len(numbers) - 1, 2):
            if int(numbers[at]) == int(number):
                return numbers[at + 1]
        waiting += node.get("/Kids", ())
    return None
