"""The order on paper alone: columns one after another, and whether text that is read in some order stands so on paper.

Columns are put in order by cuts: along rules first, then where white runs down the whole of what is looked at, then
where it runs across. No order of the file is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.others.columns import Column, columns_of
from jxprint.checker.others.displaced import displaced, runs
from jxprint.checker.others.rows import touches
from jxprint.checker.others.search import find_all
from jxprint.checker.others.seen import spot
from jxprint.errors import Finding

if TYPE_CHECKING:
    from jxprint.checker.others.altered import Found
    from jxprint.checker.others.copy import Paragraph
    from jxprint.checker.others.pages import OtherPage
    from jxprint.checker.others.seen import Seen

# Frames may overlap by so much (points) and still be cut apart: type hangs over.
_OVER_PT = 2.0
# A rule that parts columns is as long as this share of what it parts.
_WHOLE = 0.85
_DEPTH = 60
_CONTEXT = 4
# Sizes that differ by no more than this share are one.
_SIZE = 0.08
_LEG = 3


def in_order(columns: Sequence[Column], rules: Sequence[Frame] = ()) -> list[Column]:
    """The columns as a reader takes them."""
    framed = [(column.frame, column) for column in columns]
    return [column for _, column in _cut(framed, rules, 0)]


_Framed = tuple[Frame, Column]


def _cut(framed: list[_Framed], rules: Sequence[Frame], depth: int) -> list[_Framed]:
    if len(framed) < 2 or depth > _DEPTH:
        return framed
    whole = _around([frame for frame, _ in framed])
    inside = [rule for rule in rules if _within(rule, whole)]
    is_down = all(column.lines[0].down for _, column in framed)
    for parts in (
        _parted(framed, True, [_middle(rule, True) for rule in inside if _parts(rule, whole, True)]),
        _parted(framed, False, [_middle(rule, False) for rule in inside if _parts(rule, whole, False)]),
        _parted(framed, is_down),
        _parted(framed, not is_down),
    ):
        if len(parts) > 1:
            return [one for part in parts for one in _cut(part, inside, depth + 1)]
    return sorted(framed, key=lambda one: (one[0].top, one[0].left))


def _parted(framed: Sequence[_Framed], across: bool, at: Sequence[float] | None = None) -> list[list[_Framed]]:
    """Cut where nothing stands: `across` by lines that run across the page, the upper part first, else the left one;
    columns that run down are read from the right. `at` are the only places that may be cut.
    """
    if at is not None and not at:
        return []
    is_right = not across and all(column.lines[0].down for _, column in framed)

    def edges(frame: Frame) -> tuple[float, float]:
        return (frame.top, frame.bottom) if across else (frame.left, frame.right)

    parts: list[list[_Framed]] = []
    reach = 0.0
    for one in sorted(framed, key=lambda one: edges(one[0])[0]):
        start, end = edges(one[0])
        is_apart = not parts or start > reach - min(_OVER_PT, (end - start) / 4)
        if parts and is_apart and at is not None:
            is_apart = any(reach - _OVER_PT <= place <= start + _OVER_PT for place in at)
        if is_apart:
            parts.append([])
            reach = end
        parts[-1].append(one)
        reach = max(reach, end)
    return parts[::-1] if is_right else parts


def _around(frames: Sequence[Frame]) -> Frame:
    return Frame(
        min(frame.left for frame in frames),
        min(frame.top for frame in frames),
        max(frame.right for frame in frames),
        max(frame.bottom for frame in frames),
    )


def _within(rule: Frame, whole: Frame) -> bool:
    return rule.left < whole.right and rule.right > whole.left and rule.top < whole.bottom and rule.bottom > whole.top


def _parts(rule: Frame, whole: Frame, across: bool) -> bool:
    """Whether a rule runs through the whole of a region."""
    if across:
        return min(rule.right, whole.right) - max(rule.left, whole.left) >= _WHOLE * (whole.right - whole.left)
    return min(rule.bottom, whole.bottom) - max(rule.top, whole.top) >= _WHOLE * (whole.bottom - whole.top)


def _middle(rule: Frame, across: bool) -> float:
    return (rule.top + rule.bottom) / 2 if across else (rule.left + rule.right) / 2


class Paper:
    """Where glyphs stand in columns that are in the order of paper; glyphs are known by identity."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._places: dict[int, tuple[int, int]] = {}
        self._rows: dict[int, tuple[int, int]] = {}
        self._of = columns
        self._columns = [column.glyphs for column in columns]
        self._lines = [len(column.lines) for column in columns]
        for number, glyphs in enumerate(self._columns):
            for at, glyph in enumerate(glyphs):
                self._places[id(glyph)] = number, at
            for at, line in enumerate(columns[number].lines):
                self._rows.update((id(spot.glyph), (number, at)) for spot in line.spots)

    def breaks(self, glyphs: Sequence[Glyph]) -> Iterator[int]:
        """Where a text does not go on on paper: the numbers of glyphs (from 1) that do not stand behind the one before
        them. What ends a column may go on wherever one begins. What is of another size than most of the text (a drop
        cap, readings over it, a raised figure) stands beside its lines and is passed over.
        """
        usual = Counter(glyph.size for glyph in glyphs).most_common(1)[0][0] if glyphs else 0.0
        shown = [(at, one) for at, one in enumerate(glyphs) if id(one) in self._places and _is_about(one, usual)]
        for (_, one), (at, two) in pairwise(shown):
            if not self._goes_on(one, two, usual) and not touches(one, two):
                yield at

    def _goes_on(self, one: Glyph, two: Glyph, usual: float) -> bool:
        (column, place), (other, there) = self._places[id(one)], self._places[id(two)]
        if column == other:
            between = self._columns[column][place + 1 : there]
            return there > place and not any(_is_about(glyph, usual) for glyph in between)
        behind, before = self._columns[column][place + 1 :], self._columns[other][:there]
        return not any(_is_about(glyph, usual) for glyph in (*behind, *before))

    def displaced(self, glyphs: Sequence[Glyph], owners: Sequence[int]) -> Iterator[int]:
        """Where lines of a story begin that do not stand in the hole that the text leaves (the numbers of glyphs from
        0); `owners` are the glyphs' paragraphs.
        """
        found = runs([self._rows.get(id(one)) for one in glyphs], self._of)
        return displaced(found, lambda one, two: owners[one] == owners[two])

    def turns(self, glyphs: Sequence[Glyph]) -> Iterator[int]:
        """Where a text goes on in a column that comes before the one it leaves (the numbers of glyphs from 1)."""
        usual = Counter(glyph.size for glyph in glyphs).most_common(1)[0][0] if glyphs else 0.0
        known = ((at, one) for at, one in enumerate(glyphs) if id(one) in self._places and _is_about(one, usual))
        places = ((at, self._places[id(one)][0]) for at, one in known)
        # A line or two between others (a base under its reading, a byline) says nothing about the order of columns.
        shown = [(at, column) for at, column in places if self._lines[column] >= _LEG]
        for (_, one), (at, two) in pairwise(shown):
            if two < one:
                yield at


