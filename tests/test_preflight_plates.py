"""Inks that lie over one another: the page as its plates would print it, area by area."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pairs import paint, text
from pikepdf import Array, Dictionary, Name, Pdf
from sound_files import saved, sound

from jxprint.cli import main
from jxprint.preflight import Report, preflight
from jxprint.preflight.report import ids
from jxprint.profile import PROFILES

# 200 % of ink that knock out, and black that lies over them.
DARK = "/Off gs 0.8 0.8 0.4 0 k 20 60 60 30 re f"
BLACK = "/Over gs 0 0 0 1 k"
BAR = "30 65 20 15 re f"


def judged(edit: str | Callable[[Pdf], object], **resources: Any) -> Report:
    """A sound page for the press with more on it."""
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        (paint(edit, **resources) if isinstance(edit, str) else edit)(pdf)
        return preflight(saved(pdf, "x4"), PROFILES["press-x4"])


def most(report: Report) -> tuple[int, float, float]:
    """The most ink of the page in per cent, and where in points from the corner of the trim."""
    [found] = report.inks
    return round(found.total), round(found.x_mm * 72 / 25.4), round(found.y_mm * 72 / 25.4)


def test_the_most_ink_of_a_page_is_told_with_its_place() -> None:
    """The first area of so much, to a point or two."""
    total, x, y = most(judged(f"q {DARK} {BLACK} {BAR} Q"))
    assert total == 300
    assert 20 <= x <= 22
    assert 80 <= y <= 82


def test_a_page_without_ink_has_none() -> None:
    """White is no ink."""

    def emptied(pdf: Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"q 1 g 20 60 40 30 re f Q")

    assert most(judged(emptied)) == (0, 0, 0)


def test_machines_are_told_the_most_ink(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row a page; a profile that asks for no ink has none."""
    (tmp_path / "x.pdf").write_bytes(sound("xa"))
    answers = []
    for profile in ("press-archive", "archive-a2"):
        main(["preflight", str(tmp_path / "x.pdf"), "--profile", profile, "--json"])
        answers.append(json.loads(capsys.readouterr().out)["files"][0]["ink"])
    [row], none = answers
    assert none == []
    assert set(row) == {"page", "total", "x_mm", "y_mm"}
    assert (row["page"], 0 < row["total"] <= 100) == (1, True)


def test_large_type_on_a_tint_is_an_area_and_body_type_is_none() -> None:
    """Strokes of two millimetres have to dry; those of body type do."""
    head = text(100, "0 0 0 1 k").replace("20 60", "20 65")
    assert ids(judged(f"q {DARK} Q {head}").faults) == ["ink.together"]
    assert ids(judged(f"q {DARK} Q {text(12, '0 0 0 1 k')}").faults) == []


@pytest.mark.parametrize(
    "operators",
    [
        # Black knocks out; white lies between; a thin rule; another place; black is under the tint, which covers it.
        f"q {DARK} /Off gs 0 0 0 1 k {BAR} Q",
        f"q {DARK} /Off gs 0 0 0 0 k {BAR} {BLACK} {BAR} Q",
        f"q {DARK} {BLACK} 30 65 20 4 re f Q",
        f"q {DARK} {BLACK} 90 65 20 15 re f Q",
        f"q {BLACK} {BAR} {DARK} Q",
        # The clip leaves nothing of it on the tint; no mode 1: all plates of the process are laid.
        f"q {DARK} 90 60 10 10 re W n {BLACK} {BAR} Q",
        f"q {DARK} /Over0 gs 0 0 0 1 k {BAR} Q",
        # Beyond the trim there are marks alone.
        "q /Off gs 0.8 0.8 0.4 0 k 0 0 9 9 re f /Over gs 0 0 0 1 k 0 0 9 9 re f Q",
    ],
)
def test_what_does_not_come_together_is_no_alarm(operators: str) -> None:
    """Nothing is told."""
    states = {"Over0": Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=0)}
    assert ids(judged(operators, ExtGState=states).faults) in ([], ["ink.colour-overprints"])


