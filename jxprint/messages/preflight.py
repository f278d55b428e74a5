"""Sentences of the preflight of a finished file: what a press, an archive and readers aloud ask of it."""

from __future__ import annotations

from jxprint.messages import Message

Hint = tuple[str, str]

_NONE = ("", "")
_EXPORT = ("export the page again in the profile that was asked for", "按所要的输出规格重新导出")
_STANDARD = ("switch the standard on in the program that exports, and export again", "在导出程序中选用该标准，重新导出")
_REMOVE = ("take it out and export again", "去掉后重新导出")
_SAVE = (
    "save the file anew with a program that writes clean files (qpdf)",
    "用能写出规范文件的程序（如 qpdf）重新保存",
)
_META = ("fill the field in the document's properties and export again", "在文档属性中填写后重新导出")
_SAME = (
    "set the document's properties once, and let the program write both places",
    "只在文档属性中填写一次，由程序写到两处",
)
_BOX = (
    "set the page's boxes when exporting: trim to the finished size, bleed around it",
    "导出时设好页面框：成品框为成品尺寸，出血框在其外",
)
_CMYK = ("convert it to the press's inks (CMYK) before export", "导出前转为印刷机的油墨（CMYK）")
_FLAT = ("flatten transparency when exporting, or ask for press-x4", "导出时拼合透明效果，或改用 press-x4")
_LEADS = ("let it lead to a page of the file, or take it out", "改为指向文件内的页面，或去掉")
_FONT = ("embed the fonts as subsets when exporting", "导出时以子集方式嵌入字体")
_IMAGE = ("place the picture itself, at its size", "按实际尺寸置入图片本身")
_TAG = ("correct the tag in the program that made the file, and export again", "在制作程序中改正标签后重新导出")
_TABLE = ("make the table a plain grid of rows and cells", "把表格做成规整的行与单元格")
_PROFILE = ("embed the press's own output profile", "嵌入印刷厂自己的输出特性文件")
_LAYER = ("merge the layers, or name each in the program", "合并图层，或在程序中为各图层命名")
_SCREEN = (
    "export without screening and transfer curves: the plant sets its own",
    "导出时不带网点与传递函数：由印厂自行设定",
)
_NOTE = ("keep notes, links and fields out of the printed page", "印刷页上不放注释、链接与表单")


def _say(en: str, zh: str, hint: Hint) -> Message:
    return Message(en, hint[0], zh, hint[1])


