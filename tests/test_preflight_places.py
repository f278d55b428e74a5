"""Where a preflight says that something stands: what is seen of it on the page, not where its program began to draw."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pairs import paint
from pikepdf import Array, Name
from sound_files import saved, sound

from jxprint.preflight import Report, preflight
from jxprint.profile import PROFILES

# A page of 200 by 150 points whose trim begins at (10, 10); PDF counts from below.
MM = 25.4 / 72


def judged(operators: str, kind: str = "x4", profile: str = "press-x4", **resources: Any) -> Report:
    """A sound page with more content."""
    with pikepdf.open(BytesIO(sound(kind))) as pdf:
        paint(operators, **resources)(pdf)
        return preflight(saved(pdf, kind), PROFILES[profile])


def told(report: Report) -> list[tuple[str, tuple[float, float] | None]]:
    """Rules that are failed, and where in points from the corner of the trim."""
    return [
        (fault.rule.id, None if fault.spot is None else (round(fault.spot[0] / MM, 1), round(fault.spot[1] / MM, 1)))
        for fault in report.faults
    ]


@pytest.mark.parametrize(
    ("operators", "found"),
    [
        # RGB that is chosen far from what it paints, moved by a matrix, upside down, cut by a clip.
        ("q 1 0 0 1 20 60 cm 1 0 0 rg 0 0 40 20 re f Q", ("colour.rgb", (10, 80))),
        ("q 1 0 0 rg 60 80 -40 -20 re f Q", ("colour.rgb", (10, 80))),
        ("q 30 70 10 5 re W n 1 0 0 rg 20 60 40 20 re f Q", ("colour.rgb", (20, 85))),
        ("q 1 0 0 rg 30 70 m 50 60 l 40 90 l f Q", ("colour.rgb", (20, 70))),
        # What begins in the bleed is told where the page begins.
        ("q /Off gs 1 1 1 0 k 0 60 40 20 re f Q", ("ink.total", (0, 80))),
        ("q 0.1 w 60 60 m 20 60 l S Q", ("ink.hairline", (10, 100))),
        # A colour that paints nothing has no place.
        ("q 1 0 0 rg Q", ("colour.rgb", None)),
    ],
)
def test_a_finding_stands_where_something_is_painted(
    operators: str, found: tuple[str, tuple[float, float] | None]
) -> None:
    """The top left corner of what is seen of it."""
    assert told(judged(operators)) == [found]


def test_transparency_and_forms_have_a_place() -> None:
    """A graphics state stands where something is painted in it; a form where its box is seen."""
    state = {"Half": pikepdf.Dictionary(Type=Name.ExtGState, ca=0.5)}
    found = judged("q /Off gs /Half gs 30 70 10 5 re f Q", "x1a", "press-x1a", ExtGState=state)
    assert told(found) == [("transparency.opacity", (20, 85))]
    with pikepdf.open(BytesIO(sound("x1a"))) as pdf:
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 20, 10]))
        form.Matrix = Array([1, 0, 0, 1, 5, 0])
        form.Group = pikepdf.Dictionary(S=Name.Transparency)
        paint("q 1 0 0 1 20 60 cm /Fm1 Do Q", XObject={"Fm1": form})(pdf)
        report = preflight(saved(pdf, "x1a"), PROFILES["press-x1a"])
    assert told(report) == [("transparency.group", (15, 90))]


@pytest.mark.parametrize(
    "operators",
    [
        "q 20 60 40 0.25 re f Q",
        # A blend (渐变) of slices, a white line, and a frame that nothing of is drawn within the page.
        "q /Off gs " + "".join(f"0 0 0 0.{at} k {20 + at / 10:.1f} 60 0.1 20 re f " for at in range(1, 10)) + "Q",
        "q /Off gs 0 0 0 0 k 20 60 40 0.1 re f Q",
        "q 0.1 w 6 6 208 158 re S Q",
        # Brown and an all but black blue are colours; black alone is no rich black.
        "q /Off gs 0 0.5 0.5 0.7 k 20 60 40 20 re f Q",
        "q 0 0 0 1 k 20 60 40 20 re f Q",
    ],
)
def test_what_is_no_thin_line_and_no_rich_black(operators: str) -> None:
    """None of it is told."""
    assert told(judged(operators)) == []


def test_a_frame_of_thin_rectangles_is_no_blend() -> None:
    """Its sides meet at their ends."""
    sides = ("20 60 40 0.1", "20 80 40 0.1", "20 60 0.1 20", "60 60 0.1 20.1")
    report = judged("q " + " ".join(f"{side} re f" for side in sides) + " Q")
    assert told(report) == [("ink.hairline", (10, 99.9))]
    assert report.faults[0].count == 4
