"""A page set on another pitch (行距): told once, and its old places counted in the rows of the new one.

What a page's pitch is, its lines say, and both sides are asked alike: a file has no grid to tell.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jxprint.diff.pairing import Pages
from jxprint.diff.spots import same
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import SeenArticle, SeenBlock, SeenPage

# Fewer lines do not tell, and a smaller difference is none: files round.
_LEAST_LINES = 8
_LEAST_PT = 0.05
# From the head of a row to its baseline, in ems of the body.
_ABOVE_EM = 0.88
# What stands less above a row's head than this share of the body still belongs to that row.
_OVER_EM = 0.05


class _Rows(Struct, frozen=True):
    """The rows of a page: the head of one of the first, their pitch and the body's size, in points."""

    head: float
    pitch: float
    body: float

    def moved(self, y: float, other: _Rows) -> float:
        """A place on other rows: in the row of the same number, as far below its head."""
        row = math.floor((y - self.head + _OVER_EM * self.body) / self.pitch)
        return y + (other.head - self.head) + row * (other.pitch - self.pitch)


def on_new_rows(
    old: Sequence[SeenPage], new: Sequence[SeenPage], pages: Pages
) -> tuple[list[SeenPage], dict[int, Finding]]:
    """The old pages as they would stand on the rows of those that they became, and what is told of those where these
    are others, by the place among the pairs of pages.
    """
    reset = list(old)
    told: dict[int, Finding] = {}
    for at, (before, after) in enumerate(pages):
        rows = (_rows(old[before]), _rows(new[after])) if before is not None and after is not None else (None, None)
        if before is None or rows[0] is None or rows[1] is None or abs(rows[0].pitch - rows[1].pitch) < _LEAST_PT:
            continue
        args = {"old": f"{rows[0].pitch:.2f}", "new": f"{rows[1].pitch:.2f}"}
        told[at] = Finding("checks.diff.pitch", args=args, severity="note")
        reset[before] = replace(
            old[before],
            articles=tuple(_article(one, rows[0], rows[1]) for one in old[before].articles),
            ornaments=None
            if old[before].ornaments is None
            else tuple(replace(one, frame=_frame(one.frame, rows[0], rows[1])) for one in old[before].ornaments or ()),
        )
    return reset, told


def _rows(page: SeenPage) -> _Rows | None:
    blocks = [block for article in page.articles for block in article.blocks if block.cell is None]
    gaps = [gap for block in blocks for gap in _gaps(block)]
    usual = Counter(round(gap, 1) for gap in gaps).most_common(1)
    if not usual or usual[0][1] < _LEAST_LINES:
        return None
    near = [gap for gap in gaps if abs(gap - usual[0][0]) < 0.1]
    pitch = sum(near) / len(near)
    lines = [line for block in blocks if any(gap in near for gap in _gaps(block)) for line in block.lines]
    body = Counter(round(line.size, 2) for line in lines).most_common(1)[0][0]
    # Where the rows' heads are, the heads of most lines say, counted from any one of them; files round.
    heads = [line.y - _ABOVE_EM * body for line in lines]
    off = Counter(round(math.remainder(head - heads[0], pitch), 1) for head in heads).most_common(1)[0][0]
    first = next(head for head in heads if abs(math.remainder(head - heads[0] - off, pitch)) < 0.1)
    tops = (article.frame.y for article in page.articles if article.frame is not None)
    on_rows = [top for top in (*tops, first) if same(0.0, math.remainder(top - first, pitch))]
    return _Rows(first - pitch * round((first - min(on_rows)) / pitch), pitch, body)


def _gaps(block: SeenBlock) -> Iterator[float]:
    """How far the lines of a block stand under each other."""
    for line, following in pairwise(block.lines):
        if line.leg == following.leg and following.y > line.y:
            yield following.y - line.y


def _article(article: SeenArticle, old: _Rows, new: _Rows) -> SeenArticle:
    blocks = tuple(
        replace(block, lines=tuple(replace(line, y=old.moved(line.y, new)) for line in block.lines))
        for block in article.blocks
    )
    pictures = tuple(
        replace(picture, frame=None if picture.frame is None else _frame(picture.frame, old, new))
        for picture in article.pictures
    )
    frame = None if article.frame is None else _frame(article.frame, old, new)
    return replace(article, frame=frame, blocks=blocks, pictures=pictures)


def _frame(frame: Rect, old: _Rows, new: _Rows) -> Rect:
    top = old.moved(frame.y, new)
    return replace(frame, y=top, height=old.moved(frame.bottom, new) - top)
