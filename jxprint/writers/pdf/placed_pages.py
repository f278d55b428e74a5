"""A page of a PDF file as a form of ours, with everything that it uses: fonts, pictures, patterns, colours.

What is copied is copied as it is, byte for byte, but for inks in a file for a screen
(`jxprint.writers.pdf.placed_lights`). Marked content is taken out: its identifiers would count as those of
our own page, and the story that they name would be said to stand in the advertisement. So is the naming of fonts that
are not in the file: they show nothing, and every font of a file of ours is in it.
"""

from __future__ import annotations

import re
import zlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jxprint.artwork import PdfPage
from jxprint.errors import Finding, OutputError, PdfError, Phrase, Place
from jxprint.intake.opening import MALFORMED, content_streams, decoded, limits, opened, plain
from jxprint.intake.placeable import NOT_PLACED, is_embedded, look_at_page
from jxprint.intake.trimmed import placed_box, resources_of
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.placed_lights import CMYK, PAINTS, lit, lit_picture
from jxprint.writers.pdf.seam import File

if TYPE_CHECKING:
    import pikepdf

_LEVEL = 6
_MARKED = re.compile(rb"\b(?:BMC|BDC|EMC|MP|DP)\b")
_MARKS = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))
_NAMES_FONT = re.compile(rb"\bTf\b")
# Names of marked content's properties, which nothing names any more.
_LEFT_OUT = NOT_PLACED | {"/Properties"}
_RESAMPLED = ("/Filter", "/DecodeParms", "/Length", "/ColorSpace", "/Decode")
_REWRITTEN = ("/Filter", "/DecodeParms", "/Length", "/F", "/FFilter", "/FDecodeParms", "/DL")


def write_page(file: File, page: PdfPage) -> int:
    """The form of a page as it is seen, its trimmed corner at the origin; gives its number. Raises OutputError where
    the file is no longer what it was when the page was described.
    """
    import pikepdf

    name = page.file.name
    try:
        if look_at_page(page.file, name, page.page).page != page:
            raise _changed(page, Phrase("output.changed_since"))
        with opened(page.file, name) as document:
            return _Graft(file, document, name).page(document.pages[page.page - 1])
    except PdfError as refusal:
        finding = refusal.findings[0]
        raise _changed(page, Phrase(finding.key, finding.args)) from refusal
    except (pikepdf.PdfError, *MALFORMED) as problem:
        raise _changed(page, plain(problem)) from problem


def _changed(page: PdfPage, reason: Phrase | str) -> OutputError:
    return OutputError(Finding("output.picture_unreadable", Place(file=str(page.file)), {"reason": reason}))


