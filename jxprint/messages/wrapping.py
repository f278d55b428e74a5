"""Sentences about parts that stand within a story (文包图): where they cannot."""

from __future__ import annotations

from jxprint.messages import Message

WRAPPING_MESSAGES: dict[str, Message] = {
    "composition.inset_too_wide": Message(
        "the part is {over} mm wider than the story that it stands in",
        "make it narrower",
        "该部分比它所在的稿件宽 {over} 毫米",
        "请改窄",
    ),
    "composition.inset_too_low": Message(
        "“{inset}” begins {down} rows down in {part} and takes {rows}: with them {part} is {needed} rows deep at the "
        "least, and has {room}; no cut would be enough",
        "give it fewer rows in “down”, or take that key out",
        "“{inset}”排在 {part} 正文第 {down} 行之下，自身占 {rows} 行：{part} 至少要 {needed} 行深，只有 {room} 行，"
        "删稿无用",
        "请减小 down，或删去此项",
    ),
    "composition.inset_under_foot": Message(
        "“{inset}” begins {down} rows down in {part}, which has no more than {room}",
        "give it fewer rows in “down”, or take that key out",
        "“{inset}”排在 {part} 正文第 {down} 行之下，而 {part} 最多 {room} 行",
        "请减小 down，或删去此项",
    ),
    "composition.inset_too_deep": Message(
        "“{inset}” takes {rows} rows in {part}, which is {needed} rows deep with it at the least, and has {room}; no "
        "cut would be enough",
        "make it narrower or shallower, or give the story more rows",
        "“{inset}”在 {part} 中占 {rows} 行：{part} 至少要 {needed} 行深，而只有 {room} 行，删稿无用",
        "请把它改窄、改浅，或为该稿多划几行",
    ),
    "composition.insets_overlap": Message(
        "“{part}” stands where “{other}” does, within the same story",
        "give them rows of their own with “down”, or other sides with “side” and “width”",
        "“{part}”与“{other}”在同一稿件中位置重叠",
        "请用 down 让它们错开行，或用 side、width 分列两侧",
    ),
    "composition.wrap_unsettled": Message(
        "the text found no depth in which it runs round what stands within, up to {rows} rows",
        "make what stands within narrower, pin it with “down”, or draw the story wider",
        "直到 {rows} 行深，文字仍无法绕着其中的部分排下",
        "请把其中的部分改窄、用 down 固定位置，或把稿件画宽",
    ),
}
