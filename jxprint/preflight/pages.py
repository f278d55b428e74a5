"""Every page's content, walked once, and who is asked of what it paints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jxprint.preflight.annotations import ask_annotations
from jxprint.preflight.bounds import ask_number
from jxprint.preflight.boxes import inherited, trim_of
from jxprint.preflight.colours import Space, colour_of, read_space
from jxprint.preflight.fonts import Fonts
from jxprint.preflight.images import ask_form, ask_image
from jxprint.preflight.inks import ask_area, ask_limit, ask_line, ask_mode, ask_text
from jxprint.preflight.intents import Intents
from jxprint.preflight.marked import Painted
from jxprint.preflight.parameters import ask_group, ask_intent, ask_parameters
from jxprint.preflight.spaces import Spaces
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject, Subject
from jxprint.preflight.values import is_true
from jxprint.preflight.walk import Spot, Walk

# ISO 32000-1, annex C: how deep q may nest.
_DEEPEST = 28


def walk_pages(subject: Subject, intents: Intents) -> list[Painted]:
    """Walk all pages; what each shows to a reader of tags. Raises PdfError."""
    fonts, spaces = Fonts(), Spaces(intents.archive)
    painted = []
    for number, page in enumerate(subject.document.pages, 1):
        asked = PageSubject(subject, number, trim_of(page.obj))
        ask_group(asked, page.obj, inherited(page.obj, "Resources"))
        walk = Walk(page.obj, subject.name, _PageJudge(asked, fonts, spaces))
        if walk.deepest > _DEEPEST:
            asked.tell("preflight.content.nested", None, depth=walk.deepest, most=_DEEPEST)
        if not walk.marks.painted.things:
            asked.tell("preflight.boxes.nothing_painted")
        ask_annotations(asked, page.obj)
        painted.append(walk.marks.painted)
    return painted


class _PageJudge:
    """Hands what is painted to the rules that ask about it; `jxprint.preflight.walk.Judge`."""

    def __init__(self, page: PageSubject, fonts: Fonts, spaces: Spaces) -> None:
        self._page = page
        self._fonts = fonts
        self._spaces = spaces
        self._presses = page.subject.among("press")
        self._known: set[tuple[int, int]] = set()

    def text(self, state: PaintState, strings: Sequence[bytes], spot: Spot) -> None:
        """Inks, where a press asks; codes, where somebody reads."""
        if self._presses:
            ask_text(self._page, state, strings, spot)
        ask_mode(self._page, state.fill, state.fill_over, state.mode_over, spot)
        self._fonts.ask_shown(self._page, state, strings, spot)

    def line(self, state: PaintState, spot: Spot) -> None:
        """Inks and width."""
        if self._presses:
            ask_line(self._page, state, spot)
        ask_mode(self._page, state.stroke, state.stroke_over, state.mode_over, spot)

    def area(self, state: PaintState, spot: Spot) -> None:
        """Inks."""
        if self._presses:
            ask_area(self._page, state, spot)
        ask_mode(self._page, state.fill, state.fill_over, state.mode_over, spot)

    def image(self, state: PaintState, image: Any, resources: Any, inline: bool) -> None:
        """A picture, and its colour space; a mask is painted in the colour that is chosen."""
        entries = image.obj if inline else image
        ask_image(self._page, state, image, resources, inline)
        if not is_true(entries.get("/ImageMask")) and "/ColorSpace" in entries:
            self.space(read_space(entries["/ColorSpace"], resources), resources)
        if "/Intent" in entries:
            self.intent(str(entries["/Intent"]))

    def form(self, form: Any) -> None:
        """A form, and its group."""
        ask_form(self._page, form)
        ask_group(self._page, form, form.get("/Resources"))

    def shading(self, shading: Any, resources: Any) -> None:
        """A shading's colours, as far as a function of two ends says them."""
        space = read_space(shading.get("/ColorSpace"), resources)
        self.space(space, resources)
        function = shading.get("/Function")
        if self._presses and function is not None and hasattr(function, "keys"):
            for key in ("/C0", "/C1"):
                amounts = tuple(float(one) for one in function.get(key, ()))
                ask_limit(self._page, colour_of(space, amounts), None)

    def parameters(self, entries: Any) -> None:
        """Each dictionary once a page."""
        key = entries.objgen
        if key != (0, 0) and key in self._known:
            return
        self._known.add(key)
        ask_parameters(self._page, entries)

    def space(self, space: Space, resources: Any, spot: Spot | None = None) -> None:
        """A colour space."""
        self._spaces.ask(self._page, space, resources, spot)

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
