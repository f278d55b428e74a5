"""What a profile demands of a placed page, looked at before anything is written.

A finding names the part and where on the page (millimetres from the top left corner of the trim). What a press cannot
print, or an archive may not take, is an error; what prints badly is a warning; what only costs is a note. The preflight
of a finished file asks the same by the same numbers (`jxprint.profile.sheet`, `jxprint.profile.areas`).
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.artwork import Drawing, Gradient, Group, Paint, Path, PdfPage
from jxprint.errors import Finding, Phrase, Severity
from jxprint.placed import PlacedOrnament, PlacedPage, PlacedPicture
from jxprint.placed.resolution import printed_ppi
from jxprint.profile import sheet
from jxprint.profile.areas import is_over
from jxprint.profile.drawn import Inks, unmet_drawing
from jxprint.profile.inked import unmet_inks
from jxprint.profile.looks import Look, look_at
from jxprint.profile.overprints import Outlines
from jxprint.profile.table import Profile
from jxprint.profile.telling import Teller


def unmet(
    page: PlacedPage, profile: Profile, outlines: Outlines | None = None, inks: Inks | None = None
) -> Iterator[Finding]:
    """What a page lacks for a profile. `outlines` gives those of glyphs: without them nobody sees that type comes to
    too much ink with what it overprints. `inks` gives those of drawings' colours on the press that it is for: without
    them nobody looks at drawings' lines.
    """
    teller = Teller(page, profile)
    looker = _Looker(teller)
    if (profile.pdfa or profile.pdfx) and not page.title.strip():
        yield teller.finding("profile.no_title", "", (0.0, 0.0), "error")
    for part, picture in _pictures(page):
        yield from looker.picture(picture, part)
    if profile.colour == "press":
        yield from unmet_inks(teller, outlines)
        if inks is not None:
            for part, picture in _pictures(page):
                yield from unmet_drawing(teller, picture, part, inks)


def _pictures(page: PlacedPage) -> Iterator[tuple[str, PlacedPicture]]:
    """Its pictures and ornaments, each with its part."""
    for article in page.articles:
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                yield article.part, block
    for ornament in page.ornaments:
        yield ornament.part, ornament


class _Looker:
    """Looks at the pictures of one page."""

    def __init__(self, teller: Teller) -> None:
        self._teller, self._profile = teller, teller.profile

    def picture(self, picture: PlacedPicture, part: str) -> Iterator[Finding]:
        """A picture is fine enough, and drawn with what may be used; one that says something is described."""
        is_mute = isinstance(picture, PlacedOrnament)
        if self._profile.needs_alt and not is_mute and not (picture.described and picture.alt.strip()):
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

    def _at(self, picture: PlacedPicture, key: str, part: str, severity: Severity, **args: object) -> Finding:
        name = picture.file.name if picture.file is not None else Phrase("profile.placeholder")
        return self._teller.finding(key, part, (picture.frame.x, picture.frame.y), severity, file=name, **args)


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
