"""Stories that stand in several parts (转版): which parts are one story, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.model import Page, Story


def jumps_between(pages: Sequence[Page]) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Each story that jumps, as its parts by page (from 0) and letter."""
    return tuple(
        tuple(_parts(pages, at, part))
        for at, page in enumerate(pages)
        for part in page.parts
        if isinstance(part, Story) and part.jump_to is not None and part.jump_from is None
    )


def _parts(pages: Sequence[Page], at: int, story: Story) -> Iterator[tuple[int, str]]:
    """A story's parts from its first on. Both ends of every jump agree, since the pages were read."""
    yield at, story.letter
    jump = story.jump_to
    if jump is None:
        return
    there = at if pages[at].has(jump) else next(index for index, page in enumerate(pages) if page.is_named_by(jump))
    going_on = pages[there].part(jump.letter)
    assert isinstance(going_on, Story)
    yield from _parts(pages, there, going_on)
