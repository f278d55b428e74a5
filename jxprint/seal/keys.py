"""Keys of Ed25519 (RFC 8032) in PEM files, by `cryptography`, which is an extra: most newsrooms sign nothing.

openssl genpkey -algorithm ed25519 -out key.pem
openssl pkey -in key.pem -pubout -out public.pem
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from jxprint.errors import Finding, Place, UsageError
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason

# A PEM file of one key has 120 bytes.
_BYTES = 64 << 10


class PrivateKey:
    """A key that signs; `id` is the beginning of its public key's SHA-256, by which people tell keys apart."""

    def __init__(self, key: Any) -> None:
        self._key = key
        self.id = _id(key.public_key())

    def sign(self, data: bytes) -> bytes:
        """The signature, 64 bytes; the same of the same data."""
        signature: bytes = self._key.sign(data)
        return signature


class PublicKey:
    """A key that verifies."""

    def __init__(self, key: Any) -> None:
        self._key = key
        self.id = _id(key)

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether a signature is this key's, of this data."""
        from cryptography.exceptions import InvalidSignature

        try:
            self._key.verify(signature, data)
        except InvalidSignature:
            return False
        return True


def wrong_signature(key: PublicKey, said: str, signature: bytes, data: bytes) -> Finding | None:
    """What is wrong with a signature that names its key `said`; None where it is the key's, of this data. The name is
    not signed, so one that is wrong is told even where the signature holds.
    """
    if said != key.id:
        return Finding("seal.other_key", args={"key": key.id, "other": said})
    return None if key.verifies(signature, data) else Finding("seal.bad_signature")


def private_key(path: Path) -> PrivateKey:
    """The key to sign with. Raises UsageError: the extra is missing, or the file is no such key."""
    data = _read(path)
    serialization = _library(path)
    if b"PUBLIC KEY" in data:
        _refuse("seal.key_is_public", path)
    try:
        key = serialization.load_pem_private_key(data, None)
    except TypeError:  # what cryptography says of a key under a password
        _refuse("seal.key_locked", path)
    except Exception as problem:  # it raises what its parsers raise
        _refuse("seal.key_unreadable", path, reason=_plain(problem))
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not isinstance(key, Ed25519PrivateKey):
        _refuse("seal.key_kind", path, kind=_kind(key))
    return PrivateKey(key)


def public_key(path: Path) -> PublicKey:
    """The key to verify with. Raises UsageError: the extra is missing, or the file is no such key."""
    data = _read(path)
    serialization = _library(path)
    if b"PRIVATE KEY" in data:
        _refuse("seal.key_is_private", path)
    try:
        key = serialization.load_pem_public_key(data)
    except Exception as problem:  # it raises what its parsers raise
        _refuse("seal.key_unreadable", path, reason=_plain(problem))
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not isinstance(key, Ed25519PublicKey):
        _refuse("seal.key_kind", path, kind=_kind(key))
    return PublicKey(key)


def _read(path: Path) -> bytes:
    if kind := no_file(path):
        _refuse("checks.not_a_file", path, reason=kind)
    try:
        with path.open("rb") as file:
            data = file.read(_BYTES + 1)
    except (OSError, ValueError) as error:
        _refuse("seal.key_unreadable", path, reason=reason(error) if isinstance(error, OSError) else str(error))
    if len(data) > _BYTES:
        _refuse("seal.key_unreadable", path, reason=f"> {_BYTES >> 10} KiB")
    return data


def _library(path: Path) -> Any:
    try:
        from cryptography.hazmat.primitives import serialization
    except ImportError:
        _refuse("seal.no_extra", path)
    return serialization


def _id(key: Any) -> str:
    raw: bytes = key.public_bytes_raw()
    return sha256(raw).hexdigest()[:16]


def _kind(key: Any) -> str:
    return type(key).__name__.removeprefix("_").removesuffix("PrivateKey").removesuffix("PublicKey")


def _plain(problem: BaseException) -> str:
    told = " ".join(str(problem).split())
    return told[:120] or type(problem).__name__


def _refuse(key: str, path: Path, **args: object) -> NoReturn:
    raise UsageError(Finding(key, Place(file=str(path)), args))
