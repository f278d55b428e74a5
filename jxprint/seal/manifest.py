"""Manifests (清单): a seal beside the file, with the digest of the whole PDF, for files that may carry nothing.

Its JSON has one spelling, so that every byte of it counts; the digest of all that it says stands at its end, signed
where a key was given.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason
from jxprint.seal import MOST_BYTES, Seal, decode, encode
from jxprint.seal.keys import PrivateKey, PublicKey

_FORM = "jxprint manifest", 1
_SIGNED = b"jxprint manifest 1\n"


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """`file` is what the PDF was called, `sha256` and `size` are of all its bytes; `digest` is of this manifest without
    it and the signature.
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


def manifest_of(pdf: bytes, file: str, seal: Seal, key: PrivateKey | None = None) -> bytes:
    """The manifest of a file."""
    bare = Manifest(*_FORM, file, sha256(pdf).hexdigest(), len(pdf), seal)
    digest = sha256(encode(bare))
    whole = replace(bare, digest=digest.hexdigest())
    if key is not None:
        whole = replace(whole, key=key.id, ed25519=key.sign(_SIGNED + digest.digest()).hex())
    return encode(whole)


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
    bare = replace(found, digest="", key="", ed25519="")
    if encode(found) != data or sha256(encode(bare)).hexdigest() != found.digest:
        _refuse("seal.manifest_changed", name)
    return found


def judged(found: Manifest, pdf: bytes, name: str, manifest: str, key: PublicKey | None) -> list[Finding]:
    """What is wrong between a file and its manifest: one finding, or none."""
    if key is not None:
        if not found.ed25519:
            return [Finding("seal.not_signed", Place(file=manifest))]
        try:
            signature = bytes.fromhex(found.ed25519)
        except ValueError:
            signature = b""
        if not key.verifies(signature, _SIGNED + bytes.fromhex(found.digest)):
            args = {"key": key.id, "other": found.key[:16]}
            return [
                Finding("seal.other_key" if found.key != key.id else "seal.bad_signature", Place(file=manifest), args)
            ]
    if len(pdf) != found.size or sha256(pdf).hexdigest() != found.sha256:
        return [Finding("seal.not_this_file", Place(file=name), {"manifest": manifest, "named": found.file[:80]})]
    return []


def _refuse(key: str, name: str, **args: object) -> NoReturn:
    raise PdfError(Finding(key, Place(file=name), {"file": name, **args}))
