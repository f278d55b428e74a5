"""Latin words, numbers and addresses: shaped as words, and broken only where a reader can follow.

A run of Latin letters, digits and ASCII marks holds together (US3 to US7 of typography.md). Words may be hyphenated; a
run wider than half the measure may also break behind / + -, where these join two parts of it. An address or the name
of a file breaks behind / ? & = - _ and before . @ # % alone: a reader types what stands there, so it is given no hyphen
and cut nowhere else, however loose the line before comes out. A part of it that is wider than the measure has no legal
break, and its lines are rescued as others are. A shorter run that has letters breaks behind / + - at need alone, where
a line beside it would stay short or be as loose (see `breaking`); 1+8+N, a number, a date or a telephone number never.
What the house lets start or end no line does neither here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.pairs import ENDS, STARTS
from jxprint.composition.lines.setting import Hyphen, Setting
from jxprint.fonts import Face
from jxprint.text.classes import DASH, HAN, JOINED, LATIN, MINUS

_LETTERS = "A-Za-z\u00c0-\u024f"
# Two or more letters together are shaped by HarfBuzz (kerning, ligatures), and so are dashes, which many faces draw
# as one glyph two ems long; a single letter needs no shaping.
_SHAPED = re.compile(f"[{_LETTERS}](?:[{_LETTERS}’'-]*[{_LETTERS}])|——")
_TOKEN = re.compile(f"[!-~{_LETTERS}’]{{5,}}")
# Compiled when the first run is met: a page of Han has none.
# A name that another one goes before is not tried: each letter of a long run would be tried to its end.
_NAME = "A-Za-z0-9._+-"
_HOST = r"(?:com|cn|net|org|gov|edu|info|io|tv|cc|hk|mo|tw|top|vip)"
_ADDRESS = (
    r"[A-Za-z][A-Za-z0-9+.-]{1,9}://[!-~]+|www\.[!-~]+"
    rf"|(?<![{_NAME}])[{_NAME}]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|(?<![@{_NAME}])[A-Za-z0-9-][A-Za-z0-9.-]*\.{_HOST}(?![A-Za-z0-9@_-]|\.[A-Za-z0-9])(?:[/:?#][!-~]*)?"
)
_KINDS = "pdf|docx?|xlsx?|pptx?|wps|ofd|txt|csv|md|html?|xml|json|toml|ya?ml|css|js|py|exe|apk|zip|rar|7z|tar|gz"
_PICTURES = "jpe?g|png|gif|tiff?|bmp|svg|psd|ai|eps|indd|mp[34]|wav|avi|mov"
_FILE = rf"(?<![@{_NAME}])(?:[{_NAME}]+\.(?i:{_KINDS}|{_PICTURES})(?![A-Za-z0-9_])|[A-Za-z0-9.+-]*_[{_NAME}]*)"
_TYPED = f"{_ADDRESS}|{_FILE}"
# Marks that records set half an em wide beside digits of such a width.
_MARKS = ".,%+-:/"
# No mark is left alone behind a break.
_IN_ADDRESS = r"(?<=[/?&=;,_-])(?=[.@#%~+$!*(]?[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[.@#%~+][A-Za-z0-9])"
_BEFORE_ADDRESS = ":,;/"
# A sign that a number starts with joins nothing: it stays with its number, as US3 and US6 of typography.md have it.
_IN_TOKEN = rf"(?:(?<=/)|(?<=[{JOINED}][+-]))(?=[^/+-])"
# Parts of one character stay: 1+8+N.
_IN_COMPOUND = rf"(?<=[{_LETTERS}0-9]{{2}}[/+-])(?=[{_LETTERS}0-9]{{2}})"
_HAS_LETTER = re.compile(f"[{_LETTERS}]")
_WORD = f"[{_LETTERS}]{{5,}}"

# Prices in the units of `breaking`'s cost.
_HYPHEN = 0.8
_IN_RUN = 0.5
_AT_NEED = 30.0  # in a short run, which is one word (US7): dearer than all else, where it is let in at all
_IN_WEB = 1.0
_BEHIND_HYPHEN = 4.0  # a reader cannot tell an address's own from one that was added (RFC 3986, appendix C)
# No word of one syllable is as long; one that has no hyphenation point is a code or of another language.
_UNSPEAKABLE = 10
_CUT = 20.0  # inside a word that no rule tells how to break: dearer than two lines opened as far as they may be
# The longest English words have 45 letters; what is longer is none, and has no hyphenation points.
_LONGEST = 64


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
        while stop < len(glyphs.text) and stop not in index:
            stop += 1  # and so was the last one
        face, word = glyphs.faces[begin], glyphs.text[start:stop]
        shaped = face.shape(word, ("pwid",) if "’" in word else ())
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


def own_widths(glyphs: Glyphs) -> None:
    """Give marks of addresses and names of files their own width, and every full stop behind a Latin letter: half an em
    is for those of numbers, which stand in columns.
    """
    text = glyphs.text
    if "." not in text:
        return
    places = {match.end() - 1 for match in re.finditer(rf"[{_LETTERS}]\.", text)}
    for token in _TOKEN.finditer(text):
        for match in _typed(token.group()):
            start = token.start() + match.start()
            places.update(start + at for at, char in enumerate(match.group()) if char in _MARKS)
    if not places:
        return
    index = glyphs.index_of()
    # One that has an accent of its own is a cluster with what stands behind it.
    alone = (at for at in places if at in index and (at + 1 in index or at + 1 == len(text)))
    for k in sorted(index[at] for at in alone):
        shaped = glyphs.faces[k].shape(text[glyphs.starts[k]])
        if len(shaped.glyphs) == 1 and shaped.glyphs[0]:
            scale = 1.0 if glyphs.looks is None else glyphs.looks[k].scale
            glyphs.glyphs[k], glyphs.advance[k] = shaped.glyphs[0], shaped.advances[0] * 1000 * scale


def _typed(run: str) -> Iterator[re.Match[str]]:
    """The addresses and names of files in a run; most runs are numbers and words, and need no expression to say so."""
    has_letter = run.upper() != run.lower()
    may_be = "_" in run or "@" in run or (has_letter and ("." in run or ":" in run))
    return re.finditer(_TYPED, run) if may_be else iter(())


def hangs_on_measure(text: str) -> bool:
    """Whether `break_words` may find other breaks in a text at another measure: in a run of Latin and digits alone, by
    whether it is longer than half of it.
    """
    return _TOKEN.search(text) is not None


def break_words(
    glyphs: Glyphs, setting: Setting, prices: list[float | None]
) -> tuple[dict[int, Hyphen], dict[int, float]]:
    """Price the breaks within runs of Latin and digits; the hyphens of those that are shown with one, and the prices of
    breaks at need, by glyph.
    """
    hyphens: dict[int, Hyphen] = {}
    at_need = _minuses(glyphs, setting, prices)
    if _TOKEN.search(glyphs.text) is None:
        return hyphens, at_need
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
            if k is None or not first < k < last or _held(glyphs, k, setting, hyphenated=hyphenated):
                continue
            if hyphenated:
                hyphen = _hyphen(glyphs.faces[k - 1])
                if hyphen is None:
                    continue
                hyphens[k] = hyphen
            if price == _AT_NEED:
                at_need[k] = price
            else:
                prices[k] = price
    return hyphens, at_need


def _minuses(glyphs: Glyphs, setting: Setting, prices: list[float | None]) -> dict[int, float]:
    """Signs of full-width numbers, which may be connectors (歼－20) and start a line at need alone: a number parted
    from its sign is worse.
    """
    if MINUS not in glyphs.classes:
        return {}
    signs = (k for k, cls in enumerate(glyphs.classes) if cls == MINUS and prices[k] is None)
    behind_han = (k for k in signs if k and glyphs.classes[k - 1] == HAN)
    return {k: _AT_NEED for k in behind_han if not _held(glyphs, k, setting, hyphenated=False)}


def _held(glyphs: Glyphs, k: int, setting: Setting, *, hyphenated: bool) -> bool:
    """Whether the style lets glyph `k` start no line, or the one before it end none; a hyphen may end any."""
    style, at = setting.punctuation, glyphs.starts[k]
    if glyphs.text[at] in style.starts or glyphs.classes[k] in STARTS[style.level]:
        return True
    return not hyphenated and (glyphs.text[at - 1] in style.ends or glyphs.classes[k - 1] in ENDS[style.level])


def _points(token: re.Match[str], long: bool, hyphenate: bool) -> Iterator[tuple[int, float, bool]]:
    """Where a run may break: index in the text, price, and whether with a hyphen."""
    run, base, done = token.group(), token.start(), 0
    for address in _typed(run):
        start, stop = address.span()
        yield from _plain_points(run[done:start], base + done, long, hyphenate)
        if start and run[start - 1] in _BEFORE_ADDRESS:
            yield base + start, _IN_WEB, False
        for at in (start + place.start() for place in re.finditer(_IN_ADDRESS, address.group())):
            yield base + at, _BEHIND_HYPHEN if run[at - 1] == "-" else _IN_WEB, False
        done = stop
    yield from _plain_points(run[done:], base + done, long, hyphenate)


def _plain_points(run: str, base: int, long: bool, hyphenate: bool) -> Iterator[tuple[int, float, bool]]:
    """The same for what is no address."""
    if long:
        yield from ((base + match.start(), _IN_RUN, False) for match in re.finditer(_IN_TOKEN, run))
    elif _HAS_LETTER.search(run):
        yield from ((base + match.start(), _AT_NEED, False) for match in re.finditer(_IN_COMPOUND, run))
    for word in re.finditer(_WORD, run):
        start, length = base + word.start(), len(word.group())
        found = _syllables(word.group()) if hyphenate and length <= _LONGEST else ()
        yield from ((start + at, _HYPHEN, True) for at in found)
        if long and not found and length >= _UNSPEAKABLE:
            # Any place that leaves two characters on both sides.
            yield from ((start + at, _CUT, True) for at in range(2, length - 1))


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
