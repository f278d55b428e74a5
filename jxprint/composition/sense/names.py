"""Names in a head that no table has: people (人名) by their surnames and by the story's text, and whatever else stands
in that as well, at least once between two marks. Few are signed in a byline.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.sense.lexicon import lexicon
from jxprint.composition.sense.particles import LEAD_ON, LEAN_BACK, SURNAMES

# 复姓, but for those that begin common words (东方, 百里, 第五, 长孙).
_COMPOUND = (
    "欧阳", "诸葛", "司马", "上官", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "端木", "南宫",
    "呼延", "轩辕", "独孤", "钟离", "鲜于", "申屠", "澹台", "濮阳", "淳于", "赫连", "完颜", "耶律", "拓跋", "司空",
)  # fmt: skip
_GIVEN = 2
_NOT_GIVEN = frozenset("的了在等说是与")
_TWICE = 2
# Shorter runs between marks are words, which the table has or `own_words` finds; longer ones are clauses.
_SHORTEST, _LONGEST = 4, 12
# What stands in a clause and in no name.
OF_CLAUSES = frozenset("的了着过是在有没不也都就还又很能要把被让给对从")


def names_in(text: str, body: str) -> Iterator[str]:
    """The names in a head, as far as they themselves or its story's text tell."""
    at = 0
    while at < len(text):
        name = _person(text, at, body) or _between_marks(text, at, body)
        if name:
            yield name
        at += len(name) or 1


def _person(text: str, at: int, body: str) -> str:
    """The name of a person that begins at a character. Two characters behind a surname of two are sign enough, unless
    the text has one of them alone; behind a shorter surname the text must have both, and more than once.
    """
    surname = text[at : at + 2] if text[at : at + 2] in _COMPOUND else text[at]
    short, name = text[at : at + len(surname) + 1], text[at : at + len(surname) + _GIVEN]
    if not all("\u4e00" <= char <= "\u9fff" for char in name) or len(short) == len(surname):
        return ""
    if len(surname) > 1:
        return short if short in lexicon() or name[-1] in _NOT_GIVEN or body.count(short) > body.count(name) else name
    times = body.count(name)
    if surname not in SURNAMES or len(name) == len(short) or times < _TWICE or short in lexicon() or name in lexicon():
        return ""
    behind = text[at + len(name) : at + len(name) + 1]
    goes_on = behind not in LEAD_ON and behind not in LEAN_BACK and body.count(name + behind) == times
    return "" if goes_on or text[max(0, at - 1) : at + 1] in lexicon() else name


def _between_marks(text: str, at: int, body: str) -> str:
    """The longest run from a character on that the text has twice, once of these between two marks."""
    for end in range(min(len(text), at + _LONGEST), at + _SHORTEST - 1, -1):
        run = text[at:end]
        if body.count(run) >= _TWICE and run.isalnum() and OF_CLAUSES.isdisjoint(run) and _stands_alone(run, body):
            return run
    return ""


def _stands_alone(run: str, body: str) -> bool:
    at = body.find(run)
    while at >= 0:
        end = at + len(run)
        if not body[at - 1 : at].isalnum() and not body[end : end + 1].isalnum():
            return True
        at = body.find(run, at + 1)
    return False
