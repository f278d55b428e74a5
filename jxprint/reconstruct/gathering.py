"""Units with their roles gathered to a page: parts in the order of the source, stories with their heads and pieces.

What opens or closes a paragraph beside its words (a dateline, names in brackets, a jump line) is taken off here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.reconstruct import roles as role_of
from jxprint.reconstruct.calibrated import frequency
from jxprint.reconstruct.datelines import jump_from_end
from jxprint.reconstruct.fore_bylines import give_fore_bylines
from jxprint.reconstruct.found import FoundPage, FoundPicture, FoundStory, Piece, PieceRole, Text
from jxprint.reconstruct.furniture import is_opening_note
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.traits import Traits
from jxprint.reconstruct.units import Unit, names_text, shown_text, text_of

_PIECES: dict[int, PieceRole] = {
    role_of.SUBHEAD: "subhead", role_of.ITEM: "item", role_of.VERSE: "verse", role_of.ROW: "table",
}  # fmt: skip
_OPENS = frozenset((role_of.KICKER, role_of.HEAD, role_of.FROM, role_of.LEAD_BARE, role_of.BYLINE))
_HEADED = frozenset((role_of.KICKER, role_of.HEAD, role_of.HEAD_LINE, role_of.DECK))


class _Story(Struct):
    """A story while it is gathered."""

    kicker: list[Text] = field(default_factory=list)
    headline: list[Text] = field(default_factory=list)
    deck: list[Text] = field(default_factory=list)
    byline: list[Text] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    ending: list[Text] = field(default_factory=list)
    signed: list[tuple[int, Text, Text]] = field(default_factory=list)
    closing: list[Text] = field(default_factory=list)
    dateline: Text | None = None
    jump_to: Text | None = None
    jump_from: Text | None = None
    sure: float = 1.0
    body: bool = False
    opened: bool = False


class _Page(Struct):
    """A page while it is gathered."""

    stories: list[_Story] = field(default_factory=list)
    mastheads: list[Text] = field(default_factory=list)
    folios: list[Text] = field(default_factory=list)
    kicker: list[Text] = field(default_factory=list)
    headline: list[Text] = field(default_factory=list)
    deck: list[Text] = field(default_factory=list)
    standfirst: list[Piece] = field(default_factory=list)
    pictures: list[tuple[Text | None, Text | None, bool]] = field(default_factory=list)
    waiting: list[Text] = field(default_factory=list)
    unplaced: list[Text] = field(default_factory=list)


def gathered(units: Sequence[Unit], traits: Sequence[Traits], labels: Sequence[Label]) -> FoundPage:
    """The page that labelled units make."""
    page = _Page()
    for at, (unit, one, label) in enumerate(zip(units, traits, labels, strict=True)):
        role, sure = label.role, label.sure
        if role in _PLACED:
            _PLACED[role](page, unit)
        elif role == role_of.STANDFIRST:
            page.standfirst.append(Piece(text_of(unit), "text", round(sure, 3)))
        elif role == role_of.CREDIT:
            glued = at + 1 < len(units) and units[at + 1].glued
            _credit(page, text_of(unit), glued)
        elif role == role_of.NOTE:
            _note(page, unit)
        else:
            _in_story(page, unit, one, role, sure)
    return _frozen(page)


_PLACED: dict[int, Callable[[_Page, Unit], None]] = {
    role_of.FOLIO: lambda page, unit: page.folios.append(text_of(unit)),
    role_of.MASTHEAD: lambda page, unit: page.mastheads.append(shown_text(unit)),
    role_of.PAGE_KICKER: lambda page, unit: page.kicker.append(shown_text(unit)),
    role_of.PAGE_HEAD: lambda page, unit: page.headline.append(shown_text(unit)),
    role_of.PAGE_DECK: lambda page, unit: page.deck.append(shown_text(unit)),
    role_of.CAPTION: lambda page, unit: page.pictures.append((text_of(unit), None, False)),
}


def _credit(page: _Page, text: Text, glued: bool) -> None:
    if page.pictures and page.pictures[-1][1] is None:
        page.pictures[-1] = (page.pictures[-1][0], text, glued)
    else:
        page.pictures.append((None, text, glued))


def _note(page: _Page, unit: Unit) -> None:
    """An editor's line goes with the story that it opens or closes."""
    if not page.stories or (page.stories[-1].body and is_opening_note(unit.text)):
        page.waiting.append(text_of(unit))
    else:
        page.stories[-1].notes.append(text_of(unit))


