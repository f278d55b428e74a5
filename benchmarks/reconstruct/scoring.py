"""How much of a page a reconstruction found: stories, joints, widths, measures, legs and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from form import Copy, Section
from jxprint.text.width import fold
from setting import Setting

Proposal = dict[str, Any]

# A joint is known by so many characters on either side.
AROUND = 8


def score(copy: Copy, settings: Sequence[Setting], proposal: Proposal) -> tuple[Counter[str], list[str]]:
    """Counts of what there is and what was found, and a line for each thing that was not."""
    counts: Counter[str] = Counter()
    missed: list[str] = []
    waiting = list(proposal["stories"])
    for story, setting in zip(copy.stories, settings, strict=True):
        found = _found(story, waiting)
        counts["stories"] += 1
        if found is None:
            missed.append(f"{copy.name}: story {_name(story)}")
            continue
        waiting.remove(found)
        heads = [_lines(story.many("headline"))]
        if story is copy.stories[0] and not heads[0]:  # a story under the page's own headline may be given it
            heads.append(_lines(copy.head.many("headline")))
        names = [" ".join(_lines(one)) for one in (found["byline"], story.many("byline"))]
        is_exact = _lines(found["headline"]) in heads and names[0] == names[1]
        counts["stories found"] += is_exact
        counts[f"sure {_tenth(found)}"] += 1
        counts[f"sure and right {_tenth(found)}"] += is_exact
        if not is_exact:
            missed.append(f"{copy.name}: head {found['headline']} {found['byline']} for {_name(story)}")
        missed += (f"{copy.name}: {line}" for line in _of_story(story, setting, found, counts))
    counts["stories false"] += len(waiting)
    counts.update(f"sure {_tenth(one)}" for one in waiting)
    missed += (f"{copy.name}: no such story: {one['headline']}" for one in waiting)
    missed += (f"{copy.name}: {line}" for line in _of_joints(copy, settings, proposal, counts))
    missed += (f"{copy.name}: {line}" for line in _of_widths(copy, proposal, counts))
    return counts, missed


def _lines(lines: Sequence[str]) -> list[str]:
    """Lines of a headline or of names; a run of blanks within one is layout, and counts as one."""
    return [" ".join(line.split()) for line in lines]


def _tenth(found: Proposal) -> int:
    """How sure a story is said to be, in tenths."""
    return min(9, int(10 * found["confidence"]))


def _of_joints(copy: Copy, settings: Sequence[Setting], proposal: Proposal, counts: Counter[str]) -> Iterator[str]:
    """The joints of the whole page, in whatever story they were found."""
    there = joints_there(copy, settings)
    found = {
        one
        for story in proposal["stories"]
        for one in _joints(story["paragraphs"], [(one["paragraph"], one["offset"]) for one in story["joints"]])
    }
    missed, false = there - found, found - there
    for one in sorted(missed):
        if (same := place_among(one, false)) is not None:
            missed.remove(one)
            false.remove(same)
    counts["joints"] += len(there)
    counts["joints missed"] += len(missed)
    counts["joints false"] += len(false)
    yield from (f"missed joint {one}" for one in sorted(missed))
    yield from (f"false joint {one}" for one in sorted(false))


def place_among(around: str, places: Collection[str]) -> str | None:
    """The one of these that is the same place as what stands `around` it. One of both may tell less of it: where a
    paragraph begins, or ends, for one reader and not for the other, as at a name behind the text.
    """
    if around in places:
        return around
    before, behind = around.split("|", 1)
    for one in sorted(places):
        head, tail = one.split("|", 1)
        ends = head.endswith(before) or before.endswith(head)
        if ends and (tail.startswith(behind) or behind.startswith(tail)) and min(len(around), len(one)) > AROUND:
            return one
    return None


def joints_there(copy: Copy, settings: Sequence[Setting]) -> set[str]:
    """The joints of a page as it was set, each by what stands around it: `before|behind`."""
    return {
        one
        for story, setting in zip(copy.stories, settings, strict=True)
        for one in _joints([paragraph.text for paragraph in story.paragraphs], setting.joints)
    }


def _name(story: Section) -> str:
    return f"{story.many('headline')} {story.many('byline')}"


def _found(story: Section, waiting: Sequence[Proposal]) -> Proposal | None:
    """The proposed story that this one became: the one with most of its text."""
    own = _grams("".join(one.text for one in story.paragraphs))
    best, most = None, 0.4
    for one in waiting:
        common = sum((own & _grams("".join(one["paragraphs"]))).values()) / max(1, sum(own.values()))
        if common > most:
            best, most = one, common
    return best


def _grams(text: str) -> Counter[str]:
    return Counter(text[k : k + 3] for k in range(len(text) - 2))


def _of_story(story: Section, setting: Setting, found: Proposal, counts: Counter[str]) -> Iterator[str]:
    counts["set"] += 1
    near = found["measure"] is not None and abs(found["measure"] - setting.measure) <= 0.5 + 1e-6
    counts["measure"] += near
    counts["legs"] += found["legs"] == setting.legs
    counts["lines"] += found["lines"] == setting.lines
    if not (near and found["legs"] == setting.legs and found["lines"] == setting.lines):
        yield (
            f"{setting.legs}×{setting.lines} at {setting.measure:g}, read "
            f"{found['legs']}×{found['lines']} at {found['measure']} ({len(setting.joints)} joints) {_name(story)}"
        )


def _joints(paragraphs: Sequence[str], places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """What stands around each joint within its paragraph: what follows a story, as a note, may be read otherwise."""
    for at, offset in places:
        yield around_of(paragraphs[at][:offset], paragraphs[at][offset:])


def around_of(before: str, behind: str) -> str:
    """What stands around a place, blanks aside: they are layout."""
    return f"{''.join(before.split())[-AROUND:]}|{''.join(behind.split())[:AROUND]}"


def _of_widths(copy: Copy, proposal: Proposal, counts: Counter[str]) -> Iterator[str]:
    """Characters of paragraphs that stand in the copy as read, and those of them that are not of its width."""
    there = "\n".join(
        "".join([story.one("dateline") or "", *(one.text for one in story.paragraphs)]) for story in copy.stories
    )
    folded = fold(there)
    for story in proposal["stories"]:
        for read in story["paragraphs"]:
            at = folded.find(fold(read))
            if at < 0:
                continue
            counts["characters"] += len(read)
            off = [k for k, char in enumerate(read) if char != there[at + k]]
            counts["characters off"] += len(off)
            yield from (f"width of {read[k]} in {read[max(0, k - 8) : k + 8]}" for k in off)
