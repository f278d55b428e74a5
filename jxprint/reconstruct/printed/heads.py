"""Heads of a page by their type: lines of display type that stand together, largest lines first among them, with the
names, decks and jump lines right below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from jxprint.geometry import Rect, around
from jxprint.reconstruct.credits import is_credit
from jxprint.reconstruct.datelines import jump_from
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.names import names_odds
from jxprint.reconstruct.printed.body import Body, beside, box_of, over, size_of
from jxprint.reconstruct.printed.runs import Run

# Lines of one head stand no further apart than this many times the smaller of their sizes (the larger, side by side).
# What is smaller and below stands closer: else it is another story's head, or the first one's under a masthead.
_TOGETHER, _TOGETHER_BELOW, _TOGETHER_DOWN = 1.3, 1.0, 1.1
# What stands below a head, in ems of the body.
_BELOW = 2.6
# Lines as large as this share of the largest are the headline; in another face they have to be as large.
_HEADLINE, _SAME = 0.8, 0.95
# Display type of so many lines in a run, or so much text, is read as text (a standfirst).
_TEXT_LINES, _TEXT_LENGTH = 3, 60
_STOPS = "。；"
# From this size on (times the body) heads may have more lines, and more characters.
_LARGE, _TITLE = 1.5, (6, 90)
# A subhead is no larger than this.
_SUBHEAD = 1.4
# A row of names is no longer than this (characters), and no larger (times the body).
_LONG_NAMES, _NAMES = 40, 1.3


class Head(Struct):
    """A head: its kicker, headline, deck, byline and the line that says from where it goes on, and its legs."""

    kicker: list[Line] = field(default_factory=list)
    headline: list[Line] = field(default_factory=list)
    deck: list[Line] = field(default_factory=list)
    byline: list[Line] = field(default_factory=list)
    jump_from: list[Line] = field(default_factory=list)
    legs: list[Run] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [*self.kicker, *self.headline, *self.deck, *self.byline, *self.jump_from]

    @property
    def box(self) -> Rect:
        """Its box without its legs."""
        return around([box_of(line) for line in self.lines])

    @property
    def size(self) -> float:
        """The size of its headline (points)."""
        return max((size_of(line) for line in self.headline), default=0.0)

    @property
    def down(self) -> bool:
        """Whether its lines run down (竖题)."""
        return bool(self.headline) and self.headline[0].down


def is_display(run: Run, body: Body) -> bool:
    """Whether a run is display type, and no text that is set larger than the rest."""
    if run.table or not body.is_large(run.lines[0]):
        return False
    if run.size < _NAMES * body.size and is_credit(run.lines[-1].text):
        return False
    if run.size < _NAMES * body.size and len(run.text) < _LONG_NAMES and names_odds(run.text) > 0:
        return False
    lines, length = _TITLE if run.size >= _LARGE * body.size else (_TEXT_LINES, _TEXT_LENGTH)
    return len(run.lines) < lines and len(run.text) <= length and not any(mark in run.text[:-1] for mark in _STOPS)


def heads_of(runs: Sequence[Run], body: Body) -> tuple[list[Head], list[Run]]:
    """The heads of a page from its head down, and the runs that are in none."""
    display = [run for run in runs if is_display(run, body) and not _is_subhead(run, runs, body)]
    rest = [run for run in runs if run not in display]
    heads = [_head(group) for group in _groups(display, rest)]
    heads.sort(key=lambda head: (head.box.y, head.box.x))
    for head in heads:
        (_take_beside if head.down else _take_below)(head, rest, body)
    return heads, rest


def _is_subhead(run: Run, runs: Sequence[Run], body: Body) -> bool:
    """Whether a run stands within a leg: text right above and below it, no wider than itself by a column."""
    box = run.box
    if run.size > _SUBHEAD * body.size or run.lines[0].down:
        return False
    reach = 3 * body.size
    near = [one for one in runs if one is not run and len(one.lines) > 1 and over(one.box, box) > 0.9]
    near = [one for one in near if body.is_body(one.lines[0]) and box.width < one.box.width * 1.02]
    return any(0 <= box.y - one.box.bottom < reach for one in near) and any(
        0 <= one.box.y - box.bottom < reach for one in near
    )


def _groups(display: Sequence[Run], rest: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs of display type that stand together, with nothing between."""
    left = sorted(display, key=lambda run: (run.box.y, run.box.x))
    while left:
        group = [left.pop(0)]
        more = True
        while more:
            near = [run for run in left if any(_together(one, run) and not _between(one, run, rest) for one in group)]
            group += near
            left = [run for run in left if run not in near]
            more = bool(near)
        yield group


