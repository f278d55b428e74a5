"""The sides of each comparison, as commands: ours, and Typst in three ways.

`ordinary` and `bracketed` are Typst with the faces as their makers publish them, which is what its users have: as it
comes, and with system fonts ignored. `same_faces` is Typst with the faces that travel with jxprint: cut down, they
load in half the time.
"""

from __future__ import annotations

import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Side = Literal["ours", "ordinary", "bracketed", "same_faces"]
HERE = Path(__file__).resolve().parent
_PUBLISHED: tuple[Side, ...] = ("ordinary", "bracketed")


@dataclass(frozen=True, slots=True)
class Work:
    """What all runs share: the work folder that prepare.py fills, how many pages there are, and the folder of faces
    as published, None where there is none.
    """

    folder: Path
    count: int
    published: Path | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that can be measured here."""
        return ("ours", *(_PUBLISHED if self.published else ()), "same_faces")

    @property
    def errors(self) -> Path:
        """Where a measured process's standard error goes."""
        return self.folder / "errors"

    def fonts(self, side: Side) -> Path:
        """The faces that Typst is given: the six that the pages use, and no others."""
        if side in _PUBLISHED and self.published is not None:
            return self.published
        return self.folder / "fonts"

    def sources(self, side: Side, pages: int) -> Path:
        """Typst's sources; they name faces by family, and a face that was cut may have had to be renamed."""
        way = "published" if side in _PUBLISHED else "same_faces"
        return self.folder / way / ("one" if pages == 1 else "many")

    def prepare(self, page: Path) -> list[str]:
        """The command that writes the pages of all sides."""
        command = [sys.executable, str(HERE / "prepare.py"), str(page), str(self.folder), str(self.count)]
        return [*command, str(self.published)] if self.published else command

    def output(self, side: Side, pages: int) -> Path:
        """The PDF of a side."""
        return self.folder / f"{side}-{pages}.pdf"

    def cold(self, side: Side, pages: int) -> list[str]:
        """One whole process that makes a PDF of the first `pages` pages (1, or all there are)."""
        output = str(self.output(side, pages))
        if side == "ours":
            folders = [str(self.folder / "ours" / f"{number:04d}") for number in range(pages)]
            return [str(Path(sysconfig.get_path("scripts")) / "jxprint"), "build", *folders, "-o", output]
        sources = str(self.sources(side, pages))
        return [sys.executable, str(HERE / "peer_once.py"), sources, str(self.fonts(side)), output, side]

    def edited(self, side: Side) -> Path:
        """The copy of the first page, or of its sources, that a side edits."""
        return self.folder / f"edited-{side}"

    def again(self, side: Side) -> list[str]:
        """A process that builds the first page again after each edit. Each side edits a copy of its own."""
        output = str(self.folder / f"{side}-again.pdf")
        if side == "ours":
            return [sys.executable, str(HERE / "again.py"), side, str(self.edited(side) / "page"), output]
        return [sys.executable, str(HERE / "again.py"), side, str(self.edited(side)), output, str(self.fonts(side))]
