"""What stands on paper and no reader gets: outlines, images of text, artifacts; and what readers get from elsewhere."""

from __future__ import annotations

from typing import Any

import pikepdf

import jxprint
from faults_of_covering import image
from faults_of_hiding import layer
from spoiling import Opened, Shown, kids_of, kind


def _outlines(text: str, x: float, y: float, size: float) -> str:
    """Characters as paths, drawn by the Song that comes along."""
    return _drawn(str(jxprint.open_library().chain("song").faces[0].path), text, x, y, size)


def _drawn(path: str, text: str, x: float, y: float, size: float) -> str:
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.ttLib import TTFont

    font = TTFont(path, lazy=True)
    glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
    told: list[str] = []
    for at, char in enumerate(text):
        if ord(char) not in names:
            continue
        pen = DecomposingRecordingPen(glyphs)
        glyphs[names[ord(char)]].draw(pen)
        letters = {"moveTo": "m", "lineTo": "l", "curveTo": "c"}
        for name, points in pen.value:
            where = " ".join(f"{x + at * size + px * scale:.3f} {y + py * scale:.3f}" for px, py in points)
            told.append(f"{where} {letters[name]}" if name in letters else "h")
    return "\n".join([*told, "f"])


def _string(file: Opened, least: int = 3) -> Shown | None:
    strings = [one for one in file.shown(least) if one.mcid is not None and one.font.startswith("/F")]
    found: Shown | None = file.choose(one for one in strings if _is_plain(file.said(one)))
    return found


