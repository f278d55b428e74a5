"""Preflight (印前检查) of a finished PDF: what a press, an archive and readers aloud ask of a file, whoever made it.

The judge starts from the file alone and knows nothing of what wrote it. Every rule is a row of a table
(`jxprint.preflight.rules`) that names the public source it rests on, or says that it is unverified.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.preflight.report import Report

if TYPE_CHECKING:
    from jxprint.profile import Profile

__all__ = ["Report", "preflight"]


def preflight(pdf: Path | str | bytes, profile: Profile, icc: bytes | None = None) -> Report:
    """Hold a file against a profile; `icc` is the output profile that the plant asked for.

    Raises PdfError where the file is damaged, encrypted or larger inside than is safe.
    """
    from jxprint.preflight.asking import ask

    given = pdf if isinstance(pdf, bytes) else Path(pdf)
    return ask(given, "<pdf>" if isinstance(given, bytes) else str(given), profile, icc)
