"""Datelines (电头): which agency or paper says so, from where and when, as `新华社北京1月2日电（记者 …）`, `本报讯`.

They are found on the simplified text, whose places are those of the text itself.
"""

from __future__ import annotations

from jxprint.text.forms import Form
from jxprint.text.han import HAN
from jxprint.text.simplified import simplified

_WHO = r"(?:\s*[（(][^（）()。]{1,60}[）)])?"
_AGENCIES = (
    r"新华社|中新社|中新网|中国新闻社|人民网|央视网|央广网|新华网|中通社|美联社"
    r"|路透社|法新社|塔斯社|共同社|中央社|本报|本刊|本台"
)
DAY = r"[0-9０-９一二三四五六七八九十廿○〇]{1,4}\s*月\s*[0-9０-９一二三四五六七八九十廿○〇]{1,3}\s*日"
_DATELINE = Form(
    r"[【\[(（]?\s*(?:"
    rf"(?:据)?(?:{_AGENCIES})[^，。；：“”（(\n]{{0,14}}?(?:{DAY}|[0-9０-９一二三四五六七八九十廿]{{1,3}}日)?(?:专?电(?![话讯台视力子影网器脑梯])|特?讯(?![问息号员社])|急电|消息)"
    r"|(?:综合消息|据悉讯|本市讯|本县讯|本省讯|快讯)"
    rf")\s*[】\]]?{_WHO}(?:\s*[）)])?(?:\s*(?:记者|通讯员)\s*{HAN}{{2,4}}(?:\s+{HAN}{{2,4}})*\s*报道)?[：:]?",
    needs=("电", "讯", "消息"),
    opens="【[(（据新中人央美路法塔共本综快",
)
_OPENED_BY = Form(r"[（(](?:本报|见习|实习)?(?:记者|通讯员)[^（）()。]{1,40}[）)](?=\s*\S)", opens="（(")
_FROM = Form(
    rf"(?:{_AGENCIES})(?P<place>{HAN}{{2,8}}?)(?:{DAY}|[0-9０-９]{{1,3}}日)(?:专?电|特?讯|急电|消息)",
    needs=("电", "讯", "消息"),
)
# As papers of Hong Kong, Taiwan and Malaysia have them (【明報專訊】, 〔記者 …／台北報導〕, （檳城十二日訊）).
_BRACKETED = Form(
    r"[【〔]\s*(?:[^【】〔〕，。；：“”\n]{1,24}?(?:报[道导]|讯|电)|(?:本报)?(?:特约|特派)?记者(?!手记|观察|调查|连线|日记|视线|来信|说)[^【】〔〕，。；：“”\n]{2,20})\s*[】〕]"
    rf"|[(（](?:特|本{HAN}{{1,4}}|{HAN}{{2,6}}(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十廿]{{1,3}})日)讯[)）]",
    needs=("讯", "报道", "报导", "电", "记者"),
    opens="【〔(（",
)
# As papers have them that name themselves (江宁晨报讯).
_OWN_NAME = Form(
    rf"{HAN}{{0,6}}?(?:日报|晚报|晨报|早报|快报|商报|导报|时报|都市报|周刊)(?:[0-9]{{1,2}}月[0-9]{{1,2}}日)?讯(?=[\s（(]){_WHO}",
    needs=("报讯", "刊讯", "日讯"),
)
# So much of a paragraph may be one; what follows a bracket alone has to be longer than a word.
_LONGEST, _LEAST_BEHIND = 120, 8


def dateline_length(text: str) -> int:
    """How many characters of a paragraph's beginning are its dateline; 0 where it has none."""
    head = simplified(text[:_LONGEST])
    match = _DATELINE.match(head) or _BRACKETED.match(head) or _OWN_NAME.match(head)
    if match is not None:
        return match.end()
    match = _OPENED_BY.match(head)
    return match.end() if match is not None and len(text) > match.end() + _LEAST_BEHIND else 0


def located(dateline: str) -> str | None:
    """The place that a dateline names between its agency and its day; None where it names none so."""
    match = _FROM.search(simplified(dateline))
    return dateline[match.start("place") : match.end("place")] if match is not None else None
