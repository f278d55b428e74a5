"""What a page was found to consist of: parts in the order of the dump, stories as the pieces that the dump has.

A piece is what the dump has between two breaks. Whether it is a paragraph or only as much of one as stood in a column
is decided later (`jxprint/reconstruct/legs.py`). Texts are diplomatic but for the width of marks.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

PieceRole = Literal["text", "subhead", "item", "verse", "table", "note"]


class Span(Struct, frozen=True):
    """Characters of one line of the source: its number, and code points from `start` to `end`."""

    line: int
    start: int
    end: int


class Text(Struct, frozen=True):
    """A text with the places it was read from, in order; blanks between places are layout."""

    text: str
    spans: tuple[Span, ...]


class Piece(Struct, frozen=True):
    """A piece of a story's text and what it is. `sure` (0 to 1) is how sure its role is."""

    text: Text
    role: PieceRole = "text"
    sure: float = 1.0


class FoundPicture(Struct, frozen=True):
    """A caption and its credit, which may have been glued to the caption that follows; `glued` says so."""

    caption: Text
    credit: Text | None = None
    glued: bool = False


class FoundEar(Struct, frozen=True):
    """What stands beside a nameplate (报眼): its title, if it has one, and its lines."""

    title: tuple[Text, ...]
    lines: tuple[Text, ...]


class FoundStory(Struct, frozen=True):
    """A story: its head, what stands about its text, and its pieces. `byline_at_end`: the byline closes the text.
    `confidence` (0 to 1) is how often a head so sure is right (`calibrated`); `reasons` are keys of sentences.
    """

    headline: tuple[Text, ...]
    pieces: tuple[Piece, ...]
    kicker: tuple[Text, ...] = ()
    deck: tuple[Text, ...] = ()
    byline: tuple[Text, ...] = ()
    byline_at_end: bool = False
    dateline: Text | None = None
    jump_to: Text | None = None
    jump_from: Text | None = None
    notes: tuple[Text, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


class Decision(Struct, frozen=True):
    """What a stretch of the source was taken for, how sure that is (0 to 1), what it may be instead, and what speaks
    for it, the strongest first: keys of sentences (`structure.because.…`). Roles are those of `roles`.
    """

    text: Text
    role: str
    sure: float
    other: str
    reasons: tuple[str, ...] = ()


class FoundPage(Struct, frozen=True):
    """A page; `unplaced` is what could be given no place: it is told and kept, never lost. Every character of the
    source that is no blank stands in just one span of these parts. `decisions` say of each stretch what it was taken
    for. `imprint` are the lines that go with the masthead, or with a nameplate: date, number, who edits. The last
    pictures are `advertisements`, of which nothing is told but the label.
    """

    stories: tuple[FoundStory, ...]
    masthead: Text | None = None
    folios: tuple[Text, ...] = ()
    kicker: tuple[Text, ...] = ()
    headline: tuple[Text, ...] = ()
    deck: tuple[Text, ...] = ()
    standfirst: tuple[Piece, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()
    unplaced: tuple[Text, ...] = ()
    decisions: tuple[Decision, ...] = ()
    imprint: tuple[Text, ...] = ()
    advertisements: int = 0
    ears: tuple[FoundEar, ...] = ()

    def without_furniture(self) -> FoundPage:
        """The page with what stands beside and below its masthead, and with labels of advertisements, among what has no
        place.
        """
        ears = [text for one in self.ears for text in (*one.title, *one.lines)]
        count = len(self.pictures) - self.advertisements
        labels = [one.caption for one in self.pictures[count:]]
        unplaced = tuple(sorted((*self.imprint, *ears, *labels, *self.unplaced), key=_line_of))
        pictures = self.pictures[:count]
        return replace(self, imprint=(), ears=(), advertisements=0, pictures=pictures, unplaced=unplaced)


def _line_of(text: Text) -> int:
    return text.spans[0].line
