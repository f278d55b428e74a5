"""The reconstruction of a page whose source has positions: what was seen, in the form that a page inferred has."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.reconstruct import Reconstruction, RestoredStory, proposal_of
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.found import FoundPage, FoundStory
from jxprint.reconstruct.grid import PageGrid
from jxprint.reconstruct.joining import Joined, joined
from jxprint.reconstruct.legs import Legs
from jxprint.reconstruct.placeable import placeable
from jxprint.reconstruct.plan import Block, plans
from jxprint.reconstruct.printed.measures import Grid, grid_of, lines_of, measure_of
from jxprint.reconstruct.printed.page import Seen, SeenStory, seen
from jxprint.reconstruct.printed.places import drawn
from jxprint.reconstruct.proposal import ProposedGrid
from jxprint.reconstruct.story_readings import Reading

# What is taken where nothing is to be measured (ems).
_MEASURE, _GAP = 15.0, 1.2
# How sure a measured page is: as made, and as measured off an image.
_SURE, _SURE_MEASURED = 1.0, 0.9


def reconstruct_seen(evidence: Evidence) -> Reconstruction:
    """Read a page off where its lines stand."""
    found = seen(evidence)
    grid = grid_of(found)
    page = placeable(found.page)
    sure = _SURE if found.paper.exact else _SURE_MEASURED
    measure = grid.measure if grid is not None else _MEASURE
    stories = [_restored(one, found, sure, measure) for one in found.stories] or [_bare(one) for one in page.stories]
    page = _with_confidence(page, sure)
    blocks = [
        Block(k, one.span, one.reading.best.lines if one.reading.best is not None else 3)
        for k, one in enumerate(stories)
    ]
    plan = plans(blocks, measure)[0]
    if grid is not None:
        plan = replace(plan, columns=grid.columns, size_pt=grid.size, width_mm=_width_mm(grid))
    readings = PageGrid(
        grid.measure if grid is not None else None,
        ((grid.measure, 1.0),) if grid is not None else (),
        tuple(one.reading for one in stories),
    )
    proposal = replace(proposal_of(page, readings, plan, stories), grid=_proposed(grid, found))
    kept = drawn(found, grid) if grid is not None and found.stories else None
    return Reconstruction(evidence, page, readings, plan, measure, tuple(stories), proposal, kept)


def _width_mm(grid: Grid) -> float:
    return (grid.columns * grid.step - grid.gap * grid.size) * 25.4 / 72


def _proposed(grid: Grid | None, found: Seen) -> ProposedGrid:
    size, pitch = round(found.body.size, 2), round(found.body.pitch, 2) or None
    if grid is None:
        return ProposedGrid(None, None, None, size, pitch)
    return ProposedGrid(grid.columns, grid.measure, grid.gap if grid.columns > 1 else None, size, pitch)


def _with_confidence(page: FoundPage, sure: float) -> FoundPage:
    stories = tuple(replace(one, confidence=sure if one.headline else sure / 2) for one in page.stories)
    return replace(page, stories=stories)


def _restored(one: SeenStory, found: Seen, sure: float, measure: float) -> RestoredStory:
    joints = tuple(stretch.goes_on for stretch in one.stretches)
    paragraphs, places = joined(one.found, joints)
    own = measure_of(one, found.body, found.paper.exact)
    legs = max(1, len(one.legs))
    lines = [lines_of(leg, found.body.pitch) for leg in one.legs]
    total = sum(len(leg.lines) for leg in one.legs)
    counts = tuple(len(stretch.lines) for stretch in one.stretches)
    best = Legs(own if own is not None else measure, legs, max(lines, default=0), total, joints, counts, 0.0)
    reading = Reading(best, (), sure)
    likely = tuple(map(float, joints))
    return RestoredStory(
        paragraphs, tuple(replace(place, kind="seen") for place in places), reading, legs, own, True, likely
    )


def _bare(story: FoundStory) -> RestoredStory:
    paragraphs = tuple(Joined(piece.text.text, piece.role, (k,)) for k, piece in enumerate(story.pieces))
    return RestoredStory(paragraphs, (), Reading(None), 1)
