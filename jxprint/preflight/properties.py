"""How properties of XMP are written (ISO 16684-1; ISO 19005-2, 6.6.2.3): values, extension schemas, prefixes."""

from __future__ import annotations

import re

from jxprint.preflight.subject import Subject
from jxprint.preflight.xmp import DC, PDF, PDFA_ID, PDFUA_ID, XMP, XMP_MM, Packet

_DATE = re.compile(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])"
    r"(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)?)?"
)
# The kinds of properties that files have mostly, by the XMP specification of 2005.
_LISTS = {
    "Alt": {DC: "title description rights"},
    "Seq": {DC: "creator date"},
    "Bag": {DC: "contributor language publisher relation subject type", XMP: "Advisory Identifier"},
}
_TEXTS = {
    DC: "coverage format identifier source",
    XMP: "BaseURL CreatorTool Label Nickname CreateDate ModifyDate MetadataDate",
    XMP_MM: "DocumentID InstanceID VersionID RenditionClass Manager ManageTo ManageUI",
    PDF: "Keywords PDFVersion Producer",
}
_KINDS = {
    (space, name): kind
    for kind, spaces in (*_LISTS.items(), ("", _TEXTS))
    for space, names in spaces.items()
    for name in names.split()
}
_DATES = frozenset((XMP, name) for name in ("CreateDate", "ModifyDate", "MetadataDate"))
_PREFIXES = {PDFA_ID: "pdfaid", PDFUA_ID: "pdfuaid"}


def ask_properties(subject: Subject, packet: Packet) -> None:
    """Every property that is known."""
    told = subject.told
    for key, kind in packet.kinds.items():
        name = f"{key[0]}{key[1]}"
        if key in _KINDS and kind != _KINDS[key]:
            told.tell("preflight.xmp.value", name=name, found=kind or "text", wanted=_KINDS[key] or "text")
        elif key in _DATES and not _DATE.fullmatch(packet.one(*key)):
            told.tell("preflight.xmp.value", name=name, found=packet.one(*key)[:40], wanted="2024-01-02T03:04:05+08:00")
    for problem in packet.unfinished:
        told.tell("preflight.xmp.extension", name=problem)
    for space, prefix in packet.prefixes:
        if _PREFIXES.get(space, prefix) != prefix:
            told.tell("preflight.xmp.prefix", name=prefix, wanted=_PREFIXES[space])
