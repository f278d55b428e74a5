"""jxprint takes a Chinese broadsheet page apart and sets it again, and the page it prints can prove itself."""

from __future__ import annotations

__version__ = "0.1.0"
