"""Vertical lines written so that readers keep their order.

Readers that look for lines (pdfium, hence Chromium) take neighbouring strings that start within half an em of one
height for one horizontal line, and sort them from left to right. Two columns that start level would change places. So
a column is never one string: its last glyph is shown by itself, and what starts each column follows what ends the one
before. And a stop that takes half an em starts a hair above its place, so that what follows starts over half an em
lower.
"""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.placed import GlyphRun

# Far below what a press can print: a twenty-fifth of a point at 10 pt.
LIFT_EM = 0.004
_SHORT_EM = 0.501


def parted(runs: tuple[GlyphRun, ...]) -> tuple[GlyphRun, ...]:
    """The runs of a vertical line; a line of one run in two, the last cluster by itself."""
    if len(runs) != 1 or runs[0].starts[0] == runs[0].starts[-1]:
        return runs
    run = runs[0]
    cut = run.starts.index(run.starts[-1])
    start = run.starts[cut]
    head = replace(
        run,
        text=run.text[:start],
        glyphs=run.glyphs[:cut],
        advances=run.advances[:cut],
        starts=run.starts[:cut],
        offsets=run.offsets[:cut],
    )
    last = replace(
        run,
        x=run.x + (sum(run.advances[:cut]) if run.orientation == "horizontal" else 0.0),
        y=run.y + (sum(run.advances[:cut]) if run.orientation != "horizontal" else 0.0),
        text=run.text[start:],
        glyphs=run.glyphs[cut:],
        advances=run.advances[cut:],
        starts=tuple(one - start for one in run.starts[cut:]),
        offsets=run.offsets[cut:],
    )
    return head, last


def is_short(run: GlyphRun) -> bool:
    """Whether a vertical run is no more than a stop in half an em."""
    return run.orientation == "vertical" and sum(run.advances) <= _SHORT_EM * run.size
