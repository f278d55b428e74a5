"""CMaps as data: ToUnicode (ISO 32000-1, 9.10.3) and embedded encodings (9.7.5.4), read by our own scanner.

What a CMap does not say is not guessed: a code without an entry, and an entry that is no text, are left out and told
as problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

# A font has at most 65 536 codes of two bytes; a CMap that maps more than a few times as many, again and again the same
# ones or not, is an attack on time and memory.
ENTRIES = 200_000
# ISO 32000-1, 9.10.3: as long as the text of one code may be.
TARGET = 512
# How many are kept, and of what size at most.
_KEPT, _KEPT_BYTES, _KEPT_ENTRIES = 16, 512 * 1024, 16_384

_TOKEN = re.compile(
    rb"%[^\r\n]*|<<|>>|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<open>\[)|(?P<close>\])|/(?P<name>[^\s<>\[\]()/%]*)"
    rb"|(?P<word>[^\s<>\[\]()/%]+)|\((?:\\.|[^\\)])*\)?"
)
Token = bytes | str | list["Token"]
# Sections that encodings may have and that are not read here (Adobe Technical Note 5014): of no font that is set.
_UNREAD = ("beginnotdef", "begincid", "beginbf", "begincodespace", "beginusematrix", "beginrearrangedfont")
_NUMBER = re.compile("[0-9]{1,5}")


class CMap(Struct):
    """What a CMap maps: code to text (ToUnicode) or code to CID (encodings), and how codes are cut.

    `spaces` holds (bytes a code, low, high) with bounds compared byte by byte. `problems` are sentences' arguments:
    the code and what stands for it. `left` counts down the entries that are still read; below 0 there are too many.
    `is_plain`: it says nothing that is not read here, of which another reader might make something; `lengths` are those
    of the codes that stand for CIDs, in bytes.
    """

    texts: dict[int, str] = field(default_factory=dict)
    cids: dict[int, int] = field(default_factory=dict)
    spaces: list[tuple[int, bytes, bytes]] = field(default_factory=list)
    vertical: bool = False
    problems: list[tuple[int, str]] = field(default_factory=list)
    left: int = ENTRIES
    is_plain: bool = True
    lengths: set[int] = field(default_factory=set)

    @property
    def is_swollen(self) -> bool:
        """Whether it maps more codes than is safe, or one to more text: what came behind was not read."""
        return self.left < 0


_kept: dict[bytes, CMap] = {}


def parsed(data: bytes) -> CMap:
    """What `parse` makes of a stream, kept for the next file, which often is the same one again; not to be changed."""
    cmap = _kept.get(data)
    if cmap is None:
        cmap = parse(data)
        if len(data) <= _KEPT_BYTES and len(cmap.texts) + len(cmap.cids) <= _KEPT_ENTRIES:
            if len(_kept) >= _KEPT:
                _kept.clear()
            _kept[data] = cmap
    return cmap


def parse(data: bytes) -> CMap:
    """Read a CMap stream; what is not understood is skipped, so that a code simply stays without text."""
    cmap = CMap()
    section: str | None = None
    items: list[Token] = []
    for token in _tokens(data):
        if cmap.is_swollen:
            break
        if isinstance(token, str):
            if token.startswith("begin") and token[5:] in _SECTIONS:
                cmap.is_plain &= section is None
                section, items = token[5:], []
            elif section is not None and token == "end" + section:
                _SECTIONS[section](cmap, items)
                section = None
            elif section is not None:
                items.append(token)
            elif token == "usecmap" or token.startswith(_UNREAD):
                cmap.is_plain = False
        elif section is None:
            continue
        elif token is None:
            cmap.is_plain = False
        else:
            items.append(token)
    cmap.is_plain &= section is None and cmap.lengths <= {length for length, _, _ in cmap.spaces}
    cmap.vertical = re.search(rb"/WMode\s+1\s+def", data) is not None
    return cmap


def text_of(raw: bytes) -> str | None:
    """UTF-16BE text of an entry, None where it is none: lone surrogates, U+0000, U+FFFD, noncharacters, no units.

    An odd byte at the end is ignored here, as readers do; the caller tells it as a problem.
    """
    try:
        text = raw[: len(raw) & ~1].decode("utf-16-be")
    except UnicodeDecodeError:
        return None
    return text if text and not any(is_no_text(char) for char in text) else None


def is_no_text(char: str) -> bool:
    """True for code points that stand for no character: U+0000, U+FEFF, U+FFFD and the noncharacters."""
    code = ord(char)
    return code in (0, 0xFEFF, 0xFFFD) or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _tokens(data: bytes) -> Iterator[Token | None]:
    """Tokens of which codes and targets are made; None for any other, but comments."""
    arrays: list[list[Token]] = []
    for match in _TOKEN.finditer(data):
        token: Token
        kind = match.lastgroup
        if kind == "hex":
            digits = b"".join(match["hex"].split())
            # An odd number of digits: the last is taken as followed by 0 (ISO 32000-1, 7.3.4.3).
            token = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif kind == "open":
            arrays.append([])
            continue
        elif kind == "close":
            if not arrays:
                continue
            token = arrays.pop()
        elif kind == "word":
            token = match["word"].decode("latin-1")
        else:
            if not match[0].startswith(b"%"):
                yield None
            continue
        if arrays:
            arrays[-1].append(token)
        else:
            yield token


def _spaces(cmap: CMap, items: list[Token]) -> None:
    cmap.is_plain &= len(items) % 2 == 0
    for low, high in zip(items[::2], items[1::2], strict=False):
        if isinstance(low, bytes) and isinstance(high, bytes) and len(low) == len(high) and 1 <= len(low) <= 4:
            cmap.spaces.append((len(low), low, high))
        else:
            cmap.is_plain = False


def _bfchar(cmap: CMap, items: list[Token]) -> None:
    for code, target in zip(items[::2], items[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(target, bytes):
            _map(cmap, int.from_bytes(code), target)


def _bfrange(cmap: CMap, items: list[Token]) -> None:
    for low, high, target in zip(items[::3], items[1::3], items[2::3], strict=False):
        if not isinstance(low, bytes) or not isinstance(high, bytes):
            continue
        first = int.from_bytes(low)
        last = min(int.from_bytes(high), first + max(cmap.left, 0))
        if isinstance(target, list):
            for code, one in zip(range(first, last + 1), target, strict=False):
                if isinstance(one, bytes):
                    _map(cmap, code, one)
        elif isinstance(target, bytes) and len(target) >= 2:
            # The last UTF-16 unit counts up; overflow out of its surrogate block reads as no text.
            stem, unit = target[:-2], int.from_bytes(target[-2:])
            for code in range(first, last + 1):
                value = unit + code - first
                if value > 0xFFFF:
                    break
                _map(cmap, code, stem + value.to_bytes(2))
        elif isinstance(target, bytes):
            for code in range(first, min(last, first + 0xFF) + 1):
                _map(cmap, code, target)


def _map(cmap: CMap, code: int, target: bytes) -> None:
    cmap.left = cmap.left - 1 if len(target) <= TARGET else -1
    if cmap.is_swollen:
        return
    text = text_of(target)
    if len(target) % 2 or text is None:
        cmap.problems.append((code, target.hex().upper()))
    if text is not None:
        cmap.texts[code] = text


def _cidchar(cmap: CMap, items: list[Token]) -> None:
    cmap.is_plain &= len(items) % 2 == 0
    for code, cid in zip(items[::2], items[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(cid, str) and _NUMBER.fullmatch(cid):
            cmap.lengths.add(len(code))
            _stand(cmap, int.from_bytes(code), int(cid))
        else:
            cmap.is_plain = False


def _cidrange(cmap: CMap, items: list[Token]) -> None:
    cmap.is_plain &= len(items) % 3 == 0
    for low, high, cid in zip(items[::3], items[1::3], items[2::3], strict=False):
        if not (isinstance(low, bytes) and isinstance(high, bytes) and isinstance(cid, str) and _NUMBER.fullmatch(cid)):
            cmap.is_plain = False
        else:
            first, last = int.from_bytes(low), int.from_bytes(high)
            cmap.lengths |= {len(low), len(high)}
            for code in range(first, min(last, first + 0xFFFF) + 1):
                _stand(cmap, code, int(cid) + code - first)
                if cmap.is_swollen:
                    return


def _stand(cmap: CMap, code: int, cid: int) -> None:
    """Let a code stand for a CID, and for no other one."""
    cmap.left -= 1
    cmap.is_plain &= cmap.cids.setdefault(code, cid) == cid
    cmap.cids[code] = cid


_SECTIONS = {
    "codespacerange": _spaces,
    "bfchar": _bfchar,
    "bfrange": _bfrange,
    "cidchar": _cidchar,
    "cidrange": _cidrange,
}
