"""Parts that did not change stand; parts that did are set anew; the page is the same either way."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.composition import compose, standing
from jxprint.fonts import Library
from jxprint.model import Page, Paragraph, Passage, Story
from jxprint.placed import PlacedPage


def _changed(page: Page, letter: str, text: str) -> Page:
    """The page with the first paragraph of a story exchanged."""
    parts = []
    for part in page.parts:
        if part.letter == letter and isinstance(part, Story):
            first = Paragraph(Passage(text, part.paragraphs[0].passage.place))
            part = replace(part, paragraphs=(first, *part.paragraphs[1:]))
        parts.append(part)
    return replace(page, parts=tuple(parts))


def _from_nothing(page: Page, library: Library) -> PlacedPage:
    standing._pages.clear()
    return compose(page, library)


def test_only_the_changed_story_is_set_anew(jiaxing: Page, library: Library) -> None:
    """The articles of all other parts are the very objects that stood before."""
    before = _from_nothing(jiaxing, library)
    text = next(part for part in jiaxing.parts if part.letter == "A" and isinstance(part, Story)).paragraphs[0].text
    after = compose(_changed(jiaxing, "A", "人" + text[1:]), library)
    same = [one.part for one, other in zip(before.articles, after.articles, strict=True) if one is other]
    assert "A" not in same
    assert len(same) == len(jiaxing.parts) - 1


def test_standing_type_changes_nothing(jiaxing: Page, library: Library) -> None:
    """A page made up after another version of itself is the page made up from nothing."""
    short = _changed(jiaxing, "A", "短。")
    _from_nothing(jiaxing, library)
    assert compose(short, library) == _from_nothing(short, library)


def test_another_style_lets_nothing_stand(jiaxing: Page, library: Library) -> None:
    """Type stands for the style that it was set in."""
    _from_nothing(jiaxing, library)
    roles = dict(jiaxing.style.roles)
    roles["byline"] = replace(roles["byline"], size_pt=9.0)
    other = replace(jiaxing, style=replace(jiaxing.style, roles=roles))
    assert compose(other, library) == _from_nothing(other, library)
