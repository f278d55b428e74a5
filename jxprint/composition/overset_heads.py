"""Heads that do not fit: what is told of them, and where a proof shows them running over."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP
from jxprint.errors import Finding, Phrase
from jxprint.geometry import Rect, around
from jxprint.placed import Article, PlacedPage, TextBlock, TextLine

_TOLERANCE_PT = 0.01


def heads_too_long(desk: Desk, letter: str) -> list[Finding]:
    """What is told of a part's head that has no room."""
    return [one for one in _told(desk) if one.place.part == letter]


def heads_over(desk: Desk, placed: PlacedPage) -> Iterator[tuple[Rect, Phrase | None]]:
    """Where heads run over their measure, or stand though they are too broad (points of the page), and what is said of
    each.
    """
    articles = {one.part: one for one in placed.articles}
    for finding in _told(desk):
        article = articles.get(finding.place.part or "")
        if article is None:
            continue
        if finding.key == "composition.head_too_broad":
            columns = [frame for block in _upright(article) for frame in block.frames]
            if columns:
                yield around(columns), Phrase("fit.mark_head_broad")
            continue
        note: Phrase | None = Phrase("fit.mark_head", {"characters": finding.args["over"]})
        for rect in _beyond(article, finding):
            yield rect, note
            note = None  # once for both sides


def _told(desk: Desk) -> list[Finding]:
    return [one for one in desk.findings if one.key.startswith("composition.head_too_")]


def _beyond(article: Article, finding: Finding) -> Iterator[Rect]:
    """What of a line of a head stands beyond its measure, on either side, or below its rows."""
    field, index = finding.args["field"], (finding.place.paragraph or 1) - 1
    named = field.key.rpartition(".")[2] if isinstance(field, Phrase) else field
    for block in article.text_blocks():
        if (block.field, block.index) == (named, index):
            for line in block.lines:
                yield from _below(article, line) if line.length is not None else _beside(line)


def _beside(line: TextLine) -> Iterator[Rect]:
    """What of a line stands right or left of its measure: one in the middle of it runs over on both sides."""
    size = max(run.size for run in line.runs)
    top, left = line.y - EM_TOP * size, line.x - line.indent
    end, right = max(run.x + sum(run.advances) for run in line.runs), left + line.measure
    if end > right + _TOLERANCE_PT:
        yield Rect(right, top, end - right, size)
    if line.x < left - _TOLERANCE_PT:
        yield Rect(line.x, top, left - line.x, size)


def _below(article: Article, line: TextLine) -> Iterator[Rect]:
    """What of a column stands in the blank at its foot, or below."""
    size = max(run.size for run in line.runs)
    end = max(run.y + (0.0 if run.orientation == "horizontal" else sum(run.advances)) for run in line.runs)
    foot = article.frame.bottom - size
    if end > foot + _TOLERANCE_PT:
        yield Rect(line.x - size / 2, foot, size, end - foot)


def _upright(article: Article) -> Iterator[TextBlock]:
    for block in article.text_blocks():
        if block.role not in ("body", "subhead") and all(line.length is not None for line in block.lines):
            yield block
