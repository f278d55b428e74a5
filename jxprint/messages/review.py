"""Sentences of a page reviewed, renewed or made among many (复原审阅)."""

from __future__ import annotations

from jxprint.messages import Message


def _words(english: str, chinese: str) -> Message:
    return Message(english, "", chinese, "")


MESSAGES: dict[str, Message] = {
    "review.folder_taken": Message(
        "the folder is there and is not empty; nothing was written",
        "name a new folder, or renew this one round what was changed in it with --keep",
        "文件夹已存在且不为空，未写入任何内容",
        "请另取一个文件夹名，或用 --keep 更新它并保留改动",
    ),
    "review.no_record": Message(
        "{file} is missing or damaged, so nothing tells what a person changed here; nothing was written",
        "reconstruct into a new folder and compare",
        "{file} 缺失或损坏，无从知道此处哪些是人工改动，未写入任何内容",
        "请复原到新文件夹后再比较",
    ),
    "review.kept": Message(
        "changed by hand, and kept as it is",
        "delete it to have it written anew",
        "有人工改动，照原样保留",
        "要重新生成，请先删除此文件",
    ),
    "review.other_source": Message(
        "this page was made from another source; what was changed by hand is kept and may be stale",
        "compare the files that are kept",
        "本版原由另一份来源复原；人工改动照留，可能已过时",
        "请核对保留的文件",
    ),
    "review.no_part": Message(
        "{file} would be written, but no part of this page names it: its text is not on the page",
        "give it a part, or move its text to another story",
        "应写出 {file}，但本版没有哪一部分用它：其文字不在版面上",
        "请为它设一个部分，或把文字移入别的稿件",
    ),
    "review.left_out": Message(
        "{count} characters of the source are not on the page; the first of them are in this line",
        "notes.md lists them; put them back if they were to stay",
        "来源中有 {count} 字不在版面上，最先的在这一行",
        "notes.md 列有全部；如应保留，请放回",
    ),
    "review.left_over": Message("no longer part of the page, and taken away", "", "已不属于本版，已删除", ""),
    "review.no_sources": Message(
        "there is no source in this folder",
        "sources are the files that stand in it, but for hidden ones; folders in it are not looked into",
        "此文件夹里没有来源",
        "来源是直接放在其中的文件，隐藏文件除外，不看其中的子文件夹",
    ),
    "review.defect": Message(
        "this page met a defect of jxprint ({defect}); the others go on",
        "report it with this file",
        "本版遇到 jxprint 自身的缺陷（{defect}）；其余照常进行",
        "请附上此文件报告",
    ),
    "review.died": Message(
        "the process that made this page died; the others go on",
        "make this page alone, with more memory free",
        "复原本版的进程中途终止；其余照常进行",
        "请腾出更多内存，单独复原本版",
    ),
    "review.broken_off": Message(
        "broken off with {done} of {of} done; nothing is half made",
        "run the same command again to go on",
        "已中断，完成 {done}/{of} 版；没有做了一半的版面",
        "再次运行同一命令即可继续",
    ),
    "review.doing": _words("reconstructing: {done} of {of}, {failed} failed", "复原：{done}/{of}，失败 {failed}"),
    "review.many": _words(
        "{of} sources: made {made}, renewed {renewed}, done before {before}, failed {failed}; {speed} a second",
        "来源 {of} 份：新做 {made}，更新 {renewed}，原已完成 {before}，失败 {failed}；每秒 {speed} 份",
    ),
    "review.column.page": _words("source", "来源"),
    "review.column.stories": _words("stories", "稿件"),
    "review.column.joints": _words("joints", "断栏"),
    "review.column.measure": _words("measure", "每栏字数"),
    "review.column.sure": _words("sure", "把握"),
    "review.column.doubts": _words("doubts", "存疑"),
    "review.column.state": _words("page", "版面"),
    "review.state.made": _words("made", "新做"),
    "review.state.renewed": _words("renewed", "已更新"),
    "review.state.before": _words("done before", "原已完成"),
    "review.state.failed": _words("failed", "失败"),
    "review.state.kept": _words(", files kept: {count}", "，保留改动 {count} 个文件"),
    "review.title": _words("Review of {name}", "{name} 复原审阅"),
    "review.source": _words("Source: {file}, {size} bytes, SHA-256 {sum}", "来源：{file}，{size} 字节，SHA-256 {sum}"),
    "review.summary": _words(
        "Stories {stories}, ends of columns {joints}, measure {measure} em; {sure} % sure as a whole.",
        "稿件 {stories} 篇，断栏 {joints} 处，每栏 {measure} 字；全版把握 {sure}%。",
    ),
    "review.how": _words(
        "To answer, edit the file that is named: join two paragraphs or part one, make a line a headline or text, move "
        "paragraphs between stories. Then run the same command again with --keep: what was edited stays, and the rest "
        "is read anew by it.",
        "答复的办法是修改所列的文件：接上或分开段落，把一行改作标题或正文，在稿件之间移动段落。"
        "改完后以同一命令加 --keep 再运行：改动照留，其余据此重新推断。",
    ),
    "review.doubts": _words("Doubtful places: {count}, the least sure first", "存疑之处：{count}，把握最小的在前"),
    "review.no_doubts": _words("Nothing is doubtful.", "没有存疑之处。"),
    "review.more": _words("And {count} more, marked in the source below.", "另有 {count} 处，见下面文字稿中的标记。"),
    "review.line": _words("line {line}", "第 {line} 行"),
    "review.doubt_role": _words(
        "is taken for {role} ({sure} %), but may be {other}.", "当作{role}（{sure}%），也可能是{other}。"
    ),
    "review.doubt_joint": _words(
        "is taken for one paragraph that a column's end cut ({sure} %), but may be two.",
        "当作同一段，在此断栏（{sure}%），也可能是两段。",
    ),
    "review.doubt_end": _words(
        "is taken for two paragraphs ({sure} %), but may be one that a column's end cut.",
        "当作两段（{sure}%），也可能是同一段而在此断栏。",
    ),
    "review.because": _words("For it: {reasons}", "依据：{reasons}"),
    "review.because.goes_on": _words("the words go on", "语意未完"),
    "review.because.looks_ended": _words(
        "the words could end here, and only the grid says that they go on", "语意可止，只由版心网格推知未完"
    ),
    "review.because.foot": _words("it falls at the foot of a column", "正当栏尾"),
    "review.because.no_foot": _words("it falls at the foot of no column that was found", "不当任何一栏的栏尾"),
    "review.because.ended": _words("an end mark", "有句末标点"),
    "review.because.bare": _words("a line that needs no end mark", "此类文字可无句末标点"),
    "review.because.also_foot": _words("though it falls at the foot of a column", "但正当栏尾"),
    "review.answer": _words("answer in {file}", "答复写在 {file}"),
    "review.grid": _words("The measure: what speaks for and against each", "栏宽：各种可能及其依据"),
    "review.measure": _words("measure", "每栏字数"),
    "review.share": _words("likelihood", "可能性"),
    "review.for": _words("for it", "支持"),
    "review.against": _words("against it", "反对"),
    "review.em": _words("{measure} em", "{measure} 字"),
    "review.fills": _words(
        "{count} of {of} texts that a column cut fill whole lines", "{of} 处被栏尾切断的文字中，{count} 处恰成整行"
    ),
    "review.fails": _words("{count} do not: ", "{count} 处不成整行："),
    "review.worse": _words("legs come out less level: {stories}", "栏较不平齐：{stories}"),
    "review.grid_note": _words(
        "Likelihoods also weigh how level the legs of all stories come out, and that most newspapers have columns of "
        "11 to 17 characters.",
        "可能性还计入各篇的栏是否平齐，以及多数报纸每栏 11 至 17 字这一常例。",
    ),
    "review.stories": _words("Stories", "稿件"),
    "review.story": _words("story", "稿件"),
    "review.legs": _words("legs", "栏"),
    "review.legs_of": _words("{legs} × {lines} lines", "{legs} 栏 × {lines} 行"),
    "review.sure": _words("sure", "把握"),
    "review.otherwise": _words("or else", "其他可能"),
    "review.no_head": _words("(no headline)", "（无标题）"),
    "review.unknown": _words("unknown", "不明"),
    "review.dump": _words("The source", "文字稿"),
    "review.marks": _words(
        "A black mark: a column ended here and the paragraph goes on. A dashed one: only the grid says so, or a "
        "paragraph's end that may be a column's. Orange: doubtful. Numbers and marks are not copied with the text.",
        "黑底标记：在此断栏，段落未完。虚线标记：只由版心网格推知，或是可能断栏的段末。橙色：存疑。行号和标记不随文字复制。",
    ),
    "review.taken": _words("taken for {role}, {sure} % sure:", "当作{role}，把握 {sure}%："),
    "review.mark_seen": _words("▼ column ends, {sure} %", "▼ 断栏 {sure}%"),
    "review.mark_inferred": _words("▽ column ends, {sure} %", "▽ 断栏 {sure}%"),
    "review.mark_end": _words("¶ paragraph ends, {sure} %", "¶ 段末 {sure}%"),
    "review.recipe_stale": Message(
        "changed by hand, and its recipe no longer gives the source back from this copy",
        "delete it to have it written anew",
        "有人工改动，按它已不能由现有稿件还原文字稿",
        "要重新生成，请先删除此文件",
    ),
}
