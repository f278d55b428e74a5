"""A paragraph for vertical setting as cells down the line, in the form that the line breaker reads.

One cell is what stands alone on its stretch of the line: an upright character, a glyph of turned Latin, or a whole
figure that stands side by side (纵中横). To the breaker a cell is a glyph; what it is drawn with is kept beside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import accumulate

from msgspec import Struct

from jxprint.composition.lines.beside import beside
from jxprint.composition.lines.downward import Form, form, turned
from jxprint.composition.lines.glyphs import Glyphs, look_up
from jxprint.composition.lines.measured import Measured, measure_glyphs
from jxprint.composition.lines.oriented import Piece, Way, cut
from jxprint.composition.lines.pairs import STRETCH, break_prices
from jxprint.composition.lines.records import region_of
from jxprint.composition.lines.setting import Look, Setting
from jxprint.composition.lines.words import shape_words
from jxprint.fonts import Face
from jxprint.text.classes import COUNT, DASH, FINAL, HAN, STACKED

# A pair of classes that nothing comes between: the letters of an upright abbreviation.
_TOGETHER = DASH * COUNT + DASH
_EM = 1000.0
_THREE = 3
# Faces round a third of an em up to whole units.
_THIRD = 0.334
_UNMARKED = Look()
# Size and baseline of what is not marked.
_PLAIN = (_UNMARKED.scale, _UNMARKED.rise_em)


class FigureGlyph(Struct, frozen=True):
    """One glyph of a figure that stands side by side: its advance to the right in thousandths of an em of the line,
    before the figure is made to go into its cell.
    """

    face: Face
    glyph: int
    advance: float
    start: int


class Cell(Struct, frozen=True):
    """What a cell shows and how it is drawn; `across` as in downward.Form, in ems of the cell's own size. `figure` is
    empty but for `stood` cells.
    """

    way: Way
    shown: str
    across: float = 0.0
    figure: tuple[FigureGlyph, ...] = ()


class Downwards(Struct):
    """A measured paragraph and the cell behind each of its glyphs."""

    measured: Measured
    cells: list[Cell]


def measure_downwards(text: str, setting: Setting) -> Downwards:
    """Look up every cell of a paragraph. Raises MissingGlyph."""
    build = _Build(text, setting)
    parted = {edge for span in setting.spans if span.look.reading for edge in span.look.reading_span}
    for piece in cut(text, setting.punctuation.vertical_quotes, parted, _resized(setting)):
        build.add(piece)
    measured = measure_glyphs(build.glyphs, setting, partial(beside, region=region_of(setting)))
    for k in build.held:
        measured.prices[k] = None
        measured.pairs[k] = _TOGETHER
    assert not STRETCH[_TOGETHER]
    return Downwards(measured, build.cells)


def _resized(setting: Setting) -> set[int]:
    """Where in the text size or baseline change."""
    edges: set[int] = set()
    at, before = 0, (1.0, 0.0)
    for span in setting.spans:
        now = span.look.scale, span.look.rise_em
        if span.start > at and before != _PLAIN:
            edges.add(at)
        if now != (before if span.start == at else _PLAIN):
            edges.add(span.start)
        at, before = span.end, now
    return edges | {at} if before != _PLAIN else edges


class _Build:
    """Cells gathered piece by piece; `held` are those that must not be parted from the one before."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.glyphs = Glyphs(text, [], [], [], [], [], [], [], [] if setting.spans else None)
        self.cells: list[Cell] = []
        self.held: list[int] = []
        self._text = text
        self._region = region_of(setting)
        self._setting = setting
        self._plain = look_up(text, setting)
        # How many dashes stand right before each glyph.
        self._dashes = [*accumulate(self._plain.classes, lambda run, cls: run + 1 if cls == DASH else 0, initial=0)]
        self._at = 0  # the next glyph of the plain text
        self._stands = False  # whether the piece before is Latin that stands, and is Han to the breaker
        self._shaped: Glyphs | None = None

    def add(self, piece: Piece) -> None:
        """The cells of one piece; one that the cells before it took already adds nothing."""
        starts = self._plain.starts
        if self._at >= len(starts) or starts[self._at] >= piece.end:
            return
        stands = piece.latin and piece.way != "rotated"
        if self._at and (stands or self._stands) and self._holds_across(self._at):
            self.held.append(len(self.cells))
        self._stands = stands
        if piece.latin and piece.way == "rotated":
            self._turned_run(piece)
        elif piece.way == "stood":
            self._figure(piece)
        else:
            first = len(self.cells)
            for k in self._glyphs_to(piece.end):
                self._single(k, piece)
            if piece.latin:
                self.held += range(first + 1, len(self.cells))

    def _holds_across(self, k: int) -> bool:
        """Whether a line that runs across neither breaks nor opens before glyph `k`: a sign stays with its number."""
        pair = self._plain.classes[k - 1] * COUNT + self._plain.classes[k]
        return break_prices(self._setting.punctuation.level)[pair] is None and not STRETCH[pair]

    def _glyphs_to(self, end: int) -> Iterator[int]:
        starts = self._plain.starts
        while self._at < len(starts) and starts[self._at] < end:
            self._at += 1
            yield self._at - 1

    def _single(self, k: int, piece: Piece) -> None:
        """A character (or cluster) alone; two dashes that the face draws as one are one cell."""
        plain = self._plain
        start, face, cls = plain.starts[k], plain.faces[k], plain.classes[k]
        stop = plain.starts[k + 1] if k + 1 < len(plain) else len(self._text)
        char = self._text[start:stop]
        shown = piece.shown if len(char) == 1 and not piece.latin else char
        drawn = None
        if cls == DASH and plain.classes[k + 1 : k + 2] == [DASH] and self._is_like_next(k) and self._pairs_up(k):
            drawn = form(face, char * 2, self._region)
            if drawn is not None and not drawn.turned:
                shown, self._at = char * 2, k + 2
            else:
                drawn = None
        if drawn is None:
            drawn = form(face, shown, self._region)
        if drawn is None:  # the face has the copy's mark and not the one to show for it
            shown, drawn = char, form(face, char, self._region)
        if drawn is None or (drawn.turned and piece.way == "upright"):
            drawn = Form(plain.glyphs[k], _EM, 0.0, 0.0, False, cls)
        scale = self._look(k).scale
        advance = plain.advance[k] if char.isspace() and char != "\u3000" else drawn.advance * scale
        spacing = plain.spacing[k] if drawn.turned else drawn.spacing
        if piece.latin:
            cls = spacing = HAN
        elif cls == STACKED:  # ？！ in a pair stand one under the other and keep their em
            cls, spacing = FINAL, HAN
        elif spacing == STACKED:
            spacing = HAN
        way: Way = "rotated" if drawn.turned else "upright"
        cell = Cell(way, shown, drawn.across)
        self._put(cell, start, (cls, spacing), face, (drawn.glyph, advance, drawn.lead * scale))

    def _look(self, k: int) -> Look:
        return self._plain.looks[k] if self._plain.looks is not None else _UNMARKED

    def _is_like_next(self, k: int) -> bool:
        return self._plain.faces[k] is self._plain.faces[k + 1] and self._look(k) is self._look(k + 1)

    def _pairs_up(self, k: int) -> bool:
        """Whether a dash is the first of its pair: an even number of dashes stands before it."""
        return self._dashes[k] % 2 == 0

    def _turned_run(self, piece: Piece) -> None:
        """Latin as it would stand in a horizontal line, glyph by glyph."""
        for _ in self._glyphs_to(piece.end):
            pass
        if self._shaped is None:
            self._shaped = look_up(self._text, self._setting)
            shape_words(self._shaped)
        one = self._shaped
        for k in range(bisect_left(one.starts, piece.start), bisect_left(one.starts, piece.end)):
            end = one.starts[k + 1] if k + 1 < len(one) else len(self._text)
            across = turned(one.faces[k], "A", one.glyphs[k], one.advance[k]).across
            cell = Cell("rotated", self._text[one.starts[k] : end], across)
            classes = one.classes[k], one.spacing[k]
            self._put(cell, one.starts[k], classes, one.faces[k], (one.glyphs[k], one.advance[k], one.lead[k]))

    def _figure(self, piece: Piece) -> None:
        """A figure in one cell, one em of its own deep; it stands solid with Han and breaks like Han, but for what
        holds to it across.
        """
        plain = self._plain
        glyphs = tuple(
            FigureGlyph(plain.faces[k], plain.glyphs[k], plain.advance[k], plain.starts[k])
            for k in self._glyphs_to(piece.end)
        )
        if len(glyphs) == _THREE:
            glyphs = _narrower(glyphs, piece.shown, self._look(self._at - 1).scale)
        cell = Cell("stood", piece.shown, 0.0, glyphs)
        deep = _EM * self._look(self._at - 1).scale
        self._put(cell, piece.start, (HAN, HAN), glyphs[0].face, (glyphs[0].glyph, deep, 0.0))

    def _put(
        self, cell: Cell, start: int, classes: tuple[int, int], face: Face, drawn: tuple[int, float, float]
    ) -> None:
        glyphs = self.glyphs
        glyphs.classes.append(classes[0])
        glyphs.spacing.append(classes[1])
        glyphs.faces.append(face)
        glyphs.glyphs.append(drawn[0])
        glyphs.starts.append(start)
        glyphs.advance.append(drawn[1])
        glyphs.lead.append(drawn[2])
        if glyphs.looks is not None and self._plain.looks is not None:
            glyphs.looks.append(self._plain.looks[bisect_right(self._plain.starts, start) - 1])
        self.cells.append(cell)


def _narrower(figure: tuple[FigureGlyph, ...], shown: str, scale: float) -> tuple[FigureGlyph, ...]:
    """Three digits by their face's forms a third of an em wide (`twid`), where it has them all; a point as wide as the
    face has it, and not half an em as among digits along a line.
    """
    feature, most = ("twid", _THIRD) if shown.isdecimal() else ("pwid", _EM)
    found: list[FigureGlyph] = []
    for one, char in zip(figure, shown, strict=True):
        if feature == "pwid" and char != ".":
            found.append(one)
            continue
        other = one.face.shape(char, (feature,))
        if len(other.glyphs) != 1 or not other.glyphs[0] or other.advances[0] > most:
            return figure
        found.append(FigureGlyph(one.face, other.glyphs[0], other.advances[0] * scale * _EM, one.start))
    return tuple(found)
