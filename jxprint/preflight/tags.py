"""Tags (标签): what PDF/UA and level A of PDF/A ask of a file's structure tree and of what its pages mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from jxprint.preflight.elements import ask_elements
from jxprint.preflight.links import ask_destinations, ask_links
from jxprint.preflight.marked import Painted
from jxprint.preflight.roles import PDF_2
from jxprint.preflight.structure import Tree, number_tree, read_tree
from jxprint.preflight.subject import Subject
from jxprint.preflight.values import dictionary, is_true

# RFC 3066 as the standards quote it.
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")


def ask_tags(subject: Subject, painted: Sequence[Painted]) -> Tree | None:
    """The catalog's part, the pages' part, the tree's part."""
    tree = read_tree(subject.document)
    if not subject.among("tagged"):
        return tree
    _ask_catalog(subject)
    if tree is None:
        subject.told.tell("preflight.tags.no_tree")
        return None
    _ask_pages(subject, tree, painted)
    if subject.among("ua2"):
        _ask_root(subject, tree)
    ask_elements(subject, tree)
    ask_links(subject, tree)
    ask_destinations(subject)
    return tree


def is_language(value: str) -> bool:
    """Whether a text names a language as BCP 47 does."""
    return bool(_LANGUAGE.fullmatch(value))


def _ask_catalog(subject: Subject) -> None:
    root, told = subject.document.Root, subject.told
    marks = dictionary(root.get("/MarkInfo"))
    if not is_true(marks.get("/Marked")):
        told.tell("preflight.tags.not_marked")
    if is_true(marks.get("/Suspects")):
        told.tell("preflight.tags.suspects")
    language = str(root.get("/Lang", ""))
    if not language:
        told.tell("preflight.tags.no_language")
    elif not is_language(language):
        told.tell("preflight.tags.language_form", name=language)


def _ask_pages(subject: Subject, tree: Tree, painted: Sequence[Painted]) -> None:
    """What the pages' content marks, and how it finds its elements."""
    told = subject.told
    parents = dict(number_tree(tree.root.source.get("/ParentTree")))
    if "/ParentTree" not in tree.root.source:
        told.tell("preflight.tags.no_parent_tree")
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for page, mcid, element in tree.content:
        owners.setdefault((page, mcid), element.source.objgen)
    for number, (there, marks) in enumerate(zip(subject.document.pages, painted, strict=True), 1):
        if marks.untagged:
            told.tell("preflight.tags.untagged", number, things=marks.untagged, of=marks.things)
        if marks.tagged_in_artifact:
            told.tell("preflight.tags.tagged_in_artifact", number, things=marks.tagged_in_artifact)
        if marks.artifact_in_tagged:
            told.tell("preflight.tags.artifact_in_tagged", number, things=marks.artifact_in_tagged)
        if marks.untyped:
            told.tell("preflight.tags.artifact_untyped", number, things=marks.untyped)
        if not marks.mcids:
            continue
        key = there.obj.get("/StructParents")
        if not isinstance(key, int):
            told.tell("preflight.tags.no_page_key", number)
        elif "/ParentTree" in tree.root.source:
            _ask_parents(subject, number, parents.get(int(key)), marks, owners)


def _ask_parents(
    subject: Subject, number: int, found: Any, marks: Painted, owners: dict[tuple[int, int], tuple[int, int]]
) -> None:
    """Whether the parent tree names the element that owns each piece (14.7.4.4)."""
    import pikepdf

    listed = [one.objgen if isinstance(one, pikepdf.Dictionary) else None for one in found or ()]
    wrong = [
        mcid
        for mcid in marks.mcids
        if (number - 1, mcid) in owners
        and (mcid >= len(listed) or mcid < 0 or listed[mcid] != owners[number - 1, mcid])
    ]
    if wrong:
        subject.told.tell("preflight.tags.parent_wrong", number, count=len(wrong), mcid=wrong[0])


def _ask_root(subject: Subject, tree: Tree) -> None:
    """What stands at the top (ISO 14289-2, 8.2.5.2)."""
    kinds = [one.type for one in tree.root.children]
    if kinds != ["Document"]:
        subject.told.tell("preflight.tags.document_alone", found=tuple(kinds[:5]))
    elif tree.root.children[0].namespace != PDF_2:
        subject.told.tell("preflight.tags.document_namespace")
