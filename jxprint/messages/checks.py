"""Sentences of the reverse checker: what a PDF says beside what the copy says."""

from __future__ import annotations

from jxprint.messages import Message
from jxprint.messages.differences import DIFFERENCE_MESSAGES
from jxprint.messages.furniture import ROLE_WORDS
from jxprint.messages.others import OTHER_MESSAGES


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


_REBUILD = "take the file as it left the program that made it, or have that write it again"
_REBUILD_ZH = "请换用未经改动的文件，或由制作程序重新生成"

MESSAGES: dict[str, Message] = {
    **ROLE_WORDS,
    # The report.
    "checks.exact": _words(
        "{characters} characters in {articles} articles: exact in {orders} order, by two readers ({readers}); "
        "{ink} glyphs drawn as their faces draw them",
        "{articles} 篇共 {characters} 字：按{orders}核对，两种阅读库（{readers}）均与原稿一字不差；"
        "{ink} 个字形与所标字体一致",
    ),
    "checks.exact_kept": _words(
        "{characters} characters in {articles} articles: exact in {orders} order ({readers})",
        "{articles} 篇共 {characters} 字：按{orders}核对，{readers} 与原稿一字不差",
    ),
    "checks.ink_unproven": _words(
        "the glyphs of {fonts} could not be compared: those faces are not at hand",
        "未能核对 {fonts} 的字形：手头没有这些字体",
    ),
    "checks.dump_agrees": _words(
        "{dump}: the same text, but for the width of marks and the joints between lines",
        "{dump}：除标点宽窄与行间接缝外，文字相同",
    ),
    "checks.differs": _words(
        "findings: {count}; {characters} characters in {articles} articles compared in {orders} order by {readers}",
        "发现 {count} 处；{articles} 篇共 {characters} 字，按{orders}由 {readers} 核对",
    ),
    "checks.more": _words("and {count} more (all of them with --json)", "另有 {count} 处（用 --json 查看全部）"),
    "checks.order.stream": _words("content-stream", "内容流顺序"),
    "checks.order.structure": _words("structure", "结构树顺序"),
    "checks.order.reading": _words("reading", "阅读顺序"),
    "checks.order.geometry": _words("geometry", "版面位置顺序"),
    "checks.page": _words("page {page}", "第 {page} 版"),
    "checks.spot": _words("page {page}, {x} mm across, {y} mm down", "第 {page} 版，横 {x} mm、纵 {y} mm"),
    "checks.where": _words("{part}, {what}, offset {offset}", "{part}，{what}，偏移 {offset}"),
    "checks.role.masthead": _words("masthead", "版头"),
    "checks.role.kicker": _words("kicker {number}", "引题第 {number} 行"),
    "checks.role.headline": _words("headline {number}", "标题第 {number} 行"),
    "checks.role.deck": _words("deck {number}", "副题第 {number} 行"),
    "checks.role.standfirst": _words("paragraph {number}", "第 {number} 段"),
    "checks.role.byline": _words("byline {number}", "署名第 {number} 行"),
    "checks.role.dateline": _words("dateline", "电头"),
    "checks.role.body": _words("paragraph {number}", "第 {number} 段"),
    "checks.role.drop_cap": _words("drop cap of paragraph {number}", "第 {number} 段首字"),
    "checks.role.subhead": _words("paragraph {number} (subhead)", "第 {number} 段（小标题）"),
    "checks.role.caption": _words("caption", "图片说明"),
    "checks.role.credit": _words("credit", "图片署名"),
    "checks.role.jump": _words("jump line", "转版行"),
    "checks.role.quote": _words("quote {number}", "引语第 {number} 行"),
    "checks.role.label": _words("label", "广告标注"),
    "checks.role.resetting": _words("notice", "重排说明"),
    "checks.role.folio": _words("piece {number}", "报眉第 {number} 段"),
    # Differences from the copy.
    "checks.missing": _words(
        "{where}: “{expected}” ({expected_codes}; {count}) is missing; {spot}; seen by {seen}",
        "{where}：缺“{expected}”（{expected_codes}，{count} 字）；{spot}；见于 {seen}",
    ),
    "checks.extra": _words(
        "{where}: “{read}” ({read_codes}; {count}) stands here and not in the copy; {spot}; seen by {seen}",
        "{where}：多出原稿所无的“{read}”（{read_codes}，{count} 字）；{spot}；见于 {seen}",
    ),
    "checks.altered": _words(
        "{where}: “{expected}” ({expected_codes}; {count}) reads “{read}” ({read_codes}); {spot}; seen by {seen}",
        "{where}：“{expected}”（{expected_codes}，{count} 字）读作“{read}”（{read_codes}）；{spot}；见于 {seen}",
    ),
    "checks.moved": _words(
        "{where}: “{expected}” ({count} characters) is out of order, read behind “{after}”; {spot}; seen by {seen}",
        "{where}：“{expected}”（{count} 字）次序有误，读在“{after}”之后；{spot}；见于 {seen}",
    ),
    "checks.seen_in": _words("{seen} in {file}", "{seen}，文件 {file}"),
    "checks.page_count": Message(
        "the file has {pages} pages; the copy is for {expected_pages}",
        "name one page folder for each page of the file, in order",
        "文件有 {pages} 页，原稿为 {expected_pages} 版",
        "请按页序逐一给出各版文件夹",
    ),
    # Oddities: what no comparison of text would show.
    "checks.invisible": _words(
        "“{text}” ({count} characters) cannot be seen: it is neither filled nor stroked, is clear or clipped away, "
        "or has no size; {spot}",
        "“{text}”（{count} 字）不可见：未填充也未描边，或全透明、被裁去，或字号为零；{spot}",
    ),
    "checks.white": _words(
        "“{text}” ({count} characters) is white on the paper's white; {spot}",
        "“{text}”（{count} 字）为白色，在白纸上看不见；{spot}",
    ),
    "checks.unseen": _words(
        "“{text}” ({count} characters) is not seen on paper, or not whole: something covers it or cuts it off, or it "
        "has the colour of its ground; {spot}",
        "“{text}”（{count} 字）在纸面上看不见或不完整：被遮盖、被裁切，或与底色相同；{spot}",
    ),
    "checks.touched": _words(
        "“{text}” ({count} characters) does not stand alone: a rule, a dot or a patch is painted within its edges, "
        "over it or under it; {spot}",
        "“{text}”（{count} 字）在纸面上并非原样：字框内另有线、点或色块盖在字上或垫在字下；{spot}",
    ),
    "checks.overlapping": _words(
        "“{text}” ({count} characters) is set on top of other characters; {spot}",
        "“{text}”（{count} 字）与别的字叠印；{spot}",
    ),
    "checks.too_small": _words(
        "“{text}” ({count} characters) is set at {size} pt, too small for anybody to read; {spot}",
        "“{text}”（{count} 字）字号仅 {size} 磅，无法辨读；{spot}",
    ),
    "checks.turned": _words(
        "“{text}” ({count} characters) is turned, mirrored or slanted; {spot}",
        "“{text}”（{count} 字）被旋转、镜像或倾斜；{spot}",
    ),
    "checks.blended": _words(
        "“{text}” ({count} characters) is blended with its ground ({mode}), and may vanish there; {spot}",
        "“{text}”（{count} 字）与底色混合（{mode}），可能看不见；{spot}",
    ),
    "checks.partial": _words(
        "“{text}” ({count} characters) is painted through a mask, in a pattern or within a clip, which may leave out "
        "some of it; {spot}",
        "“{text}”（{count} 字）透过蒙版、以图案填充或在裁切范围内绘出，笔画可能缺失；{spot}",
    ),
    "checks.stroked": _words(
        "“{text}” ({count} characters) is drawn along its edges with a pen of {percent} % of its size, and may be a "
        "blot or a row of dots; {spot}",
        "“{text}”（{count} 字）以字号 {percent}% 粗的线沿轮廓描画，可能糊成一团或只见虚点；{spot}",
    ),
    "checks.default_space": _words(
        "the page gives plain colours another meaning ({entry}: {family}), by which its text may vanish; {spot}",
        "版面改变了普通颜色的含义（{entry}：{family}），文字可能因此看不见；{spot}",
    ),
    "checks.layer": _words(
        "the page has content in a layer, which readers can show and hide; {spot}",
        "版面有内容放在图层中，可显可隐；{spot}",
    ),
    "checks.drawn_text": _words(
        "something is drawn here as characters are, of outlines or of short rules, and no text stands for it "
        "({count} in all); {spot}",
        "此处有以轮廓或短线绘出、形如文字的图形，却没有对应的文字（共 {count} 处）；{spot}",
    ),
    "checks.stray_picture": _words(
        "a picture stands here that no figure of the page has ({count} in all): it may show text; {spot}",
        "此处有版面说明所无的图片（共 {count} 处），可能是文字的图像；{spot}",
    ),
    "checks.stray_form": _words(
        "a drawing stands here that no figure of the page has ({count} in all): it may show text; {spot}",
        "此处有版面说明所无的绘图（共 {count} 处），可能是文字的图形；{spot}",
    ),
    "checks.stray_pattern": _words(
        "a pattern or a shading is painted here that no figure of the page has ({count} in all); {spot}",
        "此处有版面说明所无的图案或渐变（共 {count} 处）；{spot}",
    ),
    "checks.figure_unseen": _words(
        "a picture is not seen on paper, or not whole: it is transparent or masked, or something is painted over it; "
        "{spot}",
        "有图片在纸面上看不见或不完整：图片透明、带蒙版，或被其他图形盖住；{spot}",
    ),
    "checks.picture_count": _words(
        "figures show {shown} pictures, and the page has {wanted}; {spot}",
        "图中共有 {shown} 幅图片，版面应有 {wanted} 幅；{spot}",
    ),
    "checks.role": _words(
        "“{text}” ({count} characters) is tagged as something else than it is ({said}); {spot}",
        "“{text}”（{count} 字）的标签与其身份不符（{said}）；{spot}",
    ),
    "checks.role_map": _words(
        "the structure tree gives standard tags another meaning ({tags}); {spot}",
        "结构树改变了标准标签的含义（{tags}）；{spot}",
    ),
    "checks.parent_tree": _words(
        "the parent tree leads from {count} pieces of marked content (MCID {mcid} first) to another element than the "
        "one that owns them; {spot}",
        "父树把 {count} 段标记内容（首个 MCID {mcid}）指到了别的元素；{spot}",
    ),
    "checks.actual_text_in_tree": _words(
        "an element of the structure tree says “{actual}” ({entry}) instead of its text “{text}”; {spot}",
        "结构树中有元素以“{actual}”（{entry}）代替其文字“{text}”；{spot}",
    ),
    "checks.language": _words(
        "the language is said to be “{said}”, and the page's is “{wanted}”; {spot}",
        "所标语言为“{said}”，版面语言为“{wanted}”；{spot}",
    ),
    "checks.bookmark": _words(
        "a bookmark says “{said}”, which is in no copy; {spot}", "书签“{said}”不见于原稿；{spot}"
    ),
    "checks.bookmark_elsewhere": _words(
        "the bookmark “{said}” leads to a place where that does not stand; {spot}",
        "书签“{said}”指向的位置并无此内容；{spot}",
    ),
    "checks.transfer": _words(
        "inks are changed on their way to the plates ({entry}): text may vanish in print; {spot}",
        "油墨在制版时会被改变（{entry}），印出的文字可能消失；{spot}",
    ),
    "checks.overprint": _words(
        "“{text}” ({count} characters) is white and overprints: the press leaves it out; {spot}",
        "“{text}”（{count} 字）为白色且设为叠印，印刷时不会出现；{spot}",
    ),
    "checks.raised": _words(
        "“{text}” ({count} characters) stands above its line, as a superscript does, and is none in the copy; {spot}",
        "“{text}”（{count} 字）高出所在的行，读如上标，而原稿并非上标；{spot}",
    ),
    "checks.lowered": _words(
        "“{text}” ({count} characters) stands below its line, as a subscript does, and is none in the copy; {spot}",
        "“{text}”（{count} 字）低于所在的行，读如下标，而原稿并非下标；{spot}",
    ),
    "checks.on_the_line": _words(
        "“{text}” ({count} characters) is a sub- or superscript in the copy, and stands on the line; {spot}",
        "“{text}”（{count} 字）原稿为上标或下标，版面上却与正文齐平；{spot}",
    ),
    "checks.elsewhere": _words(
        "what the page shows may be taken from elsewhere ({entry}), which was not read; {spot}",
        "版面内容可能取自别处（{entry}），未予核对；{spot}",
    ),
    "checks.table_cell": _words(
        "a table cell says of itself what the table does not have ({entry}: {said}); {spot}",
        "表格单元格标明了表中所无的属性（{entry}：{said}）；{spot}",
    ),
    "checks.link_parent": _words(
        "{count} links belong to no element of the structure tree, or to another one; {spot}",
        "{count} 个链接在结构树中没有所属元素，或所属有误；{spot}",
    ),
    "checks.link": _words(
        "a link leads to “{said}”; the copy has “{wanted}”; {spot}", "链接指向“{said}”，原稿为“{wanted}”；{spot}"
    ),
    "checks.mark_tag": _words(
        "marked content {mcid} is called {tag} in the page, and {wanted} in the structure; {spot}",
        "标记内容 {mcid} 在版面中称为 {tag}，在结构中称为 {wanted}；{spot}",
    ),
    "checks.link_elsewhere": _words(
        "a link to “{said}” lies over “{text}”, which does not lead there in the copy; {spot}",
        "指向“{said}”的链接盖在“{text}”上，原稿中该处并不指向那里；{spot}",
    ),
    "checks.thread": _words(
        "the thread “{title}” does not follow that story from frame to frame; {spot}",
        "“{title}”的文章线索没有按栏顺序跟随稿件；{spot}",
    ),
    "checks.thread_pages": _words(
        "the thread “{title}” goes from page {one} to page {other}, and the story does not; {spot}",
        "“{title}”的文章线索从第 {one} 版跳到第 {other} 版，而稿件并非如此；{spot}",
    ),
    "checks.annotation": _words(
        "an annotation ({what}) lies on the page: “{text}”; {spot}", "版面上有批注（{what}）：“{text}”；{spot}"
    ),
    "checks.active": _words(
        "the file acts by itself, or may: {what}; a newspaper page needs no such thing; {spot}",
        "文件含有可自行执行的内容：{what}，报纸版面不需要；{spot}",
    ),
    "checks.attachment": _words("another file is attached, “{name}”; {spot}", "文件附带了别的文件“{name}”；{spot}"),
    "checks.said_instead": _words(
        "marked content says “{actual}” ({entry}) instead of its text “{text}”; {spot}",
        "标记内容以“{actual}”（{entry}）代替其文字“{text}”；{spot}",
    ),
    "checks.rotated": _words(
        "readers show the page turned by {degrees}°; {spot}", "阅读器会把版面旋转 {degrees}° 显示；{spot}"
    ),
    "checks.page_size": _words(
        "the trimmed page is {said}, and should be {wanted}; {spot}", "成品尺寸为 {said}，应为 {wanted}；{spot}"
    ),
    "checks.page_place": _words(
        "the trimmed page does not stand in its sheet with {bleed} mm around it; {spot}",
        "成品框在页面中的位置有误，四周应有 {bleed} mm；{spot}",
    ),
    "checks.cropped": _words(
        "readers show less than the trimmed page: up to {cut} mm are cropped away; {spot}",
        "阅读器显示的版面不完整：被裁去至多 {cut} mm；{spot}",
    ),
    "checks.face": _words(
        "font {font} is none of the faces that the page can be set in; its glyphs are not proved; {spot}",
        "字体 {font} 不是该版所用字体，其字形无从核对；{spot}",
    ),
    "checks.stretched": _words(
        "“{text}” ({count} characters) is set {percent} % wide; {spot}",
        "“{text}”（{count} 字）的字宽被缩放为 {percent}%；{spot}",
    ),
    "checks.off_page": _words(
        "“{text}” ({count} characters) stands outside the trimmed page; {spot}",
        "“{text}”（{count} 字）在成品尺寸之外；{spot}",
    ),
    "checks.out_of_frame": _words(
        "“{text}” ({count} characters) stands outside the frame that the structure tree gives for it; {spot}",
        "“{text}”（{count} 字）不在结构树所标的框内；{spot}",
    ),
    "checks.untagged_text": _words(
        "“{text}” ({count} characters) belongs to no marked content or to an artifact; {spot}",
        "“{text}”（{count} 字）不属于任何标记内容，或被标为装饰；{spot}",
    ),
    "checks.unowned": _words(
        "“{text}” ({count} characters) is owned by no element of the structure tree; {spot}",
        "“{text}”（{count} 字）不属于结构树的任何元素；{spot}",
    ),
    "checks.untagged": _words("the structure tree has nothing on {spot}", "结构树中没有该版的内容：{spot}"),
    "checks.owned_twice": _words(
        "{count} pieces of marked content (MCID {mcid} first) stand in the structure tree more than once; {spot}",
        "{count} 段标记内容（首个 MCID {mcid}）在结构树中不止一次；{spot}",
    ),
    "checks.element_twice": _words(
        "element {object} stands in the structure tree more than once (such elements: {count}); {spot}",
        "元素 {object} 在结构树中不止一次（此类元素共 {count} 个）；{spot}",
    ),
    "checks.no_text": _words(
        "font {font} does not say what {codes} of its codes mean (first {code}; {count} glyphs shown); {spot}",
        "字体 {font} 有 {codes} 个编码未说明对应文字（首个 {code}，共显示 {count} 字）；{spot}",
    ),
    "checks.bad_entry": _words(
        "font {font}: the ToUnicode entry {entry} of code {code} is no text; {spot}",
        "字体 {font}：编码 {code} 的 ToUnicode 条目 {entry} 不是文字；{spot}",
    ),
    "checks.ink": _words(
        "on paper stands “{drawn}” where the file says “{text}” (font {font}, code {code}); {spot}",
        "纸上印的是“{drawn}”，文件却说是“{text}”（字体 {font}，编码 {code}）；{spot}",
    ),
    "checks.ink_missing": _words(
        "nothing is drawn on paper where the file says “{text}” (font {font}, code {code}); {spot}",
        "文件说此处是“{text}”，纸上却没有字形（字体 {font}，编码 {code}）；{spot}",
    ),
    "checks.ink_unknown": _words(
        "what is drawn where the file says “{text}” is no glyph of its face (font {font}, code {code}); {spot}",
        "文件说此处是“{text}”，印出的却不是该字体的字形（字体 {font}，编码 {code}）；{spot}",
    ),
    "checks.ink_damaged": _words(
        "the program of font {font} cannot be drawn ({reason}); {spot}",
        "字体 {font} 的字形程序无法绘出（{reason}）；{spot}",
    ),
    "checks.apart": _words(
        "readers see {count} characters in different places: “{text}”; {spot}",
        "两种阅读库看到的 {count} 字不在同一位置：“{text}”；{spot}",
    ),
    "checks.width": _words(
        "font {font} has widths that are not its glyphs' ({glyphs} in all): it says that “{text}” is {width} "
        "thousandths of an em wide, and the glyph is {advance}; {spot}",
        "字体 {font} 有 {glyphs} 个字形的字宽有误：说“{text}”宽 {width}/1000 字，字形实为 {advance}/1000 字；{spot}",
    ),
    "checks.remapped": _words(
        "font {font} draws other glyphs than its codes say (CIDToGIDMap); {spot}",
        "字体 {font} 用 CIDToGIDMap 把编码改指了别的字形；{spot}",
    ),
    "checks.ink_two_ways": _words(
        "the program of font {font} can be read in two ways ({reason}), and viewers draw different things; {spot}",
        "字体 {font} 的字形程序可有两种读法（{reason}），各软件印出的不一样；{spot}",
    ),
    "checks.ink_encoding": _words(
        "the encoding of font {font}, a CMap in the file, says more than is read here: a viewer may draw other glyphs; "
        "{spot}",
        "字体 {font} 的编码是文件中的 CMap，其中有此处读不懂的内容，看图软件可能印出别的字形；{spot}",
    ),
    "checks.unmarked": _words(
        "the file does not declare that it is tagged (MarkInfo); {spot}", "文件未声明带有标签（MarkInfo）；{spot}"
    ),
    "checks.title": _words(
        "the file's title is “{said}” ({source}), the page's is “{wanted}”; {spot}",
        "文件标题为“{said}”（{source}），版面标题为“{wanted}”；{spot}",
    ),
    "checks.statement": _words(
        "the file says of itself “{said}” ({source}), and the page “{wanted}”; {spot}",
        "文件说明为“{said}”（{source}），版面为“{wanted}”；{spot}",
    ),
    "checks.page_label": _words(
        "readers show the page as “{said}”, and it is page “{wanted}”; {spot}",
        "阅读器显示的页码是“{said}”，应为“{wanted}”；{spot}",
    ),
    "checks.alternative": _words(
        "picture {letter}: its alternative text is “{said}”, not “{wanted}”; {spot}",
        "图片 {letter}：替代文字为“{said}”，应为“{wanted}”；{spot}",
    ),
    "checks.no_alternative": _words(
        "no picture has the alternative text “{wanted}”; {spot}",
        "没有一张图片带有替代文字“{wanted}”；{spot}",
    ),
    "checks.figures": _words(
        "the structure tree has a figure that the page has not (“{said}”): it may show text; {spot}",
        "结构树中有版面所无的图（“{said}”），可能是文字的图像；{spot}",
    ),
    "checks.artwork": _words(
        "{reader}: no figure shows the artwork of part {letter} as its file has it: it says “{wanted}” there, and a "
        "figure “{said}”; {spot}",
        "{reader}：{letter} 的画稿与其文件不符：文件中为“{wanted}”，图中为“{said}”；{spot}",
    ),
    "checks.text_in_figure": _words(
        "{reader}: “{text}” ({count} characters) stands within a figure whose artwork has no such text; {spot}",
        "{reader}：图中有画稿所无的文字“{text}”（{count} 字）；{spot}",
    ),
    "checks.artwork_frame": _words(
        "the artwork of part {letter} is not seen in the frame that the structure tree gives for it; {spot}",
        "{letter} 的画稿不在结构树所标的框内；{spot}",
    ),
    "checks.distorted": _words(
        "a picture is shown {percent} % as wide as its height asks for; {spot}",
        "有图片被压扁或拉长，宽度为应有的 {percent}%；{spot}",
    ),
    "checks.covered": _words(
        "“{text}” ({count} characters) stands where a picture or an advertisement stands; {spot}",
        "“{text}”（{count} 字）与图片或广告重叠；{spot}",
    ),
    "checks.no_font": _words("text is shown without a font; {spot}", "有文字未指定字体；{spot}"),
    "checks.actual_text": _words(
        "ActualText says “{actual}” where the codes say “{text}”; {spot}",
        "ActualText 为“{actual}”，而编码所示为“{text}”；{spot}",
    ),
    # A dump beside the PDF.
    "checks.dump_missing": _words(
        "“{expected}” ({expected_codes}; {count}) stands in the dump and not in the PDF",
        "原始文本有“{expected}”（{expected_codes}，{count} 字），PDF 中没有",
    ),
    "checks.dump_extra": _words(
        "“{read}” ({read_codes}; {count}) stands in the PDF and not in the dump",
        "PDF 有“{read}”（{read_codes}，{count} 字），原始文本中没有",
    ),
    "checks.dump_altered": _words(
        "“{expected}” ({expected_codes}; {count}) of the dump is “{read}” ({read_codes}) in the PDF",
        "原始文本的“{expected}”（{expected_codes}，{count} 字）在 PDF 中为“{read}”（{read_codes}）",
    ),
    "checks.dump_moved": _words(
        "“{expected}” ({count} characters) of the dump stands elsewhere in the PDF",
        "原始文本的“{expected}”（{count} 字）在 PDF 中位于别处",
    ),
    "checks.dump_unreadable": Message(
        "the dump cannot be read: {reason}",
        "give a text file in UTF-8",
        "原始文本无法读取：{reason}",
        "请给出 UTF-8 文本文件",
    ),
    "checks.dump_too_large": Message(
        "the dump is larger than {limit} MiB",
        "give the text of the pages alone",
        "原始文本超过 {limit} MiB",
        "请只给出版面文字",
    ),
    # Files that cannot be read back.
    "checks.damaged": Message("the PDF is damaged: {reason}", _REBUILD, "PDF 已损坏：{reason}", _REBUILD_ZH),
    "checks.mended": Message(
        "the PDF is damaged, and readers mend it in ways of their own: {reason}",
        _REBUILD,
        "PDF 已损坏，各种阅读器的修补方式不一：{reason}",
        _REBUILD_ZH,
    ),
    "checks.encrypted": Message(
        "the PDF is encrypted", "take the protection off, then check again", "PDF 已加密", "请先解除保护再核对"
    ),
    "checks.too_large": Message(
        "the PDF is larger inside than is safe: {what}, the limit is {limit}",
        "where you trust the file, check raises its limits: --limits 4",
        "PDF 内部过大，不能安全读取：{what}，上限为 {limit}",
        "文件确实可信时，可用 check --limits 4 放宽上限",
    ),
    "checks.too_many_codes": Message(
        "a CMap of the PDF ({object}) maps codes more than {limit} times, or one of them to more than {bytes} bytes: "
        "no font needs that",
        _REBUILD,
        "PDF 的 CMap（{object}）映射编码超过 {limit} 次，或把一个编码映射到 {bytes} 字节以上的文字，字体不应如此",
        _REBUILD_ZH,
    ),
    "checks.too_many_operators": Message(
        "a page of the PDF has too much content: {count} operators and operands, the limit is {limit}",
        "where you trust the file, check raises its limits: --limits 4",
        "PDF 有一页内容过多：运算符和操作数共 {count} 个，上限为 {limit}",
        "文件确实可信时，可用 check --limits 4 放宽上限",
    ),
    "checks.too_deep": Message(
        "drawings of the PDF show one another more than {limit} deep, or one shows itself",
        _REBUILD,
        "PDF 的绘图（Form XObject）嵌套超过 {limit} 层，或引用了自身",
        _REBUILD_ZH,
    ),
    "checks.bad_operands": Message(
        "the PDF is damaged: operator {operator} on page content has not the operands that it needs",
        _REBUILD,
        "PDF 已损坏：版面内容的运算符 {operator} 操作数有误",
        _REBUILD_ZH,
    ),
    "checks.page_too_large": Message(
        "page {page} of the PDF is {width} m wide and {height} m high; the limit is {limit} m",
        "a page's size (MediaBox) counts points, 72 to the inch: build the file again at its true size",
        "PDF 第 {page} 页宽 {width} 米、高 {height} 米，上限为 {limit} 米",
        "页面尺寸（MediaBox）以磅计，72 磅为 1 英寸；请按实际尺寸重新生成",
    ),
    "checks.form_in_itself": Message(
        "a form of the PDF shows itself ({object}) and would be drawn for ever",
        _REBUILD,
        "PDF 中有一个图形（{object}）引用了自身，无法画完",
        _REBUILD_ZH,
    ),
    "checks.too_many_pages": Message(
        "the PDF has {count} pages; the limit is {limit}",
        "check it in parts, or raise the limits: --limits 4",
        "PDF 有 {count} 页，上限为 {limit}",
        "请分开核对，或用 --limits 4 放宽上限",
    ),
    "checks.no_pages": Message("the PDF has no pages", _REBUILD, "PDF 没有页面", _REBUILD_ZH),
    "checks.not_a_file": Message(
        "this is {reason}; a file is to be read here",
        "name a file, or give the PDF on standard input with -",
        "这是{reason}，此处要读取的是文件",
        "请写文件名，或用 - 从标准输入给出 PDF",
    ),
    "checks.unreadable_file": Message(
        "the PDF cannot be read: {reason}",
        "see that the file is there and may be read",
        "PDF 无法读取：{reason}",
        "请确认文件存在且可读",
    ),
    # A file that a late correction is held to.
    "checks.nothing_to_hold": Message(
        "the PDF has no tagged articles and so no lines to hold: jxprint did not write it, or its tags were lost",
        "give --hold the PDF as the last build left it",
        "PDF 中没有带标签的稿件，无行可守：不是 jxprint 所出，或标签已丢失",
        "请给 --hold 上一次排出的 PDF 原件",
    ),
    **DIFFERENCE_MESSAGES,
    **OTHER_MESSAGES,
}
