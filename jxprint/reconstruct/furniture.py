"""What stands about the copy of a page, known by its words: folio lines (报眉), mastheads, editors' lines and notes,
list items, rows of tables, captions. Odds are natural logarithms; 0 says nothing.
"""

from __future__ import annotations

import re

from jxprint.text.forms import Form, leading
from jxprint.text.han import HAN
from jxprint.text.simplified import simplified

# Numbers are looked for with one sign for all figures that are no ASCII, one for one, as far as no day of the week is
# among them: large classes take long to compile.
_WIDE, _NUMERAL, _DAY = "¢", "§", "¤"
_FIGURES = {
    ord(figure): sign
    for sign, figures in ((_WIDE, "０１２３４５６７８９"), (_NUMERAL, "七八九十百廿○〇零"), (_DAY, "一二三四五六"))
    for figure in figures
}
_FIGURE = f"[0-9{_WIDE}]"
_NUMBER = f"[0-9{_WIDE}{_NUMERAL}{_DAY}]+"
_DATE = Form(
    rf"(?:{_NUMBER}年\s*{_NUMBER}月\s*{_NUMBER}日|{_FIGURE}{{4}}[-./]{_FIGURE}{{1,2}}[-./]{_FIGURE}{{1,2}}|(?:农历|夏历|阴历|民国|中华民国)\S{{2,14}})",
    needs=("日", "-", ".", "/", "历", "民国"),
)
_WEEKDAY = Form(
    rf"星期{_DAY}|星期日|星期天|周{_DAY}(?=\s|$)|周日(?=\s|$)|礼拜{_DAY}|礼拜日|礼拜天", needs=("星期", "周", "礼拜")
)
_PAGE = Form(
    rf"第\s*[A-Za-z]?{_NUMBER}\s*版|(?:^|[\s·|｜])[A-Za-z]?{_FIGURE}{{1,2}}\s*版"
    rf"|(?:^|\s)[A-Z]{_FIGURE}{{1,2}}(?=\s|$|[|｜·])|(?:^|\s)0{_FIGURE}(?=\s|$)"
    rf"|本版共|今日\S{{1,3}}版|第\s*{_FIGURE}{{2,6}}\s*[期号]|总第",
    needs="版第0ABCDEFGHIJKLMNOPQRSTUVWXYZ",
)
_STAFF = Form(
    r"(?:责任编辑|责编|本版编辑|值班编辑|值班主任|版式|版面设计|版式设计|美编|美术编辑|视觉|校对|组版|组稿|审校|编审|监制|主编|总编辑|签发|图编|编辑)"
    rf"\s*[：:／/|]?\s*{HAN}",
    needs=("编", "值班", "版", "视觉", "校", "组稿", "监制", "签发"),
)
_CONTACT = re.compile(
    r"(?:电话|热线|邮箱|信箱|传真|邮编|网址|E-?mail|QQ|零售价|零售|定价|地址|国内统一"
    r"|邮发代号|CN\d|@|www\.|https?:)",
    re.I,
)
_EDITOR = Form(
    r"[【\[（(■●]?\s*(?:编者(?:按语?|注|的话|后记|附言|答复|附记|识|语)|编后(?:语|话|记)?(?=[】\]）)：:\s])|编辑(?:按|后记|的话|附言|点评|留言)"
    r"|本报编辑部|本刊编辑部|按语|开栏的?话|开栏语|结束语|栏目主持|主持人语|记者手记按)"
    r"|^(?:本[版期栏]|值班|实习)?(?:编辑|责编|美编|制图|数据整理|策划|统筹)"
    rf"\s*[：:／/]?\s*{HAN}{{1,2}} ?{HAN}{{1,2}}(?:\s+(?:{HAN}{{2,4}}))*$",
    needs=("编", "按", "开栏", "结束语", "主持", "制图", "数据整理", "策划", "统筹"),
    opens="【[（(■●编本按开结栏主记值实责美制数策统",
)
_OPENED, _CLOSED = frozenset("【[（("), frozenset("】]）)：:")
_REMARKS = (
    "短评", "点评", "相关链接", "链接", "小资料", "名词解释", "背景", "延伸阅读", "作者系", "作者单位", "作者为",
    "作者简介", "来源", "注", "附",
)  # fmt: skip
_REMARK_WHOLE = Form(
    r"[（(【](?:作者|本[版栏文]|文中|标题为|注|来源|据|原载|摘自|待续|完|未完待续|连载|选自)[^。]{0,40}[）)】]$",
    opens="（(【",
)
_REACHED = Form(
    r"(?:投稿|来稿|来信)[^，。]{0,6}[：:]|[^，。：]{0,6}(?:邮箱|热线|电话|地址)[：:]",
    needs=("投稿", "来稿", "来信", "邮箱", "热线", "电话", "地址"),
)
_MASTHEAD = (
    "新闻", "要闻", "日报", "时报", "晚报", "晨报", "周报", "周刊", "副刊", "专题", "专刊", "综合", "时事", "体育",
    "财经", "经济", "社会", "国际", "国内", "民生", "文化", "教育", "健康", "法治", "法制", "视点", "聚焦", "特刊",
    "广场", "天地", "论坛", "评论", "声音", "时评", "观察", "深度", "关注", "生活", "文艺", "科技", "读者来信",
    "来信", "人物", "乡村", "振兴", "旅游", "公告", "天下", "报", "版", "快讯", "服务", "农业", "工业", "园地",
    "人间",
)  # fmt: skip
_BULLETS = frozenset("-–•·●○■□◆◇▲△▶►★☆※*")
_NUMERALS, _MOST_NUMERALS, _FEW = frozenset("一二三四五六七八九十"), 3, frozenset("一二三四五")
_FIGURED, _NUMBERED, _ORDINAL = frozenset("、．.)）"), frozenset("、．.是"), frozenset("，、条：")
_BRACKETS, _SHUT, _SUBHEADED, _CHAPTERS = frozenset("（("), frozenset("）)"), frozenset("■◆●▶"), frozenset("章节回")
_CELLS = re.compile(r"\S(?:\t+|[ 　]{2,}| ?[|｜] ?)(?=\S)")
_POINTERS = frozenset("▲▼◀▶↑↓←→①②③④⑤⑥⑦⑧⑨")
_CAPTION = (
    *(side + word for side in "上下左右本题" for word in "图圖"),
    *("图" + one for one in "为①②③④⑤⑥⑦⑧⑨一二三四123456789：:"),
    *("这是", "资料图", "图為", "圖为", "圖為", "照片", "（资料图"),
)
_PICTURE = tuple(word + colon for word in ("图", "图片", "照片") for colon in "：:")
_SHOWN = Form(r"(?:图为|图[①-⑨]|（(?!上接|下转)[左右前后上下中][^）]{0,8}）)", needs=("图", "（"))
_CALLED = Form(
    rf"(?:[问答]|记者|受访者|主持人|本报|{HAN}(?:先生|女士|老师|教授))[：:]|{HAN}{{1,4}}[：:][“「]", needs="：:"
)
_OPENING_NOTE = ("编者按", "编者注", "按语", "开栏", "主持人语", "栏目主持")


