"""Sentences about the text dump of a printed page (文字稿): what the file is instead, and how poor its evidence is."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    # What is refused.
    "dump.empty": Message("the file has no text", "is this the right file?", "文件里没有文字", "请确认文件是否拿错"),
    "dump.too_long": Message(
        "the file is longer than any page: more than {most} characters or {lines} lines",
        "give each page a file of its own",
        "文件比任何版面都长：超过 {most} 字或 {lines} 行",
        "请把每版存成一个文件",
    ),
    "dump.other_kind": Message(
        "the file is no text ({kind})",
        "save its text as a plain text file in UTF-8",
        "这不是文本文件（{kind}）",
        "请把其中的文字另存为 UTF-8 纯文本",
    ),
    "dump.html": Message(
        "the file is HTML, not the text of a page",
        "open it in a browser, copy the text and save that",
        "这是 HTML，不是版面的文字",
        "请在浏览器中打开，复制文字后另存",
    ),
    "dump.binary": Message(
        "the file is no text: control characters stand in it from here on",
        "is this the right file?",
        "这不是文本：从此处起有控制字符",
        "请确认文件是否拿错",
    ),
    "dump.no_text": Message(
        "from here on this is no text in UTF-8, GB 18030, Big5 or UTF-16",
        "save the file as UTF-8",
        "从此处起不是 UTF-8、GB 18030、Big5 或 UTF-16 文本",
        "请另存为 UTF-8",
    ),
    "dump.other_encoding": Message(
        "the file is not UTF-8 but, as it seems, {likely}",
        "read it with --encoding {name}",
        "文件不是 UTF-8，看来是 {likely}",
        "请加 --encoding {name} 读取",
    ),
    "dump.undecidable": Message(
        "the file is not UTF-8; it may be {likely}",
        "name its encoding, as in --encoding {name}, and look whether the words are right",
        "文件不是 UTF-8，可能是 {likely}",
        "请用 --encoding {name} 之类指定编码，并核对文字",
    ),
    "dump.unknown_encoding": Message(
        "no encoding “{encoding}” is read here", "one of {known}", "不认识编码“{encoding}”", "可用 {known}"
    ),
    "dump.not_in_encoding": Message(
        "from here on the file is not {encoding}",
        "leave --encoding out, and what it seems to be is told",
        "从此处起文件不是 {encoding}",
        "请去掉 --encoding，会提示可能的编码",
    ),
    "dump.no_sheet": Message(
        "no sheet has room for the page: its text would be more than 3 m deep",
        "give each page a file of its own",
        "没有容得下这个版面的纸：文字排下来深过 3 米",
        "请把每版存成一个文件",
    ),
    "dump.no_recipe": Message(
        "evidence.toml does not say how the dump is made of the page's copy ({what})",
        "reconstruct the page from its source.txt again",
        "evidence.toml 没有说明如何由稿件还原文字稿（{what}）",
        "请由 source.txt 重新复原",
    ),
    "dump.not_given_back": Message(
        "the page's copy, folded again, is not this line",
        "somebody changed the copy; or put back what source.txt has",
        "由稿件还原的文字与此行不同",
        "稿件改过；如系误改，请按 source.txt 改回",
    ),
    # What is told of a file that was read.
    "dump.encoding": Message("the file was read as {encoding}", "", "文件按 {encoding} 读取", ""),
    "dump.rather_utf8": Message(
        "read as {encoding} the words look wrong; the file is UTF-8 by its bytes",
        "leave --encoding out",
        "按 {encoding} 读取的文字不像中文；从字节看文件是 UTF-8",
        "请去掉 --encoding",
    ),
    "dump.stops": Message(
        "all full stops are points; those that close sentences are read as “。”",
        "",
        "句号都是半角点，句末的读作“。”",
        "",
    ),
    "dump.quotes": Message(
        "all quotes are straight; those beside Chinese text are read as “ and ”",
        "",
        "引号都是直引号，中文里的读作“”",
        "",
    ),
    "dump.turned": Message(
        "the rows go across {columns} columns of a vertical page; they were turned to columns from right to left",
        "",
        "各行横贯直排版面的 {columns} 列，已按从右到左转成列",
        "",
    ),
    "dump.one_line": Message(
        "all text stands on one line: neither paragraphs nor columns can be told",
        "a dump that keeps the lines of the page says far more",
        "全部文字在一行里，看不出分段和断栏",
        "请找保留分行的文字稿",
    ),
    "dump.few_characters": Message(
        "the file has {count} characters: too few to tell a grid",
        "",
        "文件只有 {count} 字，不足以推断网格",
        "",
    ),
    "dump.no_blank_lines": Message(
        "no line is blank: where parts end is told by their words alone",
        "look at the heads and bylines that were found",
        "没有空行，各部分的分界只能据文字判断",
        "请核对认出的标题和署名",
    ),
    "dump.all_blank_lines": Message(
        "a blank line stands behind every printed line: it parts nothing",
        "look at the paragraphs that were found",
        "每个印刷行后都有空行，空行不能说明分段",
        "请核对认出的段落",
    ),
    "dump.printed_lines": Message("the lines are those of print", "", "各行是原版的印刷行", ""),
    "dump.little_chinese": Message(
        "little of the text is Chinese: what is known of Chinese pages helps little here",
        "is this the right file?",
        "文字中汉字很少，中文版面的规律用处不大",
        "请确认文件是否拿错",
    ),
    "dump.mixed_ends": Message(
        "line ends of several kinds; {count} are not like the others", "", "换行符不统一，{count} 处与众不同", ""
    ),
    "dump.damaged": Message(
        "damage: the bytes of {count} characters say nothing",
        "look into the printed page; 〓 stands for each",
        "有 {count} 字已损坏，无法读出",
        "请查对原版；版面上各以〓代替",
    ),
    "dump.unseen": Message(
        "characters that no paper shows are left out: {count} ({codes})",
        "",
        "略去 {count} 个纸上看不见的字符（{codes}）",
        "",
    ),
    "dump.private_use": Message(
        "private use ({codes}, {count} in all): only who made the file knows what they look like",
        "set them in a face that has them; without one 〓 stands for each, and notes.md lists them",
        "有 {count} 个自造字（{codes}），只有造字者知道字形",
        "请用收有这些字的字体；没有时以〓代替，并列于 notes.md",
    ),
    "dump.garbled": Message(
        "in {count} places the text looks as if it had been read in a wrong encoding and saved",
        "look for an older copy of the file",
        "有 {count} 处像是按错误编码读取后又存过的乱码",
        "请找更早的文件",
    ),
    "dump.vertical_forms": Message(
        "marks in the form of vertical text are kept ({codes}, {count} in all)",
        "",
        "有 {count} 个标点是直排形式（{codes}），照原样保留",
        "",
    ),
}
