"""What newspaper printers ask for on their published sheets, in numbers: one for each thing, for a page before it is
written and for a finished file alike. Whose sheet says it stands with the rule (`jxprint.preflight.rules`).
"""

from __future__ import annotations

# Points: no line thinner, none thinner in several inks; no type smaller, none smaller reversed or in several inks;
# black type with other inks under it shows every slip of register up to the size of a head.
HAIRLINE_PT, THIN_PT = 0.25, 0.5
TINY_PT, REVERSED_PT, COLOURED_PT, RICH_PT = 6.0, 10.0, 10.0, 24.0
# What the numbers of a file may be off by rounding.
PT_ROUNDING = 0.005
# The share of black (0 to 1) from which an ink of several plates is a rich black (四色黑).
RICH_BLACK = 0.5
# The same of rules and areas, of which a dark colour may be meant as a colour.
DEEP_BLACK = 0.9
# Per cent of ink that rounding may add to a colour.
INK_ROUNDING = 0.5
# Points each way of an area that has to dry: 2.1 mm. Ink on less than that, as of body type on a dark picture, dries.
# Programs that judge pages let small areas be left out (Enfocus, Check ink coverage); 3 mm at 240 % is a published
# setting of theirs (automatizarpdf.com), and ours is stricter: unverified.
AREA_PT = 6.0
# Pixels to the inch: line art (线条稿) of two tones, and what rounding may take from a picture's.
LINE_ART_PPI, PPI_ROUNDING = 600, 1.0
# Below half of what a press asks for dots are seen as such: no picture is printed so.
UNPRINTABLE = 0.5
# Bits that a pixel of a photograph takes as a JPEG of good quality, measured on ours.
_PIXEL_BITS = 3


def too_fine(ppi: float, finest: int, pixels: tuple[int, int], stored: int) -> bool:
    """Whether pixels beyond the finest (to the inch; 0: not asked) only make a file large: what is `stored` of them, in
    bytes, is more than a photograph of the finest would take. A drawing of few greys takes less than that.
    """
    if not finest or ppi <= finest + PPI_ROUNDING:
        return False
    return 8 * stored > _PIXEL_BITS * pixels[0] * pixels[1] * (finest / ppi) ** 2
