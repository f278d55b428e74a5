"""A page made up (拼版): every part's draft, the rows that the plan gives it, and what was done so that it fits."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.composition.coverage import faceless, missing, stood_in
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, is_holding, is_shaped
from jxprint.composition.drawing import areas
from jxprint.composition.dummy import Plan
from jxprint.composition.frame import Frame, frame_of, placed_grid
from jxprint.composition.furniture import block_rules, column_rules, folio_article, folio_overlaps, part_rules
from jxprint.composition.kinds import draft_of
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.composition.marked import UNSHOWN
from jxprint.composition.page_rows import planned
from jxprint.composition.standing import StandingType, standing_type
from jxprint.errors import DescriptionError, Finding, FontError, OversetError, in_order
from jxprint.fonts import Library
from jxprint.model import Held, Page, Part, Story
from jxprint.model.style import FittingStep
from jxprint.placed import PlacedPage, Shape


class Fitted(Struct, frozen=True):
    """One thing done so that a page fits: which step of the style's order, on which part (None: the page), and how
    much: lines won by tighter marks, rows of a picture, points of a head's size or of the page's pitch from and to.
    """

    step: FittingStep
    part: str | None
    before: float
    after: float


class Trial(Struct, frozen=True):
    """What a page came to when it was made up with cuts: the rows that are `asked` of its parts, the shapes that are
    too `short`, whether it is over, and whether anything is told that was not before.
    """

    asked: Mapping[str, int]
    short: frozenset[str]
    is_over: bool
    is_told: bool


class MadeUp(Struct, frozen=True):
    """A page made up, fitting or not; `absent` are characters that no face has, `fitted` what was
    done to fit it, `cropped` whether pictures may be as shallow as they can be. `trials` remembers what cuts of its
    texts (by letter) came to.
    """

    desk: Desk
    standing: StandingType
    drafts: Mapping[str, Draft]
    plan: Plan
    absent: tuple[Finding, ...] = ()
    fitted: tuple[Fitted, ...] = ()
    cropped: bool = False
    trials: dict[frozenset[tuple[str, tuple[object, ...]]], Trial] = field(default_factory=dict)


def make_up(page: Page, library: Library, held: Held | None = None) -> MadeUp:
    """All drafts of a page and the plan of its rows. Raises FontError where a role has no face."""
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    standing = standing_type(desk)
    if held is not None:
        from jxprint.composition.holding import held_articles  # a plain build holds nothing

        desk = replace(desk, held=held_articles(page, held), move_legs=held.move_legs)
        # What stands was set freely, and what is held to one printed page is of no use to the next.
        standing = StandingType(desk)
    try:
        made = _made_up(desk, standing)
    except FontError as refusal:
        raise FontError(*in_order(faceless(desk) or refusal.findings)) from refusal
    if made.absent or not (is_over(made) or has_leftover(made)):
        return made
    from jxprint.composition.fitting import fit  # most pages fit as they are

    return fit(made)


def is_over(made: MadeUp) -> bool:
    """Whether some part passes the foot, stands lower than it is pinned, or is deeper than it may be."""
    plan = made.plan
    return bool(plan.over or plan.late or plan.cramped) or any(too_shallow(made, part) for part in made.desk.page.parts)


def too_shallow(made: MadeUp, part: Part) -> bool:
    """Whether a part is pinned to fewer rows than it takes; what a shape's rows hold the plan tells."""
    draft = made.drafts[part.letter]
    return part.rows is not None and draft.rows > part.rows and not is_shaped(draft)


def has_leftover(made: MadeUp) -> bool:
    """Whether white is over that a wider pitch of the page could take."""
    return made.plan.spare > 0 and made.desk.style.fitting.pitch_most_pt is not None


def remade(made: MadeUp, frame: Frame) -> MadeUp:
    """The page made up in another frame, nothing done to it yet."""
    desk = replace(made.desk, frame=frame, findings=[], steps_down={})
    return _made_up(desk, StandingType(desk))


def refuse(made: MadeUp) -> None:
    """Raise what `compose` says where anything is wrong; characters without a face are told with all that overruns."""
    over = findings_of(made)
    if made.absent or over:
        unshown = any(finding.key in UNSHOWN for finding in over)
        kind = FontError if made.absent else DescriptionError if unshown else OversetError
        raise kind(*in_order([*made.absent, *over]))


def findings_of(made: MadeUp) -> list[Finding]:
    """What does not fit; a page on which all does never loads the sentences' arithmetic."""
    over = list(made.desk.findings)
    if is_over(made):
        from jxprint.composition.overset import below_the_foot, lower_than_pinned, pinned_too_shallow

        over += pinned_too_shallow(made)
        over += lower_than_pinned(made)
        over += below_the_foot(made)
    if made.plan.stretches:
        from jxprint.composition.torn_shapes import torn

        over += torn(made)
    if made.absent:
        return over
    over += folio_overlaps(made.desk)
    resetting = made.desk.page.resetting
    if resetting is not None and resetting.visible:
        from jxprint.composition.notices import notice_over  # few pages were printed before

        over += notice_over(made.desk)
    return over


def _made_up(desk: Desk, standing: StandingType) -> MadeUp:
    if any(isinstance(part, Story) and part.jump_to is not None for part in desk.page.parts):
        from jxprint.composition.jumping_shapes import jumps_here, lines_kept  # few stories jump

        for source in jumps_here(desk.page):
            tried = _drafted(replace(desk, findings=[]), StandingType(desk))
            kept = lines_kept(tried.drafts[source.letter], tried.plan.stretches[source.letter])
            desk = desk if kept is None else replace(desk, kept={**desk.kept, source.letter: kept})
    return _drafted(desk, standing)


def _drafted(desk: Desk, standing: StandingType) -> MadeUp:
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
        if is_holding(draft):
            drafts |= {letter: one for letter, one, _, _ in draft.inside}
    return MadeUp(desk, standing, drafts, planned(desk, drafts), tuple(absent))


def place(made: MadeUp) -> PlacedPage:
    """The page as it will stand on paper; it is known to fit."""
    desk, plan = made.desk, made.plan
    page, frame = desk.page, desk.frame
    placed = [made.standing.place(part, made.drafts[part.letter], plan) for part in page.parts]
    # What stands within a story lies on its tint.
    inmost = sorted(zip(page.parts, placed, strict=True), key=lambda pair: pair[0].within is not None)
    under: list[Shape] = [shape for _, one in inmost for shape in one.under]
    under += part_rules(desk, plan)
    under += column_rules(desk, plan)
    under += block_rules(desk, plan)
    folio = folio_article(desk)
    articles = [one.article for one in placed if one.article is not None]
    resetting = page.resetting
    if resetting is not None and resetting.visible:
        from jxprint.composition.notices import notice_article  # few pages were printed before

        notice = notice_article(desk)
        articles += [notice] if notice is not None else []
    over = [shape for article in articles for shape in article.drawn()]
    over += [shape for one in placed for shape in one.over]
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
        tuple(over),
        prohibition_of(page.style.punctuation),
        tuple(one.cut for one in placed if one.cut is not None),
        "-".join(map(str, page.numbers)),
        tuple(picture for one in placed for picture in one.ornaments),
        "" if resetting is None else resetting.statement(page.language),
    )
