"""The faces as their makers publish them: where this system has them, else out of Debian's packages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from jxprint.fonts.system import font_folders

_FONTS = Path(__file__).resolve().parent.parent / "fonts"


def published_faces(kept: Path) -> Path | None:
    """A folder that holds the files that our faces were cut from, and no others; None where they are not to be had.

    `kept` is made the first time and used from then on (180 MB). Packages are fetched without root; nothing is
    installed.
    """
    rows = tomllib.loads((_FONTS / "catalogue.toml").read_text(encoding="utf-8"))["face"]
    wanted = {Path(row["member"]).name for row in rows}
    if wanted <= {file.name for file in kept.glob("*")}:
        return kept
    with tempfile.TemporaryDirectory(prefix="jxprint-published-") as scratch:
        found = _installed(wanted) or _fetched(sorted({row["source"] for row in rows}), wanted, Path(scratch))
        if not found:
            return None
        kept.mkdir(parents=True, exist_ok=True)
        for file in found:
            shutil.copy(file, kept)
    return kept


def _installed(wanted: set[str]) -> list[Path]:
    """The files in this system's font folders, if all are there."""
    return _all(wanted, (file for folder in font_folders() for file in folder.rglob("*")))


def _fetched(packages: list[str], wanted: set[str], folder: Path) -> list[Path]:
    """The files out of Debian's packages, where apt-get and dpkg-deb are and answer."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        return []
    try:
        subprocess.run(["apt-get", "download", *packages], cwd=folder, check=True, capture_output=True)
        for package in folder.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, folder], check=True, capture_output=True)
    except subprocess.CalledProcessError:
        return []
    return _all(wanted, folder.rglob("*"))


def _all(wanted: set[str], files: Iterator[Path]) -> list[Path]:
    found = {file.name: file for file in files if file.name in wanted}
    return list(found.values()) if wanted == found.keys() else []
