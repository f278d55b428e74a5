"""Sentences of composition: what does not fit, and by how much."""

from __future__ import annotations

from jxprint.messages import Message
from jxprint.messages.editions import JUMP_MESSAGES
from jxprint.messages.furniture import COMPOSITION_FURNITURE
from jxprint.messages.holding import HOLDING_MESSAGES
from jxprint.messages.wrapping import WRAPPING_MESSAGES

_NO_FACE = "{part}, {field}, character {character}: no face has “{char}” ({code}); tried {faces}"
_NO_FACE_ZH = "{part}，{field}第 {character} 字：没有字体收录“{char}”（{code}），已查 {faces}"

_DROP_CAPS: dict[str, Message] = {
    "composition.drop_cap_mark": Message(
        "{part}: the text begins with a mark, or with a character that a mark has to follow on its line: it has no "
        "drop cap",
        "begin with other words, or take “drop_cap” out",
        "{part}：正文以标点开头，或首字后的标点不能移到行首，不能作首字下沉",
        "请换个开头，或删去“drop_cap”",
    ),
    "composition.drop_cap_marked": Message(
        "{part}: what would be the drop cap has a reading, a dot or a line, or stands raised or lowered",
        "take the markup off the first character, or “drop_cap” out",
        "{part}：下沉的首字带有注音、着重号、专名号或上下标",
        "请去掉首字的标记，或删去“drop_cap”",
    ),
    "composition.drop_cap_too_wide": Message(
        "{part}: beside a drop cap {lines} lines deep {room} em are left, and {least} em are the least",
        "take a shallower one, fewer legs, or more columns",
        "{part}：首字下沉 {lines} 行，旁边每行只剩 {room} 字，至少要 {least} 字",
        "请减少下沉行数、减少分栏，或多占几栏",
    ),
    "composition.drop_cap_too_deep": Message(
        "{part}: the drop cap is {lines} lines deep, and the first paragraph has {has}",
        "take a shallower one, or write a longer first paragraph",
        "{part}：首字下沉 {lines} 行，首段只有 {has} 行",
        "请减少下沉行数，或把首段写长些",
    ),
}

