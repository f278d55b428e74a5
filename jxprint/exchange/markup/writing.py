"""A passage as HTML: an element where HTML has one for a kind of markup, else a class, as `ninjs_names` has it."""

from __future__ import annotations

from html import escape

from jxprint.model import Markup, Passage

_OPENING = {
    "strong": "<strong>",
    "kai": '<span class="kai">',
    "dots": '<em class="dots">',
    "name": '<u class="name">',
    "note": '<small class="note">',
    "sub": "<sub>",
    "sup": "<sup>",
    "ruby": "<ruby>",
}
_CLOSING = {
    "strong": "</strong>",
    "kai": "</span>",
    "dots": "</em>",
    "name": "</u>",
    "note": "</small>",
    "sub": "</sub>",
    "sup": "</sup>",
    "link": "</a>",
    "lang": "</span>",
}


def html_of(passage: Passage) -> str:
    """The passage; it has no element that begins a paragraph."""
    out: list[str] = []
    standing: list[Markup] = []
    text = passage.text
    opening: dict[int, list[Markup]] = {}
    for one in passage.markup:
        opening.setdefault(one.start, []).append(one)
    for at in range(len(text) + 1):
        while standing and standing[-1].end == at:
            out.append(_closed(standing.pop()))
        for one in opening.get(at, ()):
            out.append(_opened(one))
            standing.append(one)
        out.append(escape(text[at : at + 1], quote=False))
    return "".join(out)


def _opened(one: Markup) -> str:
    if one.kind == "link":
        return f'<a href="{escape(one.value)}">'
    return f'<span lang="{escape(one.value)}">' if one.kind == "lang" else _OPENING[one.kind]


def _closed(one: Markup) -> str:
    return f"<rt>{escape(one.value, quote=False)}</rt></ruby>" if one.kind == "ruby" else _CLOSING[one.kind]
