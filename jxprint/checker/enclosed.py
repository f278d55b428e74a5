"""What stands in a figure and is not copy of ours: pictures, and forms with the text of somebody else's page.

Text within a form that a Figure shows is kept apart from the page's own, and it has to be what the artwork's own file
says, reader by reader, code by code. So nothing can hide there: a word more in the form is a word that its file does
not have, and a figure that the page's description does not know has no words at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot, inf
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from jxprint.artwork import Artwork, PdfPage
from jxprint.checker.clips import clipped
from jxprint.checker.codes import CodeFont
from jxprint.checker.glyphs import Enclosed, Frame, Glyph, Oddity, ReadPage
from jxprint.checker.graphics import Fonts, TextState
from jxprint.checker.marks import Marks
from jxprint.checker.paths import around
from jxprint.intake.matrices import Box, corners, matrix, times
from jxprint.intake.opening import opened, refuse
from jxprint.model import Advertisement, Ornament, Page, Picture

if TYPE_CHECKING:
    from jxprint.model import Part

# Glyphs of one form.
_GLYPHS = 200_000
_SHOWN = 24
# How far within a picture's edge (points) the middle of a character has to stand to be covered by it.
_INSIDE_PT = 0.5
_MIDDLE_EM = 0.38
# Half a point of a frame, and a hundredth of a shape, are as much as files round and crops leave.
_OFF_PT = 0.5
_STRETCH = 0.01


class ForeignMarks(Marks):
    """Gathers the text of shown glyphs and nothing else: how a stranger's text is marked is his affair."""

    def __init__(self, name: str) -> None:
        super().__init__([])
        self.texts: list[str] = []
        self._name = name

    def begin(self, tag: str, properties: Any) -> None:
        """See Marks."""

    def end(self) -> None:
        """See Marks."""

    def show(self, glyph: Glyph, font: CodeFont, code: int, visible: bool, white: bool) -> None:
        """See Marks; what cannot be seen counts as well."""
        self.texts.append(glyph.text)
        if len(self.texts) > _GLYPHS:
            refuse("checks.too_large", self._name, what=f"{len(self.texts)} glyphs", limit=f"{_GLYPHS}")


def frame_shown(shown: Any, is_form: bool, state: TextState) -> tuple[Box, float]:
    """Where a picture or form stands as far as the clip lets it be seen (upright rectangles around both, in the page's
    own space), and how much higher than wide it is made; a form's own matrix is its own affair.
    """
    clip = replace(state)
    box = [float(edge) for edge in shown["/BBox"]] if is_form else [0.0, 0.0, 1.0, 1.0]
    placed = times(matrix(shown["/Matrix"]), clip.ctm) if is_form and "/Matrix" in shown else clip.ctm
    clipped(clip, around(corners(box), placed))
    a, b, c, d, _, _ = state.ctm
    across, down = (1.0, 1.0) if is_form else (float(shown.get("/Width", 1)), float(shown.get("/Height", 1)))
    stretch = hypot(c, d) * across / ((hypot(a, b) * down) or 1.0)
    return clip.clip or (0.0, 0.0, 0.0, 0.0), stretch


class Placed(Struct, frozen=True):
    """Artwork that a figure of the page has to show: its part, and what its own file says, by reader; a drawing of
    paths says nothing. One of a group stands at most `apart` from the next picture (points), None where it is its
    figure's only one.
    """

    letter: str
    said: dict[str, str]
    apart: float | None = None


def placed_artwork(page: Page) -> list[Placed]:
    """The artwork of a page's figures, each picture of a group for itself. Raises PdfError where a file is no longer
    sound.
    """
    return [
        Placed(part.letter, _said(artwork) if isinstance(artwork, PdfPage) else {}, _apart(page, part))
        for part in page.parts
        for artwork in _artworks(part)
    ]


def _apart(page: Page, part: Part) -> float | None:
    """What stands between the pictures of a group: white and two keylines. No file shows where a placeholder ends."""
    if not isinstance(part, Picture) or len(part.shots) == 1:
        return None
    if any(shot.file is None for shot in part.shots):
        return inf
    white, grid = page.style.spacing.picture_gap_pt, page.grid
    rule = page.style.rules[part.keyline].depth_pt if part.keyline is not None else 0.0
    return (grid.gap_em * grid.body_pt / 2 if white is None else white) + 2 * rule


def _artworks(part: Part) -> list[Artwork]:
    """What the figures of a part show that stays vectors; an ornament that says nothing is no figure."""
    if isinstance(part, Picture):
        return [shot.artwork for shot in part.shots if shot.artwork is not None]
    if isinstance(part, Ornament) and not part.alt:
        return []
    return [part.artwork] if isinstance(part, (Advertisement, Ornament)) and part.artwork is not None else []


