"""The XMP of the small files, with the extension schemas that PDF/A-2 and 3 ask for."""

from __future__ import annotations

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_SHARED = """<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2024-01-02T03:04:05+08:00</xmp:CreateDate>
<xmp:ModifyDate>2024-01-02T04:05:06+08:00</xmp:ModifyDate>
<xmp:MetadataDate>2024-01-02T04:05:06+08:00</xmp:MetadataDate>
<xmp:CreatorTool>jxprint tests</xmp:CreatorTool>
<pdf:Producer>pikepdf</pdf:Producer>
"""
_MANAGED = """<xmpMM:DocumentID>uuid:11111111-2222-3333-4444-555555555555</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
"""
_CLAIMS = {
    "a2": "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    "a3": "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    "a4": "<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>"
    "<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>",
}
_CLAIMS["xa"] = _CLAIMS["a2"]
_CLAIMS["web"] = "<pdfuaid:part>1</pdfuaid:part>"
_CLAIMS["a4f"] = _CLAIMS["a4"] + "<pdfaid:conformance>F</pdfaid:conformance>"
_DECLARED = """<pdfd:declarations><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
</rdf:Bag></pdfd:declarations>
"""
_SCHEMAS = (
    ("PDF/UA identification", "pdfuaid", "part", "Integer"),
    ("PDF/X identification", "pdfxid", "GTS_PDFXVersion", "Text"),
    ("Adobe PDF", "pdf", "Trapped", "Text"),
)


def packet(kind: str, title: str) -> bytes:
    """The packet of a kind of file."""
    body = _SHARED.format(title=title) + _CLAIMS.get(kind, "")
    if kind in ("x4", "xa"):
        body += _MANAGED
    if kind in ("a4", "a4f"):
        body += _DECLARED
    if kind in ("a2", "a3", "xa"):
        body += _extensions()
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{body}</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _extensions() -> str:
    schemas = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{told}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_SPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{told}</pdfaProperty:description></rdf:li>"
        "</rdf:Seq></pdfaSchema:property></rdf:li>"
        for told, prefix, name, kind in _SCHEMAS
    )
    return f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>\n"
