"""What is known of the jumps (转版) of a page, of one that cannot be read as well: there its tables tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.jumps import JUMP_KEYS, read_jump
from jxprint.description.pieces import KINDS
from jxprint.description.tables import Table
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.model import Dummy, Jump, Page, Story
from jxprint.model.page import is_named_by, number_of


class Sketch(Struct, frozen=True):
    """The stories of a page with their jumps, and the letters that parts have on it. `is_whole`: it has no others;
    `unsure` are letters of parts of whose jumps nobody can be certain.
    """

    numbers: tuple[int, ...]
    dummy: Dummy
    stories: tuple[Story, ...]
    letters: frozenset[str]
    is_whole: bool = True
    unsure: frozenset[str] = frozenset()

    @property
    def jumps(self) -> bool:
        """Whether any of its stories goes on elsewhere, or comes from there."""
        return any(story.jump_to or story.jump_from for story in self.stories)

    def has(self, jump: Jump) -> bool:
        """Whether a jump leads to, or comes from, a part of this very page."""
        return jump.page is None or self.is_named_by(jump)

    def is_named_by(self, jump: Jump) -> bool:
        """Whether a jump names this page by its number or numbers."""
        return is_named_by(self.numbers, jump)

    def number_of(self, letter: str) -> int | None:
        """The number of the page, or of the half of a double truck, that a part stands on."""
        return number_of(self.numbers, self.dummy, letter)


class PageRefused(DescriptionError):
    """A page that cannot be read, what its jumps are all the same, and what of it could be read, if that is a page."""

    def __init__(self, *findings: Finding, sketch: Sketch | None = None, page: Page | None = None) -> None:
        super().__init__(*findings)
        self.sketch = sketch
        self.page = page


def sketch_of(page: Page) -> Sketch:
    """The sketch of a page that was read."""
    letters = frozenset(part.letter for part in page.parts)
    return Sketch(page.numbers, page.dummy, tuple(_stories(page)), letters)


def sketched(table: Table, dummy: Dummy | None, numbers: tuple[int, ...]) -> Sketch:
    """The sketch of a page.toml that cannot be read as a page."""
    listed = table.values.get("part")
    parts = table.tables("part") if isinstance(listed, list) else []
    letters = {letter for part in parts if _is_letter(letter := part.values.get("letter"))}
    is_whole = isinstance(listed, list) and len(letters) == len(listed) == len(parts)
    stories, unsure = [], set[str]()
    for part in parts:
        letter = part.values.get("letter")
        if not isinstance(letter, str) or letter not in letters:
            continue
        # What is wrong with them has been told.
        jumps = {key: read_jump(replace(part, findings=[]), key) for key in JUMP_KEYS}
        is_story = part.values.get("kind") == "story"
        spoiled = any((key in part.values and jumps[key] is None) or part.misspelt(key) for key in JUMP_KEYS)
        if spoiled or str(part.values.get("kind")) not in KINDS:
            unsure.add(letter)
        if is_story:
            to, from_ = (jumps[key] for key in JUMP_KEYS)
            stories.append(
                Story(letter=letter, place=part.place(), name=letter, headline=(), jump_to=to, jump_from=from_)
            )
    drawn = dummy or Dummy((), Place(table.file))
    return Sketch(numbers, drawn, tuple(stories), frozenset(map(str, letters)), is_whole, frozenset(unsure))


def _is_letter(value: object) -> bool:
    return isinstance(value, str) and len(value) == 1 and value.isalnum()


def _stories(page: Page) -> Iterator[Story]:
    return (part for part in page.parts if isinstance(part, Story))


def jumping(pages: Iterable[Page | Sketch]) -> bool:
    """Whether any story jumps."""
    return any(page.jumps for page in pages)
