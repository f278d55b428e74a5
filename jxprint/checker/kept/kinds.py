"""What follows from the kind of an article: what libraries call it, and whether it has an order among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

# What our kinds of articles are called where libraries have another word.
LIBRARY_KINDS = {"story": "article", "picture": "illustration", "quote": "article", "standfirst": "article"}
# What stands beside the stories, by its sort: of one sort, one behind another, none is read before another.
_FREE = {"advertisement": 1} | dict.fromkeys(("nameplate", "masthead", "ear", "folio"), 2)
_FREE |= dict.fromkeys(("picture", "table", "list", "contents", "quote"), 3)


def library_kind(kind: str) -> str:
    """What METS and MODS call a kind."""
    return LIBRARY_KINDS.get(kind, kind)


def free_by_kinds(articles: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """The names of those that are read in any order, group by group; `articles` are names and kinds."""
    for sort, group in groupby(articles, key=lambda one: _FREE.get(one[1], 0)):
        if sort:
            yield [name for name, _ in group]
