"""Pictures and forms (ISO 32000-1, 8.9, 8.10): resolution on paper, bits, filters, and what a press must not meet."""

from __future__ import annotations

from math import hypot
from typing import Any

from jxprint.intake.matrices import corners, mapped
from jxprint.preflight.paths import Spot, box_of, corner
from jxprint.preflight.sampling import most_ink
from jxprint.preflight.soundness import is_whole
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.survey import filters_of
from jxprint.preflight.values import is_true
from jxprint.profile import sheet
from jxprint.profile.areas import is_over

_BITS = (1, 2, 4, 8, 16)
# A picture of fewer pixels a side is a tint, stretched.
_TINT = 2


def ask_image(page: PageSubject, state: PaintState, image: Any, resources: Any, inline: bool) -> None:
    """One painted picture, its colour space apart."""
    entries = image.obj if inline else image
    kind = str(entries.get("/Subtype", "/Image"))
    if kind == "/PS":
        page.tell("preflight.images.postscript")
        return
    spot = spot_of(page, state)
    filters = filters_of(entries)
    if "/JPXDecode" in filters:
        page.tell("preflight.images.jpx", spot)
    if "/JBIG2Decode" in filters:
        page.tell("preflight.images.jbig2", spot)
    if inline and {"/LZW", "/LZWDecode"} & set(filters):
        page.tell("preflight.images.inline_lzw", spot)
    if "/Alternates" in entries:
        page.tell("preflight.images.alternates", spot)
    if "/OPI" in entries:
        page.tell("preflight.images.opi", spot)
    if is_true(entries.get("/Interpolate")):
        page.tell("preflight.images.interpolated", spot)
    if "/SMask" in entries or entries.get("/SMaskInData", 0) not in (0, None):
        page.tell("preflight.images.soft_mask", spot)
    if not inline and not is_whole(entries, resources):
        page.tell("preflight.images.damaged", spot)
    _ask_bits(page, entries, spot)
    _ask_resolution(page, state, entries, spot, inline)
    if page.asks("preflight.images.ink") and not inline and (total := most_ink(entries)) is not None:
        limit = page.subject.profile.ink_limit
        if is_over(total, limit):
            page.tell("preflight.images.ink", spot, total=round(total), limit=limit)


def spot_of(page: PageSubject, state: PaintState) -> Spot:
    """Where a picture stands: the top left corner of what a clip leaves of it on the page."""
    box = box_of([mapped(one, state.ctm) for one in corners((0.0, 0.0, 1.0, 1.0))])
    return corner(box, page.view(state.clip)) or mapped((0.0, 1.0), state.ctm)


def ask_form(page: PageSubject, form: Any, spot: Spot | None) -> None:
    """A form as it is entered."""
    if "/Ref" in form:
        page.tell("preflight.images.reference", spot)
    if "/OPI" in form:
        page.tell("preflight.images.opi", spot)
    if "/PS" in form or str(form.get("/Subtype2")) == "/PS":
        page.tell("preflight.images.postscript", spot)


def _ask_bits(page: PageSubject, entries: Any, spot: tuple[float, float]) -> None:
    import pikepdf

    bits = entries.get("/BitsPerComponent")
    if bits is not None and bits not in _BITS:
        page.tell("preflight.images.bits", spot, bits=str(bits))
    for mask in (entries, entries.get("/Mask")):
        is_mask = isinstance(mask, (pikepdf.Stream, pikepdf.Dictionary)) and is_true(mask.get("/ImageMask"))
        if is_mask and (own := mask.get("/BitsPerComponent", 1)) != 1:
            page.tell("preflight.images.mask_bits", spot, bits=str(own))
    if bits == 16:
        page.tell("preflight.images.sixteen_bits", spot)


def _ask_resolution(
    page: PageSubject, state: PaintState, entries: Any, spot: tuple[float, float], inline: bool
) -> None:
    a, b, c, d, _, _ = state.ctm
    across, down = hypot(a, b), hypot(c, d)
    width, height = int(entries.get("/Width", 0)), int(entries.get("/Height", 0))
    if min(across, down) <= 0 or min(width, height) <= _TINT:
        return
    least, most = sorted((width * 72 / across, height * 72 / down))
    profile, told = page.subject.profile, {"ppi": round(least), "pixels": f"{width} × {height}"}
    if entries.get("/BitsPerComponent") == 1 or is_true(entries.get("/ImageMask")):
        if least < sheet.LINE_ART_PPI - sheet.PPI_ROUNDING:
            page.tell("preflight.images.line_art", spot, **told, least=sheet.LINE_ART_PPI)
        return
    if profile.coarsest and least < profile.coarsest - sheet.PPI_ROUNDING:
        unprintable = least < sheet.UNPRINTABLE * profile.coarsest - sheet.PPI_ROUNDING
        key = "preflight.images.unprintable" if unprintable else "preflight.images.coarse"
        page.tell(key, spot, **told, least=profile.coarsest)
    stored = len(entries.read_raw_bytes()) if profile.finest and least > profile.finest and not inline else 0
    if sheet.too_fine(least, profile.finest, (width, height), stored):
        page.tell("preflight.images.fine", spot, ppi=round(most), pixels=told["pixels"], most=profile.finest)
