"""What the preflight says of archives, its source says too: veraPDF passes sound files and fails the spoilt ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pairs import Pair
from pairs_of_files import FILES, XMP
from pairs_of_fonts import FONTS
from pairs_of_pages import INKS, SHEETS
from pairs_of_syntax import SYNTAX
from pairs_of_tags import TAGS
from sound_files import KINDS, sound

from jxprint.preflight.rules import RULES
from verapdf import Verdict, opinions

Find = Callable[[str], Any]

# Flavours of veraPDF by kind of file.
FLAVOURS: dict[str, tuple[str, ...]] = {
    "a2": ("2a", "ua1"),
    "xa": ("2a", "ua1"),
    "a3": ("3a", "ua1"),
    "a4": ("4", "ua2"),
    "a4f": ("4f", "ua2"),
    "web": ("ua1",),
}
PARTS = {"2": "PDF/A-2", "3": "PDF/A-2", "4": "PDF/A-4", "u": "PDF/UA-"}
# Pairs, by kind and rule, that veraPDF does not see, and why.
UNSEEN = {"a4 colour.profile": "it does not compare N with the profile's own space"}

pytestmark = pytest.mark.judges

PAIRS = [
    pair
    for pair in (*FILES, *SYNTAX, *XMP, *SHEETS, *FONTS, *INKS, *TAGS)
    if pair.kind in FLAVOURS and "veraPDF" in next(row.source for row in RULES.values() if row.id == pair.rule)
]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory, program: Find, module: Find) -> dict[tuple[str, str], Verdict]:
    """What veraPDF says of the sound file of every kind (by its kind) and of every failing one (by its number), in
    each flavour of the kind, asked in one process.
    """
    folder = tmp_path_factory.mktemp("pairs")
    written = [(kind, kind, sound(kind)) for kind in FLAVOURS]
    written += [(pair.kind, str(at), pair.failing()) for at, pair in enumerate(PAIRS)]
    asked: dict[str, list[Path]] = {}
    for kind, name, data in written:
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        asked.setdefault(",".join(FLAVOURS[kind]), []).append(path)
    return opinions(asked, program, module)


@pytest.mark.parametrize("kind", FLAVOURS)
def test_verapdf_passes_the_sound_files(kind: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    """The files that every pair begins with are what they say."""
    for flavour in FLAVOURS[kind]:
        assert verdicts[flavour, kind].failed == {}
        assert verdicts[flavour, kind].checks


@pytest.mark.parametrize(
    "at", range(len(PAIRS)), ids=[f"{pair.kind}-{pair.rule}-{at}" for at, pair in enumerate(PAIRS)]
)
def test_verapdf_fails_the_same_file(at: int, verdicts: dict[tuple[str, str], Verdict]) -> None:
    """By the very rule that ours names as its source, where it names one of this flavour."""
    pair = PAIRS[at]
    found = {f"{flavour} {rule}" for flavour in FLAVOURS[pair.kind] for rule in verdicts[flavour, str(at)].failed}
    named = sources(pair)
    if f"{pair.kind} {pair.rule}" in UNSEEN or not named:
        return
    assert found & named, (sorted(found), sorted(named))


def sources(pair: Pair) -> set[str]:
    """The rules of veraPDF that a pair's rule rests on, in the flavours of its kind."""
    source = next(row.source for row in RULES.values() if row.id == pair.rule)
    named = set()
    for flavour in FLAVOURS[pair.kind]:
        standard = f"PDF/UA-{flavour[2]}" if flavour.startswith("ua") else PARTS[flavour[0]]
        named |= {f"{flavour} {rule}" for rule in re.findall(rf"{standard} ([\w. -]+?-\d+)", source)}
    return named


def test_the_kinds_are_those_of_the_preflight() -> None:
    """Every archive has its flavours here."""
    assert {kind for kind, row in KINDS.items() if row[2]} == set(FLAVOURS)
