"""Rules of single elements and of their places among others (ISO 14289-1, 7; ISO 32000-1, 14.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.preflight.containment import may_not_stand
from jxprint.preflight.parts import ask_parts
from jxprint.preflight.roles import PDF_2, is_standard
from jxprint.preflight.structure import Element, Tree, attribute
from jxprint.preflight.subject import Subject
from jxprint.preflight.tables import ask_table
from jxprint.preflight.words import ask_private

_HEADING = re.compile(r"H([1-9][0-9]*)")
# Which children an element may have, and the sentence for another one; which parents, likewise.
_CHILDREN = {
    "L": (("L", "LI", "Caption"), "preflight.tags.list_children"),
    "LI": (("Lbl", "LBody"), "preflight.tags.item_children"),
    "TOC": (("TOC", "TOCI", "Caption"), "preflight.tags.contents_children"),
    "Table": (("TR", "THead", "TBody", "TFoot", "Caption"), "preflight.tags.table_children"),
    "TR": (("TH", "TD"), "preflight.tags.row_children"),
    **dict.fromkeys(("THead", "TBody", "TFoot"), (("TR",), "preflight.tags.group_children")),
}
_PARENTS = {
    "LI": (("L",), "preflight.tags.item_place"),
    "LBody": (("LI",), "preflight.tags.body_place"),
    "TOCI": (("TOC",), "preflight.tags.entry_place"),
    "TR": (("Table", "THead", "TBody", "TFoot"), "preflight.tags.row_place"),
    "TH": (("TR",), "preflight.tags.cell_place"),
    "TD": (("TR",), "preflight.tags.cell_place"),
    **dict.fromkeys(("THead", "TBody", "TFoot"), (("Table",), "preflight.tags.group_place")),
}
_RUBIES = (["RB", "RT"], ["RB", "RP", "RT", "RP"])


def ask_elements(subject: Subject, tree: Tree) -> None:
    """Every element of the tree, in order."""
    _ask_roles(subject, tree)
    _ask_headings(subject, tree)
    notes: set[str] = set()
    for element, parent in _with_parents(tree):
        _ask_place(subject, element, parent)
        _ask_words(subject, element)
        ask_parts(subject, element, page_of(element))
        ask_private(subject, element, page_of(element))
        if element.type == "Table":
            ask_table(subject, element, page_of(element))
        elif element.type == "Note":
            _ask_note(subject, element, notes)
        if "/P" not in element.source:
            subject.told.tell("preflight.tags.no_parent", page_of(element), name=element.raw)
        elif getattr(element.source["/P"], "objgen", None) != parent.source.objgen:
            subject.told.tell("preflight.tags.other_parent", page_of(element), name=element.raw, parent=parent.raw)


def page_of(element: Element) -> int:
    """The page (from 1) of an element's first content; 0 where it has none."""
    return next((one.mcids[0][0] + 1 for one in element.walk() if one.mcids), 0)


def _with_parents(tree: Tree) -> Iterator[tuple[Element, Element]]:
    waiting = [(one, tree.root) for one in reversed(tree.root.children)]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting.extend((one, element) for one in reversed(element.children))


def _ask_roles(subject: Subject, tree: Tree) -> None:
    told = subject.told
    for name in tree.roles.standard_mapped:
        told.tell("preflight.tags.standard_mapped", name=name)
    for raw, standard, namespace in dict.fromkeys((one.raw, one.type, one.namespace) for one in tree.elements()):
        if tree.roles.is_circular(raw):
            told.tell("preflight.tags.role_circular", name=raw)
        elif namespace == PDF_2:
            if not is_standard(standard, PDF_2) and not is_standard(standard, ""):
                told.tell("preflight.tags.role_unmapped", name=raw)
            elif standard == raw and not is_standard(raw, PDF_2):
                told.tell("preflight.tags.not_in_namespace", name=raw)
        elif not is_standard(standard, namespace) and not is_standard(standard, PDF_2):
            told.tell("preflight.tags.role_unmapped", name=raw)


def _ask_headings(subject: Subject, tree: Tree) -> None:
    """Levels go down one at a time; H and H1 are two ways that do not mix (7.4)."""
    told, last, kinds = subject.told, 0, set()
    for element in tree.elements():
        if element.type == "H":
            kinds.add("H")
            told.tell("preflight.tags.heading_unnumbered", page_of(element))
        elif match := _HEADING.fullmatch(element.type):
            kinds.add("Hn")
            level = int(match[1])
            if level > last + 1:
                told.tell("preflight.tags.heading_skipped", page_of(element), level=level, last=last)
            last = level
    if len(kinds) > 1:
        told.tell("preflight.tags.headings_mixed")


def _ask_place(subject: Subject, element: Element, parent: Element) -> None:
    told, page = subject.told, page_of
    allowed, key = _CHILDREN.get(element.type, ((), ""))
    if key:
        for child in element.children:
            if child.type not in allowed:
                told.tell(key, page(element), name=child.type, parent=element.type)
    allowed, key = _PARENTS.get(element.type, ((), ""))
    if key and parent.type not in allowed:
        told.tell(key, page(element), name=element.type, parent=parent.type or "StructTreeRoot")
    if element.type not in _PARENTS and parent.type not in _CHILDREN and may_not_stand(element.type, parent.type):
        told.tell("preflight.tags.containment", page(element), name=element.type, parent=parent.type)
    kinds = [child.type for child in element.children]
    if "Caption" in kinds[1:-1] or kinds.count("Caption") > 1:
        told.tell("preflight.tags.caption_place", page(element), parent=element.type)
    labelled = any(one.type == "Lbl" for item in element.children for one in item.children)
    if element.type == "L" and labelled and str(attribute(element, "ListNumbering")) in ("None", "/None"):
        told.tell("preflight.tags.list_numbering", page(element))
    if element.type == "Ruby" and kinds not in _RUBIES:
        told.tell("preflight.tags.ruby", page(element), found=tuple(kinds))
    if element.type in ("Document", "Sect", "L", "Table", "TR", "TOC") and element.mcids:
        told.tell("preflight.tags.content_in_group", page(element), name=element.type)


def _ask_words(subject: Subject, element: Element) -> None:
    """Words that stand for what is shown, and the language that they are in."""
    from jxprint.preflight.tags import is_language

    told, source = subject.told, element.source
    says = bool(str(source.get("/Alt", "")).strip()) or "/ActualText" in source
    if element.type == "Figure":
        if not says:
            told.tell("preflight.tags.no_alternative", page_of(element))
        if attribute(element, "BBox") is None:
            told.tell("preflight.tags.no_frame", page_of(element))
    elif element.type == "Formula" and not says:
        told.tell("preflight.tags.formula", page_of(element))
    language = source.get("/Lang")
    if language is not None and str(language) and not is_language(str(language)):
        told.tell("preflight.tags.language_form", page_of(element), name=str(language))


def _ask_note(subject: Subject, element: Element, notes: set[str]) -> None:
    name = str(element.source.get("/ID", ""))
    if not name:
        subject.told.tell("preflight.tags.note", page_of(element))
    elif name in notes:
        subject.told.tell("preflight.tags.note_twice", page_of(element), name=name)
    notes.add(name)
