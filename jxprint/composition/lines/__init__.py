"""Line composition: one paragraph of copy in, set lines out. Knows nothing of pages, parts and legs.

`set_paragraph` breaks and justifies; `set_line` sets a single line as long as it is. Both keep what they set, so
that a paragraph that did not change costs nothing.
"""

from __future__ import annotations

from jxprint.composition.lines.setting import SetLine, Setting

__all__ = ["SetLine", "Setting"]
