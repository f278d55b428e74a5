"""Functions of pdfium that are asked about every single character, as calls that cost little more than the answer.

pypdfium2 tells ctypes the type of every argument, and ctypes looks at each of them in every call; a pointer that comes
back is an object that holds an object. The same functions are called here with what was made ready once, and an address
that comes back is a number: a fourth of the time.
"""

from __future__ import annotations

import ctypes
from typing import Any


def direct(function: Any, result: Any) -> Any:
    """A function of `pypdfium2.raw` that gives a `result` of ctypes, c_void_p where that is an address. It has to be
    given handles as `handle` makes them, places to write to as `ctypes.byref` does, and numbers that an int of C holds.
    """
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def handle(pointer: Any) -> ctypes.c_void_p:
    """What stands for an open thing of pdfium in direct calls."""
    return ctypes.cast(pointer, ctypes.c_void_p)
