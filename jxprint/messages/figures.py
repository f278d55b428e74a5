"""What the figures of a page's typography are called."""

from __future__ import annotations

from jxprint.messages import Message


def _name(en: str, zh: str) -> Message:
    return Message(en, "", zh, "")


MESSAGES: dict[str, Message] = {
    "figures.lines": _name("lines of body text", "正文行数"),
    "figures.justified_lines": _name("… that fill their measure", "其中齐行"),
    "figures.forbidden_starts": _name("forbidden line starts", "行首禁则违例"),
    "figures.forbidden_ends": _name("forbidden line ends", "行末禁则违例"),
    "figures.split_numbers": _name("numbers split over two lines", "拆断的数字"),
    "figures.split_words": _name("words split without a hyphen", "无连字符而拆断的西文词"),
    "figures.hyphenated_lines": _name("lines that end with a hyphen", "行末断词"),
    "figures.rescued_lines": _name("lines that broke a rule to be set", "破例排出的行"),
    "figures.uneven_lines": _name("lines short of or over the measure (0.01 pt)", "不齐的行（0.01 磅）"),
    "figures.pairs": _name("pairs of adjacent marks", "相邻标点"),
    "figures.pairs_squeezed": _name("… that are squeezed", "其中已挤压"),
    "figures.han_gap_p50": _name("gap between Han, half are below (em)", "字距中位数（字）"),
    "figures.han_gap_p95": _name("… 95 in 100 are below (em)", "字距第 95 百分位（字）"),
    "figures.han_gap_p99": _name("… 99 in 100 are below (em)", "字距第 99 百分位（字）"),
    "figures.han_gap_max": _name("… the widest (em)", "最大字距（字）"),
    "figures.widest_line": _name("the loosest line", "最疏的一行"),
    "figures.tightest_line": _name("the tightest line", "最密的一行"),
    "figures.after_stop_max": _name("widest gap behind a mark, over its own em", "标点后最大加空（字）"),
    "figures.grid_error_pt": _name("farthest from the baseline grid (pt)", "偏离行格的最大值（磅）"),
    "figures.legs": _name("legs of a story differ by (lines)", "同稿各栏相差（行）"),
    "figures.runts": _name("last lines of two characters or fewer", "末行不足三字的段"),
    "figures.lone_last_lines": _name("last lines of one character", "末行孤字"),
    "figures.widow_lines": _name("last lines alone at a leg's head", "段末行独居栏首"),
    "figures.orphan_lines": _name("first lines alone at a leg's foot", "段首行独居栏末"),
}
