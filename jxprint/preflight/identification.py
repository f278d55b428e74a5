"""What a file says of itself in XMP, and whether the information dictionary says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from jxprint.intake.opening import MEBIBYTE, decoded
from jxprint.preflight.information import ask_information
from jxprint.preflight.properties import ask_properties
from jxprint.preflight.subject import Subject
from jxprint.preflight.xmp import DC, PDF, PDFA_ID, PDFUA_ID, PDFX_ID, XMP, XMP_MM, NotXmpError, Packet, read_packet

_MOST = 4 * MEBIBYTE
# Marks of UTF-16 and UTF-32, either way round.
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
# What PDF/X-4 wants of the packet, and the sentence where it is not there.
_WANTED = {
    (XMP, "CreateDate"): "preflight.xmp.created",
    (XMP, "ModifyDate"): "preflight.xmp.modified",
    (XMP, "MetadataDate"): "preflight.xmp.described",
    (XMP_MM, "DocumentID"): "preflight.xmp.document_id",
    (XMP_MM, "VersionID"): "preflight.xmp.version_id",
    (XMP_MM, "RenditionClass"): "preflight.xmp.rendition",
    (DC, "title"): "preflight.xmp.title",
}
# What stands in both places (ISO 19005-1, 6.7.3).
_TWINS = {
    "Title": (DC, "title", "preflight.agree.title"),
    "Author": (DC, "creator", "preflight.agree.author"),
    "Subject": (DC, "description", "preflight.agree.subject"),
    "Keywords": (PDF, "Keywords", "preflight.agree.keywords"),
    "Creator": (XMP, "CreatorTool", "preflight.agree.creator"),
    "Producer": (PDF, "Producer", "preflight.agree.producer"),
    "Trapped": (PDF, "Trapped", "preflight.agree.trapped"),
}
_DATES = {
    "CreationDate": ("CreateDate", "preflight.agree.created"),
    "ModDate": ("ModifyDate", "preflight.agree.modified"),
}
# The schemas of the XMP specification of 2005 (ISO 19005-2, 6.6.2.3.1), and those of PDF/A itself.
_PREDEFINED = frozenset(
    [
        DC,
        XMP,
        XMP_MM,
        PDFA_ID,
        "http://ns.adobe.com/xap/1.0/rights/",
        "http://ns.adobe.com/xap/1.0/bj/",
        "http://ns.adobe.com/xap/1.0/t/pg/",
        "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
        "http://ns.adobe.com/photoshop/1.0/",
        "http://ns.adobe.com/camera-raw-settings/1.0/",
        "http://ns.adobe.com/tiff/1.0/",
        "http://ns.adobe.com/exif/1.0/",
        "http://ns.adobe.com/exif/1.0/aux/",
        "http://www.aiim.org/pdfa/ns/extension/",
    ]
)
_PDF_PREDEFINED = ("Keywords", "PDFVersion", "Producer")
_WTPDF = "http://pdfa.org/declarations/wtpdf#accessibility1.0"
_DATE = re.compile(r"(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?[.\d]*(Z|[+-]\d\d:?'?\d\d'?)?")


def ask_identification(subject: Subject) -> None:
    """Info, XMP, and both together."""
    info = ask_information(subject)
    packet = _packet(subject)
    if packet is None:
        return
    _ask_claims(subject, packet)
    for (namespace, name), message in _WANTED.items():
        if not packet.one(namespace, name):
            subject.told.tell(message)
    for attribute in sorted(packet.wrapper & {"bytes", "encoding"}):
        subject.told.tell("preflight.xmp.wrapper", name=attribute)
    _ask_extensions(subject, packet)
    ask_properties(subject, packet)
    _ask_twins(subject, info, packet)


def _packet(subject: Subject) -> Packet | None:
    import pikepdf

    stream = subject.document.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        subject.told.tell("preflight.xmp.missing")
        return None
    if str(stream.get("/Type")) != "/Metadata" or str(stream.get("/Subtype")) != "/XML":
        subject.told.tell("preflight.xmp.stream_kind")
    data = decoded(stream, subject.name, _MOST)
    if data.startswith(_WIDE):
        subject.told.tell("preflight.xmp.encoding")
        return None
    try:
        return read_packet(data)
    except NotXmpError as problem:
        subject.told.tell("preflight.xmp.malformed", reason=str(problem))
        return None


def _ask_claims(subject: Subject, packet: Packet) -> None:
    """The standards that the file claims, and the editions of them."""
    profile, tell = subject.profile, subject.told.tell
    version = packet.one(PDFX_ID, "GTS_PDFXVersion")
    if version != profile.pdfx:
        tell("preflight.xmp.pdfx_version", found=version, wanted=profile.pdfx)
    part, level = profile.pdfa[:1], profile.pdfa[1:]
    if (found := packet.one(PDFA_ID, "part")) != part:
        tell("preflight.xmp.pdfa_part", found=found, wanted=part)
    if (found := packet.one(PDFA_ID, "conformance")) != level:
        tell("preflight.xmp.pdfa_level", found=found, wanted=level)
    if (found := packet.one(PDFA_ID, "rev")) != "2020":
        tell("preflight.xmp.pdfa_revision", found=found)
    if (found := packet.one(PDFUA_ID, "part")) != str(profile.pdfua):
        tell("preflight.xmp.pdfua_part", found=found, wanted=profile.pdfua)
    if (found := packet.one(PDFUA_ID, "rev")) != "2024":
        tell("preflight.xmp.pdfua_revision", found=found)
    if _WTPDF not in packet.conforms:
        tell("preflight.xmp.declaration")


def _ask_extensions(subject: Subject, packet: Packet) -> None:
    """Properties that PDF/A knows nothing of and that nobody declares."""
    for namespace, name in packet.values:
        known = namespace in _PREDEFINED or (namespace == PDF and name in _PDF_PREDEFINED)
        if not known and (namespace, name) not in packet.declared:
            subject.told.tell("preflight.xmp.undeclared", name=f"{namespace}{name}")


def _ask_twins(subject: Subject, info: Mapping[str, str], packet: Packet) -> None:
    for key, (namespace, name, message) in _TWINS.items():
        one, two = info.get(key, "").strip(), packet.one(namespace, name)
        if one and two and one != two:
            subject.told.tell(message, info=one, xmp=two)
    for key, (name, message) in _DATES.items():
        one, two = info.get(key, ""), packet.one(XMP, name)
        if one and two and _moment(one.removeprefix("D:")) != _moment(two):
            subject.told.tell(message, info=one, xmp=two)


def _moment(date: str) -> datetime | str:
    """A date of either form as a moment; as it stands where it is none."""
    match = _DATE.match(date)
    if match is None:
        return date
    year, *rest = (int(number) for number in match.groups()[:6] if number)
    zone = (match[7] or "Z").replace("'", "").replace(":", "").replace("Z", "+0000")
    fields = [year, *rest, *(1, 1, 0, 0, 0)[len(rest) :]]
    try:
        return datetime.strptime("{:04}{:02}{:02}{:02}{:02}{:02}".format(*fields) + zone, "%Y%m%d%H%M%S%z").astimezone(
            UTC
        )
    except (ValueError, OverflowError):
        return date
