"""The structure tree of the small files."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

PDF_2 = "http://iso.org/pdf2/ssn"
# Tags with what they hold: the identifier of a piece of content, or other tags.
_OUTLINE: list[Any] = [
    ("H1", 0),
    ("H2", 1),
    ("P", 2),
    ("Figure", 3),
    ("Table", [("TR", [("TH", 4), ("TH", 5)]), ("TR", [("TD", 6), ("TD", 7)])]),
    ("L", [("LI", [("Lbl", 8), ("LBody", 9)])]),
    ("P", [("Link", 10)]),
]
_FRAME = [170, 120, 194, 144]


def add_tree(pdf: Pdf, is_second: bool, with_link: bool) -> None:
    """Give a file its tree; `is_second`: in the namespace of PDF 2.0."""
    page = pdf.pages[0].obj
    page.StructParents, page.Tabs = 0, Name.S
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    space = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(PDF_2))) if is_second else None
    if space is not None:
        root.Namespaces = Array([space])
    owners: dict[int, Any] = {}
    maker = _Maker(pdf, space, owners)
    document = maker.element("Document", root, [("Sect", _OUTLINE)])
    root.K = Array([document])
    numbers = Array([0, pdf.make_indirect(Array([owners[mcid] for mcid in sorted(owners)]))])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = 1
    pdf.Root.StructTreeRoot = root
    if with_link:
        action = Dictionary(S=Name.URI, URI=String("https://example.org/"))
        link = Dictionary(Subtype=Name.Link, Rect=Array([20, 48, 44, 62]), A=action, Contents=String("An address"))
        annotate(pdf, link, owners[10])


def annotate(pdf: Pdf, annotation: Dictionary, element: Any | None) -> Any:
    """Put an annotation on the page that prints, and into an element of the tree where there is one."""
    page, root = pdf.pages[0].obj, pdf.Root.get("/StructTreeRoot")
    annotation.Type = Name.Annot
    if "/F" not in annotation:
        annotation.F = 4
    made = pdf.make_indirect(annotation)
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(made)
    if element is not None and root is not None:
        key = int(root.ParentTreeNextKey)
        made.StructParent, root.ParentTreeNextKey = key, key + 1
        root.ParentTree.Nums.append(key)
        root.ParentTree.Nums.append(element)
        kids = element.K if isinstance(element.get("/K"), Array) else Array([element.K] if "/K" in element else [])
        kids.append(Dictionary(Type=Name.OBJR, Obj=made, Pg=page))
        element.K = kids
    return made


class _Maker:
    def __init__(self, pdf: Pdf, space: Any, owners: dict[int, Any]) -> None:
        self._pdf = pdf
        self._space = space
        self._owners = owners

    def element(self, tag: str, parent: Any, holds: Any) -> Any:
        """An element with what it holds."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent))
        if self._space is not None:
            made.NS = self._space
        if tag == "Figure":
            made.Alt = String("A grey square")
            made.A = Dictionary(O=Name.Layout, BBox=Array(_FRAME), Placement=Name.Block)
        elif tag == "L":
            made.A = Dictionary(O=Name.List, ListNumbering=Name.Decimal)
        elif tag == "TH":
            made.A = Dictionary(O=Name.Table, Scope=Name.Column)
        if isinstance(holds, int):
            made.Pg, made.K = self._pdf.pages[0].obj, holds
            self._owners[holds] = made
        else:
            made.K = Array([self.element(child, made, inside) for child, inside in holds])
        return made
