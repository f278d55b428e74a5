"""A text dump read: bytes to the lines that evidence is made of, or one error that says what the file is instead.

Files come as UTF-8, or in an encoding that a byte order mark or a person names; one that is only likely is told and not
taken. Characters that no paper shows (controls, joiners, marks of direction) are left out of lines; the recipe of the
page (`jxprint/reconstruct/recipe.py`) has them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.signatures import signed
from jxprint.reconstruct.decoding import (
    NAMES,
    SHOWN_AS,
    Decoded,
    codec_of,
    decoded,
    likelihood,
    likely,
    marked_encoding,
    nearly_utf8,
)
from jxprint.reconstruct.doubts import UNSEEN, doubts_of
from jxprint.reconstruct.evidence import Asked, Evidence, Line
from jxprint.reconstruct.quotes import folds_quotes, with_quotes
from jxprint.reconstruct.turning import Turned, turned
from jxprint.reconstruct.widths import folds_stops, with_stops

# A broadsheet page has 20,000 characters at the most and, printed line by line, 2,000 lines; a whole day's paper less
# than these.
MOST_BYTES, MOST_LINES, MOST_CHARACTERS = 8_000_000, 20_000, 400_000
END = re.compile("(\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])")
_MARKUP = re.compile(r"<(?:!doctype html|/?(?:html|head|body|div|p|br|span|table|td|tr|a|script|style)\b)", re.I)
_FEW_TAGS = 5
# Of a text's characters so many may be controls.
_FEW_CONTROLS, _MOST_CONTROLS = 2, 0.02


class Laid(Struct, frozen=True):
    """A dump as text: how it was decoded, its lines with the mark that ends each (the last has none), and how rows of a
    vertical page were turned to columns.
    """

    decoded: Decoded
    rows: tuple[tuple[str, str], ...]
    turned: Turned | None = None


def read_dump(data: bytes, name: str, encoding: str | None = None) -> Evidence:
    """The evidence of a text dump. Raises DescriptionError where the bytes are none, or not in the encoding named."""
    if len(data) > MOST_BYTES:
        raise _refused("dump.too_long", name, most=MOST_CHARACTERS, lines=MOST_LINES)
    codec, findings = _codec(data, name, encoding)
    laid = laid_out(data, codec)
    text = laid.decoded.text
    _refuse_what_is_none(text, laid, name)
    lines = tuple(_lines(laid))
    findings += [Finding("dump.stops", Place(name), {}, "note")] if folds_stops(text) else []
    findings += [Finding("dump.quotes", Place(name), {}, "note")] if folds_quotes(text) else []
    findings += doubts_of(name, text, laid.rows, lines, laid.turned is not None)
    return Evidence(name, "dump", lines, data, codec, tuple(findings))


def read_source(data: bytes, name: str, asked: Asked) -> Evidence:
    """A text dump as a source like others; it has one page."""
    if asked.page not in (None, 1):
        raise _refused("sources.no_such_page", name, page=asked.page, count=1)
    return read_dump(data, name, asked.encoding)


def laid_out(data: bytes, encoding: str) -> Laid:
    """The text of a dump by its lines; what evidence and recipe both start from."""
    text = decoded(data, encoding)
    parts = END.split(text.text)
    parts.append("")
    rows = tuple(zip(parts[::2], parts[1::2], strict=True))
    return Laid(text, rows, turned([row for row, _ in rows]) if len(rows) <= MOST_LINES else None)


def _refused(key: str, file: str, line: int | None = None, **args: object) -> DescriptionError:
    return DescriptionError(Finding(key, Place(file, line), args))


def _codec(data: bytes, name: str, encoding: str | None) -> tuple[str, list[Finding]]:
    """The encoding to read by, and what is to be told of it."""
    if kind := signed(data) or ("XML" if data.startswith(b"<?xml") else None):
        raise _refused("dump.other_kind", name, kind=kind)
    marked = marked_encoding(data)
    if encoding is not None:
        return _named(data, name, encoding, marked)
    if marked is not None:
        told = [] if marked == "utf-8" else [Finding("dump.encoding", Place(name), {"encoding": "UTF-16"}, "note")]
        return marked, told
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if nearly_utf8(data):
            return "utf-8", []
        found = likely(data)
        line = data.count(b"\n", 0, error.start) + 1
        if not found:
            raise _refused("dump.no_text", name, line) from error
        first = found[0]
        key = "dump.other_encoding" if len(found) == 1 else "dump.undecidable"
        raise _refused(key, name, likely=tuple(SHOWN_AS[one] for one in found), name=_name_of(first)) from error
    if b"\0" in data and likely(data)[:1] in (["utf-16-le"], ["utf-16-be"]):
        codec = likely(data)[0]
        raise _refused("dump.other_encoding", name, likely=(SHOWN_AS[codec],), name=_name_of(codec))
    return "utf-8", []


def _name_of(codec: str) -> str:
    return next(name for name in NAMES if codec_of(name) == codec and name not in ("gbk", "utf-16"))


def _named(data: bytes, name: str, encoding: str, marked: str | None) -> tuple[str, list[Finding]]:
    codec = codec_of(encoding)
    if codec is None:
        raise _refused("dump.unknown_encoding", name, encoding=encoding, known=NAMES)
    if codec.startswith("utf-16") and marked in ("utf-16-le", "utf-16-be"):
        codec = marked
    text = decoded(data, codec)
    if text.damaged > max(1, len(text.text) * _MOST_CONTROLS):
        line = 1 + text.text.count("\n", 0, next(at for at, _ in text.own_bytes))
        raise _refused("dump.not_in_encoding", name, line, encoding=SHOWN_AS[codec])
    told = [] if codec == "utf-8" else [Finding("dump.encoding", Place(name), {"encoding": SHOWN_AS[codec]}, "note")]
    if codec != "utf-8" and _is_rather_utf8(data, codec):
        told.append(Finding("dump.rather_utf8", Place(name), {"encoding": SHOWN_AS[codec]}, "warning"))
    return codec, told


def _is_rather_utf8(data: bytes, codec: str) -> bool:
    if data.isascii():
        return codec.startswith("utf-16")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return likelihood(data, "utf-8") > likelihood(data, codec)


def _refuse_what_is_none(text: str, laid: Laid, name: str) -> None:
    """Raises for what is no text of a page: nothing, far too much, bytes, HTML."""
    count = sum(1 for row, _ in laid.rows if row and not row.isspace())
    if count > MOST_LINES or len(text) > MOST_CHARACTERS:
        raise _refused("dump.too_long", name, most=MOST_CHARACTERS, lines=MOST_LINES)
    controls = [match.start() for match in UNSEEN.finditer(text) if match[0] < " "]
    if len(controls) > _FEW_CONTROLS + len(text) * _MOST_CONTROLS:
        raise _refused("dump.binary", name, 1 + len(END.findall(text[: controls[0]])))
    if not UNSEEN.sub("", text).strip():
        raise _refused("dump.empty", name)
    tags = _MARKUP.findall(text) if "<" in text else []
    if len(tags) >= _FEW_TAGS or (tags and text.lstrip()[:5].lower() in ("<html", "<!doc")):
        raise _refused("dump.html", name)


def _lines(laid: Laid) -> Iterator[Line]:
    """Lines that are not blank, without what no paper shows; stops and quotes are what they were, where the dump wrote
    them all as something else.
    """
    whole = laid.decoded.text
    numbered = laid.turned.lines if laid.turned is not None else tuple(enumerate((row for row, _ in laid.rows), 1))
    texts: Iterable[str] = (row for _, row in numbered)
    if folds_stops(whole):
        texts = map(with_stops, texts)
    if folds_quotes(whole):
        texts = with_quotes(texts)
    gap = 0
    for (number, _), row in zip(numbered, texts, strict=True):
        text = UNSEEN.sub("", row)
        if not text or text.isspace():
            gap += 1
            continue
        yield Line(text, number, gap)
        gap = 0
