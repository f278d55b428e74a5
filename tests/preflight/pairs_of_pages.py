"""Pairs of boxes, annotations, fonts, pictures, colour, ink, transparency and screening."""

from __future__ import annotations

import zlib
from io import BytesIO
from random import Random
from typing import Any

from pairs import Edit, Pair, descriptor, elements, font, image, page_of, paint, put, recontent, state, text
from pikepdf import Array, Dictionary, Name, Pdf, StreamDecodeLevel, String
from PIL import Image
from sound_files import CHARACTERS, MEDIA, TRIM, face, profile_bytes, to_unicode
from sound_trees import annotate

_AREA = "20 60 30 10 re f"


def _grown(box: list[int], by: int) -> Array:
    return Array([box[0] - by, box[1] - by, box[2] + by, box[3] + by])


def _second_page(pdf: Pdf, **entries: Any) -> None:
    """A page more, like the first but for some entries."""
    pdf.pages.append(pdf.pages[0])
    for key, value in entries.items():
        pdf.pages[1].obj[f"/{key}"] = value


def noted(kind: str, tag: str = "Annot", **entries: Any) -> Edit:
    """An annotation on the page, in an element of its own where the page is tagged."""

    def edit(pdf: Pdf) -> None:
        annotation = Dictionary(Subtype=Name(f"/{kind}"), Rect=Array([100, 100, 110, 110]), Contents=String("A note"))
        for key, value in entries.items():
            if value is None:
                del annotation[f"/{key}"]
            else:
                annotation[f"/{key}"] = value(pdf) if callable(value) else value
        element = None
        if "/StructTreeRoot" in pdf.Root:
            holder = elements(pdf)["Sect"][0]
            element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=holder))
            holder.K.append(element)
        annotate(pdf, annotation, element)

    return edit


def field(**entries: Any) -> Edit:
    """A form field on the page, with a look of nothing."""

    def edit(pdf: Pdf) -> None:
        noted("Widget", "Form", AP=look, FT=Name.Tx, T=String("one"), **entries)(pdf)
        pdf.Root.AcroForm = Dictionary(Fields=Array([page_of(pdf).Annots[-1]]))

    return edit


def look(pdf: Pdf) -> Any:
    """A look of nothing."""
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 10, 10])
    return Dictionary(N=form)


def _two_looks(pdf: Pdf) -> Any:
    looks = look(pdf)
    looks.D = looks.N
    return looks


def link(**entries: Any) -> Edit:
    """Entries of the page's link."""

    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del page_of(pdf).Annots[0][f"/{key}"]
            else:
                page_of(pdf).Annots[0][f"/{key}"] = value

    return edit


def _renamed(name: str) -> Edit:
    def edit(pdf: Pdf) -> None:
        for one in (font(pdf), font(pdf).DescendantFonts[0]):
            one.BaseFont = Name(f"/{name}")
        descriptor(pdf).FontName = Name(f"/{name}")

    return edit


def _nameless(pdf: Pdf) -> None:
    for one in (font(pdf), font(pdf).DescendantFonts[0]):
        del one.BaseFont


def _read_as(character: str) -> Edit:
    """The first character of the page is read as another one."""
    characters = dict(face()[1])
    characters[character] = characters.pop(CHARACTERS[0])
    return lambda pdf: font(pdf).ToUnicode.write(to_unicode(characters))


def _fine_grain(pdf: Pdf) -> None:
    """A photograph of grain, at 600 pixels to the inch."""
    recontent("24 0 0 24 170 120 cm", "12 0 0 12 170 120 cm")(pdf)
    page_of(pdf).Resources.XObject.Im1.write(Random(7).randbytes(10_000))


def _drawn_glyphs(pdf: Pdf) -> Dictionary:
    glyph = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    drawn = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 600]), CharProcs=Dictionary(a=glyph)
    )
    drawn.FontMatrix = Array([0.001, 0, 0, 0.001, 0, 0])
    drawn.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a]))
    drawn.FirstChar, drawn.LastChar, drawn.Widths, drawn.Resources = 97, 97, Array([600]), Dictionary()
    return Dictionary(F3=drawn)


