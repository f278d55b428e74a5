"""A picture file as press, archive or screen wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.colour import notes
from jxprint.colour.amounts import lessened, never_over
from jxprint.colour.converted import KINDS, Converted, Order, Way, meant
from jxprint.colour.greys import BlackAlone, is_grey
from jxprint.colour.in_order import in_order
from jxprint.colour.passing import passed
from jxprint.colour.pixels import Pixels, opened, unreadable
from jxprint.colour.profiles import OutputProfile, srgb
from jxprint.colour.streams import MOST_JPEG, Deflated, Jpeg, Packed, Stream
from jxprint.colour.transforms import Turning, same_colours, transform
from jxprint.intake.jpeg import read_jpeg_header
from jxprint.intake.refusals import reason

if TYPE_CHECKING:
    from PIL.Image import Image

# Pillow's scale: at 90 a photograph shows no block on newsprint at any size; at 82 it is half as large, and good enough
# for a screen.
_PRESS_QUALITY, _SCREEN_QUALITY = 90, 82
# What becomes of a picture's mode; what is not named stays.
_BECOMES: dict[Way, dict[str, str]] = {
    "press": {"RGB": "CMYK", "LAB": "CMYK"},
    "archive": {"LAB": "RGB"},
    "screen": {"CMYK": "RGB", "LAB": "RGB"},
}


def convert(path: Path, way: Way, output: OutputProfile, *, limit: int = 0, share: float = 1.0) -> Converted:
    """The picture in a file as a PDF holds it. Raises OutputError where it cannot be read.

    `press`: RGB and Lab in the inks of `output`, with `limit` per cent in one place at most (0: what the profile lays);
    CMYK keeps its numbers, whatever they lay. `archive`: RGB keeps its numbers and has the profile of
    its file, or sRGB; Lab becomes sRGB; CMYK keeps its numbers. `screen`: sRGB, from CMYK by its own profile, else by
    `output`. Grey is grey throughout. RGB that shows no colour is grey for the press, what is clear shows white paper:
    both are told.

    A JPEG passes byte for byte where its numbers do not change. What has been a JPEG becomes one again where they do;
    every other file stays without loss, but on the screen, where photographs become JPEGs. `share` (over 0, to 1)
    brings width and height down to so much of what they are.
    """
    order = Order(path, way, output, limit)
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, reason(error)) from error
    header = read_jpeg_header(data)
    if header is not None and share >= 1:
        untouched = passed(order, header, data)
        if untouched is not None:
            return untouched
    del data  # decoded from the file: both at once would be more than either needs
    inverted = header is not None and header.components == 4 and not header.adobe
    with opened(path, share=share, upright=header is None, uninverted=inverted) as pixels:
        return _made(order, pixels, lossy=header is not None)


def _made(order: Order, pixels: Pixels, *, lossy: bool) -> Converted:
    """The picture, converted strip by strip; `lossy` where its file is."""
    # A picture in Lab means what it says, whatever it carries.
    own, told = notes.own_profile(order, pixels.profile if pixels.mode in KINDS else b"", pixels.mode)
    mode = _BECOMES[order.way].get(pixels.mode, pixels.mode)
    if (pixels.mode, mode) == ("RGB", "CMYK") and is_grey(pixels, own):
        mode = "L"
        told.append(notes.grey(order))
    stream = _stream(order, pixels, mode, lossy=lossy)
    turning = _turning(order, pixels.mode, mode, own, lossy=lossy)
    limit = order.limit if (order.way, mode) == ("press", "CMYK") else 0
    highest = _filled(stream, pixels, turning, limit)
    if pixels.flattened:
        told.append(notes.flattened(order))
    if highest:
        told.append(notes.lessened(order, highest))
    entries, data = stream.finish()
    space, icc = meant(order, mode, own)
    return Converted(
        width=pixels.size[0],
        height=pixels.size[1],
        bits=1 if mode == "1" else 8,
        space=space,
        components=KINDS[mode].components,
        icc=icc,
        entries=entries,
        data=data,
        untouched=False,
        notes=tuple(told),
    )


def _filled(stream: Stream, pixels: Pixels, turning: Turning | None, limit: int) -> float:
    """All strips of a picture turned and put into a stream. Inks of our own making are brought down to the limit (0:
    there is none): gives the highest amount that there was, or 0 where none was over it.
    """
    asked = limit and turning is not None and not never_over(turning, pixels.mode, limit)

    def worked(strip: Image) -> tuple[Packed, float]:
        turned = strip if turning is None else turning.apply(strip)
        turned, highest = lessened(turned, limit) if asked else (turned, 0.0)
        return stream.packed(turned), highest

    most = 0.0
    for packed, highest in in_order(worked, pixels.strips(stream.rows)):
        stream.add(packed)
        most = max(most, highest)
    return most


def _turning(order: Order, mode: str, becomes: str, own: bytes, *, lossy: bool) -> Turning | None:
    """What changes a picture's numbers; None where they stay."""
    if mode == becomes:
        foreign = order.way == "screen" and mode == "RGB" and own and not same_colours(own, srgb().data)
        if not foreign:
            return None
    if becomes == "L":
        return BlackAlone(own, order.output.data)
    source = own or {"RGB": srgb().data, "CMYK": order.output.data, "LAB": b""}[mode]
    target = order.output.data if becomes == "CMYK" else srgb().data
    return transform(source, target, (mode, becomes), photograph=lossy)


def _stream(order: Order, pixels: Pixels, mode: str, *, lossy: bool) -> Stream:
    """A JPEG for what was one, and for photographs on the screen; else samples without loss."""
    blurred = lossy or (order.way == "screen" and not pixels.few_colours)
    if blurred and mode != "1" and max(pixels.size) <= MOST_JPEG:
        return Jpeg(pixels.size, KINDS[mode].components, _SCREEN_QUALITY if order.way == "screen" else _PRESS_QUALITY)
    return Deflated(pixels.size[0], KINDS[mode].components, 1 if mode == "1" else 8)
