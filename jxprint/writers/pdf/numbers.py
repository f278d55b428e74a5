"""Numbers as content streams write them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def thousandths(value: int) -> str:
    """A number given in thousandths, without zeros that say nothing."""
    whole, rest = divmod(abs(value), 1000)
    sign = "-" if value < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    fraction = f".{rest:03d}".rstrip("0")
    return f"{sign}{whole or ''}{fraction}"


def decimal(value: float) -> str:
    """A number to three decimals (a thousandth of a point is 0.35 micrometres)."""
    return thousandths(round(value * 1000))


def decimals(*values: float) -> str:
    """Several numbers, one space between."""
    return " ".join([thousandths(round(value * 1000)) for value in values])


def spacing(value: float) -> str:
    """A character spacing in points: five decimals, since it adds up over a line."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def fine(*values: float) -> str:
    """Numbers to seven decimals: what is multiplied by them may be large."""
    return " ".join(_trimmed(f"{value:.7f}") for value in values)


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
