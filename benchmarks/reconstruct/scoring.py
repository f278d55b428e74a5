"""How much of a page a reconstruction found: stories, joints, widths, measures, legs and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    counts["joints"] += len(there)
    counts["joints missed"] += len(there - found)
    counts["joints false"] += len(found - there)
    yield from (f"missed joint {one}" for one in sorted(there - found))
    yield from (f"false joint {one}" for one in sorted(found - there))


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
        text = paragraphs[at]
        yield f"{text[max(0, offset - AROUND) : offset].strip()}|{text[offset : offset + AROUND].strip()}"


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
