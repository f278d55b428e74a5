"""A sample of the spoiled files of `make fuzz`: none crashes the checker, and none passes that looks otherwise."""

from __future__ import annotations

import pytest
from PIL import ImageChops

from fuzz.goods import Good, Look, goods
from fuzz.mutations import MUTATIONS, spoiled
from fuzz.trial import REFUSED, TOLD, WRONG, tried

FILES, PARTS = 400, 4


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Good]:
    """The good files."""
    return goods(tmp_path_factory.mktemp("goods"))


@pytest.mark.parametrize("part", range(PARTS))
def test_spoiled_files_are_told_or_refused(made: list[Good], part: int) -> None:
    """Or pass where nothing that one reads or sees is another."""
    trials = [tried(made, number) for number in range(part, FILES, PARTS)]
    assert [(one.number, one.outcome, one.told) for one in trials if one.outcome in WRONG] == []
    assert {one.outcome for one in trials} >= {TOLD, REFUSED}


def test_a_number_always_makes_the_same_file(made: list[Good]) -> None:
    """Wherever it is made; and all manners of spoiling have their turn."""
    for number in range(40):
        assert spoiled(made, number) == spoiled(made, number)
    assert {spoiled(made, number)[1] for number in range(200)} == {one.__name__ for one in MUTATIONS}


def test_what_looks_otherwise_is_no_rightful_pass(made: list[Good]) -> None:
    """The judge of passes sees that a line is gone, and takes no offence at one that stands a pixel off."""
    look = made[0].look
    picture = look.pictures[0]
    left, top, right, bottom = picture.point(lambda grey: 255 * (grey < 128)).getbbox() or (0, 0, 0, 0)
    gone = picture.copy()
    gone.paste(255, (left, (top + bottom) // 2, right, bottom))
    aside = tuple((a + 1, b, c + 1, d) for a, b, c, d in look.boxes[0])
    afar = tuple((a + 19, b, c + 19, d) for a, b, c, d in look.boxes[0])
    assert look.is_like(look)
    assert Look(look.text, (aside,), (ImageChops.offset(picture, 1, 0),)).is_like(look)
    assert not Look(look.text, (afar,), (ImageChops.offset(picture, 19, 0),)).is_like(look)
    assert not Look(look.text, look.boxes, (gone,)).is_like(look)
    assert not Look((), look.boxes, look.pictures).is_like(look)
