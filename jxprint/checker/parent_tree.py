"""The parent tree (ISO 32000-1, 14.7.4.4): from marked content back to its element. Readers that are asked what stands
under a finger go this way, and the structure tree the other; both have to agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jxprint.checker.glyphs import Oddity

_DEPTH = 32

_Key = tuple[int, int]


def parent_tree_oddities(root: Any, page: Any, owners: Mapping[int, _Key]) -> Iterator[Oddity]:
    """Marked content of a page whose entry is not the element that owns it (`owners`, by identifier)."""
    import pikepdf

    told = _entry(root.get("/ParentTree"), page.get("/StructParents"), _DEPTH)
    entries = list(told) if isinstance(told, pikepdf.Array) else []
    wrong = [mcid for mcid, key in owners.items() if mcid >= len(entries) or _key(entries[mcid]) != key]
    if wrong:
        yield Oddity("checks.parent_tree", {"count": len(wrong), "mcid": min(wrong)})


def _key(entry: Any) -> _Key | None:
    return entry.objgen if hasattr(entry, "objgen") else None


def _entry(node: Any, number: Any, depth: int) -> Any:
    """The value of a key of a number tree (7.9.7); None where there is none."""
    if node is None or number is None or depth < 0:
        return None
    numbers = list(node.get("/Nums", ()))
    for at in range(0, len(numbers) - 1, 2):
        if int(numbers[at]) == int(number):
            return numbers[at + 1]
    for kid in node.get("/Kids", ()):
        found = _entry(kid, number, depth - 1)
        if found is not None:
            return found
    return None
