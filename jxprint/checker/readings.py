"""Readings over the line (注音, ruby) found by size and place: half as large as the text, upon the em box of what they
are read for. They are read behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jxprint.checker.glyphs import Glyph

# A reading's size as a share of the text's, and how far its baseline stands above the text's (ems of the text).
_SCALE = (0.45, 0.55)
_ABOVE_EM = (0.86, 1.06)
# Syllables of one reading stand no further apart (ems of the reading); the next reading keeps a quarter of an em.
_WITHIN_EM = 0.2
# A character is under a reading when its middle is no further outside it (ems of the text): half of its own em, and
# half of that, since a reading may be narrower than its base.
_UNDER_EM = 0.75


def with_readings(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], dict[int, list[Glyph]]]:
    """Glyphs without readings, and the readings by the identity of the last glyph that each is read for. A group over
    nothing stays where it is.
    """
    if not glyphs:
        return [], {}
    # By the area that they cover: a reading has more letters than what it is over has characters.
    sizes = Counter(glyph.size for glyph in glyphs)
    size = max(sizes, key=lambda one: one * one * sizes[one])
    small = [glyph for glyph in glyphs if _SCALE[0] * size <= glyph.size <= _SCALE[1] * size and not glyph.down]
    if not small:
        return list(glyphs), {}
    hosts = [glyph for glyph in glyphs if glyph.size == size and not glyph.down]
    behind: dict[int, list[Glyph]] = {}
    taken: set[int] = set()
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