MESSAGES: dict[str, Message] = {
    **HOLDING_MESSAGES,
    **COMPOSITION_FURNITURE,
    **JUMP_MESSAGES,
    "composition.head_too_wide": Message(
        "the {field} “{text}” is {over} characters too wide for its {measure_mm} mm, at {size} pt, the smallest "
        "size the style allows",
        "shorten it, break it into two lines, or allow a smaller step for the role {role} in the style",
        "{field}“{text}”即使用版式允许的最小字号 {size} 磅，仍比行长 {measure_mm} 毫米多出 {over} 字",
        "请缩短、改为两行，或在版式文件的 {role} 中允许更小的字号",
    ),
    "composition.head_too_wide_alone": Message(
        "the {field} “{text}” is {over} characters too wide for its {measure_mm} mm, at {size} pt, the smallest "
        "size the style allows",
        "shorten it, give the part more columns, or allow a smaller step for the role {role} in the style",
        "{field}“{text}”即使用版式允许的最小字号 {size} 磅，仍比行长 {measure_mm} 毫米多出 {over} 字",
        "请缩短、多占几栏，或在版式文件的 {role} 中允许更小的字号",
    ),
    "composition.head_too_wide_broken": Message(
        "the {field} “{text}” is {over} characters too long for {lines} lines of {measure_mm} mm, at {size} pt, "
        "the smallest size the style allows",
        "take {over} off its end, or allow a smaller step or more lines (max_lines) for the role {role} in the style",
        "{field}“{text}”用版式允许的最小字号 {size} 磅断成 {lines} 行（行长 {measure_mm} 毫米），仍多出 {over} 字",
        "请从末尾删去 {over} 字，或在版式文件的 {role} 中允许更小的字号或更多行（max_lines）",
    ),
    **_DROP_CAPS,
    "composition.text_too_short_for_head": Message(
        "{part}: the text takes {lines} lines, and {least} are needed to reach two lines under a head of {rows} rows "
        "that stands inside it",
        "write more, take fewer legs or columns, or put the head over the text",
        "{part}：正文只有 {lines} 行，串文题占 {rows} 行深，题下各栏至少两行，需要 {least} 行",
        "请增加文字、减少分栏，或把标题放在正文之上",
    ),
    "composition.head_too_long": Message(
        "the {field} “{text}” is {over} characters too long for the {rows} rows that it may run down, at {size} pt, "
        "the smallest size the style allows, with one character of white at each end",
        "shorten it, break it into two lines, give the part more rows, or allow a smaller step for the role {role}",
        "{field}“{text}”直排用版式允许的最小字号 {size} 磅、两端各空一字，仍比可用的 {rows} 行多出 {over} 字",
        "请缩短、改为两行、为该部分多划几行，或在版式文件的 {role} 中允许更小的字号",
    ),
    "composition.head_too_broad": Message(
        "{part}: the vertical head is {head_mm} mm broad and has {room_mm} mm, at the smallest sizes the style allows",
        "take lines out of the head, draw the part wider, or allow smaller steps in the style",
        "{part}：直排标题用版式允许的最小字号仍宽 {head_mm} 毫米，版位只容 {room_mm} 毫米",
        "请减少标题行数、在版样中画宽些，或在版式文件中允许更小的字号",
    ),
    "composition.field.text": Message("masthead", "", "版头", ""),
    "composition.field.kicker": Message("kicker", "", "引题", ""),
    "composition.field.headline": Message("headline", "", "标题", ""),
    "composition.field.deck": Message("deck", "", "副题", ""),
    "composition.field.byline": Message("byline", "", "署名", ""),
    "composition.field.folio": Message("folio piece {number}", "", "报眉第 {number} 段", ""),
    "composition.field.resetting": Message("note on the re-setting", "", "重排说明", ""),
    "composition.notice_over": Message(
        "the note on the re-setting takes {lines} lines, {over} mm more than the {room} mm of the foot margin that are "
        "for text",
        "shorten `inferred` and `lost`, give the type style `resetting` a smaller size, or say visible = false",
        "重排说明共 {lines} 行，地脚可排 {room} 毫米，超出 {over} 毫米",
        "请缩短 inferred 和 lost，或把 resetting 的字号改小，或写 visible = false",
    ),
    "composition.field.label": Message("placeholder label", "", "占位框文字", ""),
    "composition.folio_overlap": Message(
        "“{text}” stands {over} mm over its neighbour in the folio, or over the type area",
        "shorten the pieces of the folio; an em stays free between them",
        "报眉“{text}”与相邻部分或版心边界重叠 {over} 毫米",
        "请缩短报眉各部分；其间应空一字",
    ),
    "composition.no_face": Message(
        _NO_FACE,
        "correct the character, or name a face that has it under [fonts] in the style",
        _NO_FACE_ZH,
        "请改正该字，或在版式文件的 [fonts] 中指定收录它的字体",
    ),
    "composition.no_face_for_sub": Message(
        _NO_FACE,
        "write {{sub:{plain}}} in its place, or name a face that has it under [fonts] in the style",
        _NO_FACE_ZH,
        "请改写为 {{下标:{plain}}}，或在版式文件的 [fonts] 中指定收录它的字体",
    ),
    "composition.no_face_for_sup": Message(
        _NO_FACE,
        "write {{sup:{plain}}} in its place, or name a face that has it under [fonts] in the style",
        _NO_FACE_ZH,
        "请改写为 {{上标:{plain}}}，或在版式文件的 [fonts] 中指定收录它的字体",
    ),
    "composition.set_otherwise": Message(
        "{part}, {field}, from character {character}: “{chars}” cannot be had in {asked} and is set in {faces}, of"
        " another weight or kind",
        "write it another way, or name a face that has it under [fonts] in the style, as {keys}",
        "{part}，{field}第 {character} 字起：{asked} 没有收录“{chars}”，改由 {faces} 排，字重或字体与前后不同",
        "请改用别的写法，或在版式文件的 [fonts] 中为 {keys} 指定收录它的字体",
    ),
    "composition.no_room_for_signs": Message(
        "the white between two lines is {gap} em, and the signs that mark “{text}” need {least} em",
        "mark it by face ({{strong:…}}), or give the page a larger pitch",
        "行间空白只有 {gap} 字，“{text}”的标号或注音需要 {least} 字",
        "请改用字体强调（{{加粗：…}}），或加大行距",
    ),
    "composition.label_too_long": Message(
        "the placeholder's label takes {lines} lines in this picture's frame and has room for {room}: “{text}”",
        "shorten the label in the style",
        "占位框的文字在此图框中需排 {lines} 行，只容得下 {room} 行：“{text}”",
        "请在版式文件中缩短该文字",
    ),
    "composition.caption_too_deep": Message(
        "{part}: the caption beside the picture takes {lines} rows with its credit, and the picture is {room} deep at "
        "the most",
        "shorten the caption, give it a wider measure, or give the part more rows",
        "{part}：图侧说明连同署名需 {lines} 行，而图片最多只有 {room} 行高",
        "请缩短说明、加宽说明，或为该部分多划几行",
    ),
    "composition.caption_covers": Message(
        "{part}: the caption over the picture takes {lines} of its {room} rows, half of them or more",
        "shorten the caption, or set it below the picture",
        "{part}：压图说明占去图片 {room} 行高中的 {lines} 行，已有一半或更多",
        "请缩短说明，或改排在图下",
    ),
    "composition.picture_too_small": Message(
        "{part}: a picture would be {width} by {height} mm within its keyline, less than a line of body type",
        "crop it nearer to the shape of its neighbours, set fewer in a row, or draw the part larger",
        "{part}：有一张图片连边框内只有 {width}×{height} 毫米，不足一行正文",
        "请裁得与相邻图片形状相近、减少每行张数，或在版样中画大些",
    ),
    "composition.picture_label_too_wide": Message(
        "{part}: the label “{text}” takes more than half of its picture's width",
        "shorten it to a sign such as 图①, or draw the part wider",
        "{part}：图签“{text}”超过图宽的一半",
        "请缩短为“图①”之类，或在版样中画宽些",
    ),
    "composition.story_overset": Message(
        "{part}: {lines} lines over: the copy takes {takes} lines and has room for {room}, {characters} "
        "characters too many",
        "cut {characters} characters where paragraphs end (`fit` says which), or give the part more rows",
        "{part}：溢出 {lines} 行：文稿需 {takes} 行，版位只有 {room} 行，多 {characters} 字",
        "请在段尾删去 {characters} 字（fit 会说在哪几段），或为该稿多划几行",
    ),
    "composition.shape_too_short": Message(
        "{part}: the copy takes {takes} lines, {lines} too few to stand in all the columns that it is drawn on, side "
        "by side as drawn",
        "write about {characters} characters more, make what it is drawn round shallower, or draw fewer corners",
        "{part}：文稿只有 {takes} 行，还差 {lines} 行，填不满版样所画各栏，相邻两栏不能如样并列",
        "请补约 {characters} 字，或减浅它所绕的稿件、图片，或把它的形状画得简单些",
    ),
    "composition.shape_too_short_beside": Message(
        "{part}: the copy takes {takes} lines, {lines} too few to stand in all the columns that it is drawn on, side "
        "by side as drawn",
        "write about {characters} characters more, or cut what stands beside it where paragraphs end: {gives}; or draw "
        "fewer corners",
        "{part}：文稿只有 {takes} 行，还差 {lines} 行，填不满版样所画各栏，相邻两栏不能如样并列",
        "请补约 {characters} 字，或在段尾删其旁的一篇：{gives}，或把它的形状画得简单些",
    ),
    "composition.gives_some": Message(
        "{name} by {lines} lines ({characters} characters)", "", "{name} 删 {lines} 行（{characters} 字）", ""
    ),
    "composition.shape_pinned_too_shallow": Message(
        "{part}: {rows} rows are too few for its head, a few lines in each column and what it is drawn round",
        "give the part more rows, or make what it is drawn round shallower",
        "{part}：{rows} 行排不下标题、各栏几行正文和它所绕的部分",
        "请加大行数，或减浅它所绕的稿件、图片",
    ),
    "composition.vertical_overset": Message(
        "{part}: {lines} lines over in the {room} rows that the vertical text has, {rows} too few for it, {characters} "
        "characters too many",
        "cut {characters} characters where paragraphs end (`fit` says which), or give the part more rows or columns",
        "{part}：直排稿版位深 {room} 行，还差 {rows} 行，溢出 {lines} 行文字，多 {characters} 字",
        "请在段尾删去 {characters} 字（fit 会说在哪几段），或为该稿多划几行、几栏",
    ),
    "composition.stack_too_deep": Message(
        "{parts}: this stack is {rows} rows too deep for a type area of {depth}; its stories could give {gives}",
        "cut one of them (`fit` says where), share the cut among them, or make the page's other parts smaller",
        "{parts}：这一叠比版心（{depth} 行）深 {rows} 行；各稿可让出：{gives}",
        "请删其中一篇（fit 会说在哪几段）或由几篇分担，或缩小版面上的其他部分",
    ),
    "composition.gives": Message(
        "{name} {lines} of {takes} lines ({characters} characters)",
        "",
        "{name} 在 {takes} 行中删 {lines} 行（{characters} 字）",
        "",
    ),
    "composition.stack_shared": Message(
        "{parts}: this stack is {rows} rows too deep for a type area of {depth}; no story of it can give that alone, "
        "together they could give {gives}",
        "cut all of them so (`fit` says where), or make the page's other parts smaller, or take one out",
        "{parts}：这一叠比版心（{depth} 行）深 {rows} 行；只删一篇不够，可一并删：{gives}",
        "请按此各删一些（fit 会说在哪几段），或缩小版面上的其他部分、撤下一篇",
    ),
    "composition.stack_beside": Message(
        "{parts}: this stack is {rows} rows too deep for a type area of {depth}; it fits once this is cut beside it: "
        "{gives}",
        "cut so (`fit` says where), or make the page's other parts smaller",
        "{parts}：这一叠比版心（{depth} 行）深 {rows} 行；在其旁删去下列即可排下：{gives}",
        "请照此删（fit 会说在哪几段），或缩小版面上的其他部分",
    ),
    "composition.part_over_foot": Message(
        "{parts}: this stack is {rows} rows too deep for a type area of {depth}, and cutting copy would not be enough",
        "make its pictures and heads smaller, pin fewer rows, or take a part out",
        "{parts}：这一叠比版心（{depth} 行）深 {rows} 行，只删文稿不够",
        "请缩小其中的图片或标题、减少固定的行数，或撤下一部分",
    ),
    "composition.pinned_too_shallow": Message(
        "{part} is pinned to {rows} rows and needs {needed}",
        "raise `rows` to {needed}, or take the key out and let the copy decide",
        "{part} 限定为 {rows} 行，实际需要 {needed} 行",
        "请把 rows 改为 {needed}，或删去此项由文稿决定",
    ),
    **WRAPPING_MESSAGES,
    "composition.cannot_stand": Message(
        "{part} is pinned to row {row}, and the rows {first} to {last} over it are {rows} rows too few for {parts}",
        "pin it lower, take the pin out, or make those parts shallower",
        "{part} 固定在第 {row} 行，而 {parts} 比其上方第 {first} 至 {last} 行多需 {rows} 行",
        "请把它往下移、去掉 top，或缩小这些部分",
    ),
    "composition.cannot_stand_there": Message(
        "{part} is pinned to row {row}; row {foot} is the first that is free under what is drawn over it: {parts}",
        "pin it lower, take the pin out, or move those parts in the dummy",
        "{part} 固定在第 {row} 行；版样中其上方的 {parts} 之下，第 {foot} 行起才有空",
        "请把它往下移、去掉 top，或在版样中移动这些部分",
    ),
    "composition.pinned_at": Message("{name} (pinned to row {row})", "", "{name}（固定在第 {row} 行）", ""),
    "composition.pinned_at_deep": Message(
        "{name} (pinned to row {row} and {rows} rows)", "", "{name}（固定在第 {row} 行，限定 {rows} 行）", ""
    ),
    "composition.pinned_deep": Message("{name} (pinned to {rows} rows)", "", "{name}（限定 {rows} 行）", ""),
    "composition.reading_parted": Message(
        "“{text}” with its reading “{reading}” finds no room on one line of {measure_em} em",
        "mark fewer characters at a time, a syllable each, or widen the columns",
        "“{text}”连同注音“{reading}”无法排在 {measure_em} 字的一行之内",
        "请缩短注音的底文、一字一音分开标注，或加宽分栏",
    ),
    "composition.word_too_wide": Message(
        "“{text}” is wider than the measure of {measure_em} em",
        "widen the columns or set the part over more of them",
        "“{text}”比行长 {measure_em} 字还宽",
        "请加宽分栏，或让该稿跨更多栏",
    ),
}
