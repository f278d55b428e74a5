"""Atomic pairs: a file that meets its standard, and the same file with one edit by which one rule alone fails."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, Pdf, String
from sound_files import KINDS, artifact, saved, shown, sound

Edit = Callable[[Pdf], object]


class Pair(Struct, frozen=True):
    """`rule` must be told of a file of a `kind` after `edit`, and nothing else. `options` are those of saving, `bent`
    changes the bytes afterwards, `icc` is the profile that is asked for.
    """

    rule: str
    kind: str
    edit: Edit
    options: dict[str, Any] = field(default_factory=dict)
    bent: Callable[[bytes], bytes] | None = None
    icc: str = ""

    @property
    def profile(self) -> str:
        """The name of the profile that the file is held against."""
        return KINDS[self.kind][0]

    def failing(self) -> bytes:
        """The file that must fail."""
        with pikepdf.open(BytesIO(sound(self.kind))) as pdf:
            self.edit(pdf)
            data = saved(pdf, self.kind, **self.options)
        return data if self.bent is None else self.bent(data)


def nothing(_: Pdf) -> None:
    """The bytes are bent, and no object."""


def page_of(pdf: Pdf) -> Any:
    """The page's dictionary."""
    return pdf.pages[0].obj


def put(**entries: Any) -> Edit:
    """Entries of the page."""
    return lambda pdf: _update(page_of(pdf), entries)


def root(**entries: Any) -> Edit:
    """Entries of the catalog."""
    return lambda pdf: _update(pdf.Root, entries)


def info(**entries: Any) -> Edit:
    """Entries of the information dictionary; None takes one away."""
    return lambda pdf: _update(pdf.docinfo, entries)


def image(**entries: Any) -> Edit:
    """Entries of the picture."""
    return lambda pdf: _update(page_of(pdf).Resources.XObject.Im1, entries)


def intent(**entries: Any) -> Edit:
    """Entries of the first output intent."""
    return lambda pdf: _update(pdf.Root.OutputIntents[0], entries)


def _update(holder: Any, entries: dict[str, Any]) -> None:
    for key, value in entries.items():
        name = f"/{key.rstrip('_')}"
        if value is None:
            del holder[name]
        else:
            holder[name] = value


def xmp(old: str, new: str) -> Edit:
    """Other words in the XMP packet."""

    def edit(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode()
        assert old in before, old
        pdf.Root.Metadata.write(before.replace(old, new).encode())

    return edit


def paint(operators: str, is_tagged: bool = False, **resources: Any) -> Edit:
    """More content; within an artifact where the page is tagged. Resources by kind: a dictionary, or what makes one."""

    def edit(pdf: Pdf) -> None:
        page = page_of(pdf)
        for kind, entries in resources.items():
            made = entries(pdf) if callable(entries) else entries
            known = page.Resources.get(f"/{kind}", Dictionary())
            for name, value in made.items():
                known[f"/{name.lstrip('/')}"] = value
            page.Resources[f"/{kind}"] = known
        told = operators if "/StructTreeRoot" not in pdf.Root or is_tagged else artifact(f"q {operators} Q")
        more = pdf.make_stream(f"\n{told}\n".encode("latin-1"))
        page.Contents = Array([page.Contents, more])

    return edit


def state(**entries: Any) -> Edit:
    """A graphics state dictionary, used."""
    return paint("/X gs", ExtGState={"X": Dictionary(Type=Name.ExtGState, **entries)})


def recontent(old: str, new: str) -> Edit:
    """Other operators in the content."""

    def edit(pdf: Pdf) -> None:
        before = page_of(pdf).Contents.read_bytes().decode()
        assert old in before, old
        page_of(pdf).Contents = pdf.make_stream(before.replace(old, new).encode())

    return edit


def text(size: float, colour: str, parameters: str = "/Over gs") -> str:
    """Operators that show text in a size and colour."""
    return f"q {parameters} {colour} BT /F1 {size} Tf 1 0 0 1 20 40 Tm {shown('新闻')} Tj ET Q"


def font(pdf: Pdf) -> Any:
    """The page's font."""
    return page_of(pdf).Resources.Font.F1


def descriptor(pdf: Pdf) -> Any:
    """Its descriptor."""
    return font(pdf).DescendantFonts[0].FontDescriptor


def elements(pdf: Pdf) -> dict[str, list[Any]]:
    """The elements of the tree by their tags, in order."""
    found: dict[str, list[Any]] = {}

    def walk(element: Any) -> None:
        if "/S" in element:
            found.setdefault(str(element.S).lstrip("/"), []).append(element)
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                walk(kid)

    walk(pdf.Root.StructTreeRoot)
    return found


def tag(old: str, new: str, which: int = 0) -> Edit:
    """An element is given another tag."""
    return lambda pdf: _update(elements(pdf)[old][which], {"S": Name(f"/{new}")})


def of(name: str, which: int = 0, **entries: Any) -> Edit:
    """Entries of an element."""
    return lambda pdf: _update(elements(pdf)[name][which], entries)


def within(parent: str, *tags: str, **entries: Any) -> Edit:
    """An element gets further children, each an empty one within the last."""

    def edit(pdf: Pdf) -> None:
        holder = elements(pdf)[parent][0]
        for name in tags:
            child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{name}"), P=holder))
            if "/NS" in elements(pdf)["Document"][0]:
                child.NS = elements(pdf)["Document"][0].NS
            kids = holder.get("/K", Array())
            holder.K = kids if isinstance(kids, Array) else Array([kids])
            holder.K.append(child)
            holder = child
        _update(holder, entries)

    return edit


def both(*edits: Edit) -> Edit:
    """Several edits, of which the last one fails."""

    def edit(pdf: Pdf) -> None:
        for one in edits:
            one(pdf)

    return edit


def string(value: str) -> String:
    """A text string."""
    return String(value)
