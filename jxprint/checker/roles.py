"""What the tags call the copy (ISO 32000-1, 14.8.4): a head has to be a head for who hears the page, a cell a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jxprint.checker.expected import ExpectedPassage, ExpectedText
from jxprint.checker.glyphs import Glyph, Oddity, Reading

# The innermost tags say how a piece of text is set, and not what it is.
_INLINE = frozenset(("Span", "Link", "Ruby", "RB", "RT", "Em", "Strong", "Sub"))
# From the article down to the text; what does not stand here is a paragraph.
_PARAGRAPH = re.compile(r"Art (?:P|Figure Caption P)")
_OF_ROLE = {
    "headline": re.compile(r"Art H[1-6]"),
    "subhead": re.compile(r"Art H[1-6]"),
    "table_title": re.compile(r"Art H[1-6]"),
    "list_title": re.compile(r"Art H[1-6]"),
    "table_header": re.compile(r"Art Table TR TH"),
    "table_cell": re.compile(r"Art Table TR T[DH]"),
    "list_mark": re.compile(r"Art (?:L LI|TOC TOCI) Lbl"),
    "list_item": re.compile(r"Art (?:L LI (?:Lbl|LBody)|TOC TOCI (?:Lbl|Reference))"),
    "caption": re.compile(r"Art Figure Caption P"),
    "credit": re.compile(r"Art (?:Figure Caption )?P"),
}
_TOLD = 20


def role_oddities(copy: ExpectedText, glyphs: Sequence[Glyph], tags: Mapping[int, tuple[str, ...]]) -> Iterator[Oddity]:
    """Passages under other tags than their roles; `glyphs` are those of the tree in its order, `tags` the tags that
    lead to marked content from its article on. Told where the text is exact: else it is not known which is which.
    """
    reading, told = Reading(glyphs), 0
    if reading.text != copy.text:
        return
    for passage, start in zip(copy.passages, copy.starts, strict=True):
        wanted = _OF_ROLE.get(passage.role, _PARAGRAPH)
        met: set[int] = set()
        for offset in range(start, start + len(passage.text)):
            glyph = reading.glyph(offset)
            if glyph is None or glyph.mcid in met:
                continue
            met.add(-1 if glyph.mcid is None else glyph.mcid)
            chain = () if glyph.mcid is None else tags.get(glyph.mcid, ())
            said = " ".join(tag for tag in chain if tag not in _INLINE)
            if not wanted.fullmatch(said) and told < _TOLD:
                told += 1
                args: dict[str, object] = {"text": passage.text[:24], "said": said, "count": len(passage.text)}
                yield Oddity("checks.role", args, (glyph.x, glyph.y))
                break
        yield from _readings(passage, start, reading, tags)


def _readings(
    passage: ExpectedPassage, start: int, reading: Reading, tags: Mapping[int, tuple[str, ...]]
) -> Iterator[Oddity]:
    """The first reading of a passage that is called something else, or base that is called a reading."""
    origins = passage.origins or ()
    for offset, (one, two) in enumerate(pairwise(origins), 1):
        glyph = reading.glyph(start + offset)
        chain = () if glyph is None or glyph.mcid is None else tags.get(glyph.mcid, ())
        if glyph is not None and (one == two) != ("RT" in chain) and not glyph.text.isspace():
            args: dict[str, object] = {"text": glyph.text, "said": " ".join(chain), "count": 1}
            yield Oddity("checks.role", args, (glyph.x, glyph.y))
            return
