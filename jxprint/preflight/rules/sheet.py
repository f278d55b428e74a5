"""Rows of the sheet, what lies on it, its fonts and pictures."""

from __future__ import annotations

from jxprint.preflight.rule import Rule
from jxprint.preflight.rules.sources import (
    A123,
    ALL,
    CGATS,
    CNEWS,
    GREAT_WEST,
    GWG,
    JHOVE,
    KODAK,
    PADAM,
    PRESS,
    PRINECT,
    WBJ,
    X1A,
    X4_PAGE,
    A,
    X,
    arlington,
    vera,
)

_BOXES = "ISO 32000-1, 14.11.2"

ROWS = (
    Rule("preflight.boxes.empty", ALL, f"{_BOXES}; {arlington('PageObject, boxes are rectangles')}"),
    Rule("preflight.boxes.size", ALL, vera("6.1.13-11")),
    Rule("preflight.boxes.trim_or_art", X, f"{CGATS}; {JHOVE}; {KODAK}; {PADAM}"),
    Rule("preflight.boxes.trim_outside", ALL, f"{_BOXES}; {PADAM}"),
    Rule("preflight.boxes.bleed_cuts", X, f"{CGATS}; {KODAK}"),
    Rule("preflight.boxes.bleed_outside", X, f"{PADAM}; {_BOXES}"),
    Rule("preflight.boxes.crop_cuts_trim", X, f"{CGATS}; {KODAK}"),
    Rule("preflight.boxes.crop_cuts_bleed", PRESS, f"{GWG}: Crop Box", "warning"),
    Rule(
        "preflight.boxes.user_unit",
        (*X1A, *PRESS),
        f"{arlington('PageObject, UserUnit, since PDF 1.6')}; {GWG}: Page Scaling",
    ),
    Rule("preflight.boxes.rotated", PRESS, f"{GWG}: Page Size and Orientation", "warning"),
    Rule("preflight.boxes.sizes_differ", PRESS, f"{GWG}: Page Size and Orientation", "warning"),
    Rule("preflight.boxes.separated", X, f"{KODAK}; {PADAM}"),
    Rule("preflight.boxes.nothing_painted", PRESS, f"{GWG}: Empty Pages", "warning"),
    Rule("preflight.annotations.on_page", X, f"{KODAK}; {PADAM}"),
    Rule("preflight.annotations.kind", A, vera("6.3.1-1", "6.3.1-1")),
    Rule("preflight.annotations.no_flags", A, vera("6.3.2-1", "6.3.2-1")),
    Rule("preflight.annotations.not_printed", A, vera("6.3.2-2", "6.3.2-2")),
    Rule("preflight.annotations.no_appearance", A, vera("6.3.3-1", "6.3.3-1")),
    Rule("preflight.annotations.appearances", A, vera("6.3.3-2", "6.3.3-2")),
    Rule("preflight.annotations.states", A, f"{vera('6.3.3-3', '6.3.3-3')}; {vera('6.3.3-4', '6.3.3-4')}"),
    Rule("preflight.annotations.acts", A, vera("6.4.1-1", "6.4.1-1")),
    Rule("preflight.content.no_resource", ALL, vera(a4="6.2.2-3")),
    Rule("preflight.content.nested", A123, vera("6.1.13-8")),
    Rule("preflight.content.operator", (*X, *A), f"{vera('6.2.2-1', '6.2.2-1')}; {PADAM}"),
    Rule("preflight.images.damaged", ALL, "ISO 32000-1, 8.9.5.1: sample data; 7.4.4: Flate"),
    Rule("preflight.images.postscript", (*X, *A), f"{vera('6.2.9-3')}; {JHOVE}; {KODAK}"),
    Rule("preflight.images.reference", (*X, *A), vera("6.2.9-2", "6.2.8.2-1", "7.20-1")),
    Rule(
        "preflight.images.opi",
        (*X, *A),
        f"{vera('6.2.8-2', '6.2.7.1-2')}; {vera('6.2.9-1', '6.2.8.1-1')}; {KODAK}; {X4_PAGE}; {CNEWS}",
    ),
    Rule("preflight.images.alternates", (*X, *A), f"{vera('6.2.8-1', '6.2.7.1-1')}; {JHOVE}"),
    Rule("preflight.images.interpolated", A, vera("6.2.8-3", "6.2.7.1-3")),
    Rule("preflight.images.bits", ALL, vera("6.2.8-4", "6.2.7.1-4")),
    Rule("preflight.images.mask_bits", ALL, vera("6.2.8-5", "6.2.7.1-5")),
    Rule("preflight.images.sixteen_bits", X1A, arlington("XObjectImage, BitsPerComponent 16, since PDF 1.5")),
    Rule("preflight.images.jpx", X1A, f"{PRINECT}; {arlington('Filter JPXDecode, since PDF 1.5')}"),
    Rule("preflight.images.jbig2", X1A, f"{KODAK}; {JHOVE}"),
    Rule("preflight.images.inline_lzw", (*X, *A), vera("6.1.10-1", "6.1.9-1")),
    Rule("preflight.images.soft_mask", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.images.coarse", PRESS, f"{WBJ}: 170 ppi; {GREAT_WEST}: 200 ppi; the profile's own row", "warning"),
    Rule(
        "preflight.images.unprintable", PRESS, f"{WBJ}: 170 ppi; {GREAT_WEST}: 200 ppi; half of the profile's own row"
    ),
    Rule("preflight.images.fine", ALL, "the profile's own row: more pixels only make a file large", "note"),
    Rule("preflight.images.line_art", PRESS, f"{GREAT_WEST}: line art at 600 ppi", "warning"),
)
