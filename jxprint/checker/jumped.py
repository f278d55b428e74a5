"""Stories that go on elsewhere (转版): where the file itself cut them.

The copy of such a story is whole; the file says by its jump lines where the first part ends. What is before the cut is
expected where the story begins and the rest where it goes on, so that both together are the copy, character by
character. Every end that the file shows is a guess at the cut; the one that agrees best with both parts is it. Whatever
was lost or doubled there is then missing or extra in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.expected import ExpectedPage, ExpectedPassage, expected_page, story_body, story_head
from jxprint.model import Page, Story

# A page's articles as the file has them: title and text.
Printed = Sequence[tuple[str, str]]
# Characters that tell a place in a story.
_TELLING = 12
_MOST_GUESSES = 40


class _Part(Struct, frozen=True):
    """A story's part: the page's index and the story as described there."""

    page: int
    story: Story


def with_cuts(pages: Sequence[Page], printed: Mapping[int, Printed]) -> list[ExpectedPage]:
    """What each page must say, its jumped stories cut where the file cuts them; `printed` are the pages of the file."""
    return [expected_page(page, of) for page, of in zip(pages, cut_bodies(pages, printed), strict=True)]


def cut_bodies(pages: Sequence[Page], printed: Mapping[int, Printed]) -> list[dict[str, Sequence[ExpectedPassage]]]:
    """The text of jumped stories by page and letter, cut where the file cuts them."""
    bodies: list[dict[str, Sequence[ExpectedPassage]]] = [{} for _ in pages]
    for first in _first_parts(pages):
        part, body = first, list(story_body(first.story))
        while (target := _target(pages, part)) is not None:
            ends = _Ends(pages, part, target, "".join(passage.text for passage in body))
            cut = ends.cut(printed.get(part.page, ()), printed.get(target.page, ()))
            bodies[part.page][part.story.letter], body = _parted(body, cut)
            part = target
        bodies[part.page][part.story.letter] = body
    return bodies


def pages_with_jumps(pages: Sequence[Page]) -> list[int]:
    """The pages, from 0, that a story jumps from or to."""
    return [
        at
        for at, page in enumerate(pages)
        if any(isinstance(part, Story) and (part.jump_to or part.jump_from) for part in page.parts)
    ]


def printed_articles(pdf: Path | bytes, name: str, wanted: Sequence[int]) -> dict[int, Printed]:
    """The articles of some pages (from 0) as the first reader has them; the whole page where there is no tree.
    Nothing of a page that the file has not.
    """
    from jxprint.checker.content import ContentWalk
    from jxprint.checker.glyphs import by_mcid
    from jxprint.checker.graphics import Fonts
    from jxprint.checker.structure import read_structure
    from jxprint.intake.opening import opened

    with opened(pdf, name) as document:
        trees, fonts = read_structure(document, name), Fonts(name)
        found: dict[int, Printed] = {}
        for at in wanted:
            if at >= len(document.pages):
                continue
            glyphs = ContentWalk(document.pages[at].obj, fonts, (0.0, 0.0)).glyphs
            owned = by_mcid(glyphs)
            found[at] = [
                (article.title, "".join(glyph.text for mcid in article.mcids for glyph in owned.get(mcid, ())))
                for article in trees[at].articles
            ] or [("", "".join(glyph.text for glyph in glyphs))]
        return found


def _first_parts(pages: Sequence[Page]) -> Iterator[_Part]:
    for index, page in enumerate(pages):
        for part in page.parts:
            if isinstance(part, Story) and part.jump_to is not None and part.jump_from is None:
                yield _Part(index, part)


def _target(pages: Sequence[Page], part: _Part) -> _Part | None:
    jump = part.story.jump_to
    if jump is None:
        return None
    for index, page in enumerate(pages):
        if (index == part.page) if pages[part.page].has(jump) else (jump.page in page.numbers):
            found = next((one for one in page.parts if one.letter == jump.letter), None)
            return _Part(index, found) if isinstance(found, Story) else None
    return None


class _Ends:
    """Both ends of a cut as the page's files demand them around a body of text."""

    def __init__(self, pages: Sequence[Page], source: _Part, target: _Part, body: str) -> None:
        self._body = body
        self._name = source.story.name
        self._before = _head(pages, source)
        self._after = _jump_words(pages, source)
        self._over = _head(pages, target)
        self._behind = _jump_words(pages, target)

    def cut(self, there: Printed, here: Printed) -> int:
        """Where the body is cut, in code points; all of it where the file shows no cut."""
        first, second = self._texts(there), self._texts(here)
        likely = {guess for text in first for guess in self._by_first(text)}
        guesses = {guess for text in second for guess in self._by_second(text)} - likely
        if not likely and not guesses:
            return len(self._body)
        # Of a text that repeats itself over and over, the places next to where the first part stops agreeing.
        near = sorted(guesses, key=lambda guess: (min((abs(guess - one) for one in likely), default=0), guess))
        tried = sorted([*likely, *near[:_MOST_GUESSES]])
        return max(tried, key=lambda guess: self._agreement(guess, first, second))

    def _texts(self, printed: Printed) -> list[str]:
        """The articles that may be the story's: those of its title, else all."""
        return [text for title, text in printed if title == self._name] or [text for _, text in printed]

    def _by_first(self, text: str) -> Iterator[int]:
        end = text.rfind(self._after)
        kept = text if end < 0 else text[:end]
        kept = kept.removeprefix(self._before)
        yield _alike(kept, self._body)
        tail = kept[-_TELLING:]
        if end >= 0 and tail:
            ends = [at + len(tail) for at in _places(self._body, tail)]
            yield from sorted(ends, key=lambda one: abs(one - len(kept)))[:_MOST_GUESSES]

    def _by_second(self, text: str) -> Iterator[int]:
        at = text.find(self._over)
        if at < 0:
            # Its head is another one: then by how far it ends as the body does.
            alike = 0 if self._behind else _alike(text[::-1], self._body[::-1])
            yield from [len(self._body) - alike] if alike >= min(_TELLING, len(text)) else ()
            return
        rest = text[at + len(self._over) :]
        end = rest.rfind(self._behind) if self._behind else -1
        rest = rest if end < 0 else rest[:end]
        if rest:
            yield from _places(self._body, rest[:_TELLING])
            if not self._behind:
                yield len(self._body) - _alike(rest[::-1], self._body[::-1])

    def _agreement(self, cut: int, first: Sequence[str], second: Sequence[str]) -> int:
        """How many characters agree from both ends of both parts; of a second part that goes on elsewhere in its turn,
        as far as that has the body.
        """
        one, other = self._before + self._body[:cut] + self._after, self._over + self._body[cut:]
        if not self._behind:
            return _best(one, first) + _best(other, second)
        going_on = [text.removesuffix(self._behind) for text in second if text.endswith(self._behind)]
        return _best(one, first) + max((2 * _alike(other, text) - len(text) for text in going_on), default=0)


