"""Which parts make a stack too deep. The one at the foot is not to blame for what stands over it."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.composition.beside_heads import BesideHeadDraft
from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, bare
from jxprint.composition.dummy import Plan
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import StoryDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding, Phrase

_MOST_NAMED = 4

# Texts in horizontal legs, and all texts.
LEGS = (
    StoryDraft,
    SideHeadDraft,
    BesideHeadDraft,
    InnerHeadDraft,
    StandfirstDraft,
    ShapedStoryDraft,
    WrappedStoryDraft,
)
LegsDraft = (
    StoryDraft
    | SideHeadDraft
    | BesideHeadDraft
    | InnerHeadDraft
    | StandfirstDraft
    | ShapedStoryDraft
    | WrappedStoryDraft
)
_TEXTS = (*LEGS, VerticalStoryDraft)
TextDraft = LegsDraft | VerticalStoryDraft


def too_deep(desk: Desk, drafts: Mapping[str, Draft], plan: Plan, letter: str) -> Finding | None:
    """The stack that ends with `letter` below the foot, with what its stories could give; None where they have
    nothing to give, and where `letter` is the only text in it, and is to blame alone.
    """
    rows = plan.over[letter]
    stack = pushing_letters(desk, plan, letter)
    # A cut changes nothing in the depth of a part that is pinned.
    texts = {
        one: draft
        for one in stack
        if isinstance(draft := bare(drafts[one]), _TEXTS) and desk.page.part(one).rows is None
    }
    if not texts or set(texts) == {letter}:
        return None
    # The longest first: a cut shows least in it.
    by_length = sorted(texts, key=lambda one: -_characters(desk, texts[one], texts[one].rows))
    gives = [give for one in by_length if (give := _gives(desk, one, texts[one], rows)) is not None]
    if not gives:
        return None
    part = desk.page.part(by_length[0])
    return Finding(
        "composition.stack_too_deep",
        part.place,
        {
            "parts": pushing(desk, plan, letter),
            "rows": rows,
            "depth": desk.frame.rows,
            "gives": tuple(gives[:_MOST_NAMED]),
        },
    )


def blamed(desk: Desk, plan: Plan) -> list[str]:
    """The parts below the foot that push no other part there: what stands under them is told with them."""
    pushed = {letter: set(pushing_letters(desk, plan, letter)) - {letter} for letter in plan.over}
    # Of a shape and what it runs round each may push the other: the one that stands deeper is to blame.
    blamed_ = [
        letter
        for letter in plan.over
        if not any(
            letter in above and (other not in pushed[letter] or plan.over[other] > plan.over[letter])
            for other, above in pushed.items()
        )
    ]
    return blamed_ or [max(plan.over, key=plan.over.__getitem__)] if plan.over else []


def pushing(desk: Desk, plan: Plan, letter: str) -> tuple[str, ...]:
    """The names of the parts that push `letter` down, itself the last of them."""
    names = [part_name(desk.page.part(one)) for one in pushing_letters(desk, plan, letter)]
    return tuple(names if len(names) <= 2 * _MOST_NAMED else [*names[:_MOST_NAMED], "…", *names[-_MOST_NAMED:]])


def pushing_letters(desk: Desk, plan: Plan, letter: str) -> list[str]:
    """The parts that stand over `letter` without any row to spare between them, from the head of the page down."""
    return list(plan.pushed[letter])


def _gives(desk: Desk, letter: str, draft: TextDraft, rows: int) -> Phrase | None:
    """What a story would have to give alone, or as much as it has; a line stays in each leg."""
    name = part_name(desk.page.part(letter))
    if isinstance(draft, VerticalStoryDraft):
        given = min(rows, draft.rows - 1)
        args = {"name": name, "rows": given, "characters": _characters(desk, draft, given)}
        return Phrase("composition.gives_down", args)
    if isinstance(draft, (WrappedStoryDraft, SideHeadDraft)):  # no cut makes what stands within, or a head, shallower
        rows = min(rows, draft.rows - draft.held_rows)
    lines = min(rows * draft.legs, (max(draft.counts, default=0) - 1) * draft.legs, draft.lines - 1)
    if lines <= 0:
        return None
    args = {
        "name": name,
        "takes": draft.lines,
        "lines": lines,
        "characters": _characters(desk, draft, lines // draft.legs),
    }
    return Phrase("composition.gives", args)


def _characters(desk: Desk, draft: TextDraft, rows: int) -> int:
    """About how many characters stand in some rows of a text."""
    if isinstance(draft, VerticalStoryDraft):
        return draft.characters(rows)
    size = desk.type_style("standfirst").size_pt if isinstance(draft, StandfirstDraft) else desk.frame.body
    return round(rows * draft.legs * draft.measure / size)
