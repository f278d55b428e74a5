"""Distinct pages from one page: Han characters of its stories change places, and some change for others.

A Han character is an em wide whatever it is, and marks, digits and Latin stay where they are; so every variant has
lines to break and glyphs to find that no other has, and still fits the page. One Han character in `_NEW` is replaced
by one of GB 2312's first level, as a hundred pages of a newspaper have far more different characters than one page.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_NEW = 20
_HEADED = re.compile(r"(?:[a-z]+: .*\n)+\n")
_LEVEL_ONE = "".join(
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
)


def write_variant(page: Path, number: int, folder: Path) -> Path:
    """A copy of the page folder `page` as `folder`, its stories changed by `number`; 0 changes nothing."""
    shutil.copytree(page, folder)
    for story in story_files(folder):
        story.write_text(changed_story(story.read_text(encoding="utf-8"), number), encoding="utf-8")
    return folder


def story_files(folder: Path) -> list[Path]:
    """The page's story files: header lines, a blank line and paragraphs."""
    return [path for path in sorted(folder.glob("*.txt")) if _HEADED.match(path.read_text(encoding="utf-8"))]


def changed_story(text: str, number: int) -> str:
    """A story file with its paragraphs changed; its header lines stay."""
    head, blank, body = text.partition("\n\n")
    return head + blank + "\n".join(changed_paragraph(line, number) for line in body.split("\n"))


def changed_paragraph(text: str, number: int) -> str:
    """Han characters moved on by `number` among their places, and one in twenty of them exchanged."""
    places = [index for index, char in enumerate(text) if "\u4e00" <= char <= "\u9fff"]
    if not number or not places:
        return text
    turn = number % len(places)
    han = [text[index] for index in places]
    han = han[turn:] + han[:turn]
    for nth in range(number % _NEW, len(han), _NEW):
        han[nth] = _LEVEL_ONE[(number * 41 + nth * 7 + ord(han[nth])) % len(_LEVEL_ONE)]
    chars = list(text)
    for index, char in zip(places, han, strict=True):
        chars[index] = char
    return "".join(chars)


def with_character(text: str, number: int, char: str) -> str:
    """A story file with one Han character of its paragraphs exchanged for `char`, each time at another place."""
    start = text.index("\n\n") + 2
    places = [index for index in range(start, len(text)) if "\u4e00" <= text[index] <= "\u9fff"]
    place = places[number * 13 % len(places)]
    return text[:place] + char + text[place + 1 :]
