"""Where a file leads within itself (ISO 32000-1, 12.3 and 12.4): bookmarks, links, the page that opens, page labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.preflight.annotations import annotations_of
from jxprint.preflight.structure import number_tree
from jxprint.preflight.subject import Subject
from jxprint.preflight.values import array, dictionary

_ITEMS = 100_000
_DEPTH = 64
_TITLE = 40


def ask_navigation(subject: Subject) -> None:
    """Every target within the file, and the numbers of its pages."""
    root, told = subject.document.Root, subject.told
    places = _Places(subject.document)
    for item in outline_items(subject.document):
        if places.is_dead(_target(item)):
            told.tell("preflight.navigation.bookmark", name=str(item.get("/Title", ""))[:_TITLE])
    for number, page in enumerate(subject.document.pages, 1):
        for one in annotations_of(page.obj):
            if str(one.get("/Subtype")) == "/Link" and places.is_dead(_target(one)):
                told.tell("preflight.navigation.link", number)
    opening = root.get("/OpenAction")
    if places.is_dead(opening if not isinstance(opening, _kinds()[0]) else _target_of_action(opening)):
        told.tell("preflight.navigation.opening")
    if "/PageLabels" in root:
        labels = [key for key, _ in number_tree(root["/PageLabels"])]
        if labels[:1] != [0] or labels != sorted(set(labels)):
            told.tell("preflight.navigation.labels", first=labels[0] if labels else "")


def outline_items(document: Any) -> Iterator[Any]:
    """The items of the outline, each once."""
    waiting = [dictionary(document.Root.get("/Outlines")).get("/First")]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _ITEMS:
        item = waiting.pop()
        if not isinstance(item, _kinds()[0]) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item
        waiting += [item.get("/Next"), item.get("/First")]


def _kinds() -> tuple[Any, Any]:
    import pikepdf

    return pikepdf.Dictionary, pikepdf.Array


def _target(holder: Any) -> Any:
    """Where a bookmark or link leads; None where it leads out of the file, or nowhere at all."""
    return holder["/Dest"] if "/Dest" in holder else _target_of_action(holder.get("/A"))


def _target_of_action(action: Any) -> Any:
    entries = dictionary(action)
    if str(entries.get("/S")) != "/GoTo":
        return None
    # A structure destination stands beside the place on a page (ISO 32000-2, 12.6.4.2).
    return entries.get("/D", entries.get("/SD"))


class _Places:
    def __init__(self, document: Any) -> None:
        self._pages = {page.obj.objgen for page in document.pages}
        self._count = len(document.pages)
        self._names = _named(document.Root)

    def is_dead(self, target: Any, depth: int = 0) -> bool:
        """Whether a target is none of the file's pages or elements."""
        import pikepdf

        if target is None:
            return False
        if isinstance(target, (pikepdf.Name, pikepdf.String)):
            key = bytes(target)
            return key not in self._names or (depth < 2 and self.is_dead(self._names[key], depth + 1))
        if isinstance(target, pikepdf.Dictionary):
            return self.is_dead(target.get("/D"), depth + 1) if depth < 2 else True
        first = target[0] if isinstance(target, pikepdf.Array) and len(target) else None
        if isinstance(first, int) and not isinstance(first, bool):
            return not 0 <= first < self._count
        if not isinstance(first, pikepdf.Dictionary):
            return True
        return first.objgen not in self._pages and "/S" not in first


def _named(root: Any) -> dict[bytes, Any]:
    """Destinations by name: of the name tree, and of the catalog's own dictionary (12.3.2.3)."""
    found = {
        b"/" + key[1:].encode("utf-8", "surrogateescape"): one for key, one in dictionary(root.get("/Dests")).items()
    }
    found |= dict(_name_tree(dictionary(root.get("/Names")).get("/Dests"), 0))
    return found


def _name_tree(node: Any, depth: int) -> Iterator[tuple[bytes, Any]]:
    entries = dictionary(node)
    if depth > _DEPTH:
        return
    names = array(entries.get("/Names"))
    for at in range(0, len(names) - 1, 2):
        yield bytes(names[at]), names[at + 1]
    for kid in array(entries.get("/Kids")):
        yield from _name_tree(kid, depth + 1)
