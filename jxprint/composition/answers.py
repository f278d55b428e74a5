"""What each text of a page that is over is told to give: alone, with others, or nothing, and then which others can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from jxprint.composition.coverage import part_name
from jxprint.composition.cuts import shortened
from jxprint.composition.drafts import bare
from jxprint.composition.making_up import MadeUp
from jxprint.composition.reliefs import Relief, asked, is_mended, relief
from jxprint.composition.shares import shared
from jxprint.composition.stacks import giving, stacks_over
from jxprint.composition.texts import TextDraft
from jxprint.model import Standfirst, Story


class Answer(Struct, frozen=True):
    """What one text gives: with `is_shared` only with what is told for `others` (names). Else those could give instead
    of it, and have to where it has no cuts. `rows`: by how many it is too deep.
    """

    given: Relief
    rows: int
    is_shared: bool = False
    others: tuple[str, ...] = ()


def answers(made: MadeUp) -> dict[str, Answer]:
    """By letter, for the texts of which something is asked."""
    rows = asked(made)
    alone = {letter: given for letter, deep in rows.items() if (given := relief(made, letter, deep)) is not None}
    others = {letter: _others(made, letter, alone) for letter in alone}
    found = {letter: Answer(alone[letter], rows[letter], others=_names(made, others[letter])) for letter in alone}
    one_a_stack = [letter for letter in alone if alone[letter].cuts]
    for letter in list(one_a_stack):
        one_a_stack = [one for one in one_a_stack if letter not in one_a_stack or one not in others[letter]]
    # Shapes in one stack may hide what those in another are over: cuts that do one by one may not do at once.
    is_hidden = len(one_a_stack) > 1 and not _do_at_once(made, one_a_stack, alone)
    share = shared(made, one_a_stack) if is_hidden else {}
    if any(not alone[letter].cuts and not others[letter] for letter in alone):
        share |= shared(made, _needy(made, alone))
    for letter, given in share.items():
        rest = _names(made, [one for one in share if one != letter])
        found[letter] = Answer(given, rows[letter], is_shared=True, others=rest)
    for letter in alone.keys() - share.keys():
        if not alone[letter].cuts and not others[letter] and made.desk.page.part(letter).rows is None:
            instead = [one for one in share if one in made.plan.through.get(letter, ())]
            found[letter] = Answer(alone[letter], rows[letter], others=_names(made, instead))
    return found


def _do_at_once(made: MadeUp, letters: Sequence[str], alone: Mapping[str, Relief]) -> bool:
    """Whether the cuts of some texts are enough for all of them when they are made together."""
    page = made.desk.page
    for letter in letters:
        part = page.part(letter)
        assert isinstance(part, (Story, Standfirst))  # a relief is given by text
        page = shortened(page, part, alone[letter].cuts)
    return is_mended(made, letters, page)


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
    return [one for one in able if page.part(one).rows is None and isinstance(bare(made.drafts[one]), TextDraft)]


def _names(made: MadeUp, letters: list[str]) -> tuple[str, ...]:
    return tuple(part_name(made.desk.page.part(letter)) for letter in letters)
