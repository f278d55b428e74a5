"""Copy as a plain text file: a paragraph a line, blank lines between stories, and nothing else known of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.others.forms import Folded
from jxprint.errors import DescriptionError, Finding, Place


class Paragraph(Struct, frozen=True):
    """A line of copy: its file, line and first column there (from 1), its story and its number in that (from 1)."""

    file: str
    line: int
    column: int
    story: int
    number: int
    text: Folded

    def place(self, offset: int) -> Place:
        """The place of a code point of the folded text; behind the end that of the last."""
        at = self.text.at[min(offset, len(self.text.at) - 1)]
        return Place(self.file, self.line, self.column + at, paragraph=self.number, offset=at)


def name_of(copy: Path | bytes) -> str:
    """What a text is called in findings; one that came through a pipe is `-`."""
    return "-" if isinstance(copy, bytes) else str(copy)


def read_copy(files: Sequence[Path | bytes]) -> tuple[list[Paragraph], list[Finding]]:
    """The paragraphs of some files in order (bytes are what came through a pipe), and notes (an encoding other than
    UTF-8). Raises DescriptionError with all that is wrong with them.
    """
    from jxprint.description.encodings import read_text, text_of

    findings: list[Finding] = []
    paragraphs: list[Paragraph] = []
    story = 0
    for file in files:
        name = name_of(file)
        text = text_of(file, name, findings) if isinstance(file, bytes) else read_text(file, name, findings)
        if text is None:
            continue
        before, number = len(paragraphs), 0
        for line, written in enumerate(text.split("\n"), 1):
            bare = written.strip()
            folded = Folded(bare)
            if not folded.text:
                number = 0 if not bare else number
                continue
            story += number == 0
            number += 1
            column = len(written) - len(written.lstrip()) + 1
            paragraphs.append(Paragraph(name, line, column, story, number, folded))
        if len(paragraphs) == before:
            findings.append(Finding("checks.other.empty_copy", Place(name)))
    if any(one.severity == "error" for one in findings):
        raise DescriptionError(*findings)
    return paragraphs, [_renamed(one) for one in findings]


def _renamed(finding: Finding) -> Finding:
    """A note about an encoding with a way out that is open to a text of no page."""
    return replace(finding, key="checks.other.encoding") if finding.key == "copy.other_encoding" else finding
