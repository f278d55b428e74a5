"""Vertical lines written so that readers keep their order.

Readers that look for lines (pdfium, hence Chromium) take neighbouring strings that start within half an em of one
height for one horizontal line, and sort them from left to right: two columns that start level would change places. So
the last string of a column starts at another height than the next line does; where it would not, its last glyph is
shown by itself. And a stop that takes half an em starts a hair above its place, so that what follows starts over half
an em lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from jxprint.placed import GlyphRun, TextLine

# Far below what a press can print: a twenty-fifth of a point at 10 pt.
LIFT_EM = 0.004
_SHORT_EM = 0.501
# Half an em is where readers draw the line; a hair more is safe.
_LEVEL_EM = 0.51


def runs_of(lines: Sequence[TextLine], following: TextLine | None) -> Iterator[GlyphRun]:
    """The runs of some lines as they are to be shown; `following` is the line that comes after them."""
    for line, after in pairwise([*lines, following]):
        assert line is not None
        if line.length is None or after is None or not after.runs or not line.runs:
            yield from line.runs
            continue
        # A reading stands beside its line and is never level with the next one's text for want of a cut.
        last = max((k for k, run in enumerate(line.runs) if run.text.strip() and run.inline != "reading"), default=0)
        yield from line.runs[:last]
        yield from _parted(line.runs[last], _start(after.runs[0]))
        yield from line.runs[last + 1 :]


def is_short(run: GlyphRun) -> bool:
    """Whether a vertical run is no more than a stop in half an em."""
    return run.orientation == "vertical" and sum(run.advances) <= _SHORT_EM * run.size


def _start(run: GlyphRun) -> float:
    """The height at which a run's first string starts."""
    return run.y + (run.offsets[0] if run.offsets and run.orientation != "horizontal" else 0.0)


def _parted(run: GlyphRun, taken: float) -> Iterator[GlyphRun]:
    """A run; in two where it starts level with `taken`: behind the cut stands the last that does not.

    Spaces do not count for readers: at least one visible cluster stands behind the cut.
    """
    room = _LEVEL_EM * run.size
    if run.orientation == "horizontal" or abs(_start(run) - taken) > room:
        yield run
        return
    visible = len(run.text.rstrip())
    way, cut = 0.0, 0
    for k, advance in enumerate(run.advances):
        begins = not k or run.starts[k] != run.starts[k - 1]
        drawn = run.y + way + (run.offsets[k] if run.offsets else 0.0)
        if k and begins and run.starts[k] < visible and abs(drawn - taken) > room:
            cut = k
        way += advance
    if not cut:
        yield run
        return
    start = run.starts[cut]
    yield replace(
        run,
        text=run.text[:start],
        glyphs=run.glyphs[:cut],
        advances=run.advances[:cut],
        starts=run.starts[:cut],
        offsets=run.offsets[:cut],
    )
    yield replace(
        run,
        y=run.y + sum(run.advances[:cut]),
        text=run.text[start:],
        glyphs=run.glyphs[cut:],
        advances=run.advances[cut:],
        starts=tuple(one - start for one in run.starts[cut:]),
        offsets=run.offsets[cut:],
    )
