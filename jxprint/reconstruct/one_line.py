"""Short units at the foot of a column (栏末一行): the one line of a paragraph that a column's end cut looks like a
headline, but that it fills the line to the character, behind the indent. Of headlines only one in so many happens to.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.reconstruct import roles as role_of
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.setting import INDENT, Style, lines_of, measured
from jxprint.reconstruct.traits import COMMA, NONE, Traits
from jxprint.reconstruct.units import Unit

# A role surer than this is none that one line may change.
_SURE = 0.985
# What filling a line is worth (natural logarithm of odds), and what it counts at the least to count.
_WORTH, _LEAST = 2.4, 0.3
# What each subhead that is plainly one is worth against a unit that may be another, and how many count.
_ALIKE, _MOST_ALIKE, _PLAIN = 0.3, 4, 0.9
_BETWEEN = {role_of.SUBHEAD, role_of.TEXT}


def gains_of(units: Sequence[Unit], traits: Sequence[Traits], labels: Sequence[Label], measure: float) -> list[float]:
    """By unit how much likelier it is running text for the line that it fills, or less for the subheads of its page."""
    found = [0.0] * len(units)
    for at in range(len(units) - 1):
        one, unit = traits[at], units[at]
        if one.end not in (NONE, COMMA) or one.credit or one.width > measure + INDENT or labels[at].sure > _SURE:
            continue
        if units[at + 1].glued:
            continue
        full = lines_of(measured(unit.text, Style(), units[at + 1].text), measure, INDENT).full.get(1)
        if full is not None and _WORTH - full > _LEAST:
            found[at] = _WORTH - full
    like = _ALIKE * min(_MOST_ALIKE, sum(label.role == role_of.SUBHEAD and label.sure > _PLAIN for label in labels))
    for at, label in enumerate(labels):
        if {label.role, label.other} == _BETWEEN and label.sure < _SURE and traits[at].end in (NONE, COMMA):
            found[at] -= like
    return found
