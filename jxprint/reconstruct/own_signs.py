"""Signs of a unit by itself: its width, marks and names, the words of the trade, how it begins."""

from __future__ import annotations

from bisect import bisect_right

from jxprint.reconstruct.traits import COLON, Traits
from jxprint.text.forms import leading

NAMES = (-8.9, -4, -1.2, 0.1, 1.2, 2.2, 3.6, 7)
SHORT_EM, INDENTED = 28, 1.4
_WHOLE_EM = 6.4
# Lists of words rather than patterns, which take longer to compile than to read a page by.
WEAK = frozenset("，。、；：！？）”》」』的地得了着过们")
_WIDTHS = (1.4, 2.4, 3.4, 4.4, 5.4, 6.4, 8.4, 10.4, 12.4, 15.4, 19.4, 24.4, 30.4, 40.4, 60, 120, 250, 500)
COLUMN = (
    "观察", "手记", "调查", "速写", "见闻", "导读", "短评", "话题", "专访", "对话", "追踪", "聚焦", "特写", "链接",
    "时评", "快讯", "简讯", "短波", "视点", "回音", "来信", "专栏", "故事", "人物", "动态", "数读", "策划", "系列",
    "报道", "连载", "随笔", "小说", "组诗", "诗", "图说", "评论", "论坛", "热线", "快评", "读者", "记者", "访谈",
    "纪实", "专题", "回访", "行动", "点评", "前瞻", "体验", "问答", "直击", "启事", "预告", "札记", "编后", "来函",
    "来稿", "絮语", "漫谈", "杂谈", "随感", "随想", "点滴", "集锦", "花絮", "词典", "小词典", "解释", "知识", "信箱",
    "园地", "之窗", "天地", "广角", "一角", "角", "台", "窗", "板", "版", "栏", "录", "集", "选", "谈", "话", "说",
    "见", "议",
)  # fmt: skip
_OPENING = (
    "近日", "近年", "日前", "昨日", "昨天", "昨夜", "今天", "今日", "今年", "今晨", "本月", "上周", "记者", "据",
    "“", "「",
)  # fmt: skip
_FIGURES, _NUMERALS = frozenset("0123456789"), frozenset("一二三四五六七八九十")
_CIRCLED, _BEFORE_NUMERAL = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), frozenset("（(一二三四五六七八九十")
_LABELLED, _LABEL_MOST = frozenset("，。；！？“”"), 8
_BRACKETS = ("（", "【", "［", "[")
_BULLETS = "●○■□★☆▲△▼▽◆◇•·※◎►▶"
_HANGS = tuple("的和与及在把为被从向对是让将以于并或每最很更又也都就才还已正不没各某该其这那由因如若但而且所能可应须曾")
_BODIES = (*"省市县区州厅局院部会组社厂校队", "公司", "中心", "大学", "集团", "银行", "委", "法院")
_ACTS = (
    "召开", "举行", "启动", "开工", "发布", "出台", "揭牌", "印发", "开幕", "闭幕", "通车", "投用", "成立", "亮相",
    "开班", "落成", "部署", "调研", "检查", "公告", "通知", "启事", "声明", "名单", "须知",
)  # fmt: skip
# Names of forms and tunes that titles of verse begin with, and how the paper speaks of itself in notes.
_TUNES = (
    "七律", "七绝", "五律", "五绝", "浣溪沙", "菩萨蛮", "蝶恋花", "鹧鸪天", "临江仙", "西江月", "清平乐", "沁园春",
    "满江红", "水调歌头", "念奴娇", "采桑子", "卜算子", "如梦令", "忆江南", "渔家傲", "踏莎行", "虞美人", "其一",
    "其二", "其三", "其四",
)  # fmt: skip
_OF_ITSELF = (
    "本版", "本栏", "本刊", "本报编辑部", "本报已", "本期", "来信请", "来稿", "投稿", "作者系", "作者为", "（作者",
    "编者", "编后", "编辑", "回音", "主持人", "总编辑", "转播如有", "赛程如有", "以上", "（未完", "未完", "链接",
    "提示", "温馨提示", "更正", "【编", "【老师", "老师的话", "欢迎", "如有",
)  # fmt: skip
_LEANS = tuple("在向为把将让对从与和及同以由给被成获遭赴至到的等上下不也还又再正已未")