def _is_about(glyph: Glyph, size: float) -> bool:
    return abs(glyph.size - size) <= _SIZE * size


def read_by_position(page: OtherPage, glyphs: Sequence[Glyph] | None = None) -> list[Glyph]:
    """A page's text, or that of some other glyphs, in the order in which it stands on paper; white is left out."""
    columns = page.columns if glyphs is None else columns_of(glyphs)
    return [glyph for column in in_order(columns, page.rules) for glyph in column.glyphs]


def paper_findings(
    paragraphs: Sequence[Paragraph], readings: Sequence[Seen], pages: Sequence[OtherPage]
) -> Iterator[Finding]:
    """Paragraphs that are read whole and do not stand so on paper, and columns that the file has in another order."""
    declared = next((one for one in readings if one.order == "structure"), readings[0])
    paper = Paper([column for page in pages for column in in_order(page.columns, page.rules)])
    found, _ = find_all([paragraph.text.text for paragraph in paragraphs], declared)
    whole = [(paragraphs[one.number], _Placed(one, declared)) for one in found if not one.hunks and one.pieces]
    for _, group in groupby(whole, lambda one: one[0].story):
        story = list(group)
        told = [finding for paragraph, placed in story for finding in _broken(paragraph, placed, paper)]
        yield from told
        if all(finding.severity == "note" for finding in told):
            yield from _displaced(story, paper)


class _Placed:
    """The glyphs of a paragraph in their order; of each the offsets of its first code point in the paragraph and in the
    text read.
    """

    def __init__(self, found: Found, seen: Seen) -> None:
        assert seen.reading is not None
        places: dict[int, tuple[int, int]] = {}
        for own, there, size in found.pieces:
            for at in range(size):
                places.setdefault(seen.reading.index(seen.folded.at[there + at]), (own + at, there + at))
        self.seen, self.at = seen, list(places.values())
        self.glyphs = [seen.glyphs[number] for number in places]


def _broken(paragraph: Paragraph, placed: _Placed, paper: Paper) -> Iterator[Finding]:
    """Where a paragraph does not go on on paper, and where it goes on in a column that stands before."""
    broken = set(paper.breaks(placed.glyphs))
    for at in sorted({*broken, *paper.turns(placed.glyphs)}):
        if at in broken:
            yield _finding("checks.other.broken_on_paper", paragraph, placed, at)
        else:
            yield replace(_finding("checks.other.column_moved", paragraph, placed, at), severity="note")


def _displaced(story: Sequence[tuple[Paragraph, _Placed]], paper: Paper) -> Iterator[Finding]:
    """Lines of a story that stand elsewhere than where the text leaves room for them."""
    owners = [number for number, (_, placed) in enumerate(story) for _ in placed.glyphs]
    starts = list(accumulate((len(placed.glyphs) for _, placed in story), initial=0))
    for at in paper.displaced([glyph for _, placed in story for glyph in placed.glyphs], owners):
        paragraph, placed = story[owners[at]]
        yield _finding("checks.other.displaced", paragraph, placed, at - starts[owners[at]])


def _finding(key: str, paragraph: Paragraph, placed: _Placed, at: int) -> Finding:
    own, place = placed.at[at]
    args = {
        "expected": paragraph.text.stretch(max(0, own - _CONTEXT), own),
        "read": paragraph.text.stretch(own, min(own + _CONTEXT, len(paragraph.text.text))),
        "story": paragraph.story,
        **spot(placed.seen, place),
    }
    return Finding(key, paragraph.place(own), args)
