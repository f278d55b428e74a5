"""Latin words, numbers and addresses: shaped as words, and broken only where a reader can follow.

A run of Latin letters, digits and ASCII marks holds together (US3 to US7 of typography.md). Words may be hyphenated; a
run wider than half the measure may also break behind / + -; an address breaks behind / ? & = and before . @ # and is
never given a hyphen, which a reader would type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.setting import Hyphen, Setting
from jxprint.fonts import Face
from jxprint.text.classes import DASH, LATIN

_LETTERS = "A-Za-z\u00c0-\u024f"
# Two or more letters together are shaped by HarfBuzz (kerning, ligatures), and so are dashes, which many faces draw
# as one glyph two ems long; a single letter needs no shaping.
_SHAPED = re.compile(f"[{_LETTERS}](?:[{_LETTERS}’'-]*[{_LETTERS}])|——")
_TOKEN = re.compile(f"[!-~{_LETTERS}’]{{5,}}")
# Compiled when the first run is met: a page of Han has none.
_ADDRESS = r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_IN_ADDRESS = r"(?<=[/?&=;])(?![/?&=;])|(?=[.@#])"
_IN_TOKEN = r"(?<=[/+-])(?=[^/+-])"
_WORD = f"[{_LETTERS}]{{5,}}"

# Prices in the units of `breaking`'s cost.
_HYPHEN = 0.8
_IN_RUN = 0.5
_IN_WEB = 1.0
# No word of one syllable is as long; one that has no hyphenation point is a code or of another language.
_UNSPEAKABLE = 10
_CUT = 8.0  # inside a word that no rule tells how to break: as dear as a line opened as far as it may be


def shape_words(glyphs: Glyphs) -> None:
    """Replace letter by letter look-ups of words and dashes by HarfBuzz's shaping, from the last to the first."""
    if _SHAPED.search(glyphs.text) is None:
        return
    index = glyphs.index_of()
    for match in reversed(list(_SHAPED.finditer(glyphs.text))):
        start, stop = match.span()
        if not all(at in index for at in range(start, stop)):
            continue  # a letter with an accent of its own was set as a cluster
        begin, end = index[start], index[stop - 1] + 1
        face = glyphs.faces[begin]
        shaped = face.shape(match.group(), ("pwid",) if "’" in match.group() else ())
        if 0 in shaped.glyphs or any(one is not face for one in glyphs.faces[begin:end]):
            continue
        scale = 1000.0
        if glyphs.looks is not None:
            look = glyphs.looks[begin]
            if any(one is not look for one in glyphs.looks[begin:end]):
                continue
            scale *= look.scale
        size = len(shaped.glyphs)
        if glyphs.looks is not None:
            glyphs.looks[begin:end] = [glyphs.looks[begin]] * size
        cls = LATIN if match.group()[0] != "—" else DASH
        glyphs.faces[begin:end] = [face] * size
        if glyphs.spacing is not glyphs.classes:
            glyphs.spacing[begin:end] = [cls] * size
        glyphs.classes[begin:end] = [cls] * size
        glyphs.glyphs[begin:end] = shaped.glyphs
        glyphs.advance[begin:end] = [wide * scale for wide in shaped.advances]
        glyphs.starts[begin:end] = [start + cluster for cluster in shaped.clusters]
        glyphs.lead[begin:end] = [0.0] * size


def break_words(glyphs: Glyphs, setting: Setting, prices: list[float | None]) -> dict[int, Hyphen]:
    """Price the breaks within runs of Latin and digits; the hyphens of those that are shown with one, by glyph."""
    hyphens: dict[int, Hyphen] = {}
    if _TOKEN.search(glyphs.text) is None:
        return hyphens
    index = glyphs.index_of()
    half = setting.measure_pt / setting.size_pt * 1000 / 2
    for token in _TOKEN.finditer(glyphs.text):
        first = index.get(token.start())
        if first is None:
            continue
        last = index.get(token.end(), len(glyphs))
        long = sum(glyphs.advance[first:last]) > half
        for at, price, hyphenated in _points(token, long, setting.justification.hyphenate):
            k = index.get(at)
            if k is None or not first < k < last:
                continue
            if hyphenated:
                hyphen = _hyphen(glyphs.faces[k - 1])
                if hyphen is None:
                    continue
                hyphens[k] = hyphen
            prices[k] = price
    return hyphens


def _points(token: re.Match[str], long: bool, hyphenate: bool) -> Iterator[tuple[int, float, bool]]:
    """Where a run may break: index in the text, price, and whether with a hyphen."""
    address = re.search(_ADDRESS, token.group())
    if address is not None:
        base = token.start() + address.start()
        found = [match.start() for match in re.finditer(_IN_ADDRESS, address.group())]
        yield from ((base + at, _IN_WEB, False) for at in found if 0 < at < len(address.group()))
        if long:
            yield from _cuts(base, len(address.group()), [0, *found], hyphenated=False)
        return
    if long:
        yield from ((token.start() + match.start(), _IN_RUN, False) for match in re.finditer(_IN_TOKEN, token.group()))
    for word in re.finditer(_WORD, token.group()):
        base = token.start() + word.start()
        found = list(_syllables(word.group())) if hyphenate else []
        yield from ((base + at, _HYPHEN, True) for at in found)
        if long and not found and len(word.group()) >= _UNSPEAKABLE:
            yield from _cuts(base, len(word.group()), [0], hyphenated=True)


def _cuts(base: int, length: int, known: list[int], *, hyphenated: bool) -> Iterator[tuple[int, float, bool]]:
    """Any place that leaves two characters on both sides and is not one already."""
    taken = {*known, *(at + 1 for at in known), *(at - 1 for at in known)}
    yield from ((base + at, _CUT, hyphenated) for at in range(2, length - 1) if at not in taken)


@cache
def _syllables(word: str) -> tuple[int, ...]:
    """Hyphenation points of a Latin word by the English patterns; a word in capitals is a name and has none."""
    if word.isupper():
        return ()
    return tuple(point for point in _patterns().positions(word) if 2 <= point <= len(word) - 2)


@cache
def _patterns() -> Any:
    import pyphen  # with its patterns as slow as half a page, which one without long Latin words does not pay

    return pyphen.Pyphen(lang="en_US")


@cache
def _hyphen(face: Face) -> Hyphen | None:
    for char in "‐-":
        shaped = face.shape(char, ("pwid",)) if face.glyph(char) is not None else None
        if shaped is not None and len(shaped.glyphs) == 1 and shaped.advances[0] < 0.7:
            return Hyphen(face, shaped.glyphs[0], shaped.advances[0] * 1000)
    return None
