"""Text that stands in the file and cannot be seen on paper, or not as it was set."""

from __future__ import annotations

from typing import Any

import pikepdf

from spoiling import Opened, kind

UNSEEN = ("invisible", "unseen")


def piece_of(file: Opened, least: int = 2) -> int | None:
    """Marked content with a box of its own and some characters."""
    pieces = file.pieces()
    found: int | None = file.choose(mcid for mcid in file.text_pieces(least) if mcid in pieces and file.box(mcid))
    return found


def before(file: Opened, operators: str) -> bool:
    """Put operators before what one piece shows."""
    mcid = piece_of(file)
    if mcid is None:
        return False
    file.frame(mcid, operators)
    return True


def _inked(file: Opened, operators: str, least: int = 2) -> bool:
    """Give one piece another ink: what it says of inks itself goes away."""
    mcid = piece_of(file, least)
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


@kind("render mode 3", *UNSEEN)
def mode_3(file: Opened) -> bool:
    """Neither filled nor stroked."""
    return before(file, "3 Tr")


@kind("render mode 7", *UNSEEN)
def mode_7(file: Opened) -> bool:
    """Added to the clip, and not painted."""
    return before(file, "7 Tr")


@kind("white on white", "white", *UNSEEN)
def white(file: Opened) -> bool:
    """In the paper's own ink."""
    return _inked(file, file.random.choice(("1 g", "1 1 1 rg", "0 0 0 0 k", "0 0 0 .02 k", ".98 g")))


@kind("spot ink without tint", "white", *UNSEEN)
def spot(file: Opened) -> bool:
    """An ink by name, at no tint, or one that looks like paper."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 0], N=1)
    space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Varnish, pikepdf.Name.DeviceCMYK, function])
    file.resource("/ColorSpace", "/Varnish", space)
    return _inked(file, f"/Varnish cs {file.random.choice((0, 0.5, 1))} scn")


@kind("white pattern", "white", *UNSEEN)
def pattern(file: Opened) -> bool:
    """Filled with a shading from white to white."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1)
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceGray, Coords=[0, 0, 100, 0], Function=function, Extend=[True, True]
    )
    made = pikepdf.Dictionary(Type=pikepdf.Name.Pattern, PatternType=2, Shading=shading)
    file.resource("/Pattern", "/White", made)
    return _inked(file, "/Pattern cs /White scn")


@kind("zero size", *UNSEEN)
def no_size(file: Opened) -> bool:
    """A hundredth of a point."""
    return before(file, "0.001 0 0 0.001 0 0 cm") if file.random.random() < 0.5 else sized(file, 0.0)


def sized(file: Opened, size: float, by: float = 0.0) -> bool:
    """Give one piece another size, or its own so many times."""
    mcid = piece_of(file)
    if mcid is None:
        return False
    first, last = file.pieces()[mcid]
    for at in range(first, last):
        if file.ops[at].operator == "Tf":
            one = file.ops[at]
            file.ops[at].operands = [one.operands[0], float(one.operands[1]) * by if by else size]
    return True


@kind("clipped away", *UNSEEN)
def clipped(file: Opened) -> bool:
    """A clip somewhere else."""
    return before(file, "0 0 2 2 re W n")


@kind("half clipped away", *UNSEEN)
def half_clipped(file: Opened) -> bool:
    """A clip that leaves half of the lines, or half of a line."""
    mcid = piece_of(file, 4)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    file.frame(mcid, f"{left - 9:.2f} {low - 9:.2f} {right - left + 18:.2f} {(high - low) / 2 + 9:.2f} re W n")
    return True


@kind("clipped by a ring", *UNSEEN)
def ringed(file: Opened) -> bool:
    """The clip reaches around the text and leaves it out (even-odd)."""
    mcid = piece_of(file, 4)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    inner = f"{left - 12:.2f} {low - 12:.2f} {right - left + 24:.2f} {high - low + 24:.2f} re"
    file.frame(mcid, f"0 0 3000 3000 re {inner} W* n")
    return True


@kind("clipped with a gap", "partial")
def gapped(file: Opened) -> bool:
    """The clip leaves out a thin band through the first line of a piece: a stroke of 日."""
    mcid = piece_of(file)
    if mcid is None:
        return False
    left, _, right, high = file.box(mcid) or (0, 0, 0, 0)
    band = f"{left - 9:.2f} {high - 5:.2f} {right - left + 18:.2f} 0.8 re"
    file.frame(mcid, f"-99 -99 3000 3000 re {band} W* n")
    return True


@kind("outside the trim", "off_page", "out_of_frame")
def outside(file: Opened) -> bool:
    """Beside the paper."""
    return before(file, file.random.choice(("1 0 0 1 3000 0 cm", "1 0 0 1 0 -3000 cm", "1 0 0 1 -2500 0 cm")))


@kind("opacity nought", *UNSEEN)
def clear(file: Opened) -> bool:
    """An extended graphics state with ca 0."""
    file.resource("/ExtGState", "/Clear", pikepdf.Dictionary(ca=file.random.choice((0, 0.01)), CA=0))
    return before(file, "/Clear gs")


@kind("soft mask", *UNSEEN)
def masked(file: Opened) -> bool:
    """A mask of luminosity that is black everywhere."""
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    form = file.document.make_stream(b"0 g 0 0 3000 3000 re f")
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"], form["/Group"] = pikepdf.Array([0, 0, 3000, 3000]), group
    mask = pikepdf.Dictionary(Type=pikepdf.Name.Mask, S=pikepdf.Name.Luminosity, G=form)
    file.resource("/ExtGState", "/Masked", pikepdf.Dictionary(SMask=mask))
    return before(file, "/Masked gs")


@kind("blended away", "blended", *UNSEEN)
def blended(file: Opened) -> bool:
    """The lighter of ink and paper is paper."""
    file.resource(
        "/ExtGState", "/Blended", pikepdf.Dictionary(BM=file.random.choice((pikepdf.Name.Lighten, pikepdf.Name.Screen)))
    )
    return before(file, "/Blended gs")


def layer(file: Opened, **keys: Any) -> pikepdf.Object:
    """A layer that is off."""
    group = file.document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Layer"))
    off = pikepdf.Dictionary(OFF=[group], **keys)
    file.document.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=[group], D=off)
    return group


@kind("hidden layer", "layer", *UNSEEN)
def hidden_layer(file: Opened) -> bool:
    """Optional content that is off."""
    file.resource("/Properties", "/Off", layer(file))
    mcid = piece_of(file)
    if mcid is None:
        return False
    file.frame(mcid, "/OC /Off BDC", "EMC")
    first, last = file.pieces()[mcid]
    return last > first


@kind("layer hidden in print", "layer", *UNSEEN)
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
    mcid = piece_of(file)
    if mcid is None:
        return False
    file.frame(mcid, "/OC /Screen BDC", "EMC")
    return True


@kind("white that overprints", "overprint")
def overprinting(file: Opened) -> bool:
    """Reversed type on a dark plate, which stays dark on the press."""
    mcid = piece_of(file)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    first, last = file.pieces()[mcid]
    for one in file.ops[first:last]:
        if one.operator in ("k", "g"):
            one.operator, one.operands = "k", [0, 0, 0, 0]
    file.resource("/ExtGState", "/Over", pikepdf.Dictionary(OP=True, op=True, OPM=1))
    file.frame(mcid, "/Over gs 0 0 0 0 k")
    plate = f"{left - 2:.2f} {low - 2:.2f} {right - left + 4:.2f} {high - low + 4:.2f} re f"
    file.insert(first, f"/Artifact BMC q 0 0 0 1 k {plate} Q EMC")
    return True
