"""Characters that are lost, doubled, exchanged: the codes of the content stream say something else than the copy."""

from __future__ import annotations

from collections.abc import Callable

from spoiling import Opened, Shown, kind

_ALIKE = (
    "己已巳",
    "未末",
    "土士",
    "日曰",
    "人入八",
    "干千",
    "天夫",
    "大太",
    "子了",
    "工土",
    "么公",
    "两雨",
    "木本术",
    "间问",
)
_TWINS = {char: set(group) - {char} for group in _ALIKE for char in group}
_CHANGED = ("missing", "extra", "altered", "moved")


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _edit(file: Opened, least: int, edit: Callable[[list[int], int], list[int] | None]) -> bool:
    """Change the codes of one string; `edit` gets them and a place among them."""
    strings = [one for one in file.shown(least) if one.mcid is not None and file.said(one).strip()]
    file.random.shuffle(strings)
    for one in strings[:30]:
        codes = file.codes(one)
        at = file.random.randrange(len(codes) - least + 1)
        changed = edit(list(codes), at)
        if changed is not None and changed != codes:
            file.show(one, changed)
            return True
    return False


@kind("character dropped", "missing")
def drop(file: Opened) -> bool:
    """One character less."""
    return _edit(file, 2, lambda codes, at: codes[:at] + codes[at + 1 :])


@kind("character doubled", "extra")
def double(file: Opened) -> bool:
    """One character twice."""
    return _edit(file, 2, lambda codes, at: codes[: at + 1] + codes[at:])


@kind("two characters swapped", *_CHANGED)
def swap(file: Opened) -> bool:
    """Two neighbours have changed places."""
    return _edit(file, 2, lambda codes, at: [*codes[:at], codes[at + 1], codes[at], *codes[at + 2 :]])


@kind("character replaced", "altered", "missing", "extra")
def replace(file: Opened) -> bool:
    """Another character of the same font."""
    one = file.choose(one for one in file.shown() if one.mcid is not None and file.said(one).strip())
    if one is None:
        return False
    codes = file.codes(one)
    at = file.random.randrange(len(codes))
    other = file.choose(code for code, text in file.texts[one.font].items() if code != codes[at] and text.strip())
    return _put(file, one, at, other)


def _put(file: Opened, one: Shown, at: int, code: int | None) -> bool:
    if code is None:
        return False
    codes = file.codes(one)
    codes[at] = code
    file.show(one, codes)
    return True


def _exchange(file: Opened, others: Callable[[str], set[str]]) -> bool:
    """Replace a character by one of some others that its font has."""
    places = file.strings_with(lambda char: bool(others(char)))
    file.random.shuffle(places)
    for one, at in places:
        wanted = others(file.said(one)[at])
        code = file.choose(code for code, text in file.texts[one.font].items() if text in wanted)
        if code is not None:
            return _put(file, one, at, code)
    return False


@kind("look-alike for a character", "altered", "missing", "extra")
def look_alike(file: Opened) -> bool:
    """己 for 已, 末 for 未."""
    return _exchange(file, lambda char: _TWINS.get(char, set()))


@kind("digit replaced", "altered", "missing", "extra")
def digit(file: Opened) -> bool:
    """Another figure, in a date or a price."""
    return _exchange(file, lambda char: set("0123456789") - {char} if char in set("0123456789") else set())


@kind("mark replaced", "altered", "missing", "extra")
def mark(file: Opened) -> bool:
    """A comma for a full stop."""
    marks = "，。、；：！？"
    return _exchange(file, lambda char: set(marks) - {char} if char in marks else set())


@kind("half a string dropped", "missing")
def drop_half(file: Opened) -> bool:
    """The rest of a line is gone."""
    return _edit(file, 6, lambda codes, at: codes[: len(codes) // 2])


@kind("string dropped", "missing")
def drop_string(file: Opened) -> bool:
    """Nothing is shown where a string was."""
    return _edit(file, 3, lambda codes, at: [])


@kind("string reversed", *_CHANGED)
def reverse(file: Opened) -> bool:
    """The last character first."""
    return _edit(file, 4, lambda codes, at: codes[::-1])


@kind("word added", "extra")
def add_word(file: Opened) -> bool:
    """Three characters more, taken from the same font."""

    def added(codes: list[int], at: int) -> list[int] | None:
        return codes[:at] + file.random.sample(codes, 3) + codes[at:]

    return _edit(file, 4, added)


@kind("word set elsewhere", *_CHANGED)
def move_word(file: Opened) -> bool:
    """Two characters stand in another string of their font."""
    strings = [one for one in file.shown(6) if one.mcid is not None]
    file.random.shuffle(strings)
    for one in strings:
        other = file.choose(other for other in strings if other.font == one.font and other.mcid != one.mcid)
        if other is not None:
            codes, there = file.codes(one), file.codes(other)
            file.show(one, codes[:2] + codes[4:])
            file.show(other, there[:3] + codes[2:4] + there[3:])
            return True
    return False
