"""Patterns that are compiled when they are first wanted: each class with Han in it takes Python a millisecond."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern to be called for."""
    return cache(lambda: re.compile(pattern, flags))
