"""The three sides of each comparison, as commands: ours, Typst as it comes, Typst with system fonts ignored."""

from __future__ import annotations

import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Side = Literal["ours", "ordinary", "bracketed"]
SIDES: tuple[Side, ...] = ("ours", "ordinary", "bracketed")
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Work:
    """What all runs share: the work folder that prepare.py fills, and how many pages there are."""

    folder: Path
    count: int
    upstream: Path | None = None

    @property
    def fonts(self) -> Path:
        """The faces that Typst is given: those that our pages use, and no others; or a folder of the upstream fonts."""
        return self.upstream or self.folder / "fonts"

    @property
    def errors(self) -> Path:
        """Where a measured process's standard error goes."""
        return self.folder / "errors"

    def prepare(self, page: Path) -> list[str]:
        """The command that writes the pages of both sides."""
        command = [sys.executable, str(HERE / "prepare.py"), str(page), str(self.folder), str(self.count)]
        return [*command, str(self.upstream)] if self.upstream else command

    def output(self, side: Side, pages: int) -> Path:
        """The PDF of a side."""
        return self.folder / f"{side}-{pages}.pdf"

    def cold(self, side: Side, pages: int) -> list[str]:
        """One whole process that makes a PDF of the first `pages` pages (1, or all there are)."""
        output = str(self.output(side, pages))
        if side == "ours":
            folders = [str(self.folder / "ours" / f"{number:04d}") for number in range(pages)]
            return [str(Path(sysconfig.get_path("scripts")) / "jxprint"), "build", *folders, "-o", output]
        sources = self.folder / "theirs" / ("one" if pages == 1 else "many")
        return [sys.executable, str(HERE / "peer_once.py"), str(sources), str(self.fonts), output, side]

    def again(self, side: Side) -> list[str]:
        """A process that builds the first page again after each edit. Each side edits a copy of its own."""
        output = str(self.folder / f"{side}-again.pdf")
        if side == "ours":
            return [sys.executable, str(HERE / "again.py"), side, str(self.folder / "edited-ours" / "page"), output]
        sources = self.folder / f"edited-{side}"
        return [sys.executable, str(HERE / "again.py"), side, str(sources), output, str(self.fonts)]
