"""Whether both ends of every jump (转版) agree, asked of all pages together; and what their lines say then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from jxprint.description.jump_ends import Ends, PartAt, Unnumbered
from jxprint.description.jumps import page_said
from jxprint.description.sketches import Sketch, jumping, sketch_of
from jxprint.errors import Finding, Place
from jxprint.model import Jump, Page, Story


def joined(
    pages: Sequence[Page], numbers: Collection[int] | None = None, refused: Sequence[Sketch] = ()
) -> tuple[list[Page], list[Finding]]:
    """The pages with continuations named for the stories that they continue, and everything that is wrong with jumps.

    `numbers` are all page numbers of the edition; None for pages that are in none, which jump to no other page.
    `refused` are pages that cannot be read.
    """
    if not jumping([*pages, *refused]):
        return list(pages), []
    known = Ends([*map(sketch_of, pages), *refused], numbers)
    taken = _joints(known)
    return [_named(page, index, known, taken) for index, page in enumerate(pages)], known.findings


def judged(pages: Sequence[Sketch], *, is_complete: bool, most: int | None) -> list[Finding]:
    """What is wrong with jumps whatever numbers the pages come to have: those of the edition are wrong themselves.
    `is_complete`: all pages of the edition are among these; `most`: no page comes to have a higher number.
    """
    known = Unnumbered(pages, is_complete, most)
    _joints(known)
    return known.findings


def _joints(known: Ends) -> dict[PartAt, PartAt]:
    """Where each story goes on: sources by their targets. What is wrong is noted."""
    taken: dict[PartAt, PartAt] = {}
    for at, story in known.stories.items():
        if story.jump_to is not None:
            _follow(known, at, story.jump_to, taken)
    for at, story in known.stories.items():
        if story.jump_from is not None and at not in taken and at not in known.told_source:
            source = known.end(at, story.jump_from)
            if source is not None and source not in known.told:
                said = {"other": known.said(source, at.page), "here": known.said(at, source.page)}
                known.wrong("page.jump_from_nothing", story.jump_from, **said)
    _refuse_circles(known, taken)
    return taken


def _follow(known: Ends, at: PartAt, jump: Jump, taken: dict[PartAt, PartAt]) -> None:
    """One jump from its source to its target, which must name the source."""
    target = known.end(at, jump)
    if target is None:
        known.told.add(at)
        return
    story = known.stories.get(target)
    here = known.said(at, target.page)
    if target == at:
        known.wrong("page.jump_to_itself", jump)
    elif target in known.unsure:
        pass  # what it says of its jumps is wrong, and has been told
    elif story is None or story.jump_from is None:
        known.wrong("page.jump_not_a_rest", jump, letter=jump.letter, here=here)
    elif target in taken:
        other = known.said(taken[target], at.page)
        known.wrong("page.jump_slot_taken", jump, letter=jump.letter, other=other)
    elif not known.names(target, story.jump_from, at):
        _tell_other_source(known, target, story.jump_from, jump, here)
    else:
        taken[target] = at
        return
    known.told.add(at)


def _tell_other_source(known: Ends, target: PartAt, named: Jump, jump: Jump, here: str) -> None:
    """A jump to a part that names another as its source: there is that one, or it goes on there, or neither."""
    other = named.letter if named.page is None else f"{page_said(named)}:{named.letter}"
    key = "page.jump_slot_taken" if _claims(known, target, named) else "page.jump_other_source"
    known.wrong(key, jump, letter=jump.letter, other=other, here=here)
    if key == "page.jump_other_source":
        known.end(target, named)  # where it leads nowhere, that is a mistake of its own
        known.told_source.add(target)


def _claims(known: Ends, target: PartAt, named: Jump) -> bool:
    """Whether the part that a continuation names does go on in it."""
    return any(
        known.names(target, named, source) and known.names(source, story.jump_to, target)
        for source, story in known.stories.items()
    )


def _refuse_circles(known: Ends, taken: Mapping[PartAt, PartAt]) -> None:
    """A chain of jumps that comes back to its beginning, told once."""
    done: set[PartAt] = set()
    for start in taken:
        way: list[PartAt] = []
        at: PartAt | None = start
        while at is not None and at not in done:
            done.add(at)
            way.append(at)
            at = taken.get(at)
        if at in way:
            story = known.stories[at] if at is not None else None
            place = story.jump_to.place if story is not None and story.jump_to is not None else Place()
            known.findings.append(Finding("page.jump_circle", place))


def _named(page: Page, index: int, known: Ends, taken: Mapping[PartAt, PartAt]) -> Page:
    """The page with its continuations under the names of their stories, and the numbers that its jump lines say."""
    new: dict[str, Story] = {}
    goes_on = {source: target for target, source in taken.items()}
    for part in _stories(page):
        at, source = PartAt(index, part.letter), taken.get(PartAt(index, part.letter))
        if source is not None and part.jump_from is not None:
            name = known.stories[_first(at, taken)].name
            part = replace(part, name=name, jump_from=known.resolved(at, part.jump_from, source))
        target = goes_on.get(at)
        if target is not None and part.jump_to is not None:
            part = replace(part, jump_to=known.resolved(at, part.jump_to, target))
        if source is not None or target is not None:
            new[part.letter] = part
    return replace(page, parts=tuple(new.get(part.letter, part) for part in page.parts)) if new else page


def _first(at: PartAt, taken: Mapping[PartAt, PartAt]) -> PartAt:
    """Where a story begins that goes on in a part; in a circle that is anywhere."""
    seen = {at}
    while at in taken and taken[at] not in seen:
        at = taken[at]
        seen.add(at)
    return at


def _stories(page: Page) -> Iterator[Story]:
    return (part for part in page.parts if isinstance(part, Story))
