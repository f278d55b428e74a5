"""Folds by which a difference is measured: what two texts share once something that may not matter is left out.

A fold is a measure and nothing else: no check passes by one, and nothing is set, stored or compared through it.

1. Width (全角与半角): what `jxprint.text.width` lists.
2. Punctuation (标点): marks of one kind that programs exchange, such as straight and curly quotation marks.
3. Compatibility (兼容字形): Unicode's NFKC, which turns Kangxi radicals, compatibility ideographs and full-width forms
   into what they stand for, and changes marks that mean something (…, ①) as well.
4. All three.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jxprint.text.width import fold as fold_width

# Marks of one kind, by the one that stands for all of them.
_KINDS = {
    '"': "“”„‟〝〞〟＂「」『』﹁﹂﹃﹄",
    "'": "‘’‚‛′＇",
    "-": "—―─–‒‑‐⸺⸻－",
    "·": "・•‧∙･⋅",
    "…": "⋯︙",
    ".": "。．｡",
    ",": "，､",
    ":": "：",
    ";": "；",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "~": "～〜",
    "/": "／",
}
_PUNCTUATION = str.maketrans({char: mark for mark, kind in _KINDS.items() for char in kind})


def fold_punctuation(text: str) -> str:
    """Marks of one kind made one, code point for code point."""
    return text.translate(_PUNCTUATION)


@lru_cache(maxsize=64)
def fold_compatibility(text: str) -> str:
    """What compatibility characters stand for; lengths change."""
    from unicodedata import normalize  # nothing is measured on a good page

    return normalize("NFKC", text)


def fold_all(text: str) -> str:
    """All of them."""
    return fold_punctuation(fold_width(fold_compatibility(text)))


# `exact` comes first and leaves everything as it is.
FOLDS: dict[str, Callable[[str], str]] = {
    "exact": lambda text: text,
    "width": fold_width,
    "punctuation": fold_punctuation,
    "compatibility": fold_compatibility,
    "all": fold_all,
}
