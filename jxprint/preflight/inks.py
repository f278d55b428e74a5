"""What a newspaper press asks of text, rules and areas (油墨): how much ink, on how many plates, how fine."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.preflight.colours import Colour
from jxprint.preflight.state import FILLS, STROKES, PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.profile import sheet

Spot = tuple[float, float]


def ask_text(page: PageSubject, state: PaintState, strings: Sequence[bytes], spot: Spot) -> None:
    """Shown text: its inks, its size, what it does to what lies under it."""
    fills = state.rendering in FILLS
    if not (fills or state.rendering in STROKES) or not any(strings) or not page.holds(spot):
        return
    colour, over = (state.fill, state.fill_over) if fills else (state.stroke, state.stroke_over)
    size = round(state.shown_size, 2)
    _ask_ink(page, colour, over, state.mode_over, spot)
    if size < sheet.TINY_PT - sheet.PT_ROUNDING:
        page.tell("preflight.ink.tiny_text", spot, size=size, least=sheet.TINY_PT)
    if colour.is_white:
        if size < sheet.REVERSED_PT - sheet.PT_ROUNDING:
            page.tell("preflight.ink.small_reversed", spot, size=size, least=sheet.REVERSED_PT)
    elif colour.inks > 1 and colour.plates is not None:
        if colour.plates[3] >= sheet.RICH_BLACK and size <= sheet.RICH_PT:
            page.tell("preflight.ink.rich_text", spot, size=size, inks=_said(colour))
        elif size < sheet.COLOURED_PT - sheet.PT_ROUNDING:
            page.tell("preflight.ink.small_coloured", spot, size=size, inks=_said(colour), least=sheet.COLOURED_PT)
    elif colour.is_black and not over:
        page.tell("preflight.ink.black_knocks_out", spot, size=size)


def ask_line(page: PageSubject, state: PaintState, spot: Spot) -> None:
    """A stroked path: its width and inks."""
    width = round(state.shown_width, 3)
    _ask_ink(page, state.stroke, state.stroke_over, state.mode_over, spot)
    if width == 0:
        page.tell("preflight.ink.zero_line", spot)
    elif width < sheet.HAIRLINE_PT - sheet.PT_ROUNDING:
        tell_hairline(page, width, spot)
    elif width < sheet.THIN_PT - sheet.PT_ROUNDING and state.stroke.inks > 1:
        page.tell("preflight.ink.thin_coloured", spot, width=width, inks=_said(state.stroke), least=sheet.THIN_PT)
    elif _is_rich(state.stroke):
        page.tell("preflight.ink.rich_shape", spot, inks=_said(state.stroke))


def ask_area(page: PageSubject, state: PaintState, spot: Spot) -> None:
    """A filled path."""
    _ask_ink(page, state.fill, state.fill_over, state.mode_over, spot)
    if _is_rich(state.fill):
        page.tell("preflight.ink.rich_shape", spot, inks=_said(state.fill))


def tell_hairline(page: PageSubject, width: float, spot: Spot) -> None:
    """A line that is too thin, however it is drawn."""
    if width < sheet.HAIRLINE_PT - sheet.PT_ROUNDING:
        page.tell("preflight.ink.hairline", spot, width=width, least=sheet.HAIRLINE_PT)


def ask_mode(page: PageSubject, colour: Colour, over: bool, mode: int, spot: Spot) -> None:
    """Inks with a profile of their own that overprint: an archive takes mode 0 alone (ISO 19005-2, 6.2.4.2)."""
    if over and mode == 1 and colour.space.family == "/ICCBased" and colour.space.components == 4:
        page.tell("preflight.colour.overprint_mode", spot)


def ask_limit(page: PageSubject, colour: Colour, spot: Spot | None) -> None:
    """Whether a colour is more ink than the paper takes."""
    limit = page.subject.profile.ink_limit
    if colour.total > limit + sheet.INK_ROUNDING:
        page.tell("preflight.ink.total", spot, total=round(colour.total), limit=limit, inks=_said(colour))


def _ask_ink(page: PageSubject, colour: Colour, over: bool, mode: int, spot: Spot) -> None:
    ask_limit(page, colour, spot)
    family = colour.space.family
    if "All" in colour.space.names and colour.total > 0:
        page.tell("preflight.colour.registration", spot)
    if not over:
        return
    if colour.is_white:
        # What adds no ink and covers nothing is not there (11.7.4.3): mode 1 leaves plates without ink alone.
        if mode == 1 or family in ("/Separation", "/DeviceN"):
            page.tell("preflight.ink.white_overprints", spot)
    elif colour.plates is not None and not _on_black(colour):
        page.tell("preflight.ink.colour_overprints", spot, inks=_said(colour))


def _on_black(colour: Colour) -> bool:
    return colour.inks == 1 and colour.plates is not None and colour.plates[3] > 0


def _is_rich(colour: Colour) -> bool:
    """Black with other inks of the process under it (四色黑)."""
    return (
        colour.plates is not None
        and colour.plates[3] >= sheet.DEEP_BLACK - sheet.PT_ROUNDING
        and max(colour.plates[:3]) > 0
    )


def _said(colour: Colour) -> str:
    """A colour as a printer says it: C 60 M 40 Y 0 K 100."""
    amounts = list(zip("CMYK", colour.plates or (), strict=False)) + list(colour.spots)
    return " ".join(f"{name} {100 * amount:.0f}" for name, amount in amounts)
