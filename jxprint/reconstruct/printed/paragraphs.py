"""Legs of a story read as paragraphs: where a line is indented one begins, and where the first line of a leg is not,
the paragraph goes on over the foot of the leg before. That cut is seen, not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.found import Piece, PieceRole
from jxprint.reconstruct.furniture import is_item
from jxprint.reconstruct.printed.body import Body, box_of, over, size_of
from jxprint.reconstruct.printed.captions import text_of
from jxprint.reconstruct.printed.runs import Run

# Indents are of this many ems; a line short by so much ends something; verse is short of its measure.
_INDENT = (0.9, 3.6)
_SHORT, _VERSE, _VERSE_LINES = 2.0, 0.78, 4
_PROSE: frozenset[PieceRole] = frozenset(("text", "item"))
_STOPS = "。！？…"
_CLOSERS = "”’』」）】》)"


class Set(Struct):
    """A line as it stands in its leg: whether it begins a paragraph, whether it is its leg's last, its role."""

    line: Line
    starts: bool
    role: PieceRole = "text"
    foot: bool = False


class Leg(Struct):
    """A leg (栏): its runs from its head down."""

    runs: list[Run]

    @property
    def box(self) -> Rect:
        """Its box."""
        return around([run.box for run in self.runs])

    @property
    def lines(self) -> list[Line]:
        """Its lines from the head down."""
        return [line for run in self.runs for line in run.lines]


def legs_of(runs: Sequence[Run], body: Body) -> list[Leg]:
    """Runs of a story as legs in the order in which they are read: column by column, block by block where the story
    is parted right across.
    """
    found: list[Leg] = []
    for block in _blocks(runs):
        columns: list[Leg] = []
        for run in sorted(block, key=lambda run: (-len(run.lines), run.box.y)):
            near = [leg for leg in columns if over(leg.box, run.box) > 0.6]
            if near:
                max(near, key=lambda leg: over(leg.box, run.box)).runs.append(run)
            else:
                columns.append(Leg([run]))
        for leg in columns:
            leg.runs.sort(key=lambda run: run.box.y)
        found += sorted(columns, key=lambda leg: leg.box.x)
    return found


