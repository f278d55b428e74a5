"""The colour bar (色标、测控条): patches by which solids, tints, grey balance and trapping are measured on the press.

A patch is 5 mm wide and high: the opening of a densitometer and some white round it. The grey patch is the midtone of
G7 (CGATS TR 015: 50 C, 40 M, 40 Y), which looks like the 50 % of black beside it as long as the three inks are in
balance. The overprints are the secondary colours that ISO 12647-3 has tolerances for.
"""

from __future__ import annotations

from jxprint.composition.lettering import Lettering
from jxprint.errors import Finding, Place, ProfileError
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.ink import BLACK, CYAN, MAGENTA, REGISTRATION, YELLOW, Ink
from jxprint.placed import Box, PlacedPage, Shape
from jxprint.press.paper import CORNER_PT, MIDDLE_PT, STAND_OFF_PT

PATCH_PT = 5 * PT_PER_MM
_TINT = 0.5
_LABEL_PT, _WHITE_PT = 4.5, 1.5
PATCHES: tuple[tuple[str, Ink], ...] = (
    ("C", CYAN),
    ("M", MAGENTA),
    ("Y", YELLOW),
    ("K", BLACK),
    ("C50", CYAN.tint(_TINT)),
    ("M50", MAGENTA.tint(_TINT)),
    ("Y50", YELLOW.tint(_TINT)),
    ("K50", BLACK.tint(_TINT)),
    ("CMY", Ink("grey balance", (0.5, 0.4, 0.4, 0.0))),
    ("MY", Ink("magenta and yellow", (0.0, 1.0, 1.0, 0.0))),
    ("CY", Ink("cyan and yellow", (1.0, 0.0, 1.0, 0.0))),
    ("CM", Ink("cyan and magenta", (1.0, 1.0, 0.0, 0.0))),
)


def colour_bar(page: PlacedPage, face: Lettering, place: Place) -> list[Shape]:
    """Patches under the foot, each named under it, on both sides of the middle where one side is too short. Raises
    ProfileError where both are.
    """
    half = page.width / 2 - CORNER_PT - MIDDLE_PT
    left = min(len(PATCHES), max(0, int(half / PATCH_PT)))
    if len(PATCHES) > 2 * left:
        args = {"wanted": _mm(len(PATCHES) * PATCH_PT), "room": _mm(2 * left * PATCH_PT)}
        raise ProfileError(Finding("press.bar_too_long", place, args))
    top = page.height + page.bleed + STAND_OFF_PT
    shapes: list[Shape] = []
    for number, (name, ink) in enumerate(PATCHES):
        start = CORNER_PT if number < left else page.width / 2 + MIDDLE_PT
        x = start + (number if number < left else number - left) * PATCH_PT
        shapes.append(Box(Rect(x, top, PATCH_PT, PATCH_PT), fill=ink))
        baseline = top + PATCH_PT + _WHITE_PT + 0.8 * _LABEL_PT
        shapes += face.shapes(name, x + PATCH_PT / 2, baseline, _LABEL_PT, REGISTRATION, "centre")
    return shapes


def _mm(length: float) -> str:
    return f"{length / PT_PER_MM:.0f}"
