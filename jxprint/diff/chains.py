"""Stories that go on in another part (转版), as one text: what a jump parts is compared together.

A proof that is a file knows nothing of jumps but the words that stand at the cut; so parts of one title, of which one
ends with a line to another page or the next begins with a line from it, are one story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from jxprint.diff.pairing import Pair
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenPage

# What a jump line says, and how long one is at the most.
_JUMP_WORDS = re.compile(r"[下紧續续]?[转轉接]|[上]?接|continued|turn to|page", re.IGNORECASE)
_JUMP_LENGTH = 24
_ROLES = frozenset(("body", "subhead", "item", ""))
_ENDS = "。！？…”』」）"


class Stretch(Struct, frozen=True):
    """A part of a story that jumps: its page (from 0), the grid there, the part as seen and with its paragraphs counted
    through the story, and its running text.
    """

    page: int
    grid: SeenGrid | None
    seen: SeenArticle
    article: SeenArticle
    running: tuple[SeenBlock, ...]

    @property
    def text(self) -> str:
        """The running text."""
        return "".join(block.text for block in self.running)


class Chain(Struct, frozen=True):
    """A story with all its parts, in order; `blocks` is its running text, counted through, with what a jump cut in the
    middle whole.
    """

    stretches: tuple[Stretch, ...]
    blocks: tuple[SeenBlock, ...]

    @property
    def cuts(self) -> list[int]:
        """How many characters stand before each jump."""
        found, at = [], 0
        for stretch in self.stretches[:-1]:
            at += len(stretch.text)
            found.append(at)
        return found

    def stretch_at(self, offset: int) -> int:
        """The part in which a character of the story stands."""
        return sum(cut <= offset for cut in self.cuts)


class ChainPair(Struct, frozen=True):
    """A story in both proofs, of which at least one has it in several parts."""

    old: Chain
    new: Chain


def is_jump_line(block: SeenBlock) -> bool:
    """Whether a block is the line at a jump; a file knows it by its words alone."""
    if block.role:
        return block.role == "jump"
    text = block.text.strip()
    return len(text) <= _JUMP_LENGTH and text[:1] in "（(▶→【[下上紧續续" and bool(_JUMP_WORDS.search(text))


def is_running(block: SeenBlock) -> bool:
    """Whether a block is running text of its story."""
    if block.cell is not None or block.is_head or block.tag == "Caption" or block.role not in _ROLES:
        return False
    return not is_jump_line(block)


def chain_pairs(old: Sequence[SeenPage], new: Sequence[SeenPage], pairs: Sequence[Pair]) -> list[ChainPair]:
    """The stories of both proofs that jump in one of them."""
    before, after = list(_stories(old)), list(_stories(new))
    mates = {id(pair.new): pair.old for pair in pairs if pair.old is not None and pair.new is not None}
    known = {id(stretch.seen): chain for chain in before for stretch in chain}
    found: list[ChainPair] = []
    for chain in after:
        mate = next((mates[id(one.seen)] for one in chain if id(one.seen) in mates), None)
        there = known.get(id(mate))
        if there is None or (len(chain) == len(there) == 1):
            continue
        found.append(_whole(there, chain))
    return found


def _stories(pages: Sequence[SeenPage]) -> Iterator[list[Stretch]]:
    """The parts of each story, first to last."""
    by_title: dict[str, list[Stretch]] = {}
    for number, page in enumerate(pages):
        for article in page.articles:
            running = tuple(block for block in article.blocks if is_running(block))
            if running:
                by_title.setdefault(article.title, []).append(Stretch(number, page.grid, article, article, running))
    for stretches in by_title.values():
        chain: list[Stretch] = []
        for stretch in stretches:
            if chain and not _goes_on(chain[-1].article, stretch.article):
                yield chain
                chain = []
            chain.append(stretch)
        yield chain


def _goes_on(first: SeenArticle, second: SeenArticle) -> bool:
    ends = any(is_jump_line(block) for block in first.blocks[-2:])
    return ends or any(is_jump_line(block) for block in second.blocks[:4])


def _whole(old: Sequence[Stretch], new: Sequence[Stretch]) -> ChainPair:
    """Both versions with the paragraphs that jumps cut made whole: as the two have most in common."""
    best: tuple[tuple[int, int], ChainPair] | None = None
    for halved in product((True, False), repeat=len(old) + len(new) - 2):
        here, there = halved[: len(old) - 1], halved[len(old) - 1 :]
        pair = ChainPair(_joined(old, here), _joined(new, there))
        common = _texts(pair.old) & _texts(pair.new)
        likely = sum(
            cut == (not stretch.text.endswith(tuple(_ENDS)))
            for cuts, stretches in ((here, old), (there, new))
            for cut, stretch in zip(cuts, stretches[:-1], strict=True)
        )
        worth = sum(len(text) * count for text, count in common.items()), likely
        if best is None or worth > best[0]:
            best = worth, pair
    assert best is not None
    return best[1]


def _texts(chain: Chain) -> Counter[str]:
    return Counter(block.text for block in chain.blocks)


def _joined(stretches: Sequence[Stretch], halved: Sequence[bool]) -> Chain:
    """One story; `halved` says of each jump whether it cuts a paragraph. Paragraphs are counted through."""
    blocks: list[SeenBlock] = []
    counted: list[Stretch] = []
    for at, stretch in enumerate(stretches):
        halves = bool(at) and halved[at - 1]
        running = stretch.running
        if at:
            further = blocks[-1].number + (0 if halves else 1) - running[0].number
            numbers = {id(block): block.number + further for block in running}
            article = stretch.article
            own = tuple(
                replace(block, number=numbers[id(block)]) if id(block) in numbers else block for block in article.blocks
            )
            running = tuple(replace(block, number=numbers[id(block)]) for block in running)
            stretch = replace(stretch, article=replace(article, blocks=own), running=running)
        if halves:
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, *running[0].lines))
        blocks += running[1:] if halves else running
        counted.append(stretch)
    return Chain(tuple(counted), tuple(blocks))
