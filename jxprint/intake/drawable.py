"""Whether a page can be drawn in bounded memory and time: looked at before pdfium sees the file.

pdfium bounds neither: a form that shows itself is drawn for half a minute, an image may unfold to any size. Here every
stream that a page reaches is decoded within bounds, or measured by its dictionary, and what its forms show is counted.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.drawn import Drawn
from jxprint.intake.opening import MALFORMED, MEBIBYTE, decoded, opened, plain, refuse

# ISO 32000-1, annex C: the longest side of a page in points; the longest newspaper is a quarter of it.
LONGEST_SIDE = 14_400.0
# A 600 dpi broadsheet is 118 megapixels; a page may be full of pictures and have one under another.
IMAGE_PIXELS = 150_000_000
PAGE_PIXELS = 2 * IMAGE_PIXELS
# Everything that a page reaches beside its pictures: some faces of a few MiB, its content, profiles.
PAGE_BYTES = 256 * MEBIBYTE
_OBJECTS = 200_000
_DEPTH = 100
# Filters that give more than they take, and the most that they may give before a picture's own filter.
_EXPANDING = ("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")
_PACKED_PICTURE = 256 * MEBIBYTE
# Where a walk through a page's objects would leave the page.
_ELSEWHERE = ("/Parent", "/P", "/Dest", "/A", "/AA", "/Popup", "/IRT")


def check_drawable(pdf: Path | bytes, name: str, page: int, painted: bool = True) -> tuple[int, bool]:
    """How many pages the file has, and whether it had to be mended. Raises PdfError unless page `page` (from 0) is
    there and can be drawn within bounds; `painted` False: its text is read and nothing painted.
    """
    import pikepdf

    with opened(pdf, name) as document:
        pages = len(document.pages)
        if not 0 <= page < pages:
            raise PdfError(Finding("output.no_such_page", Place(file=name), {"page": page + 1, "pages": pages}))
        try:
            _Page(document.pages[page], name, page + 1).check(painted)
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
        return pages, bool(document.get_warnings())


class _Page:
    """One page; `number` is its number for people."""

    def __init__(self, page: Any, name: str, number: int) -> None:
        self._page = page
        self._name = name
        self._number = number
        self._streams: dict[tuple[int, int], bytes] = {}
        self._objects = 0
        self._pixels = 0
        self._bytes = 0

    def check(self, painted: bool = True) -> None:
        """Sides, streams and what is drawn; raises PdfError."""
        page = self._page.obj
        self._check_sides()
        contents = page.get("/Contents")
        streams = [] if contents is None else list(contents) if _is_array(contents) else [contents]
        resources = _resources(page)
        appearances = [annotation.get("/AP") for annotation in page.get("/Annots", ())]
        for reached in (*streams, resources, *appearances):
            self._walk(reached, 0)
        drawn = Drawn(self._name, self._streams, painted)
        drawn.add(b"\n".join(self._streams.get(stream.objgen, b"") for stream in streams), resources)
        for form in (form for appearance in appearances for form in _forms(appearance)):
            drawn.add(self._streams.get(form.objgen, b""), form.get("/Resources"))

    def _check_sides(self) -> None:
        unit = float(self._page.obj.get("/UserUnit", 1))
        for box in (self._page.mediabox, self._page.cropbox):
            left, bottom, right, top = (float(number) for number in box)
            width, height = abs(right - left) * unit, abs(top - bottom) * unit
            # Written so that what is no number is refused as well.
            if not max(width, height) <= LONGEST_SIDE:
                told = {"page": self._number, "width": _metres(width), "height": _metres(height)}
                refuse("checks.page_too_large", self._name, **told, limit=_metres(LONGEST_SIDE))

    def _walk(self, value: Any, depth: int) -> None:
        """Measure every stream that a value reaches, each once."""
        import pikepdf

        if not isinstance(value, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)):
            return
        self._objects += 1
        if self._objects > _OBJECTS or depth > _DEPTH:
            self._too_large(f"{self._objects} obj", f"{_OBJECTS}")
        if value.is_indirect:
            if value.objgen in self._streams:
                return
            self._streams[value.objgen] = b""
        if _is_array(value):
            for one in value:
                self._walk(one, depth + 1)
            return
        if isinstance(value, pikepdf.Stream):
            self._measure(value)
        elif str(value.get("/Type")) == "/Page":
            return
        for key, inside in value.items():
            if key not in _ELSEWHERE:
                self._walk(inside, depth + 1)

    def _measure(self, stream: Any) -> None:
        if str(stream.get("/Subtype")) == "/Image":
            self._measure_image(stream)
            return
        data = decoded(stream, self._name)
        self._streams[stream.objgen] = data
        self._bytes += len(data)
        if self._bytes > PAGE_BYTES:
            self._too_large(f"{self._bytes // MEBIBYTE} MiB", f"{PAGE_BYTES // MEBIBYTE} MiB")

    def _measure_image(self, image: Any) -> None:
        filters = _filters(image)
        sides = (int(image.get("/Width", 0)), int(image.get("/Height", 0)))
        if "/JPXDecode" in filters:  # its own header counts, whatever the dictionary says
            sides = max(sides, _jpx_sides(image.read_raw_bytes()), key=lambda pair: pair[0] * pair[1])
        pixels = sides[0] * sides[1]
        self._pixels += pixels
        for told, limit in ((pixels, IMAGE_PIXELS), (self._pixels, PAGE_PIXELS)):
            if told > limit or min(sides) < 0:
                self._too_large(f"{told // 1_000_000} Mpx", f"{limit // 1_000_000} Mpx")
        expanding = [one for one in filters if one in _EXPANDING]
        packed = bool(expanding) and filters[-1] not in _EXPANDING
        if len(expanding) > 1 or (packed and not _unpacks(image, filters)):
            self._too_large(" ".join(filters), f"{_PACKED_PICTURE // MEBIBYTE} MiB")

    def _too_large(self, what: str, limit: str) -> None:
        refuse("checks.too_large", self._name, what=what, limit=limit)


def _metres(points: float) -> str:
    return f"{points * 0.0254 / 72:.2f}"


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def _resources(page: Any) -> Any:
    """A page's resources, its own or those of a node above it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEPTH):
        if page is None or "/Resources" in page:
            break
        page = page.get("/Parent")
    return None if page is None else page.get("/Resources")


