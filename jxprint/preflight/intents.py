"""Output intents (输出意图; ISO 32000-1, 14.11.5): for which press the inks of a file are meant."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from jxprint.intake.opening import decoded
from jxprint.preflight.icc import NEWEST, Header, lacking, read_header
from jxprint.preflight.subject import Subject
from jxprint.preflight.values import number_of

_MOST = 64


class Intents(Struct, frozen=True):
    """The colour space of the profile that gives device colours their meaning in PDF/A (`CMYK`, `RGB`, `GRAY`; empty:
    there is none).
    """

    archive: str = ""


def ask_intents(subject: Subject) -> Intents:
    """The catalog's intents, and the profiles in them."""
    import pikepdf

    given = subject.document.Root.get("/OutputIntents")
    found = [one for one in given if isinstance(one, pikepdf.Dictionary)] if isinstance(given, pikepdf.Array) else []
    kinds = [str(one.get("/S")) for one in found]
    for standard, most in (("/GTS_PDFX", "preflight.intent.pdfx"), ("/GTS_PDFA1", "preflight.intent.pdfa")):
        count = kinds.count(standard)
        if (standard == "/GTS_PDFX" and count != 1) or count > 1:
            subject.told.tell(most, found=count)
    archive, profiles = "", []
    for intent, kind in list(zip(found, kinds, strict=True))[:_MOST]:
        stream = intent.get("/DestOutputProfile")
        if stream is not None:
            profiles.append(stream.objgen)
        if kind == "/GTS_PDFX":
            _ask_press(subject, intent, stream)
        if "/DestOutputProfileRef" in intent:
            subject.told.tell("preflight.intent.reference")
        header = _ask_profile(subject, stream, kind) if stream is not None else None
        if kind == "/GTS_PDFA1" and header is not None:
            archive = header.space
    if len(set(profiles)) > 1:
        subject.told.tell("preflight.intent.two_profiles")
    return Intents(archive)


def _ask_press(subject: Subject, intent: Any, stream: Any) -> None:
    told = subject.told
    if not str(intent.get("/OutputConditionIdentifier", "")).strip():
        told.tell("preflight.intent.condition")
    if stream is None:
        told.tell("preflight.intent.no_profile")
        if not str(intent.get("/RegistryName", "")).strip():
            told.tell("preflight.intent.no_registry")


def _ask_profile(subject: Subject, stream: Any, kind: str) -> Header | None:
    """Whether the profile's bytes are a profile of a press. One that two intents share is told once."""
    told = subject.told
    data = decoded(stream, subject.name)
    header = read_header(data)
    name = number_of(stream)
    if header is None:
        told.tell("preflight.intent.damaged", name=name)
        return None
    if missing := lacking(data):
        told.tell("preflight.intent.tags", name=name, tags=missing)
    if stream.get("/N") != header.components:
        told.tell("preflight.intent.components", name=name, said=str(stream.get("/N", "")), space=header.space)
    allowed = ("prtr",) if kind == "/GTS_PDFX" else ("prtr", "mntr")
    if header.kind not in allowed:
        told.tell("preflight.intent.device_class", name=name, found=header.kind)
    spaces = ("CMYK",) if subject.among("press") else ("CMYK", "RGB", "GRAY")
    if header.space not in spaces:
        told.tell("preflight.intent.space", name=name, found=header.space)
    if header.major > NEWEST:
        told.tell("preflight.intent.version", name=name, found=header.major)
    if subject.icc is not None and subject.icc != data and kind == "/GTS_PDFX":
        told.tell("preflight.intent.other_profile", name=name)
    return header
