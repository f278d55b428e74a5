"""Marks that a dump folded to half width, widened again."""

from __future__ import annotations

from jxprint.text.width import restore


def widened(text: str) -> str:
    """`, : ; ( ) ! ?` at full width unless both neighbours are ASCII letters or digits; one character for one."""
    return restore(text)
