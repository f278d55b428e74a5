"""Sentences about editions (edition.toml) and jumps; they belong to the rooms `page` and `composition`."""

from __future__ import annotations

from jxprint.messages import Message

EDITION_MESSAGES: dict[str, Message] = {
    # edition.toml.
    "page.edition_among_pages": Message(
        "this folder is an edition; it is built and checked alone",
        "name it alone, and the other folders in a command of their own",
        "此文件夹是一期报纸，只能单独排印或核对",
        "请只写这一个文件夹，其他文件夹另用一条命令",
    ),
    "page.is_edition": Message(
        "this folder is an edition, and a page is wanted here",
        "build, check, fit, diff, show, fmt, lint, makeup, fonts, archive, export and golden check take an edition; "
        "elsewhere name a page that stands alone",
        "此文件夹是一期报纸，而此处需要一个版面",
        "build、check、fit、diff、show、fmt、lint、makeup、fonts、archive、export、golden check 可用整期；"
        "其他命令请写单独成版的文件夹",
    ),
    "page.of_edition": Message(
        "this page takes what it does not say itself from its edition, and is named without it",
        "name the edition: {folder}",
        "此版没有写明的内容取自它所在的一期，而现在只写了此版",
        "请写这一期的文件夹：{folder}",
    ),
    "page.no_edition_pages": Message(
        "the edition has no pages",
        'add a [[page]] with folder = "…" for each page',
        "本期没有任何版面",
        '请为每版加上 [[page]]，写明 folder = "…"',
    ),
    "page.too_many_pages": Message(
        "the edition has more than {most} pages", "split it", "本期超过 {most} 版", "请分成几期"
    ),
    "page.bad_date": Message(
        "“{value}” is no date",
        "write date = 2026-11-25, without a time of day",
        "“{value}”不是日期",
        "请写成 date = 2026-11-25，不带时刻",
    ),
    "page.bad_page_number": Message(
        "“{value}” is no page number",
        'write 3, or "4-5" for a double truck',
        "“{value}”不是版次",
        '请写 3，跨版写成 "4-5"',
    ),
    "page.quoted_page_number": Message(
        "“{value}” is text, and a page's number is a number",
        "take the quotation marks away: number = {number}",
        "“{value}”加了引号，成了文字，而版次须是数字",
        "请去掉引号：number = {number}",
    ),
    "page.lettered_page_number": Message(
        "“{value}” has the letter of a section, and the pages of an edition are numbered through",
        "write the page's place in the edition, number = {wanted}; the letter goes into its folio, as in "
        'outer = "A{{page}}版", or give the section an edition of its own',
        "“{value}”带有叠名字母，而一期的版次须从头连续编号",
        '请写它在整期中的次序 number = {wanted}；字母写在报眉里，如 outer = "A{{page}}版"；或把这一叠另立一期',
    ),
    "page.other_columns": Message(
        "the dummy is drawn over {found} columns, and the page has {columns}",
        'draw one letter a column; a double truck has twice the columns, and number = "4-5" in edition.toml',
        "版样按 {found} 栏画，而本版有 {columns} 栏",
        '请按一栏一字来画；跨版有两倍的栏，须在 edition.toml 写 number = "4-5"',
    ),
    "page.truck_first": Message(
        "the edition begins with a double truck ({first}-{second}), and a sheet's first page stands alone",
        "put page {before} before it",
        "本期以通版（{first}-{second}）开头，而头一版须是单版",
        "请在前面加上第 {before} 版",
    ),
    "page.truck_apart": Message(
        "pages {first} and {second} do not face each other; a double truck stands on an even page and the odd one "
        "after it",
        "put it on pages {even}-{odd}, or make it two pages",
        "第 {first} 版与第 {second} 版不相对；通版须占一个双数版和其后的单数版",
        "请改为第 {even}-{odd} 版，或拆成两版",
    ),
    "page.number_twice": Message(
        "page {number} is there twice",
        "number the pages in order",
        "第 {number} 版重复",
        "请按顺序编排版次",
    ),
    "page.number_gap": Message(
        "page {wanted} is missing: this is page {number}, and the one before is {before}",
        "number the pages without a gap, or add the page that is missing",
        "缺第 {wanted} 版：此处是第 {number} 版，前一版是第 {before} 版",
        "请连续编排版次，或补上缺的版",
    ),
    "page.number_back": Message(
        "page {number} comes after page {before}",
        "put the pages in order",
        "第 {number} 版排在第 {before} 版之后",
        "请按版次先后排列",
    ),
    "page.folder_twice": Message(
        "the folder “{name}” is already page {number}",
        "name another folder, or take the page out",
        "文件夹“{name}”已用作第 {number} 版",
        "请换一个文件夹，或删去此版",
    ),
    "page.no_page_folder": Message(
        "there is no page “{name}” in the edition's folder",
        "check its name; jxprint new makes a page",
        "本期文件夹里没有版面“{name}”",
        "请检查名称；新建版面用 jxprint new",
    ),
    "page.section_in_pieces": Message(
        "the section “{name}” comes again after “{other}”",
        "put its pages together, or give the section another name",
        "版名“{name}”在“{other}”之后又出现",
        "请把同一版名的版排在一起，或另取版名",
    ),
    "page.unknown_field": Message(
        "there is no field “{name}”", "fields: {known}", "没有“{name}”这一项", "可用：{known}"
    ),
    "page.unknown_field_near": Message(
        "there is no field “{name}”", "did you mean “{near}”?", "没有“{name}”这一项", "是否想写“{near}”？"
    ),
    "page.empty_field": Message(
        "{{{name}}} is wanted here, and nothing says what that is",
        "write {name} = … in edition.toml, or take the field out",
        "此处用到 {{{name}}}，但没有写明内容",
        "请在 edition.toml 写上 {name} = …，或去掉这一项",
    ),
    "page.field_alone": Message(
        "{{{name}}} is a field of an edition, and this page is in none",
        "write the words themselves, or give the page an edition.toml",
        "{{{name}}} 要由 edition.toml 填写，而此版不在一期之中",
        "请直接写出文字，或为此版建立 edition.toml",
    ),
    "page.folio_sides": Message(
        "“{key}” is about pages that face each other",
        "write facing = true, or use left and right",
        "“{key}”只用于对页",
        "请写上 facing = true，或改用 left、right",
    ),
    "page.folio_both": Message(
        "“{key}” and “{other}” stand at the same place on some pages",
        "keep one of them",
        "“{key}”与“{other}”在有的版上会占同一位置",
        "请只留一个",
    ),
    # Jumps.
    "page.bad_jump": Message(
        "“{value}” does not say where a story goes on",
        'write "4:K" for part K of page 4, "K" on the same page; a double truck is "4", "5" or "4-5"',
        "“{value}”没有说明转到哪里",
        '请写成 "4:K"（第 4 版的 K），同版写 "K"；跨版写 "4"、"5"、"4-5" 均可',
    ),
    "page.bad_jump_from": Message(
        "“{value}” does not say where a story comes from",
        'write "4:K" for part K of page 4, "K" on the same page; a double truck is "4", "5" or "4-5"',
        "“{value}”没有说明从哪里转来",
        '请写成 "4:K"（第 4 版的 K），同版写 "K"；跨版写 "4"、"5"、"4-5" 均可',
    ),
    "page.bad_jump_words": Message(
        "the words of a jump must have {{page}} where the page's number goes",
        "write it like “{like}”",
        "转版用语须有 {{page}}，表示版次的位置",
        "请写成“{like}”这样",
    ),
    "page.jump_with_copy": Message(
        "the part goes on from elsewhere and has copy of its own",
        "take “copy” out: its text is what is left of the other part",
        "本部分接自别处，又写了自己的稿件",
        "请删去 copy：它的文字是前一部分余下的",
    ),
    "page.jump_not_level": Message(
        "a story with “{key}” runs horizontally under its head",
        "take “{key}” or the vertical setting out",
        "用“{key}”的稿件须横排，标题在上",
        "请删去“{key}”，或改为横排",
    ),
    "page.jump_alone": Message(
        "the story goes on at page {page}, and this page is built alone",
        "build the edition that it belongs to",
        "稿件转接第 {page} 版，而此版正单独排印",
        "请排印它所在的一期",
    ),
    "page.jump_no_page": Message(
        "there is no page {page} in the edition", "check the number", "本期没有第 {page} 版", "请检查版次"
    ),
    "page.contents_no_page": Message(
        "no number of a page at the end of this item (“…{text}”), and the list is a table of contents",
        "end it with the page, as in “（2版）”, or take “contents = true” out",
        "目录的这一条末尾没有版次（“…{text}”）",
        "请在末尾写明版次，如（2版），或删去 contents = true",
    ),
    "page.contents_lead_nowhere": Message(
        "this item leads to page {number}, and the edition has none",
        "check the number",
        "这一条指向第 {number} 版，本期没有这一版",
        "请检查版次",
    ),
    "page.jump_no_part": Message(
        "page {page} has no part “{letter}”", "check the letter", "第 {page} 版没有“{letter}”这一部分", "请检查代号"
    ),
    "page.jump_no_part_here": Message(
        "this page has no part “{letter}”", "check the letter", "本版没有“{letter}”这一部分", "请检查代号"
    ),
    "page.jump_to_itself": Message(
        "the story goes on in itself", "name another part", "稿件转到了自己", "请写另一部分"
    ),
    "page.jump_circle": Message(
        "the story comes back to where it began",
        "let one of its parts end it",
        "稿件转了一圈又回到起点",
        "请断开其中一处",
    ),
    "page.jump_crossing": Message(
        "stories go from page {page} to page {other} and back from there: neither page can be made up first",
        "let both jump the same way",
        "第 {page} 版与第 {other} 版互相转接，无法确定先排哪一版",
        "请让稿件都朝一个方向转版",
    ),
    "page.jump_slot_taken": Message(
        "“{letter}” already takes the rest of another story ({other})",
        "let the story go on in a part of its own",
        "“{letter}”已接排另一稿（{other}）",
        "请给本稿另画接排位置",
    ),
    "page.jump_other_source": Message(
        "“{letter}” there says that it comes from {other}, not from here",
        'write jump_from = "{here}" there, or name another part here',
        "那里的“{letter}”写明接自 {other}，而不是这里",
        '请在那里写 jump_from = "{here}"，或在此处改写别的部分',
    ),
    "page.jump_not_a_rest": Message(
        "“{letter}” there has copy of its own or is no story: nothing can go on in it",
        'write a [[part]] of kind "story" there with jump_from = "{here}" and no copy',
        "那里的“{letter}”有自己的稿件或不是稿件，无法接排",
        '请在那里写 kind = "story"、jump_from = "{here}" 且没有 copy 的 [[part]]',
    ),
    "page.jump_from_nothing": Message(
        "no story goes on here: {other} does not say so",
        'write jump_to = "{here}" there, or take this part out',
        "没有稿件转到这里：{other} 没有写",
        '请在那里写 jump_to = "{here}"，或删去这一部分',
    ),
}

