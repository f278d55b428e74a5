"""A model of Chinese phrases: BudouX's for simplified Chinese (Apache-2.0), 64 KB of weights for the characters, pairs
and triples about a place. Its package is not run, for that costs ten times as much as reading its weights.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from math import exp, log1p
from pathlib import Path

import msgspec

# The weights are a boosted classifier's, in thousandths: twice the sum is the log of the odds for a joint.
_ODDS = 2 / 1000
_DEAREST = 8.0
# Where each group of weights looks: its characters begin and end so far from the place, over characters [from, to).
_WINDOWS = (
    ("UW1", -3, -2),
    ("UW2", -2, -1),
    ("UW3", -1, 0),
    ("UW4", 0, 1),
    ("UW5", 1, 2),
    ("UW6", 2, 3),
    ("BW1", -2, 0),
    ("BW2", -1, 1),
    ("BW3", 0, 2),
    ("TW1", -3, 0),
    ("TW2", -2, 1),
    ("TW3", -1, 2),
    ("TW4", 0, 3),
)

_Weights = dict[str, dict[str, int]]


@cache
def _model() -> tuple[tuple[tuple[dict[str, int], int, int], ...], float]:
    """The groups of weights with their windows, and the sum that a place without any has."""
    package = find_spec("budoux")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("budoux", name="budoux")
    file = Path(package.submodule_search_locations[0]) / "models" / "zh-hans.json"
    weights = msgspec.json.decode(file.read_bytes(), type=_Weights)
    total = sum(sum(group.values()) for group in weights.values())
    return tuple((weights.get(name, {}), start, end) for name, start, end in _WINDOWS), -total / 2


def phrase_prices(text: str) -> list[float]:
    """The price of a break before each character: minus the log of how likely a joint of phrases is there."""
    groups, base = _model()
    length = len(text)
    prices = [_DEAREST] * length
    for at in range(1, length):
        score = base
        for weights, start, end in groups:
            if at + start >= 0 and at + end <= length:
                score += weights.get(text[at + start : at + end], 0)
        prices[at] = min(_DEAREST, log1p(exp(min(50.0, -_ODDS * score))))
    return prices
