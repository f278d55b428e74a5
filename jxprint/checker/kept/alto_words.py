"""Words of ALTO that a hyphen parts: both halves have to say the whole word, and nothing else that it is parted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jxprint.checker.glyphs import Oddity
from jxprint.intake.xml_tree import Element

_SAID = ("SUBS_TYPE", "SUBS_CONTENT")


def parted_words(page: Element) -> Iterator[Oddity]:
    """What strings say otherwise of the words that they are halves of."""
    blocks: dict[str, list[Element]] = {}
    for block in page.all("TextBlock"):
        # What of a block stands in several legs is called by its name and the leg's number.
        blocks.setdefault(block.attributes.get("ID", "").partition(".")[0], []).extend(block.named("TextLine"))
    for lines in blocks.values():
        wanted: dict[int, tuple[str, str]] = {}
        for line, following in pairwise(lines):
            one, other = list(line.named("String"))[-1:], list(following.named("String"))[:1]
            if line.first("HYP") is not None and one and other:
                whole = "".join(half.attributes.get("CONTENT", "") for half in (*one, *other))
                wanted.setdefault(id(other[0]), ("HypPart2", whole))
                wanted[id(one[0])] = "HypPart1", whole
        for line in lines:
            for string in line.named("String"):
                said = tuple(string.attributes.get(key, "") for key in _SAID)
                if said != wanted.get(id(string), ("", "")):
                    told = {"what": "String/SUBS_CONTENT", "said": " ".join(said).strip() or "—", "line": string.line}
                    name = line.attributes.get("ID", "")
                    right = " ".join(wanted.get(id(string), ())) or "—"
                    yield Oddity("library.contradicts", {**told, "wanted": right, "name": name})
