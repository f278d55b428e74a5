"""Names that nobody knows, and the one that was probably meant."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.errors import Finding, Place


def unknown(key: str, place: Place, name: str, known: Sequence[str]) -> Finding:
    """A finding for a name that is none of `known`; the message `key` has a sister that asks "did you mean"."""
    from difflib import get_close_matches  # only where something is amiss

    near = get_close_matches(name.lower(), known, 1)
    if near:
        return Finding(f"{key}_near", place, {"name": name, "near": near[0]})
    return Finding(key, place, {"name": name, "known": tuple(known)})
