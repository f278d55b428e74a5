"""An XML file from outside as a tree of elements. Expat is asked for elements alone, and nothing outside the file is
ever read. A document type is refused before it says anything; where a format's own files name one (NITF does), its name
alone is let pass, and what it would bring in is refused: its own declarations, and entities that are not XML's five.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal
from xml.parsers import expat

from msgspec import Struct, field

from jxprint.errors import DescriptionError, Finding, Place

# A broadsheet page with a box for every glyph has 300,000 elements in 60 MiB at the most.
MOST_BYTES, MOST_ELEMENTS, DEEPEST = 64 << 20, 1_000_000, 100
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_INCLUDE = re.compile(r"http://www\.w3\.org/\d{4}/XInclude include")
_XML = "http://www.w3.org/XML/1998/namespace"
_W3C = ("http://www.w3.org/1999/xlink", "http://www.w3.org/2001/XMLSchema-instance")
_BY_EXPAT = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1")


class Element(Struct):
    """An element: its name and attributes without namespaces, what stands in it, its own text together, its line.
    `inner` has elements and text in their order, where that was asked for; `space` is the name's namespace.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""
    inner: list[Element | str] | None = None
    space: str = ""

    def named(self, *names: str) -> Iterator[Element]:
        """The children of some names."""
        return (one for one in self.children if one.name in names)

    def first(self, name: str) -> Element | None:
        """The first child of a name."""
        return next(self.named(name), None)

    def all(self, *names: str) -> Iterator[Element]:
        """All elements of some names below this one, in order; those inside one of them as well."""
        for one in self.children:
            if one.name in names:
                yield one
            if one.children:  # most have none
                yield from one.all(*names)

    def number(self, key: str) -> float | None:
        """An attribute as a number; None where it is none."""
        try:
            value = float(self.attributes[key])
        except (KeyError, ValueError):
            return None
        return value if abs(value) < 1e9 else None


class Aside(Struct, frozen=True):
    """What a file says beside its elements: where its document type or a piece of its text (XInclude) is to be found,
    which is never looked for; a comment; an instruction to a program.
    """

    kind: Literal["doctype", "include", "comment", "instruction"]
    text: str
    line: int


def parsed(
    data: bytes,
    name: str,
    *,
    mixed: bool = False,
    named_type: bool = False,
    qualified: bool = False,
    asides: list[Aside] | None = None,
) -> Element:
    """The root element. `mixed` keeps the order of text and elements, `named_type` lets a document type pass that has
    no declarations, `qualified` leaves attributes of namespaces under their full names (but for XLink and xsi; XML's
    own are `xml:lang`), `asides` takes what the file says that is no element. Raises DescriptionError where the file is
    damaged, too large, or has a document type else.
    """
    if len(data) > MOST_BYTES:
        raise _refused("sources.too_large", name, what=f"{len(data) >> 20} MiB")
    reader = _Reader(name, *_decoded(data))
    reader.mixed, reader.named_type, reader.qualified = mixed, named_type, qualified
    if asides is not None:
        reader.tell(asides)
    try:
        reader.parser.Parse(reader.data, True)
    except expat.ExpatError as error:
        if (said := _not_as_said(data)) is not None:
            raise _refused("sources.other_encoding", name, said[1], encoding=said[0]) from error
        place = Place(name, error.lineno, error.offset + 1)
        raise DescriptionError(Finding("sources.damaged", place, {"reason": expat.ErrorString(error.code)})) from error
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise _refused("sources.damaged", name, 1, reason=str(error)) from error
    if reader.root is None:
        raise _refused("sources.damaged", name, 1, reason="no element found")
    return reader.root


def _decoded(data: bytes) -> tuple[bytes, str | None]:
    """The bytes that expat can read, and the encoding that it is to be told; it knows none of several bytes. What a
    byte order mark says is so, whatever the file calls itself: programs write one and change no word.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data, "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16").encode("utf-8"), "utf-8"
        except UnicodeError:
            return data, None
    encoding = _declared(data)
    if encoding in _BY_EXPAT:
        return data, None
    try:
        return data.decode(encoding).encode("utf-8"), "utf-8"
    except (LookupError, UnicodeError):
        return data, None


def _declared(data: bytes) -> str:
    declared = _DECLARED.match(data)
    return declared[1].decode().lower() if declared is not None else "utf-8"


def _not_as_said(data: bytes) -> tuple[str, int] | None:
    """The encoding that a file says it has, or has if it says none, and the line on which its bytes are none of it."""
    encoding = "utf-8" if data.startswith(codecs.BOM_UTF8) else _declared(data)
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return encoding.upper(), data.count(b"\n", 0, error.start) + 1
    except LookupError:
        pass
    return None


def _refused(key: str, file: str, line: int | None = None, **args: object) -> DescriptionError:
    return DescriptionError(Finding(key, Place(file, line), args))


class _Reader:
    def __init__(self, name: str, data: bytes, encoding: str | None) -> None:
        self.root: Element | None = None
        self.data = data
        self._name = name
        self._open: list[Element] = []
        self._count = 0
        self.mixed = self.named_type = self.qualified = False
        self._asides: list[Aside] = []
        # A file has few names; each is taken apart once.
        self._names: dict[str, tuple[str, str]] = {}
        parser = expat.ParserCreate(encoding, namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        self.parser = parser

    def tell(self, asides: list[Aside]) -> None:
        """Put into a list what is no element."""
        self._asides = asides
        self.parser.CommentHandler = lambda text: self._aside("comment", text)
        self.parser.ProcessingInstructionHandler = lambda target, said: self._aside("instruction", f"{target} {said}")

    def _aside(self, kind: Literal["doctype", "include", "comment", "instruction"], text: str) -> None:
        if text.strip():
            self._asides.append(Aside(kind, text.strip(), self.parser.CurrentLineNumber))

    def _doctype(self, *said: object) -> None:
        # Of a document type: its name, two ways to it, and whether it declares anything here.
        if self.named_type and len(said) == 4 and not said[3]:
            self._aside("doctype", " ".join(str(one) for one in said[1:3] if one))
            return
        raise _refused("sources.doctype", self._name, self.parser.CurrentLineNumber)

    def _entity(self, entity: str, _: bool) -> None:
        raise _refused("sources.entity", self._name, self.parser.CurrentLineNumber, entity=entity)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            what = f"<…> × {MOST_ELEMENTS}"
            raise _refused("sources.too_large", self._name, self.parser.CurrentLineNumber, what=what)
        if len(self._open) >= DEEPEST:
            raise _refused("sources.too_deep", self._name, self.parser.CurrentLineNumber, deepest=DEEPEST)
        own = {self._attribute(key): value for key, value in attributes.items()}
        if _INCLUDE.fullmatch(name):
            self._aside("include", own.get("href") or own.get("xpointer") or "xi:include")
        space, local = self._parted(name)
        element = Element(local, own, self.parser.CurrentLineNumber, space=space)
        if self.mixed:
            element.inner = []
        if self._open:
            self._open[-1].children.append(element)
            if self._open[-1].inner is not None:
                self._open[-1].inner.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _parted(self, name: str) -> tuple[str, str]:
        """A name's namespace and itself."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = self._names[name] = space, local
        return known

    def _attribute(self, name: str) -> str:
        space, local = self._parted(name)
        if not self.qualified or not space or space in _W3C:
            return local
        return f"xml:{local}" if space == _XML else name

    def _end(self, _: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text
            if self._open[-1].inner is not None:
                self._open[-1].inner.append(text)
