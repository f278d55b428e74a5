"""What the lines of a page were set by: marks that keep from a line's ends, and what was let through all the same."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# How a line was set for which no rule had a way. `start`: it starts with what may not start a line; `end`: it ends with
# what may not end one; `cut`: it ends within what holds together (a number, a word, a dash of two ems); `loose`: its
# gaps are wider than the style lets them be; `short`: it has no gap to open and stays short of its measure;
# `unfilled`: it stays short as well, beside a run, because its gaps would be far too wide; `alone`: something is wider
# than the measure, and the paragraph stands glyph by glyph.
Rescue = Literal["start", "end", "cut", "loose", "short", "unfilled", "alone"]
# Those of a line that was to fill its measure and does not.
NOT_FILLED: frozenset[Rescue] = frozenset(("short", "unfilled"))


class Prohibition(Struct, frozen=True):
    """What may not start and not end a line (避头尾): by class of `jxprint.text.classes`, and the marks that the house
    adds.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    house_starts: str = ""
    house_ends: str = ""

    def starts_ill(self, char: str, cls: int) -> bool:
        """Whether a line may not start with this character, which is of this class in its text."""
        return cls in self.starts or char in self.house_starts

    def ends_ill(self, char: str, cls: int) -> bool:
        """Whether a line may not end with it."""
        return cls in self.ends or char in self.house_ends
