"""Bytes of a file to text: UTF-8, and what Chinese newsrooms still send besides it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from msgspec.structs import replace

from jxprint.errors import Finding, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason
from jxprint.intake.signatures import signed

MOST_BYTES = 8_000_000
MOST_CHARACTERS = 2_000_000

# Bytes of Big5, Shift JIS or EUC-KR often pass for GB 18030 and give rare characters; running Chinese copy has nearly
# all its characters in GB/T 2312. The share is a judgement: names with rare characters stay well above it.
_PLAIN_SHARE = 0.9
# The mark of UTF-32 begins as that of UTF-16 does.
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHERS = ("big5", "shift_jis", "euc_kr", "cp1252")
_SHOWN_AS = {"big5": "Big5", "shift_jis": "Shift JIS", "euc_kr": "EUC-KR", "cp1252": "Windows-1252"}


def read_text(path: Path, shown: str, findings: list[Finding]) -> str | None:
    """The text of a file with LF line ends, or None with the reason in `findings`; `shown` names the file there."""
    place = Place(shown, 1, 1)
    if kind := no_file(path):
        told = {"reason": kind} if kind != "a folder" else {}
        findings.append(Finding("copy.not_a_file" if told else "copy.is_folder", Place(shown), told))
        return None
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        findings.append(_unreadable(place, error))
        return None
    return text_of(data, shown, findings)


def text_of(data: bytes, shown: str, findings: list[Finding]) -> str | None:
    """The same of bytes."""
    place = Place(shown, 1, 1)
    if len(data) > MOST_BYTES:
        findings.append(Finding("copy.too_long", place, {"most": MOST_CHARACTERS}))
        return None
    if kind := signed(data):
        findings.append(Finding("copy.other_kind", Place(shown), {"kind": kind}))
        return None
    decoded = decode(data, place, findings)
    if decoded is None:
        return None
    text = decoded[0]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(text) > MOST_CHARACTERS:
        findings.append(Finding("copy.too_long", place, {"most": MOST_CHARACTERS}))
        return None
    stray = text.find("\r")
    if stray >= 0:
        line = text.count("\n", 0, stray) + 1
        column = stray - text.rfind("\n", 0, stray)
        findings.append(Finding("copy.lone_cr", Place(shown, line, column)))
        return None
    return text


def _unreadable(place: Place, error: OSError) -> Finding:
    place = replace(place, line=None, column=None)
    if isinstance(error, FileNotFoundError):
        return Finding("copy.missing", place)
    return Finding("copy.unreadable", place, {"reason": reason(error)})


def decode(data: bytes, place: Place, findings: list[Finding]) -> tuple[str, str] | None:
    """The text of a file with its byte order mark, and Python's name of its encoding; None with the reason."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            name = encoding.upper()[:6]
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                findings.append(Finding("copy.undecidable", place, {"likely": (name,)}))
                return None
            findings.append(Finding("copy.other_encoding", place, {"encoding": name}, "note"))
            return text, encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start_of_line = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start_of_line : error.start].decode("utf-8", "replace")) + 1
        place = replace(place, line=line, column=column)
        error_at = error.start
    chinese = _as_gb18030(data)
    if chinese is not None:
        findings.append(
            Finding("copy.other_encoding", replace(place, line=1, column=1), {"encoding": "GB 18030"}, "note")
        )
        return chinese, "gb18030"
    if (half := _half_of_pair(data, error_at)) is not None:
        codes = {"bytes": half.hex(" ").upper(), "code": f"U+{ord(half.decode('utf-8', 'surrogatepass')):04X}"}
        findings.append(Finding("copy.half_surrogate", place, codes))
        return None
    likely = _likely(data)
    wrong = Finding("copy.undecidable", place, {"likely": likely}) if likely else Finding("copy.no_text", place)
    findings.append(wrong)
    return None


def _as_gb18030(data: bytes) -> str | None:
    """The text, where the bytes are GB 18030 beyond reasonable doubt."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond_ascii = re.sub("[\x00-\x7f]", "", text)
    plain = beyond_ascii.encode("gb2312", "ignore").decode("gb2312")
    return text if len(plain) >= _PLAIN_SHARE * len(beyond_ascii) else None


def _half_of_pair(data: bytes, at: int) -> bytes | None:
    """The three bytes at `at`, where they spell half of a surrogate pair and all else is UTF-8: programs that count in
    UTF-16 cut a character in two and write its halves.
    """
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return data[at : at + 3]


def _likely(data: bytes) -> tuple[str, ...]:
    """Names of encodings that these bytes could be. UTF-8 is none of them: it was tried."""
    likely = ["UTF-16"] if b"\0" in data else []
    for encoding in ("gb18030", *_OTHERS):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        likely.append(_SHOWN_AS.get(encoding, "GB 18030"))
    return tuple(likely)
