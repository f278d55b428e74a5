"""What of the graphics state decides whether shown text can be seen: inks, opacity and the clip (ISO 32000-1, 8.4, 8.5,
8.6).

Only what is certain is told. An ink whose look cannot be computed here (a pattern, a spot ink at any tint but none) is
taken for visible; a clip is known by the rectangle around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from jxprint.checker.clips import clip_by_path, is_in_clip
from jxprint.checker.glyphs import Glyph, Oddity
from jxprint.checker.graphics import NO_INK, Contour, TextState, is_no_ink
from jxprint.checker.letters_drawn import letters_drawn, pieces_of
from jxprint.checker.paths import around, begin, curve, line, pen_around, rectangle, short_curve
from jxprint.checker.strokes import STROKES, line_dashes, line_parameters, line_width
from jxprint.intake.matrices import Box, corners

# An ink this close to the paper's white (0 to 1), and an opacity this low, cannot be read.
_WHITE = 0.05
# Steps of a contour (lines and curves) that a rule, a dot or a frame with round corners has at most.
_STEPS = 9
# Blend modes under which dark ink on paper is dark ink (11.3.5); of the others not every viewer shows the same.
_OPAQUE = ("Normal", "Compatible", "Multiply", "Darken")
# An ink of which there is this much backs white text; the middle of a Han glyph above its baseline, in ems.
_DARK = 0.45
MIDDLE_EM = 0.38
# Text is filled by mode (ISO 32000-1, table 106).
_FILLS = (0, 2, 4, 6)
# What g, rg and k choose: by how many numbers they have, its ink is told.
_PLAIN = "/DeviceGray"

Paint = Callable[[TextState, Any, Any], None]


def is_visible(state: TextState, glyph: Glyph, pen: tuple[float, float]) -> bool:
    """Whether a glyph is painted at all; `pen` is its place in the space that clips are kept in."""
    fills = state.mode in _FILLS and state.fill_alpha > _WHITE and state.fill_space != NO_INK
    strokes = state.mode in STROKES and state.stroke_alpha > _WHITE and state.stroke_space != NO_INK
    if not (fills or strokes):
        return False
    return is_in_clip(state, glyph, pen)


def is_white(state: TextState) -> bool:
    """Whether text is painted in the paper's white alone."""
    fills = state.mode in _FILLS and not state.white_fill
    strokes = state.mode in STROKES and not state.white_stroke
    return not (fills or strokes)


def is_backed(state: TextState, glyph: Glyph, pen: tuple[float, float]) -> bool:
    """Whether what was last filled under the middle of a glyph is a dark plate; white text stands out of it (反白)."""
    aside = 0.0 if glyph.down else glyph.width / 2
    x, y = pen[0] + aside, pen[1] - glyph.width / 2 if glyph.down else pen[1] + MIDDLE_EM * glyph.size
    for (left, low, right, high), dark in reversed(state.panels):
        if left <= x <= right and low <= y <= high:
            return dark
    return False


def _is_white(values: Sequence[Any]) -> bool:
    """DeviceGray, DeviceRGB or DeviceCMYK by the number of components."""
    amounts = [float(value) for value in values]
    if len(amounts) == 4:
        return all(amount <= _WHITE for amount in amounts)
    return len(amounts) in (1, 3) and all(amount >= 1 - _WHITE for amount in amounts)


def _is_dark(values: Sequence[Any]) -> bool:
    amounts = [float(value) for value in values]
    if len(amounts) == 4:
        return max(amounts) >= _DARK
    return len(amounts) in (1, 3) and all(amount <= 1 - _DARK for amount in amounts)


def _fill_ink(state: TextState, operands: Any, _: Any) -> None:
    state.white_fill, state.dark_fill, state.fill_space = _is_white(operands), _is_dark(operands), _PLAIN


def _stroke_ink(state: TextState, operands: Any, _: Any) -> None:
    state.white_stroke, state.stroke_space = _is_white(operands), _PLAIN


def _space(name: str) -> Paint:
    """A colour space: its first colour is black or, of a spot ink, the full tint."""

    def chosen(state: TextState, operands: Any, resources: Any) -> None:
        import pikepdf

        space = resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0])
        kind = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
        kind = NO_INK if is_no_ink(space) else kind
        setattr(state, f"{name}_space", kind)
        setattr(state, f"white_{name}", False)
        state.dark_fill = state.dark_fill and name != "fill"

    return chosen


def _colour(name: str) -> Paint:
    """A colour in the space that was chosen."""

    def chosen(state: TextState, operands: Any, _: Any) -> None:
        kind = getattr(state, f"{name}_space")
        white = False
        if kind in ("/Separation", "/DeviceN"):
            white = all(float(value) <= _WHITE for value in operands)
        elif kind in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/CalGray", "/CalRGB", "/ICCBased"):
            white = _is_white(operands)
        setattr(state, f"white_{name}", white)
        state.dark_fill = state.dark_fill and name != "fill"

    return chosen


