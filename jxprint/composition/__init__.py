"""Composition: from the model to the placed page. Every position on the page is decided in this room."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.composition.coverage import faceless, missing, stood_in
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Holding
from jxprint.composition.drawing import areas
from jxprint.composition.dummy import Plan
from jxprint.composition.frame import frame_of, placed_grid
from jxprint.composition.furniture import column_rules, folio_article, folio_overlaps, part_rules
from jxprint.composition.kinds import draft_of
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.composition.makeup import planned
from jxprint.composition.marked import UNSHOWN
from jxprint.composition.standing import StandingType, standing_type
from jxprint.errors import DescriptionError, Finding, FontError, OversetError, in_order
from jxprint.fonts import Library
from jxprint.model import Held, Page
from jxprint.placed import PlacedPage, Shape

__all__ = ["compose"]


def compose(page: Page, library: Library, held: Held | None = None) -> PlacedPage:
    """Place a page; `held` is the page as it was printed before, where it is to change as little as it can.

    Raises FontError when a face is missing or no face has a character, else DescriptionError when the page cannot show
    what its copy is marked as, else OversetError when copy does not fit; each names everything that is wrong with the
    page at once, and nothing is half placed.
    """
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    standing = standing_type(desk)
    if held is not None:
        from jxprint.composition.holding import held_articles  # a plain build holds nothing

        desk = replace(desk, held=held_articles(page, held), move_legs=held.move_legs)
        # What stands was set freely, and what is held to one printed page is of no use to the next.
        standing = StandingType(desk)
    try:
        return _made_up(desk, standing)
    except FontError as refusal:
        raise FontError(*in_order(faceless(desk) or refusal.findings)) from refusal


def _made_up(desk: Desk, standing: StandingType) -> PlacedPage:
    """The page in its frame. Raises what `compose` says; characters without a face are told with all that overruns."""
    page = desk.page
    drafts = {part.letter: draft for part in page.parts if (draft := standing.draft(desk, part)) is not None}
    fresh = [part for part in page.parts if part.letter not in drafts]
    absent = missing(desk, fresh)
    if absent:  # measured all the same, so that all that overruns is told with it
        desk = replace(desk, page=replace(page, parts=tuple(stood_in(part, absent) for part in page.parts)))
    for part in desk.page.parts:
        if part.letter in drafts or part.within is not None:
            continue
        complaints = len(desk.findings)
        drafts[part.letter] = draft_of(desk, part)
        if len(desk.findings) == complaints and not absent:  # what is wrong with a part is told each time
            standing.keep(desk, part, drafts[part.letter])
    for draft in list(drafts.values()):
        if isinstance(draft, Holding):
            drafts |= {letter: one for letter, one, _, _ in draft.inside}
    plan = planned(desk, drafts)
    over = [*desk.findings, *_overset(desk, drafts, plan)]
    if not absent:
        over += folio_overlaps(desk)
    if absent or over:
        unshown = any(finding.key in UNSHOWN for finding in over)
        kind = FontError if absent else DescriptionError if unshown else OversetError
        raise kind(*in_order([*absent, *over]))
    return _place(desk, standing, drafts, plan)


def _overset(desk: Desk, drafts: dict[str, Draft], plan: Plan) -> list[Finding]:
    """What does not fit; a page on which all does never loads the sentences' arithmetic."""
    too_shallow = any(part.rows is not None and drafts[part.letter].rows > part.rows for part in desk.page.parts)
    if not plan.over and not plan.late and not too_shallow:
        return []
    from jxprint.composition.overset import below_the_foot, lower_than_pinned, pinned_too_shallow

    return [
        *pinned_too_shallow(desk, drafts),
        *lower_than_pinned(desk, plan),
        *below_the_foot(desk, drafts, plan),
    ]


def _place(desk: Desk, standing: StandingType, drafts: dict[str, Draft], plan: Plan) -> PlacedPage:
    page, frame = desk.page, desk.frame
    made = [standing.place(part, drafts[part.letter], plan) for part in page.parts]
    under: list[Shape] = [shape for one in made for shape in one.under]
    under += part_rules(desk, plan)
    under += column_rules(desk, plan)
    folio = folio_article(desk)
    articles = [one.article for one in made]
    over = tuple(shape for article in articles for shape in article.drawn())
    return PlacedPage(
        page.name,
        page.title,
        page.language,
        page.sheet.width_pt,
        page.sheet.height_pt,
        page.sheet.bleed_pt,
        frame.print_space,
        placed_grid(frame),
        tuple(under),
        tuple([folio, *articles] if folio else articles),
        over,
        prohibition_of(page.style.punctuation),
        tuple(one.cut for one in made if one.cut is not None),
        "-".join(map(str, page.numbers)),
    )
