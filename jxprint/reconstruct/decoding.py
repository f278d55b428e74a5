"""Bytes of a dump to text and back, byte for byte; what archives have besides UTF-8 is known by its commonest words.

Bytes that say nothing in their encoding stand as U+FFFD, and those that say what others say as well (Big5 has some
characters twice) as what they say; their own bytes are kept beside the text.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

MARK = "\ufeff"
# Names by which `--encoding` knows what is read, without marks: Python's name of the codec that reads it.
ENCODINGS = {
    "utf8": "utf-8",
    "utf8sig": "utf-8",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp936": "gb18030",
    "big5": "cp950",
    "cp950": "cp950",
    "big5hkscs": "big5hkscs",
    "utf16": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
}
# The names that are told.
NAMES = ("utf-8", "gb18030", "gbk", "big5", "big5-hkscs", "utf-16", "utf-16le", "utf-16be")
SHOWN_AS = {
    "utf-8": "UTF-8",
    "gb18030": "GB 18030",
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# One character in five or six of any Chinese page is one of these; of bytes read in a wrong encoding, one in hundreds.
_COMMON = "的一是不了在有人和中大为為国國年月日上个個这這来來以时時到会會发發工作，。、：；“”「」　"
_COMMON_WEIGHT, _LEAST, _AHEAD = 3.0, 0.9, 0.1
# Compiled where a file is in no encoding that it names: large classes take long.
_HAN = "[\u4e00-\u9fff]"
_RARE = "[\u3400-\u4dbf\ue000-\uf8ff\ufffd\U00010000-\U0010ffff\uac00-\ud7af\u0100-\u1fff\ua000-\uabff]"
# What is looked at of a long file, and how much of it may be damaged.
_SAMPLE, _MOST_DAMAGED = 60_000, 1 / 200


class Decoded(Struct, frozen=True):
    """A text without its byte order mark, Python's name of its encoding, whether the mark was there, and the bytes of
    characters that would be written otherwise, by their offset.
    """

    text: str
    encoding: str
    mark: bool = False
    own_bytes: tuple[tuple[int, bytes], ...] = ()

    @property
    def damaged(self) -> int:
        """How many bytes say nothing."""
        return sum(self.text[at] == "\ufffd" for at, _ in self.own_bytes)


def codec_of(name: str) -> str | None:
    """Python's name for an encoding that a person named; None where it is none that is read."""
    return ENCODINGS.get(re.sub("[-_ ]", "", name.lower()))


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decoded(data: bytes, encoding: str) -> Decoded:
    """The text of bytes in an encoding, whatever they say. `encoded` gives the bytes back."""
    mark = MARK.encode(encoding) if encoding in ("utf-8", "utf-16-le", "utf-16-be") else b""
    has_mark = bool(mark) and data.startswith(mark)
    body = data[len(mark) :] if has_mark else data
    try:
        text = body.decode(encoding)
        if text.encode(encoding) == body:
            return Decoded(text, encoding, has_mark)
    except UnicodeError:
        pass
    text, own = _line_by_line(body, encoding)
    return Decoded(text, encoding, has_mark, tuple(own))


def _line_by_line(body: bytes, encoding: str) -> tuple[str, list[tuple[int, bytes]]]:
    """Only lines that have trouble are looked at character by character."""
    lines = [body] if encoding.startswith("utf-16") else body.splitlines(keepends=True)
    texts: list[str] = []
    own: list[tuple[int, bytes]] = []
    at = 0
    for line in lines:
        try:
            text = line.decode(encoding)
            plain = text.encode(encoding) == line
        except UnicodeError:
            plain = False
        if not plain:
            text, odd = _by_character(line, encoding)
            own += ((at + offset, piece) for offset, piece in odd)
        texts.append(text)
        at += len(text)
    return "".join(texts), own


def _by_character(line: bytes, encoding: str) -> tuple[str, list[tuple[int, bytes]]]:
    texts: list[str] = []
    own: list[tuple[int, bytes]] = []
    at = length = 0
    while at < len(line):
        text, size = _first_character(line[at : at + 4], encoding)
        piece = line[at : at + size]
        if text == "\ufffd" or text.encode(encoding) != piece:
            own += ((length + k, piece if k == 0 else b"") for k in range(len(text)))
        texts.append(text)
        length += len(text)
        at += size
    return "".join(texts), own


def _first_character(piece: bytes, encoding: str) -> tuple[str, int]:
    """What the first bytes say, and how many they are; U+FFFD for one that says nothing."""
    for size in range(1, len(piece) + 1):
        try:
            text = piece[:size].decode(encoding)
        except UnicodeError:
            continue
        if text:
            return text, size
    return "\ufffd", 1


def encoded(text: Decoded) -> bytes:
    """The bytes of a text that was decoded, or of one with other characters at its offsets."""
    pieces = [MARK.encode(text.encoding)] if text.mark else []
    at = 0
    for offset, own in text.own_bytes:
        pieces += [text.text[at:offset].encode(text.encoding), own]
        at = offset + 1
    pieces.append(text.text[at:].encode(text.encoding))
    return b"".join(pieces)


def likelihood(data: bytes, encoding: str) -> float:
    """How much the bytes read in an encoding look like Chinese copy: about 1.5 for a page, under 1 for what is none."""
    text = decoded(data[: _SAMPLE // 4 * 4], encoding).text
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 0.0
    whole = "".join(beyond)
    common = sum(map(whole.count, _COMMON))
    strange = len(re.findall(_RARE, whole)) + sum(1 for char in text if char < " " and char not in "\t\n\r\f")
    plain = len(_plain(whole, encoding)) - 2 * strange
    return (plain + _COMMON_WEIGHT * common) / len(whole)


def _plain(text: str, encoding: str) -> str:
    """The characters of everyday use: those of GB/T 2312, or of the first level of Big5."""
    if encoding in ("cp950", "big5hkscs"):
        codes = text.encode("cp950", "ignore")
        return "x" * sum(1 for at in range(0, len(codes) - 1, 2) if 0xA1 <= codes[at] <= 0xC6)
    return text.encode("gb2312", "ignore").decode("gb2312")


def likely(data: bytes) -> list[str]:
    """Encodings that bytes which are no UTF-8 may be in, the likeliest first; one alone where there is no doubt."""
    candidates = ["gb18030", "cp950"]
    if len(data) % 2 == 0:
        candidates = ["utf-16-le", "utf-16-be", *candidates]
    marks = {one: likelihood(data, one) for one in candidates}
    found = sorted((one for one in candidates if marks[one] > _LEAST), key=lambda one: -marks[one])
    return found[:1] if found and all(marks[found[0]] > marks[one] + _AHEAD for one in found[1:]) else found


def nearly_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few."""
    read = decoded(data[:_SAMPLE], "utf-8")
    good = len(re.findall(_HAN, read.text))
    cut = 3 if len(data) > _SAMPLE else 0
    return good > 0 and read.damaged <= cut + max(1, good * _MOST_DAMAGED)
