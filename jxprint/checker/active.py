"""What a file does and carries beside its pages: scripts and other actions, forms of XFA, a portfolio that is shown
instead of it, attached files. A newspaper page needs none of them but the address that a link leads to, and the seal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.checker.glyphs import Oddity
from jxprint.intake.opening import MALFORMED, plain, refuse

# The name of the one file that a page may carry (jxprint.seal).
SEAL = "jxprint-seal.json"
# Actions that show a place of the file or an address (ISO 32000-1, table 198).
_LEADING = ("GoTo", "URI")
_ANNOTATIONS, _FILES, _NODES, _DEPTH, _TOLD = 10_000, 2000, 4000, 32, 20


def file_oddities(document: Any, file: str) -> Iterator[Oddity]:
    """What the catalog has."""
    import pikepdf

    root = document.Root
    try:
        whats = [*_acts(root, "OpenAction", "catalog"), *_acts(root, "AA", "catalog")]
        names = root.get("/Names")
        names = names if isinstance(names, pikepdf.Dictionary) else {}
        whats += ["JavaScript (Names)"] if "/JavaScript" in names else []
        form = root.get("/AcroForm")
        whats += ["XFA (AcroForm)"] if isinstance(form, pikepdf.Dictionary) and "/XFA" in form else []
        whats += ["portfolio (Collection)"] if "/Collection" in root else []
        for what in whats[:_TOLD]:
            yield Oddity("checks.active", {"what": what})
        others = [name for name in dict.fromkeys(attached(root, names)) if name != SEAL]
        for name in others[:_TOLD]:
            yield Oddity("checks.attachment", {"name": name})
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def page_acts(there: Any, file: str) -> Iterator[Oddity]:
    """What a page (pikepdf's) and its annotations do."""
    try:
        whats = [*_acts(there.obj, "AA", "page")]
        for one in list(there.obj.get("/Annots", ()))[:_ANNOTATIONS]:
            whats += [*_acts(one, "AA", "annotation"), *_follows(one.get("/A"))]
        for what in list(dict.fromkeys(whats))[:_TOLD]:
            yield Oddity("checks.active", {"what": what})
        others = [name for name in dict.fromkeys(attached(there.obj, {})) if name != SEAL]
        for name in others[:_TOLD]:
            yield Oddity("checks.attachment", {"name": name})
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def leads_away(item: Any) -> str | None:
    """What a bookmark does beside showing a place of the file; None where it does not."""
    action = item.get("/A")
    kind = str(action.get("/S", "")).lstrip("/") if hasattr(action, "keys") else "GoTo"
    return f"{kind} (bookmark)" if kind != "GoTo" else next(iter(_follows(action)), None)


def _acts(owner: Any, key: str, where: str) -> Iterator[str]:
    """The kinds of action under an entry; a bare destination is none."""
    found = owner.get(f"/{key}")
    if not hasattr(found, "keys"):
        return
    for action in [found] if key != "AA" else [found[name] for name in found]:
        kind = str(action.get("/S", "")).lstrip("/") if hasattr(action, "keys") else "?"
        # An address that nobody asked for is no link's.
        if kind not in _LEADING or key == "AA" or (kind == "URI" and where == "catalog"):
            yield f"{kind} ({where}, {key})"
        yield from _follows(action)


def _follows(action: Any) -> Iterator[str]:
    """What an action has others behind it."""
    if hasattr(action, "keys") and "/Next" in action:
        yield f"{str(action.get('/S', '')).lstrip('/')} (Next)"


def attached(owner: Any, names: Any) -> Iterator[str]:
    """The names of attached files (ISO 32000-1, 7.11.4; ISO 32000-2, 14.13)."""
    import pikepdf

    associated = owner.get("/AF", ())
    specs: list[Any] = list(associated)[:_FILES] if isinstance(associated, pikepdf.Array) else []
    waiting, seen = [(names.get("/EmbeddedFiles"), 0)], 0
    while waiting and seen < _NODES and len(specs) < 2 * _FILES:
        node, depth = waiting.pop()
        seen += 1
        if isinstance(node, pikepdf.Dictionary):
            specs += list(node.get("/Names", ()))[1::2]
            waiting += [(kid, depth + 1) for kid in node.get("/Kids", ()) if depth < _DEPTH]
    for spec in specs:
        yield str(spec.get("/UF", spec.get("/F", "?"))) if isinstance(spec, pikepdf.Dictionary) else "?"
