"""Inks: plates, amounts, kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.ink import BLACK, PAPER, Ink, Spot, two_values

RED = Spot("PANTONE 485 C", (0.0, 0.95, 1.0, 0.0))
SPOT = Ink("red", RED.cmyk, RED)
AMOUNTS = st.tuples(*[st.floats(0, 1)] * 4)


@pytest.mark.parametrize(
    ("ink", "kind", "total", "rich"),
    [
        (BLACK, "black", 100, False),
        (BLACK.tint(0.08), "black", 8, False),
        (PAPER, "paper", 0, False),
        (BLACK.tint(0), "paper", 0, False),
        (Ink("red", (0.0, 1.0, 1.0, 0.0)), "process", 200, False),
        (Ink("deep", (0.6, 0.4, 0.4, 1.0)), "process", 240, True),
        (Ink("brown", (0.0, 0.5, 0.5, 0.5)), "process", 150, False),
        (SPOT, "spot", 100, False),
        (SPOT.tint(0.25), "spot", 25, False),
        (SPOT.tint(0), "paper", 0, False),
    ],
)
def test_what_an_ink_is(ink: Ink, kind: str, total: float, rich: bool) -> None:
    """Reversed type lays nothing; a spot ink lays its own plate, whatever stands for it."""
    assert (ink.kind, ink.is_rich_black) == (kind, rich)
    assert ink.total == pytest.approx(total)


def test_plates_that_lay_nothing_are_not_named() -> None:
    """Each plate of a spot ink is one more on the press."""
    assert Ink("red", (0.0, 1.0, 0.5, 0.0)).plates == {"Magenta": 1.0, "Yellow": 0.5}
    assert SPOT.tint(0.5).plates == {"PANTONE 485 C": 0.5}
    assert PAPER.plates == {}


@given(AMOUNTS, st.floats(0, 1))
def test_a_tint_lays_its_share(amounts: tuple[float, float, float, float], share: float) -> None:
    """Of process inks and of a spot alike; what stands for the whole spot stays what it is."""
    ink = Ink("any", amounts)
    assert ink.tint(share).total == pytest.approx(ink.total * share, abs=1e-6)
    spot = Ink("any", amounts, Spot("any", amounts))
    assert spot.tint(share).total == pytest.approx(100 * share, abs=1e-6)
    assert spot.tint(share).cmyk == ink.tint(share).cmyk
    assert spot.tint(share).spot == spot.spot


def test_one_plate_has_one_value() -> None:
    """The same plate under two names is no fault; another value is, and another spelling."""
    same = Ink("rot", RED.cmyk, RED)
    other = Ink("dark", (0.0, 1.0, 1.0, 0.2), Spot("PANTONE 485 C", (0.0, 1.0, 1.0, 0.2)))
    spelt = Ink("low", RED.cmyk, Spot("Pantone 485C", RED.cmyk))
    assert two_values([BLACK, SPOT, same]) == []
    assert two_values([SPOT, SPOT.tint(0.3)]) == []
    assert two_values([SPOT, BLACK, other, spelt]) == [(SPOT, other), (SPOT, spelt)]
