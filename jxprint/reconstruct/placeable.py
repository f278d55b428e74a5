"""What was read of a page brought to what its description has places for: so many pictures and folio lines, one story
at the least. Reading a page asks for this, and for none of what its copy is written with (`copying`).
"""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.reconstruct.found import FoundPage, FoundStory, Piece, Text

# Letters of picture parts, one each; a page has no more pictures than these.
PICTURES = "PQRTUVWXYZ"
MOST_FOLIOS = 3


def placeable(page: FoundPage) -> FoundPage:
    """The page with all that its description has no place for among what is unplaced, and one story at the least:
    where none was found, what there is stands as text without a head.
    """
    shown, more = page.pictures[: len(PICTURES)], page.pictures[len(PICTURES) :]
    left = [text for one in more for text in (one.caption, one.credit) if text is not None]
    page = replace(
        page,
        pictures=shown,
        advertisements=max(0, page.advertisements - len(more)),
        folios=page.folios[:MOST_FOLIOS],
        unplaced=(*page.unplaced, *left, *page.folios[MOST_FOLIOS:]),
    )
    if page.stories:
        return page
    pieces = page.standfirst or tuple(map(Piece, page.unplaced))
    if page.standfirst:
        return replace(page, stories=(FoundStory((), pieces, confidence=0.0),), standfirst=())
    if page.unplaced:
        return replace(page, stories=(FoundStory((), pieces, confidence=0.0),), unplaced=())
    heads = (*page.kicker, *page.headline, *page.deck)
    return _of_heads(page, heads)


def _of_heads(page: FoundPage, heads: tuple[Text, ...]) -> FoundPage:
    """A page that has nothing but a head, or less."""
    pictures: tuple[Text, ...] = tuple(
        text for one in page.pictures for text in (one.caption, one.credit) if text is not None
    )
    rest = heads or pictures or page.folios or ((page.masthead,) if page.masthead is not None else ())
    story = FoundStory((), tuple(map(Piece, rest)), confidence=0.0)
    if heads:
        return replace(page, stories=(story,), kicker=(), headline=(), deck=())
    if pictures:
        return replace(page, stories=(story,), pictures=())
    return replace(page, stories=(story,), folios=()) if page.folios else replace(page, stories=(story,), masthead=None)
