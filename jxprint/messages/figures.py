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
    "figures.rescued_starts": _name("… that start with what may not start a line", "其中行首禁则放宽"),
    "figures.rescued_ends": _name("… that end with what may not end one", "其中行末禁则放宽"),
    "figures.rescued_cuts": _name("… that part what holds together", "其中拆断不可分的字串"),
    "figures.rescued_loose": _name("… with gaps wider than the style's limit", "其中字距超过上限"),
    "figures.rescued_short": _name("… with no gap to open, left short", "其中无处加空、未满行"),
    "figures.rescued_unfilled": _name(
        "… left short beside a run, gaps of more than 0.4 em being worse", "其中长串旁字距将逾 0.4 字、故不撑满"
    ),
    "figures.rescued_alone": _name("… of one glyph, one being wider than the measure", "其中因字宽于行长而逐字成行"),
    "figures.uneven_lines": _name("lines that could not be set to the measure (0.01 pt)", "无法齐行的行（0.01 磅）"),
    "figures.uneven_worst": _name("… farthest off, as set and as asked (pt)", "其中相差最大的一行（排成/行长，磅）"),
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
    "figures.legs": _name("legs of a story end apart by (rows)", "同稿各栏栏底相差（行）"),
    "figures.runts": _name("last lines of two characters or fewer", "末行不足三字的段"),
    "figures.lone_last_lines": _name("last lines of one character", "末行孤字"),
    "figures.widow_lines": _name("last lines alone at a leg's head", "段末行独居栏首"),
    "figures.orphan_lines": _name("first lines alone at a leg's foot", "段首行独居栏末"),
}
