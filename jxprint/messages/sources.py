"""Sentences about sources with positions or styles: PDF, ALTO, PAGE XML, hOCR, DOCX (复原来源)."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    "sources.unknown_kind": Message(
        "no kind of source “{kind}” is read here", "one of {known}", "不认识来源种类“{kind}”", "可用 {known}"
    ),
    "sources.own_encoding": Message(
        "--encoding is for text dumps; {kind} says its own encoding",
        "leave --encoding out",
        "--encoding 只用于文字稿；{kind} 自带编码",
        "请去掉 --encoding",
    ),
    "sources.several_pages": Message(
        "the file has {count} pages, and one is reconstructed at a time",
        "say which with --page N, counted from 1",
        "文件有 {count} 版，一次只复原一版",
        "请用 --page N 指定，从 1 起",
    ),
    "sources.no_such_page": Message(
        "there is no page {page} in the file: it has {count}",
        "count pages from 1",
        "文件没有第 {page} 版：共 {count} 版",
        "版数从 1 起",
    ),
    "sources.scanned": Message(
        "the page has no text, only pictures of it",
        "recognise it first: pdftoppm -r 300 -png PAGE.pdf page, tesseract page-1.png page -l chi_sim hocr, then "
        "reconstruct page.hocr",
        "版面没有文字，只有图像",
        "请先识别：pdftoppm -r 300 -png PAGE.pdf page，tesseract page-1.png page -l chi_sim hocr，再复原 page.hocr",
    ),
    "sources.no_text": Message(
        "the file has no text",
        "is this the right file? if it was recognised, the recogniser found nothing",
        "文件里没有文字",
        "请确认文件是否拿错；如系识别所得，说明没有识别出文字",
    ),
    "sources.no_dump": Message(
        "the page was restored from {file}, and only a text dump is given back by its copy",
        "{file} stands in the folder as it came",
        "此版由 {file} 复原，只有文字稿才能由稿件还原",
        "{file} 原样存在文件夹里",
    ),
    "sources.nameless": Message(
        "{count} of {all} characters do not say which they are: the file's fonts have no names for them",
        "draw the page as an image and recognise it, then reconstruct the hOCR",
        "{all} 字中有 {count} 字不知是何字：文件的字体没有给出编码",
        "请把版面画成图像，识别后用 hOCR 复原",
    ),
    "sources.page_turned": Message(
        "most text of the page stands turned ({count} characters)",
        "turn the page upright first, as in qpdf --rotate=90",
        "版面上的文字大多是转了向的（{count} 字）",
        "请先把版面转正，如 qpdf --rotate=90",
    ),
    "sources.turned": Message(
        "text that stands turned has no place in any leg and is among the unplaced copy: “{text}” ({count} characters)",
        "look where it belongs",
        "转了向的文字不入栏，列入余稿：“{text}”（{count} 字）",
        "请看它属于何处",
    ),
    "sources.damaged": Message(
        "the file is damaged from here on: {reason}", "write it anew", "文件从此处起已损坏：{reason}", "请重新生成"
    ),
    "sources.doctype": Message(
        "the file has a document type of its own, which may bring in other files and is not read",
        "take the <!DOCTYPE …> line out",
        "文件带有自己的文档类型声明，可能引入别的文件，不予读取",
        "请删去 <!DOCTYPE …> 一行",
    ),
    "sources.entity": Message(
        "&{entity}; stands for something that another file would have to say, and no other file is read",
        "write the character itself",
        "&{entity}; 要由别的文件解释，而这里不读别的文件",
        "请直接写出该字符",
    ),
    "sources.too_large": Message(
        "the file is larger than any page: {what}",
        "give each page a file of its own",
        "文件比任何版面都大：{what}",
        "请把每版存成一个文件",
    ),
    "sources.too_deep": Message(
        "elements stand within each other more than {deepest} deep here",
        "have the file written anew by another program",
        "此处元素嵌套超过 {deepest} 层",
        "请用别的程序重新生成文件",
    ),
    "sources.other_encoding": Message(
        "from here on the bytes are no {encoding}, which the file has by what it says, or by saying nothing",
        "have it sent again, or write the encoding that it has behind encoding= on its first line",
        "从此处起字节不是 {encoding}，而文件按其声明（或未声明）应为此编码",
        "请对方重新发送，或在首行 encoding= 之后改写实际编码",
    ),
    "sources.other_kind": Message(
        "the file is no {kind}: {what}",
        "leave --source out, and its content tells",
        "这不是 {kind} 文件：{what}",
        "请去掉 --source，由内容判断",
    ),
    "sources.no_box": Message(
        "{count} lines have no box, or one without width or depth; the first is “{text}”",
        "they are among the unplaced copy",
        "有 {count} 行没有方框，或方框没有宽或深；第一行是“{text}”",
        "已列入余稿",
    ),
    "sources.all_boxless": Message(
        "no line of the file has a box with width and depth",
        "have the recogniser write positions, or reconstruct its text as a dump",
        "文件里没有一行有宽有深的方框",
        "请让识别程序写出位置，或把文字另存后按文字稿复原",
    ),
    "sources.unknown_unit": Message(
        "no unit of measurement “{unit}” is known here",
        "pixel, mm10 or inch1200",
        "不认识长度单位“{unit}”",
        "可用 pixel、mm10、inch1200",
    ),
    "sources.widened": Message(
        "{count} marks that were recognised at half width stand at full width, as Chinese type is printed",
        "numbers, times, Latin words and addresses are left; correct in the copy what the page has otherwise",
        "识别为半角的 {count} 个标点已恢复为全角，与中文印刷一致",
        "数字、时刻、外文和网址中的不动；若原版不同，请在文稿中改正",
    ),
    "sources.no_resolution": Message(
        "the file does not say how fine its image was: 300 dots to the inch are taken",
        "sizes and measures in points are no surer than that; measures in em are",
        "文件没有说明图像的精度：按每英寸 300 点计",
        "磅数只在此前提下可信，字数不受影响",
    ),
}
