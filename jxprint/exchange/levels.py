"""Which headings of a document are headlines of stories, and which are subheads within one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.exchange.rough import Rough


def by_level(roughs: Sequence[Rough]) -> list[Rough]:
    """Paragraphs whose headings have their roles: where the document has a title, that alone is a headline; where its
    first line is a heading, each of that level or above begins a story; else all of them are subheads.
    """
    shown = [one for one in roughs if one.text.strip()]
    has_title = any(one.role == "headline" for one in shown)
    opens = next((one.level for one in shown if not one.role), 0) if not has_title else 0
    found: list[Rough] = []
    for one in roughs:
        if one.level and not one.role:
            is_headline = opens and one.level <= opens
            one = replace(one, role="headline" if is_headline else "subhead")
        found.append(one)
    return found
