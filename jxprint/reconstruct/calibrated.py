"""How sure a story is, as a frequency: of stories whose least sure line of a head was so sure, how many had headline
and byline right.

The signs that roles are read from lean on each other, so that roles look surer than they are. Counted on pages that
the weights were not fitted on (four parts of `benchmarks/reconstruct`, each by the weights of the other three; 16,942
stories).
"""

from __future__ import annotations

from bisect import bisect_right

# How sure the roles of a story's head are, and how often it is right.
_SURE = (0.0, 0.5, 0.5535, 0.6553, 0.7491, 0.8385, 0.9113, 0.9561, 0.9779, 0.9888, 0.9948, 0.9977, 0.999, 1.0)
_RIGHT = (0.0, 0.4, 0.455, 0.57, 0.649, 0.724, 0.849, 0.879, 0.912, 0.942, 0.956, 0.969, 0.981, 0.989)


def frequency(sure: float) -> float:
    """How often a story is right whose head is so sure."""
    at = min(len(_SURE) - 1, bisect_right(_SURE, sure))
    low, high = _SURE[at - 1], _SURE[at]
    share = min(1.0, (sure - low) / (high - low))
    return _RIGHT[at - 1] + share * (_RIGHT[at] - _RIGHT[at - 1])
