"""A source that is a file, or that another program pipes in."""

from __future__ import annotations

import sys
from pathlib import Path

from jxprint.intake.source_bytes import piped_bytes, source_bytes


def given_bytes(source: Path) -> bytes:
    """What a file holds, or standard input where the source is `-`. Raises DescriptionError where it cannot be read."""
    if str(source) != "-":
        return source_bytes(source)
    return piped_bytes(None if sys.stdin is None else sys.stdin.buffer, str(source))
