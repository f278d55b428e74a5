"""Sentences about what a library keeps beside a PDF: what cannot be written, and what a kept file says otherwise."""

from __future__ import annotations

from jxprint.messages import Message

_AGAIN = "make the archive again with jxprint, or take the file as it left it"
_AGAIN_ZH = "请用 jxprint 重新生成馆藏文件，或换用未经改动的文件"

MESSAGES: dict[str, Message] = {
    "library.unsayable": Message(
        "{part} has the character {code} at offset {offset}, which XML has no way to say",
        "take it out of the copy; no reader sees it",
        "{part} 偏移 {offset} 处有字符 {code}，XML 无法表示",
        "请从稿件中删去该字符，读者看不到它",
    ),
    "library.unknown_kind": Message(
        "the file is none of those that a library keeps beside a page: it begins with {what}",
        "check takes ALTO, PAGE XML, hOCR, JSON and text as jxprint archive writes them",
        "这不是随版面馆藏的文件：文件以 {what} 开头",
        "check 可核对 jxprint archive 写出的 ALTO、PAGE XML、hOCR、JSON 与纯文本",
    ),
    "library.needs_copy": Message(
        "this is no PDF but XML or JSON, which is held against the copy of its page",
        "name the page's folder: --against DIR",
        "这不是 PDF，而是 XML 或 JSON，须与版面文稿核对",
        "请用 --against 指明版面文件夹",
    ),
    "library.plain_check": Message(
        "a file that a library keeps is compared with its page and with nothing else",
        "leave out --dump, --html, --manifest, --key, --ordered, --whole and --accept",
        "馆藏文件只与版面原稿核对",
        "请去掉 --dump、--html、--manifest、--key、--ordered、--whole 与 --accept",
    ),
    "library.no_page": Message(
        "the file has no page",
        _AGAIN,
        "文件中没有版面",
        _AGAIN_ZH,
    ),
    "library.no_such_block": Message(
        "the reading order names {name}{more}, and there is no such block",
        _AGAIN,
        "阅读顺序指向 {name}{more}，而文件中没有这一块",
        _AGAIN_ZH,
    ),
    "library.glyphs_differ": Message(
        "the string “{text}” consists of the glyphs “{glyphs}”",
        _AGAIN,
        "字符串“{text}”的字形却是“{glyphs}”",
        _AGAIN_ZH,
    ),
    "library.lines_differ": Message(
        "the paragraph “{text}” consists of the lines “{lines}”",
        _AGAIN,
        "段落“{text}”的各行却是“{lines}”",
        _AGAIN_ZH,
    ),
    "library.out_of_place": Message(
        "“{text}” ({name}) stands outside its line or block, or before what it follows; {spot}",
        _AGAIN,
        "“{text}”（{name}）超出所在的行或块，或排在前文之前；{spot}",
        _AGAIN_ZH,
    ),
    "library.off_page": Message(
        "the block {name} stands beyond the page",
        _AGAIN,
        "块 {name} 超出版面",
        _AGAIN_ZH,
    ),
    "library.other_shape": Message(
        "the file's page is {width:g} × {height:g} pixels, which is not the shape of this sheet",
        "check it against the page that it was made from",
        "文件中的版面为 {width:g} × {height:g} 像素，与本版纸张形状不符",
        "请用生成该文件的版面来核对",
    ),
    "library.apart": Message(
        "“{text}” ({count}) stands elsewhere than in the PDF; {spot}",
        _AGAIN,
        "“{text}”（{count} 字）的位置与 PDF 不同；{spot}",
        _AGAIN_ZH,
    ),
    "library.nothing_kept": Message(
        "the folder has neither a PDF nor a file that a library keeps",
        "name the folder that jxprint archive wrote",
        "该文件夹中既无 PDF，也无馆藏文件",
        "请指定 jxprint archive 写出的文件夹",
    ),
    "library.file_missing": Message(
        "the file is named in {manifest} and is not there",
        _AGAIN,
        "{manifest} 列有此文件，但文件不在",
        _AGAIN_ZH,
    ),
    "library.file_changed": Message(
        "the file has another digest than is written in {manifest}",
        _AGAIN,
        "文件的校验值与 {manifest} 所写不符",
        _AGAIN_ZH,
    ),
    "library.bag_undeclared": Message(
        "the file does not declare a bag as RFC 8493 has it: {missing}",
        _AGAIN,
        "文件未按 RFC 8493 声明 BagIt 包，缺少：{missing}",
        _AGAIN_ZH,
    ),
    "library.other_payload": Message(
        "Payload-Oxum is {said}, and the bag's data come to {there} (bytes, then files)",
        _AGAIN,
        "Payload-Oxum 写作 {said}，而包中数据实为 {there}（字节数.文件数）",
        _AGAIN_ZH,
    ),
    "library.file_unlisted": Message(
        "the file is in the archive, and {manifest} does not name it",
        "take it away, or make the archive again",
        "文件在馆藏包中，但 {manifest} 未列出",
        "请移走该文件，或重新生成馆藏包",
    ),
    "library.no_base": Message(
        "a IIIF manifest needs the address that the archive will have",
        "say it: --base-uri https://example.org/papers/1208/",
        "IIIF 清单需要馆藏包将来的网址",
        "请写明：--base-uri https://example.org/papers/1208/",
    ),
    "library.no_manifest": Message(
        "no IIIF manifest was made: the archive's address is not known",
        "say it with --base-uri, or --only without iiif",
        "未生成 IIIF 清单：不知道馆藏包将来的网址",
        "请用 --base-uri 写明，或用 --only 去掉 iiif",
    ),
    "library.bad_base": Message(
        "{base} is no address of the web",
        "an address begins with http:// or https:// and has no query and no fragment",
        "{base} 不是网址",
        "网址须以 http:// 或 https:// 开头，不带 ? 与 #",
    ),
    "library.unknown_only": Message(
        "there is no kind of file {name} to keep",
        "kinds are {known}",
        "没有名为 {name} 的馆藏文件",
        "可选：{known}",
    ),
    "library.too_large": Message(
        "the folder holds more than an archive may: {what}",
        "name the folder that jxprint archive wrote",
        "文件夹超出馆藏包的上限：{what}",
        "请指定 jxprint archive 写出的文件夹",
    ),
    "library.no_such_part": Message(
        "the article “{title}” names {name}, and no page has such a block",
        _AGAIN,
        "文章“{title}”指向 {name}，而各版均无这一块",
        _AGAIN_ZH,
    ),
    "library.of_a_folder": Message(
        "a text by article is compared together with the pages that it is of",
        "name the folder of the archive: jxprint check out/archive layout/chaoxun",
        "按文章汇编的文本须与各版文件一同核对",
        "请指定整个馆藏文件夹：jxprint check out/archive layout/chaoxun",
    ),
    "library.story_parted": Message(
        "{kind}: the story “{text}…” is not one article by itself, with all parts that its jumps lead to in order",
        _AGAIN,
        "{kind}：稿件“{text}……”没有作为一篇完整、独立的文章收录转版各部分",
        _AGAIN_ZH,
    ),
    "library.other_ground": Message(
        "on page {page} the place of the article “{title}” is not that of its own text alone, see “{text}”",
        _AGAIN,
        "第 {page} 版：文章“{title}”的区域与其文字所在之处不符，见“{text}”",
        _AGAIN_ZH,
    ),
    "library.other_length": Message(
        "the millimetres of {name} are not those of its pixels",
        _AGAIN,
        "{name} 的毫米值与像素值不符",
        _AGAIN_ZH,
    ),
    "library.article_ends": Message(
        "in the file ({kind}) an article ends elsewhere than in the copy, on page {page}",
        _AGAIN,
        "第 {page} 版：文件（{kind}）中的文章分界与原稿不同",
        _AGAIN_ZH,
    ),
    "library.other_dpi": Message(
        "the file says {said:g} pixels to the inch, and has {wanted}",
        _AGAIN,
        "文件写每英寸 {said:g} 像素，实为 {wanted}",
        _AGAIN_ZH,
    ),
    "library.other_title": Message(
        "what begins “{text}” is called “{said}”",
        _AGAIN,
        "“{text}”的标题写成“{said}”",
        _AGAIN_ZH,
    ),
    "library.other_type": Message(
        "“{text}” ({name}{more}) is said to be set in {said} pt, and its boxes are {wanted} pt high",
        _AGAIN,
        "“{text}”（{name}{more}）写为 {said} 点，而字框高 {wanted} 点",
        _AGAIN_ZH,
    ),
    "library.other_baseline": Message(
        "“{text}” ({name}) does not stand on the baseline that the file says",
        _AGAIN,
        "“{text}”（{name}）不在文件所写的基线上",
        _AGAIN_ZH,
    ),
    "library.disagrees": Message(
        "{thing}: {what} is “{said}”, and “{others}” {by}",
        _AGAIN,
        "{thing}：{what}为“{said}”，而{by}为“{others}”",
        _AGAIN_ZH,
    ),
    "library.other_length_told": Message(
        "the file has {size} bytes, and {manifest} says otherwise",
        _AGAIN,
        "文件有 {size} 字节，与 {manifest} 所写不符",
        _AGAIN_ZH,
    ),
    "library.other_image": Message(
        "page {page}: the image is not what the PDF shows there; {spot}",
        _AGAIN,
        "第 {page} 版：图像与 PDF 所示不同；{spot}",
        _AGAIN_ZH,
    ),
    "library.dead_link": Message(
        "the file leads to {link}, which is not in the archive",
        _AGAIN,
        "文件指向 {link}，馆藏包中却没有它",
        _AGAIN_ZH,
    ),
    "library.contradicts": Message(
        "{name}: {what} is “{said}”, and has to be “{wanted}” by what else the file says",
        _AGAIN,
        "{name}：{what} 为“{said}”，而据文件其他内容应为“{wanted}”",
        _AGAIN_ZH,
    ),
    "library.form_value": Message(
        "{what} is “{said}”, and has to be “{wanted}”{more}",
        _AGAIN,
        "{what} 为“{said}”，应为“{wanted}”{more}",
        _AGAIN_ZH,
    ),
    "library.form_missing": Message(
        "{what} is wanting{more}",
        _AGAIN,
        "缺少 {what}{more}",
        _AGAIN_ZH,
    ),
    "library.form_strange": Message(
        "{what} is nothing that an archive has there{more}",
        _AGAIN,
        "馆藏文件此处不应有 {what}{more}",
        _AGAIN_ZH,
    ),
    "library.form_twice": Message(
        "{what}: “{said}” names two things",
        _AGAIN,
        "{what}：“{said}”重复",
        _AGAIN_ZH,
    ),
    "library.form_dead": Message(
        "{what} names “{said}”{more}, which is not in the file",
        _AGAIN,
        "{what} 指向“{said}”{more}，而文件中没有它",
        _AGAIN_ZH,
    ),
    "library.no_list": Message(
        "no METS and no bag: nothing says which files belong to the archive, or what their digests are",
        "make it with mets among its kinds, or with --bag",
        "既无 METS，也不是 BagIt 包：没有清单说明馆藏应有哪些文件及其校验值",
        "生成时请保留 mets，或加 --bag",
    ),
    "library.nothing_only": Message(
        "--only names no kind of file to keep",
        "name some, as --only pdf,alto, or leave it out to keep all",
        "--only 没有写明任何馆藏文件",
        "请写明种类，如 --only pdf,alto；去掉它则全部保留",
    ),
    "library.nothing_wrapped": Message(
        "{name} wraps other files, and there is none that it can",
        "keep these as well, as --only {wanted},{name}",
        "{name} 用来汇集其他文件，而这里没有可汇集的文件",
        "请一并保留，如 --only {wanted},{name}",
    ),
}
