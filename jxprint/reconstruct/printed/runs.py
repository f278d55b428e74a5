"""Lines of a page gathered to runs (文字段): lines of one size and face, one below another at one pitch.

A run is as much of a leg as nothing interrupts, or a head, a byline, a caption. Rows of a table stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.names import names_odds
from jxprint.reconstruct.printed.body import Body, beside, box_of, over, size_of
from jxprint.reconstruct.printed.tables import baselines, tables_of

# A line goes on below another up to so many times the usual pitch, or the size where no pitch is known.
_NEXT, _NEXT_UNKNOWN = 1.25, 1.9
# Between the words of a line that was parted (ems).
_PARTED, _NAME = 3.5, (0.8, 1.3)
_BODY_WORD = 8
# Heads side by side are two; a spread one has pieces of few characters, and little white between.
_LARGE, _PARTED_HEAD, _HEAD_WORD = 1.3, 1.8, 4
# One that a reader of images took for two has no more white there than between its characters; what is read with it may
# make either piece deeper (times).
_TORN, _TORN_DEEPER, _LEVEL = 0.35, 1.7, 0.8
# A line in another face that runs on in the text below it ends within so many ems of its edge.
_FULL = 0.7
# A cap that hangs over several lines is so large (times the body) and stands so near (ems) to the first of them.
_CAP, _CAP_NEAR = 1.7, 1.6
# An indent is half of this at the most (ems).
_INDENTED = 5.0


class Run(Struct):
    """Lines one below another; `starts` are numbers of lines that begin a paragraph whatever their indent."""

    lines: list[Line]
    table: bool = False

    @property
    def box(self) -> Rect:
        """Its box."""
        return around([box_of(line) for line in self.lines])

    @property
    def size(self) -> float:
        """The size of its first line (points)."""
        return size_of(self.lines[0])

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(line.text for line in self.lines)


def runs_of(lines: Sequence[Line], body: Body) -> list[Run]:
    """The runs of a page, tables first."""
    lines = _with_caps(_mended(lines, body), body)
    tables, rest = tables_of([line for line in lines if not line.down])
    chained = _with_leads(_chains(_whole(rest, body), body), body)
    return [*(Run(rows, table=True) for rows in tables), *chained, *(Run([line]) for line in _whole_down(lines, body))]


def _with_leads(runs: list[Run], body: Body) -> list[Run]:
    """Runs of text with the lines before them that run on in them in another face: a dateline, a first phrase."""
    found = list(runs)
    for run in runs:
        last = run.lines[-1]
        if run not in found or len(run.lines) > 2 or not body.is_body(last) or last.face == body.face:
            continue
        for below in found:
            step = box_of(below.lines[0]).bottom - box_of(last).bottom
            edge = max(box_of(line).right for line in below.lines)
            if (
                below.lines[0].face == body.face
                and body.is_body(below.lines[0])
                and 0 < step <= 1.05 * (body.pitch or 1.5 * body.size)
                and abs(box_of(last).right - edge) < _FULL * body.size
                and over(box_of(last), below.box) > 0.9
                and box_of(below.lines[0]).x - below.box.x < 0.9 * body.size
            ):
                below.lines[:0] = run.lines
                found.remove(run)
                break
    return found


def _with_caps(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines with the cap that hangs over them (首字下沉) put before the first."""
    found = list(lines)
    for cap in [one for one in lines if len(one.text) <= 2 and size_of(one) > _CAP * body.size and not one.down]:
        near = [
            one
            for one in found
            if one is not cap
            and body.is_body(one)
            and -0.3 * body.size < box_of(one).x - box_of(cap).right < _CAP_NEAR * body.size
            and box_of(cap).y - 0.6 * body.size < box_of(one).y < box_of(cap).bottom - body.size
        ]
        if len(near) < 2:
            continue
        first = min(near, key=lambda one: box_of(one).y)
        box = box_of(first)
        left = box_of(cap).x + 2 * body.size  # where an indent would have it begin
        joined = replace(first, text=cap.text + first.text, box=replace(box, x=left, width=box.right - left))
        found[found.index(first)] = joined
        found.remove(cap)
    return found


