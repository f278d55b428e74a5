"""From a placed page to a leaf: every place in pixels, every identifier given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.placed import Article, GlyphRun, Orientation, PlacedPage, PlacedPicture, Rule, TextBlock, TextLine
from jxprint.placed import Box as PlacedBox
from jxprint.placed.legs import goes_on, legs_of
from jxprint.writers.library.areas import Area, areas_of
from jxprint.writers.library.leaf import Align, Block, Figure, Frame, Leaf, Look, Part, Region, Row, Turn, Word, Zone
from jxprint.writers.library.markup import UNSAYABLE, refuse
from jxprint.writers.library.signs import ABOVE_EM, BELOW_EM, Box, Scale, Sign, around, signs_of
from jxprint.writers.screen.marks import colour

# What is no further beyond the type area than this (points) stands in it all the same.
_HAIR_PT = 0.5
# So much of a pixel is a number's last digit.
_NOISE = 1e-3
_TURNS: dict[Orientation, Turn] = {"vertical": "", "rotated": "rotated", "horizontal": "across"}
_PIECE = re.compile(" |[^ ]+")


def leaf_of(page: PlacedPage, dpi: float, number: int = 1) -> Leaf:
    """A page at a resolution; `number` is its place among the pages that are kept. Raises OutputError for a character
    that no XML can say.
    """
    maker = _Maker(page, Scale(page.bleed, dpi / 72))
    at = maker.scale
    areas = areas_of(page.articles)
    for text in (page.title, page.label, page.statement, page.name):
        refuse(text, Place())
    return Leaf(
        number,
        page.label,
        page.name,
        page.title,
        page.language,
        # As pdfium draws it: a pixel that is begun is one.
        ceil((page.width + 2 * page.bleed) * at.factor - _NOISE),
        ceil((page.height + 2 * page.bleed) * at.factor - _NOISE),
        dpi,
        at.box(0.0, 0.0, page.width, page.height),
        maker.rect(page.print_space),
        tuple(maker.part(index, *one) for index, one in enumerate(zip(page.articles, areas, strict=True), 1)),
        tuple(maker.rules()),
        page.statement,
        (page.width, page.height),
    )


class _Maker:
    def __init__(self, page: PlacedPage, scale: Scale) -> None:
        self._page = page
        self.scale = scale
        self._looks: dict[tuple[str, float, object], Look] = {}

    def rect(self, frame: Rect) -> Box:
        """A rectangle of the page in pixels."""
        return self.scale.box(frame.x, frame.y, frame.right, frame.bottom)

    def rules(self) -> Iterator[Box]:
        """The strokes that part articles, and the frames about them."""
        for shape in (*self._page.under, *self._page.over):
            if isinstance(shape, Rule):
                half = shape.width_pt / 2
                xs, ys = sorted((shape.x1, shape.x2)), sorted((shape.y1, shape.y2))
                flat, upright = ys[0] == ys[1], xs[0] == xs[1]
                yield self.scale.box(
                    xs[0] - half * upright, ys[0] - half * flat, xs[1] + half * upright, ys[1] + half * flat
                )
            elif isinstance(shape, PlacedBox) and shape.stroke is not None:
                yield self.rect(shape.frame)

    def part(self, index: int, article: Article, area: Area) -> Part:
        """An article, with all that is in it."""
        name = f"A{index}"
        frames = Counter(frame for block in article.text_blocks() for frame in block.frames)
        items = tuple(
            self._figure(f"{name}B{at}", block, article)
            if isinstance(block, PlacedPicture)
            else self._block(f"{name}B{at}", block, frozenset(one for one in block.frames if frames[one] > 1))
            for at, block in enumerate(article.blocks, 1)
        )
        heading = article.heading
        for text in (article.part, article.label, heading):  # behind its copy, which is told with a better place
            refuse(text, Place(part=article.part))
        at = self.scale.at
        edge = () if area.is_box else tuple(tuple((at(x), at(y)) for x, y in loop) for loop in area.loops)
        tiles = tuple(self.scale.box(*tile) for tile in area.tiles)
        return Part(
            name,
            article.part,
            article.kind,
            article.label,
            heading,
            self.rect(article.frame),
            items,
            self._zone(article.frame),
            tiles,
            edge,
            goes_on(article),
            frame=_frame(article.frame),
            frames=tuple((left, top, right - left, foot - top) for left, top, right, foot in area.tiles),
            outline=() if area.is_box else area.loops,
        )

    def _zone(self, frame: Rect) -> Zone:
        space = self._page.print_space
        if frame.bottom <= space.y + _HAIR_PT:
            return "TopMargin"
        if frame.y >= space.bottom - _HAIR_PT:
            return "BottomMargin"
        if frame.right <= space.x + _HAIR_PT:
            return "LeftMargin"
        return "RightMargin" if frame.x >= space.right - _HAIR_PT else "PrintSpace"

    def _figure(self, name: str, picture: PlacedPicture, article: Article) -> Figure:
        refuse(picture.alt, Place(part=article.part))
        file = "" if picture.file is None else picture.file.name
        return Figure(name, self.rect(picture.frame), picture.alt, file, _frame(picture.frame))

    def _block(self, name: str, block: TextBlock, shared: frozenset[Rect]) -> Block:
        """A block; what stands in a frame that others have as well, as the pieces of an imprint (刊头信息) do, has the
        box of its lines.
        """
        legs = legs_of(block) if block.lines else []
        named = [name] if len(legs) == 1 else [f"{name}.{at}" for at in range(1, len(legs) + 1)]
        regions = tuple(
            self._region(one, lines, None if frame in shared else frame, is_cap=not at and block.initial is not None)
            for at, (one, (lines, frame)) in enumerate(zip(named, legs, strict=True))
        )
        lines = block.lines
        indent = lines[0].indent - lines[1].indent if len(lines) > 1 and block.initial is None else 0.0
        down = [
            abs(other.y - one.y if one.length is None else other.x - one.x)
            for one, other in pairwise(lines)
            if one.leg == other.leg
        ]
        factor = self.scale.factor
        return Block(
            name,
            block.role,
            block.field,
            block.index + 1,
            regions,
            block.cell,
            _align(block),
            round(indent * factor),
            round(down[0] * factor) if down else 0,
        )

    def _region(self, name: str, lines: tuple[TextLine, ...], frame: Rect | None, *, is_cap: bool) -> Region:
        rows = tuple(self._row(f"{name}L{at}", line) for at, line in enumerate(lines, 1) if line.runs)
        boxes = [] if frame is None else [self.rect(frame)]
        box = around([*boxes, *(row.box for row in rows)] or [self._at(lines[0])])
        exact = _frame(frame) if frame is not None and boxes == [box] else self.scale.points(box)
        return Region(name, box, rows, is_cap, exact)

    def _row(self, name: str, line: TextLine) -> Row:
        words = [word for run in line.runs for word in self._words(run, down=line.length is not None)]
        box = around([word.box for word in words]) if words else self._at(line)
        at = self.scale.at
        if line.length is not None:
            x = at(line.x)
            return Row(name, tuple(words), box, (x, box[1], x, box[1] + box[3]), True)
        y, hyphen = at(line.y), None
        if line.hyphen:
            last = next(run for run in reversed(line.runs) if run.inline != "reading")
            pen = last.x + sum(last.advances)
            top, foot = last.y - ABOVE_EM * last.size, last.y + BELOW_EM * last.size
            hyphen = self.scale.box(pen, top, pen + line.hyphen, foot)
            box = around([box, hyphen])
        return Row(name, tuple(words), box, (box[0], y, box[0] + box[2], y), False, hyphen)

    def _at(self, line: TextLine) -> Box:
        """The place of a line whose runs say nothing."""
        return self.scale.box(line.x, line.y, line.x, line.y)

    def _words(self, run: GlyphRun, *, down: bool) -> Iterator[Word]:
        """A run cut where it has spaces; `down`: in a vertical line."""
        turn = _TURNS[run.orientation] if down else ""
        text = run.text
        source = run.source
        if UNSAYABLE.search(text):
            refuse(text, Place(part=source.part, paragraph=source.index + 1, offset=source.start))
        signs = signs_of(run, self.scale)
        shown = run.shown if run.shown != text else None
        apart = shown is None or len(shown) == len(text)
        spans = [found.span() for found in _PIECE.finditer(text)] if apart and " " in text else [(0, len(text))]
        for start, end in spans:
            if start == end:
                continue
            own = signs[start:end]
            seen = None if shown is None else shown[start:end] if apart else shown
            piece = text[start:end]
            box = _about(own, run.orientation == "horizontal")
            seen = None if seen == piece else seen
            yield Word(piece, box, tuple(own), self._look(run), run.language, run.inline, seen, turn)

    def _look(self, run: GlyphRun) -> Look:
        key = run.face, run.size, run.ink
        if key not in self._looks:
            self._looks[key] = Look(run.face, round(run.size, 2), colour(run.ink)[1:].upper())
        return self._looks[key]


def _frame(frame: Rect) -> Frame:
    return frame.x, frame.y, frame.width, frame.height


def _align(block: TextBlock) -> Align:
    """How a block's lines stand in their measure. White before a line of text is its indent, wherever the line ends."""
    if any(line.justified for line in block.lines):
        return "Block"
    found: set[Align] = set()
    for line in block.lines if block.role != "body" else ():
        way = line.length
        if way is None:
            way = sum(advance for run in line.runs if run.inline != "reading" for advance in run.advances)
        behind = line.measure - line.indent - way
        if line.indent <= _HAIR_PT:
            found.add("Left")
        else:
            found.add("Center" if abs(line.indent - behind) <= _HAIR_PT else "Right" if behind <= _HAIR_PT else "Left")
    return found.pop() if len(found) == 1 else "Left"


def _about(signs: list[Sign], across: bool) -> Box:
    """The box of some characters that stand one behind another."""
    (left, top, wide, high), (x, y, end, foot) = signs[0][1], signs[-1][1]
    return (left, top, x + end - left, high) if across else (left, top, wide, y + foot - top)
