"""How objects are written down (ISO 32000-1, 7.2 to 7.5): what an archive demands and readers of objects never show.

The file's bytes are searched for the words about objects and streams. In compressed data they do not stand: each has at
least nine letters and figures in a row.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

from jxprint.intake.opening import refuse
from jxprint.intake.refusals import reason
from jxprint.preflight.subject import Subject

Bytes = bytes | mmap.mmap
_OBJECT = re.compile(rb"([\0\t\n\f\r ])(\d{1,10})([\0\t\n\f\r ]+)(\d{1,5})([\0\t\n\f\r ]+)obj\b([\0\t\n\f\r ]*)")
_END = re.compile(rb"([\0\t\n\f\r ]?)\bendobj\b([\0\t\n\f\r ]?)")
_STREAM = re.compile(rb">>[\0\t\n\f\r ]*stream(\r\n|\n|\r|)")
_LENGTH = re.compile(rb"/Length[\0\t\n\f\r ]+(\d{1,10})(?![\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R)")
_AFTER = re.compile(rb"([\0\t\n\f\r ]*)endstream\b")
_TABLE = re.compile(rb"(?<![a-z])xref([\0\t\n\f\r ]+)\d+([\0\t\n\f\r ]+)\d+")
_TOKEN = re.compile(rb"%[^\r\n]*|<<|<([^<>]*)>|[()]|\\.", re.DOTALL)
_ENDS = (b"\n", b"\r", b"\r\n")
_WHITE = b"\0\t\n\f\r "
# As far back as the dictionary of a stream is looked for its length.
_BACK = 4096


def ask_syntax(subject: Subject) -> None:
    """White between the words of objects, ends of streams, digits of strings. Raises PdfError where the file cannot be
    read.
    """
    if not any(subject.told.asks(f"preflight.file.{one}") for one in ("spacing", "stream_ends", "hexadecimal")):
        return
    if isinstance(subject.source, Path):
        try:
            with subject.source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                _ask(subject, data)
        except (OSError, ValueError) as problem:
            refuse("checks.unreadable_file", subject.name, reason=reason(problem))
    else:
        _ask(subject, subject.source)


def _ask(subject: Subject, data: Bytes) -> None:
    told = subject.told
    for table in _TABLE.finditer(data):
        if table[1] not in _ENDS or table[2] != b" ":
            told.tell("preflight.file.table_ends")
    streams = list(_streams(data))
    for begin, end, length in streams:
        _ask_stream(subject, data, begin, end, length)
    at = 0
    for begin, end, _ in [*streams, (len(data), len(data), None)]:
        _ask_words(subject, data, at, begin)
        at = end


def _streams(data: Bytes) -> Iterator[tuple[int, int, int | None]]:
    """Where the data of each stream begins and ends, and its length where the dictionary says it itself."""
    at = 0
    while (match := _STREAM.search(data, at)) is not None:
        begin = match.end()
        dictionary = data[max(at, match.start() - _BACK) : match.start()]
        said = _LENGTH.findall(dictionary[dictionary.rfind(b" obj") + 1 :])
        length = int(said[-1]) if said else None
        after = _AFTER.match(data, begin + length) if length is not None and begin + length < len(data) else None
        found = after or _AFTER.search(data, begin)
        if found is None:
            return
        at = found.end()
        yield begin, at, length


def _ask_stream(subject: Subject, data: Bytes, begin: int, end: int, length: int | None) -> None:
    told = subject.told
    white = b""
    at = end - len(b"endstream")
    while at > begin and data[at - 1 : at] in (b"\n", b"\r") and len(white) < 2 and white != b"\r\n":
        at, white = at - 1, data[at - 1 : at] + white
    if not white:
        told.tell("preflight.file.stream_ends")
    elif length is not None and not any(data[begin + length : end] == one + b"endstream" for one in _ENDS):
        told.tell("preflight.file.stream_length", said=length, found=end - len(b"endstream") - 1 - begin)


def _ask_words(subject: Subject, data: Bytes, begin: int, end: int) -> None:
    """What stands between two streams."""
    told = subject.told
    for match in _OBJECT.finditer(data, max(begin - 1, 0), end):
        ends_before = match[1] in (b"\n", b"\r")
        if not ends_before or len(match[3]) > 1 or len(match[5]) > 1 or match[6][:1] not in (b"\n", b"\r"):
            told.tell("preflight.file.spacing", object=f"{int(match[2])} {int(match[4])} obj")
    for match in _END.finditer(data, begin, end):
        if match[1] not in (b"\n", b"\r") or match[2] not in (b"\n", b"\r"):
            told.tell("preflight.file.spacing", object="endobj")
    for digits in _hexadecimal(data[begin:end]):
        joined = digits.translate(None, _WHITE)
        if len(joined) % 2:
            told.tell("preflight.file.hexadecimal", string=joined[:24].decode("latin-1"))


def _hexadecimal(text: bytes) -> Iterator[bytes]:
    """Strings in hexadecimal digits; what stands in other strings and in comments is none."""
    depth = 0
    for match in _TOKEN.finditer(text):
        if match[0] == b"(":
            depth += 1
        elif match[0] == b")":
            depth = max(depth - 1, 0)
        elif match[1] is not None and not depth:
            yield match[1]
