"""The inks of what a proof draws, none of them black: it is told from the page at a glance."""

from __future__ import annotations

from jxprint.ink import CYAN, MAGENTA, PAPER, Ink

__all__ = ["CYAN", "MAGENTA", "PAPER", "RED"]

RED = Ink("red", (0.0, 1.0, 1.0, 0.0))