_LABELS: dict[str, Message] = {
    "preflight.label.warning": _say("warning: ", "警告：", _NONE),
    "preflight.label.note": _say("note: ", "说明：", _NONE),
    "preflight.label.page": _say("page {page}: ", "第 {page} 页：", _NONE),
    "preflight.label.spot": _say("page {page}, {x} mm, {y} mm: ", "第 {page} 页，{x} mm，{y} mm：", _NONE),
    "preflight.label.pages": _say(" (also on pages {pages})", "（另见第 {pages} 页）", _NONE),
    "preflight.label.more": _say(" (and {more} more like it)", "（同类还有 {more} 处）", _NONE),
    "preflight.label.ink": _say(
        "; most ink on an area: {total:g} % (page {page}, {x_mm:.1f} mm, {y_mm:.1f} mm)",
        "；版面最大总墨量 {total:g}%（第 {page} 页，{x_mm:.1f} mm，{y_mm:.1f} mm）",
        _NONE,
    ),
    "preflight.label.clean": _say(
        "meets {profile}: {rules} rules asked ({unverified} without a public source), pages: {pages}; "
        "no errors; warnings and notes: {others}",
        "符合 {profile}：检查 {rules} 条规则（其中 {unverified} 条没有公开依据），"
        "共 {pages} 页；没有错误，警告与说明 {others} 条",
        _NONE,
    ),
    "preflight.label.failed": _say(
        "does not meet {profile}; errors: {errors}; warnings and notes: {others}; "
        "{rules} rules asked ({unverified} without a public source), pages: {pages}",
        "不符合 {profile}：错误 {errors} 条，警告与说明 {others} 条；"
        "检查 {rules} 条规则（其中 {unverified} 条没有公开依据），共 {pages} 页",
        _NONE,
    ),
    "preflight.label.rules": _say(
        "{count} rules, {unverified} of them unverified",
        "共 {count} 条规则，其中 {unverified} 条未经公开文本核实",
        _NONE,
    ),
}
_FILE: dict[str, Message] = {
    "preflight.file.mended": _say(
        "the file is damaged and was guessed at: {reason}", "文件已损坏，只能猜测读取：{reason}", _SAVE
    ),
    "preflight.file.header_start": _say("{at} bytes stand before the header", "文件头之前有 {at} 个字节", _SAVE),
    "preflight.file.header_version": _say(
        "the header says PDF {found}; the profile takes {taken}",
        "文件头写明 PDF {found}，该规格只接受 {taken}",
        _STANDARD,
    ),
    "preflight.file.binary_comment": _say(
        "no comment of four bytes above 127 follows the header",
        "文件头之后没有由四个大于 127 的字节组成的注释行",
        _SAVE,
    ),
    "preflight.file.catalog_version": _say(
        "the catalog raises the version to PDF {found}; the profile takes {taken}",
        "目录把版本提高到 PDF {found}，该规格只接受 {taken}",
        _STANDARD,
    ),
    "preflight.file.identifiers": _say(
        "the trailer has no ID of two strings", "文件尾没有由两个字符串组成的标识（ID）", _SAVE
    ),
    "preflight.file.after_end": _say(
        "{bytes} bytes stand behind the end of the file", "文件结束标记之后还有 {bytes} 个字节", _SAVE
    ),
    "preflight.file.packed": _say(
        "cross-reference streams or object streams are newer than PDF {most}",
        "交叉引用流或对象流晚于 PDF {most}",
        ("save the file without object streams", "以不用对象流的方式保存"),
    ),
    "preflight.file.data_outside": _say(
        "{object} has its data in another file", "{object} 的数据在另一个文件里", _REMOVE
    ),
    "preflight.file.lzw": _say(
        "{object} is compressed with LZW", "{object} 用 LZW 压缩", ("compress it with Flate", "改用 Flate 压缩")
    ),
    "preflight.file.filter_unknown": _say(
        "{object} has the filter {filter}, which PDF does not have", "{object} 的过滤器 {filter} 不是 PDF 所有", _SAVE
    ),
    "preflight.file.crypt_filter": _say(
        "{object} is encrypted by a filter of its own", "{object} 用自带的过滤器加密", _REMOVE
    ),
    "preflight.file.spacing": _say(
        "white is wrong about the words that begin and end an object: {object}",
        "对象首尾关键字前后的空白不合规定：{object}",
        _SAVE,
    ),
    "preflight.file.table_ends": _say(
        "the word xref and what follows it are parted by more than the end of a line",
        "xref 与其后的内容之间不是单个行尾",
        _SAVE,
    ),
    "preflight.file.stream_ends": _say(
        "a stream's data is not followed by the end of a line", "有数据流末尾没有行尾", _SAVE
    ),
    "preflight.file.stream_length": _say(
        "a stream is said to have {said} bytes, and has {found}", "有数据流写明 {said} 字节，实为 {found} 字节", _SAVE
    ),
    "preflight.file.hexadecimal": _say(
        "a string has an odd number of hexadecimal digits: {string}", "十六进制字符串的位数为奇数：{string}", _SAVE
    ),
    "preflight.file.integer": _say(
        "the number {number} is larger than an archive's readers have to know",
        "整数 {number} 超出存档阅读器须支持的范围",
        _EXPORT,
    ),
    "preflight.file.real": _say(
        "the number {number} is larger or smaller than an archive's readers have to know",
        "实数 {number} 超出存档阅读器须支持的范围",
        _EXPORT,
    ),
    "preflight.file.string": _say(
        "a string has {bytes} bytes; {most} at most are allowed", "有字符串长 {bytes} 字节，至多 {most} 字节", _EXPORT
    ),
    "preflight.file.name": _say(
        "the name {name}… has {bytes} bytes; {most} at most are allowed",
        "名称 {name}… 长 {bytes} 字节，至多 {most} 字节",
        _EXPORT,
    ),
    "preflight.file.name_bytes": _say(
        "the name {name} is not written in UTF-8", "名称 {name} 不是 UTF-8 编码", _EXPORT
    ),
    "preflight.navigation.bookmark": _say(
        "the bookmark “{name}” leads to a page that is not there", "书签“{name}”指向不存在的页面", _LEADS
    ),
    "preflight.navigation.link": _say("a link leads to a page that is not there", "有链接指向不存在的页面", _LEADS),
    "preflight.navigation.opening": _say(
        "the file opens at a page that is not there", "文件打开时要显示的页面不存在", _LEADS
    ),
    "preflight.navigation.labels": _say(
        "the labels of pages begin with the page of index {first} and do not count up from 0",
        "页码标签从序号 {first} 的页开始，没有从 0 起依次编排",
        ("let the first label stand for the first page", "让首个标签从第一页开始"),
    ),
    "preflight.actions.script": _say("the file carries JavaScript", "文件带有 JavaScript", _REMOVE),
    "preflight.actions.forbidden": _say(
        "the file has an action that is forbidden: {name}", "文件带有禁用的动作：{name}", _REMOVE
    ),
    "preflight.actions.any": _say(
        "the file has an action ({name}); a page for a press has none",
        "文件带有动作（{name}），供印刷的页面不得有动作",
        _REMOVE,
    ),
    "preflight.actions.named": _say(
        "the named action {name} is not one of the four that turn pages",
        "具名动作 {name} 不在四个翻页动作之列",
        _REMOVE,
    ),
    "preflight.actions.additional": _say(
        "something happens by itself (an AA entry)", "文件有自行触发的动作（AA 项）", _REMOVE
    ),
    "preflight.actions.triggers": _say(
        "something happens by itself where a form field alone may ({name})",
        "有非表单对象自行触发动作（{name}）",
        _REMOVE,
    ),
    "preflight.attached.forbidden": _say(
        "the file carries another one: {name}",
        "文件内附有别的文件：{name}",
        (
            "take it out, or ask for a profile that carries files (archive-a3, archive-a4f)",
            "去掉，或改用可附文件的输出规格（archive-a3、archive-a4f）",
        ),
    ),
    "preflight.attached.none": _say(
        "PDF/A-4f is for files that carry others, and this one carries none",
        "PDF/A-4f 供附带文件之用，而此文件未附任何文件",
        ("ask for archive-a4, or attach the file", "改用 archive-a4，或附上文件"),
    ),
    "preflight.attached.names": _say(
        "the file within {name} has not both names, F and UF", "所附文件 {name} 未同时写明 F 与 UF 两个名称", _SAVE
    ),
    "preflight.attached.relationship": _say(
        "the file within {name} does not say what it is to the page (AFRelationship)",
        "所附文件 {name} 没有写明与页面的关系（AFRelationship）",
        _SAVE,
    ),
    "preflight.attached.undescribed": _say(
        "the file within {name} has no description (Desc)", "所附文件 {name} 没有说明（Desc）", _SAVE
    ),
    "preflight.attached.kind": _say(
        "the file within {name} has no media type", "所附文件 {name} 没有写明媒体类型", _SAVE
    ),
    "preflight.catalog.dynamic_form": _say("the file has a form of XFA", "文件带有 XFA 表单", _REMOVE),
    "preflight.catalog.need_appearances": _say(
        "the look of form fields is left to the viewer", "表单域的外观交由阅读器决定", _REMOVE
    ),
    "preflight.catalog.needs_rendering": _say(
        "the file asks to be laid out by the viewer (NeedsRendering)", "文件要求由阅读器排版（NeedsRendering）", _REMOVE
    ),
    "preflight.catalog.requirements": _say(
        "the file demands features of its viewer (Requirements)", "文件对阅读器提出功能要求（Requirements）", _REMOVE
    ),
    "preflight.catalog.presentations": _say("the file has steps of a presentation", "文件带有演示步骤", _REMOVE),
    "preflight.catalog.permissions": _say(
        "the file has a permission that an archive does not keep: {name}", "文件带有存档不保留的权限：{name}", _REMOVE
    ),
    "preflight.catalog.view_area": _say(
        "{name} is {box}; only MediaBox and BleedBox show the whole sheet",
        "{name} 为 {box}；只有媒体框与出血框显示整张",
        _BOX,
    ),
    "preflight.layers.any": _say(
        "the file has layers, which are newer than PDF 1.4", "文件带有图层，晚于 PDF 1.4", _LAYER
    ),
    "preflight.layers.unnamed": _say("a configuration of layers has no name", "一组图层设置没有名称", _LAYER),
    "preflight.layers.named_twice": _say(
        "two configurations of layers are called {name}", "两组图层设置同名：{name}", _LAYER
    ),
    "preflight.layers.unordered": _say(
        "the list of layers does not name all of them", "图层列表没有列出全部图层", _LAYER
    ),
    "preflight.layers.automatic": _say("layers switch by themselves (AS)", "图层会自行开关（AS）", _LAYER),
}
_IDENTITY: dict[str, Message] = {
    "preflight.info.any": _say("PDF/A-4 has no information dictionary", "PDF/A-4 不得有信息字典", _STANDARD),
    "preflight.info.pdfx_version": _say(
        "GTS_PDFXVersion is “{found}”, not “{wanted}”", "GTS_PDFXVersion 为“{found}”，不是“{wanted}”", _STANDARD
    ),
    "preflight.info.pdfx_conformance": _say(
        "GTS_PDFXConformance says “{found}”", "GTS_PDFXConformance 写明“{found}”", _STANDARD
    ),
    "preflight.info.title": _say("the document has no title", "文档没有标题", _META),
    "preflight.info.creator": _say(
        "the program that the page was made in is not named (Creator)", "没有写明制作页面的程序（Creator）", _META
    ),
    "preflight.info.producer": _say(
        "the program that wrote the PDF is not named (Producer)", "没有写明写出 PDF 的程序（Producer）", _META
    ),
    "preflight.info.created": _say("there is no date of creation", "没有创建日期", _META),
    "preflight.info.modified": _say("there is no date of the last change", "没有修改日期", _META),
    "preflight.info.date_form": _say("{name} is no date of PDF: “{date}”", "{name} 不是 PDF 日期：“{date}”", _SAVE),
    "preflight.info.trapped_unknown": _say(
        "nobody says whether the page is trapped",
        "没有写明页面是否已做陷印",
        ("set Trapped to True or False", "把陷印标记（Trapped）设为 True 或 False"),
    ),
    "preflight.info.trapped_value": _say(
        "Trapped is {found}, which is neither True nor False",
        "陷印标记（Trapped）为 {found}，既非 True 也非 False",
        ("set Trapped to the name True or False", "把陷印标记设为名称 True 或 False"),
    ),
    "preflight.xmp.missing": _say("the file has no XMP metadata", "文件没有 XMP 元数据", _STANDARD),
    "preflight.xmp.stream_kind": _say(
        "the metadata stream does not say that it is XML", "元数据流没有写明是 XML", _SAVE
    ),
    "preflight.xmp.malformed": _say("the XMP metadata cannot be read: {reason}", "XMP 元数据无法读取：{reason}", _SAVE),
    "preflight.xmp.wrapper": _say("the XMP packet's header has the attribute {name}", "XMP 包头带有属性 {name}", _SAVE),
    "preflight.xmp.encoding": _say("XMP is not written in UTF-8", "XMP 不是 UTF-8 编码", _SAVE),
    "preflight.xmp.value": _say(
        "the property {name} of XMP is “{found}”, and has to be written as {wanted}",
        "XMP 属性 {name} 为“{found}”，应写作 {wanted}",
        _SAVE,
    ),
    "preflight.xmp.extension": _say(
        "an extension schema of XMP does not say all that it has to: {name}", "XMP 扩展模式缺少必填内容：{name}", _SAVE
    ),
    "preflight.xmp.prefix": _say(
        "properties stand under the prefix {name}, and have to stand under {wanted}",
        "属性的前缀为 {name}，应为 {wanted}",
        _SAVE,
    ),
    "preflight.xmp.pdfx_version": _say(
        "pdfxid:GTS_PDFXVersion is “{found}”, not “{wanted}”",
        "pdfxid:GTS_PDFXVersion 为“{found}”，不是“{wanted}”",
        _STANDARD,
    ),
    "preflight.xmp.pdfa_part": _say(
        "pdfaid:part is “{found}”, not {wanted}", "pdfaid:part 为“{found}”，不是 {wanted}", _STANDARD
    ),
    "preflight.xmp.pdfa_level": _say(
        "pdfaid:conformance is “{found}”, not “{wanted}”", "pdfaid:conformance 为“{found}”，不是“{wanted}”", _STANDARD
    ),
    "preflight.xmp.pdfa_revision": _say(
        "pdfaid:rev is “{found}”, not 2020", "pdfaid:rev 为“{found}”，不是 2020", _STANDARD
    ),
    "preflight.xmp.pdfua_part": _say(
        "pdfuaid:part is “{found}”, not {wanted}", "pdfuaid:part 为“{found}”，不是 {wanted}", _STANDARD
    ),
    "preflight.xmp.pdfua_revision": _say(
        "pdfuaid:rev is “{found}”, not 2024", "pdfuaid:rev 为“{found}”，不是 2024", _STANDARD
    ),
    "preflight.xmp.declaration": _say(
        "the file does not declare Well-Tagged PDF for accessibility",
        "文件没有声明无障碍的规范标签 PDF（WTPDF）",
        _STANDARD,
    ),
    "preflight.xmp.title": _say("XMP has no title (dc:title)", "XMP 没有标题（dc:title）", _META),
    "preflight.xmp.created": _say(
        "XMP has no date of creation (xmp:CreateDate)", "XMP 没有创建日期（xmp:CreateDate）", _META
    ),
    "preflight.xmp.modified": _say(
        "XMP has no date of the last change (xmp:ModifyDate)", "XMP 没有修改日期（xmp:ModifyDate）", _META
    ),
    "preflight.xmp.described": _say(
        "XMP has no date of its own (xmp:MetadataDate)", "XMP 没有自身的日期（xmp:MetadataDate）", _META
    ),
    "preflight.xmp.document_id": _say("XMP has no xmpMM:DocumentID", "XMP 没有 xmpMM:DocumentID 标识", _STANDARD),
    "preflight.xmp.version_id": _say("XMP has no xmpMM:VersionID", "XMP 没有 xmpMM:VersionID 版本号", _STANDARD),
    "preflight.xmp.rendition": _say("XMP has no xmpMM:RenditionClass", "XMP 没有 xmpMM:RenditionClass 类别", _STANDARD),
    "preflight.xmp.undeclared": _say(
        "XMP has a property that no schema declares: {name}",
        "XMP 有未经模式声明的属性：{name}",
        ("declare it in an extension schema, or leave it out", "用扩展模式声明，或去掉"),
    ),
    "preflight.agree.title": _say(
        "the title is “{info}” in one place and “{xmp}” in XMP", "标题在信息字典为“{info}”，在 XMP 为“{xmp}”", _SAME
    ),
    "preflight.agree.author": _say(
        "the author is “{info}” in one place and “{xmp}” in XMP", "作者在信息字典为“{info}”，在 XMP 为“{xmp}”", _SAME
    ),
    "preflight.agree.subject": _say(
        "the subject is “{info}” in one place and “{xmp}” in XMP", "主题在信息字典为“{info}”，在 XMP 为“{xmp}”", _SAME
    ),
    "preflight.agree.keywords": _say(
        "the keywords are “{info}” in one place and “{xmp}” in XMP",
        "关键词在信息字典为“{info}”，在 XMP 为“{xmp}”",
        _SAME,
    ),
    "preflight.agree.creator": _say(
        "the creating program is “{info}” in one place and “{xmp}” in XMP",
        "制作程序在信息字典为“{info}”，在 XMP 为“{xmp}”",
        _SAME,
    ),
    "preflight.agree.producer": _say(
        "the producer is “{info}” in one place and “{xmp}” in XMP",
        "写出程序在信息字典为“{info}”，在 XMP 为“{xmp}”",
        _SAME,
    ),
    "preflight.agree.created": _say(
        "the date of creation is {info} in one place and {xmp} in XMP",
        "创建日期在信息字典为 {info}，在 XMP 为 {xmp}",
        _SAME,
    ),
    "preflight.agree.modified": _say(
        "the date of the last change is {info} in one place and {xmp} in XMP",
        "修改日期在信息字典为 {info}，在 XMP 为 {xmp}",
        _SAME,
    ),
    "preflight.agree.trapped": _say(
        "Trapped is {info} in one place and {xmp} in XMP", "陷印标记在信息字典为 {info}，在 XMP 为 {xmp}", _SAME
    ),
    "preflight.intent.pdfx": _say(
        "there are {found} output intents of PDF/X; there has to be one",
        "PDF/X 输出意图有 {found} 个，应当恰好一个",
        _STANDARD,
    ),
    "preflight.intent.pdfa": _say(
        "there are {found} output intents of PDF/A; one at most is allowed",
        "PDF/A 输出意图有 {found} 个，至多一个",
        _STANDARD,
    ),
    "preflight.intent.condition": _say(
        "the output intent does not name its printing condition",
        "输出意图没有写明印刷条件",
        ("set OutputConditionIdentifier", "写明印刷条件（OutputConditionIdentifier）"),
    ),
    "preflight.intent.no_registry": _say(
        "the output intent has neither a profile nor a registry's name",
        "输出意图既没有特性文件，也没有登记处名称",
        _PROFILE,
    ),
    "preflight.intent.no_profile": _say(
        "the output intent has no profile embedded", "输出意图没有嵌入特性文件", _PROFILE
    ),
    "preflight.intent.reference": _say("the output profile lies outside the file", "输出特性文件在文件之外", _PROFILE),
    "preflight.intent.damaged": _say(
        "the output profile {name} is no ICC profile, or not all of one",
        "输出特性文件 {name} 不是 ICC 特性文件，或不完整",
        _PROFILE,
    ),
    "preflight.intent.device_class": _say(
        "the output profile {name} is of class {found}, not that of a printer",
        "输出特性文件 {name} 的类别为 {found}，不是印刷输出类",
        _PROFILE,
    ),
    "preflight.intent.space": _say(
        "the output profile {name} is for {found}", "输出特性文件 {name} 属于 {found} 色彩空间", _PROFILE
    ),
    "preflight.intent.version": _say(
        "the output profile {name} is of ICC version {found}; 4 at most is allowed",
        "输出特性文件 {name} 为 ICC 第 {found} 版，至多第 4 版",
        _PROFILE,
    ),
    "preflight.intent.tags": _say(
        "the output profile {name} lacks what every profile has, or has it empty: {tags}",
        "输出特性文件 {name} 缺少必备内容，或内容为空：{tags}",
        _PROFILE,
    ),
    "preflight.intent.components": _say(
        "the output profile {name} is said to have {said} components, and is for {space}",
        "输出特性文件 {name} 声明有 {said} 个分量，而其色彩空间为 {space}",
        _PROFILE,
    ),
    "preflight.intent.two_profiles": _say(
        "the output intents have different profiles",
        "各输出意图的特性文件不同",
        ("let them share one object", "让它们共用同一个对象"),
    ),
    "preflight.intent.other_profile": _say(
        "the output profile {name} is not the one that was asked for",
        "输出特性文件 {name} 不是所要的那一个",
        (
            "export with the plant's profile, or build with --icc and its file",
            "导出时选用印厂的特性文件；用 jxprint 时以 --icc 指定",
        ),
    ),
}
_SHEET: dict[str, Message] = {
    "preflight.boxes.empty": _say("{name} is no rectangle, or has no area", "{name} 不是矩形，或没有面积", _BOX),
    "preflight.boxes.size": _say(
        "{name} measures {size}; a side has from 3 to 14400 units",
        "{name} 为 {size}；每边应在 3 至 14400 单位之间",
        _BOX,
    ),
    "preflight.boxes.trim_or_art": _say(
        "the page has {found} of TrimBox and ArtBox; it has to have one of them",
        "页面的成品框与作品框共 {found} 个，应当恰有其一",
        _BOX,
    ),
    "preflight.boxes.trim_outside": _say(
        "the trim box goes {over} mm over the sheet (MediaBox)", "成品框超出纸张（媒体框）{over} mm", _BOX
    ),
    "preflight.boxes.bleed_cuts": _say(
        "the bleed box cuts {over} mm off the trim box", "出血框切去成品框 {over} mm", _BOX
    ),
    "preflight.boxes.bleed_outside": _say(
        "the bleed box goes {over} mm over the sheet (MediaBox)", "出血框超出纸张（媒体框）{over} mm", _BOX
    ),
    "preflight.boxes.crop_cuts_trim": _say(
        "the crop box cuts {over} mm off the trim box", "裁剪框切去成品框 {over} mm", _BOX
    ),
    "preflight.boxes.crop_cuts_bleed": _say(
        "the crop box cuts {over} mm off the bleed", "裁剪框切去出血 {over} mm", _BOX
    ),
    "preflight.boxes.user_unit": _say(
        "the page is scaled by UserUnit {unit}",
        "页面以 UserUnit {unit} 缩放",
        ("export at full size", "按实际大小导出"),
    ),
    "preflight.boxes.rotated": _say(
        "the page is turned by {degrees}°", "页面旋转了 {degrees}°", ("export it upright", "按正向导出")
    ),
    "preflight.boxes.sizes_differ": _say(
        "the page measures {size}, another size than those before it",
        "此页为 {size}，与前面的页尺寸不同",
        ("send pages of one size in one file", "同一文件内页面尺寸应一致"),
    ),
    "preflight.boxes.separated": _say(
        "the page is one plate of a page that was separated already",
        "此页是已经分色的页面的一个色版",
        ("export it in composite", "以复合色导出"),
    ),
    "preflight.boxes.nothing_painted": _say(
        "nothing is painted on the page",
        "页面上什么也没有",
        ("leave the page out, or find what is missing", "去掉此页，或查明缺失的内容"),
    ),
    "preflight.annotations.on_page": _say(
        "an annotation ({name}) lies on what is printed", "注释（{name}）落在印刷范围内", _NOTE
    ),
    "preflight.annotations.kind": _say(
        "an archive does not keep annotations of the kind {name}", "存档不保留 {name} 类注释", _NOTE
    ),
    "preflight.annotations.no_flags": _say(
        "an annotation ({name}) does not say whether it prints", "注释（{name}）没有写明是否打印", _NOTE
    ),
    "preflight.annotations.not_printed": _say(
        "an annotation ({name}) is hidden or is not printed",
        "注释（{name}）被隐藏或不打印",
        ("show it and let it print, or take it out", "使其显示并可打印，或去掉"),
    ),
    "preflight.annotations.no_appearance": _say(
        "an annotation ({name}) has no look of its own", "注释（{name}）没有自带外观", _NOTE
    ),
    "preflight.annotations.appearances": _say(
        "an annotation ({name}) has other looks than the normal one", "注释（{name}）除常态外观外还有别的外观", _NOTE
    ),
    "preflight.annotations.states": _say(
        "the look of an annotation ({name}) is of the wrong kind: a button has one for each state, others have one",
        "注释（{name}）的外观种类不对：按钮每种状态各一个，其余只有一个",
        _NOTE,
    ),
    "preflight.annotations.acts": _say("a form field has an action (A)", "表单域带有动作（A）", _REMOVE),
    "preflight.content.no_resource": _say(
        "the content names {name} ({kind}), which is not there", "内容引用了 {name}（{kind}），而该资源不存在", _SAVE
    ),
    "preflight.content.nested": _say(
        "states of the content are saved {depth} deep (q); {most} at most are allowed",
        "内容中图形状态嵌套 {depth} 层（q），至多 {most} 层",
        _EXPORT,
    ),
    "preflight.content.operator": _say(
        "the content has an operator that PDF does not have: {name}", "内容里有 PDF 没有的运算符：{name}", _SAVE
    ),
    "preflight.fonts.not_embedded": _say("the font {name} is not embedded", "字体 {name} 没有嵌入", _FONT),
    "preflight.fonts.damaged": _say(
        "the program of the font {name} is damaged: {reason}", "字体 {name} 的字库程序已损坏：{reason}", _FONT
    ),
    "preflight.fonts.kind": _say(
        "the font {name} is of no kind that PDF has: {found}", "字体 {name} 的类别 {found} 不是 PDF 所有", _FONT
    ),
    "preflight.fonts.width_count": _say(
        "the font {name} has {count} widths, not one for each code from its first to its last",
        "字体 {name} 有 {count} 个字宽，与首末代码的范围不符",
        _FONT,
    ),
    "preflight.fonts.program_kind": _say(
        "the program of the font {name} is said to be of the kind “{found}”",
        "字体 {name} 的字库程序写为“{found}”类",
        _FONT,
    ),
    "preflight.fonts.widths": _say(
        "the file says that the glyph of code {code} in the font {name} is {said} wide, and it is {drawn}",
        "字体 {name} 代码 {code} 的字宽写为 {said}，字库里是 {drawn}",
        _FONT,
    ),
    "preflight.fonts.collection": _say(
        "the font {name} has the characters of {font}, and its CMap those of {cmap}",
        "字体 {name} 的字集为 {font}，而其 CMap 的字集为 {cmap}",
        _FONT,
    ),
    "preflight.fonts.writing_mode": _say(
        "the CMap of the font {name} writes in mode {program}, and is said to write in mode {said}",
        "字体 {name} 的 CMap 书写方向为 {program}，而写明为 {said}",
        _FONT,
    ),
    "preflight.fonts.high_cid": _say(
        "the CMap of the font {name} goes up to the CID {cid}; 65535 is the highest",
        "字体 {name} 的 CMap 用到 CID {cid}，至多为 65535",
        _FONT,
    ),
    "preflight.fonts.cid_set": _say(
        "the list of what the font {name} has (CIDSet) leaves out CIDs: {count}, the first {first}",
        "字体 {name} 的字形清单（CIDSet）漏列 {count} 个 CID，首个为 {first}",
        ("leave the list out, or have it made anew", "去掉该清单，或重新生成"),
    ),
    "preflight.fonts.char_set": _say(
        "the list of what the font {name} has (CharSet) leaves out glyphs: {count}, the first {first}",
        "字体 {name} 的字形清单（CharSet）漏列 {count} 个字形，首个为 {first}",
        ("leave the list out, or have it made anew", "去掉该清单，或重新生成"),
    ),
    "preflight.fonts.encoding": _say(
        "the TrueType font {name} has the encoding “{encoding}”: fonts of letters have WinAnsi or MacRoman, those of "
        "symbols none",
        "TrueType 字体 {name} 的编码为“{encoding}”：字母字体应为 WinAnsi 或 MacRoman，符号字体不应有编码",
        _FONT,
    ),
    "preflight.fonts.character_map": _say(
        "the TrueType program of the font {name} has no map of characters that its kind goes by (maps: {count})",
        "字体 {name} 的 TrueType 字库没有该类字体所需的字符表（共 {count} 个）",
        _FONT,
    ),
    "preflight.fonts.no_tag": _say(
        "the font {name} is embedded whole, or does not say that it is a subset",
        "字体 {name} 整套嵌入，或没有写明是子集",
        _FONT,
    ),
    "preflight.fonts.base_name": _say("a font has no name (BaseFont)", "有字体没有名称（BaseFont）", _FONT),
    "preflight.fonts.no_unicode": _say(
        "the codes of the font {name} say no characters (ToUnicode)",
        "字体 {name} 的代码不能读成字符（缺 ToUnicode）",
        _FONT,
    ),
    "preflight.fonts.unicode_value": _say(
        "the font {name} maps a code to U+0000, U+FEFF or U+FFFE",
        "字体 {name} 把代码映射到 U+0000、U+FEFF 或 U+FFFE",
        _FONT,
    ),
    "preflight.fonts.no_glyph": _say(
        "the font {name} has no glyph for what is shown (code {code})",
        "所示文字在字体 {name} 里没有字形（代码 {code}）",
        ("set the text in a font that has its characters", "改用有这些字的字体"),
    ),
    "preflight.fonts.glyph_map": _say("the font {name} has no CIDToGIDMap", "字体 {name} 缺 CIDToGIDMap 字形表", _FONT),
    "preflight.fonts.cmap": _say(
        "the font {name} needs the CMap {encoding}, which is not embedded",
        "字体 {name} 所需的 CMap {encoding} 没有嵌入",
        _FONT,
    ),
    "preflight.fonts.open_type": _say(
        "the font {name} is embedded as OpenType, which is newer than PDF 1.4",
        "字体 {name} 以 OpenType 方式嵌入，晚于 PDF 1.4",
        _FONT,
    ),
    "preflight.fonts.type_three": _say(
        "glyphs of the font {name} are drawings (Type 3)",
        "字体 {name} 的字形是图画（Type 3）",
        ("set the text in a font with outlines", "改用轮廓字体"),
    ),
    "preflight.fonts.courier": _say(
        "the font {name} is mostly a stand-in for one that was missing",
        "字体 {name} 多半是缺字体时的替代",
        ("look whether Courier was meant", "请确认确实要用 Courier"),
    ),
    "preflight.images.damaged": _say(
        "the data of a picture is damaged, or ends too soon", "图片数据已损坏，或不完整", _IMAGE
    ),
    "preflight.images.postscript": _say("the page shows PostScript", "页面带有 PostScript", _IMAGE),
    "preflight.images.reference": _say("the page shows a page of another file", "页面引用了别的文件的页面", _IMAGE),
    "preflight.images.opi": _say(
        "a stand-in is to be replaced at the plant (OPI)", "有图片留待印厂替换（OPI）", _IMAGE
    ),
    "preflight.images.alternates": _say(
        "a picture has another one in its place for some readers", "图片带有供部分阅读器替换的版本", _IMAGE
    ),
    "preflight.images.interpolated": _say("a picture asks to be smoothed", "图片要求平滑处理", _IMAGE),
    "preflight.images.bits": _say("a picture has {bits} bits a sample", "图片每样本为 {bits} 位", _IMAGE),
    "preflight.images.mask_bits": _say(
        "a mask has {bits} bits a sample, not 1", "蒙版每样本为 {bits} 位，应为 1 位", _IMAGE
    ),
    "preflight.images.sixteen_bits": _say(
        "a picture has 16 bits a sample, which is newer than PDF 1.4",
        "图片每样本为 16 位，晚于 PDF 1.4",
        ("convert it to 8 bits", "转为 8 位"),
    ),
    "preflight.images.jpx": _say(
        "a picture is compressed as JPEG 2000, which is newer than PDF 1.4",
        "图片以 JPEG 2000 压缩，晚于 PDF 1.4",
        ("compress it as JPEG or Flate", "改用 JPEG 或 Flate 压缩"),
    ),
    "preflight.images.jbig2": _say(
        "a picture is compressed as JBIG2",
        "图片以 JBIG2 压缩",
        ("compress it as CCITT or Flate", "改用 CCITT 或 Flate 压缩"),
    ),
    "preflight.images.inline_lzw": _say(
        "a picture within the content is compressed with LZW",
        "内嵌图片用 LZW 压缩",
        ("compress it with Flate", "改用 Flate 压缩"),
    ),
    "preflight.images.soft_mask": _say("a picture has a soft mask", "图片带有软蒙版", _FLAT),
    "preflight.images.coarse": _say(
        "a picture of {pixels} pixels has {ppi} ppi on paper; {least} are needed",
        "图片（{pixels} 像素）在纸上为 {ppi} ppi，至少要 {least}",
        ("use a larger picture, or print it smaller", "换用更大的图片，或缩小尺寸"),
    ),
    "preflight.images.unprintable": _say(
        "a picture of {pixels} pixels has {ppi} ppi on paper, and {least} are needed: its pixels show",
        "图片（{pixels} 像素）在纸上为 {ppi} ppi，至少要 {least}：像素清晰可见",
        ("use a larger picture, or print it smaller", "换用更大的图片，或缩小尺寸"),
    ),
    "preflight.images.fine": _say(
        "a picture of {pixels} pixels has {ppi} ppi on paper; more than {most} only make the file large",
        "图片（{pixels} 像素）在纸上为 {ppi} ppi，超过 {most} 只会增大文件",
        ("scale it down before it is placed", "置入前缩小像素"),
    ),
    "preflight.images.line_art": _say(
        "line art of {pixels} pixels has {ppi} ppi on paper; {least} are wanted",
        "线条图（{pixels} 像素）在纸上为 {ppi} ppi，应有 {least}",
        ("scan it finer, or draw it", "提高扫描精度，或改用矢量图"),
    ),
}
_INK: dict[str, Message] = {
    "preflight.colour.rgb": _say("colours of a screen (RGB) are used", "使用了屏幕颜色（RGB）", _CMYK),
    "preflight.colour.inks": _say(
        "colours of a press ({name}) are used, and this file is for a screen",
        "使用了印刷油墨颜色（{name}），而此文件供屏幕阅读",
        ("have it exported in RGB, or ask for the profile pdf", "以 RGB 重新导出，或改用输出规格 pdf"),
    ),
    "preflight.colour.lab": _say("Lab colours are used", "使用了 Lab 颜色", _CMYK),
    "preflight.colour.calibrated": _say("calibrated colours are used ({space})", "使用了校准颜色（{space}）", _CMYK),
    "preflight.colour.icc_based": _say(
        "colours with a profile of their own are used (ICC, components: {components})",
        "使用了自带特性文件的颜色（ICC，{components} 个分量）",
        _CMYK,
    ),
    "preflight.colour.managed": _say(
        "colours are left for the plant to convert ({space})", "颜色留待印厂转换（{space}）", _CMYK
    ),
    "preflight.colour.alternate": _say(
        "a named ink falls back on {space}, not on CMYK or grey",
        "专色的替代色彩空间为 {space}，不是 CMYK 或灰度",
        _CMYK,
    ),
    "preflight.colour.two_values": _say(
        "the ink {name} has two meanings in this file",
        "专色 {name} 在文件里有两种定义",
        ("give the ink one definition, or two names", "统一该专色的定义，或分成两个名称"),
    ),
    "preflight.colour.colorants": _say(
        "the ink {name} is not described among the colorants", "专色 {name} 没有列入着色剂说明", _EXPORT
    ),
    "preflight.colour.many_colorants": _say(
        "a colour space has {count} colorants; {most} at most are allowed",
        "色彩空间有 {count} 种着色剂，至多 {most} 种",
        _EXPORT,
    ),
    "preflight.colour.no_intent": _say(
        "{name} has no meaning here: no profile of an output intent says it",
        "{name} 没有确定的含义：没有输出意图的特性文件加以说明",
        _PROFILE,
    ),
    "preflight.colour.profile": _say(
        "the profile {name} of a colour space is no ICC profile of its kind",
        "色彩空间的特性文件 {name} 不是相应的 ICC 特性文件",
        _EXPORT,
    ),
    "preflight.colour.profile_tags": _say(
        "the profile {name} of a colour space lacks what every profile has, or has it empty: {tags}",
        "色彩空间的特性文件 {name} 缺少必备内容，或内容为空：{tags}",
        _EXPORT,
    ),
    "preflight.colour.overprint_mode": _say(
        "inks with a profile overprint in mode 1",
        "带特性文件的油墨以模式 1 叠印",
        ("use plain CMYK for what overprints", "叠印部分改用普通 CMYK"),
    ),
    "preflight.colour.rendering_intent": _say("{name} is no rendering intent", "{name} 不是渲染意图", _EXPORT),
    "preflight.colour.spot_ink": _say(
        "the ink {name} takes a plate of its own",
        "专色 {name} 要多占一个色版",
        ("convert it to process inks unless the plant prints it", "除非印厂确实加印，否则转为四色"),
    ),
    "preflight.colour.registration": _say(
        "something on the page prints on all plates (All)",
        "页面内有套印色（All）",
        ("use black; All is for marks beyond the trim", "改用黑色；套印色只用于成品线外的标记"),
    ),
    "preflight.ink.total": _say(
        "{total} % of ink ({inks}); the paper takes {limit} %",
        "总墨量 {total} %（{inks}），纸张至多承受 {limit} %",
        ("choose a lighter build of the colour", "减轻该颜色的配比"),
    ),
    "preflight.ink.together": _say(
        "inks that lie over one another come to {total} %; the paper takes {limit} %",
        "叠印各色合计总墨量 {total} %，纸张至多承受 {limit} %",
        ("let what lies above knock out, or lighten what lies under it", "让上层挖空，或减淡底色"),
    ),
    "preflight.images.ink": _say(
        "a picture lays down {total} % of ink; the paper takes {limit} %",
        "图片总墨量 {total} %，纸张至多承受 {limit} %",
        ("convert it with the newsprint profile", "用新闻纸特性文件重新转换"),
    ),
    "preflight.ink.rich_text": _say(
        "black text of {size} pt is built of several inks ({inks})",
        "{size} pt 黑字由多种油墨叠成（{inks}）",
        ("set text in 100 % black alone", "文字只用 100 % 黑"),
    ),
    "preflight.ink.rich_shape": _say(
        "a rule or an area is black built of several inks ({inks})",
        "线条或色块的黑由多种油墨叠成（{inks}）",
        ("black alone is black enough on newsprint, and never out of register", "新闻纸上单黑已足够，也不会套印不准"),
    ),
    "preflight.ink.small_coloured": _say(
        "text of {size} pt is in several inks ({inks}); below {least} pt it blurs",
        "{size} pt 的字用了多种油墨（{inks}），小于 {least} pt 会套印不清",
        ("use one ink, or larger type", "改用单色，或加大字号"),
    ),
    "preflight.ink.small_reversed": _say(
        "reversed type of {size} pt fills in; {least} pt are wanted",
        "{size} pt 反白字会糊，应不小于 {least} pt",
        ("use larger or bolder type", "加大或加粗字体"),
    ),
    "preflight.ink.tiny_text": _say(
        "text of {size} pt; newspapers print {least} pt and more",
        "文字仅 {size} pt；报纸印刷应不小于 {least} pt",
        ("use larger type", "加大字号"),
    ),
    "preflight.ink.black_knocks_out": _say(
        "black text of {size} pt does not overprint",
        "{size} pt 黑字没有叠印",
        ("set black to overprint when exporting", "导出时让黑色叠印"),
    ),
    "preflight.ink.white_overprints": _say(
        "white is set to overprint and will not be there on paper",
        "白色设为叠印，印出来就没有了",
        ("let white knock out", "白色应设为挖空"),
    ),
    "preflight.ink.colour_overprints": _say(
        "a colour is set to overprint ({inks}) and mixes with what lies under it",
        "颜色设为叠印（{inks}），会与底色混合",
        ("let it knock out unless that is meant", "如非有意，应设为挖空"),
    ),
    "preflight.ink.zero_line": _say(
        "a line has no width: it is as thin as the machine can make it",
        "线宽为零：机器能画多细就多细",
        ("give it 0.25 pt at least", "线宽至少 0.25 pt"),
    ),
    "preflight.ink.hairline": _say(
        "a line of {width} pt; below {least} pt it breaks",
        "线宽 {width} pt，小于 {least} pt 会断",
        ("make it thicker", "加粗线条"),
    ),
    "preflight.ink.thin_coloured": _say(
        "a line of {width} pt is in several inks ({inks}); {least} pt are wanted",
        "{width} pt 的线用了多种油墨（{inks}），应不小于 {least} pt",
        ("use one ink, or a thicker line", "改用单色，或加粗"),
    ),
    "preflight.transparency.opacity": _say(
        "something is transparent (opacity {opacity})", "有透明对象（不透明度 {opacity}）", _FLAT
    ),
    "preflight.transparency.mode": _say(
        "something blends with what lies under it ({name})", "有对象与底色混合（{name}）", _FLAT
    ),
    "preflight.transparency.mode_unknown": _say(
        "{name} is no way of blending that PDF has", "{name} 不是 PDF 的混合模式", _FLAT
    ),
    "preflight.transparency.soft_mask": _say("something is painted through a soft mask", "有对象透过软蒙版绘制", _FLAT),
    "preflight.transparency.group": _say("a page or form is a transparency group", "页面或表单是透明组", _FLAT),
    "preflight.transparency.blend_space": _say(
        "transparency blends in {space}, not in the press's inks",
        "透明效果在 {space} 中混合，而不是在印刷油墨中",
        ("set the blending space to CMYK", "把透明混合空间设为 CMYK"),
    ),
    "preflight.screening.transfer": _say("a transfer curve is set (TR)", "设有传递函数（TR）", _SCREEN),
    "preflight.screening.transfer_two": _say("a transfer curve is set (TR2)", "设有传递函数（TR2）", _SCREEN),
    "preflight.screening.phase": _say("the phase of a halftone is set (HTP)", "设有网点相位（HTP）", _SCREEN),
    "preflight.screening.origin": _say("the origin of a halftone is set (HTO)", "设有网点原点（HTO）", _SCREEN),
    "preflight.screening.halftone_type": _say(
        "a halftone is of type {found}; 1 and 5 are allowed", "网点类型为 {found}，只允许 1 与 5", _SCREEN
    ),
    "preflight.screening.halftone_transfer": _say(
        "a halftone has a transfer curve of its own", "网点带有自己的传递函数", _SCREEN
    ),
    "preflight.screening.halftone_name": _say("a halftone has a name", "网点带有名称", _SCREEN),
}
_TAGS: dict[str, Message] = {
    "preflight.tags.not_marked": _say("the file does not say that it is tagged", "文件没有声明带有标签", _STANDARD),
    "preflight.tags.suspects": _say(
        "the file says that its tags may be wrong (Suspects)", "文件声明标签可能有误（Suspects）", _TAG
    ),
    "preflight.tags.no_tree": _say("the file has no structure tree", "文件没有结构树", _STANDARD),
    "preflight.tags.no_parent_tree": _say(
        "the structure tree has no parent tree", "结构树没有父级树（ParentTree）", _SAVE
    ),
    "preflight.tags.no_page_key": _say(
        "the page has no key in the parent tree (StructParents)", "页面没有父级树的键（StructParents）", _SAVE
    ),
    "preflight.tags.parent_wrong": _say(
        "pieces of content that the parent tree gives to another element than the tree: {count}, the first {mcid}",
        "有 {count} 段内容（首段 {mcid}）在父级树与结构树中的归属不同",
        _SAVE,
    ),
    "preflight.tags.no_parent": _say("an element {name} does not name its parent", "元素 {name} 没有写明父级", _SAVE),
    "preflight.tags.other_parent": _say(
        "an element {name} names another parent than the one it stands in ({parent})",
        "元素 {name} 写明的父级不是它所在的 {parent}",
        _TAG,
    ),
    "preflight.tags.title_not_shown": _say(
        "the window shows the file's name, not the title (DisplayDocTitle)",
        "窗口显示文件名而不是标题（DisplayDocTitle）",
        ("set the view to show the title", "把初始视图设为显示文档标题"),
    ),
    "preflight.tags.no_language": _say(
        "the file does not say its language",
        "文件没有写明语言",
        ("set the language, zh-CN for Chinese", "写明语言，中文为 zh-CN"),
    ),
    "preflight.tags.language_form": _say(
        "“{name}” names no language", "“{name}” 不是语言代码", ("write it as in zh-CN", "按 zh-CN 的形式书写")
    ),
    "preflight.tags.tab_order": _say(
        "the order of annotations is not that of the tags (Tabs)", "注释的次序没有按标签（Tabs）", _TAG
    ),
    "preflight.tags.untagged": _say(
        "{things} of {of} painted things are neither tagged nor artifacts",
        "{of} 个绘制对象中有 {things} 个既无标签也非装饰内容",
        _TAG,
    ),
    "preflight.tags.artifact_in_tagged": _say(
        "artifacts within tagged content: {things}", "标签内容中夹有装饰内容：{things} 处", _TAG
    ),
    "preflight.tags.tagged_in_artifact": _say(
        "tagged content within artifacts: {things}", "装饰内容中夹有标签内容：{things} 处", _TAG
    ),
    "preflight.tags.artifact_untyped": _say(
        "artifacts that do not say of what kind they are: {things}", "没有写明种类的装饰内容：{things} 处", _TAG
    ),
    "preflight.tags.standard_mapped": _say(
        "the standard tag {name} is given another meaning", "标准标签 {name} 被改作别用", _TAG
    ),
    "preflight.tags.role_circular": _say(
        "the meaning of the tag {name} leads back to itself", "标签 {name} 的含义循环指向自身", _TAG
    ),
    "preflight.tags.role_unmapped": _say(
        "the tag {name} stands for no standard one",
        "标签 {name} 没有对应的标准标签",
        ("map it to a standard tag", "映射到标准标签"),
    ),
    "preflight.tags.not_in_namespace": _say(
        "the tag {name} does not exist in the namespace of PDF 2.0",
        "PDF 2.0 的命名空间里没有标签 {name}",
        ("use Sect for an article, or the namespace of PDF 1.7", "文章用 Sect，或用 PDF 1.7 的命名空间"),
    ),
    "preflight.tags.document_alone": _say(
        "the tree begins with {found}; a Document alone has to stand there",
        "结构树的顶层为 {found}，应当只有一个 Document",
        _TAG,
    ),
    "preflight.tags.document_namespace": _say(
        "the Document is not in the namespace of PDF 2.0", "顶层 Document 不在 PDF 2.0 的命名空间", _TAG
    ),
    "preflight.tags.content_in_group": _say(
        "{name} has content of its own, which belongs into a paragraph", "{name} 直接带有内容，内容应放在段落里", _TAG
    ),
    "preflight.tags.heading_skipped": _say(
        "a heading of level {level} follows level {last}", "{level} 级标题紧接 {last} 级，跳了级", _TAG
    ),
    "preflight.tags.heading_unnumbered": _say("a heading has no level (H)", "标题没有级别（H）", _TAG),
    "preflight.tags.headings_mixed": _say(
        "headings with levels and without stand in one file", "同一文件混用有级与无级的标题", _TAG
    ),
    "preflight.tags.heading_twice": _say(
        "{parent} has two headings without a level (H)", "{parent} 里有两个无级标题（H）", _TAG
    ),
    "preflight.tags.private_text": _say(
        "the text that stands for {name} has characters of private use, which nobody else knows (ActualText)",
        "{name} 的替换文字（ActualText）含有他人无从辨认的自造字",
        _TAG,
    ),
    "preflight.tags.private_description": _say(
        "the description of {name} has characters of private use, which nobody else knows (Alt)",
        "{name} 的替代文本（Alt）含有他人无从辨认的自造字",
        _TAG,
    ),
    "preflight.tags.no_alternative": _say(
        "a figure has no description", "图没有替代文本", ("write what the picture shows (Alt)", "写明图片内容（Alt）")
    ),
    "preflight.tags.no_frame": _say("a figure does not say where it stands (BBox)", "图没有写明位置（BBox）", _TAG),
    "preflight.tags.formula": _say(
        "a formula has no description", "公式没有替代文本", ("write how it is read (Alt)", "写明读法（Alt）")
    ),
    "preflight.tags.caption_place": _say(
        "the caption of {parent} is neither first nor last, or there are two",
        "{parent} 的说明既不在首也不在尾，或不止一个",
        _TAG,
    ),
    "preflight.tags.table_children": _say(
        "{parent} holds {name}, which is no part of a table", "{parent} 里有 {name}，不是表格的组成部分", _TABLE
    ),
    "preflight.tags.group_children": _say(
        "{parent} holds {name}; rows alone may stand there", "{parent} 里有 {name}，只能有行", _TABLE
    ),
    "preflight.tags.group_place": _say(
        "{name} stands in {parent}, outside a table", "{name} 在 {parent} 里，不在表格内", _TABLE
    ),
    "preflight.tags.group_count": _say(
        "a table has the groups of rows {found}; one head, one foot and bodies between them make one",
        "表格的行组为 {found}；应为至多一个表头、一个表尾及其间的表体",
        _TABLE,
    ),
    "preflight.tags.row_children": _say(
        "{parent} holds {name}; cells alone may stand there", "{parent} 里有 {name}，只能有单元格", _TABLE
    ),
    "preflight.tags.row_place": _say(
        "{name} stands in {parent}, outside a table", "{name} 在 {parent} 里，不在表格内", _TABLE
    ),
    "preflight.tags.cell_place": _say(
        "{name} stands in {parent}, outside a row", "{name} 在 {parent} 里，不在行内", _TABLE
    ),
    "preflight.tags.no_scope": _say(
        "a heading cell does not say what it heads (Scope)",
        "表头单元格没有写明所属行列（Scope）",
        ("say Row, Column or Both", "写明 Row、Column 或 Both"),
    ),
    "preflight.tags.no_header": _say(
        "a table has no heading cell",
        "表格没有表头单元格",
        ("tag the cells that head rows or columns as TH", "把表头单元格标为 TH"),
    ),
    "preflight.tags.table_uneven": _say(
        "the rows of a table have different numbers of columns: {columns}", "表格各行的列数不同：{columns}", _TABLE
    ),
    "preflight.tags.list_children": _say(
        "{parent} holds {name}, which is no part of a list", "{parent} 里有 {name}，不是列表的组成部分", _TAG
    ),
    "preflight.tags.list_numbering": _say(
        "a list has labels and does not say how they count (ListNumbering)",
        "列表有编号而没有写明编号方式（ListNumbering）",
        _TAG,
    ),
    "preflight.tags.item_children": _say(
        "{parent} holds {name}; label and body alone may stand there", "{parent} 里有 {name}，只能有编号与正文", _TAG
    ),
    "preflight.tags.item_content": _say(
        "an item of a list has content outside its label and body", "列表项的内容不在编号与正文之内", _TAG
    ),
    "preflight.tags.item_place": _say(
        "{name} stands in {parent}, outside a list", "{name} 在 {parent} 里，不在列表内", _TAG
    ),
    "preflight.tags.body_place": _say(
        "{name} stands in {parent}, outside an item", "{name} 在 {parent} 里，不在列表项内", _TAG
    ),
    "preflight.tags.contents_children": _say(
        "{parent} holds {name}, which is no part of a table of contents",
        "{parent} 里有 {name}，不是目录的组成部分",
        _TAG,
    ),
    "preflight.tags.contents_target": _say(
        "an entry of a table of contents does not say which element it leads to (Ref)",
        "目录项没有写明所指元素（Ref）",
        _TAG,
    ),
    "preflight.tags.caption_first": _say(
        "the caption of {parent} is not its first part", "{parent} 的标题不在最前", _TAG
    ),
    "preflight.tags.entry_place": _say(
        "{name} stands in {parent}, outside a table of contents", "{name} 在 {parent} 里，不在目录内", _TAG
    ),
    "preflight.tags.ruby": _say(
        "a ruby has the parts {found}; a base and a reading make one", "注音的组成为 {found}，应为原文与读音", _TAG
    ),
    "preflight.tags.warichu": _say(
        "a warichu has the parts {found}; bracket, text and bracket make one",
        "割注的组成为 {found}，应为括号、注文、括号",
        _TAG,
    ),
    "preflight.tags.note_kind": _say(
        "a note is said to stand where none does (NoteType): at the foot or at the end",
        "注的位置（NoteType）写法有误，应为脚注或尾注",
        _TAG,
    ),
    "preflight.tags.containment": _say("{name} may not stand in {parent}", "{name} 不得放在 {parent} 里", _TAG),
    "preflight.tags.note": _say("a note has no identifier", "注没有标识", _TAG),
    "preflight.tags.note_twice": _say("two notes have the identifier {name}", "两条注的标识同为 {name}", _TAG),
    "preflight.tags.link": _say("a link ({name}) stands in no Link element", "链接（{name}）不在 Link 元素内", _TAG),
    "preflight.tags.annotation_key": _say(
        "the parent tree does not lead from an annotation ({name}) to its element (StructParent)",
        "父级树没有把注释（{name}）指回所属元素（StructParent）",
        _TAG,
    ),
    "preflight.tags.link_unsaid": _say(
        "a link does not say where it leads (Contents)",
        "链接没有写明去处（Contents）",
        ("write it in the link's properties", "在链接属性中写明"),
    ),
    "preflight.tags.annotation": _say(
        "an annotation ({name}) stands in no element of its kind", "注释（{name}）不在相应的元素内", _TAG
    ),
    "preflight.tags.annotation_unsaid": _say(
        "an annotation ({name}) does not say what it is", "注释（{name}）没有写明内容", _TAG
    ),
    "preflight.tags.mark_tagged": _say("a printer's mark is tagged", "印刷标记带有标签", _TAG),
    "preflight.tags.popup_tagged": _say("the window of a note (Popup) is tagged", "弹出窗口（Popup）带有标签", _TAG),
    "preflight.tags.said_twice": _say(
        "an annotation ({name}) says “{contents}”, and its element “{alt}”",
        "注释（{name}）写为“{contents}”，而其元素写为“{alt}”",
        ("say the same in both, or in one of them alone", "两处写成一致，或只写一处"),
    ),
    "preflight.tags.field_unsaid": _say(
        "a form field does not say what it is for (TU)",
        "表单域没有写明用途（TU）",
        ("write it as the field's description (tooltip)", "写在表单域的提示说明中"),
    ),
    "preflight.tags.destination": _say(
        "a bookmark or link leads to a place on a page, not to an element",
        "书签或链接指向页面位置，而不是结构元素",
        ("export with structure destinations", "导出时用结构目标"),
    ),
    "preflight.order.backwards": _say(
        "the tags run against the order in which the page is painted (likeness {likeness})",
        "标签次序与页面绘制次序相反（相似度 {likeness}）",
        ("read the page aloud and correct the order of the tags", "朗读一遍并改正标签次序"),
    ),
    "preflight.order.text_as_artifact": _say(
        "{codes} of {of} characters are artifacts, which no reader is told",
        "{of} 个字符中有 {codes} 个属于装饰内容，读屏不会读出",
        ("tag what belongs to the page", "给属于正文的内容加标签"),
    ),
    "preflight.order.marked_twice": _say(
        "pieces of content that have another's number: {count}", "与别段同号的内容：{count} 段", _SAVE
    ),
    "preflight.order.owned_twice": _say(
        "pieces of content that two elements own: {count}, the first {mcid}",
        "同属两个元素的内容：{count} 段，首段 {mcid}",
        _TAG,
    ),
    "preflight.order.owned_by_none": _say(
        "pieces of tagged content that no element owns: {count}, the first {mcid}",
        "没有元素认领的标签内容：{count} 段，首段 {mcid}",
        _TAG,
    ),
    "preflight.order.not_shown": _say(
        "pieces of content that elements name and the page does not show: {count}, the first {mcid}",
        "元素指明而页面没有的内容：{count} 段，首段 {mcid}",
        _TAG,
    ),
    "preflight.order.element_twice": _say(
        "elements that stand in the tree twice: {count}", "在结构树中出现两次的元素：{count} 个", _TAG
    ),
}
MESSAGES: dict[str, Message] = _LABELS | _FILE | _IDENTITY | _SHEET | _INK | _TAGS
