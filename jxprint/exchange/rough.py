"""What readers of sources give: paragraphs as they came, and what of the source is no copy."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jxprint.model import Markup

# What a piece of text is marked as: a kind of `jxprint.model.Markup`, its value, and a number that tells two
# marks apart which stand beside each other and say the same. The outermost stands first.
Mark = tuple[str, str, int]

# What a source itself says of a paragraph; "" where it says nothing.
Role = Literal["", "kicker", "headline", "deck", "byline", "dateline", "subhead", "body"]
HEAD_ROLES: tuple[Role, ...] = ("kicker", "headline", "deck", "byline", "dateline")

# Why a text of the source is in no story file.
Kind = Literal[
    "deleted", "moved", "changed", "outside", "doctype",
    "comment", "hidden", "code", "link", "symbol", "picture", "header", "embargo", "version", "slug",
    "end_mark", "label", "mark", "body", "data",
]  # fmt: skip


class Piece(Struct, frozen=True):
    """Text that is marked alike."""

    text: str
    marks: tuple[Mark, ...] = ()


class Rough(Struct, frozen=True):
    """A paragraph as it came. `level` is that of a heading (1 is the highest), 0 of what is none; `line` is where it
    stands in the source, where that is known; `is_exact`: its text is to be taken as it is.
    """

    pieces: tuple[Piece, ...]
    role: Role = ""
    level: int = 0
    line: int | None = None
    is_exact: bool = False

    @property
    def text(self) -> str:
        """Its text as it came."""
        return "".join(piece.text for piece in self.pieces)


class Line(Struct, frozen=True):
    """A paragraph of copy: text without its markup, clean of what typing programs leave."""

    text: str
    markup: tuple[Markup, ...] = ()
    role: Role = ""
    line: int | None = None

    def cut(self, start: int, end: int | None = None) -> Line:
        """Code points [start, end) of it, stripped, with what markup they have."""
        end = len(self.text) if end is None else end
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        kept = (
            Markup(one.kind, max(one.start, start) - start, min(one.end, end) - start, one.value)
            for one in self.markup
            if one.start < end and one.end > start
        )
        return Line(piece.strip(), tuple(one for one in kept if one.start < one.end), self.role, self.line)

    def without(self, start: int, end: int) -> Line:
        """It without code points [start, end), and without blanks at its ends."""

        def moved(at: int) -> int:
            return at if at <= start else max(start, at - (end - start))

        kept = (Markup(one.kind, moved(one.start), moved(one.end), one.value) for one in self.markup)
        text = self.text[:start] + self.text[end:]
        return Line(text, tuple(one for one in kept if one.start < one.end), self.role, self.line).cut(0)

    def plain(self) -> Line:
        """Without weight and face where all of it has them: in a head that is the style's affair."""
        whole = {"strong", "kai"}
        kept = (one for one in self.markup if one.kind not in whole or (one.start, one.end) != (0, len(self.text)))
        return Line(self.text, tuple(kept), self.role, self.line)

    @property
    def is_strong(self) -> bool:
        """Whether all of it is strong."""
        return any(one.kind == "strong" and (one.start, one.end) == (0, len(self.text)) for one in self.markup)


class LeftOut(Struct, frozen=True):
    """A text of the source that is in no story file: why, where it stood, and all of it."""

    kind: Kind
    text: str
    where: str = ""
    line: int | None = None
