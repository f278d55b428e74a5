"""Reconstruction (复原): from what is left of a printed page back to its copy and the grid that it was set on.

`reconstruct` takes what a source says and gives a page: its structure, the joints where columns ended, measure, legs
and lines of each story, and a plan. Nothing here composes or writes; `jxprint/reconstruct/folder.py` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.reconstruct.deciding import is_joint
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.found import FoundPage, FoundStory
from jxprint.reconstruct.grid import PageGrid, read_grid
from jxprint.reconstruct.joining import Joined, joined, joints_by_words, leg_pieces, with_sentence_ends
from jxprint.reconstruct.legs import Piece as LegPiece
from jxprint.reconstruct.placeable import placeable
from jxprint.reconstruct.plan import GAP_EM, Block, PlanRead, plans
from jxprint.reconstruct.proposal import (
    Joint,
    Proposal,
    ProposedGrid,
    ProposedPicture,
    ProposedStory,
)
from jxprint.reconstruct.rereading import read_once_more
from jxprint.reconstruct.sentence_ends import usual_paragraph
from jxprint.reconstruct.setting import Style
from jxprint.reconstruct.story_readings import Reading, with_room
from jxprint.reconstruct.structure import Look, look

if TYPE_CHECKING:
    from jxprint.reconstruct.answers import Answers
    from jxprint.reconstruct.printed.places import Drawn

# What is taken where nothing tells: the measure of a column, and the lines of leading to an em.
_USUAL_MEASURE, _PITCH = 15.0, 1.5
_LEGS_UNKNOWN = 2
# Units that fill a line are read as text unless the legs of the page come out dearer by this: then they were heads.
_DEARER = 5.5


class RestoredStory(Struct, frozen=True):
    """A story restored: its paragraphs, joints, the reading of its legs, and the base columns that it is drawn on.
    `seen_measure` is the measure of its legs (ems) where it was `seen` and they tell it; `likely` is for each piece how
    likely (0 to 1) it ends in a joint, nothing where no joint may be.
    """

    paragraphs: tuple[Joined, ...]
    joints: tuple[Joint, ...]
    reading: Reading
    span: int
    seen_measure: float | None = None
    seen: bool = False
    likely: tuple[float, ...] = ()


class Reconstruction(Struct, frozen=True):
    """A page as it was read: what the source says, what it consists of, its grid, plan, stories in the order of the
    dump, and the proposal that is printed. `drawn` is the page as it was measured, where the source has positions.
    """

    evidence: Evidence
    page: FoundPage
    grid: PageGrid
    plan: PlanRead
    measure: float
    stories: tuple[RestoredStory, ...]
    proposal: Proposal
    drawn: Drawn | None = None


def reconstruct(evidence: Evidence, answers: Answers | None = None) -> Reconstruction:
    """Read a page off what a source says of it, and a person who edited the layout."""
    if evidence.paper is not None:
        from jxprint.reconstruct.measured import reconstruct_seen

        return reconstruct_seen(evidence)
    page, pieces, grid, measure = read_structure(evidence, answers)
    grid, likelihoods = read_once_more(pieces, grid, measure)
    stories: list[RestoredStory] = []
    for story, reading, likely in zip(page.stories, grid.stories, likelihoods, strict=True):
        paragraphs, joints = joined(story, [is_joint(one) for one in likely])
        own = with_room(reading, len(joints))
        span = own.best.legs if own.best is not None else _LEGS_UNKNOWN
        stories.append(RestoredStory(paragraphs, joints, own, span, likely=tuple(likely)))
    blocks = [
        Block(k, one.span, _rows(one, measure), len(found.kicker) + len(found.deck) + max(0, len(found.headline) - 1))
        for k, (one, found) in enumerate(zip(stories, page.stories, strict=True))
    ]
    plan = plans(blocks, measure)[0]
    return Reconstruction(evidence, page, grid, plan, measure, tuple(stories), proposal_of(page, grid, plan, stories))


def read_structure(
    evidence: Evidence, answers: Answers | None = None
) -> tuple[FoundPage, list[list[LegPiece]], PageGrid, float]:
    """The page that a source's lines make, the pieces of its stories as legs see them, its grid, and the measure (ems)
    that stories have of which the grid tells nothing.
    """
    seen = look(evidence, answers)
    page, pieces, grid = _read(seen, answers)
    if grid.measure is not None and (other := seen.again(grid.measure)) is not None:
        tried = _read(other, answers)
        if tried[2].price < grid.price + _DEARER:
            page, pieces, grid = tried
    return page, pieces, grid, grid.measure or _USUAL_MEASURE


def _read(seen: Look, answers: Answers | None) -> tuple[FoundPage, list[list[LegPiece]], PageGrid]:
    """The page that its units make, the pieces of its stories as legs see them, and its grid."""
    page = placeable(seen.page())
    pieces = pieces_of(page.stories)
    if answers is not None:
        pieces = [answers.settled(story, own) for story, own in zip(page.stories, pieces, strict=True)]
    return page, pieces, read_grid(pieces)


def pieces_of(stories: Sequence[FoundStory]) -> list[list[LegPiece]]:
    """The pieces of a page's stories as legs see them."""
    pieces = [leg_pieces(story, Style()) for story in stories]
    usual = usual_paragraph(stories, [joints_by_words(own) for own in pieces])
    return [with_sentence_ends(story, own, usual) for story, own in zip(stories, pieces, strict=True)]


def _rows(story: RestoredStory, measure: float) -> int:
    """Rows of a story's text over its columns."""
    if story.reading.best is not None:
        return story.reading.best.lines
    lines = sum(-(-(len(one.text) + 2) // int(measure)) for one in story.paragraphs)
    return max(3, -(-lines // story.span))


def proposal_of(page: FoundPage, grid: PageGrid, plan: PlanRead, stories: list[RestoredStory]) -> Proposal:
    """The proposal of a page with its stories restored."""
    known = grid.measure is not None
    return Proposal(
        page.masthead.text if page.masthead is not None else None,
        tuple(one.text for one in page.headline),
        tuple(one.text.text for one in page.standfirst),
        tuple(
            ProposedPicture(one.caption.text, one.credit.text if one.credit is not None else None)
            for one in page.pictures
        ),
        tuple(
            ProposedStory(
                " ".join(one.text for one in found.kicker) or None,
                tuple(one.text for one in found.headline),
                " ".join(one.text for one in found.deck) or None,
                tuple(one.text for one in found.byline),
                found.dateline.text if found.dateline is not None else None,
                tuple(one.text for one in story.paragraphs),
                story.joints,
                _measure_of(story),
                best.legs if (best := story.reading.best) is not None else None,
                best.lines if best is not None else None,
                found.confidence,
            )
            for found, story in zip(page.stories, stories, strict=True)
        ),
        ProposedGrid(
            plan.columns if known else None,
            grid.measure,
            GAP_EM if known else None,
            plan.size_pt if known else None,
            round(plan.size_pt * _PITCH * 2) / 2 if known else None,
        ),
    )


def _measure_of(story: RestoredStory) -> float | None:
    """A story's measure; of a measured one with no full lines (verse) nothing is known."""
    if story.reading.best is None:
        return None
    return story.seen_measure if story.seen else story.reading.best.measure
