"""What changed between two proofs (校样): copy character by character, parts, lines and legs by where they stand.

Either side is a page folder, composed, or a tagged PDF, read by its tags; both become `SeenPage`s, and what differs
comes out as findings, page by page. What is told once is not told again: a story that moved whole is one finding, and
lines are told where they moved otherwise than their story did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.composition.pairing import paired
from jxprint.diff.copy import Passage, copy_changes, passages_moved
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
    left: list[Passage] = []
    added: list[Passage] = []
    copy: dict[int, list[Finding]] = {}
    for pair in pairs:
        here, gone, come = copy_changes(pair)
        copy.setdefault(pair.page, []).extend(here)
        left += gone
        added += come
    for page, finding in passages_moved(left, added):
        copy.setdefault(page, []).append(finding)
    changed: list[PageChanges] = []
    for at, (before, after) in enumerate(pages):
        own = [pair for pair in pairs if pair.page == at]
        changed.append(_page(before, after, own, copy.get(at, []), (old, new)))
    return tuple(page for page in changed if page.findings)


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
    before: int | None,
    after: int | None,
    pairs: Sequence[Pair],
    copy: Sequence[Finding],
    proofs: tuple[Sequence[SeenPage], Sequence[SeenPage]],
) -> PageChanges:
    old, new = proofs
    if after is None:
        assert before is not None
        name = old[before].name
        return PageChanges(before + 1, name, parts=(_about("checks.diff.page_gone", before, name),))
    name = new[after].name
    if before is None:
        return PageChanges(after + 1, name, parts=(_about("checks.diff.page_new", after, name),))
    parts = tuple(part_changes(pairs, old[before], new[after]))
    lines = tuple(finding for pair in pairs for finding in line_changes(pair))
    return PageChanges(after + 1, name, tuple(copy), parts, lines)


def _about(key: str, number: int, name: str) -> Finding:
    return Finding(key, args={"page": number + 1, "name": name}, severity="note")
