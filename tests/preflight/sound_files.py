"""Small files that meet a standard in full, made from nothing by pikepdf: what every pair begins with.

A page of 200 by 150 points with bleed, one face cut down, black text, a rule, a grey picture; for the archives a
structure tree with headings, a figure, a table, a list and a link. The first space is PDF's: origin at the bottom left.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String
from sound_trees import add_tree
from sound_xmp import packet

TREE = Path(__file__).resolve().parent.parent.parent
CHARACTERS = "嘉兴日报头版新闻一二三四五六"
MEDIA, BLEED, TRIM = [0, 0, 220, 170], [5, 5, 215, 165], [10, 10, 210, 160]
CREATED, MODIFIED = "D:20240102030405+08'00'", "D:20240102040506+08'00'"
TITLE = "Sound page"
# What content begins with: black alone, which overprints.
INKED = "/Over gs 0 0 0 1 k 0 0 0 1 K 1 w"

# Kind: the profile that it meets, the version of its header, whether it is tagged, whether it has an Info dictionary.
KINDS = {
    "x1a": ("press-x1a", "1.4", False, True),
    "x4": ("press-x4", "1.6", False, True),
    "a2": ("archive-a2", "1.7", True, True),
    "a3": ("archive-a3", "1.7", True, True),
    "a4": ("archive-a4", "2.0", True, False),
    "a4f": ("archive-a4f", "2.0", True, False),
    "xa": ("press-archive", "1.6", True, True),
    "web": ("web", "1.7", True, True),
}
PRESSES, ARCHIVES = ("x1a", "x4", "xa"), ("a2", "a3", "a4", "a4f", "xa")


@cache
def profile_bytes(name: str = "newsprint") -> bytes:
    """An ICC profile that comes along."""
    return (TREE / "assets" / "icc" / f"{name}.icc").read_bytes()


@cache
def face() -> tuple[bytes, dict[str, int], dict[int, int]]:
    """A face cut down to the characters: its CFF, the code (CID) of each character, the width of each code."""
    font = TTFont(TREE / "fonts" / "song-regular.otf")
    cut = subset.Subsetter(subset.Options(notdef_outline=True, desubroutinize=True))
    cut.populate(text=CHARACTERS)
    cut.subset(font)
    names = font.getGlyphOrder()
    codes = {name: int(name.removeprefix("cid")) if name.startswith("cid") else 0 for name in names}
    cmap, metrics, scale = font.getBestCmap(), font["hmtx"], 1000 / font["head"].unitsPerEm
    characters = {character: codes[cmap[ord(character)]] for character in CHARACTERS}
    widths = {codes[name]: round(metrics[name][0] * scale) for name in names}
    saved = BytesIO()
    font.save(saved)
    return TTFont(BytesIO(saved.getvalue())).getTableData("CFF "), characters, widths


def shown(text: str) -> str:
    """A text as a string of codes."""
    codes = face()[1]
    return "<" + "".join(f"{codes[character]:04X}" for character in text) + ">"


def words(text: str, x: float, y: float, size: float = 12) -> str:
    """Operators that show a text."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm {shown(text)} Tj ET"


def pieces(is_tagged: bool, start: str = INKED) -> list[str]:
    """The content of the page, in the order of reading; each piece is tagged, or an artifact."""
    plain = [
        ("H1", words("嘉兴日报", 20, 138, 18)),
        ("H2", words("头版新闻", 20, 120, 14)),
        ("P", words("一二三四五六", 20, 104)),
        ("Figure", "q 24 0 0 24 170 120 cm /Im1 Do Q"),
        ("TH", words("一", 20, 86)),
        ("TH", words("二", 50, 86)),
        ("TD", words("三", 20, 72)),
        ("TD", words("四", 50, 72)),
        ("Lbl", words("五", 100, 86)),
        ("LBody", words("六", 120, 86)),
        ("Link", words("新闻", 20, 50)),
    ]
    rule = "20 30 m 200 30 l S"
    if not is_tagged:
        return [start, *(operators for _, operators in plain), rule]
    told = [f"/{tag} <</MCID {mcid}>> BDC {operators} EMC" for mcid, (tag, operators) in enumerate(plain)]
    return [start, *told, artifact(rule)]


def artifact(operators: str) -> str:
    """Content that no reader is told."""
    return f"/Artifact <</Type /Layout>> BDC {operators} EMC"


@cache
def sound(kind: str) -> bytes:
    """A file of a kind."""
    with make(kind) as pdf:
        return saved(pdf, kind)


def saved(pdf: Pdf, kind: str, **options: Any) -> bytes:
    """A file's bytes, in the version of its kind."""
    out = BytesIO()
    chosen: dict[str, Any] = {"force_version": KINDS[kind][1], "deterministic_id": True, "linearize": False}
    # pikepdf would write its own version of the XMP packet.
    chosen["fix_metadata_version"] = False
    chosen["object_stream_mode"] = pikepdf.ObjectStreamMode.disable
    pdf.save(out, **chosen | options)
    return out.getvalue()


