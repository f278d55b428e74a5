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


def name_of(value: Any) -> str:
    """A name as people read it, without its slash; one that is no UTF-8 (names of fonts in GBK) by its bytes."""
    try:
        return str(value).lstrip("/")
    except UnicodeDecodeError:
        return str(value.unparse().decode("ascii", "replace")).lstrip("/")


def number_of(value: Any) -> str:
    """The number of an object, as a file says it: `12 0 obj`."""
    number, generation = value.objgen
    return f"{number} {generation} obj"


def is_utf8(name: Any) -> bool:
    """Whether a name's bytes are UTF-8 (ISO 32000-1, 7.3.5)."""
    try:
        str(name)
    except UnicodeDecodeError:
        return False
    return True


def is_true(value: Any) -> bool:
    """Whether a value is the boolean true."""
    return isinstance(value, bool) and value
