"""Differences gathered from all readings: each once, with those who see it; other forms of characters by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from jxprint.checker.others.altered import Found
from jxprint.checker.others.rules import Rules
from jxprint.checker.others.seen import Seen, spot
from jxprint.errors import Finding, Place, Severity

# Differences kept of a file; one that is not the copy's at all has thousands.
_KEPT = 400
# Places that are told of one form.
_PLACES = 200


class Judged(Struct):
    """Findings by what they are, and how much of the copy each reading has."""

    found: dict[tuple[object, ...], tuple[Finding, list[str]]] = field(default_factory=dict)
    forms: dict[tuple[str, str], dict[tuple[str, str], list[Place]]] = field(default_factory=dict)
    first: dict[str, dict[str, object]] = field(default_factory=dict)

    def add(self, finding: Finding, reading: str) -> None:
        """One more that sees a difference."""
        args = finding.args
        key = finding.key, finding.place, args.get("expected"), args.get("read"), args.get("page")
        if key not in self.found and len(self.found) < _KEPT:
            self.found[key] = finding, []
        if key in self.found and reading not in self.found[key][1]:
            self.found[key][1].append(reading)

    def form(self, kind: str, one: Compared, spelt: tuple[str, str], there: int, place: Place) -> None:
        """One more place where a character stands in another form."""
        self.first.setdefault(kind, spot(one.seen, there))
        places = self.forms.setdefault((kind, one.name), {}).setdefault(spelt, [])
        if len(places) < _PLACES:
            places.append(place)


class Compared(Struct, frozen=True):
    """One reading beside the copy: what was found of each paragraph, and what is left of the text."""

    seen: Seen
    found: Sequence[Found]
    left: Sequence[tuple[int, int]]

    @property
    def name(self) -> str:
        """As findings say it."""
        return f"{self.seen.reader}:{self.seen.order}"


def forms_found(told: Judged, rules: Rules) -> Iterator[Finding]:
    """Other forms of characters: one finding a kind and group of readings that see the same."""
    alike: dict[tuple[str, str], list[str]] = {}
    for (kind, reading), pairs in told.forms.items():
        counts = sorted(((expected, read, len(places)) for (expected, read), places in pairs.items()))
        alike.setdefault((kind, repr(counts)), []).append(reading)
    seen: set[tuple[str, str, str]] = set()
    for (kind, _), readings in alike.items():
        pairs = told.forms[kind, readings[0]]
        new = {pair: places for pair, places in pairs.items() if (kind, *pair) not in seen}
        seen.update((kind, *pair) for pair in pairs)
        if not new:
            continue
        ordered = sorted(new.items(), key=lambda item: (-len(item[1]), item[0]))
        (expected, read), first = ordered[0]
        args: dict[str, object] = {
            "form": kind,
            "expected": expected,
            "read": read,
            "count": sum(len(places) for places in new.values()),
            "pairs": tuple((one, two, len(places)) for (one, two), places in ordered),
            "readings": tuple(readings),
            **told.first[kind],
        }
        severity: Severity = "note" if kind in rules.accepted else "error"
        yield Finding("checks.other.form", first[0], args, severity)
