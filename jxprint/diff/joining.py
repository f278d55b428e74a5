"""Stories joined with where they go on (转版): their copy as one text, wherever it stands.

The parts of a story have one title; jump lines close the first and open the next. Behind the running text of all parts
stand the jump lines and the heads of the continuations, which belong to a part and not to the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.model import SeenArticle, SeenBlock, SeenLine, SeenPage

# A file does not say what a jump line is: one short line that speaks of another page, at an end of its article.
_LONGEST = 24
_HEAD_BLOCKS = 6
_JUMP = re.compile(
    r"[（(【\[].*(?:[\d版页頁]|page).*[）)】\]]|[转轉接续續].*[\d版页頁]|\bpage\b|continue", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
# Roles of a story's running text; a file knows none.
_RUNNING = ("body", "subhead", "")
# From where on a line is indented, and what closes a sentence.
_INDENT_EM = 0.5
_STOPS = "。！？…”’」』）.!?"


class Stand(Struct, frozen=True):
    """A part of a story: the number of its page, from 0, and the article."""

    page: int
    article: SeenArticle


# The parts of each joined story, by the identity of the article that has its whole text.
Joints = dict[int, tuple[Stand, ...]]


def join_both(
    old: Sequence[SeenPage], new: Sequence[SeenPage]
) -> tuple[tuple[list[SeenPage], Joints], tuple[list[SeenPage], Joints]]:
    """Both proofs with their stories joined. Whether a paragraph was parted a file does not say: where the other proof
    has it, it does.
    """
    of_old = joined(old, _texts(new))
    of_new = joined(new, _texts(of_old[0]))
    return joined(old, _texts(of_new[0])), of_new


def joined(pages: Sequence[SeenPage], known: Collection[str] = ()) -> tuple[list[SeenPage], Joints]:
    """The pages with the whole of each story where it begins and nothing where it goes on, and the parts of those that
    go on. `known` are paragraphs of the other proof.
    """
    wholes: dict[int, SeenArticle] = {}
    rests: set[int] = set()
    joints: Joints = {}
    for chain in _chains(pages):
        whole = _whole(chain, known)
        wholes[id(chain[0].article)] = whole
        rests |= {id(stand.article) for stand in chain[1:]}
        joints[id(whole)] = chain
    return [
        replace(
            page,
            articles=tuple(wholes.get(id(one), one) for one in page.articles if id(one) not in rests),
        )
        for page in pages
    ], joints


def _texts(pages: Sequence[SeenPage]) -> frozenset[str]:
    return frozenset(block.text for page in pages for article in page.articles for block in article.blocks)


def _chains(pages: Sequence[SeenPage]) -> Iterator[tuple[Stand, ...]]:
    titled: dict[str, list[Stand]] = {}
    for at, page in enumerate(pages):
        for article in page.articles:
            titled.setdefault(article.title, []).append(Stand(at, article))
    for stands in titled.values():
        rests = [stand for stand in stands if _coming(stand.article) is not None]
        for first in stands:
            chain = [first]
            if _coming(first.article) is not None:
                continue
            while rests and _going(chain[-1].article) is not None:
                chain.append(_next(chain[-1], rests))
                rests.remove(chain[-1])
            if len(chain) > 1:
                yield tuple(chain)


def _next(source: Stand, rests: Sequence[Stand]) -> Stand:
    """Where a story goes on: the part that names the page, else the next one behind it."""

    def strangeness(stand: Stand) -> tuple[bool, bool]:
        at = _coming(stand.article)
        assert at is not None
        number = _NUMBER.search(stand.article.blocks[at].text)
        names = stand.page == source.page if number is None else int(number[0]) == source.page + 1
        return not names, stand.page < source.page

    return min(rests, key=strangeness)


def _coming(article: SeenArticle) -> int | None:
    """The place of the jump line that opens a continuation."""
    for at, block in enumerate(article.blocks[:_HEAD_BLOCKS][: len(article.blocks) - 1]):
        if block.role in ("body", "subhead"):
            return None
        if _is_jump(block):
            return at
    return None


def _going(article: SeenArticle) -> int | None:
    """The place of the jump line that closes a part."""
    last = len(article.blocks) - 1
    return last if last > 0 and _is_jump(article.blocks[last]) else None


def _is_jump(block: SeenBlock) -> bool:
    if block.role or block.cell is not None:
        return block.role == "jump"
    return len(block.lines) == 1 and len(block.text) <= _LONGEST and _JUMP.search(block.text) is not None


def _whole(chain: Sequence[Stand], known: Collection[str]) -> SeenArticle:
    running: list[SeenBlock] = []
    furniture: list[SeenBlock] = []
    for part, stand in enumerate(chain):
        blocks = [_of_part(block, part) for block in stand.article.blocks]
        coming, going = _coming(stand.article), _going(stand.article)
        if part and coming is not None:
            furniture += [*blocks[:coming], _named(blocks[coming])]
            text = blocks[coming + 1 : going]
            if _is_parted(chain[part - 1].article, running, text, known):
                last = max(at for at, block in enumerate(running) if block.role in _RUNNING)
                running[last] = replace(running[last], lines=running[last].lines + text[0].lines)
                running[last] = replace(running[last], readings=running[last].readings + text.pop(0).readings)
            running += _numbered(text, max((one.number for one in running if one.role in _RUNNING), default=0))
        else:
            running += blocks[:going]
        if going is not None:
            furniture.append(_named(blocks[going]))
    return replace(chain[0].article, blocks=(*running, *furniture))


def _of_part(block: SeenBlock, part: int) -> SeenBlock:
    return replace(block, lines=tuple(replace(line, part=part) for line in block.lines)) if part else block


def _named(block: SeenBlock) -> SeenBlock:
    return replace(block, role="jump", is_head=False)


def _numbered(blocks: Sequence[SeenBlock], before: int) -> Iterator[SeenBlock]:
    """Paragraphs counted through the whole story."""
    for block in blocks:
        if block.role in _RUNNING:
            before += 1
            yield replace(block, number=before, is_head=False)
        else:
            yield block


def _is_parted(
    source: SeenArticle, before: Sequence[SeenBlock], behind: Sequence[SeenBlock], known: Collection[str]
) -> bool:
    """Whether a paragraph goes over the cut. A file shows it by the indent, where its paragraphs have one."""
    if source.is_parted is not None or not behind or behind[0].tag.startswith("H"):
        return bool(source.is_parted and behind)
    last = next((block for block in reversed(before) if block.role in _RUNNING), None)
    if last is None or last.tag.startswith("H"):
        return False
    first, *others = behind
    if last.text + first.text in known:
        return True
    lines = [line for block in behind for line in block.lines]
    if any(_is_indented(block.lines[0], lines) for block in others):
        return not _is_indented(first.lines[0], lines)
    if last.text in known or first.text in known:
        return False
    return not _is_indented(first.lines[0], lines) and last.text[-1] not in _STOPS


def _is_indented(line: SeenLine, lines: Sequence[SeenLine]) -> bool:
    """Whether a line stands in from the other lines of its leg."""
    return line.x - min(one.x for one in lines if one.leg == line.leg) > _INDENT_EM * line.size
