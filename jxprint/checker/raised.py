"""Characters out of their line: what is raised is read as a superscript (10² for 102), what is lowered as a subscript,
and each has to be one in the copy (上标、下标). Horizontal lines are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jxprint.checker.expected import ExpectedPage
from jxprint.checker.glyphs import Glyph, Oddity, ReadPage

# Ems of the larger type: so much of an offset is one, and more of it is another line; strings of a line overlap by no
# more than the first, and stand no further apart than the second.
_LEAST, _MOST = 0.04, 0.7
_OVER, _APART = 0.5, 1.5
# A drop cap (首字下沉) is as much larger than what stands beside it, and more.
_CAP = 1.9
# Marked content that goes on in the line of what stands before it.
_INLINE = frozenset(("/Span", "/Link", "/RB"))
# A longer one may go on in the next line.
_SHORT = 4
_TOLD, _SHOWN = 20, 24


class Lines:
    """Strings as they are shown, line by line; `out` are those above their line (1) and below it (-1)."""

    def __init__(self) -> None:
        self.out: list[tuple[Glyph, str, int]] = []
        self._line: list[Sequence[Glyph]] = []
        self._end = 0.0

    def show(self, glyphs: Sequence[Glyph], tag: str) -> None:
        """A string that stands upright, in marked content that is called `tag`; readings (RT) stand over the line."""
        first, last = glyphs[0], glyphs[-1]
        if tag == "/RT" or first.down or first.is_turned:
            return
        if self._line and not self._goes_on(first, tag):
            self.end()
        self._line.append(glyphs)
        self._end = last.x + last.width

    def end(self) -> None:
        """The line ends: most of its largest type stands on its baseline."""
        line, self._line = self._line, []
        if len(line) < 2 or len({one[0].y for one in line}) < 2:
            return
        largest, counts = max(one[0].size for one in line), Counter[float]()
        for one in line:
            if one[0].size > 0.95 * largest:
                counts[round(one[0].y, 2)] += len(one)
        base = counts.most_common(1)[0][0]
        for one in line:
            up, text = base - one[0].y, "".join("".join(glyph.text for glyph in one).split())
            if abs(up) > _LEAST * largest and text:
                self.out.append((one[0], text, 1 if up > 0 else -1))

    def _goes_on(self, glyph: Glyph, tag: str) -> bool:
        before = self._line[-1][0]
        if len(self._line) == 1 and before.size > _CAP * glyph.size:
            return False
        em = max(before.size, glyph.size)
        is_same = glyph.mcid == before.mcid or (glyph.mcid is not None and tag in _INLINE)
        return is_same and -_OVER * em < glyph.x - self._end < _APART * em and abs(glyph.y - before.y) < _MOST * em


def raised_oddities(expected: ExpectedPage, read: ReadPage) -> Iterator[Oddity]:
    """What stands above or below its line and is no super- or subscript of the copy, and what of these stands on it
    where all the text is there.
    """
    wanted = {way: Counter[str]() for way in (1, -1)}
    due, found, told = Counter[str](), Counter[str](), 0
    for passage in expected.whole.passages:
        scripts = [one for one in passage.copy.markup if one.kind in ("sup", "sub")]
        for one in scripts:
            text = "".join(passage.copy.text[one.start : one.end].split())
            wanted[1 if one.kind == "sup" else -1].update(text)
            # What a line may begin with, or consist of, has nothing beside it that it is above or below of.
            follows = one.start > 0 and all(other.end != one.start for other in scripts)
            if follows and len(text) <= _SHORT and not passage.copy.text[one.start - 1].isspace():
                due.update(text)
    for glyph, text, way in read.out_of_line:
        if Counter(text) - wanted[way] and told < _TOLD:
            told += 1
            key = "checks.raised" if way > 0 else "checks.lowered"
            yield Oddity(key, {"text": text[:_SHOWN], "count": len(text)}, (glyph.x, glyph.y))
        wanted[way] -= Counter(text)
        found.update(text)
    level = "".join((due - found).elements())
    if level and not told and _is_horizontal(read) and _is_whole(expected, read):
        yield Oddity("checks.on_the_line", {"text": level[:_SHOWN], "count": len(level)})


def _is_horizontal(read: ReadPage) -> bool:
    return not any(glyph.down or glyph.is_turned for glyph in read.stream)


def _is_whole(expected: ExpectedPage, read: ReadPage) -> bool:
    said = Counter(char for glyph in read.stream for char in glyph.text)
    return not Counter("".join(expected.whole.text.split())) - said
