"""The page in a report: its picture, and over it a box with a number for every finding; millimetres of the trim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.checker.html_copy import Numbered
from jxprint.checker.pictured import Pictured

Box = Sequence[float]

# A mark between two characters is as wide as a pen's stroke; one of which no box is known is as large as a letter.
_STROKE_MM, _LETTER_MM = 0.7, 4.0
# A box stands off what it is about.
_OFF_MM = 0.35
# About a finding so much of the page is shown beside its sentence, at most.
_CUT_WIDE_MM, _CUT_HIGH_MM = 74.0, 13.0


def boxes(one: Numbered) -> list[Box]:
    """The boxes of a finding on its page, in millimetres; none where nobody knows its place."""
    args = one.finding.args
    known = args.get("boxes_mm")
    if isinstance(known, (tuple, list)) and known:
        return [_seen(box) for box in known]
    x, y = args.get("x_mm"), args.get("y_mm")
    if isinstance(x, (int, float)) and isinstance(y, (int, float)):
        return [(x - _OFF_MM, y - _LETTER_MM + _OFF_MM, _LETTER_MM, _LETTER_MM)]
    return []


def _seen(box: Box) -> Box:
    x, y, w, h = box
    if not w:
        return x - _STROKE_MM / 2, y - _OFF_MM, _STROKE_MM, h + 2 * _OFF_MM
    if not h:
        return x - _OFF_MM, y - _STROKE_MM / 2, w + 2 * _OFF_MM, _STROKE_MM
    return x - _OFF_MM, y - _OFF_MM, w + 2 * _OFF_MM, h + 2 * _OFF_MM


def picture_shown(picture: Pictured, page: int, findings: Sequence[Numbered]) -> str:
    """The whole page."""
    x, y, w, h = picture.frame
    image = f'<image id="i{page}" href="{picture.uri}" x="{x}" y="{y}" width="{w}" height="{h}"/>'
    # Large marks below small ones, so that each can be reached.
    ordered = sorted(findings, key=lambda one: -sum(box[2] * box[3] for box in boxes(one)))
    marks = "".join(piece for one in ordered for piece in _mark(one, picture))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}">{image}{marks}</svg>'


def _mark(one: Numbered, picture: Pictured) -> Iterator[str]:
    found = boxes(one)
    if not found:
        return
    yield f'<a id="m{one.number}" href="#f{one.number}" class="k-{one.kind} f{one.number}">'
    for box in found:
        yield _rect(box)
    left, top, _, _ = found[0]
    wide = 1.3 + 1.5 * len(str(one.number))
    # Beside its box, within the picture.
    x = max(picture.frame[0], min(left - wide / 2, picture.frame[0] + picture.frame[2] - wide))
    y = max(picture.frame[1] + 3.2, top)
    yield f'<rect class="tag" x="{x:.2f}" y="{y - 3.1:.2f}" width="{wide:.2f}" height="3" rx="1.2"/>'
    yield f'<text x="{x + wide / 2:.2f}" y="{y - 0.75:.2f}">{one.number}</text></a>'


def _rect(box: Box) -> str:
    x, y, w, h = box
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" rx=".4"/>'


def cut_out(one: Numbered, picture: Pictured | None, page: int) -> str:
    """The piece of the page about a finding: the same picture through a window."""
    found = boxes(one)
    if picture is None or not found:
        return ""
    x, y, w, h = found[0]
    wide = _CUT_WIDE_MM
    high = min(max(h + 5.0, _CUT_HIGH_MM), 2 * _CUT_HIGH_MM)
    left = x + min(w, wide - 10) / 2 - wide / 2
    top = y + min(h, high - 4) / 2 - high / 2
    marks = "".join(_rect(box) for box in found[:4])
    return (
        f'<svg class="cut" viewBox="{left:.1f} {top:.1f} {wide} {high:.1f}"><use href="#i{page}"/>'
        f'<a class="k-{one.kind}" href="#m{one.number}">{marks}</a></svg>'
    )