def _is_plain(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def _blank(file: Opened, how: str) -> bool:
    """White of the page where nothing stands: its foot margin; text drawn there is in nobody's copy."""
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    file.insert(len(file.ops), how.format(x=left + 45 + file.random.randrange(300), y=low + 14))
    return True


@kind("text as outlines", "drawn_text", "stray_path")
def outlines(file: Opened) -> bool:
    """A string is drawn as paths, as an artifact, and not shown as text."""
    one = _string(file)
    if one is None:
        return False
    x, y, size = file.pen(one)
    text = file.said(one)
    file.show(one, [])
    file.insert(len(file.ops), f"/Artifact BMC q 0 g {_outlines(text, x, y, size)} Q EMC")
    return True


@kind("a sentence more as outlines", "drawn_text", "stray_path")
def more_outlines(file: Opened) -> bool:
    """All copy is there, and something that nobody wrote."""
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    where = left + 45 + file.random.randrange(300), low + 14
    marked = file.random.choice(("/Artifact BMC", "/P BMC", ""))
    ended = "EMC" if marked else ""
    paths = _outlines(file.random.choice(("本报声明", "另有说法", "广告热线")), *where, file.random.choice((8, 10, 24)))
    file.insert(len(file.ops), f"{marked} q 0 g {paths} Q {ended}")
    return True


@kind("outlines in marked content", "drawn_text", "stray_path")
def outlines_in_text(file: Opened) -> bool:
    """Paths of characters within a paragraph of the tree."""
    mcid = file.choose(mcid for mcid in file.text_pieces(2) if mcid in file.pieces())
    if mcid is None:
        return False
    _, last = file.pieces()[mcid]
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    file.insert(last - 1, f"q 0 g {_outlines('更正启事', left + 60, low + 14, 10)} Q")
    return True


def _picture_of_text(file: Opened) -> Any:
    """Bars that look like text: for who reads the file a picture is a picture."""
    rows = [bytes(0 if (x // 3) % 2 and (y // 2) % 2 else 255 for x in range(60)) for y in range(10)]
    return image(file, 60, 10, b"".join(rows))


@kind("text as an image", "stray_picture")
def as_image(file: Opened) -> bool:
    """A string is a picture of itself, as an artifact."""
    one = _string(file)
    if one is None:
        return False
    x, y, size = file.pen(one)
    wide = size * len(file.codes(one))
    file.show(one, [])
    file.resource("/XObject", "/Of", _picture_of_text(file))
    file.insert(len(file.ops), f"/Artifact BMC q {wide:.2f} 0 0 {size:.2f} {x:.2f} {y:.2f} cm /Of Do Q EMC")
    return True


@kind("an image of text more", "stray_picture")
def more_image(file: Opened) -> bool:
    """In the foot margin, where nothing stands."""
    file.resource("/XObject", "/Of", _picture_of_text(file))
    return _blank(file, "/Artifact BMC q 90 0 0 15 {x} {y} cm /Of Do Q EMC")


@kind("an image of text more in the text", "stray_picture", "figures")
def image_in_text(file: Opened) -> bool:
    """Within the marked content of a paragraph."""
    mcid = file.choose(mcid for mcid in file.text_pieces(2) if mcid in file.pieces())
    if mcid is None:
        return False
    file.resource("/XObject", "/Of", _picture_of_text(file))
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    _, last = file.pieces()[mcid]
    file.insert(last - 1, f"q 90 0 0 15 {left + 60:.2f} {low + 14:.2f} cm /Of Do Q")
    return True


@kind("a figure more", "figures", "alternative", "stray_picture")
def more_figure(file: Opened) -> bool:
    """An image of text, tagged as a figure with a text of its own."""
    mcid = 1 + max(file.pieces())
    file.resource("/XObject", "/Of", _picture_of_text(file))
    _blank(file, f"/Figure<</MCID {mcid}>>BDC q 90 0 0 15 {{x}} {{y}} cm /Of Do Q EMC")
    article = file.choose(file.elements("/Art"))
    made = pikepdf.Dictionary(S=pikepdf.Name.Figure, P=article, K=mcid, Pg=file.sheet, Alt="一张图")
    article["/K"] = pikepdf.Array([*kids_of(article), file.document.make_indirect(made)])
    return True


@kind("text in a pattern", "stray_pattern", "stray_path", "stray_picture")
def in_pattern(file: Opened) -> bool:
    """A rectangle that is filled with a tile on which text stands."""
    tile = file.document.make_stream(
        b"0 0 0 1 k BT /F1 10 Tf 1 2 Td <%04X> Tj ET" % max(file.texts.get("/F1", {1: ""}))
    )
    tile["/Type"], tile["/PatternType"], tile["/PaintType"], tile["/TilingType"] = pikepdf.Name.Pattern, 1, 1, 1
    tile["/BBox"], tile["/XStep"], tile["/YStep"] = pikepdf.Array([0, 0, 12, 12]), 12, 12
    tile["/Resources"] = file.sheet["/Resources"]
    if "/F1" not in file.fonts:
        return False
    file.resource("/Pattern", "/Tile", tile)
    return _blank(file, "/Artifact BMC q /Pattern cs /Tile scn {x} {y} 60 12 re f Q EMC")


@kind("text in a Type 3 font", "face", "stretched", "untagged_text")
def type_3(file: Opened) -> bool:
    """A font whose glyphs are drawings, with a ToUnicode map that says what the copy says."""
    one = _string(file)
    if one is None:
        return False
    glyph = file.document.make_stream(b"1000 0 0 0 1000 1000 d1 100 100 300 700 re 500 100 300 700 re f")
    text = file.said(one)
    entries = "\n".join(f"<{at + 65:02X}> <{char.encode('utf-16-be').hex()}>" for at, char in enumerate(text))
    cmap = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    cmap += f"{len(text)} beginbfchar\n{entries}\nendbfchar endcmap"
    names = [pikepdf.Name(f"/g{at}") for at in range(len(text))]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 1000, 1000],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=pikepdf.Dictionary({str(name): glyph for name in names}), FirstChar=65, LastChar=64 + len(text),
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=[65, *names]), Widths=[1000] * len(text),
        ToUnicode=file.document.make_stream(cmap.encode()), Resources=pikepdf.Dictionary(),
    )  # fmt: skip
    file.resource("/Font", "/T3", file.document.make_indirect(font))
    if one.item is not None:
        return False
    size = file.pen(one)[2]
    string = "".join(f"{at + 65:02X}" for at in range(len(text)))
    file.ops.pop(one.at)
    file.insert(one.at, f"/T3 {size} Tf <{string}> Tj {one.font} {size} Tf")
    return True


@kind("text as an artifact", "untagged_text")
def artifact(file: Opened) -> bool:
    """It stands on the paper, and who listens to the page never hears it."""
    mcid = file.choose(mcid for mcid in file.text_pieces(2) if mcid in file.pieces())
    if mcid is None:
        return False
    first = file.ops[file.pieces()[mcid][0]]
    first.operands, first.operator = [pikepdf.Name.Artifact], "BMC"
    return True


@kind("artifact inside text", "untagged_text", "artifact")
def inner_artifact(file: Opened) -> bool:
    """A string within a paragraph is marked as an artifact of its own."""
    one = _string(file)
    if one is None:
        return False
    file.insert(one.at + 1, "EMC")
    file.insert(one.at, "/Artifact BMC")
    return True


@kind("text more outside all marks", "untagged_text")
def unmarked(file: Opened) -> bool:
    """A word in the foot margin that no element owns."""
    one = _string(file)
    if one is None:
        return False
    string = "".join(f"{code:04X}" for code in file.codes(one)[:4])
    return _blank(file, f"q 0 g BT {one.font} 10 Tf {{x}} {{y}} Td <{string}> Tj ET Q")


@kind("text in a figure", "text_in_figure", "artwork", "extra")
def in_figure(file: Opened) -> bool:
    """A form in a figure says what is in no copy."""
    figure = file.choose(mcid for mcid in file.pieces("Figure"))
    one = _string(file)
    if figure is None or one is None:
        return False
    string = "".join(f"{code:04X}" for code in file.codes(one)[:4])
    box = file.box(figure) or [60, 60, 160, 160]
    form = file.document.make_stream(
        f"BT {one.font} 10 Tf {box[0] + 5:.2f} {box[1] + 5:.2f} Td <{string}> Tj ET".encode()
    )
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"], form["/Resources"] = pikepdf.Array(box), pikepdf.Dictionary(Font=file.sheet["/Resources"]["/Font"])
    file.resource("/XObject", "/Said", form)
    _, last = file.pieces()[figure]
    file.insert(last - 1, "q /Said Do Q")
    return True


@kind("layer more", "layer")
def more_layer(file: Opened) -> bool:
    """A word that stands in a layer that is off, and comes up where somebody turns it on."""
    one = _string(file)
    if one is None:
        return False
    file.resource("/Properties", "/Off", layer(file))
    string = "".join(f"{code:04X}" for code in file.codes(one)[:4])
    return _blank(file, f"/OC /Off BDC q 0 g BT {one.font} 10 Tf {{x}} {{y}} Td <{string}> Tj ET Q EMC")
