"""Opening a PDF that may be hostile: every way in is bounded before anything is decoded.

What is refused is refused with one finding (PdfError). qpdf's limits are process-wide and are set before the first
file is opened. Bounds are generous for a newspaper: an edition of 400 broadsheets passes, a bomb does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason

if TYPE_CHECKING:
    import pikepdf

MEBIBYTE = 1 << 20


class Limits(Struct, frozen=True):
    """What a file may come to: its own bytes; pages; one decoded stream of any kind (a subset CJK face is under one
    MiB, a whole one about 20); all content of one page, its forms included (12 000 characters of text are about 200
    KiB), and its operators and operands in number (parsed, each takes up to 400 bytes, whatever room it has in the
    file; a broadsheet has some ten thousand); the source of LZW, for which qpdf has no limit (a code of 12 bits gives
    at most 4 KiB); glyphs shown on one page, of which a broadsheet has some ten thousand (forms shown again and
    again multiply them); and one picture unfolded (a broadsheet of 600 dpi in four inks has 470 MiB).
    """

    file_bytes: int = 2048 * MEBIBYTE
    pages: int = 2000
    stream_bytes: int = 64 * MEBIBYTE
    content_bytes: int = 8 * MEBIBYTE
    operators: int = 750_000
    lzw_bytes: int = 64 * 1024
    glyphs: int = 500_000
    picture_bytes: int = 768 * MEBIBYTE


_USUAL = Limits()
_LIMITS: ContextVar[Limits] = ContextVar("limits", default=_USUAL)


def limits() -> Limits:
    """The limits in force."""
    return _LIMITS.get()


@contextmanager
def raised(times: float) -> Iterator[None]:
    """Every limit so many times higher, for a file that somebody trusts."""
    before = _LIMITS.set(Limits(*(int(getattr(_USUAL, name) * times) for name in _USUAL.__struct_fields__)))
    try:
        yield
    finally:
        _LIMITS.reset(before)


_FILTERS = 3
_WHITE, _DELIMITERS = b"\0\t\n\f\r ", b"()<>[]{}/"
_PARTED = bytes(32 if one in _WHITE else 46 for one in range(256))
_NO_DELIMITERS = bytes(one for one in range(256) if one not in _DELIMITERS)
_IN_MEMORY = re.compile(r"stream <[^>]*>(?: \([^)]*\))?: ")
# What reading an object of the wrong kind raises: a damaged file, not a defect of ours.
MALFORMED = (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError, RuntimeError, RecursionError)


def refuse(key: str, name: str, **args: object) -> NoReturn:
    """Raise PdfError with one finding about the file `name`."""
    raise PdfError(Finding(key, Place(file=name), {"file": name, **args}))


@contextmanager
def opened(pdf: Path | bytes, name: str) -> Iterator[pikepdf.Pdf]:
    """The file as pikepdf opens it, within bounds; raises PdfError (damaged, encrypted, too large)."""
    import pikepdf

    _limit_qpdf()
    size = len(pdf) if isinstance(pdf, bytes) else _size(pdf, name)
    if size > limits().file_bytes:
        refuse("checks.too_large", name, what=f"{size // MEBIBYTE} MiB", limit=f"{limits().file_bytes // MEBIBYTE} MiB")
    try:
        from io import BytesIO

        # pikepdf has no words for a name that is no text.
        whole = pdf.read_bytes() if isinstance(pdf, Path) and not _is_text(pdf) else pdf
        document = pikepdf.Pdf.open(BytesIO(whole) if isinstance(whole, bytes) else whole)
    except pikepdf.PasswordError:
        refuse("checks.encrypted", name)
    except OSError as problem:
        refuse("checks.unreadable_file", name, reason=reason(problem))
    except (pikepdf.PdfError, ValueError, RuntimeError) as problem:
        told = plain(problem).removeprefix(f"{name}: ")
        if told == "no pages found":
            refuse("checks.no_pages", name)
        refuse("checks.damaged", name, reason=told)
    with document:
        if document.is_encrypted:
            refuse("checks.encrypted", name)
        try:
            count = len(document.pages)
        except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
        if count > limits().pages:
            refuse("checks.too_many_pages", name, count=count, limit=limits().pages)
        if count == 0:
            refuse("checks.no_pages", name)
        yield document


def shown_by(resources: Any, name: Any, file: str) -> Any:
    """The form or picture that Do shows, None where there is none. Raises PdfError for a picture that unfolds to more
    than is safe, as its dictionary tells: what draws the page unfolds it.
    """
    shown = resources.get("/XObject", {}).get(str(name))
    if shown is not None and "/Width" in shown:
        pixels = int(shown["/Width"]) * int(shown.get("/Height", 1))
        size, limit = pixels * int(shown.get("/BitsPerComponent", 1)) * _inks(shown) // 8, limits().picture_bytes
        if size > limit:
            refuse("checks.too_large", file, what=f"{size // MEBIBYTE} MiB", limit=f"{limit // MEBIBYTE} MiB")
    return shown


def _inks(picture: Any) -> int:
    """Numbers to a pixel, four where that is not said in a word."""
    import pikepdf

    space = picture.get("/ColorSpace")
    family = str(space[0] if isinstance(space, pikepdf.Array) else space)
    if family == "/ICCBased":
        return int(space[1].get("/N", 4))
    of_one = ("None", "/DeviceGray", "/CalGray", "/Indexed", "/Separation")
    return 1 if family in of_one else 3 if family in ("/DeviceRGB", "/CalRGB", "/Lab") else 4


def decoded(stream: Any, name: str, limit: int | None = None) -> bytes:
    """The decoded bytes of a stream, `limit` at most, by default as many as any stream may have; raises PdfError where
    it is larger or cannot be decoded.
    """
    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        refuse("checks.damaged", name, reason="an object stands where a stream should")
    try:
        filters = stream.get("/Filter")
        names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
        is_long = "/LZWDecode" in names and (len(names) > 1 or len(stream.read_raw_bytes()) > limits().lzw_bytes)
    except (pikepdf.PdfError, *MALFORMED) as problem:
        refuse("checks.damaged", name, reason=plain(problem))
    if is_long:
        refuse("checks.too_large", name, what="LZW", limit=f"{limits().lzw_bytes // 1024} KiB")
    try:
        data: bytes = stream.read_bytes()
    except pikepdf.DataDecodingError:
        refuse("checks.too_large", name, what=_object(stream), limit=f"{limits().stream_bytes // MEBIBYTE} MiB")
    except (pikepdf.PdfError, ValueError, RuntimeError) as problem:
        refuse("checks.damaged", name, reason=plain(problem))
    limit = limits().stream_bytes if limit is None else limit
    if len(data) > limit:
        refuse("checks.too_large", name, what=_object(stream), limit=f"{limit // MEBIBYTE} MiB")
    return data


def pieces(content: bytes) -> int:
    """How many operators and operands content has at most, without parsing it: what begins behind white, and what
    brackets and slashes begin or end (ISO 32000-1, 7.2.2). Nothing is left out; data within strings may count for more.
    """
    return (b" " + content.translate(_PARTED)).count(b" .") + len(content.translate(None, _NO_DELIMITERS))


class Amount(Struct):
    """The content of a page so far: bytes, and operators and operands. It is counted before it is parsed."""

    bytes_in_all: int = 0
    operators: int = 0

    def add(self, content: bytes, name: str) -> None:
        """Count more of it; raises PdfError where it is more than is safe."""
        most = limits()
        self.bytes_in_all += len(content)
        if self.bytes_in_all > most.content_bytes:
            what, limit = (f"{count // MEBIBYTE} MiB" for count in (self.bytes_in_all, most.content_bytes))
            refuse("checks.too_large", name, what=what, limit=limit)
        self.operators += pieces(content)
        if self.operators > most.operators:
            told = {"count": f"{self.operators:,}", "limit": f"{most.operators:,}"}
            refuse("checks.too_many_operators", name, **told)


def content_streams(page: Any) -> list[Any]:
    """The streams of a page's content: one, several or none (ISO 32000-1, 7.7.3.3)."""
    import pikepdf

    contents = page.get("/Contents")
    return list(contents) if isinstance(contents, pikepdf.Array) else [] if contents is None else [contents]


