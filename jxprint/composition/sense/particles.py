"""Little words that lean on a neighbour: what opens no line of a head gladly, and what ends none.

A character counts where it stands alone between two joints of words: the 和 of 和平 does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxprint.composition.sense.held import NUMBER
from jxprint.composition.sense.lexicon import kind_of

# 的 and its kin belong to what stands before them, suffixes make a word with it (现代化, 气象站).
LEAN_BACK = frozenset("的了们着过地得等吗呢吧啊之")
_SUFFIXES = frozenset(
    "性化率者员家师界业品所院校馆厂店城港站段带村县区镇乡市省州局厅部处科队团组路街桥楼节会赛展奖法版期力量度型式类"
)
# Prepositions, conjunctions and adverbs lead to what stands behind them, and so do those that make one word with it.
LEAD_ON = frozenset("和与及或在把被对从向为以于将让使给由不未已再更最很都也就又得")
_PREFIXES = frozenset("新老大小高首第全各每本我再非总副超多双")
# 引得来, 留得住: what a verb comes to.
_COMPLEMENTS = frozenset("来去住好到起上下出过开动见完成了")
_LEANING, _MAKING = 3.0, 1.5
# Behind a common surname that stands alone, one or two characters alone are taken for a name.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤俞祝"
)
_NAME = 4.0


# Two characters alone that are none of these are likely one word that the table lacks.
_UNKNOWN = 1.2
# One of a kind before one of another, where a head parts less well than between what is told of and what is told of it:
# a verb from its object, what describes from what it describes, the nouns of one term.
_TERMS: dict[str, float] = {
    "nn": 1.0, "wn": 1.0, "nw": 0.8, "ww": 0.8, "vn": 1.4, "vw": 1.4, "an": 1.0, "aw": 1.0, "vv": 0.2, "va": 0.6,
    "na": 0.3, "dv": 1.2, "da": 1.2, "dn": 1.0, "di": 1.0, "mn": 1.0, "mq": 3.0, "qn": 0.8, "tn": 0.3, "vt": 0.5,
    "vm": 0.8, "vq": 1.0,
}  # fmt: skip
# What a verb before it makes one term with, and with what is done: 火炬传递活动, 人才引进计划.
_DOINGS = (
    "活动", "工作", "仪式", "行动", "工程", "项目", "计划", "大赛", "比赛", "大会", "会议", "制度", "机制",
    "方案", "体系", "平台", "模式", "服务",
)  # fmt: skip


def leaning_prices(text: str, joints: Sequence[bool]) -> list[float]:
    """What a break before each character costs for what leans over it. `joints`: where words begin."""
    length = len(text)
    begins = [*joints, True]
    alone = [begins[at] and begins[at + 1] for at in range(length)]
    prices = _between_kinds(text, begins)
    # What is counted is a word of its own: 第一只船.
    counted = {match.end() for match in NUMBER.finditer(text)}
    for at in range(1, length):
        left, right = text[at - 1], text[at]
        if alone[at]:
            prices[at] += _LEANING if right in LEAN_BACK else _MAKING if right in _SUFFIXES else 0.0
        if alone[at - 1]:
            prices[at] += _LEANING if left in LEAD_ON else _MAKING if left in _PREFIXES else 0.0
            if left in SURNAMES and is_content(text, alone, at):
                prices[at] += _NAME
                if at + 1 < length and is_content(text, alone, at + 1):
                    prices[at + 1] += _NAME
            elif is_content(text, alone, at - 1) and is_content(text, alone, at) and at - 1 not in counted:
                prices[at] += _UNKNOWN
    for start, end in patterns(text):
        for at in range(start + 1, end):
            prices[at] += _LEANING
    return prices


def patterns(text: str) -> Iterator[tuple[int, int]]:
    """Characters [start, end) that are one phrase by their pattern: 修旧如旧, 又快又好, 手把手, 引得来."""
    at = 0
    while at < len(text) - 2:
        four = text[at : at + 4]
        if len(four) == 4 and four[0] != four[1] and (four[1] == four[3] or four[0] == four[2]):
            yield at, at + 4
            at += 4
        elif four[0] == four[2] != four[1] or (four[1] in "得不" and four[2] in _COMPLEMENTS):
            yield at, at + 3
            at += 3
        else:
            at += 1


def _between_kinds(text: str, begins: Sequence[bool]) -> list[float]:
    """What a joint of two words costs for the kinds that they are of."""
    prices = [0.0] * len(text)
    starts = [at for at, begin in enumerate(begins) if begin]
    kinds = [kind_of(text[start:end]) for start, end in pairwise(starts)]
    for number, at in enumerate(starts[1:-1], 1):
        if kinds[number - 1] == "v" and text[at] in _COMPLEMENTS and starts[number + 1] == at + 1:
            kinds[number], prices[at] = "v", _LEANING  # 种出 is one verb
    for number, at in enumerate(starts[1:-1], 1):
        left, right = kinds[number - 1], kinds[number]
        if left in "nwt" and right in "vdit":
            if right == "v" and left == "n" and text[starts[number + 1] :].startswith(_DOINGS):
                prices[at] = max(prices[at], _TERMS["nn"])
            continue
        prices[at] = max(prices[at], _TERMS.get(left + right, 0.2))
    return prices


def is_content(text: str, alone: Sequence[bool], at: int) -> bool:
    """Whether a character alone is a word, or a part of one, that no little word is."""
    return alone[at] and "\u4e00" <= text[at] <= "\u9fff" and text[at] not in LEAN_BACK and text[at] not in LEAD_ON
