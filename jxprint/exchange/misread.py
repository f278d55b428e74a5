"""Text whose encoding was taken for another one before it came here (乱码): 渡轮 that reads 娓¤疆."""

from __future__ import annotations

# A line of so many characters is looked at, and of what it may have been so many in a hundred have to be Chinese.
_LEAST, _MOST, _CHINESE = 6, 400, 80
# Where characters that UTF-8 writes in three bytes, as it does Chinese ones and their marks, begin and end.
_FROM, _TO = "\u2010", "\uffef"
_SHOWN = 8


def misread_in(text: str) -> tuple[str, str] | None:
    """The beginning of a line that was UTF-8 and was read as GB 18030, and what it was; None where there is none. The
    bytes of text that is what it seems are hardly ever UTF-8, and never Chinese for a whole line.
    """
    for line in text.split("\n"):
        wide = "".join(one for one in line[:_MOST] if one > "\x7f")
        if len(wide) < _LEAST:
            continue
        data = wide.encode("gb18030", "ignore")
        meant = data.decode("utf-8", "ignore")
        chinese = sum(_FROM <= one <= _TO for one in meant)
        if chinese * 300 >= _CHINESE * len(data):
            return wide[:_SHOWN], meant[:_SHOWN]
    return None