def _forms(appearance: Any) -> Iterator[Any]:
    """The streams of an annotation's normal appearance, one a state (12.5.5)."""
    import pikepdf

    normal = appearance.get("/N") if isinstance(appearance, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        yield normal
    elif isinstance(normal, pikepdf.Dictionary):
        yield from (one for one in normal.values() if isinstance(one, pikepdf.Stream))


def _filters(stream: Any) -> list[str]:
    given = stream.get("/Filter")
    return [str(one) for one in given] if _is_array(given) else [] if given is None else [str(given)]


def _jpx_sides(data: bytes) -> tuple[int, int]:
    """Width and height of a JPEG 2000 codestream, from its first marker segment (ISO 15444-1, A.5.1: SOC, SIZ)."""
    at = data.find(b"\xff\x4f\xff\x51")
    if at < 0:
        return 0, 0
    return int.from_bytes(data[at + 8 : at + 12], "big"), int.from_bytes(data[at + 12 : at + 16], "big")


def _unpacks(image: Any, filters: list[str]) -> bool:
    """Whether a picture in a format of its own, deflated once more, stays within bounds when it is inflated."""
    if filters[0] not in ("/FlateDecode", "/Fl"):
        return False
    inflater = zlib.decompressobj()
    inflater.decompress(image.read_raw_bytes(), _PACKED_PICTURE)
    return not inflater.unconsumed_tail
