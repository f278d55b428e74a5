"""Where on a source everything of a page was found: by line the stretches with what each was taken for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct

from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.found import Decision, FoundStory, Text

# How each role looks, by the name that sentences have for it.
LOOK_OF = {
    "folio": "furniture", "masthead": "furniture", "page_head": "head", "page_kicker": "second", "page_deck": "second",
    "standfirst": "second", "caption": "picture", "credit": "picture", "kicker": "second", "head": "head",
    "deck": "second", "byline": "names", "dateline": "names", "end_byline": "names", "text": "text",
    "subhead": "subhead", "item": "form", "verse": "form", "row": "form", "note": "aside", "from": "aside",
    "jump": "aside", "unplaced": "unplaced",
}  # fmt: skip
_OF_PIECE = {"table": "row"}


class Stretch(Struct, frozen=True):
    """A stretch of a line (code points): its role, the story that it is in (from 0), and how that was decided."""

    start: int
    end: int
    role: str
    story: int | None
    decision: Decision | None


def stretches(found: Reconstruction) -> dict[int, list[Stretch]]:
    """By line the stretches in order."""
    decided: dict[int, list[tuple[int, int, Decision]]] = {}
    for one in found.page.decisions:
        for span in one.text.spans:
            decided.setdefault(span.line, []).append((span.start, span.end, one))
    rows: dict[int, list[Stretch]] = {}
    for role, story, text in _texts(found):
        for span in text.spans:
            there = decided.get(span.line, ())
            decision = next((one for start, end, one in there if start <= span.start < end), None)
            stretch = Stretch(span.start, span.end, role, story, decision)
            rows.setdefault(span.line, []).append(stretch)
    return {line: sorted(row, key=lambda one: one.start) for line, row in rows.items()}


def _texts(found: Reconstruction) -> Iterator[tuple[str, int | None, Text]]:
    page = found.page
    if page.masthead is not None:
        yield "masthead", None, page.masthead
    yield from (("masthead", None, one) for one in page.imprint)
    yield from (("masthead", None, one) for ear in page.ears for one in (*ear.title, *ear.lines))
    for role, texts in (
        ("folio", page.folios), ("page_kicker", page.kicker), ("page_head", page.headline), ("page_deck", page.deck),
        ("unplaced", page.unplaced),
    ):  # fmt: skip
        yield from ((role, None, one) for one in texts)
    yield from (("standfirst", None, piece.text) for piece in page.standfirst)
    for picture in page.pictures:
        yield "caption", None, picture.caption
        if picture.credit is not None:
            yield "credit", None, picture.credit
    for number, story in enumerate(page.stories):
        joined = {piece for one in found.stories[number].paragraphs if len(one.pieces) > 1 for piece in one.pieces}
        yield from ((role, number, text) for role, text in _of_story(story, joined))


def _of_story(story: FoundStory, joined: Container[int]) -> Iterator[tuple[str, Text]]:
    """What was joined to a paragraph is text, whatever it looked like."""
    byline = "end_byline" if story.byline_at_end else "byline"
    rows: Sequence[tuple[str, Sequence[Text]]] = (
        ("kicker", story.kicker), ("head", story.headline), ("deck", story.deck), (byline, story.byline),
        ("note", story.notes),
    )  # fmt: skip
    for role, texts in rows:
        yield from ((role, one) for one in texts)
    for role, text in (("dateline", story.dateline), ("jump", story.jump_to), ("from", story.jump_from)):
        if text is not None:
            yield role, text
    for at, piece in enumerate(story.pieces):
        yield "text" if at in joined else _OF_PIECE.get(piece.role, piece.role), piece.text


def file_of(row: Sequence[Stretch], files: Sequence[str]) -> str:
    """The file of a page's folder in which an answer about a line of the source is given."""
    for one in row:
        if one.story is not None:
            return files[one.story]
        if one.role in ("standfirst", "unplaced"):
            return f"{one.role}.txt"
    return "page.toml"
