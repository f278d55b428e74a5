"""Clusters: a character with the combining marks and variation selectors that belong to it (UAX #29, simplified).

Copy has few of them: a pinyin vowel typed as a letter and an accent, an ideographic variation (异体字选择符) in a name.
They are one thing to a reader, so they are set as one thing or refused as one thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Combining diacritics, the kana voicing marks, variation selectors, and the supplement that ideographs use.
_EXTENDERS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
CLUSTER = re.compile(f"[^{_EXTENDERS}][{_EXTENDERS}]+")
EXTENDER = re.compile(f"[{_EXTENDERS}]")
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def has_clusters(text: str) -> bool:
    """Whether a text has anything but characters that stand alone."""
    return not text.isascii() and EXTENDER.search(text) is not None


def composed(cluster: str) -> str:
    """A cluster's one character where Unicode has it (NFC), else the cluster."""
    return unicodedata.normalize("NFC", cluster)


def selector_of(cluster: str) -> str | None:
    """The variation selector that ends a cluster of two, None where it is something else."""
    return cluster[1] if len(cluster) == 2 and _SELECTOR.match(cluster[1]) else None


def clusters(text: str) -> Sequence[str]:
    """A text cut into clusters; a text without any is its own characters."""
    if not has_clusters(text):
        return text
    pieces: list[str] = []
    at = 0
    for match in CLUSTER.finditer(text):
        pieces += text[at : match.start()]
        pieces.append(match.group())
        at = match.end()
    pieces += text[at:]
    return pieces


def stands_alone(piece: str) -> bool:
    """Whether a cluster is a mark that belongs to a character and has none."""
    return EXTENDER.match(piece) is not None