def _picture(pdf: Pdf, data: bytes, **entries: Any) -> Dictionary:
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, **entries)
    return Dictionary(Im2=made)


def _form(**entries: Any) -> Any:
    def make(pdf: Pdf) -> Dictionary:
        made = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **entries)
        return Dictionary(Fm1=made)

    return make


def _tint(*most: float) -> Dictionary:
    count = len(most)
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * count), C1=Array(list(most)), N=1)


def _spot(name: str, space: str = "DeviceCMYK", most: tuple[float, ...] = (0, 1, 1, 0)) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), Name(f"/{space}"), _tint(*most)])


def _cut(pdf: Pdf) -> None:
    """The picture's data ends in the middle."""
    data = zlib.compress(bytes(range(100)) * 100)
    page_of(pdf).Resources.XObject.Im1.write(data[: len(data) // 2], filter=Name.FlateDecode)


def _no_end(pdf: Pdf) -> None:
    """A JPEG without its last bytes."""
    out = BytesIO()
    Image.new("L", (100, 100), 99).save(out, "JPEG")
    page_of(pdf).Resources.XObject.Im1.write(out.getvalue()[:-200], filter=Name.DCTDecode)


def _profiled(name: str, count: int) -> Any:
    """A space with a profile of its own."""
    return lambda pdf: Dictionary(S1=Array([Name.ICCBased, pdf.make_stream(profile_bytes(name), N=count)]))


def _changed(at: int | None, new: bytes) -> Any:
    """A space whose profile has other bytes at a place, or calls a tag (where there is no place) by another name."""
    data = profile_bytes("srgb")
    data = data.replace(new, b"xxxx", 1) if at is None else data[:at] + new + data[at + len(new) :]
    return lambda pdf: Dictionary(S1=Array([Name.ICCBased, pdf.make_stream(data, N=3)]))


def _mask(pdf: Pdf) -> Dictionary:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Group=group)
    return Dictionary(X=Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=form)))


def _inline(entries: str) -> str:
    return f"q 10 0 0 10 30 30 cm BI {entries} ID \x80\x0b\x60\nEI Q"


def _stateful(pdf: Pdf) -> Any:
    """A look by states, as a button has it."""
    return Dictionary(N=Dictionary(On=look(pdf).N))


def _turn(_: Pdf) -> Dictionary:
    """An action that an archive takes elsewhere."""
    return Dictionary(S=Name.Named, N=Name.NextPage)


def _eight_bit_mask(pdf: Pdf) -> None:
    """The picture is a mask, and says to have 8 bits."""
    picture = page_of(pdf).Resources.XObject.Im1
    picture.ImageMask = True
    del picture["/ColorSpace"]
    recontent("24 0 0 24 170 120 cm", "8 0 0 8 170 120 cm")(pdf)


def _eight_bit_mask_of_another(pdf: Pdf) -> None:
    """The picture has a mask that says to have 8 bits."""
    mask = pdf.make_stream(b"\0" * 64, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, ImageMask=True)
    mask.BitsPerComponent = 8
    image(Mask=mask)(pdf)


def _many() -> Array:
    """A space of 33 inks, each described."""
    names = [f"Ink{number}" for number in range(33)]
    described = Dictionary({f"/{name}": _spot(name) for name in names})
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1] * 33), C0=Array([0] * 4), C1=Array([0] * 4), N=1)
    inks = Array([Name(f"/{name}") for name in names])
    return Array([Name.DeviceN, inks, Name.DeviceCMYK, tint, Dictionary(Colorants=described)])


_MEANINGS = {"S1": _spot("Spot"), "S2": _spot("Spot", most=(1, 0, 0, 0))}
_NO_COLORANTS = Array([Name.DeviceN, Array([Name.Spot]), Name.DeviceCMYK, _tint(0, 1, 1, 0)])
_LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
_CALIBRATED = Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
_FULL = {"Width": 100, "Height": 100, "BitsPerComponent": 8}

