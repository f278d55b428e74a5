"""How sure a story is, as a frequency: of stories whose least sure line of a head was so sure, how many had headline
and byline right.

The signs that roles are read from lean on each other, so that roles look surer than they are. Counted on pages that
the weights were not fitted on (four parts of `benchmarks/reconstruct`, each by the weights of the other three; 2,191
stories), and made to rise.
"""

from __future__ import annotations

from bisect import bisect_right

# How sure the roles of a story's head are, and how often it is right.
_SURE = (0.0, 0.5, 0.55, 0.62, 0.7, 0.76, 0.82, 0.87, 0.92, 0.967, 0.987, 0.995, 0.997, 0.9985, 1.0)
_RIGHT = (0.0, 0.35, 0.44, 0.48, 0.52, 0.57, 0.66, 0.7, 0.78, 0.82, 0.9, 0.92, 0.95, 0.97, 0.99)


def frequency(sure: float) -> float:
    """How often a story is right whose head is so sure."""
    at = min(len(_SURE) - 1, bisect_right(_SURE, sure))
    low, high = _SURE[at - 1], _SURE[at]
    share = min(1.0, (sure - low) / (high - low))
    return _RIGHT[at - 1] + share * (_RIGHT[at] - _RIGHT[at - 1])
