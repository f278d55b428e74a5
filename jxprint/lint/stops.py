"""Full stops at the end of heads and captions.

Source: GB/T 15834, 4.1 and A.1: a caption that is a phrase takes no full stop, also where one stands inside it; heads
take none by the usage of all papers (typography.md, HD6).
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.lint.letters import BLANKS, STOPS
from jxprint.lint.lines import HEADS, Fault, Line, Repair


def end_stops(line: Line) -> Iterator[Fault]:
    """A 。 that ends a head, caption or credit; in a headline of one sentence it can only be a slip."""
    display = line.role in HEADS or line.role in ("caption", "credit")
    text = line.text.removesuffix("。")
    if not display or text == line.text or not text.strip(BLANKS) or text.endswith("。"):
        return
    safe = line.role == "headline" and not any(mark in text for mark in STOPS)
    yield line.fault(len(text), "lint.end_stop", Repair(1, "", safe))
