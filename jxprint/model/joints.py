"""Joints (断栏处): places where a column of a printed page ended within a text, as a dump of the page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from jxprint.errors import Place

JointKind = Literal["seen", "inferred"]


class Joint(Struct, frozen=True):
    """Where a leg ended: before code point `offset` of a paragraph (from 1); an offset as long as the paragraph is its
    end. `context` is what stands there on either side with | at the joint, empty where nobody kept it; `kind` says
    whether the dump shows the joint or somebody concluded it. `place` is where the evidence says so.
    """

    paragraph: int
    offset: int
    context: str = ""
    kind: JointKind = "seen"
    place: Place = Place()

    @property
    def sides(self) -> Iterator[tuple[str, str]]:
        """What stands before and behind the joint; a text that has a | of its own can be read in several ways."""
        for at, char in enumerate(self.context):
            if char == "|":
                yield self.context[:at], self.context[at + 1 :]

    def stands_in(self, text: str, offset: int | None = None) -> bool:
        """Whether the joint's context is that of a place in its paragraph (its own, where none is given)."""
        at = self.offset if offset is None else offset
        if not 0 < at <= len(text):
            return False
        sides = list(self.sides)
        return not sides or any(text[:at].endswith(left) and text[at:].startswith(right) for left, right in sides)
