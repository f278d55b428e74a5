"""What each operator of content does to the walk (ISO 32000-1, annex A)."""

from __future__ import annotations

from typing import Any

from jxprint.intake.matrices import IDENTITY, corners, matrix, times
from jxprint.preflight.judge import Judge
from jxprint.preflight.paths import Path, overlap
from jxprint.preflight.walk import DEVICES, Act, Operands, Walk

# Blend modes that cover what is under them (11.3.5).
_OPAQUE = ("/Normal", "/Compatible")
# Operators that change nothing that is asked about.
SILENT = frozenset(
    [
        "BX",
        "EX",
        "MP",
        "DP",
        "h",
        "i",
        "j",
        "J",
        "d",
        "M",
        "Tc",
        "Tw",
        "Tz",
        "Ts",
        "d0",
        "d1",
    ]
)


def _concatenate(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.ctm = times(matrix(operands), walk.state.ctm)


def _width(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.width = float(operands[0])


def _parameters(walk: Walk, judge: Judge, operands: Operands) -> None:
    entries = walk.resource("/ExtGState", operands[0])
    if entries is None:
        return
    state = walk.state
    judge.parameters(entries)
    if "/LW" in entries:
        state.width = float(entries["/LW"])
    if "/OP" in entries:
        state.stroke_over = bool(entries["/OP"])
        state.fill_over = bool(entries.get("/op", entries["/OP"]))
    if "/op" in entries:
        state.fill_over = bool(entries["/op"])
    if "/OPM" in entries:
        state.mode_over = int(entries["/OPM"])
    if "/BM" in entries:
        state.mixes = str(entries["/BM"]) not in _OPAQUE


def _begin_path(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.path = walk.path or Path()
    walk.path.begin(walk.spot((float(operands[0]), float(operands[1]))))


def _extend_path(walk: Walk, _: Judge, operands: Operands) -> None:
    if walk.path is not None:
        numbers = [float(one) for one in operands]
        walk.path.add(map(walk.spot, zip(numbers[::2], numbers[1::2], strict=False)))


def _bend_path(walk: Walk, judge: Judge, operands: Operands) -> None:
    if walk.path is not None:
        walk.path.curved = True
    _extend_path(walk, judge, operands)


def _rectangle(walk: Walk, _: Judge, operands: Operands) -> None:
    x, y, width, height = (float(one) for one in operands)
    first, *others = map(walk.spot, corners((x, y, x + width, y + height)))
    walk.path = walk.path or Path()
    walk.path.begin(first)
    walk.path.add([*others, first])


def _clip(walk: Walk, _: Judge, __: Operands) -> None:
    walk.cuts = True


def _stroke(walk: Walk, judge: Judge, _: Operands) -> None:
    _paint(walk, judge, stroked=True)


def _fill(walk: Walk, judge: Judge, _: Operands) -> None:
    _paint(walk, judge, filled=True)


def _both(walk: Walk, judge: Judge, _: Operands) -> None:
    _paint(walk, judge, stroked=True, filled=True)


def _paint(walk: Walk, judge: Judge, stroked: bool = False, filled: bool = False) -> None:
    path = walk.path
    if path is not None:
        walk.marks.paint()
        if filled:
            judge.area(walk.state, path)
        if stroked:
            judge.line(walk.state, path)
    _end_path(walk, judge, ())


def _end_path(walk: Walk, _: Judge, __: Operands) -> None:
    if walk.cuts and walk.path is not None:
        walk.state.clip = overlap(walk.state.clip, walk.path.box)
    walk.path, walk.cuts = None, False


def _shade(walk: Walk, judge: Judge, operands: Operands) -> None:
    shading = walk.resource("/Shading", operands[0])
    walk.marks.paint()
    if shading is not None:
        judge.shading(shading, walk.resources, walk.state.clip)


def _font(walk: Walk, judge: Judge, operands: Operands) -> None:
    font = walk.resource("/Font", operands[0])
    walk.state.font, walk.state.size = font, float(operands[1])
    walk.state.wide = font is not None and str(font.get("/Subtype")) == "/Type0"
    if font is not None:
        judge.font(font)


def _begin_text(walk: Walk, _: Judge, __: Operands) -> None:
    walk.state.text = walk.state.line = IDENTITY


def _move_leading(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.leading = -float(operands[1])
    walk.move(float(operands[0]), float(operands[1]))


def _matrix(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.text = walk.state.line = matrix(operands)


def _next_line(walk: Walk, *_: Any) -> None:
    walk.move(0.0, -walk.state.leading)


def _leading(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.leading = float(operands[0])


def _show_array(walk: Walk, _: Judge, operands: Operands) -> None:
    import pikepdf

    walk.show([bytes(one) for one in operands[0] if isinstance(one, pikepdf.String)])


def _show_next(walk: Walk, _: Judge, operands: Operands) -> None:
    _next_line(walk)
    walk.show([bytes(operands[-1])])


def _rendering(walk: Walk, _: Judge, operands: Operands) -> None:
    walk.state.rendering = int(operands[0])


def _begin_marked(walk: Walk, _: Judge, operands: Operands) -> None:
    import pikepdf

    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = walk.resource("/Properties", properties)
    walk.marks.begin(str(operands[0]), properties, walk.within_form)


def _device(name: str, stroking: bool) -> Act:
    return lambda walk, _, operands: walk.choose_device(DEVICES[name], operands, stroking)


OPERATORS: dict[str, Act] = {
    "q": lambda walk, _, __: walk.save(),
    "Q": lambda walk, _, __: walk.restore(),
    "cm": _concatenate,
    "w": _width,
    "gs": _parameters,
    "ri": lambda _, judge, operands: judge.intent(str(operands[0])),
    "m": _begin_path,
    "l": _extend_path,
    **dict.fromkeys(("c", "v", "y"), _bend_path),
    "re": _rectangle,
    **dict.fromkeys(("W", "W*"), _clip),
    **dict.fromkeys(("S", "s"), _stroke),
    **dict.fromkeys(("f", "F", "f*"), _fill),
    **dict.fromkeys(("B", "B*", "b", "b*"), _both),
    "n": _end_path,
    "sh": _shade,
    "Do": lambda walk, _, operands: walk.show_object(operands[0]),
    **{name.upper(): _device(name, True) for name in DEVICES},
    **{name: _device(name, False) for name in DEVICES},
    "CS": lambda walk, _, operands: walk.choose_space(operands[0], True),
    "cs": lambda walk, _, operands: walk.choose_space(operands[0], False),
    **dict.fromkeys(("SC", "SCN"), lambda walk, _, operands: walk.choose_colour(operands, True)),
    **dict.fromkeys(("sc", "scn"), lambda walk, _, operands: walk.choose_colour(operands, False)),
    "BT": _begin_text,
    "ET": lambda walk, _, __: None,
    "Tf": _font,
    "Td": lambda walk, _, operands: walk.move(float(operands[0]), float(operands[1])),
    "TD": _move_leading,
    "Tm": _matrix,
    "T*": _next_line,
    "TL": _leading,
    "Tr": _rendering,
    "Tj": lambda walk, _, operands: walk.show([bytes(operands[0])]),
    "TJ": _show_array,
    **dict.fromkeys(("'", '"'), _show_next),
    **dict.fromkeys(("BMC", "BDC"), _begin_marked),
    "EMC": lambda walk, _, __: walk.marks.end(),
}
