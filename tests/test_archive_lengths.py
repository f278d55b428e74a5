"""Places in pixels and in millimetres: one distance from the sheet's edge, and every edge within half a pixel of it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from jxprint.checker.kept.lengths import MM_PER_INCH, Twice, other_lengths

_EDGE = st.floats(0, 400, allow_nan=False)
_BOX = st.tuples(_EDGE, _EDGE, _EDGE, _EDGE)


def told(name: str, boxes: list[tuple[float, float, float, float]], bleed: float, dpi: float) -> Twice:
    """Boxes (mm) as a writer tells them: each edge rounded to a pixel, lengths to a hundredth of a millimetre."""
    factor = dpi / MM_PER_INCH
    pixels = []
    for x, y, width, height in boxes:
        left, top, right, foot = (round((one + bleed) * factor) for one in (x, y, x + width, y + height))
        pixels.append((left, top, right - left, foot - top))
    return name, pixels, [(round(x, 2), round(y, 2), round(w, 2), round(h, 2)) for x, y, w, h in boxes]


@given(st.lists(st.lists(_BOX, max_size=4), max_size=6), st.floats(0, 10), st.sampled_from((37.5, 60.0, 300.0)))
@example([[(18.8, 67.45, 73.66, 8.47)]], 3.0, 60.0)
def test_what_was_rounded_alone_is_no_fault(
    parts: list[list[tuple[float, float, float, float]]], bleed: float, dpi: float
) -> None:
    """Whatever the places are, and wherever the trim is."""
    trim = round(bleed * dpi / MM_PER_INCH)
    places = [told(str(at), boxes, bleed, dpi) for at, boxes in enumerate(parts)]
    assert other_lengths(places, (trim, trim, 0.0, 0.0), dpi) == []


def test_a_pixel_more_is_told_of_its_part() -> None:
    """Each of the four numbers of a box, in either tongue, among edges that agree."""
    boxes = [(18.8, 14.0, 112.39, 8.47), (18.8, 28.57, 112.39, 25.4), (57.54, 87.38, 34.93, 3.17), (3.1, 5.5, 8.1, 3.2)]
    good = [told(f"A{at}", [box], 3.0, 60.0) for at, box in enumerate(boxes)]
    for at in range(len(good)):
        for number in range(4):
            for by in (-0.9, 0.9):
                name, pixels, lengths = good[at]
                x, y, w, h = (value + by * (number == k) for k, value in enumerate(lengths[0]))
                places = [*good[:at], (name, pixels, [(x, y, w, h)]), *good[at + 1 :]]
                assert other_lengths(places, (7, 7, 354, 496), 60.0) == [name], (at, number, by)
    assert other_lengths([("A", good[0][1], [])], (7, 7, 354, 496), 60.0) == ["A"]
    assert other_lengths(good, (9, 7, 354, 496), 60.0) == ["A0"]
