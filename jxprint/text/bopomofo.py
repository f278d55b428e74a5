"""Bopomofo (注音符号): its letters and its marks of tone."""

from __future__ import annotations

# The neutral tone stands on top of its syllable in vertical text, the others beside the last letter.
NEUTRAL = "˙"
# Second, third, fourth, and first where it is written; the tones of Minnan and Hakka.
TONES = "ˊˇˋˉ˪˫"


def is_letter(char: str) -> bool:
    """Whether a character is a letter of Bopomofo or Bopomofo Extended."""
    return "\u3105" <= char <= "\u312f" or "\u31a0" <= char <= "\u31bf"


def is_bopomofo(text: str) -> bool:
    """Whether a text is bopomofo: letters, their tones and spaces, and nothing else."""
    return any(map(is_letter, text)) and all(is_letter(char) or char in f"{NEUTRAL}{TONES} " for char in text)
