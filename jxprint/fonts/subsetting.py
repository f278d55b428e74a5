"""One face, one subset: the program that is embedded, its glyphs still known by the face's own numbers.

HarfBuzz cuts a Song face in a fiftieth of the time of fontTools. The program is a bare CFF table: it has a charset, by
which every reader measured finds the glyph of a CID; in an OpenType container some take the CID for the glyph's place.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from msgspec import Struct

from jxprint.errors import Finding, FontError, Place
from jxprint.fonts.charset import cids
from jxprint.fonts.face import Face, Kind

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
_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.DESUBROUTINIZE
    | hb.SubsetFlags.NOTDEF_OUTLINE
)


class Subset(Struct, frozen=True):
    """`program` is a bare CFF table or a TrueType font; `glyph_map` leads from the face's glyphs to the subset's;
    `cids` and `advances` stand by the subset's glyphs: the number by which a PDF shows it, and thousandths of an em
    to two decimals, as a PDF says them.

    A CID belongs to the face's glyph whatever else is cut with it, except where the face names its glyphs (CFF without
    a ROS): there it is the glyph's place in the program.
    """

    program: bytes
    kind: Kind
    glyph_map: Mapping[int, int]
    cids: tuple[int, ...]
    advances: tuple[float, ...]


def subset(face: Face, glyphs: Iterable[int]) -> Subset:
    """Cut a face down to some glyphs (and what composites need). Raises FontError where the outlines are damaged."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = _FLAGS
    wanted.layout_feature_tag_set.clear()
    wanted.drop_table_tag_set.update([int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED])
    if face.hb_face.has_var_data:
        wanted.pin_all_axes_to_default(face.hb_face)
    try:
        plan = hb.SubsetPlan(face.hb_face, wanted)
        made = plan.execute()
        program = bytes(made.reference_table("CFF ").data if face.kind == "cff" else made.blob.data)
        numbers = cids(program) if face.kind == "cff" else tuple(sorted(plan.old_to_new_glyph_mapping))
    except (hb.HarfBuzzError, RuntimeError, ValueError, LookupError, struct.error) as error:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id})) from error
    if not program or made.glyph_count == 0 or len(numbers) != made.glyph_count:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id}))
    return Subset(program, face.kind, dict(plan.old_to_new_glyph_mapping.items()), numbers, _advances(made))


def _advances(made: hb.Face) -> tuple[float, ...]:
    units = list(map(hb.Font(made).get_glyph_h_advance, range(made.glyph_count)))
    # Most are an em wide: each width is reckoned once.
    scaled = {advance: round(advance * 1000 / made.upem, 2) for advance in set(units)}
    return tuple([scaled[advance] for advance in units])
