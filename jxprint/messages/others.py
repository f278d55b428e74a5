"""Sentences of the check of pages that other programs made; they belong to the room `checks`."""

from __future__ import annotations

from jxprint.messages import Message


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


OTHER_MESSAGES: dict[str, Message] = {
    "checks.other.exact": _words(
        "{characters} characters in {paragraphs} paragraphs stand there as the copy has them, in {orders} "
        "order, by two "
        "readers ({readers}); made by {producer}",
        "原稿 {paragraphs} 段共 {characters} 字，按{orders}核对，两种阅读库（{readers}）均与原稿相符；"
        "制作程序：{producer}",
    ),
    "checks.other.differs": _words(
        "faults: {count}; {characters} characters in {paragraphs} paragraphs of copy compared in {orders} order by "
        "{readers}; made by {producer}",
        "差错 {count} 处；原稿 {paragraphs} 段共 {characters} 字，按{orders}由 {readers} 核对；制作程序：{producer}",
    ),
    "checks.other.ink": _words(
        "glyphs drawn as their faces draw them: {ink}; glyphs of unknown faces that look like what they say: {likely}",
        "与所标字体一致的字形：{ink} 个；字体不详、形状与所称文字相似的：{likely} 个",
    ),
    "checks.other.unproven": _words(
        "what the glyphs of {fonts} show could not be judged", "未能判断 {fonts} 的字形所示何字"
    ),
    "checks.other.empty_copy": Message(
        "there is no text in this file",
        "a line is a paragraph, a blank line stands between stories: save the copy like that, as UTF-8",
        "文件中没有文字",
        "请把稿件存为 UTF-8 文本：一行一段，稿件之间空一行",
    ),
    "checks.other.encoding": Message(
        "the copy was read as {encoding}",
        "look that the characters are right; save it as UTF-8 to be sure",
        "稿件按 {encoding} 读取",
        "请确认文字无误；存为 UTF-8 更为稳妥",
    ),
    "checks.other.two_inputs": Message(
        "standard input cannot be both the PDF and the copy, nor the copy twice",
        "name a file for one of them",
        "PDF 与稿件不能都来自标准输入，稿件也不能来自标准输入两次",
        "请为其中一份写出文件名",
    ),
    "checks.other.mixed": Message(
        "copy in a text file goes with no page folder, and not with --dump, --html, --manifest or --key",
        "give --against text files alone, or page folders alone",
        "与文本稿件核对时，不能再给版面文件夹，也不能用 --dump、--html、--manifest、--key",
        "--against 请只给文本文件，或只给版面文件夹",
    ),
    "checks.other.no_option": Message(
        "{option} is for copy that is a text file; a page folder says itself what stands where",
        "leave {option} out, or name a text file with --against",
        "{option} 只用于文本稿件；版面文件夹自己说明各部分的位置",
        "请去掉 {option}，或用 --against 给出文本文件",
    ),
    # Differences.
    "checks.other.missing": _words(
        "story {story}: “{expected}” ({expected_codes}; {count}) is missing; {spot}; seen by {seen}",
        "第 {story} 篇：缺“{expected}”（{expected_codes}，{count} 字）；{spot}；见于 {seen}",
    ),
    "checks.other.gone": _words(
        "story {story}: missing are {paragraphs} paragraphs from “{expected}” on ({count} characters, to line {last}); "
        "seen by {seen}",
        "第 {story} 篇：自“{expected}”起 {paragraphs} 段（{count} 字，至第 {last} 行）全缺；见于 {seen}",
    ),
    "checks.other.extra": _words(
        "story {story}: “{read}” ({read_codes}; {count}) stands here and not in the copy; {spot}; seen by {seen}",
        "第 {story} 篇：多出原稿所无的“{read}”（{read_codes}，{count} 字）；{spot}；见于 {seen}",
    ),
    "checks.other.altered": _words(
        "story {story}: “{expected}” ({expected_codes}; {count}) reads “{read}” ({read_codes}); {spot}; seen by {seen}",
        "第 {story} 篇：“{expected}”（{expected_codes}，{count} 字）读作“{read}”（{read_codes}）；{spot}；见于 {seen}",
    ),
    "checks.other.moved": _words(
        "story {story}: “{expected}” ({count} characters) is out of order, read behind “{after}”; {spot}; seen "
        "by {seen}",
        "第 {story} 篇：“{expected}”（{count} 字）次序有误，读在“{after}”之后；{spot}；见于 {seen}",
    ),
    "checks.other.private_use": _words(
        "story {story}: “{expected}” reads as private-use characters ({read_codes}), which mean nothing outside the "
        "program that made them; {spot}; seen by {seen}",
        "第 {story} 篇：“{expected}”读作私用区字符（{read_codes}），离开原程序即无意义；{spot}；见于 {seen}",
    ),
    "checks.other.no_text": _words(
        "story {story}: the file does not say what stands where “{expected}” is due; {spot}; seen by {seen}",
        "第 {story} 篇：“{expected}”所在之处，文件未说明是什么字；{spot}；见于 {seen}",
    ),
    "checks.other.space_missing": _words(
        "story {story}: the space in “{expected}” is missing; {spot}; seen by {seen}",
        "第 {story} 篇：“{expected}”中缺空格；{spot}；见于 {seen}",
    ),
    "checks.other.space_extra": _words(
        "story {story}: “{expected}” is parted by a space; {spot}; seen by {seen}",
        "第 {story} 篇：“{expected}”中多出空格；{spot}；见于 {seen}",
    ),
    "checks.other.form": _words(
        "{form}: {listed}; {count} in all, the first on {spot}; seen by {seen}",
        "{form}：{listed}；共 {count} 处，首见于{spot}；见于 {seen}",
    ),
    "checks.other.form_mended": _words(
        "{form}: {listed}; {count} in all, made good by ActualText alone, which some readers ignore; the first "
        "on {spot}",
        "{form}：{listed}；共 {count} 处，只靠 ActualText 更正，有些阅读程序不认；首见于{spot}",
    ),
    # Order.
    "checks.other.order_stream": _words(
        "story {story}: from “{expected}” on the paragraph stands in pieces in the content stream; paper or "
        "structure tree have "
        "it whole; {spot}; seen by {seen}",
        "第 {story} 篇：自“{expected}”起，该段在内容流中被拆散，纸面或结构树中完整；{spot}；见于 {seen}",
    ),
    "checks.other.order_structure": _words(
        "story {story}: from “{expected}” on the structure tree has the paragraph in pieces or not at all; "
        "{spot}; seen by "
        "{seen}",
        "第 {story} 篇：自“{expected}”起，结构树中该段被拆散或缺失；{spot}；见于 {seen}",
    ),
    "checks.other.broken_on_paper": _words(
        "story {story}: on paper “{read}” does not stand behind “{expected}”, as the file reads; {spot}",
        "第 {story} 篇：文件中“{read}”接在“{expected}”之后，纸面上却不相接；{spot}",
    ),
    "checks.other.displaced": _words(
        "story {story}: on paper the line that begins with “{read}” does not stand in its place: the lines around it "
        "leave room for it, and it is elsewhere; {spot}",
        "第 {story} 篇：以“{read}”开头的一行在纸面上不在其位：前后两行之间留有空行，该行却在别处；{spot}",
    ),
    "checks.other.paragraph_moved": _words(
        "story {story}: the paragraph “{expected}” stands before one that the copy has before it, behind "
        "“{after}”; {spot}; "
        "seen by {seen}",
        "第 {story} 篇：段落“{expected}”的次序与原稿不同，在“{after}”之后；{spot}；见于 {seen}",
    ),
    "checks.other.column_moved": _words(
        "story {story}: behind “{expected}” the text goes on with “{read}” in a column that paper alone has "
        "before; {spot}",
        "第 {story} 篇：“{expected}”之后的“{read}”所在的栏，只看纸面应排在前；{spot}",
    ),
    # What stands there besides.
    "checks.other.besides": _words(
        "“{read}” ({count} characters) stands on the page and not in the copy; {spot}; seen by {seen}",
        "版面上另有原稿所无的“{read}”（{count} 字）；{spot}；见于 {seen}",
    ),
    "checks.other.twice": _words(
        "“{read}” ({count} characters) of the copy stands on the page once more; {spot}; seen by {seen}",
        "原稿的“{read}”（{count} 字）在版面上重复出现；{spot}；见于 {seen}",
    ),
    "checks.other.hidden": _words(
        "“{text}” ({count} characters) cannot be seen and was not compared; {spot}",
        "“{text}”（{count} 字）不可见，未参与核对；{spot}",
    ),
    "checks.other.layer": _words(
        "all text is an invisible layer (“{text}”, {count} characters), as over a scan: it was compared, and "
        "what paper "
        "shows is not proved; {spot}",
        "文字全在不可见的图层上（“{text}”，{count} 字），如扫描件的识别层：已作核对，但纸面所印未经证明；{spot}",
    ),
    "checks.other.struck_twice": _words(
        "“{text}” ({count} characters) is struck twice on one spot, as a shadow or a false bold, and was "
        "counted once; {spot}",
        "“{text}”（{count} 字）在同一处印了两次（阴影或假粗体），按一次计；{spot}",
    ),
    "checks.other.by_collection": _words(
        "{count} characters are told by their character collection alone, whose table only one reader has; {spot}",
        "{count} 字只由字符集编号说明，仅一种阅读库有其对照表；{spot}",
    ),
    "checks.other.not_embedded": Message(
        "{fonts}: these fonts are not in the file, and what paper shows is any printer's affair",
        "have the typesetting program embed all fonts",
        "{fonts}：文件未嵌入这些字体，印出什么字形取决于打印一方",
        "请在排版程序中嵌入全部字体",
    ),
    "checks.other.strange_face": Message(
        "{fonts}: these fonts bear the names of known faces and draw something else: turned, of another size, damaged, "
        "or another design; what paper shows is not proved",
        "look at the printed page, and have the typesetting program embed the faces as they are",
        "{fonts}：这些字体以已知字体为名，绘出的却不同（镜像、缩放、损坏或另一种设计），纸面所印未经证明",
        "请查看印样，并在排版程序中嵌入原字体",
    ),
    "checks.other.said_instead": _words(
        "“{actual}” ({entry}) is what is heard or searched instead of “{text}”; {spot}",
        "朗读或检索所得是“{actual}”（{entry}），而非所印的“{text}”；{spot}",
    ),
    "checks.other.pattern": _words(
        "there is text in a pattern of the page, which no reader reads; {spot}",
        "版面所用图案中有文字，阅读器读不到；{spot}",
    ),
    "checks.other.note_over_text": _words(
        "an annotation ({what}) that not every program draws lies over “{text}” ({count} characters); {spot}",
        "“{text}”（{count} 字）上面有批注（{what}），有的程序不显示它；{spot}",
    ),
    "checks.other.drawn_aside": _words(
        "the font {font} draws “{text}” ({count} characters) half an em or more beside their places, where others may "
        "stand: on paper they are in another order, or one on another; {spot}",
        "字体 {font} 把“{text}”（{count} 字）画到字位之外半个字以上，纸上字序可能不同或互相叠印；{spot}",
    ),
    "checks.other.unknown_notes": _words(
        "what lies on the page beside its content is damaged and cannot be told; {spot}",
        "版面内容之外的批注等已损坏，无从得知；{spot}",
    ),
    "checks.other.scan": Message(
        "there is no text, only pictures: a scan, or text that became a picture; {spot}",
        "have the text recognised, or take the PDF as the typesetting program left it",
        "没有文字，只有图像：扫描件，或文字已转为图像；{spot}",
        "请先作文字识别，或使用排版程序直接输出的 PDF",
    ),
    "checks.other.outlines": Message(
        "there is no text, only drawings: letters became outlines; {spot}",
        "take the PDF before its text was turned into outlines",
        "没有文字，只有图形：文字已转为曲线；{spot}",
        "请使用转曲之前的 PDF",
    ),
    "checks.other.blank": _words("the page is blank; {spot}", "空白页；{spot}"),
    "checks.other.unread": _words(
        "nothing of the copy stands on {count} pages, and there nothing was compared; the first is {spot}",
        "有 {count} 页不含原稿内容，未作核对；首页为{spot}",
    ),
    # Likelihood of what unknown faces show.
    "checks.other.shows": _words(
        "on paper probably stands “{drawn}” where the file says “{text}” (font {font}, code {code}; likeness "
        "{likeness} % "
        "against {claimed} %); {spot}",
        "纸上所印很可能是“{drawn}”，文件却说是“{text}”（字体 {font}，编码 {code}；相似度 {likeness}% 对 {claimed}%）；"
        "{spot}",
    ),
    # Names of forms.
    "checks.form.radical": _words("Kangxi or other radicals in place of characters", "部首符号冒充汉字"),
    "checks.form.compatibility": _words("compatibility ideographs in place of characters", "兼容汉字冒充统一汉字"),
    "checks.form.vertical": _words("presentation forms for vertical lines", "竖排标点形式"),
    "checks.form.width": _words("full-width and half-width forms exchanged", "全角与半角互换"),
    "checks.form.ligature": _words("Latin ligatures in place of letters", "拉丁连字冒充字母"),
    "checks.form.presentation": _words("presentation forms in place of letters", "表现形式字符冒充字母"),
    "checks.form.selector": _words("variation selectors on one side alone", "异体选择符只见于一方"),
    "checks.form.soft_hyphen": _words("soft hyphens within lines", "行中的软连字符"),
    "checks.form.invisible": _words("characters without width", "零宽字符"),
    "checks.form.normal": _words(
        "accents composed on one side and apart on the other (NFC, NFD)", "组合与分解形式不同（NFC、NFD）"
    ),
    "checks.form.twin": _words("marks that look alike exchanged", "同形符号互换"),
    "checks.form.form": _words("other compatibility forms of characters", "其他兼容形式"),
}
