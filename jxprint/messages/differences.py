"""Sentences about what changed between two proofs; they belong to the room `checks`."""

from __future__ import annotations

from jxprint.messages import Message


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


DIFFERENCE_MESSAGES: dict[str, Message] = {
    "checks.diff.untagged": Message(
        "the PDF has no tagged articles: jxprint did not write it, or its tags were lost",
        "compare the page's folder, or the PDF as jxprint wrote it",
        "PDF 中没有带标签的稿件：不是 jxprint 所出，或标签已丢失",
        "请改用版面文件夹，或 jxprint 排出的 PDF 原件",
    ),
    "checks.diff.same": _words(
        "nothing changed: {pages} pages, {parts} parts, {characters} characters",
        "没有变动：{pages} 版、{parts} 个部分、{characters} 字",
    ),
    "checks.diff.page": _words("page {page} ({name}):", "第 {page} 版（{name}）："),
    "checks.diff.summary": _words(
        "differences of copy: {copy}, of parts: {parts}, of lines: {lines}",
        "差异：文字 {copy} 处，部分 {parts} 处，行 {lines} 处",
    ),
    # Pages and parts.
    "checks.diff.title": _words("the title “{old}” became “{new}”", "文档标题“{old}”改为“{new}”"),
    "checks.diff.pitch": _words("the lines stand {new} pt apart, which was {old} pt", "行距由 {old} 点改为 {new} 点"),
    "checks.diff.nothing_there": Message(
        "there is no such folder, nor such a file",
        "name the folder of a page or an edition, or a PDF that jxprint built",
        "没有这个文件夹或文件",
        "请写版面或整期的文件夹，或 jxprint 排出的 PDF",
    ),
    "checks.diff.page_new": _words("page {page} ({name}) is new", "第 {page} 版（{name}）是新增的"),
    "checks.diff.page_gone": _words("page {page} ({name}) is gone", "第 {page} 版（{name}）已撤去"),
    "checks.diff.part_new": _words(
        "{part}: new, at {at}, {characters} characters", "{part}：新增，位于{at}，{characters} 字"
    ),
    "checks.diff.part_gone": _words(
        "{part}: gone, was at {at}, {characters} characters", "{part}：已撤，原在{at}，{characters} 字"
    ),
    "checks.diff.part_moved": _words("{part}: moved from {old} to {new}", "{part}：从{old}移到{new}"),
    "checks.diff.part_resized": _words("{part}: {old} became {new}", "{part}：{old}改为{new}"),
    "checks.diff.part_other_page": _words(
        "{part}: moved from page {old} to page {new}", "{part}：从第 {old} 版移到第 {new} 版"
    ),
    "checks.diff.part_order": _words("{part}: has another place in the reading order", "{part}：阅读顺序有变"),
    "checks.diff.part_name": _words("{old}: is called {new} now", "{old}：现名 {new}"),
    "checks.diff.pictures": _words("{part}: {old} pictures became {new}", "{part}：图片由 {old} 幅变为 {new} 幅"),
    "checks.diff.picture_alt": _words(
        "{part}: the picture's description “{old}” became “{new}”", "{part}：图片替代文字“{old}”改为“{new}”"
    ),
    "checks.diff.picture_file": _words(
        "{part}: the picture is another one, or cropped otherwise", "{part}：图片已换，或裁切不同"
    ),
    "checks.diff.picture_moved": _words(
        "{part}: the picture moved from {old} to {new}", "{part}：图片从{old}移到{new}"
    ),
    "checks.diff.drawn": _words("rules or tints under the copy are drawn otherwise", "文字之下的线条或底纹有变"),
    "checks.diff.part_deeper": _words(
        "{part}: {depth} deeper, {old} became {new}", "{part}：加深 {depth}，{old}改为{new}"
    ),
    "checks.diff.part_shallower": _words(
        "{part}: {depth} shallower, {old} became {new}", "{part}：减少 {depth}，{old}改为{new}"
    ),
    "checks.diff.ornament_new": _words(
        "ornament {part} ({name}): new, at {at}", "题花 {part}（{name}）：新增，位于{at}"
    ),
    "checks.diff.ornament_gone": _words(
        "ornament {part} ({name}): gone, was at {at}", "题花 {part}（{name}）：已撤，原在{at}"
    ),
    "checks.diff.ornament_moved": _words(
        "ornament {part} ({name}): moved from {old} to {new}", "题花 {part}（{name}）：从{old}移到{new}"
    ),
    "checks.diff.ornament_other": _words("ornament {part}: {old} became {name}", "题花 {part}：{old} 换成 {name}"),
    "checks.diff.ornament_drawn": _words(
        "ornament {part} ({name}): the file is another drawing", "题花 {part}（{name}）：图稿文件有变"
    ),
    "checks.diff.overset": Message(
        "copy without room: the page is compared as its proof shows it",
        "jxprint fit tells what to cut",
        "有溢排：按其校样（含溢出部分）比较",
        "用 jxprint fit 查看须删多少",
    ),
    # Places.
    "checks.diff.at_grid": _words("column {columns}, row {rows}", "第 {columns} 栏、第 {rows} 行"),
    "checks.diff.at_mm": _words(
        "{x} mm from the left and {y} mm from the head ({width} × {height} mm)",
        "距左 {x} 毫米、距顶 {y} 毫米处（{width} × {height} 毫米）",
    ),
    "checks.diff.by_rows": _words("{way} by {count} rows", "{way} {count} 行"),
    "checks.diff.by_columns": _words("{way} by {count} base columns", "{way} {count} 个基本栏"),
    "checks.diff.by_mm": _words("{way} by {count} mm", "{way} {count} 毫米"),
    "checks.diff.to_left": _words("left", "左移"),
    "checks.diff.to_right": _words("right", "右移"),
    "checks.diff.to_up": _words("up", "上移"),
    "checks.diff.to_down": _words("down", "下移"),
    "checks.diff.rows": _words("{count} rows", "{count} 行"),
    "checks.diff.mm": _words("{count} mm", "{count} 毫米"),
    "checks.diff.at_letter": _words("page {page}, {letter}", "第 {page} 版 {letter} 部分"),
    "checks.diff.at_page": _words("page {page}", "第 {page} 版"),
    "checks.diff.at_part": _words("page {page}, part {number} of the story", "第 {page} 版第 {number} 部分"),
    "checks.diff.lines_of_leg": _words("line {which} of leg {leg}", "第 {leg} 栏第 {which} 行"),
    # What of a part.
    "checks.diff.part_of_story": _words("{part} ({spot})", "{part}（{spot}）"),
    "checks.diff.folio": _words("folio", "报眉"),
    "checks.diff.in_cell": _words("row {row}, column {column}", "第 {row} 行第 {column} 列"),
    "checks.diff.in_item": _words("item {number}", "第 {number} 条"),
    "checks.diff.in_line": _words("line {number}", "第 {number} 行"),
    "checks.diff.in_head": _words("head", "题区"),
    "checks.diff.in_nameplate": _words("nameplate", "报头字"),
    "checks.diff.in_note": _words("note", "表注"),
    "checks.diff.in_label": _words("label", "标注"),
    "checks.diff.in_quote": _words("quote", "引语"),
    "checks.diff.in_jump": _words("jump line", "转版行"),
    "checks.diff.in_masthead": _words("masthead", "版头"),
    "checks.diff.in_kicker": _words("kicker", "引题"),
    "checks.diff.in_headline": _words("headline", "标题"),
    "checks.diff.in_deck": _words("deck", "副题"),
    "checks.diff.in_byline": _words("byline", "署名"),
    "checks.diff.in_caption": _words("caption", "图片说明"),
    "checks.diff.in_credit": _words("credit", "图片署名"),
    "checks.diff.in_folio": _words("piece {number}", "第 {number} 段"),
    "checks.diff.in_paragraph": _words("paragraph {number}", "第 {number} 段"),
    # Copy.
    "checks.diff.text_inserted": _words(
        "{part}, {where}, character {at}: inserted “{text}”: …{before}[+{text}]{after}…",
        "{part}{where}第 {at} 字：增“{text}”：…{before}[+{text}]{after}…",
    ),
    "checks.diff.text_deleted": _words(
        "{part}, {where}, before character {at}: deleted “{text}”: …{before}[-{text}]{after}…",
        "{part}{where}第 {at} 字前：删“{text}”：…{before}[-{text}]{after}…",
    ),
    "checks.diff.text_replaced": _words(
        "{part}, {where}, character {at}: “{old}” became “{new}”: …{before}[{old}→{new}]{after}…",
        "{part}{where}第 {at} 字：“{old}”改为“{new}”：…{before}[{old}→{new}]{after}…",
    ),
    "checks.diff.text_moved": _words(
        "{part}, {where}, character {at}: “{text}” stood at character {old_at}: …{before}[{text}]{after}…",
        "{part}{where}第 {at} 字：“{text}”原在第 {old_at} 字：…{before}[{text}]{after}…",
    ),
    "checks.diff.paragraph_new": _words(
        "{part}, {where}: new, {characters} characters: {text}", "{part}{where}：新增 {characters} 字：{text}"
    ),
    "checks.diff.paragraph_split": _words(
        "{part}, {where}: begins a paragraph of its own: …{before}¶{after}…",
        "{part}{where}：另起一段：…{before}¶{after}…",
    ),
    "checks.diff.paragraphs_joined": _words(
        "{part}, {where}, character {at}: began a paragraph of its own: …{before}|{after}…",
        "{part}{where}第 {at} 字：原另起一段，现接排：…{before}|{after}…",
    ),
    "checks.diff.row_new": _words("{part}: row {row} is new: {text}", "{part}：第 {row} 行是新增的：{text}"),
    "checks.diff.row_gone": _words(
        "{part}: row {row} of the old proof is gone: {text}", "{part}：旧样第 {row} 行已删：{text}"
    ),
    "checks.diff.paragraph_gone": _words(
        "{part}, {where} of the old proof: gone, {characters} characters: {text}",
        "{part}旧样{where}：已删，{characters} 字：{text}",
    ),
    "checks.diff.paragraph_moved": _words(
        "{part}, {where}: stood in {old_part}, {old_where}: {text}", "{part}{where}：原在{old_part}{old_where}：{text}"
    ),
    "checks.diff.readings": _words(
        "{part}, {where}: the readings “{old}” became “{new}”", "{part}{where}：注音“{old}”改为“{new}”"
    ),
    # Lines.
    "checks.diff.lines_set": _words("{part}, {where}: set anew, line {which}", "{part}{where}：重排第 {which} 行"),
    "checks.diff.lines_set_all": _words(
        "{part}: {lines} lines in {count} paragraphs set anew", "{part}：{count} 段共 {lines} 行重排"
    ),
    "checks.diff.lines_leg": _words(
        "{part}: {lines} lines in another leg: line {which} of leg {leg} was line {old} of leg {old_leg}",
        "{part}：{lines} 行移栏：第 {leg} 栏第 {which} 行原为第 {old_leg} 栏第 {old} 行",
    ),
    "checks.diff.lines_moved": _words(
        "{part}: {lines} lines moved {way} within the part: line {which} of leg {leg}",
        "{part}：{lines} 行在稿内{way}：第 {leg} 栏第 {which} 行",
    ),
    "checks.diff.lines_went": _words(
        "{part}: {lines} lines ({characters} characters) went from {old} to {new}: were {old_lines}; are {new_lines}",
        "{part}：{lines} 行（{characters} 字）从{old}移到{new}：原为{old_lines}，现为{new_lines}",
    ),
    "checks.diff.legs_moved": _words(
        "{part}: {lines} lines moved {way} within the part, in legs {legs}",
        "{part}：{lines} 行在稿内{way}，在第 {legs} 栏",
    ),
    "checks.diff.block_moved": _words("{part}, {where}: moved {way} within the part", "{part}{where}：在稿内{way}"),
    "checks.diff.rows_moved": _words(
        "{part}: row {which} moved {way} within the part", "{part}：第 {which} 行在稿内{way}"
    ),
    "checks.diff.items_moved": _words(
        "{part}: item {which} moved {way} within the part", "{part}：第 {which} 条在稿内{way}"
    ),
    "checks.diff.lines_type": _words(
        "{part}: {lines} lines in other type: size, face, ink or link", "{part}：{lines} 行的字号、字体、墨色或链接有变"
    ),
}
