"""Sentences about artwork that stays vectors, advertisements and ornaments; they belong to the room `page`."""

from __future__ import annotations

from jxprint.messages import Message

ARTWORK_MESSAGES: dict[str, Message] = {
    # Advertisements and ornaments.
    "page.labelled_twice": Message(
        "the artwork says itself that it is an advertisement, and a label would say it again",
        "take out either “labelled” or “label”",
        "画稿上已有“广告”字样，又要另加标注",
        "请删去 labelled 或 label",
    ),
    "page.labelled_without_alt": Message(
        "nothing stands for this advertisement where it cannot be seen",
        "add alt = “…” and say what it advertises",
        "看不见这条广告的读者无从得知其内容",
        "请加上 alt，写明广告内容",
    ),
    "page.empty_label": Message(
        "an advertisement has to be marked as one, and its label is empty",
        "write 广告, or labelled = true where the artwork says so itself",
        "广告必须标明“广告”，而 label 是空的",
        "请写“广告”；画稿上已有此字样的，请写 labelled = true",
    ),
    "page.ornament_has_text": Message(
        "“{name}” shows text, and an ornament has none",
        "convert the text to outlines, or say with “alt” what the ornament shows",
        "“{name}”含有文字，而饰图不应有文字",
        "请把文字转成曲线，或用 alt 写明其内容",
    ),
    "page.page_of_no_pdf": Message(
        "“{name}” is no PDF file and has no pages",
        "take out “page”",
        "“{name}”不是 PDF，没有页码",
        "请删去 page",
    ),
    # SVG.
    "page.svg_damaged": Message(
        "“{name}”, line {line}: this is no XML: {reason}",
        "save it again in a drawing program",
        "“{name}”第 {line} 行不合 XML 语法：{reason}",
        "请用绘图软件另存",
    ),
    "page.picture_blank": Message(
        "“{name}” is empty",
        "export it again; nothing was saved",
        "“{name}”是空文件",
        "请重新导出；文件里什么也没有",
    ),
    "page.svg_round": Message(
        "“{name}”, line {line}: it uses itself ({what})",
        "expand symbols in the drawing program",
        "“{name}”第 {line} 行：图形引用了自身（{what}）",
        "请在绘图软件里扩展符号",
    ),
    "page.svg_no_svg": Message(
        "“{name}” is XML, but no SVG",
        'its first element should be <svg xmlns="http://www.w3.org/2000/svg">',
        "“{name}”是 XML，但不是 SVG",
        '其首个元素应为 <svg xmlns="http://www.w3.org/2000/svg">',
    ),
    "page.svg_no_size": Message(
        "“{name}” has no size, or is nothing high or wide",
        "give it a viewBox, or width and height with a unit of paper",
        "“{name}”没有尺寸，或宽高为零",
        "请写明 viewBox，或带单位的 width 和 height",
    ),
    "page.svg_empty": Message(
        "“{name}” draws nothing", "export it with its layers shown", "“{name}”没有任何图形", "请显示图层后重新导出"
    ),
    "page.svg_too_large": Message(
        "“{name}”, line {line}: {what}; a drawing may have {most} at most",
        "simplify the drawing, or place it as a picture of pixels",
        "“{name}”第 {line} 行：{what}，超出图稿的限度（最多 {most}）",
        "请简化图稿，或改用位图",
    ),
    "page.svg_deep": Message("elements stand within one another {deep} deep", "", "元素嵌套 {deep} 层", ""),
    "page.svg_elements": Message("the file has {count} elements and more", "", "元素已有 {count} 个", ""),
    "page.svg_counts": Message(
        "what is drawn here, as often as it is drawn, comes to more than {most} pieces",
        "",
        "此处所画内容按重复次数计已超过 {most}",
        "",
    ),
    "page.svg_white": Message(
        "“{name}” shows nothing but white", "ask for it anew", "“{name}”一片空白", "请让对方重新提供"
    ),
    "page.svg_doctype": Message(
        "“{name}”, line {line}: a document type may bring in other files or grow without end",
        "export it as plain SVG; a document type may give names to short texts and do nothing else",
        "“{name}”第 {line} 行：文档类型声明可能引入外部文件，或无限展开",
        "请导出为普通 SVG；文档类型声明只可为短文本取名",
    ),
    "page.svg_script": Message(
        "“{name}”, line {line}: there is a script in it",
        "export it as plain SVG; paper runs no programs",
        "“{name}”第 {line} 行：含有脚本",
        "请导出为普通 SVG；纸面不运行程序",
    ),
    "page.svg_link": Message(
        "“{name}”, line {line}: it leads out of the file, to “{what}”",
        "embed what is meant, and delete the link",
        "“{name}”第 {line} 行：指向文件之外的“{what}”",
        "请嵌入所需内容，并删去链接",
    ),
    "page.svg_image": Message(
        "“{name}”, line {line}: there is a picture of pixels in it",
        "trace it to paths, place it as a picture (JPEG, PNG, TIFF) of its own, or the whole as PDF",
        "“{name}”第 {line} 行：内含位图",
        "请描成路径，或另作一张图片（JPEG、PNG、TIFF），或整个改用 PDF",
    ),
    "page.svg_foreign": Message(
        "“{name}”, line {line}: there is foreign matter in it (foreignObject)",
        "export it as plain SVG 1.1",
        "“{name}”第 {line} 行：含有外来内容（foreignObject）",
        "请导出为普通的 SVG 1.1",
    ),
    "page.svg_moves": Message(
        "“{name}”, line {line}: it moves or changes with time ({what})",
        "export it as it is to stand on paper",
        "“{name}”第 {line} 行：图稿会动或随时间变化（{what}）",
        "请导出纸面上应有的静止样子",
    ),
    "page.svg_text": Message(
        "“{name}”, line {line}: there is text in it, whose face is not here",
        "convert text to outlines in the drawing program",
        "“{name}”第 {line} 行：含有文字，而字体不在此处",
        "请在绘图软件里把文字转成曲线",
    ),
    "page.svg_undrawn": Message(
        "“{name}”, line {line}: “{what}” is not drawn here, and nothing is left out in silence",
        "expand or flatten it in the drawing program, or place the artwork as PDF",
        "“{name}”第 {line} 行：本程序不画“{what}”，也不会默默略去",
        "请在绘图软件里扩展或拼合，或改用 PDF",
    ),
    "page.svg_no_value": Message(
        "“{name}”, line {line}: “{what}” means nothing here",
        "save it again in a drawing program",
        "“{name}”第 {line} 行：“{what}”没有意义",
        "请用绘图软件另存",
    ),
    "page.svg_nothing_named": Message(
        "“{name}”, line {line}: nothing that can be used is called “{what}”",
        "save it again in a drawing program",
        "“{name}”第 {line} 行：没有可用的“{what}”",
        "请用绘图软件另存",
    ),
    # PDF.
    "page.pdf_refused": Message(
        "“{name}” cannot be placed: {reason}",
        "ask for it anew, as a PDF for print without a password",
        "“{name}”不能置入：{reason}",
        "请让对方另给一份不加密的印刷用 PDF",
    ),
    "page.pdf_cut_off": Message(
        "“{name}” is damaged: its end or its table of objects is lost, and what stood there nobody can know",
        "ask for the file again, or save it again in a program that opens it and compare the two",
        "“{name}”已损坏：文件末尾或对象表缺失，无从得知原有内容",
        "请重新索取文件，或用能打开它的软件另存，并对照两者",
    ),
    "page.pdf_several_pages": Message(
        "“{name}” has {pages} pages, and one is placed",
        "say which: page = 1",
        "“{name}”有 {pages} 页，只能置入一页",
        "请写明哪一页：page = 1",
    ),
    "page.pdf_no_such_page": Message(
        "“{name}” has no page {page}; it has {pages}",
        "check the number",
        "“{name}”没有第 {page} 页，共 {pages} 页",
        "请检查页码",
    ),
    "page.pdf_no_size": Message(
        "the page of “{name}” is nothing high or wide",
        "ask for it with a TrimBox of its real size",
        "“{name}”的页面宽或高为零",
        "请让对方设好成品框（TrimBox）",
    ),
    "page.pdf_empty": Message(
        "the page of “{name}” shows nothing but white",
        "ask for it anew",
        "“{name}”的页面一片空白",
        "请让对方重新提供",
    ),
    "page.pdf_actions": Message(
        "“{name}” does something when it is opened: there are scripts or actions in it",
        "ask for it as PDF/X; what is on paper does nothing",
        "“{name}”含有脚本或动作",
        "请让对方给 PDF/X；纸面上的东西不会动作",
    ),
    "page.pdf_files": Message(
        "there are other files within “{name}”",
        "ask for it as PDF/X, without attachments",
        "“{name}”里附有其他文件",
        "请让对方给不带附件的 PDF/X",
    ),
    "page.pdf_annotations": Message(
        "there are notes, links or form fields on the page of “{name}”, which would not be printed",
        "ask for it flattened, as PDF/X",
        "“{name}”的页面上有批注、链接或表单，印不出来",
        "请让对方拼合后给 PDF/X",
    ),
    "page.pdf_layers": Message(
        "“{name}” has layers that can be shown or hidden",
        "ask for it with its layers flattened: what is printed must be what was seen",
        "“{name}”有可显示或隐藏的图层",
        "请让对方合并图层：印出来的须与看到的一致",
    ),
    "page.pdf_outside": Message(
        "“{name}” draws what is not in it",
        "ask for it as PDF/X, with everything embedded",
        "“{name}”引用了文件之外的内容",
        "请让对方给全部嵌入的 PDF/X",
    ),
    "page.pdf_font_outside": Message(
        "“{name}” shows text in {font}, which is not embedded",
        "ask for it with all fonts embedded, or with text as outlines",
        "“{name}”用了没有嵌入的字体 {font}",
        "请让对方嵌入全部字体，或把文字转成曲线",
    ),
}
