"""Sentences about late corrections; they belong to the room `composition`."""

from __future__ import annotations

from jxprint.messages import Message


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


HOLDING_MESSAGES: dict[str, Message] = {
    # Refusals: text would have to move to another leg.
    "composition.held_leg_over": Message(
        "{part}, leg {leg}: the correction takes {lines} lines more than were printed",
        "cut about {characters} characters, or let text move to other legs with --move-legs",
        "{part}第 {leg} 栏：改稿后比上次多 {lines} 行",
        "请删去约 {characters} 字，或加 --move-legs 准许文字移栏",
    ),
    "composition.held_leg_short": Message(
        "{part}, leg {leg}: the correction takes {lines} lines less than were printed",
        "add about {characters} characters, or let text move to other legs with --move-legs",
        "{part}第 {leg} 栏：改稿后比上次少 {lines} 行",
        "请补上约 {characters} 字，或加 --move-legs 准许文字移栏",
    ),
    "composition.held_other_legs": Message(
        "{part}: the last build had other legs, in number or width, so its lines cannot be held",
        "give the part its old columns back, or let its text move with --move-legs",
        "{part}：上次的栏数或栏宽与现在不同，原有各行无法守住",
        "请恢复原来的分栏，或加 --move-legs 准许文字移栏",
    ),
    "composition.held_subhead": Message(
        "{part}: a subhead would stand at the foot of leg {leg} with less than two lines under it",
        "change the text above it, or let text move to other legs with --move-legs",
        "{part}：小标题会落在第 {leg} 栏栏末，其下不足两行",
        "请改动它前面的文字，或加 --move-legs 准许文字移栏",
    ),
    "composition.held_drop_cap": Message(
        "{part}: leg {leg} would end beside the drop cap",
        "take a shallower cap, or let text move to other legs with --move-legs",
        "{part}：第 {leg} 栏会在下沉首字旁边断开",
        "请减少下沉行数，或加 --move-legs 准许文字移栏",
    ),
    # The last build's pages are others.
    "composition.held_pages": Message(
        "the last build has {pages} pages, and this one was given {folders} folders",
        "name the same page folders as for the last build, in the same order",
        "上次的 PDF 有 {pages} 版，而这次给出 {folders} 个版面文件夹",
        "请按上次的顺序给出同样的版面文件夹",
    ),
    "composition.held_other_page": Message(
        "page {page} of the last build has none of the parts of {name}: it is another page",
        "give --hold the PDF that was built from this folder",
        "上次 PDF 的第 {page} 版与 {name} 没有相同的部分，不是同一版",
        "请给 --hold 由该文件夹排出的 PDF",
    ),
    "composition.held_new_parts": _words(
        "{name}: not in the last build, set freely: {parts}", "{name}：上次没有、自由排出的部分：{parts}"
    ),
    "composition.held_gone_parts": _words(
        "{name}: in the last build and no longer: {parts}", "{name}：上次有、这次没有的部分：{parts}"
    ),
    # What moved.
    "composition.held_nothing_moved": _words("{name}: nothing moved", "{name}：各行均未变动"),
    "composition.held_moved": _words(
        "{name}: {moved} of {lines} lines are not as they were printed",
        "{name}：{lines} 行中有 {moved} 行与上次不同",
    ),
    "composition.moved.paragraph": _words(
        "{part}, paragraph {number}, line {line}: {text}", "{part}第 {number} 段第 {line} 行：{text}"
    ),
    "composition.moved.headline": _words("{part}, headline, line {line}: {text}", "{part}标题第 {line} 行：{text}"),
    "composition.moved.kicker": _words("{part}, kicker: {text}", "{part}引题：{text}"),
    "composition.moved.deck": _words("{part}, deck: {text}", "{part}副题：{text}"),
    "composition.moved.byline": _words("{part}, byline: {text}", "{part}署名：{text}"),
    "composition.moved.caption": _words("{part}, caption, line {line}: {text}", "{part}图片说明第 {line} 行：{text}"),
    "composition.moved.credit": _words("{part}, credit: {text}", "{part}图片署名：{text}"),
    "composition.moved.masthead": _words("{part}, masthead: {text}", "{part}版头：{text}"),
    "composition.moved.quote": _words("{part}, quote {number}: {text}", "{part}引语第 {number} 行：{text}"),
    "composition.moved.label": _words("{part}, label: {text}", "{part}广告标注：{text}"),
    "composition.moved.folio": _words("folio, piece {number}: {text}", "报眉第 {number} 段：{text}"),
    "composition.moved.gone": _words("{part}: a paragraph is gone: {text}", "{part}：已删去一段：{text}"),
}
