"""Rows of colour, ink, transparency and screening."""

from __future__ import annotations

from jxprint.preflight.rule import Rule
from jxprint.preflight.rules.sources import (
    A4,
    CONSOLIDATED,
    ESKO,
    GREAT_WEST,
    GWG,
    JHOVE,
    KODAK,
    NIAD,
    PADAM,
    PRESS,
    TRIBUNE,
    USA,
    WBJ,
    X1A,
    A,
    X,
    vera,
)

# Of RGB, of inks, of grey.
_MEANINGS = "; ".join(vera(f"6.2.4.3-{test}", f"6.2.4.3-{test}") for test in (2, 3, 4))

ROWS = (
    Rule("preflight.colour.rgb", X, f"{KODAK}; {PADAM}; {ESKO}"),
    Rule("preflight.colour.lab", X1A, f"{KODAK}; {JHOVE}"),
    Rule("preflight.colour.calibrated", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.colour.icc_based", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.colour.managed", ("x4",), f"{NIAD}: CMYK, no RGB or Lab; {WBJ}: CMYK only", "warning"),
    Rule("preflight.colour.alternate", X1A, f"{JHOVE}: colorSpaceOK"),
    Rule("preflight.colour.two_values", (*A, *PRESS), f"{vera('6.2.4.4-2', '6.2.4.4-2')}; {GWG}: Ambiguous Spot Color"),
    Rule("preflight.colour.colorants", A, vera("6.2.4.4-1", "6.2.4.4-1")),
    Rule("preflight.colour.no_intent", A, _MEANINGS),
    Rule("preflight.colour.profile", (*X, *A), vera("6.2.4.2-1", "6.2.4.2-1")),
    Rule("preflight.colour.overprint_mode", A, vera("6.2.4.2-2", "6.2.4.2-2")),
    Rule("preflight.colour.rendering_intent", A, vera("6.2.6-1", "6.2.4.6-1")),
    Rule("preflight.colour.spot_ink", PRESS, f"{WBJ}: no spot colours; {NIAD}; {GWG}: Use of Spot Colors", "warning"),
    Rule("preflight.colour.registration", PRESS, f"{GWG}: Separation Color All"),
    Rule("preflight.ink.total", PRESS, f"{NIAD}: 240 %; {WBJ}: 220 %; {GREAT_WEST}: 200 %; the profile's own row"),
    Rule("preflight.images.ink", PRESS, f"{NIAD}: 240 %; {WBJ}: 220 %; {GWG}: Total Ink Area Coverage"),
    Rule("preflight.ink.rich_text", PRESS, f"{TRIBUNE}: black type in 100 % black alone; {GWG}: Rich Black Text"),
    Rule("preflight.ink.small_coloured", PRESS, f"{NIAD}: 10 pt; {USA}: 14 pt; {GWG}: Small Text", "warning"),
    Rule("preflight.ink.small_reversed", PRESS, f"{TRIBUNE}: 10 pt; {USA}: 10 pt; {NIAD}: 10 pt", "warning"),
    Rule("preflight.ink.tiny_text", PRESS, f"{NIAD}: 6 pt; {USA}: 6 pt", "warning"),
    Rule("preflight.ink.black_knocks_out", PRESS, f"{GWG}: 100% Black Text Overprint", "warning"),
    Rule("preflight.ink.white_overprints", PRESS, f"{NIAD}: white text set to overprint; {GWG}: White Text Overprint"),
    Rule("preflight.ink.colour_overprints", PRESS, f"{NIAD}: yellow text set to overprint", "warning"),
    Rule("preflight.ink.zero_line", PRESS, f"{CONSOLIDATED}: hairlines"),
    Rule("preflight.ink.hairline", PRESS, f"{CONSOLIDATED}: 0.25 pt; {GWG}: Effective Line Width", "warning"),
    Rule("preflight.ink.thin_coloured", PRESS, f"{CONSOLIDATED}: thin lines in two inks; {NIAD}", "warning"),
    Rule("preflight.transparency.opacity", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.transparency.mode", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.transparency.mode_unknown", (*X, *A), vera("6.2.10-1", "6.2.9-1")),
    Rule("preflight.transparency.soft_mask", X1A, f"{JHOVE}; {PADAM}"),
    Rule("preflight.transparency.group", X1A, f"{PADAM}; PDFlib 8 tutorial, table 10.3: transparency groups"),
    Rule("preflight.transparency.blend_space", ("x4",), f"{GWG}: Transparency Blend Color Space; PDFlib 8, table 10.3"),
    Rule("preflight.screening.transfer", (*X, *A), f"{vera('6.2.5-1', '6.2.5-1')}; {KODAK}; {JHOVE}"),
    Rule("preflight.screening.transfer_two", (*X, *A), f"{vera('6.2.5-2', '6.2.5-2')}; {KODAK}"),
    Rule("preflight.screening.phase", (*X, "a2", "a3"), f"{vera('6.2.5-3')}; {KODAK}; {JHOVE}"),
    Rule("preflight.screening.origin", A4, vera(a4="6.2.5-3")),
    Rule("preflight.screening.halftone_type", (*X, *A), f"{vera('6.2.5-4', '6.2.5-4')}; {KODAK}; {JHOVE}"),
    Rule("preflight.screening.halftone_name", (*X, *A), f"{vera('6.2.5-5', '6.2.5-5')}; {KODAK}"),
)
