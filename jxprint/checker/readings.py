"""Readings over the line (注音, ruby) found by size and place: half as large as the text, upon the em box of what they
are read for. They are read behind it.

Where a base ends that is wider than its reading, white paper does not say. The structure tree does, and it is believed
where the reading stands over the middle of what it names, and nothing is guessed where it does not. Without a tree, a
reading is read for what is under it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jxprint.checker.glyphs import Glyph, Ruby, by_mcid
from jxprint.checker.vertical_readings import BOPOMOFO_EM, is_stack, letters_of, stacked, turned
from jxprint.text.classes import CLASS_OF, FINAL, HALF_EMPTY, INTERPUNCT, OPENING, PAUSE, SOLIDUS

# A reading's size as a share of the text's, and how far its baseline stands above the text's (ems of the text).
_SCALE = (0.45, 0.55)
_ABOVE_EM = (0.86, 1.06)
# Syllables of one reading stand no further apart (ems of the reading); the next reading keeps a quarter of an em.
_WITHIN_EM = 0.2
# A character is under a reading when its middle is no further outside it (ems of the text): half of its own em, and
# half of that, since a reading may be narrower than its base.
_UNDER_EM = 0.75
# How far a reading's middle stands from its base's (ems of the text): less than the half of a narrow letter, by which
# the middle moves where a base has one more or less.
_OFF_CENTRE_EM = 0.08
# Marks that may stand in the middle of their em, a quarter of it white on both sides.
_CENTRED = (PAUSE, FINAL, INTERPUNCT, SOLIDUS)
# A glyph this wide (ems) has the whole of a mark's em, and a base's glyphs are as large as the text at most.
_WIDE, _LARGEST = 0.8, 1.05
# Glyphs of one vertical reading stand on one line, as near as the second reader's boxes tell (ems of the text).
_LINE_EM = 0.06
# How far a raised base stands above its line, and a lowered one below (ems of the text).
_RAISED_EM, _LOWERED_EM = 0.4, 0.15


def with_readings(glyphs: Sequence[Glyph], rubies: Iterable[Ruby] = ()) -> tuple[list[Glyph], dict[int, list[Glyph]]]:
    """Glyphs without readings, and the readings by the identity of the last glyph that each is read for. A group over
    nothing stays where it is, and so does a reading that does not stand where one of `rubies`, the tree's claims, says.
    """
    if not glyphs:
        return [], {}
    behind, taken, named = _claimed(glyphs, rubies)
    # By the area that they cover: a reading has more letters than what it is over has characters.
    sizes = Counter([glyph.size for glyph in glyphs])
    size = max(sizes, key=lambda one: one * one * sizes[one])
    small = [
        glyph
        for glyph in glyphs
        if _SCALE[0] * size <= glyph.size <= _SCALE[1] * size and not glyph.down and id(glyph) not in named
    ]
    if not small and not taken:
        return list(glyphs), behind
    hosts = [glyph for glyph in glyphs if glyph.size == size and not glyph.down and id(glyph) not in taken]
    for group in _groups(small):
        host = _last_under(group, hosts, size)
        if host is not None:
            behind.setdefault(id(host), []).extend(group)
            taken.update(map(id, group))
    return [glyph for glyph in glyphs if id(glyph) not in taken], behind


def put_back(ordered: Sequence[Glyph], behind: dict[int, list[Glyph]]) -> list[Glyph]:
    """Each reading behind what it is read for."""
    if not behind:
        return list(ordered)
    return [one for glyph in ordered for one in (glyph, *behind.get(id(glyph), ()))]


def _claimed(glyphs: Sequence[Glyph], rubies: Iterable[Ruby]) -> tuple[dict[int, list[Glyph]], set[int], set[int]]:
    """Readings that stand where the tree says, by the last glyph of their base, and their glyphs' identities; and those
    of all that has a claim of its own, true or false.
    """
    behind: dict[int, list[Glyph]] = {}
    taken: set[int] = set()
    named: set[int] = set()
    claims = list(rubies)
    owned = by_mcid(glyphs) if claims else {}
    for ruby in claims:
        base = [glyph for mcid in ruby.base for glyph in owned.get(mcid, ())]
        reading = [glyph for mcid in ruby.reading for glyph in owned.get(mcid, ())]
        both = {id(glyph) for glyph in (*base, *reading)}
        # Nothing is read twice, nor is a reading read over.
        is_down = any(glyph.down for glyph in reading)
        if named.isdisjoint(both) and (_stands_beside if is_down else _stands_over)(reading, base):
            taken.update(map(id, reading))
            behind[id(_last(base, is_down))] = _in_order(reading, is_down)
        named |= both
    return behind, taken, named


def _last(base: Sequence[Glyph], is_down: bool) -> Glyph:
    """The glyph of a base that ends last; of characters on one spot (a dash of two that is one glyph) the one that was
    shown last, of a figure side by side in a vertical line the rightmost.
    """
    if not is_down:
        return sorted(base, key=_end)[-1]
    _, laid = turned((), base)
    foot = max(map(_end, laid)) - _LINE_EM * base[0].size
    last = [glyph for glyph, one in zip(base, laid, strict=True) if _end(one) >= foot]
    return last[-1] if last[-1].down else max(last, key=lambda glyph: glyph.x)


def _in_order(reading: Sequence[Glyph], is_down: bool) -> list[Glyph]:
    if is_down and is_stack(reading):
        return stacked(reading)
    return sorted(reading, key=lambda glyph: glyph.y if is_down else glyph.x)


def _stands_beside(reading: Sequence[Glyph], base: Sequence[Glyph]) -> bool:
    """The same of a reading to the right of a vertical line: what is right of it there is over it."""
    share, line = 2.0, [glyph for glyph in reading if not glyph.text.isspace()]
    if is_stack(reading):
        letters = letters_of(line)
        if letters is None:
            return False
        share, line = 1 / BOPOMOFO_EM, letters
    return bool(line) and _stands_over(*turned(line, base), share, _LINE_EM * share * line[0].size)


def _stands_over(reading: Sequence[Glyph], base: Sequence[Glyph], share: float = 2.0, near: float = 0.1) -> bool:
    """Whether a reading is one line upon its base and over its middle; the text is `share` times as large, and
    glyphs of one line stand as `near` (points).
    """
    reading = [glyph for glyph in reading if not glyph.text.isspace()]
    base = [glyph for glyph in base if not glyph.text.isspace()]
    if not reading or not base or any(glyph.down for glyph in (*reading, *base)):
        return False
    y, em = reading[0].y, share * reading[0].size
    if any(abs(glyph.y - y) > near or abs(share * glyph.size - em) > 0.1 for glyph in reading):
        return False
    top, foot = y + (_ABOVE_EM[0] - _RAISED_EM) * em, y + (_ABOVE_EM[1] + _LOWERED_EM) * em
    if not all(top <= glyph.y <= foot and glyph.size <= _LARGEST * em for glyph in base):
        return False
    middle = (min(glyph.x for glyph in reading) + max(map(_end, reading))) / 2
    first, last = min(base, key=lambda glyph: glyph.x), max(base, key=_end)
    centre = (first.x + _end(last)) / 2
    # The white half of a mark at either end is there or not: half of it, at most, moves the middle.
    right, left = (_white(glyph, is_opening) / 2 for glyph, is_opening in ((first, True), (last, False)))
    return centre - left - _OFF_CENTRE_EM * em <= middle <= centre + right + _OFF_CENTRE_EM * em


def _white(glyph: Glyph, is_opening: bool) -> float:
    """The white half of an opening mark (on its left) or of another (on its right); the quarter of a mark that may be
    drawn in the middle of its em (Taiwan's stops, interpuncts, solidi); 0 where there is none.
    """
    mark = glyph.text[0]
    if glyph.width <= _WIDE * glyph.size:
        return 0.0
    if mark in HALF_EMPTY and (CLASS_OF[mark] == OPENING) == is_opening:
        return glyph.width / 2
    return glyph.width / 4 if CLASS_OF[mark] in _CENTRED else 0.0


def _end(glyph: Glyph) -> float:
    return glyph.x + glyph.width


def _groups(small: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Small glyphs that touch on one baseline."""
    group: list[Glyph] = []
    for glyph in sorted(small, key=lambda one: (round(one.y, 1), one.x)):
        last = group[-1] if group else None
        if last is not None and (
            abs(glyph.y - last.y) > 0.1 or glyph.x - last.x - last.width > _WITHIN_EM * glyph.size
        ):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _last_under(group: Sequence[Glyph], hosts: Sequence[Glyph], size: float) -> Glyph | None:
    left, right, y = group[0].x, group[-1].x + group[-1].width, group[0].y
    reach = _UNDER_EM * size
    under = [
        host
        for host in hosts
        if _ABOVE_EM[0] * size <= host.y - y <= _ABOVE_EM[1] * size
        and left - reach < host.x + host.size / 2 < right + reach
    ]
    if not under:
        return None
    # A wide reading's neighbours may reach under its edge: what stands nearest its middle counts first.
    middle = (left + right) / 2
    half = max((right - left) / 2, size / 2)
    held = [host for host in under if abs(host.x + host.size / 2 - middle) <= half] or under
    return max(held, key=lambda host: host.x)
