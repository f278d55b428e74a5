"""What can go wrong, as values: a place, a finding, and the exceptions that carry findings.

A finding names a message of the catalogue (`jxprint.messages`) and its arguments; it holds no sentence, so that it
can be shown in any language and read by machines. Each exception class owns its exit code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from msgspec import Struct, field

Severity = Literal["error", "warning", "note"]


class Place(Struct, frozen=True):
    """Where in the input something stands.

    `line` and `column` count from 1; `column` counts code points, not bytes. `part` is the letter or name of a part
    on the page, `paragraph` counts from 1, `offset` is a code-point offset from 0 inside the paragraph (or inside
    the headline line, caption, … that `part` and `paragraph` name).
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    part: str | None = None
    paragraph: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        """`file:line:column`, as far as it is known."""
        known = [str(piece) for piece in (self.file, self.line, self.column) if piece is not None]
        return ":".join(known)


class Phrase(Struct, frozen=True):
    """A part of a sentence that is said in the reader's language as well: the key of a message and its values."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


class Finding(Struct, frozen=True):
    """One thing to tell a person: the key of a message, its place, and the values that fill the sentence.

    A value may be a Phrase, or a tuple, which is said as a list.
    """

    key: str
    place: Place = Place()
    args: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they stand in their files: by file, line and column; those without a place come first."""
    return sorted(findings, key=lambda one: (one.place.file or "", one.place.line or 0, one.place.column or 0))


class JxprintError(Exception):
    """Base of everything that jxprint refuses; `findings` holds all that was found, not the first alone."""

    exit_code: ClassVar[int] = 70

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings: tuple[Finding, ...] = findings

    def __str__(self) -> str:
        """English sentences, one a line; the command line renders in the reader's own language instead."""
        from jxprint.messages import one_line, render  # loaded when a sentence is wanted, not on the way to a good page

        return "\n".join(one_line(render(finding, "en")) for finding in self.findings)


class CheckFailed(JxprintError):
    """The printed page does not say what the copy says, a file is not in its canonical spelling, its copy has slips
    that a proof-reader would mark, or its make-up what a night editor would.
    """

    exit_code = 1


class UsageError(JxprintError):
    """The command was called in a way that it does not know (click's own code for this is 2 as well)."""

    exit_code = 2


class DescriptionError(JxprintError):
    """The page's files cannot be understood: TOML, keys, dummy, copy, encodings, pictures, or markup that this page
    cannot show.
    """

    exit_code = 3


class FontError(JxprintError):
    """A face is missing, damaged or may not be embedded, or no face has a character."""

    exit_code = 4


class OversetError(JxprintError):
    """The copy does not fit the page; the findings say by how many lines and characters, story by story."""

    exit_code = 5


class OutputError(JxprintError):
    """A file could not be written; what stood there before still stands there."""

    exit_code = 6


class PdfError(JxprintError):
    """A PDF cannot be read back, or a PNG decoded: damaged, encrypted, or larger inside than is safe."""

    exit_code = 7


class MakeupError(JxprintError):
    """A page is made up in a way that its house forbids (a finding of level error); a reconstructed page is told of it
    and never refused.
    """

    exit_code = 8


class ProfileError(JxprintError):
    """A page cannot be written in the profile, or stand on the press sheet, that was asked for: the findings say what
    of it, part by part.
    """

    exit_code = 9
