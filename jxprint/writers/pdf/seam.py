"""All contact with reportlab: its document numbers the objects and knows how each kind is written.

Nothing else in the house imports reportlab. What is leaned on beyond its documented surface is listed in
tests/test_writers_seam.py, one canary each. Values are reportlab's own objects or bytes that are already PDF.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

from jxprint.writers.pdf.deflate import at_once
from jxprint.writers.pdf.manner import PLAIN, Manner
from jxprint.writers.pdf.packing import Deflate, Layout, Packed, lay_out, stream_object


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

Value = Any  # bytes that are PDF already, an int, or one of the objects made below


class _Written(_pdfdoc.PDFObject):  # type: ignore[misc, name-defined]
    """An object whose bytes are known; `stream` tells whether they are a stream."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, stream: bool = False) -> None:
        self.data = data
        self.stream = stream

    def format(self, document: Any) -> bytes:
        """See pdfdoc.PDFObject."""
        return self.data


class File:
    """A file under construction. Objects are named by their number, which is known as soon as asked for; `manner` is
    asked by whoever writes one.
    """

    def __init__(self, language: str, deflate: Deflate = at_once, manner: Manner = PLAIN) -> None:
        self._deflate = deflate
        self.manner = manner
        self._profiles: dict[bytes, int] = {}
        # invariant: without it reportlab puts the clock into the file's identifier.
        self._document = _pdfdoc.PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7), lang=language)
        self.fonts = self._number(_pdfdoc.PDFObjectReference(_pdfdoc.BasicFonts))
        self.pages = self._number(self._document.Reference(self._document.Pages))
        self._catalog: dict[str, Value] = {}

    def _number(self, reference: Any) -> int:
        number: int = self._document.idToObjectNumberAndVersion[reference.name][0]
        return number

    def add(self, value: Value) -> int:
        """Number an object (bytes or a dictionary made by `dictionary`) and keep it for the file."""
        written = _Written(value) if isinstance(value, bytes) else value
        return self._number(self._document.Reference(written))

    def reserve(self) -> int:
        """A number for an object that comes later by `fill`; one that never comes is written as null."""
        return self.add(b"null")

    def fill(self, number: int, data: bytes) -> None:
        """Give a reserved number its object."""
        self._document.idToObject[self._document.numberToId[number]].data = data

    def fill_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """Give a reserved number its stream."""
        reserved = self._document.idToObject[self._document.numberToId[number]]
        reserved.data, reserved.stream = stream_object(entries, data), True

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
        return self._number(self._document.Reference(_Written(stream_object(entries, data), stream=True)))

    def page(self) -> int:
        """A number for the next page of the page tree, to be filled."""
        page = _Written(b"null")
        self._document.addPage(page)
        return self._number(self._document.Reference(page))

    def font(self, resource: str, number: int) -> None:
        """Name a font object in the font resources that all pages share (object `fonts`)."""
        self._document.idToObject[_pdfdoc.BasicFonts][resource] = reference(number)

    def catalog(self, entries: Mapping[str, Value]) -> None:
        """Add to the document catalog."""
        self._catalog.update(entries)

    def finish(self, info: Mapping[str, Value], comment: bytes = b"") -> bytes:
        """The whole file; `comment` are lines behind its header."""
        document = self._document
        catalog = {"Type": b"/Catalog", "Pages": reference(self.pages), "Lang": document.Catalog.Lang} | self._catalog
        root = self.add(dictionary(catalog))
        about = self.add(dictionary(info)) if self.manner.profile.informed else None
        objects: list[Packed] = []
        # Objects may name new ones while they are formatted: those come at the end.
        number = 1
        while (name := document.numberToId.get(number)) is not None:
            value = document.idToObject[name]
            stream = isinstance(value, _Written) and value.stream
            objects.append(Packed(number, value.format(document), stream))
            number += 1
        layout = Layout(self.manner.profile.version, self.manner.profile.packed, comment)
        return lay_out(objects, root, about, self._deflate, layout)


def reference(number: int) -> bytes:
    """An indirect reference."""
    return b"%d 0 R" % number


def dictionary(entries: Mapping[str, Value]) -> Value:
    """A dictionary object; names are given without the slash."""
    return _pdfdoc.PDFDictionary(dict(entries))


def array(values: Sequence[Value]) -> bytes:
    """An array of bytes that are PDF already, and of integers."""
    return b"[" + b" ".join(value if isinstance(value, bytes) else b"%d" % value for value in values) + b"]"
