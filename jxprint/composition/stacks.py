"""Which parts make a stack too deep. The one at the foot is not to blame for what stands over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import bare
from jxprint.composition.dummy import Plan
from jxprint.composition.making_up import MadeUp
from jxprint.composition.texts import TextDraft
from jxprint.errors import Phrase

MOST_NAMED = 4


def stacks_over(made: MadeUp) -> Iterator[tuple[tuple[str, ...], int]]:
    """The stacks that are too deep, each with its rows: those that end with what passes the foot, then those beside
    them that would, were these cut, with another text to cut.
    """
    plan = made.plan
    stacks = [(plan.pushed[letter], plan.over[letter]) for letter in blamed(plan)]
    yield from stacks
    told = [*stacks, *((plan.pushed[letter], rows) for letter, rows in plan.late.items())]
    for letter, rows in sorted(plan.excess.items(), key=lambda item: -item[1]):
        through = plan.through[letter]
        # Where each text that may be cut in a stack that was told stands in this one as well, all is said.
        if giving(made, [letter]) and not any(
            (letter in stack and rows <= over) or set(giving(made, stack)) <= set(through) for stack, over in told
        ):
            told.append((through, rows))
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
    return tuple(names if len(names) <= 2 * MOST_NAMED else [*names[:MOST_NAMED], "…", *names[-MOST_NAMED:]])


def _with_pin(desk: Desk, letter: str) -> str | Phrase:
    part = desk.page.part(letter)
    name, rows = part_name(part), part.rows if part.rows is not None else part.min_rows
    args = {"name": name, "row": part.top, "rows": rows}
    if part.top is not None:
        return Phrase("composition.pinned_at" if rows is None else "composition.pinned_at_deep", args)
    return name if rows is None else Phrase("composition.pinned_deep", args)


def giving(made: MadeUp, stack: Sequence[str]) -> list[str]:
    """The texts of a stack whose copy decides their depth: a cut changes nothing in one that is pinned."""
    texts = [one for one in stack if isinstance(bare(made.drafts[one]), TextDraft)]
    return [one for one in texts if made.desk.page.part(one).rows is None]
