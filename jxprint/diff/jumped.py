"""What changed over jumps (转版): copy of a whole story, lines that went from one of its parts to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jxprint.checker.alignment import Hunk, align
from jxprint.diff.chains import Chain, ChainPair, is_running
from jxprint.diff.pairing import Pair
from jxprint.diff.spots import spot
from jxprint.errors import Finding, Phrase, Place
from jxprint.model import SeenArticle


def counted(pairs: Sequence[Pair], chains: Sequence[ChainPair]) -> Iterator[tuple[Pair, frozenset[str]]]:
    """Pairs with paragraphs counted through their stories, and with the lines that the old proof had in other parts of
    the same story.
    """
    through = {
        id(one.seen): one.article for chain in chains for side in (chain.old, chain.new) for one in side.stretches
    }
    others = {
        id(one.seen): frozenset(
            line.text
            for other in chain.old.stretches
            if other.seen is not one.seen
            for block in other.running
            for line in block.lines
        )
        for chain in chains
        for one in chain.old.stretches
    }
    for pair in pairs:
        old = None if pair.old is None else through.get(id(pair.old), pair.old)
        new = None if pair.new is None else through.get(id(pair.new), pair.new)
        yield replace(pair, old=old, new=new), others.get(id(pair.old), frozenset())


def without_running(pair: Pair, chained: frozenset[int]) -> Pair:
    """A pair without the running text that its story's other parts are compared with."""
    return replace(pair, old=_bare(pair.old, chained), new=_bare(pair.new, chained))


def _bare(article: SeenArticle | None, chained: frozenset[int]) -> SeenArticle | None:
    if article is None or id(article) not in chained:
        return article
    return replace(article, blocks=tuple(block for block in article.blocks if not is_running(block)))


def whole_story(pair: ChainPair) -> Pair:
    """Both versions of a story as one part each, on the page where the new one begins."""
    first, before = pair.new.stretches[0], pair.old.stretches[0]
    return Pair(
        first.page,
        replace(before.article, blocks=pair.old.blocks),
        replace(first.article, blocks=pair.new.blocks),
        first.grid,
        old_page=before.page,
        new_page=first.page,
    )


def page_of(chain: Chain, paragraph: int | None, offset: int | None) -> int:
    """The page (from 0) on which a place of a story stands."""
    at = 0
    for block in chain.blocks:
        if block.number == paragraph:
            at += offset or 0
            break
        at += len(block.text)
    return chain.stretches[chain.stretch_at(at)].page


def crossings(pair: ChainPair) -> Iterator[tuple[int, Finding]]:
    """Text that went over a jump, with the page (from 0) that it went to."""
    old, new = "".join(one.text for one in pair.old.stretches), "".join(one.text for one in pair.new.stretches)
    hunks = [hunk for hunk in align(old, new) if hunk.kind != "moved"]
    count = max(len(pair.old.stretches), len(pair.new.stretches)) - 1
    was = [_mapped(cut, hunks) for cut in pair.old.cuts] + [len(new)] * count
    now = [*pair.new.cuts, *[len(new)] * count]
    longer = pair.new if len(pair.new.stretches) > len(pair.old.stretches) else pair.old
    for at in range(count):
        start, end = sorted((was[at], now[at]))
        if start == end:
            continue
        there = now[at] < was[at]
        source, goal = (at, at + 1) if there else (at + 1, at)
        lines = _lines_within(pair.new, start, end)
        first = longer.stretches[0]
        args: dict[str, object] = {
            "part": first.article.title,
            "lines": lines,
            "characters": end - start,
            "old": _place(pair.old if source < len(pair.old.stretches) else longer, source, longer),
            "new": _place(pair.new if goal < len(pair.new.stretches) else longer, goal, longer),
        }
        stretches = pair.new.stretches
        where = stretches[min(goal, len(stretches) - 1)]
        yield where.page, Finding("checks.diff.jump", Place(part=first.article.title), args, "note")


def _mapped(cut: int, hunks: Sequence[Hunk]) -> int:
    """Where a place of the old text is in the new one."""
    at = cut
    for hunk in hunks:
        if hunk.end <= cut:
            at = cut + hunk.read_end - hunk.end
        elif hunk.start < cut:
            return min(hunk.read_end, hunk.read_start + cut - hunk.start)
    return at


def _lines_within(chain: Chain, start: int, end: int) -> int:
    count = at = 0
    for stretch in chain.stretches:
        for block in stretch.running:
            for line in block.lines:
                count += at < end and at + len(line.text) > start
                at += len(line.text)
    return count


def _place(chain: Chain, at: int, longer: Chain) -> Phrase:
    """Where a part stands: its page, or its place where the story stays on one."""
    stretch = chain.stretches[at]
    if len({one.page for one in longer.stretches}) > 1 or stretch.article.frame is None:
        return Phrase("checks.diff.on_page", {"page": stretch.page + 1})
    return spot(stretch.article.frame, stretch.grid)
