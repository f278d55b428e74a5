"""Sentences about copy files: encodings, header lines, characters that must not stand in copy."""

from __future__ import annotations

from jxprint.messages import Message
from jxprint.messages.furniture import COPY_FURNITURE
from jxprint.messages.markup import MARKUP_MESSAGES

MESSAGES: dict[str, Message] = {
    **MARKUP_MESSAGES,
    **COPY_FURNITURE,
    # The file as a whole.
    "copy.missing": Message("there is no such file", "check its name", "没有这个文件", "请检查文件名"),
    "copy.is_folder": Message(
        "this is a folder; a file is wanted here",
        "name the file inside it",
        "这是文件夹，此处需要文件",
        "请写明文件夹中的文件",
    ),
    "copy.not_a_file": Message(
        "this is {reason}; a file is wanted here",
        "save it as a file and name that",
        "这是{reason}，此处需要文件",
        "请存成文件，再写文件名",
    ),
    "copy.unreadable": Message(
        "the file cannot be read: {reason}",
        "check who may read it",
        "文件无法读取：{reason}",
        "请检查读取权限",
    ),
    "copy.too_long": Message(
        "the file has more than {most} characters",
        "a page's copy is far shorter: is this the right file?",
        "文件超过 {most} 字",
        "版面稿件远没有这么长，请确认文件是否拿错",
    ),
    "copy.other_encoding": Message(
        "the file was read as {encoding}",
        "jxprint fmt rewrites it as UTF-8",
        "文件按 {encoding} 读取",
        "jxprint fmt 可将其改存为 UTF-8",
    ),
    "copy.undecidable": Message(
        "the encoding cannot be told from here on; likely ones: {likely}",
        "open the file in an editor, look that the text is right, and save it as UTF-8",
        "从此处起无法判定编码；可能是：{likely}",
        "请用编辑器打开，确认文字无误后另存为 UTF-8",
    ),
    "copy.no_text": Message(
        "from here on this is no text in any encoding that newsrooms use",
        "look whether the right file was named, and save the copy as UTF-8",
        "从此处起不是任何常用编码的文字",
        "请确认文件是否拿错，并把稿件存为 UTF-8",
    ),
    "copy.other_kind": Message(
        "the file is no text ({kind})",
        "name a text file; jxprint import makes story files of Word's and other documents",
        "这不是文本文件（{kind}）",
        "请指定文本文件；Word 等文档可用 jxprint import 转为稿件文件",
    ),
    "copy.half_surrogate": Message(
        "the bytes {bytes} are half of a surrogate pair ({code}) and no character: a program cut one in two here",
        "write the whole character from the manuscript in its place, and save the file as UTF-8",
        "字节 {bytes} 只是代理对的一半（{code}），不是字符：此处有一个字被别的程序截断",
        "请对照原稿补上整个字，再存为 UTF-8",
    ),
    "copy.lone_cr": Message(
        "a line ends here with a lone carriage return",
        "save the file with line ends of the usual kind (LF)",
        "此处的换行只有回车符（CR）",
        "请把文件的换行符存为 LF",
    ),
    "copy.empty": Message(
        "there is no copy in the file",
        "write the copy, or take the part off the page",
        "文件里没有文字",
        "请写入稿件，或从版面撤下这一部分",
    ),
    # Repairs.
    "copy.left_spelling": Message(
        "this was not mended: the file spells it with escapes or over several lines, or has changed meanwhile",
        "change it by hand",
        "此处未改：文件中用了转义写法或跨行书写，或文件刚被改动",
        "请手工修改",
    ),
    # Header lines.
    "copy.no_header": Message(
        "the file begins with text and has no header lines",
        "write “headline: …” first, then a blank line, then the paragraphs",
        "文件没有稿头，开头就是正文",
        "请先写“headline: …”（标题），空一行，再写正文",
    ),
    "copy.not_a_header": Message(
        "this is no header line",
        "write “headline: …” and the like first, then a blank line, then the paragraphs",
        "这一行不是稿头",
        "请先写“headline: …”（标题）等稿头，空一行，再写正文",
    ),
    "copy.unknown_header": Message(
        "there is no header key “{name}”",
        "known here: {known}",
        "没有“{name}”这种稿头",
        "可用：{known}",
    ),
    "copy.unknown_header_near": Message(
        "there is no header key “{name}”", "did you mean “{near}”?", "没有“{name}”这种稿头", "是否想写“{near}”？"
    ),
    "copy.empty_header": Message(
        "nothing stands after “{key}”",
        "write it, or take the line out",
        "“{key}”后面没有文字",
        "请补上文字，或删去此行",
    ),
    "copy.second_dateline": Message(
        "a story has one dateline, and this is a second one",
        "write it in one line",
        "一篇稿件只有一个电头，这是第二个",
        "请合为一行",
    ),
    "copy.no_headline": Message(
        "the story has no headline",
        "write “headline: …” in the first line",
        "稿件没有标题",
        "请在首行写“headline: …”（标题）",
    ),
    "copy.no_paragraphs": Message(
        "the story has a head and no text",
        "after the header lines leave a blank line, then write one paragraph a line",
        "稿件只有稿头，没有正文",
        "稿头之后空一行，再写正文，每段一行",
    ),
    "copy.empty_subhead": Message(
        "a subhead without words",
        "write it after “## ”, or take the line out",
        "小标题没有文字",
        "请写在“## ”之后，或删去此行",
    ),
    "copy.bad_subhead": Message(
        "a paragraph begins with “{found}”, which is no subhead",
        "a subhead begins with two half-width # and a blank: “## ”; there is one level of them",
        "此段以“{found}”开头，但不是小标题的写法",
        "小标题以两个半角 # 加一个空格开头：“## ”；只有一级",
    ),
    "copy.subhead_in_standfirst": Message(
        "a standfirst has no subheads", "take “## ” out", "提要里不设小标题", "请删去“## ”"
    ),
    # Characters.
    "copy.blanks_stripped": Message(
        "blanks at the beginning or end of {count} lines were left out, here first",
        "indents are the style's business; jxprint fmt takes them out of the file",
        "有 {count} 行首尾的空格未计入，首见于此",
        "段首缩进由版式规范决定；jxprint fmt 可将其删去",
    ),
    "copy.tab": Message(
        "a tab stands in the copy", "put a space, or nothing, in its place", "稿件中有制表符", "请改为空格，或删去"
    ),
    "copy.damaged": Message(
        "a character was lost here before the file came to us (U+FFFD)",
        "put it back from the manuscript",
        "此处有一个字在传来之前已经损坏（U+FFFD）",
        "请对照原稿补上",
    ),
    "copy.control": Message(
        "a control character stands in the copy ({code})", "take it out", "稿件中有控制符（{code}）", "请删去"
    ),
    "copy.unseen": Message(
        "a character that cannot be seen stands in the copy ({code})",
        "take it out",
        "稿件中有看不见的字符（{code}）",
        "请删去",
    ),
    "copy.line_break": Message(
        "a line breaks inside a piece of copy",
        'write the lines as a list: ["…", "…"]',
        "一段文字中间有换行",
        '请写成列表：["…", "…"]',
    ),
}
