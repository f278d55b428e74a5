"""What a page's content does, step by step, with its colours and overprints set aside (`jxprint.preflight.copied`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from jxprint.preflight.colours import NO_INK, PROCESS, Colour, Space


class Chosen(Struct, frozen=True):
    """A colour is chosen."""

    strokes: bool
    colour: Colour


class Patterned(Struct, frozen=True):
    """A pattern is chosen: a cell (what it paints), or a shading (the pattern that has it)."""

    strokes: bool
    cell: Sheet | None
    shading: Any
    space: Space


class Laid(Struct, frozen=True):
    """Something is painted: each of its colours that overprints, with its mode; none where it knocks out."""

    over: tuple[tuple[Colour, int], ...]

    def leaves(self, plate: str) -> bool:
        """Whether it leaves alone what another has laid on a plate (ISO 32000-1, 11.7.4.3)."""
        return any(_leaves(colour, mode, plate) for colour, mode in self.over)


class Picture(Struct, frozen=True):
    """A picture is painted, so many points wide and high."""

    image: Any
    space: Space
    size: tuple[float, float]


class Form(Struct, frozen=True):
    """A form is painted."""

    sheet: Sheet


class Shaded(Struct, frozen=True):
    """A shading fills the clip."""

    shading: Any
    space: Space


class Saved(Struct, frozen=True):
    """Operators q (`back` False) and Q; None: what blends is unknown from here on."""

    back: bool | None


Step = bytes | Chosen | Patterned | Laid | Picture | Form | Shaded | Saved


class Sheet(Struct):
    """The content of a page, a form or a pattern's cell: steps, its own dictionary and resources, and the names of
    fonts and graphics states that it has of them.
    """

    holder: Any
    resources: Any
    steps: list[Step] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)


def amounts_of(colour: Colour) -> dict[str, float]:
    """How much of it each plate lays, 0 to 1."""
    return {**dict(zip(PROCESS, colour.plates or NO_INK, strict=True)), **dict(colour.spots)}


def plates_of(space: Space) -> Iterator[str]:
    """The plates that colours of a space may lie on."""
    deep = space.deepest
    if deep.family in ("/Separation", "/DeviceN"):
        for name in deep.names:
            yield from PROCESS if name == "All" else () if name == "None" else (name,)
    elif deep.components == 4:
        yield from PROCESS
    elif deep.components == 1:
        yield PROCESS[3]


def _leaves(colour: Colour, mode: int, plate: str) -> bool:
    space = colour.space.deepest
    if space.family in ("/Separation", "/DeviceN"):
        return plate not in space.names and "All" not in space.names
    if plate not in PROCESS:
        return True
    return mode == 1 and space.family == "/DeviceCMYK" and amounts_of(colour)[plate] == 0
