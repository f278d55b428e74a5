"""Manifests (清单): a seal beside the file, with the digest of the whole PDF, for files that may carry nothing.

Its JSON has one spelling, so that every byte of it counts; the digest of all that it says stands at its end, signed
where a key was given. What cannot be signed, the signature itself and the key's id, has a check sum.
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason
from jxprint.seal import MOST_BYTES, Seal, decode, encode
from jxprint.seal.keys import PrivateKey, PublicKey, wrong_signature

_FORM = "jxprint manifest", 1
_SIGNED = b"jxprint manifest 1\n"
# A key's id and a signature; an unsigned manifest has neither.
_SIGNATURE = re.compile(r"[0-9a-f]{16} [0-9a-f]{128}| ")


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """`file` is what the PDF was called, `sha256` and `size` are of all its bytes; `digest` is of this manifest without
    it and what follows, `crc32` of all of it without itself.
    """

    format: str
    version: int
    file: str
    sha256: str
    size: int
    seal: Seal
    digest: str = ""
    key: str = ""
    ed25519: str = ""
    crc32: str = ""


def manifest_of(pdf: bytes, file: str, seal: Seal, key: PrivateKey | None = None) -> bytes:
    """The manifest of a file."""
    bare = Manifest(*_FORM, file, sha256(pdf).hexdigest(), len(pdf), seal)
    digest = sha256(encode(bare))
    whole = replace(bare, digest=digest.hexdigest())
    if key is not None:
        whole = replace(whole, key=key.id, ed25519=key.sign(_SIGNED + digest.digest()).hex())
    return encode(replace(whole, crc32=_sum(whole)))


def _sum(whole: Manifest) -> str:
    return f"{zlib.crc32(encode(replace(whole, crc32=''))):08x}"


def read_manifest(path: Path) -> Manifest:
    """A manifest, every byte of which is as it was written. Raises PdfError with one finding."""
    name = str(path)
    if kind := no_file(path):
        _refuse("checks.not_a_file", name, reason=kind)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        _refuse("seal.manifest_unreadable", name, reason=reason(error) if isinstance(error, OSError) else str(error))
    if len(data) > MOST_BYTES:
        _refuse("checks.too_large", name, what=f"> {MOST_BYTES >> 20} MiB", limit=f"{MOST_BYTES >> 20} MiB")
    found = decode(data, Manifest, _FORM, name)
    bare = replace(found, digest="", key="", ed25519="", crc32="")
    is_whole = encode(found) == data and _sum(found) == found.crc32
    if not is_whole or sha256(encode(bare)).hexdigest() != found.digest or not _is_spelt(found):
        _refuse("seal.manifest_changed", name)
    return found


def _is_spelt(found: Manifest) -> bool:
    """Whether the signature is spelt as one, whoever made it: what is none must not be told of as one."""
    return _SIGNATURE.fullmatch(f"{found.key} {found.ed25519}") is not None


def judged(found: Manifest, pdf: bytes, name: str, manifest: str, key: PublicKey | None) -> list[Finding]:
    """What is wrong between a file and its manifest: one finding, or none."""
    if key is not None:
        if not found.ed25519:
            return [Finding("seal.not_signed", Place(file=manifest))]
        if wrong := wrong_signature(
            key, found.key, bytes.fromhex(found.ed25519), _SIGNED + bytes.fromhex(found.digest)
        ):
            return [replace(wrong, place=Place(file=manifest))]
    if len(pdf) != found.size or sha256(pdf).hexdigest() != found.sha256:
        return [Finding("seal.not_this_file", Place(file=name), {"manifest": manifest, "named": found.file[:80]})]
    return []


def _refuse(key: str, name: str, **args: object) -> NoReturn:
    raise PdfError(Finding(key, Place(file=name), {"file": name, **args}))
