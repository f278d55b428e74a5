"""The Arlington model beside the preflight: it objects to no sound file, and to the spoilt ones whose rule names it."""

from __future__ import annotations

import pytest
from pairs import Pair
from pairs_of_files import FILES, XMP
from pairs_of_pages import INKS, SHEETS
from pairs_of_tags import TAGS
from sound_files import KINDS, sound

from arlington import faults
from jxprint.preflight.rules import RULES
from jxprint.profile import PROFILES

# Pairs, by kind and rule, that the model does not see, and why.
UNSEEN = {
    "x4 intent.condition": "an identifier of blanks is a text",
    "x4 boxes.empty": "a rectangle without area is a rectangle",
    "x4 boxes.user-unit": "PDF 1.6 has it; it is the press that asks",
}
PAIRS = [
    pair
    for pair in (*FILES, *XMP, *SHEETS, *INKS, *TAGS)
    if "Arlington" in next(row.source for row in RULES.values() if row.id == pair.rule)
]


def brought(kind: str) -> frozenset[str]:
    """What the standards of a kind add to the PDF of its version, by the model's names."""
    row = PROFILES[KINDS[kind][0]]
    said = {"ISO_19005_3": row.pdfa.startswith("3"), "PDF_X": bool(row.pdfx), "WTPDF": row.wtpdf}
    return frozenset(extension for extension, holds in said.items() if holds)


@pytest.mark.parametrize("kind", KINDS)
def test_the_model_objects_to_no_sound_file(kind: str) -> None:
    """Every object that a pair begins with is what its standard's PDF allows."""
    found, looked_at = faults(sound(kind), brought(kind))
    assert [str(fault) for fault in found] == []
    assert looked_at > 40


@pytest.mark.parametrize("at", range(len(PAIRS)), ids=[f"{one.kind}-{one.rule}-{at}" for at, one in enumerate(PAIRS)])
def test_the_model_objects_to_the_same_file(at: int) -> None:
    """Whatever ours names its row for."""
    pair: Pair = PAIRS[at]
    found, _ = faults(pair.failing(), brought(pair.kind))
    assert bool(found) is not (f"{pair.kind} {pair.rule}" in UNSEEN), [str(fault) for fault in found]
