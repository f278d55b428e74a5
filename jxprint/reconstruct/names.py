"""Rows of names (署名): how likely a line is one. Odds are natural logarithms."""

from __future__ import annotations

import re
from functools import lru_cache

from jxprint.text.forms import Form
from jxprint.text.han import HAN
from jxprint.text.simplified import simplified
from jxprint.text.word_table import found_word

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经"
    "房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄封芮储靳汲松段富巫乌焦巴弓牧隗山谷车侯全班仰秋"
    "仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡姬申扶堵"
    "冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广"
    "禄阙东欧利蔚越师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公佟付麦岳况楼苟代闫海佘"
    "逄隋阳佴历冼揭邸麦柯涂仝初仉亓原来线芦晓丛但信英南门雪雨青蒿尧鹿宓仓舍孔区"
)
_DOUBLE = (
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "申屠", "长孙",
    "宇文", "端木", "南宫", "西门", "独孤", "轩辕", "百里", "呼延", "闻人", "钟离", "淳于", "单于", "太史", "拓跋",
)  # fmt: skip
_ROLE = Form(
    rf"(?:(?:本[报刊社台网]|本版|新华社|中新社|全媒体|融媒体?|特约|特派|见习|实习|首席|驻{HAN}{{1,6}}|晚报|日报|晨报"
    rf"|都市报|{HAN}{{2,6}}[报网台]|资深|摄影|文字|体育|评论)*"
    r"(?:记者|通讯员|通信员|实习生|评论员|撰稿人?|特约撰稿|作者|特稿|报道组|报道员|编译|摄影报道|摄影))"
    r"|本[报刊台社][^\x00-\xff]{0,8}(?:报道组|采访组|采访团|调查组)"
    r"|撰文|采写|整理|口述|文并?[/／]图|图[/／]文|文并图|文图|图文|执笔|统筹|翻译|插图|绘图|供稿",
    needs=(
        *("记者", "员", "实习生", "稿", "作者", "报道", "编译", "摄影", "组", "采访团"),
        *("撰文", "采写", "整理", "口述", "图", "执笔", "统筹", "翻译"),
    ),
)
# What may stand behind a name, the longest first; how titles, and names of firms and offices, end.
_TAILS = (
    "摄影报道", "文并/图", "文并／图", "文/图", "文／图", "图/文", "图／文", "文并图", "摄影", "整理", "编译", "报道",
    "撰文", "口述", "执笔", "撰", "摄", "文", "图", "绘", "作",
)  # fmt: skip
_TITLES = (
    *"员长师任理授记者工生手主家兵人医士队组厂校院所局社处科部会站矿井班村乡镇县市区店行",
    *("公司", "大学", "中学", "小学"),
)
_BODIES = (
    "报道组", "通讯组", "通讯社", "编辑部", "编辑室", "办公室", "党支部", "宣传部", "宣传科", "气象台", "气象局",
    "供稿", "提供", "综合", "综合报道", "综合消息", "综合整理", "热线",
)  # fmt: skip
_PLACED = Form(rf"(?<={HAN})[（(]{HAN}{{2,8}}[）)]$", needs="）)")
_AND_OTHERS = Form(
    r"等(?:[0-9一二三四五六七八九十]{1,3}[人名户位](?:[农工村]民|工人|职工|读者|居民|学生)?)?$", needs="等"
)
_CLASS = Form(r"[（(][0-9一二三四五六七八九十]{1,2}[）)]班", needs="班")
_PART = re.compile(r"[\s、/／|：:，]+")
_REFUSED = frozenset("。！？；“”「」《》…0123456789０１２３４５６７８９%")
_BULLET = "□■◎○●★☆◆▲△◇▼▽※口"
_HAN = re.compile(rf"(?:{HAN}|[·•．・])+")
NEVER = -9.0
# A word that occurs as often as this (see `found_word`) is hardly a name.
_COMMON, _WORD = 20, -1.5