def _in_story(page: _Page, unit: Unit, one: Traits, role: int, sure: float) -> None:
    if _opens(page, role):
        page.stories.append(_Story(notes=page.waiting))
        page.waiting = []
    story = page.stories[-1]
    story.sure = min(story.sure, sure) if role in _OPENS or role in _HEADED else story.sure
    story.opened = story.opened or role not in (role_of.KICKER, role_of.FROM)
    if role in _HEADED:
        _head(story, unit, role)
    elif role == role_of.BYLINE:
        story.byline.append(names_text(unit))
    elif role == role_of.FROM:
        story.jump_from = text_of(unit)
    elif role == role_of.END_BYLINE:
        names = names_text(unit)
        story.ending.append(names)
        story.closing.append(names)
    elif role == role_of.JUMP:
        story.jump_to = text_of(unit)
    else:
        _piece(story, unit, one, role, sure)


def _opens(page: _Page, role: int) -> bool:
    """Whether a unit begins a story, or stands in the one that is open."""
    if not page.stories or role in (role_of.KICKER, role_of.FROM):
        return not page.stories or page.stories[-1].body or (role == role_of.KICKER and page.stories[-1].opened)
    story = page.stories[-1]
    if role == role_of.HEAD:
        return story.body or bool(story.headline)
    return role in (role_of.LEAD_BARE, role_of.BYLINE) and story.body


def _head(story: _Story, unit: Unit, role: int) -> None:
    cut = jump_from_end(unit.text)
    end = cut if cut > 0 else len(unit.text)
    text = shown_text(unit, 0, end)
    if cut > 0:
        story.jump_from = text_of(unit, cut)
    place = {role_of.KICKER: story.kicker, role_of.DECK: story.deck}.get(role, story.headline)
    place.append(text)


def _piece(story: _Story, unit: Unit, one: Traits, role: int, sure: float) -> None:
    start, end = 0, len(unit.text)
    if one.jump_from and story.jump_from is None and not story.body:
        story.jump_from, start = text_of(unit, 0, one.jump_from), one.jump_from
    if one.dateline and not start and story.dateline is None and not story.body:
        story.dateline, start = text_of(unit, 0, one.dateline), one.dateline
    if one.jump_to > start and story.jump_to is None:
        story.jump_to, end = text_of(unit, one.jump_to), one.jump_to
    story.body = True
    text = text_of(unit, start, end)
    if start < one.ends_named < end:
        alone = text_of(unit, start, one.ends_named)
        story.signed.append((len(story.pieces), alone, names_text(unit, one.ends_named, end)))
    if text.text:
        story.pieces.append(Piece(text, _PIECES.get(role, "text"), round(sure, 3)))


def _frozen(page: _Page) -> FoundPage:
    give_fore_bylines(page.stories)
    stories = [_frozen_story(one) for one in page.stories]
    pictures = tuple(FoundPicture(caption, credit, glued) for caption, credit, glued in page.pictures if caption)
    unplaced = [
        *page.waiting,
        *page.unplaced,
        *(credit for caption, credit, _ in page.pictures if not caption and credit),
    ]
    return FoundPage(
        tuple(stories),
        masthead=page.mastheads[0] if page.mastheads else None,
        folios=tuple(page.folios),
        kicker=tuple(page.kicker),
        headline=tuple(page.headline),
        deck=tuple(page.deck),
        standfirst=tuple(page.standfirst),
        pictures=pictures,
        unplaced=(*page.mastheads[1:], *unplaced),
    )


def _signed(story: _Story) -> None:
    """Take names off the end of a story's text, unless several of its pieces have names: then each is an item of its
    own, and its names stay with it. So do names inside it: those of who asked what is answered there.
    """
    if len(story.signed) == 1 and story.signed[0][0] == len(story.pieces) - 1:
        at, text, names = story.signed[0]
        story.pieces[at] = replace(story.pieces[at], text=text)
        story.ending.append(names)


def _frozen_story(story: _Story) -> FoundStory:
    _signed(story)
    at_end = bool(story.ending) and not story.byline
    reasons = [
        name
        for name, there in (
            ("headline", story.headline), ("byline", story.byline), ("dateline", story.dateline),
            ("end-byline", story.ending), ("jump", story.jump_to or story.jump_from),
        )
        if there
    ]  # fmt: skip
    return FoundStory(
        tuple(story.headline),
        tuple(story.pieces),
        kicker=tuple(story.kicker),
        deck=tuple(story.deck),
        byline=tuple(story.ending if at_end else story.byline),
        byline_at_end=at_end,
        dateline=story.dateline,
        jump_to=story.jump_to,
        jump_from=story.jump_from,
        notes=(*story.notes, *(() if at_end else story.ending)),
        confidence=round(frequency(story.sure), 3),
        reasons=tuple(reasons),
    )
