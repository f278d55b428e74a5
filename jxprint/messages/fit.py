"""Sentences of the copyfitter (拼文量): lines and characters, what was done, and what is left for an editor."""

from __future__ import annotations

from jxprint.messages import Message


def _words(english: str, chinese: str) -> Message:
    return Message(english, "", chinese, "")


MESSAGES: dict[str, Message] = {
    "fit.column.story": _words("story", "稿件"),
    "fit.column.legs": _words("legs", "栏×字"),
    "fit.column.takes": _words("takes", "需行"),
    "fit.column.room": _words("room", "有行"),
    "fit.column.characters": _words("characters", "字数"),
    "fit.fits": _words("fits", "正好"),
    "fit.over": _words(
        "{lines} lines over: cut {characters} characters where paragraphs end ({cuts})",
        "多 {lines} 行：在段尾删 {characters} 字（{cuts}）",
    ),
    "fit.over_shared": _words(
        "its stack is over: cut {characters} characters here ({lines} lines, where paragraphs end: {cuts}), or "
        "elsewhere in the stack",
        "本叠溢出：在此删 {characters} 字（在段尾删 {lines} 行：{cuts}），或在本叠他稿删",
    ),
    "fit.no_room": _words(
        "{lines} lines over, and no cut would do: take it or another part out, or leave it more rows",
        "多 {lines} 行，删稿不够：请撤下本稿或其他部分，或多给几行",
    ),
    "fit.over_together": _words(
        "its stack is over by more than one story can give: cut {characters} characters here ({lines} lines, "
        "where paragraphs end: {cuts}), and what is told for {others}",
        "本叠溢出，只删一篇不够：在此删 {characters} 字（在段尾删 {lines} 行：{cuts}），并按所示删 {others}",
    ),
    "fit.no_room_shared": _words(
        "its stack is over, and no cut is wanted here: cut {others}",
        "本叠溢出，本稿不必删：请删 {others}",
    ),
    "fit.mark": _words("no room: {lines} lines, {characters} characters", "溢文：{lines} 行，{characters} 字"),
    "fit.mark_no_cut": _words("no room: {lines} lines, and no cut would do", "溢文：{lines} 行，删稿不够"),
    "fit.mark_elsewhere": _words("no room: cut {others}", "溢文：请删 {others}"),
    "fit.mark_together": _words(
        "no room: {lines} lines, {characters} characters, and what is told for {others}",
        "溢文：{lines} 行，{characters} 字，并按所示删 {others}",
    ),
    "fit.cut_from": _words("{characters} in paragraph {paragraph}", "第 {paragraph} 段 {characters} 字"),
    "fit.cut_whole": _words("all of paragraph {paragraph}", "第 {paragraph} 段全删"),
    "fit.cut_wholes": _words("all of paragraphs {paragraph} to {last}", "第 {paragraph} 至 {last} 段全删"),
    "fit.join": _words(", ", "、"),
    "fit.stop": _words("; ", "；"),
    "fit.or_head.kicker": _words("or take a line from the kicker", "或去掉一行引题"),
    "fit.or_head.headline": _words("or take a line from the headline", "或去掉一行标题"),
    "fit.or_head.deck": _words("or take a line from the deck", "或去掉一行副题"),
    "fit.under": _words(
        "{lines} lines under: room for about {characters} characters", "缺 {lines} 行：还可排约 {characters} 字"
    ),
    "fit.jump_needless": _words("all of it stands here: nothing is left to jump", "本处已排完：没有可转的文字"),
    "fit.jump_refused": _words("cannot go on elsewhere as it is", "照此无法转版"),
    "fit.jumps": _words("{lines} lines go on elsewhere", "{lines} 行转版"),
    "fit.head": _words("headline at {size} pt, not {usual}", "标题用 {size} 磅，小于规定的 {usual} 磅"),
    "fit.head_over": _words("its head does not fit", "标题排不下"),
    "fit.head_over_by": _words(
        "its head does not fit: {characters} characters too long", "标题排不下：多 {characters} 字"
    ),
    "fit.mark_head": _words("head: {characters} characters too long", "标题：多 {characters} 字"),
    "fit.mark_head_broad": _words("head too broad", "标题过宽"),
    "fit.head_closed": _words("headline closed up by {tracking} em", "标题字距收紧 {tracking} 字"),
    "fit.head_broken": _words("headline broken into {lines} lines", "标题断为 {lines} 行"),
    "fit.page": _words("page: {done}", "全版：{done}"),
    "fit.part": _words("{part}: {done}", "{part}：{done}"),
    "fit.done.marks": _words("{won} lines won by tighter marks", "挤标点收回 {won} 行"),
    "fit.done.head": _words("head set at {after} pt, not {before}", "标题由 {before} 磅降为 {after} 磅"),
    "fit.done.picture": _words("picture {after} rows deep, not {before}", "图片由 {before} 行裁为 {after} 行"),
    "fit.done.pitch": _words("pitch {after} pt, not {before}", "行距由 {before} 磅改为 {after} 磅"),
    "fit.reckoned": Message(
        "{part} goes on from page {page}, which does not fit yet: it is reckoned with the most text that it can get",
        "make page {page} fit first; what is told here only grows less by it",
        "{part} 接第 {page} 版，而该版尚未排下：此处按所接文字最多时计算",
        "请先使第 {page} 版排下；此处所报的数字只会因此减少",
    ),
    "fit.no_story": Message(
        "this page has no story “{name}”",
        "name one of {known}, or its letter in the dummy",
        "本版没有稿件“{name}”",
        "可写 {known}，或版样中的代号",
    ),
    "fit.several_stories": Message(
        "several stories are called “{name}”",
        "say which: {known}",
        "不止一篇稿件叫“{name}”",
        "请写明哪一篇：{known}",
    ),
    "fit.trial.level": _words("tried as it would run across: the page has it run down", "按横排试排；版面上是直排"),
    "fit.trial.whole": _words("tried whole, without its jump", "按不转版、全稿排在一处试排"),
    "fit.trial.rectangle": _words("tried as a rectangle: the page has it with corners", "按矩形试排；版面上是拐角稿"),
    "fit.trial.columns": _words("columns", "占栏"),
    "fit.trial.lines": _words("lines", "行"),
    "fit.trial.rows": _words("rows", "占行"),
    "fit.trial.short": _words("last legs {lines} lines short", "末栏共缺 {lines} 行"),
    "fit.trial.deep": _words(
        "{rows} rows more than the {page} of the page: too deep for it", "比版心的 {page} 行深 {rows} 行，本版排不下"
    ),
    "fit.trial.head": _words("the head does not fit", "标题排不下"),
}
