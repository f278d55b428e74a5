"""Sentences about furniture: boxes, nameplates, ears, tables, lists; each room has its own table of them."""

from __future__ import annotations

from jxprint.messages import Message

PAGE_FURNITURE: dict[str, Message] = {
    "page.bad_padding": Message(
        "“{value}” is no padding: rows above and below and 字 at the sides are whole or half ones",
        'write "1行", "1.5字", or a list of both',
        "“{value}”不是有效的框内留空：上下的行数、左右的字数须为整数或半数",
        '请写 "1行"、"1.5字"，或两者的列表',
    ),
    "page.box_too_narrow": Message(
        "{legs} legs in this box leave lines of {measure} em; {least} em is the least",
        "write a smaller padding or fewer legs, or draw the part over more columns",
        "此框内分 {legs} 栏，每行只有 {measure} 字，至少要 {least} 字",
        "请减小框内留空或栏数，或让这一部分跨更多基本栏",
    ),
    "page.padding_under_rule": Message(
        "the rule “{rule}” is {depth} pt from edge to edge and has to stand {clear} pt clear of what is in the box; "
        "the padding is {white} pt",
        "write a larger padding, or take a thinner rule",
        "线“{rule}”厚 {depth} 磅，与框内文字还应相距 {clear} 磅，而框内留空只有 {white} 磅",
        "请加大框内留空，或改用较细的线",
    ),
    "page.padding_too_deep": Message(
        "the padding takes {padding} rows, and the part is pinned to {rows}",
        "write a smaller padding, or raise `rows`",
        "框内留空占 {padding} 行，而这一部分限定为 {rows} 行",
        "请减小框内留空，或增加 rows",
    ),
    "page.one_of_two": Message(
        "“{one}” and “{other}” say the same thing twice",
        "keep one of them",
        "“{one}”与“{other}”重复",
        "请只留一个",
    ),
    "page.bad_mark": Message(
        "“{value}” cannot stand before the items of a list",
        "write one to {most} characters, such as • or ① or 1.",
        "“{value}”不能用作列表的项目符号",
        "请写 1 至 {most} 个字符，如“1.”或“①”",
    ),
    "page.mark_counts": Message(
        "the mark “{value}” counts to {most}, and the list has {items} items",
        "take another mark, such as 1.",
        "项目符号“{value}”只能数到 {most}，而列表有 {items} 项",
        "请改用别的符号，如“1.”",
    ),
    "page.align_uneven": Message(
        "“align” has {found} words, and the table {columns} columns",
        "write one word a column, or take the key out",
        "align 有 {found} 项，而表格有 {columns} 列",
        "请每列写一项，或删去此键",
    ),
}

COPY_FURNITURE: dict[str, Message] = {
    "copy.empty_cell": Message(
        "cell {column} of this row is empty",
        "write — or … where there is nothing to say",
        "这一行的第 {column} 格是空的",
        "无内容处请写 — 或 …",
    ),
    "copy.uneven_table": Message(
        "this row has {found} cells, and the first row {wanted}",
        "part cells by one tab each; in a .csv file by commas, and put a cell that has a comma in straight quotes",
        "这一行有 {found} 格，而首行有 {wanted} 格",
        "请用一个制表符分隔各格；.csv 文件用逗号，含逗号的格加直引号",
    ),
    "copy.table_too_wide": Message(
        "a table has {most} columns at the most", "make two tables of it", "表格最多 {most} 列", "请拆成两个表"
    ),
    "copy.too_many_lines": Message(
        "a list or table has {most} lines at the most", "split it", "列表或表格最多 {most} 行", "请拆开"
    ),
}

COMPOSITION_FURNITURE: dict[str, Message] = {
    "composition.table_too_wide": Message(
        "{part}: the table is {over} em wider than its measure of {measure} em, with every column as narrow as its "
        "words allow; column {column} takes most, for “{text}”",
        "shorten what stands in that column, take a column out, or draw the part over more columns",
        "{part}：各列压到最窄，表格仍比行长 {measure} 字宽 {over} 字；第 {column} 列最宽，其中有“{text}”",
        "请缩短该列文字、减少列数，或让表格跨更多基本栏",
    ),
    "composition.imprint_too_wide": Message(
        "the lines of the nameplate do not stand in {rows} rows of {measure_mm} mm; the longest is “{text}”",
        "shorten it, or draw the nameplate over more columns",
        "报头各项文字用 {rows} 行、每行 {measure_mm} 毫米仍排不下，最长的是“{text}”",
        "请缩短，或让报头跨更多基本栏",
    ),
    "composition.moved.line": Message("{part}, line {number}: {text}", "", "{part}第 {number} 项：{text}", ""),
    "composition.moved.cell": Message(
        "{part}, cell {number}, line {line}: {text}", "", "{part}第 {number} 格第 {line} 行：{text}", ""
    ),
    "composition.moved.item": Message(
        "{part}, item {number}, line {line}: {text}", "", "{part}列表第 {number} 项第 {line} 行：{text}", ""
    ),
    "composition.field.nameplate": Message("nameplate", "", "报头", ""),
    "composition.field.line": Message("second line of the masthead", "", "版头第二行", ""),
    "composition.field.title": Message("title", "", "标题", ""),
}

# What the checker and composition call a piece of copy.
ROLE_WORDS: dict[str, Message] = {
    f"checks.role.{role}": Message(en, "", zh, "")
    for role, en, zh in (
        ("masthead_line", "second line of the masthead", "版头第二行"),
        ("nameplate", "nameplate", "报头"),
        ("imprint", "line {number} of the nameplate", "报头第 {number} 项"),
        ("ear_title", "title {number} of the ear", "报眼标题第 {number} 行"),
        ("ear", "line {number} of the ear", "报眼第 {number} 行"),
        ("table_title", "title {number} of the table", "表题第 {number} 行"),
        ("table_header", "head cell {number}", "表头第 {number} 格"),
        ("table_cell", "cell {number}", "第 {number} 格"),
        ("table_note", "note {number} of the table", "表注第 {number} 行"),
        ("list_title", "title {number} of the list", "列表标题第 {number} 行"),
        ("list_mark", "mark of item {number}", "第 {number} 项的符号"),
        ("list_item", "item {number}", "第 {number} 项"),
    )
}
