"""What of a picture is shown in a frame: cropped, never squeezed; and how widths and depths are shared out."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.geometry import Rect
from jxprint.model import Shot

_WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
# A picture without a shape of its own (a placeholder) may be anything between these (width over height); 3:2 is the
# usual camera's. One with a file is cropped by the page's make-up by at most this share of one side.
_PLACEHOLDER_WIDEST, _PLACEHOLDER_SQUAREST, _PLACEHOLDER_USUAL = 2.0, 1.0, 1.5
_CROP = 0.12
# Halving an interval as often leaves nothing of a double's precision to gain.
_HALVINGS = 80


def shapes_of(shot: Shot) -> tuple[float, float, float]:
    """The widest shape (width over height) that the page's make-up may give a picture, its own, and the squarest."""
    if shot.aspect:
        return shot.aspect, shot.aspect, shot.aspect
    if shot.sides is None:
        return _PLACEHOLDER_WIDEST, _PLACEHOLDER_USUAL, _PLACEHOLDER_SQUAREST
    box = shot.crop or _WHOLE
    own = box.width * shot.sides[0] / (box.height * shot.sides[1])
    return own / (1 - _CROP), own, own * (1 - _CROP)


def window(shot: Shot, shape: float, aim: float = 0.5) -> Rect | None:
    """The largest part of a file within its crop box that has a shape (width over height), as shares of its sides as
    seen; None when it is all of it.

    It stands with the focal point in the middle of its width and at `aim` (0 to 1) of its depth, as near as the box
    lets it; without a focal point the middle of the box stays.
    """
    assert shot.sides is not None  # asked for pictures with a file alone
    box = shot.crop or _WHOLE
    wanted = shape * shot.sides[1] / shot.sides[0]  # in shares
    width, height = box.width, box.height
    if width > wanted * height:
        width = wanted * height
    else:
        height = width / wanted
    x, y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    if shot.focus is not None:
        x = _clamped(shot.focus[0] - width / 2, box.x, box.right - width)
        y = _clamped(shot.focus[1] - aim * height, box.y, box.bottom - height)
    found = Rect(x, y, width, height)
    return None if found == _WHOLE else found


def shared(least: Sequence[float], wanted: Sequence[float], most: Sequence[float], total: float) -> tuple[float, ...]:
    """`total` in pieces as the wanted ones are to each other, each between its least and its most; beyond what these
    come to, in proportion to them.
    """
    low, high = 0.0, 2 * max(limit / want for limit, want in zip(most, wanted, strict=True))

    def pieces(by: float) -> list[float]:
        return [_clamped(want * by, *limits) for want, *limits in zip(wanted, least, most, strict=True)]

    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(pieces(middle)) < total else (low, middle)
    found = pieces(high)
    return tuple(piece * total / sum(found) for piece in found)


def _clamped(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
