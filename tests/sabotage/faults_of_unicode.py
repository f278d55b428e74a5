"""ToUnicode maps that lie: the paper is right, and every reader gets something else."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

from spoiling import Opened, kind

_LIE = ("ink", "ink_unknown", "altered", "bad_entry")


def _twins(low: int, high: int) -> dict[str, str]:
    """Compatibility characters of a block, by the plain character that each is a form of."""
    return {
        normalize("NFKC", chr(code)): chr(code)
        for code in range(low, high)
        if normalize("NFKC", chr(code)) != chr(code)
    }


_RADICALS = _twins(0x2F00, 0x2FD6)
_IDEOGRAPHS = _twins(0xF900, 0xFA6E)
_FULL = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_HALF = {full: half for half, full in _FULL.items()}


def _changed(file: Opened, other: Callable[[str], str | None]) -> bool:
    """Give one code that is shown another text."""
    met = {(one.font, code) for one in file.shown() if one.mcid is not None for code in file.codes(one)}
    places = [(font, code, file.texts[font][code]) for font, code in sorted(met) if code in file.texts[font]]
    places = [place for place in places if place[2].strip() and other(place[2]) is not None]
    place = file.choose(places)
    if place is None:
        return False
    font, code, text = place
    file.map_texts(font, {code: other(text) or ""})
    return True


@kind("ToUnicode entry removed", "no_text")
def removed(file: Opened) -> bool:
    """A code says nothing any more."""
    return _changed(file, lambda text: "")


@kind("ToUnicode map removed", "no_text")
def map_removed(file: Opened) -> bool:
    """No code of a font says anything."""
    font = file.choose({one.font for one in file.shown() if one.mcid is not None and file.said(one).strip()})
    if font is None:
        return False
    del file.fonts[font]["/ToUnicode"]
    return True


@kind("ToUnicode entry pointed elsewhere", *_LIE)
def pointed_elsewhere(file: Opened) -> bool:
    """A code says another character of the page."""
    others = sorted({text for texts in file.texts.values() for text in texts.values() if text.strip()})
    return _changed(file, lambda text: file.choose(one for one in others if one != text))


@kind("ToUnicode map shifted by one", "ink", "ink_unknown")
def shifted(file: Opened) -> bool:
    """Every code of a font says what the next one means."""
    font = file.choose({one.font for one in file.shown(2) if one.mcid is not None and len(file.texts[one.font]) > 3})
    if font is None:
        return False
    codes = sorted(file.texts[font])
    file.map_texts(font, {code: file.texts[font][codes[at - 1]] for at, code in enumerate(codes)})
    return True


@kind("two ToUnicode entries swapped", *_LIE)
def swapped(file: Opened) -> bool:
    """Two characters say each other."""
    shown = [one for one in file.shown(2) if one.mcid is not None and len(set(file.said(one).replace(" ", ""))) > 1]
    one = file.choose(shown)
    if one is None:
        return False
    texts = file.texts[one.font]
    codes = sorted({code for code in file.codes(one) if texts.get(code, "").strip()})
    first, second = file.random.sample(codes, 2)
    file.map_texts(one.font, {first: texts[second], second: texts[first]})
    return True


@kind("look-alike in ToUnicode", *_LIE)
def look_alike(file: Opened) -> bool:
    """已 on paper, 己 for who copies it."""
    twins = {"己": "已", "已": "己", "未": "末", "末": "未", "土": "士", "士": "土", "日": "曰", "人": "入", "入": "人"}
    return _changed(file, twins.get)


@kind("radical form in ToUnicode", "altered", "form")
def radical(file: Opened) -> bool:
    """⼈ (U+2F08) for 人: looks alike, is found by no search."""
    return _changed(file, _RADICALS.get)


@kind("compatibility ideograph in ToUnicode", "altered", "form")
def ideograph(file: Opened) -> bool:
    """A form from U+F900 on for its plain character."""
    return _changed(file, _IDEOGRAPHS.get)


@kind("full-width form in ToUnicode", "altered", "form", "ink")
def full_width(file: Opened) -> bool:
    """A full-width figure where the copy has a narrow one."""
    return _changed(file, _FULL.get)


@kind("half-width form in ToUnicode", "altered", "form", "ink")
def half_width(file: Opened) -> bool:
    """A narrow comma where the copy has a full-width one."""
    return _changed(file, _HALF.get)


@kind("private character in ToUnicode", *_LIE)
def private(file: Opened) -> bool:
    """U+E000 and what follows mean nothing."""
    return _changed(file, lambda text: chr(0xE000 + file.random.randrange(500)))


@kind("ToUnicode entry that is no text", "bad_entry")
def no_text(file: Opened) -> bool:
    """U+0000 or U+FFFD."""
    return _changed(file, lambda text: file.random.choice(("\0", "\ufffd")))


@kind("unseen character in ToUnicode", "ink", "ink_unknown", "altered", "extra")
def unseen(file: Opened) -> bool:
    """A joiner or a soft hyphen behind the character."""
    return _changed(file, lambda text: text + file.random.choice("\u200d\u00ad\ufe00\u2060"))


@kind("word in a ToUnicode entry", "ink", "ink_unknown", "altered", "extra")
def word(file: Opened) -> bool:
    """One character on paper, three for who copies it."""
    return _changed(file, lambda text: text + "不是")
