"""The languages that a file says its words are in (ISO 32000-1, 14.9.2): the page's, and what the copy marks as
another one. Who hears the page hears them by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.checker.expected import ExpectedPage, ExpectedPassage
from jxprint.checker.glyphs import Glyph, Oddity, Reading, ReadPage

_TOLD = 20
# What readings (注音) of Chinese are said in.
_OF_READINGS = frozenset(("zh-Latn-pinyin", "zh-Bopo", "ja"))


def language_oddities(expected: ExpectedPage, read: ReadPage, glyphs: Sequence[Glyph]) -> Iterator[Oddity]:
    """Words under another language than theirs, where the text is exact, and languages that no copy has; `glyphs` are
    those of the tree in its order.
    """
    marked = {one.value for passage in expected.whole.passages for one in passage.copy.markup if one.kind == "lang"}
    allowed = {*expected.languages, *marked, *_OF_READINGS}
    for other in sorted(read.languages - allowed)[:_TOLD]:
        yield Oddity("checks.language", {"said": other, "wanted": expected.languages[0]})
    if not marked and _is_usual(read, expected.languages):
        return
    reading = Reading(glyphs)
    if reading.text != expected.whole.text:
        return
    told = 0
    for passage, start in zip(expected.whole.passages, expected.whole.starts, strict=True):
        known = set[tuple[int, str]]()
        for offset, wanted in enumerate(languages_of(passage, expected.languages)):
            glyph = reading.glyph(start + offset)
            if glyph is None or glyph.mcid is None or (glyph.mcid, wanted[0]) in known:
                continue
            known.add((glyph.mcid, wanted[0]))
            said = read.spoken.get(glyph.mcid, read.language)
            if said not in wanted and "RT" not in read.tags.get(glyph.mcid, ()) and told < _TOLD:
                told += 1
                yield Oddity("checks.language", {"said": said, "wanted": wanted[0]}, (glyph.x, glyph.y))
                break


def _is_usual(read: ReadPage, usual: tuple[str, ...]) -> bool:
    """Whether all that is no reading is in a page's own languages: of most pages nothing more has to be asked."""
    said = {language for mcid, language in read.spoken.items() if "RT" not in read.tags.get(mcid, ())}
    return read.language in usual and said <= set(usual)


def languages_of(passage: ExpectedPassage, usual: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What each code point that must be read may be said in."""
    marks = [one for one in passage.copy.markup if one.kind == "lang"]
    for origin in passage.origins or range(len(passage.text)):
        inside = [one.value for one in marks if one.start <= origin < one.end]
        yield (inside[-1],) if inside else usual
