"""Pairs of the file, its catalog, its names and dates, and its output intents."""

from __future__ import annotations

from typing import Any

import pikepdf
from pairs import Pair, info, intent, nothing, page_of, put, root, xmp
from pikepdf import Array, Dictionary, Name, Pdf, String
from sound_files import attach, profile_bytes

_PACKED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "force_version": "1.5"}
_AS_IT_IS = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def _stream(filter_name: str, data: bytes = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", **entries: Any) -> Any:
    """A stream somewhere in the file."""

    def edit(pdf: Pdf) -> None:
        stream = pdf.make_stream(b"", **entries)
        if filter_name:
            stream.write(data, filter=Name(f"/{filter_name}"), decode_parms=entries.get("DecodeParms"))
        pdf.Root.Extra = stream

    return edit


def _attached(**changes: Any) -> Any:
    def edit(pdf: Pdf) -> None:
        specification = pdf.Root.Names.EmbeddedFiles.Names[1]
        for key, value in changes.items():
            if value is None:
                del specification[f"/{key}"]

    return edit


def _without_kind(pdf: Pdf) -> None:
    del pdf.Root.Names.EmbeddedFiles.Names[1].EF.F.Subtype


def _layers(**changes: Any) -> Any:
    """A layer, with a configuration that is sound but for some changes."""

    def edit(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
        chosen = Dictionary(Name=String("Usual"), Order=Array([group]), **changes)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=chosen)

    return edit


def _unnamed(pdf: Pdf) -> None:
    _layers()(pdf)
    del pdf.Root.OCProperties.D.Name


def _named_twice(pdf: Pdf) -> None:
    _layers()(pdf)
    pdf.Root.OCProperties.Configs = Array([Dictionary(Name=String("Usual"))])


def _unordered(pdf: Pdf) -> None:
    _layers()(pdf)
    pdf.Root.OCProperties.D.Order = Array()


def _two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.make_indirect(Dictionary(dict(pdf.Root.OutputIntents[0].items()))))


def _profile(change: Any, **entries: Any) -> Any:
    """The output profile with other bytes."""

    def edit(pdf: Pdf) -> None:
        stream = pdf.Root.OutputIntents[0].DestOutputProfile
        data = bytearray(profile_bytes())
        change(data)
        stream.write(bytes(data))
        for key, value in entries.items():
            stream[f"/{key}"] = value

    return edit


def _set(at: int, value: bytes) -> Any:
    return lambda data: data.__setitem__(slice(at, at + len(value)), value)


def _without(tag: bytes) -> Any:
    """The tag has a name that nobody knows."""
    return lambda data: _set(data.index(tag, 128), b"xxxx")(data)


def _zeroed(tag: bytes) -> Any:
    """The tag holds nothing but zeros."""

    def change(data: bytearray) -> None:
        at = data.index(tag, 128)
        begin, length = (int.from_bytes(data[at + part : at + part + 4], "big") for part in (4, 8))
        data[begin : begin + length] = bytes(length)

    return change


def _cut(data: bytearray) -> None:
    del data[-100:]


def _other_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[1].DestOutputProfile = pdf.make_stream(profile_bytes(), N=4)


def _wide(pdf: Pdf) -> None:
    """The packet is written in UTF-16."""
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().decode().encode("utf-16"))


