"""The matrix kind by witness: how many of a kind's faults each of them noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from jxprint.checker.witnesses import WITNESSES
from spoiling import KINDS
from trials import Trial


class Row(Struct, frozen=True):
    """A kind of fault: files made, found, named; by witness how many it noticed; what was told of those not named."""

    kind: str
    group: str
    files: int
    found: int
    named: int
    seen: dict[str, int]
    told: dict[str, int]

    @property
    def is_sound(self) -> bool:
        """Whether every fault was found and named, and there were any."""
        return 0 < self.files == self.found == self.named


def rows_of(names: Sequence[str], trials: Sequence[Trial]) -> list[Row]:
    """A row for each kind."""
    rows: list[Row] = []
    for name in names:
        own = [trial for trial in trials if trial.kind == name]
        seen = {witness: sum(witness in trial.witnesses for trial in own) for witness in WITNESSES}
        told = Counter(
            " ".join(sorted(code.removeprefix("checks.") for code in trial.codes)) or f"nothing ({trial.family})"
            for trial in own
            if not trial.is_named
        )
        found, named = sum(trial.is_found for trial in own), sum(trial.is_named for trial in own)
        rows.append(Row(name, KINDS[name].group, len(own), found, named, seen, dict(told)))
    return rows


def table(rows: Sequence[Row]) -> str:
    """The matrix as a table of Markdown; what was not found or not named is told under it."""
    lines = ["| kind of fault | files | found | named | " + " | ".join(WITNESSES) + " |"]
    lines.append("|---|" + "--:|" * (3 + len(WITNESSES)))
    for row in rows:
        counts = [row.files, row.found, row.named, *(row.seen[witness] or "" for witness in WITNESSES)]
        lines.append(f"| {row.kind} | " + " | ".join(map(str, counts)) + " |")
    faults = [row for row in rows if not row.is_sound]
    for row in faults:
        lines.append(f"\n{row.kind}: {row.files} files, {row.found} found, {row.named} named")
        lines += [f"    {count} x {told}" for told, count in sorted(row.told.items(), key=lambda one: -one[1])[:5]]
    return "\n".join(lines)
