"""Characters that copy must not hold: they would vanish on paper, or they tell that a file was damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jxprint.errors import Finding, Place

# Unseen characters change how a line breaks or runs and cannot be proofread: soft hyphen, zero-width spaces, joiners
# and marks of direction. Line and paragraph separators and everything below a space count as control characters.
_SUSPECT = re.compile(
    "(?P<tab>\t)"
    "|(?P<damaged>\ufffd)"
    "|(?P<control>[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff])"
    "|(?P<unseen>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])"
)


def examine(text: str, place: Place, *, listed: bool = True) -> Iterator[Finding]:
    """Findings for one line of copy whose first character stands at `place`, each at the character itself. `listed`
    tells whether several lines could be given as a list.
    """
    for match in _SUSPECT.finditer(text):
        at = replace(place, column=(place.column or 1) + match.start())
        key = "line_break" if listed and match[0] in "\n\r" else match.lastgroup
        yield Finding(f"copy.{key}", at, {"code": f"U+{ord(match[0]):04X}"})
