"""A Han character in a regular expression, spelled so that it is compiled at once.

A class with a range of twenty thousand characters takes Python's compiler a millisecond, each time that it stands in a
pattern; the same said by what is left out takes none. Kana and the letters of other scripts count as well, full-width
ones too: copy that has them means them as it means Han.
"""

from __future__ import annotations

from typing import Final

# A letter or ideograph beyond Latin-1.
HAN: Final = r"[^\W\x00-\xff]"
# The same without full-width letters and figures.
IDEOGRAPH: Final = r"[^\W\x00-\xff０-９Ａ-Ｚａ-ｚ]"
