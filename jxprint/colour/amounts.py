"""How much ink a picture lays in one place (总墨量): brought down to a limit, strip by strip."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jxprint.colour.transforms import Turning

if TYPE_CHECKING:
    from PIL.Image import Image

_INKS = 4
# Little CMS looks 33 steps of each colour up and goes straight from one to the next, so that no colour between them
# lays more than all of those about it. They lie between the steps of a byte: by this much, in per cent of ink, may the
# next byte differ.
_STEPS, _BETWEEN = 33, 3.0


def lessened(strip: Image, limit: int) -> tuple[Image, float]:
    """A strip in CMYK with at most `limit` per cent of ink in every place, and the highest amount (per cent, right to
    0.8) that there was; 0 where nothing had to be brought down: it is the same strip then.
    """
    # Half up, the mean of four inks is at least so much where their sum is over the limit.
    first = (_most(limit) + 3) // _INKS
    means = _means(strip)
    box = means.point([0] * first + [255] * (256 - first)).getbbox()
    if box is None:
        return strip, 0.0
    before = strip.crop(box)
    after = limited(before, limit)
    if after.tobytes() == before.tobytes():
        return strip, 0.0
    made = strip.copy()
    made.paste(after, box)
    return made, _percent(means)


@lru_cache(maxsize=8)
def never_over(turning: Turning, mode: str, limit: int) -> bool:
    """Whether nothing that is turned into CMYK from a mode of three colours can lay more than `limit` per cent: then no
    pixel has to be asked.
    """
    from PIL import Image

    steps = [round(255 * step / (_STEPS - 1)) for step in range(_STEPS)]
    colours = bytes(part for one in steps for other in steps for third in steps for part in (one, other, third))
    table = Image.frombytes(mode, (_STEPS * _STEPS, _STEPS), colours)
    return _percent(_means(turning.apply(table))) + _BETWEEN <= limit


def limited(picture: Image, limit: int) -> Image:
    """CMYK with at most `limit` per cent of ink in every place: black stays, and the three colours give way in
    proportion, so that a dark place keeps its hue and its depth. A limit under 100 leaves black alone.
    """
    from PIL import Image, ImageMath

    *colours, black = picture.split()
    cyan, magenta, yellow = colours
    # Images of 32 bits: sums and products go beyond a byte.
    whole = ImageMath.lambda_eval(_whole, c=cyan, m=magenta, y=yellow)
    kept = ImageMath.lambda_eval(_kept, whole=whole, k=black, most=_most(limit))
    less = [ImageMath.lambda_eval(_lessened, ink=ink, kept=kept, whole=whole) for ink in colours]
    return Image.merge("CMYK", (*less, black))


def _most(limit: int) -> int:
    """What four inks of 255 each may come to."""
    return limit * 255 // 100


def _means(picture: Image) -> Image:
    """The mean of the four inks of every pixel, half up, as a picture in grey."""
    from PIL import Image

    width, height = picture.size
    # The four inks of a pixel as four grey pixels beside one another, of which one is made.
    beside = Image.frombuffer("L", (width * _INKS, height), picture.tobytes(), "raw", "L", 0, 1)
    return beside.reduce((_INKS, 1))


def _percent(means: Image) -> float:
    """The highest of means."""
    _, highest = means.getextrema()
    assert isinstance(highest, int)  # of one band
    return round(_INKS * highest / 2.55, 1)


def _whole(args: dict[str, Any]) -> Any:
    """The sum of three colours; of none it is one step, which divides nothing."""
    return args["max"](args["c"] + args["m"] + args["y"], 1)


def _kept(args: dict[str, Any]) -> Any:
    """What may stay of the sum of three colours beside a pixel's black."""
    return args["min"](args["whole"], args["max"](args["most"] - args["k"], 0))


def _lessened(args: dict[str, Any]) -> Any:
    """What becomes of one of them, in proportion."""
    return args["convert"](args["ink"] * args["kept"] / args["whole"], "L")
