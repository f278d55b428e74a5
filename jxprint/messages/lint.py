"""Sentences of the proof-reader: what stands in the copy that should not."""

from __future__ import annotations

from jxprint.messages import Message

_WRITE = "write “{put}”"
_WRITE_ZH = "改为“{put}”"

MESSAGES: dict[str, Message] = {
    # Width.
    "lint.half_mark": Message(
        "the half-width mark “{found}” stands in Chinese text", _WRITE, "中文里用了半角标点“{found}”", _WRITE_ZH
    ),
    "lint.half_stop": Message(
        "the half-width full stop “{found}” stands behind Han",
        "write “{put}”, or “·” inside a foreign name",
        "汉字后用了半角句点“{found}”",
        "改为“{put}”；外文人名中则用“·”",
    ),
    "lint.wide_letter": Message(
        "“{found}” is full width",
        "write “{put}”; the style decides how wide it is set",
        "“{found}”是全角",
        "改为“{put}”；宽窄由版式规范决定",
    ),
    # Quotes and brackets.
    "lint.straight_quote": Message(
        "the straight quote {found} stands in Chinese text", "write {put}", "中文里用了直引号 {found}", "改为 {put}"
    ),
    "lint.straight_quote_alone": Message(
        "the straight quote {found} stands in Chinese text, and it cannot be told what it opens or closes",
        "write one of {curly}",
        "中文里用了直引号 {found}，无法判定是前引号还是后引号",
        "改为 {curly} 之一",
    ),
    "lint.unclosed": Message(
        "{found} opens here and nothing closes it",
        "write {closing} where it ends",
        "{found} 没有后半个",
        "在结束处补 {closing}",
    ),
    "lint.unopened": Message(
        "{found} closes here and nothing has opened",
        "write {opening} where it begins; a quotation over several paragraphs opens each of them",
        "{found} 没有前半个",
        "在开头补 {opening}；引文分几段时，每段开头都用前引号",
    ),
    "lint.crossed": Message(
        "{found} closes behind the end of what {opening} stands in",
        "close the inner pair first",
        "{found} 与外层标号交叉，{opening} 应在外层之内结束",
        "先结束里层，再结束外层",
    ),
    "lint.same_inside": Message(
        "{found} opens where one is open already",
        "write {closing} if this closes it, {inner} if this stands inside it",
        "{found} 尚未结束，又出现一个",
        "若此处是结尾，改为 {closing}；若是里层，改为 {inner}",
    ),
    "lint.angle_marks": Message(
        "“{found}” stands in marks that are no title marks of Chinese text",
        "write “{put}”, or 〈…〉 inside 《…》",
        "“{found}”用的不是中文书名号",
        "改为“{put}”；若在书名号之内则用〈…〉",
    ),
    # Pauses, ellipses, dashes.
    "lint.doubled_mark": Message("“{found}” is one mark too many", _WRITE, "标点重复：“{found}”", _WRITE_ZH),
    "lint.mixed_marks": Message(
        "“{found}”: two marks stand where one belongs",
        "keep the one that is meant",
        "“{found}”：两个点号连用",
        "只保留一个",
    ),
    "lint.stop_twice": Message(
        "the sentence ends before {quotes} and once more behind it",
        "keep one of the two full stops",
        "{quotes} 内外各有一个句号",
        "只保留一个",
    ),
    "lint.ellipsis": Message("“{found}” stands for an ellipsis", _WRITE, "省略号误作“{found}”", _WRITE_ZH),
    "lint.dash": Message("“{found}” stands for a dash", _WRITE, "破折号误作“{found}”", _WRITE_ZH),
    "lint.dash_length": Message(
        "“{found}” looks like a dash, and a dash is two ems long",
        _WRITE + ", unless it connects two names or numbers",
        "“{found}”像是破折号，破折号占两字",
        _WRITE_ZH + "；若是连接号则不改",
    ),
    # Blanks.
    "lint.space_in_han": Message(
        "a blank stands between {left} and {right}", "take it out", "{left} 与 {right} 之间有空格", "删去空格"
    ),
    "lint.space_at_mark": Message(
        "a blank stands between {left} and {right}",
        "take it out: the mark brings its own white",
        "{left} 与 {right} 之间有空格",
        "删去空格，标点自带空白",
    ),
    "lint.space_by_latin": Message(
        "a blank stands between {left} and {right}",
        "take it out: composition makes this white itself",
        "{left} 与 {right} 之间有空格",
        "删去空格，中西文间距由排版自动加",
    ),
    # Heads and captions.
    "lint.end_stop": Message(
        "a head, caption or credit ends with “{found}”", "take it out", "标题、图片说明或署名末尾用了“{found}”", "删去"
    ),
    # Two ways on one page.
    "lint.two_names": Message(
        "the name “{found}” has no blank inside elsewhere on the page",
        _WRITE + "; the style opens short names",
        "姓名“{found}”在本版他处不空格",
        _WRITE_ZH + "；两字姓名由版式规范撑开",
    ),
    "lint.two_partings": Message(
        "names are parted by “{found}” here and by “{put}” elsewhere on the page",
        _WRITE,
        "此处姓名用“{found}”隔开，本版他处用“{put}”",
        _WRITE_ZH,
    ),
    "lint.two_cases": Message(
        "“{found}” is “{put}” elsewhere on the page", "write it one way", "“{found}”在本版他处写作“{put}”", "统一写法"
    ),
    "lint.two_groupings": Message(
        "“{found}” is not grouped by threes, and other numbers of the page are",
        "write “{put}”, or group none",
        "“{found}”未分节，本版其他数字用了千分撇",
        "改为“{put}”，或全部不分节",
    ),
    "lint.two_years": Message(
        "the year “{found}” is in Han numerals, and others of the story are in digits",
        _WRITE,
        "年份“{found}”用汉字，同篇其他年份用阿拉伯数字",
        _WRITE_ZH,
    ),
    # Characters.
    "lint.looks_like": Message(
        "“{found}” ({code}) only looks like “{put}” ({ordinary_code})",
        _WRITE,
        "“{found}”（{code}）只是形似“{put}”（{ordinary_code}）",
        _WRITE_ZH,
    ),
    "lint.radical": Message(
        "“{found}” ({code}) is a radical and no character",
        "write the character that is meant",
        "“{found}”（{code}）是部首，不是字",
        "改为所要的字",
    ),
    "lint.private_use": Message(
        "a character of private use stands here ({code}): every program shows something else",
        "write the character that is meant; rare ones have a number of their own now",
        "此处是自造字（{code}），各程序所显不同",
        "改为所要的字；生僻字现在大多已有正式编码",
    ),
    # Repairs.
    "lint.mended": Message("mended: {count}", "", "已改 {count} 处", ""),
}
