"""Character classes of Chinese composition (CLREQ appendix A, with GB/T 15834 for the line-break rules).

A class is a small integer, so that two neighbours index a table in one step. `classify` reads a paragraph at once,
because four characters mean different things by their neighbours: U+2014 is a connector alone and a dash in a pair,
？ and ！ share an em in a pair, and ’ between Latin letters is an apostrophe.
"""

from __future__ import annotations

import re

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
    NO_BREAK_SPACE,
    STACKED,
    WIDE_SPACE,
    ITERATION,
    ENUMERATOR,
    CENTRED,
) = range(22)
# CENTRED is a class of spacing alone: a mark with white on both sides, as Taiwan and Hong Kong draw their stops.
COUNT = 22

# CLREQ lists no 〘〙〚〛〝〞〟｟｠; they come from UAX #14 so that archive text does not fall through.
_MEMBERS: dict[int, str] = {
    PAUSE: "、，：；",
    FINAL: "。．！？",
    OPENING: "“‘（《〈【〖〔［｛「『〘〚〝｟",
    CLOSING: "”’）》〉】〗〕］｝」』〙〛〞〟｠",
    CONNECTOR: "–—～‐〜－",
    INTERPUNCT: "·・‧",
    SOLIDUS: "／",
    DASH: "⸺",
    ELLIPSIS: "…⋯",
    STACKED: "‼⁇⁈⁉",
    POSTFIX: "％‰‱℃℉°′″￠¢",
    PREFIX: "￥¥＄€￡£₩№＃±([{<#$@+~\\",
    SIGN: "!\"%&')*,-./:;=>?]^_`|}",
    SPACE: " ",
    NO_BREAK_SPACE: "\u00a0\u202f\u2007",
    WIDE_SPACE: "\u3000",
    ITERATION: "々〻",
    # ① to ⒛, ㈠ to ㉃, ㊀ to ㊉: heads of an enumeration, which may not be left behind at a line's end.
    ENUMERATOR: "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x3244), *range(0x3280, 0x328A)))),
    DIGIT: "0123456789",
    LATIN: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
}

# Marks that stand one em wide with one empty half; the composer may take that half away.
HALF_EMPTY = frozenset(_MEMBERS[PAUSE] + _MEMBERS[FINAL] + _MEMBERS[OPENING] + _MEMBERS[CLOSING])


class _ClassTable(dict[str, int]):
    """Character to class; what is not listed is read once: Latin-like letters and digits below U+2E80, else Han."""

    def __missing__(self, char: str) -> int:
        cls = HAN
        if ord(char) < 0x2E80 and (char.isalpha() or char.isdecimal()):
            cls = DIGIT if char.isdecimal() else LATIN
        self[char] = cls
        return cls


CLASS_OF = _ClassTable({char: cls for cls, members in _MEMBERS.items() for char in members})

_CONTEXT = re.compile(
    "——+|[！？]{2,}|(?<=[A-Za-z\u00c0-\u024f])’(?=[A-Za-z\u00c0-\u024f])"
    "|(?<![!-~])/|/(?![!-~])|(?<![!-~])-(?![!-~])|(?<=[0-9A-Za-z])[+]"
)
_CONTEXT_MARKS = ("——", "！？", "？！", "！！", "？？", "’", "/", "-", "+")


def classify(text: str) -> list[int]:
    """The class of every code point of one paragraph, read in its context."""
    class_of = CLASS_OF
    classes = [class_of[char] for char in text]
    if any(mark in text for mark in _CONTEXT_MARKS):
        for match in _CONTEXT.finditer(text):
            found = match.group()
            start = match.start()
            if found[0] == "—":
                # An odd dash behind a pair stays a connector; it is one em and may not start a line.
                pairs = len(found) // 2 * 2
                classes[start : start + pairs] = [DASH] * pairs
            elif found in "’+":
                classes[start] = SIGN  # 1+8+N, A+: no sign that a number starts with
            elif found == "/":
                classes[start] = SOLIDUS
            elif found == "-":
                classes[start] = CONNECTOR
            else:
                # Two share one em, three take two ems (GB/T 15834, 5.1.2): pairs are stacked, an odd one stands alone.
                pairs = len(found) // 2 * 2
                classes[start : start + pairs] = [STACKED] * pairs
    return classes


def is_mark(char: str) -> bool:
    """Whether a character is one of the Chinese marks that a Chinese face must set, also beside Latin."""
    return CLASS_OF[char] in _MARKS


_MARKS = frozenset((PAUSE, FINAL, OPENING, CLOSING, CONNECTOR, INTERPUNCT, SOLIDUS, ELLIPSIS, STACKED, WIDE_SPACE))
