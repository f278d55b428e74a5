"""Whoever is told of what a page's content paints (`jxprint/preflight/walk.py` tells it)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from jxprint.intake.matrices import Box
from jxprint.preflight.colours import Space
from jxprint.preflight.paths import Path
from jxprint.preflight.state import PaintState

Spot = tuple[float, float]


class Judge(Protocol):
    """Who is told. A spot is in the page's own space."""

    def text(self, state: PaintState, strings: Sequence[bytes], spot: Spot) -> None:
        """Text is shown."""

    def line(self, state: PaintState, path: Path) -> None:
        """A path is stroked."""

    def area(self, state: PaintState, path: Path) -> None:
        """A path is filled."""

    def image(self, state: PaintState, image: Any, resources: Any, inline: bool) -> None:
        """A picture is painted."""

    def form(self, form: Any, box: Box) -> None:
        """A form is entered; `box` holds what is seen of it."""

    def shading(self, shading: Any, resources: Any, clip: Box | None) -> None:
        """A shading is painted within a clip, or is chosen as a pattern."""

    def parameters(self, entries: Any) -> None:
        """A graphics state dictionary is used."""

    def space(self, space: Space, resources: Any) -> None:
        """A colour space is chosen; what is painted next tells where."""

    def font(self, font: Any) -> None:
        """A font is chosen."""

    def missing(self, kind: str, name: str) -> None:
        """A name leads to no resource."""

    def unknown(self, operator: str) -> None:
        """An operator that PDF does not have."""

    def intent(self, name: str) -> None:
        """A rendering intent is chosen."""

    def numbers(self, operands: Any) -> None:
        """Operands of content in which a number may be beyond a bound."""
