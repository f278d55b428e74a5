"""Parts of two proofs paired: by title, by letter, by what they say, at last by what stands where nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from jxprint.diff.spots import near
from jxprint.errors import Phrase
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenPage

# Shares of pieces of text that two versions of a story have in common at the least.
_ALIKE = 0.3
_PIECE = 4
_SHOWN = 14
# What both a placed page and a file call the folio.
_FOLIO = "folio"
# A part of more lines or characters than these is no head or picture with a caption.
_HEAD_LINES, _HEAD = 3, 80


class Pair(Struct, frozen=True):
    """A part in the old and in the new proof, None where it is not there; `page` is the place of its pages among the
    pairs of pages, `grid` what places are told by, `old_page` and `new_page` the pages' numbers from 0. `far`: the old
    one is not on the page that became this one. `spot` says which part of its story it is, where that has several.
    """

    page: int
    old: SeenArticle | None
    new: SeenArticle | None
    grid: SeenGrid | None
    far: bool = False
    old_page: int = -1
    new_page: int = -1
    spot: Phrase | None = None

    @property
    def name(self) -> str:
        """What sentences call it: its title."""
        one = self.new or self.old
        assert one is not None
        title = one.title or one.letter
        return title if len(title) <= _SHOWN else title[: _SHOWN - 1] + "…"

    @property
    def said(self) -> str | Phrase:
        """The same in a sentence, in its reader's language: the folio (报眉) has no name but what it is."""
        if self.spot is not None:
            return Phrase("checks.diff.part_of_story", {"part": self.name, "spot": self.spot})
        return Phrase("checks.diff.folio") if self.name == _FOLIO else self.name


Where = tuple[int, SeenArticle]
_Key = Callable[[SeenArticle], object]


Pages = Sequence[tuple[int | None, int | None]]
# The old version of each new article (by identity) that has one, with the number of its page.
Mates = dict[int, Where]


def mates_of_parts(old: Sequence[SeenPage], new: Sequence[SeenPage], pages: Pages) -> Mates:
    """Which part became which, wherever it went; `pages` are those that became each other."""
    mates: Mates = {}
    taken: set[int] = set()
    for before, after in pages:
        if before is not None and after is not None:
            _match(_of(old, before), _of(new, after), mates, taken)
    everywhere = [where for at in range(len(old)) for where in _of(old, at)]
    _match(everywhere, [where for at in range(len(new)) for where in _of(new, at)], mates, taken, far=True)
    return mates


def pair_parts(old: Sequence[SeenPage], new: Sequence[SeenPage], pages: Pages, mates: Mates) -> list[Pair]:
    """All parts of both proofs, in the new order; those that are gone follow on their page."""
    taken = {id(article) for _, article in mates.values()}
    pairs: list[Pair] = []
    for at, (before, after) in enumerate(pages):
        grid = _grid(old, new, before, after)
        for number, article in _of(new, after):
            mate = mates.get(id(article))
            if mate is None:
                pairs.append(Pair(at, None, article, grid, new_page=number))
            else:
                pairs.append(Pair(at, mate[1], article, grid, mate[0] != before, mate[0], number))
        for number, article in _of(old, before):
            if id(article) not in taken:
                pairs.append(Pair(at, article, None, grid, old_page=number))
    return pairs


def _of(pages: Sequence[SeenPage], at: int | None) -> list[Where]:
    return [(at, article) for article in pages[at].articles] if at is not None else []


def _grid(old: Sequence[SeenPage], new: Sequence[SeenPage], before: int | None, after: int | None) -> SeenGrid | None:
    """The new page's grid; the old one's where a file tells none."""
    grid = new[after].grid if after is not None else None
    return grid or (old[before].grid if before is not None else None)


def _match(old: list[Where], new: list[Where], mates: Mates, taken: set[int], *, far: bool = False) -> None:
    """Pair what is not paired yet, surest ways first; on other pages (`far`) only by title and by text."""

    def take(before: Where, after: Where) -> None:
        mates[id(after[1])] = before
        taken.add(id(before[1]))

    keys: list[_Key] = [lambda one: (one.title, one.text), lambda one: one.title]
    if not far:
        keys.append(lambda one: one.letter or None)
    for key in keys:
        _by_key(_free(old, taken), _free_new(new, mates), key, take)
    _by_text(_free(old, taken), _free_new(new, mates), take)
    if not far:
        _by_place(_free(old, taken), _free_new(new, mates), take)
        _by_shape(_free(old, taken), _free_new(new, mates), take)


def _free(old: Iterable[Where], taken: set[int]) -> list[Where]:
    return [where for where in old if id(where[1]) not in taken]


def _free_new(new: Iterable[Where], mates: Mates) -> list[Where]:
    return [where for where in new if id(where[1]) not in mates]


_Take = Callable[[Where, Where], None]


def _by_key(old: list[Where], new: list[Where], key: _Key, take: _Take) -> None:
    """Parts of one key, in order."""
    waiting: dict[object, list[Where]] = {}
    for where in old:
        waiting.setdefault(key(where[1]), []).append(where)
    for where in new:
        name = key(where[1])
        if name is not None and waiting.get(name):
            take(waiting[name].pop(0), where)


def _by_text(old: list[Where], new: list[Where], take: _Take) -> None:
    """Parts that have the most in common, those that have most first."""
    pieces = {id(where[1]): _pieces(where[1].text) for where in (*old, *new)}
    shares = [
        (_share(pieces[id(one[1])], pieces[id(other[1])]), there, here)
        for here, one in enumerate(old)
        for there, other in enumerate(new)
    ]
    gone: set[int] = set()
    come: set[int] = set()
    for share, there, here in sorted(shares, key=lambda one: (-one[0], one[1], one[2])):
        if share < _ALIKE:
            break
        if here not in gone and there not in come:
            gone.add(here)
            come.add(there)
            take(old[here], new[there])


def _by_place(old: list[Where], new: list[Where], take: _Take) -> None:
    """Heads and pictures that stand in the very place of one of their kind: a picture with another caption."""
    left = [one for one in old if _is_head(one[1])]
    for where in new:
        frame = where[1].frame
        if frame is None or not _is_head(where[1]):
            continue
        for before in left:
            there = before[1].frame
            if there is not None and near(there, frame) and _shape(before[1]) == _shape(where[1]):
                left.remove(before)
                take(before, where)
                break


def _by_shape(old: list[Where], new: list[Where], take: _Take) -> None:
    """The only part of its kind that is left on either side, if it is a head or a picture: a main head that has other
    words. A story with other words is another story.
    """
    old, new = ([one for one in those if _is_head(one[1])] for those in (old, new))
    for where in new:
        shape = _shape(where[1])
        alike = [one for one in new if _shape(one[1]) == shape]
        before = [one for one in old if _shape(one[1]) == shape]
        if len(alike) == len(before) == 1:
            take(before[0], where)


def _is_head(article: SeenArticle) -> bool:
    return all(len(block.lines) <= _HEAD_LINES for block in article.blocks) and len(article.text) <= _HEAD


def _shape(article: SeenArticle) -> tuple[object, ...]:
    """What kinds of blocks a part has; a file knows few of them."""
    return bool(article.pictures), *map(_kind, article.blocks)


def _kind(block: SeenBlock) -> str:
    if block.tag == "Caption" or block.role in ("caption", "credit"):
        return "caption"
    return "head" if block.tag.startswith("H") or block.role == "headline" else "text"


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _PIECE] for at in range(max(1, len(text) - _PIECE + 1)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
