"""What holds together in a head whatever a model says: quotations and titles, numbers with what they count, foreign
names with their middle dot, names that the page knows; and where an editor has typed a joint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PAIRS = dict(zip("“‘《〈（【「『〔(", "”’》〉）】」』〕)", strict=True))
# Characters of a number in Han.
NUMERAL = "〇零一二三四五六七八九十百千万亿两几数半"
# What a numeral in Han counts by, those of two characters first: 一场, 三公里. Behind figures any Han will do.
_UNITS = (
    "平方公里|平方米|立方米|千瓦时|公里|公斤|公顷|千米|万元|亿元|人次|小时|分钟|周年|年代|个月|世纪|"
    "年|月|日|号|时|分|秒|天|周|岁|届|次|回|人|名|位|户|家|个|条|座|栋|间|场|项|件|份|批|支|只|头|匹|棵|株|"
    "亩|米|里|吨|斤|元|角|倍|成|度|级|层|代|辆|艘|架|台|部|本|册|篇|首|幅|张|片|块|颗|粒|双|对|套|类|种|步|线|口|门|站|期|站"
)
_NUMBER = re.compile(
    rf"第?[+\-±￥$]?[0-9０-９]+(?:[.,:：/×+\-—～~][0-9０-９]+)*[%％‰℃]?(?:[{NUMERAL}]*(?:余|多)?(?:{_UNITS})|[十百千万亿]+|"
    rf"[\u4e00-\u9fff])?|第?[{NUMERAL}]+(?:余|多)?(?:{_UNITS})|第[{NUMERAL}]+"
)
# 三十年如一日: one phrase, whatever the years.
_ALIKE = re.compile(rf"[0-9０-９{NUMERAL}]+[年天日]如一[日天]")
_HAN = "\u4e00-\u9fff"
_DOTTED = re.compile(rf"[{_HAN}A-Za-z]{{1,6}}(?:[·・][{_HAN}A-Za-z]{{1,6}})+")
# Of the run of Han on either side of a middle dot so many surely are of the name; how far it goes nobody can tell.
_SURE_OF_NAME = 2
_JOINT = re.compile(r"[ \u3000]+|[，。；！？、：—…]+(?=[^，。；！？、：—…”’》）])")
# Between two parts of one sentence; a colon behind a speaker or a place parts more than a comma in a list.
_WEAK = "、"
# Of a byline what is no name.
_CALLINGS = frozenset(("记者", "通讯员", "本报记者", "见习记者", "实习生", "特约记者", "摄影", "文", "图"))


def held_stretches(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, float]]:
    """Characters [start, end) that are parted only where nothing else helps, and how strongly (1: most)."""
    yield from _quoted(text)
    for match in _NUMBER.finditer(text):
        yield match.start(), match.end(), 1.0
    for match in _ALIKE.finditer(text):
        yield match.start(), match.end(), 1.0
    yield from _dotted(text)
    for name in names:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name), 1.0
            at = text.find(name, at + 1)


def typed_joints(text: str) -> Iterator[int]:
    """Where a line may begin because a mark or a blank stands before it: behind a comma, a colon, a space."""
    for match in _JOINT.finditer(text):
        if match.end() < len(text) and match.group() != _WEAK:
            yield match.end()


def signed(byline: Iterable[str]) -> Iterator[str]:
    """The names in the lines of a byline."""
    words = (word for line in byline for word in line.replace("\u3000", " ").split())
    return (word for word in words if len(word) > 1 and word not in _CALLINGS)


def _quoted(text: str) -> Iterator[tuple[int, int, float]]:
    """Quotations, titles and brackets with their marks; what is within one that is long is parted more lightly."""
    waiting: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            waiting.append((_PAIRS[char], at))
        elif waiting and char == waiting[-1][0]:
            _, start = waiting.pop()
            yield start, at + 1, 0.6


def _dotted(text: str) -> Iterator[tuple[int, int, float]]:
    for match in _DOTTED.finditer(text):
        dots = [at for at in range(match.start(), match.end()) if text[at] in "·・"]
        yield max(match.start(), dots[0] - _SURE_OF_NAME), min(match.end(), dots[-1] + _SURE_OF_NAME + 1), 1.0
