"""Full-width and half-width forms: the fold that text dumps apply to a Chinese page, the one list of it.

Dumps like the source page write ，：；（）！？ as ASCII. The fold is lossy; the way back, in
`jxprint/reconstruct/widths.py`, is a rule of the trade: a folded mark is full width unless both its neighbours are
ASCII letters or digits (`1,258`, `15:40`). A point stays as it is, since a decimal point and a folded ．cannot be told
apart. Never NFKC: it would fold “…”, ① and compatibility forms too.
"""

from __future__ import annotations

# The marks that come back, by the ASCII mark that a dump has for each.
FULL_OF_HALF = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}

# Everything that a dump may fold. Letters, digits and ．～／ fold as well, and do not come back: copy in GB style
# sets digits and letters half width, and a dump's own `.`, `~` and `/` are as likely meant as folded.
HALF_OF_FULL = {
    **{full: half for half, full in FULL_OF_HALF.items()},
    "．": ".",
    "～": "~",
    "／": "/",
    **{chr(code + 0xFEE0): chr(code) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))},
}

# A fold that some dumps have besides: all their stops are points. It is no part of `fold`, since most points are none.
STOP_OF_POINT = {".": "。"}

_FOLD = str.maketrans(HALF_OF_FULL)


def fold(text: str) -> str:
    """Full-width forms to half width, one code point for one, so that offsets hold."""
    return text.translate(_FOLD)
