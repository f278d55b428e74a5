"""Text showing: glyph runs as Tf, Tc, Td, Tm and TJ (ISO 32000-1, 9.4).

Positions come from the placed page to a thousandth of a point: every run starts where it was placed, and within a run
each advance that differs from the font's own is written out. What most gaps of a run have in common is character
spacing (Tc), so that a justified line is one string and a few numbers; the rest are numbers of TJ.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.ink import Ink
from jxprint.placed import GlyphRun, TextLine
from jxprint.writers.pdf.numbering import FontCodes, Numbering
from jxprint.writers.pdf.numbers import decimals, spacing, thousandths
from jxprint.writers.pdf.seam import text_string
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.usage import glyph_texts, needs_actual_text


class TextPen:
    """Writes runs to `out` and knows what the graphics state holds (font, ink, spacing outlive a text object)."""

    def __init__(self, out: list[str], numbering: Numbering, space: Space, language: str) -> None:
        self._out = out
        self._faces = numbering.faces
        self._space = space
        self._language = language
        self._font = ("", 0.0)
        self._ink: Ink | None = None
        self._spacing = "0"
        # Start of the current line in thousandths of a point; None when the text matrix is turned.
        self._at: tuple[int, int] | None = (0, 0)

    def show(self, lines: Sequence[TextLine]) -> None:
        """One text object holding some lines."""
        self._out.append("BT")
        self._at = (0, 0)
        for line in lines:
            for run in line.runs:
                self._run(run)
        if self._spacing != "0":
            # Tc outlives the text object: left standing it would open the next one's lines.
            self._out.append("0 Tc")
            self._spacing = "0"
        self._out.append("ET")

    def _run(self, run: GlyphRun) -> None:
        texts = glyph_texts(run)
        closing = ""
        if needs_actual_text(texts):
            self._out.append(f"/Span<</ActualText {text_string(run.text).decode()}>>BDC")
            closing = "EMC"
        elif run.language != self._language:
            self._out.append(f"/Span<</Lang({run.language})>>BDC")
            closing = "EMC"
        if run.ink is not self._ink and run.ink != self._ink:
            self._out.append(decimals(*run.ink.cmyk) + " k")
            self._ink = run.ink
        self._glyphs(run, texts)
        if closing:
            self._out.append(closing)

    def _glyphs(self, run: GlyphRun, texts: Sequence[str]) -> None:
        """Show a run's glyphs, font by font (one font, unless an outline serves several characters)."""
        fonts = self._faces[run.face]
        own = fonts[0].codes
        uses = list(zip(run.glyphs, texts, strict=True))
        advances: Sequence[float] = run.advances
        shift = 0.0
        if run.offsets:
            # Where glyphs are drawn is what counts: gaps between drawn origins, not between pens.
            after = (*run.offsets[1:], 0.0)
            advances = [a + o - b for a, b, o in zip(advances, run.offsets, after, strict=True)]
            shift = run.offsets[0]
        try:
            codes = [own[use] for use in uses]
        except KeyError:
            self._by_font(run, uses, advances, shift)
            return
        self._string(run, fonts[0], shift, codes, run.glyphs, advances)

    def _by_font(
        self, run: GlyphRun, uses: list[tuple[int, str]], advances: Sequence[float], shift: float
    ) -> None:
        fonts = self._faces[run.face]
        chosen = [next(font for font in fonts if use in font.codes) for use in uses]
        start, way = 0, shift
        for at in range(1, len(uses) + 1):
            if at < len(uses) and chosen[at] is chosen[start]:
                continue
            font = chosen[start]
            codes = [font.codes[use] for use in uses[start:at]]
            self._string(run, font, way, codes, run.glyphs[start:at], advances[start:at])
            way += sum(advances[start:at])
            start = at

    def _string(
        self,
        run: GlyphRun,
        font: FontCodes,
        shift: float,
        codes: list[str],
        glyphs: Sequence[int],
        advances: Sequence[float],
    ) -> None:
        """Codes of one font, the first drawn `shift` points behind the run's start."""
        vertical = run.orientation == "vertical"
        self._select(font.vertical if vertical else font.resource, run.size)
        self._move(run, shift)
        scale = 1000 / run.size
        if vertical:
            gaps = [round(advance * scale - 1000, 3) for advance in advances[:-1]]
            self._show_with_numbers(codes, [*gaps, 0.0], 1)
            return
        widths = font.widths
        gaps = [
            round(advance * scale - widths[glyph], 3)
            for advance, glyph in zip(advances[:-1], glyphs, strict=False)
        ]
        different = set(gaps)
        common = 0.0
        if different:
            common = different.pop() if len(different) == 1 else _commonest(gaps)
        if gaps:
            self._space_out(spacing(common * run.size / 1000))
        if different:
            self._show_with_numbers(codes, [*(gap - common for gap in gaps), 0.0], -1)
        else:
            self._out.append(f"<{''.join(codes)}>Tj")

    def _show_with_numbers(self, codes: list[str], numbers: list[float], sign: int) -> None:
        """TJ: a number behind each glyph whose gap is not nought, in thousandths of an em."""
        parts: list[str] = []
        start = 0
        for at, value in enumerate(numbers):
            if abs(value) >= 0.0005:
                at += 1
                parts.append(f"<{''.join(codes[start:at])}>{thousandths(sign * round(value * 1000))}")
                start = at
        if start < len(codes):
            parts.append(f"<{''.join(codes[start:])}>")
        self._out.append(f"[{''.join(parts)}]TJ")

    def _select(self, resource: str, size: float) -> None:
        if self._font != (resource, size):
            self._font = (resource, size)
            self._out.append(f"/{resource} {decimals(size)} Tf")

    def _space_out(self, value: str) -> None:
        if value != self._spacing:
            self._spacing = value
            self._out.append(f"{value} Tc")

    def _move(self, run: GlyphRun, shift: float) -> None:
        x, y = self._space.left + run.x, self._space.top - run.y
        if run.orientation == "horizontal":
            x += shift
        else:
            y -= shift
        to = round(x * 1000), round(y * 1000)
        if run.orientation == "rotated":
            # A quarter turn clockwise: the pen's way points down the page.
            self._out.append(f"0 -1 1 0 {thousandths(to[0])} {thousandths(to[1])} Tm")
            self._at = None
            return
        if self._at is None:
            self._out.append(f"1 0 0 1 {thousandths(to[0])} {thousandths(to[1])} Tm")
        else:
            across, up = to[0] - self._at[0], to[1] - self._at[1]
            self._out.append(f"{thousandths(across)} {thousandths(up)} Td")
        self._at = to


def _commonest(gaps: list[float]) -> float:
    """The gap that most glyphs share; among equals the smallest, so that no build depends on order."""
    counts: dict[float, int] = {}
    for gap in gaps:
        counts[gap] = counts.get(gap, 0) + 1
    return min(counts, key=lambda gap: (-counts[gap], gap))
