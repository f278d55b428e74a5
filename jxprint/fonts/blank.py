"""A face without ink: characters with a width and nothing to see, for text that lies over its own outlines.

Whatever faces a reader's machine has or lacks, such text is as long as it is told to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from unicodedata import category, east_asian_width

_EM = 1000
# Glyphs by their advance in ems.
_GLYPHS = {1.0: "em", 0.5: "half", 0.0: "none"}
_NAME = "jxprint blank"
# Marks that stand on the character before them, and what is there for programs alone (selectors, joiners).
_NO_WIDTH = ("Mn", "Me", "Cf")


@lru_cache(maxsize=1 << 14)
def blank_width(char: str) -> float:
    """What a character takes in the blank face, in ems: Han and their marks one, Latin half, combining marks none."""
    if category(char) in _NO_WIDTH:
        return 0.0
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def blank_face(characters: Iterable[str]) -> bytes:
    """A TrueType file with these characters; the same ones make the same bytes."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    builder = FontBuilder(_EM, isTTF=True)
    names = [".notdef", *_GLYPHS.values()]
    advances = {".notdef": _EM} | {name: int(ems * _EM) for ems, name in _GLYPHS.items()}
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): _GLYPHS[blank_width(char)] for char in sorted(set(characters))})
    builder.setupGlyf({name: Glyph() for name in names})
    # Up to the baseline 0.88 em, as in Han faces; upright in vertical text each glyph takes as much as across.
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in advances.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupVerticalMetrics({name: (width, 0) for name, width in advances.items()})
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupNameTable({"familyName": _NAME, "styleName": "Regular"})
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    file = BytesIO()
    builder.save(file)
    return file.getvalue()
