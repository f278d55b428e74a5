"""Sentences about colour: the press's profile, and what became of a picture."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    # The press's profile.
    "colour.profile_unreadable": Message(
        "the press's colour profile cannot be read: {reason}",
        "name the .icc file that the printer sent, or leave it out: a newsprint profile comes along",
        "无法读取印厂的色彩特性文件：{reason}",
        "请写明印厂提供的 .icc 文件；不写则用随附的新闻纸特性文件",
    ),
    "colour.profile_too_large": Message(
        "this is larger than {most}, and no colour profile of a press is",
        "name the .icc file that the printer sent",
        "文件超过 {most}，印刷色彩特性文件不会这样大",
        "请写明印厂提供的 .icc 文件",
    ),
    "colour.profile_damaged": Message(
        "this is no ICC profile, or a damaged one",
        "ask the printer to send it again",
        "这不是 ICC 色彩特性文件，或已损坏",
        "请向印厂重新索取",
    ),
    "colour.profile_version": Message(
        "this is an ICC profile of version {version}, and PDF knows up to 4",
        "ask the printer for one of version 2 or 4",
        "这是第 {version} 版 ICC 特性文件，而 PDF 只支持到第 4 版",
        "请向印厂索取第 2 版或第 4 版",
    ),
    "colour.profile_tags": Message(
        "this colour profile lacks what every one has, or has it empty: {tags} (name, rights, white of the paper)",
        "ask the printer to send it again, as it left the program that made it",
        "这个色彩特性文件缺少必备内容，或内容为空：{tags}（名称、版权、纸白）",
        "请向印厂重新索取未经改动的文件",
    ),
    "colour.profile_space": Message(
        "this is a colour profile of {space}, and a press prints with CMYK",
        "ask the printer for the profile of the press and its paper",
        "这是 {space} 的色彩特性文件，而印刷机用 CMYK",
        "请向印厂索取对应印刷机与纸张的特性文件",
    ),
    "colour.profile_class": Message(
        "this colour profile is of {kind}, and not of a press",
        "ask the printer for the output profile of the press and its paper",
        "这个色彩特性文件属于{kind}，不属于印刷机",
        "请向印厂索取对应印刷机与纸张的输出特性文件",
    ),
    "colour.kind_input": Message("a scanner or camera", "", "扫描仪或相机", ""),
    "colour.kind_display": Message("a screen", "", "显示器", ""),
    "colour.kind_link": Message("a link between two devices", "", "两设备间的链接", ""),
    "colour.kind_space": Message("a colour space", "", "色彩空间", ""),
    "colour.kind_abstract": Message("an abstract kind", "", "抽象类", ""),
    "colour.kind_named": Message("named colours", "", "专色表", ""),
    "colour.kind_unknown": Message("a kind that nobody knows", "", "未知类别", ""),
    # What became of a picture.
    "colour.profile_ignored": Message(
        "“{name}” carries a colour profile that cannot be used: {why}",
        "it was read as a picture without one; save it again in its own colours to be sure",
        "“{name}”所带的色彩特性文件不能使用：{why}",
        "已按不带特性文件处理；为保险起见，请按其本来的色彩重新存盘",
    ),
    "colour.other_space": Message("it is one of {space}, and the picture is not", "", "它属于 {space}，与图片不符", ""),
    "colour.unsound": Message(
        "it is damaged, too large, or of a kind that a picture has not",
        "",
        "它已损坏、过大，或不是图片可用的类别",
        "",
    ),
    "colour.numbers_kept": Message(
        "“{name}” was separated for another press; its inks stay as they are",
        "for {press}, send the picture in RGB, or separate it again",
        "“{name}”是为另一印刷条件分色的，油墨数值照原样保留",
        "如要适合 {press}，请改用 RGB 图片，或重新分色",
    ),
    "colour.grey_in_colours": Message(
        "“{name}” is saved in colour and shows none; it is printed in black alone",
        "if it was meant to have a tint, make the tint stronger, or send it in CMYK",
        "“{name}”以彩色存盘而画面无彩色，现只用黑墨印刷",
        "如本应带色调，请加重色调，或改用 CMYK 图片",
    ),
    "colour.flattened": Message(
        "parts of “{name}” can be seen through; they show white paper now",
        "if something else should stand there, put it into the picture",
        "“{name}”有透明部分，现已以白纸为底合并",
        "如需别的底色，请在图片中做好",
    ),
    "colour.ink_lessened": Message(
        "“{name}” would have laid {highest} % of ink; colours under its black were lessened, to {limit} % in all",
        "a profile made for {limit} % would keep more of them",
        "“{name}”总墨量本会达到 {highest}%；已减少黑墨之下的彩墨，使总量不超过 {limit}%",
        "改用按 {limit}% 制作的特性文件，可保留更多色彩",
    ),
}
