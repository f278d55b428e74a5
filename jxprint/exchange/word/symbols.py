"""Characters by their number in a font (ISO/IEC 29500-1, 17.3.3.30): of a font of symbols that is none of Unicode's."""

from __future__ import annotations

import re

from jxprint.intake.xml_tree import Element

_NUMBER, _FIRST_MARK = re.compile("[0-9A-Fa-f]{1,6}"), 0xA0
_SYMBOLS = re.compile(r"dings|symbol|MT Extra|Marlett", re.IGNORECASE)


def character(element: Element) -> tuple[str, str]:
    """The character, or "" where the number says none; and font and number, as they are told."""
    font, number = element.attributes.get("font", ""), element.attributes.get("char", "")
    code = int(number, 16) if _NUMBER.fullmatch(number) else 0
    is_known = _FIRST_MARK <= code <= 0x10FFFF and not 0xD800 <= code < 0xF900 and not _SYMBOLS.search(font)
    return (chr(code) if is_known else ""), f"{font} {number}".strip()
