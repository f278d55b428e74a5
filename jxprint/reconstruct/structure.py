"""The structure of a page read off its source: which unit is what (`labels`, `gathering`), and why (`because`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jxprint.reconstruct.because import decisions
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.found import FoundPage
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.headings import with_marks
from jxprint.reconstruct.labels import Label, labels
from jxprint.reconstruct.lone_heads import without_lone
from jxprint.reconstruct.one_line import gains_of
from jxprint.reconstruct.roles import BYLINE, CREDIT, HEAD, HEAD_LINE, KICKER, MASTHEAD, PAGE_HEAD, PAGE_KICKER
from jxprint.reconstruct.signs import signs_of, steps_of
from jxprint.reconstruct.traits import STOP, Traits, traits_of
from jxprint.reconstruct.units import Unit, taken_apart, unit_of
from jxprint.reconstruct.verses import with_verses
from jxprint.reconstruct.weights import prices
from jxprint.reconstruct.wrapping import paragraphs

if TYPE_CHECKING:
    from jxprint.reconstruct.answers import Answers

# Odds (natural logarithm) from which a line is names without a doubt.
_SURELY = 1.5
# A sentence so wide (ems) is none of these roles (of 21,024 lines of heads on the pages of copy none ends so), and what
# it would cost.
_SENTENCE_EM, _NO_SENTENCE = 26.0, 12.0
_DISPLAY = (PAGE_KICKER, PAGE_HEAD, KICKER, HEAD, HEAD_LINE, BYLINE, CREDIT)


class Look(Struct, frozen=True):
    """What a source consists of, as it was read: its units with their traits, signs, prices of roles, the kinds of the
    steps to them and the roles that they may have, and the labels that they got.
    """

    units: Sequence[Unit]
    traits: Sequence[Traits]
    signs: Sequence[Sequence[str]]
    prices: Sequence[Sequence[float]]
    kinds: Sequence[tuple[str, str]]
    fixed: Sequence[frozenset[int] | None] | None
    labels: Sequence[Label]

    def page(self) -> FoundPage:
        """The page that the labelled units make."""
        if not self.units:
            return FoundPage(())
        page = gathered(self.units, self.traits, self.labels)
        return replace(page, decisions=decisions(self.units, self.signs, self.kinds, self.labels))

    def again(self, measure: float) -> Look | None:
        """The source looked at once more where the measure of its columns is known: a short unit that fills a line of
        it is likelier one that a column's end cut. None where that changes no role.
        """
        gains = gains_of(self.units, self.traits, self.labels, measure)
        if not any(gains):
            return None
        marked = with_marks(labels(self.prices, self.kinds, self.fixed, gains), self.traits, self.fixed)
        found = without_lone(marked, self.traits, self.fixed)
        same = all(one.role == other.role for one, other in zip(self.labels, found, strict=True))
        return None if same else replace(self, labels=found)


def look(evidence: Evidence, answers: Answers | None = None, *, lone: bool = False) -> Look:
    """What a source consists of. Pieces stay as it has them; printed lines that it kept are joined. What a person said
    of a line is so. With `lone`, subheads that stand alone stay what their signs say.
    """
    lines = [line for line in evidence.lines if line.text.strip()]
    units = taken_apart(unit_of(one) for one in paragraphs(lines)) if lines else []
    traits = traits_of(units)
    signs, kinds = signs_of(traits), steps_of(traits)
    fixed = answers.fixed(units) if answers is not None else None
    if fixed is None and _is_section(traits):
        fixed = [frozenset((MASTHEAD,)), *[None] * (len(units) - 1)]
    priced = with_verses(units, [_own_prices(*one) for one in zip(traits, signs, strict=True)])
    found = with_marks(labels(priced, kinds, fixed), traits, fixed)
    return Look(units, traits, signs, priced, kinds, fixed, found if lone else without_lone(found, traits, fixed))


def _own_prices(one: Traits, signs: Sequence[str]) -> list[float]:
    """The price of each role for a unit: a long sentence is no line of a head and no name, whatever stands about it."""
    found = prices(signs)
    if one.width >= _SENTENCE_EM and one.end == STOP:
        for role in _DISPLAY:
            found[role] += _NO_SENTENCE
    return found


def _is_section(traits: Sequence[Traits]) -> bool:
    """Whether a page begins with the name of its section, by what that ends with (副刊), right over names."""
    return len(traits) > 1 and traits[0].masthead > 0 and traits[1].names > _SURELY


def structure(evidence: Evidence, answers: Answers | None = None) -> FoundPage:
    """The page that a source consists of, by its words alone."""
    return look(evidence, answers).page()
