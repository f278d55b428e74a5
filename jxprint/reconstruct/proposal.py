"""What is proposed for a page, as it is printed by `reconstruct --json`: copy, joints, and the grid they were read off.

Offsets count code points in the restored paragraph from 0; what is not known is null. A joint keeps its context, so
that it survives an edit or is seen to be stale.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

JointKind = Literal["seen", "inferred"]
# Characters of context that a joint keeps on either side.
CONTEXT = 6


class Joint(Struct, frozen=True):
    """A place where a column ended within a paragraph (paragraph from 0). `seen`: the dump breaks off there;
    `inferred`: it ends a sentence there, and only the grid says that the paragraph goes on.
    """

    paragraph: int
    offset: int
    context: str
    kind: JointKind


class ProposedPicture(Struct, frozen=True):
    """A caption and who took the picture."""

    caption: str
    credit: str | None


class ProposedStory(Struct, frozen=True):
    """A story; `measure` in ems of the body type, `lines` of each leg."""

    kicker: str | None
    headline: tuple[str, ...]
    deck: str | None
    byline: tuple[str, ...]
    dateline: str | None
    paragraphs: tuple[str, ...]
    joints: tuple[Joint, ...]
    measure: float | None
    legs: int | None
    lines: int | None
    confidence: float


class ProposedGrid(Struct, frozen=True):
    """Base columns of a measure and a gap (ems of the body type), size and pitch of the body type (points)."""

    columns: int | None
    measure: float | None
    gap: float | None
    size: float | None
    pitch: float | None


class Proposal(Struct, frozen=True):
    """A page as it is proposed; `findings` are sentences for people, each with its place."""

    masthead: str | None
    headline: tuple[str, ...]
    standfirst: tuple[str, ...]
    pictures: tuple[ProposedPicture, ...]
    stories: tuple[ProposedStory, ...]
    grid: ProposedGrid
    findings: tuple[dict[str, object], ...] = ()


def context_at(paragraph: str, offset: int) -> str:
    """What stands about a joint: `…|…`."""
    return f"{paragraph[max(0, offset - CONTEXT) : offset]}|{paragraph[offset : offset + CONTEXT]}"