def _whole(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines of display type, of names and of furniture that were parted at wide blanks made whole."""
    found: list[Line] = []
    for row in baselines(lines):
        row = row if body.face else _with_names(row, body)
        for at, line in enumerate(row):
            if at and _is_parted(found[-1], line, body):
                before = found.pop()
                gap = (box_of(line).x - box_of(before).right) / size_of(line)
                single = len(line.text) == 1 and len(before.text.split()[-1]) == 1
                blank = "\u3000" if single and _NAME[0] <= gap <= _NAME[1] else " "
                line = replace(before, text=before.text + blank + line.text, box=around([box_of(before), box_of(line)]))
            found.append(line)
    return found


def _with_names(row: Sequence[Line], body: Body) -> list[Line]:
    """Lines side by side, rows of names whole: where no reader of images told faces, they stand by themselves."""
    found: list[Line] = []
    at = 0
    while at < len(row):
        end = at + 1
        while end < len(row) and all(_is_short(one, body) for one in row[end - 1 : end + 1]):
            gap = box_of(row[end]).x - box_of(row[end - 1]).right
            if not _NAME[0] * body.size <= gap <= _PARTED * body.size:
                break
            end += 1
        pieces = row[at:end]
        if end - at > 1 and names_odds(" ".join(one.text for one in pieces)) > 0:
            text = pieces[0].text
            for one, other in pairwise(pieces):
                text += ("\u3000" if len(one.text) == len(other.text) == 1 else " ") + other.text
            found.append(replace(pieces[0], text=text, box=around([box_of(one) for one in pieces])))
        else:
            found += pieces
        at = end
    return found


def _is_short(line: Line, body: Body) -> bool:
    return body.is_body(line) and box_of(line).width <= _BODY_WORD * body.size


def _whole_down(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines that run down, those that were parted at wide blanks made whole."""
    found: list[Line] = []
    for line in sorted((one for one in lines if one.down), key=lambda one: (box_of(one).x, box_of(one).y)):
        before = found[-1] if found else None
        if before is not None and body.same(before, line) and over(box_of(before), box_of(line)) > 0.9:
            gap = (box_of(line).y - box_of(before).bottom) / size_of(line)
            if 0 <= gap <= _PARTED / 2:
                found.pop()
                box = around([box_of(before), box_of(line)])
                line = replace(before, text=f"{before.text} {line.text}", box=box)
        found.append(line)
    return found


def _is_parted(before: Line, line: Line, body: Body) -> bool:
    gap = box_of(line).x - box_of(before).right
    em = size_of(line)
    if not body.same(before, line) or not 0 <= gap <= _PARTED * em:
        return False
    least = min(box_of(before).width, box_of(line).width)
    if em > _LARGE * body.size and (gap > _PARTED_HEAD * em or least > _HEAD_WORD * em):
        return False
    return least <= _BODY_WORD * em and not (body.is_body(line) and line.face == body.face)


def _mended(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines of display type whole that a reader of images tore."""
    large: list[Line] = []
    rest: list[Line] = []
    for line in lines:
        (large if not line.down and size_of(line) > _LARGE * body.size else rest).append(line)
    whole: list[Line] = []
    for line in sorted(large, key=lambda one: box_of(one).x):
        at = next((k for k, one in enumerate(whole) if _is_torn(one, line)), None)
        if at is None:
            whole.append(line)
        else:
            before = whole[at]
            box = replace(box_of(before), width=box_of(line).right - box_of(before).x)
            whole[at] = replace(before, text=before.text + line.text, box=box)
    return [*whole, *rest]


def _is_torn(before: Line, line: Line) -> bool:
    """Whether two pieces of display type are one line, the second right behind the first."""
    low, high = sorted((size_of(before), size_of(line)))
    gap = box_of(line).x - box_of(before).right
    return (
        high <= _TORN_DEEPER * low
        and abs(gap) <= _TORN * low
        and before.face == line.face
        and beside(box_of(before), box_of(line)) > _LEVEL
    )


def _reach(one: Rect, other: Rect, size: float) -> float:
    """How much of the narrower of two lines stands over or under the other; a line of a word or two, over one with an
    indent, stands beside it and is over it all the same.
    """
    return max(over(one, other), 1 - abs(one.x - other.x) / (_INDENTED * size))


def _chains(lines: Sequence[Line], body: Body) -> list[Run]:
    runs: list[Run] = []
    open_: list[Run] = []
    for line in sorted(lines, key=lambda line: (box_of(line).bottom, box_of(line).x)):
        box, size = box_of(line), size_of(line)
        most = body.pitch * _NEXT * max(1.0, size / body.size) if body.pitch else _NEXT_UNKNOWN * size
        open_ = [run for run in open_ if box.bottom - box_of(run.lines[-1]).bottom < 4 * max(size, run.size)]
        above = [
            run
            for run in open_
            if body.same(run.lines[-1], line)
            and 0.7 * size < box.bottom - box_of(run.lines[-1]).bottom <= most
            and _reach(box_of(run.lines[-1]), box, size) > 0.5
        ]
        if above:
            max(above, key=lambda run: _reach(box_of(run.lines[-1]), box, size)).lines.append(line)
        else:
            runs.append(Run([line]))
            open_.append(runs[-1])
    return runs