class _Graft:
    """Copies objects of one file into another, each once."""

    def __init__(self, file: File, document: pikepdf.Pdf, name: str) -> None:
        self._file = file
        self._document = document
        self._name = name
        self._numbers: dict[tuple[int, int], int] = {}
        self._resources = b"<<>>"
        self._given: Any = None  # the page's resources

    @property
    def _is_light(self) -> bool:
        """Whether the file is for a screen, and has no inks."""
        return self._file.manner.profile.colour == "screen"

    def page(self, page: Any) -> int:
        """The form of a page."""
        resources = self._given = resources_of(page)
        if resources is not None:
            self._resources = b"%d 0 R" % self._file.add(b"<<%b>>" % self._named(resources))
        data = b"\n".join(decoded(one, self._name, limits().content_bytes) for one in content_streams(page.obj))
        placed = placed_box(page)
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Matrix[%b]/Resources %b/Filter/FlateDecode" % (
            decimals(*placed.box).encode("ascii"),
            decimals(*placed.matrix).encode("ascii"),
            self._resources,
        )
        if "/Group" in page.obj:
            entries += b"/Group " + self._value(page.obj["/Group"])
        return self._file.stream(entries, zlib.compress(self._kept(data, resources), _LEVEL))

    def _value(self, value: Any, direct: bool = False) -> bytes:
        import pikepdf

        if isinstance(value, pikepdf.Object) and value.is_indirect and not direct:
            return b"%d 0 R" % self._number(value)
        if isinstance(value, pikepdf.Dictionary):
            return b"<<%b>>" % self._entries(value)
        if isinstance(value, pikepdf.Array):
            return b"[%b]" % b" ".join(self._value(one) for one in value)
        if isinstance(value, pikepdf.Object):
            return value.unparse()
        if isinstance(value, bool):
            return b"true" if value else b"false"
        if isinstance(value, (int, Decimal)):
            return format(value, "f" if isinstance(value, Decimal) else "d").encode("ascii")
        return b"null"

    def _entries(self, value: Any, without: tuple[str, ...] = ()) -> bytes:
        import pikepdf

        return b"".join(
            pikepdf.Name(key).unparse() + b" " + self._inside(key, inside)
            for key, inside in value.items()
            if key not in _LEFT_OUT and key not in without
        )

    def _inside(self, key: str, value: Any) -> bytes:
        import pikepdf

        if key == "/Resources" and isinstance(value, pikepdf.Dictionary):
            return b"<<%b>>" % self._named(value)
        if self._is_light and key == "/CS" and isinstance(value, pikepdf.Name) and str(value) == CMYK:
            return b"/DeviceRGB"  # the space in which a group blends
        return self._fonts(value) if key == "/Font" else self._value(value)

    def _named(self, resources: Any) -> bytes:
        """Entries of resources. A stranger's RGB is sRGB, where a file has to tell that (ISO 32000-1, 8.6.5.6)."""
        import pikepdf

        row = self._file.manner.profile
        if not row.has_intent or not row.based:
            return self._entries(resources)
        spaces = resources.get("/ColorSpace")
        spaces = spaces if isinstance(spaces, pikepdf.Dictionary) else pikepdf.Dictionary()
        said = self._entries(spaces)
        if "/DefaultRGB" not in spaces:
            said += b"/DefaultRGB[/ICCBased %d 0 R]" % self._file.srgb()
        return self._entries(resources, ("/ColorSpace",)) + b"/ColorSpace<<%b>>" % said

    def _fonts(self, value: Any) -> bytes:
        """Fonts by name. One that is not embedded shows nothing: its name is another's here, or nobody's where all are
        such (`_lost`).
        """
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary):
            return self._value(value)
        embedded = {name: font for name, font in value.items() if is_embedded(font)}
        if not embedded:
            return b"<<>>"
        stand_in = next(iter(embedded.values()))
        named = [
            pikepdf.Name(name).unparse() + b" " + self._value(embedded.get(name, stand_in)) for name, _ in value.items()
        ]
        return b"<<%b>>" % b"".join(named)

    def _number(self, value: Any) -> int:
        import pikepdf

        key = value.objgen
        if key not in self._numbers:
            number = self._numbers[key] = self._file.reserve()
            if isinstance(value, pikepdf.Stream):
                self._stream(number, value)
            else:
                self._file.fill(number, self._value(value, direct=True))
        return self._numbers[key]

    def _stream(self, number: int, stream: Any) -> None:
        operators = str(stream.get("/Subtype")) == "/Form" or stream.get("/PatternType") == 1
        shown = lit_picture(stream) if self._is_light and str(stream.get("/Subtype")) == "/Image" else None
        if shown is not None:
            self._file.fill_stream(number, self._entries(stream, _RESAMPLED) + shown[0], shown[1])
            return
        if not operators:
            self._file.fill_stream(number, self._entries(stream, ("/Length",)), stream.read_raw_bytes())
            return
        resources = stream.get("/Resources", self._given)
        data = self._kept(decoded(stream, self._name, limits().content_bytes), resources)
        entries = self._entries(stream, _REWRITTEN) + b"/Filter/FlateDecode"
        if "/Resources" not in stream:  # what an old form leaves out is its page's (7.8.3)
            entries += b"/Resources " + self._resources
        self._file.fill_stream(number, entries, zlib.compress(data, _LEVEL))

    def _kept(self, data: bytes, resources: Any) -> bytes:
        """Operators without marked content, and without the naming of fonts that are not there."""
        import pikepdf

        lost = _lost(resources) if _NAMES_FONT.search(data) else frozenset()
        inked = self._is_light and PAINTS.search(data) is not None
        if not lost and not inked and not _MARKED.search(data):
            return data
        kept = [
            one
            for one in pikepdf.parse_content_stream(self._document.make_stream(data))
            if str(one.operator) not in _MARKS and not (str(one.operator) == "Tf" and str(one.operands[0]) in lost)
        ]
        return pikepdf.unparse_content_stream(lit(kept, resources) if inked else kept)


def _lost(resources: Any) -> frozenset[str]:
    """The names of fonts in resources that have none embedded."""
    import pikepdf

    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(fonts, pikepdf.Dictionary) or any(is_embedded(font) for _, font in fonts.items()):
        return frozenset()
    return frozenset(fonts.keys())
