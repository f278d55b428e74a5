"""The walk through a page's content with its forms and patterns (ISO 32000-1, 7.8, 8, 9): one pass, and whoever judges
is told of every thing that is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from jxprint.intake.matrices import IDENTITY, Box, Matrix, corners, mapped, matrix, times
from jxprint.intake.opening import Amount, content_streams, decoded, limits, refuse
from jxprint.preflight.bounds import is_suspect
from jxprint.preflight.colours import CMYK, GRAY, RGB, Space, colour_of, initial, read_space
from jxprint.preflight.copied import Copy
from jxprint.preflight.judge import Judge, Spot
from jxprint.preflight.marked import Marks
from jxprint.preflight.paths import Path, box_of, overlap
from jxprint.preflight.state import PaintState

_DEPTH = 42
Operands = Any


class Walk:
    """Walks one page; `marks` gathers its marked content, `copy` what it paints, where somebody wants to draw it."""

    def __init__(self, page: Any, file: str, judge: Judge, *, copies: bool = False) -> None:
        self.marks = Marks()
        self.state = PaintState()
        self._judge = judge
        self._file = file
        self._stack: list[PaintState] = []
        self._amount = Amount()
        self._depth = 0
        # The most that operators q of one stream hold at once.
        self.deepest = 0
        self._patterns: set[tuple[int, int]] = set()
        # The path under way, and whether it is to cut what is painted after it.
        self.path: Path | None = None
        self.cuts = False
        self.resources: Any = _resources_of(page)
        self.copy = Copy(page, self.resources) if copies else None
        self._walk(page, content_streams(page))

    def _walk(self, source: Any, streams: Sequence[Any]) -> None:
        import pikepdf

        from jxprint.preflight.operators import OPERATORS, SILENT

        suspect = False
        for stream in streams:
            data = decoded(stream, self._file, limits().content_bytes)
            self._amount.add(data, self._file)
            suspect = suspect or is_suspect(data)
        for instruction in pikepdf.parse_content_stream(source):
            operator = str(instruction.operator)
            act = OPERATORS.get(operator)
            if suspect:
                self._judge.numbers(instruction.operands)
            if act is not None:
                act(self, self._judge, instruction.operands)
            elif isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.marks.paint()
                self._judge.image(self.state, instruction.iimage, self.resources, True)
                if self.copy is not None:
                    self.copy.inline(instruction, instruction.iimage, self.state)
                continue
            elif operator not in SILENT:
                self._judge.unknown(operator)
                continue
            if self.copy is not None:
                self.copy.take(operator, instruction, self.state, self.resources)

    def spot(self, point: Spot = (0.0, 0.0)) -> Spot:
        """A point of the current space on the page."""
        return mapped(point, self.state.ctm)

    def resource(self, kind: str, name: Any) -> Any:
        """A named resource; None, and told, where there is none."""
        found = self.resources.get(kind, {}).get(str(name)) if self.resources is not None else None
        if found is None:
            self._judge.missing(kind.lstrip("/"), str(name).lstrip("/"))
        return found

    def save(self) -> None:
        """Operator q."""
        self._stack.append(replace(self.state))
        self.deepest = max(self.deepest, len(self._stack))

    def restore(self) -> None:
        """Operator Q."""
        if self._stack:
            self.state = self._stack.pop()

    def show_object(self, name: Any) -> None:
        """Do: a picture, or a form, which is walked."""
        thing = self.resource("/XObject", name)
        if thing is None:
            return
        if str(thing.get("/Subtype")) == "/Form":
            self._judge.form(thing, self._box_of(thing, self.state.ctm))
            self.enter(thing)
        else:
            self.marks.paint()
            self._judge.image(self.state, thing, self.resources, False)
            if self.copy is not None:
                self.copy.picture(thing, self.resources, self.state)

    def enter(self, form: Any, ctm: Matrix | None = None) -> None:
        """Walk the content of a form; of a pattern from the page's own space."""
        if self._depth >= _DEPTH:
            refuse("checks.too_deep", self._file, limit=_DEPTH)
        kept, resources, stack, path = self.state, self.resources, self._stack, self.path
        self.state, self._stack = replace(kept), []
        by = matrix(form["/Matrix"]) if "/Matrix" in form else IDENTITY
        if ctm is None:
            self.state.clip = self._box_of(form, kept.ctm)
        self.state.ctm = times(by, kept.ctm if ctm is None else ctm)
        self.resources = form.get("/Resources", resources)
        self.path = None
        self._depth += 1
        if self.copy is not None:
            self.copy.enter(form, self.resources, self.state)
        self._walk(form, [form])
        if self.copy is not None:
            self.copy.leave()
        self._depth -= 1
        self.state, self.resources, self._stack, self.path = kept, resources, stack, path

    def _box_of(self, form: Any, ctm: Matrix) -> Box:
        """What holds what is seen of a form (8.10.2)."""
        if "/BBox" not in form:
            return self.state.clip
        by = times(matrix(form["/Matrix"]), ctm) if "/Matrix" in form else ctm
        box = [float(edge) for edge in form["/BBox"]]
        return overlap(self.state.clip, box_of([mapped(one, by) for one in corners(box)]))

    @property
    def within_form(self) -> bool:
        """Whether a form or a pattern is walked."""
        return self._depth > 0

    def choose_space(self, name: Any, stroking: bool) -> None:
        """CS, cs."""
        space = read_space(name, self.resources)
        if not space.family:
            self._judge.missing("ColorSpace", str(name).lstrip("/"))
        self._set(stroking, initial(space))
        self._judge.space(space, self.resources)

    def choose_colour(self, operands: Operands, stroking: bool) -> None:
        """SC, SCN, sc, scn: a colour of the chosen space, or a pattern, which is walked once."""
        import pikepdf

        before = self.state.stroke if stroking else self.state.fill
        if len(operands) and isinstance(operands[-1], pikepdf.Name):
            pattern = self.resource("/Pattern", operands[-1])
            if pattern is not None:
                self._use_pattern(pattern)
                if self.copy is not None:
                    self.copy.pattern(pattern, self.resources, stroking)
            return
        self._set(stroking, colour_of(before.space, tuple(float(one) for one in operands)))

    def choose_device(self, space: Space, operands: Operands, stroking: bool) -> None:
        """g, rg, k and their like."""
        self._set(stroking, colour_of(space, tuple(float(one) for one in operands)))
        self._judge.space(space, self.resources)

    def _set(self, stroking: bool, colour: Any) -> None:
        if stroking:
            self.state.stroke = colour
        else:
            self.state.fill = colour

    def _use_pattern(self, pattern: Any) -> None:
        key = pattern.objgen
        if key != (0, 0) and key in self._patterns:
            return
        self._patterns.add(key)
        if "/Shading" in pattern:
            self._judge.shading(pattern["/Shading"], self.resources, None)
        else:
            kept, self.marks = self.marks, Marks()  # a cell is painted where it is used
            self.enter(pattern, IDENTITY)
            self.marks = kept

    def show(self, strings: Sequence[bytes]) -> None:
        """Text, and how it is told."""
        state = self.state
        codes = sum(map(len, strings)) // (2 if state.wide else 1)
        self.marks.paint(codes)
        self._judge.text(state, strings, mapped((0.0, 0.0), times(state.text, state.ctm)))

    def move(self, x: float, y: float) -> None:
        """Td."""
        state = self.state
        a, b, c, d, e, f = state.line
        state.text = state.line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def _resources_of(page: Any) -> Any:
    """A page's resources, its own or those of a node above it (7.7.3.4)."""
    from jxprint.preflight.boxes import inherited

    return inherited(page, "Resources")


DEVICES: dict[str, Space] = {"g": GRAY, "rg": RGB, "k": CMYK}
Act = Callable[[Walk, Judge, Operands], None]
