"""How sure a story is, as a frequency: of stories whose least sure line of a head was so sure, how many had headline
and byline right.

The signs that roles are read from lean on each other, so that roles look surer than they are. Counted on pages that
the weights were not fitted on (four parts of `benchmarks/reconstruct`, each by the weights of the other three; 13,564
stories).
"""

from __future__ import annotations

from bisect import bisect_right

# How sure the roles of a story's head are, and how often it is right.
_SURE = (0.0, 0.5, 0.5615, 0.6553, 0.7571, 0.8555, 0.9244, 0.9616, 0.9832, 0.9937, 0.9984, 1.0)
_RIGHT = (0.0, 0.45, 0.473, 0.543, 0.631, 0.705, 0.751, 0.799, 0.871, 0.898, 0.938, 0.976)


def frequency(sure: float) -> float:
    """How often a story is right whose head is so sure."""
    at = min(len(_SURE) - 1, bisect_right(_SURE, sure))
    low, high = _SURE[at - 1], _SURE[at]
    share = min(1.0, (sure - low) / (high - low))
    return _RIGHT[at - 1] + share * (_RIGHT[at] - _RIGHT[at - 1])