SHEETS = [
    Pair("boxes.empty", "x4", put(BleedBox=Array([0, 0, 0, 0]))),
    Pair("boxes.empty", "x1a", put(BleedBox=Array([0, 0, 210]))),
    Pair("boxes.size", "x4", put(MediaBox=Array([0, 0, 15000, 170]))),
    Pair("boxes.size", "a2", put(ArtBox=Array([20, 20, 22, 40]))),
    Pair("boxes.trim-or-art", "x1a", put(TrimBox=None)),
    Pair("boxes.trim-or-art", "x4", put(ArtBox=Array(TRIM))),
    Pair("boxes.trim-outside", "x4", put(BleedBox=None, TrimBox=_grown(MEDIA, 3))),
    Pair("boxes.trim-outside", "a2", put(BleedBox=None, TrimBox=Array([10, 10, 230, 160]))),
    Pair("boxes.bleed-cuts", "x4", put(BleedBox=Array([5, 5, 205, 165]))),
    Pair("boxes.bleed-outside", "x1a", put(BleedBox=_grown(MEDIA, 5))),
    Pair("boxes.crop-cuts-trim", "x1a", put(CropBox=Array([20, 10, 210, 160]))),
    Pair("boxes.crop-cuts-bleed", "x4", put(CropBox=Array(TRIM))),
    Pair("boxes.user-unit", "x1a", put(UserUnit=2)),
    Pair("boxes.user-unit", "x4", put(UserUnit=1.5)),
    Pair("boxes.rotated", "x4", put(Rotate=90)),
    Pair("boxes.sizes-differ", "x4", lambda pdf: _second_page(pdf, TrimBox=Array([10, 10, 190, 160]))),
    Pair("boxes.separated", "x1a", put(SeparationInfo=Dictionary(DeviceColorant=Name.Black))),
    Pair("boxes.nothing-painted", "x4", lambda pdf: _second_page(pdf, Contents=pdf.make_stream(b"q Q"))),
    Pair("annotations.on-page", "x1a", noted("Text")),
    Pair("annotations.on-page", "x4", noted("Link")),
    Pair("annotations.on-page", "xa", noted("Link", "Link")),
    Pair("annotations.kind", "a2", noted("Movie", AP=look)),
    Pair("annotations.no-flags", "a2", link(F=None)),
    Pair("annotations.not-printed", "a2", link(F=0)),
    Pair("annotations.not-printed", "a2", link(F=4 | 32)),
    Pair("annotations.no-appearance", "a2", noted("Square")),
    Pair("annotations.appearances", "a2", noted("Square", AP=_two_looks)),
    Pair("annotations.states", "a2", noted("Square", AP=_stateful)),
    Pair("annotations.states", "a4", noted("Square", AP=_stateful)),
    Pair("annotations.acts", "a2", field(TU=String("A name"), A=_turn)),
    Pair("annotations.acts", "a4", field(TU=String("A name"), A=_turn)),
    Pair("content.no-resource", "x4", paint("/Nowhere gs")),
    Pair("content.no-resource", "a2", paint("/Nowhere Do")),
    Pair("content.operator", "x1a", paint("foo")),
    Pair("content.operator", "a4", paint("BX foo EX")),
    Pair("fonts.not-embedded", "x4", lambda pdf: descriptor(pdf).__delitem__("/FontFile3")),
    Pair("fonts.not-embedded", "a2", lambda pdf: descriptor(pdf).__delitem__("/FontFile3")),
    Pair("fonts.no-tag", "x4", _renamed("NotoSerifCJKsc-Regular")),
    Pair("fonts.base-name", "a2", _nameless),
    Pair("fonts.no-unicode", "a2", lambda pdf: font(pdf).__delitem__("/ToUnicode")),
    Pair("fonts.no-unicode", "a4", lambda pdf: font(pdf).__delitem__("/ToUnicode")),
    Pair("fonts.unicode-value", "a2", _read_as("\0")),
    Pair("fonts.unicode-value", "a4", _read_as("\ufeff")),
    Pair("fonts.no-glyph", "a2", paint("BT /F1 12 Tf 20 40 Td <0000> Tj ET")),
    Pair("fonts.glyph-map", "a2", lambda pdf: font(pdf).DescendantFonts[0].__setitem__("/Subtype", Name.CIDFontType2)),
    Pair("fonts.cmap", "a2", lambda pdf: font(pdf).__setitem__("/Encoding", Name("/Foo-H"))),
    Pair("fonts.open-type", "x1a", lambda pdf: descriptor(pdf).FontFile3.__setitem__("/Subtype", Name.OpenType)),
    Pair("fonts.type-three", "x4", paint("/Over gs 0 g BT /F3 12 Tf 20 40 Td (a) Tj ET", Font=_drawn_glyphs)),
    Pair("fonts.courier", "x4", _renamed("ABCDEF+Courier")),
    Pair("images.damaged", "x4", _cut, {"stream_decode_level": StreamDecodeLevel.none}),
    Pair("images.damaged", "a2", _no_end, {"stream_decode_level": StreamDecodeLevel.none}),
    Pair("images.postscript", "x4", image(Subtype=Name.PS)),
    Pair("images.reference", "a2", paint("/Fm1 Do", XObject=_form(Ref=Dictionary()))),
    Pair("images.opi", "x1a", image(OPI=Dictionary())),
    Pair("images.opi", "a2", paint("/Fm1 Do", XObject=_form(OPI=Dictionary()))),
    Pair("images.alternates", "x4", image(Alternates=Array())),
    Pair("images.interpolated", "a2", image(Interpolate=True)),
    Pair("images.bits", "x4", image(BitsPerComponent=3)),
    Pair("images.mask-bits", "x4", _eight_bit_mask),
    Pair("images.mask-bits", "a2", _eight_bit_mask_of_another),
    Pair("images.sixteen-bits", "x1a", image(BitsPerComponent=16, Width=50)),
    Pair("images.jpx", "x1a", lambda pdf: page_of(pdf).Resources.XObject.Im1.write(b"x", filter=Name.JPXDecode)),
    Pair("images.jbig2", "x1a", lambda pdf: page_of(pdf).Resources.XObject.Im1.write(b"x", filter=Name.JBIG2Decode)),
    Pair("images.inline-lzw", "x4", paint(_inline("/W 1 /H 1 /CS /G /BPC 8 /F /LZW"))),
    Pair("images.soft-mask", "x1a", lambda pdf: image(SMask=page_of(pdf).Resources.XObject.Im1)(pdf)),
    Pair("images.coarse", "x1a", recontent("24 0 0 24 170 120 cm", "60 0 0 60 140 90 cm")),
    Pair("images.coarse", "x4", recontent("24 0 0 24 170 120 cm", "24 0 0 60 140 90 cm")),
    Pair("images.unprintable", "x4", recontent("24 0 0 24 170 120 cm", "120 0 0 24 90 120 cm")),
    Pair("images.fine", "x4", _fine_grain),
    Pair("images.line-art", "x4", image(BitsPerComponent=1)),
    Pair(
        "images.ink",
        "x4",
        paint(
            "q 24 0 0 24 100 30 cm /Im2 Do Q",
            XObject=lambda pdf: _picture(pdf, b"\xff" * 40_000, ColorSpace=Name.DeviceCMYK, **_FULL),
        ),
    ),
]
# A tint of 200 %, which knocks out.
_DARK = "/Off gs 0.8 0.8 0.4 0 k 20 60 60 30 re f"


