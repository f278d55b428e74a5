"""Seals (封签): what a PDF carries, or a manifest beside it, so that it can be checked without the folder of its page.

A seal has the copy as it stood in its files, what every page has to say by article, the hashes of everything and the
versions of jxprint and its faces. It is one JSON text. Pictures are in it by hash and size alone: what they show is in
the PDF already.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from jxprint.errors import Finding, PdfError, Place

FORMAT, VERSION = "jxprint seal", 1
# What the file within the PDF is called.
NAME = "jxprint-seal.json"
# A seal larger than this is none: an edition of a hundred pages with its advertisements has a few MiB.
MOST_BYTES = 48 << 20
MOST_FILES = 20_000


class SealedFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file that a page was made from: its name under the folder that all of them stand in, with slashes, its SHA-256
    and size, and what it says: `text` where it is UTF-8, else `data`; a picture has its `pixels` instead (as seen).
    """

    name: str
    sha256: str
    size: int
    text: str | None = None
    data: bytes | None = None
    pixels: tuple[int, int] | None = None


class SealedPassage(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of copy as it must be read: its part, its role, its number from 1, and the text."""

    part: str
    role: str
    number: int
    text: str


class SealedPage(Struct, frozen=True, forbid_unknown_fields=True):
    """What a page says, article by article in reading order."""

    title: str
    language: str
    articles: tuple[tuple[SealedPassage, ...], ...]


class SealedFace(Struct, frozen=True, forbid_unknown_fields=True):
    """A face that was at hand when the page was made, by its name and its file's SHA-256."""

    name: str
    sha256: str


class Seal(Struct, frozen=True, forbid_unknown_fields=True):
    """`folders` are the pages' folders, or the edition's, by their names among the files; `styles` the house styles
    that come with jxprint and are named by the pages; `made_by` is the program and its version.
    """

    format: str
    version: int
    made_by: str
    folders: tuple[str, ...]
    files: tuple[SealedFile, ...]
    styles: tuple[SealedFile, ...]
    pages: tuple[SealedPage, ...]
    faces: tuple[SealedFace, ...]


class _Head(Struct, frozen=True):
    format: str
    version: int


_T = TypeVar("_T")


def encode(value: Struct) -> bytes:
    """A seal or a manifest as JSON that a person can read; the same value gives the same bytes."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def decode(data: bytes, kind: type[_T], form: tuple[str, int], name: str) -> _T:
    """What `encode` wrote, of the format and version `form`. Raises PdfError with one finding: it is none, or of a
    newer version.
    """
    import msgspec

    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format != form[0]:
            raise ValueError(f"format = {head.format[:40]!r}")
        if head.version > form[1]:
            args = {"version": head.version, "known": form[1]}
            raise PdfError(Finding("seal.newer", Place(file=name), args))
        return msgspec.json.decode(data, type=kind)
    except (ValueError, RecursionError) as problem:  # msgspec's own are ValueErrors
        told = " ".join(str(problem).split())[:160]
        key = "seal.garbage" if form[0] == FORMAT else "seal.manifest_garbage"
        raise PdfError(Finding(key, Place(file=name), {"reason": told})) from None
