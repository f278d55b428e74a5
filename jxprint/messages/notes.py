"""Sentences of notes.md, which stands beside a reconstructed page (复原说明): what was read, inferred and assumed."""

from __future__ import annotations

from jxprint.messages import Message


def _words(english: str, chinese: str) -> Message:
    return Message(english, "", chinese, "")


MESSAGES: dict[str, Message] = {
    "notes.title": _words("Notes on the reconstruction of {name}", "{name} 复原说明"),
    "notes.resetting": _words(
        "This page is a re-setting from the text of a printed page. What the text cannot hold is lost: faces, "
        "pictures, rules, colours, and whatever was not in it.",
        "本版是据文字稿复排的，不是原件。文字稿里没有的都已失去：原用字体、图片、线条、颜色，以及未录入的内容。",
    ),
    "notes.source": _words(
        "Source: {file}, {size} bytes, {encoding}, SHA-256 {sum}",
        "来源：{file}，{size} 字节，{encoding}，SHA-256 {sum}",
    ),
    "notes.seen": _words("Read off the evidence", "从材料上读出的"),
    "notes.doubt": _words(
        "Line {line}, “{text}”: taken for {role} ({sure} %), but may be {other}. For it: {reasons}.",
        "第 {line} 行“{text}”：当作{role}（{sure}%），也可能是{other}。依据：{reasons}。",
    ),
    "notes.inferred": _words("Inferred", "推断的"),
    "notes.assumed": _words("Assumed", "假定的"),
    "notes.kept": _words("Kept as it stands", "照原样保留的"),
    "notes.joints": _words(
        "{seen} cuts at the foot of a column are seen in the text, {inferred} more are inferred from the grid alone.",
        "文字稿里看得出 {seen} 处断栏，另有 {inferred} 处只由版心网格推知。",
    ),
    "notes.joint": _words(
        "{story}, paragraph {paragraph}, character {offset}: {context} ({kind})",
        "{story} 第 {paragraph} 段第 {offset} 字：{context}（{kind}）",
    ),
    "notes.kind.seen": _words("seen", "看得出"),
    "notes.kind.inferred": _words("inferred", "推知"),
    "notes.measure": _words(
        "One measure of {measure} em explains the cuts: {share} % of the likelihood; next {others}.",
        "每栏 {measure} 字能说明这些断栏：占可能性的 {share}%；其次为 {others}。",
    ),
    "notes.other_measure": _words("{measure} em {share} %", "{measure} 字 {share}%"),
    "notes.no_measure": _words(
        "No cut tells the measure: the columns are drawn at {measure} em.", "没有断栏可据，栏宽按 {measure} 字画。"
    ),
    "notes.story": _words(
        "{story}: {legs} legs of {lines} lines, {total} lines in all, {sure} % sure",
        "{story}：{legs} 栏，每栏 {lines} 行，共 {total} 行，把握 {sure}%",
    ),
    "notes.story_unknown": _words("{story}: nothing tells its legs", "{story}：看不出栏数"),
    "notes.plan": _words(
        "{columns} base columns, {stacks} side by side; a type area {width} mm wide at {size} pt",
        "基本栏 {columns} 栏，分为 {stacks}；版心宽 {width} 毫米，正文 {size} 磅",
    ),
    "notes.measured": _words(
        "Measured: {columns} base columns of {measure} em with gaps of {gap} em, body type {size} pt on {pitch} pt, "
        "on a sheet of {width} × {height} mm.",
        "量得：基本栏 {columns} 栏，每栏 {measure} 字，栏距 {gap} 字，正文 {size} 磅，行距 {pitch} 磅，"
        "成品 {width} × {height} 毫米。",
    ),
    "notes.measured_size": _words(
        "Measured: body type {size} pt; no leg is long enough to tell the columns.",
        "量得：正文 {size} 磅；没有够长的栏可量栏宽。",
    ),
    "notes.measured_story": _words(
        "{story}: {legs} legs of {lines} lines, {measure} em wide, {total} lines in all",
        "{story}：{legs} 栏，每栏 {lines} 行，栏宽 {measure} 字，共 {total} 行",
    ),
    "notes.measured_off": _words(
        "These are measured off an image: sizes to about a twentieth, measures to half an em.",
        "以上由图像量得：字号约有二十分之一之差，栏宽以半字为准。",
    ),
    "notes.widened": _words(
        "{count} marks that were recognised at half width were put back to full width; numbers, times, Latin words and"
        " addresses were left. The file has them as they were recognised.",
        "识别为半角的 {count} 个标点恢复为全角；数字、时刻、外文和网址中的不动。原文件仍保留识别结果。",
    ),
    "notes.house_style": _words(
        "Faces and sizes of heads are the house style's; rules, frames and pictures are not taken over.",
        "字体和标题字号按版式规范；线条、边框和图片未取用。",
    ),
    "notes.file": _words(
        "Source: {file}, {size} bytes, {kind}, SHA-256 {sum}", "来源：{file}，{size} 字节，{kind}，SHA-256 {sum}"
    ),
    "notes.file_page": _words("Page {page} of the file.", "取文件的第 {page} 版。"),
    "notes.stack": _words("a stack of {span} columns with {stories}", "一叠 {span} 栏（{stories}）"),
    "notes.pictures": _words(
        "{count} pictures stand at the head of the shallowest stack, as deep as leaves the stacks level.",
        "{count} 张图片排在最浅的一叠之首，深度以各叠平齐为准。",
    ),
    "notes.pitch": _words(
        "Pitch, gap, margins, faces and sizes of heads are the house style's: no text tells them.",
        "行距、栏距、页边、字体和标题字号都按版式规范，文字稿里看不出。",
    ),
    "notes.unplaced": _words("Found no place: {text} (line {line})", "未能安排：{text}（第 {line} 行）"),
    "notes.left_out": _words(
        "Not on the page, but in source.txt: {text} (line {line})",
        "版面上没有、只在 source.txt 里：{text}（第 {line} 行）",
    ),
    "notes.faceless": _words(
        "{char} ({code}): no face has it, and 〓 stands for it on the page; lines {lines}",
        "{char}（{code}）：没有字体收此字，版面上以〓代替；第 {lines} 行",
    ),
    "notes.private_use": _words(
        "{char} ({code}): a character of private use, as the newsroom's own face has it; lines {lines}",
        "{char}（{code}）：自造字，字形以本社字体为准；第 {lines} 行",
    ),
    "notes.misprint": _words(
        "A likely misprint of the original, kept: “{context}” ({place}): {reason}",
        "疑为原文之误，照录未改：“{context}”（{place}）：{reason}",
    ),
    "notes.misprint.word_twice": _words("a little word stands twice", "虚词重出"),
    "notes.misprint.phrase_twice": _words("a phrase stands twice", "词句重出"),
    "notes.misprint.said_again": _words(
        "a character stands again where no word goes on with it: something was doubled or dropped",
        "一字复见而不成词，或衍或脱",
    ),
    "notes.place": _words("{story}, paragraph {paragraph}", "{story} 第 {paragraph} 段"),
    "notes.place_in_head": _words("{story}", "{story}"),
    "notes.nothing": _words("Nothing.", "无。"),
    "notes.join": _words(", ", "、"),
}