JUMP_MESSAGES: dict[str, Message] = {
    "composition.field.jump": Message("jump line", "", "转版行", ""),
    "composition.moved.jump": Message("{part}: jump line: {text}", "", "{part}：转版行：{text}", ""),
    "composition.jump_needless": Message(
        "{part}: all {takes} lines stand in the {room} of its part: nothing is left to jump",
        "take jump_to and the other part out, or give this one {most} lines or fewer",
        "{part}：全部 {takes} 行在本处 {room} 行内已排完，没有可转的文字",
        "请删去 jump_to 和接排部分，或把本处减到 {most} 行以内",
    ),
    "composition.jump_too_short": Message(
        "{part}: the story has {takes} lines; parted it needs {least} on either side",
        "do not let it jump",
        "{part}：全稿只有 {takes} 行；转版时两边各须有 {least} 行",
        "请不要转版",
    ),
    "composition.jump_too_shallow": Message(
        "{part}: {rows} rows are too few for its head, {least} lines and the jump line; it takes {needed}",
        "give the part {needed} rows or more",
        "{part}：{rows} 行排不下标题、{least} 行正文和转版行，至少要 {needed} 行",
        "请给本部分 {needed} 行以上",
    ),
    "composition.jump_shaped": Message(
        "{part}: a story that goes on elsewhere stands in legs of one measure, with nothing within it",
        "let its legs be alike, and put the picture or quote beside it",
        "{part}：转版稿件的前一部分须各栏等宽，其中不能嵌图或引语",
        "请让各栏等宽，把图或引语移到旁边",
    ),
    "composition.jump_shape_too_small": Message(
        "{part}: in the {room} lines of its columns the story cannot be parted so that it stands in all of them",
        "give the part more rows, make what it is drawn round shallower, or draw fewer corners",
        "{part}：各栏共 {room} 行，转版后排不满版样所画各栏",
        "请加大行数，或减浅它所绕的稿件、图片，或把它的形状画得简单些",
    ),
    "composition.jump_unpinned": Message(
        "{part}: a story that goes on on its own page needs its rows pinned",
        "write rows = …",
        "{part}：稿件转到同版别处时，须写定行数",
        "请写上 rows = …",
    ),
}
