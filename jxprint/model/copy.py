"""Copy as an editor gives it: passages with their markup and their place, and paragraphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Place

MarkupKind = Literal["strong", "kai", "dots", "name", "note", "sub", "sup", "link", "ruby", "lang"]


class Markup(Struct, frozen=True):
    """What a stretch of copy is marked as: code points [start, end) of the text, and a link's address, a ruby's reading
    or the language (BCP 47) as `value`. Stretches are nested or apart, never crossed.
    """

    kind: MarkupKind
    start: int
    end: int
    value: str = ""


def readings(text: str, markup: Sequence[Markup]) -> Iterator[tuple[int, int, str]]:
    """What ruby says over which code points [start, end), in order: a syllable a character where there are as many of
    them (marks and white are not read), else the whole reading over the whole word (CLREQ 3.3.1).
    """
    for one in sorted((one for one in markup if one.kind == "ruby"), key=lambda one: one.start):
        syllables = one.value.split()
        read = [offset for offset in range(one.start, one.end) if unicodedata.category(text[offset])[0] not in "PZ"]
        if len(syllables) != len(read):
            yield one.start, one.end, " ".join(syllables)
            continue
        for offset, syllable in zip(read, syllables, strict=True):
            yield offset, offset + 1, syllable


class Passage(Struct, frozen=True):
    """A piece of copy on one line of its file: the exact text without its markup, and where its first character
    stands. `columns` are the offsets from which on a character stands further right than its offset tells, and by how
    much.
    """

    text: str
    place: Place = Place()
    markup: tuple[Markup, ...] = ()
    columns: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> Place:
        """The place of one of its characters."""
        shift = 0
        for start, further in self.columns:
            if start > offset:
                break
            shift = further
        return replace(self.place, column=(self.place.column or 1) + offset + shift)


ParagraphKind = Literal["body", "subhead"]


class Paragraph(Struct, frozen=True):
    """One paragraph of a story or standfirst; first-line indents are style and never stand in the text."""

    passage: Passage
    kind: ParagraphKind = "body"

    @property
    def text(self) -> str:
        """The exact copy."""
        return self.passage.text
