"""The encoding that a simple font's program has of its own (ISO 32000-1, 9.6.6): the names of glyphs by their codes.

It counts where the font dictionary has no encoding; text comes from the names, as from those of a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from jxprint.intake.opening import decoded

_CODES = 256
# Type 1 in the clear: dup 65 /A put.
_PUT = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
_STANDARD = re.compile(rb"/Encoding\s+StandardEncoding\s+def")


def built_in_names(font: Any, file: str) -> dict[int, str]:
    """Names by code; none where the program has no encoding or cannot be read."""
    descriptor = font.get("/FontDescriptor") or {}
    readers: tuple[tuple[str, Callable[[bytes], dict[int, str]]], ...] = (
        ("/FontFile", _of_type1), ("/FontFile3", _of_cff), ("/FontFile2", _of_true_type),
    )  # fmt: skip
    for key, read in readers:
        if key in descriptor:
            data = decoded(descriptor[key], file)
            try:
                return read(data)
            except Exception:  # a damaged program: fontTools tells of it in all kinds of ways, and no text is told then
                return {}
    return {}


def _of_type1(data: bytes) -> dict[int, str]:
    clear = data.partition(b"eexec")[0]
    if _STANDARD.search(clear):
        return _standard()
    told = {int(code): name.decode("ascii") for code, name in _PUT.findall(clear) if int(code) < _CODES}
    return {code: name for code, name in told.items() if name != ".notdef"}


def _standard() -> dict[int, str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}


def _of_cff(data: bytes) -> dict[int, str]:
    from fontTools.cffLib import CFFFontSet

    font = CFFFontSet()
    font.decompile(BytesIO(data), None)
    top = font.topDictIndex[0]
    if hasattr(top, "ROS"):
        return {}
    encoding = top.Encoding
    if encoding == "StandardEncoding":
        return _standard()
    return {code: name for code, name in enumerate(encoding) if name != ".notdef"} if isinstance(encoding, list) else {}


def _of_true_type(data: bytes) -> dict[int, str]:
    """A symbolic TrueType font's codes by its cmap (3,0) or (1,0); names as `post` or its cmap of Unicode has them."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(data), lazy=True) as font:
        tables = {(table.platformID, table.platEncID): table.cmap for table in font["cmap"].tables}
        codes = tables.get((3, 0)) or tables.get((1, 0)) or {}
        known = {name: f"uni{code:04X}" for code, name in sorted((font.getBestCmap() or {}).items(), reverse=True)}
        return {code & 0xFF: known.get(name, name) for code, name in codes.items() if name != ".notdef"}
