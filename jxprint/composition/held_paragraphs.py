"""One paragraph of a late correction: held to the lines that it was printed in, and made to give or take a line."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.legs import BodyCopy, SetParagraph
from jxprint.composition.lines import SetLine, set_paragraph
from jxprint.composition.lines.holding import BEFORE, BEHIND
from jxprint.model import PrintedBlock

# What a line more or less is worth before a held break is let go (the cost of `lines.breaking`).
_GENTLE = (2.0, 5.0, 9.0)
# Breaks let go at most, so that a single character does not take the last line (单字不占行).
_FOR_A_LONE_GLYPH = 4


class HeldParagraph:
    """A paragraph as it is set; `leg` is the leg in which it changed, `more` by how many lines it is longer than what
    was printed of it (all of them where it is new).
    """

    def __init__(self, copy: BodyCopy, old: PrintedBlock | None, leg: int) -> None:
        self.copy = copy
        self.leg = leg
        self._held = tuple(line.text for line in old.lines) if old is not None else ()
        self.is_changed = "".join(self._held) != copy.passage.text
        self.lines = self._set(0.0, self._held)
        if self.is_changed and _is_lone(self.lines) and len("".join(self._held[-1:])) > 1:
            self._join_lone_glyph()

    @property
    def more(self) -> int:
        """Lines more than were printed."""
        return len(self.lines) - len(self._held)

    def as_set(self) -> SetParagraph:
        """The paragraph for its legs."""
        return SetParagraph(self.lines, self.copy.role, "paragraph", self.copy.index)

    def grow(self, wanted: int, *, strong: bool) -> int:
        """Take up to `wanted` lines more (fewer, below 0) and tell how many it took; `strong` lets held breaks go."""
        direction = 1 if wanted > 0 else -1
        for price in self._prices(strong):
            lines = self._set(-direction * price, self._held)
            taken = len(lines) - len(self.lines)
            if 0 < direction * taken <= direction * wanted and (taken < 0 or not _is_lone(lines)):
                self.lines = lines
                return taken
        return 0

    def _prices(self, strong: bool) -> Iterator[float]:
        """What a line is worth: from little to all held breaks behind the change, then to all of those before it."""
        yield from _GENTLE
        for break_ in (BEHIND, BEFORE) if strong else ():
            yield from ((breaks + 0.5) * break_ for breaks in range(len(self._held)))

    def _join_lone_glyph(self) -> None:
        """Let the last breaks go, the fewest that give the last character company in as many lines."""
        for breaks in range(1, min(_FOR_A_LONE_GLYPH, len(self._held) - 1) + 1):
            held = (*self._held[: -breaks - 1], "".join(self._held[-breaks - 1 :]))
            lines = self._set(0.0, held)
            if len(lines) == len(self.lines) and not _is_lone(lines):
                self.lines = lines
                return

    def _set(self, price: float, held: tuple[str, ...]) -> tuple[SetLine, ...]:
        return set_paragraph(self.copy.passage.text, self.copy.setting, line_price=price, held=held)


def leg_of_change(old: PrintedBlock, text: str) -> int:
    """The leg in which a paragraph that was printed differs first from its new text."""
    printed = old.text
    shorter = min(len(printed), len(text))
    at = next((at for at in range(shorter) if printed[at] != text[at]), shorter)
    for line in old.lines:
        if at < len(line.text):
            return line.leg
        at -= len(line.text)
    return old.lines[-1].leg


def _is_lone(lines: tuple[SetLine, ...]) -> bool:
    return len(lines) > 1 and sum(len(segment.glyphs) for segment in lines[-1].segments) == 1
