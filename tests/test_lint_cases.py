"""The proof-reader's rules, by cases that an editor can read: tests/lint, a file a rule."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import cast, get_args

import pytest
from msgspec import Struct, field

from jxprint.errors import Place
from jxprint.lint.lines import Copy, Line, Role
from jxprint.lint.mending import mend
from jxprint.lint.rules import RULES, Slip, proofread

CASES = Path(__file__).resolve().parent / "lint"
FINDS = re.compile(r"(?:(?P<line>\d+):)?(?P<column>\d+)(?: → (?P<put>.+?))?(?P<by_hand> by hand)?")
NUMBERED = re.compile(r"<U\+([0-9A-F]{4,6})>")
WORDS = {"(nothing)": "", "(blank)": " "}
NOTHING = "nothing"


class Case(Struct):
    """One case: its file's rule, where it stands, the copy, and what is expected."""

    rule: str
    title: str
    lines: list[Line] = field(default_factory=list)
    finds: list[str] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)


def read_cases(path: Path) -> list[Case]:
    """All cases of a file."""
    cases: list[Case] = []
    part = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        text = NUMBERED.sub(lambda match: chr(int(match[1], 16)), line)
        key, _, value = text.partition(": ")
        if text.startswith("= "):
            cases.append(Case(path.stem, text[2:]))
            part = 1
        elif text == "story:":
            part += 1
        elif key in get_args(Role):
            lines = cases[-1].lines
            # As description reads it: blanks at both ends are no copy.
            lines.append(
                Line(len(lines), part, cast(Role, key), value.strip(" \t\u3000"), Place("copy", len(lines) + 1, 1))
            )
        elif key in ("finds", "fixed"):
            getattr(cases[-1], key).append(value)
        else:
            assert not text or text.startswith("#"), f"{path.name}:{number}: {text}"
    return cases


ALL = [case for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]


def as_written(slip: Slip, several: bool) -> str:
    """A slip as a case spells it."""
    place = slip.finding.place
    told = f"{place.line}:{place.column}" if several else str(place.column)
    if slip.repair is not None:
        names = {value: name for name, value in WORDS.items()}
        told += f" → {names.get(slip.repair.replacement, slip.repair.replacement)}"
        told += "" if slip.repair.safe else " by hand"
    return told


@pytest.mark.parametrize("case", ALL, ids=[f"{case.rule}: {case.title}" for case in ALL])
def test_a_rule_finds_what_its_case_says_and_no_more(case: Case) -> None:
    """Places, suggestions and whether they are safe; where nothing is to be found, no other rule finds anything."""
    assert all(FINDS.fullmatch(expected) for expected in case.finds), case.finds
    copy: Copy = tuple(case.lines)
    slips = proofread(copy)
    told = [as_written(slip, len(copy) > 1) for slip in slips if slip.rule == case.rule]
    if case.finds or not case.fixed:
        assert told == case.finds
    if case.title.startswith(NOTHING) and not case.fixed:
        others = {slip.rule for slip in slips} - {case.rule}
        assert others <= ALLOWED.get(case.title, set())
    fixed = [line.text for line in mend(copy).copy]
    if case.title not in ALLOWED:
        assert fixed == (case.fixed or [line.text for line in copy])


# Cases in which a rule keeps silent because the slip is another rule's.
ALLOWED = {
    "nothing: brackets of two widths are told elsewhere": {"half-mark"},
    "nothing: square brackets of two widths are told elsewhere": {"half-mark"},
    "nothing: square brackets with Latin words at one end": {"half-mark"},
    "nothing: a face made of marks": {"half-mark"},
    "nothing: three full stops are an ellipsis": {"ellipsis"},
}


def test_every_rule_has_its_cases() -> None:
    """A file for each rule, and none for a rule that is gone."""
    assert {case.rule for case in ALL} == {rule.name for rule in RULES}


def test_half_of_the_cases_are_silence() -> None:
    """A proof-reader who cries wolf is not read: what must not be reported is half of what is written here."""
    silent = Counter(not case.finds and not case.fixed for case in ALL)
    assert len(ALL) >= 80
    assert silent[True] * 2 >= len(ALL), silent


def test_the_guide_names_every_rule() -> None:
    """Whoever adds a rule explains it to the sub-editors in layout/README.md."""
    guide = (CASES.parent.parent / "layout" / "README.md").read_text(encoding="utf-8")
    assert not [rule.name for rule in RULES if f"| `{rule.name}` |" not in guide]


def test_every_rule_names_its_source() -> None:
    """A standard and its clause, or a house's usage that says so."""
    for rule in RULES:
        assert re.search(r"GB/T|CLREQ|Unicode|house", rule.source), rule.name
