"""Reasons that others give (the system, tomllib, Pillow, qpdf, click), in the reader's language.

They come as the argument `reason` of a finding, in the words of their maker. What is not listed is told as it came:
better a foreign word than none.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Reason(NamedTuple):
    """A pattern over the whole reason, and what to say for it; groups fill `{0}`, `{1}`, … An empty `en` leaves the
    words as they came.
    """

    pattern: str
    en: str
    zh: str


REASONS: tuple[Reason, ...] = (
    # What stands where a name leads (jxprint.intake.kinds).
    Reason("a folder", "", "文件夹"),
    Reason("a named pipe", "", "命名管道"),
    Reason("a socket", "", "套接字"),
    Reason("a device", "", "设备"),
    # The system (errno).
    Reason("Permission denied", "permission denied", "没有权限"),
    Reason("Operation not permitted", "the system does not permit it", "系统不允许此操作"),
    Reason("Read-only file system", "the disk is read-only", "磁盘为只读"),
    Reason("No space left on device", "", "磁盘空间已满"),
    Reason("Dis[ck] quota exceeded", "", "超出磁盘配额"),
    Reason("File too large", "the file is too large for this disk", "文件过大，磁盘不能容纳"),
    Reason("File name too long", "the file's name is too long", "文件名过长"),
    Reason("No such file or directory", "there is no such file", "没有这个文件"),
    Reason("Not a directory", "a part of the path is a file and no folder", "路径中有一段是文件而不是文件夹"),
    Reason("Is a directory", "it is a folder", "这是文件夹"),
    Reason("Too many levels of symbolic links", "links lead in a circle", "链接循环"),
    Reason("Bad file descriptor", "it is closed", "已关闭"),
    Reason("Input/output error", "the disk or the network fails (input/output error)", "磁盘或网络出错"),
    Reason("Broken pipe", "whoever read it went away", "读取方已退出"),
    Reason("Too many open files", "", "打开的文件过多"),
    Reason("Cannot allocate memory", "there is not enough memory", "内存不足"),
    Reason("embedded null (?:byte|character)", "the name holds a character of number 0", "名称中有空字符（U+0000）"),
    Reason("Invalid argument", "the system does not take it", "系统不接受"),
    Reason("Illegal byte sequence", "the system allows no such name", "系统不允许这样的名称"),
    # Windows (jxprint.intake.refusals).
    Reason("another program has it open", "", "正被另一程序打开"),
    Reason("no file can have this name", "", "文件不能用这个名称"),
    Reason("the drive is not ready", "", "驱动器未就绪"),
    Reason("the network place cannot be reached", "", "无法连接该网络位置"),
    Reason(".*codec can't encode.*", "the locale's encoding cannot say this name", "当前区域的编码写不出这个名称"),
    # tomllib.
    Reason("nested too deeply", "", "嵌套过深"),
    Reason("Invalid statement", "this is neither a key with its value nor a [table]", "这里既不是键值，也不是 [表]"),
    Reason("Invalid value", "this is no value", "这不是有效的值"),
    Reason("Unterminated string", "a string has no end", "字符串没有结尾的引号"),
    Reason("Unclosed array", "a list has no ] at its end", "列表缺少结尾的 ]"),
    Reason("Unclosed inline table", "a table in braces has no }} at its end", "内联表缺少结尾的 }}"),
    Reason("Expected newline or end of document after a statement", "", "一条写完后应换行"),
    Reason("Expected '=' after a key in a key/value pair", "a sign = is wanted behind the key", "键后面应有等号 ="),
    Reason("Expected ']' at the end of a table declaration", "", "表头结尾应为 ]"),
    Reason("Expected ']]' at the end of an array declaration", "", "表头结尾应为 ]]"),
    Reason("Invalid initial character for a key part", "no key can begin like this", "键不能以此字符开头"),
    Reason("Cannot overwrite a value", "this key has a value already", "此键已有值"),
    Reason(r"Cannot declare \((.*?),?\) twice", "the table {0} stands here for the second time", "表 {0} 第二次出现"),
    Reason(
        r"Cannot (?:redefine namespace|mutate immutable namespace) \((.*?),?\)",
        "the table {0} is finished and cannot be added to",
        "表 {0} 已经写完，不能再加",
    ),
    Reason("Duplicate inline table key '(.*)'", "the key {0} stands here for the second time", "键 {0} 第二次出现"),
    Reason(r"Unescaped '\\' in a string", "a \\ in a string is written twice", "字符串中单独的 \\ 应写两次"),
    Reason("Invalid hex value", "hexadecimal digits are wanted behind \\u", "\\u 之后应为十六进制数字"),
    Reason("Escaped character is not a Unicode scalar value", "there is no such character", "没有这个编号的字符"),
    Reason("Found invalid character (.*)", "the character {0} cannot stand here", "此处不能有字符 {0}"),
    Reason("Illegal character (.*)", "the character {0} cannot stand in a string", "字符串中不能有字符 {0}"),
    Reason("Invalid date or datetime", "there is no such date", "没有这个日期"),
    Reason("Exceeds the limit .* for integer string conversion.*", "a number has too many digits", "数字位数过多"),
    # Pillow.
    Reason("(?i)(?:image file is truncated|truncated file read|unexpected end).*", "its end is missing", "文件不完整"),
    Reason("broken data stream when reading image file", "its data is broken", "图像数据已损坏"),
    Reason("unrecognized data stream contents.*", "its data is broken", "图像数据已损坏"),
    Reason("broken PNG file.*", "its data is broken", "图像数据已损坏"),
    Reason("decoder error.*|-\\d+", "its data cannot be decoded", "图像数据无法解码"),
    # Fonts (jxprint.fonts).
    Reason("the table (.*) lies beyond the end of the file", "", "{0} 表超出文件末尾"),
    Reason("it has no table (.*)", "", "缺少 {0} 表"),
    Reason("the table (.*) does not have the checksum that is recorded for it", "", "{0} 表与其校验和不符"),
    Reason("the table (.*) holds impossible values", "", "{0} 表中的数值不合理"),
    Reason("its outlines cannot be read", "", "轮廓无法读取"),
    Reason("it maps no character to a glyph", "", "没有任何字符对应字形"),
    # qpdf.
    Reason("unable to find trailer.*", "it has no trailer: not a PDF, or cut short", "没有文件尾：不是 PDF，或不完整"),
    Reason("unable to find /Root dictionary", "its catalogue is missing", "缺少文件目录（/Root）"),
    Reason("Only scalar types.*content streams\\.?", "a page's operators cannot be read", "页面内容无法解析"),
    Reason("'utf-8' codec can't decode.*", "a name in it is no text", "其中有名称不是文字"),
    Reason("UTF-8: .*", "it is not UTF-8", "不是 UTF-8 文本"),
    Reason("maximum recursion depth exceeded.*|Recursion limit exceeded.*", "nested too deeply", "嵌套过深"),
    Reason("Too many warnings.*", "it has too many faults", "错误过多"),
    Reason("read_bytes called on.*", "a stream of it cannot be decoded", "其中有数据流无法解码"),
    Reason(
        r"pikepdf\.Object is not .*|.*\(\) argument must be .*|'.*' object (?:has no|is not) .*|.* index out of range",
        "one of its objects is of the wrong kind",
        "其中有对象的类型不对",
    ),
    Reason("structure tree too deep or too large", "", "结构树过深或过大"),
    # pdfium.
    Reason("Failed to load document.*", "pdfium cannot open it", "pdfium 无法打开"),
    Reason("Failed to load page.*", "pdfium cannot read the page", "pdfium 无法读取该页"),
    # click.
    Reason("'(.*)' is not a valid (?:float|float range)\\.", "“{0}” is no number", "“{0}”不是数字"),
    Reason("'(.*)' is not a valid (?:integer|integer range)\\.", "“{0}” is no whole number", "“{0}”不是整数"),
    Reason("'(.*)' is not one of (.*)\\.", "“{0}” is none of {1}", "“{0}”不在可选值 {1} 之列"),
    Reason("Option '(.*)' does not take a value\\.", "the option {0} takes no value", "选项 {0} 不带值"),
    Reason("Option '(.*)' requires an argument\\.", "the option {0} wants a value", "选项 {0} 需要一个值"),
    Reason("Got unexpected extra arguments? \\((.*)\\)", "nobody asked for {0}", "多出了参数 {0}"),
)


def told(reason: str, language: str) -> str:
    """A reason in the reader's language, as far as it is listed."""
    for row in REASONS:
        match = re.fullmatch(row.pattern, reason)
        if match is not None:
            words = row.zh if language == "zh" else row.en
            return words.format(*match.groups()) if words else reason
    return reason
