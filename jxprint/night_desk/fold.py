"""The fold (中缝) of a double truck (通版): what stands on it that should not. Points from the trim's top left corner.

Pictures and heads may go over the fold. Text that is read line by line may not, and no character may stand in it: there
the paper is creased, and the two halves of a sheet seldom meet to the millimetre.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.model import Folio
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import HEAD_ROLES, NEAR_PT, Stand, View
from jxprint.placed import Article, GlyphRun, TextBlock, TextLine
from jxprint.text.classes import CLASS_OF, CLOSING, FINAL, OPENING, PAUSE

# What is read line by line; the rest is looked at, and only its characters must be whole.
_RUNNING = frozenset(("body", "subhead", "standfirst", "dateline", "jump", "list_item"))
# White that a character has at either side, in em of its size: as a Han face draws it (a confession).
_BEARING_EM = 0.04
# How much of the em box is below the baseline, which is to the left of turned text (Source Han's ideographic em box).
_BELOW_EM = 0.12
_SHOWN = 16


class _Cut(Struct, frozen=True):
    """A character, or a line of text, in the fold: how much of it stands to the left, how much to the right."""

    text: str
    line: TextLine
    box: Rect
    left: float
    right: float

    @property
    def deep(self) -> float:
        """How far it would have to move."""
        return min(self.left, self.right)


def on_the_fold(view: View) -> Iterator[Mark]:
    """What the fold of a double truck goes through: legs of text, and characters of heads, captions and tables."""
    if len(view.page.numbers) < 2:
        return
    fold = view.placed.width / 2
    names = {stand.letter: stand for stand in (*view.stands, *view.insets)}
    for article in view.placed.articles:
        if article.frame.x < fold < article.frame.right:
            yield from _marks(view.page.folio, article, names.get(article.part), fold)


def _marks(folio: Folio, article: Article, stand: Stand | None, fold: float) -> Iterator[Mark]:
    """At most one mark for an article's text, and one for its characters of each kind."""
    letters = (article.part,) if stand is not None else ()
    cuts: dict[str, list[_Cut]] = {}
    for block in article.text_blocks():
        found = _lines(block, fold) if block.role in _RUNNING else _characters(block, fold)
        cuts.setdefault(_kind(block), []).extend(found)
    for kind, every in cuts.items():
        if every:
            worst = max(every, key=lambda one: one.deep)
            said = () if stand is not None else (piece for piece in folio.pieces if piece is not None)
            place = next((piece.place for piece in said if worst.line.text in piece.text), None)
            args = _told(stand, kind, worst, len(every))
            yield Mark("on-the-fold", letters, worst.box, args, kind, _key(stand, kind), place)


def _told(stand: Stand | None, kind: str, worst: _Cut, count: int) -> dict[str, object]:
    args: dict[str, object] = {"left": mm(worst.left), "right": mm(worst.right), "count": count}
    if stand is not None:
        args["one"] = stand.name
    if kind == "text":
        return args | {"leg": worst.line.leg + 1, "text": worst.text[:_SHOWN]}
    return args | {"text": worst.text, "line": worst.line.text[:_SHOWN]}


def _key(stand: Stand | None, kind: str) -> str:
    if stand is None:
        return "makeup.on_the_fold_in_folio"
    return "" if kind == "text" else "makeup.on_the_fold_character"


def _kind(block: TextBlock) -> str:
    if block.role in _RUNNING:
        return "text"
    return "head" if block.role in HEAD_ROLES else block.role.replace("_", "-")


def _lines(block: TextBlock, fold: float) -> Iterator[_Cut]:
    """Lines of text that go over the fold, as far as they reach."""
    for line in block.lines:
        box = _box(line)
        if box.x + NEAR_PT < fold < box.right - NEAR_PT:
            yield _Cut(line.text, line, box, fold - box.x, box.right - fold)


def _box(line: TextLine) -> Rect:
    """Where a line's characters stand, its whole measure where nobody knows."""
    size = max((run.size for run in line.runs), default=0.0)
    if line.length is not None:
        return Rect(line.x - size / 2, line.y, size, line.length)
    boxes = [box for run in line.runs for _, box in _glyphs(run)]
    start = min((box.x for box in boxes), default=line.x)
    end = max((box.right for box in boxes), default=line.x + line.measure - line.indent)
    return Rect(start, line.y - size, end - start, size)


def _characters(block: TextBlock, fold: float) -> Iterator[_Cut]:
    """Characters that the fold goes through, of a vertical line all that stand in it."""
    for line in block.lines:
        for run in line.runs:
            if run.inline == "reading":  # stands with what it is said over
                continue
            white = _BEARING_EM * run.size
            for text, box in _glyphs(run):
                if text.strip() and box.x + white < fold < box.right - white:
                    yield _Cut(text, line, box, fold - box.x, box.right - fold)


def _glyphs(run: GlyphRun) -> Iterator[tuple[str, Rect]]:
    """The characters of a run with the boxes that they are drawn in: no further than their em, whatever white follows;
    a Chinese mark in the half of it that has the mark.
    """
    pen = 0.0
    ends = (*run.starts[1:], len(run.text))
    for at, (start, end, advance) in enumerate(zip(run.starts, ends, run.advances, strict=True)):
        text = run.text[start:end]
        drawn = pen + (run.offsets[at] if run.offsets else 0.0)
        if run.orientation != "horizontal":
            before = _BELOW_EM if run.orientation == "rotated" else 0.5
            yield text, Rect(run.x - before * run.size, run.y + pen, run.size, advance)
        elif run.size / 2 < advance and CLASS_OF[text[:1] or " "] == OPENING:
            yield text, Rect(run.x + drawn + run.size / 2, run.y - run.size, run.size / 2, run.size)
        else:
            is_mark = CLASS_OF[text[:1] or " "] in (CLOSING, FINAL, PAUSE)
            most = run.size / 2 if is_mark else run.size
            yield text, Rect(run.x + pen, run.y - run.size, min(advance, most), run.size)
        pen += advance
