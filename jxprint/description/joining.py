"""Whether both ends of every jump (转版) agree, asked of all pages together; and what their lines say then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.jumps import page_said
from jxprint.errors import Finding, Place
from jxprint.model import Jump, Page, Story


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
        if jump.page is not None and not self.has(at, jump):
            if self._numbers is None:
                self.wrong("page.jump_alone", jump, page=page_said(jump))
                return None
            there = self._of_number.get(jump.page)
            if not {jump.page, jump.last or jump.page} <= set(self._numbers) or (
                there is not None and not self._pages[there].is_named_by(jump)
            ):
                self.wrong("page.jump_no_page", jump, page=page_said(jump))
                return None
            if there is None:
                return None  # that page cannot be read, and says so
            index = there
        found = _Part(index, jump.letter)
        if found not in self._letters:
            key = "page.jump_no_part_here" if jump.page is None else "page.jump_no_part"
            self.wrong(key, jump, letter=jump.letter, **({} if jump.page is None else {"page": page_said(jump)}))
            return None
        return found

    def resolved(self, at: _Part, jump: Jump, other: _Part) -> Jump:
        """A jump of `at` with the number that a reader of its line looks for: that of the page, of a double truck that
        of the half, on which `other` stands. Within one page it names none unless its editor did.
        """
        number = self._pages[other.page].number_of(other.letter)
        is_here = other.page == at.page and self._pages[at.page].number_of(at.letter) == number
        return replace(jump, page=None if is_here and jump.page is None else number, last=None)

    def has(self, at: _Part, jump: Jump) -> bool:
        """Whether a jump of `at` leads to its own page."""
        return self._pages[at.page].has(jump)

    def said(self, at: _Part, of: int) -> str:
        """How a part of page `of` names the part `at`."""
        if at.page == of:
            return at.letter
        return f"{self._pages[at.page].number_of(at.letter)}:{at.letter}"

    def names(self, at: _Part, jump: Jump | None, other: _Part) -> bool:
        """Whether a jump of `at` names `other`, as far as it can be told."""
        if jump is None or jump.letter != other.letter:
            return False
        here = self.has(at, jump)
        return other.page == at.page if here else self._pages[other.page].is_named_by(jump)


class _Unnumbered(_Pages):
    """Pages of an edition whose page numbers are wrong: which page a jump means nobody can tell, but that one number
    means one page, and a letter that no page has is on none.
    """

    def __init__(self, pages: Sequence[Page], is_complete: bool) -> None:
        super().__init__(pages, None)
        self._drawn = {letter for page in pages for row in page.dummy.rows for letter in row}
        self._is_complete = is_complete
        self._counted = Counter(number for page in pages for number in page.numbers)
        self._slots: dict[tuple[str, str], _Part] = {}

    def end(self, at: _Part, jump: Jump) -> _Part | None:
        """The part, where the jump stays on its page; else what can be told is, and there is none."""
        if jump.page is None or (self.has(at, jump) and jump.letter == at.letter):
            return super().end(at, jump)
        if self._is_complete and jump.letter not in self._drawn:
            self.wrong("page.jump_no_part", jump, letter=jump.letter, page=page_said(jump))
        elif jump is self.stories[at].jump_to and self._counted[jump.page] < 2:
            first = self._slots.setdefault((page_said(jump), jump.letter), at)
            if first != at:
                self.wrong("page.jump_slot_taken", jump, letter=jump.letter, other=self.said(first, at.page))
        return None

    def names(self, at: _Part, jump: Jump | None, other: _Part) -> bool:
        """A number may be that of any page."""
        return super().names(at, jump, other) or (
            jump is not None and jump.page is not None and jump.letter == other.letter
        )

    def has(self, at: _Part, jump: Jump) -> bool:
        """A number that two pages have is not certainly this one's."""
        return super().has(at, jump) and (jump.page is None or self._counted[jump.page] == 1)


def joined(pages: Sequence[Page], numbers: Collection[int] | None = None) -> tuple[list[Page], list[Finding]]:
    """The pages with continuations named for the stories that they continue, and everything that is wrong with jumps.

    `numbers` are all page numbers of the edition; None for pages that are in none, which jump to no other page.
    """
    if not any(story.jump_to or story.jump_from for page in pages for story in _stories(page)):
        return list(pages), []
    known = _Pages(pages, numbers)
    taken = _joints(known)
    return [_named(page, index, known, taken) for index, page in enumerate(pages)], known.findings


def judged(pages: Sequence[Page], *, is_complete: bool) -> list[Finding]:
    """What is wrong with jumps whatever numbers the pages come to have: those of the edition are wrong themselves.
    `is_complete`: all pages of the edition are among these.
    """
    known = _Unnumbered(pages, is_complete)
    _joints(known)
    return known.findings


def _joints(known: _Pages) -> dict[_Part, _Part]:
    """Where each story goes on: sources by their targets. What is wrong is noted."""
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
    return taken


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
    other = named.letter if named.page is None else f"{page_said(named)}:{named.letter}"
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


def _named(page: Page, index: int, known: _Pages, taken: Mapping[_Part, _Part]) -> Page:
    """The page with its continuations under the names of their stories, and the numbers that its jump lines say."""
    new: dict[str, Story] = {}
    goes_on = {source: target for target, source in taken.items()}
    for part in _stories(page):
        at, source = _Part(index, part.letter), taken.get(_Part(index, part.letter))
        if source is not None and part.jump_from is not None:
            name = known.stories[_first(at, taken)].name
            part = replace(part, name=name, jump_from=known.resolved(at, part.jump_from, source))
        target = goes_on.get(at)
        if target is not None and part.jump_to is not None:
            part = replace(part, jump_to=known.resolved(at, part.jump_to, target))
        if source is not None or target is not None:
            new[part.letter] = part
    return replace(page, parts=tuple(new.get(part.letter, part) for part in page.parts)) if new else page


def _first(at: _Part, taken: Mapping[_Part, _Part]) -> _Part:
    """Where a story begins that goes on in a part; in a circle that is anywhere."""
    seen = {at}
    while at in taken and taken[at] not in seen:
        at = taken[at]
        seen.add(at)
    return at


def _stories(page: Page) -> Iterator[Story]:
    return (part for part in page.parts if isinstance(part, Story))
