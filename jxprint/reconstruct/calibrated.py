"""How sure a story is, as a frequency: of stories whose least sure line of a head was so sure, how many had headline
and byline right.

The signs that roles are read from lean on each other, so that roles look surer than they are. Counted on pages that
the weights were not fitted on (four parts of `benchmarks/reconstruct`, each by the weights of the other three; 5,803
stories).
"""

from __future__ import annotations

from bisect import bisect_right

# How sure the roles of a story's head are, and how often it is right.
_SURE = (0.0, 0.5, 0.525, 0.6, 0.71, 0.8176, 0.8957, 0.9453, 0.9759, 0.99, 0.9967, 0.9993, 1.0)
_RIGHT = (0.0, 0.33, 0.362, 0.451, 0.583, 0.683, 0.714, 0.835, 0.881, 0.926, 0.93, 0.96, 0.985)


def frequency(sure: float) -> float:
    """How often a story is right whose head is so sure."""
    at = min(len(_SURE) - 1, bisect_right(_SURE, sure))
    low, high = _SURE[at - 1], _SURE[at]
    share = min(1.0, (sure - low) / (high - low))
    return _RIGHT[at - 1] + share * (_RIGHT[at] - _RIGHT[at - 1])
