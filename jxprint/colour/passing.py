"""JPEGs that pass byte for byte, because nothing of their numbers has to change (ISO 32000-1, 7.4.8)."""

from __future__ import annotations

from io import BytesIO

from jxprint.colour import notes
from jxprint.colour.converted import TURNED_OVER, Converted, Order, meant
from jxprint.colour.pixels import opened, unreadable
from jxprint.colour.profiles import srgb
from jxprint.colour.transforms import same_colours
from jxprint.intake.jpeg import JpegHeader

_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_STAYS = {"press": (1, 4), "archive": (1, 3, 4), "screen": (1, 3)}
_EOI = b"\xff\xd9"


def passed(order: Order, header: JpegHeader, data: bytes) -> Converted | None:
    """The file's own bytes as a PDF's picture; None where they have to be converted. Raises OutputError where the file
    is no whole picture.
    """
    if not header.decodable or header.bits != 8 or header.components not in _STAYS[order.way]:
        return None
    mode = _MODES[header.components]
    own, told = notes.own_profile(order, _carried(order, data), mode)
    if mode == "RGB" and order.way == "screen" and own and not same_colours(own, srgb().data):
        return None
    if data.find(_EOI, header.frame) < 0:
        with opened(order.path, upright=False, uninverted=False):
            pass  # decoding alone says whether anything is missing
    space, icc = meant(order, mode, own)
    return Converted(
        width=header.width,
        height=header.height,
        bits=8,
        space=space,
        components=header.components,
        icc=icc,
        entries=b"/Filter/DCTDecode" + (TURNED_OVER if mode == "CMYK" and header.adobe else b""),
        data=data,
        untouched=True,
        notes=tuple(told),
    )


def _carried(order: Order, data: bytes) -> bytes:
    """The ICC profile in a JPEG's application segments, put together by Pillow."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as picture:
            return picture.info.get("icc_profile") or b""
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise unreadable(order.path, str(error)) from error
