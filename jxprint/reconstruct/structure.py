"""The structure of a page read off its source: which unit is what (`labels`, `gathering`), and why (`because`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jxprint.reconstruct.because import decisions
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.found import FoundPage
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.labels import labels
from jxprint.reconstruct.signs import signs_of, steps_of
from jxprint.reconstruct.traits import traits_of
from jxprint.reconstruct.units import taken_apart, unit_of
from jxprint.reconstruct.wrapping import paragraphs

if TYPE_CHECKING:
    from jxprint.reconstruct.answers import Answers


def structure(evidence: Evidence, answers: Answers | None = None) -> FoundPage:
    """What a source consists of. Pieces stay as it has them; printed lines that it kept are joined. What a person said
    of a line is so.
    """
    lines = [line for line in evidence.lines if line.text.strip()]
    if not lines:
        return FoundPage(())
    units = taken_apart(unit_of(one) for one in paragraphs(lines))
    traits = traits_of(units)
    signs, kinds = signs_of(traits), steps_of(traits)
    found = labels(signs, kinds, answers.fixed(units) if answers is not None else None)
    return replace(gathered(units, traits, found), decisions=decisions(units, signs, kinds, found))
