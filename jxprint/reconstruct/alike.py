"""Signs of what a unit has in common with its neighbours: rows of one table, items of one list, lines of one run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from jxprint.reconstruct.traits import COLON, NONE, STOP, Traits

# Wider units are no rows of a table, and wider ones no items of a list.
_ROW_EM, _ITEM_EM, _LEADS_EM = 60, 40, 8
_FIGURES = re.compile(r"[0-9]")


def alike_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order."""
    found: list[list[str]] = [[] for _ in traits]
    counts = [len(one.text.split()) if one.width < _ROW_EM else 1 for one in traits]
    for at in range(1, len(traits)):
        before, here = traits[at - 1], traits[at]
        if counts[at] > 1 and counts[at] == counts[at - 1]:
            kind = f"cells-alike{min(3, counts[at])}"
            found[at].append(f"p-{kind}")
            found[at - 1].append(f"n-{kind}")
            if _FIGURES.search(here.text) and not _FIGURES.search(before.text):
                found[at - 1].append(f"head-row{min(3, counts[at])}")
        if before.width < _ROW_EM and here.width < _ROW_EM and before.text[0] == here.text[0]:
            kind = "begins-alike2" if before.text[:2] == here.text[:2] else "begins-alike"
            found[at].append(f"p-{kind}")
            found[at - 1].append(f"n-{kind}")
    _lists(traits, found)
    _runs(shown, found)
    return found


def _lists(traits: Sequence[Traits], found: list[list[str]]) -> None:
    """Short lines that follow a colon."""
    listed = 0
    for at, one in enumerate(traits):
        if listed and one.width < _ITEM_EM and one.end in (NONE, STOP):
            found[at].append(f"listed{min(3, listed)}")
            listed += 1
        else:
            listed = 0
        if one.end == COLON and one.width > _LEADS_EM:
            listed = 1


def _runs(shown: Sequence[bool], found: list[list[str]]) -> None:
    """How many short lines stand together."""
    start = 0
    for at in range(len(shown) + 1):
        if at < len(shown) and shown[at]:
            continue
        if at > start:
            name = f"run{bisect_right((2, 3, 4, 5, 6, 9), at - start)}"
            for k in range(start, at):
                found[k].append(name)
        start = at + 1
