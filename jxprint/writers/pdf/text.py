"""Text showing: glyph runs as Tf, Tc, Td, Tm and TJ (ISO 32000-1, 9.4).

Positions come from the placed page to a thousandth of a point: every run starts where it was placed, and within a run
each advance that differs from the font's own is written out. What most gaps of a run have in common is character
spacing (Tc), so that a justified line is one string and a few numbers; the rest are numbers of TJ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.ink import Ink
from jxprint.placed import GlyphRun, TextLine
from jxprint.writers.pdf.numbering import EM, FontCodes, Numbering
from jxprint.writers.pdf.numbers import decimals, spacing, thousandths
from jxprint.writers.pdf.palette import Palette
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.upright import LIFT_EM, is_short, runs_of
from jxprint.writers.pdf.usage import glyph_texts, needs_actual_text

# Shown strings kept by font, for the lines of a page that did not change since it was last written.
_KEPT = 8192


class TextPen:
    """Writes runs to `out` and knows what the graphics state holds (font, ink, spacing outlive a text object)."""

    def __init__(self, numbering: Numbering, space: Space, language: str, palette: Palette) -> None:
        self.out: list[str] = []
        self.space = space
        self._faces = numbering.faces
        self._language = language
        self.palette = palette
        self._font = ("", 0.0)
        self._ink: Ink | None = None
        self._spacing = "0"
        # Start of the current line in thousandths of a point; None when the text matrix is turned.
        self._at: tuple[int, int] | None = (0, 0)

    def show(self, lines: Sequence[TextLine], following: TextLine | None = None) -> None:
        """One text object holding some lines; `following` is the line that comes after them."""
        self.out.append("BT")
        self._at = (0, 0)
        for run in runs_of(lines, following):
            self._run(run)
        if self._spacing != "0":
            # Tc outlives the text object: left standing it would open the next one's lines.
            self.out.append("0 Tc")
            self._spacing = "0"
        self.out.append("ET")

    def _run(self, run: GlyphRun) -> None:
        font = self._faces[run.face][0]
        if run.ink is not self._ink and run.ink != self._ink:
            self.out.append(self.palette.fill(run.ink))
            self._ink = run.ink
        advances: Sequence[float] = run.advances
        shift = 0.0
        if run.offsets:
            # Where glyphs are drawn is what counts: gaps between drawn origins, not between pens.
            after = (*run.offsets[1:], 0.0)
            advances = [a + o - b for a, b, o in zip(advances, run.offsets, after, strict=True)]
            shift = run.offsets[0]
        plain = "".join(map(font.texts.__getitem__, run.glyphs)) == run.text
        if plain and run.language == self._language:
            self._string(run, font, shift, run.glyphs, advances)
        else:
            self._span(run, plain, advances, shift)

    def _span(self, run: GlyphRun, plain: bool, advances: Sequence[float], shift: float) -> None:
        """A run in another language, one whose codes do not say its text, or one that needs further fonts."""
        texts = glyph_texts(run)
        entries = "" if run.language == self._language else f"/Lang({run.language})"
        if needs_actual_text(texts):
            entries += f"/ActualText{text_string(run.text).decode('latin-1')}"
        if entries:
            self.out.append(f"/Span<<{entries}>>BDC")
        if plain:
            self._string(run, self._faces[run.face][0], shift, run.glyphs, advances)
        else:
            self._by_font(run, texts, advances, shift)
        if entries:
            self.out.append("EMC")

    def _by_font(self, run: GlyphRun, texts: Sequence[str], advances: Sequence[float], shift: float) -> None:
        """Glyphs whose text stands in different fonts of the face, each stretch where the last one ended."""
        fonts = self._faces[run.face]
        chosen = [
            next(font for font in fonts if font.texts.get(glyph) == text)
            for glyph, text in zip(run.glyphs, texts, strict=True)
        ]
        start, way = 0, shift
        for at in range(1, len(chosen) + 1):
            if at < len(chosen) and chosen[at] is chosen[start]:
                continue
            self._string(run, chosen[start], way, run.glyphs[start:at], advances[start:at])
            way += sum(advances[start:at])
            start = at

    def _string(
        self, run: GlyphRun, font: FontCodes, shift: float, glyphs: Sequence[int], advances: Sequence[float]
    ) -> None:
        """Glyphs of one font, the first drawn `shift` points behind the run's start."""
        vertical = run.orientation == "vertical"
        self._select(font.vertical if vertical else font.resource, run.size)
        self._move(run, shift)
        key = (run.size, vertical, tuple(glyphs), tuple(advances))
        known = font.shown.get(key)
        if known is None:
            if len(font.shown) >= _KEPT:
                font.shown.clear()
            known = font.shown[key] = _shown(font, *key)
        spaced, operator = known
        if spaced is not None:
            self._space_out(spaced)
        self.out.append(operator)

    def _select(self, resource: str, size: float) -> None:
        if self._font != (resource, size):
            self._font = (resource, size)
            self.out.append(f"/{resource} {decimals(size)} Tf")

    def _space_out(self, value: str) -> None:
        if value != self._spacing:
            self._spacing = value
            self.out.append(f"{value} Tc")

    def _move(self, run: GlyphRun, shift: float) -> None:
        x, y = self.space.left + run.x, self.space.top - run.y
        if run.orientation == "horizontal":
            x += shift
        else:
            y -= shift
            if is_short(run):
                y += LIFT_EM * run.size
        to = round(x * 1000), round(y * 1000)
        if run.orientation == "rotated":
            # A quarter turn clockwise: the pen's way points down the page.
            self.out.append(f"0 -1 1 0 {thousandths(to[0])} {thousandths(to[1])} Tm")
            self._at = None
            return
        if self._at is None:
            self.out.append(f"1 0 0 1 {thousandths(to[0])} {thousandths(to[1])} Tm")
        else:
            across, up = to[0] - self._at[0], to[1] - self._at[1]
            self.out.append(f"{thousandths(across)} {thousandths(up)} Td")
        self._at = to


