"""Text in legs: paragraphs set to one measure, dealt over legs, and placed line by line on their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine
from jxprint.geometry import Rect
from jxprint.placed import Field, Role, TextBlock, TextLine


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as lines, with the role and number it has in the copy."""

    lines: tuple[SetLine, ...]
    role: Role
    field: Field
    index: int


@dataclass(frozen=True, slots=True)
class LegFrame:
    """Where legs stand: the x of each, the top of the first em box, line pitch and size, in points."""

    xs: tuple[float, ...]
    width: float
    top: float
    pitch: float
    size: float


def deal(paragraphs: Sequence[SetParagraph], legs: int) -> list[int]:
    """Lines in each leg: level to one line, the shortfall at the feet of the last legs (typography.md MC2).

    A subhead never stands last in a leg: the leg ends above it (背题).
    """
    kinds = [paragraph.role for paragraph in paragraphs for _ in paragraph.lines]
    total = len(kinds)
    counts: list[int] = []
    start = 0
    for leg in range(legs):
        left = legs - leg
        take = -(-(total - start) // left)
        while leg < legs - 1 and 1 < take < total - start and kinds[start + take - 1] == "subhead":
            take -= 1
        counts.append(take)
        start += take
    return counts


def place_legs(
    paragraphs: Sequence[SetParagraph], counts: Sequence[int], frame: LegFrame, part: str
) -> list[TextBlock]:
    """Blocks of the paragraphs, each line in its leg and on its row."""
    blocks: list[TextBlock] = []
    leg, row = 0, 0
    for paragraph in paragraphs:
        lines: list[TextLine] = []
        rows_of: dict[int, tuple[int, int]] = {}
        for line in paragraph.lines:
            while leg < len(counts) - 1 and row >= counts[leg]:
                leg, row = leg + 1, 0
            baseline = frame.top + row * frame.pitch + EM_TOP * frame.size
            lines.append(
                line.at(
                    frame.xs[leg], baseline, part=part, field=paragraph.field, index=paragraph.index, leg=leg
                )
            )
            first, _ = rows_of.get(leg, (row, row))
            rows_of[leg] = (first, row)
            row += 1
        frames = tuple(
            Rect(
                frame.xs[one],
                frame.top + first * frame.pitch,
                frame.width,
                (last - first) * frame.pitch + frame.size,
            )
            for one, (first, last) in rows_of.items()
        )
        blocks.append(TextBlock(paragraph.role, paragraph.field, paragraph.index, tuple(lines), frames))
    return blocks
