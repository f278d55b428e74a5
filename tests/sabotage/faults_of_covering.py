"""Text that something is painted over, or that has the colour of its ground."""

from __future__ import annotations

from typing import Any

import pikepdf

from spoiling import Opened, kind

_COVERED = ("covered", "unseen")
_MARKED = ("touched", "unseen")
_STRAY = ("stray_picture", "stray_form")


def _box(file: Opened, least: int = 2) -> tuple[int, list[float]] | None:
    """Marked content with characters, and where it stands."""
    pieces = file.pieces()
    mcid = file.choose(mcid for mcid in file.text_pieces(least) if mcid in pieces and file.box(mcid))
    box = None if mcid is None else file.box(mcid)
    return None if mcid is None or box is None else (mcid, box)


def _rectangle(box: list[float], by: float = 1.5) -> str:
    left, low, right, high = box
    return f"{left - by:.2f} {low - by:.2f} {right - left + 2 * by:.2f} {high - low + 2 * by:.2f} re"


def _over(file: Opened, operators: str, ink: str = "") -> bool:
    """Paint at the end of the page; `{box}` is a rectangle around some text, `{cm}` maps the unit square there."""
    place = _box(file)
    if place is None:
        return False
    left, low, right, high = place[1]
    wide, tall = right - left, high - low
    square = f"{wide + 3:.2f} 0 0 {tall + 3:.2f} {left - 1.5:.2f} {low - 1.5:.2f} cm"
    wider = tall + wide
    ring = f"{left - wider:.2f} {low - 2:.2f} m {right + wider:.2f} {low - 2:.2f} l "
    ring += f"{(left + right) / 2:.2f} {high + wider:.2f} l h"
    content = operators.format(box=_rectangle(place[1]), cm=square, ring=ring)
    file.insert(len(file.ops), f"/Artifact BMC q {ink} {content} Q EMC")
    return True


@kind("white box over text", *_COVERED)
def white_box(file: Opened) -> bool:
    """A rectangle in the paper's white."""
    return _over(file, "{box} f", file.random.choice(("1 g", "0 0 0 0 k")))


@kind("dark box over text", *_COVERED)
def dark_box(file: Opened) -> bool:
    """A black bar."""
    return _over(file, "{box} f", "0 g")


@kind("white shape over text", *_COVERED)
def white_shape(file: Opened) -> bool:
    """A triangle, which is no rectangle."""
    return _over(file, "{ring} f", "1 g")


@kind("box over part of the text", *_COVERED)
def small_box(file: Opened) -> bool:
    """One and a half characters are covered."""
    strings = [one for one in file.shown(3) if one.mcid is not None and one.font.startswith("/F")]
    one = file.choose(one for one in strings if one.item is None and len(file.said(one).split()) == 1)
    if one is None:
        return False
    x, y, size = file.pen(one)
    file.insert(
        len(file.ops), f"/Artifact BMC q 1 g {x:.2f} {y - 0.2 * size:.2f} {1.4 * size:.2f} {1.2 * size:.2f} re f Q EMC"
    )
    return True


def _in_character(file: Opened, operators: str, *, behind: bool = False) -> bool:
    """Paint within the edges of a Han character, over all or behind the text; `{square}` is half an em in its middle,
    `{left}` and `{right}` its edges there, `{pen}` a thin stroke's width.
    """
    strings = [one for one in file.shown(1) if one.mcid is not None and one.font.startswith("/F") and not one.item]
    one = file.choose(one for one in strings if "\u4e00" <= file.said(one)[:1] <= "\u9fff")
    if one is None:
        return False
    x, y, size = file.pen(one)
    square = f"{x + 0.25 * size:.3f} {y + 0.13 * size:.3f} {0.5 * size:.3f} {0.5 * size:.3f} re"
    ends = {"left": f"{x:.3f}", "right": f"{x + size:.3f}", "middle": f"{y + 0.38 * size:.3f}"}
    content = operators.format(square=square, pen=f"{0.04 * size:.3f}", **ends)
    at = file.pieces()[one.mcid][0] if behind else len(file.ops)
    file.insert(at, f"/Artifact BMC q 0.5 g 0.5 G {content} Q EMC")
    return True


@kind("rule across a character", *_MARKED)
def rule_across(file: Opened) -> bool:
    """A stroke more, as thin as the face's own: 目 of 日."""
    return _in_character(file, "{pen} w {left} {middle} m {right} {middle} l S")


@kind("blot behind a character", *_MARKED)
def blot_behind(file: Opened) -> bool:
    """A grey square under the character's middle."""
    return _in_character(file, "{square} f", behind=True)


