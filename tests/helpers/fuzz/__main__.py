"""`make fuzz`: spoiled files by number, over all cores; exit code 1 where one crashed, hung or passed wrongly.

A worker that dies, or takes longer over a file than the limit, is replaced, and the file is told. Files that went wrong
are kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import click

from .goods import goods
from .mutations import spoiled
from .trial import WRONG
from .workers import Limits, trials

_TOLD = 5000


def main() -> int:
    """Try all files."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="jxprint-") as place:
        made = goods(Path(place))
    begun = time.monotonic()
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    numbers = range(options.first, options.first + options.files)
    for trial in trials(made, numbers, options.processes, Limits(options.seconds, options.mebibytes)):
        outcomes[trial.outcome] += 1
        slowest = max(slowest, trial.seconds)
        if trial.outcome in WRONG:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{trial.number}.pdf").write_bytes(spoiled(made, trial.number)[2])
            click.echo(f"file {trial.number} ({trial.how}): {trial.outcome}\n{trial.told}")
        if outcomes.total() % _TOLD == 0:
            click.echo(f"{outcomes.total()} files, {time.monotonic() - begun:.0f} s: {dict(outcomes)}")
    wrong = sum(outcomes[one] for one in WRONG)
    click.echo(
        f"{outcomes.total()} files, {time.monotonic() - begun:.0f} s, the slowest {slowest:.2f} s; {wrong} went wrong"
    )
    for outcome, count in outcomes.most_common():
        click.echo(f"{outcome:12}{count:8}")
    return 1 if wrong else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description="Spoiled files, and what the checker makes of them.")
    parser.add_argument("--files", type=int, default=100_000, help="how many files")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=10.0, help="a check that takes longer hangs")
    parser.add_argument("--mebibytes", type=int, default=1024, help="what a check may take of memory beside its own")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where files that went wrong are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
