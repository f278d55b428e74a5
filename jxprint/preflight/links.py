"""Annotations and destinations in the structure tree (ISO 14289-1, 7.18; ISO 14289-2, 8.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jxprint.preflight.annotations import annotations_of
from jxprint.preflight.navigation import outline_items
from jxprint.preflight.structure import Element, Tree, number_tree
from jxprint.preflight.subject import Subject

_HIDDEN = 2
_FIELDS = 32


def ask_links(subject: Subject, tree: Tree) -> None:
    """Whether each annotation stands in an element of its kind, and says what it is."""
    told = subject.told
    owners: dict[tuple[int, int], Element] = {}
    parents = dict(number_tree(tree.root.source.get("/ParentTree")))
    for element in tree.elements():
        owners.update(dict.fromkeys(element.objects, element))
    for number, page in enumerate(subject.document.pages, 1):
        for one in annotations_of(page.obj):
            kind = str(one.get("/Subtype"))
            _ask_artifact(subject, number, one, owners.get(one.objgen))
            if int(one.get("/F", 0)) & _HIDDEN or kind in ("/Popup", "/PrinterMark"):
                continue
            owner = owners.get(one.objgen)
            wanted = {"/Link": ("Link", "Reference"), "/Widget": ("Form",)}.get(kind, ("Annot",))
            if owner is None or owner.type not in wanted:
                key = "preflight.tags.link" if kind == "/Link" else "preflight.tags.annotation"
                told.tell(key, number, name=kind.lstrip("/"))
            elif "/ParentTree" in tree.root.source and not _leads_to(one, parents, owner):
                told.tell("preflight.tags.annotation_key", number, name=kind.lstrip("/"))
            says = str(one.get("/Contents", "")).strip() or (owner is not None and str(owner.source.get("/Alt", "")))
            if kind == "/Link" and not str(one.get("/Contents", "")).strip():
                told.tell("preflight.tags.link_unsaid", number)
            elif kind not in ("/Link", "/Widget") and not says:
                told.tell("preflight.tags.annotation_unsaid", number, name=kind.lstrip("/"))


def _ask_artifact(subject: Subject, number: int, annotation: Any, owner: Element | None) -> None:
    """What nobody sees, and marks of a printer, stand in no element that is read."""
    kind = str(annotation.get("/Subtype"))
    name = kind.lstrip("/")
    if owner is None or owner.type == "Artifact":
        return
    if kind == "/PrinterMark":
        subject.told.tell("preflight.tags.mark_tagged", number)
    elif kind == "/Popup":
        subject.told.tell("preflight.tags.popup_tagged", number)
    said, described = str(annotation.get("/Contents", "")), str(owner.source.get("/Alt", ""))
    if said and described and said != described:
        subject.told.tell("preflight.tags.said_twice", number, name=name, contents=said[:40], alt=described[:40])
    if kind == "/Widget" and not described and not str(_field_of(annotation, "/TU") or ""):
        subject.told.tell("preflight.tags.field_unsaid", number)


def _field_of(annotation: Any, key: str) -> Any:
    """An entry of a form field, its own or inherited (12.7.3.1)."""
    field = annotation
    for _ in range(_FIELDS):
        if not hasattr(field, "keys") or key in field:
            break
        field = field.get("/Parent", {})
    return field.get(key) if hasattr(field, "keys") else None


def _leads_to(annotation: Any, parents: Mapping[int, Any], owner: Element) -> bool:
    """Whether the parent tree leads from an annotation to its element (ISO 32000-1, 14.7.4.4)."""
    import pikepdf

    key = annotation.get("/StructParent")
    found = parents.get(int(key)) if isinstance(key, int) else None
    return isinstance(found, pikepdf.Dictionary) and found.objgen == owner.source.objgen


def ask_destinations(subject: Subject) -> None:
    """PDF/UA-2: what leads within the file leads to an element of the tree."""
    if not subject.told.asks("preflight.tags.destination"):
        return
    for target in _targets(subject.document):
        if not _is_structural(target):
            subject.told.tell("preflight.tags.destination")


def _targets(document: Any) -> Iterator[Any]:
    """Dictionaries that lead somewhere: items of the outline, links, the first page to be shown."""
    yield from outline_items(document)
    for page in document.pages:
        yield from (one for one in annotations_of(page.obj) if str(one.get("/Subtype")) == "/Link")


def _is_structural(target: Any) -> bool:
    """Whether a target is an element (ISO 32000-2, 12.3.2.3); what leads out of the file is not asked."""
    import pikepdf

    action = target.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return str(action.get("/S")) != "/GoTo" or "/SD" in action
    destination = target.get("/Dest")
    if not isinstance(destination, pikepdf.Array) or not len(destination):
        return destination is None
    first = destination[0]
    return isinstance(first, pikepdf.Dictionary) and "/S" in first and str(first.get("/Type")) != "/Page"
