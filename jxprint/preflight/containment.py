"""Which elements may not stand in which (ISO/TS 32005, table 5, as veraPDF's profile for PDF/UA-2 tests it).

Lists, tables and tables of contents have rules of their own (`jxprint.preflight.elements`), and so has what stands in
them alone.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"H[1-9][0-9]*")
# Parts of readings and of warichu, and groups of rows: they stand in nothing of this table.
_PARTS = frozenset(("RB", "RP", "RT", "WP", "WT", "TBody", "TFoot", "THead"))
_WORDS = "Em Quote Ruby Span Strong Sub Warichu"
_NEVER = "Document Title TOC"
_BLOCKS = "Art Aside BlockQuote Caption Div Document DocumentFragment H Hn Index L P Part Sect TOC Table Title"
_HEAD = "Art Aside BlockQuote Caption Div Document DocumentFragment H Hn Index L P Part TOC Table Title"
_FORBIDDEN = {
    "Annot Link Reference": "Document Index TOC",
    "Art": f"{_WORDS} Art Document",
    "Aside BlockQuote": f"{_WORDS} Aside Title",
    "Caption": f"{_NEVER} Caption",
    "Document DocumentFragment": f"{_WORDS} Caption Lbl Reference",
    "Em Span Strong": _BLOCKS,
    "FENote": f"{_NEVER} H Hn",
    "Figure": f"{_NEVER} DocumentFragment",
    "Form": f"{_WORDS} {_NEVER} Annot Art Aside BlockQuote DocumentFragment Form H Hn Index Link P Sect",
    "Formula": f"{_NEVER} Art DocumentFragment Sect",
    "H Hn": _HEAD,
    "Index": f"{_WORDS} {_NEVER} Art Aside BlockQuote DocumentFragment Form Index Lbl Link",
    "LBody": f"{_NEVER} DocumentFragment Lbl",
    "Lbl": f"{_BLOCKS} Lbl",
    "P": f"{_NEVER} Art Aside BlockQuote Caption Div DocumentFragment H Hn Index P Part Sect",
    "Quote": f"{_NEVER} Art Aside BlockQuote Caption DocumentFragment H Hn Index L P Part Sect Table",
    "RB RP RT WP WT": f"{_BLOCKS} FENote Figure Formula Lbl Ruby Warichu",
    "Sect": f"{_WORDS} Document",
    "Sub": f"{_NEVER} Art Aside BlockQuote Caption Div DocumentFragment H Hn Index P Part Sect Sub Table",
    "TD TH": f"{_NEVER} Aside BlockQuote Caption DocumentFragment Part Sub",
    "Title": f"{_NEVER} Art BlockQuote DocumentFragment H Hn Index Sect Sub",
}
_OF_PARENT = {
    parent: frozenset(children.split()) | _PARTS
    for parents, children in _FORBIDDEN.items()
    for parent in parents.split()
}


def may_not_stand(child: str, parent: str) -> bool:
    """Whether an element of one standard type may not stand in one of another."""
    kinds = ["Hn" if _HEADING.fullmatch(one) else one for one in (child, parent)]
    return kinds[0] in _OF_PARENT.get(kinds[1], frozenset())
