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
        "this is a document of an older form ({what}), which is not read",
        "open it in Word or WPS, and save it as .docx",
        "这是旧格式的文档（{what}），不能读取",
        "请在 Word 或 WPS 中打开，另存为 .docx",
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
        "no kind of news is known whose file begins with <{root}>",
        "one of {known} is read; save other pages as plain text or .docx",
        "不认识以 <{root}> 开头的稿件",
        "可读 {known}；其他网页请另存为纯文本或 .docx",
    ),
    "exchange.binary": Message(
        "this is no text: there are zeros in it",
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
    "exchange.not_json": Message(
        "the file is no JSON: {reason}", "have it sent again", "文件不是 JSON：{reason}", "请对方重新发送"
    ),
    "exchange.odd_json": Message(
        "{what} has no place in JSON, or stands there twice, so that one of both would be lost",
        "have it sent again",
        "JSON 中不应有 {what}，或它出现了两次，其中一个会丢失",
        "请对方重新发送",
    ),
    "exchange.not_ninjs": Message(
        "the file is no ninjs item: at {pointer} there should be {what}",
        "ask whoever sent it which version of ninjs it is",
        "文件不符合 ninjs：{pointer} 处应为 {what}",
        "请向发送方查询所用 ninjs 版本",
    ),
    "exchange.not_ninjs_more": Message(
        "the file is no ninjs item: at {pointer} there should be {what}, and {more} more are wrong",
        "ask whoever sent it which version of ninjs it is",
        "文件不符合 ninjs：{pointer} 处应为 {what}，另有 {more} 处不符",
        "请向发送方查询所用 ninjs 版本",
    ),
    "exchange.not_nitf": Message(
        "a NITF file has a body with body.content in it, and <{root}> has none",
        "have it sent again",
        "NITF 文件应有 body 和 body.content，而 <{root}> 中没有",
        "请对方重新发送",
    ),
    "exchange.not_cnml": Message(
        "there is no item with contents in <{root}> of {story}",
        "have it sent again",
        "{story} 的 <{root}> 中没有带内容的稿件",
        "请对方重新发送",
    ),
    "exchange.changed": Message(
        "the file was changed since it was imported, and is left alone",
        "--force writes over it; -o another folder keeps both",
        "此文件导入后被人改过，不予覆盖",
        "加 --force 覆盖，或用 -o 换一个文件夹",
    ),
    "exchange.not_ours": Message(
        "a file of this name stands there that was not imported, and is left alone",
        "--force writes over it; -o another folder keeps both",
        "此处已有同名文件，并非导入所得，不予覆盖",
        "加 --force 覆盖，或用 -o 换一个文件夹",
    ),
    "exchange.bad_record": Message(
        "what was imported before cannot be read from here: {reason}",
        "take the file away; every story that is there then counts as changed by hand",
        "无法由此读出以前导入了什么：{reason}",
        "请移走此文件；其中稿件会一律视为人工改过",
    ),
    "exchange.no_stories": Message(
        "the page has no story to be written",
        "stories are parts whose kind is story",
        "此版没有可导出的稿件",
        "稿件是 kind 为 story 的部分",
    ),
    # What is to be looked at.
    "exchange.embargo": Message(
        "not to be published yet: {shown}",
        "the story file does not say so; imported.json keeps it",
        "尚不得发表：{shown}",
        "稿件文件中不写此事，记在 imported.json 里",
    ),
    "exchange.version": Message(
        "this says of itself that it is a corrected version: {shown}",
        "has the earlier one been taken off the page?",
        "来稿注明是修改稿：{shown}",
        "请核对前一稿是否已撤下",
    ),
    "exchange.killed": Message("the story was taken back: {shown}", "do not print it", "此稿已撤：{shown}", "请勿刊发"),
    "exchange.not_usable": Message(
        "{story} is marked as {status}", "ask whoever sent it", "{story} 的状态为 {status}", "请向发送方核实"
    ),
    "exchange.no_headline": Message(
        "no headline was found; the name of the file stands in its place in {story}",
        "write it behind headline:",
        "{story} 没有找到标题，暂以文件名代替",
        "请写在 headline: 之后",
    ),
    "exchange.damaged": Message(
        "{count} characters were damaged before they came here (U+FFFD)",
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
        "{count} symbols of a font of their own have no character: {shown}",
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
        "{count} more texts of the story say something else, and are left out: {shown}",
        "imported.json has them whole",
        "稿件另有 {count} 个内容不同的文本未收：{shown}",
        "全文见 imported.json",
    ),
    "exchange.text_boxes": Message(
        "{count} text boxes stand behind the paragraph that they were fixed to",
        "look where they belong",
        "有 {count} 个文本框，文字排在所依附的段落之后",
        "请看它们属于何处",
    ),
    "exchange.rows": Message(
        "{count} rows of tables are paragraphs now, a blank between their cells",
        "a table of the page is a part of its own",
        "表格 {count} 行已成段落，各格之间空一字",
        "版面上的表格另成一部分",
    ),
    "exchange.numbered": Message(
        "{count} paragraphs had numbers or signs that the program made up, and that are no text",
        "type them where they are meant",
        "有 {count} 段带自动编号，编号不是文字",
        "如需要请补上",
    ),
    "exchange.formulas": Message(
        "{count} formulas are plain text now",
        "look whether they can be read",
        "有 {count} 个公式已成普通文字",
        "请看是否还能读懂",
    ),
    "exchange.struck": Message(
        "{count} characters that were struck through stand in the copy",
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
        "changes count as accepted: {count} moved pieces stand where they were moved to",
        "",
        "修订按接受处理：移动的 {count} 处已在新位置",
        "",
    ),
    "exchange.comment": Message("{count} comments are left out: {shown}", "", "批注 {count} 条未收：{shown}", ""),
    "exchange.link": Message(
        "{count} addresses that copy cannot lead to are left out: {shown}",
        "",
        "有 {count} 个无法链接的地址未收：{shown}",
        "",
    ),
    "exchange.code": Message(
        "{count} pieces for programs are left out: {shown}", "", "供程序用的代码 {count} 处未收：{shown}", ""
    ),
    "exchange.header": Message(
        "headers and footers of the sheet are left out: {shown}", "", "页眉、页脚未收：{shown}", ""
    ),
    "exchange.slug": Message("wire lines are left out: {shown}", "", "电讯标识未收：{shown}", ""),
    "exchange.end_mark": Message("marks of the end are left out: {shown}", "", "稿末标记未收：{shown}", ""),
    "exchange.label": Message(
        "labels before lines of the head are left out: {shown}", "", "标题各行前的标签未收：{shown}", ""
    ),
    "exchange.mark": Message("marks that are no copy are left out: {shown}", "", "非正文的记号未收：{shown}", ""),
    "exchange.data": Message(
        "{count} pieces of data are in no story: {shown}",
        "imported.json has them all",
        "有 {count} 项数据不入稿件：{shown}",
        "都记在 imported.json 里",
    ),
    "exchange.footnotes": Message(
        "{count} footnotes stand as notes where their signs stood", "", "脚注 {count} 条已成文中注", ""
    ),
    "exchange.subheads": Message(
        "{count} short bold paragraphs of {story} are subheads now", "", "{story} 中 {count} 个加粗短段已作小标题", ""
    ),
    "exchange.items": Message(
        "{count} items of lists are paragraphs without their signs", "", "列表 {count} 条已成段落，不带符号", ""
    ),
    "exchange.joined": Message(
        "{count} lines that were cut at one width are joined to their paragraphs",
        "",
        "按固定宽度断开的 {count} 行已接成段落",
        "",
    ),
    "exchange.smart_tags": Message("{count} smart tags were taken off", "", "已去掉 {count} 个智能标记", ""),
    "exchange.soft_returns": Message(
        "{count} line breaks within paragraphs begin a paragraph now", "", "段内 {count} 处软回车已另起一段", ""
    ),
    "exchange.empty": Message("{count} empty paragraphs are left out", "", "空段 {count} 个未收", ""),
    "exchange.indents": Message(
        "{count} paragraphs were indented by blanks or tabs, which are taken out",
        "",
        "有 {count} 段以空格或制表符缩进，已去掉",
        "",
    ),
    "exchange.trailing": Message("{count} paragraphs ended with blanks", "", "有 {count} 段段末空格已去掉", ""),
    "exchange.doubled": Message("{count} doubled spaces are taken out", "", "多余空格 {count} 个已去掉", ""),
    "exchange.tabs": Message("{count} tabs are spaces now", "", "制表符 {count} 个已改为空格", ""),
    "exchange.no_break": Message("{count} no-break spaces are spaces now", "", "不间断空格 {count} 个已改为空格", ""),
    "exchange.unseen": Message(
        "{count} characters that nobody sees are taken out: {codes}", "", "看不见的字符 {count} 个已去掉：{codes}", ""
    ),
    "exchange.controls": Message(
        "{count} control characters are taken out: {codes}", "", "控制字符 {count} 个已去掉：{codes}", ""
    ),
    # What was done.
    "exchange.written": Message("{source} ({kind}): {files}", "", "{source}（{kind}）：{files}", ""),
    "exchange.unchanged": Message("{file} is what it was", "", "{file} 没有变化", ""),
}
