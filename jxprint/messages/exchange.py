"""Sentences about copy that comes from other programs, and goes to them (稿件交换)."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    # What is refused.
    "exchange.blank": Message(
        "the file is empty", "ask for it again: it may have been cut off", "文件是空的", "请重新索取，可能传输中断"
    ),
    "exchange.unknown_kind": Message(
        "no kind of source “{kind}” is read here", "one of {known}", "不认识来源种类“{kind}”", "可用 {known}"
    ),
    "exchange.encrypted": Message(
        "the document is encrypted ({what}), and cannot be read without its password",
        "open it in Word or WPS, take the password off, and save it as .docx",
        "文档已加密（{what}），没有密码无法读取",
        "请在 Word 或 WPS 中打开，取消密码，另存为 .docx",
    ),
    "exchange.old_word": Message(
        "this is a document in an older format ({what}), which is not read",
        "open it in Word or WPS, and save it as .docx",
        "这是旧格式文档（{what}），无法读取",
        "请在 Word 或 WPS 中打开，另存为 .docx",
    ),
    "exchange.no_document": Message(
        "the name ends in {suffix}, and the file is no document of Word or WPS",
        "ask for it again: it may have been cut off; if it is plain text, --source text reads it",
        "文件名以 {suffix} 结尾，但内容不是 Word 或 WPS 文档",
        "请重新索取，可能传输中断；若其实是纯文本，请加 --source text",
    ),
    "exchange.other_archive": Message(
        "this is no Word document but something else ({what})",
        "save the text of it as .docx, or as plain text",
        "这不是 Word 文档，而是别的文件（{what}）",
        "请把其中的文字另存为 .docx 或纯文本",
    ),
    "exchange.is_pdf": Message(
        "this is a PDF, in which there are lines and no paragraphs",
        "jxprint reconstruct makes a page of it",
        "这是 PDF，其中只有行，没有段落",
        "可用 jxprint reconstruct 复原版面",
    ),
    "exchange.other_markup": Message(
        "a file that begins with <{root}> is no news that is read here",
        "one of {known} is read; save other pages as plain text or .docx",
        "不认识以 <{root}> 开头的稿件",
        "可读 {known}；其他网页请另存为纯文本或 .docx",
    ),
    "exchange.binary": Message(
        "this is no text: it contains null bytes",
        "is this the right file? if it is text in UTF-16, save it as UTF-8",
        "这不是文本：其中有零字节",
        "请确认文件是否拿错；若是 UTF-16 文本，请另存为 UTF-8",
    ),
    "exchange.no_text": Message(
        "there is no paragraph of text in {story}",
        "is this the right file? a story has a line of text besides its head",
        "{story} 没有正文",
        "请确认文件是否拿错；除标题外稿件至少要有一段正文",
    ),
    "exchange.no_markdown": Message(
        "Markdown is read by markdown-it-py, which is not installed",
        "pip install 'jxprint[exchange]'",
        "读取 Markdown 需要 markdown-it-py，尚未安装",
        "请运行 pip install 'jxprint[exchange]'",
    ),
    "exchange.too_deep": Message(
        "elements, lists or quotations stand within each other more than {deepest} deep here, and are not read",
        "take out what they stand in, or save the text as plain text",
        "此处元素、列表或引文嵌套超过 {deepest} 层，不予读取",
        "请去掉外层，或另存为纯文本",
    ),
    "exchange.private": Message(
        "{count} characters are of private use and mean something in one font alone: {codes}",
        "type what they stand for",
        "专用区字符 {count} 个，只在某种字体中有意义：{codes}",
        "请改成所代表的字",
    ),
    "exchange.misread": Message(
        "{story} looks as if its UTF-8 had once been read as GBK: “{shown}” may have been “{meant}”",
        "ask for the copy again, in UTF-8",
        "{story} 像是 UTF-8 被误作 GBK 读过：“{shown}”原文可能是“{meant}”",
        "请重新索取 UTF-8 原稿",
    ),
    "exchange.not_json": Message(
        "the file is no JSON: {reason}", "have it sent again", "文件不是 JSON：{reason}", "请对方重新发送"
    ),
    "exchange.odd_json": Message(
        "{what} has no place in JSON", "have it sent again", "JSON 中不应有 {what}", "请对方重新发送"
    ),
    "exchange.twice_json": Message(
        "{pointer} stands here a second time, first on line {first}; one of both would be lost",
        "take out the one that is wrong, or have it sent again",
        "{pointer} 在此重复出现，首次在第 {first} 行，其中一个会丢失",
        "请删去错误的一个，或请对方重新发送",
    ),
    "exchange.not_ninjs": Message(
        "the file is no ninjs {version}, and is not read; faults: {count}: {faults}",
        "have it sent again as its version has it; the schemas are the IPTC's",
        "文件不符合 ninjs {version}，未读入，共 {count} 处：{faults}",
        "请对方按所用版本的规范（IPTC）重新发送",
    ),
    "exchange.odd_ninjs": Message(
        "the file is read, and is not in all as ninjs {version} has it; faults: {count}: {faults}",
        "tell whoever sent it; imported.json has what is in no story",
        "文件已读入，但不全符合 ninjs {version}，共 {count} 处：{faults}",
        "请告知发送方；未入稿的内容记在 imported.json 里",
    ),
    "exchange.fault_value": Message(
        "{pointer} (line {line}) is {found} and should be {wanted}",
        "",
        "{pointer}（第 {line} 行）应为 {wanted}，实为 {found}",
        "",
    ),
    "exchange.fault_missing": Message(
        "{pointer} (line {line}) lacks {wanted}", "", "{pointer}（第 {line} 行）缺 {wanted}", ""
    ),
    "exchange.fault_both": Message(
        "{pointer} (line {line}) should have one of {wanted} and not both",
        "",
        "{pointer}（第 {line} 行）{wanted} 只能有其一",
        "",
    ),
    "exchange.fault_unknown": Message(
        "{pointer} (line {line}) is nothing that an item has", "", "{pointer}（第 {line} 行）规范中没有此项", ""
    ),
    "exchange.fault_like": Message(
        "{pointer} (line {line}) is nothing that an item has (is it {wanted}?)",
        "",
        "{pointer}（第 {line} 行）规范中没有此项，是否 {wanted}？",
        "",
    ),
    "exchange.fault_deep": Message(
        "{pointer} (line {line}) is an item within items more than {wanted} deep",
        "",
        "{pointer}（第 {line} 行）嵌套超过 {wanted} 层",
        "",
    ),
    "exchange.not_nitf": Message(
        "a NITF file has a body, and in it body.content; <{root}> has none",
        "have it sent again",
        "NITF 文件应有 body 和 body.content，而 <{root}> 中没有",
        "请对方重新发送",
    ),
    "exchange.not_cnml": Message(
        "<{root}> in {story} has no item with contents",
        "have it sent again",
        "{story} 的 <{root}> 中没有带内容的稿件",
        "请对方重新发送",
    ),
    "exchange.changed": Message(
        "somebody changed the file since it was imported; it is left alone",
        "--force writes over it; -o another folder keeps both",
        "此文件导入后被人改过，不予覆盖",
        "加 --force 覆盖，或用 -o 换一个文件夹",
    ),
    "exchange.not_ours": Message(
        "a file of this name is there already that was not imported; it is left alone",
        "--force writes over it; -o another folder keeps both",
        "此处已有同名文件，并非导入所得，不予覆盖",
        "加 --force 覆盖，或用 -o 换一个文件夹",
    ),
    "exchange.bad_record": Message(
        "the record of earlier imports cannot be read: {reason}",
        "move it away; every story in the folder then counts as changed by hand",
        "读不出以前的导入登记：{reason}",
        "请移走此文件；移走后夹内稿件一律视为人工改过",
    ),
    "exchange.no_stories": Message(
        "the page has no stories to export",
        "stories are parts whose kind is story",
        "此版没有可导出的稿件",
        "稿件即 page.toml 中 kind 为 story 的部分",
    ),
    # What is to be looked at.
    "exchange.embargo": Message(
        "not to be published yet: {shown}",
        "the story file does not say so; imported.json keeps it",
        "暂不得刊发：{shown}",
        "稿件文件不含此项，记在 imported.json 里",
    ),
    "exchange.version": Message(
        "the copy calls itself a corrected version: {shown}",
        "has the earlier one been taken off the page?",
        "来稿自称修改稿：{shown}",
        "请核对前一稿是否已撤下",
    ),
    "exchange.killed": Message("the story was withdrawn: {shown}", "do not print it", "此稿已撤：{shown}", "请勿刊发"),
    "exchange.not_usable": Message(
        "{story} is marked as {status}", "ask whoever sent it", "{story} 的状态为 {status}", "请向发送方核实"
    ),
    "exchange.no_headline": Message(
        "no headline was found in {story}; the name of the file stands in its place",
        "write it behind headline:",
        "{story} 没有找到标题，暂以文件名代替",
        "请写在 headline: 之后",
    ),
    "exchange.damaged": Message(
        "{count} characters were damaged on the way here (U+FFFD)",
        "ask for the copy again",
        "有 {count} 个字符来时已损坏（U+FFFD）",
        "请重新索取原稿",
    ),
    "exchange.hidden": Message(
        "{count} pieces of hidden text are left out: {shown}",
        "were they meant to be printed?",
        "隐藏文字 {count} 处未收：{shown}",
        "请核对是否应当刊出",
    ),
    "exchange.symbol": Message(
        "{count} symbols have no character: {shown}",
        "type what they show",
        "有 {count} 个专用字体符号没有对应字符：{shown}",
        "请按所示补上",
    ),
    "exchange.picture": Message(
        "{count} pictures are left out: {shown}",
        "save them as files, and name them in page.toml",
        "有 {count} 张图片未收：{shown}",
        "请另存为文件，并在 page.toml 中指明",
    ),
    "exchange.other_body": Message(
        "texts of the story that say something else are left out ({count}): {shown}",
        "imported.json has them whole",
        "稿件另有内容不同的文本 {count} 份未收：{shown}",
        "全文见 imported.json",
    ),
    "exchange.text_boxes": Message(
        "text boxes now stand behind the paragraphs that they hung on: {count}",
        "see where they belong",
        "有 {count} 个文本框，文字排在所依附的段落之后",
        "请核对应排何处",
    ),
    "exchange.rows": Message(
        "rows of tables are paragraphs now, with a blank between the cells: {count}",
        "a table on the page is a part of its own",
        "表格 {count} 行已改为段落，各格之间空一字",
        "版面上的表格须另设一个部分",
    ),
    "exchange.numbered": Message(
        "numbers or signs that the program made up are no text and are gone; paragraphs: {count}",
        "type them where they are wanted",
        "有 {count} 段带自动编号，编号不是文字",
        "如需要请补上",
    ),
    "exchange.formulas": Message(
        "formulas are plain text now: {count}",
        "see whether they can still be read",
        "有 {count} 个公式已改为普通文字",
        "请核对是否仍可读",
    ),
    "exchange.struck": Message(
        "struck through and still in the copy: {count} characters",
        "were they meant to go?",
        "带删除线的 {count} 字仍在稿中",
        "请核对是否应当删去",
    ),
    # What was taken out, and why.
    "exchange.deleted": Message(
        "changes count as accepted: {count} deleted pieces are left out: {shown}",
        "",
        "修订按接受处理：删去的 {count} 处未收：{shown}",
        "",
    ),
    "exchange.inserted": Message(
        "changes count as accepted: {count} inserted pieces stand in the copy",
        "",
        "修订按接受处理：插入的 {count} 处已收入",
        "",
    ),
    "exchange.moved": Message(
        "changes count as accepted; moved pieces stand in their new places ({count}): {shown}",
        "",
        "修订按接受处理：移动的 {count} 处已在新位置：{shown}",
        "",
    ),
    "exchange.changed_on_the_way": Message(
        "changes count as accepted; moved pieces that read otherwise in their new places ({count}): {shown}",
        "compare them: here is what stood in the old place",
        "修订按接受处理：移动的 {count} 处在新位置文字不同，原处为：{shown}",
        "请与新位置的文字核对",
    ),
    "exchange.outside": Message(
        "things in other files are not looked for, and are not in the copy ({count}): {shown}",
        "ask for them, if they belong to the story",
        "外部文件不予读取，未收入稿件（{count} 处）：{shown}",
        "如属稿件内容，请向来稿方索取",
    ),
    "exchange.doctype": Message(
        "the document type is only named in the file, and is not looked for: {shown}",
        "",
        "文件只写了文档类型的地址，不予读取：{shown}",
        "",
    ),
    "exchange.pale": Message(
        "{count} pieces stand in the copy that nobody could see in the document, white or tiny: {shown}",
        "were they meant to be printed?",
        "白色或极小、在原文档中看不见的文字 {count} 处已收入：{shown}",
        "请核对是否应当刊出",
    ),
    "exchange.capitals": Message(
        "{count} pieces were shown in capitals, and stand in the copy as they were typed: {shown}",
        "type capitals where they are wanted",
        "以大写显示的文字 {count} 处按原键入形式收入：{shown}",
        "如需大写请改稿",
    ),
    "exchange.highlighted": Message(
        "{count} pieces were highlighted, and stand in the copy like any others: {shown}",
        "somebody may have meant to look at them again",
        "加底色标出的文字 {count} 处已照常收入：{shown}",
        "可能有待核实，请查对",
    ),
    "exchange.underlined": Message(
        "{count} pieces were underlined, and stand in the copy without it: {shown}",
        "copy has {{dots:…}} for stress, and {{name:…}} for names",
        "带下划线的文字 {count} 处已收入，下划线未收：{shown}",
        "着重可用 {{dots:…}}，专名可用 {{name:…}}",
    ),
    "exchange.merged": Message(
        "cells that reach over several columns or rows stand in their first ({count})",
        "see to which rows and columns they belong",
        "跨行或跨列的合并单元格 {count} 个，文字只在首格",
        "请核对所属行列",
    ),
    "exchange.comment": Message("{count} comments are left out: {shown}", "", "批注 {count} 条未收：{shown}", ""),
    "exchange.link": Message(
        "addresses that copy cannot link to are left out ({count}): {shown}",
        "",
        "有 {count} 个无法链接的地址未收：{shown}",
        "",
    ),
    "exchange.code": Message(
        "{count} pieces of code are left out: {shown}", "", "供程序用的代码 {count} 处未收：{shown}", ""
    ),
    "exchange.header": Message(
        "headers and footers of the document are left out: {shown}", "", "文档的页眉、页脚未收：{shown}", ""
    ),
    "exchange.slug": Message(
        "slugs and topics of the agency are left out: {shown}", "", "稿号、栏目标识未收：{shown}", ""
    ),
    "exchange.end_mark": Message("end marks are left out: {shown}", "", "稿末标记未收：{shown}", ""),
    "exchange.label": Message(
        "labels before lines of the head are left out: {shown}", "", "标题、署名等行前的标签未收：{shown}", ""
    ),
    "exchange.mark": Message("marks that are no copy are left out: {shown}", "", "非正文的记号未收：{shown}", ""),
    "exchange.data": Message(
        "{count} pieces of data are in no story: {shown}",
        "imported.json has them all",
        "有 {count} 项数据不入稿件：{shown}",
        "都记在 imported.json 里",
    ),
    "exchange.footnotes": Message(
        "footnotes are notes now, where their signs stood: {count}", "", "脚注 {count} 条已改为文中注", ""
    ),
    "exchange.subheads": Message(
        "short bold paragraphs of {story} that are subheads now: {count}",
        "",
        "{story} 中 {count} 个加粗短段已作小标题",
        "",
    ),
    "exchange.items": Message(
        "items of lists are paragraphs now, without their signs: {count}", "", "列表 {count} 条已改为段落，去掉符号", ""
    ),
    "exchange.joined": Message(
        "lines that were cut at a fixed width are joined to their paragraphs: {count}",
        "",
        "按固定宽度断开的 {count} 行已接成段落",
        "",
    ),
    "exchange.smart_tags": Message("{count} smart tags are taken off", "", "已去掉 {count} 个智能标记", ""),
    "exchange.soft_returns": Message(
        "line breaks within paragraphs that begin a new one now: {count}", "", "段内 {count} 处软回车已另起一段", ""
    ),
    "exchange.empty": Message("{count} empty paragraphs are left out", "", "空段 {count} 个未收", ""),
    "exchange.indents": Message(
        "indents made of blanks or tabs are taken out; paragraphs: {count}",
        "",
        "有 {count} 段以空格或制表符缩进，已去掉",
        "",
    ),
    "exchange.trailing": Message(
        "blanks at the end are taken out; paragraphs: {count}", "", "有 {count} 段段末空格已去掉", ""
    ),
    "exchange.doubled": Message("{count} doubled spaces are taken out", "", "多余空格 {count} 个已去掉", ""),
    "exchange.tabs": Message("tabs are spaces now: {count}", "", "制表符 {count} 个已改为空格", ""),
    "exchange.no_break": Message("no-break spaces are spaces now: {count}", "", "不间断空格 {count} 个已改为空格", ""),
    "exchange.unseen": Message(
        "invisible characters are taken out ({count}): {codes}", "", "看不见的字符 {count} 个已去掉：{codes}", ""
    ),
    "exchange.controls": Message(
        "{count} control characters are taken out: {codes}", "", "控制字符 {count} 个已去掉：{codes}", ""
    ),
    # What was done.
    "exchange.written": Message("{source} ({kind}): {files}", "", "{source}（{kind}）：{files}", ""),
    "exchange.unchanged": Message("{file} is what it was", "", "{file} 没有变化", ""),
}
