"""What marks leave no doubt of, whatever else speaks: a display line that ends with a comma or a colon goes on in the
next one; one that begins with a dash stands under a headline, as a deck; what follows a text closed by names in
brackets is no text of that story; a clause that a text goes on with (除了……，) is no headline of its own; words over
rows of as many words with figures are the head of a table, and no names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.reconstruct.labels import Fixed, Label
from jxprint.reconstruct.own_signs import opens
from jxprint.reconstruct.roles import BYLINE, DECK, HEAD, HEAD_LINE, KICKER, LEAD, LEAD_BARE, ROW, SUBHEAD, TEXT
from jxprint.reconstruct.traits import COLON, COMMA, Traits

# Lines that go on a headline are no wider than this, and a headline's first line is not (ems).
_WIDEST, _WIDEST_FIRST, _NAMED = 24.0, 30.0, 7.0
_HEADED = frozenset((KICKER, HEAD, HEAD_LINE, DECK))
_MAY_GO_ON = frozenset((HEAD, DECK, BYLINE, LEAD_BARE, TEXT))
_RUNS = frozenset((TEXT, LEAD, LEAD_BARE))
# How sentences go on from those before them, as headlines do not.
_CONNECTIVES = (
    "除了", "此外", "同时", "因此", "但是", "不过", "其中", "然而", "随后", "据悉", "据了解", "接着", "于是", "后来",
    "对此", "为此", "与此同时",
)  # fmt: skip
# Odds from which a row is names, and how many words the head of a table has at the least, of how many characters.
_SURELY, _CELLS = 1.2, 2
_FIGURE = re.compile("[0-9０-９]")
_MAY_OPEN, _MAY_FOLLOW = frozenset((TEXT, SUBHEAD)), frozenset((TEXT, LEAD_BARE))


def with_marks(labels: Sequence[Label], traits: Sequence[Traits], fixed: Fixed | None = None) -> list[Label]:
    """The roles of a page's units put right where marks say so, but for those that a person `fixed`."""
    found = list(labels)
    for at in range(len(found) - 1):
        if fixed is not None and any(fixed[at : at + 3]):
            continue
        here, after = traits[at], traits[at + 1]
        role, behind = found[at].role, found[at + 1].role
        if after.dash and behind in _HEADED and role in _HEADED:
            found[at] = _as(found[at], HEAD) if role == KICKER else found[at]
            found[at + 1] = _as(found[at + 1], DECK)
        elif role == KICKER and behind == HEAD and _goes_on(here):
            found[at], found[at + 1] = _as(found[at], HEAD), _as(found[at + 1], HEAD_LINE)
        elif role in (HEAD, HEAD_LINE) and here.end == COMMA and behind in _MAY_GO_ON and after.width <= _WIDEST:
            found[at + 1] = _as(found[at + 1], HEAD_LINE)
        elif role == BYLINE and here.names < _SURELY and _is_head_row(traits[at : at + 3]):
            found[at] = _as(found[at], ROW)
            found[at + 1] = _as(found[at + 1], TEXT) if behind in (LEAD, LEAD_BARE) else found[at + 1]
        elif role == HEAD and behind in _RUNS and at and found[at - 1].role in _RUNS and _runs_on(here):
            found[at], found[at + 1] = _as(found[at], TEXT), _as(found[at + 1], TEXT)
        elif here.ends_named > 0 and behind in _MAY_OPEN and _is_head(at + 1, found, traits):
            found[at + 1], found[at + 2] = _as(found[at + 1], HEAD), _as(found[at + 2], LEAD_BARE)
    return found


def _goes_on(line: Traits) -> bool:
    """Whether a line goes on in the next one; a few characters with a colon say of whom it is told, as kickers do."""
    return line.end == COMMA or (line.end == COLON and line.width > _NAMED)


def _is_head_row(lines: Sequence[Traits]) -> bool:
    """Whether the first of some lines has as many words as the others, which have figures where it has none."""
    rows = [one.text.split() for one in lines]
    if min(len(rows), len(rows[0])) < _CELLS or min(map(len, rows[0])) < _CELLS or _FIGURE.search(lines[0].text):
        return False
    return all(len(row) == len(rows[0]) for row in rows) and all(_FIGURE.search(one.text) for one in lines[1:])


def _runs_on(line: Traits) -> bool:
    """Whether a line is a clause of running text that a column's end cut: a connective before it and a pause inside."""
    return line.pauses > 0 and line.end not in (COLON, COMMA) and line.text.startswith(_CONNECTIVES)


def _is_head(at: int, labels: Sequence[Label], traits: Sequence[Traits]) -> bool:
    """Whether a unit is short and stands over a longer text that begins as news does."""
    if at + 1 >= len(labels) or labels[at + 1].role not in _MAY_FOLLOW:
        return False
    below = traits[at + 1]
    return traits[at].width <= min(_WIDEST_FIRST, below.width) and opens(below.text)


def _as(label: Label, role: int) -> Label:
    return replace(label, role=role, other=label.role)
