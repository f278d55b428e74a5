"""Captions and credits of a page, where the pictures stood that they belong to, and folio lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.geometry import Rect, around
from jxprint.reconstruct.credits import is_credit, parts
from jxprint.reconstruct.evidence import Line, Paper
from jxprint.reconstruct.found import Span, Text
from jxprint.reconstruct.furniture import folio_odds
from jxprint.reconstruct.printed.body import Body, beside, box_of, over
from jxprint.reconstruct.printed.heads import Head
from jxprint.reconstruct.printed.runs import Run

# In ems of the body: a caption stands so near to its picture; so much white over it was one; a picture is so deep.
_NEAR, _WHITE, _LEAST = 2.2, 5.0, 3.0
_LINES = 4
# A caption is no larger than this (times the body).
_LARGEST = 1.3
# Folio lines stand in this share of the sheet at its head or foot.
_EDGE = 0.12


class Caption(Struct):
    """A caption, its credit, and the box of its picture where one is seen."""

    lines: list[Line]
    credit: list[Line]
    picture: Rect | None = None

    @property
    def box(self) -> Rect:
        """The box of caption and credit."""
        return around([box_of(line) for line in (*self.lines, *self.credit)])


def folios_of(runs: list[Run], paper: Paper) -> list[Line]:
    """Folio lines (报眉), from left to right; they are taken from the runs."""
    found: list[Line] = []
    bands: set[int] = set()
    for run in runs:
        if len(run.lines) == 1 and folio_odds(run.lines[0].text) > 0 and _is_at_edge(run.box, paper):
            found.append(run.lines[0])
            bands.add(round(run.box.bottom))
    # What stands on one line with a folio is furniture as well: the editors' names, the page's number.
    found += [
        run.lines[0]
        for run in runs
        if len(run.lines) == 1 and round(run.box.bottom) in bands and run.lines[0] not in found
    ]
    taken = {line.number for line in found}
    runs[:] = [run for run in runs if run.lines[0].number not in taken]
    return sorted(found, key=lambda line: (round(box_of(line).y), box_of(line).x))


def _is_at_edge(box: Rect, paper: Paper) -> bool:
    return box.bottom < _EDGE * paper.height or box.y > (1 - _EDGE / 2) * paper.height


def captions_of(runs: list[Run], heads: Sequence[Head], body: Body, paper: Paper) -> list[Caption]:
    """Captions with their credits, taken from the runs."""
    for run in [one for one in runs if 1 < len(one.lines) <= _LINES and is_credit(one.lines[-1].text)]:
        runs += [Run(run.lines[:-1]), Run(run.lines[-1:])]
        runs.remove(run)
    signed = [run for run in runs if len(run.lines) <= 2 and is_credit(run.text)]
    shown = [run for run in runs if run not in signed and _may_be(run, body)]
    found: list[Caption] = []
    for run in sorted(shown, key=lambda run: (run.box.y, run.box.x)):
        own = _credit_of(run, signed, shown, body)
        picture = _picture_of(run, own, runs, heads, body, paper)
        if own is None and picture is None:
            continue
        if own is None and picture not in paper.pictures and not _looks_like_one(run):
            continue
        if own is not None:
            signed.remove(own)
        found.append(Caption(run.lines, own.lines if own is not None else [], picture))
    taken = {line.number for one in found for line in (*one.lines, *one.credit)}
    runs[:] = [run for run in runs if run.lines[0].number not in taken]
    return found


def _looks_like_one(run: Run) -> bool:
    return run.text.startswith(("图为", "图①", "▲", "△", "▼", "↑", "←", "→")) or len(parts(run.text)) > 1


def _may_be(run: Run, body: Body) -> bool:
    first = run.lines[0]
    other = not body.is_body(first) or first.face != body.face or not body.face
    return other and len(run.lines) <= _LINES and not run.table and not first.down and run.size < _LARGEST * body.size


def _credit_of(run: Run, signed: Sequence[Run], shown: Sequence[Run], body: Body) -> Run | None:
    """The credit on the caption's last line, or right below it."""
    last, best = box_of(run.lines[-1]), None
    for one in signed:
        level = abs(one.box.bottom - last.bottom) < 0.4 * body.size and one.box.x > last.x
        below = 0 <= one.box.y - last.bottom < body.size and over(one.box, run.box) > 0.5
        if level and any(
            last.right < other.box.x < one.box.x and beside(other.box, last) > 0.5
            for other in shown
            if other is not run
        ):
            continue
        if (level or below) and (best is None or one.box.x < best.box.x):
            best = one
    return best


def _picture_of(
    run: Run, credit: Run | None, runs: Sequence[Run], heads: Sequence[Head], body: Body, paper: Paper
) -> Rect | None:
    """The picture that a caption stands under, over or in; else the white above it, if it is deep enough."""
    box = around([run.box, *([credit.box] if credit is not None else [])])
    reach = _NEAR * body.size
    for picture in paper.pictures:
        near = min(abs(box.y - picture.bottom), abs(picture.y - box.bottom))
        within = beside(box, picture) > 0.5
        if over(box, picture) > 0.5 and (near < reach or within):
            return picture
    others = [one.box for one in runs if one is not run and one is not credit] + [head.box for head in heads]
    above = [one.bottom for one in others if over(one, box) > 0.05 and one.bottom < box.y + 0.5 * body.size]
    top = max(above, default=0.0)
    return Rect(box.x, top, box.width, box.y - top) if top and box.y - top > _WHITE * body.size else None


def text_of(lines: Sequence[Line]) -> Text:
    """Lines as one text, with the places that it was read from."""
    texts: list[str] = []
    for line in lines:
        text = line.text.strip()
        apart = texts and texts[-1][-1:].isascii() and text[:1].isascii() and texts[-1][-1:].isalnum()
        texts.append(" " + text if apart and text[:1].isalpha() else text)
    return Text(
        "".join(texts),
        tuple(Span(line.number, len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())) for line in lines),
    )
