"""Which parts make a stack too deep. The one at the foot is not to blame for what stands over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import bare
from jxprint.composition.dummy import Plan
from jxprint.composition.making_up import MadeUp
from jxprint.composition.reliefs import lines_taken, relief
from jxprint.composition.texts import LegsDraft, TextDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.errors import Finding, Phrase

_MOST_NAMED = 4


def too_deep(made: MadeUp, stack: Sequence[str], rows: int) -> Finding | None:
    """A stack that is so many rows too deep, with what its stories could give; None where they have nothing to give,
    and where the last part is the only text in it, and is to blame alone.
    """
    desk = made.desk
    texts = _giving(made, stack)
    if not texts or texts == [stack[-1]]:
        return None
    # The longest first: a cut shows least in it.
    texts.sort(key=lambda one: -_length(made, one))
    gives = [give for one in texts[:_MOST_NAMED] if (give := _gives(made, one, rows)) is not None]
    if not gives:
        gives = _together(made, texts, rows)
    if not gives:
        return None
    return Finding(
        "composition.stack_too_deep",
        desk.page.part(texts[0]).place,
        {
            "parts": named(desk, stack),
            "rows": rows,
            "depth": desk.frame.rows,
            "gives": tuple(gives),
        },
    )


def stacks_over(made: MadeUp) -> Iterator[tuple[tuple[str, ...], int]]:
    """The stacks that are too deep, each with its rows: those that end with what passes the foot, then those beside
    them that would, were these cut, with another text to cut.
    """
    plan = made.plan
    stacks = [(plan.pushed[letter], plan.over[letter]) for letter in blamed(plan)]
    yield from stacks
    told = [*(stack for stack, _ in stacks), *(plan.pushed[letter] for letter in plan.late)]
    for letter, rows in sorted(plan.excess.items(), key=lambda item: -item[1]):
        through = plan.through[letter]
        # Where each text that may be cut in a stack that was told stands in this one as well, all is said.
        if _giving(made, [letter]) and not any(
            letter in stack or set(_giving(made, stack)) <= set(through) for stack in told
        ):
            told.append(through)
            yield through, rows


def blamed(plan: Plan) -> list[str]:
    """The parts below the foot that push no other part there: what stands under them is told with them."""
    pushed = {letter: set(plan.pushed[letter]) - {letter} for letter in plan.over}
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


def named(desk: Desk, letters: Sequence[str]) -> tuple[str | Phrase, ...]:
    """The names of some parts with what each is pinned to; of a long list its ends."""
    names = [_with_pin(desk, letter) for letter in letters]
    return tuple(names if len(names) <= 2 * _MOST_NAMED else [*names[:_MOST_NAMED], "…", *names[-_MOST_NAMED:]])


def _with_pin(desk: Desk, letter: str) -> str | Phrase:
    part = desk.page.part(letter)
    name, rows = part_name(part), part.rows if part.rows is not None else part.min_rows
    args = {"name": name, "row": part.top, "rows": rows}
    if part.top is not None:
        return Phrase("composition.pinned_at" if rows is None else "composition.pinned_at_deep", args)
    return name if rows is None else Phrase("composition.pinned_deep", args)


def _giving(made: MadeUp, stack: Sequence[str]) -> list[str]:
    """The texts of a stack whose copy decides their depth: a cut changes nothing in one that is pinned."""
    texts = [one for one in stack if isinstance(bare(made.drafts[one]), TextDraft)]
    return [one for one in texts if made.desk.page.part(one).rows is None]


def _length(made: MadeUp, letter: str) -> float:
    draft = bare(made.drafts[letter])
    if isinstance(draft, VerticalStoryDraft):
        return draft.characters(draft.rows)
    return draft.lines * draft.measure / made.desk.frame.body if isinstance(draft, TextDraft) else 0.0


def _together(made: MadeUp, texts: Sequence[str], rows: int) -> list[Phrase]:
    """The most that each of some texts has, a line in each leg kept, where that is enough if all give."""
    gives, left = [], rows
    for letter in texts:
        draft = bare(made.drafts[letter])
        most = max(draft.counts, default=0) - 1 if isinstance(draft, LegsDraft) else 0
        if most <= 0 or not isinstance(draft, LegsDraft):
            continue
        lines = min(most * draft.legs, draft.lines - 1)
        characters = round(lines * draft.measure / made.desk.frame.body)
        name = part_name(made.desk.page.part(letter))
        args = {"name": name, "takes": draft.lines, "lines": lines, "characters": characters}
        gives.append(Phrase("composition.gives_most", args))
        left -= most
    return gives[:_MOST_NAMED] if left <= 0 else []


def _gives(made: MadeUp, letter: str, rows: int) -> Phrase | None:
    """What a story would have to give alone; None where no cut of it is enough."""
    given, draft = relief(made, letter, rows), bare(made.drafts[letter])
    if given is None or not given.cuts:
        return None
    assert isinstance(draft, TextDraft)  # a relief is given by text
    name = part_name(made.desk.page.part(letter))
    args = {"name": name, "takes": lines_taken(draft, rows), "lines": given.lines, "characters": given.characters}
    return Phrase("composition.gives", args)
