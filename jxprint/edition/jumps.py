"""Stories that go on on another page (转版): which page has to be composed first, and what it leaves to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from jxprint.composition.rests import continued
from jxprint.description.jumps import page_of
from jxprint.description.orders import PAGE_FILE, PageOrder
from jxprint.description.toml_files import open_toml
from jxprint.errors import Finding
from jxprint.model import Jump, Page, Story
from jxprint.placed import Cut

_KEY = b"jump_"


def parting(orders: Sequence[PageOrder], half: int) -> int:
    """Where an edition is cut for two processes: as near the middle as no jump goes over it; all of it where there is
    no such place. A file that cannot be read says so later.
    """
    index = {number: at for at, one in enumerate(orders) for number in (one.setup.numbers if one.setup else ())}
    over: set[int] = set()
    for at, order in enumerate(orders):
        for number in _named(order.folder / PAGE_FILE):
            there = index.get(number, at)
            over.update(range(min(at, there) + 1, max(at, there) + 1))
    free = [cut for cut in range(1, len(orders)) if cut not in over]
    return min(free, key=lambda cut: (abs(cut - half), cut), default=len(orders))


def _named(file: Path) -> Iterator[int]:
    """The pages that the jumps of a page name."""
    try:
        data = file.read_bytes()
    except OSError:
        return
    # Without the zeros of UTF-16: most pages have no jump, and are not parsed here.
    if _KEY not in data.replace(b"\0", b""):
        return
    table = open_toml(file, str(file), [])
    parts = table.values.get("part") if table is not None else None
    for part in parts if isinstance(parts, list) else ():
        for key in ("jump_to", "jump_from"):
            number = page_of(part.get(key)) if isinstance(part, dict) else None
            if number is not None:
                yield number


def composing_order(pages: Sequence[Page]) -> tuple[list[int], list[Finding]]:
    """The pages by their index, every one behind those that it takes text from; and what is wrong where some take text
    from each other, so that neither can come first.
    """
    waiting = {at: {source for source, _, _ in _coming(pages, at)} for at in range(len(pages))}
    order: list[int] = []
    while waiting:
        ready = [at for at, sources in waiting.items() if not sources & waiting.keys()]
        if not ready:
            return order, list(_crossing(pages, waiting))
        order += ready
        for at in ready:
            del waiting[at]
    return order, []


def _crossing(pages: Sequence[Page], waiting: Mapping[int, set[int]]) -> Iterator[Finding]:
    at = min(waiting)
    for source, story, _ in _coming(pages, at):
        if source in waiting and story.jump_from is not None:
            pair = {"page": pages[at].numbers[0], "other": pages[source].numbers[0]}
            yield Finding("page.jump_crossing", story.jump_from.place, pair)
            return


def _coming(pages: Sequence[Page], at: int) -> Iterator[tuple[int, Story, Jump]]:
    """What goes on on a page from others: the other's index, the part here, and the jump."""
    for part in pages[at].parts:
        jump = part.jump_from if isinstance(part, Story) else None
        if isinstance(part, Story) and jump is not None and not pages[at].has(jump):
            for source, page in enumerate(pages):
                if jump.page in page.numbers:
                    yield source, part, jump


def with_rests(
    pages: Sequence[Page], at: int, cuts: Mapping[int, Sequence[Cut]], filled: Sequence[Page]
) -> Page | None:
    """A page with the text that others left to it, whose `cuts` are known; None where they are not. `filled` are the
    pages as they were composed.
    """
    page = pages[at]
    coming = list(_coming(pages, at))
    waiting = [one for one in page.parts if isinstance(one, Story) and one.jump_from and not page.has(one.jump_from)]
    if len(coming) < len(waiting):
        return None  # a page that could not be read
    for source, part, jump in coming:
        story = filled[source].part(jump.letter)
        cut = next((one for one in cuts.get(source, ()) if one.part == jump.letter), None)
        if cut is None:
            return None
        assert isinstance(story, Story)
        whole = continued(story, cut, part)
        parts = tuple(whole if one.letter == part.letter else one for one in page.parts)
        page = replace(page, parts=parts)
    return page
