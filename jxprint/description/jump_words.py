"""The words of jump lines (转版用语), as a house style has them."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.model import JumpWords
from jxprint.model.style import PAGE_FIELD

WORD_KEYS = ("to", "from", "to_here", "from_here")


def read_jump_words(style: Table) -> JumpWords:
    """The table [jump] of a house style."""
    read = style.table("jump") or style.inner({})
    read.only(WORD_KEYS)
    usual = JumpWords()
    found: dict[str, str] = {}
    for key in WORD_KEYS:
        field = "from_" if key == "from" else key
        words = read.words(key)
        like: str = getattr(usual, field)
        if words is None:
            continue
        if not words.strip():
            read.wrong("page.empty_value", key, key=key)
        elif PAGE_FIELD in like and PAGE_FIELD not in words:
            read.wrong("page.bad_jump_words", key, like=like)
        else:
            found[field] = words.strip()
    return JumpWords(**found, place=read.place())
