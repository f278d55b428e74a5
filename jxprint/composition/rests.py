"""What is left of a story that was cut: paragraphs from a code point on, with their markup and places in the file."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.model import Markup, Passage, Story, readings
from jxprint.placed import Cut


def continued(source: Story, cut: Cut, target: Story) -> Story:
    """The part that a story goes on in, with the text that is left over."""
    paragraphs = list(source.paragraphs[cut.paragraph :])
    if cut.offset:
        first = paragraphs[0]
        paragraphs[0] = replace(first, passage=_behind(first.passage, cut.offset))
    return replace(target, paragraphs=tuple(paragraphs), resumes=bool(cut.offset), before=source.before + cut.paragraph)


def _behind(passage: Passage, offset: int) -> Passage:
    """A passage from `offset` on, its markup and its place in the file with it."""
    markup = [_cut_markup(passage, one, offset) for one in passage.markup if one.end > offset]
    place = passage.at(offset)
    shift = (place.column or 1) - (passage.place.column or 1) - offset
    columns = tuple((start - offset, further - shift) for start, further in passage.columns if start > offset)
    return Passage(passage.text[offset:], place, tuple(markup), columns)


def _cut_markup(passage: Passage, one: Markup, offset: int) -> Markup:
    moved = replace(one, start=max(0, one.start - offset), end=one.end - offset)
    if one.kind != "ruby" or one.start >= offset:
        return moved
    return replace(moved, value=" ".join(said for start, _, said in readings(passage.text, (one,)) if start >= offset))
