"""Laws of what is told to be cut, over stories whose depth no reckoning tells: round a quote, from top to bottom, with
corners, pinned or not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.cli import main
from jxprint.composition.copyfit import StoryFit, copyfit
from jxprint.composition.cuts import Lines, cheapest_cuts, last_cuts, shortened
from jxprint.composition.making_up import make_up
from jxprint.composition.overset_proof import compose_overset
from jxprint.composition.trials import asked
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.messages import render, text
from jxprint.model import Page, Paragraph, Passage, Story

LAW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
QUOTE = '[[part]]\nletter = "Q"\nkind = "pull_quote"\ntext = "停了的钟也是准的，一天准两回"\nwithin = "A"\n'
TWO = "A A A B B\nC C C C C"
WHOLE = "A A A A A\nC C C C C"
# By kind: the dummy, keys of the story A, what follows it, and whether it needs a long copy to be over.
KINDS = {
    "round a quote, pinned": (TWO, "rows = 26", QUOTE + 'width = "10字"\nside = "middle"\n', False),
    "round a quote": (WHOLE, "", QUOTE + 'width = "16字"\nside = "right"\ndown = 6\n', True),
    "round a quote over legs of its own": (
        WHOLE, 'legs = 4\nremainder = "absolute"', QUOTE + 'width = "22字"\nside = "middle"\n', True,
    ),
    "vertical, pinned": (TWO, 'writing = "vertical"\nlegs = 2\nrows = 30', "", False),
    "vertical": (WHOLE, 'writing = "vertical"\nlegs = 3', "", True),
    "vertical beside its head": (TWO, 'writing = "vertical"\nhead = "vertical"\nrows = 24', "", False),
    "with corners": ("A A A B B\nA C C C C", "", "", True),
    "in unequal legs": (TWO, 'legs = 2\nremainder = "absolute"\nrows = 24', "", False),
    "pinned": (TWO, "rows = 24", "", False),
    "beside its head": (TWO, 'head_at = "beside"\nhead_columns = 1\nrows = 24', "", False),
}  # fmt: skip
SENTENCE = "江边的渡口今年春天重新开了，船工说两岸居民过江不必再绕行十二公里；孩子们在岸上数船，数到天黑也不肯回家。"


def _page(folder: Path, dummy: str, keys: str, more: str) -> Page:
    others = [letter for letter in "BC" if letter in dummy]
    parts = f'[[part]]\nletter = "A"\nkind = "story"\ncopy = "a.txt"\n{keys}\n{more}'
    parts += "".join(f'[[part]]\nletter = "{one}"\nkind = "story"\ncopy = "{one}.txt"\n' for one in others)
    folder.mkdir(parents=True, exist_ok=True)
    page = f'format = 1\ntitle = "试"\nstyle = "tabloid"\ndummy = """\n{dummy}\n"""\n{parts}'
    (folder / "page.toml").write_text(page, encoding="utf-8")
    for name in ("a", *others):
        (folder / f"{name}.txt").write_text(f"headline: 渡口\n\n{SENTENCE}\n", encoding="utf-8")
    return jxprint.read_page(folder)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """A page of each kind."""
    folder = tmp_path_factory.mktemp("reliefs")
    return {kind: _page(folder / str(k), *KINDS[kind][:3]) for k, kind in enumerate(KINDS)}


def with_copy(page: Page, lengths: list[int], *, long: bool) -> Page:
    """The page with a story A of paragraphs so long, every fifth under a subhead."""
    texts = [(SENTENCE * 8)[:length] for length in (lengths * 3 if long else lengths)]
    paragraphs: list[Paragraph] = []
    for number, one in enumerate(texts):
        if number % 5 == 4:
            paragraphs.append(Paragraph(Passage("灯下说船"), kind="subhead"))
        paragraphs.append(Paragraph(Passage(one)))
    return with_paragraphs(page, tuple(paragraphs))


def with_paragraphs(page: Page, paragraphs: tuple[Paragraph, ...]) -> Page:
    """The page with other copy in its story A."""
    story = page.part("A")
    assert isinstance(story, Story)
    return replace(page, parts=tuple(
        replace(story, paragraphs=paragraphs) if one.letter == "A" else one for one in page.parts
    ))  # fmt: skip


def answer(page: Page, library: Library) -> StoryFit:
    """What is told of story A."""
    return next(one for one in copyfit(page, library).stories if one.part == "A")


def without(page: Page, fit: StoryFit, count: int) -> Page:
    """The page once the first so many of the cuts that were told are made."""
    story = page.part("A")
    assert isinstance(story, Story)
    return shortened(page, story, fit.cuts[:count])


def is_over(page: Page, library: Library) -> bool:
    """Whether anything is asked of story A."""
    return "A" in asked(make_up(page, library))


def off_the_end(page: Page, characters: int) -> Page:
    """The page with so many characters off the end of story A, and a subhead that is left under them."""
    story = page.part("A")
    assert isinstance(story, Story)
    kept: list[Paragraph] = []
    left = sum(len(one.text) for one in story.paragraphs) - characters
    for one in story.paragraphs:
        if left > 0:
            kept.append(replace(one, passage=Passage(one.text[:left])))
            left -= len(one.text)
    return with_paragraphs(page, tuple(kept[:-1] if kept[-1].kind == "subhead" else kept))


@pytest.mark.parametrize("kind", KINDS)
@LAW
@given(lengths=st.lists(st.integers(5, 240), min_size=11, max_size=16))
def test_what_is_told_to_be_cut_is_enough_and_hardly_more(
    drawn: dict[str, Page], library: Library, kind: str, lengths: list[int]
) -> None:
    """Cut as told, the story fits; fewer characters by more than three lines, off its end, do not do; where nothing is
    told nothing off its end does.
    """
    page = with_copy(drawn[kind], lengths, long=KINDS[kind][3])
    fit = answer(page, library)
    if not fit.over:
        return
    measure = round(fit.measure)
    most = fit.cut - 3 * measure if fit.cuts else fit.characters - measure
    if fit.cuts:
        assert fit.over == sum(cut.lines for cut in fit.cuts)
        assert not is_over(without(page, fit, len(fit.cuts)), library)
    # Those near what is told tell most.
    for characters in {*range(max(1, most - 4 * measure), most, measure // 2), *(most * k // 6 for k in range(1, 6))}:
        assert characters <= 0 or is_over(off_the_end(page, characters), library), (characters, fit.cut)


@pytest.mark.parametrize("kind", KINDS)
@LAW
@given(lengths=st.lists(st.integers(5, 240), min_size=11, max_size=16), share=st.floats(0.1, 0.9))
def test_cutting_a_part_of_it_lowers_the_figure(
    drawn: dict[str, Page], library: Library, kind: str, lengths: list[int], share: float
) -> None:
    """A story of which some of what is told is cut is told to give less, and what it is told then does."""
    page = with_copy(drawn[kind], lengths, long=KINDS[kind][3])
    fit = answer(page, library)
    if not fit.cuts:
        return
    left = without(page, fit, max(1, int(len(fit.cuts) * share)))
    again = answer(left, library)
    assert again.cut < fit.cut
    assert again.cuts or not again.over
    assert not is_over(without(left, again, len(again.cuts)), library)


@pytest.mark.parametrize("kind", KINDS)
def test_a_story_that_can_give_is_told_what_as_it_is_cut_from_its_end(
    drawn: dict[str, Page], library: Library, kind: str
) -> None:
    """However much is off its end, there is a figure until the story fits, and each is lower than the one before."""
    lengths = [120, 33, 80, 154, 61, 97, 140, 12, 75, 210, 48, 88, 131, 66]
    page = with_copy(drawn[kind], lengths, long=KINDS[kind][3])
    story = page.part("A")
    assert isinstance(story, Story)
    figures: list[int] = []
    paragraphs = story.paragraphs
    while (fit := answer(with_paragraphs(page, paragraphs), library)).over:
        assert fit.cuts, (len(paragraphs), figures)
        figures.append(fit.cut)
        paragraphs = paragraphs[: -2 if paragraphs[-2].kind == "subhead" else -1]
    assert figures
    assert figures == sorted(figures, reverse=True)
    assert len(set(figures)) == len(figures)


def test_build_fit_and_proof_say_the_same(drawn: dict[str, Page], library: Library) -> None:
    """The lines and characters of the refusal are those of the table and of the marks in a proof."""
    for kind in ("round a quote, pinned", "vertical, pinned"):
        page = with_copy(drawn[kind], [150] * 12, long=False)
        fit = answer(page, library)
        with pytest.raises(OversetError) as refusal:
            jxprint.compose(page, library)
        (finding,) = refusal.value.findings
        assert (finding.args["lines"], finding.args["characters"]) == (fit.over, fit.cut)
        assert "about" not in render(finding, "en")
        note = next(one.note for one in compose_overset(page, library).regions if one.note is not None)
        assert (note.args["lines"], note.args["characters"]) == (fit.over, fit.cut)


def test_a_part_within_that_is_too_low_is_named(tmp_path: Path, library: Library) -> None:
    """`down = 200` on a page of 70 rows is told where it stands, with its key, and not as a story that is too long."""
    page = _page(tmp_path / "page", "A A A A A", "", QUOTE + 'width = "10字"\ndown = 200\n')
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (finding,) = refusal.value.findings
    assert finding.key == "composition.inset_too_low"
    assert (finding.args["down"], finding.place.line) == (200, page.part("Q").place.line)
    for language in ("en", "zh"):
        assert "down" in render(finding, language)
    page = _page(tmp_path / "deep", TWO, "rows = 6", QUOTE + 'width = "3字"\n')
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (finding,) = refusal.value.findings
    assert finding.key == "composition.inset_too_deep"
    assert text("fit.mark_no_cut", "en", lines=9) == "no room: 9 lines, and no cut would do"


def test_paragraphs_that_go_whole_are_told_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The end of a story goes with its subheads, told as paragraphs from one to another; unequal legs show both
    measures; a trial deeper than its page says so.
    """
    _page(tmp_path / "page", TWO, 'legs = 2\nremainder = "absolute"\nrows = 12', "")
    copy = "headline: 渡口\n\n" + "\n".join([SENTENCE, SENTENCE, "## 灯下说船", *[SENTENCE * 2] * 30]) + "\n"
    (tmp_path / "page" / "a.txt").write_text(copy, encoding="utf-8")
    assert main(["fit", str(tmp_path / "page")]) == 5
    told = capsys.readouterr().out
    assert "where paragraphs end (" in told
    assert "all of paragraphs 6 to 33" in told
    assert main(["--lang", "zh", "fit", str(tmp_path / "page")]) == 5
    assert "第 6 至 33 段全删" in capsys.readouterr().out
    assert main(["fit", str(tmp_path / "page"), "--try", "a"]) == 0
    assert "rows more than the 70 of the page" in capsys.readouterr().out


def test_the_end_of_a_text_goes_with_the_subhead_over_it() -> None:
    """Ways to cut four paragraphs: no paragraph whole for a line, the last ones whole where that is not enough."""
    copy = [Lines((10, 3)), Lines((4,), is_subhead=True), Lines((10, 8)), Lines((9,))]
    assert [(one.paragraph, one.characters) for one in cheapest_cuts(copy, 1)] == [(1, 3)]
    assert [(one.paragraph, one.characters) for one in cheapest_cuts(copy, 2)] == [(1, 3), (3, 8)]
    assert [(one.paragraph, one.characters, one.whole) for one in cheapest_cuts(copy, 3)] == [
        (2, 4, True), (3, 18, True), (4, 9, True),
    ]  # fmt: skip
    assert last_cuts(copy, 2)[0].paragraph == 3
    assert sum(one.lines for one in last_cuts(copy, 99)) == 5
    assert last_cuts([Lines((10, 10, 5), kept=2)], 3)[0].lines == 1