def form(pdf: Pdf, content: str, **entries: Any) -> Any:
    """A form, or the cell of a pattern."""
    made = pdf.make_stream(content.encode(), BBox=Array([0, 0, 200, 150]), **entries)
    made.Resources = Dictionary(ExtGState=pdf.pages[0].obj.Resources.ExtGState)
    return made


def within_a_form(pdf: Pdf) -> None:
    """Black in a form, overprint set by who shows it."""
    shown = form(pdf, f"0 0 0 1 k {BAR}", Subtype=Name.Form)
    paint(f"q {DARK} /Over gs /Fm1 Do Q", XObject={"Fm1": shown})(pdf)


def over_a_pattern(pdf: Pdf) -> None:
    """The tint is a pattern's cell."""
    cell = form(pdf, "0.8 0.8 0.4 0 k 0 0 10 10 re f", PatternType=1, PaintType=1, TilingType=1, XStep=10, YStep=10)
    paint(f"q /Off gs /Pattern cs /P1 scn 20 60 60 30 re f {BLACK} {BAR} Q", Pattern={"P1": cell})(pdf)


def over_a_shading(pdf: Pdf) -> None:
    """The tint is a blend, darker to the right."""
    function = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0.8, 0.8, 0, 0]), C1=Array([1, 1, 0, 0]))
    blend = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([20, 0, 60, 0]), Function=function)
    paint(f"q 20 60 40 30 re W n /Sh1 sh {BLACK} {BAR} Q", Shading={"Sh1": blend})(pdf)


def over_an_indexed_picture(pdf: Pdf) -> None:
    """The tint is a picture of few colours."""
    picture = pdf.make_stream(bytes(16), Subtype=Name.Image, Width=4, Height=4, BitsPerComponent=8)
    picture.ColorSpace = Array([Name.Indexed, Name.DeviceCMYK, 0, pikepdf.String(b"\xcc\xcc\x66\x00")])
    paint(f"q 40 0 0 30 20 60 cm /Im9 Do Q q {BLACK} {BAR} Q", XObject={"Im9": picture})(pdf)


def over_a_spot_ink(pdf: Pdf) -> None:
    """A spot ink is a plate of its own, and takes its time to dry."""
    tint = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]))
    spot = Array([Name.Separation, Name.Rot, Name.DeviceCMYK, tint])
    drawn = f"q /Off gs /S1 cs 1 scn {BAR} /Over gs 0.6 0 0 0 k {BAR} {BLACK} {BAR} Q"
    paint(drawn, ColorSpace={"S1": spot})(pdf)


@pytest.mark.parametrize(
    ("edit", "total"),
    [
        (within_a_form, 300),
        (over_a_pattern, 300),
        (over_a_shading, 284),
        (over_an_indexed_picture, 300),
        (over_a_spot_ink, 260),
    ],
)
def test_whatever_lies_under_is_counted(edit: Callable[[Pdf], object], total: int) -> None:
    """Forms, patterns, blends, pictures of few colours, spot inks."""
    report = judged(edit)
    assert "ink.together" in ids(report.faults)
    assert most(report)[0] == pytest.approx(total, abs=3)


def test_what_lays_too_much_alone_is_told_of_it_alone() -> None:
    """And what overprints beside it by itself."""
    alone = "q /Off gs 1 1 1 0 k 120 60 30 30 re f Q"
    assert ids(judged(alone).faults) == ["ink.total"]
    both = judged(f"{alone} q {DARK} {BLACK} {BAR} Q")
    assert ids(both.faults) == ["ink.total", "ink.together"]
    assert next(fault.args["total"] for fault in both.faults if fault.rule.id == "ink.together") == 300


def test_what_is_mixed_by_transparency_is_counted() -> None:
    """Multiply lays both."""
    states = {"Mul": Dictionary(Type=Name.ExtGState, BM=Name.Multiply)}
    report = judged(f"q {DARK} /Mul gs 0 0 0 0.9 k {BAR} Q", ExtGState=states)
    assert "ink.together" in ids(report.faults)
    assert most(report)[0] == pytest.approx(290, abs=3)
