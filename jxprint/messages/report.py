"""Words of a check's report: its figures, and the page on which the findings are marked."""

from __future__ import annotations

from jxprint.messages import Message


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


MESSAGES: dict[str, Message] = {
    # Figures.
    "report.rate": _words(
        "character error rate {percent} % ({errors} of {characters} characters)",
        "字符错误率 {percent}%（{characters} 字中错 {errors} 字）",
    ),
    "report.folded": _words("; of these {folds}", "；其中{folds}"),
    "report.fold_rate": _words("{errors} ({percent} %) with {fold}", "{fold}时为 {errors} 字（{percent}%）"),
    "report.fold.width": _words("full and half width taken for the same", "不分全角半角"),
    "report.fold.punctuation": _words("marks of one kind taken for the same", "不分同类标点"),
    "report.fold.compatibility": _words("compatibility characters taken for the usual ones", "不分兼容字形"),
    "report.fold.all": _words("all of that taken together", "以上都不分"),
    "report.at": _words("{sentence}; in the copy: {where}", "{sentence}；原稿位置：{where}"),
    "report.join": _words(", ", "，"),
    "report.counts": _words("differences: {counts}", "差异：{counts}"),
    "report.count.missing": _words(
        "missing {findings} ({characters} characters)", "缺 {findings} 处（{characters} 字）"
    ),
    "report.count.extra": _words("extra {findings} ({characters} characters)", "多 {findings} 处（{characters} 字）"),
    "report.count.altered": _words(
        "altered {findings} ({characters} characters)", "改 {findings} 处（{characters} 字）"
    ),
    "report.count.moved": _words("moved {findings} ({characters} characters)", "移 {findings} 处（{characters} 字）"),
}
