"""What holds together in a head whatever a model says: quotations and titles, numbers with what they count, foreign
names with their middle dot, names that the page knows; and where an editor has typed a joint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jxprint.text.han import HAN

_PAIRS = dict(zip("“‘《〈（【「『〔(", "”’》〉）】」』〕)", strict=True))
# Characters of a number in Han.
NUMERAL = "〇零一二三四五六七八九十百千万亿两几数半"
# What a numeral in Han counts by, those of two characters first: 一场, 三公里. Behind figures any Han will do.
_UNITS = (
    "平方公里|平方米|立方米|千瓦时|公里|公斤|公顷|千米|万元|亿元|人次|小时|分钟|周年|年代|个月|世纪|"
    "年|月|日|号|时|分|秒|天|周|岁|届|次|回|人|名|位|户|家|个|条|座|栋|间|场|项|件|份|批|支|只|头|匹|棵|株|"
    "亩|米|里|吨|斤|元|角|倍|成|度|级|层|代|辆|艘|架|台|部|本|册|篇|首|幅|张|片|块|颗|粒|双|对|套|类|种|步|线|口|门|站|期|站"
)
NUMBER = re.compile(
    rf"第?[+\-±￥$]?[0-9０-９]+(?:[.,:：/×+\-—～~][0-9０-９]+)*[%％‰℃]?(?:[{NUMERAL}]*(?:余|多)?(?:{_UNITS})|[十百千万亿]+|"
    rf"{HAN})?|第?[{NUMERAL}]+(?:余|多)?(?:{_UNITS})|第[{NUMERAL}]+"
)
_FIGURES = rf"(?:[0-9０-９]+|[{NUMERAL}]+)"
# A day with its month, a year by stem and branch, a range by its last unit, and degrees of frost.
_DATE = re.compile(
    rf"{_FIGURES}月{_FIGURES}[日号]?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
    rf"[0-9０-９.]+[到至][0-9０-９.]+(?:{_UNITS}|{HAN}|[℃%％])|零下[0-9０-９.]+(?:℃|度)?"
)
# 三十年如一日: one phrase, whatever the years.
_ALIKE = re.compile(rf"[0-9０-９{NUMERAL}]+[年天日]如一[日天]")
# Letters of any script.
_LETTER = r"[^\W\d_]"
_DOTTED = re.compile(rf"{_LETTER}{{1,6}}(?:[·・]{_LETTER}{{1,6}})+")
# Of the run of Han on either side of a middle dot so many surely are of the name; how far it goes the characters tell
# that foreign names are written with.
_SURE_OF_NAME = 2
# A long name, which a narrow head may not hold, is parted behind its dot sooner than smaller type is taken.
_LONG_NAME, _DOT_SHARE = 8, 0.14
_OF_NAMES = frozenset(
    "阿埃艾安昂奥巴白班邦保鲍贝本比彼宾波博伯勃布卜查达戴丹当道德登迪蒂丁东杜敦多顿厄恩尔法范菲费芬丰冯弗夫福富盖冈高戈格根贡"
    "古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰津卡凯坎康考科克肯孔库夸昆拉莱赖兰朗劳勒雷里利莉林琳龙隆卢鲁伦罗洛马玛迈麦曼"
    "芒毛梅门蒙米密莫默姆穆娜纳奈瑙内尼妮宁纽努诺欧帕派潘庞佩彭皮珀普奇乔切琴丘热仁茹瑞若萨塞桑瑟森沙莎绍舍什圣施舒斯丝思松苏索"
    "塔泰坦汤唐陶特腾廷图土吐托瓦旺韦维温沃乌武希锡夏香肖谢辛欣雄休许雅亚延扬耶叶伊因英尤扎泽曾詹章哲珍芝治兹佐孜买提江汗丽娅合木"
)
# Codes of standards, models, licence plates: letters and figures in one (GB/T15834, C919, Wi-Fi).
_CODE = re.compile(r"[A-Za-z0-9]+(?:[/.\-][A-Za-z0-9]+)*")
_CODE_SHARE = 0.5
_ORDINAL_SHARE = 1.5
_JOINT = re.compile(r"[ \u3000]+|[，。；！？、：—…]+(?=[^，。；！？、：—…”’》）])")
# Between two parts of one sentence; a colon behind a speaker or a place parts more than a comma in a list.
_WEAK = "、"
# Of a byline what is no name.
_CALLINGS = frozenset(("记者", "通讯员", "本报记者", "见习记者", "实习生", "特约记者", "摄影", "文", "图"))


def held_stretches(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, float]]:
    """Characters [start, end) that are parted only where nothing else helps, and how strongly (1: most)."""
    yield from _quoted(text)
    for match in NUMBER.finditer(text):
        yield match.start(), match.end(), 1.0
        if match.group().startswith("第"):  # an ordinal is a number no more without it
            yield match.start(), match.start() + 2, _ORDINAL_SHARE
    for phrase in (_DATE, _ALIKE):
        for match in phrase.finditer(text):
            yield match.start(), match.end(), 1.0
    yield from _dotted(text)
    yield from _codes(text)
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


def latin_words(text: str) -> Iterator[int]:
    """Where Latin words begin behind Han."""
    found = (match.start() for match in _CODE.finditer(text) if match.group()[0].isalpha())
    return (at for at in found if at and "\u4e00" <= text[at - 1] <= "\u9fff")


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
        first, last = dots[0] - 1, dots[-1] + 1
        while first > match.start() and text[first - 1] in _OF_NAMES and text[first] in _OF_NAMES:
            first -= 1
        while last + 1 < match.end() and text[last + 1] in _OF_NAMES and text[last] in _OF_NAMES:
            last += 1
        start = max(match.start(), min(first, dots[0] - _SURE_OF_NAME))
        end = min(match.end(), max(last, dots[-1] + _SURE_OF_NAME) + 1)
        yield start, end, _DOT_SHARE if end - start >= _LONG_NAME else 1.0
        yield from ((begin, until, 1.0) for begin, until in pairwise((start, *(dot + 1 for dot in dots), end)))


def _codes(text: str) -> Iterator[tuple[int, int, float]]:
    for match in _CODE.finditer(text):
        yield match.start(), match.end(), _CODE_SHARE
