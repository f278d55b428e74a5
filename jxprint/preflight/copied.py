"""A page's content as it is walked, copied with its colours and overprints set aside, so that each plate can be drawn.

pdfium draws no plates and heeds no overprint. What it can do is draw the page once for three plates, where every colour
is written as the light that these plates leave (`jxprint.preflight.separated`).
"""

from __future__ import annotations

from typing import Any

from jxprint.preflight.colours import NO_INK, Colour, Space, read_space
from jxprint.preflight.state import FILLS, STROKES, PaintState
from jxprint.preflight.steps import (
    Chosen,
    Form,
    Laid,
    Patterned,
    Picture,
    Saved,
    Shaded,
    Sheet,
    Step,
    amounts_of,
    plates_of,
)
from jxprint.preflight.values import is_true

_BUILDS = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*"))
# What each painting operator fills and strokes.
_PAINTS = {
    **dict.fromkeys(("f", "F", "f*"), (True, False)),
    **dict.fromkeys(("S", "s"), (False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), (True, True)),
    "n": (False, False),
}
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_COLOURS = frozenset(("g", "rg", "k", "cs", "sc", "scn"))
_SAVED = Saved(False)
_ASKED = frozenset(("gs", "Tf", "sh"))
# Tags, compatibility and intents put nothing on paper; the boxes of Type 3 glyphs are not drawn here. Dashes of a
# stranger may be a million to the point, so lines are drawn without.
_SILENT = frozenset(("BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "ri", "i", "d0", "d1", "d"))


class Copy:
    """Takes down one page; `used` are the plates that something is laid on, `mixes` says that something blends."""

    def __init__(self, holder: Any, resources: Any) -> None:
        self.page = Sheet(holder, resources)
        self.used: set[str] = set()
        self.mixes = False
        self._open = [self.page]
        # Instructions that stand as they are and are not put down yet; of a path, and of all else.
        self._path: list[Any] = []
        self._plain: list[Any] = []
        self._done: Sheet | None = None
        self._cells: dict[tuple[int, int], Sheet] = {}
        self._begin(PaintState())

    def _begin(self, state: PaintState) -> None:
        self._step(Chosen(False, state.fill), Chosen(True, state.stroke))

    def _step(self, *steps: Step) -> None:
        self._flush()
        self._open[-1].steps.extend(steps)

    def _flush(self) -> None:
        """Instructions that stand as they are, together."""
        if self._plain:
            import pikepdf

            self._open[-1].steps.append(pikepdf.unparse_content_stream(self._plain))
            self._plain = []

    def enter(self, form: Any, resources: Any, state: PaintState) -> None:
        """A form or a cell begins."""
        self._flush()
        self._open.append(Sheet(form, resources))
        self._path = []
        self._begin(state)

    def leave(self) -> None:
        """It ends."""
        self._flush()
        self._done = self._open.pop()

    def pattern(self, pattern: Any, resources: Any, strokes: bool) -> None:
        """A pattern is chosen; its cell was walked just now, or before."""
        shading = pattern.get("/Shading")
        if shading is not None:
            space = read_space(shading.get("/ColorSpace"), resources)
            self.used.update(plates_of(space))
            self._step(Patterned(strokes, None, pattern, space))
            return
        if self._done is not None:
            self._cells[pattern.objgen], self._done = self._done, None
        self._step(Patterned(strokes, self._cells.get(pattern.objgen), None, Space()))

    def inline(self, instruction: Any, image: Any, state: PaintState) -> None:
        """A picture within the content: a mask is painted as it is; another is taken for paper."""
        import pikepdf

        is_mask = is_true(image.obj.get("/ImageMask"))
        self._lay(state, is_mask, False)
        self._step(pikepdf.unparse_content_stream([instruction]) if is_mask else b"q 1 g 0 0 1 1 re f Q")

    def picture(self, image: Any, resources: Any, state: PaintState) -> None:
        """A picture is painted."""
        a, b, c, d, _, _ = state.ctm
        is_mask = is_true(image.get("/ImageMask"))
        space = Space("", 0) if is_mask else read_space(image.get("/ColorSpace"), resources)
        if is_mask:
            self._lay(state, True, False)
        else:
            # A picture paints all plates of its space, whatever the mode; named inks leave the others alone.
            over = state.fill_over and space.deepest.family in ("/Separation", "/DeviceN")
            self._blends(state, ((Colour(space.deepest, NO_INK), 0),) if over else ())
            self.used.update(plates_of(space))
        self._step(Picture(image, space, ((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5)))

    def take(self, operator: str, instruction: Any, state: PaintState, resources: Any) -> None:
        """One instruction, with the state that it left."""
        operands = instruction.operands if operator in _ASKED or operator.lower() in _COLOURS else ()
        if operator in _BUILDS:
            self._path.append(instruction)
        elif operator in ("q", "Q"):
            self._save(operator == "Q")
        elif operator in _PAINTS:
            self._lay(state, *_PAINTS[operator])
            self._plain += [*self._path, instruction]
            self._path = []
        elif operator.lower() in _COLOURS:
            if not _is_name(operands) or operator.lower() == "cs":
                strokes = operator.isupper()
                self._step(Chosen(strokes, state.stroke if strokes else state.fill))
        elif operator in _SHOWS:
            self._show(instruction, state)
        elif operator == "Do":
            self._shown(state)
        elif operator == "sh":
            self._shade(operands, state, resources)
        elif operator not in _SILENT:
            self._kept(operator, operands, instruction)

    def _save(self, back: bool) -> None:
        steps = self._open[-1].steps
        if back and not self._plain and steps and steps[-1] == _SAVED:
            steps.pop()  # nothing was done
        else:
            self._step(Saved(True) if back else _SAVED)

    def _kept(self, operator: str, operands: Any, instruction: Any) -> None:
        """What stands as it is."""
        sheet = self._open[-1]
        if operator == "gs":
            sheet.states.add(str(operands[0]))
        elif operator == "Tf":
            sheet.fonts.add(str(operands[0]))
        self._plain.append(instruction)
        if operator == "gs":
            self._step(Saved(None))

    def _show(self, instruction: Any, state: PaintState) -> None:
        if state.font is None or str(state.font.get("/Subtype")) == "/Type3":
            return  # whose glyphs are drawings in colours of their own
        self._lay(state, state.rendering in FILLS, state.rendering in STROKES)
        self._plain.append(instruction)

    def _shown(self, state: PaintState) -> None:
        if self._done is not None:
            self._blends(state, ())
            self._step(Form(self._done))
            self._done = None

    def _shade(self, operands: Any, state: PaintState, resources: Any) -> None:
        found = resources.get("/Shading", {}).get(str(operands[0])) if resources is not None else None
        if found is not None:
            space = read_space(found.get("/ColorSpace"), resources)
            self._lay(state, False, False)
            self.used.update(plates_of(space))
            self._step(Shaded(found, space))

    def _lay(self, state: PaintState, fills: bool, strokes: bool) -> None:
        """Before something is painted: what it does to what lies there. What is filled and stroked at once overprints
        where both do.
        """
        painted = [(state.fill, state.fill_over)] * fills + [(state.stroke, state.stroke_over)] * strokes
        for colour, _ in painted:
            self.used.update(plate for plate, amount in amounts_of(colour).items() if amount > 0)
        is_over = bool(painted) and all(over for _, over in painted)
        self._blends(state, tuple((colour, state.mode_over) for colour, _ in painted) if is_over else ())

    def _blends(self, state: PaintState, over: tuple[tuple[Colour, int], ...]) -> None:
        """What is painted next; where the file has a blend of its own, that stands."""
        self.mixes |= state.mixes
        if not state.mixes:
            self._step(Laid(over))


def _is_name(operands: Any) -> bool:
    import pikepdf

    return bool(len(operands)) and isinstance(operands[-1], pikepdf.Name)