def _over_a_picture(pdf: Pdf) -> None:
    """A black bar overprints a picture of 200 % in four inks."""
    picture = pdf.make_stream(bytes((204, 204, 102, 0)) * 10_000, Subtype=Name.Image, Width=100, Height=100)
    picture.BitsPerComponent, picture.ColorSpace = 8, Name.DeviceCMYK
    bar = "q /Off gs 40 0 0 30 20 60 cm /Im9 Do Q q /Over gs 0 0 0 1 k 30 65 20 15 re f Q"
    paint(bar, XObject={"Im9": picture})(pdf)


INKS = [
    Pair("colour.rgb", "x1a", paint(f"1 0 0 rg {_AREA}")),
    Pair("colour.rgb", "x4", paint("1 0 0 RG 20 60 m 40 60 l S")),
    Pair("colour.rgb", "x1a", image(ColorSpace=Name.DeviceRGB, Width=66, Height=50)),
    Pair("colour.inks", "web", paint(f"1 0 0 0 k {_AREA}")),
    Pair(
        "colour.inks", "web", paint(f"/S1 cs 1 scn {_AREA}", ColorSpace={"S1": _spot("Spot", "DeviceRGB", (1, 0, 0))})
    ),
    Pair("colour.inks", "web", paint(f"/S1 cs 1 0 0 0 sc {_AREA}", ColorSpace=_profiled("newsprint", 4))),
    Pair("colour.inks", "web", image(ColorSpace=Name.DeviceCMYK, Width=25)),
    Pair("colour.lab", "x1a", paint(f"/S1 cs 50 0 0 sc {_AREA}", ColorSpace={"S1": _LAB})),
    Pair("colour.calibrated", "x1a", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace={"S1": _CALIBRATED})),
    Pair("colour.icc-based", "x1a", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace=_profiled("srgb", 3))),
    Pair("colour.managed", "x4", paint(f"/S1 cs 50 0 0 sc {_AREA}", ColorSpace={"S1": _LAB})),
    Pair("colour.managed", "x4", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace=_profiled("srgb", 3))),
    Pair("colour.alternate", "x1a", paint("/S1 cs", ColorSpace={"S1": _spot("Black", "DeviceRGB", (0, 0, 0))})),
    Pair("colour.two-values", "a2", paint(f"/S1 cs 1 scn {_AREA} /S2 cs 1 scn {_AREA}", ColorSpace=_MEANINGS)),
    Pair("colour.colorants", "a2", paint(f"/S1 cs 1 scn {_AREA}", ColorSpace={"S1": _NO_COLORANTS})),
    Pair("colour.many-colorants", "a2", paint("/S1 cs", ColorSpace={"S1": _many()})),
    Pair("colour.no-intent", "a2", paint(f"1 0 0 rg {_AREA}")),
    Pair("colour.no-intent", "a4", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    Pair("colour.profile", "a2", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace=_changed(12, b"link"))),
    Pair("colour.profile", "a4", paint(f"/S1 cs 1 sc {_AREA}", ColorSpace=_profiled("srgb", 1))),
    Pair("colour.profile", "a2", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace=_changed(8, b"\x05"))),
    Pair("colour.profile-tags", "a2", paint(f"/S1 cs 1 0 0 sc {_AREA}", ColorSpace=_changed(None, b"wtpt"))),
    Pair(
        "colour.overprint-mode",
        "a2",
        paint(f"/S1 cs /Over gs 1 0 0 0 sc {_AREA}", ColorSpace=_profiled("newsprint", 4)),
    ),
    Pair("colour.rendering-intent", "a2", paint("/Vivid ri")),
    Pair("colour.rendering-intent", "a4", state(RI=Name.Vivid)),
    Pair("colour.spot-ink", "x4", paint(f"/Off gs /S1 cs 1 scn {_AREA}", ColorSpace={"S1": _spot("Spot")})),
    Pair("colour.registration", "x4", paint(f"/Off gs /S1 cs 0.5 scn {_AREA}", ColorSpace={"S1": _spot("All")})),
    Pair("ink.total", "x1a", paint(f"q /Off gs 1 1 1 0 k {_AREA} Q")),
    Pair("ink.total", "x4", paint("q /Off gs 0.9 0.8 0.8 0 K 2 w 20 60 m 60 60 l S Q")),
    Pair("ink.together", "x4", paint(f"q {_DARK} /Over gs 0 0 0 1 k 30 65 20 15 re f Q")),
    Pair("ink.together", "x4", paint(f"q {_DARK} /Over gs 0 0 0 1 K 9 w 30 70 m 70 70 l S Q")),
    Pair("ink.together", "x1a", _over_a_picture),
    Pair("ink.rich-text", "x4", paint(text(12, "0.4 0.3 0.3 1 k", "/Off gs"))),
    Pair("ink.rich-shape", "x4", paint(f"q /Off gs 0.4 0.3 0.3 1 k {_AREA} Q")),
    Pair("ink.rich-shape", "x1a", paint("q /Off gs 0.4 0.3 0.3 0.9 K 2 w 20 60 m 60 60 l S Q")),
    Pair("ink.small-coloured", "x4", paint(text(8, "1 1 0 0 k", "/Off gs"))),
    Pair("ink.small-reversed", "x4", paint(text(8, "0 0 0 0 k", "/Off gs"))),
    Pair("ink.tiny-text", "x4", paint(text(5, "0 0 0 1 k"))),
    Pair("ink.black-knocks-out", "x1a", paint(text(12, "0 0 0 1 k", "/Off gs"))),
    Pair("ink.white-overprints", "x4", paint(f"q /Over gs 0 0 0 0 k {_AREA} Q")),
    Pair("ink.white-overprints", "x1a", paint(text(12, "0 0 0 0 k"))),
    Pair("ink.colour-overprints", "x4", paint(f"q /Over gs 0 0 1 0 k {_AREA} Q")),
    Pair("ink.zero-line", "x4", paint("q 0 w 20 60 m 60 60 l S Q")),
    Pair("ink.hairline", "x4", paint("q 0.1 w 20 60 m 60 60 l S Q")),
    Pair("ink.hairline", "x1a", paint("q 0.1 0 0 0.1 0 0 cm 1 w 200 600 m 600 600 l S Q")),
    Pair("ink.hairline", "x4", paint("q 20 60 40 0.1 re f Q")),
    Pair("ink.hairline", "x1a", paint("q 1 0 0 1 20 60 cm 0 0 m 0.2 0 l 0.2 40 l 0 40 l h f Q")),
    Pair("ink.thin-coloured", "x4", paint("q /Off gs 0.3 w 1 1 0 0 K 20 60 m 60 60 l S Q")),
    Pair("transparency.opacity", "x1a", state(ca=0.5)),
    Pair("transparency.opacity", "x1a", state(CA=0.99)),
    Pair("transparency.mode", "x1a", state(BM=Name.Multiply)),
    Pair("transparency.mode-unknown", "x4", state(BM=Name.Fancy)),
    Pair("transparency.mode-unknown", "a2", state(BM=Name.Fancy)),
    Pair("transparency.soft-mask", "x1a", paint("/X gs", ExtGState=_mask)),
    Pair("transparency.group", "x1a", put(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    Pair("transparency.blend-space", "x4", put(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    Pair("screening.transfer", "x4", state(TR=Name.Identity)),
    Pair("screening.transfer", "a2", state(TR=Name.Identity)),
    Pair("screening.transfer-two", "x1a", state(TR2=Name.Identity)),
    Pair("screening.phase", "x1a", state(HTP=Array([0, 0]))),
    Pair("screening.phase", "a2", state(HTP=Array([0, 0]))),
    Pair("screening.origin", "a4", state(HTO=Array([0, 0]))),
    Pair("screening.halftone-type", "x4", state(HT=Dictionary(Type=Name.Halftone, HalftoneType=6))),
    Pair("screening.halftone-transfer", "a2", state(HT=Dictionary(HalftoneType=1, TransferFunction=Name.Identity))),
    Pair("screening.halftone-name", "a2", state(HT=Dictionary(HalftoneType=1, HalftoneName=String("Dots")))),
]
