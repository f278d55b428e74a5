"""The first reader's walk of a page's content stream (ISO 32000-1, 9.4): every shown glyph with text and position."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import hypot
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from jxprint.checker import paint
from jxprint.checker.clips import clipped, is_partial
from jxprint.checker.glyphs import NO_TEXT, Enclosed, Glyph, mark_spot
from jxprint.checker.graphics import Fonts, TextState
from jxprint.checker.marks import Marks, properties_of
from jxprint.checker.paint import MIDDLE_EM, PAINTING, is_backed, is_visible, is_white
from jxprint.checker.paths import around
from jxprint.checker.within_figures import Figures
from jxprint.intake.matrices import IDENTITY, Matrix, corners, matrix, times
from jxprint.intake.opening import MALFORMED, Amount, content_streams, decoded, limits, plain, refuse, shown_by

_FORM_DEPTH = 8
# What strangers place in what they place; as deep as pages are drawn (jxprint.intake.drawn).
_FOREIGN_DEPTH = 42
Operands = Any  # pikepdf's list of objects, or our own tuples
# Text smaller than this (points) cannot be seen, let alone read.
_SMALLEST = 0.5


class ContentWalk:
    """Walks one page; `glyphs` and `marks.oddities` are what it found, and `enclosed` what figures show, whose marked
    content is `figures`. Other `marks` gather something else.
    """

    def __init__(
        self,
        page: Any,
        fonts: Fonts,
        origin: tuple[float, float],
        marks: Marks | None = None,
        figures: Mapping[int, Sequence[float] | None] = MappingProxyType({}),
    ) -> None:
        self.glyphs: list[Glyph] = []
        self.marks = Marks(self.glyphs) if marks is None else marks
        self.enclosed: list[Enclosed] = []
        self._figures = Figures(figures)
        self._fonts = fonts
        # The trim box's left and top edge in the page's own space.
        self._left, self._top = origin
        self.state = TextState()
        self._stack: list[TextState] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._amount = Amount()
        self._resources: Any = page.get("/Resources", {})
        self._walk(page, content_streams(page), 0)
        self.marks.finish()
        self.marks.oddities += self._figures.oddities(self.state, origin)

    def _walk(self, source: Any, streams: Any, depth: int) -> None:
        import pikepdf

        for stream in streams:
            self._amount.add(decoded(stream, self._fonts.file, limits().content_bytes), self._fonts.file)
            self.marks.note_entries(*(stream.keys() if depth == 0 else ()))
        operator = ""
        try:
            for instruction in pikepdf.parse_content_stream(source):
                operator = str(instruction.operator)
                act = _OPERATORS.get(operator)
                if act is not None:
                    act(self, instruction.operands)
                elif operator in PAINTING:
                    PAINTING[operator](self.state, instruction.operands, self._resources)
                elif operator == "Do":
                    self._form(instruction.operands, depth)
        except IndexError:
            refuse("checks.bad_operands", self._fonts.file, operator=operator)
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", self._fonts.file, reason=plain(problem))

    def _form(self, operands: Operands, depth: int) -> None:
        form = shown_by(self._resources, operands[0], self._fonts.file)
        if form is None:
            return
        self.marks.note_entries(*form.keys())
        if depth == 0 and self.marks.mcid in self._figures:
            self._enclose(form)
        elif str(form.get("/Subtype")) == "/Form":
            with paint.drawing(self.state):
                self._unfold(form, depth)
        else:
            paint.add_picture(self.state)

    def _enclose(self, shown: Any) -> None:
        """What a figure shows: its text is not the page's, and its fonts are not of our making."""
        from jxprint.checker.enclosed import ForeignMarks

        kept, foreign = (self.marks, self._fonts, self._amount), ForeignMarks(self._fonts.file)
        enclosed = self._figures.place(self.marks.mcid or 0, shown, self.state, (self._left, self._top))
        if enclosed.is_form:
            self.marks, self._fonts, self._amount = foreign, Fonts(self._fonts.file), Amount()
            with self._figures.foreign(self.state):
                self._unfold(shown, 0)
            self.marks, self._fonts, self._amount = kept
        self.enclosed.append(replace(enclosed, text="".join(foreign.texts), before=len(self.glyphs)))

    def _unfold(self, form: Any, depth: int) -> None:
        deepest = _FORM_DEPTH if type(self.marks) is Marks else _FOREIGN_DEPTH
        if depth >= deepest:
            refuse("checks.too_deep", self._fonts.file, limit=deepest)
        kept, resources, stack = self.state, self._resources, self._stack
        self.state, self._stack = replace(kept), []
        if "/Matrix" in form:
            self.state.ctm = times(matrix(form["/Matrix"]), kept.ctm)
        if "/BBox" in form:
            clipped(self.state, around(corners([float(edge) for edge in form["/BBox"]]), self.state.ctm))
        self._resources = form.get("/Resources", resources)
        self._walk(form, [form], depth + 1)
        self.state, self._resources, self._stack = kept, resources, stack

    # Graphics state.

    def _save(self, _: Operands) -> None:
        self._stack.append(replace(self.state))

    def _restore(self, _: Operands) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def _concatenate(self, operands: Operands) -> None:
        self.state.ctm = times(matrix(operands), self.state.ctm)

    def _set_font(self, operands: Operands) -> None:
        font = self._resources.get("/Font", {}).get(str(operands[0]))
        self.state.font = None if font is None else self._fonts.read(font)
        self.state.size = float(operands[1])

    # Text objects and positions.

    def _begin(self, _: Operands) -> None:
        self._text = self._line = IDENTITY

    def _move(self, operands: Operands) -> None:
        a, b, c, d, e, f = self._line
        x, y = float(operands[0]), float(operands[1])
        self._text = self._line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)

    def _move_leading(self, operands: Operands) -> None:
        self.state.leading = -float(operands[1])
        self._move(operands)

    def _next_line(self, _: Operands) -> None:
        self._move((0.0, -self.state.leading))

    def _set_matrix(self, operands: Operands) -> None:
        self._text = self._line = matrix(operands)

    # Showing.

    def _show(self, operands: Operands) -> None:
        self._show_all((operands[0],))

    def _show_array(self, operands: Operands) -> None:
        self._show_all(operands[0])

    def _show_next(self, operands: Operands) -> None:
        self._next_line(())
        self._show_all((operands[0],))

    def _show_spaced(self, operands: Operands) -> None:
        self.state.word, self.state.character = float(operands[0]), float(operands[1])
        self._show_next(operands[2:])

    def _show_all(self, items: Any) -> None:
        """TJ: strings and numbers (ISO 32000-1, 9.4.3, 9.4.4)."""
        import pikepdf

        state, font = self.state, self.state.font
        if font is None:
            self.marks.no_font()
            return
        a, b, c, d, e, f = times(self._text, state.ctm)
        upright = font.is_vertical
        height, unit = hypot(c, d), hypot(c, d) if upright else hypot(a, b)
        size, shown_size, stretch = state.size, abs(state.size) * height, 1.0 if upright else state.scale
        down, white = upright or abs(b) > abs(a), is_white(state)
        # Turned clockwise, the pen stands on its baseline; the line's centre is where the em box has its middle.
        turned = not upright and -b > abs(a)
        aside = MIDDLE_EM * shown_size if turned else 0.0
        along, before = 0.0, len(self.glyphs)
        for item in items:
            if not isinstance(item, pikepdf.String):
                along -= float(item) / 1000 * size * stretch
                continue
            for code in font.codes(bytes(item)):
                own = font.advance(code) / 1000 * size
                x, y = (0.0, along) if upright else (along, state.rise)
                left, top = x * a + y * c + e - self._left + aside, self._top - (x * b + y * d + f)
                said = NO_TEXT if (text := font.text(code)) is None else text
                glyph = Glyph(said, left, top, shown_size, abs(own * stretch) * unit, self.marks.mcid, down)
                glyph.is_turned = turned
                pen = left + self._left, self._top - top
                visible = shown_size >= _SMALLEST and is_visible(state, glyph, pen)
                self.marks.show(glyph, font, code, visible, white and not is_backed(state, glyph, pen))
                word = state.word if code == 32 and font.code_bytes == 1 else 0.0
                along += (own + state.character + word) * stretch
        shown = self.glyphs[before:]
        mark_spot(shown)
        self.marks.look_of(shown, (a, b, c, d), hypot(a, b) * abs(state.scale), state)
        self.marks.show_in_part(shown, is_partial(state, shown, (self._left, self._top)))
        if len(self.glyphs) > limits().glyphs:
            refuse("checks.too_large", self._fonts.file, what=f"{len(self.glyphs)} glyphs", limit=f"{limits().glyphs}")
        self._text = times((1.0, 0.0, 0.0, 1.0, *((0.0, along) if upright else (along, 0.0))), self._text)

    # Marked content.

    def _mark(self, operands: Operands) -> None:
        self._figures.begin(self.marks.mcid, self.state)
        self.marks.begin(str(operands[0]), properties_of(operands, self._resources))

    def _unmark(self, _: Operands) -> None:
        self._figures.end(self.marks.mcid, self.marks.end(), self.state)


def _setter(name: str, factor: float = 1.0) -> Callable[[ContentWalk, Operands], None]:
    return lambda walk, operands: setattr(walk.state, name, float(operands[0]) * factor)


_NUMBERS = {"Tc": "character", "Tw": "word", "TL": "leading", "Ts": "rise", "Tr": "mode"}
_OPERATORS: dict[str, Callable[[ContentWalk, Operands], None]] = {
    "q": ContentWalk._save,
    "Q": ContentWalk._restore,
    "cm": ContentWalk._concatenate,
    "Tf": ContentWalk._set_font,
    **{key: _setter(name) for key, name in _NUMBERS.items()},
    "Tz": _setter("scale", 0.01),
    "BT": ContentWalk._begin,
    "Td": ContentWalk._move,
    "TD": ContentWalk._move_leading,
    "T*": ContentWalk._next_line,
    "Tm": ContentWalk._set_matrix,
    "Tj": ContentWalk._show,
    "TJ": ContentWalk._show_array,
    "'": ContentWalk._show_next,
    '"': ContentWalk._show_spaced,
    **dict.fromkeys(("BMC", "BDC"), ContentWalk._mark),
    "EMC": ContentWalk._unmark,
}
