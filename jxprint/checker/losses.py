"""What pdfium loses on the way to its characters, given back on the first reader's word, and nothing else.

pdfium's text page keeps no list that has these, whichever of its functions is asked (core/fpdftext/cpdf_textpage.cpp):

1. Of U+0020 in a row only the first is kept, and one that pdfium puts in by itself (a gap, a line's end) counts as the
   first. All other white (U+00A0, U+2000 to U+200A, U+3000, …) stays as it is, however much stands in a row.
2. White behind a hyphen at a line's end.
3. White that is all of its text object and stands on one spot or in one vertical line (`Glyph.is_spot`): an object
   without width is left out.
4. A ligature of the block Alphabetic Presentation Forms comes as its letters (LIGATURES).

What the second reader lacks for one of these reasons it takes from the first, at the same place of the same marked
content. Everything else it has to see by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.checker.glyphs import Glyph, ReadPage, by_character

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# How far the second reader's text is searched for the first one's next character where they disagree.
_AHEAD = 16
_HYPHEN = "-"
# Both readers compute positions from the same numbers; a point apart is another place.
_ONE_PT = 1.0


def given_back(again: ReadPage, first: ReadPage) -> ReadPage:
    """What pdfium read, with what it is known to lose taken from the first reader."""
    if _loses_nothing(again.stream, first.stream):
        return again
    walk = _Walk(again.stream)
    for glyph in first.stream:
        walk.follow(glyph)
    return replace(again, stream=tuple(walk.stream()))


def _loses_nothing(stream: Sequence[Glyph], first: Sequence[Glyph]) -> bool:
    """Whether every character comes as the first reader has it, in its order and its marked content, white in its very
    place: as most pages come.
    """
    if [glyph.text for glyph in stream] != list("".join([glyph.text for glyph in first])):
        return False
    owners = by_character(first)
    if [glyph.mcid for glyph in stream] != [glyph.mcid for glyph in owners]:
        return False
    both = zip(stream, owners, strict=True)
    return all(_stands_there(one, glyph) for one, glyph in both if one.text.isspace())


def _stands_there(one: Glyph, white: Glyph) -> bool:
    """Whether white stands where the first reader has it; where lines run down, both have pens of their own."""
    return white.down or (abs(one.x - white.x) < _ONE_PT and abs(one.y - white.y) < _ONE_PT)


class _Walk:
    """Follows the first reader's glyphs through the second one's, marked content by marked content."""

    def __init__(self, stream: Sequence[Glyph]) -> None:
        self._stream = stream
        self._groups: dict[int | None, list[int]] = {}
        for index, glyph in enumerate(stream):
            self._groups.setdefault(glyph.mcid, []).append(index)
        self._at: dict[int | None, int] = {}
        self._last = 0
        self._before: dict[int, list[Glyph]] = {}
        self._instead: dict[int, Glyph | None] = {}

    def stream(self) -> list[Glyph]:
        """The second reader's glyphs and what was given back."""
        glyphs: list[Glyph] = []
        for index, glyph in enumerate(self._stream):
            glyphs += self._before.get(index, ())
            kept = self._instead.get(index, glyph)
            if kept is not None:
                glyphs.append(kept)
        return glyphs + self._before.get(len(self._stream), [])

    def follow(self, glyph: Glyph) -> None:
        """The next glyph of the first reader."""
        group = self._groups.get(glyph.mcid, [])
        at = self._at.get(glyph.mcid, 0)
        text = glyph.text
        if text.isspace():
            if not self._stands(group, at, glyph):
                if self._loses(group, at, glyph):
                    place = group[at] if at < len(group) else self._last
                    self._before.setdefault(place, []).append(replace(glyph))
                return
        elif not self._says(group, at, text):
            letters = LIGATURES.get(text, "")
            if letters and self._says(group, at, letters):
                self._instead[group[at]] = replace(self._stream[group[at]], text=text)
                self._instead.update(dict.fromkeys(group[at + 1 : at + len(letters)]))
                text = letters
            else:
                at = next((one for one in range(at + 1, at + _AHEAD) if self._says(group, one, text)), at)
        at = min(at + len(text), len(group))
        self._at[glyph.mcid] = at
        self._last = group[at - 1] + 1 if at else self._last

    def _says(self, group: Sequence[int], at: int, text: str) -> bool:
        if len(text) == 1:
            return at < len(group) and self._stream[group[at]].text == text
        return "".join([self._stream[index].text for index in group[at : at + len(text)]]) == text

    def _stands(self, group: Sequence[int], at: int, white: Glyph) -> bool:
        """Whether white is there."""
        return self._says(group, at, white.text) and _stands_there(self._stream[group[at]], white)

    def _loses(self, group: Sequence[int], at: int, glyph: Glyph) -> bool:
        """Whether white that is not there is white that pdfium loses."""
        if glyph.is_spot:
            return True
        if glyph.text != " ":
            return False
        before = self._stream[group[at - 1]].text if 0 < at <= len(group) else ""
        return before in (" ", _HYPHEN) or at >= len(group) or self._stream[group[at]].behind_gap