def shapes(text: str) -> list[str]:
    """The shapes of a short line: ends on a little word, on a body, on an act, or begins with a little word."""
    found = [name for name, ends in (("hangs", _HANGS), ("body", _BODIES), ("acts", _ACTS)) if text.endswith(ends)]
    return [*found, "leans"] if text.startswith(_LEANS) else found


def own_signs(one: Traits) -> list[str]:
    """Signs of width, marks and names."""
    width = bisect_right(_WIDTHS, one.width)
    span = "a" if one.width < 9 else "b" if one.width < 20 else "c" if one.width < 40 else "d"
    found = [f"w{width}", f"e{one.end}{span}", f"names{bisect_right(NAMES, one.names)}"]
    if one.width < 60:
        found += (f"pause{min(3, one.pauses)}{span}", f"stop{min(3, one.stops)}{span}")
        found.append(f"prose{min(3, int(one.prose))}")
        found.append(f"tokens{min(5, len(one.text.split()))}")
        digits = sum(map(one.text.count, "0123456789")) / len(one.text)
        found.append(f"digits{bisect_right((0.001, 0.15, 0.35), digits)}")
        if one.unpaired:
            found.append("unpaired")
    if one.width < SHORT_EM:
        inside = one.text[:-1]
        found += (name for name, marks in (("colon", "：:"), ("quoted", "“「《")) if any(map(inside.count, marks)))
        found += shapes(one.text)
        found += (f"first={one.text[0]}", f"last={one.text[-1]}")
        bare = "".join(one.text.split())
        found += (f"first={bare[:2]}", f"last={bare[-2:]}")
        if one.width <= _WHOLE_EM:
            found.append(f"is={bare}")
        if one.text.startswith(_TUNES):
            found.append("tune")
        if _is_serial(one.text):
            found.append("serial")
        if one.blank:
            found.append("blank")
        if one.dash:
            found.append("dash")
    if one.indent:
        found.append("inset" if one.indent >= INDENTED else "nudged")
    if one.large:
        found.append(f"large{bisect_right((0.85, 0.95, 1.08, 1.35, 1.8, 2.6), one.large)}")
    return found


def words_of_trade(one: Traits) -> list[str]:
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
    if one.width < 16 and "".join(one.text.split()).endswith(COLUMN):
        found.append("column")
    if one.width < 30 and _is_dated(one.text):
        found.append("dated")
    if one.text.startswith(_OF_ITSELF):
        found.append("itself")
    if one.end == COLON and _salutes(one.text):
        found.append("salutes")
    if opens(one.text):
        found.append("opening")
    if one.text[0] in WEAK:
        found.append("weak")
    return found


def forms_of(one: Traits) -> list[str]:
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
        if one.text[-1] in "）】］]" and one.width < 24:
            found.append("enclosed")
    if one.spoken:
        found.append("spoken")
    elif _is_labelled(one.text):
        found.append("label")
    if one.cells:
        found.append(f"cells{min(2, one.cells)}")
    return found


def _is_serial(text: str) -> bool:
    """Whether a line ends as parts of a series are numbered: ⑥, （二十六）, 之三."""
    if text[-1] in _CIRCLED or (text[-1] in "）)" and text[-2:-1] in _NUMERALS and text[-3:-2] in _BEFORE_NUMERAL):
        return True
    return text[-1] in _NUMERALS and text[-2:-1] == "之"


def _is_dated(text: str) -> bool:
    """Whether a line ends on a day behind its month or year."""
    if text[-1] not in "日号":
        return False
    tail = text[-6:-1]
    at = max(tail.rfind("年", 0, -1), tail.rfind("月", 0, -1))
    return at >= 0 and not any(map(str.isspace, tail[at + 1 :]))


def _salutes(text: str) -> bool:
    """Whether a line is a salutation, as that of a letter."""
    return text[-1] == "：" and 2 < len(text) < 14 and not any(map(text.count, "，。；"))


def opens(text: str) -> bool:
    """Whether a text begins as news does: with a day, a source, words that were said."""
    if text.startswith(_OPENING):
        return True
    for signs, most, marks in ((_FIGURES, 4, "年月"), (_NUMERALS, 2, "月")):
        count = leading(text, signs)
        if 0 < count <= most and text[count : count + 1] in marks:
            return count < len(text)
    return False


def _is_labelled(text: str) -> bool:
    """Whether a unit begins with a word or two and a colon."""
    at = text.find("：", 0, _LABEL_MOST + 1)
    return at > 0 and _LABELLED.isdisjoint(text[:at])
