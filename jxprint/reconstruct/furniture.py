"""What stands about the copy of a page, known by its words: folio lines (报眉), mastheads, editors' lines and notes,
list items, rows of tables, captions. Odds are natural logarithms; 0 says nothing.
"""

from __future__ import annotations

import re

from jxprint.reconstruct.simplified import simplified
from jxprint.text.forms import Form
from jxprint.text.han import HAN

_NUMBER = r"[0-9０-９一二三四五六七八九十百廿○〇零]+"
_DATE = re.compile(
    rf"(?:{_NUMBER}年\s*{_NUMBER}月\s*{_NUMBER}日|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|(?:农历|夏历|阴历|民国|中华民国)\S{{2,14}})"
)
_WEEKDAY = Form(
    r"星期[一二三四五六日天]|周[一二三四五六日](?=\s|$)|礼拜[一二三四五六日天]", needs=("星期", "周", "礼拜")
)
_PAGE = re.compile(
    rf"第\s*[A-Za-z]?{_NUMBER}\s*版|(?:^|[\s·|｜])[A-Za-z]?\d{{1,2}}\s*版|(?:^|\s)[A-Z]\d{{1,2}}(?=\s|$|[|｜·])|(?:^|\s)0\d(?=\s|$)"
    r"|本版共|今日\S{1,3}版|第\s*\d{2,6}\s*[期号]|总第"
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
    opens="【[（(■●编本按开结栏主记值实责美制数策统",
)
_REMARK = re.compile(
    r"[【\[（(]?(?:短评|点评|相关链接|链接|小资料|名词解释|背景|延伸阅读|作者(?:系|单位|为|简介)|来源|注|附)[】\]）)：:]"
    r"|[（(【](?:作者|本[版栏文]|文中|标题为|注|来源|据|原载|摘自|待续|完|未完待续|连载|选自)[^。]{0,40}[）)】]$"
    r"|(?:投稿|来稿|来信)[^，。]{0,6}[：:]|[^，。：]{0,6}(?:邮箱|热线|电话|地址)[：:]"
)
_MASTHEAD = re.compile(
    r"(?:新闻|要闻|日报|时报|晚报|晨报|周报|周刊|副刊|专题|专刊|综合|时事|体育|财经|经济|社会|国际|国内|民生|文化|教育|健康|法治|法制|视点|聚焦|特刊"
    r"|广场|天地|论坛|评论|声音|时评|观察|深度|关注|生活|文艺|科技|读者来信|来信|人物|乡村|振兴|旅游|公告|天下|报|版|快讯|服务|农业|工业|园地|人间)$"
)
_ITEM = re.compile(
    r"(?:[-–•·●○■□◆◇▲△▶►★☆※*]\s*\S|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.是]"
    r"|\d{1,2}[、．.)）](?!\d)|[①-⑳㈠-㈩⑴-⒇]|第[一二三四五六七八九十]{1,3}[，、条：])"
)
_SUBHEAD = Form(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|其[一二三四五]|[■◆●▶]|第[一二三四五六七八九十][章节回]",
    opens="一二三四五六七八九十（(其■◆●▶第",
)
_CELLS = re.compile(r"\S(?:\t+|[ 　]{2,}| ?[|｜] ?)(?=\S)")
_CAPTION = re.compile(
    r"(?:[▲▼◀▶↑↓←→①-⑨]\s*)?(?:[上下左右本题][图圖]|图[为①-⑨一二三四1-9：:]|这是|资料图|[图圖][为為]|照片|（资料图)|(?:图片?|照片)[：:]"
)
_SHOWN = re.compile(r"(?:图为|图[①-⑨]|（(?!上接|下转)[左右前后上下中][^）]{0,8}）)")
_CALLED = re.compile(rf"(?:[问答]|记者|受访者|主持人|本报|{HAN}(?:先生|女士|老师|教授))[：:]|{HAN}{{1,4}}[：:][“「]")


def folio_odds(text: str) -> float:
    """How likely a line is a folio line."""
    if len(text) > 110:
        return -9.0
    plain = simplified(text)
    found = 2.2 * bool(_DATE.search(plain)) + 2.2 * bool(_WEEKDAY.search(plain)) + 2.6 * bool(_PAGE.search(plain))
    found += 3.2 * len(_STAFF.findall(plain)) + 2.0 * len(_CONTACT.findall(plain))
    if not found:
        return -9.0
    left = plain
    for form in (_DATE, _WEEKDAY, _PAGE, _STAFF, _CONTACT):
        left = form.sub("", left)
    return found - 0.22 * len(left) - 2.5 * len(re.findall(r"[，。；]", left)) - 1.5


def note_odds(text: str) -> float:
    """How likely a unit is an editor's line or note."""
    plain = simplified(text[:80])
    return 5.0 if _EDITOR.match(plain) else 1.0 if _REMARK.match(plain) else -9.0


def masthead_odds(text: str) -> float:
    """How likely a short line is a section's or a paper's name."""
    return 2.0 if len(text) <= 10 and _MASTHEAD.search(simplified(text).replace(" ", "")) else 0.0


def is_item(text: str) -> bool:
    """Whether a unit begins as an item of a list does."""
    return _ITEM.match(text) is not None


def is_numbered_subhead(text: str) -> bool:
    """Whether a short line begins as a numbered subhead does."""
    return _SUBHEAD.match(text) is not None


def cells(text: str) -> int:
    """How many gaps between cells a line has, as a row of a table."""
    return len(_CELLS.findall(text[:200]))


def caption_odds(text: str) -> float:
    """How likely a unit is a caption, by its words."""
    plain = simplified(text[:160])
    return 3.0 if _CAPTION.match(plain) else 1.5 if _SHOWN.search(plain) else 0.0


def is_spoken(text: str) -> bool:
    """Whether a unit begins with who says it (问：, 答：)."""
    return _CALLED.match(simplified(text[:8])) is not None


def is_opening_note(text: str) -> bool:
    """Whether an editor's note stands before what it speaks of."""
    return re.match(r"[【\[（(]?(?:编者[按注]|按语|开栏|主持人语|栏目主持)", simplified(text[:12])) is not None
