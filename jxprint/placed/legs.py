"""A block's lines by the legs that they stand in, each leg with its frame."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.placed import Article
from jxprint.placed.type import TextBlock, TextLine

# What stands over the text of a story as one with its head.
_HEAD = frozenset(("kicker", "headline", "deck", "byline"))
_OVER_ALL = -1


def beads_of(article: Article) -> tuple[Rect, ...]:
    """The frames that a story runs through, in order: its head, then what of its text stands in one leg. None where
    the article is no story.
    """
    if article.kind != "story":
        return ()
    beads: list[Rect] = []
    last: int | None = None
    is_begun = False
    for block in article.text_blocks():
        # A jump line over the text says where it comes from; one under it ends its last leg.
        is_begun = is_begun or block.role not in (*_HEAD, "jump")
        for lines, frame in legs_of(block):
            leg = lines[0].leg if is_begun else _OVER_ALL
            if leg == last:
                beads[-1] = around((beads[-1], frame))
            else:
                beads.append(frame)
            last = leg
    return tuple(beads)


def goes_on(article: Article) -> str:
    """The address that the jump line under a story (转版) leads to, empty where it has none."""
    blocks = list(article.text_blocks())
    is_under = len(blocks) > 1 and blocks[-1].role == "jump" and blocks[-2].role in ("body", "subhead")
    return blocks[-1].lines[0].runs[0].link if is_under else ""


def legs_of(block: TextBlock) -> list[tuple[tuple[TextLine, ...], Rect]]:
    """The lines of each leg with the frame they fill. A drop cap, the lines beside it and those under these have frames
    of their own, so that none lies over another.
    """
    if len(block.frames) == 1 and block.initial is None:
        return [(block.lines, block.frames[0])]  # most blocks stand in one leg
    legs: dict[int, list[TextLine]] = {}
    for line in block.lines:
        legs.setdefault(line.leg, []).append(line)
    found = [(tuple(lines), frame) for lines, frame in zip(legs.values(), block.frames, strict=True)]
    initial = block.initial
    if initial is None:
        return found
    first, *more = found[0][0]
    cap = replace(first, y=first.runs[0].y, runs=first.runs[: initial.runs], drawn=())
    lines = replace(first, runs=first.runs[initial.runs :]), *more
    parts = [((cap,), initial.frame), (lines[: initial.lines], initial.beside)]
    if initial.below is not None:
        parts.append((lines[initial.lines :], initial.below))
    return [*parts, *found[1:]]
