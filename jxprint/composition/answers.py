"""What each text of a page that is over is told to give: alone, with others, or nothing, and then which others can."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.coverage import part_name
from jxprint.composition.cuts import Cut
from jxprint.composition.drafts import bare
from jxprint.composition.making_up import MadeUp
from jxprint.composition.reliefs import Relief, relief
from jxprint.composition.shares import shared, spared
from jxprint.composition.stacks import giving, stacks_over
from jxprint.composition.texts import TextDraft
from jxprint.composition.trials import asked, tried


class Answer(Struct, frozen=True):
    """What one text (`name`) gives: with `is_shared` only with what is told for `others` (names). Else those could give
    instead of it, and have to where it has no cuts. `rows`: by how many it is too deep.
    """

    given: Relief
    rows: int
    name: str
    is_shared: bool = False
    others: tuple[str, ...] = ()


def answers(made: MadeUp) -> dict[str, Answer]:
    """By letter, for the texts of which something is asked. Where nothing does with all shapes as they are drawn, what
    does but for shapes that stay too short.
    """
    found, is_enough = _answers(made, whole=True)
    if not is_enough:
        loose, is_enough = _answers(made, whole=False)
        if is_enough:
            return loose
    return found


def chosen(told: Mapping[str, Answer]) -> dict[str, tuple[Cut, ...]]:
    """The cuts by letter that make a page fit: all that are told together, and one of those that do instead of each
    other.
    """
    found: dict[str, tuple[Cut, ...]] = {}
    names: set[str] = set()
    for letter, one in told.items():
        if one.given.cuts and (one.is_shared or not names & set(one.others)):
            found[letter] = one.given.cuts
            names.add(one.name)
    return found


def _answers(made: MadeUp, *, whole: bool) -> tuple[dict[str, Answer], bool]:
    """The answers, and whether they are enough."""
    rows = asked(made)
    alone = {
        letter: one for letter, deep in rows.items() if (one := relief(made, letter, deep, whole=whole)) is not None
    }
    others = {letter: _others(made, letter, alone) for letter in alone}
    found = {
        letter: Answer(one, rows[letter], _name(made, letter), others=_names(made, others[letter]))
        for letter, one in alone.items()
    }
    first = {letter: alone[letter] for letter in chosen(found)}
    if made.plan.stretches:
        # Shapes in one stack may hide what those in another are over, or win room for them.
        share = spared(made, first, alone, whole=whole) or shared(made, list(alone), whole=whole)
        if share and share != first:
            return {letter: _together(made, letter, one, share) for letter, one in found.items()}, True
        return found, bool(share)
    done = tried(made, chosen(found)).asked
    for letter in alone:
        if not alone[letter].cuts and not others[letter] and letter not in done:  # all together do what none does alone
            others[letter] = [one for one in first if one in made.plan.through.get(letter, ())]
            found[letter] = replace(found[letter], others=_names(made, others[letter]))
    if any(not alone[letter].cuts and not others[letter] for letter in alone):
        share = shared(made, _needy(made, alone), whole=whole)
        for letter, given in share.items():
            found[letter] = replace(
                found[letter], given=given, is_shared=True, others=_names(made, _but(share, letter))
            )
        for letter in alone.keys() - share.keys():
            if not alone[letter].cuts and not others[letter] and made.desk.page.part(letter).rows is None:
                instead = [one for one in share if one in made.plan.through.get(letter, ())]
                found[letter] = replace(found[letter], others=_names(made, instead))
    return found, True


def _together(made: MadeUp, letter: str, alone: Answer, share: Mapping[str, Relief]) -> Answer:
    """What is told of a text where all that is over is cured together: nothing but to wait for the others where these
    do without it.
    """
    rest = _names(made, _but(share, letter))
    if letter not in share:
        return replace(alone, given=Relief(alone.given.lines, ()), others=rest)
    return replace(alone, given=share[letter], is_shared=bool(rest), others=rest)


def _but(share: Mapping[str, Relief], letter: str) -> list[str]:
    return [one for one in share if one != letter]


def _needy(made: MadeUp, alone: Mapping[str, Relief]) -> list[str]:
    """The texts of the stacks in which no cut is enough."""
    stacks = [[one for one in giving(made, stack) if one in alone] for stack, _ in stacks_over(made)]
    needy = [texts for texts in stacks if not any(alone[one].cuts for one in texts)]
    return list(dict.fromkeys(letter for texts in needy for letter in texts))


def _others(made: MadeUp, letter: str, alone: Mapping[str, Relief]) -> list[str]:
    """The texts that push down what this one does, or are pushed by it, and of which a cut is enough."""
    page = made.desk.page
    if page.part(letter).rows is not None:
        return []
    through = made.plan.through.get(letter, ())
    able = [one for one in through if one != letter and one in alone and alone[one].cuts]
    if not alone[letter].cuts:  # not only of another stack that both stand in
        able = [one for one in able if letter not in tried(made, {one: alone[one].cuts}).asked]
    return [one for one in able if page.part(one).rows is None and isinstance(bare(made.drafts[one]), TextDraft)]


def _names(made: MadeUp, letters: list[str]) -> tuple[str, ...]:
    return tuple(_name(made, letter) for letter in letters)


def _name(made: MadeUp, letter: str) -> str:
    return part_name(made.desk.page.part(letter))
