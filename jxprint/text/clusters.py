"""Clusters: a character with the combining marks and variation selectors that belong to it (UAX #29, simplified).

Copy has few of them: a pinyin vowel typed as a letter and an accent, an ideographic variation (异体字选择符) in a name.
They are one thing to a reader, so they are set as one thing or refused as one thing.
"""

from __future__ import annotations

import unicodedata

_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
# Combining diacritics, the kana voicing marks, variation selectors, and the supplement that ideographs use.
_RANGES = ((0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A), *_SELECTORS)
_EXTENDERS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))


def composed(cluster: str) -> str:
    """A cluster's one character where Unicode has it (NFC), else the cluster."""
    return unicodedata.normalize("NFC", cluster)


def selector_of(cluster: str) -> str | None:
    """The variation selector that ends a cluster of two, None where it is something else."""
    if len(cluster) != 2 or not any(first <= ord(cluster[1]) <= last for first, last in _SELECTORS):
        return None
    return cluster[1]


def clusters(text: str) -> list[str]:
    """A text cut into clusters; a text without any is its own characters."""
    chars = list(text)
    if _EXTENDERS.isdisjoint(chars):
        return chars
    pieces: list[str] = []
    for char in chars:
        if char in _EXTENDERS and pieces and pieces[-1][0] not in _EXTENDERS:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def stands_alone(piece: str) -> bool:
    """Whether a cluster is a mark that belongs to a character and has none."""
    return piece[0] in _EXTENDERS
