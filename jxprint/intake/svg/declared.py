"""What an XML file says of itself before its first element: its encoding, and short names for text (entities)."""

from __future__ import annotations

import re
from xml.parsers import expat

# Encodings that expat does not know, as programs wrote them for Chinese; each is read by the widest of its family.
_CODECS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "cp936": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "big5hkscs",
}  # fmt: skip
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*['\"]([\w.-]{1,40})['\"]")
# Illustrator writes a dozen short names for namespaces.
_MOST_ENTITIES = 64
_LONGEST_ENTITY = 400
# All that names can stand for, in characters.
_MOST_SAID = 4 << 20


class RefusedError(Exception):
    """The document type says more than short names for text."""


def text_of(data: bytes) -> bytes | str:
    """The file as expat can read it. Raises ValueError where it is not what it says it is."""
    match = _DECLARED.match(data)
    codec = _CODECS.get(match[1].decode("ascii").lower()) if match else None
    return data.decode(codec) if codec else data


def allow_names(parser: expat.XMLParserType, data: bytes) -> None:
    """Let a document type give names to short texts, as drawing programs do for namespaces. Everything else that it
    could say raises RefusedError while it is read: names for names and for other files, and attributes out of nowhere.
    """
    uses = data.count(b"&")
    known = 0

    def entity(_: str, is_parameter: bool, value: str | None, *__: str | None) -> None:
        nonlocal known
        known += 1
        plain = value is not None and not is_parameter and not any(one in value for one in "&%<")
        if not plain or len(value or "") * uses > _MOST_SAID or len(value or "") > _LONGEST_ENTITY:
            raise RefusedError
        if known > _MOST_ENTITIES:
            raise RefusedError

    def refuse(*_: object) -> None:
        raise RefusedError

    parser.EntityDeclHandler = entity
    parser.AttlistDeclHandler = refuse
    parser.ElementDeclHandler = refuse
    parser.NotationDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
