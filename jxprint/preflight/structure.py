"""The structure tree (结构树; ISO 32000-1, 14.7) as records: elements with their standard types and their content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from jxprint.preflight.roles import Roles
from jxprint.preflight.values import name_of

_DEPTH = 128
_ELEMENTS = 2_000_000


class Element(Struct):
    """One element. `type` is the standard one after role maps, `raw` as it stands, `namespace` its URI (empty: the
    default of PDF 1.7); `mcids` are pairs of page (from 0) and identifier in order, `objects` annotations by object
    number; `order` is the order of children (elements), `source` pikepdf's dictionary.
    """

    type: str
    raw: str
    namespace: str
    source: Any
    children: list[Element] = field(default_factory=list)
    mcids: list[tuple[int, int]] = field(default_factory=list)
    objects: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """The element and those within it, in the tree's order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.children))


class Tree(Struct):
    """The whole tree. `content` are pages and identifiers in the tree's order with the element that owns each; `root`
    is an element without a type; `twice` counts elements that are reached again.
    """

    root: Element
    roles: Roles
    content: list[tuple[int, int, Element]] = field(default_factory=list)
    twice: int = 0

    def elements(self) -> Iterator[Element]:
        """All elements in order, without the root."""
        return (one for one in self.root.walk() if one is not self.root)


def read_tree(document: Any) -> Tree | None:
    """The tree of a file; None where it has none. Raises ValueError where it is deeper or larger than is safe."""
    import pikepdf

    root = document.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    tree = Tree(Element("", "", "", root), Roles(root))
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    _Reader(tree, pages).read(tree.root, None, 0)
    return tree


class _Reader:
    def __init__(self, tree: Tree, pages: dict[tuple[int, int], int]) -> None:
        self._tree = tree
        self._pages = pages
        self._seen: set[tuple[int, int]] = set()
        self._left = _ELEMENTS

    def read(self, element: Element, page: int | None, depth: int) -> None:
        """Read what is within an element."""
        import pikepdf

        self._left -= 1
        if depth > _DEPTH or self._left < 0:
            raise ValueError("structure tree too deep or too large")
        source = element.source
        if "/Pg" in source:
            page = self._pages.get(source["/Pg"].objgen, page)
        kids = source.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._own(element, page, int(kid))
            elif isinstance(kid, pikepdf.Dictionary):
                self._read_kid(element, kid, page, depth)

    def _read_kid(self, element: Element, kid: Any, page: int | None, depth: int) -> None:
        kind = str(kid.get("/Type", ""))
        if kind == "/MCR":
            own = self._pages.get(kid["/Pg"].objgen) if "/Pg" in kid else page
            if "/Stm" not in kid and isinstance(kid.get("/MCID"), int):
                self._own(element, own, int(kid["/MCID"]))
        elif kind == "/OBJR":
            if "/Obj" in kid:
                element.objects.append(kid["/Obj"].objgen)
        elif "/S" in kid:
            key = kid.objgen
            if key != (0, 0) and key in self._seen:
                self._tree.twice += 1
                return
            self._seen.add(key)
            raw, namespace = name_of(kid["/S"]), namespace_of(kid)
            child = Element(self._tree.roles.standard(raw, kid.get("/NS")), raw, namespace, kid)
            element.children.append(child)
            self.read(child, page, depth + 1)

    def _own(self, element: Element, page: int | None, mcid: int) -> None:
        if page is not None:
            element.mcids.append((page, mcid))
            self._tree.content.append((page, mcid, element))


def namespace_of(element: Any) -> str:
    """The URI of an element's namespace (ISO 32000-2, 14.7.4.2); empty: none is named."""
    space = element.get("/NS")
    return str(space.get("/NS", "")) if space is not None and hasattr(space, "keys") else ""


def attribute(element: Element, name: str) -> Any:
    """An attribute of an element, whoever owns it; None where it has none."""
    import pikepdf

    given = element.source.get("/A", ())
    for one in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and f"/{name}" in one:
            return one[f"/{name}"]
    return None


def number_tree(node: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree (ISO 32000-1, 7.9.7)."""
    import pikepdf

    if depth > _DEPTH or not isinstance(node, pikepdf.Dictionary):
        return
    numbers = node.get("/Nums", ())
    for at in range(0, len(numbers) - 1, 2):
        yield int(numbers[at]), numbers[at + 1]
    for kid in node.get("/Kids", ()):
        yield from number_tree(kid, depth + 1)
