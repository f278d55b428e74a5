"""Subheads that stand alone in their story, and which of them are headlines."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.reconstruct.because import decisions
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.lone_heads import FACTS, lone_subheads, without_lone
from jxprint.reconstruct.roles import CAPTION, END_BYLINE, HEAD, LEAD_BARE, SUBHEAD, TEXT
from jxprint.reconstruct.traits import traits_of
from jxprint.reconstruct.units import Unit, unit_of

_LONG = "本报讯（记者 周慧琪）镇里的干部介绍说，今年还要在两岸各修一处候船的亭子，再装四盏路灯，让夜里回家的人看得清。"
_MORE = "家住对岸的老师傅说，他每天过河两趟，算下来一年要走七百多趟，以前下雨就停渡，现在不怕了。"
_PAGE = [
    (HEAD, "渡口来了新船"), (LEAD_BARE, _LONG), (TEXT, _MORE), (TEXT, _MORE), (SUBHEAD, "读者信箱"), (TEXT, _MORE),
    (TEXT, _MORE),
]  # fmt: skip


def units_of(page: Sequence[tuple[int, str]]) -> list[Unit]:
    """Each line a unit."""
    return [unit_of([Line(text, number)]) for number, (_, text) in enumerate(page, 1)]


def labels_of(page: Sequence[tuple[int, str]], margin: float = 0.2) -> list[Label]:
    """Roles as they are said, none very sure."""
    return [Label(role, TEXT, margin) for role, _ in page]


def roles_after(page: Sequence[tuple[int, str]], margin: float = 0.2, fixed: int | None = None) -> list[int]:
    """The roles that a page's units come out with; the unit `fixed` is as somebody said."""
    said = None if fixed is None else [frozenset((one,)) if at == fixed else None for at, (one, _) in enumerate(page)]
    found = without_lone(labels_of(page, margin), traits_of(units_of(page)), said)
    return [one.role for one in found]


def test_a_subhead_without_a_fellow_behind_a_whole_text_opens_a_story() -> None:
    """And says why; its first paragraph is a story's."""
    units = units_of(_PAGE)
    found = without_lone(labels_of(_PAGE), traits_of(units))
    assert [one.role for one in found[4:6]] == [HEAD, LEAD_BARE]
    page = gathered(units, traits_of(units), found)
    assert [one.text for story in page.stories for one in story.headline] == ["渡口来了新船", "读者信箱"]
    signs: list[list[str]] = [[] for _ in units]
    told = decisions(units, signs, [("0", "")] * len(units), found)[4]
    assert (told.role, told.other, told.reasons[0]) == ("head", "subhead", "lone")


def test_two_subheads_of_a_story_stay() -> None:
    """They are fellows, whatever stands between them; another story's are none."""
    assert roles_after([*_PAGE, (SUBHEAD, "读者信箱"), (TEXT, _MORE)])[4] == SUBHEAD
    assert roles_after([*_PAGE, (CAPTION, "新船下水"), (SUBHEAD, "读者信箱"), (TEXT, _MORE)])[4] == SUBHEAD
    other = [*_PAGE, (HEAD, "稻子熟了"), (LEAD_BARE, _LONG), (SUBHEAD, "上期回音"), (TEXT, _MORE)]
    assert roles_after(other)[4] == HEAD


def test_a_subhead_behind_a_first_paragraph_stays() -> None:
    """A story has more to say before it ends, and its text ends with a sentence."""
    short = [*_PAGE[:1], (LEAD_BARE, _MORE), (SUBHEAD, "船工的一天"), *_PAGE[5:]]
    assert roles_after(short)[2] == SUBHEAD
    cut = [*_PAGE[:3], (TEXT, _MORE.removesuffix("，现在不怕了。")), (SUBHEAD, "船工的一天"), *_PAGE[5:]]
    assert roles_after(cut)[4] == SUBHEAD


def test_what_is_sure_or_said_by_a_person_stays() -> None:
    """A subhead whose signs are plain, and one that somebody called so."""
    plain = [*_PAGE[:4], (SUBHEAD, "两岸各修一处亭子，夜里回家看得清"), *_PAGE[5:]]
    assert roles_after(plain, margin=4.0)[4] == SUBHEAD
    assert roles_after(_PAGE, fixed=4)[4] == SUBHEAD


def test_a_subhead_with_no_text_before_or_behind_it_is_not_asked() -> None:
    """There would be a story of nothing."""
    for page in ([_PAGE[0], *_PAGE[4:]], [*_PAGE[:5], (END_BYLINE, "（卢静安）")]):
        assert not list(lone_subheads(labels_of(page), traits_of(units_of(page))))
    ((at, facts),) = lone_subheads(labels_of(_PAGE), traits_of(units_of(_PAGE)))
    assert at == 4
    assert len(facts) == len(FACTS)
