"""What elements have to have of others: groups of rows, captions, parts of warichu, targets of contents and notes
(ISO 14289-1, 7.2 and 7.4; ISO 14289-2, 8.2.5).
"""

from __future__ import annotations

from jxprint.preflight.structure import Element, attribute
from jxprint.preflight.subject import Subject

_GROUPS = ("THead", "TBody", "TFoot")
_NOTES = ("/Footnote", "/Endnote", "/None")


def ask_parts(subject: Subject, element: Element, page: int) -> None:
    """One element and its children."""
    told, kinds = subject.told, [child.type for child in element.children]
    if element.type == "Table":
        heads, feet, bodies = (kinds.count(one) for one in ("THead", "TFoot", "TBody"))
        if heads > 1 or feet > 1 or (heads + feet and not bodies):
            told.tell("preflight.tags.group_count", page, found=tuple(one for one in kinds if one in _GROUPS))
    if element.type in ("L", "TOC") and "Caption" in kinds[1:]:
        told.tell("preflight.tags.caption_first", page, parent=element.type)
    if kinds.count("H") > 1:
        told.tell("preflight.tags.heading_twice", page, parent=element.type)
    if element.type == "Warichu" and kinds != ["WP", "WT", "WP"]:
        told.tell("preflight.tags.warichu", page, found=tuple(kinds))
    if element.type == "LI" and element.mcids:
        told.tell("preflight.tags.item_content", page)
    if element.type == "TOCI" and not any("/Ref" in one.source for one in element.walk()):
        told.tell("preflight.tags.contents_target", page)
    kind = attribute(element, "NoteType") if element.type == "FENote" else None
    if kind is not None and str(kind) not in _NOTES:
        told.tell("preflight.tags.note_kind", page)
