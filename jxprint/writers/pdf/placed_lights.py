"""A stranger's inks as light, for a screen: what a placed page paints in CMYK stands in a file of RGB in RGB.

Numbers of operators become light as those of our own inks do, pictures by the newsprint profile as ours do. Named inks,
CMYK with a profile of its own, shadings and palettes stay as they are; the file is then refused by the preflight, which
tells the place.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.palette import light_of

if TYPE_CHECKING:
    from PIL import Image

CMYK = "/DeviceCMYK"
PAINTS = re.compile(rb"\b(?:[kK]|cs|CS)\b")
_LEVEL, _QUALITY = 6, 85
_FLAT = (None, "/FlateDecode", "/DCTDecode")
# What ends CMYK for what is filled, and for what is stroked.
_OTHERS = {"g": 0, "rg": 0, "G": 1, "RG": 1}
_SPACES, _COLOURS = {"cs": 0, "CS": 1}, {"sc": 0, "scn": 0, "SC": 1, "SCN": 1}


def lit(instructions: list[Any], resources: Any) -> list[Any]:
    """Operators of content (pikepdf's) with inks as light."""
    import pikepdf

    def made(operands: list[Any], operator: str) -> Any:
        return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))

    found: list[Any] = []
    inked = [False, False]
    stack: list[list[bool]] = []
    for one in instructions:
        operator = str(one.operator)
        if operator in ("k", "K"):
            inked[operator == "K"] = True
            found.append(made(_light(one.operands), "rg" if operator == "k" else "RG"))
            continue
        if operator in _SPACES:
            inked[_SPACES[operator]] = _is_inked(one.operands[0], resources)
            found.append(made([pikepdf.Name.DeviceRGB], operator) if inked[_SPACES[operator]] else one)
            continue
        if operator in _COLOURS and inked[_COLOURS[operator]]:
            found.append(made(_light(one.operands), operator))
            continue
        if operator in _OTHERS:
            inked[_OTHERS[operator]] = False
        elif operator == "q":
            stack.append(list(inked))
        elif operator == "Q" and stack:
            inked = stack.pop()
        found.append(one)
    return found


def _light(operands: Any) -> list[Any]:
    from decimal import Decimal

    cyan, magenta, yellow, black = (min(max(float(one), 0.0), 1.0) for one in operands)
    return [Decimal(decimals(one)) for one in light_of((cyan, magenta, yellow, black))]


def _is_inked(name: Any, resources: Any) -> bool:
    """Whether a space that content names is plain CMYK."""
    import pikepdf

    named = resources.get("/ColorSpace", {}) if resources is not None else {}
    found = named.get(str(name), name)
    return isinstance(found, pikepdf.Name) and str(found) == CMYK


def lit_picture(picture: Any) -> tuple[bytes, bytes] | None:
    """A picture in plain CMYK of 8 bits as RGB: its entries of filter and space, and its data. None for any other."""
    import pikepdf

    filters = picture.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    name = None if filters is None else str(filters)
    if str(picture.get("/ColorSpace")) != CMYK or picture.get("/BitsPerComponent") != 8 or name not in _FLAT:
        return None
    if isinstance(picture.get("/Mask"), pikepdf.Array):  # colours that are left out are told in inks
        return None
    shown = _in_rgb(_inks(picture, name))
    if name != "/DCTDecode":
        return b"/Filter/FlateDecode/ColorSpace/DeviceRGB", zlib.compress(shown.tobytes(), _LEVEL)
    out = BytesIO()
    shown.save(out, "JPEG", quality=_QUALITY)
    return b"/Filter/DCTDecode/ColorSpace/DeviceRGB", out.getvalue()


def _inks(picture: Any, filter_name: str | None) -> Image.Image:
    """The samples as amounts of ink. Pillow turns those of JPEGs with Adobe's marker over, PDF by Decode alone."""
    from PIL import Image, ImageChops

    size = int(picture.Width), int(picture.Height)
    inks: Image.Image
    if filter_name == "/DCTDecode":
        opened = Image.open(BytesIO(picture.read_raw_bytes()))
        opened.load()
        inks = ImageChops.invert(opened) if "adobe" in opened.info else opened
    else:
        inks = Image.frombytes("CMYK", size, picture.read_bytes())
    turned = [float(one) for one in picture.get("/Decode", ())][:2] == [1.0, 0.0]
    return ImageChops.invert(inks) if turned else inks


def _in_rgb(inks: Image.Image) -> Image.Image:
    from jxprint.colour import newsprint
    from jxprint.colour.profiles import srgb
    from jxprint.colour.transforms import transform

    return transform(newsprint().data, srgb().data, ("CMYK", "RGB")).apply(inks)
