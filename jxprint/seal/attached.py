"""The seal that a PDF carries: found among its attached files, and unpacked within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from typing import Any

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.opening import MALFORMED, decoded, opened, plain, refuse
from jxprint.seal import FORMAT, MOST_BYTES, NAME, VERSION, Seal, decode

# Attached files that are looked at, and nodes of the tree that names them.
_FILES, _NODES, _DEPTH = 2000, 4000, 32


def attached_seal(pdf: Path | bytes, name: str) -> Seal | None:
    """The seal of a file; None where it has none. Raises PdfError with one finding: it has two, or one that is no seal,
    is larger than a seal may be, or is of a newer version.
    """
    import pikepdf

    with opened(pdf, name) as document:
        try:
            found = {_key(stream): stream for stream in _streams(document.Root)}
            if not found:
                return None
            if len(found) > 1:
                refuse("seal.two", name, count=len(found))
            ((_, stream),) = found.items()
            data = decoded(stream, name, MOST_BYTES)
            said = stream.get("/Params", {}).get("/CheckSum")
            if said is not None and bytes(said) != md5(data, usedforsecurity=False).digest():
                raise PdfError(Finding("seal.copy_changed", Place(file=name), {"sealed": NAME}))
        except (pikepdf.PdfError, *MALFORMED) as problem:
            if isinstance(problem, PdfError):
                raise
            refuse("checks.damaged", name, reason=plain(problem))
    return decode(data, Seal, (FORMAT, VERSION), name)


def _key(stream: Any) -> object:
    return stream.objgen if stream.is_indirect else id(stream)


def _streams(root: Any) -> Iterator[Any]:
    """The embedded files by the seal's name, named by the catalog or its tree of names (ISO 32000-1, 7.11.4)."""
    import pikepdf

    specs: list[Any] = []
    associated = root.get("/AF")
    if isinstance(associated, pikepdf.Array):
        specs += list(associated)[:_FILES]
    names = root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    waiting = [(tree, 0)] if isinstance(tree, pikepdf.Dictionary) else []
    seen = 0
    while waiting and seen < _NODES and len(specs) < 2 * _FILES:
        node, depth = waiting.pop()
        seen += 1
        specs += list(node.get("/Names", ()))[1::2]
        if depth < _DEPTH:
            waiting += [(kid, depth + 1) for kid in node.get("/Kids", ()) if isinstance(kid, pikepdf.Dictionary)]
    for spec in specs:
        if isinstance(spec, pikepdf.Dictionary) and NAME in (str(spec.get("/UF", "")), str(spec.get("/F", ""))):
            files = spec.get("/EF")
            stream = None if files is None else files.get("/UF", files.get("/F"))
            if isinstance(stream, pikepdf.Stream):
                yield stream
