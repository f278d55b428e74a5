"""One face, one subset: the program that is embedded, with its glyphs numbered anew.

HarfBuzz cuts a Song face in a fiftieth of the time of fontTools. The subset has code = CID = glyph index for any
reader's guess (CFF_IDENTITY_CHARSET); OpenType containers do not, see docs in writers/pdf/numbering.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from msgspec import Struct

from jxprint.errors import Finding, FontError, Place
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
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)


class Subset(Struct, frozen=True):
    """`program` is a bare CFF table or a TrueType font; `glyph_map` leads from the face's glyphs to the subset's;
    `advances` stand by the subset's glyphs, in thousandths of an em.
    """

    program: bytes
    kind: Kind
    glyph_map: Mapping[int, int]
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
    except (hb.HarfBuzzError, RuntimeError) as error:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id})) from error
    program = made.reference_table("CFF ").data if face.kind == "cff" else made.blob.data
    if not program or made.glyph_count == 0:
        raise FontError(Finding("fonts.outlines", Place(file=str(face.path)), {"face": face.id}))
    measured = hb.Font(made)
    scale = 1000 / made.upem
    advances = tuple(measured.get_glyph_h_advance(glyph) * scale for glyph in range(made.glyph_count))
    return Subset(bytes(program), face.kind, dict(plan.old_to_new_glyph_mapping.items()), advances)
