"""The file about its objects: header, trailer, end (ISO 32000-1, 7.5)."""

from __future__ import annotations

import re
from typing import Any

from jxprint.preflight.subject import Subject

_HEADER = re.compile(rb"%PDF-(\d)\.(\d)")
# A comment of four bytes at least above 127 tells programs that the file is no text (7.5.2).
_BINARY = re.compile(rb"%PDF-\d\.\d(?:\r\n|\r|\n)%[\x80-\xff]{4}")


def ask_shell(subject: Subject) -> None:
    """Version, binary comment, identifiers, kind of cross-reference, what stands behind the end."""
    told, ends, most = subject.told, subject.ends, subject.profile.version
    header = _HEADER.search(ends.head)
    if not ends.head.startswith(b"%PDF-"):
        told.tell("preflight.file.header_start", at=max(ends.head.find(b"%PDF-"), 0))
    if header is not None:
        _ask_version(subject, (int(header[1]), int(header[2])), "preflight.file.header_version")
        if not _BINARY.match(ends.head[header.start() :]):
            told.tell("preflight.file.binary_comment")
    stated = re.fullmatch(r"/(\d)\.(\d)", str(subject.document.Root.get("/Version", "")))
    if stated is not None and (header is None or (int(stated[1]), int(stated[2])) > (int(header[1]), int(header[2]))):
        _ask_version(subject, (int(stated[1]), int(stated[2])), "preflight.file.catalog_version")
    _ask_trailer(subject, subject.document.trailer)
    behind = ends.tail[ends.tail.rfind(b"%%EOF") + 5 :]
    if b"%%EOF" not in ends.tail or behind not in (b"", b"\n", b"\r", b"\r\n"):
        told.tell("preflight.file.after_end", bytes=len(behind))
    if not ends.table.lstrip().startswith(b"xref"):
        told.tell("preflight.file.packed", most=f"{most[0]}.{most[1]}")


def _ask_version(subject: Subject, found: tuple[int, int], key: str) -> None:
    most = subject.profile.version
    # PDF/A-2 and 3 and PDF/UA-1 take any 1.n up to 1.7, PDF/A-4 any 2.n; PDF/X has its own highest one.
    most = (1, 7) if most[0] == 1 and not subject.among("x") else (2, 9) if most[0] == 2 else most
    if found[0] != most[0] or found > most:
        taken = f"{most[0]}.n" if most[1] == 9 else f"{most[0]}.0–{most[0]}.{most[1]}"
        subject.told.tell(key, found=f"{found[0]}.{found[1]}", taken=taken)


def _ask_trailer(subject: Subject, trailer: Any) -> None:
    import pikepdf

    found = trailer.get("/ID")
    sound = isinstance(found, pikepdf.Array) and len(found) == 2
    if not sound or not all(isinstance(one, pikepdf.String) and bytes(one) for one in found):
        subject.told.tell("preflight.file.identifiers")
