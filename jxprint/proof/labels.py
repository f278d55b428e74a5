"""Labels of parts on a proof: on grounds of paper, where they hide no copy and nothing crosses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxprint.composition.lettering import Lettering
from jxprint.geometry import Rect
from jxprint.placed import Article, Box, Outline, PlacedPage, PlacedPicture, Rule, Shape
from jxprint.proof.inks import MAGENTA, PAPER

LABEL_PT = 6.5
# From a frame to its label (points), and how far its ground reaches round it.
_WHITE_PT, _GROUND_PT = 2.0, 0.6
# From the top of an em box to its baseline.
_ABOVE_EM = 0.88
# What a spot costs: a label over copy hides it, a rule that crosses one is broken by its ground.
_HIDES, _BREAKS = 100, 1


class Labels:
    """Where the labels of one page stand, each told of those before it."""

    def __init__(self, page: PlacedPage, face: Lettering) -> None:
        self._face = face
        self._copy = [box for article in page.articles for box in _inked(article)]
        self._copy += [ornament.frame for ornament in page.ornaments]
        self._rules = [edge for shape in (*page.under, *page.over) for edge in _edges(shape)]

    def shapes(self, label: str, name: str, frame: Rect) -> list[Shape]:
        """A label by its frame, no wider than that: what is too long loses of its `name` first."""
        told = fitted_label(self._face, label, name, frame.width - 2 * _GROUND_PT)
        width = self._face.width(told, LABEL_PT)
        spot = min(_spots(frame, width), key=self._cost)
        is_clear = self._cost(spot) < _HIDES
        ground = _ground(spot)
        self._copy.append(ground)
        letters = self._face.shapes(told, spot.x, spot.y + _ABOVE_EM * LABEL_PT, LABEL_PT, MAGENTA)
        return [Box(ground, fill=PAPER), *letters] if is_clear else letters

    def _cost(self, spot: Rect) -> int:
        ground = _ground(spot)
        hidden = sum(_meet(ground, box) for box in self._copy)
        return _HIDES * hidden + _BREAKS * sum(_meet(ground, edge) for edge in self._rules)


def fitted_label(face: Lettering, label: str, name: str, room: float) -> str:
    """A label as far as there is room (points): its `name`, which stands behind the letter, is cut first."""
    over = face.width(label, LABEL_PT) - room
    if over > 0 and name in label[1:]:
        shorter = face.fitted(name, LABEL_PT, face.width(name, LABEL_PT) - over)
        label = label[0] + label[1:].replace(name, shorter, 1) if shorter else label
    return face.fitted(label, LABEL_PT, room)


def _ground(spot: Rect) -> Rect:
    reach = _GROUND_PT
    return Rect(spot.x - reach, spot.y - reach, spot.width + 2 * reach, spot.height + 2 * reach)


def _spots(frame: Rect, width: float) -> Iterator[Rect]:
    """Where a label may stand: over the frame, within its head, under it, within its foot; to the left before the
    right.
    """
    right = frame.right - width
    over, under = frame.y - _WHITE_PT - LABEL_PT, frame.bottom + _WHITE_PT
    within = frame.y + _WHITE_PT
    foot = frame.bottom - _WHITE_PT - LABEL_PT
    for y, off in ((over, 0.0), (within, _WHITE_PT), (under, 0.0), (foot, _WHITE_PT)):
        for x in (frame.x + off, right - off):
            yield Rect(x, y, width, LABEL_PT)


def _inked(article: Article) -> Iterator[Rect]:
    """The em boxes of an article's lines, and its pictures."""
    for block in article.blocks:
        if isinstance(block, PlacedPicture):
            yield block.frame
            continue
        for line in block.lines:
            if not line.runs:
                continue
            size = max(run.size for run in line.runs)
            if line.length is not None:
                yield Rect(line.x - size / 2, line.y, size, line.length)
                continue
            last = line.runs[-1]
            start = min(run.x for run in line.runs)
            width = last.x + sum(last.advances) - start
            yield Rect(start, line.y - _ABOVE_EM * size, width, size)


def _edges(shape: Shape) -> Iterable[Rect]:
    """What a rule, a box with a stroke or a path covers; a path that goes round something, by the edges of that."""
    if isinstance(shape, Rule):
        half = shape.width_pt / 2
        x, y = min(shape.x1, shape.x2), min(shape.y1, shape.y2)
        return (Rect(x - half, y - half, abs(shape.x2 - shape.x1) + 2 * half, abs(shape.y2 - shape.y1) + 2 * half),)
    if isinstance(shape, Box):
        return _around(shape.frame, shape.stroke_pt / 2) if shape.stroke is not None else ()
    return _of_path(shape)


def _of_path(shape: Outline) -> Iterable[Rect]:
    points = [(command[at], command[at + 1]) for command in shape.commands for at in range(1, len(command) - 1, 2)]
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    if not points:
        return ()
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return _around(box, 1.0) if min(box.width, box.height) > 2 * LABEL_PT else (box,)


def _around(box: Rect, half: float) -> Iterable[Rect]:
    for y in (box.y, box.bottom):
        yield Rect(box.x - half, y - half, box.width + 2 * half, 2 * half)
    for x in (box.x, box.right):
        yield Rect(x - half, box.y - half, 2 * half, box.height + 2 * half)


def _meet(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom
