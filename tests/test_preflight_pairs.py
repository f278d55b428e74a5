"""Every rule of the preflight is proved by an atomic pair: a file that passes all rules of its standard, and the same
file that fails one of them and no other.
"""

from __future__ import annotations

import pytest
from pairs import Pair
from pairs_of_files import FILES, XMP
from pairs_of_fonts import FONTS
from pairs_of_pages import INKS, SHEETS
from pairs_of_syntax import SYNTAX
from pairs_of_tags import TAGS
from sound_files import KINDS, profile_bytes, sound

from jxprint.preflight import preflight
from jxprint.preflight.report import ids
from jxprint.preflight.rules import RULES
from jxprint.profile import PROFILES

PAIRS = [*FILES, *SYNTAX, *XMP, *SHEETS, *FONTS, *INKS, *TAGS]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_file_meets_its_profile(kind: str) -> None:
    """No error, no warning, no note."""
    report = preflight(sound(kind), PROFILES[KINDS[kind][0]])
    assert ids(report.faults) == []
    assert report.ok
    assert report.rules > 85


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{at}-{pair.kind}-{pair.rule}" for at, pair in enumerate(PAIRS)])
def test_one_edit_fails_one_rule(pair: Pair) -> None:
    """That rule by name, and no other."""
    asked = profile_bytes(pair.icc) if pair.icc else None
    report = preflight(pair.failing(), PROFILES[pair.profile], asked)
    assert ids(report.faults) == [pair.rule]
    severity = next(row.severity for row in RULES.values() if row.id == pair.rule)
    assert report.ok is (severity != "error")


def test_every_rule_has_its_pair() -> None:
    """A rule that no file was ever seen to fail is no rule; there are more pairs than the 120 that were asked for."""
    proved = {pair.rule for pair in PAIRS}
    assert {row.id for row in RULES.values()} == proved
    assert len(PAIRS) >= 240
