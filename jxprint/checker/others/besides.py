"""What stands on the pages and in no paragraph of the copy."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from jxprint.checker.others.copy import Paragraph
from jxprint.checker.others.gathered import Compared
from jxprint.checker.others.rules import Rules
from jxprint.checker.others.seen import CLOSE, NEW_LINE, Seen, spot
from jxprint.errors import Finding, Place

# So much text of the copy that stands on the page once more is no folio.
TWICE = 12
_BESIDES, _AGAIN = "checks.other.besides", "checks.other.twice"


def leanest(compared: Sequence[Compared]) -> Compared:
    """The reading of all text that leaves least of it: where lines are shown anyhow, paper has them in order."""
    whole = [one for one in compared if one.seen.order != "structure"]
    return min(whole, key=lambda one: (sum(end - begin for begin, end in one.left), one.seen.order != "stream"))


def besides(paragraphs: Sequence[Paragraph], one: Compared, rules: Rules, grams: Container[str]) -> Iterator[Finding]:
    """What stands on the pages and in no paragraph: lines of its own are a folio, a label, another story."""
    seen = one.seen
    text, joints = seen.folded.text, seen.joints
    ends = {at + size: found for found in one.found for _, at, size in found.pieces}
    starts = {at: found for found in one.found for _, at, size in found.pieces}
    for begin, end in _by_page(seen, one.left):
        args: dict[str, object] = {"expected": "", "read": seen.folded.stretch(begin, end), **spot(seen, begin)}
        args["count"] = end - begin
        before = ends.get(begin) if joints[begin] == CLOSE else None
        behind = starts.get(end) if end < len(text) and joints[end] == CLOSE else None
        beside = before or behind
        if beside is not None:
            paragraph = paragraphs[beside.number]
            offset = len(paragraph.text.text) - 1 if before is not None else 0
            yield Finding("checks.other.extra", paragraph.place(offset), {**args, "story": paragraph.story})
        else:
            for start, stop, key in _apart(text, begin, end, grams):
                shown = {"expected": "", "read": seen.folded.stretch(start, stop), **spot(seen, start)}
                is_fault = rules.whole or key == _AGAIN
                yield Finding(key, Place(), {**shown, "count": stop - start}, "error" if is_fault else "note")


def joined_on_paper(paragraphs: Sequence[Paragraph], one: Compared) -> Iterator[Finding]:
    """What an order of positions has right before or behind a paragraph, on its line: shown elsewhere in the stream, it
    is read with the paragraph all the same. Nothing is told where a paragraph is not whole in this order.
    """
    if any(found.hunks or not found.pieces for found in one.found):
        return
    seen = one.seen
    joints = seen.joints
    ends = {at + size: found for found in one.found for _, at, size in found.pieces}
    starts = {at: found for found in one.found for _, at, size in found.pieces}
    for begin, end in one.left:
        stop = next((at for at in range(begin + 1, end) if joints[at] != CLOSE), end)
        start = next((at for at in range(end - 1, begin - 1, -1) if joints[at] != CLOSE), begin)
        behind = begin in ends and joints[begin] == CLOSE
        before = end in starts and joints[end] == CLOSE
        for is_so, (first, last), found in (
            (behind, (begin, stop), ends.get(begin)), (before, (start, end), starts.get(end)),
        ):  # fmt: skip
            if is_so and found is not None:
                paragraph = paragraphs[found.number]
                args: dict[str, object] = {"expected": "", "read": seen.folded.stretch(first, last)}
                args |= {**spot(seen, first), "count": last - first, "story": paragraph.story}
                offset = len(paragraph.text.text) - 1 if found is ends.get(begin) else 0
                yield Finding("checks.other.extra", paragraph.place(offset), args)


def _apart(text: str, begin: int, end: int, grams: Container[str]) -> Iterator[tuple[int, int, str]]:
    """What is left over, cut into what is the copy's once more and what is not."""
    again = [at for at in range(begin, end - TWICE + 1) if text[at : at + TWICE] in grams]
    first, last = (again[0], again[-1] + TWICE) if again else (end, end)
    for start, stop, key in ((begin, first, _BESIDES), (first, last, _AGAIN), (last, end, _BESIDES)):
        if start < stop:
            yield start, stop, key


def _by_page(seen: Seen, left: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches cut where a page begins."""
    for begin, end in left:
        start = begin
        for at in range(begin + 1, end):
            if seen.joints[at] == NEW_LINE and seen.where(at)[0] != seen.where(at - 1)[0]:
                yield start, at
                start = at
        yield start, end