def _best(wanted: str, texts: Sequence[str]) -> int:
    return max((_from_both_ends(wanted, text) for text in texts), default=0)


def _from_both_ends(wanted: str, text: str) -> int:
    """Characters that two texts share from their ends, less what one of them has over."""
    shortest = min(len(wanted), len(text))
    ahead = _alike(wanted, text)
    behind = _alike(wanted[::-1], text[::-1])
    return min(shortest, ahead + behind) - abs(len(wanted) - len(text))


def _alike(one: str, other: str) -> int:
    """How far two texts run alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _head(pages: Sequence[Page], part: _Part) -> str:
    return "".join(passage.text for passage in story_head(part.story, pages[part.page].style))


def _jump_words(pages: Sequence[Page], part: _Part) -> str:
    jump = part.story.jump_to
    return "" if jump is None else pages[part.page].style.jump.to_line(jump.page)


def _parted(body: Sequence[ExpectedPassage], cut: int) -> tuple[list[ExpectedPassage], list[ExpectedPassage]]:
    """Passages before and behind a cut; one that it goes through is in both, each time in part."""
    before: list[ExpectedPassage] = []
    behind: list[ExpectedPassage] = []
    at = 0
    for passage in body:
        here = min(max(0, cut - at), len(passage.text))
        if here:
            before.append(_stretch(passage, 0, here))
        if here < len(passage.text):
            behind.append(_stretch(passage, here, len(passage.text)))
        at += len(passage.text)
    return before, behind


def _stretch(passage: ExpectedPassage, start: int, end: int) -> ExpectedPassage:
    if start == 0 and end == len(passage.text):
        return passage
    origins = passage.origins or tuple(range(len(passage.text)))
    return replace(passage, text=passage.text[start:end], origins=origins[start:end])
