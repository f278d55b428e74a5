"""What a profile demands of a placed page, looked at before anything is written.

A finding names the part and where on the page (millimetres from the top left corner of the trim). What a press cannot
print, or an archive may not take, is an error; what prints badly is a warning; what only costs is a note. The preflight
of a finished file asks the same by the same numbers (`jxprint.profile.sheet`, `jxprint.profile.areas`).
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.artwork import Drawing, Gradient, Group, Paint, Path, PdfPage
from jxprint.errors import Finding, Phrase, Place, Severity
from jxprint.geometry import PT_PER_MM
from jxprint.ink import Ink
from jxprint.placed import Box, GlyphRun, PlacedPage, PlacedPicture, Rule, Shape
from jxprint.placed.resolution import printed_ppi
from jxprint.profile import sheet
from jxprint.profile.areas import is_over
from jxprint.profile.looks import Look, look_at
from jxprint.profile.table import Profile

_SHOWN = 24


def unmet(page: PlacedPage, profile: Profile) -> Iterator[Finding]:
    """What a page lacks for a profile."""
    looker = _Looker(page, profile)
    if (profile.pdfa or profile.pdfx) and not page.title.strip():
        yield looker.finding("profile.no_title", "", (0.0, 0.0), "error")
    for article in page.articles:
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                yield from looker.picture(block, article.part)
    for ornament in page.ornaments:
        yield from looker.pixels(ornament, ornament.part)
        yield from looker.artwork(ornament, ornament.part)
    if profile.colour == "press":
        yield from looker.inks()


def where(part: str, x_mm: float, y_mm: float) -> Phrase:
    """A place on a page as it is said, with the part that stands there as far as there is one."""
    at = {"x_mm": x_mm, "y_mm": y_mm}
    return Phrase("profile.at_part", {"part": part, **at}) if part else Phrase("profile.at", at)


class _Looker:
    """Looks at one page; each kind of finding is told once a part."""

    def __init__(self, page: PlacedPage, profile: Profile) -> None:
        self._page, self._profile = page, profile
        self._told: set[tuple[str, str]] = set()

    def finding(self, key: str, part: str, at: tuple[float, float], severity: Severity, **args: object) -> Finding:
        """A finding about a part at a place (points)."""
        x, y = at
        place = {"x_mm": round(x / PT_PER_MM, 1), "y_mm": round(y / PT_PER_MM, 1)}
        said = {"profile": self._profile.title, "page": self._page.name, "where": where(part, **place), **place, **args}
        return Finding(key, Place(part=part or None), said, severity)

    def picture(self, picture: PlacedPicture, part: str) -> Iterator[Finding]:
        """A picture that says something: described, fine enough, and drawn with what may be used."""
        if self._profile.needs_alt and not (picture.described and picture.alt.strip()):
            yield self._at(picture, "profile.no_alt", part, "error")
        yield from self.pixels(picture, part)
        yield from self.artwork(picture, part)

    def pixels(self, picture: PlacedPicture, part: str) -> Iterator[Finding]:
        """What is asked of a picture of pixels: enough of them, and no more ink than the paper takes."""
        if picture.artwork is not None or picture.file is None or self._profile.colour != "press":
            return
        seen = look_at(picture.file)
        yield from self._resolution(picture, part, seen)
        limit = self._profile.ink_limit
        if seen.ink is not None and is_over(seen.ink, limit):
            yield self._at(picture, "profile.picture_ink", part, "error", total=round(seen.ink), limit=limit)

    def _resolution(self, picture: PlacedPicture, part: str, seen: Look) -> Iterator[Finding]:
        """Pixels to the inch as printed."""
        ppi = printed_ppi(picture)
        coarsest, finest = self._profile.coarsest, self._profile.finest
        if ppi is None:
            return
        rounded = round(ppi)
        if seen.line_art:
            if ppi < sheet.LINE_ART_PPI - sheet.PPI_ROUNDING:
                yield self._at(picture, "profile.line_art", part, "warning", ppi=rounded, wanted=sheet.LINE_ART_PPI)
        elif ppi < coarsest - sheet.PPI_ROUNDING:
            severity: Severity = "error" if ppi < sheet.UNPRINTABLE * coarsest - sheet.PPI_ROUNDING else "warning"
            yield self._at(picture, "profile.coarse", part, severity, ppi=rounded, wanted=coarsest)
        elif sheet.too_fine(ppi, finest, picture.pixels or (0, 0), seen.stored):
            yield self._at(picture, "profile.fine", part, "note", ppi=rounded, wanted=finest)

    def artwork(self, picture: PlacedPicture, part: str) -> Iterator[Finding]:
        """Drawings that let through what is under them, and pages of other files."""
        artwork = picture.artwork
        if isinstance(artwork, Drawing) and not self._profile.transparent and _lets_through(artwork.group):
            yield self._at(picture, "profile.transparent", part, "error")
        if isinstance(artwork, PdfPage) and not artwork.is_told and self._profile.pdfua:
            yield self._at(picture, "profile.untagged", part, "error")

    def inks(self) -> Iterator[Finding]:
        """Type, rules and tints as a press prints them."""
        for article in self._page.articles:
            for run in article.runs():
                yield from self._type(run, article.part)
            shapes = [*article.drawn(), *_shapes_in(article.blocks)]
            for shape in shapes:
                yield from self._shape(shape, article.part)
        for shape in (*self._page.under, *self._page.over):
            yield from self._shape(shape, "")

    def _type(self, run: GlyphRun, part: str) -> Iterator[Finding]:
        plates = run.ink.plates
        at, size, text = (run.x, run.y), run.size, run.text[:_SHOWN]
        rich = run.ink.spot is None and run.ink.cmyk[3] >= sheet.RICH_BLACK
        if run.size < sheet.TINY_PT:
            yield from self._once("profile.tiny", part, at, text=text, size=size, least=sheet.TINY_PT)
        if not plates:
            if run.size < sheet.REVERSED_PT:
                yield from self._once("profile.reversed", part, at, text=text, size=size, least=sheet.REVERSED_PT)
        elif len(plates) > 1 and rich and run.size <= sheet.RICH_PT:
            yield from self._once("profile.rich_type", part, at, "error", text=text, size=size, ink=run.ink.name)
        elif len(plates) > 1 and run.size < sheet.COLOURED_PT:
            yield from self._once("profile.many_inks", part, at, text=text, size=size, ink=run.ink.name)
        yield from self._ink(run.ink, part, at)

    def _shape(self, shape: Shape, part: str) -> Iterator[Finding]:
        line: tuple[float, Ink] | None
        if isinstance(shape, Rule):
            at, line, inks = (shape.x1, shape.y1), (shape.width_pt, shape.ink), [shape.ink]
        elif isinstance(shape, Box):
            at, line = (shape.frame.x, shape.frame.y), None if shape.stroke is None else (shape.stroke_pt, shape.stroke)
            inks = [ink for ink in (shape.fill, shape.stroke) if ink is not None]
        else:
            first = shape.commands[0] if shape.commands else ("M", 0.0, 0.0)
            at, line, inks = (float(first[1]), float(first[2])), None, [shape.fill]
        if line is not None:
            yield from self._line(*line, part, at)
        for ink in inks:
            yield from self._ink(ink, part, at)

    def _line(self, width: float, ink: Ink, part: str, at: tuple[float, float]) -> Iterator[Finding]:
        if width < sheet.HAIRLINE_PT:
            yield from self._once("profile.hairline", part, at, width=width, least=sheet.HAIRLINE_PT)
        elif width < sheet.THIN_PT and len(ink.plates) > 1:
            yield from self._once("profile.thin", part, at, width=width, least=sheet.THIN_PT, ink=ink.name)

    def _ink(self, ink: Ink, part: str, at: tuple[float, float]) -> Iterator[Finding]:
        limit = self._profile.ink_limit
        if limit and ink.total > limit + sheet.INK_ROUNDING:
            args = {"ink": ink.name, "total": round(ink.total), "limit": limit}
            yield from self._once("profile.too_much_ink", part, at, "error", **args)

    def _once(
        self, key: str, part: str, at: tuple[float, float], severity: Severity = "warning", **args: object
    ) -> Iterator[Finding]:
        if (key, part) not in self._told:
            self._told.add((key, part))
            yield self.finding(key, part, at, severity, **args)

    def _at(self, picture: PlacedPicture, key: str, part: str, severity: Severity, **args: object) -> Finding:
        name = picture.file.name if picture.file is not None else Phrase("profile.placeholder")
        return self.finding(key, part, (picture.frame.x, picture.frame.y), severity, file=name, **args)


def _shapes_in(blocks: object) -> Iterator[Shape]:
    for block in blocks if isinstance(blocks, tuple) else ():
        if isinstance(block, PlacedPicture):
            yield from block.shapes


def _lets_through(group: Group) -> bool:
    """Whether anything is seen through a drawing's paths."""
    if group.opacity < 1:
        return True
    return any(_lets_through(item) if isinstance(item, Group) else _is_thin(item) for item in group.items)


def _is_thin(path: Path) -> bool:
    stroke = path.stroke
    if path.opacity < 1 or _fades(path.fill):
        return True
    return stroke is not None and (stroke.opacity < 1 or _fades(stroke.paint))


def _fades(paint: Paint | None) -> bool:
    return isinstance(paint, Gradient) and bool(paint.opacities)