def _together(one: Run, other: Run) -> bool:
    first, second = one.box, other.box
    size = max(one.size, other.size)
    if one.lines[0].down != other.lines[0].down:
        return False
    if one.lines[0].down:
        gap = max(first.x, second.x) - min(first.right, second.right)
        return beside(first, second) > 0.5 and -0.2 * size < gap < _TOGETHER_DOWN * size
    upper, lower = (one, other) if first.y <= second.y else (other, one)
    gap = lower.box.y - upper.box.bottom
    reach = (_TOGETHER_BELOW if upper.size > 1.2 * lower.size else _TOGETHER) * min(upper.size, lower.size)
    return over(first, second) > 0.5 and -0.3 * size < gap < reach


def _between(one: Run, other: Run, rest: Sequence[Run]) -> bool:
    box = around((one.box, other.box))
    return not one.lines[0].down and any(over(run.box, box) > 0.5 and beside(run.box, box) > 0.5 for run in rest)


def _head(group: Sequence[Run]) -> Head:
    largest = max(run.size for run in group)
    down = group[0].lines[0].down
    ordered = sorted(group, key=lambda run: (run.box.x if down else run.box.y, run.box.x))
    if down and not _reads_right(ordered, largest):
        ordered.reverse()
    head = Head()
    faces = [run.lines[0].face for run in group if run.size == largest]
    for run in ordered:
        if run.size >= _HEADLINE * largest and (run.lines[0].face in faces or run.size > _SAME * largest):
            head.headline += run.lines
        elif head.headline:
            head.deck += run.lines
        else:
            head.kicker += run.lines
    return head


def _reads_right(ordered: Sequence[Run], largest: float) -> bool:
    """Whether lines that run down are read from left to right: the smaller line on the left is the kicker then. From
    right to left is the rule.
    """
    return ordered[0].size < _HEADLINE * largest <= ordered[-1].size


def _take_below(head: Head, rest: list[Run], body: Body) -> None:
    """Names, decks and jump lines right below a head."""
    more = True
    while more:
        more = False
        for run in sorted(rest, key=lambda run: run.box.y):
            gap = run.box.y - head.box.bottom
            if (
                run.table
                or len(run.lines) > 2
                or is_credit(run.lines[-1].text)
                or not -0.3 * run.size < gap < _BELOW * body.size
            ):
                continue
            place = _place_of(run, head, body)
            if place is not None and over(run.box, head.box) > 0.5:
                place += run.lines
                rest.remove(run)
                more = True
                break


def _place_of(run: Run, head: Head, body: Body) -> list[Line] | None:
    text = " ".join(line.text for line in run.lines)
    if jump_from(text):
        return head.jump_from
    named = all(names_odds(line.text) > 0 for line in run.lines)
    if len(text) < _LONG_NAMES and (named or names_odds(text) > 0 or text.startswith("本报记者")):
        return head.byline
    if head.byline and len(text) < _LONG_NAMES and body.face and body.same(head.byline[-1], run.lines[0]):
        return head.byline if run.lines[0].face != body.face else None
    other = bool(run.lines[0].face) and run.lines[0].face != body.face
    if other and not head.byline and run.box.width < max(head.box.width * 1.5, 1.0):
        centred = abs(run.box.x + run.box.right - head.box.x - head.box.right) < 2 * body.size
        bylike = len(text) <= 20 and not any(mark in text for mark in "，。、：；？！“”")
        return (head.byline if bylike else head.deck) if centred else None
    return None


def _take_beside(head: Head, rest: list[Run], body: Body) -> None:
    """Names beside a head whose lines run down."""
    near = [
        run
        for run in rest
        if run.lines[0].down
        and beside(run.box, head.box) > 0.8
        and max(run.box.x, head.box.x) - min(run.box.right, head.box.right) < _BELOW * body.size
    ]
    for run in sorted(near, key=lambda run: run.box.y):
        head.byline += run.lines
        rest.remove(run)