def _blocks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs parted where a level line can be drawn right across that touches none, with several legs on either side."""
    ordered = sorted(runs, key=lambda run: run.box.y)
    block: list[Run] = []
    for at, run in enumerate(ordered):
        rest = ordered[at:]
        if block and run.box.y >= max(one.box.bottom for one in block) and _legs(block) > 1 and _legs(rest) > 1:
            yield block
            block = []
        block.append(run)
    if block:
        yield block


def _legs(runs: Sequence[Run]) -> int:
    """How many runs stand side by side at the most."""
    return max(
        sum(1 for other in runs if over(other.box, run.box) == 0 and other.box.y < run.box.bottom) + 1 for run in runs
    )


def set_lines(legs: Sequence[Leg], body: Body, indented: bool) -> list[Set]:
    """The lines of a story in order, each with what its place says; `indented`: paragraphs are told by indents."""
    found: list[Set] = []
    for leg in legs:
        left = _left(leg.lines)
        right = max(box_of(line).right for line in leg.lines)
        own: list[Set] = []
        for at, run in enumerate(leg.runs):
            after = leg.runs[at + 1] if at + 1 < len(leg.runs) else None
            own += _of_run(run, after, left, right, body)
        for at, one in enumerate(own):
            before = own[at - 1] if at else found[-1] if found else None
            alike = before is not None and (before.role == one.role or {before.role, one.role} <= _PROSE)
            one.starts = one.starts or not alike
            if not indented and before is not None and not one.starts:
                one.starts = _ended_early(before.line, right if at else None)
        if own:
            own[-1].foot = True
        found += own
    return found


def _of_run(run: Run, after: Run | None, left: float, right: float, body: Body) -> list[Set]:
    if run.table:
        return [Set(line, True, "table") for line in run.lines]
    if _is_subhead(run, after, body):
        return [Set(line, k == 0, "subhead") for k, line in enumerate(run.lines)]
    if _is_verse(run, right - left):
        return [Set(line, True, "verse") for line in run.lines]
    return [_set(run, at, left) for at in range(len(run.lines))]


def _set(run: Run, at: int, left: float) -> Set:
    line = run.lines[at]
    neighbour = run.lines[at + 1] if at + 1 < len(run.lines) else run.lines[at - 1] if at else None
    size = size_of(line)
    by_neighbour = (box_of(line).x - box_of(neighbour).x) / size if neighbour is not None else 0.0
    by_leg = (box_of(line).x - left) / size
    starts = _INDENT[0] <= by_neighbour or _INDENT[0] <= by_leg <= _INDENT[1]
    if is_item(line.text):
        return Set(line, True, "item")
    return Set(line, starts)


def _is_subhead(run: Run, after: Run | None, body: Body) -> bool:
    """Whether a run is a head within the leg: one or two lines of another face, or larger, over text."""
    first = run.lines[0]
    other = body.is_large(first) or (bool(first.face) and first.face != body.face and body.is_body(first))
    if after is None or len(run.lines) > 2 or not other or run.text[-1:] in "。，；":
        return False
    return after.box.y - run.box.bottom < 2.5 * body.size and after.lines[0].face == body.face


def _is_verse(run: Run, width: float) -> bool:
    if len(run.lines) < _VERSE_LINES:
        return False
    lefts = Counter(round(box_of(line).x / size_of(line) * 2) for line in run.lines)
    widths = [box_of(line).width for line in run.lines]
    widest = max(widths)
    ragged = sum(1 for one in widths if one < _VERSE * widest + 0.01) >= 0.5 * len(widths)
    unstopped = sum(1 for line in run.lines if line.text.rstrip(_CLOSERS)[-1:] not in "。") > 0.5 * len(run.lines)
    level = lefts.most_common(1)[0][1] >= 0.8 * len(run.lines)
    return ragged and unstopped and level


def _left(lines: Sequence[Line]) -> float:
    """The left edge that lines of a leg have, by their number; the leftmost of those that are common."""
    counts = Counter(round(box_of(line).x * 2) / 2 for line in lines)
    least = max(1, max(counts.values()) // 4)
    return min(edge for edge, count in counts.items() if count >= least)


def is_indented(legs: Sequence[Leg]) -> bool:
    """Whether paragraphs are told by their indents."""
    ended = inset = 0
    for leg in legs:
        if len(leg.lines) < 3:
            continue
        left, right = _left(leg.lines), max(box_of(line).right for line in leg.lines)
        for one, other in pairwise(leg.lines):
            if _ended_early(one, right):
                ended += 1
                inset += _INDENT[0] <= (box_of(other).x - left) / size_of(other) <= _INDENT[1]
    return inset >= 0.5 * ended


def _ended_early(line: Line, right: float | None) -> bool:
    """Whether a line ends a paragraph by its own end: a sentence's, short of the leg's edge."""
    ends = line.text.rstrip(_CLOSERS)[-1:] in _STOPS
    return ends and right is not None and right - box_of(line).right > _SHORT * size_of(line)


class Stretch(Struct, frozen=True):
    """As much of a paragraph as stands in one leg, as a piece; whether it goes on in the next leg; its lines."""

    piece: Piece
    goes_on: bool
    lines: tuple[Line, ...]


def stretches(lines: Sequence[Set]) -> list[Stretch]:
    """The lines of a story as stretches of paragraphs."""
    found: list[Stretch] = []
    own: list[Set] = []
    for at, one in enumerate(lines):
        own.append(one)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is not None and not after.starts and not one.foot:
            continue
        goes_on = after is not None and not after.starts
        texts = [item.line for item in own]
        found.append(Stretch(Piece(text_of(texts), own[0].role), goes_on, tuple(texts)))
        own = []
    return found
