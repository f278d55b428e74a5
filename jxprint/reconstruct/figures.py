"""What is told of a page among many: how much was found, and how sure it is as a whole."""

from __future__ import annotations

from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.record import Figures

# What is surer than this needs nobody's eye.
SURE = 0.85
# A page whose measure nothing tells is half a page.
_BLIND = 0.5


def figures_of(found: Reconstruction) -> Figures:
    """The figures of a page. How sure it is: of its characters the share that is what it was taken for (each line as
    sure as it is), by how sure its legs are, by the share of likelihood that its measure has.
    """
    decisions = found.page.decisions
    length = sum(len(one.text.text) for one in decisions)
    structure = sum(one.sure * len(one.text.text) for one in decisions) / length if length else _certain(found)
    told = [one for one in found.stories if one.joints and one.reading.best is not None]
    legs = sum(one.reading.sure for one in told) / len(told) if told else 1.0
    measure = found.grid.measures[0][1] if found.grid.measures else _BLIND
    return Figures(
        len(found.stories),
        sum(len(one.joints) for one in found.stories),
        found.grid.measure,
        round(structure * legs * measure, 3),
        sum(1 for one in decisions if one.sure < SURE and one.text.spans),
    )


def _certain(found: Reconstruction) -> float:
    """How sure stories are that were not read line by line."""
    sure = [one.confidence for one in found.page.stories]
    return sum(sure) / len(sure) if sure else 0.0
