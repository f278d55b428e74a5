"""Sentences of the command line: its help, its progress, and what it refuses."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    # The list of commands.
    "command.list.build": Message("Make a PDF of one or more pages.", "", "把一个或多个版面排成 PDF", ""),
    "command.list.archive": Message("Make a PDF and what a library keeps beside it.", "", "生成 PDF 及其馆藏文件", ""),
    "command.help.archive": Message(
        "Make a folder with the PDF of pages or an edition, and beside it what a library keeps: ALTO, PAGE XML, hOCR, "
        "text and JSON by article, an image of each page, a IIIF manifest, METS and PREMIS. All files appear, or none.",
        "",
        "生成一个文件夹：版面或整期的 PDF，以及图书馆随之保存的 ALTO、PAGE XML、hOCR、按篇的文本与 JSON、"
        "版面图、IIIF 清单、METS 与 PREMIS。全部写出，或一个也不写。",
        "",
    ),
    "command.help.archive_output": Message(
        "The folder; new, empty, or an archive of the same pages.",
        "",
        "输出文件夹：新的、空的，或同一版面的旧馆藏包。",
        "",
    ),
    "command.help.archive_only": Message(
        "Keep these alone, with commas between: {kinds}.", "", "只保存这些，用逗号分开：{kinds}。", ""
    ),
    "command.help.archive_dpi": Message(
        "Resolution of the images, in whose pixels all places are told; 300 without it.",
        "",
        "版面图的分辨率，各文件的坐标均以其像素计，默认 300。",
        "",
    ),
    "command.help.archive_base": Message(
        "The address that the folder will have on the web; a IIIF manifest needs one.",
        "",
        "该文件夹将来的网址，IIIF 清单必须有。",
        "",
    ),
    "command.help.archive_bag": Message(
        "Put all of it into a BagIt bag (RFC 8493).", "", "装成 BagIt 包（RFC 8493）。", ""
    ),
    "command.help.archive_check": Message(
        "Read every file back and compare it with the copy before any takes its place.",
        "",
        "写出之前逐个读回并与原稿核对。",
        "",
    ),
    "command.list.check": Message("Prove a PDF against the copy.", "", "用原稿核对 PDF", ""),
    "command.list.render": Message("Draw a page of a PDF as PNG.", "", "把 PDF 的一页画成 PNG", ""),
    "command.list.diff": Message("Say what changed between two proofs.", "", "列出两次校样之间的变动", ""),
    "command.list.golden": Message("Compare pages with their golden images.", "", "与基准图逐像素比对", ""),
    "command.list.golden_compare": Message("Compare two PDFs or two PNGs.", "", "比较两个 PDF 或 PNG", ""),
    "command.list.golden_check": Message("Compare files with their baselines.", "", "与基准图比对", ""),
    "command.help.golden": Message(
        "Compare pages pixel by pixel with golden images, and say which part and which text moved.",
        "",
        "逐像素比对版面与基准图，并指出哪个部分、哪段文字有移动。",
        "",
    ),
    "command.help.golden_compare": Message(
        "Compare two PDFs or two PNGs of any origin, page by page. Exit code 0: they are the same, or differ within "
        "what is allowed; 1: they differ.",
        "",
        "逐版比较两个 PDF 或两个 PNG，来源不限。相同或在允许范围内退出码为 0，不同为 1。",
        "",
    ),
    "command.help.golden_check": Message(
        "Compare PDFs, PNGs, folders of them, or pages and editions, which are built first, with the baselines that "
        "are kept in a folder. A baseline belongs to a build of the renderer and a resolution. Exit code 0: all are "
        "the same, or were written; 1: one differs, or has no baseline.",
        "",
        "将 PDF、PNG、装有它们的文件夹，或版面、整期（先排出）与基准文件夹中的基准图比对。"
        "基准图对应渲染库的版本与分辨率。"
        "全部相符或已写入退出码为 0，有差异或缺基准图为 1。",
        "",
    ),
    "command.help.golden_baselines": Message(
        "The folder of the baselines; golden without it.", "", "基准图文件夹，默认为 golden。", ""
    ),
    "command.help.golden_update": Message(
        "Write the baselines anew instead of comparing.", "", "不比对，改为重写基准图。", ""
    ),
    "command.help.golden_limit": Message(
        "How large a baseline may be; 256 without it.", "", "单个基准图的上限，默认 256。", ""
    ),
    "command.help.golden_dpi": Message(
        "Resolution at which PDFs are drawn; {dpi} without it.", "", "画 PDF 的分辨率，默认 {dpi}。", ""
    ),
    "command.help.golden_max_difference": Message(
        "Greatest difference of a channel that is let pass, 0 to 255: 2 or 0-2; or WPT's "
        "maxDifference=0-2;totalPixels=0-300 as one. Without bounds nothing may differ.",
        "",
        "允许的最大通道差（0 至 255），如 2 或 0-2；也可照 WPT 合写 maxDifference=0-2;totalPixels=0-300。"
        "不写则须完全相同。",
        "",
    ),
    "command.help.golden_total_pixels": Message(
        "How many pixels may differ: 300 or 0-300.", "", "允许有差异的像素数，如 300 或 0-300。", ""
    ),
    "command.help.golden_report": Message(
        "Also write a report: expected, actual and difference side by side, one HTML file.",
        "",
        "另写对照报告：应为、实为、差异并排，单个 HTML 文件。",
        "",
    ),
    "command.doing.golden": Message("comparing", "", "比对", ""),
    "command.list.show": Message("Print the composed page as text.", "", "以文本显示排好的版面", ""),
    "command.list.fmt": Message("Give a page's files their canonical spelling.", "", "统一版面文件的写法", ""),
    "command.list.lint": Message("Proof-read the copy of pages.", "", "校对版面稿件", ""),
    "command.list.reconstruct": Message(
        "Restore a page from what is left of a printed one.", "", "由文字稿、PDF 等复原版面", ""
    ),
    "command.list.export": Message("Write a page's stories as ninjs.", "", "把版面稿件写成 ninjs", ""),
    "command.help.export": Message(
        "Write the stories of a page, or of all pages of an edition, as ninjs 3.1: an item of the page with an item in "
        "it for each story. `jxprint import` makes the same story files of it.",
        "",
        "把版面或整期的稿件写成 ninjs 3.1：一版一项，内含各篇稿件。用 jxprint import 可读回同样的稿件文件。",
        "",
    ),
    "command.help.export_output": Message(
        "The file to write; - is standard output.", "", "要写的文件；- 为标准输出。", ""
    ),
    "command.help.export_to": Message(
        "The form; ninjs without it, which is all there is.", "", "格式，默认 ninjs，目前只有这一种。", ""
    ),
    "command.list.import": Message("Make story files of copy from other programs.", "", "把来稿读成稿件文件", ""),
    "command.help.import": Message(
        "Read copy of other programs (DOCX, plain text and wire copy, Markdown, ninjs, NITF, CNML) into story files, "
        "one or several for each SOURCE; - is standard input. What typing programs leave is taken out and told; what "
        "is in no story is told and kept in imported.json. All files are written or none; one that a person changed is "
        "left alone. With --json alone prints what would be written.",
        "",
        "把来稿（DOCX、纯文本与通稿、Markdown、ninjs、NITF、CNML）读成稿件文件，每个 SOURCE 一篇或数篇，"
        "- 为标准输入。录入软件的残留会清除并说明；不入稿件的文字会说明，并记入登记文件。要么全部写成，要么一个不写；"
        "人工改过的文件不覆盖。只用 --json 时列出结果，不写文件。",
        "",
    ),
    "command.help.import_output": Message("The folder to write into.", "", "要写入的文件夹。", ""),
    "command.help.import_source": Message(
        "What the files are, if their content is not to tell: docx, text, markdown, ninjs, nitf or cnml.",
        "",
        "来稿的种类（docx、text、markdown、ninjs、nitf 或 cnml），不给时由内容判断。",
        "",
    ),
    "command.help.import_one": Message(
        "Each SOURCE is one story; further headlines are subheads.", "", "每个 SOURCE 只作一篇，其余标题作小标题。", ""
    ),
    "command.help.import_force": Message(
        "Write also over files that a person changed.", "", "人工改过的文件也覆盖。", ""
    ),
    "command.import_nowhere": Message(
        "nothing says where the story files go",
        "-o DIR, or --json to print them and write nothing",
        "没有指明稿件文件写到哪里",
        "请用 -o DIR；或用 --json 列出而不写",
    ),
    "command.help.reconstruct": Message(
        "Restore a page from FILE (- is standard input), the text of a printed page, a PDF made from text, ALTO, PAGE "
        "XML, hOCR or DOCX: structure, paragraphs cut where columns ended, the grid it was set on. Writes a folder "
        "that builds at once, with the source untouched and notes on what was read, inferred and assumed; with --json "
        "alone prints the proposal and writes nothing.",
        "",
        "由 FILE（- 为标准输入；文字稿、原生 PDF、ALTO、PAGE XML、hOCR 或 DOCX）复原版面：认出结构，"
        "接上因断栏而断开的段落，推出版心网格。写出可立即排印的文件夹，附原件和复原说明；"
        "只用 --json 时列出结果，不写文件。",
        "",
    ),
    "command.help.reconstruct_output": Message("The folder to write.", "", "要写的文件夹。", ""),
    "command.help.reconstruct_encoding": Message(
        "How the dump is encoded, where it is not UTF-8.", "", "文字稿不是 UTF-8 时的编码。", ""
    ),
    "command.help.reconstruct_source": Message(
        "What the file is, if its content is not to tell: dump, pdf, alto, page, hocr or docx.",
        "",
        "文件的种类（dump、pdf、alto、page、hocr 或 docx），不给时由内容判断。",
        "",
    ),
    "command.help.reconstruct_page": Message(
        "Which page of a file that has several, counted from 1.", "", "文件有几版时取第几版，从 1 起。", ""
    ),
    "command.help.reconstruct_verify": Message(
        "FILE is a reconstructed page's folder: say whether its copy, folded again, gives source.txt back byte for "
        "byte.",
        "",
        "FILE 是复原好的文件夹：检验由稿件能否逐字节还原文字稿。",
        "",
    ),
    "command.help.reconstruct_review": Message(
        "Also write review.html: the source coloured by what each line was taken for, doubtful places first.",
        "",
        "另写复原审阅（HTML）：按各行的判断着色的文字稿，存疑处列在前面。",
        "",
    ),
    "command.help.reconstruct_keep": Message(
        "Renew a folder that is there: what a person changed in it stays, and counts as an answer.",
        "",
        "更新已有的文件夹：人工改动照留，并作为答复采用。",
        "",
    ),
    "command.help.reconstruct_again": Message(
        "Where DUMP is a folder, every file in it becomes a page, and what is done stays; with this it is made again.",
        "",
        "DUMP 为文件夹时，其中每个文件各复原一版，已完成的不再做；加此项则重做。",
        "",
    ),
    "command.reconstruct_verified": Message(
        "{folder}: the copy gives source.txt back, byte for byte",
        "",
        "{folder}：由稿件逐字节还原了 source.txt",
        "",
    ),
    "command.reconstruct_nowhere": Message(
        "nothing says where the page is to go",
        "name a folder with -o, or print the proposal with --json",
        "没有说明写到哪里",
        "请用 -o 指定文件夹，或用 --json 列出结果",
    ),
    "command.reconstruct_unreadable": Message(
        "the file cannot be read: {reason}", "check its name", "无法读取文件：{reason}", "请核对文件名"
    ),
    "command.doing.reconstruct": Message("reconstructing", "", "复原", ""),
    "command.reconstructed": Message(
        "{folder}: {stories} stories, {joints} cuts at the foot of a column, one measure of {measure} em; see notes.md",
        "",
        "{folder}：{stories} 篇稿件，{joints} 处断栏，每栏 {measure} 字；详见 notes.md",
        "",
    ),
    "command.reconstructed_blind": Message(
        "{folder}: {stories} stories, {joints} cuts at the foot of a column, nothing tells the measure; see notes.md",
        "",
        "{folder}：{stories} 篇稿件，{joints} 处断栏，看不出栏宽；详见 notes.md",
        "",
    ),
    "command.list.preflight": Message("Hold finished PDFs against a profile.", "", "按输出规格检查成品 PDF", ""),
    "command.list.makeup": Message("Look at finished pages as a night editor does.", "", "检查排好的版面", ""),
    "command.list.fonts": Message("List faces, roles, licences and coverage.", "", "列出字体、角色、许可与收字", ""),
    "command.list.new": Message("Write a small page to start from.", "", "新建一个可直接排印的小版面", ""),
    "command.list.completion": Message("Print a shell's completion script.", "", "输出命令行补全脚本", ""),
    # Help of the commands and their options.
    "command.help.jxprint": Message(
        "Chinese broadsheet pages, taken apart and set again, that can prove themselves.",
        "",
        "拆解并重排中文报纸版面，印出的版面能自证无误。",
        "",
    ),
    "command.help.build": Message(
        "Compose each page folder DIR, or the pages of the edition in DIR, and write them as the pages of one PDF.",
        "",
        "排出各版面文件夹 DIR，或 DIR 中一期报纸的各版，按顺序合成一个 PDF。",
        "",
    ),
    "command.help.build_output": Message(
        "The PDF, SVG or HTML to write; - is standard output. {{page}} in its name makes a file a page, named by "
        "its number.",
        "",
        "输出的 PDF、SVG 或 HTML；- 为标准输出。文件名中的 {{page}} 表示每版一个文件，以版次命名",
        "",
    ),
    "command.help.build_faithful": Message(
        "End a leg at every joint that the page's evidence.toml lists, legs level, and say what each leg cost.",
        "",
        "按版面文件夹中所列的断栏处分栏，各栏平齐，并列出每栏的代价。",
        "",
    ),
    "command.help.show_evidence": Message(
        "Joint by joint, whether a leg of the page set freely ends there too, and by how many characters it misses.",
        "",
        "逐处列出：自由排版时是否也在此断栏，差几个字。",
        "",
    ),
    "command.help.build_proof": Message(
        "A proof: grid, columns, part names and measures, legs and line numbers drawn about the copy.",
        "",
        "出校样：标出行格、基本栏、各部分名称与尺寸、栏次和行号",
        "",
    ),
    "command.help.build_marks": Message(
        "Put the page on a press sheet with marks beyond the bleed: crop, register, fold, bars, slug, or all of them "
        "without a list.",
        "",
        "把版面放在印张上，出血之外加标记：crop 裁切线、register 套准线、fold 折页线、bars 色标、slug 版边信息；"
        "不写清单即全部",
        "",
    ),
    "command.help.build_impose": Message(
        "Two pages side by side on one sheet: 2up as the press prints an edition (4-1, 2-3; 2-1 of two pages), "
        "spreads as it is read (1, 2-3, 4). Pages that are named one by one stand together as they come.",
        "",
        "两版拼成一张：2up 按印张（4-1、2-3；两版为 2-1），spreads 按翻阅（1、2-3、4）；逐一给出的版面依次两两相拼",
        "",
    ),
    "command.help.check_impose": Message(
        "The file has two pages on each sheet, as build --impose writes them.",
        "",
        "文件每页为两版拼成的一张（build --impose 的输出）",
        "",
    ),
    "command.help.build_to": Message(
        "The form to write; without it the end of FILE says it (.svg, .html), and a PDF where it says nothing.",
        "",
        "输出格式；不写则看 FILE 的扩展名（.svg、.html），没有写明则为 PDF",
        "",
    ),
    "command.help.build_check": Message(
        "Prove the PDF against the copy before it takes its place.", "", "先与原稿核对，无误才落盘", ""
    ),
    "command.help.build_profile": Message(
        "Write the PDF in a profile: {profiles}. What of a page it cannot take is told before anything is written.",
        "",
        "按输出规格写 PDF：{profiles}；版面不合规格之处在写文件之前报出",
        "",
    ),
    "command.help.build_icc": Message(
        "The ICC profile of the press (CMYK); the newsprint profile that comes along where none is given.",
        "",
        "印刷机的 ICC 特性文件（CMYK）；不给则用自带的新闻纸特性文件",
        "",
    ),
    "command.help.build_seal": Message(
        "Put a seal into the PDF: the copy, hashes and versions, so that it can be checked without its folder.",
        "",
        "在 PDF 中加封签：原稿、摘要与版本，使其可脱离文件夹单独核对",
        "",
    ),
    "command.help.build_manifest": Message(
        "Write the same beside the PDF, as a file of JSON.", "", "把同样的内容写成 PDF 旁的 JSON 清单", ""
    ),
    "command.help.build_sign": Message(
        "Sign seal and manifest with a private key of Ed25519 (PEM; openssl genpkey -algorithm ed25519).",
        "",
        "用此私钥文件给封签和清单签名",
        "",
    ),
    "command.help.check_manifest": Message(
        "Check by the manifest that the build wrote beside the file.", "", "按生成时写出的清单核对", ""
    ),
    "command.help.check_key": Message(
        "Verify the signature with this public key (PEM).", "", "用此公钥文件验证签名", ""
    ),
    "command.help.build_hold": Message(
        "Late correction: keep the lines of PREVIOUS, the PDF of the last build (- is standard input), wherever the "
        "copy lets them be, and list those that moved.",
        "",
        "付印前改稿：尽量守住上次所出 PDF 文件 PREVIOUS（- 为标准输入）的各行，并列出有变动的行",
        "",
    ),
    "command.help.build_move_legs": Message(
        "With --hold: let text move to another leg where it must.", "", "与 --hold 同用：必要时准许文字移到另一栏", ""
    ),
    "command.help.check": Message(
        "Read the PDF FILE (- is standard input) with two readers that share no code and compare it, character by "
        "character and in order, with the copy.",
        "",
        "用两个互不相干的阅读库读回 PDF 文件 FILE（- 为标准输入），逐字逐序与原稿核对。",
        "",
    ),
    "command.help.check_against": Message(
        "A page folder with the copy, in order, or an edition's folder: the same as DIR. Or copy as a text file (- is "
        "standard input), for a page of any program: a line is a paragraph, a blank line stands between stories.",
        "",
        "原稿所在版面文件夹（多版依次给出），或一期报纸的文件夹，与 DIR 相同；或纯文本稿件（- 为标准输入；一行一段，"
        "稿件之间空一行），"
        "可核对任何程序制作的版面",
        "",
    ),
    "command.help.check_ordered": Message(
        "With copy in a text file: its paragraphs have to stand in its order.",
        "",
        "与文本稿件同用：各段须按稿件次序排列",
        "",
    ),
    "command.help.check_whole": Message(
        "With copy in a text file: text on the page that the copy lacks (folio, labels) is a fault.",
        "",
        "与文本稿件同用：版面上稿件所无的文字（报眉、标注）也算差错",
        "",
    ),
    "command.help.check_accept": Message(
        "With copy in a text file: let other forms of characters of this kind pass; they are told all the same. One of "
        "{forms}.",
        "",
        "与文本稿件同用：此类字符形式只提示，不算差错；可写 {forms}",
        "",
    ),
    "command.help.check_dump": Message(
        "Also compare with a raw text dump of the page.", "", "同时与版面的原始文本核对", ""
    ),
    "command.help.check_html": Message(
        "Write the report as one HTML file too: the page with every finding marked on it, and the copy beside it.",
        "",
        "同时把报告写成一个 HTML 文件：版面上标出每处发现，旁边是原稿",
        "",
    ),
    "command.help.check_limits": Message(
        "Let a file that you trust be so many times larger (pages, bytes, glyphs) than one from outside may be.",
        "",
        "对可信的文件，把各项上限（页数、字节、字形数）放宽到几倍",
        "",
    ),
    "command.help.preflight": Message(
        "Hold each PDF, whoever made it, against a profile of press or archive: header, identification, output intent, "
        "boxes, fonts, colour and ink, transparency, tags, order. Exit with 1 if something is an error, with 7 if a "
        "file cannot be read; - is standard input.",
        "",
        "按印刷或存档的输出规格检查各 PDF（不论由谁制作）：文件头、标识、输出意图、页面框、字体、"
        "颜色与墨量、透明、标签、次序。"
        "有错误以 1 退出，有文件无法读取以 7 退出；- 表示标准输入。",
        "",
    ),
    "command.help.preflight_profile": Message(
        "The profile: {profiles}.",
        "",
        "输出规格：{profiles}。",
        "",
    ),
    "command.help.preflight_icc": Message(
        "The output profile that the file has to carry, the plant's own.",
        "",
        "文件应嵌入的输出特性文件（印厂自己的）",
        "",
    ),
    "command.help.preflight_rules": Message(
        "List the rules with their sources; with --profile those that it asks.",
        "",
        "列出规则及其依据；与 --profile 合用时只列该规格的规则",
        "",
    ),
    "command.help.render": Message(
        "Draw one page of the PDF FILE (- is standard input) as a PNG.",
        "",
        "把 PDF 文件 FILE（- 为标准输入）的一页画成 PNG。",
        "",
    ),
    "command.help.render_output": Message(
        "The PNG to write; - is standard output.", "", "输出的 PNG；- 为标准输出", ""
    ),
    "command.help.render_dpi": Message("Dots per inch; 150 if not given.", "", "每英寸点数，默认 150", ""),
    "command.help.render_page": Message("Which page, counted from 1.", "", "第几页，从 1 起", ""),
    "command.list.fit": Message("Tell how the copy fits.", "", "报告各稿拼得下否。", ""),
    "command.help.fit": Message(
        "Fit the copy of the page folder DIR and tell, story by story, how many lines and characters it has, takes, "
        "and is over or under, what was done so that it fits, and what is left to cut. The exit code is 5 where "
        "something does not fit.",
        "",
        "试排版面文件夹 DIR，逐稿报告需要与现有的行数、字数，多出或缺少多少，为拼下做了什么，还要删多少。"
        "有稿件排不下时退出码为 5。",
        "",
    ),
    "command.help.fit_try": Message(
        "Tell how one story (its file's name or its letter) would fit over other columns and in other legs.",
        "",
        "改报某稿（文件名或代号）换占栏、换分栏数时各占多少行。",
        "",
    ),
    "command.help.diff": Message(
        "Compare two proofs, OLD and NEW: each the folder of a page or an edition, or a PDF that jxprint built (- is "
        "standard input). What changed is told part by part: copy character by character, lines, legs and parts by "
        "where they stand. Exit code 0: nothing changed; 1: something did.",
        "",
        "比较旧样 OLD 与新样 NEW：可为版面或整期的文件夹，也可为 jxprint 排出的 PDF（- 为标准输入）。逐稿逐字列出文字"
        "改动，以及移动了的行、栏和部分。没有变动退出码为 0，有变动为 1。",
        "",
    ),
    "command.help.show": Message(
        "Compose the page folder DIR and print where everything stands.",
        "",
        "排出版面文件夹 DIR，以文本列出各部分的位置。",
        "",
    ),
    "command.help.show_typography": Message(
        "Print the figures of its typography instead.", "", "改为列出排印质量的各项数字", ""
    ),
    "command.help.fmt": Message(
        "Rewrite the files of the page folder DIR to their one canonical spelling; comments stay.",
        "",
        "把版面文件夹 DIR 中的文件改成统一写法，注释保留。",
        "",
    ),
    "command.help.fmt_check": Message(
        "Change nothing; exit with 1 if something would change.", "", "不改动；有需改之处则以 1 退出", ""
    ),
    "command.help.lint": Message(
        "Proof-read the copy of each page folder DIR: marks, quotes, blanks, widths, and what is set two ways. Exit "
        "with 1 if something is found.",
        "",
        "校对各版面文件夹 DIR 的稿件：标点、引号、空格、全半角及前后不一。有问题则以 1 退出。",
        "",
    ),
    "command.help.makeup": Message(
        "Compose each page folder DIR and list what a night editor would mark on it: heads side by side, holes, pages "
        "that are cut, what runs backwards. Exit with 8 if something is an error, with 1 if something is a warning.",
        "",
        "排出各版面文件夹 DIR，列出夜班编辑会圈出的问题：碰题、背题、天窗、断版、倒走文等。"
        "有错误以 8 退出，有警告以 1 退出。",
        "",
    ),
    "command.help.lint_fix": Message(
        "Make the repairs that are safe, and tell what remains.", "", "改正无疑义之处，列出其余", ""
    ),
    "command.help.fonts": Message(
        "List the faces there are: roles, licences, embedding. With the page folder DIR, say which characters of the "
        "page each face sets.",
        "",
        "列出可用字体及其角色、许可与嵌入权限；给出版面文件夹 DIR 时，列出各字体所排的字。",
        "",
    ),
    "command.help.new": Message(
        "Write a small page into the new folder DIR; it builds at once.",
        "",
        "在新文件夹 DIR 中写入一个可直接排印的小版面。",
        "",
    ),
    "command.help.completion": Message(
        'Print the completion script of a shell. For bash, put eval "$(jxprint completion bash)" into ~/.bashrc.',
        "",
        '输出命令行补全脚本。bash 用户请在 ~/.bashrc 中写入 eval "$(jxprint completion bash)"。',
        "",
    ),
    "command.help.lang": Message("Language of messages.", "", "提示所用语言", ""),
    "command.help.json": Message("Answer in JSON on standard output.", "", "以 JSON 输出结果", ""),
    "command.help.help": Message("Show this and exit.", "", "显示此帮助并退出", ""),
    "command.help.version": Message("Show the version and exit.", "", "显示版本并退出", ""),
    # Labels and progress.
    "command.label.warning": Message("warning: ", "", "警告：", ""),
    "command.label.note": Message("note: ", "", "说明：", ""),
    "command.doing.read": Message("reading page {number} of {of}", "", "读取版面 {number}/{of}", ""),
    "command.doing.compose": Message("composing page {number} of {of}", "", "排版 {number}/{of}", ""),
    "command.doing.write": Message("writing", "", "写出", ""),
    "command.doing.diff": Message("comparing", "", "比较", ""),
    "command.doing.preflight": Message(
        "looking at file {number} of {of} …",
        "",
        "正在检查第 {number} 个文件，共 {of} 个……",
        "",
    ),
    "command.doing.check": Message("checking", "", "核对", ""),
    "command.doing.render": Message("drawing", "", "绘制", ""),
    "command.new_written": Message(
        "A page stands in {folder}; build it: jxprint build {typed} -o {file}",
        "",
        "版面已写入 {folder}；排印：jxprint build {typed} -o {file}",
        "",
    ),
    # The table of faces.
    "command.fonts.face": Message("face", "", "字体", ""),
    "command.fonts.role": Message("role", "", "角色", ""),
    "command.fonts.weight": Message("weight", "", "字重", ""),
    "command.fonts.family": Message("family", "", "字体族", ""),
    "command.fonts.licence": Message("licence", "", "许可", ""),
    "command.fonts.embedding": Message("embedding", "", "嵌入权限", ""),
    "command.fonts.characters": Message("characters", "", "收字", ""),
    "command.fonts.installable": Message("installable", "", "可安装", ""),
    "command.fonts.editable": Message("editable", "", "可编辑", ""),
    "command.fonts.preview_print": Message("preview and print", "", "预览与打印", ""),
    "command.fonts.sets": Message(
        "{face} sets {count} different characters:", "", "{face} 排 {count} 个不同的字：", ""
    ),
    # Refusals.
    "command.no_such_option": Message(
        "there is no option {option}", "see {command}", "没有选项 {option}", "请看 {command}"
    ),
    "command.no_such_command": Message(
        "there is no command “{name}”", "the commands are {commands}", "没有命令“{name}”", "可用命令：{commands}"
    ),
    "command.no_such_command_near": Message(
        "there is no command “{name}”", "did you mean {nearest}?", "没有命令“{name}”", "是否想用 {nearest}？"
    ),
    "command.missing": Message("{name} is missing", "see {command}", "缺少 {name}", "请看 {command}"),
    "command.bad_value": Message("{name}: {reason}", "see {command}", "{name} 的值不对：{reason}", "请看 {command}"),
    "command.usage": Message("{reason}", "see {command}", "命令用法不对：{reason}", "请看 {command}"),
    "command.pdf_to_terminal": Message(
        "a PDF is not written to a terminal",
        "send it to a file or into another program",
        "PDF 不能直接输出到终端",
        "请写入文件，或用管道交给其他程序",
    ),
    "command.move_legs_alone": Message(
        "--move-legs says what a late correction may do, and no last build is named",
        "name its PDF with --hold, or leave --move-legs out",
        "--move-legs 只用于付印前改稿，而未给出上次的 PDF",
        "请用 --hold 指定上次的 PDF，或去掉 --move-legs",
    ),
    "command.diff_two_inputs": Message(
        "standard input cannot be both proofs",
        "name a file or a folder for one of them",
        "两份校样不能都来自标准输入",
        "请为其中一份写出文件或文件夹",
    ),
    "command.two_on_stdout": Message(
        "the PDF and the JSON cannot both go to standard output",
        "name a file with -o, or leave out --json",
        "PDF 与 JSON 不能同时写到标准输出",
        "请用 -o 指定文件，或去掉 --json",
    ),
    "command.no_stream": Message(
        "{name}: “-” is standard input or output, and here a name is wanted",
        "name it; a file or folder that is called “-” by its whole path",
        "{name}：“-”指标准输入或标准输出，此处须写名称",
        "请写出文件或文件夹名；确实名为“-”的，请写完整路径",
    ),
    "command.fonts_differ": Message(
        "pages of one PDF share their fonts, and these name different ones under [fonts]",
        "give them the same [fonts], or build them one by one",
        "同一 PDF 的各版须用相同字体，而这些版面的 [fonts] 不一致",
        "请统一各版的 [fonts]，或分别排印",
    ),
    "command.not_canonical": Message(
        "not in its canonical spelling",
        "run jxprint fmt without --check",
        "写法未统一",
        "请运行不带 --check 的 jxprint fmt",
    ),
    "command.defect": Message(
        "this is a defect in jxprint {version}, not in your page: {defect}",
        "run it again with --debug and send what it prints to jxprint's makers",
        "这是 jxprint {version} 自身的缺陷，与您的版面无关：{defect}",
        "请加 --debug 再运行一次，把输出发给 jxprint 的作者",
    ),
}
