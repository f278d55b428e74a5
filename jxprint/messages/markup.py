"""Sentences about markup within copy; they belong to the room `copy`."""

from __future__ import annotations

from jxprint.messages import Message

MARKUP_MESSAGES: dict[str, Message] = {
    "copy.markup_unnamed": Message(
        "a brace opens markup, and no name with a colon follows it",
        r"write {{strong:…}}, or \{{ for the brace itself",
        "花括号表示标记，但后面没有“名称：”",
        r"请写成 {{加粗：…}} 这样；要印花括号本身请写 \{{",
    ),
    "copy.break_not_here": Message(
        "lines are broken by hand in kickers, headlines and decks alone, and not within other markup",
        "take the mark out; text breaks by itself",
        "断行标记只用于引题、标题、副题，也不能放在其他标记之内",
        "请删去；正文会自行转行",
    ),
    "copy.break_without_line": Message(
        "a mark that breaks a line has no line on one of its sides",
        "take it out, or write the line that is wanting",
        "断行标记的一侧没有文字",
        "请删去，或补上缺的一行",
    ),
    "copy.markup_unknown": Message(
        "there is no markup “{name}”",
        r"known: {known}; write \{{ for a brace that is text",
        "没有“{name}”这种标记",
        r"可用：{known}；要印花括号本身请写 \{{",
    ),
    "copy.markup_unknown_near": Message(
        "there is no markup “{name}”", "did you mean “{near}”?", "没有“{name}”这种标记", "是否想写“{near}”？"
    ),
    "copy.markup_stray": Message(
        "this brace closes nothing",
        r"take it out, or write \}} for the brace itself",
        "这个花括号没有对应的开头",
        r"请删去；要印花括号本身请写 \}}",
    ),
    "copy.markup_unclosed": Message(
        "this markup is not closed in its line",
        "write the closing brace behind the words that it marks",
        "这个标记在本行没有结束",
        "请在所标文字后写上右花括号",
    ),
    "copy.markup_nested": Message(
        "{inner} cannot stand within {outer}",
        "mark the words once, one behind the other, or the other way round",
        "{outer} 里不能再有 {inner}",
        "请只标一次、分开来标，或内外互换",
    ),
    "copy.markup_empty": Message(
        "this markup marks nothing", "write the words, or take it out", "这个标记里没有文字", "请补上文字，或删去标记"
    ),
    "copy.markup_no_value": Message(
        "{kind} needs something behind a bar",
        "as in {{link:text|https://…}} or {{ruby:汉字|hàn zì}}",
        "{kind} 需要在竖线后写明内容",
        "例如 {{链接：文字｜https://…}}、{{注音：汉字｜hàn zì}}",
    ),
    "copy.markup_second_bar": Message(
        "a second bar stands in {kind}, which has one",
        r"take it and what follows out, or write \| for a bar that is meant as itself",
        "{kind} 里出现第二个竖线，只能有一个",
        r"请删去多余的部分；要印竖线本身请写 \|",
    ),
    "copy.markup_bad_link": Message(
        "“{value}” is no address that a reader could follow",
        "it starts with https://, http:// or mailto: and has no spaces",
        "“{value}”不是可用的网址",
        "网址以 https://、http:// 或 mailto: 开头，中间无空格",
    ),
    "copy.markup_bad_language": Message(
        "“{value}” is no language",
        "write its code, as in {{lang:Ode an die Freude|de}}: en, fr, ja, ko, ru, zh-Hant",
        "“{value}”不是语言代码",
        "请写语言代码，如 {{外文：Ode an die Freude｜de}}：en、fr、ja、ko、ru、zh-Hant",
    ),
}
