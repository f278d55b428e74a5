"""One face, one subset: the program that is embedded. A CID-keyed face's glyphs keep the numbers that it gives them.

HarfBuzz cuts a Song face in a fiftieth of the time of fontTools. The program is a bare CFF table: it has a charset, by
which every reader measured finds the glyph of a CID; in an OpenType container some take the CID for the glyph's place.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from msgspec import Struct

from jxprint.errors import Finding, FontError, Place
from jxprint.fonts.cff import cids
from jxprint.fonts.face import Face, Kind
from jxprint.fonts.grafting import Stock, graft, take_apart

# Everything of a font that a PDF's reader never asks: layout, names, bitmaps, metadata.
_DROPPED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "JSTF",
    "MATH",
    "name",
    "OS/2",
    "DSIG",
    "VORG",
    "vhea",
    "vmtx",
    "post",
    "STAT",
)
_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NOTDEF_OUTLINE


# Above this many new glyphs a face is cut anew.
_GRAFTED = 24


class Subset(Struct, frozen=True):
    """`program` is a bare CFF table or a TrueType font; `glyph_map` leads from the face's glyphs to the subset's;
    `cids` and `advances` stand by the subset's glyphs: the number by which a PDF shows it, and thousandths of an em
    to two decimals, as a PDF says them.

    In a CID-keyed program a CID belongs to the face's glyph whatever else is cut with it. In TrueType, and in CFF that
    names its glyphs, it is the glyph's place in the program, and `keyed` is false: a CIDToGIDMap would keep the numbers
    here too, but it can tell a reader's eyes another text than the codes tell his copy.
    """

    program: bytes
    kind: Kind
    glyph_map: Mapping[int, int]
    cids: tuple[int, ...]
    advances: tuple[float, ...]
    keyed: bool = True
    stock: Stock | None = None


def subset(face: Face, glyphs: frozenset[int], before: Subset | None = None) -> Subset:
    """Cut a face down to some glyphs (and what composites need). `before` is an earlier cut of the same face that has
    most of them: it saves time and changes nothing. Raises FontError where the outlines are damaged.
    """
    if before is not None and before.kind == "cff":
        new = glyphs - before.glyph_map.keys()
        made = _grafted(before, _cut(face, new, face.outlines_alone), glyphs) if len(new) <= _GRAFTED else None
        if made is not None:
            return made
    return _cut(face, glyphs)


def _grafted(before: Subset, new: Subset, glyphs: frozenset[int]) -> Subset | None:
    """What would be cut, from two cuts that have it all between them; None where it cannot be made of these."""
    stock = before.stock or take_apart(before.program)
    scion = take_apart(new.program)
    if stock is None or scion is None:
        return None
    kept, listed = before.glyph_map, sorted({0, *glyphs})
    order = [(False, kept[glyph]) if glyph in kept else (True, new.glyph_map[glyph]) for glyph in listed]
    made = graft(stock, scion, order)
    if made is None:
        return None
    program, stock = made
    advances = tuple([(new if fresh else before).advances[place] for fresh, place in order])
    places = {glyph: place for place, glyph in enumerate(listed)}
    return Subset(program, "cff", places, stock.cids, advances, stock=stock)


def _cut(face: Face, glyphs: Iterable[int], source: hb.Face | None = None) -> Subset:
    source = source or face.hb_face
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = _FLAGS
    wanted.layout_feature_tag_set.clear()
    wanted.drop_table_tag_set.update([int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED])
    if source.has_var_data:
        wanted.pin_all_axes_to_default(source)
    try:
        plan = hb.SubsetPlan(source, wanted)
        made = plan.execute()
        program = bytes(made.reference_table("CFF ").data if face.kind == "cff" else made.blob.data)
        numbers, keyed = cids(program) if face.kind == "cff" else (tuple(range(made.glyph_count)), False)
    except (hb.HarfBuzzError, RuntimeError, ValueError, LookupError, struct.error) as error:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id})) from error
    if not program or made.glyph_count == 0 or len(numbers) != made.glyph_count:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id}))
    return Subset(program, face.kind, dict(plan.old_to_new_glyph_mapping.items()), numbers, _advances(made), keyed)


def _advances(made: hb.Face) -> tuple[float, ...]:
    units = list(map(hb.Font(made).get_glyph_h_advance, range(made.glyph_count)))
    # Most are an em wide: each width is reckoned once.
    scaled = {advance: round(advance * 1000 / made.upem, 2) for advance in set(units)}
    return tuple([scaled[advance] for advance in units])
