"""Copy files drawn from what was read: everything that was found stands in one of them, or in page.toml.

What has no place of its own in a story (a jump line, the byline of a story without a head) stands as a paragraph, or
below the head, where the dump had it; what has none on the page is the unplaced part (余稿).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxprint.model import Paragraph, Passage, Story
from jxprint.reconstruct.found import FoundPage, FoundStory, Text
from jxprint.reconstruct.joining import Joined
from jxprint.reconstruct.recipe import STAND_IN

STANDFIRST_FILE, UNPLACED_FILE = "standfirst.txt", "unplaced.txt"
# Copy may not have these: a tab is a blank of no certain width, and a damaged character is a sort that is wanting.
_SHOWN_AS = str.maketrans({"\t": " ", "\ufffd": STAND_IN})
_SUBHEAD_SIGNS = "#＃"


def passage(text: str) -> Passage:
    """A text as copy may have it."""
    return Passage(text.translate(_SHOWN_AS).strip(" \u3000"))


def spelt(text: str) -> str:
    """A text as it is spelled in page.toml."""
    from jxprint.description.markup import spelled  # a proposal that is only printed is not spelled

    return spelled(passage(text))


def is_story(story: FoundStory, kept: bytes | None = None) -> bool:
    """Whether it has what a story needs, a head and some text; else it is set as text alone. Where a person changed its
    file, the file that is `kept` says so.
    """
    if kept is not None:
        from jxprint.description.stories import read_story  # a new page has no such file

        return "headline" in read_story(kept.decode("utf-8", "replace"), "", []).header
    return bool(story.headline and story.pieces)


def lead_of(story: FoundStory) -> list[Text]:
    """What stands before a story's text as paragraphs of it: nothing, where it has a head of its own."""
    if is_story(story):
        return []
    opening = [story.jump_from] if story.jump_from is not None else []
    byline = () if story.byline_at_end else story.byline
    dateline = [story.dateline] if story.dateline is not None else []
    return [*story.kicker, *story.headline, *story.deck, *opening, *byline, *dateline]


def copy_files(page: FoundPage, stories: Sequence[tuple[str, FoundStory, Sequence[Joined]]]) -> Mapping[str, str]:
    """The copy by file name, in the spelling of story files."""
    files: dict[str, str] = {}
    if page.standfirst:
        files[STANDFIRST_FILE] = _plain(piece.text.text for piece in page.standfirst)
    for file, story, paragraphs in stories:
        files[file] = _story_file(story, paragraphs)
    if page.unplaced:
        files[UNPLACED_FILE] = _plain(one.text for one in page.unplaced)
    return files


def _plain(texts: Iterator[str]) -> str:
    """Paragraphs alone; a sign that would make one a subhead is left to the source."""
    from jxprint.description.markup import spelled

    shown = (passage(text.lstrip(" \u3000\t")) for text in texts)
    return "".join(f"{spelled(_unsigned(one))}\n" for one in shown if one.text)


def _unsigned(one: Passage) -> Passage:
    """Without the signs that would make a subhead of it, unless there is nothing else."""
    text = one.text
    if text[:1] in _SUBHEAD_SIGNS and text[1:2] in _SUBHEAD_SIGNS and len(text) > 1:
        return Passage(text.lstrip(_SUBHEAD_SIGNS + " \u3000") or text[0])
    return one


def _story_file(story: FoundStory, paragraphs: Sequence[Joined]) -> str:
    from jxprint.description.canonical import spell_story

    ending = [*story.notes, *([story.jump_to] if story.jump_to is not None else [])]
    if story.byline_at_end:
        ending = [*story.byline, *ending]
    if not is_story(story):
        return _plain(text for text in (*_texts(lead_of(story)), *(one.text for one in paragraphs), *_texts(ending)))
    has_text = any(one.role != "subhead" for one in paragraphs)
    body = [_paragraph(one, has_text) for one in paragraphs]
    deck = (*story.deck, *((story.jump_from,) if story.jump_from is not None else ()))
    body += [Paragraph(passage(one)) for one in _texts(ending)]
    return spell_story(
        Story(
            letter="A",
            name="",
            headline=_passages(story.headline),
            kicker=_passages(story.kicker),
            deck=_passages(deck),
            byline=() if story.byline_at_end else _passages(story.byline),
            dateline=passage(story.dateline.text) if story.dateline is not None else None,
            paragraphs=tuple(body),
        )
    )


def _paragraph(one: Joined, has_text: bool) -> Paragraph:
    return Paragraph(_unsigned(passage(one.text)), "subhead" if one.role == "subhead" and has_text else "body")


def _texts(texts: Sequence[Text]) -> Iterator[str]:
    return (one.text for one in texts)


def _passages(texts: Sequence[Text]) -> tuple[Passage, ...]:
    return tuple(passage(one.text) for one in texts)
