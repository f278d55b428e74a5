"""Signs (迹象) of each unit: names of what is so of it and of its neighbours, each of which the table of weights
(`weights`) has a price for under every role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from jxprint.reconstruct.traits import ASK, COLON, COMMA, NONE, STOP, Traits

_WIDTHS = (1.4, 2.4, 3.4, 4.4, 5.4, 6.4, 8.4, 10.4, 12.4, 15.4, 19.4, 24.4, 30.4, 40.4, 60, 120, 250, 500)
_COARSE = (4.4, 8.4, 13.4, 19.4, 28.4, 60)
_NAMES = (-8.9, -4, -1.2, 0.1, 1.2, 2.2, 3.6, 7)
_SURELY = 1.5
_DISPLAY_EM, _STOPPED_EM = 30, 18
_SHORT_EM = 28
_INDENTED = 1.4
_FAR = 4
_COLUMN = re.compile(
    r"(?:观察|手记|调查|速写|见闻|导读|短评|话题|专访|对话|追踪|聚焦|特写|链接|时评|快讯|简讯|短波|视点|回音|来信|专栏|故事|人物|动态"
    r"|数读|策划|系列|报道|连载|随笔|小说|组诗|诗|图说|评论|论坛|热线|快评|读者|记者|访谈|纪实|专题|回访|行动|点评|前瞻|体验|问答|直击)$"
)
_OPENING = re.compile(
    r"(?:近日|近年来?|日前|昨[日天夜]|今[天日年晨]|本月|上周|记者|据|[0-9]{1,4}[年月]|[一二三四五六七八九十]{1,2}月|[“「])"
)
_WEAK = re.compile(r"[，。、；：！？）”》」』的地得了着过们]")
_SALUTES = re.compile(r"[^，。；]{2,12}：$")
_DATED = re.compile(r"[年月]\S{1,4}[日号]$")
_LABEL = re.compile(r"[^，。；！？：“”]{1,8}：")
_HANGS = re.compile(r"[的和与及在把为被从向对是让将以于并或]$")
_BODIES = re.compile(r"(?:[省市县区州厅局院部会组社厂校队]|公司|中心|大学|集团|银行|委|法院)$")
_ACTS = re.compile(r"(?:召开|举行|启动|开工|发布|出台|揭牌|印发|开幕|闭幕|通车|投用|成立|亮相|开班|落成|印发|部署|调研|检查|公告|通知|启事|声明|名单|须知)$")
_UNITS = "分月日年时元个人名％%度岁米万亿多余点号届次件家户吨公"
_DIGIT = re.compile(r"[0-9]")
_INSIDE = re.compile(r"[：:]")
_QUOTED = re.compile(r"[“「《]")
_SHAPES = (("hangs", _HANGS), ("body", _BODIES), ("acts", _ACTS))
_BRACKETS = ("（", "【", "［", "[")
_BULLETS = "●○■□★☆▲△▼◆◇•·※◎►▶"


def signs_of(traits: Sequence[Traits]) -> list[list[str]]:
    """The signs of all units in order."""
    shown = [_is_shown(one) for one in traits]
    before, after = _befores(traits, shown), _afters(traits, shown)
    led = _led(after, shown)
    page = [*_page(traits), *led]
    forms = [_form(one) for one in traits]
    last = len(traits) - 1
    found: list[list[str]] = []
    for at, one in enumerate(traits):
        here = [*page, *_own(one), *_lexical(one), *forms[at]]
        here += (before[at], after[at], before[at] + after[at], *(after[at] + one for one in led))
        if "page-inset" in page and one.indent < _INDENTED:
            here.append("flush" if one.width < _SHORT_EM else "flush-long")
        if one.names > 0.1:
            here.append(f"named-{before[at]}")
        here.append(f"at{min(at, _FAR)}" if at < _FAR else "last" if at == last else "within")
        _beside(here, one, traits[at - 1] if at else None, "p")
        _beside(here, one, traits[at + 1] if at < last else None, "n")
        if at and shown[at]:
            here += (f"p-{form}" for form in forms[at - 1])
            if shown[at - 1]:
                here += (f"p-{name}" for name, form in _SHAPES if form.search(traits[at - 1].text))
        if at < last and shown[at]:
            here += (f"n-{form}" for form in forms[at + 1])
        if at and shown[at] and shown[at - 1]:
            here.append(_likeness(one, traits[at - 1], "p"))
        if at < last and shown[at] and shown[at + 1]:
            here.append(_likeness(one, traits[at + 1], "n"))
        found.append(here)
    return found


def _page(traits: Sequence[Traits]) -> list[str]:
    """What is so of the whole page: how many lines are surely names, and how many texts open with a dateline."""
    texts = sum(1 for one in traits if one.width > _SHORT_EM) + 1
    bylines = sum(1 for one in traits if one.names > _SURELY)
    datelines = sum(1 for one in traits if one.dateline)
    closed = sum(1 for one in traits if one.ends_named > 0)
    shares = (bylines / texts, datelines / texts, closed / texts)
    long = [one for one in traits if one.width >= _SHORT_EM and not one.glued]
    inset = sum(1 for one in long if one.indent >= _INDENTED)
    return ["page-inset"] * (inset > 0.4 * len(long)) + [f"{name}{_share(share)}" for name, share in zip(("page-by", "page-dl", "page-en"), shares, strict=True)]


def _led(after: Sequence[str], shown: Sequence[bool]) -> list[str]:
    """How many of the page's short lines lead to names, and how many to datelines."""
    closed = [after[at][-1] for at, one in enumerate(shown) if one and not (at and shown[at - 1])]
    runs = len(closed) + 1
    return [f"led-{kind}{bisect_right((0.001, 0.25, 0.6), closed.count(kind) / runs)}" for kind in "bd"]


