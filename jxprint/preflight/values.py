"""Values of a stranger's file, whatever stands where they should."""

from __future__ import annotations

from typing import Any


def dictionary(value: Any) -> Any:
    """A dictionary, or an empty one where something else stands."""
    import pikepdf

    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def array(value: Any) -> Any:
    """An array, or an empty tuple where something else stands."""
    import pikepdf

    return value if isinstance(value, pikepdf.Array) else ()


def is_true(value: Any) -> bool:
    """Whether a value is the boolean true."""
    return isinstance(value, bool) and value