def _said(artwork: PdfPage) -> dict[str, str]:
    """The text of a page of a file, as each of the readers has it."""
    from jxprint.checker.content import ContentWalk
    from jxprint.checker.engine import READER as ENGINE
    from jxprint.checker.engine import opened_by_engine, text_by_engine
    from jxprint.checker.reader import READER

    name = artwork.file.name
    with opened(artwork.file, name) as document, opened_by_engine(artwork.file, name) as engine:
        marks = ForeignMarks(name)
        ContentWalk(document.pages[artwork.page - 1].obj, Fonts(name), (0.0, 0.0), marks)
        return {READER: _bare("".join(marks.texts)), ENGINE: _bare(text_by_engine(engine, artwork.page - 1, name))}


def _bare(text: str) -> str:
    """Text without white, of which no two readers have the same."""
    return "".join(text.split())


def enclosed_oddities(placed: Sequence[Placed], read: ReadPage) -> Iterator[Oddity]:
    """Artwork that no figure shows, text in figures that is not their file's, and pictures that cover text."""
    left = [one for one in read.enclosed if one.is_form]
    lacking: list[tuple[str, str]] = []
    for one in placed:
        wanted = one.said.get(read.reader, "")
        found = next((form for form in left if _bare(form.text) == wanted), None)
        if found is None:
            lacking.append((one.letter, wanted))
        else:
            left.remove(found)
            yield from _misplaced(one, found, read)
    for shown in read.enclosed:
        if abs(shown.stretch - 1) > _STRETCH:
            yield Oddity("checks.distorted", {"percent": round(100 / max(shown.stretch, _STRETCH))}, _corner(shown))
    left = [form for form in left if _bare(form.text)]
    for letter, wanted in lacking:
        said = _bare(left.pop(0).text) if left else ""
        found_here = {"letter": letter, "wanted": _short(wanted), "said": _short(said), "reader": read.reader}
        yield Oddity("checks.artwork", found_here)
    for form in left:
        text = _bare(form.text)
        args: dict[str, object] = {"text": _short(text), "count": len(text), "reader": read.reader}
        yield Oddity("checks.text_in_figure", args, _corner(form))
    yield from _covered(read)


def _misplaced(placed: Placed, form: Enclosed, read: ReadPage) -> Iterator[Oddity]:
    """Artwork that is not seen where the structure tree says that it is: it stands elsewhere, or is clipped away."""
    frame, claimed = form.frame, read.frames.get(form.mcid)
    if frame is None or claimed is None:
        return
    beside = [
        one.frame for one in read.enclosed
        if one is not form and one.frame is not None and read.frames.get(one.mcid) == claimed
    ]  # fmt: skip
    if not _fills(frame, claimed, () if placed.apart is None else beside, placed.apart or 0.0):
        yield Oddity("checks.artwork_frame", {"letter": placed.letter}, _corner(form))


def _fills(frame: Frame, whole: Frame, beside: Sequence[Frame], apart: float) -> bool:
    """Whether a picture reaches up to its figure's edge, or to what stands beside it there, and over neither."""
    for down in (False, True):
        start, end, low, high = _edges(frame, down)
        first, last, _, _ = _edges(whole, down)
        level = [one for one in (_edges(one, down) for one in beside) if min(one[3], high) - max(one[2], low) > _OFF_PT]
        before = [start - first, *(start - one[1] - apart for one in level if one[0] < start)]
        behind = [last - end, *(one[0] - apart - end for one in level if one[0] >= start)]
        over = any(min(one[1], end) - max(one[0], start) > _OFF_PT for one in level)
        short = max(min(before), min(behind)) > _OFF_PT and apart < inf
        if over or short or min(before[0], behind[0]) < -_OFF_PT:
            return False
    return True


def _edges(frame: Frame, down: bool) -> tuple[float, float, float, float]:
    """Where a frame begins and ends across the page, then how low and high it is; down the page the other way round."""
    across, along = (frame.left, frame.right), (frame.top, frame.bottom)
    return (*along, *across) if down else (*across, *along)


def _corner(one: Enclosed) -> tuple[float, float] | None:
    return None if one.frame is None else (one.frame.left, one.frame.top)


def _covered(read: ReadPage) -> Iterator[Oddity]:
    """Characters of the page where a picture stands: under it, or over a picture that is not their article's."""
    for one in read.enclosed:
        frame = one.frame
        if frame is None:
            continue
        own = next((article.mcids for article in read.articles if one.mcid in article.mcids), ())
        covered = [
            glyph
            for index, glyph in enumerate(read.stream)
            if (index < one.before or glyph.mcid not in own) and not glyph.text.isspace() and _stands_in(glyph, one)
        ]
        if covered:
            text = "".join(glyph.text for glyph in covered)
            yield Oddity("checks.covered", {"text": _short(text), "count": len(text)}, (covered[0].x, covered[0].y))


def _stands_in(glyph: Glyph, one: Enclosed) -> bool:
    """Whether a character's middle stands within a picture."""
    frame = one.frame
    if frame is None:
        return False
    x, y = (glyph.x, glyph.y + glyph.width / 2) if glyph.down else (
        glyph.x + glyph.width / 2, glyph.y - _MIDDLE_EM * glyph.size
    )  # fmt: skip
    across = frame.left + _INSIDE_PT < x < frame.right - _INSIDE_PT
    return across and frame.top + _INSIDE_PT < y < frame.bottom - _INSIDE_PT


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
