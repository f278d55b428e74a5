"""The information dictionary (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

import re
from typing import Any

from jxprint.preflight.subject import Subject

_DATE = re.compile(r"D:\d{4}(?:\d\d(?:\d\d(?:\d\d(?:\d\d(?:\d\d(?:Z|[+-]\d\d(?:'\d\d'?)?)?)?)?)?)?)?(?:00'00'?)?")
_TEXTS = {
    "Title": "preflight.info.title",
    "Creator": "preflight.info.creator",
    "Producer": "preflight.info.producer",
    "CreationDate": "preflight.info.created",
    "ModDate": "preflight.info.modified",
}


def ask_information(subject: Subject) -> dict[str, str]:
    """What the dictionary says, as plain texts by key without the slash."""
    import pikepdf

    told = subject.told
    given = subject.document.trailer.get("/Info")
    info = given if isinstance(given, pikepdf.Dictionary) else pikepdf.Dictionary()
    if len(info) and "/PieceInfo" not in subject.document.Root:
        told.tell("preflight.info.any")
    said = {key.lstrip("/"): str(value) for key, value in info.items() if isinstance(value, pikepdf.String)}
    for key, message in _TEXTS.items():
        if not said.get(key, "").strip():
            told.tell(message)
    for key in ("CreationDate", "ModDate"):
        if f"/{key}" in info and not _DATE.fullmatch(said.get(key, "")):
            told.tell("preflight.info.date_form", name=key, date=said.get(key, ""))
    _ask_trapped(subject, info.get("/Trapped"))
    if said.get("GTS_PDFXVersion") != subject.profile.pdfx:
        told.tell("preflight.info.pdfx_version", found=said.get("GTS_PDFXVersion", ""), wanted=subject.profile.pdfx)
    conformance = said.get("GTS_PDFXConformance", "")
    if conformance and not conformance.startswith("PDF/X-1a"):
        told.tell("preflight.info.pdfx_conformance", found=conformance)
    if "/Trapped" in info:
        said["Trapped"] = str(info["/Trapped"]).lstrip("/")
    return said


def _ask_trapped(subject: Subject, trapped: Any) -> None:
    """Whether traps were made has to be known (Trapped), as a name."""
    import pikepdf

    if trapped is None or str(trapped) == "/Unknown":
        subject.told.tell("preflight.info.trapped_unknown")
    elif not isinstance(trapped, pikepdf.Name) or str(trapped) not in ("/True", "/False"):
        subject.told.tell("preflight.info.trapped_value", found=str(trapped))
