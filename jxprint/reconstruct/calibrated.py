"""How sure a story is, as a frequency: of stories whose least sure line of a head was so sure, how many had headline
and byline right.

The signs that roles are read from lean on each other, so that roles look surer than they are. Counted on pages that
the weights were not fitted on (four parts of `benchmarks/reconstruct`, each by the weights of the other three; 9,215
stories), and made to rise.
"""

from __future__ import annotations

from bisect import bisect_right

# How sure the roles of a story's head are, and how often it is right.
_SURE = (0.0, 0.5, 0.55, 0.65, 0.75, 0.834, 0.92, 0.967, 0.9815, 0.992, 0.997, 0.9986, 0.9993, 1.0)
_RIGHT = (0.0, 0.33, 0.39, 0.56, 0.58, 0.61, 0.78, 0.86, 0.89, 0.937, 0.95, 0.974, 0.978, 0.995)


def frequency(sure: float) -> float:
    """How often a story is right whose head is so sure."""
    at = min(len(_SURE) - 1, bisect_right(_SURE, sure))
    low, high = _SURE[at - 1], _SURE[at]
    share = min(1.0, (sure - low) / (high - low))
    return _RIGHT[at - 1] + share * (_RIGHT[at] - _RIGHT[at - 1])
