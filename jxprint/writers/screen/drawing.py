"""What is seen of a page, as SVG elements in the order in which a press would print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jxprint.artwork import Artwork
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.placed import Box, GlyphRun, PlacedPage, PlacedPicture, Rule, Shape
from jxprint.writers.screen.marks import colour, n, path_data
from jxprint.writers.screen.pictures import Pixels, data_uri

if TYPE_CHECKING:
    from jxprint.writers.screen.artwork import Artist

# Outlines are written in thousandths of an em, y down.
_EM = 1000


class Drawing:
    """Elements of some pages. Each glyph's outline is written once, under a name that its uses give."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names: dict[tuple[str, int], str] = {}
        self._faces: list[str] = []
        self._pixels = Pixels()
        self._artist: Artist | None = None

    def page(self, page: PlacedPage) -> str:
        """All that is seen of a page."""
        out = list(_shapes(page.under))
        for ornament in page.ornaments:
            out += self._picture(ornament)
        for article in page.articles:
            for block in article.blocks:
                if isinstance(block, PlacedPicture):
                    out += self._picture(block)
                else:
                    out += [self._run(run) for line in block.lines for run in line.runs]
        out += _shapes(page.over)
        return "\n".join(one for one in out if one)

    def outlines(self) -> str:
        """The outlines that the pages so far use: what stands in `defs`."""
        return "\n".join(
            f'<path id="{name}" d="{path_data(self._library.face(face).outline(glyph), _EM, -_EM)}"/>'
            for (face, glyph), name in self._names.items()
        )

    def _run(self, run: GlyphRun) -> str:
        face = self._library.face(run.face)
        scale = _EM / run.size
        uses: list[str] = []
        pen = 0.0
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        for glyph, advance, offset in zip(run.glyphs, run.advances, offsets, strict=True):
            along = n((pen + offset) * scale)
            pen += advance
            if not face.outline(glyph):
                continue
            place = f' x="{along}"' if along != "0" else ""
            if run.orientation == "vertical":
                # The origin of an upright glyph stands over its middle, an ascent above its baseline.
                across = n(-face.advance(glyph) / 2 * _EM)
                place = f' x="{across}" y="{n((pen - advance + offset) * scale + face.ascent_em * _EM)}"'
            uses.append(f'<use href="#{self._name(run.face, glyph)}"{place}/>')
        if not uses:
            return ""
        turn = " rotate(90)" if run.orientation == "rotated" else ""
        where = f"translate({n(run.x)} {n(run.y)}){turn} scale({run.size / _EM:.6g})"
        return f'<g transform="{where}" fill="{colour(run.ink)}">{"".join(uses)}</g>'

    def _picture(self, picture: PlacedPicture) -> Iterator[str]:
        """The file whole, seen through its frame: what is cropped is still there."""
        if picture.file is not None:
            frame, crop = picture.frame, picture.crop
            whole = frame
            if crop is not None:
                width, height = frame.width / crop.width, frame.height / crop.height
                whole = Rect(frame.x - crop.x * width, frame.y - crop.y * height, width, height)
            yield self._artwork(picture.artwork, whole, frame) if picture.artwork else self._image(picture, whole)
        yield from _shapes(picture.shapes)

    def _image(self, picture: PlacedPicture, whole: Rect) -> str:
        """A picture of pixels whose whole stands in `whole`."""
        file, turned, frame = picture.file, picture.orientation != 1, picture.frame
        assert file is not None
        size = f'width="{n(frame.width)}" height="{n(frame.height)}"'
        seen = f'viewBox="{n(frame.x - whole.x)} {n(frame.y - whole.y)} {n(frame.width)} {n(frame.height)}"'
        image = self._pixels.image(
            (file, turned), whole, ' preserveAspectRatio="none"', lambda: data_uri(file, turned=turned)
        )
        return f'<svg x="{n(frame.x)}" y="{n(frame.y)}" {size} {seen}>{image}</svg>'

    def _artwork(self, artwork: Artwork, whole: Rect, frame: Rect) -> str:
        if self._artist is None:
            from jxprint.writers.screen.artwork import Artist  # most pages have none

            self._artist = Artist(self._pixels)
        return self._artist.show(artwork, whole, frame)

    def _name(self, face: str, glyph: int) -> str:
        key = face, glyph
        if key not in self._names:
            if face not in self._faces:
                self._faces.append(face)
            self._names[key] = f"g{self._faces.index(face)}-{glyph}"
        return self._names[key]


def _shapes(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Box):
            yield _box(shape)
        elif isinstance(shape, Rule):
            ends = f'x1="{n(shape.x1)}" y1="{n(shape.y1)}" x2="{n(shape.x2)}" y2="{n(shape.y2)}"'
            yield f'<line {ends} stroke="{colour(shape.ink)}" stroke-width="{n(shape.width_pt)}"/>'
        else:
            yield f'<path d="{path_data(shape.commands)}" fill="{colour(shape.fill)}"/>'


def _box(box: Box) -> str:
    frame = box.frame
    where = f'x="{n(frame.x)}" y="{n(frame.y)}" width="{n(frame.width)}" height="{n(frame.height)}"'
    fill = colour(box.fill) if box.fill is not None else "none"
    stroke = f' stroke="{colour(box.stroke)}" stroke-width="{n(box.stroke_pt)}"' if box.stroke is not None else ""
    return f'<rect {where} fill="{fill}"{stroke}/>'
