"""Lines of a page gathered to runs (文字段): lines of one size and face, one below another at one pitch.

A run is as much of a leg as nothing interrupts, or a head, a byline, a caption. Rows of a table stand side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.units import ems

# Sizes that differ by less are one: as made, and as measured off an image.
_ONE_SIZE, _ONE_SIZE_MEASURED = 0.03, 0.14
# A line goes on below another up to so many times the usual pitch, or the size where no pitch is known.
_NEXT, _NEXT_UNKNOWN = 1.25, 1.9
# On one baseline: ems by which lines may differ.
_LEVEL = 0.3
# Between the words of a line that was parted (ems).
_PARTED, _NAME = 3.5, (0.8, 1.3)
_BODY_WORD = 8
# Cells of a table are at most so wide (ems), and a table has so many rows and cells in a row at the least.
_CELL, _ROWS, _CELLS, _FAR_CELLS = 8.0, 3, 3, 12.0
# A cap that hangs over several lines is so large (times the body) and stands so near (ems) to the first of them.
_CAP, _CAP_NEAR = 1.7, 1.6


class Body(Struct, frozen=True):
    """The running text of a page: its size and pitch (points), its face, and how far a size may be off."""

    size: float
    pitch: float
    face: str
    off: float

    def is_body(self, line: Line) -> bool:
        """Whether a line has the size of the text."""
        return abs(size_of(line) / self.size - 1) <= self.off

    def is_large(self, line: Line) -> bool:
        """Whether a line is display type by its size."""
        return size_of(line) > self.size * (1 + self.off) and size_of(line) >= 1.1 * self.size

    def same(self, one: Line, other: Line) -> bool:
        """Whether two lines have one size and one face."""
        low, high = sorted((size_of(one), size_of(other)))
        return high <= low * (1 + self.off) and one.face == other.face and one.down == other.down


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


def box_of(line: Line) -> Rect:
    """The box of a line that has one."""
    assert line.box is not None
    return line.box


def size_of(line: Line) -> float:
    """The size of a line (points)."""
    return line.size or box_of(line).height


def over(one: Rect, other: Rect) -> float:
    """How much of the narrower of two boxes stands over or under the other (0 to 1)."""
    common = min(one.right, other.right) - max(one.x, other.x)
    return max(0.0, common) / max(0.01, min(one.width, other.width))


def beside(one: Rect, other: Rect) -> float:
    """How much of the lower of two boxes stands beside the other (0 to 1)."""
    common = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, common) / max(0.01, min(one.height, other.height))


def body_of(lines: Sequence[Line], exact: bool) -> Body:
    """The size that most characters have, the face that most of those have, and the pitch of their lines."""
    off = _ONE_SIZE if exact else _ONE_SIZE_MEASURED
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(size_of(line), 1)] += len(line.text)
    if not exact:
        sizes = Counter({size: sum(n for one, n in sizes.items() if abs(one / size - 1) < off / 2) for size in sizes})
    near = max(sizes, key=lambda one: (sizes[one], one))
    own = [line for line in lines if abs(size_of(line) / near - 1) <= off]
    exactly = Counter(round(size_of(line), 2) for line in own)
    size = max(exactly, key=lambda one: (exactly[one], one)) if exact else _by_length(own)
    faces: Counter[str] = Counter()
    for line in own:
        faces[line.face] += len(line.text)
    face = faces.most_common(1)[0][0]
    return Body(size, _pitch([line for line in own if line.face == face], size, exact), face, off)


def _by_length(lines: Sequence[Line]) -> float:
    """The size that the lengths of lines tell, which are measured far finer than their depths."""
    told = [box_of(line).width / count for line in lines if (count := ems(line.text)) >= _BODY_WORD]
    return _middle(told) if told else _middle([size_of(line) for line in lines])


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _pitch(lines: Sequence[Line], size: float, exact: bool) -> float:
    steps: list[float] = []
    ordered = sorted(lines, key=lambda line: (round(box_of(line).right / size), box_of(line).bottom))
    for one, other in pairwise(ordered):
        step = box_of(other).bottom - box_of(one).bottom
        if over(box_of(one), box_of(other)) > 0.5 and 0.8 * size < step < 2.5 * size:
            steps.append(step)
    if not steps:
        return 0.0
    if not exact:
        return _middle(steps)
    counts = Counter(round(step, 2) for step in steps)
    return max(counts, key=lambda one: (counts[one], -one))


def runs_of(lines: Sequence[Line], body: Body) -> list[Run]:
    """The runs of a page, tables first."""
    lines = _with_caps(lines, body)
    tables, rest = _tables([line for line in lines if not line.down], body)
    chained = _chains(_whole(rest, body), body)
    return [*tables, *chained, *(Run([line]) for line in _whole_down(lines, body))]


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


def _baselines(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines side by side, from left to right."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: box_of(line).bottom):
        if row and box_of(line).bottom - box_of(row[-1]).bottom > _LEVEL * min(size_of(line), size_of(row[-1])):
            yield sorted(row, key=lambda one: box_of(one).x)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda one: box_of(one).x)


def _tables(lines: Sequence[Line], body: Body) -> tuple[list[Run], list[Line]]:
    """Runs of rows of cells, and the lines that are in none."""
    open_: list[list[list[Line]]] = []
    closed: list[list[list[Line]]] = []
    for row in _baselines(lines):
        for cells in _cells(row):
            box = around([box_of(one) for one in cells])
            above = next((one for one in open_ if _continues(one[-1], box, size_of(cells[0]))), None)
            if above is not None:
                above.append(cells)
            else:
                open_.append([cells])
    closed = [one for one in open_ if len(one) >= _ROWS]
    closed = [_within(rows) for rows in closed]
    used = {line.number for rows in closed for row in rows for line in row}
    tables = [Run([_row(row) for row in rows], table=True) for rows in closed]
    return tables, [line for line in lines if line.number not in used]


def _within(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The rows without what stands beside the table and no row but one has."""
    left = _middle([box_of(row[0]).x for row in rows])
    right = _middle([box_of(row[-1]).right for row in rows])
    return [[one for one in row if box_of(one).right > left and box_of(one).x < right] for row in rows]


