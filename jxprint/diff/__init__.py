"""What changed between two proofs (校样): copy character by character, parts, lines and legs by where they stand.

Either side is a page folder, composed, or a tagged PDF, read by its tags; both become `SeenPage`s, and what differs
comes out as findings, page by page. What is told once is not told again: a story that moved whole is one finding, and
lines are told where they moved otherwise than their story did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.pairing import paired
from jxprint.diff.chains import ChainPair, chain_pairs
from jxprint.diff.copy import Passage, copy_changes, passages_moved
from jxprint.diff.jumped import counted, crossings, page_of, whole_story, without_running
from jxprint.diff.lines import line_changes
from jxprint.diff.pairing import Pair, pair_parts
from jxprint.diff.parts import part_changes
from jxprint.errors import Finding
from jxprint.model import SeenPage

__all__ = ["PageChanges", "compare"]


class PageChanges(Struct, frozen=True):
    """What changed on a page: its number in the new proof (in the old one where it is gone), its name, and findings:
    of copy, of parts, of lines.
    """

    number: int
    name: str
    copy: tuple[Finding, ...] = ()
    parts: tuple[Finding, ...] = ()
    lines: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, part by part in the order in which parts are first told of."""
        told = (*self.parts, *self.copy, *self.lines)
        order = list(dict.fromkeys(one.place.part for one in told))
        return tuple(sorted(told, key=lambda one: order.index(one.place.part)))


def compare(old: Sequence[SeenPage], new: Sequence[SeenPage]) -> tuple[PageChanges, ...]:
    """The pages on which something changed, in the new order; those that are gone come last."""
    pages = list(_pages(old, new))
    pairs = pair_parts(old, new, pages)
    chains = chain_pairs(old, new, pairs)
    copy = _copy(pairs, chains)
    changed: list[PageChanges] = []
    for at, (before, after) in enumerate(pages):
        own = [pair for pair in pairs if pair.page == at]
        lines = tuple(finding for pair in counted(own, chains) for finding in line_changes(*pair))
        changed.append(_page((before, after), own, copy.get(at, []), lines, (old, new)))
    return tuple(page for page in changed if page.findings)


def _copy(pairs: Sequence[Pair], chains: Sequence[ChainPair]) -> dict[int, list[Finding]]:
    """What changed of the copy, by the place of its page among the pairs of pages."""
    copy: dict[int, list[Finding]] = {}
    left: list[Passage] = []
    added: list[Passage] = []
    chained = frozenset(
        id(stretch.seen) for chain in chains for side in (chain.old, chain.new) for stretch in side.stretches
    )
    for pair in pairs:
        here, gone, come = copy_changes(without_running(pair, chained))
        copy.setdefault(pair.page, []).extend(here)
        left += gone
        added += come
    for chain in chains:
        here, gone, come = copy_changes(whole_story(chain))
        for finding in here:
            page = page_of(chain.new, finding.place.paragraph, finding.place.offset)
            copy.setdefault(page, []).append(finding)
        left += gone
        added += (replace(one, pair=replace(one.pair, page=page_of(chain.new, one.block.number, 0))) for one in come)
        for page, finding in crossings(chain):
            copy.setdefault(page, []).append(finding)
    for page, finding in passages_moved(left, added):
        copy.setdefault(page, []).append(finding)
    return copy


def _pages(old: Sequence[SeenPage], new: Sequence[SeenPage]) -> Iterator[tuple[int | None, int | None]]:
    """Pages of both proofs that are versions of one, by their text."""
    mates = paired(
        ["\n".join(one.text for one in page.articles) for page in old],
        ["\n".join(one.text for one in page.articles) for page in new],
    )
    for at, mate in enumerate(mates):
        yield mate, at
    for at in range(len(old)):
        if at not in mates:
            yield at, None


def _page(
    which: tuple[int | None, int | None],
    pairs: Sequence[Pair],
    copy: Sequence[Finding],
    lines: tuple[Finding, ...],
    proofs: tuple[Sequence[SeenPage], Sequence[SeenPage]],
) -> PageChanges:
    (before, after), (old, new) = which, proofs
    if after is None:
        assert before is not None
        name = old[before].name
        return PageChanges(before + 1, name, parts=(_about("checks.diff.page_gone", before, name),))
    name = new[after].name
    if before is None:
        return PageChanges(after + 1, name, parts=(_about("checks.diff.page_new", after, name),))
    parts = tuple(part_changes(pairs, old[before], new[after]))
    return PageChanges(after + 1, name, tuple(copy), parts, lines)


def _about(key: str, number: int, name: str) -> Finding:
    return Finding(key, args={"page": number + 1, "name": name}, severity="note")
