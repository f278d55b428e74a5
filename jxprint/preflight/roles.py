"""Standard structure types (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.6), and the maps from others to them."""

from __future__ import annotations

from typing import Any

PDF_2 = "http://iso.org/pdf2/ssn"
MATH = "http://www.w3.org/1998/Math/MathML"

_BOTH = [
    "Document",
    "Part",
    "Sect",
    "Div",
    "Caption",
    "Index",
    "NonStruct",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "THead",
    "TBody",
    "TFoot",
    "Span",
    "Link",
    "Annot",
    "Ruby",
    "RB",
    "RT",
    "RP",
    "Warichu",
    "WT",
    "WP",
    "Figure",
    "Formula",
    "Form",
    "Artifact",
]
_FIRST = frozenset(_BOTH) - {"Artifact"} | frozenset(
    ["Art", "BlockQuote", "TOC", "TOCI", "Private", "Quote", "Note", "Reference", "BibEntry", "Code"]
)
_SECOND = frozenset(_BOTH) - {"Index"} | frozenset(
    ["DocumentFragment", "Aside", "Title", "FENote", "Sub", "Em", "Strong"]
)
_STEPS = 16


class Roles:
    """The role maps of a file. `mapped` are types that stand for others, `standard_mapped` standard ones among them."""

    def __init__(self, root: Any) -> None:
        import pikepdf

        given = root.get("/RoleMap")
        entries = given.items() if isinstance(given, pikepdf.Dictionary) else ()
        self._map = {key.lstrip("/"): str(value).lstrip("/") for key, value in entries}
        self.standard_mapped = sorted(name for name in self._map if name in _FIRST)

    def standard(self, raw: str, namespace: Any = None) -> str:
        """The standard type that a type stands for; the type itself where no map leads to one."""
        if namespace is not None and hasattr(namespace, "keys"):
            own = str(namespace.get("/NS", ""))
            if own in (PDF_2, MATH) and (is_standard(raw, own) or "/RoleMapNS" not in namespace):
                return raw
            mapped = namespace.get("/RoleMapNS", {}).get(f"/{raw}")
            if mapped is not None:
                name = mapped[0] if not hasattr(mapped, "keys") and str(mapped)[:1] != "/" else mapped
                return str(name).lstrip("/")
        name = raw
        for _ in range(_STEPS):
            if name in _FIRST or name not in self._map:
                break
            name = self._map[name]
        return name

    def is_circular(self, raw: str) -> bool:
        """Whether the map of a type leads back to it."""
        seen: set[str] = set()
        name = raw
        while name in self._map and name not in seen:
            seen.add(name)
            name = self._map[name]
        return name in seen


def is_standard(name: str, namespace: str) -> bool:
    """Whether a type is one of a namespace; of MathML every name is one."""
    if namespace == PDF_2:
        return name in _SECOND or (name[:1] == "H" and name[1:].isdigit())
    return namespace == MATH or name in _FIRST
