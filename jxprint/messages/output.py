"""Sentences of the writers: what could not be written, and why."""

from __future__ import annotations

from jxprint.messages import Message
from jxprint.messages.views import VIEW_MESSAGES

MESSAGES: dict[str, Message] = {
    "output.not_written": Message(
        "the file cannot be written: {reason}",
        "choose a folder that you may write to, or free some room; nothing was changed",
        "文件无法写入：{reason}",
        "请换一个有写入权限的文件夹，或腾出磁盘空间；原有文件未改动",
    ),
    "output.no_picture": Message(
        "a build writes PDF, SVG or HTML, and {suffix} is a picture",
        "build a PDF, and draw that: jxprint render FILE.pdf -o FILE.png",
        "build 输出 PDF、SVG 或 HTML，而 {suffix} 是图片",
        "请先输出 PDF，再用 jxprint render 文件.pdf -o 文件.png 画成图片",
    ),
    "output.only_png": Message(
        "render writes a PNG, and {suffix} is something else",
        "let the name end in .png; a picture program makes other kinds of it",
        "render 只输出 PNG，{suffix} 是另一种格式",
        "请让文件名以 .png 结尾；其他格式可用图片软件转存",
    ),
    "output.no_words": Message(
        "a build writes PDF, SVG or HTML, and {suffix} is plain text",
        "for the page as text there is jxprint show DIR",
        "build 输出 PDF、SVG 或 HTML，而 {suffix} 是纯文本",
        "要看文本形式的版面，请用 jxprint show 文件夹",
    ),
    "output.no_other": Message(
        "a build writes PDF, SVG or HTML, and {suffix} is none of them",
        "let the name end in .pdf, .svg or .html, or say --to pdf",
        "build 输出 PDF、SVG 或 HTML，{suffix} 不在其中",
        "请让文件名以 .pdf、.svg 或 .html 结尾，或写明 --to pdf",
    ),
    "output.spot_twice": Message(
        "the spot ink “{plate}” has two values, or two spellings, on these pages",
        "give it the same cmyk and the same name in every house style",
        "专色“{plate}”在各版面上有两种色值或写法",
        "请让各版式规范中该专色的 cmyk 与名称一致",
    ),
    "output.not_a_folder": Message(
        "a file stands where the folder belongs",
        "take another name; nothing was changed",
        "该处已有文件，无法建立文件夹",
        "请另取名称；原有文件未改动",
    ),
    "output.strange_files": Message(
        "the folder has {count} other files, {first} for one; what is kept together has nothing else in it",
        "name a folder that is new or empty; nothing was changed",
        "文件夹中另有 {count} 个文件，例如 {first}；馆藏包中不可夹带其他文件",
        "请指定新的或空的文件夹；原有文件未改动",
    ),
    "output.held": Message(
        "the file cannot be replaced: another program has it open, or it may not be changed",
        "close it there (in the PDF reader, for one), or take another name; nothing was changed",
        "文件无法替换：它正被另一程序打开，或不允许更改",
        "请先在该程序（例如 PDF 阅读器）中关闭它，或另取文件名；原有文件未改动",
    ),
    "output.is_source": Message(
        "the output would replace {source}, which it is made from",
        "name another file behind -o; nothing was changed",
        "输出会覆盖其来源文件 {source}",
        "请在 -o 后另写文件名；原有文件未改动",
    ),
    "output.no_pages": Message(
        "there are no pages to write",
        "compose one at the least",
        "没有可输出的版面",
        "请至少排一个版",
    ),
    "output.no_folder": Message(
        "the folder {folder} does not exist",
        "make the folder first, or name another one",
        "文件夹 {folder} 不存在",
        "请先建立该文件夹，或另选一个",
    ),
    "output.is_folder": Message(
        "this is a folder; a file is to be written here",
        "add a file name",
        "这是一个文件夹，而此处要写入的是文件",
        "请补上文件名",
    ),
    "output.not_a_file": Message(
        "this is neither a file nor a pipe; nothing is written here",
        "name a file",
        "这既不是文件也不是管道，不能写入",
        "请写文件名",
    ),
    "output.not_taken": Message(
        "what was written was not taken whole: {reason}",
        "free some room, or send it to a file",
        "写出的内容未被完整接收：{reason}",
        "请腾出空间，或改写到文件",
    ),
    "output.stdout": Message(
        "standard output takes no more: {reason}",
        "free some room, or send it elsewhere",
        "标准输出无法写入：{reason}",
        "请腾出空间，或改写到别处",
    ),
    "output.bad_epoch": Message(
        "SOURCE_DATE_EPOCH is “{value}”; it must be a whole number of seconds since 1970",
        "set it to such a number, or unset it: the file then carries no date",
        "环境变量 SOURCE_DATE_EPOCH 的值是“{value}”，应为自 1970 年起的整数秒",
        "请改为整数秒，或取消该变量：文件将不带日期",
    ),
    "output.changed_since": Message("the file changed while the page was made", "", "文件在排版期间有改动", ""),
    "output.picture_unreadable": Message(
        "the picture cannot be read: {reason}",
        "open it in a picture program and save it again as JPEG, PNG or TIFF",
        "图片无法读取：{reason}",
        "请用图片软件打开后另存为 JPEG、PNG 或 TIFF",
    ),
    "output.no_claim": Message(
        "“{name}” has text of its own, which is not looked into here: the file does not say that it is PDF/UA",
        "where that counts, build in a profile: web or archive-a2 look into it",
        "“{name}”自带文字，此处未作检查：文件不声明符合 PDF/UA",
        "如需声明，请用 web 或 archive-a2 等输出规格，届时会检查",
    ),
    "output.too_many_pixels": Message(
        "{dpi} dpi makes a picture of {width} × {height} pixels; the limit is {limit} megapixels",
        "take {allowed} dpi or less",
        "{dpi} dpi 将得到 {width} × {height} 像素的图片，上限为 {limit} 百万像素",
        "请用 {allowed} dpi 或更低",
    ),
    "output.bad_dpi": Message(
        "a resolution of {dpi} dpi draws nothing",
        "take a number above 0, such as 150",
        "分辨率 {dpi} dpi 无法出图",
        "请用大于 0 的数，例如 150",
    ),
    "output.no_such_page": Message(
        "there is no page {page}; the file has {pages}",
        "count pages from 1",
        "没有第 {page} 页，文件共 {pages} 页",
        "页码从 1 起",
    ),
    "output.not_a_pdf": Message(
        "the PDF cannot be drawn: {reason}",
        "build it again, or take a file that opens in a PDF reader",
        "无法绘制该 PDF：{reason}",
        "请重新生成，或换一个 PDF 阅读器能打开的文件",
    ),
    **VIEW_MESSAGES,
}