def _cells(row: Sequence[Line]) -> Iterator[list[Line]]:
    cells: list[Line] = []
    for line in row:
        short = box_of(line).width <= _CELL * size_of(line)
        if cells and (not short or box_of(line).x - box_of(cells[-1]).right > _FAR_CELLS * size_of(line)):
            yield from [cells] if len(cells) >= _CELLS else []
            cells = []
        if short:
            cells.append(line)
    if len(cells) >= _CELLS:
        yield cells


def _continues(above: Sequence[Line], box: Rect, size: float) -> bool:
    before = around([box_of(one) for one in above])
    return over(before, box) > 0.7 and 0.8 * size < box.bottom - before.bottom < 3 * size


def _row(cells: Sequence[Line]) -> Line:
    return replace(cells[0], text="  ".join(one.text for one in cells), box=around([box_of(one) for one in cells]))


def _whole(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines of display type, of names and of furniture that were parted at wide blanks made whole."""
    found: list[Line] = []
    for row in _baselines(lines):
        for line in row:
            if found and found[-1] in row and _is_parted(found[-1], line, body):
                before = found.pop()
                gap = (box_of(line).x - box_of(before).right) / size_of(line)
                single = len(line.text) == 1 and len(before.text.split()[-1]) == 1
                blank = "\u3000" if single and _NAME[0] <= gap <= _NAME[1] else " "
                line = replace(before, text=before.text + blank + line.text, box=around([box_of(before), box_of(line)]))
            found.append(line)
    return found


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
    wide = min(box_of(before).width, box_of(line).width) > _BODY_WORD * em
    return not wide and not (body.is_body(line) and line.face == body.face)


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
            and over(box_of(run.lines[-1]), box) > 0.5
        ]
        if above:
            max(above, key=lambda run: over(box_of(run.lines[-1]), box)).lines.append(line)
        else:
            runs.append(Run([line]))
            open_.append(runs[-1])
    return runs
