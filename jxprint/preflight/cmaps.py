"""CMaps (ISO 32000-1, 9.7.5) that a file carries: which CID each code is, and what they say of themselves."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct, field

from jxprint.intake.opening import decoded
from jxprint.preflight.values import dictionary

# CMaps that every reader has (table 118), by how their names begin, and whose characters they name.
_COLLECTIONS = {
    "GB1": "GB|UniGB",
    "CNS1": "B5pc|HKscs|ETen|ETenms|CNS|UniCNS",
    "Japan1": "83pv|90ms|90msp|90pv|Add|EUC|Ext|UniJIS",
    "Korea1": "KSC|KSCms|KSCpc|UniKS",
}
_KNOWN = {name: re.compile(rf"/(?:{begins})[\w-]*-[HV]") for name, begins in _COLLECTIONS.items()}
_SECTION = re.compile(rb"begincid(char|range)(.*?)endcid\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*(\d+)")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(\d+)")
_MODE = re.compile(rb"/WMode\s+(\d+)\s+def")
_USES = re.compile(rb"/(\S+)\s+usecmap")
# As many codes as a font can have that are two bytes wide.
_MOST = 1 << 16


class Carried(Struct, frozen=True):
    """A CMap in the file: CIDs by code and length of the code, the writing mode that its program and its dictionary
    say, the CMap that it goes on from, registry and ordering of its characters, the highest CID.
    """

    cids: dict[tuple[int, int], int] = field(default_factory=dict)
    mode: int = 0
    said: int = 0
    uses: str = ""
    collection: tuple[str, str] = ("", "")
    highest: int = 0


def collection_of(name: str) -> str | None:
    """Whose characters a CMap that every reader has names (`GB1`); empty for Identity, None where it is no
    such CMap.
    """
    if name in ("/Identity-H", "/Identity-V"):
        return ""
    if name in ("/H", "/V"):
        return "Japan1"
    return next((one for one, pattern in _KNOWN.items() if pattern.fullmatch(name)), None)


def carried(stream: Any, file: str) -> Carried:
    """A CMap as the file has it. Raises PdfError where its bytes cannot be decoded."""
    data = decoded(stream, file)
    cids: dict[tuple[int, int], int] = {}
    highest = 0
    for kind, body in _SECTION.findall(data):
        single = [(code, code, cid) for code, cid in _CHAR.findall(body)]
        for one, two, cid in single if kind == b"char" else _RANGE.findall(body):
            first, size = _code(one)
            last = min(_code(two)[0], first + _MOST)
            highest = max(highest, int(cid) + last - first)
            if len(cids) < _MOST:
                cids.update(((code, size), int(cid) + code - first) for code in range(first, last + 1))
    mode, uses = _MODE.search(data), _USES.search(data)
    info, base = dictionary(stream.get("/CIDSystemInfo")), stream.get("/UseCMap")
    said = stream.get("/WMode", 0)
    return Carried(
        cids,
        int(mode[1]) if mode else 0,
        int(said) if isinstance(said, int) else -1,
        f"/{uses[1].decode('latin-1')}" if uses else str(base) if isinstance(base, str) else "",
        (str(info.get("/Registry", "")), str(info.get("/Ordering", ""))),
        highest,
    )


def _code(digits: bytes) -> tuple[int, int]:
    joined = b"".join(digits.split())
    return int(joined, 16), (len(joined) + 1) // 2
