"""What the options of a build ask for, the names of what it writes, and what it refuses before anything is read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from jxprint.cli.session import Session
from jxprint.errors import Finding, Place, UsageError
from jxprint.profile import PROFILES

if TYPE_CHECKING:
    from jxprint.model import Page
    from jxprint.press.asked import Impose, Mark

# What stands for a page's number in the name of an output.
PAGE_FIELD = "{page}"

Form = Literal["pdf", "svg", "html"]
# Ends of names that promise what a build does not write: a picture, text, or what another program makes.
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".bmp")
WORDS = (".txt", ".md")
OTHERS = (".doc", ".docx", ".odt", ".rtf", ".wps", ".eps", ".ps", ".indd", ".idml", ".epub", ".xml", ".json", ".toml")
# Forms by the end of the file's name.
_FORMS: dict[str, Form] = {".svg": "svg", ".html": "html", ".htm": "html"}


class Asked(Struct, frozen=True):
    """What the options of a build ask for, by their names on the command line."""

    hold: str | None = None
    move_legs: bool = False
    faithful: bool = False
    proof: bool = False
    to: Form | None = None
    check: bool = False
    seal: bool = False
    manifest: Path | None = None
    sign: Path | None = None
    profile: str = "pdf"
    icc: Path | None = None
    marks: tuple[Mark, ...] | None = None
    impose: Impose | None = None

    @property
    def sealing(self) -> bool:
        """Whether the file is to be proved without its folder."""
        return self.sealed or self.manifest is not None or self.sign is not None

    @property
    def sealed(self) -> bool:
        """Whether the file carries its seal: asked for, or part of its profile."""
        return self.seal or PROFILES[self.profile].sealed


def form_of(output: str, asked: Asked) -> Form:
    """What is written: what was asked for, or what the file's name says."""
    return asked.to or _FORMS.get(Path(output).suffix.lower(), "pdf")


def refuse_output(session: Session, output: str, form: str, asked: Asked) -> None:
    """A PDF on a terminal helps nobody, and JSON in the middle of one neither; nor options that have nothing to do."""
    suffix = Path(output).suffix.lower()
    if asked.to is None and suffix in (*PICTURES, *WORDS, *OTHERS):
        is_words = suffix in WORDS
        key = "output.no_picture" if suffix in PICTURES else "output.no_words" if is_words else "output.no_other"
        raise UsageError(Finding(key, Place(file=output), {"suffix": suffix}))
    if asked.sealing and form != "pdf":
        raise UsageError(Finding("seal.needs_pdf", args={"form": form.upper()}))
    if asked.check and form != "pdf":
        raise UsageError(Finding("output.check_needs_pdf", args={"form": form.upper()}))
    if asked.faithful and asked.hold is not None:
        raise UsageError(Finding("evidence.held"))
    if asked.move_legs and asked.hold is None:
        raise UsageError(Finding("command.move_legs_alone"))
    if output == "-" and form == "pdf" and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(Finding("command.pdf_to_terminal"))
    if output == "-" and session.json:
        raise UsageError(Finding("command.two_on_stdout"))


def page_files(output: str, pages: Sequence[Page]) -> list[Path]:
    """A file for each page, named by its number, or by its place where it has none; numbers are as long as the longest,
    so that files stand in order.
    """
    labels = [list(page.numbers) or [at] for at, page in enumerate(pages, 1)]
    wide = max(len(str(number)) for label in labels for number in label)
    named = ["-".join(f"{number:0{wide}}" for number in label) for label in labels]
    return [Path(output.replace(PAGE_FIELD, name)) for name in named]