def _parameters(state: TextState, operands: Any, resources: Any) -> None:
    """gs: the opacity of fills and strokes, and how they are blended (ISO 32000-1, table 58)."""
    import pikepdf

    entries = resources.get("/ExtGState", {}).get(str(operands[0]), {})
    if "/ca" in entries:
        state.fill_alpha = float(entries["/ca"])
    if "/CA" in entries:
        state.stroke_alpha = float(entries["/CA"])
    # OP is of fills as well, where op does not say otherwise (ISO 32000-1, 8.6.7).
    if "/OP" in entries or "/op" in entries:
        state.is_overprinting = entries.get("/op", entries.get("/OP")) is True
    if "/BM" in entries:
        mode = str(entries["/BM"][0] if isinstance(entries["/BM"], pikepdf.Array) else entries["/BM"]).lstrip("/")
        state.blend = "" if mode in _OPAQUE else mode
    if "/SMask" in entries:
        state.is_masked = str(entries["/SMask"]) != "/None"
    line_parameters(state, entries)


def _mark_clip(state: TextState, _: Any, __: Any) -> None:
    state.clips = True


def _end_path(state: TextState, _: Any, __: Any) -> None:
    if state.clips:
        clip_by_path(state)
    state.path, state.clips, state.contours = None, False, []


def _paint_path(state: TextState, operands: Any, resources: Any) -> None:
    """A path that is painted: rules, frames and dots have few steps, characters many, or they are of pieces."""
    if state.path is not None and any(one.steps > _STEPS for one in state.contours):
        state.strays.append(("checks.drawn_text", state.path))
    elif state.path is not None and state.fill_space == "/Pattern":
        state.strays.append(("checks.stray_pattern", state.path))
    else:
        state.pieces += pieces_of(state.contours)
    _end_path(state, operands, resources)


def _stroke_path(state: TextState, operands: Any, resources: Any) -> None:
    """A path that is stroked: no rule of jxprint's has gaps, which may be those between strokes of letters."""
    if state.path is not None and (state.is_dashed or state.stroke_space == "/Pattern"):
        key = "checks.stray_pattern" if state.stroke_space == "/Pattern" else "checks.drawn_text"
        state.strays.append((key, pen_around(state.path, state)))
    for contour in state.contours:
        contour.box = pen_around(contour.box, state)
    _paint_path(state, operands, resources)


def _fill_and_stroke(state: TextState, operands: Any, resources: Any) -> None:
    _panel(state)
    _stroke_path(state, operands, resources)


def add_picture(state: TextState, _: Any = None, __: Any = None) -> None:
    """A picture, which is the unit square as it is mapped."""
    state.strays.append(("checks.stray_picture", around(corners((0.0, 0.0, 1.0, 1.0)), state.ctm)))


@contextmanager
def drawing(state: TextState) -> Iterator[None]:
    """What is drawn meanwhile, within a form, is one."""
    strays, pieces = len(state.strays), len(state.pieces)
    yield
    drawn = letters_drawn(state.pieces[pieces:])
    boxes = [box for _, box in state.strays[strays:]] + ([] if drawn is None else [drawn[0]])
    state.strays[strays:] = [("checks.stray_form", box) for box in boxes[:1]]
    del state.pieces[pieces:]


def stray_oddities(
    strays: Sequence[tuple[str, Box]], pieces: Sequence[Contour], origin: tuple[float, float]
) -> Iterator[Oddity]:
    """What is painted outside figures and is neither text nor a rule, told once of each kind."""
    first, counts = dict(reversed(strays)), Counter(key for key, _ in strays)
    drawn = letters_drawn(pieces)
    if drawn is not None:
        first.setdefault("checks.drawn_text", drawn[0])
        counts["checks.drawn_text"] += drawn[1]
    for key, count in sorted(counts.items()):
        yield Oddity(key, {"count": count}, (first[key][0] - origin[0], origin[1] - first[key][3]))


def _shade(state: TextState, _: Any, __: Any) -> None:
    state.strays.append(("checks.stray_pattern", state.clip or (0.0, 0.0, 0.0, 0.0)))


def _fill_path(state: TextState, operands: Any, resources: Any) -> None:
    _panel(state)
    _paint_path(state, operands, resources)


def _panel(state: TextState) -> None:
    """A filled rectangle; of another shape nothing is known of what it covers."""
    if state.path is not None and state.is_rectangle and state.fill_alpha > 1 - _WHITE:
        state.panels.append((state.path, state.dark_fill))


PAINTING: dict[str, Paint] = {
    **dict.fromkeys(("g", "rg", "k"), _fill_ink),
    **dict.fromkeys(("G", "RG", "K"), _stroke_ink),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    **dict.fromkeys(("sc", "scn"), _colour("fill")),
    **dict.fromkeys(("SC", "SCN"), _colour("stroke")),
    "gs": _parameters,
    "w": line_width,
    "d": line_dashes,
    "m": begin,
    "l": line,
    **dict.fromkeys(("v", "y"), short_curve),
    "c": curve,
    "re": rectangle,
    **dict.fromkeys(("W", "W*"), _mark_clip),
    "n": _end_path,
    **dict.fromkeys(("S", "s"), _stroke_path),
    "sh": _shade,
    "INLINE IMAGE": add_picture,
    **dict.fromkeys(("f", "F", "f*"), _fill_path),
    **dict.fromkeys(("B", "B*", "b", "b*"), _fill_and_stroke),
}
