"""A small page to start from: it builds at once, and every kind of part that a page needs is on it."""

from __future__ import annotations

import os
from pathlib import Path

from jxprint.description.orders import PAGE_FILE
from jxprint.errors import DescriptionError, Finding, OutputError, Place
from jxprint.intake.kinds import stands
from jxprint.intake.refusals import NO_SUCH_NAME, reason

# Of macOS's Finder and Windows' Explorer.
_OF_DESKTOPS = frozenset((".DS_Store", ".localized", "desktop.ini", "Thumbs.db"))

_PAGE = '''# 版面说明。各键的意思见 layout/README.md；改好后运行 jxprint build。
format = 1
title = "第一版"
style = "daily"
# 版样：每部分一个字母，每栏一个字母。
dummy = """
M M M M
H H H H
P P A A
B B B B
"""

# 对开太大，先用小版。
[sheet]
width = "297mm"
height = "240mm"
head = "22mm"
foot = "18mm"
left = "20mm"
right = "20mm"
bleed = "3mm"

[grid]
columns = 4
measure = "17字"
gap = "1.2字"
body = "10pt"
pitch = "15pt"

# 上下两层之间有一道通栏直白（断版），小版只有两层，准许不改。
[makeup]
accepted = ["split-across P A"]

# 以下各部分按阅读顺序排列。
[[part]]
letter = "M"
kind = "masthead"
text = "新版"
rule_below = "oxford"

[[part]]
letter = "H"
kind = "headline"
text = "一版从这里开始"

[[part]]
letter = "P"
kind = "picture"
caption = "有了图片，写上 file，占位框就换成图片"
credit = "本报摄"

[[part]]
letter = "A"
kind = "story"
copy = "first.txt"
legs = 2

[[part]]
letter = "B"
kind = "story"
copy = "second.txt"
legs = 4
'''

_FIRST = """headline: 怎样改稿
byline: 夜班编辑

每篇稿件是一个文本文件，与版面说明放在同一个文件夹里。文件开头是稿头：标题、引题、副题、署名、电头，每行一项；空一行，下面是正文，每段一行。段首不必空格，缩进由版式规范决定。
改好稿件，重新排印即可。稿件长了或短了，各栏会自己拉平；实在排不下时，程序会说出哪一篇多出几行、多出多少字，绝不删去一个字。
引题和副题可以没有，标题可以写两行。照片的说明和署名写在版面说明里，末尾不加句号；没有照片时先画占位框，写明原图未存，免得误印。
标点用全角，数字用半角。文件存为UTF-8；旧系统传来的GB 18030文件也能读，并会提醒改存。
排好的版面可以请程序看一遍：标题并排、标题下没有正文、留了天窗、一道直白横断全版、照片太小印不清，都会指出在哪一篇、离纸边多少毫米。看过而不必改的，把名称写进版面说明，下回就不再提醒；改好以后，程序会提醒把名称删去。
"""

_SECOND = """headline: 怎样画版
byline: 版面编辑

版样画在版面说明里：一行字母是版上的一层，一个字母占一个基本栏，相同的字母连成一个矩形，就是一篇稿件或一张图片的位置。要让稿件宽一栏，就多画一个字母；要把两篇稿件对调，就把字母对调。
各部分的高度不用量。程序按正文的行数推算，让相邻的稿件首尾相接，多余的空白先给图片，再给各部分之间的间距。想固定高度时，写上行数。
长度都带单位：毫米、磅、字号，或者“字”和“行”。一字是一个正文字的宽，一行是一个行格的高。漏写单位时，程序会指出在哪个文件的哪一行、哪一列。
"""


def write_new_page(folder: Path | str) -> None:
    """Write a page into a folder that is new or empty.

    Raises DescriptionError where the folder has something in it, and OutputError where it cannot be written; nothing
    of the page is left behind then.
    """
    folder = Path(folder)
    shown = Place(str(folder))
    made = not stands(folder)
    if os.path.isfile(folder):
        raise DescriptionError(Finding("page.file_taken", shown))
    if not made and _taken(folder, shown):
        raise DescriptionError(Finding("page.folder_taken", shown))
    written: list[Path] = []
    try:
        if made:
            folder.mkdir()
        # page.toml comes last: a folder without it is no page, whatever stops us before.
        for name, text in (("first.txt", _FIRST), ("second.txt", _SECOND), (PAGE_FILE, _PAGE)):
            path = folder / name
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException as error:
        _take_back(written, folder if made else None)
        if isinstance(error, OSError):
            raise _refusal(folder, shown, error) from error
        raise


def _taken(folder: Path, shown: Place) -> bool:
    """Whether there is something in the folder, or it is none; what desktops leave in every folder is nothing."""
    try:
        return any(one not in _OF_DESKTOPS for one in os.listdir(folder))
    except OSError as error:
        if os.path.exists(folder) and not os.path.isdir(folder):
            return True
        raise _refusal(folder, shown, error) from error


def _refusal(folder: Path, shown: Place, error: OSError) -> OutputError:
    if not isinstance(error, FileNotFoundError):
        return OutputError(Finding("output.not_written", shown, {"reason": reason(error)}))
    if not stands(folder.parent):
        return OutputError(Finding("output.no_folder", shown, {"folder": str(folder.parent)}))
    return OutputError(Finding("output.not_written", shown, {"reason": NO_SUCH_NAME}))


def _take_back(written: list[Path], folder: Path | None) -> None:
    try:
        for path in written:
            path.unlink(missing_ok=True)
        if folder is not None and stands(folder):
            folder.rmdir()
    except OSError:
        pass  # the disk itself fails; the first error tells more