def make(kind: str) -> Pdf:
    """A file of a kind, open."""
    _, version, is_tagged, is_informed = KINDS[kind]
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(MEDIA[2], MEDIA[3])).obj
    page.MediaBox, page.BleedBox, page.TrimBox = Array(MEDIA), Array(BLEED), Array(TRIM)
    page.Resources = Dictionary(
        Font=Dictionary(F1=pdf.make_indirect(_font(pdf))),
        XObject=Dictionary(Im1=_picture(pdf)),
        ExtGState=Dictionary(
            Over=Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
            Off=Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
        ),
    )
    set_content(pdf, pieces(is_tagged, "0 g 0 G 1 w" if kind == "web" else INKED))
    _add_intents(pdf, kind)
    if is_informed:
        _inform(pdf, kind)
    if kind != "x1a":
        xml = packet(kind, TITLE)
        pdf.Root.Metadata = pdf.make_stream(xml, Type=Name.Metadata, Subtype=Name.XML)
    if is_tagged:
        pdf.Root.Lang, pdf.Root.MarkInfo = String("zh-CN"), Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        add_tree(pdf, version == "2.0", with_link=kind not in PRESSES)
    if kind in ("a3", "a4f"):
        attach(pdf)
    return pdf


def set_content(pdf: Pdf, operators: list[str]) -> None:
    """Give the page its content."""
    pdf.pages[0].obj.Contents = pdf.make_stream("\n".join(operators).encode("ascii"))


def attach(pdf: Pdf) -> Any:
    """Let a file carry another one; gives its specification."""
    stream = pdf.make_stream(b'{"page": 1}', Type=Name.EmbeddedFile, Subtype=Name("/application/json"))
    stream.Params = Dictionary(ModDate=MODIFIED, Size=11)
    specification = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F="a.json", UF="a.json", EF=Dictionary(F=stream), Desc=String("copy"))
    )
    specification.AFRelationship = Name.Data
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.json"), specification])))
    pdf.Root.AF = Array([specification])
    return specification


def _add_intents(pdf: Pdf, kind: str) -> None:
    profile = pdf.make_stream(profile_bytes(), N=4)
    found = Array()
    for wanted, name in ((kind in PRESSES, Name.GTS_PDFX), (kind in ARCHIVES, Name.GTS_PDFA1)):
        if wanted:
            intent = Dictionary(Type=Name.OutputIntent, S=name, OutputConditionIdentifier=String("CGATS TR 002"))
            intent.RegistryName, intent.Info = String("http://www.color.org"), String("Coldset newsprint")
            intent.DestOutputProfile = profile
            found.append(pdf.make_indirect(intent))
    if len(found):
        pdf.Root.OutputIntents = found


def _inform(pdf: Pdf, kind: str) -> None:
    info = {"/Title": TITLE, "/Creator": "jxprint tests", "/Producer": "pikepdf"}
    for key, value in {**info, "/CreationDate": CREATED, "/ModDate": MODIFIED}.items():
        pdf.docinfo[key] = String(value)
    if kind in PRESSES:
        pdf.docinfo["/Trapped"] = Name("/False")
    if kind == "x1a":
        pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")


def _font(pdf: Pdf) -> Any:
    program, characters, widths = face()
    name = Name("/ABCDEF+NotoSerifCJKsc-Regular")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, FontBBox=Array([-1000, -1050, 2960, 1810])
    )
    for key, value in {"ItalicAngle": 0, "Ascent": 880, "Descent": -120, "CapHeight": 733, "StemV": 80}.items():
        descriptor[f"/{key}"] = value
    descriptor.FontFile3 = pdf.make_stream(program, Subtype=Name.CIDFontType0C)
    descendant = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=name)
    descendant.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    descendant.FontDescriptor = pdf.make_indirect(descriptor)
    descendant.DW = 1000
    descendant.W = Array([part for code, width in sorted(widths.items()) for part in (code, Array([width]))])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"))
    font.DescendantFonts = Array([pdf.make_indirect(descendant)])
    font.ToUnicode = pdf.make_stream(to_unicode(characters))
    return font


def to_unicode(characters: dict[str, int]) -> bytes:
    """A map of codes to characters."""
    rows = "\n".join(f"<{code:04X}> <{ord(character):04X}>" for character, code in sorted(characters.items()))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(characters)} beginbfchar\n{rows}\nendbfchar\nendcmap end end\n"
    ).encode("ascii")


def _picture(pdf: Pdf) -> Any:
    """A grey picture of 100 pixels a side: 300 to the inch where it is 24 points wide."""
    picture = pdf.make_stream(bytes(range(100)) * 100, Type=Name.XObject, Subtype=Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 100, 100, 8
    picture.ColorSpace = Name.DeviceGray
    return picture
