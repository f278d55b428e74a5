"""The structure tree as objects of the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from msgspec import Struct

from jxprint.writers.pdf.links import Annotation, Inward, fill_link, link_entries
from jxprint.writers.pdf.seam import File, array, reference, references
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.tagging import Node


class TaggedPage(Struct, frozen=True):
    """What tree and outline need of a page: its object, title, articles, number of pieces, space and language, and the
    `label` by which links name it; when its elements are written, the numbers of its articles' `elements`, and those
    of the `beads` of each article.
    """

    number: int
    title: str
    articles: tuple[Node, ...]
    pieces: int
    space: Space
    language: str
    links: tuple[Annotation, ...] = ()
    elements: tuple[int, ...] = ()
    label: str = ""
    beads: tuple[tuple[int, ...], ...] = ()


class Names(dict[str, bytes]):
    """Types of elements as a file says them, entries of a dictionary by the tag: from PDF 2.0 on in the namespace of
    that (ISO 32000-2, 14.8.6), but for articles (Art) and tables of contents, which it has not: they stand in that of
    PDF 1.7, which is everybody's who names none.
    """

    _SPACE = "http://iso.org/pdf2/ssn"
    _OLDER = frozenset(("Art", "TOC", "TOCI", "Reference"))

    def __init__(self, file: File) -> None:
        super().__init__()
        self._space = 0
        if file.manner.profile.version >= (2, 0):
            self._space = file.add(b"<</Type/Namespace/NS%b>>" % text_string(self._SPACE))

    def __missing__(self, tag: str) -> bytes:
        """A tag that is asked for once more is found where it stands."""
        said = b"/S/%b" % tag.encode("ascii")
        self[tag] = said + b"/NS %d 0 R" % self._space if self._space and tag not in self._OLDER else said
        return self[tag]

    @property
    def declared(self) -> bytes:
        """The entry of the tree's root."""
        return b"/Namespaces[%d 0 R]" % self._space if self._space else b""


class StructureTree:
    """Writes Document > articles, page by page, and the parent tree: a page's key, those of its links, the next
    page's. `language` is the document's.
    """

    def __init__(self, file: File, language: str) -> None:
        self._file = file
        self._language = language
        self._root, self._document = file.reserve(), file.reserve()
        self._names = Names(file)
        self._kids: list[int] = []
        self._parents: list[bytes] = []
        # Links within the file, in order; they are filled by whoever knows all pages.
        self.inward: list[Inward] = []
        # Entries of tables of contents, likewise: their elements name those that they stand for (ISO 14289-2, 8.2.5.8).
        self.referring: list[Inward] = []
        self._pages = 0

    @property
    def next_key(self) -> int:
        """The key that the next page has in the parent tree."""
        return len(self._parents) // 2

    def add(self, page: TaggedPage) -> tuple[int, ...]:
        """Write the elements of the next page; gives the numbers of its articles."""
        key, foreign = self.next_key, page.language != self._language
        writer = _PageWriter(self._file, page, key + 1, self._names)
        at, self._pages = self._pages, self._pages + 1
        articles = tuple([writer.element(one, self._document, foreign) for one in page.articles])
        self._kids += articles
        self.inward += [Inward(*one, at) for one in writer.inward]
        self.referring += [Inward(*one, at) for one in writer.referring]
        self._parents += [b"%d" % key, reference(self._file.add(references(writer.owners))), *writer.links]
        return articles

    def finish(self) -> int:
        """Write what holds the pages together; gives the root's number."""
        file, root = self._file, self._root
        entries = self._names["Document"], root, references(self._kids)
        file.fill(self._document, b"<<%b/P %d 0 R/K%b>>" % entries)
        tree = file.add(b"<</Nums%b>>" % array(self._parents))
        file.fill(
            root,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%b>>"
            % (self._document, tree, self.next_key, self._names.declared),
        )
        return root


class _PageWriter:
    """Writes the elements of one page: `owners` by marked-content identifier, `links` as entries of the parent tree
    from `key` on, `inward` those that lead within the file: number, address, entries; `referring` are elements that
    refer to others (Ref), likewise.
    """

    def __init__(self, file: File, page: TaggedPage, key: int, names: Names) -> None:
        self.owners = [0] * page.pieces  # every piece is some element's
        self.links: list[bytes] = []
        self.inward: list[tuple[int, str, bytes]] = []
        self.referring: list[tuple[int, str, bytes]] = []
        self._file = file
        self._page = page
        self._key = key
        self._names = names
        self._annotations = iter(page.links)

    def element(self, node: Node, parent: int, foreign: bool = False) -> int:
        """Write an element and those inside it; gives its number. `foreign`: its language is not the document's."""
        file, page = self._file, self._page
        number = file.reserve()
        said = b"<<%b/P %d 0 R" % (self._names[node.tag], parent)
        if node.title:
            said += b"/T" + text_string(node.title)
        if foreign or node.language:
            said += b"/Lang" + text_string(node.language or page.language)
        if node.alt is not None:
            said += b"/Alt" + text_string(node.alt)
        said += self._attributes(node)
        kids: list[bytes] = []
        for piece in node.pieces:
            self.owners[piece] = number
            kids.append(b"%d" % piece)
        for _ in node.areas:
            kids.append(self._annotation(number))
        for child in node.children:
            kids.append(b"%d 0 R" % self.element(child, number))
        if node.pieces:
            said += b"/Pg %d 0 R" % page.number
        said += b"/K %b" % kids[0] if len(kids) == 1 else b"/K[%b]" % b" ".join(kids)
        if node.refers and file.manner.profile.version >= (2, 0):
            self.referring.append((number, node.refers, said))
        else:
            file.fill(number, said + b">>")
        return number

    def _attributes(self, node: Node) -> bytes:
        """The entry of an element's attributes, empty where it has none."""
        attributes = b""
        if node.frame is not None:
            # Layout attributes; a figure's BBox is required (ISO 14289-1, 7.3), the others tell readers the frames.
            placement = b"/Placement/Block" if node.tag == "Figure" else b""
            attributes = b"<</O/Layout%b/BBox[%b]>>" % (placement, self._page.space.corners(node.frame))
        # Scope, of a table's heads, comes with PDF 1.5 (ISO 32000-1, table 349).
        if not node.attributes or (node.tag == "TH" and self._file.manner.profile.version < (1, 5)):
            return b"/A" + attributes if attributes else b""
        owned = f"<<{node.attributes}>>".encode("ascii")
        return b"/A[%b %b]" % (owned, attributes) if attributes else b"/A" + owned

    def _annotation(self, element: int) -> bytes:
        """The next link's annotation, written and tied to its element."""
        link = next(self._annotations)
        key = self._key + len(self.links) // 2
        entries = link_entries(link, self._page.space, self._page.number, key)
        if link.address.startswith("#"):
            self.inward.append((link.number, link.address, entries))
        else:
            fill_link(self._file, link, entries)
        self.links += [b"%d" % key, reference(element)]
        return b"<</Type/OBJR/Obj %d 0 R>>" % link.number
