"""What changed between two proofs (校样): copy character by character, parts, lines and legs by where they stand.

Either side is a page folder, composed, or a tagged PDF, read by its tags; both become `SeenPage`s, and what differs
comes out as findings, page by page. What is told once is not told again: a story that moved whole is one finding, and
lines are told where they moved otherwise than their story did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.diff.copy import Passage, copy_changes, passages_moved
from jxprint.diff.joining import join_both
from jxprint.diff.lines import line_changes
from jxprint.diff.pairing import Pair, mates_of_parts, pair_parts
from jxprint.diff.parts import come_from_elsewhere, part_changes
from jxprint.diff.pitch import on_new_rows
from jxprint.diff.stories import Story, mates_of_pieces, story_of, with_spots
from jxprint.errors import Finding
from jxprint.model import SeenPage
from jxprint.text.pairing import paired

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
    old, reset = on_new_rows(old, new, pages)
    (old_joined, old_joints), (new_joined, new_joints) = join_both(old, new)
    wholes = pair_parts(old_joined, new_joined, pages, mates_of_parts(old_joined, new_joined, pages))
    stories = [story_of(pair, (old_joints, new_joints), pages) for pair in wholes]
    pairs = with_spots(pair_parts(old, new, pages, mates_of_pieces(stories)), stories)
    copy, lines = _copy(stories), _by_page(told for story in stories for told in line_changes(story))
    changed: list[PageChanges] = []
    for at, (before, after) in enumerate(pages):
        own = [pair for pair in pairs if pair.page == at]
        about = tuple(copy.get(at, ())), tuple(lines.get(at, ()))
        page = _page((before, after), own, about, (old, new))
        changed.append(replace(page, parts=(reset[at], *page.parts)) if at in reset else page)
    return tuple(page for page in changed if page.findings)


def _copy(stories: Sequence[Story]) -> dict[int, list[Finding]]:
    """What changed about the copy, page by page."""
    told: list[tuple[int, Finding]] = []
    left: list[Passage] = []
    added: list[Passage] = []
    for story in stories:
        here, gone, come = copy_changes(story)
        told += here
        left += gone
        added += come
    return _by_page((*told, *passages_moved(left, added)))


def _by_page(told: Iterable[tuple[int, Finding]]) -> dict[int, list[Finding]]:
    pages: dict[int, list[Finding]] = {}
    for page, finding in told:
        pages.setdefault(page, []).append(finding)
    return pages


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
    page: tuple[int | None, int | None],
    pairs: Sequence[Pair],
    about: tuple[tuple[Finding, ...], tuple[Finding, ...]],
    proofs: tuple[Sequence[SeenPage], Sequence[SeenPage]],
) -> PageChanges:
    (before, after), (old, new) = page, proofs
    copy, lines = about
    if after is None:
        assert before is not None
        name = old[before].name
        gone = (_about("checks.diff.page_gone", before, name),)
        return PageChanges(before + 1, name, copy, gone, lines)
    name = new[after].name
    if before is None:
        parts = _about("checks.diff.page_new", after, name), *come_from_elsewhere(pairs)
        return PageChanges(after + 1, name, copy, parts, lines)
    return PageChanges(after + 1, name, copy, tuple(part_changes(pairs, old[before], new[after])), lines)


def _about(key: str, number: int, name: str) -> Finding:
    return Finding(key, args={"page": number + 1, "name": name}, severity="note")