@kind("patch over a stroke", *_MARKED)
def patch_over(file: Opened) -> bool:
    """The middle of a character in the paper's white."""
    return _in_character(file, "1 g {square} f")


@kind("shading over text", *_COVERED, *_STRAY)
def shading(file: Opened) -> bool:
    """A shading of one colour, clipped to the text's box."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.9], C1=[0.9], N=1)
    made = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceGray, Coords=[0, 0, 100, 0], Function=function, Extend=[True, True]
    )
    file.resource("/Shading", "/Sh0", made)
    return _over(file, "{box} W n /Sh0 sh")


def image(file: Opened, wide: int, tall: int, grey: bytes) -> pikepdf.Stream:
    """A picture in grey."""
    made = file.document.make_stream(grey)
    made["/Type"], made["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
    made["/Width"], made["/Height"], made["/BitsPerComponent"] = wide, tall, 8
    made["/ColorSpace"] = pikepdf.Name.DeviceGray
    return made


@kind("picture over text", *_COVERED, *_STRAY)
def picture(file: Opened) -> bool:
    """A picture that is an artifact."""
    file.resource("/XObject", "/Cover", image(file, 4, 4, bytes([220] * 16)))
    return _over(file, "{cm} /Cover Do")


@kind("inline picture over text", *_COVERED, *_STRAY)
def inline_picture(file: Opened) -> bool:
    """A picture that stands in the content stream itself."""
    place = _box(file)
    if place is None:
        return False
    left, low, right, high = place[1]
    cm = f"{right - left + 3:.2f} 0 0 {high - low + 3:.2f} {left - 1.5:.2f} {low - 1.5:.2f} cm"
    file.insert(len(file.ops), f"/Artifact BMC q {cm} BI /W 1 /H 1 /CS /G /BPC 8 ID \xdc EI Q EMC")
    return True


@kind("form over text", *_COVERED, *_STRAY)
def form(file: Opened) -> bool:
    """A form that fills its box with white."""
    made = file.document.make_stream(b"1 g 0 0 1 1 re f")
    made["/Type"], made["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    made["/BBox"] = pikepdf.Array([0, 0, 1, 1])
    file.resource("/XObject", "/Cover", made)
    return _over(file, "{cm} /Cover Do")


def _annotation(file: Opened, box: list[float], content: bytes, **keys: Any) -> None:
    look = file.document.make_stream(content)
    look["/Type"], look["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    look["/BBox"] = pikepdf.Array([0, 0, box[2] - box[0], box[3] - box[1]])
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Rect=pikepdf.Array(box), F=4, AP=pikepdf.Dictionary(N=look), **keys
    )
    kept = list(file.sheet.get("/Annots", []))
    file.sheet["/Annots"] = pikepdf.Array([*kept, file.document.make_indirect(made)])


@kind("annotation over text", "annotation", *_COVERED)
def annotation(file: Opened) -> bool:
    """A white square among the page's annotations."""
    place = _box(file)
    if place is None:
        return False
    box = [place[1][0] - 2, place[1][1] - 2, place[1][2] + 2, place[1][3] + 2]
    _annotation(file, box, b"1 g 0 0 2000 2000 re f", Subtype=pikepdf.Name.Square)
    return True


@kind("annotation with text", "annotation")
def annotated(file: Opened) -> bool:
    """A note that is printed, and is not in the copy."""
    place = _box(file)
    if place is None:
        return False
    left, _, _, high = place[1]
    box = [left, high - 20, left + 120, high]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    _annotation(file, box, b"BT /He 12 Tf 2 4 Td (SOLD OUT) Tj ET", Subtype=pikepdf.Name.FreeText, Contents="SOLD OUT")
    file.sheet["/Annots"][-1]["/AP"]["/N"]["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(He=font))
    return True


@kind("text in the colour of its ground", *_COVERED, "invisible")
def on_its_own(file: Opened) -> bool:
    """A black plate under black text."""
    place = _box(file)
    if place is None:
        return False
    mcid, box = place
    first, _ = file.pieces()[mcid]
    file.insert(first, f"/Artifact BMC q 0 0 0 1 k {_rectangle(box)} f Q EMC")
    return True


@kind("white over dark and white", "white", *_COVERED)
def white_text_on_less(file: Opened) -> bool:
    """White text whose dark plate is covered by a white one."""
    place = _box(file)
    if place is None:
        return False
    mcid, box = place
    first, last = file.pieces()[mcid]
    for at in range(last - 1, first, -1):
        if file.ops[at].operator == "k":
            file.ops[at].operands = [0, 0, 0, 0]
    file.insert(first, f"/Artifact BMC q 0 0 0 1 k {_rectangle(box, 3)} f 1 g {_rectangle(box, 2)} f Q EMC")
    return True
