"""Rows of fonts, their programs and what of them is shown."""

from __future__ import annotations

from jxprint.preflight.rule import Rule
from jxprint.preflight.rules.sources import (
    A123,
    ALL,
    GWG,
    KODAK,
    PADAM,
    PRESS,
    TAGGED,
    UA,
    UA1,
    X1A,
    A,
    X,
    arlington,
    unverified,
    vera,
)

_READ = (*A, *UA)

ROWS = (
    Rule(
        "preflight.fonts.not_embedded",
        (*X, *A, *UA),
        f"{vera('6.2.11.4.1-1', '6.2.10.4.1-1', '7.21.4.1-1', '8.4.5.5.1-1')}; {KODAK}; {PADAM}",
    ),
    Rule(
        "preflight.fonts.damaged",
        ALL,
        f"{vera('6.2.11.4.1-1', '6.2.10.4.1-1', '7.21.4.1-1', '8.4.5.5.1-1')}; ISO 32000-1, 9.9",
    ),
    Rule("preflight.fonts.no_tag", (*X, *A), "ISO 32000-1, 9.6.4: font subsets", "warning"),
    Rule("preflight.fonts.kind", A, "ISO 32000-1, 9.5, table 110: Type and Subtype"),
    Rule("preflight.fonts.base_name", _READ, vera("6.2.11.2-3", "6.2.10.2-3")),
    Rule(
        "preflight.fonts.width_count",
        A,
        "; ".join(vera(f"6.2.11.2-{test}", f"6.2.10.2-{test}") for test in (4, 5, 6)),
    ),
    Rule("preflight.fonts.program_kind", A, vera("6.2.11.2-7", "6.2.10.2-7")),
    Rule("preflight.fonts.widths", _READ, vera("6.2.11.5-1", "6.2.10.5-1", "7.21.5-1", "8.4.5.6-1")),
    Rule("preflight.fonts.no_unicode", TAGGED, vera("6.2.11.7.2-1", ua1="7.21.7-1", ua2="8.4.5.8-1")),
    Rule("preflight.fonts.unicode_value", _READ, vera("6.2.11.7.2-2", "6.2.10.7-1", "7.21.7-2", "8.4.5.8-2")),
    Rule(
        "preflight.fonts.no_glyph",
        _READ,
        f"{vera('6.2.11.8-1', '6.2.10.9-1', '7.21.8-1', '8.4.5.9-1')}; "
        f"{vera('6.2.11.4.1-2', '6.2.10.4.1-2', '7.21.4.1-2', '8.4.5.5.1-2')}",
    ),
    Rule("preflight.fonts.glyph_map", _READ, vera("6.2.11.3.2-1", "6.2.10.3.2-1", "7.21.3.2-1", "8.4.5.3.2-1")),
    Rule(
        "preflight.fonts.cmap",
        _READ,
        f"{vera('6.2.11.3.3-1', '6.2.10.3.3-1', '7.21.3.3-1', '8.4.5.4-1')}; "
        f"{vera('6.2.11.3.3-3', '6.2.10.3.3-3', '7.21.3.3-3', '8.4.5.4-3')}",
    ),
    Rule("preflight.fonts.collection", _READ, vera("6.2.11.3.1-1", "6.2.10.3.1-1", "7.21.3.1-1", "8.4.5.3.1-1")),
    Rule("preflight.fonts.writing_mode", _READ, vera("6.2.11.3.3-2", "6.2.10.3.3-2", "7.21.3.3-2", "8.4.5.4-2")),
    Rule("preflight.fonts.high_cid", A123, vera("6.1.13-10")),
    Rule("preflight.fonts.cid_set", (*A123, *UA1), vera("6.2.11.4.2-2", ua1="7.21.4.2-2")),
    Rule("preflight.fonts.char_set", (*A123, *UA1), vera("6.2.11.4.2-1", ua1="7.21.4.2-1")),
    Rule(
        "preflight.fonts.encoding",
        _READ,
        f"{vera('6.2.11.6-2', '6.2.10.6-2', '7.21.6-2', '8.4.5.7-2')}; "
        f"{vera('6.2.11.6-3', '6.2.10.6-3', '7.21.6-3', '8.4.5.7-3')}",
    ),
    Rule(
        "preflight.fonts.character_map",
        _READ,
        f"{vera('6.2.11.6-1', '6.2.10.6-1', '7.21.6-1', '8.4.5.7-1')}; "
        f"{vera('6.2.11.6-4', '6.2.10.6-4', '7.21.6-4', '8.4.5.7-4')}",
    ),
    Rule("preflight.fonts.open_type", X1A, arlington("FontFileType, Subtype OpenType, since PDF 1.6")),
    Rule("preflight.fonts.type_three", PRESS, unverified("glyphs as drawings have no hints"), "warning"),
    Rule("preflight.fonts.courier", PRESS, f"{GWG}: Font Courier", "warning"),
)
