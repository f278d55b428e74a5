"""Text that stands in the file and cannot be seen on paper, or not as it was set."""

from __future__ import annotations

import pikepdf
from spoiling import Opened, kind

_UNSEEN = ("invisible", "unseen")


def _piece(file: Opened, least: int = 2) -> int | None:
    """Marked content with a box of its own and some characters."""
    pieces = file.pieces()
    found: int | None = file.choose(mcid for mcid in file.text_pieces(least) if mcid in pieces and file.box(mcid))
    return found


def _before(file: Opened, operators: str) -> bool:
    mcid = _piece(file)
    if mcid is None:
        return False
    file.frame(mcid, operators)
    return True


def _inked(file: Opened, operators: str, least: int = 2) -> bool:
    """Give one piece another ink: what it says of inks itself goes away."""
    mcid = _piece(file, least)
    if mcid is None:
        return False
    first, last = file.pieces()[mcid]
    for one in file.ops[first:last]:
        if one.operator == "k":
            one.operator, one.operands = "g", [0]
    for at in [at for at in range(first, last) if file.ops[at].operator == "g"][::-1]:
        del file.ops[at]
    file.frame(mcid, operators)
    return True


@kind("render mode 3", *_UNSEEN)
def mode_3(file: Opened) -> bool:
    """Neither filled nor stroked."""
    return _before(file, "3 Tr")


@kind("render mode 7", *_UNSEEN)
def mode_7(file: Opened) -> bool:
    """Added to the clip, and not painted."""
    return _before(file, "7 Tr")


@kind("white on white", "white", *_UNSEEN)
def white(file: Opened) -> bool:
    """In the paper's own ink."""
    return _inked(file, file.random.choice(("1 g", "1 1 1 rg", "0 0 0 0 k", "0 0 0 .02 k", ".98 g")))


@kind("spot ink without tint", "white", *_UNSEEN)
def spot(file: Opened) -> bool:
    """An ink by name, at no tint, or one that looks like paper."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 0], N=1)
    space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Varnish, pikepdf.Name.DeviceCMYK, function])
    file.resource("/ColorSpace", "/Varnish", space)
    return _inked(file, f"/Varnish cs {file.random.choice((0, 0.5, 1))} scn")


@kind("white pattern", "white", *_UNSEEN)
def pattern(file: Opened) -> bool:
    """Filled with a shading from white to white."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1)
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceGray, Coords=[0, 0, 100, 0], Function=function, Extend=[True, True]
    )
    made = pikepdf.Dictionary(Type=pikepdf.Name.Pattern, PatternType=2, Shading=shading)
    file.resource("/Pattern", "/White", made)
    return _inked(file, "/Pattern cs /White scn")


@kind("zero size", *_UNSEEN)
def no_size(file: Opened) -> bool:
    """A hundredth of a point."""
    return _before(file, "0.001 0 0 0.001 0 0 cm") if file.random.random() < 0.5 else _sized(file, 0.0)


def _sized(file: Opened, size: float, by: float = 0.0) -> bool:
    mcid = _piece(file)
    if mcid is None:
        return False
    first, last = file.pieces()[mcid]
    for at in range(first, last):
        if file.ops[at].operator == "Tf":
            one = file.ops[at]
            file.ops[at].operands = [one.operands[0], float(one.operands[1]) * by if by else size]
    return True


@kind("tiny size", "too_small", *_UNSEEN)
def tiny(file: Opened) -> bool:
    """One point, which nobody can read."""
    return _sized(file, file.random.choice((0.6, 1.0, 1.5)))


@kind("type too large", "overlapping", "out_of_frame", *_UNSEEN)
def large(file: Opened) -> bool:
    """Twice the size at the same pens: characters stand in each other."""
    return _sized(file, 0, 2.0)


@kind("clipped away", *_UNSEEN)
def clipped(file: Opened) -> bool:
    """A clip somewhere else."""
    return _before(file, "0 0 2 2 re W n")


@kind("half clipped away", *_UNSEEN)
def half_clipped(file: Opened) -> bool:
    """A clip that leaves half of the lines, or half of a line."""
    mcid = _piece(file, 4)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    file.frame(mcid, f"{left - 9:.2f} {low - 9:.2f} {right - left + 18:.2f} {(high - low) / 2 + 9:.2f} re W n")
    return True


@kind("clipped by a ring", *_UNSEEN)
def ringed(file: Opened) -> bool:
    """The clip reaches around the text and leaves it out (even-odd)."""
    mcid = _piece(file, 4)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    inner = f"{left - 12:.2f} {low - 12:.2f} {right - left + 24:.2f} {high - low + 24:.2f} re"
    file.frame(mcid, f"0 0 3000 3000 re {inner} W* n")
    return True


@kind("outside the trim", "off_page", "out_of_frame")
def outside(file: Opened) -> bool:
    """Beside the paper."""
    return _before(file, file.random.choice(("1 0 0 1 3000 0 cm", "1 0 0 1 0 -3000 cm", "1 0 0 1 -2500 0 cm")))


@kind("opacity nought", *_UNSEEN)
def clear(file: Opened) -> bool:
    """An extended graphics state with ca 0."""
    file.resource("/ExtGState", "/Clear", pikepdf.Dictionary(ca=file.random.choice((0, 0.01)), CA=0))
    return _before(file, "/Clear gs")


