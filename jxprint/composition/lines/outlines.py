"""Glyphs as filled paths: what is drawn on the page and is no text of it (a hyphen, a placeholder's label)."""

from __future__ import annotations

from functools import lru_cache

from jxprint.fonts import Face
from jxprint.ink import Ink
from jxprint.placed import Outline


# Drawings that stand on page after page in one place: a placeholder's label.
@lru_cache(maxsize=256)
def outlined(face: Face, glyphs: tuple[tuple[int, float], ...], y: float, size: float, ink: Ink) -> tuple[Outline, ...]:
    """Glyphs with the x that each is drawn at, on the baseline `y`, in points of the page; white ones are left out."""
    shapes: list[Outline] = []
    for glyph, x in glyphs:
        commands = tuple(_to_page(command, x, y, size) for command in face.outline(glyph))
        if commands:
            shapes.append(Outline(commands, ink))
    return tuple(shapes)


def _to_page(command: tuple[str | float, ...], x: float, y: float, size: float) -> tuple[str | float, ...]:
    """A path command from the em square (y up) to the page (y down)."""
    numbers = [number for number in command[1:] if isinstance(number, (int, float))]
    moved = [x + number * size if index % 2 == 0 else y - number * size for index, number in enumerate(numbers)]
    return (command[0], *moved)
