"""Copy as a plain text file: a paragraph a line, blank lines between stories, and nothing else known of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

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


def read_copy(files: Sequence[Path]) -> tuple[list[Paragraph], list[Finding]]:
    """The paragraphs of some files in order, and notes (an encoding other than UTF-8). Raises DescriptionError with all
    that is wrong with them.
    """
    from jxprint.description.encodings import read_text

    findings: list[Finding] = []
    paragraphs: list[Paragraph] = []
    story = 0
    for file in files:
        text = read_text(file, str(file), findings)
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
            paragraphs.append(Paragraph(str(file), line, column, story, number, folded))
        if len(paragraphs) == before:
            findings.append(Finding("checks.other.empty_copy", Place(str(file))))
    if any(one.severity == "error" for one in findings):
        raise DescriptionError(*findings)
    return paragraphs, findings
