"""Marked content of a page as it is painted (ISO 32000-1, 14.6): what is tagged, an artifact, or neither."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field


class Painted(Struct):
    """What the content of a page shows to a reader of tags: identifiers in the order of the content, codes of text
    shown within artifacts and in all, things painted outside both, whether the page has its key in the parent tree.
    """

    mcids: dict[int, None] = field(default_factory=dict)
    repeated: int = 0
    codes: int = 0
    artifact_codes: int = 0
    untagged: int = 0
    tagged_in_artifact: int = 0
    artifact_in_tagged: int = 0
    untyped: int = 0
    things: int = 0


class Marks:
    """Follows BMC, BDC and EMC; forms belong to the content that shows them."""

    def __init__(self) -> None:
        self.painted = Painted()
        # Of each open piece: its tag, its identifier (None: none).
        self._open: list[tuple[str, int | None]] = []

    def begin(self, tag: str, properties: Any, within_form: bool) -> None:
        """BMC, BDC; identifiers within a form are the form's."""
        mcid = _identifier(properties)
        painted = self.painted
        within = [one for one, _ in self._open]
        is_tagged = any(number is not None for _, number in self._open)
        if tag == "/Artifact":
            painted.artifact_in_tagged += is_tagged
            typed = properties is not None and "/Type" in properties
            painted.untyped += not typed
        elif mcid is not None:
            painted.tagged_in_artifact += "/Artifact" in within
            if not within_form:
                painted.repeated += mcid in painted.mcids
                painted.mcids[mcid] = None
        self._open.append((tag, mcid))

    def end(self) -> None:
        """EMC."""
        if self._open:
            self._open.pop()

    def paint(self, codes: int = 0) -> None:
        """Something is painted; `codes` are those of shown text."""
        painted = self.painted
        painted.things += 1
        painted.codes += codes
        if any(tag == "/Artifact" for tag, _ in self._open):
            painted.artifact_codes += codes
        elif not any(mcid is not None for _, mcid in self._open):
            painted.untagged += 1

    @property
    def is_artifact(self) -> bool:
        """Whether what is painted now is no content of the page."""
        return any(tag == "/Artifact" for tag, _ in self._open)


def _identifier(properties: Any) -> int | None:
    if properties is None:
        return None
    mcid = properties.get("/MCID")
    return int(mcid) if isinstance(mcid, int) else None
