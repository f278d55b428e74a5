"""Pages and editions built by the command line in every profile, each once a run of the tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from advertisements import advertisement, folder_with
from jxprint.cli import main
from jxprint.profile import PROFILES
from photographs import NAMES

TREE = Path(__file__).resolve().parents[2]
_TESTS = TREE / "tests" / "pages"

# Pages in black: what stands in layout/, and characters of all kinds, vertical text, markup, furniture.
BLACK_PAGES = {
    "jiaxing": TREE / "layout" / "jiaxing",
    "chaoxun": TREE / "layout" / "chaoxun",
    "torture": _TESTS / "torture",
    "vertical": _TESTS / "vertical",
    "marked": _TESTS / "marked",
    "furniture": _TESTS / "furniture",
}
# Pages in colour: photographs of all colours that there are, and drawings that let through what is under them.
COLOUR_PAGES = ("photographs", "drawn")
PAGES = (*BLACK_PAGES, *COLOUR_PAGES)
# And what every profile that is judged claims of a page with a stranger's file on it, whose text has its own fonts.
CLAIMING = (*PAGES, "placed")
# Pages of which no archive can be made: pictures that nobody describes, and a stranger's file whose fonts do not say
# what their codes are.
OTHERS = ("pictures", "mute")

# What a profile refuses, and the words of the reason.
REFUSED: dict[tuple[str, str], str] = {
    (page, "press-x1a"): "lets through what is under it" for page in ("drawn", "placed")
}
for _name, _row in PROFILES.items():
    if _row.pdfa:
        REFUSED["pictures", _name] = "has no description of its own"
    if _row.pdfua and _row.judged:
        REFUSED["mute", _name] = "ToUnicode"


def claimed(profile: str) -> list[str]:
    """The pages of which a profile claims its standards."""
    pages = CLAIMING if PROFILES[profile].judged else PAGES
    return [page for page in pages if (page, profile) not in REFUSED]


class ProfileFiles:
    """Files in a folder, built when they are first asked for. Several processes may share the folder: each makes what
    is not there in one of its own, which is on the same disk, and moves it when it is done.
    """

    def __init__(self, folder: Path, own: Path) -> None:
        self._folder = folder
        self._own = own

    def path(self, page: str, profile: str) -> Path:
        """The file of a page in a profile, by name `page.profile.pdf`."""
        file = self._folder / f"{page}.{profile}.pdf"
        if not file.exists():
            made = self._own / file.name
            assert main(["build", str(self.page(page)), "-o", str(made), "--profile", profile]) == 0
            made.replace(file)
        return file

    def of(self, profile: str) -> list[Path]:
        """A profile's files of every page that it does not refuse, and of which it claims what it claims."""
        return [self.path(page, profile) for page in claimed(profile)]

    def page(self, page: str) -> Path:
        """The folder of a page; those in colour are made here, by every process."""
        if page in BLACK_PAGES:
            return BLACK_PAGES[page]
        folder = self._own / page
        if not folder.exists():
            if page in ("placed", "mute"):
                folder_with(_TESTS / "artwork", folder, advertisement(spoil=_mute if page == "mute" else None))
            elif page == "drawn":
                folder_with(_TESTS / "artwork", folder, (_TESTS / "artwork" / "bridge.svg").read_bytes(), rows=9)
            else:
                _write_pictures(folder, described=page == "photographs")
        return folder


def _mute(pdf: pikepdf.Pdf) -> None:
    """Fonts lose what says which characters they show."""
    fonts: Any = pdf.pages[0].Resources.Font
    for font in fonts.values():
        if "/ToUnicode" in font:
            del font.ToUnicode


def _write_pictures(folder: Path, described: bool) -> None:
    folder.mkdir()
    toml = (_TESTS / "pictures" / "page.toml").read_text("utf-8")
    if described:
        toml = re.sub(r'(?m)^(file = "[^"]+"\n)(?!alt)', r'\1alt = "颜色"\n', toml)
    (folder / "page.toml").write_text(toml, "utf-8")
    for name, (width, height) in NAMES.items():
        all_colours((2 * width, 2 * height)).save(folder / name)


def all_colours(size: tuple[int, int]) -> Image.Image:
    """Hues from left to right, stronger from top to bottom, darker to the middle: black and full colours among them."""
    hue = Image.linear_gradient("L").rotate(90).resize(size)
    strength = Image.linear_gradient("L").resize(size)
    light = Image.radial_gradient("L").resize(size)
    return Image.merge("HSV", (hue, strength, light)).convert("RGB")