def folio_odds(text: str) -> float:
    """How likely a line is a folio line."""
    if len(text) > 110:
        return -9.0
    plain = simplified(text).translate(_FIGURES)
    found = 2.2 * bool(_DATE.search(plain)) + 2.2 * bool(_WEEKDAY.search(plain)) + 2.6 * bool(_PAGE.search(plain))
    found += 3.2 * len(_STAFF.findall(plain)) + 2.0 * len(_CONTACT.findall(plain))
    if not found:
        return -9.0
    left = plain
    for form in (_DATE, _WEEKDAY, _PAGE, _STAFF, _CONTACT):
        left = form.sub("", left)
    return found - 0.22 * len(left) - 2.5 * sum(map(left.count, "，。；")) - 1.5


def note_odds(text: str) -> float:
    """How likely a unit is an editor's line or note."""
    plain = simplified(text[:80])
    return 5.0 if _EDITOR.match(plain) else 1.0 if _is_remark(plain) else -9.0


def _is_remark(plain: str) -> bool:
    rest = plain[1:] if plain[:1] in _OPENED else plain
    if rest.startswith(_REMARKS):
        named = (len(one) for one in _REMARKS if rest.startswith(one))
        if any(rest[length : length + 1] in _CLOSED for length in named):
            return True
    return bool(_REMARK_WHOLE.match(plain) or _REACHED.match(plain))


def masthead_odds(text: str) -> float:
    """How likely a short line is a section's or a paper's name."""
    return 2.0 if len(text) <= 10 and simplified(text).replace(" ", "").endswith(_MASTHEAD) else 0.0


def is_item(text: str) -> bool:
    """Whether a unit begins as an item of a list does."""
    first = text[:1]
    if first in _BULLETS:
        return bool(text[1:].strip())
    if first.isdecimal():
        count = 2 if text[1:2].isdecimal() else 1
        return text[count : count + 1] in _FIGURED and not text[count + 1 : count + 2].isdecimal()
    if first == "第":
        return _behind_numerals(text, 1) in _ORDINAL
    return "①" <= first <= "⑳" or "㈠" <= first <= "㈩" or "⑴" <= first <= "⒇" or _is_numbered(text, _NUMBERED)


def is_numbered_subhead(text: str) -> bool:
    """Whether a short line begins as a numbered subhead does."""
    if text[:1] == "第":
        return text[1:2] in _NUMERALS and text[2:3] in _CHAPTERS
    return text[:1] in _SUBHEADED or (text[:1] == "其" and text[1:2] in _FEW) or _is_numbered(text, frozenset("、"))


def _is_numbered(text: str, marks: frozenset[str]) -> bool:
    """Whether a unit begins with numerals, either in brackets or with one of some marks behind them."""
    return _behind_numerals(text, 1) in _SHUT if text[:1] in _BRACKETS else _behind_numerals(text, 0) in marks


def _behind_numerals(text: str, at: int) -> str:
    """The character behind up to three numerals that stand in a text from `at` on; blank where none do."""
    count = leading(text, _NUMERALS, at)
    return text[at + count : at + count + 1] if 0 < count <= _MOST_NUMERALS else ""


def cells(text: str) -> int:
    """How many gaps between cells a line has, as a row of a table."""
    return len(_CELLS.findall(text[:200]))


def caption_odds(text: str) -> float:
    """How likely a unit is a caption, by its words."""
    plain = simplified(text[:160])
    rest = plain[1:].lstrip() if plain[:1] in _POINTERS else plain
    if rest.startswith(_CAPTION) or plain.startswith(_PICTURE):
        return 3.0
    return 1.5 if _SHOWN.search(plain) else 0.0


def is_spoken(text: str) -> bool:
    """Whether a unit begins with who says it (问：, 答：)."""
    return _CALLED.match(simplified(text[:8])) is not None


def is_opening_note(text: str) -> bool:
    """Whether an editor's note stands before what it speaks of."""
    plain = simplified(text[:12])
    return plain.startswith(_OPENING_NOTE) or (plain[:1] in _OPENED and plain.startswith(_OPENING_NOTE, 1))
