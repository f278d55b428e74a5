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
    "report.often": _words(
        "{sentence}; and so in {count} more places (first {first})", "{sentence}；另有 {count} 处相同（先见于 {first}）"
    ),
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
    # The page on which findings are marked.
    "report.title": _words("Check of {name}", "核对报告：{name}"),
    "report.good": _words("Everything is as the copy says.", "与原稿一致。"),
    "report.bad": _words("This file is not as the copy says.", "与原稿不符。"),
    "report.unreadable": _words(
        "The file cannot be read back, so no page can be shown; below is the copy as it should stand.",
        "文件无法读回，不能显示版面；下面是应有的原稿。",
    ),
    "report.how": _words(
        "Every finding has one number: on the page, in the list and in the copy. Point at any of the three and the "
        "others are outlined; click to go there.",
        "每处发现有一个编号，版面、清单和原稿中相同。指向其中一处，另两处加框；点击即可跳转。",
    ),
    "report.of_file": _words("The file as a whole", "整个文件"),
    "report.page": _words("Page {page}: {title}", "第 {page} 版：{title}"),
    "report.findings": _words("Findings: {count}", "发现 {count} 处"),
    "report.copy": _words("The copy", "原稿"),
    "report.no_picture": _words(
        "This page cannot be shown: the file has no such page, or it cannot be drawn.",
        "无法显示本版：文件中没有这一页，或无法绘出。",
    ),
    "report.kind.missing": _words("missing", "缺字"),
    "report.kind.extra": _words("extra", "多字"),
    "report.kind.altered": _words("altered", "改字"),
    "report.kind.moved": _words("moved", "移位"),
    "report.kind.other": _words("other", "其他"),
    "report.says.missing": _words("{expected} is missing behind {after}", "{after} 之后缺 {expected}"),
    "report.says.extra": _words(
        "{read} is too much behind {after}: the copy does not have it", "{after} 之后多出 {read}，原稿没有"
    ),
    "report.says.altered": _words("it should say {expected} and says {read}", "应为 {expected}，现为 {read}"),
    "report.says.moved": _words(
        "{expected} ({count} characters) is not in its place: it is read behind {after}",
        "{expected}（{count} 字）不在原位，读在 {after} 之后",
    ),
    "report.beginning": _words("the beginning", "开头"),
    "report.only.stream": _words(" (only when the text is copied out of the file)", "（只在从文件中复制文字时如此）"),
    "report.only.structure": _words(
        " (only for who listens to the page or reads it on a telephone)", "（只影响听读和手机阅读）"
    ),
    "report.only.geometry": _words(" (only as it stands on paper)", "（只在纸面上如此）"),
    "report.seen_by": _words("seen by {seen}", "见于 {seen}"),
}
