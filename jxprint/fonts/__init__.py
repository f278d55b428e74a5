"""Faces (字体): what comes along, what a newsroom brings, which face sets which character. See ARCHITECTURE.md."""

from __future__ import annotations

from jxprint.fonts.face import Face, Shaped
from jxprint.fonts.library import Chain, Library, open_library

__all__ = ["Chain", "Face", "Library", "Shaped", "open_library"]