def _prefixed(prefix: str) -> Any:
    """Another prefix stands for a namespace, everywhere but in the extension schema that names it."""

    def edit(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode()
        for form in ("xmlns:{}=", "<{}:", "</{}:"):
            before = before.replace(form.format(prefix), form.format("other"))
        pdf.Root.Metadata.write(before.encode())

    return edit


def _author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = String("One")
    xmp("<pdf:Producer>", "<dc:creator><rdf:Seq><rdf:li>Two</rdf:li></rdf:Seq></dc:creator><pdf:Producer>")(pdf)


def _subject(pdf: Pdf) -> None:
    pdf.docinfo["/Subject"] = String("One")
    told = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Two</rdf:li></rdf:Alt></dc:description>'
    xmp("<pdf:Producer>", f"{told}<pdf:Producer>")(pdf)


def _keywords(pdf: Pdf) -> None:
    pdf.docinfo["/Keywords"] = String("one")
    xmp("<pdf:Producer>", "<pdf:Keywords>two</pdf:Keywords><pdf:Producer>")(pdf)


def _bent(old: bytes, new: bytes) -> Any:
    def bend(data: bytes) -> bytes:
        assert old in data, old
        return data.replace(old, new)

    return bend


def _comment(data: bytes) -> bytes:
    line = data.split(b"\n", 2)[1]
    return data.replace(line, b"%" + b"a" * (len(line) - 1), 1)


def _lost(data: bytes) -> bytes:
    """The number behind startxref leads into the void."""
    return data[: data.rindex(b"startxref")] + b"startxref\n77\n%%EOF\n"


_BAG = "<rdf:Bag><rdf:li>A</rdf:li></rdf:Bag>"
_SCRIPT = Dictionary(S=Name.JavaScript, JS=String("0"))
_NEXT = Dictionary(S=Name.Named, N=Name.NextPage)
_TURN = Dictionary(S=Name.Named, N=Name.Print)

FILES = [
    Pair("file.mended", "a2", nothing, bent=_lost),
    Pair("file.header-start", "a2", nothing, bent=lambda data: b"junk\n" + data),
    Pair("file.header-version", "x1a", nothing, {"force_version": "1.6"}),
    Pair("file.header-version", "x4", nothing, {"force_version": "1.7"}),
    Pair("file.header-version", "a2", nothing, {"force_version": "2.0"}),
    Pair("file.header-version", "a4", nothing, {"force_version": "1.7"}),
    Pair("file.binary-comment", "a2", nothing, bent=_comment),
    Pair("file.catalog-version", "x1a", root(Versioo=Name("/1.6")), bent=_bent(b"/Versioo", b"/Version")),
    Pair("file.identifiers", "x1a", nothing, bent=_bent(b"/ID [", b"/IX [")),
    Pair("file.identifiers", "a4", nothing, bent=_bent(b"/ID [", b"/IX [")),
    Pair("file.after-end", "a2", nothing, bent=lambda data: data + b"more\n"),
    Pair("file.packed", "x1a", nothing, _PACKED, _bent(b"%PDF-1.5", b"%PDF-1.4")),
    Pair("file.data-outside", "x1a", _stream("", F=String("other.bin"))),
    Pair("file.data-outside", "a2", _stream("", FFilter=Name.FlateDecode)),
    Pair("file.lzw", "x1a", _stream("LZWDecode"), _AS_IT_IS),
    Pair("file.lzw", "a2", _stream("LZWDecode"), _AS_IT_IS),
    Pair("file.filter-unknown", "x4", _stream("FooDecode"), _AS_IT_IS),
    Pair(
        "file.crypt-filter",
        "a2",
        _stream("Xrypt", DecodeParms=Dictionary(Name=Name.Foo)),
        _AS_IT_IS,
        _bent(b"/Xrypt", b"/Crypt"),
    ),
    Pair("actions.script", "x4", root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _SCRIPT]))))),
    Pair("actions.script", "a2", root(OpenAction=_SCRIPT)),
    Pair("actions.forbidden", "a2", root(OpenAction=Dictionary(S=Name.Launch, F=String("x")))),
    Pair("actions.forbidden", "x4", root(OpenAction=Dictionary(S=Name.ResetForm))),
    Pair("actions.any", "x1a", root(OpenAction=Dictionary(S=Name.URI, URI=String("https://example.org")))),
    Pair("actions.any", "x4", lambda pdf: root(OpenAction=Dictionary(S=Name.GoTo, D=Array([page_of(pdf)])))(pdf)),
    Pair("actions.named", "a2", root(OpenAction=_TURN)),
    Pair("actions.additional", "a2", root(AA=Dictionary())),
    Pair("actions.additional", "x1a", put(AA=Dictionary())),
    Pair("actions.triggers", "a4", put(AA=Dictionary(O=_NEXT))),
    Pair("attached.forbidden", "a2", attach),
    Pair("attached.forbidden", "x1a", attach),
    Pair("attached.forbidden", "a4", attach),
    Pair("attached.none", "a4f", root(Names=None, AF=None)),
    Pair("attached.names", "a3", _attached(UF=None)),
    Pair("attached.relationship", "a3", _attached(AFRelationship=None)),
    Pair("attached.relationship", "a4f", _attached(AFRelationship=None)),
    Pair("attached.undescribed", "a4f", _attached(Desc=None)),
    Pair("attached.kind", "a4f", _without_kind),
    Pair("catalog.dynamic-form", "a2", root(AcroForm=Dictionary(Fields=Array(), XFA=String("")))),
    Pair("catalog.need-appearances", "a2", root(AcroForm=Dictionary(Fields=Array(), NeedAppearances=True))),
    Pair("catalog.needs-rendering", "a2", root(NeedsRendering=True)),
    Pair("catalog.requirements", "a2", root(Requirements=Array())),
    Pair("catalog.presentations", "a2", put(PresSteps=Dictionary())),
    Pair("catalog.presentations", "a4", root(Names=Dictionary(AlternatePresentations=Dictionary(Names=Array())))),
    Pair("catalog.permissions", "a2", root(Perms=Dictionary(Other=Dictionary()))),
    Pair("catalog.view-area", "x1a", root(ViewerPreferences=Dictionary(ViewClip=Name.TrimBox))),
    Pair("layers.any", "x1a", _layers()),
    Pair("layers.unnamed", "a2", _unnamed),
    Pair("layers.named-twice", "a2", _named_twice),
    Pair("layers.unordered", "a2", _unordered),
    Pair("layers.automatic", "a2", _layers(AS=Array())),
    Pair("info.any", "a4", info(Title=String("Sound page"))),
    Pair("info.pdfx-version", "x1a", info(GTS_PDFXVersion=String("PDF/X-3:2003"))),
    Pair("info.pdfx-conformance", "x1a", info(GTS_PDFXConformance=String("PDF/X-3"))),
    Pair("info.title", "x1a", info(Title=None)),
    Pair("info.creator", "x1a", info(Creator=None)),
    Pair("info.producer", "x1a", info(Producer=String(" "))),
    Pair("info.created", "x1a", info(CreationDate=None)),
    Pair("info.modified", "x1a", info(ModDate=None)),
    Pair("info.date-form", "x1a", info(ModDate=String("yesterday"))),
    Pair("info.trapped-unknown", "x1a", info(Trapped=Name.Unknown)),
    Pair("info.trapped-unknown", "x4", info(Trapped=None)),
    Pair("info.trapped-value", "x1a", info(Trapped=Name("/False_"))),
    Pair("info.trapped-value", "x1a", info(Trapped=String("False"))),
]
XMP = [
    Pair("xmp.missing", "a2", root(Metadata=None)),
    Pair("xmp.missing", "x4", root(Metadata=None)),
    Pair("xmp.stream-kind", "a2", lambda pdf: pdf.Root.Metadata.__delitem__("/Subtype")),
    Pair("xmp.malformed", "a2", xmp("</x:xmpmeta>", "")),
    Pair("xmp.malformed", "x4", xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta')),
    Pair("xmp.wrapper", "a2", xmp('W5M0MpCehiHzreSzNTczkc9d"', 'W5M0MpCehiHzreSzNTczkc9d" bytes="9"')),
    Pair("xmp.wrapper", "a4", xmp('W5M0MpCehiHzreSzNTczkc9d"', 'W5M0MpCehiHzreSzNTczkc9d" encoding="UTF-8"')),
    Pair("xmp.encoding", "a2", _wide),
    Pair("xmp.encoding", "a4", _wide),
    Pair("xmp.value", "a2", xmp("2024-01-02T04:05:06+08:00</xmp:MetadataDate>", "today</xmp:MetadataDate>")),
    Pair("xmp.value", "a2", xmp("<pdf:Producer>", "<dc:subject>one</dc:subject><pdf:Producer>")),
    Pair(
        "xmp.value",
        "a3",
        xmp("<pdf:Producer>", "<dc:creator><rdf:Bag><rdf:li>A</rdf:li></rdf:Bag></dc:creator><pdf:Producer>"),
    ),
    Pair("xmp.extension", "a2", xmp("<pdfaProperty:category>internal<", "<pdfaProperty:category>inside<")),
    Pair("xmp.extension", "a2", xmp("<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>", "")),
    Pair("xmp.prefix", "a2", _prefixed("pdfaid")),
    Pair("xmp.prefix", "a4", _prefixed("pdfuaid")),
    Pair("xmp.pdfx-version", "x4", xmp(">PDF/X-4<", ">PDF/X-5<")),
    Pair("xmp.pdfa-part", "a2", xmp("<pdfaid:part>2<", "<pdfaid:part>3<")),
    Pair("xmp.pdfa-part", "a4", xmp("<pdfaid:part>4</pdfaid:part>", "")),
    Pair("xmp.pdfa-level", "a2", xmp("conformance>A<", "conformance>B<")),
    Pair("xmp.pdfa-level", "a4", xmp("<pdfaid:rev>", "<pdfaid:conformance>E</pdfaid:conformance><pdfaid:rev>")),
    Pair("xmp.pdfa-level", "a4f", xmp("<pdfaid:conformance>F</pdfaid:conformance>", "")),
    Pair("xmp.pdfa-revision", "a4", xmp(">2020<", ">2019<")),
    Pair("xmp.pdfua-part", "a2", xmp("<pdfuaid:part>1<", "<pdfuaid:part>2<")),
    Pair("xmp.pdfua-revision", "a4", xmp(">2024<", ">2014<")),
    Pair("xmp.declaration", "a4", xmp("wtpdf#accessibility1.0", "wtpdf#other")),
    Pair("xmp.title", "x4", xmp(">Sound page<", "> <")),
    Pair("xmp.title", "a2", xmp("dc:title", "dc:rights")),
    Pair("xmp.created", "x4", xmp("xmp:CreateDate", "xmp:Other")),
    Pair("xmp.modified", "x4", xmp("xmp:ModifyDate", "xmp:Other")),
    Pair("xmp.described", "x4", xmp("xmp:MetadataDate", "xmp:Other")),
    Pair("xmp.document-id", "x4", xmp("xmpMM:DocumentID", "xmpMM:Other")),
    Pair("xmp.version-id", "x4", xmp("xmpMM:VersionID", "xmpMM:Other")),
    Pair("xmp.rendition", "x4", xmp("xmpMM:RenditionClass", "xmpMM:Other")),
    Pair("xmp.undeclared", "a2", xmp("<pdf:Producer>", '<a:b xmlns:a="urn:a">c</a:b><pdf:Producer>')),
    Pair("xmp.undeclared", "xa", xmp("<pdfaProperty:name>Trapped<", "<pdfaProperty:name>Other<")),
    Pair("agree.title", "x4", info(Title=String("Another page"))),
    Pair("agree.author", "x4", _author),
    Pair("agree.subject", "a2", _subject),
    Pair("agree.keywords", "a2", _keywords),
    Pair("agree.creator", "x4", info(Creator=String("Another program"))),
    Pair("agree.producer", "a2", info(Producer=String("Another program"))),
    Pair("agree.created", "x4", info(CreationDate=String("D:20240102030405+09'00'"))),
    Pair("agree.modified", "a2", info(ModDate=String("D:20240102040507+08'00'"))),
    Pair("agree.trapped", "x4", xmp("<pdf:Trapped>False", "<pdf:Trapped>True")),
    Pair("intent.pdfx", "x1a", root(OutputIntents=Array())),
    Pair("intent.pdfx", "x4", _two_intents),
    Pair("intent.pdfa", "a4", _two_intents),
    Pair("intent.condition", "x1a", intent(OutputConditionIdentifier=None)),
    Pair("intent.condition", "x4", intent(OutputConditionIdentifier=String(" "))),
    Pair("intent.no-registry", "x1a", intent(DestOutputProfile=None, RegistryName=None)),
    Pair("intent.no-profile", "x4", intent(DestOutputProfile=None)),
    Pair("intent.reference", "x4", intent(DestOutputProfileRef=Dictionary())),
    Pair("intent.damaged", "x4", _profile(_cut)),
    Pair("intent.damaged", "x1a", _profile(_set(36, b"ACSP"))),
    Pair("intent.device-class", "x4", _profile(_set(12, b"mntr"))),
    Pair("intent.device-class", "a2", _profile(_set(12, b"scnr"))),
    Pair("intent.space", "x4", _profile(_set(16, b"RGB "), N=3)),
    Pair("intent.version", "a2", _profile(_set(8, b"\x05"))),
    Pair("intent.version", "x4", _profile(_set(8, b"\x05"))),
    Pair("intent.version", "a4", _profile(_set(8, b"\x05"))),
    Pair("intent.tags", "x4", _profile(_without(b"desc"))),
    Pair("intent.tags", "x1a", _profile(_without(b"wtpt"))),
    Pair("intent.tags", "a2", _profile(_zeroed(b"cprt"))),
    Pair("intent.components", "x1a", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3)),
    Pair("intent.two-profiles", "xa", _other_profile),
    Pair("intent.other-profile", "x4", nothing, icc="srgb"),
]
