"""All contact with reportlab: its document numbers the objects and knows how each kind is written.

Nothing else in the house imports reportlab. What is leaned on beyond its documented surface is listed in
tests/test_writers_seam.py, one canary each. Values are bytes that are already PDF, and integers.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

from jxprint.writers.pdf.deflate import at_once
from jxprint.writers.pdf.manner import PLAIN, Manner
from jxprint.writers.pdf.packing import Deflate, Layout, Packed, lay_out, stream_object
from jxprint.writers.pdf.strings import text_string


class _Deferred:
    """A finder that lets reportlab's import of the modules named wait until somebody uses them.

    `reportlab.lib.utils` imports them for jobs that a page never asks for (reading pictures, caching fonts); Pillow
    alone costs as much as the rest of the seam. LazyLoader is the standard library's own way to put this off.
    """

    names = frozenset(("PIL.Image", "pickle", "tempfile"))

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """See importlib.abc.MetaPathFinder."""
        if name not in self.names:
            return None
        for finder in sys.meta_path:
            if finder is not self:
                spec = finder.find_spec(name, path, target)
                if spec is not None and spec.loader is not None:
                    spec.loader = LazyLoader(spec.loader)
                    return spec
        return None


def _import_pdfdoc() -> Any:
    finder = _Deferred()
    sys.meta_path.insert(0, finder)
    try:
        return import_module("reportlab.pdfbase.pdfdoc")
    finally:
        sys.meta_path.remove(finder)


_pdfdoc = _import_pdfdoc()

_LEVEL = 9

Value = bytes | int  # bytes are PDF already


class _Page(_pdfdoc.PDFObject):  # type: ignore[misc, name-defined]
    """What stands for a page in reportlab's page tree; the file has its bytes."""

    __RefOnly__ = 1


class File:
    """A file under construction. Objects are named by their number, which is known as soon as asked for; `manner` is
    asked by whoever writes one.
    """

    def __init__(self, language: str, deflate: Deflate = at_once, manner: Manner = PLAIN) -> None:
        self._deflate = deflate
        self.manner = manner
        # Objects whose bytes are known, by number, and which of them are streams. reportlab counts them and never
        # sees them: a tagged page has a hundred, and each would be looked up and formatted by eight calls.
        self._own: dict[int, bytes] = {}
        self._streams: set[int] = set()
        self._language = language
        self._profiles: dict[bytes, int] = {}
        # invariant: without it reportlab puts the clock into the file's identifier.
        self._document = _pdfdoc.PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7), lang=language)
        self.fonts = self._number(_pdfdoc.PDFObjectReference(_pdfdoc.BasicFonts))
        self.pages = self._number(self._document.Reference(self._document.Pages))
        self._catalog: dict[str, Value] = {}

    def _number(self, reference: Any) -> int:
        number: int = self._document.idToObjectNumberAndVersion[reference.name][0]
        return number

    def add(self, data: bytes = b"null") -> int:
        """Number an object and keep it for the file."""
        number: int = self._document.objectcounter + 1
        self._document.objectcounter = number
        self._own[number] = data
        return number

    # A number for an object that comes later by `fill`; one that never comes is written as null.
    reserve = add

    def fill(self, number: int, data: bytes) -> None:
        """Give a reserved number its object."""
        self._own[number] = data

    def fill_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """Give a reserved number its stream."""
        self._own[number] = stream_object(entries, data)
        self._streams.add(number)

    def icc(self, data: bytes, components: int) -> int:
        """An ICC profile (ISO 32000-1, 8.6.5.5), each once."""
        if data not in self._profiles:
            entries = b"/N %d/Filter/FlateDecode" % components
            self._profiles[data] = self.stream(entries, zlib.compress(data, _LEVEL))
        return self._profiles[data]

    def srgb(self) -> int:
        """The profile of sRGB that comes along."""
        from jxprint.colour import srgb

        return self.icc(srgb().data, 3)

    def stream(self, entries: bytes, data: bytes) -> int:
        """A stream; `entries` are the keys and values of its dictionary, without Length."""
        number = self.add(stream_object(entries, data))
        self._streams.add(number)
        return number

    def page(self) -> int:
        """A number for the next page of the page tree, to be filled."""
        page = _Page()
        self._document.addPage(page)
        number = self._number(self._document.Reference(page))
        self._own[number] = b"null"
        return number

    def font(self, resource: str, number: int) -> None:
        """Name a font object in the font resources that all pages share (object `fonts`)."""
        self._document.idToObject[_pdfdoc.BasicFonts][resource] = reference(number)

    def catalog(self, entries: Mapping[str, Value]) -> None:
        """Add to the document catalog."""
        self._catalog.update(entries)

    def finish(self, info: Mapping[str, Value], comment: bytes = b"") -> bytes:
        """The whole file; `comment` are lines behind its header."""
        document = self._document
        catalog = {
            "Type": b"/Catalog",
            "Pages": reference(self.pages),
            "Lang": text_string(self._language),
        } | self._catalog
        root = self.add(dictionary(catalog))
        about = self.add(dictionary(info)) if self.manner.profile.informed else None
        objects: list[Packed] = []
        # Objects may name new ones while they are formatted: those come at the end.
        number = 1
        while number <= document.objectcounter:
            data = self._own[number] if number in self._own else self._formatted(number)
            objects.append(Packed(number, data, number in self._streams))
            number += 1
        layout = Layout(self.manner.profile.version, self.manner.profile.packed, comment)
        return lay_out(objects, root, about, self._deflate, layout)

    def _formatted(self, number: int) -> bytes:
        """The bytes of an object that is reportlab's."""
        data: bytes = self._document.idToObject[self._document.numberToId[number]].format(self._document)
        return data


def reference(number: int) -> bytes:
    """An indirect reference."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """An array of indirect references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])


def dictionary(entries: Mapping[str, Value]) -> bytes:
    """A dictionary; names are given without the slash."""
    said = [f"/{name} ".encode("ascii") + _written(entries[name]) for name in sorted(entries)]
    return b"<<%b>>" % b"".join(said)


def array(values: Sequence[Value]) -> bytes:
    """An array of bytes that are PDF already, and of integers."""
    return b"[%b]" % b" ".join(map(_written, values))


def _written(value: Value) -> bytes:
    return value if isinstance(value, bytes) else b"%d" % value
