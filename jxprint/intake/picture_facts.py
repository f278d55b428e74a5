"""What a picture file says of itself: caption (说明), who took it, whom to credit, where, and what it shows, from its
XMP and its IPTC-IIM (IPTC Photo Metadata Standard). XMP is asked first: it has one encoding.

A file without any costs nothing; what is damaged is told and passed over, for the picture is no worse for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

    from jxprint.intake.xml_tree import Element

# TIFF tag of the IIM (Adobe, TIFF technical notes), and its image resource in a JPEG (Adobe, Photoshop file formats).
_IIM_TAG, _IIM_RESOURCE = 33723, 0x0404
# IPTC-IIM 4.2: records and datasets.
_CHARSET, _UTF_8 = (1, 90), b"\x1b%G"
_BYLINE, _SUBLOCATION, _CITY, _STATE, _COUNTRY, _CREDIT, _CAPTION = (
    (2, 80), (2, 92), (2, 90), (2, 95), (2, 101), (2, 110), (2, 120),
)  # fmt: skip
_PLACES = (_SUBLOCATION, _CITY, _STATE, _COUNTRY)
# Elements of XMP by their names without namespaces, as `xml_tree` has them.
_XMP_PLACES = ("Location", "City", "State", "Country")
# No caption is longer; what is was pasted there.
_LONGEST, _MOST_BYTES = 2000, 1 << 20
# Compiled when the first picture says something.
_UNSEEN = "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
# As `jxprint.description.encodings` judges: of Chinese that is meant as such nearly all is in GB/T 2312.
_PLAIN_SHARE = 0.9


class PictureFacts(Struct, frozen=True):
    """What a file says; empty what it does not. `damaged` names what of its metadata could not be read."""

    caption: str = ""
    byline: str = ""
    credit: str = ""
    location: str = ""
    alt: str = ""
    damaged: tuple[str, ...] = ()

    @property
    def credited(self) -> str:
        """What stands under the picture for who took it: both names, as agencies write them, or the one there is."""
        if self.byline and self.credit and self.byline not in self.credit:
            return f"{self.byline}/{self.credit}"
        return self.credit or self.byline


NO_FACTS = PictureFacts()


def facts_of(picture: Image) -> PictureFacts:
    """What a picture that is open says of itself."""
    damaged: list[str] = []
    xmp = _xmp(picture.info.get("xmp"), damaged)
    iim = _iim(_iim_bytes(picture, damaged), damaged)
    if not (xmp or iim or damaged):
        return NO_FACTS
    texts = {key: xmp.get(key) or iim.get(key, "") for key in ("caption", "byline", "credit", "location", "alt")}
    long = [key for key, text in texts.items() if len(text) > _LONGEST]
    texts.update(dict.fromkeys(long, ""))
    return PictureFacts(**texts, damaged=(*damaged, *long))


def _clean(text: str) -> str:
    return " ".join(re.sub(_UNSEEN, "", text).split())


def _xmp(packet: object, damaged: list[str]) -> dict[str, str]:
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if not isinstance(packet, bytes) or not packet.strip(b"\0 \t\r\n"):
        return {}
    from jxprint.errors import DescriptionError
    from jxprint.intake.xml_tree import parsed

    try:
        if len(packet) > _MOST_BYTES:
            raise ValueError("XMP")
        root = parsed(packet.strip(b"\0 \t\r\n"), "XMP")
    except (DescriptionError, ValueError):
        damaged.append("XMP")
        return {}
    found: dict[str, str] = {}
    for one in root.all("Description"):
        for key, text in _said(one):
            found.setdefault(key, text)
    places = dict.fromkeys(found.pop(name, "") for name in _XMP_PLACES)
    found["location"] = " ".join(one for one in places if one)
    found["alt"] = found.get("AltTextAccessibility") or found.get("ExtDescrAccessibility", "")
    names = {"description": "caption", "creator": "byline", "Credit": "credit", "location": "location", "alt": "alt"}
    return {names[key]: text for key, text in found.items() if key in names and text}


def _said(description: Element) -> Iterator[tuple[str, str]]:
    """Properties of an rdf:Description, as attributes or as elements with one value or several (ISO 16684-1, 7)."""
    yield from ((key, _clean(text)) for key, text in description.attributes.items())
    for one in description.children:
        items = list(one.all("li"))
        if not items:
            yield one.name, _clean(one.text)
        elif any(item.attributes.get("lang") for item in items):  # of alternatives by language the default
            first = next((item for item in items if item.attributes.get("lang") == "x-default"), items[0])
            yield one.name, _clean(first.text)
        else:
            yield one.name, " ".join(filter(None, (_clean(item.text) for item in items)))


def _iim_bytes(picture: Image, damaged: list[str]) -> bytes:
    """The IIM of a JPEG or a TIFF file; TIFF writers take it for numbers of four bytes."""
    try:
        resources = picture.info.get("photoshop")
        if isinstance(resources, dict):
            data = resources.get(_IIM_RESOURCE, b"")
            return data if isinstance(data, bytes) else b""
        tags = getattr(picture, "tag_v2", None)
        value = tags.get(_IIM_TAG, b"") if tags is not None else b""
        if isinstance(value, tuple):
            is_little = tags is not None and tags.prefix == b"II"
            return b"".join(int(one).to_bytes(4, "little" if is_little else "big") for one in value)
        return value if isinstance(value, bytes) else b""
    except Exception:  # Pillow's readers raise what they like; a picture is no worse for it
        damaged.append("IPTC")
        return b""


def _iim(data: bytes, damaged: list[str]) -> dict[str, str]:
    sets: dict[tuple[int, int], list[bytes]] = {}
    for key, value in _datasets(data, damaged):
        sets.setdefault(key, []).append(value)
    is_utf_8 = sets.get(_CHARSET, [b""])[0] == _UTF_8
    texts: dict[tuple[int, int], str] = {}
    for key in (_BYLINE, _CREDIT, _CAPTION, *_PLACES):
        decoded = [_decoded(value, is_utf_8=is_utf_8) for value in sets.get(key, ())]
        if None in decoded:
            damaged.append(f"IPTC {key[0]}:{key[1]:02}")
        texts[key] = " ".join(_clean(one) for one in decoded if one)
    places = dict.fromkeys(texts[key] for key in _PLACES)
    found = {"byline": texts[_BYLINE], "credit": texts[_CREDIT], "caption": texts[_CAPTION]}
    found["location"] = " ".join(one for one in places if one)
    return {key: text for key, text in found.items() if text}


def _datasets(data: bytes, damaged: list[str]) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Record, number and value of each dataset (IIM 4.2, 1.5): a marker, both numbers, the length in two bytes, or
    where its highest bit is set the length of the length. What is behind the last is padding.
    """
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        key, length = (data[at + 1], data[at + 2]), int.from_bytes(data[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:
            wide = length & 0x7FFF
            length = int.from_bytes(data[at : at + wide], "big") if wide <= 4 else len(data)
            at += wide
        if at + length > len(data):
            damaged.append("IPTC")
            return
        yield key, data[at : at + length]
        at += length
    if data[at:].strip(b"\0 "):
        damaged.append("IPTC")


def _decoded(value: bytes, *, is_utf_8: bool) -> str | None:
    """A text as the file says it is encoded, or else as its bytes can be; None where they cannot be told."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        if is_utf_8:
            return None
    try:
        text = value.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    beyond = "".join(char for char in text if char > "\x7f")
    if beyond and len(beyond.encode("gb2312", "ignore").decode("gb2312")) >= _PLAIN_SHARE * len(beyond):
        return text
    try:
        latin = value.decode("cp1252")
    except UnicodeDecodeError:
        return None
    # Western names have few letters beyond ASCII; what has mostly such is another script's.
    return latin if sum(char > "\x7f" for char in latin) * 3 <= len(latin) else None