def _share(share: float) -> int:
    return bisect_right((0.001, 0.06, 0.15), share)


def _is_shown(one: Traits) -> bool:
    """Whether a unit may be a line of display type or of names: short, and no sentence."""
    if one.credit or one.folio > 0 or one.dateline and one.width > _STOPPED_EM or one.pauses > 2 or one.stops > 1:
        return False
    return one.width <= (_STOPPED_EM if one.end == STOP else _DISPLAY_EM) and one.end != COMMA


def _befores(traits: Sequence[Traits], shown: Sequence[bool]) -> list[str]:
    """How many short lines stand right before each unit, and what stands before those."""
    found: list[str] = []
    count, opened = 0, "s"
    for at, one in enumerate(traits):
        found.append(f"i{min(count, _FAR)}{opened}")
        if shown[at] and one.names <= _SURELY:
            count += 1
            continue
        count = 0
        if shown[at]:
            opened = "b"
        elif one.credit:
            opened = "c"
        elif one.folio > 0:
            opened = "f"
        else:
            opened = "o" if one.end in (NONE, COMMA) else "t" if one.end != COLON else "k"
    return found


def _afters(traits: Sequence[Traits], shown: Sequence[bool]) -> list[str]:
    """How many short lines stand from each unit on to the names or the text that they lead to, and what that is."""
    found: list[str] = []
    count, closed = 0, "e"
    for at in range(len(traits) - 1, -1, -1):
        one = traits[at]
        found.append(f"r{min(count, _FAR)}{closed}")
        if shown[at] and one.names <= _SURELY:
            count += 1
            continue
        count = 0
        if shown[at]:
            closed = "b"
        elif one.credit:
            closed = "c"
        elif one.folio > 0:
            closed = "f"
        else:
            closed = "d" if one.dateline else "i" if one.item else "t"
    return found[::-1]


def _own(one: Traits) -> list[str]:
    """Signs of width, marks and names."""
    width = bisect_right(_WIDTHS, one.width)
    span = "a" if one.width < 9 else "b" if one.width < 20 else "c" if one.width < 40 else "d"
    found = [f"w{width}", f"e{one.end}{span}", f"names{bisect_right(_NAMES, one.names)}"]
    if one.width < 60:
        found += (f"pause{min(3, one.pauses)}{span}", f"stop{min(3, one.stops)}{span}")
        found.append(f"prose{min(3, int(one.prose))}")
        found.append(f"tokens{min(5, len(one.text.split()))}")
        digits = len(_DIGIT.findall(one.text)) / len(one.text)
        found.append(f"digits{bisect_right((0.001, 0.15, 0.35), digits)}")
        if one.unpaired:
            found.append("unpaired")
    if one.width < _SHORT_EM:
        found += (name for name, form in (("colon", _INSIDE), ("quoted", _QUOTED)) if form.search(one.text[:-1]))
        for name, form in _SHAPES:
            if form.search(one.text):
                found.append(name)
        if one.blank:
            found.append("blank")
        if one.dash:
            found.append("dash")
    if one.indent:
        found.append("inset" if one.indent >= _INDENTED else "nudged")
    if one.large:
        found.append(f"large{bisect_right((0.85, 0.95, 1.08, 1.35, 1.8, 2.6), one.large)}")
    return found