def _limit_qpdf() -> None:
    import logging

    from pikepdf import settings

    # What qpdf says by the way would come to standard error between our own findings.
    if not (told := logging.getLogger("pikepdf")).handlers:
        told.addHandler(logging.NullHandler())
    most = limits().stream_bytes
    settings.set_qpdf_limits(
        doc_max_warnings=500,
        parser_max_nesting=100,
        max_stream_filters=_FILTERS,
        flate_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        run_length_max_memory=most,
        dct_max_memory=most,
    )


def _is_text(path: Path) -> bool:
    """Whether the name of a file is text: on many systems any bytes may be one."""
    return not any("\ud800" <= char <= "\udfff" for char in str(path))


def _size(path: Path, name: str) -> int:
    if kind := no_file(path):
        refuse("checks.not_a_file", name, reason=kind)
    try:
        return path.stat().st_size
    except OSError as problem:
        refuse("checks.unreadable_file", name, reason=reason(problem))


def _object(stream: Any) -> str:
    number, generation = stream.objgen
    return f"{number} {generation} obj"


def plain(problem: BaseException) -> str:
    """The reader's own words, one line, without the name that it has for a file in memory."""
    told = _IN_MEMORY.sub("", " ".join(str(problem).split()))
    return told[:200] or type(problem).__name__
