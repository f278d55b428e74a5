"""The order of reading (阅读顺序): the tree against the content, and what of the text no reader is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jxprint.preflight.marked import Painted
from jxprint.preflight.structure import Tree
from jxprint.preflight.subject import Subject

# Pieces of content that make an order, and the rank correlation under which it runs backwards.
_LEAST, _BACKWARDS = 4, -0.5
# Text in artifacts is told beyond folios and running heads: so many codes, and this share of all.
_CODES, _SHARE = 40, 0.1


def ask_order(subject: Subject, painted: Sequence[Painted], tree: Tree | None) -> None:
    """Every page's order, and that each piece has one owner."""
    told = subject.told
    for number, marks in enumerate(painted, 1):
        if marks.artifact_codes >= _CODES and marks.artifact_codes > _SHARE * marks.codes:
            told.tell("preflight.order.text_as_artifact", number, codes=marks.artifact_codes, of=marks.codes)
        if marks.repeated:
            told.tell("preflight.order.marked_twice", number, count=marks.repeated)
    if tree is None:
        return
    if tree.twice:
        told.tell("preflight.order.element_twice", count=tree.twice)
    by_page: dict[int, list[int]] = {}
    for page, mcid, _ in tree.content:
        by_page.setdefault(page, []).append(mcid)
    for at, marks in enumerate(painted):
        _ask_page(subject, at + 1, by_page.get(at, []), list(marks.mcids))


def _ask_page(subject: Subject, number: int, owned: Sequence[int], shown: Sequence[int]) -> None:
    told = subject.told
    times = Counter(owned)
    if twice := [mcid for mcid, count in times.items() if count > 1]:
        told.tell("preflight.order.owned_twice", number, count=len(twice), mcid=twice[0])
    if nobody := [mcid for mcid in shown if mcid not in times]:
        told.tell("preflight.order.owned_by_none", number, count=len(nobody), mcid=nobody[0])
    there = set(shown)
    if absent := [mcid for mcid in times if mcid not in there]:
        told.tell("preflight.order.not_shown", number, count=len(absent), mcid=absent[0])
    both = [mcid for mcid in dict.fromkeys(owned) if mcid in there]
    if len(both) >= _LEAST and (likeness := _likeness(both, shown)) < _BACKWARDS:
        told.tell("preflight.order.backwards", number, likeness=f"{likeness:.2f}")


def _likeness(tree: Sequence[int], content: Sequence[int]) -> float:
    """Spearman's rank correlation of two orders of the same things."""
    among = set(tree)
    ranks = {mcid: rank for rank, mcid in enumerate(mcid for mcid in content if mcid in among)}
    count = len(tree)
    apart = sum((rank - ranks[mcid]) ** 2 for rank, mcid in enumerate(tree))
    return 1 - 6 * apart / (count * (count * count - 1))
