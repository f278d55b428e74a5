"""Graphics state dictionaries and groups (ISO 32000-1, 8.4.5, 11.6): transparency, transfer curves, halftones."""

from __future__ import annotations

from typing import Any

from jxprint.preflight.paths import Spot
from jxprint.preflight.spaces import blending_space
from jxprint.preflight.subject import PageSubject

_MODES = frozenset(
    [
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)
_OPAQUE = ("Normal", "Compatible")
_INTENTS = ("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation")


def ask_parameters(page: PageSubject, entries: Any, spot: Spot | None) -> None:
    """One graphics state dictionary as something is painted in it."""
    import pikepdf

    for key in ("ca", "CA"):
        if f"/{key}" in entries and float(entries[f"/{key}"]) < 1:
            page.tell("preflight.transparency.opacity", spot, opacity=float(entries[f"/{key}"]))
    if "/BM" in entries:
        modes = entries["/BM"]
        for mode in modes if isinstance(modes, pikepdf.Array) else [modes]:
            name = str(mode).lstrip("/")
            if name not in _MODES:
                page.tell("preflight.transparency.mode_unknown", spot, name=name)
            elif name not in _OPAQUE:
                page.tell("preflight.transparency.mode", spot, name=name)
    if "/SMask" in entries and str(entries["/SMask"]) != "/None":
        page.tell("preflight.transparency.soft_mask", spot)
    if "/TR" in entries:
        page.tell("preflight.screening.transfer", spot)
    if "/TR2" in entries and str(entries["/TR2"]) != "/Default":
        page.tell("preflight.screening.transfer_two", spot)
    if "/HTP" in entries:
        page.tell("preflight.screening.phase", spot)
    if "/HTO" in entries:
        page.tell("preflight.screening.origin", spot)
    if isinstance(halftone := entries.get("/HT"), pikepdf.Dictionary):
        _ask_halftone(page, halftone, spot)
    if "/RI" in entries:
        ask_intent(page, str(entries["/RI"]))


def ask_intent(page: PageSubject, name: str) -> None:
    """A rendering intent by its name (table 70)."""
    if name.lstrip("/") not in _INTENTS:
        page.tell("preflight.colour.rendering_intent", None, name=name.lstrip("/"))


def ask_group(page: PageSubject, holder: Any, resources: Any, spot: Spot | None) -> None:
    """The transparency group of a page or form."""
    group = holder.get("/Group")
    if group is None or str(group.get("/S")) != "/Transparency":
        return
    page.tell("preflight.transparency.group", spot)
    space = blending_space(group, resources)
    if space.family == "/DeviceRGB" or (space.components == 3 and space.family):
        page.tell("preflight.transparency.blend_space", spot, space=space.family.lstrip("/"))


def _ask_halftone(page: PageSubject, halftone: Any, spot: Spot | None) -> None:
    kind = halftone.get("/HalftoneType")
    if kind not in (1, 5):
        page.tell("preflight.screening.halftone_type", spot, found=str(kind))
    if "/TransferFunction" in halftone:
        page.tell("preflight.screening.halftone_transfer", spot)
    if "/HalftoneName" in halftone:
        page.tell("preflight.screening.halftone_name", spot)
