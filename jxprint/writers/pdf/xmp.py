"""The XMP packet (ISO 16684-1): what the information dictionary says, and what the file claims to be."""

from __future__ import annotations

import time
from collections.abc import Iterator

from jxprint.profile import USUAL, Profile
from jxprint.writers.pdf.metadata import CREATOR, PRODUCER, Metadata, Published

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
_WTPDF = ("wtpdf#accessibility1.0", "wtpdf#reuse1.0")
# Years of the parts of which the file has to say one (ISO 19005-4, 14289-2).
_A4_REVISION, _UA2_REVISION = 2020, 2024
# Properties outside the schemas that PDF/A-2 and 3 know have to be described (ISO 19005-2, 6.6.2.3): prefix, name,
# type, what it is.
_DESCRIBED = {
    "pdfuaid": (("part", "Integer", "Part of ISO 14289 to which the file conforms"),),
    "pdfxid": (("GTS_PDFXVersion", "Text", "Part of ISO 15930 to which the file conforms"),),
    "pdf": (("Trapped", "Text", "Whether the file has been trapped"),),
    "prism": (
        ("publicationName", "Text", "Name of the newspaper"),
        ("coverDate", "Text", "Date of the issue"),
        ("number", "Text", "Number of the issue"),
        ("section", "Text", "Sections of the pages"),
        ("startingPage", "Text", "Number of the first page"),
        ("endingPage", "Text", "Number of the last page"),
    ),
}


def xmp(metadata: Metadata, profile: Profile = USUAL) -> bytes:
    """The packet."""
    said = dict(_properties(metadata, profile))
    prefixes = dict.fromkeys(name.partition(":")[0] for name in said)
    described = _schemas(said) if profile.pdfa and profile.pdfa < "4" else ""
    spaces = "".join(f' xmlns:{prefix}="{_SPACES[prefix]}"' for prefix in prefixes)
    lines = "\n".join(f"<{name}>{value}</{name}>" for name, value in said.items())
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""{spaces}>
{lines}
</rdf:Description>
{described}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _properties(metadata: Metadata, profile: Profile) -> Iterator[tuple[str, str]]:
    """Names with their values as XML."""
    yield "dc:title", _alternatives(metadata.title)
    yield "dc:language", f"<rdf:Bag><rdf:li>{_escaped(metadata.language)}</rdf:li></rdf:Bag>"
    if metadata.statement:  # ISO 19005-1, table 1: what Subject says, dc:description says
        yield "dc:description", _alternatives(metadata.statement)
    yield "pdf:Producer", _escaped(PRODUCER)
    if metadata.epoch is not None:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(metadata.epoch))
        yield from (("xmp:CreateDate", stamp), ("xmp:ModifyDate", stamp))
        if profile.pdfx:
            yield "xmp:MetadataDate", stamp
    if profile.pdfx:
        yield "xmp:CreatorTool", CREATOR
        yield "pdf:Trapped", "False"
        # A file made again of the same is the same document in the same version.
        yield "xmpMM:DocumentID", f"uuid:{_uuid(metadata.identity)}"
        yield from (("xmpMM:VersionID", "1"), ("xmpMM:RenditionClass", "default"))
        if profile.version >= (1, 6):
            yield "pdfxid:GTS_PDFXVersion", profile.pdfx
    if profile.has_intent:
        yield from _published(metadata.published)
    if profile.pdfa:
        part, conformance = profile.pdfa[0], profile.pdfa[1:]
        yield "pdfaid:part", part
        if part >= "4":
            yield "pdfaid:rev", str(_A4_REVISION)
        if conformance:
            yield "pdfaid:conformance", conformance
    if metadata.is_tagged and profile.pdfua:
        yield "pdfuaid:part", str(profile.pdfua)
        if profile.pdfua > 1:
            yield "pdfuaid:rev", str(_UA2_REVISION)
    if metadata.is_tagged and profile.wtpdf:
        claims = "".join(
            f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{_SPACES["pdfd"]}{claim}</pdfd:conformsTo></rdf:li>'
            for claim in _WTPDF
        )
        yield "pdfd:declarations", f"<rdf:Bag>{claims}</rdf:Bag>"


def _published(published: Published) -> Iterator[tuple[str, str]]:
    """Where and when the pages appeared (PRISM 2.0, basic)."""
    said = {
        "publicationName": published.paper,
        "coverDate": published.day,
        "number": published.number,
        "section": "；".join(published.sections),
        "startingPage": published.first,
        "endingPage": published.last,
    }
    yield from ((f"prism:{name}", _escaped(value)) for name, value in said.items() if value)


def _schemas(said: dict[str, str]) -> str:
    """The description of the properties that PDF/A does not know by itself."""
    schemas = []
    for prefix, properties in _DESCRIBED.items():
        rows = [row for row in properties if f"{prefix}:{row[0]}" in said]
        if not rows:
            continue
        told = "".join(
            f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
            f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
            "<pdfaProperty:category>internal</pdfaProperty:category>"
            f"<pdfaProperty:description>{what}</pdfaProperty:description></rdf:li>\n"
            for name, kind, what in rows
        )
        schemas.append(
            f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{prefix}</pdfaSchema:schema>'
            f"<pdfaSchema:namespaceURI>{_SPACES[prefix]}</pdfaSchema:namespaceURI>"
            f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
            f"<pdfaSchema:property><rdf:Seq>{told}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
        )
    if not schemas:
        return ""
    return (
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        f"<pdfaExtension:schemas><rdf:Bag>\n{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas>\n"
        "</rdf:Description>\n"
    )


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


def _uuid(identity: str) -> str:
    """A digest as a UUID of version 8, whose bits are the maker's own (RFC 9562, 5.8)."""
    digits = f"{identity[:12]}8{identity[13:16]}8{identity[17:32]}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))


def _escaped(text: str) -> str:
    """Text as XML says it (the library's own escapes cost two milliseconds of start-up)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
