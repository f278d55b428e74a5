"""Type, rules and tints of a placed page as a press prints them: sizes, widths, plates, and how much ink (总墨量)."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.errors import Finding, Phrase
from jxprint.ink import Ink
from jxprint.placed import Box, GlyphRun, PlacedPicture, Rule
from jxprint.profile import sheet
from jxprint.profile.layers import Layer, layers
from jxprint.profile.overprints import Outlines, Together, overprinted
from jxprint.profile.telling import Teller

_SHOWN = 24


def unmet_inks(teller: Teller, outlines: Outlines | None) -> Iterator[Finding]:
    """What a press does not print well of a page's type, rules and tints; `outlines` are those of its glyphs."""
    # Thousands of runs are in a few inks and sizes, most of which nobody has anything to say of.
    plain: set[tuple[int, float]] = set()
    painted = tuple(layers(teller.page))
    for layer in painted:
        thing = layer.thing
        if isinstance(thing, PlacedPicture):
            continue
        if isinstance(thing, GlyphRun):
            key = id(thing.ink), thing.size
            if key in plain:
                continue
            found = [*_type(teller, thing, layer.part), *_ink(teller, thing.ink, layer.part, layer.at)]
            if not found and _is_plain(thing.ink, thing.size):
                plain.add(key)
            yield from found
            continue
        part = layer.part or teller.part_at(layer.box)
        yield from _shape(teller, layer, part)
        for ink in layer.inks:
            yield from _ink(teller, ink, part, layer.at)
    for one in overprinted(painted, teller.profile.ink_limit, outlines) if teller.profile.ink_limit else ():
        yield from _together(teller, one)


def _is_plain(ink: Ink, size: float) -> bool:
    """Type of which nothing can be told, whatever part it stands in."""
    return ink.is_black_alone and size >= sheet.TINY_PT


def _type(teller: Teller, run: GlyphRun, part: str) -> Iterator[Finding]:
    plates = run.ink.plates
    at, size, text = (run.x, run.y), run.size, run.text[:_SHOWN]
    rich = run.ink.spot is None and run.ink.cmyk[3] >= sheet.RICH_BLACK
    if run.size < sheet.TINY_PT:
        yield from teller.once("profile.tiny", part, at, text=text, size=size, least=sheet.TINY_PT)
    if not plates:
        if run.size < sheet.REVERSED_PT:
            yield from teller.once("profile.reversed", part, at, text=text, size=size, least=sheet.REVERSED_PT)
    elif len(plates) > 1 and rich and run.size <= sheet.RICH_PT:
        yield from teller.once("profile.rich_type", part, at, "error", text=text, size=size, ink=run.ink.name)
    elif len(plates) > 1 and run.size < sheet.COLOURED_PT:
        yield from teller.once("profile.many_inks", part, at, text=text, size=size, ink=run.ink.name)


def _shape(teller: Teller, layer: Layer, part: str) -> Iterator[Finding]:
    thing = layer.thing
    if isinstance(thing, Rule):
        yield from _line(teller, thing.width_pt, thing.ink, part, layer.at)
    elif isinstance(thing, Box):
        width = min(thing.frame.width, thing.frame.height)
        if thing.fill is not None and thing.fill.plates and width < sheet.HAIRLINE_PT:
            yield from _line(teller, width, thing.fill, part, layer.at)
        if thing.stroke is not None:
            yield from _line(teller, thing.stroke_pt, thing.stroke, part, layer.at)
    for ink in layer.inks:
        if ink.is_rich_black:
            yield from teller.once("profile.rich_shape", part, layer.at, ink=ink.name)


def _line(teller: Teller, width: float, ink: Ink, part: str, at: tuple[float, float]) -> Iterator[Finding]:
    if width < sheet.HAIRLINE_PT:
        yield from teller.once("profile.hairline", part, at, width=width, least=sheet.HAIRLINE_PT)
    elif width < sheet.THIN_PT and len(ink.plates) > 1:
        yield from teller.once("profile.thin", part, at, width=width, least=sheet.THIN_PT, ink=ink.name)


def _ink(teller: Teller, ink: Ink, part: str, at: tuple[float, float]) -> Iterator[Finding]:
    limit = teller.profile.ink_limit
    if limit and ink.total > limit + sheet.INK_ROUNDING:
        args = {"ink": ink.name, "total": round(ink.total), "limit": limit}
        yield from teller.once("profile.too_much_ink", part, at, "error", **args)
    if ink.spot is not None and ink.plates:
        yield from teller.once("profile.spot_ink", part, at, name=ink.spot.name)


def _together(teller: Teller, found: Together) -> Iterator[Finding]:
    """Something overprints a ground that is too rich for it."""
    thing = found.layer.thing
    if isinstance(thing, GlyphRun):
        what = Phrase("profile.over_type", {"text": thing.text[:_SHOWN]})
    else:
        what = Phrase("profile.over_rule" if isinstance(thing, Rule) else "profile.over_area")
    part = found.layer.part or teller.part_at(found.layer.box)
    args = {"what": what, "total": round(found.total), "limit": teller.profile.ink_limit}
    yield from teller.once("profile.together", part, found.at, "error", **args)
