"""Sentences about the files that a page names: copy and pictures; they belong to the room `page`."""

from __future__ import annotations

from jxprint.messages import Message

FILE_MESSAGES: dict[str, Message] = {
    "page.outside": Message(
        "“{name}” leads out of the page's folder",
        "put the file into the folder",
        "“{name}”指向版面文件夹之外",
        "请把文件放进版面文件夹",
    ),
    "page.folder_itself": Message(
        "“{name}” is the folder itself",
        "name what is meant within it",
        "“{name}”就是这个文件夹本身",
        "请写其中的名称",
    ),
    "page.name_not_in_locale": Message(
        "the locale's encoding ({encoding}) cannot say the file name “{name}”",
        "run jxprint in a UTF-8 locale, or with PYTHONUTF8=1",
        "当前区域的编码（{encoding}）写不出文件名“{name}”",
        "请在 UTF-8 区域设置下运行，或设 PYTHONUTF8=1",
    ),
    "page.spelled_otherwise": Message(
        "the page says “{name}”, but the folder has “{spelled}”; not every system takes the one for the other",
        "write it as the folder has it",
        "版面说明写的是“{name}”，文件夹里的文件名却是“{spelled}”；有的系统不认为两者相同",
        "请照文件夹里的文件名写",
    ),
    "page.copy_missing": Message("there is no file “{name}”", "check its name", "没有文件“{name}”", "请检查文件名"),
    "page.picture_missing": Message(
        "there is no picture “{name}”",
        "check its name; without the key “file” a placeholder is drawn",
        "没有图片“{name}”",
        "请检查文件名；不写 file 则画占位框",
    ),
    "page.picture_is_folder": Message(
        "“{name}” is no file", "name the picture inside it", "“{name}”不是文件", "请写明其中的图片"
    ),
    "page.picture_not_a_file": Message(
        "“{name}” is {reason}; a picture file is wanted here",
        "save the picture as a file and name that",
        "“{name}”是{reason}，此处需要图片文件",
        "请把图片存成文件，再写文件名",
    ),
    "page.picture_unknown": Message(
        "“{name}” is no picture of a known format",
        "save it as {formats}",
        "“{name}”不是可识别的图片",
        "请存为 {formats}",
    ),
    "page.picture_of_many": Message(
        "“{name}” holds {count} pictures, and the first is printed",
        "if another is meant, save it as a file of its own",
        "“{name}”内含 {count} 幅图，只印第一幅",
        "如要印另一幅，请单独存成文件",
    ),
    "page.picture_damaged": Message(
        "the picture “{name}” is damaged: {reason}",
        "fetch it anew, or save it again in a picture program",
        "图片“{name}”已损坏：{reason}",
        "请重新获取，或用图片软件另存",
    ),
    "page.picture_without_white": Message(
        "the picture “{name}” has numbers of 32 bits, or with a floating point, which do not say what is white",
        "save it with 8 or 16 bits a colour",
        "图片“{name}”每色 32 位或为浮点数，无法得知何为白",
        "请存为每色 8 位或 16 位",
    ),
    "page.picture_too_large": Message(
        "the picture “{name}” has more than {most} megapixels",
        "scale it down; paper shows no more",
        "图片“{name}”超过 {most} 百万像素",
        "请缩小，纸面用不到这么多",
    ),
}
