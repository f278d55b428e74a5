"""Text of which something is left out where it is painted: every reader has it all, and its ink reaches every edge."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
import pytest

import jxprint
from jxprint.checker.clips import is_partial
from jxprint.checker.glyphs import Glyph
from jxprint.checker.graphics import TextState
from jxprint.model import Page
from sabotage import spoiled

# A clip of the whole page but a band in its middle, and a band of ink of the same height.
HOLE = b"-100 -100 3000 3000 re 0 400 3000 2 re W* n\n"
BAND = b"-100 -100 3000 500 re f -100 402 3000 3000 re f"


def before_all(document: pikepdf.Pdf, operators: bytes) -> None:
    """Put operators before all that the page shows."""
    sheet = document.pages[0].obj
    sheet["/Contents"] = document.make_stream(operators + sheet["/Contents"].read_bytes())


def masked(document: pikepdf.Pdf) -> None:
    """A mask of luminosity, black in a band."""
    form = document.make_stream(b"1 g " + BAND)
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array([-100, -100, 3000, 3000])
    form["/Group"] = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    mask = pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=form)
    document.pages[0].obj["/Resources"]["/ExtGState"] = pikepdf.Dictionary(Mask=pikepdf.Dictionary(SMask=mask))
    before_all(document, b"/Mask gs\n")


def patterned(document: pikepdf.Pdf) -> None:
    """Text in a pattern that has nothing in a band."""
    sheet = document.pages[0].obj
    made = document.make_stream(b"0 g " + BAND)
    made["/PatternType"], made["/PaintType"], made["/TilingType"] = 1, 1, 1
    made["/BBox"], made["/XStep"], made["/YStep"] = pikepdf.Array([-100, -100, 3000, 3000]), 5000, 5000
    made["/Resources"] = pikepdf.Dictionary()
    sheet["/Resources"]["/Pattern"] = pikepdf.Dictionary(Band=made)
    content, count = re.subn(rb"BT\n0 0 0 1 k", b"BT\n/Pattern cs /Band scn", sheet["/Contents"].read_bytes())
    assert count
    sheet["/Contents"] = document.make_stream(content)


@pytest.mark.parametrize("spoil", [lambda document: before_all(document, HOLE), masked, patterned])
def test_text_with_a_gap_is_told(spoil: Callable[[pikepdf.Pdf], None], jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """日 without its middle stroke is 口, and nothing lies over it."""
    report = jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing)
    assert "checks.partial" in {one.key for one in report.findings}
    assert len(report.lines("zh")) == len(report.lines("en"))


def test_a_mask_that_was_taken_away_is_none(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """SMask None ends a mask, and a clip and a pattern end with their q."""

    def spoil(document: pikepdf.Pdf) -> None:
        masked(document)
        document.pages[0].obj["/Resources"]["/ExtGState"]["/No"] = pikepdf.Dictionary(SMask=pikepdf.Name("/None"))
        before_all(document, b"q /Mask gs " + HOLE + b"Q /No gs\n")
        content = document.pages[0].obj["/Contents"].read_bytes().replace(b"/No gs\n/Mask gs", b"/Mask gs /No gs")
        document.pages[0].obj["/Contents"] = document.make_stream(content)

    assert not jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing).findings


# A clip about one character of ten points at 100 across and 200 up, whose em box is 198.8 to 208.8.
@pytest.mark.parametrize(
    ("clip", "partial"),
    [
        ((100, 198.8, 110, 208.8), False),
        ((100.4, 199.2, 109.6, 208.4), False),
        ((101, 0, 300, 300), True),
        ((0, 199.8, 300, 300), True),
        ((0, 0, 109, 300), True),
        ((0, 0, 300, 208), True),
    ],
)
def test_a_clip_that_reaches_into_an_em_leaves_out_some(clip: tuple[float, float, float, float], partial: bool) -> None:
    """旦 without its foot is 日. A downward character hangs from its pen, in the middle of its line."""
    origin = (20.0, 900.0)
    across, down = Glyph("旦", 80.0, 700.0, 10.0, 10.0, 0), Glyph("旦", 85.0, 691.2, 10.0, 10.0, 0, True)
    for glyph in (across, down):
        assert is_partial(TextState(clip=clip), [glyph], origin) is partial
    assert not is_partial(TextState(clip=clip), [], origin)