def _lexical(one: Traits) -> list[str]:
    """What the words of the trade say."""
    found = []
    if one.credit:
        found.append("credit")
    if one.dateline:
        found.append("dateline" if one.width > one.dateline + 4 else "dateline-alone")
    if one.ends_named >= 0:
        found.append("ends-named" if one.ends_named else "all-named")
    if one.jump_to >= 0:
        found.append("jumps" if one.jump_to else "jump")
    if one.jump_from:
        found.append("from" if one.jump_from >= len(one.text) - 1 else "comes")
    if one.folio > -8:
        found.append(f"folio{bisect_right((-2.0, 0.0, 1.5, 3.0), one.folio)}")
    if one.note > 0:
        found.append("note" if one.note > 2 else "remark")
    if one.masthead > 0:
        found.append("masthead")
    if one.caption > 0:
        found.append("shown" if one.caption < 2 else "caption")
    if one.width < 16 and _COLUMN.search(one.text):
        found.append("column")
    if one.width < 30 and _DATED.search(one.text):
        found.append("dated")
    if one.end == COLON and _SALUTES.match(one.text):
        found.append("salutes")
    if _OPENING.match(one.text):
        found.append("opening")
    if _WEAK.match(one.text):
        found.append("weak")
    return found


def _form(one: Traits) -> list[str]:
    """How a unit begins: as an item, with a number, a label, a bullet, a bracket; as a row of cells."""
    found = []
    if one.item:
        found.append("item")
    if one.numbered:
        found.append("numbered")
    if one.text[0] in _BULLETS:
        found.append("bullet")
    if one.text[0] in _BRACKETS:
        found.append("bracket")
    if one.spoken:
        found.append("spoken")
    elif _LABEL.match(one.text):
        found.append("label")
    if one.cells:
        found.append(f"cells{min(2, one.cells)}")
    return found


def _beside(found: list[str], one: Traits, other: Traits | None, side: str) -> None:
    """What a neighbour is like."""
    if other is None:
        return
    width = bisect_right(_COARSE, other.width)
    own = bisect_right(_COARSE, one.width)
    found += (f"{side}w{width}", f"{side}w{width}-{own}", f"{side}e{other.end}{own}")
    if other.names > 0.1:
        found.append(f"{side}names{bisect_right(_NAMES, other.names)}")
    if other.dateline:
        found.append(f"{side}dateline")
    if other.credit:
        found.append(f"{side}credit")
    if other.caption > 2:
        found.append(f"{side}caption")
    if other.dash:
        found.append(f"{side}dash")


def _likeness(one: Traits, other: Traits, side: str) -> str:
    """How much wider a short line is than a short neighbour."""
    wider = bisect_right((-6.5, -2.5, -0.6, 0.6, 2.5, 6.5), one.width - other.width)
    return f"{side}wider{wider}"


def steps_of(traits: Sequence[Traits]) -> list[tuple[str, str]]:
    """Between each unit and the one before: what blank lines say, and what the end of the one before says."""
    gaps = [one.gap for one in traits[1:] if not one.glued]
    usual = max(range(3), key=gaps.count) if gaps else 0
    flat = not gaps or gaps.count(usual) >= 0.97 * len(gaps)
    found = []
    for at, one in enumerate(traits):
        gap = "glued" if one.glued else "flat" if flat or not at else f"gap{usual}{one.gap}"
        found.append((gap, _open(traits[at - 1], one) if at else "first"))
    return found


def _open(before: Traits, here: Traits) -> str:
    """Whether the unit before stays open, and whether words are parted there."""
    if before.ends_named > 0 or before.jump_to > 0:
        return "closed"
    if before.end in (STOP, ASK) or before.credit:
        return "ended"
    if before.end == COLON:
        return "colon"
    if _WEAK.match(here.text) and here.text[0] not in "过地得":
        return "cut"
    if before.text[-1].isdigit() and here.text[0] in _UNITS or before.unpaired and here.unpaired:
        return "cut"
    if before.end == COMMA:
        return "comma"
    return "parted" if here.joint > 2.5 else "open" if before.width > 16 else "short"
