"""Versions of a story paired, with all the parts that it stands in (转版); any other text stands in a single part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.diff.joining import Joints, Stand
from jxprint.diff.pairing import Mates, Pages, Pair
from jxprint.errors import Phrase
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenLine


class Piece(Struct, frozen=True):
    """A part that a story stands in: the place of its page among the pairs of pages, what sentences call it, and which
    part of its story it is, where that has several.
    """

    stand: Stand
    page: int
    said: str | Phrase
    spot: Phrase | None = None


class Story(Struct, frozen=True):
    """Two versions of a text, None where there is none, and the pieces of each. `mates` has for each new piece the old
    one that became it.
    """

    name: str
    old: SeenArticle | None
    new: SeenArticle | None
    grid: SeenGrid | None
    old_pieces: tuple[Piece, ...]
    new_pieces: tuple[Piece, ...]
    mates: tuple[int | None, ...]

    def piece(self, line: SeenLine) -> Piece:
        """The new piece that a line stands in."""
        return self.new_pieces[line.part]

    def old_piece(self, line: SeenLine) -> Piece:
        """The old piece that a line stood in."""
        return self.old_pieces[line.part]

    def at(self, block: SeenBlock, offset: int) -> Piece:
        """The new piece that a character of a block stands in; its last one behind them all."""
        for line in block.lines:
            offset -= len(line.text)
            if offset < 0:
                return self.piece(line)
        return self.piece(block.lines[-1])

    def shift(self, part: int) -> tuple[float, float]:
        """How far a new piece's frame stands from the old one's."""
        mate = self.mates[part]
        before = self.old_pieces[mate].stand.article.frame if mate is not None else None
        after = self.new_pieces[part].stand.article.frame
        return (after.x - before.x, after.y - before.y) if before is not None and after is not None else (0.0, 0.0)


def story_of(pair: Pair, joints: tuple[Joints, Joints], pages: Pages) -> Story:
    """The text of a pair of joined parts."""
    old, new = _stands(pair.old, pair.old_page, joints[0]), _stands(pair.new, pair.new_page, joints[1])
    slots = (
        [_slot(pages, 0, stand) for stand in old],
        [_slot(pages, 1, stand) for stand in new],
    )
    mates = _mates(list(zip(old, slots[0], strict=True)), list(zip(new, slots[1], strict=True)))
    in_place = [
        (mate, at)
        for at, mate in enumerate(mates)
        if mate is not None and slots[0][mate] == slots[1][at] and _stayed(old[mate].article, new[at].article)
    ]
    letters = {at: old[mate].article.letter for mate, at in in_place}
    back = {mate: new[at].article.letter for mate, at in in_place}
    alone = len(old) < 2 and len(new) < 2
    return Story(
        pair.name,
        pair.old,
        pair.new,
        pair.grid,
        tuple(_pieces(pair, old, slots[0], [] if alone else _spots(old, back))),
        tuple(_pieces(pair, new, slots[1], [] if alone else _spots(new, letters))),
        mates,
    )


def mates_of_pieces(stories: Sequence[Story]) -> Mates:
    """Which single part became which."""
    mates: Mates = {}
    for story in stories:
        for piece, mate in zip(story.new_pieces, story.mates, strict=True):
            if mate is not None:
                before = story.old_pieces[mate].stand
                mates[id(piece.stand.article)] = before.page, before.article
    return mates


def with_spots(pairs: Sequence[Pair], stories: Sequence[Story]) -> list[Pair]:
    """Pairs of single parts that say which part of their story they are."""
    pieces = [piece for story in stories for piece in (*story.old_pieces, *story.new_pieces)]
    spots = {id(piece.stand.article): piece.spot for piece in pieces}
    return [replace(pair, spot=spots.get(id(pair.new or pair.old))) for pair in pairs]


def _stands(article: SeenArticle | None, page: int, joints: Joints) -> tuple[Stand, ...]:
    return () if article is None else joints.get(id(article), (Stand(page, article),))


def _slot(pages: Pages, side: int, stand: Stand) -> int:
    return next(at for at, page in enumerate(pages) if page[side] == stand.page)


_Slotted = tuple[Stand, int]


def _mates(old: Sequence[_Slotted], new: Sequence[_Slotted]) -> tuple[int | None, ...]:
    """First parts are versions of each other; others those of one page and letter, of one page, then in order."""
    mates: list[int | None] = [None] * len(new)
    if old and new:
        mates[0] = 0
    for same_page, same_letter in ((True, True), (True, False), (False, False)):
        for at, (stand, slot) in enumerate(new):
            free = [number for number in range(1, len(old)) if number not in mates]
            if at == 0 or mates[at] is not None:
                continue
            letter = stand.article.letter
            mates[at] = next(
                (
                    number
                    for number in free
                    if (not same_page or old[number][1] == slot)
                    and (not same_letter or old[number][0].article.letter == letter)
                ),
                None,
            )
    return tuple(mates)


def _stayed(old: SeenArticle, new: SeenArticle) -> bool:
    """Whether a part stands where it stood, by and large: then it has the letter that it had."""
    one, other = old.frame, new.frame
    if one is None or other is None:
        return False
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width > min(one.width, other.width) / 2 and height > min(one.height, other.height) / 2


def _spots(stands: Sequence[Stand], letters: dict[int, str]) -> list[Phrase]:
    """By page and letter; a file has no letters, and parts on one page are counted."""
    counts = Counter(stand.page for stand in stands)
    spots: list[Phrase] = []
    for at, stand in enumerate(stands):
        args: dict[str, object] = {"page": stand.page + 1, "letter": stand.article.letter or letters.get(at, "")}
        if args["letter"]:
            spots.append(Phrase("checks.diff.at_letter", args))
        elif counts[stand.page] > 1:
            spots.append(Phrase("checks.diff.at_part", {"page": stand.page + 1, "number": at + 1}))
        else:
            spots.append(Phrase("checks.diff.at_page", {"page": stand.page + 1}))
    return spots


def _pieces(pair: Pair, stands: Sequence[Stand], slots: Sequence[int], spots: Sequence[Phrase]) -> Iterator[Piece]:
    for at, (stand, slot) in enumerate(zip(stands, slots, strict=True)):
        spot = spots[at] if spots else None
        yield Piece(stand, slot, replace(pair, spot=spot).said, spot)
