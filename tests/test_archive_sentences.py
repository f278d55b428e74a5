"""What the check says of kept files that disagree, as people read it."""

from __future__ import annotations

import pytest

from jxprint.checker.kept.facts import disagreeing
from jxprint.messages import render

OUTLINE = ((828.0, 1200.5), (900.0, 1200.5), (900.0, 1300.0))


@pytest.mark.parametrize(
    ("at", "what", "values", "sentence"),
    [
        (-1, "paper", ("日报", "晚报"), "the edition: newspaper is “晚报”, and in a.xml it is “日报”"),
        (0, "language", ("zh-CN", "ja-CN"), "page 1: language is “ja-CN”, and in a.xml it is “zh-CN”"),
        (
            0,
            "outline",
            ((OUTLINE,), ((*OUTLINE[:2], OUTLINE[1]),)),
            "outline is “900, 1200.5”, and in a.xml it is “900, 1300”",
        ),
    ],
)
def test_what_disagrees_is_said_as_people_say_it(
    at: int, what: str, values: tuple[object, object], sentence: str
) -> None:
    """The edition is no page 0, and a place is two numbers."""
    one, two = ([(at, {("", what): value})] for value in values)
    [finding] = disagreeing({"a.xml": one, "b.xml": one, "c.xml": two})
    assert sentence in render(finding, "en")


def test_what_no_file_says_is_the_copy_s() -> None:
    """No name of a file is missing from the sentence."""
    [finding] = disagreeing({"": [(0, {("", "language"): "zh-CN"})], "c.xml": [(0, {("", "language"): "ja-CN"})]})
    assert "in the copy it is “zh-CN”" in render(finding, "en")
