"""All rules, each with its name and its source, and the proof-reading of a page by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.lint.characters import odd_characters
from jxprint.lint.dashes import dashes, ellipses
from jxprint.lint.doubled import doubled_marks
from jxprint.lint.figures import two_cases, two_groupings, two_years
from jxprint.lint.lines import Copy, Fault, Line, Repair
from jxprint.lint.names import two_names
from jxprint.lint.pairing import pairing
from jxprint.lint.quotes import straight_quotes
from jxprint.lint.spaces import spaces
from jxprint.lint.stops import end_stops
from jxprint.lint.widths import half_marks, wide_letters

Check = Callable[[Copy], Iterator[Fault]]


class Rule(Struct, frozen=True):
    """A rule: its name as it is shown, where it comes from, and the faults that it finds in a page's copy."""

    name: str
    source: str
    check: Check


class Slip(Struct, frozen=True):
    """What one rule found at one place: the line's number and the offset in it, the finding, and the repair."""

    rule: str
    line: int
    start: int
    finding: Finding
    repair: Repair | None = None

    @property
    def safe(self) -> bool:
        """Whether it can be put right without asking."""
        return self.repair is not None and self.repair.safe


def _each(check: Callable[[Line], Iterator[Fault]]) -> Check:
    """A rule of single lines as a rule of pages."""
    return lambda copy: (fault for line in copy for fault in check(line))


# The order decides which of two repairs of the same characters comes first.
RULES = (
    Rule("odd-character", "Unicode 16, chapter 18: radicals and compatibility ideographs", _each(odd_characters)),
    Rule("wide-letter", "GB/T 15835, 5.1: digits half width; typography.md SP6", _each(wide_letters)),
    Rule("half-mark", "GB/T 15834, 5.1: marks of Chinese text take one em", _each(half_marks)),
    Rule("straight-quote", "GB/T 15834, 4.8: “ ” and ‘ ’", _each(straight_quotes)),
    Rule("pairing", "GB/T 15834, 4.8, 4.9, 4.15: quotes, brackets, title marks", pairing),
    Rule("ellipsis", "GB/T 15834, 4.11: six dots", _each(ellipses)),
    Rule("dash", "GB/T 15834, 4.10: two ems", _each(dashes)),
    Rule("doubled-mark", "GB/T 15834, 4.1 to 4.7: one mark for one pause", _each(doubled_marks)),
    Rule("space", "CLREQ 3.2: composition makes the white", _each(spaces)),
    Rule("end-stop", "GB/T 15834, 4.1 and A.1: no full stop after a head or a caption", _each(end_stops)),
    Rule("two-names", "house style: one way to set names", two_names),
    Rule("two-cases", "GB/T 15835, 4: like things alike", two_cases),
    Rule("two-groupings", "GB/T 15835, 5.1: grouping by threes", two_groupings),
    Rule("two-years", "GB/T 15835, 4.1: years in digits", two_years),
)
_RANK = {rule.name: rank for rank, rule in enumerate(RULES)}


def proofread(copy: Copy) -> tuple[Slip, ...]:
    """All slips of a page's copy, by file, line and column; a line that two parts share is told once."""
    found: dict[tuple[object, ...], Slip] = {}
    for rule in RULES:
        for fault in rule.check(copy):
            line = copy[fault.line]
            place = line.at(fault.start)
            finding = Finding(fault.key, place, fault.args)
            where = (line.number,) if place.line is None else (place.file, place.line)
            found.setdefault(
                (*where, place.column, rule.name, fault.key),
                Slip(rule.name, fault.line, fault.start, finding, fault.repair),
            )
    return tuple(sorted(found.values(), key=_order))


def _order(slip: Slip) -> tuple[str, int, int, int, int, int]:
    place = slip.finding.place
    return place.file or "", place.line or 0, place.column or 0, slip.line, slip.start, _RANK[slip.rule]
