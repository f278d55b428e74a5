"""Character classes of Chinese composition (CLREQ appendix A, with GB/T 15834 for the line-break rules).

A class is a small integer, so that two neighbours index a table in one step. `classify` reads a paragraph at once,
because some characters mean different things by their neighbours: U+2014 is a connector alone and a dash in a pair,
？ and ！ share an em in a pair, ’ between Latin letters is an apostrophe, ． between figures a decimal point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

(
    HAN,
    PAUSE,
    FINAL,
    OPENING,
    CLOSING,
    CONNECTOR,
    INTERPUNCT,
    SOLIDUS,
    DASH,
    ELLIPSIS,
    DIGIT,
    LATIN,
    SIGN,
    SPACE,
    PREFIX,
    POSTFIX,
    GLUE,
    STACKED,
    WIDE_SPACE,
    ITERATION,
    ENUMERATOR,
    CENTRED,
    POINT,
    LEADER,
    OPERATOR,
    WIDE_DIGIT,
    SMALL_KANA,
    SYMBOL,
    MINUS,
) = range(29)
# CENTRED is a class of spacing alone: a mark with white on both sides, as Taiwan and Hong Kong draw their stops.
# POINT and LEADER are those of SIGN and PREFIX that UTR #59 calls narrow in Chinese: the space between Han and Latin
# stands beside them too. OPERATOR holds to Latin and digits alone; SYMBOL is set like Han, without that space.
# MINUS is － or a - among Han that a number starts with: like a connector, which it may be, it opens no line.
COUNT = 29

# CLREQ lists no 〘〙〚〛〝〞〟｟｠; they come from UAX #14 so that archive text does not fall through, and so do the
# half-width, small and vertical forms of the same marks (U+FF61 to U+FF65, U+FE50 to U+FE6B, U+FE10 to U+FE48).
_MEMBERS: dict[int, str] = {
    PAUSE: "、，：；､﹐﹑﹔﹕︐︑︓︔",
    FINAL: "。．！？｡﹒﹖﹗︒︕︖",
    OPENING: "“‘（《〈【〖〔［｛「『〘〚〝｟｢﹙﹛﹝︗︵︷︹︻︽︿﹁﹃﹇",
    CLOSING: "”’）》〉】〗〕］｝」』〙〛〞〟｠｣﹚﹜﹞︘︶︸︺︼︾﹀﹂﹄﹈",
    CONNECTOR: "–—～‐〜－゠‒﹘﹣",
    INTERPUNCT: "·・‧･",
    SOLIDUS: "／",
    DASH: "⸺",
    ELLIPSIS: "…⋯‥︙︰",
    STACKED: "‼⁇⁈⁉",
    # With the units that are squared into one character, ㏄ and ㎡ (JLREQ cl-13).
    POSTFIX: "％℃℉°￠¢₫﹪" + "".join(map(chr, (*range(0x3371, 0x337B), *range(0x3380, 0x33E0)))),
    PREFIX: "￥¥＄€￡£₩￦¤№＃±−∓([{<$+~«‹„‚´﹟﹩",
    LEADER: "#@\\§¶¡¿",
    SIGN: ")*-/=>]^_`|}»›²³¹⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎",
    POINT: "!%&,.:;?‰‱′″‴‵",
    OPERATOR: "×÷≠≈≡≤≥≦≧∝∞√∑∏∫∂∆∇∶＋＝＜＞¼½¾⅓⅔⅛⅜⅝⅞™®©℠",
    SPACE: " ",
    # What parts on neither side. Which of two quotation marks a straight one is, nobody can tell: UAX #14 glues it to
    # both sides, so that none is left behind at a line's end.
    GLUE: "\u00a0\u202f\u2007\u2011\"'",
    WIDE_SPACE: "\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
    # With the tones of bopomofo, which belong to the letter before them.
    ITERATION: "々〻〼ゝゞヽヾ゛゜ﾞﾟˇˉˊˋ˙",
    SMALL_KANA: "ーｰぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ",
    WIDE_DIGIT: "０１２３４５６７８９",
    # ① to ⒛, ㈠ to ㉃, ㊀ to ㊉: heads of an enumeration, which may not be left behind at a line's end.
    ENUMERATOR: "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x3244), *range(0x3280, 0x328A)))),
    DIGIT: "0123456789",
    LATIN: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
}

# Marks that stand one em wide with one empty half; the composer may take that half away.
HALF_EMPTY = frozenset(_MEMBERS[PAUSE] + _MEMBERS[FINAL] + _MEMBERS[OPENING] + _MEMBERS[CLOSING])


# Han and what is set with it (UTR #59: wide; CSS Text 4: ideographs): the space between Han and Latin stands beside it.
WIDE = frozenset((HAN, ITERATION, SMALL_KANA))

# Above U+2E80, blocks that are no writing but for the stretches below: East Asian symbols, squared and full-width
# forms, pictures. A newsroom's own characters (自造字, private use) are Han.
_SYMBOLS = ((0x3000, 0x33FF), (0xFE10, 0xFFEF), (0x1F000, 0x1FAFF))
_WRITING = (
    (0x3005, 0x3007), (0x3013, 0x3013), (0x3021, 0x302F), (0x3031, 0x3035), (0x3038, 0x303C), (0x3041, 0x312F),
    (0x3131, 0x318E), (0x31A0, 0x31FF),
)  # fmt: skip


class _ClassTable(dict[str, int]):
    """Character to class; what is not listed is read once: letters and digits below U+2E80, symbols, else Han."""

    def __missing__(self, char: str) -> int:
        code = ord(char)
        if code < 0x2E80:
            cls = DIGIT if char.isdecimal() else LATIN if char.isalpha() else SYMBOL
        else:
            cls = SYMBOL if _within(code, _SYMBOLS) and not _within(code, _WRITING) else HAN
        self[char] = cls
        return cls


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


CLASS_OF = _ClassTable({char: cls for cls, members in _MEMBERS.items() for char in members})

# What a number and the sign before it are. Behind one of JOINED + and - join two parts of a run, and ＋ and － two
# numbers; behind all else they are a number's own sign.
JOINED = r"0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ!%&).?\\\]^_`|}％‰℃℉°"
_MONEY = "￥＄$€£"
NUMBER = rf"(?:[{_MONEY}±−]|(?<![{JOINED}])[+＋－-])?\d+(?:[,，]\d+)*(?:[.．]\d+)?[%％‰℃℉°]?"
_SIGN = rf"(?P<sign>(?<![{JOINED}])(?:[＋－]|-(?![!-~]))(?=[{_MONEY}]?\d))"

_CONTEXT = re.compile(
    _SIGN + "|——+|[！？]{2,}|(?<=[A-Za-z\u00c0-\u024f])’(?=[A-Za-z\u00c0-\u024f])"
    "|(?<![!-~])/|/(?![!-~])|(?<![!-~])-(?![!-~])|(?<=[0-9A-Za-z])[+]"
)
# The point of a full-width number, and the comma that groups its thousands: any other full-width comma is one of the
# sentence.
_IN_NUMBER = re.compile(
    "(?<=[0-9０-９])．(?=[0-9０-９])|(?<=[0-9０-９])[.,](?=[０-９])|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))"
)
# Where such a match may begin: found in a tenth of the time that the whole expression takes.
_CONTEXT_MARK = re.compile("[—！？’/+＋－-]")


def classify(text: str, chars: Sequence[str] | None = None) -> list[int]:
    """The class of every code point of one paragraph, read in its context; `chars` are its code points, from a caller
    who has them one by one.
    """
    class_of = CLASS_OF
    classes = [class_of[char] for char in chars or text]
    end = 0
    for mark in _CONTEXT_MARK.finditer(text):
        start = mark.start()
        match = _CONTEXT.match(text, start) if start >= end else None
        if match is not None:
            found, end = match.group(), match.end()
            many = len(found) // 2 * 2
            classes[start : start + (many or 1)] = [_of_context(found, match["sign"])] * (many or 1)
    if "．" in text or WIDE_DIGIT in classes:
        for match in _IN_NUMBER.finditer(text):
            classes[match.start()] = WIDE_DIGIT
    return classes


def _of_context(found: str, sign: str | None) -> int:
    """The class of what `_CONTEXT` found, an odd mark at its end left out; a number's `sign` is one of its own."""
    if sign:
        return PREFIX if sign == "＋" else MINUS
    if found[0] == "—":
        return DASH  # an odd dash behind a pair stays a connector; it is one em and may not start a line
    if found in "’+":
        return SIGN  # 1+8+N, A+: no sign that a number starts with
    if found in "/-":
        return SOLIDUS if found == "/" else CONNECTOR
    # Two share one em, three take two ems (GB/T 15834, 5.1.2): pairs are stacked, an odd one stands alone.
    return STACKED


def is_mark(char: str) -> bool:
    """Whether a character is one of the Chinese marks that a Chinese face must set, also beside Latin."""
    return CLASS_OF[char] in _MARKS


_MARKS = frozenset((PAUSE, FINAL, OPENING, CLOSING, CONNECTOR, INTERPUNCT, SOLIDUS, ELLIPSIS, STACKED, WIDE_SPACE))
