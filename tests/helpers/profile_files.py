"""Pages and editions of the tree built by the command line in every profile, each once a process."""

from __future__ import annotations

from pathlib import Path

from jxprint.cli import main

TREE = Path(__file__).resolve().parents[2]

# What stands in layout/, and pages of the tests: characters of all kinds, vertical text, markup, furniture.
PAGES = {
    "jiaxing": TREE / "layout" / "jiaxing",
    "chaoxun": TREE / "layout" / "chaoxun",
    "torture": TREE / "tests" / "pages" / "torture",
    "vertical": TREE / "tests" / "pages" / "vertical",
    "marked": TREE / "tests" / "pages" / "marked",
    "furniture": TREE / "tests" / "pages" / "furniture",
}


class ProfileFiles:
    """Files in a folder, built when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, page: str, profile: str) -> Path:
        """The file of a page (a key of PAGES) in a profile, by name `page.profile.pdf`."""
        file = self._folder / f"{page}.{profile}.pdf"
        if not file.exists():
            assert main(["build", str(PAGES[page]), "-o", str(file), "--profile", profile]) == 0
        return file

    def of(self, profile: str) -> list[Path]:
        """A profile's files of every page."""
        return [self.path(page, profile) for page in PAGES]