@kind("soft mask", *_UNSEEN)
def masked(file: Opened) -> bool:
    """A mask of luminosity that is black everywhere."""
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    form = file.document.make_stream(b"0 g 0 0 3000 3000 re f")
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"], form["/Group"] = pikepdf.Array([0, 0, 3000, 3000]), group
    mask = pikepdf.Dictionary(Type=pikepdf.Name.Mask, S=pikepdf.Name.Luminosity, G=form)
    file.resource("/ExtGState", "/Masked", pikepdf.Dictionary(SMask=mask))
    return _before(file, "/Masked gs")


@kind("blended away", "blended", *_UNSEEN)
def blended(file: Opened) -> bool:
    """The lighter of ink and paper is paper."""
    file.resource("/ExtGState", "/Blended", pikepdf.Dictionary(BM=file.random.choice((pikepdf.Name.Lighten, pikepdf.Name.Screen))))
    return _before(file, "/Blended gs")


def layer(file: Opened, **keys: object) -> pikepdf.Object:
    """A layer that is off."""
    group = file.document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Layer"))
    off = pikepdf.Dictionary(OFF=[group], **keys)
    file.document.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=[group], D=off)
    return group


@kind("hidden layer", "layer", *_UNSEEN)
def hidden_layer(file: Opened) -> bool:
    """Optional content that is off."""
    file.resource("/Properties", "/Off", layer(file))
    mcid = _piece(file)
    if mcid is None:
        return False
    file.frame(mcid, "/OC /Off BDC", "EMC")
    first, last = file.pieces()[mcid]
    return last > first


@kind("layer hidden in print", "layer", *_UNSEEN)
def unprinted_layer(file: Opened) -> bool:
    """Seen on the screen and not printed."""
    group = file.document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OCG, Name="Layer",
            Usage=pikepdf.Dictionary(Print=pikepdf.Dictionary(PrintState=pikepdf.Name.OFF)),
        )
    )  # fmt: skip
    when = pikepdf.Dictionary(Event=pikepdf.Name.Print, Category=[pikepdf.Name.Print], OCGs=[group])
    file.document.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(AS=[when]))
    file.resource("/Properties", "/Screen", group)
    mcid = _piece(file)
    if mcid is None:
        return False
    file.frame(mcid, "/OC /Screen BDC", "EMC")
    return True


@kind("text mirrored", "turned", "out_of_frame")
def mirrored(file: Opened) -> bool:
    """As in a looking-glass, in its own frame."""
    return _turned(file, -1, 1)


@kind("text upside down", "turned", "out_of_frame")
def upside_down(file: Opened) -> bool:
    """In its own frame."""
    return _turned(file, -1, -1)


def _turned(file: Opened, across: int, up: int) -> bool:
    mcid = _piece(file, 3)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    right_by, up_by = (left + right if across < 0 else 0), (low + high if up < 0 else 0)
    file.frame(mcid, f"{across} 0 0 {up} {right_by:.3f} {up_by:.3f} cm")
    return True


@kind("glyphs turned where they stand", "turned")
def turned_each(file: Opened) -> bool:
    """One string upside down about its own middle: all pens are inside the frame."""
    strings = [one for one in file.shown(2) if one.mcid is not None and one.item is None and one.font.startswith("/F")]
    one = file.choose(one for one in strings if file.said(one).strip())
    if one is None:
        return False
    file.ops[one.at + 1 : one.at + 1] = []
    first = next(at for at in range(one.at, -1, -1) if file.ops[at].operator == "BT")
    x = y = 0.0
    for each in file.ops[first : one.at]:
        if each.operator == "Td":
            x, y = x + float(each.operands[0]), y + float(each.operands[1])
    file.insert(one.at + 1, f"1 0 0 1 {x:.3f} {y:.3f} Tm")
    size = next(float(each.operands[1]) for each in reversed(file.ops[: one.at]) if each.operator == "Tf")
    wide = size * len(file.codes(one))
    file.insert(one.at, f"-1 0 0 -1 {x + wide:.3f} {y + 0.76 * size:.3f} Tm")
    return True


@kind("text slanted", "turned", "stretched")
def slanted(file: Opened) -> bool:
    """A face that is none: slanted by the matrix."""
    mcid = _piece(file, 3)
    if mcid is None:
        return False
    _, low, _, _ = file.box(mcid) or (0, 0, 0, 0)
    file.frame(mcid, f"1 0 .3 1 {-0.3 * low:.3f} 0 cm")
    return True


@kind("text stretched", "stretched")
def stretched(file: Opened) -> bool:
    """Set at seven tenths of its width."""
    return _before(file, "70 Tz")


@kind("characters on one spot", "overlapping")
def piled(file: Opened) -> bool:
    """Character spacing takes back what the widths move."""
    strings = [one for one in file.shown(3) if one.mcid is not None and one.font.startswith("/F")]
    one = file.choose(one for one in strings if file.said(one).strip())
    if one is None:
        return False
    size = next(float(each.operands[1]) for each in reversed(file.ops[: one.at]) if each.operator == "Tf")
    file.insert(one.at + 1, "0 Tc")
    file.insert(one.at, f"{-0.97 * size:.3f} Tc")
    return True


@kind("lines on one another", "overlapping")
def collapsed(file: Opened) -> bool:
    """A line stands on the one before it."""
    moves = []
    for first, last in file.pieces().values():
        downs = [at for at in range(first, last) if file.ops[at].operator == "Td"]
        moves += [at for at in downs[1:] if float(file.ops[at].operands[0]) == 0 and float(file.ops[at].operands[1]) < -9]
    at = file.choose(moves)
    if at is None:
        return False
    file.ops[at].operands = [0, -1]
    return True
