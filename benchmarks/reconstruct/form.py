"""The invented pages of copy that reconstruction is measured on: what each says, in the form of their files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

_MARKS = {"## ": "subhead", "- ": "item", "> ": "verse", "| ": "table"}


class Paragraph(Struct, frozen=True):
    """A paragraph and what it is: `text`, `subhead`, `item`, `verse`, `table` or `note`."""

    text: str
    role: str = "text"


class Section(Struct, frozen=True):
    """A page's own head, a picture or a story: its kind, values by key (a key may stand twice), and its paragraphs."""

    kind: str
    values: dict[str, list[str]]
    paragraphs: list[Paragraph]

    def one(self, key: str) -> str | None:
        """The only value of a key, or none."""
        found = self.values.get(key)
        return found[0] if found else None

    def many(self, key: str) -> list[str]:
        """All values of a key."""
        return self.values.get(key, [])


class Copy(Struct, frozen=True):
    """A page of copy: its name, head, pictures and stories."""

    name: str
    head: Section
    pictures: list[Section]
    stories: list[Section]


def read_copy(path: Path) -> Copy:
    """Read one page. Raises ValueError where it is not in the form."""
    sections = list(_sections(path.read_text(encoding="utf-8"), path.name))
    if not sections or sections[0].kind != "page":
        raise ValueError(f"{path.name}: does not begin with a page")
    pictures = [one for one in sections if one.kind == "picture"]
    stories = [one for one in sections if one.kind == "story"]
    if len(pictures) + len(stories) + 1 != len(sections):
        raise ValueError(f"{path.name}: a section of another kind")
    return Copy(path.stem, sections[0], pictures, stories)


def _sections(text: str, name: str) -> Iterator[Section]:
    for part in text.removeprefix("=== ").split("\n=== "):
        kind, _, rest = part.partition("\n")
        values: dict[str, list[str]] = {}
        lines = rest.splitlines()
        head = next((k for k, line in enumerate(lines) if not line.strip()), len(lines))
        for line in lines[:head]:
            key, colon, value = line.partition(":")
            if not colon or not key.isidentifier():
                raise ValueError(f"{name}: no key: {line!r}")
            values.setdefault(key, []).append(value.strip())
        yield Section(kind.strip(), values, [_paragraph(line) for line in lines[head:] if line.strip()])


def _paragraph(line: str) -> Paragraph:
    if line.startswith("note:"):
        return Paragraph(line.removeprefix("note:").strip(), "note")
    for mark, role in _MARKS.items():
        if line.startswith(mark):
            text = line[len(mark) :].strip()
            if role == "table":
                text = " ".join(cell.strip() for cell in text.strip("|").split("|"))
            return Paragraph(text, role)
    return Paragraph(line.strip())