@lru_cache(maxsize=4096)
def names_odds(text: str) -> float:
    """How likely a text is a row of names rather than anything else on the page."""
    if not 2 <= len(text) <= 64:
        return NEVER
    row = simplified(text).strip()
    bulleted = len(row) > 2 and row[0] in _BULLET
    row = row.lstrip(_BULLET).strip()
    if _bracketed(row):
        row = row[1:-1].strip()
    row = _CLASS.sub("班", row)
    row = _AND_OTHERS.sub("", _PLACED.sub("", row)).strip()
    if not row or not _REFUSED.isdisjoint(row):
        return NEVER
    odds, named = (1.5 if bulleted and row[0] != "口" else 0.0), 0
    parts = _joined(_PART.split(row))
    for at, part in enumerate(parts):
        rest = part[match.end() :] if (match := _ROLE.match(part)) else part
        if rest != part and not _is_word(rest):  # 记者手记 is a column
            odds += 3.5
        if rest and (shorter := _without_tail(rest)) != rest and (len(shorter) != 1 or at):
            odds += 1.0
            rest = shorter
        if rest and at == len(parts) - 1 and rest.endswith(_BODIES) and len(rest) <= 14:
            odds += 1.4
            named += 1
        elif rest:
            worth = _name_odds(rest, last=at == len(parts) - 1)
            odds += worth
            named += worth > 0
    if not named and odds < 3 and len(parts) > 1 and not _is_placed(parts):
        odds -= 3.0
    return max(NEVER, odds)


def _without_tail(part: str) -> str:
    """A part without the word behind a name that says what they did."""
    return next((part[: -len(tail)] for tail in _TAILS if part.endswith(tail)), part)


def _is_word(part: str) -> bool:
    """Whether a part is a common word rather than a name."""
    return 2 <= len(part) <= 3 and (known := found_word(part)) is not None and known[1] > _COMMON


def _bracketed(row: str) -> bool:
    return len(row) > 2 and row[0] in "（(【[" and row[-1] in "）)】]"


def _name_odds(part: str, last: bool) -> float:
    """What one part of a row says: a name with a known surname, a pen name, a title or a firm before a name."""
    size = len(part)
    if not _HAN.fullmatch(part):
        return -3.0
    if _is_word(part):
        return _WORD
    if "·" in part or "•" in part:
        return 1.5 if size <= 14 else -3.0
    if size == 1:
        return -2.5
    if part.startswith(_DOUBLE) and size <= 4:
        return 2.5
    if part[0] in _SURNAMES and size <= 3:
        return 2.4 if size == 3 else 1.6
    if size <= 4 and part[0] in _SURNAMES and part[1] in _SURNAMES:
        return 0.6
    if size <= 3:
        return -0.2
    if not last and (size <= 12 or part.endswith(_TITLES)):
        return -0.6
    if any(part[-length] in _SURNAMES and part[:-length].endswith(_TITLES) for length in (3, 2)):
        return 0.4
    return -1.6 if size == 4 else -3.5


def _is_placed(parts: list[str]) -> bool:
    """Whether a row says of what place somebody is, and who: a firm, a school, an office before what may be a name."""
    place, last = parts[-2], parts[-1]
    return len(place) >= 4 and len(last) in (2, 3) and place.endswith(_TITLES) and not _is_word(last)


def _joined(parts: list[str]) -> list[str]:
    """Parts of a row with names set apart by blanks (冯  渊, 宋 青 萝, 林 疏影) made one."""
    found: list[str] = []
    wanting = 0  # characters that the name before may still take
    for part in parts:
        if not part:
            continue
        size = len(part)
        if wanting and size <= wanting and (part[0] not in _SURNAMES or size == len(found[-1]) == 1):
            found[-1] += part
            wanting = wanting - size if found[-1][0] in _SURNAMES else 0
        else:
            found.append(part)
            wanting = 0 if size > 1 else 2 if part in _SURNAMES else 1
    return found


_APART = Form(rf"(?<!{HAN})({HAN})([ \t　]+)({HAN})(?!{HAN})", needs=" \t　")


def inner_blanks(text: str) -> list[tuple[int, int]]:
    """Where blanks stand inside names of two characters; those are layout."""
    return [match.span(2) for match in _APART.finditer(text)]
