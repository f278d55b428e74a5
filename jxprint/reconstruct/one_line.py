"""Short units at the foot of a column (栏末一行): the one line of a paragraph that a column's end cut looks like a
headline, but that it fills the line to the character, behind the indent. Of headlines only one in so many happens to,
and what ends without an end mark and fills no line at all was not cut there.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.reconstruct import roles as role_of
from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.setting import INDENT, SLIP, Style, lines_of, measured
from jxprint.reconstruct.traits import COMMA, NONE, Traits
from jxprint.reconstruct.units import Unit

# A role surer than this is none that one line may change.
_SURE = 0.985
# What filling a line is worth (natural logarithm of odds), and what it counts at the least to count.
_WORTH, _LEAST = 2.4, 0.3
# What filling no line is worth against it, of units that are no longer than so many lines.
_UNFILLED, _SHORT = 2.0, 2.2
# What each subhead that is plainly one is worth against a unit that may be another, and how many count.
_ALIKE, _MOST_ALIKE, _PLAIN = 0.3, 4, 0.9
_BETWEEN = {role_of.SUBHEAD, role_of.TEXT}
_TEXT_OR_HEAD = {role_of.TEXT, role_of.HEAD}


def gains_of(units: Sequence[Unit], traits: Sequence[Traits], labels: Sequence[Label], measure: float) -> list[float]:
    """By unit how much likelier it is running text for the line that it fills, or less for the line that it does not
    fill, and for the subheads of its page.
    """
    found = [0.0] * len(units)
    for at in range(len(units) - 1):
        one, unit = traits[at], units[at]
        if one.end not in (NONE, COMMA) or one.credit or one.width > _SHORT * measure or labels[at].sure > _SURE:
            continue
        if units[at + 1].glued:
            continue
        text = measured(unit.text, Style(), units[at + 1].text)
        begins, goes_on = (lines_of(text, measure, indent).full for indent in (INDENT, 0.0))
        full = begins.get(1)
        if full is not None and _WORTH - full > _LEAST:
            found[at] = _WORTH - full
        elif _may_open(at, traits, labels[at]) and min(*begins.values(), *goes_on.values()) >= SLIP:
            found[at] = -_UNFILLED
    like = _ALIKE * min(_MOST_ALIKE, sum(label.role == role_of.SUBHEAD and label.sure > _PLAIN for label in labels))
    for at, label in enumerate(labels):
        if {label.role, label.other} == _BETWEEN and label.sure < _SURE and traits[at].end in (NONE, COMMA):
            found[at] -= like
    return found


def _may_open(at: int, traits: Sequence[Traits], label: Label) -> bool:
    """Whether a unit may as well be a headline, behind a text that has come to its end."""
    doubtful = traits[at].end == NONE and {label.role, label.other} == _TEXT_OR_HEAD
    return doubtful and at > 0 and is_finished(traits[at - 1].text)
