"""jxprint measured beside Typst on the same pages: `python benchmarks --json out/benchmarks.json`.

Both sides set the same copy with the same faces at the same sizes on the same grid. Typst is told where every head,
story and picture stands (ours works that out), and breaks, justifies and levels the text itself. Runs of the sides take
turns; a figure is the median of its runs, a ratio that of two medians. Nothing is written outside a temporary folder
and the file that --json names.

Typst is measured with the faces as their makers publish them, which is what its users have (Noto Serif and Sans CJK,
LXGW WenKai; see `published.py` for where they are looked for), and with the cut ones that travel with jxprint.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from figures import Figure, after_edits, long_paragraphs, make_up, separation, whole_processes
from proving import checked, golden
from published import published_faces
from restoring import restored
from sides import Work
from table import as_dict, table

TREE = Path(__file__).resolve().parent.parent


def main() -> int:
    """Prepare, measure, tell."""
    options = _options()
    # The processes measured here are scripts of this folder and import from beside themselves.
    os.environ.pop("PYTHONSAFEPATH", None)
    with tempfile.TemporaryDirectory(prefix="jxprint-benchmarks-") as folder:
        published = options.typst_fonts or published_faces(TREE / "out" / "published")
        if published is None:
            print("The published faces are not to be had here: Typst is measured with ours alone.", file=sys.stderr)
        work = Work(Path(folder), options.pages, published)
        subprocess.run(work.prepare(options.page.resolve()), check=True)
        figures: list[Figure] = [*whole_processes(work, 1, options.runs), *after_edits(work)]
        if options.pages > 1:
            figures += whole_processes(work, options.pages, max(1, options.runs - 2))
        figures += long_paragraphs(work)
        figures += make_up(work)
        figures += separation(work)
        figures += checked(work, options.runs)
        figures += golden(work, options.runs)
        figures += restored(work, options.runs)
    print(table(figures))
    machine = _machine()
    print("\n" + ", ".join(f"{name} {value}" for name, value in machine.items()))
    if options.json is not None:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        told = {"machine": machine, "figures": [as_dict(figure) for figure in figures]}
        options.json.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python benchmarks", description="jxprint measured beside Typst.")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--page", type=Path, default=TREE / "layout" / "jiaxing", help="the page folder")
    parser.add_argument("--pages", type=int, default=100, help="pages of the large document; 1 leaves it out")
    parser.add_argument(
        "--typst-fonts", type=Path, help="a folder of the published faces; otherwise they are looked for"
    )
    parser.add_argument("--runs", type=int, default=7, help="runs a figure; the large document takes two fewer")
    return parser.parse_args()


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": os.cpu_count(),
        "jxprint": version("jxprint"),
        "typst": version("typst"),
    }


if __name__ == "__main__":
    sys.exit(main())
