"""One look at every object of a file: filters, data outside the file, actions, scripts, files within.

An object is first taken as its own text, which costs a hundredth of walking it; what a word of that text may mean is
then looked up among its entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jxprint.preflight.bounds import ask_bounds
from jxprint.preflight.subject import Subject

_WORDS = re.compile(
    rb"/(?:LZW|LZWDecode|Crypt|FFilter|FDecodeParms|AA|EF|JavaScript|Launch|Movie|Sound|ResetForm|ImportData|Hide"
    rb"|SetOCGState|Rendition|Trans|GoTo3DView|SetState|NOP|GoTo|GoToR|GoToE|URI|Named|SubmitForm|Thread)\b"
)
# Filters of ISO 32000, table 6; the short names are those of inline images.
_FILTERS = frozenset(
    f"/{name}Decode" for name in ("ASCIIHex", "ASCII85", "LZW", "Flate", "RunLength", "CCITTFax", "JBIG2", "DCT", "JPX")
) | {"/Crypt"}
_LZW = ("/LZWDecode", "/LZW")
# ISO 19005 forbids these by name, and allows what only leads somewhere.
_FORBIDDEN = frozenset(
    f"/{name}"
    for name in (
        "Launch",
        "Movie",
        "Sound",
        "ResetForm",
        "ImportData",
        "Hide",
        "SetOCGState",
        "Rendition",
        "Trans",
        "GoTo3DView",
        "SetState",
        "NOP",
    )
)
_LEADING = frozenset(f"/{name}" for name in ("GoTo", "GoToR", "GoToE", "URI", "Named", "SubmitForm", "Thread"))
_TURNS = frozenset(f"/{name}" for name in ("NextPage", "PrevPage", "FirstPage", "LastPage"))
# Triggers that PDF/A-4 leaves to whatever is no form field (ISO 19005-4, 6.6.3).
_OF_FIELDS = frozenset(("/E", "/X", "/D", "/U", "/Fo", "/Bl"))
_DEPTH = 100


def ask_objects(subject: Subject) -> None:
    """Everything that an object says of itself, wherever in the file it stands."""
    import pikepdf

    bounded = subject.told.asks("preflight.file.name_bytes")
    for thing in subject.document.objects:
        if isinstance(thing, pikepdf.Stream):
            entries: Any = thing.stream_dict
            _ask_stream(subject, thing)
        elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)):
            entries = thing
        else:
            continue
        text = entries.unparse(resolved=True)
        if bounded:
            ask_bounds(subject, entries, text)
        if _WORDS.search(text):
            for one in _dictionaries(entries, 0):
                _ask_dictionary(subject, one)


def _dictionaries(value: Any, depth: int) -> Iterator[Any]:
    """A value's dictionaries that are no objects of their own."""
    import pikepdf

    if depth > _DEPTH or not isinstance(value, (pikepdf.Dictionary, pikepdf.Array)):
        return
    if isinstance(value, pikepdf.Dictionary):
        yield value
    for one in value.values() if isinstance(value, pikepdf.Dictionary) else value:
        if not getattr(one, "is_indirect", False):
            yield from _dictionaries(one, depth + 1)


def filters_of(stream: Any) -> list[str]:
    """The names of a stream's filters, in order."""
    import pikepdf

    given = stream.get("/Filter")
    return [str(one) for one in given] if isinstance(given, pikepdf.Array) else [] if given is None else [str(given)]


def _ask_stream(subject: Subject, stream: Any) -> None:
    told = subject.told
    number = f"{stream.objgen[0]} {stream.objgen[1]} obj"
    if any(key in stream for key in ("/F", "/FFilter", "/FDecodeParms")):
        told.tell("preflight.file.data_outside", object=number)
    for name in filters_of(stream):
        if name in _LZW:
            told.tell("preflight.file.lzw", object=number)
        elif name not in _FILTERS:
            told.tell("preflight.file.filter_unknown", object=number, filter=name)
        elif name == "/Crypt" and set(_crypt_names(stream)) - {"/Identity"}:
            told.tell("preflight.file.crypt_filter", object=number)


def _crypt_names(stream: Any) -> list[str]:
    """The names that a Crypt filter is given; Identity leaves the data as it is (7.4.10)."""
    import pikepdf

    given = stream.get("/DecodeParms")
    parameters = given if isinstance(given, pikepdf.Array) else [given]
    return [str(one.get("/Name", "/Identity")) for one in parameters if isinstance(one, pikepdf.Dictionary)]


def _ask_dictionary(subject: Subject, entries: Any) -> None:
    told = subject.told
    kind = str(entries.get("/S", ""))
    if kind == "/JavaScript":
        told.tell("preflight.actions.script")
    elif kind in _FORBIDDEN and str(entries.get("/Type", "/Action")) == "/Action":
        told.tell("preflight.actions.forbidden", name=kind.lstrip("/"))
    elif kind in _LEADING and _is_action(entries, kind):
        told.tell("preflight.actions.any", name=kind.lstrip("/"))
        if kind == "/Named" and str(entries.get("/N")) not in _TURNS:
            told.tell("preflight.actions.named", name=str(entries.get("/N", "")).lstrip("/"))
    _ask_triggers(subject, entries)
    if "/AA" in entries:
        told.tell("preflight.actions.additional")
    if "/EF" in entries:
        _ask_file(subject, entries)


def _ask_triggers(subject: Subject, entries: Any) -> None:
    """Which of the triggers of what is no form field are not left to it."""
    import pikepdf

    given = entries.get("/AA")
    if not isinstance(given, pikepdf.Dictionary) or "/FT" in entries or str(entries.get("/Subtype")) == "/Widget":
        return
    if others := sorted(set(given.keys()) - _OF_FIELDS):
        subject.told.tell("preflight.actions.triggers", name=", ".join(others))


def _is_action(entries: Any, kind: str) -> bool:
    """Whether a dictionary leads somewhere; structure elements have a key S too."""
    needed = {"/URI": "/URI", "/Named": "/N", "/SubmitForm": "/F"}.get(kind, "/D")
    return needed in entries or str(entries.get("/Type")) == "/Action"


def _ask_file(subject: Subject, entries: Any) -> None:
    """A file within (ISO 32000-2, 7.11.3)."""
    import pikepdf

    told, name = subject.told, str(entries.get("/UF", entries.get("/F", "")))
    told.tell("preflight.attached.forbidden", name=name)
    if not (str(entries.get("/F", "")) and str(entries.get("/UF", ""))):
        told.tell("preflight.attached.names", name=name)
    if not str(entries.get("/Desc", "")).strip():
        told.tell("preflight.attached.undescribed", name=name)
    if "/AFRelationship" not in entries:
        told.tell("preflight.attached.relationship", name=name)
    within = entries["/EF"]
    for key in ("/F", "/UF"):
        stream = within.get(key) if isinstance(within, pikepdf.Dictionary) else None
        if isinstance(stream, pikepdf.Stream):
            if not re.fullmatch(r"/[-\w+.]+/[-\w+.]+", str(stream.get("/Subtype", ""))):
                told.tell("preflight.attached.kind", name=name)
            break
