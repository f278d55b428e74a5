"""Sentences of the room `fonts`."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    "fonts.not_found": Message(
        "there is no font file “{font}”",
        "paths in [fonts] start from the page's folder; check the name",
        "没有字体文件“{font}”",
        "[fonts] 中的路径从版面文件夹算起，请核对文件名",
    ),
    "fonts.not_a_file": Message(
        "“{font}” is {reason}; a font file is wanted here",
        "name a TrueType or OpenType font file",
        "“{font}”是{reason}，此处需要字体文件",
        "请指定 TrueType 或 OpenType 字体文件",
    ),
    "fonts.unreadable": Message(
        "the font file “{font}” cannot be read: {reason}",
        "check that it is a file and that you may read it",
        "字体文件“{font}”无法读取：{reason}",
        "请确认它是文件，且您有读取权限",
    ),
    "fonts.too_large": Message(
        "the file “{font}” is larger than {limit} MB, which no font is",
        "name a TrueType or OpenType font file",
        "文件“{font}”超过 {limit} MB，不可能是字体",
        "请指定 TrueType 或 OpenType 字体文件",
    ),
    "fonts.web_font": Message(
        "the font “{font}” is packed as {format} for the web",
        "unpack it to .ttf or .otf first (fontTools does), or ask its maker for the desktop font",
        "字体“{font}”是网页用的 {format} 格式",
        "请先转成 .ttf 或 .otf（可用 fontTools），或向字体厂商索取桌面版",
    ),
    "fonts.not_usable": Message(
        "fonts of the kind {ending} cannot be set, and “{font}” is one",
        "ask its maker for the OpenType font (.otf, .ttf), or convert it",
        "“{font}”是 {ending} 字体，无法用来排版",
        "请向字体厂商索取 OpenType 字体（.otf、.ttf），或自行转换",
    ),
    "fonts.no_such_face": Message(
        "the file “{font}” has no face {index}; it holds {count}",
        "count from 0 behind the sign #, as in “fonts.ttc#0”",
        "文件“{font}”中没有第 {index} 个字体，共有 {count} 个",
        "“#”后的序号从 0 起，例如“fonts.ttc#0”",
    ),
    "fonts.unknown_kind": Message(
        "the file “{font}” is no font of a known kind",
        "TrueType (.ttf), OpenType with CFF outlines (.otf) and collections of them (.ttc) can be set",
        "文件“{font}”不是可识别的字体",
        "可用 TrueType（.ttf）、CFF 轮廓的 OpenType（.otf）及其合集（.ttc）",
    ),
    "fonts.damaged": Message(
        "the font “{font}” is damaged: {reason}",
        "copy it again from where it came from",
        "字体文件“{font}”已损坏：{reason}",
        "请从原处重新复制",
    ),
    "fonts.outlines": Message(
        "the outlines of the font {face} are damaged; no subset can be cut",
        "copy the font again from where it came from",
        "字体 {face} 的轮廓已损坏，无法生成子集",
        "请从原处重新复制字体文件",
    ),
    "fonts.restricted": Message(
        "the maker of “{font}” does not permit embedding (fsType: restricted licence)",
        "ask the maker for a licence to embed, or name another font",
        "“{font}”的厂商不允许嵌入（fsType：受限许可）",
        "请向厂商取得嵌入授权，或换用其他字体",
    ),
    "fonts.no_subsetting": Message(
        "the maker of “{font}” permits embedding only whole (fsType: no subsetting); jxprint embeds subsets",
        "ask the maker for a licence to subset, or name another font",
        "“{font}”的厂商只允许整体嵌入（fsType：不得子集化），而本程序嵌入子集",
        "请向厂商取得子集化授权，或换用其他字体",
    ),
    "fonts.bitmap_only": Message(
        "the maker of “{font}” permits embedding its bitmaps only, not its outlines (fsType)",
        "ask the maker for a licence to embed, or name another font",
        "“{font}”的厂商只允许嵌入点阵，不允许嵌入轮廓（fsType）",
        "请向厂商取得嵌入授权，或换用其他字体",
    ),
    "fonts.no_family": Message(
        "no font of the family “{name}” is installed (looked in {folders})",
        "install it, or give the font file's path in [fonts]",
        "系统中没有安装字体“{name}”（已查找 {folders}）",
        "请安装该字体，或在 [fonts] 中给出字体文件的路径",
    ),
    "fonts.no_face_for_role": Message(
        "no face is known for the font role “{role}”",
        "name one under [fonts] in the house style, or use one of these roles: {roles}",
        "字体角色“{role}”没有对应的字体",
        "请在版式规范的 [fonts] 中指定，或改用以下角色：{roles}",
    ),
}
