"""Laws of copyfitting over pages that nobody would draw: the answer holds, and only what the style allows is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from drawn_pages import Folder, folders, write_folder
from jxprint.composition.copyfit import Copyfit, StoryFit, copyfit
from jxprint.errors import Finding, JxprintError
from jxprint.fonts import Library
from jxprint.model import Page, Paragraph, Standfirst, Story
from jxprint.model.style import Fitting, FittingStep

LAW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
STEPS: tuple[FittingStep, ...] = ("marks", "head", "picture", "pitch")
ORDERS = st.lists(st.sampled_from(STEPS), unique=True, max_size=4).map(tuple)
FITTINGS = st.builds(Fitting, ORDERS, st.sampled_from((None, 14.0)), st.sampled_from((None, 15.6)), st.integers(0, 2))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages are written."""
    return tmp_path_factory.mktemp("drawn") / "page"


def read(folder: Path, files: Folder, fitting: Fitting) -> Page | None:
    """The page in a style that allows so much, None where it is refused before that."""
    write_folder(folder, files)
    try:
        page = jxprint.read_page(folder)
    except JxprintError:
        return None
    return replace(page, style=replace(page.style, fitting=fitting))


def is_text(paragraph: Paragraph | None) -> bool:
    """Whether there is a paragraph, and not a subhead."""
    return paragraph is not None and paragraph.kind != "subhead"


def without(page: Page, story: StoryFit) -> Page:
    """The page with the characters cut that the answer names, at the ends of their paragraphs."""
    part = page.part(story.part)
    while isinstance(part, Story) and part.jump_from is not None:  # the copy is where the story begins
        part = page.part(part.jump_from.letter)
    assert isinstance(part, (Story, Standfirst))
    paragraphs: list[Paragraph | None] = list(part.paragraphs)
    for cut in story.cuts:
        passage = part.paragraphs[cut.paragraph - 1].passage
        shorter = replace(passage, text=passage.text[: -cut.characters].rstrip(), markup=())
        whole = cut.characters >= len(passage.text)
        paragraphs[cut.paragraph - 1] = None if whole else replace(part.paragraphs[cut.paragraph - 1], passage=shorter)
    left = [one for one in paragraphs if one is not None]
    # A subhead goes with what stood under it.
    kept = [one for one, under in zip(left, [*left[1:], None], strict=True) if one.kind != "subhead" or is_text(under)]
    cut_part = replace(part, paragraphs=tuple(kept))
    return replace(page, parts=tuple(cut_part if one.letter == part.letter else one for one in page.parts))


def wanting(fit: Copyfit) -> int:
    """How many lines all stories are over."""
    return sum(one.over for one in fit.stories)


@LAW
@given(files=folders(), fitting=FITTINGS)
def test_what_fits_is_what_composes(folder: Path, library: Library, files: Folder, fitting: Fitting) -> None:
    """The answer and the build never disagree; asked twice, the answer is the same; nothing is done that the style does
    not allow, nor more than it has to be.
    """
    page = read(folder, files, fitting)
    if page is None:
        return
    fit = copyfit(page, library)
    again = copyfit(page, library)
    assert again == fit
    try:
        jxprint.compose(page, library)
        refused: tuple[Finding, ...] = ()
    except JxprintError as refusal:
        refused = refusal.findings
    assert {one.key for one in refused} == {one.key for one in fit.findings}
    assert refused or not wanting(fit)
    done = [*fit.fitted, *(one for story in fit.stories for one in story.fitted)]
    assert {one.step for one in done} <= {*fitting.order, *(("pitch",) if fitting.pitch_most_pt else ())}
    least, most = fitting.pitch_least_pt or 15.0, fitting.pitch_most_pt or 15.0
    assert least - 1e-9 <= fit.pitch_pt <= most + 1e-9
    as_it_is = copyfit(replace(page, style=replace(page.style, fitting=Fitting(("picture",)))), library)
    if as_it_is.ok and not as_it_is.fitted:
        assert all(one.step in ("picture", "pitch") for one in done)


@LAW
@given(files=folders())
def test_what_the_answer_cuts_is_enough(folder: Path, library: Library, files: Folder) -> None:
    """A text that is over alone fits once the characters named are cut."""
    page = read(folder, files, Fitting(()))
    if page is None:
        return
    fit = copyfit(page, library)
    over = [one for one in fit.stories if one.over]
    if len(over) != 1 or not over[0].cuts or over[0].shared:
        return
    again = copyfit(without(page, over[0]), library)
    assert not wanting(again)
