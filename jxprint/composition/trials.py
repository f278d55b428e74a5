"""Cuts tried on a page: it is made up again with them, and what comes of it is remembered, since table, refusal and
proof ask the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from jxprint.composition.cuts import Cut, shortened
from jxprint.composition.making_up import MadeUp, Trial, is_over, make_up, too_shallow
from jxprint.model import Page, Standfirst, Story

Cuts = Mapping[str, tuple[Cut, ...]]


class Outcome(Struct, frozen=True):
    """Whether something is still asked of the texts that were cut (`is_over`), and else whether the page is worse than
    it was: a shape that does not stand as it is drawn (`is_torn`), or something told or asked that was not before.
    """

    is_over: bool
    is_torn: bool
    is_worse: bool

    def does(self, *, whole: bool = True) -> bool:
        """Whether the cuts are enough; shapes may stay too short where not `whole`."""
        return not (self.is_over or self.is_worse or (whole and self.is_torn))


def asked(made: MadeUp) -> dict[str, int]:
    """By how many rows each part whose copy decides its depth would have to be shallower if it alone gave what the
    stacks through it are over; and by how many those are over that an editor pinned.
    """
    rows = {}
    if is_over(made):
        for part in made.desk.page.parts:
            excess = made.plan.excess.get(part.letter, 0)
            if part.letter in made.plan.cramped:
                excess = max(1, made.plan.cramped[part.letter] // len(made.plan.stretches[part.letter]))
            elif part.rows is not None:
                excess = made.drafts[part.letter].rows - part.rows if too_shallow(made, part) else 0
            if excess > 0:
                rows[part.letter] = excess
    return rows


def outcome(made: MadeUp, cuts: Cuts, letters: Collection[str] = ()) -> Outcome:
    """What becomes of some texts of a page (`letters`, or those that are cut) once it is cut so."""
    letters, trial = letters or cuts.keys(), tried(made, cuts)
    # Where the page then fits, every shape stands as it is drawn; the stack of one may come out as too deep once that
    # beside it is not.
    is_torn = bool(trial.short) if not trial.is_over else any(one in trial.short for one in letters)
    is_worse = trial.is_told or bool(trial.asked.keys() - asked(made).keys())
    return Outcome(any(one in trial.asked for one in letters), is_torn, is_worse)


def tried(made: MadeUp, cuts: Cuts) -> Trial:
    """What a page comes to once some of its texts are cut."""
    key = frozenset((letter, tuple(given)) for letter, given in cuts.items() if given)
    known = made.trials.get(key)
    if known is None:
        cut = make_up(with_cuts(made, cuts), made.desk.library)
        told = {finding.key for finding in made.desk.findings}
        is_told = any(finding.key not in told for finding in cut.desk.findings)
        known = made.trials[key] = Trial(asked(cut), frozenset(cut.plan.short), is_over(cut), is_told)
    return known


def with_cuts(made: MadeUp, cuts: Cuts) -> Page:
    """The page with some of its texts cut."""
    page = made.desk.page
    for letter, given in cuts.items():
        part = page.part(letter)
        assert isinstance(part, (Story, Standfirst))  # what is cut is text
        page = shortened(page, part, given)
    return page
