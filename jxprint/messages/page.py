"""Sentences about page.toml: keys, lengths, dummy, parts; with those about styles and about files that a page names."""

from __future__ import annotations

from jxprint.messages import Message
from jxprint.messages.artwork import ARTWORK_MESSAGES
from jxprint.messages.editions import EDITION_MESSAGES
from jxprint.messages.furniture import PAGE_FURNITURE
from jxprint.messages.named_files import FILE_MESSAGES
from jxprint.messages.picture_parts import PICTURE_MESSAGES
from jxprint.messages.style import STYLE_MESSAGES

MESSAGES: dict[str, Message] = {
    **STYLE_MESSAGES,
    **ARTWORK_MESSAGES,
    # The files.
    "page.no_folder": Message(
        "there is no such folder",
        "check its name; jxprint new makes a page",
        "没有这个文件夹",
        "请检查名称；新建版面用 jxprint new",
    ),
    "page.not_a_folder": Message(
        "a page is a folder with a {file}, and this is a file",
        "name the folder",
        "版面是含有 {file} 的文件夹，而这是文件",
        "请写文件夹名",
    ),
    "page.no_page_file": Message(
        "there is no {file} in the folder",
        "jxprint new makes a page to start from",
        "文件夹里没有 {file}",
        "可用 jxprint new 新建版面",
    ),
    "page.file_taken": Message(
        "a file of this name is there; nothing was written",
        "name a new folder",
        "已有同名文件，未写入任何内容",
        "请另取一个文件夹名",
    ),
    "page.folder_taken": Message(
        "the folder is there and is not empty; nothing was written",
        "name a new folder",
        "文件夹已存在且不为空，未写入任何内容",
        "请另取一个文件夹名",
    ),
    "page.not_toml": Message(
        "this is not TOML: {reason}",
        'look for a missing quote, and for ＝ ， “ ” where = , " are wanted',
        "不合 TOML 语法：{reason}",
        '请检查是否缺引号，或把 = , " 写成了全角的 ＝ ， “ ”',
    ),
    "page.full_width": Message(
        "“{found}” is full width, and here the file has half-width characters alone",
        "write {put}",
        "“{found}”是全角，此处只能用半角",
        "请写 {put}",
    ),
    "page.backslash": Message(
        "“{name}” has a backslash between names, and that is a path on Windows alone",
        "write {put}",
        "“{name}”用反斜杠分隔文件夹，只有 Windows 认得",
        "请写 {put}",
    ),
    "page.no_such_date": Message(
        "the calendar has no such day or hour",
        "look at the month and its days; a day is written as 2026-11-30",
        "没有这个日期或时刻",
        "请核对月份和日数；日期写成 2026-11-30 这样",
    ),
    "page.newer_format": Message(
        "the file is of format {value}, and this jxprint knows formats up to {known}",
        "use a newer jxprint",
        "文件的格式版本是 {value}，本程序只认到 {known}",
        "请使用新版 jxprint",
    ),
    # Keys and values.
    "page.unknown_key": Message(
        "there is no key “{name}” here", "known here: {known}", "此处没有“{name}”这个键", "可用：{known}"
    ),
    "page.unknown_key_near": Message(
        "there is no key “{name}” here", "did you mean “{near}”?", "此处没有“{name}”这个键", "是否想写“{near}”？"
    ),
    "page.missing_key": Message("“{key}” is missing", "add it: {key} = …", "缺少“{key}”", "请补上：{key} = …"),
    "page.missing_key_in": Message(
        "“{key}” is missing under [{table}], and the house style has none",
        "add it there: {key} = …",
        "[{table}] 下缺少“{key}”，版式规范里也没有",
        "请在该处补上：{key} = …",
    ),
    "page.wrong_type": Message(
        "“{key}” is {found}, which is of the wrong kind",
        "write it like {wanted}",
        "“{key}”的值 {found} 类型不对",
        "应写成 {wanted} 这样",
    ),
    "page.empty_value": Message("“{key}” is empty", "write something there", "“{key}”是空的", "请填写内容"),
    "page.out_of_bounds": Message(
        "“{key}” is {value}; it goes from {least} to {most}",
        "check the number",
        "“{key}”的值 {value} 超出范围（{least} 至 {most}）",
        "请检查数值",
    ),
    "page.unknown_value": Message(
        "there is no “{name}” for this key", "known here: {known}", "此键没有“{name}”这个取值", "可用：{known}"
    ),
    "page.unknown_value_near": Message(
        "there is no “{name}” for this key", "did you mean “{near}”?", "此键没有“{name}”这个取值", "是否想写“{near}”？"
    ),
    "page.bad_language": Message(
        "“{value}” is no language tag", 'write one like "zh-CN"', "“{value}”不是语言标记", '请写成 "zh-CN" 这样'
    ),
    "page.bad_aspect": Message(
        "“{value}” is no shape of a picture",
        'write 1.5 or "3:2" (width to height)',
        "“{value}”不是图片比例",
        '请写 1.5 或 "3:2"（宽比高）',
    ),
    # Lengths.
    "page.length_without_unit": Message(
        "“{key}” is a length, and {value} has no unit",
        'say "{value}mm" or "{value}pt"',
        "“{key}”是长度，而 {value} 没有单位",
        '请写成 "{value}mm" 或 "{value}pt"',
    ),
    "page.bad_length": Message(
        "“{value}” is no length that means something here",
        'write it like "4.5mm", "10.5pt", "小五"; 字 and 行 go where there is a body type and a grid',
        "“{value}”在此处不是有效的长度",
        '请写成 "4.5mm"、"10.5pt"、"小五" 等；字、行只能用在已有正文字号和行格之处',
    ),
    "page.length_out_of_bounds": Message(
        "the length “{value}” of “{key}” cannot be: it is negative, nothing, or larger than any sheet",
        "check the number and its unit",
        "“{key}”的长度“{value}”不合理：为负、为零或比任何纸张都大",
        "请检查数值和单位",
    ),
    "page.pitch_too_small": Message(
        "the pitch of {pitch} pt is less than the type's size, {size} pt: lines would stand on one another",
        "make the pitch larger; newspapers add a quarter to a half of the size",
        "行距 {pitch} 磅小于字号 {size} 磅，各行会重叠",
        "请加大行距；报纸正文的行距一般比字号多四分之一到二分之一",
    ),
    "page.other_body": Message(
        "the grid is drawn for body type of {grid} pt, and the style sets body type at {size} pt",
        'write size = "1字" under [role.body] in the style, which then goes with the page, or body = "{size}pt"',
        "版心网格按 {grid} 磅正文划分，而规范的正文字号是 {size} 磅",
        '请在规范的 [role.body] 写 size = "1字"，字号即随各版；或写 body = "{size}pt"',
    ),
    "page.rows_in_quotes": Message(
        "“{key}” has {value} in quotes, and no unit",
        'write {value} or "{value}行" for rows of the grid, "{value}mm" for a length',
        "“{key}”的 {value} 写在引号里，而没有单位",
        '行数请写 {value} 或 "{value}行"，长度请写 "{value}mm"',
    ),
    "page.not_rows": Message(
        "“{key}” is a number of rows of the grid, and “{value}” is none",
        'write 2 or "2行"',
        "“{key}”应为行数，而“{value}”不是",
        '请写 2 或 "2行"',
    ),
    "page.margins_too_wide": Message(
        "the margins leave nothing of the sheet",
        "make them smaller than the sheet",
        "页边空占满了整张纸",
        "请减小页边空",
    ),
    "page.grid_too_wide": Message(
        "the columns take {wanted}, and between the margins there is {room}",
        "fewer columns, a shorter measure, or smaller margins",
        "各栏共需 {wanted}，而左右边空之间只有 {room}",
        "请减少栏数、缩短栏宽或减小边空",
    ),
    # The dummy.
    "page.empty_dummy": Message(
        "the dummy is empty", "draw it: one letter a part", "版样是空的", "请画版样：每部分一个字母"
    ),
    "page.dummy_too_large": Message(
        "the dummy is larger than {columns} columns by {rows} rows",
        "draw it coarser",
        "版样超过 {columns} 栏、{rows} 行",
        "请画得简略些",
    ),
    "page.not_a_letter": Message(
        "“{letter}” is not one letter",
        "a part is drawn with one letter or digit; leave blanks between them",
        "“{letter}”不是一个字母",
        "每部分用一个字母或数字，其间留空格",
    ),
    "page.uneven_row": Message(
        "this row of the dummy has {found} letters, and the page {columns} columns",
        "draw one letter a column",
        "版样的这一行有 {found} 个字母，而版面是 {columns} 栏",
        "请每栏画一个字母",
    ),
    "page.pinned_under_least": Message(
        "the part is pinned to {rows} rows, and “min_rows” wants {least} of them at the least",
        "take one of the two out, or give it more rows",
        "此部分用 rows 固定为 {rows} 行，而 min_rows 要求至少 {least} 行",
        "请去掉其一，或加大行数",
    ),
    "page.not_a_rectangle": Message(
        "“{letter}” is drawn as a shape with corners, which only a story that runs across under its head can have",
        "draw it as a rectangle",
        "“{letter}”画成了拐角形，只有横排、标题在正文之上的稿件可以如此",
        "请画成矩形",
    ),
    "page.legs_in_shape": Message(
        "{legs} legs are asked for, and a story drawn with corners has a leg a column, {columns} here",
        "leave “legs” out, or draw the story as a rectangle",
        "指定了 {legs} 栏；画成拐角形的稿件每基本栏一栏，此处为 {columns} 栏",
        "请删去 legs，或把稿件画成矩形",
    ),
    "page.in_pieces": Message(
        "“{letter}” is drawn in pieces that do not touch",
        "draw it in one piece, or give the pieces letters of their own",
        "“{letter}”画成了互不相连的几块",
        "请连成一块，或各用一个字母",
    ),
    "page.drawn_and_within": Message(
        "“{letter}” stands in the story “{story}” and is drawn in the dummy as well",
        "take it out of the drawing, or take “within” out",
        "“{letter}”既写明在“{story}”稿内，又画进了版样",
        "请从版样中去掉，或删去 within",
    ),
    "page.within_what": Message(
        "no story has the letter “{letter}”",
        "name the letter of the story whose text is to run round this part",
        "没有代号为“{letter}”的稿件",
        "请写要环绕它的稿件的代号",
    ),
    "page.within_that": Message(
        "text of “{letter}” cannot run round a part: its text or head is vertical, its head stands beside or inside "
        "it, or it goes on elsewhere",
        "draw the part in the dummy beside the story",
        "“{letter}”的文字不能绕排：其正文或标题是直排，标题不在正文之上，或下转他处",
        "请把该部分画进版样，放在稿件旁",
    ),
    "page.within_corners": Message(
        "“{letter}” is drawn with corners, and nothing stands within the legs of such a story",
        "take out “within” and the keys that go with it (“width”, “side”, “down”), and write “{part}” into the dummy, "
        "in columns of “{letter}” that it is to cover: their legs run down to it and on under it",
        "“{letter}”画成了拐角形，这样的稿件各栏之内不放其他部分",
        "请删去 within 和 width、side、down，把“{part}”画进版样，占“{letter}”的某几栏：文字排到它上面，再接到下面",
    ),
    "page.top_within": Message(
        "“top” counts rows of the page, and this part stands within a story",
        "take it out, or say with “down” how many rows of text stand over the part",
        "top 以版面的行计，而该部分在稿件之内",
        "请删去 top，或用 down 指定其上留几行文字",
    ),
    "page.not_described": Message(
        "“{letter}” is drawn in the dummy, and no part has this letter",
        'add a [[part]] with letter = "{letter}", or draw another part there',
        "版样里画了“{letter}”，却没有这一部分",
        '请加上 letter = "{letter}" 的 [[part]]，或改画别的部分',
    ),
    "page.not_drawn": Message(
        "the part “{letter}” is not drawn in the dummy",
        "draw it, or take the part out",
        "版样里没有画“{letter}”这一部分",
        "请画上，或删去这一部分",
    ),
    # Parts.
    "page.no_parts": Message(
        "the page has no parts",
        "add a [[part]] for each letter of the dummy",
        "版面没有任何部分",
        "请为版样的每个字母加上 [[part]]",
    ),
    "page.too_many_parts": Message(
        "the page has more than {most} parts", "split it", "版面超过 {most} 个部分", "请拆成几版"
    ),
    "page.letter_twice": Message(
        "the letter “{letter}” is taken by the part in line {first}",
        "give one of them another letter",
        "字母“{letter}”已用于第 {first} 行的部分",
        "请换一个字母",
    ),
    "page.unknown_kind": Message(
        "there is no kind of part “{name}”", "known: {known}", "没有“{name}”这种部分", "可用：{known}"
    ),
    "page.unknown_kind_near": Message(
        "there is no kind of part “{name}”", "did you mean “{near}”?", "没有“{name}”这种部分", "是否想写“{near}”？"
    ),
    "page.goes_with": Message(
        "“{key}” says something only together with {other}",
        "write {other} as well, or take “{key}” out",
        "“{key}”须与 {other} 同用才有意义",
        "请加上 {other}，或删去“{key}”",
    ),
    "page.no_drop_cap": Message(
        "“drop_cap” does not go together with {other}",
        "take one of the two out",
        "“drop_cap”（首字下沉）不能与 {other} 同用",
        "请删去其中一项",
    ),
    "page.drop_cap_and_dateline": Message(
        "{story} begins with a dateline, and its first character cannot be a drop cap",
        "take “drop_cap” out, or the dateline",
        "{story} 以电头开头，首字不能下沉",
        "请删去“drop_cap”，或删去电头",
    ),
    "page.no_side_head": Message(
        "“{key}” is about a head beside horizontal text, and this story's text is vertical: its head stands at the "
        "right, or above",
        "take “{key}” out",
        "“{key}”只用于横排文的边题；本稿全文直排，标题在右侧或上方",
        "请删去“{key}”",
    ),
    "page.head_needs_columns": Message(
        "a horizontal head beside its text needs columns of its own",
        "say how many, as in head_columns = 1",
        "横排标题放在正文旁边，需要自己的栏",
        "请写明占几栏，例如 head_columns = 1",
    ),
    "page.head_between_legs": Message(
        "a head over {columns} of {span} columns would end within one of the text's {legs} legs",
        "give head_columns or legs such that the head stands over whole legs",
        "标题占 {span} 栏中的 {columns} 栏，而正文分 {legs} 栏，标题的边落在一栏中间",
        "请调整 head_columns 或 legs，让标题盖住整栏",
    ),
    "page.head_takes_all": Message(
        "the head takes {columns} columns, and the part stands on {span}: nothing is left for the text",
        "leave the text a column at least, or draw the part wider",
        "边题占 {columns} 栏，而本部分只有 {span} 栏，正文没有栏位",
        "请至少给正文留一栏，或在版样中画宽些",
    ),
    "page.too_narrow": Message(
        "a base column of {measure} em is too narrow to set; {least} em is the least",
        "draw fewer base columns, or take smaller type",
        "基本栏宽 {measure} 字，太窄无法排文，至少要 {least} 字",
        "请减少基本栏，或缩小正文字号",
    ),
    "page.too_many_legs": Message(
        "{legs} legs leave lines of less than {least} em; there is room for {most} at the most",
        "write a smaller number, or draw the part over more columns",
        "分为 {legs} 栏后每行不足 {least} 字，最多可分 {most} 栏",
        "请减少栏数，或让这一部分跨更多基本栏",
    ),
    "page.unknown_makeup_rule": Message(
        "there is no rule of make-up “{name}”", "known: {known}", "没有“{name}”这条版面规则", "可用：{known}"
    ),
    "page.unknown_makeup_rule_near": Message(
        "there is no rule of make-up “{name}”",
        "did you mean “{near}”?",
        "没有“{name}”这条版面规则",
        "是否想写“{near}”？",
    ),
    "page.accepted_twice": Message(
        "“{name}” is accepted twice", "take one of them out", "“{name}”列了两次", "请删去一个"
    ),
    **FILE_MESSAGES,
    **EDITION_MESSAGES,
    **PICTURE_MESSAGES,
    **PAGE_FURNITURE,
}
