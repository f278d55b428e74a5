"""Reconstruction measured on pages whose grid is known: `python benchmarks/reconstruct/measure.py [PAGE …]`.

Each page of copy is set by the real composer on a grid drawn by lot (the same lot every time), cut where its legs end,
folded and glued as dumps are, and reconstructed. Told is how much of it was found. The tables in `words/` are fitted on
these pages; `--unseen` asks others, which nothing is fitted on and nothing may be.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from msgspec import to_builtins

from dumping import dumped, manner_of
from form import read_copy
from jxprint import Library
from jxprint.reconstruct import reconstruct
from jxprint.reconstruct.dump import read_dump
from scoring import score
from setting import grid_of, set_page

_HERE = Path(__file__).resolve().parent
_RATES = (
    ("stories found", "stories"),
    ("joints missed", "joints"),
    ("joints false", "joints"),
    ("characters off", "characters"),
    ("measure", "set"),
    ("legs", "set"),
    ("lines", "set"),
)


def main() -> int:
    """Set, tell, read, score."""
    options = _options()
    counts: Counter[str] = Counter()
    seconds: list[float] = []
    libraries: dict[str, Library] = {}
    pages = _HERE / ("unseen" if options.unseen else "pages")
    names = options.pages or sorted(path.stem for path in pages.glob("*.txt"))
    for name in names:
        copy = read_copy(pages / f"{name}.txt")
        for lot in range(options.lots):
            chance = random.Random(f"{name} {lot}")
            settings = set_page(copy, grid_of(chance), chance, libraries)
            dump = dumped(copy, settings, manner_of(chance))
            if options.dumps is not None:
                options.dumps.mkdir(parents=True, exist_ok=True)
                (options.dumps / f"{name}-{lot}.txt").write_text(dump, encoding="utf-8")
            began = time.perf_counter()
            found = reconstruct(read_dump(dump.encode("utf-8"), name))
            seconds.append(time.perf_counter() - began)
            more, missed = score(copy, settings, to_builtins(found.proposal))
            counts += more
            if options.missed:
                print("\n".join(missed), file=sys.stderr)
    for what, of in _RATES:
        print(f"{what:16} {counts[what]:7} of {counts[of]:7}  {100 * counts[what] / max(1, counts[of]):.2f} %")
    for tenth in range(10):
        if said := counts[f"sure {tenth}"]:
            right = counts[f"sure and right {tenth}"]
            print(f"sure {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} {right:7} of {said:7}  {100 * right / said:.0f} %")
    print(f"median page      {1000 * statistics.median(seconds):.1f} ms")
    if options.json is not None:
        options.json.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="measure.py", description="Reconstruction, measured.")
    parser.add_argument("pages", nargs="*", help="names of pages; all if none is given")
    parser.add_argument("--unseen", action="store_true", help="ask pages that no table was fitted on")
    parser.add_argument("--lots", type=int, default=1, help="grids drawn for each page")
    parser.add_argument("--missed", action="store_true", help="tell what was not found on standard error")
    parser.add_argument("--dumps", type=Path, help="also write the dumps to this folder")
    parser.add_argument("--json", type=Path, help="also write the counts here")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
