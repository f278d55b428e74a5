"""Full-width and half-width forms: the fold that text dumps apply to a Chinese page, and its way back.

Dumps like the source page write ，：；（）！？ as ASCII. The fold is lossy; the way back is a rule of the trade: a
folded mark is full width unless both its neighbours are ASCII letters or digits (`1,258`, `15:40`). A point stays as
it is, since a decimal point and a folded ．cannot be told apart. Never NFKC: it would fold “…”, ① and compatibility
forms too.
"""

from __future__ import annotations

import re

# The marks that come back: what `restore` writes for each ASCII mark.
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

_FOLD = str.maketrans(HALF_OF_FULL)
_FOLDED = re.compile(r"(?P<before>(?<=[0-9A-Za-z]))?(?P<mark>[,:;()!?])(?P<after>(?=[0-9A-Za-z]))?")


def fold(text: str) -> str:
    """Full-width forms to half width, one code point for one, so that offsets hold."""
    return text.translate(_FOLD)


def restore(text: str) -> str:
    """Half-width marks to full width unless both neighbours are ASCII letters or digits, one code point for one.

    `restore(fold(text)) == text` for copy in which those marks are half width exactly between two ASCII letters or
    digits and which has none of the forms that do not come back.
    """
    return _FOLDED.sub(_widened, text)


def _widened(match: re.Match[str]) -> str:
    mark = match["mark"]
    return mark if match["before"] is not None and match["after"] is not None else FULL_OF_HALF[mark]
