"""The digest of a sealed file, in the file: comment lines behind its header (ISO 32000-1, 7.2.3 and 7.5.2).

The digest is of every byte but those of the lines themselves, and the signature of the digest. The lines have one
spelling and a check sum of their own, so that whatever byte of the file is another one now, it is told: outside of them
by the digest, in them by their spelling or their sum. Whoever reads the file needs to know nothing of them.
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, Place
from jxprint.seal.keys import PrivateKey, PublicKey, wrong_signature

_MARK = b"%jxprint-seal "
# The lines stand right behind the header, which is shorter.
_HEADER = 64
_LINES = re.compile(
    rb"(%jxprint-seal 1\n%sha256 ([0-9a-f]{64})\n%ed25519 (?:([0-9a-f]{16}) ([0-9a-f]{128})|-{16} -{128})\n)"
    rb"%crc32 ([0-9a-f]{8})\n"
)
# What is signed is no other text that the key may sign.
_SIGNED = b"jxprint seal 1\n"


class Block(Struct, frozen=True):
    """The lines of a sealed file: the digest that they give, the key's id and the signature where it is signed, and
    the digest that the file has.
    """

    said: str
    has: str
    key_id: str = ""
    signature: bytes = b""


def lines(digest: str, key_id: str = "", signature: bytes = b"") -> bytes:
    """The lines; they are as long for a file that is not signed."""
    signed = f"{key_id} {signature.hex()}" if signature else "-" * 16 + " " + "-" * 128
    told = f"%jxprint-seal 1\n%sha256 {digest}\n%ed25519 {signed}\n".encode("ascii")
    return told + b"%%crc32 %08x\n" % zlib.crc32(told)


# What stands in the lines' place while the file is written.
PLACEHOLDER = lines("0" * 64)


def filled(pdf: bytes, key: PrivateKey | None = None) -> bytes:
    """A file that was written with the placeholder, sealed and, with a key, signed."""
    start = pdf.index(PLACEHOLDER, 0, _HEADER + len(PLACEHOLDER))
    head, rest = pdf[:start], pdf[start + len(PLACEHOLDER) :]
    digest = sha256(head)
    digest.update(rest)
    if key is None:
        told = lines(digest.hexdigest())
    else:
        told = lines(digest.hexdigest(), key.id, key.sign(_SIGNED + digest.digest()))
    return head + told + rest


def has_lines(pdf: bytes) -> bool:
    """Whether a file was sealed, whatever became of it since; the first bytes are enough."""
    return pdf.find(_MARK, 0, _HEADER + len(_MARK)) >= 0


def read(pdf: bytes) -> Block | None:
    """The lines of a file; None where there are none, or none that can be read."""
    start = pdf.find(_MARK, 0, _HEADER + len(_MARK))
    match = _LINES.match(pdf, start) if start >= 0 else None
    if match is None or int(match[5], 16) != zlib.crc32(match[1]):
        return None
    digest = sha256(pdf[:start])
    digest.update(memoryview(pdf)[match.end() :])
    said = match[2].decode("ascii")
    if match[3] is None:
        return Block(said, digest.hexdigest())
    return Block(said, digest.hexdigest(), match[3].decode("ascii"), bytes.fromhex(match[4].decode("ascii")))


def judged(pdf: bytes, name: str, key: PublicKey | None) -> list[Finding]:
    """What is wrong with the bytes of a file that carries a seal: one finding, or none."""
    place = Place(file=name)
    block = read(pdf)
    if block is None:
        return [Finding("seal.lines_damaged" if has_lines(pdf) else "seal.lines_gone", place)]
    if block.said != block.has:
        return [Finding("seal.bytes_changed", place)]
    if key is None:
        return []
    if not block.signature:
        return [Finding("seal.not_signed", place)]
    wrong = wrong_signature(key, block.key_id, block.signature, _SIGNED + bytes.fromhex(block.said))
    return [] if wrong is None else [replace(wrong, place=place)]
