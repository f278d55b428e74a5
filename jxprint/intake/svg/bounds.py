"""How much a drawing draws, counted as often as it is drawn: `use`, markers, clips and patterns multiply."""

from __future__ import annotations

from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import MOST_COMMANDS, TooManyError

MOST_SHAPES = 50_000
MOST_DEEP = 96
# What is painted where patterns are laid out.
MOST_PAINTED = 10_000_000
# Attributes, in characters: what stands once may be read many times.
MOST_READ = 24 << 20


class Bounds:
    """Counts; each method raises TooManyError beyond what a drawing may have."""

    def __init__(self) -> None:
        # How often what is drawn now is laid out by the patterns that it stands in.
        self.times = 1.0
        self._shapes = self._commands = self._read = 0
        self._painted = 0.0

    def element(self, element: Element, depth: int) -> None:
        """An element, once more."""
        self._shapes += 1
        self._read += sum(map(len, element.attributes.values()))
        self._check(depth)

    def outline(self, commands: int) -> None:
        """An outline, once more."""
        self._commands += commands
        self._painted += commands * self.times
        self._check(0)

    def _check(self, depth: int) -> None:
        """What was too large once stays so: nothing more is drawn."""
        for count, most in (
            (depth, MOST_DEEP),
            (self._shapes, MOST_SHAPES),
            (self._read, MOST_READ),
            (self._commands, MOST_COMMANDS),
            (self._painted, MOST_PAINTED),
        ):
            if not count <= most:
                raise TooManyError(most)
