"""Where jumps (转版) lead: the part at the other end of each, by the numbers of pages, or as far as those tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import astuple, replace

from jxprint.description.jumps import page_said
from jxprint.description.sketches import Sketch
from jxprint.errors import Finding
from jxprint.model import Jump


class PartAt(Struct, frozen=True):
    """A part by the page that it stands on (its index) and its letter."""

    page: int
    letter: str


class Ends:
    """Pages with the jumps between them. `numbers` are those of the edition, None outside one."""

    def __init__(self, pages: Sequence[Sketch], numbers: Collection[int] | None) -> None:
        self._pages = pages
        self._numbers = numbers
        self._of_number = {number: index for index, page in enumerate(pages) for number in page.numbers}
        self.stories = {
            PartAt(index, story.letter): story for index, page in enumerate(pages) for story in page.stories
        }
        self.unsure = {PartAt(index, letter) for index, page in enumerate(pages) for letter in page.unsure}
        self._letters = {PartAt(index, letter) for index, page in enumerate(pages) for letter in sorted(page.letters)}
        self.findings: list[Finding] = []
        # Parts whose jump, and whose source, was told to be wrong: neither is told again from the other side.
        self.told, self.told_source = set(self.unsure), set[PartAt]()

    def wrong(self, message: str, jump: Jump, **args: object) -> None:
        """Note a finding at a jump."""
        self.findings.append(Finding(message, jump.place, args))

    def end(self, at: PartAt, jump: Jump) -> PartAt | None:
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
                return None  # nothing of that page can be read, and it says so
            index = there
        found = PartAt(index, jump.letter)
        if found not in self._letters:
            if self._pages[index].is_whole:
                key = "page.jump_no_part_here" if jump.page is None else "page.jump_no_part"
                self.wrong(key, jump, letter=jump.letter, **({} if jump.page is None else {"page": page_said(jump)}))
            return None
        return found

    def resolved(self, at: PartAt, jump: Jump, other: PartAt) -> Jump:
        """A jump of `at` with the number that a reader of its line looks for: that of the page, of a double truck that
        of the half, on which `other` stands. Within one page it names none unless its editor did.
        """
        number = self._pages[other.page].number_of(other.letter)
        is_here = other.page == at.page and self._pages[at.page].number_of(at.letter) == number
        return replace(jump, page=None if is_here and jump.page is None else number, last=None)

    def has(self, at: PartAt, jump: Jump) -> bool:
        """Whether a jump of `at` leads to its own page."""
        return self._pages[at.page].has(jump)

    def said(self, at: PartAt, of: int) -> str:
        """How a part of page `of` names the part `at`."""
        if at.page == of:
            return at.letter
        return f"{self._pages[at.page].number_of(at.letter)}:{at.letter}"

    def names(self, at: PartAt, jump: Jump | None, other: PartAt) -> bool:
        """Whether a jump of `at` names `other`, as far as it can be told."""
        if jump is None or jump.letter != other.letter:
            return False
        here = self.has(at, jump)
        return other.page == at.page if here else self._pages[other.page].is_named_by(jump)


class Unnumbered(Ends):
    """Pages of an edition whose page numbers are wrong: which page a jump means its number does not tell. Its letter
    does where one part alone has that and names the jump's own, or none does.
    """

    def __init__(self, pages: Sequence[Sketch], is_complete: bool, most: int | None) -> None:
        super().__init__(pages, None)
        self._is_complete = is_complete and all(page.is_whole for page in pages)
        self._most = most
        self._counted = Counter(number for page in pages for number in page.numbers)
        self._slots: dict[tuple[str, str], PartAt] = {}

    def end(self, at: PartAt, jump: Jump) -> PartAt | None:
        """The part, where it can be told; else what can be told is."""
        if jump.page is None or (self.has(at, jump) and jump.letter == at.letter):
            return super().end(at, jump)
        if self._most is not None and max(jump.page, jump.last or 0) > self._most:
            self.wrong("page.jump_no_page", jump, page=page_said(jump))
            return None
        to = jump is self.stories[at].jump_to
        first = self._slots.setdefault((page_said(jump), jump.letter), at) if to else at
        likely = [one for one in self._letters if one.letter == jump.letter and one != at]
        answering = [one for one in likely if self._answers(one, at, to=to)]
        if self._is_complete and not likely:
            self.wrong("page.jump_no_part", jump, letter=jump.letter, page=page_said(jump))
        elif len(answering) == 1:
            return answering[0]
        elif self._is_complete and not answering:
            return min(likely, key=astuple)  # whichever it means is wrong
        elif first != at and self._counted[jump.page] < 2:
            self.wrong("page.jump_slot_taken", jump, letter=jump.letter, other=self.said(first, at.page))
        return None

    def _answers(self, one: PartAt, at: PartAt, *, to: bool) -> bool:
        """Whether a part names another as what it comes from (`to`), or goes on in."""
        story = self.stories.get(one)
        jump = None if story is None else story.jump_from if to else story.jump_to
        return jump is not None and jump.letter == at.letter

    def names(self, at: PartAt, jump: Jump | None, other: PartAt) -> bool:
        """A number may be that of any page."""
        return super().names(at, jump, other) or (
            jump is not None and jump.page is not None and jump.letter == other.letter
        )

    def has(self, at: PartAt, jump: Jump) -> bool:
        """A number that two pages have is not certainly this one's."""
        return super().has(at, jump) and (jump.page is None or self._counted[jump.page] == 1)
