"""Names in a row (均排): an em apart, and two characters opened to three where longer names stand beside them."""

from __future__ import annotations

from jxprint.text.classes import HAN, SPACE


def open_names(classes: list[int], gap: list[float], advance: list[float], width: float) -> None:
    """Set one em between names and, beside longer ones, open two-character names to their width (均排).

    The text is untouched. Where all names have two characters there is nothing to open them to.
    """
    start = longest = 0
    for k in range(len(classes) + 1):
        if k == len(classes) or classes[k] == SPACE:
            longest, start = max(longest, k - start), k + 1
    start = 0
    for k in range(len(classes) + 1):
        if k == len(classes) or classes[k] == SPACE:
            if longest > 2 and k - start == 2 and classes[start] == classes[start + 1] == HAN:
                gap[start + 1] = max(0.0, width - advance[start] - advance[start + 1])
            if k < len(classes):
                advance[k] = 1000.0
            start = k + 1
