"""What several texts give together (分担) where none of them is enough alone, or where what each gives alone is more
than it takes once the others give: tried like every cut, and no line more of any of them than it takes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jxprint.composition.cuts import Cut, Lines, cheapest_cuts, paragraphs_before
from jxprint.composition.drafts import bare
from jxprint.composition.making_up import MadeUp
from jxprint.composition.reliefs import NEAR, Relief, copy_to_cut, given
from jxprint.composition.texts import TextDraft
from jxprint.composition.trials import asked, outcome
from jxprint.model import Standfirst, Story

# How finely all texts are cut alike at first, in parts of each.
_PARTS = 64
# The most that is tried: shapes that give all they have may no longer stand as they are drawn.
_TRIED = tuple(range(64, 0, -4))

_Counts = Mapping[str, int]


class _Trial:
    """Some texts of a page, and what becomes of it when so many lines of each are cut. `known` are cuts that do alone:
    so many lines of their text are cut so.
    """

    def __init__(
        self, made: MadeUp, letters: Collection[str], *, whole: bool, known: Mapping[str, Relief] | None = None
    ) -> None:
        self._made, self._whole, self._known = made, whole, known or {}
        self._copy: dict[str, tuple[Sequence[Lines], int]] = {}
        rows = asked(made)
        for letter in letters:
            part, draft = made.desk.page.part(letter), bare(made.drafts[letter])
            # What goes on from this page is cut with what it goes on from.
            if isinstance(part, (Story, Standfirst)) and isinstance(draft, TextDraft) and part.paragraphs:
                copy, _ = copy_to_cut(made, part, draft, min(rows.get(letter, 0), max(0, draft.rows - 1)))
                self._copy[letter] = copy, paragraphs_before(made, part)
        self.most = {letter: sum(len(one.characters) for one in copy) for letter, (copy, _) in self._copy.items()}

    def cuts(self, letter: str, lines: int) -> tuple[Cut, ...]:
        """Where so many lines of a text are best cut."""
        if letter in self._known and lines == self._known[letter].lines:
            return self._known[letter].cuts
        copy, before = self._copy[letter]
        return cheapest_cuts(copy, lines, before) if lines else ()

    def does(self, counts: _Counts) -> bool:
        """Whether that is enough for all of the texts."""
        cuts = {letter: self.cuts(letter, lines) for letter, lines in counts.items()}
        return outcome(self._made, cuts).does(whole=self._whole)


def shared(made: MadeUp, letters: Sequence[str], *, whole: bool = True) -> dict[str, Relief]:
    """What each of some texts gives so that nothing is asked of any of them; nothing where all together are not enough.
    Texts that may keep their lines do, the shortest first. For `whole` see `relief`.
    """
    trial = _Trial(made, letters, whole=whole)

    def alike(parts: int) -> dict[str, int]:
        return {letter: most * parts // _PARTS for letter, most in trial.most.items()}

    high = next((parts for parts in _TRIED if trial.does(alike(parts))), None) if trial.most else None
    if high is None:
        return {}
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if trial.does(alike(middle)) else (middle, high)
    return _spared(trial, alike(high))


def spared(
    made: MadeUp, reliefs: Mapping[str, Relief], letters: Collection[str], *, whole: bool = True
) -> dict[str, Relief]:
    """What is left of some cuts that together do for some texts: the foot of one shape may win room for another, so
    that this gives less than it would have to alone. Nothing where they do not.
    """
    trial = _Trial(made, letters, whole=whole, known=reliefs)
    counts = {letter: reliefs[letter].lines if letter in reliefs else 0 for letter in letters if letter in trial.most}
    return _spared(trial, counts) if trial.does(counts) else {}


def _spared(trial: _Trial, counts: dict[str, int]) -> dict[str, Relief]:
    """The cuts of so many lines without those that nothing asks for, the shortest text's first."""
    for letter in 2 * sorted(counts, key=counts.__getitem__):  # once more, with what the others were spared
        counts[letter] = _fewest(trial, counts, letter)
    return {letter: given(trial.cuts(letter, lines)) for letter, lines in counts.items() if lines}


def _fewest(trial: _Trial, counts: _Counts, letter: str) -> int:
    """The fewest lines of one text that do while the others give what they give."""
    low, high = 0, counts[letter]
    if not high or trial.does({**counts, letter: 0}):
        return 0
    if high > 1 and not trial.does({**counts, letter: high - 1}):
        low = high - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if trial.does({**counts, letter: middle}) else (middle, high)
    near = range(max(1, high - NEAR), high)
    return next((fewer for fewer in near if trial.does({**counts, letter: fewer})), high)