def _shown(
    font: FontCodes, size: float, vertical: bool, glyphs: tuple[int, ...], advances: tuple[float, ...]
) -> tuple[str | None, str]:
    """The character spacing that some glyphs want (None: any) and the operator that shows them."""
    gaps = _gaps(size, None if vertical else font, glyphs, advances)
    common = 0.0
    wanted: str | None = None
    if gaps and vertical:
        wanted = "0"  # what a horizontal line left standing would open this one too
    elif gaps:
        common = _commonest(gaps)
        wanted = spacing(common * size / 1000)
    codes = list(map(font.codes.__getitem__, glyphs))
    # In vertical writing the pen's way is negative, so a number opens where it would close (9.4.4).
    stretches = _stretches(gaps, common, 1 if vertical else -1)
    parts = [f"({''.join(codes[start:end])}){behind}" for start, end, behind in stretches]
    return wanted, f"[{''.join(parts)}]TJ" if len(parts) > 1 else f"{parts[0]}Tj"


def _gaps(size: float, font: FontCodes | None, glyphs: Sequence[int], advances: Sequence[float]) -> list[float]:
    """By how much each advance but the last exceeds the glyph's own, in 1/1000 em; no font: its own is an em."""
    scale = 1000 / size
    inner = advances[:-1]
    if font is None or font.odd.isdisjoint(glyphs):
        # Most advances of a justified line are equal: each is looked at once.
        own = {advance: round(advance * scale - EM, 3) for advance in set(inner)}
        return [own[advance] for advance in inner]
    widths = font.widths
    return [round(advance * scale - widths[glyph], 3) for advance, glyph in zip(inner, glyphs, strict=False)]


def _stretches(gaps: list[float], common: float, sign: int) -> Iterator[tuple[int, int, str]]:
    """Glyphs [start, end), broken where a gap is not the common one, by the number that TJ takes for it."""
    start = 0
    for at, gap in enumerate(gaps, 1):
        if gap != common:
            yield start, at, thousandths(sign * round((gap - common) * 1000))
            start = at
    yield start, len(gaps) + 1, ""


def _commonest(gaps: list[float]) -> float:
    """The gap that most glyphs share; among equals the smallest, so that no build depends on order."""
    different = set(gaps)
    if len(different) == 1:
        return gaps[0]
    return min(different, key=lambda gap: (-gaps.count(gap), gap))
