"""Inks: what the press lays down, by name, on which plates, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Kind = Literal["paper", "black", "process", "spot"]

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
# No spot ink can have these names: they mean a process plate, every plate, and none (ISO 32000-1, 8.6.6.4).
RESERVED = frozenset(name.casefold() for name in (*PLATES, "All", "None"))
# Black that is meant to be deep has some of another ink under it. How much black that takes nobody has laid down; less
# than this is a colour.
_DEEP = 0.9


class Spot(Struct, frozen=True):
    """A spot ink (专色): the name of its plate, which is what the press calls it, and the DeviceCMYK amounts from 0 to
    1 that stand for it where nobody has that ink.
    """

    name: str
    cmyk: tuple[float, float, float, float]


class Ink(Struct, frozen=True):
    """A named ink as DeviceCMYK amounts from 0 to 1; text and rules of a page use black, `(0, 0, 0, 1)`, alone.

    Where it is a `spot` ink, `share` (0 to 1) is how much of that is laid, and `cmyk` are the amounts that stand for so
    much of it.
    """

    name: str
    cmyk: tuple[float, float, float, float]
    spot: Spot | None = None
    share: float = 1.0

    def tint(self, share: float) -> Ink:
        """The same ink at `share` (0 to 1) of its amount."""
        c, m, y, k = self.cmyk
        amounts = (c * share, m * share, y * share, k * share)
        return Ink(self.name, amounts, self.spot, self.share * share if self.spot is not None else self.share)

    @property
    def plates(self) -> dict[str, float]:
        """Amounts from 0 to 1 by the plate that lays them; none that lays nothing."""
        amounts = dict(zip(PLATES, self.cmyk, strict=True)) if self.spot is None else {self.spot.name: self.share}
        return {plate: amount for plate, amount in amounts.items() if amount > 0}

    @property
    def total(self) -> float:
        """How much ink (总墨量) it lays in one place, in per cent: 400 at most."""
        return 100 * sum(self.plates.values())

    @property
    def kind(self) -> Kind:
        """`paper` lays nothing (reversed type, 反白), `black` is on the black plate alone, `process` on others."""
        plates = self.plates
        if not plates:
            return "paper"
        if self.spot is not None:
            return "spot"
        return "black" if list(plates) == ["Black"] else "process"

    @property
    def is_black_alone(self) -> bool:
        """Whether it is 100 % of black and nothing else, which a press lays over what lies there (叠印)."""
        return self.spot is None and self.cmyk == (0.0, 0.0, 0.0, 1.0)

    @property
    def is_rich_black(self) -> bool:
        """Whether it is black with other inks under it (四色黑): not for type, which shows every slip of register."""
        return self.kind == "process" and self.cmyk[3] >= _DEEP


def two_values(inks: Iterable[Ink]) -> list[tuple[Ink, Ink]]:
    """Pairs of spot inks, each with the first one, whose plates have one name and not one meaning; names that differ in
    case or spaces alone are one to a pressman, and two to a RIP.
    """
    first: dict[str, Ink] = {}
    pairs = []
    for ink in inks:
        if ink.spot is not None:
            known = first.setdefault("".join(ink.spot.name.casefold().split()), ink)
            if known.spot != ink.spot:
                pairs.append((known, ink))
    return pairs


BLACK = Ink("black", (0.0, 0.0, 0.0, 1.0))
CYAN = Ink("cyan", (1.0, 0.0, 0.0, 0.0))
MAGENTA = Ink("magenta", (0.0, 1.0, 0.0, 0.0))
YELLOW = Ink("yellow", (0.0, 0.0, 1.0, 0.0))
# What stands on every plate (套准色), those of spot inks as well: for the press's own marks, never on the page itself.
REGISTRATION = Ink("registration", (1.0, 1.0, 1.0, 1.0), Spot("All", (1.0, 1.0, 1.0, 1.0)))
# The paper's own white: printed as no ink at all, over what stands under it.
PAPER = Ink("paper", (0.0, 0.0, 0.0, 0.0))
