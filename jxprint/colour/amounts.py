"""How much ink a picture lays in one place: measured strip by strip, and brought down to a limit."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

_INKS = 4
# All but one pixel in so many lie at or under the common amount: single ones are noise, and a press does not feel them.
_ONE_IN = 1000
# The mean of four inks is a whole number of 255 here, rounded: per cent that their sum may differ by.
_WITHIN = 0.8


class InkAmounts(Struct, frozen=True):
    """Total ink (总墨量) in per cent, 400 at most: the highest of any pixel, and what all but one in a thousand stay
    within. Amounts are right to 0.8.
    """

    highest: float
    common: float


class Laid(Struct, frozen=True):
    """What a strip in CMYK lays: pixels by the mean of their inks (0 to 255). `lessened_from` is the highest amount
    (per cent) that there was before it was brought down to a limit; 0: it was not.
    """

    counts: list[int]
    lessened_from: float = 0.0


def laid(strip: Image, limit: int, *, lessen: bool) -> tuple[Image, Laid]:
    """A strip as it is, or with `lessen` brought down to a limit (per cent; 0: there is none), and what it lays."""
    counts = _counts(strip)
    highest = _percent(_last(counts))
    if lessen and limit and highest + _WITHIN > limit:
        less = limited(strip, limit)
        if less.tobytes() != strip.tobytes():
            return less, Laid(_counts(less), highest)
    return strip, Laid(counts)


class InkCount:
    """What all strips of a picture lay together. `lessened_from` is the highest amount (per cent) that there was where
    one was brought down; 0: none was.
    """

    def __init__(self) -> None:
        self._counts = [0] * 256
        self.lessened_from = 0.0

    def add(self, strip: Laid) -> None:
        """One strip more."""
        self._counts = [one + other for one, other in zip(self._counts, strip.counts, strict=True)]
        self.lessened_from = max(self.lessened_from, strip.lessened_from)

    def amounts(self) -> InkAmounts | None:
        """What was counted; None where no strip was."""
        if not any(self._counts):
            return None
        whole = list(accumulate(self._counts))
        most = whole[-1] - whole[-1] // _ONE_IN
        common = next(mean for mean, sofar in enumerate(whole) if sofar >= most)
        return InkAmounts(_percent(_last(self._counts)), _percent(common))


def _counts(picture: Image) -> list[int]:
    """Pixels by the mean of their inks (0 to 255, half up)."""
    from PIL import Image

    width, height = picture.size
    # The four inks of a pixel as four grey pixels beside one another, of which one is made.
    beside = Image.frombuffer("L", (width * _INKS, height), picture.tobytes(), "raw", "L", 0, 1)
    return beside.reduce((_INKS, 1)).histogram()


def _last(counts: list[int]) -> int:
    return max(mean for mean, count in enumerate(counts) if count)


def _percent(mean: int) -> float:
    return round(_INKS * mean / 2.55, 1)


def limited(picture: Image, limit: int) -> Image:
    """CMYK with at most `limit` per cent of ink in every place: black stays, and the three colours give way in
    proportion, so that a dark place keeps its hue and its depth. A limit under 100 leaves black alone.
    """
    from PIL import Image, ImageMath

    *colours, black = picture.split()
    cyan, magenta, yellow = colours
    most = limit * 255 // 100
    # Images of 32 bits: sums and products go beyond a byte.
    whole = ImageMath.lambda_eval(lambda args: args["c"] + args["m"] + args["y"], c=cyan, m=magenta, y=yellow)
    kept = ImageMath.lambda_eval(_kept, whole=whole, k=black, most=most)
    less = [ImageMath.lambda_eval(_lessened, ink=ink, kept=kept, whole=whole) for ink in colours]
    return Image.merge("CMYK", (*less, black))


def _kept(args: dict[str, Any]) -> Any:
    """What may stay of the sum of three colours beside a pixel's black."""
    return args["min"](args["whole"], args["max"](args["most"] - args["k"], 0))


def _lessened(args: dict[str, Any]) -> Any:
    """What becomes of one of them, in proportion."""
    return args["convert"](args["ink"] * args["kept"] / args["max"](args["whole"], 1), "L")
