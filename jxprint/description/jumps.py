"""Jumps (转版): what a part says of where it goes on or comes from, and whether both ends agree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.tables import Table
from jxprint.errors import Finding, Place
from jxprint.model import Jump, Page, Story

JUMP_KEYS = ("jump_to", "jump_from")
# Of a part that goes on from elsewhere and has no copy to say it.
CONTINUATION_KEYS = ("kicker", "headline")

_JUMP = r"\s*(?:(?P<page>\d{1,4})\s*[:：]\s*)?(?P<letter>\w)\s*"
_UPRIGHT_KEYS = ("writing", "head")


class Jumps(Struct, frozen=True):
    """Where a part goes on, and where it comes from."""

    to: Jump | None = None
    from_: Jump | None = None


def read_jumps(table: Table) -> Jumps:
    """The jumps of a story's part. A story that jumps runs horizontally under its head: where a vertical one would be
    cut is no row of the grid.
    """
    found = Jumps(_read_jump(table, "jump_to"), _read_jump(table, "jump_from"))
    given = [key for key in JUMP_KEYS if key in table.values]
    for key in _UPRIGHT_KEYS:
        if given and table.values.get(key) == "vertical":
            table.wrong("page.jump_not_level", key, key=given[0])
            break
    if "jump_from" in table.values and "copy" in table.values:
        table.wrong("page.jump_with_copy", "copy")
    if "jump_from" not in table.values:
        for key in CONTINUATION_KEYS:
            if key in table.values:
                table.wrong("page.goes_with", key, key=key, other="jump_from")
    return found


def _read_jump(table: Table, key: str) -> Jump | None:
    value = table.text(key)
    if value is None:
        return None
    match = re.fullmatch(_JUMP, value)
    if match is None or not match["letter"].isalnum():
        table.wrong("page.bad_jump", key, value=value)
        return None
    return Jump(match["letter"], None if match["page"] is None else int(match["page"]), table.place(key))


def page_of(value: object) -> int | None:
    """The page that a jump names, None where it names none."""
    match = re.fullmatch(_JUMP, value) if isinstance(value, str) else None
    return None if match is None or match["page"] is None else int(match["page"])


def to_no_page(table: Table, numbers: Collection[int]) -> None:
    """Note the jumps of a page.toml that name a page of no such number in its edition."""
    for part in table.tables("part") if isinstance(table.values.get("part"), list) else ():
        for key in JUMP_KEYS:
            page = page_of(part.values.get(key))
            if page is not None and page not in numbers:
                part.wrong("page.jump_no_page", key, page=page)


class _Part(Struct, frozen=True):
    """A part by the page that it stands on (its index) and its letter."""

    page: int
    letter: str


class _Pages:
    """Pages that could be read, with the jumps between them. `numbers` are those of the edition, None outside one."""

    def __init__(self, pages: Sequence[Page], numbers: Collection[int] | None) -> None:
        self._pages = pages
        self._numbers = numbers
        self._of_number = {number: index for index, page in enumerate(pages) for number in page.numbers}
        self.stories = {
            _Part(index, part.letter): part
            for index, page in enumerate(pages)
            for part in page.parts
            if isinstance(part, Story)
        }
        self._letters = {_Part(index, part.letter) for index, page in enumerate(pages) for part in page.parts}
        self.findings: list[Finding] = []
        # Parts whose jump, and whose source, was told to be wrong: neither is told again from the other side.
        self.told, self.told_source = set[_Part](), set[_Part]()

    def wrong(self, message: str, jump: Jump, **args: object) -> None:
        self.findings.append(Finding(message, jump.place, args))

    def end(self, at: _Part, jump: Jump) -> _Part | None:
        """The part that a jump of `at` names, None with a finding where there is none."""
        index = at.page
        if jump.page is not None and not self._pages[at.page].has(jump):
            if self._numbers is None:
                self.wrong("page.jump_alone", jump, page=jump.page)
                return None
            if jump.page not in self._numbers:
                self.wrong("page.jump_no_page", jump, page=jump.page)
                return None
            if jump.page not in self._of_number:
                return None  # that page cannot be read, and says so
            index = self._of_number[jump.page]
        found = _Part(index, jump.letter)
        if found not in self._letters:
            key = "page.jump_no_part_here" if jump.page is None else "page.jump_no_part"
            self.wrong(key, jump, letter=jump.letter, **({} if jump.page is None else {"page": jump.page}))
            return None
        return found

    def said(self, at: _Part, of: int) -> str:
        """How a part of page `of` names the part `at`."""
        if at.page == of:
            return at.letter
        return f"{self._pages[at.page].numbers[0]}:{at.letter}"

    def names(self, at: _Part, jump: Jump | None, other: _Part) -> bool:
        """Whether a jump of `at` names `other`, as far as it can be told."""
        if jump is None or jump.letter != other.letter:
            return False
        here = self._pages[at.page].has(jump)
        return other.page == at.page if here else jump.page in self._pages[other.page].numbers


def joined(pages: Sequence[Page], numbers: Collection[int] | None = None) -> tuple[list[Page], list[Finding]]:
    """The pages with continuations named for the stories that they continue, and everything that is wrong with jumps.

    `numbers` are all page numbers of the edition; None for pages that are in none, which jump to no other page.
    """
    if not any(story.jump_to or story.jump_from for page in pages for story in _stories(page)):
        return list(pages), []
    known = _Pages(pages, numbers)
    taken: dict[_Part, _Part] = {}
    for at, story in known.stories.items():
        if story.jump_to is not None:
            _follow(known, at, story.jump_to, taken)
    for at, story in known.stories.items():
        if story.jump_from is not None and at not in taken and at not in known.told_source:
            source = known.end(at, story.jump_from)
            if source is not None and source not in known.told:
                said = {"other": known.said(source, at.page), "here": known.said(at, source.page)}
                known.wrong("page.jump_from_nothing", story.jump_from, **said)
    _refuse_circles(known, taken)
    return [_named(page, index, known.stories, taken) for index, page in enumerate(pages)], known.findings


def _follow(known: _Pages, at: _Part, jump: Jump, taken: dict[_Part, _Part]) -> None:
    """One jump from its source to its target, which must name the source."""
    target = known.end(at, jump)
    if target is None:
        known.told.add(at)
        return
    story = known.stories.get(target)
    here = known.said(at, target.page)
    if target == at:
        known.wrong("page.jump_to_itself", jump)
    elif story is None or story.jump_from is None:
        known.wrong("page.jump_not_a_rest", jump, letter=jump.letter, here=here)
    elif target in taken:
        other = known.said(taken[target], at.page)
        known.wrong("page.jump_slot_taken", jump, letter=jump.letter, other=other)
    elif not known.names(target, story.jump_from, at):
        _tell_other_source(known, target, story.jump_from, jump, here)
    else:
        taken[target] = at
        return
    known.told.add(at)


def _tell_other_source(known: _Pages, target: _Part, named: Jump, jump: Jump, here: str) -> None:
    """A jump to a part that names another as its source: there is that one, or it goes on there, or neither."""
    other = named.letter if named.page is None else f"{named.page}:{named.letter}"
    key = "page.jump_slot_taken" if _claims(known, target, named) else "page.jump_other_source"
    known.wrong(key, jump, letter=jump.letter, other=other, here=here)
    if key == "page.jump_other_source":
        known.end(target, named)  # where it leads nowhere, that is a mistake of its own
        known.told_source.add(target)


def _claims(known: _Pages, target: _Part, named: Jump) -> bool:
    """Whether the part that a continuation names does go on in it."""
    return any(
        known.names(target, named, source) and known.names(source, story.jump_to, target)
        for source, story in known.stories.items()
    )


def _refuse_circles(known: _Pages, taken: Mapping[_Part, _Part]) -> None:
    """A chain of jumps that comes back to its beginning, told once."""
    done: set[_Part] = set()
    for start in taken:
        way: list[_Part] = []
        at: _Part | None = start
        while at is not None and at not in done:
            done.add(at)
            way.append(at)
            at = taken.get(at)
        if at in way:
            story = known.stories[at] if at is not None else None
            place = story.jump_to.place if story is not None and story.jump_to is not None else Place()
            known.findings.append(Finding("page.jump_circle", place))


def _named(page: Page, index: int, stories: Mapping[_Part, Story], taken: Mapping[_Part, _Part]) -> Page:
    """The page with its continuations under the names of their stories."""
    names: dict[str, str] = {}
    for target in taken:
        if target.page == index:
            at, seen = target, {target}
            while at in taken and taken[at] not in seen:
                at = taken[at]
                seen.add(at)
            names[target.letter] = stories[at].name
    if not names:
        return page
    parts = tuple(
        replace(part, name=names[part.letter]) if isinstance(part, Story) and part.letter in names else part
        for part in page.parts
    )
    return replace(page, parts=parts)


def _stories(page: Page) -> Iterator[Story]:
    return (part for part in page.parts if isinstance(part, Story))
