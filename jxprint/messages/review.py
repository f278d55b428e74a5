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
    "review.left_over": Message(
        "no longer part of the page, and taken away", "", "已不属于本版，已删除", ""
    ),
    "review.recipe_stale": Message(
        "changed by hand, and its recipe no longer gives the source back from this copy",
        "delete it to have it written anew",
        "有人工改动，按它已不能由现有稿件还原文字稿",
        "要重新生成，请先删除此文件",
    ),
}
