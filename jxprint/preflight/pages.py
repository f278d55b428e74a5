"""Every page's content, walked once, and who is asked of what it paints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jxprint.intake.matrices import Box
from jxprint.preflight.annotations import ask_annotations
from jxprint.preflight.bounds import ask_number
from jxprint.preflight.boxes import inherited, trim_of
from jxprint.preflight.colours import Colour, Space, colour_of, read_space
from jxprint.preflight.fonts import Fonts
from jxprint.preflight.images import ask_form, ask_image, spot_of
from jxprint.preflight.inks import ask_area, ask_limit, ask_line, ask_mode, ask_text
from jxprint.preflight.intents import Intents
from jxprint.preflight.judge import Spot
from jxprint.preflight.marked import Painted
from jxprint.preflight.parameters import ask_group, ask_intent, ask_parameters
from jxprint.preflight.paths import Path, corner
from jxprint.preflight.plates import ask_together
from jxprint.preflight.report import PageInk
from jxprint.preflight.slices import Slices
from jxprint.preflight.spaces import Spaces, key_of
from jxprint.preflight.state import FILLS, STROKES, PaintState
from jxprint.preflight.subject import PageSubject, Subject
from jxprint.preflight.values import is_true
from jxprint.preflight.walk import Walk

# ISO 32000-1, annex C: how deep q may nest.
_DEEPEST = 28


def walk_pages(subject: Subject, intents: Intents) -> tuple[list[Painted], list[PageInk]]:
    """Walk all pages; what each shows to a reader of tags, and the most ink of each, for a press. Raises PdfError."""
    fonts, spaces = Fonts(), Spaces(intents.archive)
    painted, inks = [], []
    for number, page in enumerate(subject.document.pages, 1):
        asked = PageSubject(subject, number, trim_of(page.obj))
        ask_group(asked, page.obj, inherited(page.obj, "Resources"), None)
        judge = _PageJudge(asked, fonts, spaces)
        walk = Walk(page.obj, subject.name, judge, copies=subject.among("press"))
        judge.end()
        if walk.deepest > _DEEPEST:
            asked.tell("preflight.content.nested", None, depth=walk.deepest, most=_DEEPEST)
        if walk.copy is not None:
            inks += ask_together(asked, walk.copy, walk.marks.painted.codes)
        if not walk.marks.painted.things:
            asked.tell("preflight.boxes.nothing_painted")
        ask_annotations(asked, page.obj)
        painted.append(walk.marks.painted)
    return painted, inks


class _PageJudge:
    """Hands what is painted to the rules that ask about it; `jxprint.preflight.walk.Judge`."""

    def __init__(self, page: PageSubject, fonts: Fonts, spaces: Spaces) -> None:
        self._page = page
        self._fonts = fonts
        self._spaces = spaces
        self._presses = page.subject.among("press")
        self._known: set[tuple[int, int]] = set()
        self._thin = Slices(page)
        # What was chosen and has not painted yet: it is told where it first does.
        self._chosen: dict[bytes | str, tuple[Space, Any]] = {}
        self._states: list[Any] = []

    def end(self) -> None:
        """What nothing was painted with is told without a place."""
        self._thin.end()
        self._paint(None, *(Colour(space) for space, _ in self._chosen.values()))

    def _paint(self, spot: Spot | None, *colours: Colour) -> None:
        """Something is painted in colours."""
        states, self._states = self._states, []
        for entries in states:
            ask_parameters(self._page, entries, spot)
        for colour in colours if self._chosen else ():
            if chosen := self._chosen.pop(key_of(colour.space), None):
                self._spaces.ask(self._page, *chosen, spot)

    def text(self, state: PaintState, strings: Sequence[bytes], spot: Spot) -> None:
        """Inks, where a press asks; codes, where somebody reads."""
        fills, strokes = state.rendering in FILLS, state.rendering in STROKES
        self._paint(spot, *([state.fill] if fills else []), *([state.stroke] if strokes else []))
        if self._presses:
            ask_text(self._page, state, strings, spot)
        ask_mode(self._page, state.fill, state.fill_over, state.mode_over, spot)
        self._fonts.ask_shown(self._page, state, strings, spot)

    def line(self, state: PaintState, path: Path) -> None:
        """Inks and width."""
        spot = path.stroked(self._page.view(state.clip))
        self._paint(spot or path.first, state.stroke)
        if self._presses and spot is not None:
            ask_line(self._page, state, spot)
        ask_mode(self._page, state.stroke, state.stroke_over, state.mode_over, spot or path.first)

    def area(self, state: PaintState, path: Path) -> None:
        """Inks, and lines that are drawn as thin areas."""
        spot = path.filled(self._page.view(state.clip))
        self._paint(spot or path.first, state.fill)
        if self._presses and spot is not None:
            ask_area(self._page, state, spot)
            self._thin.add(state, path)
        ask_mode(self._page, state.fill, state.fill_over, state.mode_over, spot or path.first)

    def image(self, state: PaintState, image: Any, resources: Any, inline: bool) -> None:
        """A picture, and its colour space; a mask is painted in the colour that is chosen."""
        entries = image.obj if inline else image
        spot = spot_of(self._page, state)
        is_mask = is_true(entries.get("/ImageMask"))
        self._paint(spot, *([state.fill] if is_mask else []))
        ask_image(self._page, state, image, resources, inline)
        if not is_mask and "/ColorSpace" in entries:
            self._spaces.ask(self._page, read_space(entries["/ColorSpace"], resources), resources, spot)
        if "/Intent" in entries:
            self.intent(str(entries["/Intent"]))

    def form(self, form: Any, box: Box) -> None:
        """A form, and its group."""
        spot = corner(box, self._page.trim)
        self._paint(spot)
        ask_form(self._page, form, spot)
        ask_group(self._page, form, form.get("/Resources"), spot)

    def shading(self, shading: Any, resources: Any, clip: Box | None) -> None:
        """A shading's colours, as far as a function of two ends says them."""
        space = read_space(shading.get("/ColorSpace"), resources)
        spot = None if clip is None else corner(clip, self._page.trim)
        self.space(space, resources)
        if clip is not None:
            self._paint(spot, Colour(space))
        function = shading.get("/Function")
        if self._presses and function is not None and hasattr(function, "keys"):
            for key in ("/C0", "/C1"):
                amounts = tuple(float(one) for one in function.get(key, ()))
                ask_limit(self._page, colour_of(space, amounts), spot)

    def parameters(self, entries: Any) -> None:
        """Each dictionary once a page."""
        key = entries.objgen
        if key != (0, 0) and key in self._known:
            return
        self._known.add(key)
        self._states.append(entries)

    def space(self, space: Space, resources: Any) -> None:
        """A colour space."""
        if not self._spaces.is_asked(self._page, space):
            self._chosen[key_of(space)] = space, resources

    def font(self, font: Any) -> None:
        """A font."""
        self._fonts.ask(self._page, font)

    def missing(self, kind: str, name: str) -> None:
        """A name without a resource shows nothing, or something else."""
        self._page.tell("preflight.content.no_resource", None, kind=kind, name=name)

    def unknown(self, operator: str) -> None:
        """What PDF has no meaning for."""
        self._page.tell("preflight.content.operator", None, name=operator[:20])

    def intent(self, name: str) -> None:
        """A rendering intent."""
        ask_intent(self._page, name)

    def numbers(self, operands: Any) -> None:
        """Numbers of content."""
        import pikepdf

        for one in operands:
            for value in one if isinstance(one, pikepdf.Array) else [one]:
                ask_number(self._page.subject, value, self._page.number)
